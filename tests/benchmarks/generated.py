"""A made-up knowledge as large as many releases: a release.yaml with its release.txt, in order by the product's checks.

Each fair brings a release's worth: four invented names, seven kinds of figures in three editions, two topics with
their sides, about a hundred names and phrasings. All fairs share the words for what they count, as releases do:
everybody has visitors.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from tests.benchmarks.fairs import YEARS, Fair, fairs
from tests.benchmarks.names import Name
from tests.benchmarks.printed import (
    DATE,
    HEADING,
    PUBLISHED,
    PUBLISHER,
    TABLE,
    TITLE,
    change_of_visitors,
    printed,
    release_text,
    rows,
    sentences,
)

Entry = dict[str, Any]
#: Words of the fairs' world, Korean and English; each line of them is one meaning that all fairs share.
_WORDS = {
    "visitor": (["관람객", "방문객", "입장객", "방문자"], ["visitor", "attendee", "visited", "attendance"]),
    "exhibitor": (["참가업체", "참가기업", "참가사"], ["exhibitor", "participant", "exhibiting company"]),
    "booth": (["부스", "전시 부스", "스탠드", "전시 칸"], ["booth", "stand", "stall", "exhibition booth"]),
    "area": (["전시 면적", "면적", "넓이", "전시장 크기"], ["exhibition area", "area", "floor space", "floor area"]),
    "budget": (["예산", "예산액", "사업비", "배정액"], ["budget", "budget amount", "funding", "funds"]),
    "sold": (["판매량", "판매 대수", "판매", "판매고"], ["unit sales", "units sold", "sales", "sold"]),
    "host": (["주최", "주최 기관", "주최자"], ["host", "organiser", "organizer"]),
    "instrument": (["측정기"], ["measuring instrument", "instrument"]),
    "fairs-agency": ([PUBLISHER], ["Agency of Fairs"]),
}
#: For each kind of figure its unit, what it is called, and the line of words that name it.
_METRICS = {
    "visitors": ("person", ("관람객", "visitors"), "visitor"),
    "exhibitors": ("firms", ("참가업체", "exhibitors"), "exhibitor"),
    "booths": ("booths", ("부스", "booths"), "booth"),
    "area": ("sqm", ("전시 면적", "exhibition area"), "area"),
    "budget": ("krw", ("예산", "budget"), "budget"),
    "sold": ("pieces", ("판매량", "unit sales"), "sold"),
}
#: The words that the visitors from abroad and those from here are named by.
_FOREIGN = (
    ["외국인 관람객", "해외 관람객", "외국인 방문객"],
    ["foreign visitor", "overseas visitor", "foreign attendee"],
)
_DOMESTIC = (
    ["내국인 관람객", "국내 관람객", "내국인 방문객"],
    ["domestic visitor", "local visitor", "domestic attendee"],
)


def write(folder: Path, number: int) -> Path:
    """The folder, now with the knowledge of so many fairs and its release."""
    folder.mkdir(parents=True, exist_ok=True)
    shown = fairs(number)
    content = yaml.dump(
        knowledge(shown), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=None
    )
    (folder / "release.yaml").write_text(content, encoding="utf-8")
    (folder / "release.txt").write_text(release_text(shown), encoding="utf-8")
    return folder


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes everything out: a knowledge file has no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def knowledge(shown: Iterable[Fair]) -> Entry:
    """The content of the knowledge file about the fairs."""
    shown = tuple(shown)
    return {
        "format": 1,
        "release": {
            "id": "fairs",
            "title": _both(TITLE, "The nation’s fairs"),
            "publisher": _both(PUBLISHER, "Agency of Fairs"),
            "published": PUBLISHED,
            "text": "release.txt",
            "subject": _both("전국 박람회", "fairs of the nation"),
            "subject_names": _both(["전국 박람회", "박람회", "행사"], ["fairs of the nation", "fair", "event"]),
        },
        "passages": [*_heading_passages(), *(passage for fair in shown for passage in _passages(fair))],
        "editions": {
            "default": YEARS[-1],
            "compared_with": YEARS[0],
            "list": [{"id": year, "name": _both(f"{year}년", year)} for year in YEARS],
        },
        "terms": {meaning: _both(*words) for meaning, words in _WORDS.items()}
        | {meaning: words for fair in shown for meaning, words in _terms(fair).items()},
        "units": [
            _unit("firms", "개사", ["company", "companies"], ["company", "thing", "place"]),
            _unit("booths", "개", ["booth", "booths"], ["booth", "thing"]),
            _unit("pieces", "대", ["unit", "units"], ["thing"]),
        ],
        "metrics": [_metric(fair, kind) for fair in shown for kind in _METRICS],
        "topics": [_release_topic(), *(topic for fair in shown for topic in (_fair_topic(fair), _product_topic(fair)))],
    }


def _both(korean: object, english: object) -> Entry:
    return {"ko": korean, "en": english}


def _unit(name: str, korean: str, english: list[str], counters: list[str]) -> Entry:
    return {"id": name, "base": "count", "ko": korean, "en": english, "counters": counters}


def _heading_passages() -> list[Entry]:
    place = _both("머리글", "heading")
    lines = {"heading": HEADING, "date": DATE, "title": TITLE}
    table = {"id": "table", "place": _both("표 머리행", "table, heading row"), "text": TABLE}
    return [
        *({"id": name, "place": place, "text": text} for name, text in lines.items()),
        table | {"columns": [None, *YEARS, "change"]},
    ]


def _passages(fair: Fair) -> Iterable[Entry]:
    for side, text in sentences(fair).items():
        yield {"id": _passage(side, fair), "place": _both("본문", "body"), "text": text}
    for kind, text in rows(fair).items():
        yield {"id": _passage(kind, fair), "place": _both("표", "table"), "under": "table", "text": text}


def _passage(kind: str, fair: Fair) -> str:
    return f"{kind}-{fair.name.id}"


def _terms(fair: Fair) -> Entry:
    """The fair's own names, each alone and with what people add to it."""
    added = (
        ("fair", fair.name, ("박람회", "행사", "전시회", "축제"), ("fair", "event", "show", "festival")),
        ("host", fair.host, ("재단", "측", "법인"), ("Foundation", "Trust", "organisation")),
        ("town", fair.town, ("시", "지역", "일대"), ("City", "town", "area")),
        ("product", fair.product, ("제품", "측정기", "기기"), ("product", "instrument", "device")),
    )
    return {f"{kind}-{name.id}": _named(name, (["", *korean], ["", *english])) for kind, name, korean, english in added}


def _named(name: Name, words: tuple[list[str], list[str]]) -> Entry:
    """The name before each of the words, in both languages."""
    korean, english = words
    return _both([f"{name.ko} {word}".rstrip() for word in korean], [f"{name.en} {word}".rstrip() for word in english])


def _metric(fair: Fair, kind: str) -> Entry:
    unit, (korean, english), words = _METRICS[kind]
    owner = fair.owner(kind)
    metric: Entry = {
        "id": f"{kind}_{fair.name.id}",
        "name": _both(f"{owner.ko} {korean}", f"{owner.en} {english}"),
        "names": _named(owner, _WORDS[words]),
        "unit": unit,
        "values": _values(fair, kind),
    }
    if kind != "visitors":
        return metric
    change = {"from": YEARS[0], "to": YEARS[-1], "figure": change_of_visitors(fair)}
    return metric | {"changes": [change | {"passage": _passage(kind, fair)}], "parts": [_foreign(fair)]}


def _foreign(fair: Fair) -> Entry:
    name = fair.name
    domestic = {
        "id": "domestic",
        "name": _both(f"{name.ko} 내국인 관람객", f"{name.en} domestic visitors"),
        "names": _named(name, _DOMESTIC),
    }
    return {
        "id": "foreign",
        "name": _both(f"{name.ko} 외국인 관람객", f"{name.en} foreign visitors"),
        "names": _named(name, _FOREIGN),
        "rest": domestic,
        "values": _values(fair, "foreign"),
    }


def _values(fair: Fair, kind: str) -> Entry:
    return {year: {"figure": printed(fair, kind, year), "passage": _passage(kind, fair)} for year in YEARS}


def _release_topic() -> Entry:
    published = _both("2023년 12월 18일(월)에 배포됐습니다.", "It was published on Monday, 18 December 2023.")
    publisher = _both(f"{PUBLISHER}이 낸 보도자료입니다.", "It was published by the Agency of Fairs.")
    title = _both(f"제목은 '{TITLE}'입니다.", f"The headline reads “{TITLE}”.")
    return {
        "id": "release",
        "subject": True,
        "name": _both("보도자료", "the press release"),
        "names": _both(["보도자료"], ["press release"]),
        "aspects": [
            _side("published", [], ("배포일", "date of publication"), published, "date") | {"dates": [PUBLISHED]},
            _side("publisher", [], ("발행 기관", "publisher"), publisher, "heading") | {"items": ["fairs-agency"]},
            _side("title", ["title"], ("제목", "headline"), title, "title"),
        ],
    }


def _side(name: str, asks: list[str], noun: tuple[str, str], answer: Entry, passage: str, *also: list[str]) -> Entry:
    """A side of a topic, named by its noun and by `also`, a list of more names in each language."""
    more = also or ([], [])
    return {
        "id": name,
        "asks": asks,
        "names": _both(*([word, *words] for word, words in zip(noun, more, strict=True))),
        "answer": answer,
        "noun": _both(*noun),
        "passages": [passage],
    }


def _fair_topic(fair: Fair) -> Entry:
    name, day = fair.name, fair.day
    when = _both(
        f"{day.year}년 {day.month}월 {day.day}일에 열렸습니다.", f"It was held on {day.day} {day:%B} {day.year}."
    )
    where = _both(f"{fair.town.ko}시에서 열렸습니다.", f"It was held in {fair.town.en} City.")
    who = _both(f"{fair.host.ko} 재단이 주최했습니다.", f"It was hosted by the {fair.host.en} Foundation.")
    shown = _both(f"{fair.product.ko} 제품이 공개됐습니다.", f"The {fair.product.en} product was shown.")
    held, hosted = _passage("held", fair), _passage("hosted", fair)
    return {
        "id": f"fair_{name.id}",
        "name": _both(f"{name.ko} 박람회", f"the {name.en} fair"),
        "names": _both([name.ko], [name.en]),
        "context": _both(["열리다", "개최"], ["held", "take place"]),
        "aspects": [
            _side("when", ["when", "day"], ("개최일", "date"), when, held, ["열린 날"], ["opening date"])
            | {"dates": [day]},
            _side("where", ["where"], ("개최지", "venue"), where, held, ["장소"], ["place"])
            | {"items": [f"town-{fair.town.id}"]},
            _side("who", ["who"], ("주최 기관", "host"), who, hosted, ["주최"], ["organiser"])
            | {"items": [f"host-{fair.host.id}"]},
            _side(
                "shown", ["list"], ("공개 제품", "product shown"), shown, _passage("shown", fair), ["제품"], ["product"]
            )
            | {"items": [f"product-{fair.product.id}"]},
        ],
    }


def _product_topic(fair: Fair) -> Entry:
    name, made = fair.product, _passage("made", fair)
    what = _both(f"{name.ko} 제품은 측정기입니다.", f"The {name.en} product is a measuring instrument.")
    maker = _both(f"{fair.host.ko} 재단이 개발했습니다.", f"It was developed by the {fair.host.en} Foundation.")
    return {
        "id": f"product_{name.id}",
        "name": _both(f"{name.ko} 제품", f"the {name.en} product"),
        "names": _both([name.ko], [name.en]),
        "aspects": [
            _side("what", ["definition"], ("설명", "explanation"), what, made, ["용도"], ["use"])
            | {"items": ["instrument"]},
            _side("maker", ["who"], ("개발 기관", "maker"), maker, made, ["만들다"], ["developed"])
            | {"items": [f"host-{fair.host.id}"]},
        ],
    }
