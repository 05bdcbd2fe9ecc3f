"""Inline results: what the bot offers to post for a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tests.botapi import formatting, markup
from tests.botapi.errors import bad_request
from tests.botapi.formatting import Formatted
from tests.botapi.shapes import Json, Markup

MOST_RESULTS = 50
LONGEST_ID = 64

_ADDRESSES = {"photo": "photo_url", "gif": "gif_url", "video": "video_url", "audio": "audio_url"}
_ADDRESSES |= {"voice": "voice_url", "document": "document_url", "mpeg4_gif": "mpeg4_url"}
_FILES = ("photo", "gif", "video", "audio", "voice", "document", "sticker", "mpeg4")
_TITLED = frozenset({"article", "video", "audio", "voice", "document", "location", "venue"})
_OTHERS = frozenset({"article", "location", "venue", "contact", "game", "sticker"})


@dataclass(frozen=True)
class Result:
    """One card; `content` is what gets posted when a person chooses it, `given` is the card as it came."""

    id: str
    title: str
    description: str
    content: Formatted
    markup: Markup | None
    media: Json
    given: Json


def checked(results: Sequence[Any]) -> tuple[Result, ...]:
    """Return the results, refusing what Telegram refuses."""
    if len(results) > MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    read = tuple(result(given) for given in results)
    if len({one.id for one in read}) < len(read):
        raise bad_request("RESULT_ID_DUPLICATE")
    return read


def result(given: Any) -> Result:
    """Return one result, refusing what Telegram refuses."""
    if not isinstance(given, dict):
        raise bad_request("can't parse inline query result: expected an Object")
    kind, identifier = given.get("type"), given.get("id")
    if kind not in _OTHERS | _ADDRESSES.keys():
        raise bad_request("can't parse inline query result: unsupported type")
    if not isinstance(identifier, str) or not 1 <= len(identifier.encode()) <= LONGEST_ID:
        raise bad_request("RESULT_ID_INVALID")
    media = _media(kind, given)
    title = str(given.get("title", ""))
    if kind in _TITLED and not title:
        raise bad_request("can't parse inline query result: Can't find field \"title\"")
    content, media = _content(kind, given, media)
    keyboard = markup.inline(given.get("reply_markup", {}))
    return Result(identifier, title, str(given.get("description", "")), content, keyboard, media, given)


def _media(kind: str, given: Json) -> Json:
    """Return the attachment as a message will show it."""
    cached = next((name for name in _FILES if f"{name}_file_id" in given), None)
    if kind in ("location", "venue", "contact", "game", "article"):
        return {} if kind == "article" else {kind: given}
    address = given.get(_ADDRESSES.get(kind, ""))
    if not address and not cached:
        raise bad_request("can't parse inline query result: no file address is given")
    unique = given.get(f"{cached}_file_id") if cached else address
    file: Json = {"file_id": str(unique), "file_unique_id": str(unique)[-16:]}
    size = {"width": 1280, "height": 720}
    return {"photo": [file | size]} if kind == "photo" else {kind: file}


def _content(kind: str, given: Json, media: Json) -> tuple[Formatted, Json]:
    words = given.get("input_message_content")
    if words is None:
        if kind == "article":
            raise bad_request("can't parse inline query result: Can't find field \"input_message_content\"")
        mode, spelled = given.get("parse_mode", ""), given.get("caption_entities", ())
        return formatting.caption(given.get("caption", ""), mode, spelled), media
    if not isinstance(words, dict) or "message_text" not in words:
        raise bad_request("can't parse inline query result: only text contents are modelled by the double")
    mode, spelled = words.get("parse_mode", ""), words.get("entities", ())
    return formatting.text(words["message_text"], mode, spelled), {}
