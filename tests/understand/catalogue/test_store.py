"""The catalogue that is kept for the next start: as good as a new one, and never an old one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.dialogue import State, respond
from bot.errors import KnowledgeError
from bot.knowledge import load as loading
from bot.knowledge.load import shipped
from bot.language import kept
from bot.understand.catalogue import store


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the release that ships, and an empty place where catalogues are kept."""
    (tmp_path / "kept").mkdir()
    monkeypatch.setattr(kept, "place", lambda module, name: tmp_path / "kept" / f"{name}.kept")
    return Path(shutil.copytree(shipped(), tmp_path / "release"))


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were loaded and checked, in order."""
    found: list[Path] = []
    load = loading.load
    monkeypatch.setattr(loading, "load", lambda path: found.append(path) or load(path))
    return found


def test_the_second_start_takes_what_the_first_kept(release: Path, loads: list[Path]) -> None:
    """It answers alike, slips and all, and nothing is loaded or compiled again."""
    catalogues = [store.catalogue_of(release), store.catalogue_of(release)]

    for text in ("부스는 몇 개였어?", "게약액은?", "howmanyvistors", "2019년 관람객은 누가 셌어?", "2022년 부스는?"):
        first, second = (respond(text, State(), catalogue) for catalogue in catalogues)
        assert first == second
    assert catalogues[0].knowledge == catalogues[1].knowledge
    assert loads == [release]


@pytest.mark.parametrize("name", ["release.yaml", "release.txt"])
def test_a_changed_file_is_seen_at_once(release: Path, loads: list[Path], name: str) -> None:
    """Whatever is changed, the knowledge is loaded again."""
    store.catalogue_of(release)
    with (release / name).open("a", encoding="utf-8") as file:
        file.write("\n")

    assert store.catalogue_of(release).knowledge.text == (release / "release.txt").read_text(encoding="utf-8")
    assert len(loads) == 2


def test_a_changed_program_is_seen_at_once(release: Path, loads: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the code or of the words does not take over what this one kept."""
    store.catalogue_of(release)
    monkeypatch.setattr(store, "_code", lambda: b"another")
    store.catalogue_of(release)

    assert len(loads) == 2


def test_a_file_that_was_broken_since_is_refused(release: Path) -> None:
    """With the same words as if nothing had been kept."""
    store.catalogue_of(release)
    (release / "release.yaml").write_text("format: 2\n", encoding="utf-8")

    with pytest.raises(KnowledgeError) as told:
        store.catalogue_of(release)
    with pytest.raises(KnowledgeError) as said:
        loading.load(release)
    assert str(told.value) == str(said.value)


def test_a_missing_text_is_refused(release: Path) -> None:
    """What was checked against it can no longer be."""
    store.catalogue_of(release)
    (release / "release.txt").unlink()

    with pytest.raises(KnowledgeError, match=r"release\.txt"):
        store.catalogue_of(release)


@pytest.mark.parametrize("damage", [lambda kept: kept[:-9], lambda kept: kept[:40], lambda kept: b"", bytes.upper])
def test_what_is_damaged_is_made_again(release: Path, loads: list[Path], damage) -> None:
    """A kept catalogue that cannot be read is no error."""
    store.catalogue_of(release)
    for file in (release.parent / "kept").glob("catalogue*"):
        file.write_bytes(damage(file.read_bytes()))
    store.catalogue_of(release)

    assert len(loads) == 2


def test_a_place_that_cannot_be_written_does_not_matter(release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then every start takes as long as the first."""
    monkeypatch.setattr(kept, "place", lambda module, name: Path("/dev/null/nowhere.kept"))

    assert store.catalogue_of(release).entries
