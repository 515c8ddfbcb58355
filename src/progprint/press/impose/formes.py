"""Pages side by side -> a forme: where their trims stand, what of their bleed is kept, where it is folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from progprint.geom import Rect, mm
from progprint.press.impose.folding import Cell, Folded
from progprint.press.impose.sections import Section, creep
from progprint.press.impose.types import Place

#: a step of the collation marks: seen across the spines of a stack, and 20 signatures fit into 148 mm
STEP = mm(6)
#: of the spine's two sides, what the mark covers at most: it is seen when folded, and milled off
STEP_WIDTH = mm(2)


class Measures(NamedTuple):
    """Of one imposition; points."""

    #: of the page's trim
    width: float
    height: float
    bleed: float
    #: between trims that are cut apart
    gutter: float
    #: taken off the spine of each page
    milling: float = 0.0
    paper: float = 0.0
    creep_factor: float = 1.0
    right_bound: bool = False
    #: between fore-edges that a fold joins; None is the gutter
    fore_gap: float | None = None


class Forme(NamedTuple):
    """What is printed at once on one face of a sheet, with its bleed. Points, y down, origin its top left."""

    width: float
    height: float
    places: tuple[Place, ...]
    #: what the cuts leave
    block: Rect
    folds: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
    collation: tuple[Rect, ...] = ()


def flat_forme(pages: Sequence[int], columns: int, rows: int, measures: Measures) -> Forme:
    """Set pages row by row in a grid that is cut apart."""
    across = _starts(columns, measures.width, [measures.gutter] * (columns - 1), measures.bleed)
    down = _starts(rows, measures.height, [measures.gutter] * (rows - 1), measures.bleed)
    size = across[-1] + measures.width + measures.bleed, down[-1] + measures.height + measures.bleed
    half = min(measures.bleed, measures.gutter / 2)
    places = []
    for number, page in enumerate(pages):
        row, column = divmod(number, columns)
        trim = Rect(across[column], down[row], measures.width, measures.height)
        left, top = (half if at else measures.bleed for at in (column, row))
        right, foot = (
            half if at < last else measures.bleed for at, last in ((column, columns - 1), (row, rows - 1))
        )
        places.append(Place(page, trim, _widened(trim, left, top, right, foot)))
    return Forme(*size, tuple(places), _inside(*size, measures.bleed))


def folded_forme(section: Section, folded: Folded, cells: Iterable[Cell], measures: Measures) -> Forme:
    """Set one face of a signature. Pages that lie deep in it stand nearer to the spine."""
    cells = tuple(cells)
    top_row = {cell.column: cell for cell in cells if cell.row == 0}
    spines = [not top_row[column].spine_left for column in range(folded.columns - 1)]
    fore_gap = measures.gutter if measures.fore_gap is None else measures.fore_gap
    gaps = [2 * measures.milling if spine else fore_gap for spine in spines]
    across = _starts(folded.columns, measures.width, gaps, measures.bleed)
    down = _starts(folded.rows, measures.height, [measures.gutter] * (folded.rows - 1), measures.bleed)
    width = across[-1] + measures.width + measures.bleed
    height = down[-1] + measures.height + measures.bleed
    places = tuple(
        _bound(
            section,
            cell,
            Rect(across[cell.column], down[cell.row], measures.width, measures.height),
            _free(cell, folded, measures),
            measures,
        )
        for cell in cells
    )
    folds = (
        tuple(x - gap / 2 for x, gap in zip(across[1:], gaps, strict=True)),
        tuple(y - measures.gutter / 2 for y in down[1:]),
    )
    forme = Forme(width, height, places, _inside(width, height, measures.bleed), folds)
    return _mirrored(forme) if measures.right_bound else forme


def _free(cell: Cell, folded: Folded, measures: Measures) -> tuple[float, float, float]:
    """Bleed at the fore-edge, and above and below as it stands on the sheet."""
    half = min(measures.bleed, measures.gutter / 2)
    at_gap = half if measures.fore_gap is None else min(measures.bleed, measures.fore_gap / 2)
    outermost = cell.column == (folded.columns - 1 if cell.spine_left else 0)
    return (
        measures.bleed if outermost else at_gap,
        half if cell.row else measures.bleed,
        half if cell.row < folded.rows - 1 else measures.bleed,
    )


def _bound(
    section: Section, cell: Cell, room: Rect, free: tuple[float, float, float], measures: Measures
) -> Place:
    """A page pushed toward its spine by the creep; nothing of it goes beyond what is left for the milling."""
    shift = creep(section.depth(cell.position), measures.paper, measures.creep_factor)
    fore, above, below = free
    at_spine = min(measures.bleed, measures.milling)
    if cell.spine_left:
        trim, left, right = room.moved(-shift, 0), room.x - at_spine, room.right - shift + fore
    else:
        trim, left, right = room.moved(shift, 0), room.x + shift - fore, room.right + at_spine
    clip = Rect(left, room.y - above, right - left, room.height + above + below)
    spine = -1 if cell.spine_left else 1
    return Place(section.pages[cell.position - 1], trim, clip, cell.turned, spine)


def collated(forme: Forme, section: Section, cells: Iterable[Cell], number: int, measures: Measures) -> Forme:
    """Add the step of a signature (from 1) on its spine, between its first page and its last."""
    cells = tuple(cells)
    ends = [
        place
        for place, cell in zip(forme.places, cells, strict=True)
        if cell.position in (1, len(section.pages))
    ]
    if len(ends) != 2 or not measures.milling:
        return forme
    first = ends[0]
    left, right = sorted(place.trim.x for place in ends)
    middle = (left + measures.width + right) / 2
    width = min(measures.milling, STEP_WIDTH)
    steps = max(int(measures.height / STEP) - 2, 1)
    below = STEP * (1 + (number - 1) % steps)
    # the steps go down from the head, which a turned page has below
    y = first.trim.bottom - below - STEP if first.turned else first.trim.y + below
    return forme._replace(collation=(Rect(middle - width / 2, y, width, STEP),))


def beside(left: Forme, right: Forme) -> Forme:
    """Set two formes side by side, bleed to bleed."""
    moved = moved_forme(right, left.width, 0.0)
    return _joined(left, moved, left.width + right.width, left.height)


def above(top: Forme, foot: Forme) -> Forme:
    """Set one forme above the other, bleed to bleed."""
    return _joined(top, moved_forme(foot, 0.0, top.height), top.width, top.height + foot.height)


def _joined(first: Forme, second: Forme, width: float, height: float) -> Forme:
    bleed = first.block.x
    return Forme(
        width,
        height,
        first.places + second.places,
        _inside(width, height, bleed),
        (_together(first.folds[0], second.folds[0]), _together(first.folds[1], second.folds[1])),
        first.collation + second.collation,
    )


def _together(some: tuple[float, ...], others: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sorted({round(at, 6) for at in (*some, *others)}))


def moved_forme(forme: Forme, dx: float, dy: float) -> Forme:
    places = tuple(
        place._replace(trim=place.trim.moved(dx, dy), clip=place.clip.moved(dx, dy)) for place in forme.places
    )
    upright, level = forme.folds
    return forme._replace(
        places=places,
        block=forme.block.moved(dx, dy),
        folds=(tuple(x + dx for x in upright), tuple(y + dy for y in level)),
        collation=tuple(step.moved(dx, dy) for step in forme.collation),
    )


def upside_down(forme: Forme) -> Forme:
    """Turn a forme by half a circle."""

    def turned(rect: Rect) -> Rect:
        return rect._replace(x=forme.width - rect.right, y=forme.height - rect.bottom)

    places = tuple(
        Place(p.page, turned(p.trim), turned(p.clip), not p.turned, -p.spine) for p in forme.places
    )
    upright, level = forme.folds
    return forme._replace(
        places=places,
        block=turned(forme.block),
        collation=tuple(map(turned, forme.collation)),
        folds=(
            tuple(sorted(forme.width - x for x in upright)),
            tuple(sorted(forme.height - y for y in level)),
        ),
    )


def _mirrored(forme: Forme) -> Forme:
    """Exchange left and right, as a book bound at the right wants it; pages are not mirrored."""

    def mirrored(rect: Rect) -> Rect:
        return rect._replace(x=forme.width - rect.right)

    places = tuple(
        Place(p.page, mirrored(p.trim), mirrored(p.clip), p.turned, -p.spine) for p in forme.places
    )
    upright, level = forme.folds
    return forme._replace(
        places=places,
        folds=(tuple(sorted(forme.width - x for x in upright)), level),
        block=mirrored(forme.block),
    )


def _starts(count: int, size: float, gaps: Sequence[float], first: float) -> list[float]:
    """Where each of several begins."""
    return list(accumulate([size + gap for gap in gaps], initial=first))[:count]


def _widened(rect: Rect, left: float, top: float, right: float, foot: float) -> Rect:
    return Rect(rect.x - left, rect.y - top, rect.width + left + right, rect.height + top + foot)


def _inside(width: float, height: float, bleed: float) -> Rect:
    return Rect(bleed, bleed, width - 2 * bleed, height - 2 * bleed)
