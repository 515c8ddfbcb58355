"""Stock and order -> an Imposition: which page stands where on which face of which sheet; geometry only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from progprint.diag import BadInput, Diagnostic, Severity
from progprint.geom import Rect, fits, mm
from progprint.press.impose.folding import FOLDS, Folded, unfolded
from progprint.press.impose.formes import (
    Forme,
    Measures,
    above,
    beside,
    collated,
    flat_forme,
    folded_forme,
    moved_forme,
    upside_down,
)
from progprint.press.impose.sections import Section, gathered, nested, padded
from progprint.press.impose.sizes import SHEETS, shown
from progprint.press.impose.types import Flip, Imposition, Order, Place, Scheme, Side, Stock, Work
from progprint.press.impose.words import notes_on
from progprint.press.impose.wrong_use import wrong_use

#: four folds are left to those who ask for them: paper of 100 g creases at the fourth
MOST_UNASKED = 16
#: sheets that an office printer has, tried in this order
OFFICE = ("A4", "Letter", "A3", "Tabloid")
_FRONT, _BACK, _BOTH = "front", "back", "both"
#: between pages that a fold joins at head or fore-edge: less than 3 mm off each does not open the fold
FOLD_TRIM = mm(6)


class _Plate(NamedTuple):
    """The two faces of one sheet before they are laid on it; no back where only one is printed."""

    front: Forme
    back: Forme | None
    signature: int = 0


def impose(stock: Stock, order: Order) -> Imposition:
    """Give every page its place.

    Raises BadInput with `wrong-use-...` for what contradicts itself or does not fit.
    """
    wrong = tuple(wrong_use(stock, order))
    if wrong:
        raise BadInput(wrong)
    if order.scheme is Scheme.READER:
        return Imposition(tuple(_spreads(stock, _right_bound(stock, order))), 0.0)
    sheet = _office_sheet(stock) if order.sheet is None else order.sheet
    scale = _office_scale(stock, sheet) if order.home else 1.0
    measures = _measures(stock, order, scale)
    if order.scheme in (Scheme.SADDLE, Scheme.PERFECT):
        sections = _sections(stock, order, measures, sheet)
        plates = tuple(_folded(sections, order, measures))
    else:
        sections, plates = (), tuple(_flat(stock, order, measures, sheet))
    sides = tuple(_laid(plates, sheet, order))
    made = Imposition(sides, measures.bleed, scale)
    return Imposition(sides, measures.bleed, scale, tuple(notes_on(made, stock, order, sections)))


def _measures(stock: Stock, order: Order, scale: float) -> Measures:
    bleed = 0.0 if order.home else min(stock.bleed, mm(3) if order.bleed is None else order.bleed)
    milling = 0.0
    if order.scheme is Scheme.PERFECT:
        milling = mm(3) if order.milling is None else order.milling
    gutter = 2 * bleed if order.scheme in (Scheme.CUT_STACK, Scheme.N_UP) else max(2 * bleed, FOLD_TRIM)
    return Measures(
        stock.width * scale,
        stock.height * scale,
        bleed,
        gutter if order.gutter is None else order.gutter,
        milling,
        order.paper or 0.0,
        1.0 if order.creep_factor is None else order.creep_factor,
        _right_bound(stock, order),
    )


def _right_bound(stock: Stock, order: Order) -> bool:
    return stock.right_bound if order.right_bound is None else order.right_bound


def _sections(
    stock: Stock, order: Order, measures: Measures, sheet: tuple[float, float]
) -> tuple[Section, ...]:
    asked = 4 if order.home else order.signature
    most = max(size for size in FOLDS if size <= max(padded(stock.pages), 4))
    tried = (
        (min(asked, most),)
        if asked
        else [s for s in sorted(FOLDS, reverse=True) if s <= min(most, MOST_UNASKED)]
    )
    binding = nested if order.scheme is Scheme.SADDLE else gathered
    needs: list[tuple[int, Forme]] = []
    for size in tried:
        sections = binding(stock.pages, size)
        # the last section may be a smaller one, of another shape
        own = [(each, _need(each, measures, order)) for each in {len(s.pages) for s in sections}]
        over = [need for need in own if _orientation(sheet, need[1]) is None]
        if not over:
            return sections
        needs += over
    size, need = needs[-1]
    raise BadInput((_too_small(sheet, need, f"{size} pages, half of them on each side,"),))


def _need(size: int, measures: Measures, order: Order) -> Forme:
    """What a section of so many pages takes of a sheet."""
    folded = unfolded(size)
    blank = folded_forme(Section((0,) * size), folded, folded.front, measures)
    return _worked(_Plate(blank, blank), order)[0]


def _folded(sections: Sequence[Section], order: Order, measures: Measures) -> Iterator[_Plate]:
    unfoldings: dict[int, Folded] = {size: unfolded(size) for size in FOLDS}
    for number, section in enumerate(sections, 1):
        folded = unfoldings[len(section.pages)]
        front, back = (
            folded_forme(section, folded, cells, measures) for cells in (folded.front, folded.back)
        )
        if order.scheme is Scheme.PERFECT and len(sections) > 1:
            front = collated(front, section, folded.front, number, measures)
        yield _Plate(front, back, number)


def _flat(stock: Stock, order: Order, measures: Measures, sheet: tuple[float, float]) -> Iterator[_Plate]:
    """N-up and cut-stack: leaves of one page, or of two that are back to back."""
    columns, rows = order.grid or _most(order, measures, sheet)
    blank = flat_forme([0] * (columns * rows), columns, rows, measures)
    need = _worked(_Plate(blank, blank), order)[0]
    if _orientation(sheet, need) is None:
        raise BadInput((_too_small(sheet, need, f"{columns} × {rows} pages"),))
    places, sides = columns * rows, 2 if _two_sided(order) else 1
    for leaves in _leaves(-(-stock.pages // sides), places, order):
        faces = [[_page(leaf, sides, face, stock.pages) for leaf in leaves] for face in range(sides)]
        front = flat_forme(faces[0], columns, rows, measures)
        if sides == 1:
            yield _Plate(front, None)
            continue
        backs = [
            page for row in range(rows) for page in reversed(faces[1][row * columns : (row + 1) * columns])
        ]
        yield _Plate(front, flat_forme(backs, columns, rows, measures))


def _two_sided(order: Order) -> bool:
    return order.scheme is Scheme.CUT_STACK if order.two_sided is None else order.two_sided


def _leaves(count: int, places: int, order: Order) -> Iterator[list[int]]:
    """For each sheet the leaf at each place, from 0."""
    if order.repeat:
        yield from ([leaf] * places for leaf in range(count))
        return
    sheets = -(-count // places)
    for sheet in range(sheets):
        if order.scheme is Scheme.CUT_STACK:
            # cut apart, the stacks go one under the other: the first holds leaves 0, 1, 2 ... of all sheets
            yield [place * sheets + sheet for place in range(places)]
        else:
            yield list(range(sheet * places, (sheet + 1) * places))


def _page(leaf: int, sides: int, face: int, pages: int) -> int:
    page = leaf * sides + face + 1
    return page if page <= pages else 0


def _most(order: Order, measures: Measures, sheet: tuple[float, float]) -> tuple[int, int]:
    """As many as the sheet holds, in the better of its two positions."""
    halves = {Work.TURN: (2, 1), Work.TUMBLE: (1, 2)}.get(order.work or Work.SHEETWISE, (1, 1))
    best = (0, 0)
    for width, height in (sheet, sheet[::-1]):
        columns = _holds(width / halves[0], measures.width, measures)
        rows = _holds(height / halves[1], measures.height, measures)
        best = max(best, (columns, rows), key=lambda grid: grid[0] * grid[1])
    if not best[0] * best[1]:
        blank = flat_forme([0], 1, 1, measures)
        raise BadInput((_too_small(sheet, _worked(_Plate(blank, blank), order)[0], "one page"),))
    return best


def _holds(room: float, size: float, measures: Measures) -> int:
    count = int((room - 2 * measures.bleed + measures.gutter + 0.01) // (size + measures.gutter))
    return max(count, 0)


def _worked(plate: _Plate, order: Order) -> tuple[Forme, ...]:
    """The formes that are printed: one for each face, or one for both."""
    if plate.back is None:
        return (plate.front,)
    if order.work is Work.TURN:
        return (beside(plate.front, plate.back),)
    if order.work is Work.TUMBLE:
        return (above(plate.front, upside_down(plate.back)),)
    return plate.front, plate.back


def _laid(plates: Sequence[_Plate], sheet: tuple[float, float], order: Order) -> Iterator[Side]:
    """Lay each forme in the middle of its sheet. Sheets lie as the first forme wants it, where that fits."""
    first = _orientation(sheet, _worked(plates[0], order)[0])
    for number, plate in enumerate(plates, 1):
        formes = _worked(plate, order)
        own = _orientation(sheet, formes[0])
        assert own is not None and first is not None, "schemes look whether a forme fits before they lay it"
        size = first if fits(formes[0].width, first[0]) and fits(formes[0].height, first[1]) else own
        faces = (_BOTH,) if plate.back is not None and len(formes) == 1 else (_FRONT, _BACK)
        for face, forme in zip(faces, formes, strict=False):
            if face == _BACK and _tumbled(order, size):
                forme = upside_down(forme)
            laid = moved_forme(forme, (size[0] - forme.width) / 2, (size[1] - forme.height) / 2)
            yield Side(
                number, face, size, laid.places, laid.block, laid.folds, plate.signature, laid.collation
            )


def _tumbled(order: Order, size: tuple[float, float]) -> bool:
    """Whether the printer turns the sheet about its level middle."""
    if order.flip is None and not order.home:
        return False
    wide = size[0] > size[1]
    return wide == ((order.flip or Flip.SHORT) is Flip.LONG)


def _orientation(sheet: tuple[float, float], forme: Forme) -> tuple[float, float] | None:
    """The sheet lying as the forme fits; as the forme itself lies when it fits both ways."""
    upright = (min(sheet), max(sheet))
    for size in (upright[::-1], upright) if forme.width > forme.height else (upright, upright[::-1]):
        if fits(forme.width, size[0]) and fits(forme.height, size[1]):
            return size
    return None


def _office_sheet(stock: Stock) -> tuple[float, float]:
    for name in OFFICE:
        sheet = (mm(SHEETS[name][0]), mm(SHEETS[name][1]))
        if _office_scale(stock, sheet) == 1.0:
            return sheet
    return mm(SHEETS["A4"][0]), mm(SHEETS["A4"][1])


def _office_scale(stock: Stock, sheet: tuple[float, float]) -> float:
    """By how much two pages are made smaller to stand beside each other; 1 when they need not be."""
    spread = (2 * stock.width, stock.height)
    # half a point more than there is, is within what such a printer is off by
    best = max(min((size[0] + 0.5) / spread[0], (size[1] + 0.5) / spread[1]) for size in (sheet, sheet[::-1]))
    if best >= 1:
        return 1.0
    return max(min(size[0] / spread[0], size[1] / spread[1]) for size in (sheet, sheet[::-1]))


def _spreads(stock: Stock, right_bound: bool) -> Iterator[Side]:
    """Pages as they are read: the first alone, then two and two."""
    width, height = stock.width, stock.height
    rows = [(1,), *((page, page + 1) for page in range(2, stock.pages, 2))]
    if stock.pages % 2 == 0:
        rows.append((stock.pages,))
    for number, pages in enumerate(rows, 1):
        shown_pages = pages[::-1] if right_bound else pages
        rects = [Rect(place * width, 0.0, width, height) for place in range(len(pages))]
        places = tuple(Place(page, rect, rect) for page, rect in zip(shown_pages, rects, strict=True))
        size = (width * len(pages), height)
        yield Side(number, _FRONT, size, places, Rect(0.0, 0.0, *size))


def _too_small(sheet: tuple[float, float], need: Forme, what: str) -> Diagnostic:
    return Diagnostic(
        Severity.ERROR,
        "wrong-use-sheet",
        f"a sheet of {shown(*sheet)} is too small: {what} and the bleed take "
        f"{shown(need.width, need.height)}",
        hint="take a larger sheet, fewer pages on it, a smaller gutter, or less bleed",
    )
