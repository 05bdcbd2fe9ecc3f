"""The schema that editors use is the model's own."""

from __future__ import annotations

import json

from bot.knowledge.load import shipped
from bot.knowledge.shape import json_schema
from tests.knowledge.conftest import RELEASE


def test_the_schema_file_is_current() -> None:
    """Write it anew with: python -m bot.knowledge.shape > knowledge/schema.json"""
    assert (shipped().parent / "schema.json").read_text(encoding="utf-8") == json_schema()


def test_the_release_refers_to_the_schema() -> None:
    """Editors read the first line."""
    assert RELEASE.splitlines()[0] == "# yaml-language-server: $schema=../schema.json"


def test_the_schema_knows_the_keys_of_the_file_and_no_others() -> None:
    """The text and the path of a loaded release are not the file's to set."""
    schema = json.loads(json_schema())

    assert {"release", "passages", "metrics", "topics"} <= set(schema["properties"])
    assert not {"text", "path"} & set(schema["properties"])
    assert schema["additionalProperties"] is False
