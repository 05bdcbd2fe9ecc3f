"""A reply on a screen: the same words as in a pipe, dressed."""

import io

from rich.console import Console

from bot.render.screen import styled
from bot.render.text import plain, sections
from tests.sample import a_reply


def _shown(answer, *, colour=False, width=300):
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
    )
    console.print(styled(sections(answer)))
    return file.getvalue()


def test_without_colour_the_screen_says_what_the_pipe_says():
    """Nothing is left out and nothing added; tabs become columns."""
    lines = [line.rstrip() for line in _shown(a_reply()).splitlines()]

    assert lines[0] == a_reply().headline
    assert len(lines) == len(plain(a_reply()).splitlines())


def test_the_headline_is_bold_and_the_figure_stands_out_in_its_quote():
    """The eye finds the answer and where it is from."""
    shown = _shown(a_reply(), colour=True)

    assert "\x1b[1m620 foreign visitors" in shown
    assert "\x1b[1m620명" in shown


def test_square_brackets_are_text():
    """What the release prints in brackets is no markup."""
    assert "[계약달성] 1,178억원" in _shown(a_reply(headline="[계약달성] 1,178억원"))


def test_a_long_quote_is_wrapped_inside_its_indent():
    """A wrapped line keeps the two columns."""
    lines = _shown(a_reply(), width=40).splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("  annex"))

    assert lines[first + 1].startswith("  ")
