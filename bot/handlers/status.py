"""How the bot is doing: in full for those who look after it, in a line for everybody else."""

from __future__ import annotations

import datetime

from telegram.constants import BOT_API_VERSION

from bot.errors import StorageError
from bot.handlers.desk import Desk
from bot.handlers.incoming import Incoming

_MINUTE = "%Y-%m-%d %H:%M UTC"


async def report(desk: Desk, asked: Incoming) -> None:
    """Tell a keeper, in private, how things are; anybody else which knowledge is in service."""
    release, version = desk.engine.release.id, desk.engine.version
    if not asked.is_private or asked.place.user not in desk.keepers:
        await desk.tell(asked, desk.replies.status, knowledge=release, version=version)
        return
    status = desk.metrics.status()
    votes = await desk.store.votes()
    failure = status.last_failure
    await desk.tell(
        asked,
        desk.replies.status_for_keepers,
        knowledge=release,
        version=version,
        since=_minute(status.since),
        answers=", ".join(f"{outcome} {number}" for outcome, number in status.answers.items()),
        error=f"{failure.error}, {_minute(failure.at)}" if failure else "–",
        waiting=status.waiting,
        database=await _database(desk),
        api=BOT_API_VERSION,
        right=sum(each.right for each in votes),
        wrong=sum(each.wrong for each in votes),
        unanswered=sum(each.count for each in await desk.store.unanswered()),
    )


async def _database(desk: Desk) -> str:
    try:
        await desk.store.ping()
    except StorageError:
        return "✘"
    return "✔"


def _minute(seconds: float) -> str:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime(_MINUTE)
