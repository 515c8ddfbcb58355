"""Galleys -> filled columns: where each ends, and what moves on to the next."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from progprint.geom import TOLERANCE, fits
from progprint.pages.evils import DIVIDED, HEADING, LOOSE_LINE, NOTE_RUNS_ON, UNSEEN, shortness
from progprint.pages.notes import Foot, begun, divide, foot_height, set_foot
from progprint.pages.rows import Again, Galley, Placed, Row, on_grid, stack

#: paragraphs before a column's end that may be set otherwise to better it
PARAGRAPHS_TRIED = 2
#: faults of a line beyond its style's limits
POOR = ("loose-line", "tight-line", "overfull-line")


class Filled(NamedTuple):
    """One column."""

    placed: tuple[Placed, ...]
    #: where the last row ends; with notes, how much room all takes
    bottom: float
    rest: Galley
    #: a keep had to be broken, because what it keeps is higher than the room: the row it was broken after
    broken: Row | None = None
    #: notes and their rule
    foot: tuple[Placed, ...] = ()


class End(NamedTuple):
    """A way to end a column."""

    #: how many rows are in it
    number: int
    price: float
    foot: Foot = Foot()
    broken: bool = False


class Bay(NamedTuple):
    """The room of one column."""

    room: float
    grid: float
    #: the room of an empty column: what would not fit even there is broken against its keeps
    whole: float


def fill(rows: Galley, room: float, grid: float, whole: float, *, reset: bool = True) -> Filled:
    """Put as many rows into `room` as keeps allow, and end where it costs least (`evils`).

    `whole` is the room of an empty column: what would not fit even there is broken against its keeps,
    so that make-up always ends. Gaps at the head vanish; the rest begins with the first row left over.
    With `reset`, paragraphs at a bad end may be set a line looser or tighter.
    """
    bay = Bay(room, grid, whole)
    rows = _headless(rows)
    end = _end(rows, bay)
    if reset and end.price > LOOSE_LINE and not end.broken:
        rows, end = min(_otherwise(rows, end, bay), key=lambda way: way[1].price, default=(rows, end))
    return _filled(rows, end, bay)


def _filled(rows: Galley, end: End, bay: Bay) -> Filled:
    placed, bottom = stack(rows[: end.number], bay.grid)
    rest = _headless(rows[end.number :])
    if placed and rest and not placed[-1].row.repeated:
        rest = _headed(rest)
    if end.foot.left:
        rest = (Row(0.0, notes=end.foot.left), *rest)
    foot: tuple[Placed, ...] = ()
    if end.foot.here:
        foot = set_foot(end.foot.here, bay.room, bay.grid)
        bottom = on_grid(bottom, bay.grid) + foot_height(end.foot.here, bay.grid)
    return Filled(tuple(placed), bottom, rest, rows[end.number - 1] if end.broken else None, foot)


def _end(rows: Galley, bay: Bay) -> End:
    """The cheapest end that breaks no keep; none in a column that is not whole: all moves on."""
    bottoms = _bottoms(rows, bay)
    last = _footless(rows)
    noted = any(row.notes for row in rows[: len(bottoms)])
    if len(bottoms) >= last and not noted:
        return End(len(rows), 0.0)
    full = bay.room if noted else bottoms[-1] if bottoms else 0.0
    best = End(0, shortness(bay.room / bay.grid))
    for number in range(min(len(bottoms), last), 0, -1):
        row = rows[number - 1]
        if row.gap or (row.keep and number < last):
            continue
        foot = _foot(rows[:number], bottoms[number - 1], bay) if noted else Foot()
        if foot is None:
            continue
        height = bottoms[number - 1] + foot_height(foot.here, bay.grid)
        price = shortness(max(full - height, 0.0) / bay.grid) if number < last else 0.0
        if best.number and price >= best.price:
            break
        price += DIVIDED * (row.divided and number < last) + NOTE_RUNS_ON * bool(foot.left)
        if not best.number or price < best.price:
            best = End(number, price, foot)
    if not best.number and rows and fits(bay.whole, bay.room):
        return _forced(rows, bottoms, bay)
    return best


def _forced(rows: Galley, bottoms: list[float], bay: Bay) -> End:
    """Kept-together matter that is higher than an empty column: part what is kept least firmly, late."""
    numbers = [n for n in range(1, len(bottoms) + 1) if not rows[n - 1].gap]
    for number in sorted(numbers, key=lambda n: (rows[n - 1].keep, -n)):
        foot = _foot(rows[:number], bottoms[number - 1], bay)
        if foot is not None:
            return End(number, 0.0, foot, broken=True)
    notes = rows[0].notes
    # where only notes are left, and no room for a line of them, one goes in all the same
    foot = begun(notes) if notes and not rows[0].height else Foot((), notes)
    return End(1, 0.0, foot, broken=True)


def _foot(rows: Galley, bottom: float, bay: Bay) -> Foot | None:
    notes = [note for row in rows for note in row.notes]
    return divide(notes, bay.room - on_grid(bottom, bay.grid), bay.grid) if notes else Foot()


def _otherwise(rows: Galley, end: End, bay: Bay) -> Iterator[tuple[Galley, End]]:
    """The rows as they are, and with a paragraph near the column's end set otherwise."""
    yield rows, end
    tried: list[Again] = []
    for index in range(min(len(_bottoms(rows, bay)), len(rows) - 1), -1, -1):
        again = rows[index].again
        if again is None or again in tried:
            continue
        if len(tried) == PARAGRAPHS_TRIED:
            return
        tried.append(again)
        for other, price in _reset(rows, again):
            anew = _end(other, bay)
            if not anew.broken:
                yield other, anew._replace(price=anew.price + price)


def _reset(rows: Galley, again: Again) -> Iterator[tuple[Galley, float]]:
    """The rows with one paragraph set otherwise, and the price of its lines."""
    own = [index for index, row in enumerate(rows) if row.again is again]
    if len(own) < again.rows:
        # it began in an earlier column
        return
    start, end = own[0], own[-1] + 1
    before = _poor_lines(rows[start:end])
    for way in again.ways:
        other = tuple(row._replace(head=rows[start].head) for row in way())
        price = 1 + LOOSE_LINE * max(_poor_lines(other) - before, 0)
        yield (*rows[:start], *other, *rows[end:]), price


def _poor_lines(rows: Galley) -> int:
    return sum(fault.code in POOR for row in rows for fault in row.faults)


def _headed(rows: Galley) -> Galley:
    """Repeat the heading of the first row above it, in its place in reading order."""
    order = min((o for o, _ in rows[0].marks), default=0.0) - 0.5
    head = (
        row._replace(marks=tuple((order, m) for _, m in row.marks), keep=HEADING, repeated=True)
        for row in rows[0].head
    )
    return (*head, *rows)


def _bottoms(rows: Galley, bay: Bay) -> list[float]:
    """Where each row ends, as many as fit, keeps disregarded."""
    bottoms: list[float] = []
    y, started = 0.0, False
    for row in rows:
        if row.gap:
            y += row.height if started else 0.0
        else:
            top = on_grid(y, bay.grid) if row.snap else y
            if not fits(top + row.height, bay.room):
                break
            y, started = top + row.height, True
        bottoms.append(y)
    return bottoms


def _headless(rows: Galley) -> Galley:
    start = 0
    while start < len(rows) and rows[start].gap:
        start += 1
    return rows[start:]


def _footless(rows: Galley) -> int:
    """How many rows there are up to the last that is no gap."""
    return next((n for n in range(len(rows), 0, -1) if not rows[n - 1].gap), 0)


class Columns(NamedTuple):
    """Columns of one frame, from left to right."""

    columns: tuple[Filled, ...]
    rest: Galley

    @property
    def bottom(self) -> float:
        return max((c.bottom for c in self.columns), default=0.0)

    @property
    def divided(self) -> int:
        """How many of them end in a divided word."""
        return sum(c.placed[-1].row.divided for c in self.columns if c.placed and c.rest)


def fill_columns(
    rows: Galley, count: int, room: float, grid: float, whole: float, *, reset: bool = True
) -> Columns:
    """Fill `count` columns of one height, one after the other."""
    columns: list[Filled] = []
    for _ in range(count):
        filled = fill(rows, room, grid, whole, reset=reset)
        columns.append(filled)
        rows = filled.rest
        if not rows:
            break
    return Columns(tuple(columns), rows)


def balance(rows: Galley, count: int, room: float, grid: float, whole: float) -> Columns:
    """Fill columns that end level: the least height, in lines of the grid, that still takes all rows."""
    full = fill_columns(rows, count, room, grid, whole)
    if count == 1 or full.rest:
        return full

    def filled(lines: int) -> Columns:
        return fill_columns(rows, count, min(lines * grid, room), grid, whole, reset=False)

    low, most = 1, max(1, ceil((room + TOLERANCE) / grid))
    high = most
    while low < high:
        middle = (low + high) // 2
        trial = filled(middle)
        if trial.rest or any(c.broken for c in trial.columns):
            low = middle + 1
        else:
            high = middle
    # a column that ends in a divided word: rather a line or two more in each
    heights = [filled(lines) for lines in range(low, min(low + UNSEEN, most) + 1)]
    return min(heights, key=lambda columns: columns.divided)
