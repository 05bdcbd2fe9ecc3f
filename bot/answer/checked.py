"""Replies to running text: a line for each number in it, marked as right, as wrong, or as not in the release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.answer.desk import NO, YES
from bot.answer.draft import Draft
from bot.knowledge.model import Language
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.question import Part, Unanswerable

#: So many figures with the number are named.
_MOST_NAMED = 3

_RIGHT, _WRONG, _UNKNOWN = "✔", "✘", "?"


def checked(
    stated: Sequence[str], drafts: Sequence[Draft], parts: Sequence[Part], language: Language, catalogue: Catalogue
) -> tuple[str, ...]:
    """How many of the stated numbers are right, then each with what the release has for it; empty where none are."""
    if not stated:
        return ()
    said = zip(stated, drafts, parts, strict=True)
    lines = [_line(number, draft, _names_near(part, language, catalogue), language) for number, draft, part in said]
    return (_summary(Counter(line[0] for line in lines), language), *lines)


def _names_near(part: Part, language: Language, catalogue: Catalogue) -> tuple[str, ...]:
    """The figures that have just this number, though it is not said that they are meant."""
    near = part.near[:_MOST_NAMED] if isinstance(part, Unanswerable) else ()
    return tuple(catalogue.metric(each).name.in_language(language) for each in near)


def _line(number: str, draft: Draft, near: tuple[str, ...], language: Language) -> str:
    if draft.outcome != "answer" or draft.verdict is None:
        return f"{_UNKNOWN} {number}: {_not_found(near, language)}"
    mark, opening = (_RIGHT, YES) if draft.verdict == "yes" else (_WRONG, NO)
    return f"{mark} {number}: {draft.headline.removeprefix(opening[language])}"


def _not_found(near: tuple[str, ...], language: Language) -> str:
    names = ", ".join(near)
    if language == "ko":
        unclear = f"무엇의 수치인지 분명하지 않습니다. 보도자료에는 다음 수치로 나옵니다: {names}."
        return unclear if near else "이 보도자료에서 확인되지 않습니다."
    unclear = f"it is not clear what it counts. The release has it for: {names}."
    return unclear if near else "not found in the press release."


def _all_alike(mark: str, total: int, language: Language) -> str:
    if language == "ko":
        said = {_RIGHT: "맞습니다", _WRONG: "다릅니다", _UNKNOWN: "확인되지 않습니다"}[mark]
        return f"수치 {total}개가 모두 {said}." if total > 1 else f"수치 1개가 {said}."
    if mark == _UNKNOWN:
        return f"None of the {total} numbers could be confirmed." if total > 1 else "The number could not be confirmed."
    said = {_RIGHT: "right", _WRONG: "wrong"}[mark]
    return f"All {total} numbers are {said}." if total > 1 else f"The number is {said}."


def _summary(marks: Counter[str], language: Language) -> str:
    total = marks.total()
    if len(marks) == 1:
        return _all_alike(next(iter(marks)), total, language)
    if language == "ko":
        said = ((_RIGHT, "{}개는 맞"), (_WRONG, "{}개는 다르"), (_UNKNOWN, "{}개는 확인되지 않"))
        counted = [text.format(marks[mark]) for mark, text in said if marks[mark]]
        endings = {"맞": "고 ", "르": "고 ", "않": "고 "}
        joined = "".join(part + endings[part[-1]] for part in counted[:-1])
        last = counted[-1] + ("습니다." if counted[-1][-1] in "맞않" else "다.")
        last = last.replace("다르다.", "다릅니다.")
        return f"수치 {total}개 가운데 {joined}{last}"
    words = ((_RIGHT, "right"), (_WRONG, "wrong"), (_UNKNOWN, "not found"))
    counted = [f"{marks[mark]} {word}" for mark, word in words if marks[mark]]
    return f"Of {total} numbers: {', '.join(counted)}."
