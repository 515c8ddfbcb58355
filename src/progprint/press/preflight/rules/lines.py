"""The lines of a page."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.geom import Rect
from progprint.press.preflight.colours import Colour
from progprint.press.preflight.drawn import Area, Line
from progprint.press.preflight.matrices import around, is_upright
from progprint.press.preflight.types import Finding, fault
from progprint.press.preflight.views import PageRule, PageView

#: widths are written with two places
ROUNDING = 0.011
#: a rectangle so many times as long as it is wide is meant for a line
SLENDER = 8.0
#: rectangles of one path that may be lines each; of more, such as a code's or a hatching's, some abut
MOST_IN_ONE = 12


def _strokes(page: PageView) -> Iterator[tuple[float, Colour, Rect]]:
    """Lines, and rectangles that are meant for lines, with their width."""
    for line in page.printed(Line):
        yield line.width, line.colour, line.box
    for area in page.printed(Area):
        if len(area.rings) > MOST_IN_ONE:
            continue
        for ring in area.rings:
            whole = around([ring])
            narrow, long = sorted((whole.width, whole.height))
            if long > narrow * SLENDER and is_upright(ring):
                yield narrow, area.colour, whole if len(area.rings) > 1 else area.box


def _several(colour: Colour) -> bool:
    return len(colour.inks) > 1 or colour.white


def hairlines(page: PageView) -> Iterator[Finding]:
    """Lines are thick enough to hold: a width of nothing is one dot of whatever machine prints it."""
    least = page.profile.limits.line
    found = [(width, box) for width, _, box in _strokes(page) if width < least - ROUNDING]
    if found:
        yield fault(
            "thin-line",
            f"a line of {min(width for width, _ in found):.2g} pt; {least:g} pt can be printed",
            page.number,
            tuple(box for _, box in found),
        )


def in_inks(page: PageView) -> Iterator[Finding]:
    """Lines in two inks or in white are thicker: plates never meet exactly, and white lines fill in."""
    limits = page.profile.limits
    found = [
        (width, box)
        for width, colour, box in _strokes(page)
        if _several(colour) and limits.line - ROUNDING <= width < limits.line_in_inks - ROUNDING
    ]
    if found:
        yield fault(
            "thin-line-in-inks",
            f"a line of {min(width for width, _ in found):.2g} pt in several inks or "
            f"white; {limits.line_in_inks:g} pt can be printed",
            page.number,
            tuple(box for _, box in found),
        )


LINES = (
    PageRule(("thin-line",), hairlines),
    PageRule(("thin-line-in-inks",), in_inks),
)
