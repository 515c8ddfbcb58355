"""Runs, a style and a measure -> Lines: pass after pass, from the best that can be had to the least bad."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from operator import itemgetter
from typing import NamedTuple

from progprint.geom import fits
from progprint.glyphs.types import Break, Run, Segment
from progprint.lines.breaker import (
    INFINITE,
    LINE_PENALTY,
    Columns,
    Fit,
    first_fit,
    total_fit,
)
from progprint.lines.counted import counted_fit, ladder_of
from progprint.lines.items import Items, make_items
from progprint.lines.justify import Frame, Halves, set_lines, shape_splits
from progprint.lines.ruling import Memory, Reshape, Ruling
from progprint.lines.tabs import has_tabs, set_tabbed
from progprint.lines.types import Line
from progprint.style import TextStyle

#: stretch limits tried in turn. The first is narrow, hence quick, and is widened as far as its result does
#: not prove itself the best, but not beyond the second; the others are for what cannot be set decently
HAN_LIMITS = (0.5, 1.6, 4.0, 12.0, INFINITE)
WORD_LIMITS = (1.5, 4.0, 12.0, INFINITE)
#: a ragged line is called as bad as a justified one at its limit when it falls short by 2 em (TeX's
#: \raggedright)
RAGGED_EM = 2.0
#: ragged lines need hyphens less than justified ones: a break must save twice as much
RAGGED_PENALTY = 4.0
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


def set_runs(
    runs: Sequence[Run], paragraph: Paragraph, reshape: Reshape, memory: Memory | None = None
) -> tuple[Line, ...]:
    """Set a paragraph that is already shaped. Nothing in it, no line."""
    style = paragraph.style
    first = style.indent if paragraph.first_indent is None else paragraph.first_indent
    lines: list[Line] = []
    chunks = chunks_of(runs)
    for chunk in chunks:
        frame = Frame(
            paragraph.measure, first, style.hanging_indent, "end" if chunk is chunks[-1] else "forced"
        )
        ruling = Ruling(style, reshape, memory=memory)
        if style.tabs and has_tabs(chunk):
            one_line = partial(set_one_line, ruling=ruling, width=None)
            in_lines = partial(_set_chunk, ruling=ruling, looseness=paragraph.looseness)
            lines += set_tabbed(chunk, frame, ruling, one_line, in_lines)
        else:
            lines += _set_chunk(chunk, frame, ruling, paragraph.looseness)
        first = style.hanging_indent
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
    room = frame.measure - frame.first
    if looseness <= 0 and _looks_short(runs, room, ruling.style):
        items = make_items(runs, ruling)
        columns = items.columns
        if fits(columns.end_width[-1] - columns.start_width[0], room):
            return set_lines(items, [len(items.ends) - 1], frame, ruling, {})
    ruling = ruling._replace(hyphenate=ruling.style.hyphenate)
    items = make_items(runs, ruling)
    chosen = _choose(items, frame, ruling, looseness)
    if chosen is None:
        ruling = ruling._replace(widest=frame.measure - max(frame.first, frame.others))
        items = make_items(runs, ruling)
        chosen = _choose(items, frame, ruling, looseness) or _at_any_price(items, frame, ruling)
    return set_lines(items, chosen[0], frame, ruling, chosen[1])


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


def _choose(
    items: Items, frame: Frame, ruling: Ruling, looseness: int
) -> tuple[list[int], dict[int, Halves]] | None:
    """Breaks, with their words shaped; None when some line would be too wide."""
    for _ in range(RETRIES):
        columns = _columns(items, frame, ruling.style)
        fit = Fit(
            frame.measure - frame.others,
            INFINITE,
            RUNT_EM * ruling.style.size,
            ruling.style.align == "center",
        )
        found = best_breaks(columns, fit, _limits(items), looseness)
        if found is None:
            return None
        broken = found
        if ruling.style.align != "justify":
            broken = _not_longer(columns, fit, broken)
        halves = shape_splits(items, broken, ruling)
        if not halves or _all_fit(items, broken, frame):
            break
    return broken, halves


def _at_any_price(items: Items, frame: Frame, ruling: Ruling) -> tuple[list[int], dict[int, Halves]]:
    broken = first_fit(_columns(items, frame, ruling.style), frame.measure - frame.others)
    return broken, shape_splits(items, broken, ruling)


def _columns(items: Items, frame: Frame, style: TextStyle) -> Columns:
    """The columns as the breaker is to see them: indents in the first row, and ragged lines all alike."""
    columns = items.columns
    if frame.first != frame.others:
        starts = columns.start_width[:]
        starts[0] += frame.others - frame.first
        columns = columns._replace(start_width=starts)
    if style.align != "justify":
        zeros = [0.0] * len(columns.end_width)
        ragged = [RAGGED_EM * style.size] * len(zeros)
        columns = columns._replace(
            penalty=[RAGGED_PENALTY * each for each in columns.penalty],
            end_stretch=ragged,
            end_shrink=zeros,
            start_stretch=zeros,
            start_shrink=zeros,
        )
    return columns


def _limits(items: Items) -> tuple[float, ...]:
    """Stretch limits for this mixture of scripts: only Han characters stand in gaps without glue."""
    return HAN_LIMITS if items.gaps.count(None) * 3 > len(items.gaps) else WORD_LIMITS


def best_breaks(
    columns: Columns, fit: Fit, limits: tuple[float, ...], looseness: int = 0
) -> list[int] | None:
    """The cheapest breaks, within the first limit that allows any; None when there are none."""
    for limit in limits:
        broken = total_fit(columns, fit._replace(limit=limit))
        if not broken.breaks:
            continue
        allowed = max(limit, limits[1])
        enough = min(enough_limit(columns, fit, broken.cost), allowed)
        if limit < enough:
            broken = total_fit(columns, fit._replace(limit=enough))
        breaks = broken.breaks
        if ladder_of(columns, breaks) > 2:
            breaks = _without_ladder(columns, fit._replace(limit=max(limit, enough)), allowed) or breaks
        if looseness:
            wanted = len(breaks) + looseness
            breaks = counted_fit(columns, fit._replace(limit=allowed), wanted).breaks or breaks
        return breaks
    return None


def _without_ladder(columns: Columns, fit: Fit, allowed: float) -> list[int]:
    broken = counted_fit(columns, fit)
    enough = min(enough_limit(columns, fit, broken.cost), allowed)
    return (counted_fit(columns, fit._replace(limit=enough)) if fit.limit < enough else broken).breaks


def enough_limit(columns: Columns, fit: Fit, cost: float) -> float:
    """No paragraph that is cheaper than `cost` has a line looser than this ratio.

    Such a line would cost more by itself than `cost` leaves when the least price of all other lines is paid;
    a line takes up no more than the measure and the em that marks at its ends give up.
    """
    width = columns.end_width[-1] - columns.start_width[0]
    shrink = columns.end_shrink[-1] - columns.start_shrink[0]
    fewest = max(int((width - shrink) / (fit.measure + fit.runt)), 1)
    alone = max(cost - (fewest - 1) * LINE_PENALTY**2, 0.0)
    ratio: float = max((alone**0.5 - LINE_PENALTY) / 100.0, 0.0) ** (1 / 3)
    return ratio


def _not_longer(columns: Columns, fit: Fit, breaks: list[int]) -> list[int]:
    """Ragged lines even out, but never for a line more than first fit needs."""
    fewest = len(first_fit(columns, fit.measure))
    if len(breaks) <= fewest:
        return breaks
    return counted_fit(columns, fit, fewest).breaks or breaks


def _all_fit(items: Items, breaks: list[int], frame: Frame) -> bool:
    columns = items.columns
    start, room = 0, frame.measure - frame.first
    for end in breaks:
        width = columns.end_width[end] - columns.start_width[start]
        if not fits(width - columns.end_shrink[end] + columns.start_shrink[start], room):
            return False
        start, room = end, frame.measure - frame.others
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
    return set_lines(items, [len(items.ends) - 1], frame, ruling, {})[0]


def _without_break(segment: Segment) -> Segment:
    if segment.break_after is not Break.FORCED:
        return segment
    return segment._replace(break_after=Break.ALLOWED, spaces=max(segment.spaces, 1))
