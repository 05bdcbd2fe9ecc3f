"""What the made-up release prints: its heading, sentences about every fair, and a table of all figures."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from tests.benchmarks.fairs import YEARS, Fair

PUBLISHER = "전국박람회청"
TITLE = "전국 박람회 현황"
PUBLISHED = datetime.date(2023, 12, 18)
HEADING = f"{PUBLISHER} 보도자료"
DATE = "배포 일시\t2023. 12. 18.(월)"
TABLE = "\t".join(["구분", *(f"{year}년" for year in YEARS), "'21년 대비"])

#: What each kind of figure is called in its row, and what follows the number.
_ROWS = {
    "visitors": ("관람객", "명"),
    "foreign": ("외국인 관람객", "명"),
    "exhibitors": ("참가업체", "개사"),
    "booths": ("부스", "개"),
    "area": ("전시 면적", "m²"),
    "budget": ("예산", "억원"),
    "sold": ("판매량", "대"),
}


def release_text(shown: Iterable[Fair]) -> str:
    """The text of the release."""
    shown = tuple(shown)
    told = [sentence for fair in shown for sentence in sentences(fair).values()]
    counted = [row for fair in shown for row in rows(fair).values()]
    return "\n".join([HEADING, DATE, TITLE, "", *told, "", TABLE, *counted]) + "\n"


def sentences(fair: Fair) -> dict[str, str]:
    """What the release tells of the fair in words, a line for each side."""
    name, day = fair.name.ko, fair.day
    return {
        "held": f"{name} 박람회 개최지 {fair.town.ko}시, 개최일 {day.year}년 {day.month}월 {day.day}일.",
        "hosted": f"{name} 박람회 주최 기관 {fair.host.ko} 재단.",
        "shown": f"{name} 박람회 공개 제품 {fair.product.ko}.",
        "made": f"{fair.product.ko} 제품 설명 {fair.host.ko} 재단 개발 측정기.",
    }


def rows(fair: Fair) -> dict[str, str]:
    """The fair's rows of the table; the release states the change of visitors only."""
    found = {}
    for kind, (label, _) in _ROWS.items():
        change = f"{change_of_visitors(fair)} {'↑' if _rises(fair) else '↓'}" if kind == "visitors" else "-"
        figures = (printed(fair, kind, year) for year in YEARS)
        found[kind] = "\t".join([f"{fair.owner(kind).ko} {label}", *figures, change])
    return found


def printed(fair: Fair, kind: str, year: str) -> str:
    """The figure as the release prints it."""
    return f"{fair.figure(kind, year):,}{_ROWS[kind][1]}"


def change_of_visitors(fair: Fair) -> str:
    """The change from the first year to the last in percent, without its sign, as the release states it."""
    before, after = (Decimal(fair.figure("visitors", year)) for year in (YEARS[0], YEARS[-1]))
    return f"{abs((after - before) / before * 100).quantize(Decimal('0.1'), ROUND_HALF_UP)}%"


def _rises(fair: Fair) -> bool:
    return fair.figure("visitors", YEARS[-1]) > fair.figure("visitors", YEARS[0])
