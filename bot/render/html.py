"""Replies as Telegram's HTML: the only module that writes a tag, escapes a text or parts a long one.

A reply is first a list of blocks, each a line or a quotation made of runs of plain text. Blocks are packed
into pages that Telegram takes, and only then does a run become HTML: a tag is never cut, nor made by a text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from unicodedata import combining

from bot.answer.model import Answer, Source
from bot.answer.paragraphs import Paragraph
from bot.answer.sources import written_date
from bot.knowledge.model import Language
from bot.render.links import place_address

#: The UTF-16 code units that a message, or the words under a picture, may have once their entities are parsed.
LONGEST, LONGEST_CAPTION = 4096, 1024

_SOURCE = {"ko": "출처", "en": "Source"}
_TITLE = {"ko": "「{}」", "en": "“{}”"}
_EMPTY = "…"

#: Replies that state nothing, whose opening would only shout in bold.
_TALK = frozenset({"small-talk", "about-bot"})

#: Lone surrogates cannot be sent; control and direction characters could dress a text up as another.
_UNSENDABLE = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

_SAFE_PLACES = (re.compile(r"\n+"), re.compile(r"(?<=[.!?…])\s+"), re.compile(r"\s+"))
_NUMBER = frozenset("0123456789.,")
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")


@dataclass(frozen=True, slots=True)
class _Run:
    """Plain text in one dress: bold, italic, behind a link, or none."""

    text: str
    tag: str = ""
    link: str | None = None

    def html(self) -> str:
        """The run with its text escaped, inside its tag."""
        inner = html.escape(self.text, quote=False)
        if self.link:
            return f'<a href="{html.escape(self.link)}">{inner}</a>'
        return f"<{self.tag}>{inner}</{self.tag}>" if self.tag else inner


@dataclass(frozen=True, slots=True)
class _Block:
    """A line of the reply, or a quotation; `apart` asks for an empty line before it."""

    runs: tuple[_Run, ...]
    quoted: bool = False
    apart: bool = False

    @property
    def size(self) -> int:
        """The code units that the block takes in a message."""
        return sum(_units(run.text) for run in self.runs)

    def html(self) -> str:
        """The block's runs, inside an expandable quotation when it is one."""
        inner = "".join(run.html() for run in self.runs)
        return f"<blockquote expandable>{inner}</blockquote>" if self.quoted else inner


def answer_pages(answer: Answer) -> tuple[str, ...]:
    """The reply as one message's HTML, or as several when it is longer than a message may be.

    The headline comes first, in bold unless it is mere talk; then the details, the assumptions in one italic
    line, and each source with its publisher, title, date and place above the quoted words, whose figures are
    bold.
    """
    return _pages(_answer_blocks(answer))


def brief_page(answer: Answer) -> str:
    """The first line of the reply alone, for where more would be in the way."""
    return _pages([_line(answer.headline.partition("\n")[0])])[0]


def card_page(answer: Answer) -> str:
    """The reply as the one message of a card, its choices as numbered lines; quotations are left out where they do not
    all fit."""
    choices = (f"{number}. {choice.label}" for number, choice in enumerate(answer.choices, start=1))
    blocks = [*_answer_blocks(answer), *(_line(choice, apart=choice.startswith("1. ")) for choice in choices)]
    whole = _pages(blocks)
    return whole[0] if len(whole) == 1 else _pages(block for block in blocks if not block.quoted)[0]


def pointer_page(answer: Answer, language: Language, address: str | None) -> str:
    """The first line of a reply that was given a moment ago, with the way to where it stands."""
    said = "조금 전에 답해 드렸습니다" if language == "ko" else "I answered this a moment ago"
    pointer = _Block((_Run(said, link=address), _Run(".")))
    return _pages([_line(answer.headline.partition("\n")[0], "b"), pointer])[0]


def caption(headline: str, words: str) -> str:
    """The words under a picture, of at most LONGEST_CAPTION code units: the headline in bold, then the picture told."""
    head = _clean(headline)[:LONGEST_CAPTION]
    rest = _clean(words)
    room = LONGEST_CAPTION - _units(head) - 2
    rest = rest if _units(rest) <= room else rest[: _fitting(rest, max(room - 1, 0))] + "…"
    return _Run(head, "b").html() + (f"\n\n{html.escape(rest, quote=False)}" if room > 1 else "")


def source_pages(source: Source, paragraphs: Iterable[Paragraph], language: Language) -> tuple[str, ...]:
    """The paragraphs and tables of the release in full, each under its place, the words that were quoted in bold."""
    blocks = [_citation(replace(source, locator=""), None, language)]
    for paragraph in paragraphs:
        link = place_address(source.url, paragraph.quoted[0] if paragraph.quoted else "")
        blocks.append(_Block((_Run(_clean(paragraph.place), link=link),), apart=True))
        blocks.append(_Block(tuple(_lines_of(paragraph)), quoted=True))
    return _pages(blocks)


def _lines_of(paragraph: Paragraph) -> Iterator[_Run]:
    for number, line in enumerate(paragraph.lines):
        if number:
            yield _Run("\n")
        yield _Run(_clean(line).replace("\t", " | "), "b" if line in paragraph.quoted else "")


def notice_pages(headline: str, lines: Iterable[str] = ()) -> tuple[str, ...]:
    """A notice of our own: the headline in bold, then its lines."""
    return _pages([_line(headline, "b"), *(_line(line, apart=not at) for at, line in enumerate(lines))])


def _answer_blocks(answer: Answer) -> Iterator[_Block]:
    yield _line(answer.headline, "" if answer.reason in _TALK else "b")
    for at, detail in enumerate(answer.details):
        yield _line(detail, apart=not at)
    if answer.assumptions:
        yield _line(" · ".join(answer.assumptions), "i", apart=True)
    cited: Source | None = None
    for source in answer.sources:
        yield _citation(source, cited, answer.language)
        yield _Block(_quoted(source), quoted=True)
        cited = source


def _line(text: str, tag: str = "", apart: bool = False) -> _Block:
    return _Block((_Run(_clean(text).strip(), tag),), apart=apart)


def _citation(source: Source, before: Source | None, language: Language) -> _Block:
    """The source's document and place; the place alone when the document is that of the source before."""
    place = _clean(source.locator)
    if before is not None and replace(before, locator="", quote="", marked=()) == replace(
        source, locator="", quote="", marked=()
    ):
        return _Block((_Run(place, link=place_address(source.url, source.quote)),))
    date = written_date(source.published, language)
    opening = _Run(f"{_SOURCE[language]}: {_clean(source.publisher)}, ")
    title = _Run(_TITLE[language].format(_clean(source.title)), link=place_address(source.url, source.quote))
    return _Block((opening, title, _Run(f", {date}" + (f", {place}" if place.strip() else ""))), apart=True)


def _quoted(source: Source) -> tuple[_Run, ...]:
    """The quoted words, each printed figure in bold where it stands as a number of its own."""
    quote = _clean(source.quote).strip().replace("\t", " | ")
    marks = sorted({_clean(mark).strip() for mark in source.marked} - {""}, key=len, reverse=True)
    if not marks:
        return (_Run(quote),)
    figures = re.compile("|".join(map(_standing_alone, marks)))
    runs, end = [], 0
    for figure in figures.finditer(quote):
        runs += [_Run(quote[end : figure.start()]), _Run(figure.group(), "b")]
        end = figure.end()
    return tuple(run for run in (*runs, _Run(quote[end:])) if run.text)


def _standing_alone(figure: str) -> str:
    """A pattern that finds the figure, but not as a piece of a longer number."""
    before = r"(?<!\d)(?<!\d[.,])" if figure[0].isdigit() else ""
    after = r"(?![.,]?\d)" if figure[-1].isdigit() else ""
    return before + re.escape(figure) + after


def _clean(text: str) -> str:
    return _INVISIBLE.sub("", _UNSENDABLE.sub("\ufffd", text))


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _pages(blocks: Iterable[_Block]) -> tuple[str, ...]:
    """The blocks packed in order into as few messages as hold them."""
    pages: list[str] = []
    page, used = "", 0
    for block in (part for whole in blocks for part in _parts(whole)):
        gap = "\n\n" if block.apart else "\n"
        if page and used + len(gap) + block.size <= LONGEST:
            page, used = page + gap + block.html(), used + len(gap) + block.size
            continue
        pages += [page] if page else []
        page, used = block.html(), block.size
    return (*pages, page or _EMPTY)


def _parts(block: _Block) -> Iterator[_Block]:
    """The block if it fits a message, else its pieces; nothing of a block that shows nothing."""
    if not "".join(run.text for run in block.runs).strip():
        return
    while block.size > LONGEST:
        head, block = _parted(block)
        yield head
    yield block


def _parted(block: _Block) -> tuple[_Block, _Block]:
    """What fits one message, and the rest; neither a word nor a number is cut where it can be helped."""
    text = "".join(run.text for run in block.runs)
    cut = _safe_cut(text, _fitting(text, LONGEST))
    head: list[_Run] = []
    tail: list[_Run] = []
    at = 0
    for run in block.runs:
        inside = min(max(cut - at, 0), len(run.text))
        head += [replace(run, text=run.text[:inside])] if inside else []
        tail += [replace(run, text=run.text[inside:])] if inside < len(run.text) else []
        at += len(run.text)
    return replace(block, runs=tuple(head)), replace(block, runs=tuple(tail), apart=False)


def _fitting(text: str, room: int) -> int:
    """How many characters fit into so many code units."""
    used = 0
    for index, character in enumerate(text):
        used += 2 if character > "\uffff" else 1
        if used > room:
            return index
    return len(text)


def _safe_cut(text: str, most: int) -> int:
    """The last good place to part the text at: after a line, a sentence or a word, else outside a number."""
    for place in _SAFE_PLACES:
        ends = [found.end() for found in place.finditer(text, most // 2, most)]
        if ends:
            return ends[-1]
    loose = (index for index in range(most, most // 2, -1) if not _is_glued(text[index - 1], text[index]))
    return next(loose, most)


def _is_glued(before: str, after: str) -> bool:
    """Whether the two neighbours belong to one number or to one visible character."""
    return {before, after} <= _NUMBER or after in _JOINERS or before == "\u200d" or bool(combining(after))
