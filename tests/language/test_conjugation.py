"""Verbs and nouns in every form that a question may have, made from their dictionary forms alone."""

from __future__ import annotations

import pytest

from bot.language.conjugation import english_forms, korean_forms


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("오다", {"오", "온", "올", "옴", "와", "왔", "왓"}),
        ("열다", {"열", "연", "여", "엶", "열어", "열었"}),
        ("받다", {"받", "받은", "받을", "받는", "받아", "받았"}),
        ("돕다", {"돕", "도운", "도울", "도움", "도우", "도와", "도왔"}),
        ("가깝다", {"가까운", "가까워", "가까웠"}),
        ("듣다", {"듣", "들은", "들을", "들으", "들어", "들었"}),
        ("짓다", {"짓", "지은", "지을", "지으", "지어", "지었"}),
        ("모르다", {"모르", "모른", "몰라", "몰랐"}),
        ("치르다", {"치르", "치른", "치러", "치렀"}),
        ("이르다", {"이르", "이르러", "이르렀", "일러"}),
        ("그렇다", {"그렇", "그런", "그럴", "그래", "그랬"}),
        ("하다", {"하", "한", "할", "함", "해", "했", "하여"}),
    ],
)
def test_a_verb_has_the_stems_that_its_endings_attach_to(verb: str, forms: set[str]) -> None:
    assert forms <= korean_forms(verb)


@pytest.mark.parametrize(
    ("verb", "never"),
    [("잡다", "자와"), ("뽑다", "뽀와"), ("웃다", "우어"), ("받다", "발아"), ("치르다", "칠러"), ("돕다", "돕은")],
)
def test_a_verb_does_not_change_where_its_kind_does_not(verb: str, never: str) -> None:
    assert never not in korean_forms(verb)


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("기자-이다", {"기자인데요", "기자입니다", "기자예요", "기자라서"}),
        ("학생-이다", {"학생인데", "학생이에요", "학생이라서"}),
    ],
)
def test_what_somebody_is_comes_as_he_says_it(noun: str, said: set[str]) -> None:
    forms = korean_forms(noun)
    assert said <= forms
    assert noun.removesuffix("-이다") not in forms  # how many reporters came? still asks for reporters


def test_what_somebody_is_comes_as_he_says_it_in_english() -> None:
    forms = english_forms("be a trade reporter", verb=True)
    assert {"im a trade reporter", "as a trade reporter", "trade reporter here"} <= forms
    assert "trade reporter" not in forms


def test_an_english_verb_changes_its_first_word_and_a_noun_its_last() -> None:
    assert {"hold on", "holds on", "holding on"} <= english_forms("hold on", verb=True)
    assert {"trade fair", "trade fairs"} <= english_forms("trade fair", verb=False)
