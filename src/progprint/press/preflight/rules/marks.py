"""Crop and registration marks in the slug."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise

from progprint.geom import Rect, mm
from progprint.press.preflight.drawn import Area, Line
from progprint.press.preflight.matrices import around
from progprint.press.preflight.types import Finding, doubt, fault
from progprint.press.preflight.views import SAME, PageRule, PageView, holds, meets

#: crop marks are 3 to 10 mm long, Japanese ones up to 20
LENGTHS = (mm(1.5), mm(20))
#: a mark stands on the trim's edge to within this
ON_EDGE = 0.75
#: lines, not blocks of a colour bar
THIN = 1.5
#: straight pieces of one line that are looked at: marks of registration have 40 with their circle
MOST_LEGS = 64


def crop_marks(page: PageView) -> list[Rect]:
    """Short straight lines beyond the trim that go on along its edges; of an angle each leg."""
    cut = page.sheet.cut
    grown = Rect(cut.x + SAME, cut.y + SAME, cut.width - 2 * SAME, cut.height - 2 * SAME)
    found = []
    for mark in page.marks:
        if isinstance(mark, Area):
            found += [mark.box] if _is_crop(mark.box, cut) else []
        elif isinstance(mark, Line) and not holds(grown, mark.box):
            legs = [mark.box] if len(mark.rings) == 1 and len(mark.rings[0]) == 2 else _legs(mark)
            found += [leg for leg in legs if _is_crop(leg, cut)]
    return found


def _legs(mark: Line) -> list[Rect]:
    """The straight pieces of a line, as far as they can be seen."""
    legs = [around([pair]) for ring in mark.rings for pair in islice(pairwise(ring), MOST_LEGS)]
    return [leg for leg in legs if meets(leg, mark.box) or holds(mark.box, leg)]


def _is_crop(box: Rect, cut: Rect) -> bool:
    across, down = sorted((box.width, box.height))
    if across > THIN or not LENGTHS[0] - SAME <= down <= LENGTHS[1]:
        return False
    if box.height > box.width:
        middle = box.x + box.width / 2
        on_edge = min(abs(middle - cut.x), abs(middle - cut.right)) < ON_EDGE
        return on_edge and (box.bottom <= cut.y + SAME or box.y >= cut.bottom - SAME)
    middle = box.y + box.height / 2
    on_edge = min(abs(middle - cut.y), abs(middle - cut.bottom)) < ON_EDGE
    return on_edge and (box.right <= cut.x + SAME or box.x >= cut.right - SAME)


def in_bleed(page: PageView) -> Iterator[Finding]:
    """Marks stand outside the bleed: where the cut wanders they would show on the page."""
    sheet = page.sheet
    own = [
        mark.box
        for mark in page.marks
        if mark.colour.registration and meets(mark.box, sheet.printed) and not meets(mark.box, sheet.cut)
    ]
    found = dict.fromkeys([*own, *(box for box in crop_marks(page) if meets(box, sheet.printed))])
    if found:
        yield fault("marks-in-bleed", "marks stand inside the bleed", page.number, tuple(found))


def as_wanted(page: PageView) -> Iterator[Finding]:
    """Crop marks are there when the shop asks for them, and not when it sets its own."""
    found, wanted = crop_marks(page), page.profile.marks
    if found and wanted == "off":
        yield doubt(
            "marks-unwanted", "the page has crop marks; the shop sets its own", page.number, tuple(found)
        )
    elif not found and wanted != "off":
        yield doubt("no-marks", "the page has no crop marks; the shop asks for them", page.number)


MARKS = (
    PageRule(("marks-in-bleed",), in_bleed),
    PageRule(("marks-unwanted", "no-marks"), as_wanted),
)
