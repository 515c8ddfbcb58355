"""Booklet -> its cover as one wide sheet: back, spine and front, with flaps; the insides on a second page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from progprint.blocks.types import Entry, Para
from progprint.design.types import CoverSheet, Design
from progprint.geom import TOLERANCE, Point, Rect, fits, mm
from progprint.glyphs import Faces
from progprint.lines import natural_width, set_line
from progprint.locale import is_cjk
from progprint.pages.settle import INSIDE
from progprint.pages.types import (
    Booklet,
    CodeMark,
    FillMark,
    ImageMark,
    LinkMark,
    Mark,
    Page,
    RefMark,
    RuleMark,
    TextMark,
)
from progprint.pages.vertical import spans_upright, upright
from progprint.style import Span

#: pages of the cover before the first of the interior, and after its last
LEAF = 2
#: from the folds to the text between them, at least: folds wander by a millimetre
AIR = mm(1)
#: smallest text of a spine in points, without and with Han: smaller, a press may refuse it (press: text)
LEAST = (6.0, 7.0)


class Wrap(NamedTuple):
    """Where flap, back, spine, front and flap of a cover lie on its sheet. Points from its trim's left."""

    #: trim width and height of a page
    page: tuple[float, float]
    spine: float
    flaps: float
    bleed: float

    @property
    def size(self) -> tuple[float, float]:
        """Trim of the sheet."""
        return 2 * (self.page[0] + self.flaps) + self.spine, self.page[1]

    @property
    def left(self) -> float:
        """Left edge of the page at the left: the back, inside the front's other side."""
        return self.flaps

    @property
    def right(self) -> float:
        """Left edge of the page at the right."""
        return self.flaps + self.page[0] + self.spine

    @property
    def folds(self) -> tuple[float, ...]:
        ends = (self.flaps, self.size[0] - self.flaps) if self.flaps else ()
        spine = (self.left + self.page[0], self.right)
        return tuple(sorted({*ends, *(spine if self.spine else spine[:1])}))


class _Pane(NamedTuple):
    """The room of one page on the sheet."""

    #: where its trim's left edge comes to lie
    x: float
    #: what of it is shown
    room: Rect
    #: from where to where its ground runs
    ground: tuple[float, float]
    #: from where to where pictures run that bleed there
    pictures: tuple[float, float]


def wrap_of(booklet: Booklet, sheet: CoverSheet) -> Wrap:
    """How wide spine and sheet are. A stitched booklet has no spine."""
    inside = len(booklet.pages) - 2 * LEAF
    spine = 0.0 if booklet.binding == "saddle" else inside / 2 * sheet.paper + sheet.board
    return Wrap(booklet.pages[0].size, spine, sheet.flaps, booklet.bleed)


def with_blank_inside(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries of a book whose cover is blank inside: a page after it and one before the back."""
    front, *others, back = entries
    blank = Entry(INSIDE, front.master, (), room="page", furnished=False, source=front.source)
    return (front, blank, *others, blank, back)


def cover_booklet(booklet: Booklet, design: Design, spine: tuple[TextMark, ...]) -> Booklet:
    """Place front and back beside the spine, and what stands on their insides on a second page.

    `spine` is the text on it. Pages without any mark are not printed.
    """
    sheet = design.cover_sheet
    wrap = wrap_of(booklet, sheet)
    front, inner, *_, behind, back = booklet.pages
    marks = (*_outside(back, front, wrap, sheet), *spine)
    pages = [Page(1, "cover", "recto", wrap.size, marks, name="cover", folds=wrap.folds)]
    if inner.marks or behind.marks:
        marks = _inside(inner, behind, wrap)
        pages.append(Page(2, "inside", "verso", wrap.size, marks, name=INSIDE, folds=wrap.folds))
    return replace(booklet, pages=tuple(pages), refs={}, outline=(), faults=(), binding="loose")


def _outside(back: Page, front: Page, wrap: Wrap, sheet: CoverSheet) -> Iterator[Mark]:
    """The front's ground runs on over the spine; the back's goes on under it, so that no seam shows."""
    (width, height), bleed, end = wrap.page, wrap.bleed, wrap.size[0] + wrap.bleed
    runs_on = any(_is_ground(mark, front) for mark in front.marks)
    spine = wrap.left + width
    left, right = _room(wrap, left=True), _room(wrap, left=False)
    over, flaps = sheet.wrap in ("spine", "all"), sheet.wrap in ("flaps", "all")
    # one picture has the spine: the front's, if it has one there
    ours = over and any(_bleeds(mark, front)[0] for mark in front.marks)
    first = -bleed if flaps else left.x
    theirs = wrap.right if over and not ours else spine
    last = end if flaps else right.right
    back_pane = _Pane(wrap.left, left, (-bleed, wrap.right if runs_on else spine), (first, theirs))
    front_pane = _Pane(wrap.right, right, (spine, end), (spine if ours else wrap.right, last))
    yield from _placed(back, back_pane)
    yield from _placed(front, front_pane)
    if sheet.spine_ground is not None and wrap.spine:
        yield FillMark(Rect(spine, -bleed, wrap.spine, height + 2 * bleed), sheet.spine_ground)


def _inside(inner: Page, behind: Page, wrap: Wrap) -> tuple[Mark, ...]:
    """The inside of the front lies at the left. Nothing runs over the spine: glue does not hold on ink."""
    (width, _), end = wrap.page, wrap.size[0] + wrap.bleed
    left, right = _room(wrap, left=True), _room(wrap, left=False)
    panes = (
        _Pane(wrap.left, left, (-wrap.bleed, wrap.left + width), (left.x, left.right)),
        _Pane(wrap.right, right, (wrap.right, end), (right.x, right.right)),
    )
    return (*_placed(inner, panes[0]), *_placed(behind, panes[1]))


def _room(wrap: Wrap, *, left: bool) -> Rect:
    """A page up to its folds, and with its bleed where it is cut."""
    (width, height), bleed = wrap.page, wrap.bleed
    outer = 0.0 if wrap.flaps else bleed
    x = wrap.left - outer if left else wrap.right
    return Rect(x, -bleed, width + outer, height + 2 * bleed)


def _placed(page: Page, pane: _Pane) -> Iterator[Mark]:
    for mark in page.marks:
        if isinstance(mark, FillMark) and _is_ground(mark, page):
            start, end = pane.ground
            yield mark._replace(box=Rect(start, mark.box.y, end - start, mark.box.height))
        elif (shown := _moved(mark, pane, _bleeds(mark, page))) is not None:
            yield shown


def _bleeds(mark: Mark, page: Page) -> tuple[bool, bool]:
    """Whether a picture or a colour reaches the page's left edge, and its right. PDF pages are never cut."""
    if not isinstance(mark, FillMark | ImageMark) or (isinstance(mark, ImageMark) and mark.reach is not None):
        return False, False
    if isinstance(mark, FillMark) and _is_ground(mark, page):
        return False, False
    return mark.box.x <= TOLERANCE, fits(page.size[0], mark.box.right)


def _is_ground(mark: Mark, page: Page) -> bool:
    """Whether a colour lies behind the whole page."""
    if not isinstance(mark, FillMark):
        return False
    box, (width, height) = mark.box, page.size
    reaches = fits(width, box.right) and fits(height, box.bottom)
    return reaches and box.x <= TOLERANCE and box.y <= TOLERANCE


def _moved(mark: Mark, pane: _Pane, bleeds: tuple[bool, bool]) -> Mark | None:
    """A mark in its place on the sheet, without what of it lies over a fold; None: all of it does."""
    match mark:
        case TextMark(at=at) | RefMark(at=at):
            return mark._replace(at=Point(at.x + pane.x, at.y))
        case RuleMark(start=start, end=end):
            return _ruled(mark, start.x + pane.x, end.x + pane.x, pane.room)
        case ImageMark(box=box, reach=reach):
            moved, room = _run_on(box.moved(pane.x, 0), pane, bleeds)
            shown = _common(reach.moved(pane.x, 0) if reach else moved, room)
            whole = reach is None and shown == moved
            return None if shown is None else mark._replace(box=moved, reach=None if whole else shown)
        case FillMark(box=box):
            shown = _common(*_run_on(box.moved(pane.x, 0), pane, bleeds))
            return None if shown is None else mark._replace(box=shown)
        case CodeMark(box=box) | LinkMark(box=box):
            return mark._replace(box=box.moved(pane.x, 0))


def _run_on(box: Rect, pane: _Pane, bleeds: tuple[bool, bool]) -> tuple[Rect, Rect]:
    """A box as far as it runs on over spine and flap, and the room in which it is seen."""
    (first, last), room = pane.pictures, pane.room
    start, end = (first if bleeds[0] else room.x), (last if bleeds[1] else room.right)
    left = start if start < room.x - TOLERANCE else box.x
    right = end if end > room.right + TOLERANCE else box.right
    return Rect(left, box.y, right - left, box.height), Rect(start, room.y, end - start, room.height)


def _ruled(mark: RuleMark, start: float, end: float, room: Rect) -> RuleMark | None:
    if max(start, end) < room.x or min(start, end) > room.right:
        return None
    if mark.start.y == mark.end.y:
        start, end = (min(max(x, room.x), room.right) for x in (start, end))
    return mark._replace(start=Point(start, mark.start.y), end=Point(end, mark.end.y))


def _common(box: Rect, room: Rect) -> Rect | None:
    """What of a box lies in the room."""
    if box.x >= room.x and box.right <= room.right + TOLERANCE:
        return box
    left, right = max(box.x, room.x), min(box.right, room.right)
    return Rect(left, box.y, right - left, box.height) if right - left > TOLERANCE else None


def spine_text(
    said: Sequence[Para], wrap: Wrap, design: Design, faces: Faces
) -> tuple[int, tuple[TextMark, ...]]:
    """One line down the middle of the spine: Han, kana and Hangul upright, Latin turned.

    It is as large as its style says, or as the spine is wide and the page high. Of the texts the first is set
    that can be read there: its number, and the line; after the last of them, nothing.
    """
    for number, para in enumerate(said):
        mark = _spine_line(para, wrap, design, faces)
        if mark is not None:
            return number, (mark,)
    return len(said), ()


def _spine_line(para: Para, wrap: Wrap, design: Design, faces: Faces) -> TextMark | None:
    margins, height = design.page.margins, wrap.page[1]
    inset = max(margins.top, margins.bottom)
    spans, measure = spans_upright(para.spans), height - 2 * inset
    size = max(span.style.size for span in spans)
    share = min(1.0, (wrap.spine - 2 * AIR) / size, measure / max(natural_width(spans, faces), 1.0))
    if any(not fits(LEAST[is_cjk(span.words.lang)], span.style.size * share) for span in spans):
        return None
    spans = _smaller(spans, share)
    style = replace(upright(para.style), align="center")
    line = set_line(spans, style, faces, measure)
    at = Point(wrap.right - wrap.spine / 2, inset)
    return TextMark(at, line.pieces, line.text, line.lang, style.name, line.source, turn=90.0)


def _smaller(spans: Sequence[Span], share: float) -> tuple[Span, ...]:
    if share >= 1:
        return tuple(spans)
    # rounding up could exceed the room by less than anyone sees, but `set_line` would call it a fault
    sized = ((span, int(span.style.size * share * 100) / 100) for span in spans)
    return tuple(span._replace(style=replace(span.style, size=size)) for span, size in sized)
