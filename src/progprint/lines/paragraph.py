"""Runs, a style and a measure -> Lines: pass after pass, from the best that can be had to the least bad."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from progprint.geom import fits
from progprint.glyphs.seams import Seam
from progprint.glyphs.types import Break, Run, Segment
from progprint.lines.beside import Drop, beside_initial
from progprint.lines.breaker import INFINITE, Columns, Fit, first_fit
from progprint.lines.compose import best_breaks, loosened, not_longer, single_lines
from progprint.lines.counted import ladder_of
from progprint.lines.dents import without_dents
from progprint.lines.grid import grid_of, make_on_grid, squared
from progprint.lines.grid_lines import set_on_grid
from progprint.lines.items import Items, make_items
from progprint.lines.justify import Frame, Halves, set_lines, shape_splits
from progprint.lines.rivers import rivers_of, without_rivers
from progprint.lines.ruling import Memory, Reshape, Ruling
from progprint.lines.second_look import Flaw
from progprint.lines.tabs import has_tabs, set_tabbed
from progprint.lines.types import Fault, Line
from progprint.lines.weigh import PHRASES, sparing_last_word, weighed
from progprint.style import TextStyle

#: stretch limits tried in turn. The first is narrow, hence quick, and is widened as far as its result does
#: not prove itself the best, but not beyond the second; the others are for what cannot be set decently
HAN_LIMITS = (0.5, 1.6, 4.0, 12.0, INFINITE)
WORD_LIMITS = (1.5, 4.0, 12.0, INFINITE)
#: a ragged line may be as short as it likes, for a price
RAGGED_LIMITS = (1.5, INFINITE)
#: in titles set by phrases a word kept whole is worth a line more
WHOLE_WORD = PHRASES[Seam.INSIDE_WORD] / 2
#: last lines shorter than this are runts
RUNT_EM = 2.0
#: shaping the chosen halves may make a line too tight by a hair; then the breaks are chosen again
RETRIES = 3

_BREAK_AFTER = itemgetter(4)


class Paragraph(NamedTuple):
    """What `set_runs` is asked."""

    style: TextStyle
    measure: float
    looseness: int = 0
    #: None: the style's
    first_indent: float | None = None
    #: of a large first letter
    drop: Drop | None = None


def set_runs(
    runs: Sequence[Run], paragraph: Paragraph, reshape: Reshape, memory: Memory | None = None
) -> tuple[Line, ...]:
    """Set a paragraph that is already shaped. Nothing in it, no line."""
    style = paragraph.style
    first = style.indent if paragraph.first_indent is None else paragraph.first_indent
    lines: list[Line] = []
    chunks, drop = chunks_of(runs), paragraph.drop
    for chunk in chunks:
        reason = "end" if chunk is chunks[-1] else "forced"
        frame = Frame(paragraph.measure, first, style.hanging_indent, reason, drop)
        ruling = Ruling(style, reshape, memory=memory)
        if style.tabs and has_tabs(chunk):
            # between stops nothing stands on a grid that begins at the margin
            ruling = ruling._replace(style=replace(style, han_grid=False)) if style.han_grid else ruling
            one_line = partial(set_one_line, ruling=ruling, width=None)
            in_lines = partial(_set_chunk, ruling=ruling, looseness=paragraph.looseness)
            lines += set_tabbed(chunk, frame, ruling, one_line, in_lines)
        else:
            lines += _set_chunk(chunk, frame, ruling, paragraph.looseness)
        first = style.hanging_indent
        if paragraph.drop is not None:
            left = paragraph.drop.lines - len(lines)
            drop = paragraph.drop._replace(lines=left) if left > 0 else None
    return tuple(lines)


def chunks_of(runs: Sequence[Run]) -> list[list[Run]]:
    """A paragraph's parts between hard line breaks."""
    chunks: list[list[Run]] = [[]]
    for run in runs:
        start = 0
        segments = run.segments
        if Break.FORCED not in map(_BREAK_AFTER, segments):
            chunks[-1].append(run)
            continue
        for index, segment in enumerate(segments, 1):
            if segment.break_after is Break.FORCED:
                chunks[-1].append(run._replace(segments=segments[start:index]))
                chunks.append([])
                start = index
        if start < len(segments):
            chunks[-1].append(run._replace(segments=segments[start:]) if start else run)
    if not chunks[-1]:
        chunks.pop()
    return chunks


def _set_chunk(runs: list[Run], frame: Frame, ruling: Ruling, looseness: int) -> list[Line]:
    make, write = make_items, set_lines
    # beside a large letter no line begins on the grid
    grid = grid_of(runs, frame, ruling.style) if ruling.style.han_grid and frame.drop is None else None
    if grid is not None:
        frame, ruling = squared(frame, ruling, grid)
        make, write = partial(make_on_grid, grid=grid), partial(set_on_grid, grid=grid)
    room = frame.measure - frame.of_line(0).first
    if looseness <= 0 and _looks_short(runs, room, ruling.style):
        items = make(runs, ruling)
        columns = items.columns
        if fits(columns.end_width[-1] - columns.start_width[0], room):
            return write(items, [len(items.ends) - 1], frame, ruling, {})
    ruling = ruling._replace(hyphenate=ruling.style.hyphenate)
    items = make(runs, ruling)
    if ruling.hyphenate and not ruling.style.hyphenation.last_word:
        items = sparing_last_word(items)
    chosen = _choose(items, frame, ruling, looseness)
    if chosen is None:
        narrow = frame.of_line(0)
        ruling = ruling._replace(widest=frame.measure - max(narrow.first, narrow.others))
        items = make(runs, ruling)
        chosen = _choose(items, frame, ruling, looseness) or _at_any_price(items, frame, ruling)
    lines = write(items, chosen.breaks, frame, ruling, chosen.halves)
    if chosen.rivers:
        lines = _with_rivers(lines, chosen.rivers)
    most = ruling.style.hyphenation.in_a_row
    if ladder_of(items.columns, chosen.breaks) > most:
        lines = _with_ladders(lines, items, chosen.breaks, most)
    return lines


def whole_columns(runs: list[Run], ruling: Ruling) -> Columns:
    """The columns of what no hard break parts, on its grid where the style has one, whatever the measure."""
    frame = Frame(INFINITE)
    grid = grid_of(runs, frame, ruling.style) if ruling.style.han_grid else None
    if grid is None:
        return make_items(runs, ruling).columns
    return make_on_grid(runs, squared(frame, ruling, grid)[1], grid=grid).columns


def _looks_short(runs: list[Run], room: float, style: TextStyle) -> bool:
    """A quick guess whether all stands on one line: most cells and headings do."""
    width = 0.0
    for run in runs:
        size = run.style.size
        space = run.space * style.word_space[1]
        for segment in run.segments:
            width += (segment[2] + segment[5] * space) * size / 1000
            if width > room + size:
                return False
    return True


class _Chosen(NamedTuple):
    """Breaks, with their words shaped, and the rivers that could not be broken."""

    breaks: list[int]
    halves: dict[int, Halves]
    rivers: list[Flaw]


def _choose(items: Items, frame: Frame, ruling: Ruling, looseness: int) -> _Chosen | None:
    """The lines; None when some line would be too wide."""
    style = ruling.style
    balance = style.align == "center" if style.balance is None else style.balance
    fit = Fit(
        frame.measure - frame.others,
        INFINITE,
        RUNT_EM * style.size,
        balance or (style.align == "justify" and style.last_line == "justify"),
        style.hyphenation.in_a_row,
    )
    limits = limits_of(items) if style.align == "justify" else RAGGED_LIMITS
    rivers: list[Flaw] = []
    for _ in range(RETRIES):
        columns = weighed(items, frame, style)
        compose = partial(_compose, limits=limits, asked=(style, looseness))
        drop = frame.drop
        found = compose(columns, fit) if drop is None else beside_initial(columns, fit, drop, compose)
        if found is None:
            return None
        broken = found
        if limits is WORD_LIMITS and drop is None:
            if style.composer == "greedy":
                rivers = rivers_of(columns, fit, broken)
            else:
                broken, rivers = without_rivers(columns, fit._replace(limit=limits[1]), broken)
        halves = shape_splits(items, broken, ruling)
        if not halves or _all_fit(items, broken, frame):
            break
    return _Chosen(broken, halves, rivers)


def _at_any_price(items: Items, frame: Frame, ruling: Ruling) -> _Chosen:
    broken = first_fit(weighed(items, frame, ruling.style), frame.measure - frame.of_line(0).others)
    return _Chosen(broken, shape_splits(items, broken, ruling), [])


def _with_rivers(lines: list[Line], rivers: list[Flaw]) -> list[Line]:
    """A river is told at the first line it runs through."""
    for first, final in rivers:
        line = lines[first]
        fault = Fault("river", str(final - first + 1), line.source)
        lines[first] = line._replace(faults=(*line.faults, fault))
    return lines


def _with_ladders(lines: list[Line], items: Items, breaks: list[int], most: int) -> list[Line]:
    """A ladder of hyphens that could not be helped is told at its first line too many."""
    row = 0
    for number, end in enumerate(breaks):
        row = row + 1 if items.columns.hyphen[end] else 0
        if row == most + 1:
            line = lines[number]
            fault = Fault("ladder", str(most), line.source)
            lines[number] = line._replace(faults=(*line.faults, fault))
    return lines


def limits_of(items: Items) -> tuple[float, ...]:
    """Stretch limits for this mixture of scripts: only Han characters stand in gaps without glue."""
    return HAN_LIMITS if items.gaps.count(None) * 3 > len(items.gaps) else WORD_LIMITS


def _compose(
    columns: Columns, fit: Fit, limits: tuple[float, ...], asked: tuple[TextStyle, int]
) -> list[int] | None:
    """The breaks that the style's composer chooses; `asked`: the style and the looseness."""
    style, looseness = asked
    if style.composer == "greedy":
        breaks = single_lines(columns, fit)
    else:
        breaks = best_breaks(columns, fit, limits)
        if breaks is not None and style.align != "justify":
            breaks = not_longer(columns, fit, breaks, WHOLE_WORD if style.phrases else INFINITE)
            breaks = without_dents(columns, fit, breaks)
    if breaks is not None and looseness:
        breaks = loosened(columns, fit, breaks, looseness, limits[1:])
    return breaks


def _all_fit(items: Items, breaks: list[int], frame: Frame) -> bool:
    columns = items.columns
    start, room = 0, frame.measure - frame.of_line(0).first
    for number, end in enumerate(breaks, 1):
        width = columns.end_width[end] - columns.start_width[start]
        if not fits(width - columns.end_shrink[end] + columns.start_shrink[start], room):
            return False
        start, room = end, frame.measure - frame.of_line(number).others
    return True


def set_one_line(runs: Sequence[Run], ruling: Ruling, width: float | None) -> Line | None:
    """Set all on one line, hard breaks included as spaces; None when there is nothing."""
    if any(Break.FORCED in map(_BREAK_AFTER, run.segments) for run in runs):
        runs = [run._replace(segments=tuple(map(_without_break, run.segments))) for run in runs]
    if not any(run.segments for run in runs):
        return None
    items = make_items(runs, ruling)
    natural = items.columns.end_width[-1] - items.columns.start_width[0]
    frame = Frame(natural if width is None else width)
    if ruling.style.last_line != "natural":
        ruling = ruling._replace(style=replace(ruling.style, last_line="natural"))
    return set_lines(items, [len(items.ends) - 1], frame, ruling, {})[0]


def _without_break(segment: Segment) -> Segment:
    if segment.break_after is not Break.FORCED:
        return segment
    return segment._replace(break_after=Break.ALLOWED, spaces=max(segment.spaces, 1))
