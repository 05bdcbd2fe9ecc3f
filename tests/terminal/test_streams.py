"""Standard input and output: bytes that are no text, and readers that leave."""

import io
import os
import sys

import pytest

from bot.errors import OutputError
from bot.terminal.streams import prepare_streams, readable, reader_may_leave


def test_what_is_no_text_becomes_a_replacement_sign():
    """Half characters and undecodable bytes are replaced one by one, all else is kept."""
    assert readable("부스\udcff\ud83d? 🎉") == "부스\ufffd\ufffd? 🎉"


def test_no_character_fails_to_be_printed_or_read(monkeypatch):
    """Pipes speak UTF-8 whatever the environment says."""
    written, given = io.BytesIO(), io.BytesIO("부스\n".encode() + b"\xff\n")
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(given, encoding="ascii"))
    prepare_streams()
    print("부스 \ud800", flush=True)

    assert written.getvalue() == "부스 \\ud800\n".encode()
    assert sys.stdin.readlines() == ["부스\n", "\ufffd\n"]


def test_a_stream_that_is_no_file_is_left_alone(monkeypatch):
    """Whoever replaced it knows best."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    prepare_streams()

    assert sys.stdout is stream


def test_a_reader_that_leaves_ends_the_block_quietly(monkeypatch):
    """Nothing is raised, and nothing is left to be written at exit."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        with reader_may_leave():
            print("a line that nobody reads", flush=True)
        print("nor this one", flush=True)


def test_a_full_disk_is_one_sentence(monkeypatch):
    """What could not be written is told, and not tried again at exit."""
    with open("/dev/full", "w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(OutputError, match="could not be written"), reader_may_leave():
            print("a line that finds no room")


def test_closed_streams_say_and_hear_nothing(monkeypatch):
    """What the shell closed is as good as empty."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    prepare_streams()
    with sys.stdin, sys.stdout, sys.stderr:
        print("to nobody")
        print("to nobody", file=sys.stderr)

        assert sys.stdin.readlines() == []
