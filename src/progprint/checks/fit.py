"""Booklet -> how each text stands in its room: by which rung, what is over, what is empty."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from progprint.design.ladder import written
from progprint.lines.types import Fault
from progprint.pages.types import Booklet, Over


class Fitted(NamedTuple):
    """One text that has a room."""

    #: films/cliff-walkers
    name: str
    #: numbers of its first and last page
    pages: tuple[int, int]
    #: what it was fitted by, as a layout says it; None where it has no ladder
    rungs: tuple[str, ...] | None
    #: what exceeds its room, with the number of the page where the first of it stands
    over: tuple[tuple[int, Over], ...]
    #: what else is to be told: much of a page empty, a list cut short; with the page's number
    notes: tuple[tuple[int, Fault], ...]


def fitted(booklet: Booklet) -> tuple[Fitted, ...]:
    """Tell of every text with a ladder, and of every other one that exceeds its room."""
    found: list[Fitted] = []
    for name, group in groupby(booklet.pages, key=lambda page: page.name):
        pages = list(group)
        rungs = next((page.rungs for page in pages if page.rungs is not None), None)
        over = tuple((page.number, each) for page in pages for each in page.over)
        if rungs is None and not over:
            continue
        notes = tuple((p.number, f) for p in pages for f in p.faults if f.code in ("underfill", "cut-short"))
        said = tuple(map(written, rungs)) if rungs is not None else None
        found.append(Fitted(name, (pages[0].number, pages[-1].number), said, over, notes))
    return tuple(found)
