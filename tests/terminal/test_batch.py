"""Many conversations at once: a reply for each line, whatever is in it."""

import json

import pytest

from bot.dialogue import State
from bot.terminal import batch
from bot.terminal.batch import last_answer, replies
from tests.sample import a_reply


def _echo(turns):
    return a_reply(headline=turns[-1])


def _replies(*lines):
    return list(replies([line if isinstance(line, bytes) else line.encode() for line in lines], _echo))


def test_a_line_gives_the_record_with_its_id_in_front():
    """The contract's fields follow the id."""
    (reply,) = _replies('{"id": "dv-001", "turns": ["부스?"]}')

    assert list(reply)[:2] == ["id", "outcome"]
    assert (reply["id"], reply["headline"]) == ("dv-001", "부스?")


def test_the_reply_is_to_the_last_turn():
    """Earlier turns are context."""
    (reply,) = _replies('{"id": 1, "turns": ["방문객은?", "2019년은?"], "lang": "ko", "note": "more fields are fine"}')

    assert reply["headline"] == "2019년은?"


@pytest.mark.parametrize(
    ("line", "identifier", "complaint"),
    [
        ("not json", None, "not a line of JSON"),
        ('{"id": 7, "turns": ["', None, "not a line of JSON"),
        (b'{"id": 7, "turns": ["\xff"]}', None, "not a line of JSON"),
        ('{"id": NaN, "turns": ["부스?"]}', None, "NaN is not JSON"),
        ("[" * 100_000, None, "not a line of JSON"),
        ("[1, 2]", None, "not a JSON object"),
        ('{"id": {"a": 1}, "turns": ["부스?"]}', None, '"id" must be'),
        ('{"id": 1.5, "turns": ["부스?"]}', None, '"id" must be'),
        ('{"id": 7}', 7, '"turns" must be a list'),
        ('{"id": 7, "turns": []}', 7, '"turns" must be a list'),
        ('{"id": 7, "turns": "부스?"}', 7, '"turns" must be a list'),
        ('{"id": "x", "turns": ["부스?", 2]}', "x", '"turns" must hold nothing but strings'),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_bad_line_gives_an_error_line_and_the_rest_goes_on(line, identifier, complaint):
    """The error says what is wrong; the next line is answered."""
    bad, good = _replies(line, '{"id": 8, "turns": ["부스?"]}')

    assert list(bad) == ["id", "error"]
    assert bad["id"] == identifier
    assert complaint in bad["error"]
    assert good["headline"] == "부스?"


def test_empty_lines_and_a_byte_order_mark_are_passed_over():
    """Files from every editor can be read."""
    found = _replies(b'\xef\xbb\xbf{"id": 1, "turns": ["a"]}\r\n', "\n", "  \n", '{"id": 2, "turns": ["b"]}')

    assert [reply["id"] for reply in found] == [1, 2]


def test_a_line_without_an_id_is_answered_without_one():
    """The field is there all the same."""
    assert _replies('{"turns": ["부스?"]}')[0]["id"] is None


def test_replies_come_as_their_lines_come():
    """A line is answered before the next is read."""
    read = []

    def lines():
        for number in range(2):
            read.append(number)
            yield json.dumps({"id": number, "turns": ["부스?"]}).encode()

    found = replies(lines(), _echo)

    assert (next(found)["id"], read) == (0, [0])


def test_a_conversation_that_breaks_is_told_and_logged(caplog):
    """One failure does not take the others with it, and is not passed over in silence."""

    def fails(turns):
        raise KeyError(turns[0])

    (reply,) = replies([b'{"id": 1, "turns": ["a"]}'], fails)

    assert reply == {"id": 1, "error": "internal error: KeyError"}
    assert "No reply to 1" in caplog.text


def test_the_trace_comes_when_it_is_asked_for():
    """It is the last field."""
    (reply,) = replies([b'{"id": 1, "turns": ["a"]}'], _echo, explain=True)

    assert list(reply)[-1] == "trace"


def test_turns_follow_one_another_from_an_empty_state(monkeypatch):
    """Each turn gets the state that the one before left; half characters are replaced."""
    seen = []

    def respond(text, state, catalogue, language):
        seen.append((text, state.declines, catalogue, language))
        return a_reply(headline=text), State(declines=state.declines + 1)

    monkeypatch.setattr(batch, "respond", respond)
    answer = last_answer(["하나", "둘\ud800"], "catalogue", "en")

    assert seen == [("하나", 0, "catalogue", "en"), ("둘\ufffd", 1, "catalogue", "en")]
    assert answer.headline == "둘\ufffd"
