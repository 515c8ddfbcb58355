"""Side of a sheet -> the marks round its pages: cuts, folds, register, colour bar, slug."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from progprint.geom import mm
from progprint.press.impose.types import Bar, Marks, Side

#: between bleed and marks: a cut that is 1 mm off does not show them
APART = mm(1)
LENGTH = mm(5)
#: shorter ones are not seen by whoever cuts
SHORTEST = mm(1.5)
WEIGHT = 0.25
#: of a registration mark: half its cross; smaller where the strip is narrow, to what a loupe still reads
CROSS, LEAST_CROSS = mm(2.5), mm(1.75)
#: its ring, of half its cross
RING = 0.6
PATCH = mm(4.5)
SLUG_SIZE = 6.5
#: what laser printers and presses cannot print at the sheet's edge is often more; this much never is
EDGE = mm(0.5)

#: C, M, Y, K of the patches: solids, overprints, half tones, grey balance of ISO 12647-2 (50/40/40)
CMYK_PATCHES = (
    (1, 0, 0, 0),
    (0, 1, 0, 0),
    (0, 0, 1, 0),
    (0, 0, 0, 1),
    (1, 1, 0, 0),
    (1, 0, 1, 0),
    (0, 1, 1, 0),
    (0.5, 0, 0, 0),
    (0, 0.5, 0, 0),
    (0, 0, 0.5, 0),
    (0, 0, 0, 0.5),
    (0.5, 0.4, 0.4, 0),
)
BLACK_PATCHES = ((0, 0, 0, 1), (0, 0, 0, 0.75), (0, 0, 0, 0.5), (0, 0, 0, 0.25))


#: shares of cyan, magenta, yellow, black; or the name of a spot ink
Inks = tuple[float, ...] | str
CMYK_PLATES: tuple[tuple[str, Inks], ...] = tuple(zip("CMYK", CMYK_PATCHES[:4], strict=True))


class Stroke(NamedTuple):
    """A line on every plate."""

    x1: float
    y1: float
    x2: float
    y2: float
    dashed: bool = False


class Ring(NamedTuple):
    """A circle on every plate."""

    x: float
    y: float
    radius: float


class Patch(NamedTuple):
    """A square of the colour bar."""

    x: float
    y: float
    size: float
    ink: Inks


class Lettering(NamedTuple):
    """A line of text on every plate, its baseline's left end; then each plate's name on that plate alone."""

    x: float
    y: float
    #: room it may take
    width: float
    text: str
    #: names and inks
    plates: tuple[tuple[str, Inks], ...] = ()


Shape = Stroke | Ring | Patch | Lettering


class Wish(NamedTuple):
    """What marks are to be drawn."""

    marks: Marks
    bar: Bar
    #: names of the file's spot inks
    spots: tuple[str, ...] = ()


class _Band(NamedTuple):
    """The strip at one edge of the sheet: where it begins, and how deep it is."""

    #: nearest to the pages
    near: float
    #: 1 when it grows toward larger numbers
    sign: int
    depth: float

    def at(self, distance: float) -> float:
        return self.near + self.sign * distance


class _Bands(NamedTuple):
    left: _Band
    top: _Band
    right: _Band
    foot: _Band


def marks_of(side: Side, bleed: float, wish: Wish, slug: str) -> tuple[Shape, ...]:
    """Draw what there is room for."""
    if wish.marks is Marks.NONE:
        return ()
    bands = _bands(side, bleed)
    shapes: list[Shape] = [*_cuts(side, bands), *_folds(side, bands)]
    if wish.marks is Marks.ALL:
        shapes += [
            *_register(side, bands),
            *_bar(side, bands.foot, wish),
            *_slug(side, bands.top, slug, _plates(wish)),
        ]
    return tuple(shapes)


def left_out(side: Side, bleed: float, wish: Wish) -> tuple[str, ...]:
    """Name the marks that there is no room for."""
    if wish.marks is Marks.NONE:
        return ()
    bands = _bands(side, bleed)
    names = [] if min(band.depth for band in bands) >= SHORTEST else ["some crop marks"]
    if wish.marks is Marks.ALL:
        if not all(map(_cross, bands)):
            names.append("some registration marks")
        if wish.bar is not Bar.NONE and len(list(_bar(side, bands.foot, wish))) < len(_patches(wish)):
            names.append("patches of the colour bar")
        if not any(True for _ in _slug(side, bands.top, "x")):
            names.append("the slug line")
    return tuple(names)


def _bands(side: Side, bleed: float) -> _Bands:
    block, (width, height), inked = side.block, side.size, side.inked
    left, top = block.x - bleed - APART, block.y - bleed - APART
    right, foot = block.right + bleed + APART, block.bottom + bleed + APART
    return _Bands(
        _Band(left, -1, left - max(EDGE, inked.x)),
        _Band(top, -1, top - max(EDGE, inked.y)),
        _Band(right, 1, min(width - EDGE, inked.right) - right),
        _Band(foot, 1, min(height - EDGE, inked.bottom) - foot),
    )


def _cuts(side: Side, bands: _Bands) -> Iterator[Stroke]:
    """A cut at each trim of the outermost pages; the spine is folded or milled, not cut."""
    block, places = side.block, side.places
    for band, edge in ((bands.top, block.y), (bands.foot, block.bottom)):
        row = [p for p in places if min(abs(p.trim.y - edge), abs(p.trim.bottom - edge)) < 1]
        ends = {x for p in row for x, spine in ((p.trim.x, -1), (p.trim.right, 1)) if p.spine != spine}
        yield from _upright(ends, band)
    for band, edge in ((bands.left, block.x), (bands.right, block.right)):
        nearest = min(min(abs(p.trim.x - edge), abs(p.trim.right - edge)) for p in places)
        column = [
            p
            for p in places
            if min(abs(p.trim.x - edge), abs(p.trim.right - edge)) < nearest + p.trim.width / 2
        ]
        yield from _level({y for p in column for y in (p.trim.y, p.trim.bottom)}, band)


def _folds(side: Side, bands: _Bands) -> Iterator[Stroke]:
    upright, level = side.folds
    for band in (bands.top, bands.foot):
        yield from _upright(upright, band, dashed=True)
    for band in (bands.left, bands.right):
        yield from _level(level, band, dashed=True)


def _upright(places: Iterable[float], band: _Band, *, dashed: bool = False) -> Iterator[Stroke]:
    if band.depth >= SHORTEST:
        for x in _apart(places):
            yield Stroke(x, band.near, x, band.at(min(LENGTH, band.depth)), dashed)


def _level(places: Iterable[float], band: _Band, *, dashed: bool = False) -> Iterator[Stroke]:
    if band.depth >= SHORTEST:
        for y in _apart(places):
            yield Stroke(band.near, y, band.at(min(LENGTH, band.depth)), y, dashed)


def _apart(places: Iterable[float]) -> list[float]:
    return sorted({round(place, 3) for place in places})


def _middles(side: Side) -> tuple[list[float], list[float]]:
    """Middles of the columns and of the rows, where neither a cut nor a fold is."""

    def spread(values: Iterable[float]) -> list[float]:
        kept: list[float] = []
        for value in sorted(values):
            # the creep moves pages of one column by less than a quarter of their width
            if not kept or value - kept[-1] > room:
                kept.append(value)
        return kept

    room = min(side.places[0].trim.width, side.places[0].trim.height) / 2
    return (
        spread(p.trim.x + p.trim.width / 2 for p in side.places),
        spread(p.trim.y + p.trim.height / 2 for p in side.places),
    )


def _register(side: Side, bands: _Bands) -> Iterator[Stroke | Ring]:
    columns, rows = _middles(side)
    for band in (bands.top, bands.foot):
        if cross := _cross(band):
            for x in sorted({columns[0], columns[-1]}):
                yield from _registration_mark(x, band.at(cross), cross)
    for band in (bands.left, bands.right):
        if cross := _cross(band):
            for y in sorted({rows[0], rows[-1]}):
                yield from _registration_mark(band.at(cross), y, cross)


def _cross(band: _Band) -> float:
    """Half the cross of a registration mark in a strip; 0 where it is too narrow for any."""
    return 0.0 if band.depth < 2 * LEAST_CROSS else min(CROSS, band.depth / 2)


def _registration_mark(x: float, y: float, cross: float) -> Iterator[Stroke | Ring]:
    yield Ring(x, y, cross * RING)
    yield Stroke(x - cross, y, x + cross, y)
    yield Stroke(x, y - cross, x, y + cross)


def _patches(wish: Wish) -> tuple[Inks, ...]:
    inks: tuple[Inks, ...] = {
        Bar.CMYK: CMYK_PATCHES,
        Bar.BLACK: BLACK_PATCHES,
        Bar.NONE: (),
    }[wish.bar]
    return (*inks, *wish.spots) if wish.bar is not Bar.NONE else ()


def _bar(side: Side, band: _Band, wish: Wish) -> Iterator[Patch]:
    """Patches in the free parts of the strip, from the left."""
    if band.depth < PATCH:
        return
    waiting = list(_patches(wish))
    y = band.near
    for start, end in _free(side):
        x = start
        while waiting and x + PATCH <= end:
            yield Patch(x, y, PATCH, waiting.pop(0))
            x += PATCH


def _plates(wish: Wish) -> tuple[tuple[str, Inks], ...]:
    """The plates that the colour bar has patches for."""
    if wish.bar is Bar.NONE:
        return ()
    process = CMYK_PLATES if wish.bar is Bar.CMYK else CMYK_PLATES[3:]
    return (*process, *((name, name) for name in wish.spots))


def _slug(
    side: Side, band: _Band, text: str, plates: tuple[tuple[str, Inks], ...] = ()
) -> Iterator[Lettering]:
    """In the longest free part of the strip."""
    if not text or band.depth < SLUG_SIZE:
        return
    free = max(_free(side), key=lambda part: part[1] - part[0], default=(0.0, 0.0))
    if free[1] - free[0] > mm(15):
        yield Lettering(free[0], band.at(SLUG_SIZE * 0.3), free[1] - free[0], text, plates)


def _free(side: Side) -> list[tuple[float, float]]:
    """The parts of a strip above or below the pages without cut, fold or registration mark."""
    columns, _ = _middles(side)
    lines = _apart([*(x for p in side.places for x in (p.trim.x, p.trim.right)), *side.folds[0]])
    taken: Sequence[tuple[float, float]] = sorted(
        [
            *((x - mm(2), x + mm(2)) for x in lines),
            *((x - CROSS - mm(1.5), x + CROSS + mm(1.5)) for x in (columns[0], columns[-1])),
        ]
    )
    free, end = [], side.block.x
    for start, stop in taken:
        if start - end >= PATCH:
            free.append((end, start))
        end = max(end, stop)
    return free
