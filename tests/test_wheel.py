"""What is installed answers by itself: the wheel carries the knowledge that ships."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    return next(folder.glob("bodobot-*.whl"))


def test_it_holds_the_knowledge_and_the_words(wheel):
    """All that is no code but is needed to answer."""
    names = set(zipfile.ZipFile(wheel).namelist())
    knowledge = {f"bot/shipped/{path.relative_to(ROOT / 'knowledge')}" for path in (ROOT / "knowledge").rglob("*.*")}
    words = {str(path.relative_to(ROOT)) for path in (ROOT / "bot").rglob("*.yaml")}

    assert knowledge | words <= names


def test_it_holds_the_steps_to_the_newest_tables(wheel):
    """Alembic reads them as files."""
    steps = {path.relative_to(ROOT).as_posix() for path in (ROOT / "bot/storage/migrations").rglob("*.py")}

    assert len(steps) > 1
    assert steps <= set(zipfile.ZipFile(wheel).namelist())


def test_it_holds_nothing_else(wheel):
    """No test, no cache."""
    names = zipfile.ZipFile(wheel).namelist()

    assert {name.split("/")[0] for name in names} == {"bot", "bodobot-0.1.0.dist-info"}
    assert not any("__pycache__" in name for name in names)


def test_an_installed_wheel_answers(wheel, tmp_path):
    """Away from the source, with nothing but what was installed."""
    installed = tmp_path / "installed"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            "--target",
            installed,
            wheel,
        ],
        check=True,
    )
    environment = {name: value for name, value in os.environ.items() if name != "BODOBOT_KNOWLEDGE"}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "How many foreign visitors came in 2022?"],
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "620" in done.stdout.splitlines()[0]
