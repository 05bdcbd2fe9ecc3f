"""The two releases that tests ask: the one that ships, and a made-up one of another domain."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from bot.knowledge.load import load, shipped
from bot.understand.catalogue.catalogue import Catalogue
from bot.understand.catalogue.compile import compile_catalogue


@cache
def expo() -> Catalogue:
    """The shipped release: a yearly expo, its figures by year."""
    return compile_catalogue(load(shipped()))


@cache
def trade() -> Catalogue:
    """A ministry's trade figures: by month, in dollars, with a negative balance."""
    return compile_catalogue(load(Path(__file__).parent / "haedong-trade"))
