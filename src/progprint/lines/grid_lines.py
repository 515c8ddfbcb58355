"""Items on the em grid and chosen breaks -> Lines: each stretch of words opened or closed to whole cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from progprint.glyphs.types import Kind, Run, Segment
from progprint.lines.breaker import ROUNDING, WORST_RATIO
from progprint.lines.edges import end_trim
from progprint.lines.gaps import Gap, Side
from progprint.lines.grid import Grid, is_square, width_of
from progprint.lines.items import Items
from progprint.lines.justify import LOOSE_RATIO, Frame, Halves, part_of, set_lines
from progprint.lines.pieces import Part
from progprint.lines.ruling import Ruling
from progprint.lines.types import Fault, Line


def set_on_grid(
    items: Items, breaks: list[int], frame: Frame, ruling: Ruling, halves: dict[int, Halves], *, grid: Grid
) -> list[Line]:
    """Write lines whose stretches fill their cells. A line that falls short by whole ems stays so."""
    columns = items.columns._replace(
        end_width=items.columns.end_width[:], start_width=items.columns.start_width[:]
    )
    items = items._replace(gaps=items.gaps[:], columns=columns)
    ratios: list[float] = []
    start = 0
    for end in breaks:
        part = part_of(items, (start, end), halves, ruling)
        room = frame.measure - (frame.others if start else frame.first)
        final = end == len(items.ends) - 1
        fills = grid.justified and (not final or ruling.style.last_line == "justify")
        fitted = _fitted(items, part, _Room(room, fills, ruling, grid))
        for number, gap in fitted.gaps.items():
            items.gaps[number] = gap
        columns.end_width[end] = columns.start_width[start] + fitted.width
        ratios.append(fitted.ratio)
        start = end
    lines = set_lines(items, breaks, frame, ruling, halves)
    if ruling.style.align == "center":
        indents = [frame.first, *[frame.others] * (len(lines) - 1)]
        lines = [_centred(line, indent, grid) for line, indent in zip(lines, indents, strict=True)]
    return [_told(line, ratio) for line, ratio in zip(lines, ratios, strict=True)]


class _Room(NamedTuple):
    """Where a line stands."""

    width: float
    #: to be filled, as far as words can
    filled: bool
    ruling: Ruling
    grid: Grid


class _Fitted(NamedTuple):
    """A line's gaps by their numbers, so that its characters stand in cells."""

    gaps: dict[int, Gap]
    width: float
    #: of a line of words alone
    ratio: float = 0.0


class _Words(NamedTuple):
    """A stretch on one line."""

    #: the number of its first gap
    number: int
    gaps: list[Gap]
    #: whether the first and the last gap are those to its neighbours
    sides: tuple[bool, bool]
    #: by how much it has to open, or close, to fill its cells
    spare: float


def _fitted(items: Items, part: Part, room: _Room) -> _Fitted:
    shown = enumerate(part.segments[: _shown(part.segments)], part.first)
    sides = [Side(segment, items.run_at(at)) for at, segment in shown]
    own = items.gaps[part.first : part.first + len(sides) - 1]
    gaps = [_whole(gap, side.run) for gap, side in zip(own, sides, strict=False)]
    natural = sum(width_of(*side) for side in sides) + sum(gap.width for gap in gaps)
    hung = end_trim(sides[-1], room.ruling)
    natural -= hung + room.grid.tracking if hung else 0.0
    found = [_words(sides, gaps, bounds, room.grid) for bounds in _bounds(sides, gaps, room.grid)]
    amounts = [words.spare for words in found]
    ratio = 0.0
    if found and not found[-1].sides[1]:
        lacking = room.width - natural - sum(amounts[:-1])
        amounts[-1] = _at_the_end(found[-1], lacking, room)
        if not found[-1].sides[0]:
            ratio = _ratio(found[-1].gaps, amounts[-1])
    opened: dict[int, Gap] = {}
    for words, amount in zip(found, amounts, strict=True):
        shared = _shared(words, amount)
        opened.update(enumerate(shared, part.first + words.number))
    given = sum(amount for words, amount in zip(found, amounts, strict=True) if words.gaps)
    return _Fitted(opened, natural + given, ratio)


def _shown(segments: Sequence[Segment]) -> int:
    """How many segments of a line are not ideographic spaces beyond its end."""
    count = len(segments)
    while count > 1 and segments[count - 1].kind is Kind.SPACE:
        count -= 1
    return count


def _whole(gap: Gap | None, run: Run) -> Gap:
    return Gap(run.style.tracking_em * run.style.size, 0.0, 0.0) if gap is None else gap


def _bounds(sides: Sequence[Side], gaps: Sequence[Gap], grid: Grid) -> Iterator[tuple[int, int]]:
    """What stands between characters of the grid: from one index up to another, or only a space."""
    first = 0
    for at, side in enumerate(sides):
        if is_square(*side, grid):
            if at > first or (at and abs(gaps[at - 1].width - grid.tracking) > ROUNDING / 10):
                yield first, at
            first = at + 1
    if first < len(sides):
        yield first, len(sides)


def _words(sides: Sequence[Side], gaps: Sequence[Gap], bounds: tuple[int, int], grid: Grid) -> _Words:
    first, last = bounds
    before, after = first > 0, last < len(sides)
    own = list(gaps[max(first - 1, 0) : last if after else last - 1])
    content = sum(width_of(*side) for side in sides[first:last]) + sum(gap.width for gap in own)
    # letter-spacing ends the cell before, and is to end this one
    content += (0.0 if after else grid.tracking) - (grid.tracking if before else 0.0)
    cells = grid.cells(content - sum(gap.close for gap in own))
    return _Words(max(first - 1, 0), own, (before, after), cells - content)


def _at_the_end(words: _Words, lacking: float, room: _Room) -> float:
    """By how much words that end a line open: to the measure where they can, else to the next cell's end."""
    if not words.gaps:
        return 0.0
    most = sum(gap.open for gap in words.gaps)
    if room.filled:
        return lacking if lacking <= most or not words.sides[0] else words.spare
    if room.ruling.style.align == "left" or not words.sides[0]:
        return max(min(lacking, 0.0), -sum(gap.close for gap in words.gaps))
    return words.spare


def _ratio(gaps: Sequence[Gap], amount: float) -> float:
    most = sum(gap.open if amount > 0.0 else gap.close for gap in gaps)
    return amount / most if most > 0.0 else WORST_RATIO if amount > ROUNDING else 0.0


def _shared(words: _Words, amount: float) -> list[Gap]:
    """The gaps with an amount shared out: by what they may give or take, then to both sides alike."""
    gaps = words.gaps
    limits = [gap.close if amount < 0.0 else gap.open for gap in gaps]
    room = sum(limits)
    given = max(min(amount, room), -room)
    ends = {at for at, is_side in zip((0, len(gaps) - 1), words.sides, strict=True) if is_side}
    rest = (amount - given) / (len(ends) or len(gaps) or 1)
    return [
        _fixed(gap, (given * limit / room if room else 0.0) + (rest if at in ends or not ends else 0.0))
        for at, (gap, limit) in enumerate(zip(gaps, limits, strict=True))
    ]


def _fixed(gap: Gap, more: float) -> Gap:
    return gap._replace(
        width=gap.width + more, room=gap.room + more, stretch=0.0, shrink=0.0, open=0.0, close=0.0
    )


def _centred(line: Line, indent: float, grid: Grid) -> Line:
    """The line on whole cells, at most half a cell left of the middle."""
    if not line.pieces:
        return line
    off = (grid.measure - indent - line.width) / 2 % grid.pitch
    return line._replace(pieces=tuple(piece._replace(x=piece.x - off) for piece in line.pieces))


def _told(line: Line, ratio: float) -> Line:
    if not ratio:
        return line
    faults = line.faults
    if ratio > LOOSE_RATIO:
        faults = (*faults, Fault("loose-line", f"{ratio:.2f}", line.source))
    return line._replace(ratio=ratio, faults=faults)
