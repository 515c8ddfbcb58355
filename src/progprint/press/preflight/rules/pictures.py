"""The pictures of a page at their printed size."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.press.preflight.drawn import Picture
from progprint.press.preflight.objects import identity
from progprint.press.preflight.samples import picture_fault
from progprint.press.preflight.types import Finding, doubt, fault
from progprint.press.preflight.views import PageRule, PageView

#: a picture of so few pixels is a flat colour or a gradient made of one row
FLAT = 2


def _seen(page: PageView) -> Iterator[Picture]:
    return (mark for mark in page.printed(Picture) if min(mark.width, mark.height) > FLAT)


def resolution(page: PageView) -> Iterator[Finding]:
    """Pictures have pixels enough for their printed size: below half the screen's ruling they look coarse."""
    least, good = page.profile.limits.resolution
    for mark in _seen(page):
        if mark.bits <= 1:
            continue
        found = mark.resolution
        message = f"a picture of {found:.0f} ppi at its printed size"
        if found < least - 0.5:
            yield fault("resolution", f"{message}; {least:g} are the least", page.number, (mark.box,))
        elif found < good - 0.5:
            yield doubt("resolution", f"{message}; {good:g} are good", page.number, (mark.box,))


def line_art(page: PageView) -> Iterator[Finding]:
    """Pictures of 1 bit have no greys to smooth their edges, and need more pixels."""
    least = page.profile.limits.line_art
    for mark in _seen(page):
        if mark.bits <= 1 and mark.resolution < least - 0.5:
            yield fault(
                "line-art",
                f"line art of {mark.resolution:.0f} ppi at its printed size; {least:g} are the least",
                page.number,
                (mark.box,),
            )


def whole(page: PageView) -> Iterator[Finding]:
    """A picture has the pixels it says: one cut short is grey below, one that lies is coarse."""
    seen: set[tuple[int, int]] = set()
    for mark in page.marks:
        if not isinstance(mark, Picture) or mark.inline is not None or identity(mark.source) in seen:
            continue
        seen.add(identity(mark.source))
        wrong = picture_fault(mark)
        if wrong:
            yield fault("damaged-picture", f"a picture is damaged: {wrong}", page.number, (mark.box,))


PICTURES = (
    PageRule(("damaged-picture",), whole),
    PageRule(("resolution",), resolution),
    PageRule(("line-art",), line_art),
)
