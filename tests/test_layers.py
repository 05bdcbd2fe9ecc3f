"""The house rule: imports go one way, down from the surfaces, and the terminal stays light."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

BOT = Path(__file__).parent.parent / "bot"

#: From the ground up; a module imports from its own layer's package and from layers below it.
LAYERS = (
    ("errors",),
    ("settings", "logs", "metrics", "readiness"),
    ("language",),
    ("knowledge",),
    ("understand",),
    ("answer",),
    ("dialogue", "render"),
    ("storage",),
    ("handlers", "terminal"),
    ("line", "inbox", "web"),
    ("calls",),
    ("application", "receiving"),
    ("run",),
    ("cli",),
    ("__main__",),
)
#: The same inside of `understand`, from the values that all of it passes on.
STAGES = (
    ("span", "question", "context", "features"),
    "reading",
    "catalogue",
    "gathering",
    "asking",
    "following",
    "interpreting",
)
STAGE = {name: level for level, names in enumerate(STAGES) for name in ((names,) if isinstance(names, str) else names)}
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}

#: What speaks to Telegram; everything else works without python-telegram-bot.
TELEGRAM = ("handlers", "line", "calls", "inbox", "application", "receiving", "run")

#: Too heavy, or too far from its purpose, for a terminal that answers at once.
NOT_IN_THE_TERMINAL = (
    "telegram",
    "httpx",
    "sqlalchemy",
    "alembic",
    "matplotlib",
    "aiohttp",
    "prometheus_client",
)


MODULES = {path.relative_to(BOT.parent).with_suffix("").as_posix(): path for path in sorted(BOT.rglob("*.py"))}


def _imports(path: Path) -> Iterator[str]:
    """Every module that is imported anywhere in the file, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            if node.module == "bot":
                yield from (f"bot.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


def _layer(module: str) -> str:
    """`bot.answer.model` and `bot/answer/model` are of the layer `answer`."""
    return module.replace("/", ".").split(".")[1]


@pytest.mark.parametrize("name", MODULES)
def test_imports_go_down(name):
    """A module imports from its own package and from layers below, never from above or beside."""
    if name == "bot/__init__":
        return
    layer = _layer(name)
    for module in _imports(MODULES[name]):
        if module.startswith("bot."):
            below = _layer(module)
            assert below == layer or LEVEL[below] < LEVEL[layer], f"{name} imports {module}"


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("bot/understand/")])
def test_understanding_goes_stage_by_stage(name):
    """A stage imports from itself and from the stages before it."""
    if name.count("/") == 2 and name.endswith("__init__"):
        return
    stage = STAGE[name.split("/")[2]]
    for module in _imports(MODULES[name]):
        if module.startswith("bot.understand."):
            assert STAGE[module.split(".")[2]] <= stage, f"{name} imports {module}"


@pytest.mark.parametrize("name", MODULES)
def test_only_the_drawing_imports_matplotlib(name):
    """And only who has a picture to draw imports that, when it is due."""
    imported = {module.split(".")[0] for module in _imports(MODULES[name])}
    drawing = "bot.render.chart" in set(_imports(MODULES[name]))

    assert "matplotlib" not in imported or name == "bot/render/chart"
    assert not drawing or name == "bot/render/chart_cache"


@pytest.mark.parametrize("name", MODULES)
def test_only_the_telegram_surface_imports_telegram(name):
    """Everything else works without it."""
    if name != "bot/__init__" and _layer(name) in TELEGRAM:
        return

    assert not any(module.split(".")[0] == "telegram" for module in _imports(MODULES[name]))


def test_every_part_of_the_house_has_a_layer():
    """A new package must be given its place here."""
    parts = {path.stem for path in BOT.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}

    assert parts - {"__init__"} == set(LEVEL)


@pytest.mark.parametrize(
    "arguments",
    [["ask", "How many booths were there?"], ["ask", "--batch"], ["chat"], ["check"]],
    ids=["ask", "batch", "chat", "check"],
)
def test_the_terminal_never_loads_telegram_or_a_database(arguments):
    """A command of the terminal runs to its end without any of them."""
    script = (
        "import sys; from bot.cli import main\n"
        f"try: main({arguments!r})\n"
        f"finally: print('LOADED', sorted(set(sys.modules) & set({NOT_IN_THE_TERMINAL!r})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input="부스는 몇 개?\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert done.stdout.splitlines()[-1] == "LOADED []", done.stderr
    assert done.returncode in {0, 1}, done.stderr
