"""What never changes an answer, and what never breaks one, tried on many messages."""

from __future__ import annotations

import sys
import unicodedata
from functools import cache
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.answer.figures import operand
from bot.answer.model import Answer
from bot.dialogue import State, respond
from bot.language.hangul import particle
from tests.questions.judging import items, numbers_in
from tests.releases.catalogues import expo

WSCE = Path(__file__).parent / "questions" / "wsce.yaml"
LONGEST = 4096

#: Case and focus particles; of a pair the sound of the word chooses. Those that compare or divide (보다, 당) say more.
PARTICLES = (
    "은/는 이/가 을/를 의 도 만 요 에 에는 에서 에서는 에도 에선 이랑/랑 과/와 이나/나 이란/란 이요/요 이면/면 "
    "이라도/라도 으로/로 으로는/로는 으로서/로서 까지 까지는 조차 마저 이라는/라는 이라고/라고 이라면/라면 쪽 쪽은 "
    "같은 말이야 들은"
).split()
#: A name's last syllables and a particle that together look like another word.
HIDDEN = (
    *(("수", josa) for josa in ("요", "이요/요", "이면/면")),
    *(("나라", josa) for josa in ("이면/면", "이라면/라면", "쪽은")),
    ("차례", "으로/로"),
    ("업체", "으로서/로서"),
)
GREETINGS = tuple(
    "안녕하세요 |안녕하세요. |저기요, |보도봇아 |보도봇님, |실례합니다 |혹시 |수고 많으십니다. |🙏 |죄송한데요 |"
    "궁금한 게 있는데요, |형님 |ㅎㅎ |음... |아 |여보세요? ".split("|")
)
THANKS = tuple(
    " 감사합니다| 부탁드립니다| 고맙습니다!| ㅋㅋㅋ| ㅠㅠ| 😊|!!|...| 좀| 꼭 알려주세요| 🙏🙏| ^^| 부탁해요~|"
    " 수고하세요| 알려주시면 감사하겠습니다".split("|")
)
GREETINGS_EN = (
    "hi ",
    "Hello! ",
    "hey bot, ",
    "Bodobot, ",
    "excuse me, ",
    "good morning. ",
    "🙂 ",
    "um, ",
    "so ",
    "ok ",
)
THANKS_EN = (
    " please",
    " thanks",
    " thank you!",
    " 😊",
    "!!",
    "...",
    " pls",
    " thx",
    " cheers",
    ", thank you very much",
)


def said(text: str) -> Answer:
    """The reply to a first message about the shipped release."""
    return respond(text, State(), expo())[0]


def gist(answer: Answer) -> tuple[object, ...]:
    """What must not change: what is done, said and listed, and whether it is so."""
    return answer.outcome, answer.headline, answer.figures, answer.verdict


@cache
def plain(language: str) -> tuple[str, ...]:
    """The questions of one language that are answered at their first turn and typed without slips."""
    return tuple(
        item.turns[0]
        for item in items(WSCE)
        if item.lang == language
        and len(item.turns) == 1
        and not item.name.startswith(("noisy", "talk"))
        and item.outcome == ("answer",)
        and not item.flaw
    )


@cache
def nouns() -> tuple[tuple[str, str], ...]:
    """Every Korean name of a figure that alone means it, with the figure's id."""
    found = []
    for entry in expo().metrics():
        owner = entry.rest or entry.part or entry.metric
        for name in dict.fromkeys((*owner.names.ko, owner.name.ko)):
            answer = said(f"{name} 알려줘")
            if [figure.fact.partition("@")[0] for figure in answer.figures] == [entry.id]:
                found.append((name, entry.id))
    return tuple(found)


def test_nearly_every_name_alone_means_its_figure() -> None:
    """The particles are tried on enough names: at least two for every three figures of the release."""
    figures = [entry for entry in expo().metrics() if operand(entry, "2022", expo())]

    assert len({fact for _, fact in nouns()}) >= len(figures) * 2 / 3


@pytest.mark.parametrize("josa", PARTICLES)
def test_every_name_takes_every_particle(josa: str) -> None:
    """Whatever particle clings to a figure's name, the question is the same."""
    apart = [
        f"{particle(name, josa)}: {said(f'{particle(name, josa)} 알려줘').headline}"
        for name, fact in nouns()
        if fact not in _facts(f"{particle(name, josa)} 알려줘")
        and not any(name.endswith(end) and josa == hidden for end, hidden in HIDDEN)
    ]

    assert apart == []


def _facts(text: str) -> list[str]:
    return [figure.fact.partition("@")[0] for figure in said(text).figures]


@pytest.mark.xfail(strict=True, reason="a word seen across noun and particle (수도, 수요, 나+라면) wins over the noun")
@pytest.mark.parametrize(("end", "josa"), HIDDEN)
def test_a_noun_is_not_cut_by_its_particle(end: str, josa: str) -> None:
    """나라면 is 나라 with 면 where countries are spoken of."""
    taken = [(name, fact) for name, fact in nouns() if name.endswith(end)]

    assert taken
    assert all(fact in _facts(f"{particle(name, josa)} 알려줘") for name, fact in taken)


@pytest.mark.xfail(strict=True, reason="부터 always asks since when, also where it says what to tell first")
def test_what_is_to_be_told_first_is_told() -> None:
    """사람 수부터 알려줘 asks for the number of people."""
    assert _facts("사람부터 알려줘") == _facts("사람 알려줘")


#: Questions that change when their spaces go, and the word seen where a space was.
CUT = {
    "2021년에 온라인으로 본 사람은 몇 명?": "본사람 is read as 본사 (head office)",
    "외국인 관람객은 2019년보다 늘었나요 줄었나요?": "a verb right after a verb's ending is read as more endings",
    "상담액이 계약액의 두 배 넘지?": "의두 is no number where it clings to what stands before",
    "로드쇼는 어디서 열 계획인가요?": "어디서열 is read as 서열 (rank)",
}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, marks=[pytest.mark.xfail(strict=True, reason=CUT[text])] if text in CUT else [])
        for text in plain("ko")
    ],
)
def test_spaces_do_not_matter(text: str) -> None:
    """A Korean question typed without any space is the same question."""
    assert gist(said(text.replace(" ", ""))) == gist(said(text))


@given(st.sampled_from(plain("ko")), st.randoms(use_true_random=False))
@settings(max_examples=120)
def test_odd_spaces_do_not_matter(text: str, chance: object) -> None:
    """Spaces doubled, turned into tabs or line feeds, or put at the ends change nothing."""
    spaced = "".join(chance.choice(["  ", "\t", "\n", "\u3000", "\u00a0"]) if char == " " else char for char in text)  # type: ignore[attr-defined]

    assert gist(said(f"  {spaced} \n")) == gist(said(text))


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_the_form_of_the_letters_does_not_matter(form: str) -> None:
    """Composed or taken apart, as different systems send it, a message is the same."""
    for text in (*plain("ko"), *plain("en")):
        assert gist(said(unicodedata.normalize(form, text))) == gist(said(text))  # type: ignore[arg-type]


def full_width(text: str) -> str:
    """The text in the wide letters of East Asian keyboards."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text).replace(" ", "\u3000")


def half_width(text: str) -> str:
    """The text with its Hangul in half-width letters."""
    wide = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFFA1, 0xFFDD) if chr(code).strip()}
    decomposed = unicodedata.normalize("NFD", text)
    finals = {
        chr(0x11A7 + place): letter
        for place, letter in enumerate("ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ", 1)
    }
    keyboard = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0x3131, 0x3164)}
    compatible = "".join(keyboard.get(char, finals.get(char, char)) for char in decomposed)
    by_letter = {keyboard.get(letter, letter): narrow for letter, narrow in wide.items()}
    return "".join(by_letter.get(char, char) for char in compatible)


def test_wide_letters_do_not_matter() -> None:
    """２０１９ is 2019."""
    for text in (*plain("ko"), *plain("en")):
        assert gist(said(full_width(text))) == gist(said(text))


def test_half_width_letters_do_not_matter() -> None:
    """ﾡ is ㄱ, and letters in a row are syllables."""
    assert half_width("관람객") != "관람객"
    apart = [text for text in plain("ko") if gist(said(half_width(text))) != gist(said(text))]

    assert apart == []


def test_capitals_do_not_matter() -> None:
    """WHERE WAS IT HELD is where was it held."""
    for text in plain("en"):
        assert gist(said(text.upper())) == gist(said(text)) == gist(said(text.lower()))


@given(st.sampled_from(plain("ko")), st.sampled_from(("", *GREETINGS)), st.sampled_from(("", *THANKS)))
@settings(max_examples=250)
def test_courtesy_never_changes_an_answer(text: str, greeting: str, thanks: str) -> None:
    """A greeting, the bot's name, thanks, laughter and emoji around a question are no part of it."""
    assert gist(said(f"{greeting}{text}{thanks}")) == gist(said(text))


def test_a_tie_is_not_decided_by_what_stands_before() -> None:
    """Last year stays last year, with or without a greeting."""
    asked = "How many overseas exhibitors came last year?"

    assert gist(said(asked)) == gist(said(f"hi {asked}"))


@given(st.sampled_from(plain("en")), st.sampled_from(("", *GREETINGS_EN)), st.sampled_from(("", *THANKS_EN)))
@settings(max_examples=200)
def test_courtesy_in_english_never_changes_an_answer(text: str, greeting: str, thanks: str) -> None:
    """The same in English."""
    assume("came last year" not in text)

    assert gist(said(f"{greeting}{text}{thanks}")) == gist(said(text))


@given(st.sampled_from(plain("ko")), st.text("\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u2066", max_size=6))
@settings(max_examples=80)
def test_what_cannot_be_seen_does_not_matter(text: str, unseen: str) -> None:
    """Zero-width and direction marks in the middle of a message are not there."""
    middle = len(text) // 2

    assert gist(said(text[:middle] + unseen + text[middle:])) == gist(said(text))


@given(
    st.integers(1990, 2060), st.sampled_from(("{}년 관람객은 몇 명?", "visitors in {}?", "{}년 계약액", "{} 면적은"))
)
@example(2018, "{}년 관람객은 몇 명?")
@example(2020, "visitors in {}?")
@settings(max_examples=120)
def test_a_year_is_never_corrected(year: int, wording: str) -> None:
    """A year without figures is declined by name, however near it is to one that has them."""
    answer = said(wording.format(year))

    if year in (2019, 2021, 2022):
        assert answer.outcome == "answer"
        assert str(year) in answer.headline
    else:
        assert (answer.outcome, answer.reason) == ("decline", "no-such-edition")
        assert str(year) in answer.headline


@given(st.integers(10_001, 99_999).filter(lambda number: number % 10))
@example(30_237)
@example(30_328)
@example(30_326)
@example(39_327)
@settings(max_examples=80)
def test_digits_are_never_corrected(number: int) -> None:
    """A number claimed to the last digit is right only when it is the figure itself."""
    for wording in ("관람객이 {:,}명 맞아?", "관람객 {}명이었지?", "were there {:,} visitors?"):
        answer = said(wording.format(number))

        assert answer.verdict == ("yes" if number == 30_327 else "no"), answer.headline
        assert 30_327 in numbers_in(answer.headline)


def _messages() -> st.SearchStrategy[str]:
    words = st.sampled_from(
        (
            "관람객 부스 2019년 몇 명 21개 visitors how many 계약액 1,178억 맞아 ? 와 랑 그리고 and the 전년 대비 %% "
            "중국 ㄱㄹㄱ rhksfkaror <b> &amp; \\ \" ' ( ] 🙂 \u202e \x00 \ud7ff ﾡ ２ ² m² -13 0x1f 1e9 044-201-3674 "
            "http://a.b @bodobot /start"
        ).split(" ")
    )
    return st.one_of(
        st.text(max_size=300),
        st.lists(words, max_size=40).map(" ".join),
        st.lists(words, max_size=40).map("".join),
        st.text("ㄱㄴㄷㅏㅓㅗ가각힣\u1100\u1161\u11a8\uffa1 ", max_size=200),
        st.text("0123456789.,년월일만억조원%-~: ", max_size=200),
    )


@given(_messages(), st.booleans())
@example("e0%2022년", False)
@settings(max_examples=400)
def test_anything_gets_a_reply(text: str, follows: bool) -> None:
    """Whatever is typed, first or later, there is a reply of the contract, and the next message has one, too."""
    state = respond("관람객 몇 명?", State(), expo())[1] if follows else State()
    answer, state = respond(text, state, expo())

    assert answer.outcome in {"answer", "clarify", "decline"}
    assert answer.headline.strip()
    assert answer.language in {"ko", "en"}
    assert len(answer.headline) < LONGEST
    assert respond("2019년은?", state, expo())[0].headline


UNITS_OF_WORK = {
    "one syllable": "가",
    "one letter": "a",
    "one digit": "1",
    "one initial": "ㄱ",
    "a name": "관람객 ",
    "a name unspaced": "관람객",
    "names joined": "관람객이랑 ",
    "questions": "2019년 관람객은 몇 명? ",
    "years": "2018년 2019년 ",
    "numbers": "1,178억 3만 327명 ",
    "number words": "이천이십이 ",
    "number words unspaced": "이천백",
    "slips": "부쓰 게약액 삼담액 ",
    "slips unspaced": "겨약엑삼담엑",
    "English": "how many visitors and booths ",
    "English unspaced": "visitorsandbooths",
    "English slips": "exibitor vistors contarct ",
    "romanised": "gwallamgaek gyeyakaek ",
    "keyboard": "rhksfkaror ",
    "unknown": "꿻뛟쐛 ",
    "unknown unspaced": "꿻뛟쐛",
    "brackets": "((((",
    "emoji": "🙂👨‍👩‍👧‍👦",
    "marks": "e\u0301\u0301\u0301",
    "stops": "관람객. ",
    "commas": ",.,.",
    "claims": "관람객이 61개라던데 맞아? ",
    "dates": "8월 31일 9월 2일 ",
}


def work(text: str) -> int:
    """How many calls of functions the reply to the message takes: the same on every machine."""
    calls = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        said(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("unit", UNITS_OF_WORK.values(), ids=UNITS_OF_WORK)
def test_long_messages_take_no_more_than_their_length(unit: str) -> None:
    """Four times the message is at most six times the work, and the longest is a bounded multiple of a question's."""
    long, short = ((unit * LONGEST)[:length] for length in (LONGEST, LONGEST // 4))
    said(short)  # what is built once is built now
    said(long)

    calls = work(long)

    assert calls <= 6 * work(short) + 20_000
    assert calls <= 300 * work("2019년 관람객은 몇 명이었나요?")


def test_what_is_beyond_the_longest_message_is_not_read() -> None:
    """A text longer than Telegram's limit takes the work of its first 4,096 characters."""
    long = "관람객 " * LONGEST
    said(long)

    assert work(long) <= 1.1 * work(long[:LONGEST])
