"""Numbers as people write and say them: what is read, how exact it is, and how it is written back."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.normalise import clean
from bot.language.numbers import english_amount, find_numbers, grouped, korean_amount

WHOLE = st.integers(min_value=0, max_value=10**16 - 1)


def _values(text):
    return [span.value for span in find_numbers(clean(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("30,327명", 30_327),
        ("30327", 30_327),
        ("3만", 30_000),
        ("3만명", 30_000),
        ("3만 327명", 30_327),
        ("1,178억원", 117_800_000_000),
        ("1178억", 117_800_000_000),
        ("1.178억원", 117_800_000),
        ("3천188억", 318_800_000_000),
        ("1조 2천억", 1_200_000_000_000),
        ("2만4천명", 24_000),
        ("5백만원", 5_000_000),
        ("9.4%", 9.4),
        ("32,157m²", 32_157),
    ],
)
def test_digits_with_korean_scales(text, value):
    """Digits and 천, 만, 억 and 조 make one number."""
    assert _values(text)[0] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("삼만 명", 30_000),
        ("삼백한 개", 301),
        ("부스가이천개", 2_000),
        ("스물하나라는", 21),
        ("서른셋이 뭐야", 33),
        ("fifteen hundred booths", 1_500),
        ("삼만삼백이십칠 명", 30_327),
        ("천백칠십팔억 원", 117_800_000_000),
        ("이십일 개국", 21),
        ("육백이십명", 620),
        ("스물한 나라", 21),
        ("서른세 건", 33),
        ("세 개", 3),
    ],
)
def test_korean_number_words(text, value):
    """Sino-Korean and native numbers are read as they are said."""
    assert _values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("117.8 billion won", 117_800_000_000),
        ("KRW 117.8bn", 117_800_000_000),
        ("30k visitors", 30_000),
        ("1.2 million", 1_200_000),
        ("thirty thousand", 30_000),
        ("thirty thousand three hundred and twenty-seven people", 30_327),
        ("two thousand nineteen", 2019),
        ("twenty nineteen", 2019),
        ("a hundred", 100),
        ("three hundred one", 301),
    ],
)
def test_english_numbers(text, value):
    """Digits with scale words, their short forms, and numbers in words."""
    assert _values(text) == [value]


@pytest.mark.parametrize(
    ("text", "step"),
    [("3만", 10_000), ("30,327", 1), ("117.8 billion", 100_000_000), ("1,178억", 100_000_000), ("9.4%", 0.1)],
)
def test_a_number_is_as_exact_as_its_last_digit(text, step):
    """The step is the place value of the last digit stated."""
    assert find_numbers(clean(text))[0].step == pytest.approx(step)


@pytest.mark.parametrize(
    "text", ["044-201-3674", "만일", "이사", "조사했어", "오만한 사람", "일이 많다", "no one knows"]
)
def test_what_is_no_number(text):
    """Telephone numbers, and words that only look like numbers, are left alone."""
    assert _values(text) == []


@given(WHOLE)
def test_digits_are_read_back(value):
    """Any whole number, plain or grouped, is read as itself."""
    assert _values(str(value)) == [value]
    assert _values(grouped(value)) == [value]


@given(WHOLE)
def test_korean_amounts_are_read_back(value):
    """What is written in 조, 억 and 만 is read as the same number."""
    assert _values(korean_amount(value) + "원") == [value]


@given(WHOLE)
def test_english_amounts_are_read_back(value):
    """What is written in millions, billions and trillions is read as the same number, to nine decimals."""
    found = _values(english_amount(value) + " won")

    assert found == [pytest.approx(value, rel=1e-9)]


@given(st.integers(min_value=1, max_value=10**9 - 1).map(lambda thousands: thousands * 1000))
def test_english_amounts_are_exact(value):
    """A whole number of thousands below a trillion loses nothing in English."""
    assert _values(english_amount(value) + " won") == [value]


@given(st.text(max_size=60))
def test_spans_are_in_order_and_apart(text):
    """Whatever the text, spans stand in it, in order, none inside another."""
    text = clean(text)
    spans = find_numbers(text)

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))


@given(st.text(alphabet="0123456789,.만억조천백십 원명년월일개the million billion%-", max_size=40))
def test_number_like_texts_never_fail(text):
    """Heaps of digits, commas and scales are read or left, never an error."""
    text = clean(text)

    assert all(span.value >= 0 and span.step > 0 for span in find_numbers(text))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (117_800_000_000, "1,178억"),
        (30_327, "3만 327"),
        (0, "0"),
        (9_999, "9,999"),
        (-50_000, "-5만"),
        (1_200_000_000_000, "1조 2,000억"),
    ],
)
def test_korean_amount(value, written):
    """Money is grouped by ten thousands."""
    assert korean_amount(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (117_800_000_000, "117.8 billion"),
        (1_200_000_000_000, "1.2 trillion"),
        (5_000_000, "5 million"),
        (999_999, "999,999"),
        (0, "0"),
    ],
)
def test_english_amount(value, written):
    """Money is grouped by thousands, and exact."""
    assert english_amount(value) == written


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (30327, 0, "30,327"),
        (9.4, 1, "9.4"),
        (10, 1, "10"),
        (0.25, 1, "0.2"),
        (1000.0, 2, "1,000"),
        (10.0, 0, "10"),
    ],
)
def test_grouped(value, decimals, written):
    """Thousands are set apart and no decimal is a trailing zero."""
    assert grouped(value, decimals) == written
