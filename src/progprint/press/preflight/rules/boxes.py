"""The boxes of a page: sheet, bleed, trim."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.geom import Rect, mm
from progprint.press.preflight.drawn import Area, Picture, Shade
from progprint.press.preflight.types import Finding, doubt, fault
from progprint.press.preflight.views import SAME, PageRule, PageView, holds, in_mm

#: a ground that comes as near to the trim as this is meant to reach it: the cut wanders by as much
NEAR_TRIM = mm(0.3)
#: shorter than this along the trim it is an ornament, or a tab that ends there
LEAST_GROUND = mm(8)


def there(page: PageView) -> Iterator[Finding]:
    """Each page says where it is trimmed, and once: without a trim box the shop guesses the format."""
    sheet = page.sheet
    if not sheet.sound:
        yield fault("no-media-box", "the page has no size (MediaBox)", page.number)
    if sheet.trim is None and sheet.art is None:
        yield fault("no-trim-box", "the page has no trim box", page.number)
    elif sheet.trim is not None and sheet.art is not None:
        yield fault(
            "two-trims", "the page has a trim box and an art box; one of them may be there", page.number
        )


def nested(page: PageView) -> Iterator[Finding]:
    """Sheet, bleed and trim lie in each other, to a hundredth of a millimetre;
    else the wrong one is imposed.
    """
    sheet = page.sheet
    pairs = (
        (sheet.media, sheet.bleed, "the bleed box", "the sheet"),
        (
            sheet.bleed or sheet.media,
            sheet.trim or sheet.art,
            "the trim box" if sheet.trim else "the art box",
            "the bleed box" if sheet.bleed else "the sheet",
        ),
    )
    for outer, inner, what, of in pairs:
        if inner is not None and not holds(outer, inner):
            yield fault("boxes-not-nested", f"{what} reaches beyond {of}", page.number, (inner,))


def bleed(page: PageView) -> Iterator[Finding]:
    """The bleed box is as much larger than the trim as the shop asks: the cut wanders, and white edges show.
    Where nothing reaches the trim that is counsel.
    """
    sheet, wanted = page.sheet, page.profile.bleed
    trim = sheet.trim or sheet.art
    if trim is None:
        # nobody can say how much bleed there is where nobody says where it is cut
        trim = sheet.cut if sheet.bleed is None else None
    if wanted <= 0 or trim is None:
        return
    least = 0.0 if sheet.bleed is None else max(min(_reach(sheet.bleed, trim)), 0.0)
    if sheet.bleed is None or least < wanted - SAME:
        message = f"the page has {in_mm(least)} of bleed; {in_mm(wanted)} are asked for"
        found = fault if _touched(page, trim) else doubt
        yield found("no-bleed", message, page.number)


def _touched(page: PageView, trim: Rect) -> bool:
    """Whether a ground or picture comes to the trim."""
    grounds = (mark for mark in page.marks if isinstance(mark, Area | Picture | Shade))
    return any(
        not (mark.colour.white and isinstance(mark, Area)) and max(_reach(mark.box, trim)) >= -NEAR_TRIM
        for mark in grounds
    )


def _reach(outer: Rect, inner: Rect) -> tuple[float, float, float, float]:
    return (inner.x - outer.x, inner.y - outer.y, outer.right - inner.right, outer.bottom - inner.bottom)


def reaching(page: PageView) -> Iterator[Finding]:
    """What reaches the trim goes on to the end of the bleed: a ground that ends there shows a white edge."""
    sheet, wanted = page.sheet, page.profile.bleed
    if wanted <= 0 or sheet.trim is None or sheet.bleed is None:
        return
    trim, places = sheet.trim, []
    for mark in page.marks:
        if not isinstance(mark, Area | Picture | Shade):
            continue
        if mark.colour.white and not isinstance(mark, Picture | Shade):
            continue
        box = mark.box
        beyond = _reach(box, trim)
        along = (box.height, box.width, box.height, box.width)
        meets = _across(box, trim)
        if any(
            -NEAR_TRIM <= reach < wanted - mm(0.1) and side >= LEAST_GROUND and across
            for reach, side, across in zip(beyond, along, meets, strict=True)
        ):
            places.append(box)
    if places:
        yield fault(
            "short-of-bleed",
            f"a ground or picture reaches the trim but not {in_mm(wanted)} beyond it",
            page.number,
            tuple(places),
        )


def _across(box: Rect, trim: Rect) -> tuple[bool, bool, bool, bool]:
    """Whether a box lies on the page beside each edge, so that it can reach it."""
    beside = box.bottom > trim.y + SAME and box.y < trim.bottom - SAME
    above = box.right > trim.x + SAME and box.x < trim.right - SAME
    return (
        beside and box.right > trim.x,
        above and box.bottom > trim.y,
        beside and box.x < trim.right,
        above and box.y < trim.bottom,
    )


def plain(page: PageView) -> Iterator[Finding]:
    """Pages stand upright at their own size: a turned or scaled page is imposed wrongly by some programs."""
    if page.sheet.turn:
        yield doubt("turned", f"the page is turned by {page.sheet.turn:g}°", page.number)
    if page.sheet.unit != 1:
        yield doubt("turned", f"the page's unit is {page.sheet.unit:g} pt", page.number)


def cropped(page: PageView) -> Iterator[Finding]:
    """The crop box leaves the bleed whole: programs that place a page by it lose what is cropped."""
    sheet = page.sheet
    if sheet.crop is not None and not holds(sheet.crop, sheet.printed):
        yield doubt(
            "crop-box", "the crop box cuts off a part of the page or its bleed", page.number, (sheet.crop,)
        )


BOXES = (
    PageRule(("no-trim-box", "two-trims", "no-media-box"), there),
    PageRule(("boxes-not-nested",), nested),
    PageRule(("no-bleed",), bleed),
    PageRule(("short-of-bleed",), reaching),
    PageRule(("turned",), plain),
    PageRule(("crop-box",), cropped),
)
