"""Where the knowledge lies."""

from __future__ import annotations

import os
from pathlib import Path

#: The name of the knowledge file in its folder.
FILE_NAME = "release.yaml"

_SHIPPED = "wsce-2022"


def shipped() -> Path:
    """The folder of the release that ships with the program, in an installed package or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "shipped" / _SHIPPED
    return installed if installed.is_dir() else package.parent / "knowledge" / _SHIPPED


def file_at(path: Path) -> Path:
    """The knowledge file at the path, or in the folder there."""
    return path / FILE_NAME if os.path.isdir(path) else path  # Path.is_dir raises when a name is too long
