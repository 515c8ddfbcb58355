"""Stock and order -> an Imposition: which page stands where on which face of which sheet; geometry only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from progprint.diag import BadInput, Diagnostic, Severity
from progprint.geom import Rect, mm
from progprint.press.impose.folding import FOLDS, Folded, unfolded
from progprint.press.impose.formes import Forme, Measures, collated, flat_forme, folded_forme
from progprint.press.impose.laying import Plate, Press, inked, laid, lying, takes, worked
from progprint.press.impose.lips import gap_on, least_gap
from progprint.press.impose.sections import Section, gathered, nested, padded
from progprint.press.impose.sizes import SHEETS, shown
from progprint.press.impose.types import Flip, Imposition, Lip, Order, Place, Scheme, Side, Stock, Work
from progprint.press.impose.words import notes_on, spreads_note
from progprint.press.impose.wrong_use import wrong_use

#: four folds are left to those who ask for them: paper of 100 g creases at the fourth
MOST_UNASKED = 16
#: sheets that an office printer has, tried in this order
OFFICE = ("A4", "Letter", "A3", "Tabloid")
#: between pages that a fold joins at head or fore-edge: less than 3 mm off each does not open the fold
FOLD_TRIM = mm(6)


def impose(stock: Stock, order: Order) -> Imposition:
    """Give every page its place.

    Raises BadInput with `wrong-use-...` for what contradicts itself or does not fit.
    """
    wrong = tuple(wrong_use(stock, order))
    if wrong:
        raise BadInput(wrong)
    if order.scheme is Scheme.READER:
        spreads = tuple(_spreads(stock, _right_bound(stock, order)))
        return Imposition(spreads, 0.0, notes=(spreads_note(stock),))
    press = _press(stock, order)
    scale = _office_scale(stock, press.sheet, order.margin or 0.0) if order.home else 1.0
    measures = _measures(stock, order, scale)
    if order.scheme in (Scheme.SADDLE, Scheme.PERFECT):
        sections = _sections(stock, order, measures, press)
        plates = tuple(_folded(sections, measures, press, collate=order.scheme is Scheme.PERFECT))
    else:
        sections, plates = (), tuple(_flat(stock, order, measures, press))
    sides = tuple(laid(plates, press))
    made = Imposition(sides, measures.bleed, scale)
    return Imposition(sides, measures.bleed, scale, tuple(notes_on(made, stock, order, sections)))


def _press(stock: Stock, order: Order) -> Press:
    lip = order.overfold or 0.0
    return Press(
        _office_sheet(stock) if order.sheet is None else order.sheet,
        order.gripper or 0.0,
        order.work or Work.SHEETWISE,
        order.flip or (Flip.SHORT if order.home else None),
        -lip if order.lip is Lip.LOW else lip,
        _right_bound(stock, order),
    )


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


def _sections(stock: Stock, order: Order, measures: Measures, press: Press) -> tuple[Section, ...]:
    asked = 4 if order.home else order.signature
    most = max(size for size in FOLDS if size <= max(padded(stock.pages), 4))
    tried = (
        (min(asked, most),)
        if asked
        else [s for s in sorted(FOLDS, reverse=True) if s <= min(most, MOST_UNASKED)]
    )
    binding = nested if order.scheme is Scheme.SADDLE else gathered
    needs: list[tuple[int, Forme]] = []
    # clear of the gripper if at all
    for clear in (True, False):
        for size in tried:
            sections = binding(stock.pages, size)
            # the last section may be a smaller one, of another shape
            own = [(each, _need(each, measures, press)) for each in {len(s.pages) for s in sections}]
            over = [need for need in own if lying(press, need[1], clear=clear) is None]
            if not over:
                return sections
            needs += over
    size, need = needs[-1]
    raise BadInput((_too_small(press.sheet, need, f"{size} pages, half of them on each side,"),))


def _need(size: int, measures: Measures, press: Press) -> Forme:
    """What a section of so many pages takes of a sheet."""
    folded = unfolded(size)
    if not press.lip:
        blank = folded_forme(Section((0,) * size), folded, folded.front, measures)
        return worked(blank, blank, press.work)[0]
    gap, beside = least_gap(folded, measures, press.lip)
    blank = folded_forme(Section((0,) * size), folded, folded.front, measures._replace(fore_gap=gap))
    need = worked(blank, blank, press.work)[0]
    return need._replace(width=need.width + beside)


def _folded(
    sections: Sequence[Section], measures: Measures, press: Press, *, collate: bool
) -> Iterator[Plate]:
    unfoldings: dict[int, Folded] = {size: unfolded(size) for size in FOLDS}
    first = _size(press, _need(len(sections[0].pages), measures, press))
    for number, section in enumerate(sections, 1):
        folded = unfoldings[len(section.pages)]
        size = _size(press, _need(len(section.pages), measures, press), first)
        gap = gap_on(folded, measures, press.lip, size[0]) if press.lip else None
        front, back = (
            folded_forme(section, folded, cells, measures._replace(fore_gap=gap))
            for cells in (folded.front, folded.back)
        )
        if collate and len(sections) > 1:
            front = collated(front, section, folded.front, number, measures)
        yield Plate(front, back, size, number)


def _size(press: Press, need: Forme, first: tuple[float, float] | None = None) -> tuple[float, float]:
    """How a sheet lies: as the first one, where that fits."""
    for clear in (True, False):
        if first is not None and takes(press, first, need, clear=clear):
            return first
        found = lying(press, need, clear=clear)
        if found is not None:
            return found
    raise AssertionError("schemes look whether a forme fits before they lay it")


def _flat(stock: Stock, order: Order, measures: Measures, press: Press) -> Iterator[Plate]:
    """N-up and cut-stack: leaves of one page, or of two that are back to back."""
    columns, rows = order.grid or _most(measures, press)
    blank = flat_forme([0] * (columns * rows), columns, rows, measures)
    need = worked(blank, blank, press.work)[0]
    if lying(press, need, clear=False) is None:
        raise BadInput((_too_small(press.sheet, need, f"{columns} × {rows} pages"),))
    size = _size(press, need)
    places, sides = columns * rows, 2 if _two_sided(order) else 1
    for leaves in _leaves(-(-stock.pages // sides), places, order):
        faces = [[_page(leaf, sides, face, stock.pages) for leaf in leaves] for face in range(sides)]
        front = flat_forme(faces[0], columns, rows, measures)
        if sides == 1:
            yield Plate(front, None, size)
            continue
        backs = [
            page for row in range(rows) for page in reversed(faces[1][row * columns : (row + 1) * columns])
        ]
        yield Plate(front, flat_forme(backs, columns, rows, measures), size)


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


def _most(measures: Measures, press: Press) -> tuple[int, int]:
    """As many as the sheet holds, in the better of its two positions; clear of the gripper if at all."""
    halves = {Work.TURN: (2, 1), Work.TUMBLE: (1, 2)}.get(press.work, (1, 1))
    for gripper in (press.gripper, 0.0):
        best = (0, 0)
        for size in (press.sheet, press.sheet[::-1]):
            room = inked(press._replace(gripper=gripper), size, "front")
            columns = _holds(room.width / halves[0], measures.width, measures)
            rows = _holds(room.height / halves[1], measures.height, measures)
            best = max(best, (columns, rows), key=lambda grid: grid[0] * grid[1])
        if best[0] * best[1]:
            return best
    blank = flat_forme([0], 1, 1, measures)
    raise BadInput((_too_small(press.sheet, worked(blank, blank, press.work)[0], "one page"),))


def _holds(room: float, size: float, measures: Measures) -> int:
    count = int((room - 2 * measures.bleed + measures.gutter + 0.01) // (size + measures.gutter))
    return max(count, 0)


def _office_sheet(stock: Stock) -> tuple[float, float]:
    for name in OFFICE:
        sheet = (mm(SHEETS[name][0]), mm(SHEETS[name][1]))
        if _office_scale(stock, sheet, 0.0) == 1.0:
            return sheet
    return mm(SHEETS["A4"][0]), mm(SHEETS["A4"][1])


def _office_scale(stock: Stock, sheet: tuple[float, float], margin: float) -> float:
    """By how much two pages are made smaller to stand beside each other; 1 when they need not be."""
    spread = (2 * stock.width, stock.height)
    room = (sheet[0] - 2 * margin, sheet[1] - 2 * margin)
    # half a point more than there is, is within what such a printer is off by
    best = max(min((size[0] + 0.5) / spread[0], (size[1] + 0.5) / spread[1]) for size in (room, room[::-1]))
    if best >= 1:
        return 1.0
    return max(min(size[0] / spread[0], size[1] / spread[1]) for size in (room, room[::-1]))


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
        yield Side(number, "front", size, places, Rect(0.0, 0.0, *size), Rect(0.0, 0.0, *size))


def _too_small(sheet: tuple[float, float], need: Forme, what: str) -> Diagnostic:
    return Diagnostic(
        Severity.ERROR,
        "wrong-use-sheet",
        f"a sheet of {shown(*sheet)} is too small: {what} and the bleed take "
        f"{shown(need.width, need.height)}",
        hint="take a larger sheet, fewer pages on it, a smaller gutter, or less bleed",
    )
