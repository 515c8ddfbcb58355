"""QR codes that are drawn as one path, as ours are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from progprint.geom import Rect
from progprint.press.preflight.drawn import Area, Drawn
from progprint.press.preflight.matrices import around, is_upright
from progprint.press.preflight.types import Finding, fault
from progprint.press.preflight.views import PageRule, PageView, holds, in_mm, meets

#: sides of a symbol in modules: 17 + 4 for each version (ISO/IEC 18004)
SIDES = frozenset(range(21, 178, 4))
#: rectangles of the smallest symbol, merged as far as they can be
FEWEST = 60
#: modules of white round a symbol (ISO/IEC 18004, 9.1)
QUIET = 4
#: share of a module by which an edge may miss its place
OFF = 0.06


class Symbol(NamedTuple):
    area: Area
    box: Rect
    module: float
    #: its place among the page's marks
    at: int


def symbols(page: PageView) -> Iterator[Symbol]:
    """Paths of rectangles whose edges all lie on the lattice of a QR code."""
    for at, mark in enumerate(page.marks):
        if (
            isinstance(mark, Area)
            and len(mark.rings) >= FEWEST
            and all(is_upright(ring) for ring in mark.rings)
        ):
            found = _symbol(mark, at)
            if found is not None:
                yield found


def _symbol(mark: Area, at: int) -> Symbol | None:
    boxes = [around([ring]) for ring in mark.rings]
    whole = around(mark.rings)
    module = min(min(box.width, box.height) for box in boxes)
    if module <= 0 or abs(whole.width - whole.height) > module / 2:
        return None
    side = round(whole.width / module)
    if side not in SIDES:
        return None
    module = whole.width / side
    edges = {(box.x - whole.x) / module for box in boxes} | {(box.y - whole.y) / module for box in boxes}
    return Symbol(mark, whole, module, at) if all(abs(edge - round(edge)) < OFF for edge in edges) else None


def module(page: PageView) -> Iterator[Finding]:
    """A code's modules are as large as a telephone can tell apart on paper."""
    least = page.profile.limits.module
    for found in symbols(page):
        if found.module < least - 0.005:
            yield fault(
                "code-module",
                f"a code whose modules are {in_mm(found.module)}; {in_mm(least)} are the least",
                page.number,
                (found.box,),
            )


def ink(page: PageView) -> Iterator[Finding]:
    """A code is full black of black ink alone: in other inks readers see too little, or coloured edges."""
    for found in symbols(page):
        if found.area.colour.inks != ("Black",) or found.area.colour.total < 0.99:
            yield fault("code-ink", "a code that is not in full black alone", page.number, (found.box,))


def quiet(page: PageView) -> Iterator[Finding]:
    """Four modules round a code stay white: by them a reader finds it."""
    for found in symbols(page):
        reach = QUIET * found.module - 0.05
        zone = Rect(
            found.box.x - reach,
            found.box.y - reach,
            found.box.width + 2 * reach,
            found.box.height + 2 * reach,
        )
        if not holds(page.sheet.cut, zone) or any(True for _ in _in_the_way(page, found, zone)):
            yield fault(
                "code-quiet-zone",
                "something stands in the white round a code, four modules wide",
                page.number,
                (zone,),
            )


def _in_the_way(page: PageView, found: Symbol, zone: Rect) -> Iterator[Drawn]:
    """What is seen in a code's zone: painted after the last white that covers the zone whole."""
    marks = page.marks
    white = [
        i
        for i, mark in enumerate(marks[: found.at])
        if isinstance(mark, Area) and mark.colour.white and len(mark.rings) == 1 and holds(mark.box, zone)
    ]
    start = white[-1] + 1 if white else 0
    for i, mark in enumerate(marks[start:], start):
        plain_white = mark.colour.white and isinstance(mark, Area)
        if i != found.at and not plain_white and meets(mark.box, zone):
            yield mark


CODES = (
    PageRule(("code-module",), module),
    PageRule(("code-ink",), ink),
    PageRule(("code-quiet-zone",), quiet),
)
