"""Items and chosen breaks -> Lines, every space of them decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from progprint.geom import TOLERANCE
from progprint.glyphs.marks import is_selector
from progprint.glyphs.types import Break, Kind, Segment
from progprint.lines.beside import Drop
from progprint.lines.breaker import ROUNDING, WORST_RATIO
from progprint.lines.edges import start_trim
from progprint.lines.gaps import Side
from progprint.lines.items import Items
from progprint.lines.pieces import Part, Stretch, write_pieces
from progprint.lines.ruling import Ruling
from progprint.lines.slack import shares_of, slack_of
from progprint.lines.splits import SOFT_HYPHEN, extent_of, inner_stretch
from progprint.lines.types import Fault, Line
from progprint.style import Slack, TextStyle

#: a line is called loose from here on: spaces half as much again over the style's limit are seen at a glance
LOOSE_RATIO = 1.5
#: a line may be pressed by so much more than the style's limit, and is called tight, before it is too wide
TIGHT_RATIO = -1.25
_PRESSED = (-1.0,) * len(Slack)


class Frame(NamedTuple):
    """Where lines stand in their measure, in points."""

    measure: float
    #: indent of the first line, and of the others
    first: float = 0.0
    others: float = 0.0
    #: why the last line ends: end or forced
    reason: str = "end"
    #: of a large first letter, beside which the first lines stand
    drop: Drop | None = None

    def of_line(self, number: int) -> Frame:
        """The frame of one line, counted from 0."""
        if self.drop is None or number >= self.drop.lines:
            return self
        return self._replace(first=self.first + self.drop.width, others=self.others + self.drop.width)


class Halves(NamedTuple):
    """The two parts of a segment that was split at a line's end."""

    before: Segment
    after: Segment


def shape_splits(items: Items, breaks: list[int], ruling: Ruling) -> dict[int, Halves]:
    """Shape both halves at the chosen breaks, and put their true extents into `items` for the estimates."""
    halves: dict[int, Halves] = {}
    for row in breaks:
        split = items.splits.get(row)
        if split is None:
            continue
        segment, run = items.side(items.ends[row])
        text = segment.text
        before = ruling.reshape(run, text[: split.at].rstrip(SOFT_HYPHEN) + split.sign)
        after = ruling.reshape(run, text[split.at :])
        after = after._replace(spaces=segment.spaces, break_after=segment.break_after)
        _correct(items, row, (before, after), ruling)
        halves[row] = Halves(before, after)
    return halves


def _correct(items: Items, row: int, shaped: tuple[Segment, Segment], ruling: Ruling) -> None:
    columns, split = items.columns, items.splits[row]
    kind, run = shaped[0].kind, items.run_at(items.ends[row])
    size, style = run.style.size, ruling.style
    before, after = extent_of(shaped[0], run), extent_of(shaped[1], run)
    now = inner_stretch(before, kind, size, style), inner_stretch(after, kind, size, style)
    was = inner_stretch(split.before, kind, size, style), inner_stretch(split.after, kind, size, style)
    columns.end_width[row] += before.width - split.before.width
    columns.end_stretch[row] += now[0][0] - was[0][0]
    columns.end_shrink[row] += now[0][1] - was[0][1]
    columns.start_width[row] += split.after.width - after.width
    columns.start_stretch[row] += was[1][0] - now[1][0]
    columns.start_shrink[row] += was[1][1] - now[1][1]
    items.splits[row] = split._replace(before=before, after=after)


def set_lines(
    items: Items, breaks: list[int], frame: Frame, ruling: Ruling, halves: dict[int, Halves]
) -> list[Line]:
    """Write the lines of one paragraph."""
    lines: list[Line] = []
    start = 0
    for number, end in enumerate(breaks):
        line = frame if frame.drop is None else frame.of_line(number)
        lines.append(_set_line(items, part_of(items, (start, end), halves, ruling), line, ruling))
        start = end
    return lines


def part_of(items: Items, rows: tuple[int, int], halves: dict[int, Halves], ruling: Ruling) -> Part:
    """What stands between two of the breaks; `halves` has the parts of words at them."""
    start, end = rows
    first, final = items.ends[start] + 1, items.ends[end]
    columns = items.columns
    width = columns.end_width[end] - columns.start_width[start]
    stretch = columns.end_stretch[end] - columns.start_stretch[start]
    shrink = columns.end_shrink[end] - columns.start_shrink[start]
    head = halves[start].after if start in halves else None
    if head is not None:
        first -= 1
    segments = items.segments[first : final + 1]
    if head is not None and first == final and end in halves:
        run = items.run_at(first)
        text = segments[0].text[items.splits[start].at : items.splits[end].at]
        middle = ruling.reshape(run, text + items.splits[end].sign)
        extent = extent_of(middle, run)
        stretches = inner_stretch(extent, middle.kind, run.style.size, ruling.style)
        return Part(start, end, first, [middle], extent.width, *stretches)
    if head is not None:
        segments[0] = head
    if end in halves:
        segments[-1] = halves[end].before
    return Part(start, end, first, segments, width, stretch, shrink)


def _set_line(items: Items, part: Part, frame: Frame, ruling: Ruling) -> Line:
    style = ruling.style
    last = part.end == len(items.ends) - 1
    indent = frame.others if part.start else frame.first
    room = frame.measure - indent
    stretch = _stretch(items, part, room - part.width, (style, _fills(style, part, room, last)))
    width = part.width + stretch.spread
    left = indent
    if style.align == "right":
        left += room - width
    elif style.align == "center":
        left += (room - width) / 2
    run = items.run_at(part.first)
    head = part.segments[0]
    trim = 0.0
    if head.kind is not Kind.HAN and head is items.segments[part.first]:
        trim = start_trim(Side(head, run), ruling)
    pieces = write_pieces(items, part, stretch, (left - trim, left + width), style)
    text = pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])
    reason = frame.reason if last else _reason(items, part)
    over = width - room
    poor = items.missing or over > ROUNDING or not -1.0 <= stretch.ratio <= 1.0
    faults = _faults(items, part, stretch, over) if poor else ()
    return Line(pieces, width, stretch.ratio, text, reason, run.lang, run.source, faults)


def _fills(style: TextStyle, part: Part, room: float, last: bool) -> bool:
    """Whether a line is to fill its measure; a last one near full within an em and the style's limits."""
    if style.align != "justify":
        return False
    if last and style.last_line == "near-full":
        return room - part.width <= min(style.size, part.stretch)
    return not last or style.last_line == "justify"


def _reason(items: Items, part: Part) -> str:
    split = items.splits.get(part.end)
    if split is not None:
        return split.reason
    segment = part.segments[-1]
    if segment.break_after is Break.NEVER:
        return "emergency"
    return "space" if segment.spaces else "between"


def _stretch(items: Items, part: Part, spare: float, ruled: tuple[TextStyle, bool]) -> Stretch:
    """How far a line opens; `ruled` is the paragraph's style and whether this line is to fill its measure."""
    style, justified = ruled
    if spare < -ROUNDING:
        ratio = spare / part.shrink if part.shrink > 0.0 else -WORST_RATIO
        if ratio < TIGHT_RATIO:
            return Stretch(-1.0, _PRESSED, -part.shrink)
        if ratio > -1.0:
            shares, rest = shares_of(spare, slack_of(items, part, style, opens=False), style.spacing)
            if rest <= ROUNDING:
                return Stretch(ratio, shares, spare)
        return Stretch(ratio, (ratio,) * len(Slack), spare)
    if not justified or spare <= ROUNDING:
        return Stretch()
    ratio = spare / part.stretch if part.stretch > 0.0 else WORST_RATIO
    shares, rest = shares_of(spare, slack_of(items, part, style), style.spacing)
    return Stretch(ratio, shares, spare) if rest <= ROUNDING else Stretch(ratio)


def _faults(items: Items, part: Part, stretch: Stretch, over: float) -> tuple[Fault, ...]:
    faults: list[Fault] = []
    source = items.run_at(part.first).source
    if over > TOLERANCE:
        widest = max(range(len(part.segments)), key=lambda index: part.segments[index].width)
        source = items.run_at(part.first + widest).source
        faults.append(Fault("overfull-line", f"{over:.1f} pt over: {part.segments[widest].text}", source))
    elif stretch.ratio > LOOSE_RATIO or (stretch.ratio > 1.0 and not stretch.spread):
        faults.append(Fault("loose-line", f"{stretch.ratio:.2f}", source))
    elif stretch.ratio < -1.0 - ROUNDING:
        faults.append(Fault("tight-line", f"{stretch.ratio:.2f}", source))
    for index, segment in enumerate(part.segments if items.missing else (), part.first):
        if segment.missing:
            variant = is_selector(segment.missing)
            fault = ("missing-variant", segment.text) if variant else ("missing-glyph", segment.missing)
            faults.append(Fault(*fault, items.run_at(index).source))
        elif segment.fallback:
            detail = f"{segment.text} from {segment.fallback}"
            faults.append(Fault("fallback-glyph", detail, items.run_at(index).source))
    faults += _lacks(items, part) if items.missing else ()
    return tuple(faults)


def _lacks(items: Items, part: Part) -> Iterator[Fault]:
    """What the fonts of a line have not of their styles' features."""
    for number, (start, run) in enumerate(zip(items.run_starts, items.runs, strict=True), 1):
        end = items.run_starts[number] if number < len(items.runs) else len(items.segments)
        if start < part.first + len(part.segments) and part.first < end:
            for lack in run.lacking:
                yield Fault("font-feature", f"{run.style.name}: {lack}", run.source)
