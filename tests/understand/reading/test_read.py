"""How a message is read: as typed, on the wrong keyboard, romanised, in initials; and in which language."""

from __future__ import annotations

import pickle

import pytest

from bot.language.keyboard import to_hangul, to_latin
from bot.understand.gathering.languages import asked_language
from bot.understand.reading.read import read
from bot.understand.reading.reading import Reading
from tests.releases.catalogues import expo, trade


def reading(text: str) -> Reading:
    """The message read with the words of the shipped release."""
    return read(text, expo().lexicon)


@pytest.mark.parametrize(
    ("typed", "way", "meant"),
    [
        ("관람객 몇 명", "typed", "관람객 몇 명"),
        ("how many booths", "typed", "how many booths"),
        ("rhksfkaror auc aud", "keyboard", "관람객 몇 명"),
        ("qntm aucro?", "keyboard", "부스 몇개?"),
        ("졷ㄱㄷ ㅈㅁㄴ ㅑㅅ", "keyboard", "where was it"),
        ("gwallamgaek su", "romanised", "관람객 수"),
        ("gyeyakaek eolma", "romanised", "계약액 얼마"),
        ("ㄱㄹㄱ 몇 명", "typed", "관람객 몇 명"),
    ],
)
def test_a_garbled_message_is_read_as_it_was_meant(typed: str, way: str, meant: str) -> None:
    """The reading that leaves the least unexplained wins, and tells by which way it was found."""
    found = reading(typed)

    assert (found.way, found.text) == (way, meant)


@pytest.mark.parametrize(
    "typed",
    [
        "진짜 도장 찍은 돈은 다르잖아요",
        "소문이랑 진실은 다르거든요",
        "출근길 지하철이 미어터져서 숨도 못 쉬겠어요",
        "넷플릭스에 볼 게 없어서 그냥 잤어요",
        "시장에서 붕어빵을 샀더니 배가 부르네요",
        "사투리라 막혔는데",
        "폰 배터리가 간당간당해요",
        "국밥을 먹고 땀이 뻘뻘 나네요",
        "the printer jammed halfway",
        "he mumbled something",
        "my head is spinning",
    ],
)
def test_an_everyday_word_is_no_slip_of_another(typed: str) -> None:
    """What is right as typed stays so, although nothing is known of it: 막히다 is not 박히다."""
    found = reading(typed)
    assert found.text == typed
    assert not any(span.mended for span in found.spans)


@pytest.mark.parametrize("typed", ["나이 묵응께", "코스피가 장 초반", "매미 소리가", "이번 층까지", "건망증이"])
def test_no_mended_word_begins_in_another(typed: str) -> None:
    """Nor with another's particle, nor does it leave some of the word unexplained."""
    assert not any(span.mended for span in reading(typed).spans)


@pytest.mark.parametrize("typed", ["관람 객수", "총 관람 객이", "현장 관랍객이"])
def test_a_word_that_a_space_tears_is_found(typed: str) -> None:
    """Where it begins with the first of the two."""
    assert any("visitor" in span.meanings for span in reading(typed).spans)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wen did it open", "when did it open"),
        ("hw meny booths", "how many booths"),
        ("hoow many booths", "how many booths"),
        ("um how uh many booths", "how many booths"),
        ("how how many booths", "how many booths"),
        ("twenty twenty", "twenty twenty"),
        ("관람객 은 몇 명", "관람객은 몇 명"),
        ("멏 명", "몇 명"),
        ("몇명명명명명이야", "몇명이야"),
        ("계야기 얼마야", "계약이 얼마야"),
        ("부스ㅇ가 몇 개", "부스가 몇 개"),
        ("share ofthe visitors", "share of the visitors"),
        ("vice ministr", "vice minister"),
    ],
)
def test_words_spelled_in_a_hurry_are_read_as_they_are_meant(typed: str, meant: str) -> None:
    """So that phrases are found in them, too."""
    assert reading(typed).text == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("마지ㅁㄱ 날이 며칠", "마지막 날이 며칠"),
        ("국토ㅜㅂ 장관", "국토부 장관"),
        ("회차마ㄱ다 몇 개", "회차마다 몇 개"),
        ("언ㅈㅔ 했어", "언제 했어"),
        ("몇 개욨어", "몇 개였어"),
        ("어느 나라에허 왔어", "어느 나라에서 왔어"),
        ("며칠 동안 해썽", "며칠 동안 했어"),
        ("사암 금액 얼마", "상담 금액 얼마"),
        ("부스 몇 개깔 렸음", "부스 몇 개깔렸음"),
    ],
)
def test_a_korean_word_whose_keys_slipped_is_read_as_it_was_meant(typed: str, meant: str) -> None:
    """A letter that stands alone tells where; else the word that nothing explains, or only single syllables do."""
    assert reading(typed).text == meant


@pytest.mark.parametrize("typed", ["입장권 값은 얼마", "모자가 몇 개", "위약 수 알려줘", "업체가 ㅃ자ㅑㅆ었지"])
def test_what_may_be_a_word_of_its_own_stays_unknown(typed: str) -> None:
    """A noun of the asker's, or more than one slip."""
    assert any(span.kind == "unknown" for span in reading(typed).spans)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bigger tahn in 2019", "bigger than in 2019"),
        ("how many tmes bigger", "how many times bigger"),
        ("how longdid the event run", "how long did the event run"),
        ("what's thea mount", "what's the amount"),
        ("number of boothsp ls", "number of booths pls"),
        ("exhibiton area", "exhibition area"),
    ],
)
def test_an_english_word_whose_keys_slipped_is_read_as_it_was_meant(typed: str, meant: str) -> None:
    """One slip inside the word, or a space beside its place."""
    assert reading(typed).text == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("CEScjfja zldnsmsrjsk", "ces처럼 키우는거나"),
        ("UAMdms anjwl", "uam은 뭐지"),
        ("K-city spxmdnjzmsms djswp", "k-city 네트워크는 언제"),
    ],
)
def test_a_name_in_capitals_stays_on_the_latin_layout(typed: str, meant: str) -> None:
    """Capitals that give no other Hangul than small letters are meant as they are."""
    assert reading(typed).text == meant


@pytest.mark.parametrize("name", ["Tje", "Hos", "AWS"])
def test_a_name_is_no_slip_of_a_short_word(name: str) -> None:
    """A capital inside a sentence makes a name, which stays unknown."""
    found = reading(f"how many booths did {name} have")

    assert any(span.kind == "unknown" and span.typed == name.lower() for span in found.spans)


@pytest.mark.parametrize("text", ["did aws exhibit", "from sas then"])
def test_no_helping_verb_follows_what_leads_to_a_name(text: str) -> None:
    """Did aws is not did was."""
    assert any(span.kind == "unknown" for span in reading(text).spans)


@pytest.mark.parametrize("sentence", ["관람객 수 알려줘", "계약액은 얼마야", "2019년 면적은?", "부스는 몇 개였나요"])
def test_a_korean_sentence_typed_on_the_latin_layout_means_the_same(sentence: str) -> None:
    """Typed without switching the layout, a sentence is read as itself."""
    assert reading(to_latin(sentence)).text == sentence


@pytest.mark.parametrize("sentence", ["how many visitors", "where was it held", "contract value in 2019"])
def test_an_english_sentence_typed_on_the_korean_layout_means_the_same(sentence: str) -> None:
    """The other way round, too."""
    assert reading(to_hangul(sentence)).text == sentence


@pytest.mark.parametrize("typed", ["COEX", "expo", "asdkjh qwoieu zzz", "visitors kpop", "ㅋㅋㅋ", "1234"])
def test_what_makes_no_sense_either_way_is_left_as_typed(typed: str) -> None:
    """Without a better reading nothing is invented."""
    assert reading(typed).way == "typed"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("관람객 몇 명?", "ko"),
        ("how many visitors?", "en"),
        ("visitor 수가 몇 명이야", "ko"),
        ("how many 부스 were there", "en"),
        ("total 상담액 for the expo please", "en"),
        ("rhksfkaror auc aud", "ko"),
        ("2019", None),
        ("21?", None),
    ],
)
def test_the_function_words_tell_the_language(text: str, language: str | None) -> None:
    """In a mixed message the particles, verbs and asking words decide; digits have no language."""
    assert reading(text).language == language


def test_a_name_alone_leaves_the_language_open() -> None:
    """People of both languages type KINTEX."""
    assert not reading("KINTEX").is_language_sure
    assert reading("KINTEX where").is_language_sure


@pytest.mark.parametrize(
    ("text", "language"),
    [("in English please", "en"), ("영어로 말해줘", "en"), ("한국어로", "ko"), ("관람객 몇 명?", None)],
)
def test_a_language_may_be_asked_for(text: str, language: str | None) -> None:
    """The language of the reply is not always that of the message."""
    assert asked_language(reading(text).spans) == language


def test_initials_stand_for_what_the_release_speaks_of() -> None:
    """ㅂㄷㅊ is 반도체 where semiconductors are spoken of, and nothing at an expo without them."""
    assert read("ㅂㄷㅊ", trade().lexicon).text == "반도체"
    assert read("ㅂㄷㅊ", expo().lexicon).text == "ㅂㄷㅊ"


def test_nothing_of_a_message_stays() -> None:
    """What was typed is in none of the tables once the message is read, slips or not."""
    lexicon = expo().lexicon
    read("콴람객 이 몇명이나 와쓸까", lexicon)

    assert "콴람객".encode() not in pickle.dumps(lexicon)
