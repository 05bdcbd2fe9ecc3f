"""What says that something is to be counted along with the rest."""

from __future__ import annotations

from bot.understand.span import Span

_COUNTS_IN = ("세면", "세어", "치", "쳐", "넣", "얹", "셈")
_INCLUDING = frozenset({"including", "counting", "with", "plus", "togetherwith"})
_INCLUDES = ("포함하", "포함해", "포함시키면", "포함된", "포함되", "포함돼")


def counts_in(spans: tuple[Span, ...]) -> frozenset[str]:
    """That something is to be counted along with the rest: 온라인까지 세면, 온라인을 포함하면, including them."""
    for place, span in enumerate(spans[1:], 1):
        josa = spans[place - 1] if spans[place - 1].kind == "josa" else None
        named = spans[place - 2] if josa is not None and place > 1 else spans[place - 1]
        along = josa is not None and josa.text == "까지" and span.kind in {"skip", "verb", "word"}
        counts = (along and span.typed.startswith(_COUNTS_IN)) or span.typed.startswith(_INCLUDES)
        counts = counts and (josa is None or josa.text != "에")  # 전체에 포함된 외국인 are those alone
        if named.kind in {"word", "unknown"} and counts:
            return frozenset({"op:include"})
    opens = len(spans) > 1 and spans[0].typed in _INCLUDING and spans[1].kind != "number"  # with 620 foreigners
    return frozenset({"op:include"}) if opens else frozenset()
