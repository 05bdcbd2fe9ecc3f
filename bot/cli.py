"""The command line: parses, calls and prints.

A command imports what it needs when it runs, so that `ask` starts fast and never loads Telegram.
"""

from __future__ import annotations

import functools
import gc
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from bot.errors import BodobotError, KnowledgeError

if TYPE_CHECKING:
    from bot.answer.model import Answer
    from bot.knowledge.model import Knowledge, Language, Metric
    from bot.terminal.batch import Answering
    from bot.understand.catalogue.catalogue import Catalogue

DECLINED, UNUSABLE = 1, 2

app = typer.Typer(
    help="Answers questions about a press release, each figure with the sentence it stands in.",
    epilog="Exit codes: 0 done, answered or asked back, 1 declined, 2 usage or unusable knowledge.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

KnowledgeOption = Annotated[
    Path | None,
    typer.Option(
        "--knowledge",
        metavar="PATH",
        envvar="BODOBOT_KNOWLEDGE",
        help="A knowledge file, or the folder it is in. Without it, the release that ships with Bodobot.",
    ),
]
LanguageOption = Annotated[
    Literal["ko", "en"] | None,
    typer.Option("--lang", help="The language of the replies. Without it, the question's own."),
]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command, then exits: 0 done or answered, 1 declined, 2 usage or unusable knowledge."""
    from bot.terminal.streams import prepare_streams

    prepare_streams()
    try:
        app(args=arguments, prog_name="bodobot")
    except KnowledgeError as error:
        _complain(_first_of(str(error).splitlines()))
    except BodobotError as error:
        _complain(str(error))
    sys.exit(UNUSABLE)


def _complain(sentence: str) -> None:
    print(f"bodobot: {sentence}", file=sys.stderr)


def _first_of(problems: list[str]) -> str:
    first = problems[0] if problems else "the knowledge cannot be used"
    more = len(problems) - 1
    return f"{first} (and {more} more; bodobot check lists them)" if more > 0 else first


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"bodobot {version('bodobot')}")
        raise typer.Exit


@app.callback()
def bodobot(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """The options that stand before a command."""


@app.command()
def ask(
    question: Annotated[list[str] | None, typer.Argument(metavar="QUESTION", show_default=False)] = None,
    lang: LanguageOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the reply as one line of JSON.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Also print why it is the reply.")] = False,
    batch: Annotated[
        bool,
        typer.Option(
            "--batch",
            help='Answer JSON lines {"id": …, "turns": [...]} from standard input, each with a line of JSON.',
        ),
    ] = False,
    knowledge: KnowledgeOption = None,
) -> None:
    """Answer one QUESTION, or with --batch many conversations."""
    if batch == bool(question):
        raise typer.BadParameter("give a QUESTION or --batch, one of the two")
    answering = _answering(lang, knowledge)
    if question:
        _answer(" ".join(question), answering, as_json=as_json, explain=explain)
    else:
        _answer_batch(answering, explain=explain)


def _answer(text: str, answering: Answering, *, as_json: bool, explain: bool) -> None:
    from bot.render.record import record
    from bot.terminal.streams import reader_may_leave

    answer = answering([text])
    with reader_may_leave():
        if as_json:
            _print_json(record(answer, explain=explain))
        else:
            _print_answer(answer)
            if explain:
                typer.echo("\n" + "\n".join(answer.trace))
    raise typer.Exit(DECLINED if answer.outcome == "decline" else 0)


def _answer_batch(answering: Answering, *, explain: bool) -> None:
    from bot.terminal.batch import replies
    from bot.terminal.streams import reader_may_leave

    with reader_may_leave():
        for reply in replies(sys.stdin.buffer, answering, explain=explain):
            _print_json(reply)


@app.command()
def chat(lang: LanguageOption = None, knowledge: KnowledgeOption = None) -> None:
    """Talk about the release.

    A number picks what was offered; /help tells what can be asked; Ctrl-D ends.
    """
    from bot.terminal.chat import Talk, converse, prompt, script
    from bot.terminal.streams import reader_may_leave

    def show(answer: Answer) -> None:
        _print_answer(answer, numbers_suggestions=True)
        typer.echo()

    catalogue = _catalogue(knowledge)
    talk = Talk(lang or _language_of_environment(), forced=lang)
    is_typed = sys.stdin.isatty() and sys.stdout.isatty()
    with reader_may_leave():
        converse(prompt() if is_typed else script(sys.stdin, typer.echo), show, talk, catalogue)


@app.command()
def check(
    path: Annotated[Path | None, typer.Argument(metavar="[PATH]", show_default=False)] = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Check a knowledge file, or the folder it is in.

    Prints OK with what it holds, or every problem with its file, line and column.
    """
    from bot.terminal.streams import reader_may_leave

    with reader_may_leave():
        try:
            typer.echo(_summary(_knowledge(path or knowledge)))
        except KnowledgeError as error:
            typer.echo(str(error))
            raise typer.Exit(UNUSABLE) from None


def _summary(knowledge: Knowledge) -> str:
    facts = sum(map(_facts, knowledge.metrics))
    topics, passages = len(knowledge.topics), len(knowledge.passages)
    return f"OK: {knowledge.release.id}: {facts} facts, {topics} topics, {passages} passages"


def _facts(metric: Metric) -> int:
    undated = 1 if metric.undated else 0
    return undated + len(metric.values) + sum(len(part.values) for part in metric.parts)


@app.command()
def run(knowledge: KnowledgeOption = None) -> None:
    """Answer in Telegram until stopped.

    BODOBOT_TELEGRAM_TOKEN holds the token of the bot.
    """
    from bot.run import run as run_telegram
    from bot.settings import read_settings

    raise typer.Exit(run_telegram(read_settings(), _catalogue(knowledge)))


def _language_of_environment() -> Language:
    """Korean where the environment says so, else English; it only greets, as replies follow the question."""
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return "ko" if locale.startswith("ko") else "en"


def _knowledge(path: Path | None) -> Knowledge:
    from bot.knowledge.load import load
    from bot.knowledge.place import shipped

    return load(path or shipped())


def _catalogue(path: Path | None) -> Catalogue:
    with _nothing_to_collect():
        from bot.knowledge.place import shipped
        from bot.understand.catalogue.store import catalogue_of

        return catalogue_of(path or shipped())


def _answering(language: Language | None, path: Path | None) -> Answering:
    from bot.terminal.batch import last_answer

    return functools.partial(last_answer, catalogue=_catalogue(path), language=language)


@contextmanager
def _nothing_to_collect() -> Iterator[None]:
    """What is made inside stays for good: looking for garbage in it would cost a tenth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _print_json(value: dict[str, object]) -> None:
    print(json.dumps(value, ensure_ascii=False), flush=True)


def _print_answer(answer: Answer, *, numbers_suggestions: bool = False) -> None:
    from bot.render.text import plain, sections

    if sys.stdout.isatty():
        from rich.console import Console  # slow to import, and of use on a terminal only

        from bot.render.screen import styled

        console = Console(highlight=False, markup=False, emoji=False)
        console.print(styled(sections(answer, numbers_suggestions=numbers_suggestions)))
    else:
        typer.echo(plain(answer, numbers_suggestions=numbers_suggestions))
