"""Replies to running text: a line for each number in it, marked as right, as wrong, or as not in the release."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.answer.desk import NO, YES
from bot.answer.draft import Draft
from bot.knowledge.model import Language

_RIGHT, _WRONG, _UNKNOWN = "✔", "✘", "?"


def checked(stated: Sequence[str], drafts: Sequence[Draft], language: Language) -> tuple[str, ...]:
    """How many of the stated numbers are right, then each with what the release has for it; empty where none are."""
    if not stated:
        return ()
    lines = [_line(number, draft, language) for number, draft in zip(stated, drafts, strict=True)]
    return (_summary(Counter(line[0] for line in lines), language), *lines)


def _line(number: str, draft: Draft, language: Language) -> str:
    if draft.outcome != "answer" or draft.verdict is None:
        not_found = "이 보도자료에서 확인되지 않습니다." if language == "ko" else "not found in the press release."
        return f"{_UNKNOWN} {number}: {not_found}"
    mark, opening = (_RIGHT, YES) if draft.verdict == "yes" else (_WRONG, NO)
    return f"{mark} {number}: {draft.headline.removeprefix(opening[language])}"


def _all_alike(mark: str, total: int, language: Language) -> str:
    if language == "ko":
        said = {_RIGHT: "맞습니다", _WRONG: "다릅니다", _UNKNOWN: "이 보도자료에서 확인되지 않습니다"}[mark]
        return f"수치 {total}개가 모두 {said}." if total > 1 else f"수치 1개가 {said}."
    said = {_RIGHT: "right", _WRONG: "wrong", _UNKNOWN: "not in the press release"}[mark]
    if total == 1:
        return f"The one number is {said}."
    return f"None of the {total} numbers is in the press release." if mark == _UNKNOWN else f"All {total} are {said}."


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
