"""Marks of a page -> the QR codes among them, however a program drew them.

One path of rectangles or contours, a rectangle or line for each module, or a picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import floor
from typing import Any, NamedTuple

from progprint.geom import Rect, mm
from progprint.images import symbols_in, symbols_of
from progprint.press.preflight.colours import Colour
from progprint.press.preflight.drawn import Area, Drawn, Line, Picture, Ring
from progprint.press.preflight.matrices import around, at
from progprint.press.preflight.samples import picture_fault

#: rings of one path, and pieces drawn one by one, of the smallest symbol
FEWEST_RINGS, FEWEST_PIECES = 24, 40
#: pieces of one colour on one page that are put together
MOST_PIECES = 20_000
#: a side on paper: smaller nothing can be read, and larger only posters have
SIDES_ON_PAPER = mm(3), mm(150)
#: the largest piece: seven modules of a poster's code
LARGEST_PIECE = mm(30)
#: modules between pieces of one symbol; two symbols have four between them at least
GAP = 2.5
#: pixels a side of pictures that are looked at
PIXELS = 20, 3000
#: steps of 256 that a JPEG may miss full black and no colour by
NEARLY = 14
#: symbols of one page that are judged
MOST_SYMBOLS = 60


class Symbol(NamedTuple):
    """A code on the page."""

    box: Rect
    #: points
    module: float
    #: full black of black ink alone
    black: bool
    #: places of its marks among the page's
    members: frozenset[int]


class Symbols(NamedTuple):
    """The codes of a page."""

    found: tuple[Symbol, ...] = ()
    #: what may be one, and could not be looked at
    unknown: tuple[tuple[str, Rect], ...] = ()


class _Piece(NamedTuple):
    rings: tuple[Ring, ...]
    box: Rect
    at: int


def find_symbols(marks: Sequence[Drawn]) -> Symbols:
    """Find the codes of a page."""
    found: list[Symbol] = []
    unknown: list[tuple[str, Rect]] = []
    pieces: dict[tuple[Colour, float], list[_Piece]] = defaultdict(list)
    for count, mark in enumerate(marks):
        if isinstance(mark, Picture):
            image = _pixels(mark)
            if image is not None:
                found += _pictured(mark, count, image)
            elif _may_be_one(mark) and mark.bits == 1:
                unknown.append(("a picture of 1 bit, which may be a code, could not be read", mark.box))
        elif isinstance(mark, Area | Line) and mark.rings and not _is_tiled(mark):
            # a colour's space holds what has no hash; its inks and values tell it well enough
            colour = replace(mark.colour, space=None)
            for piece in _pieces(mark, count):
                pieces[colour, mark.manner.opacity].append(piece)
    for (colour, opacity), group in pieces.items():
        if len(group) > MOST_PIECES:
            unknown.append((f"a drawing of {len(group)} pieces, which may hold a code", around_all(group)))
            continue
        for cluster in _clusters(group):
            found += _drawn(cluster, _is_black(colour) and opacity > 0.99)
    if len(found) > MOST_SYMBOLS:
        unknown.append((f"{len(found) - MOST_SYMBOLS} more codes on one page", found[-1].box))
    return Symbols(tuple(found[:MOST_SYMBOLS]), tuple(unknown))


def _is_tiled(mark: Area | Line) -> bool:
    return mark.manner.tiled or mark.colour.tile is not None


def around_all(pieces: Sequence[_Piece]) -> Rect:
    left, top = min(p.box.x for p in pieces), min(p.box.y for p in pieces)
    return Rect(left, top, max(p.box.right for p in pieces) - left, max(p.box.bottom for p in pieces) - top)


def _is_black(colour: Colour) -> bool:
    return colour.inks == ("Black",) and colour.total > 0.99 and not colour.profiled


# what is drawn


def _pieces(mark: Area | Line, count: int) -> Iterator[_Piece]:
    """A path of many rings is one piece, as holes belong to it; of a line each straight part is one."""
    if isinstance(mark, Area):
        box = around(mark.rings)
        whole = len(mark.rings) >= FEWEST_RINGS and max(box.width, box.height) <= SIDES_ON_PAPER[1]
        if whole or max(box.width, box.height) <= LARGEST_PIECE:
            yield _Piece(mark.rings, box, count)
        return
    half = mark.width / 2
    for ring in mark.rings:
        # at a corner lines of one path meet; where one ends, nothing more is seen
        more = half if len(ring) > 2 else 0.0
        for (x0, y0), (x1, y1) in pairwise(ring):
            level, upright = abs(y0 - y1) < 0.01, abs(x0 - x1) < 0.01
            if level == upright:
                continue
            wide, high = (more, half) if level else (half, more)
            left, top = min(x0, x1) - wide, min(y0, y1) - high
            right, foot = max(x0, x1) + wide, max(y0, y1) + high
            if max(right - left, foot - top) <= LARGEST_PIECE:
                shape = ((left, top), (right, top), (right, foot), (left, foot))
                yield _Piece((shape,), Rect(left, top, right - left, foot - top), count)


def _clusters(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """Paths of many rings by themselves; small pieces with those that lie near them."""
    single = [piece for piece in pieces if len(piece.rings) >= FEWEST_RINGS]
    yield from ([piece] for piece in single)
    small = [piece for piece in pieces if len(piece.rings) < FEWEST_RINGS]
    if sum(len(piece.rings) for piece in small) < FEWEST_PIECES:
        return
    thin = sorted(min(piece.box.width, piece.box.height) for piece in small)
    module = thin[len(thin) // 2]
    if module <= 0:
        return
    owner: dict[tuple[int, int], int] = {}
    parent = list(range(len(small)))

    def top_of(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for n, piece in enumerate(small):
        for cell in _cells(piece.box, module):
            parent[top_of(n)] = top_of(owner.setdefault(cell, n))
    groups: dict[int, list[_Piece]] = defaultdict(list)
    for n, piece in enumerate(small):
        groups[top_of(n)].append(piece)
    yield from (group for group in groups.values() if sum(len(p.rings) for p in group) >= FEWEST_PIECES)


def _cells(box: Rect, module: float) -> Iterator[tuple[int, int]]:
    reach = GAP / 2 * module
    columns = range(floor((box.x - reach) / module), floor((box.right + reach) / module) + 1)
    rows = range(floor((box.y - reach) / module), floor((box.bottom + reach) / module) + 1)
    # a piece much longer than its neighbours' width is no part of a code
    if len(columns) * len(rows) <= 2000:
        yield from ((column, row) for column in columns for row in rows)


def _drawn(cluster: list[_Piece], black: bool) -> Iterator[Symbol]:
    if not SIDES_ON_PAPER[0] <= around_all(cluster).width:
        return
    for grid in symbols_of([piece.rings for piece in cluster]):
        box, module = Rect(grid.left, grid.top, grid.width, grid.width), grid.width / grid.side
        # dirt beside a code is none of it
        own = (piece.at for piece in cluster if _holds(box, piece.box, module / 2))
        yield Symbol(box, module, black, frozenset(own))


def _holds(box: Rect, inner: Rect, more: float) -> bool:
    across = box.x - more <= inner.x and inner.right <= box.right + more
    return across and box.y - more <= inner.y and inner.bottom <= box.bottom + more


# pictures


def _may_be_one(mark: Picture) -> bool:
    """Codes stand alone in square pictures; of line art any picture may hold one."""
    small, large = sorted((mark.width, mark.height))
    alone = mark.bits == 1 or large <= small * 1.1
    on_paper = min(mark.box.width, mark.box.height) >= SIDES_ON_PAPER[0]
    return alone and on_paper and PIXELS[0] <= small and large <= PIXELS[1]


def _pictured(mark: Picture, count: int, image: Any) -> Iterator[Symbol]:
    """The codes in a picture, where they stand on the page."""
    for grid in symbols_in(image):
        wide, high = image.size
        left, right = grid.left / wide, (grid.left + grid.width) / wide
        head, foot = 1 - grid.top / high, 1 - (grid.top + grid.width) / high
        box = around([tuple(at(mark.matrix, x, y) for x, y in ((left, foot), (right, head)))])
        module = min(box.width, box.height) / grid.side
        yield Symbol(box, module, _is_black_picture(mark, grid.dark), frozenset({count}))


def _pixels(mark: Picture) -> Any:
    """A picture as it is seen; None when it is none of a code, or packed in a way that is not read here."""
    import pikepdf

    if not _may_be_one(mark) or picture_fault(mark):
        return None
    try:
        image = pikepdf.PdfImage(mark.source) if mark.inline is None else mark.inline
        return image.as_pil_image()
    except Exception:
        # of a damaged picture the library's libraries may say anything
        return None


def _is_black_picture(mark: Picture, dark: tuple[int, ...]) -> bool:
    if mark.mask:
        return _is_black(mark.colour)
    under = mark.space.under
    if under.kind == "gray" and not under.profiled:
        return dark[0] <= NEARLY
    if under.kind == "cmyk" and len(dark) == 4:
        return max(dark[:3]) <= NEARLY and dark[3] >= 255 - NEARLY
    return False
