"""How work waits for its database: side by side for one that takes many writers, together for one that takes one.

A trip to another thread and a commit cost more than most work does. So work goes together: while one batch is under
way the next gathers; the busier it is the less each piece costs, and alone it waits for nobody.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine

#: So much work is done in one transaction at most, so that other processes get their turn.
MOST_TOGETHER = 100


Work = Callable[[Connection], Any]


class Beside:
    """Runs each piece of work in a transaction and a thread of its own, so many at once."""

    def __init__(self, engine: Engine, most: int) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(most, "storage")

    async def run(self, work: Work, *, writes: bool) -> Any:
        """What the work returns once it is done, and kept if it writes; what it raises is raised."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._do, work)

    async def close(self) -> None:
        """Finish all that waits."""
        await asyncio.get_running_loop().run_in_executor(None, self._threads.shutdown)

    def _do(self, work: Work) -> Any:
        with self._engine.begin() as connection:
            return work(connection)


class _WorkError(Exception):
    """What a piece of work raised."""

    def __init__(self, cause: Exception) -> None:
        super().__init__()
        self.cause = cause


@dataclass(eq=False, slots=True)
class _Job:
    """A piece of work, who waits for it, and what came of it."""

    work: Work
    writes: bool
    waiting: asyncio.Future[Any]
    result: Any = None
    error: Exception | None = None

    def run(self, connection: Connection) -> None:
        """The result is there; or _WorkError, so that it is known for the work's own."""
        try:
            self.result = self.work(connection)
        except Exception as error:
            raise _WorkError(error) from None


class Together:
    """Runs work in a thread of its own, in the order in which it came but reads before writes of the same batch."""

    def __init__(self, reading: Engine, writing: Engine) -> None:
        self._reading = reading
        self._writing = writing
        self._thread = ThreadPoolExecutor(1, "storage")
        self._jobs: list[_Job] = []
        self._batch: asyncio.Future[None] | None = None

    async def run(self, work: Work, *, writes: bool) -> Any:
        """What the work returns once it is done, and kept if it writes; what it raises is raised."""
        job = _Job(work, writes, asyncio.get_running_loop().create_future())
        self._jobs.append(job)
        self._begin()
        return await job.waiting

    async def close(self) -> None:
        """Finish all that waits."""
        while self._batch is not None:
            await asyncio.wait({self._batch})
        self._thread.shutdown()

    def _begin(self) -> None:
        """Let what waits go as soon as the thread is free."""
        if self._batch is not None or not self._jobs:
            return
        jobs, self._jobs = self._jobs[:MOST_TOGETHER], self._jobs[MOST_TOGETHER:]
        self._batch = asyncio.get_running_loop().run_in_executor(self._thread, self._do, jobs)
        self._batch.add_done_callback(lambda _: self._finish(jobs))

    def _finish(self, jobs: list[_Job]) -> None:
        self._batch = None
        self._begin()
        for job in jobs:
            if job.waiting.done():  # whoever waited gave up
                continue
            if job.error is not None:
                job.waiting.set_exception(job.error)
            else:
                job.waiting.set_result(job.result)

    def _do(self, jobs: list[_Job]) -> None:
        self._all(self._read, [job for job in jobs if not job.writes])
        self._all(self._write, [job for job in jobs if job.writes])

    def _all(self, do: Callable[[list[_Job]], None], jobs: list[_Job]) -> None:
        """Do it all at once; if one of them fails, each by itself, so that only what is at fault fails.

        A database that cannot be used at all is not tried for each: every try may take long.
        """
        try:
            if jobs:
                do(jobs)
        except _WorkError as error:
            if len(jobs) == 1:
                jobs[0].error = error.cause
                return
            for job in jobs:
                self._all(do, [job])
        except Exception as error:
            for job in jobs:
                job.error = error

    def _read(self, jobs: list[_Job]) -> None:
        with self._reading.connect() as connection:
            for job in jobs:
                job.run(connection)

    def _write(self, jobs: list[_Job]) -> None:
        with self._writing.begin() as connection:
            for job in jobs:
                job.run(connection)
