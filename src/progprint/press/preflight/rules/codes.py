"""QR codes, however a program drew them."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.geom import Rect
from progprint.press.preflight.drawn import Area, Drawn
from progprint.press.preflight.symbols import Symbol
from progprint.press.preflight.types import Finding, fault, not_checked
from progprint.press.preflight.views import PageRule, PageView, holds, in_mm, meets

#: modules of white round a symbol (ISO/IEC 18004, 9.1)
QUIET = 4
#: points by which a module or its white may be less: programs round to whole pixels
ROUNDING = 0.05


def module(page: PageView) -> Iterator[Finding]:
    """A code's modules are as large as a telephone can tell apart on paper."""
    least = page.profile.limits.module
    for found in page.symbols.found:
        if found.module < least - ROUNDING / 5:
            yield fault(
                "code-module",
                f"a code whose modules are {in_mm(found.module)}; {in_mm(least)} are the least",
                page.number,
                (found.box,),
            )


def ink(page: PageView) -> Iterator[Finding]:
    """A code is full black of black ink alone: in other inks readers see too little, or coloured edges."""
    for found in page.symbols.found:
        if not found.black:
            yield fault("code-ink", "a code that is not in full black alone", page.number, (found.box,))


def quiet(page: PageView) -> Iterator[Finding]:
    """Four modules round a code stay white: by them a reader finds it."""
    for found in page.symbols.found:
        reach = QUIET * found.module - ROUNDING
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
        for i, mark in enumerate(marks[: min(found.members)])
        if isinstance(mark, Area) and mark.colour.white and len(mark.rings) == 1 and holds(mark.box, zone)
    ]
    start = white[-1] + 1 if white else 0
    for i, mark in enumerate(marks[start:], start):
        plain_white = mark.colour.white and isinstance(mark, Area)
        if i not in found.members and not plain_white and meets(mark.box, zone):
            yield mark


def unknown(page: PageView) -> Iterator[Finding]:
    """What may be a code and could not be looked at is said."""
    for what, box in page.symbols.unknown:
        yield not_checked(what, page.number, (box,))


CODES = (
    PageRule(("code-module",), module),
    PageRule(("code-ink",), ink),
    PageRule(("code-quiet-zone",), quiet),
    PageRule(("not-checked",), unknown),
)
