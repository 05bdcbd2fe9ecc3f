"""Why an answer says what it says, in a few words for who reads it: what was understood, where it stands."""

from __future__ import annotations

from bot.answer.compose import compose
from bot.answer.model import Answer, Processing
from bot.answer.reference import decode
from bot.answer.suggest import label
from bot.knowledge.model import Language
from bot.language.hangul import particle
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.interpreting.interpret import Interpretation

#: The characters that Telegram shows over a chat.
LONGEST = 200

_HOW: dict[Language, dict[Processing, str]] = {
    "ko": {
        "quoted": "보도자료에 적힌 수치를 그대로 옮겼습니다.",
        "computed": "보도자료의 수치로 계산했습니다.",
        "converted": "보도자료의 수치를 다른 단위로 바꾸었습니다.",
    },
    "en": {
        "quoted": "The figure is given as the release prints it.",
        "computed": "It was computed from figures of the release.",
        "converted": "It is the release's figure in another unit.",
    },
}
_TOLD: dict[Language, str] = {
    "ko": "보도자료의 내용을 옮겼습니다.",
    "en": "It tells what the release says.",
}


def why(reference: str, language: Language, catalogue: Catalogue) -> str | None:
    """What the question of the reference was taken for, how its answer came about and where it stands, in at most
    LONGEST characters; None when the knowledge no longer has what it names."""
    question = decode(reference, catalogue)
    if question is None:
        return None
    answer = compose(Interpretation((question,)), language, catalogue)
    name = label(question, language, catalogue)
    taken = f"{particle(f'‘{name}’', '을/를')} 물으신 것으로 보았습니다." if language == "ko" else f"Taken as: {name}."
    said = f"{taken} {_how(answer, language)}"
    places = ", ".join(dict.fromkeys(source.locator for source in answer.sources))
    where = f" ({places})" if places else ""
    return said + where if len(said + where) <= LONGEST else said[: LONGEST - 1] + "…" * (len(said) > LONGEST - 1)


def _how(answer: Answer, language: Language) -> str:
    ways = {figure.processing for figure in answer.figures}
    for way in ("computed", "converted", "quoted"):
        if way in ways:
            return _HOW[language][way]
    return _TOLD[language]
