"""Files that come along with a call."""

import struct

from tests.botapi import links
from tests.botapi.errors import bad_request
from tests.botapi.parameters import Parameters
from tests.botapi.shapes import Json
from tests.botapi.world import World

_PNG = b"\x89PNG\r\n\x1a\n"
_PICTURES = (_PNG, b"\xff\xd8\xff", b"GIF8", b"RIFF")
_LONGEST_SIDES = 10_000


def photo(world: World, params: Parameters) -> tuple[Json, bytes]:
    """Return the photo of a call as a message shows it, with its bytes when they were uploaded."""
    data = _uploaded(params, "photo")
    if data is None:
        return {"photo": [_known(world, params, "photo") | {"width": 1280, "height": 720}]}, b""
    if not data.startswith(_PICTURES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = struct.unpack(">II", data[16:24]) if data.startswith(_PNG) else (1280, 720)
    if not 0 < width + height <= _LONGEST_SIDES or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return {"photo": [_issued(world, data) | {"width": width, "height": height}]}, data


def document(world: World, params: Parameters) -> tuple[Json, bytes]:
    """Return the file of a call as a message shows it, with its bytes when they were uploaded."""
    data = _uploaded(params, "document")
    if data is None:
        return {"document": _known(world, params, "document")}, b""
    return {"document": _issued(world, data)}, data


def _uploaded(params: Parameters, name: str) -> bytes | None:
    part = params.text(name).removeprefix("attach://") if params.text(name).startswith("attach://") else name
    data = params.files.get(part)
    if data == b"":
        raise bad_request("file must be non-empty")
    return data


def _known(world: World, params: Parameters, name: str) -> Json:
    address = params.text(name)
    if not address:
        raise bad_request(f"there is no {name} in the request")
    if address in world.files:
        return world.files[address]
    if "://" in address and links.normalised(address):
        return _issued(world, address.encode())
    raise bad_request("wrong remote file identifier specified: Wrong string length")


def _issued(world: World, data: bytes) -> Json:
    number = world.new_id()
    file: Json = {"file_id": f"file-{number}", "file_unique_id": f"unique-{number}", "file_size": len(data)}
    world.files[file["file_id"]] = file
    return file
