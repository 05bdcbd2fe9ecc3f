"""Whether the process can answer now, and if not, what is missing: for whoever sends traffic to it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Literal

Check = Callable[[], Awaitable[bool]]

#: How far a process has come; only in `running` it answers.
Stage = Literal["connecting", "starting", "running", "stopping"]

#: Seconds that a check may take; a slower one has failed.
PATIENCE = 2.0

log = logging.getLogger(__name__)


class Readiness:
    """Knows the stage of the process, and asks the checks, each under the name by which its failure is told."""

    def __init__(self, checks: Mapping[str, Check] = MappingProxyType({})) -> None:
        self._checks = dict(checks)
        self.stage: Stage = "connecting"

    async def missing(self) -> tuple[str, ...]:
        """The stage, unless the process is running, and the names of the checks that fail; empty when it is ready."""
        stage = () if self.stage == "running" else (self.stage,)
        passed = await asyncio.gather(*map(_passes, self._checks.values()))
        return stage + tuple(name for name, is_passed in zip(self._checks, passed, strict=True) if not is_passed)


async def _passes(check: Check) -> bool:
    try:
        async with asyncio.timeout(PATIENCE):
            return await check()
    except Exception as error:
        log.warning("A readiness check failed (%s).", type(error).__name__)
        return False
