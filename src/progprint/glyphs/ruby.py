"""Runs of a base, and its reading -> one Run whose segment is both: where each glyph stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from progprint.glyphs.bopomofo import is_bopomofo, set_beside, set_down
from progprint.glyphs.dots import EM_FOOT, EM_TOP, dotted
from progprint.glyphs.faces import Faces
from progprint.glyphs.languages import script_of
from progprint.glyphs.small import Laid, filled, line_of, signs_of
from progprint.glyphs.types import Base, Break, Kind, Run, Segment
from progprint.style import Ruby, Span

#: letters reach lower than the em square: a quarter of an em, measured on the p and g of the fonts at hand
LATIN_FOOT = 0.25
#: between the readings of two neighbours in letters, in em of the reading: against ones read as one word
LATIN_GAP = 0.25
#: a short reading leaves at most so much of its base uncovered at either end, in em of the base (JLREQ 3.3.6)
MOST_ENDS = 0.5
#: between two readings that meet over one kana, in em of the reading: against ones read as one word
APART = 0.5
#: kinds of segments that stand in squares
_FULL_WIDTH = frozenset((Kind.HAN, Kind.OPEN, Kind.CLOSE, Kind.MIDDLE, Kind.DASH))

#: span -> its runs
Shape = Callable[[Span], tuple[Run, ...]]


class Neighbour(NamedTuple):
    """What stands beside a base."""

    segment: Segment
    size: float
    #: a base with a reading of its own, or with a dot, follows right behind it
    shared: bool


class Marked(NamedTuple):
    """Which runs a span with a reading or with dots has become."""

    start: int
    stop: int
    span: Span


def with_readings(
    runs: Sequence[Run], marked: Sequence[Marked], shape: Shape, faces: Faces
) -> tuple[Run, ...]:
    """Put readings and dots to their bases. Lines, and what hangs over a neighbour, are decided later."""
    out: list[Run] = []
    edges = {edge for each in marked for edge in each[:2]}
    done = 0
    for start, stop, span in marked:
        out += runs[done:start]
        done = stop
        own = [run for run in runs[start:stop] if any(segment.text for segment in run.segments)]
        if not own or span.ruby is None:
            out += dotted(runs[start:stop], span, shape, faces) if span.ruby is None else runs[start:stop]
            continue
        sides = _side(runs, start - 1, -1, edges), _side(runs, stop, 0, edges)
        out.append(_based(own, span.ruby, sides, shape, faces))
    return (*out, *runs[done:])


def _side(runs: Sequence[Run], at: int, end: int, edges: set[int]) -> Neighbour | None:
    """The segment at one end of a run beside a base."""
    if not 0 <= at < len(runs) or not runs[at].segments:
        return None
    run = runs[at]
    return Neighbour(run.segments[end], run.style.size, len(run.segments) == 1 and {at, at + 1} <= edges)


def _based(
    runs: list[Run], ruby: Ruby, sides: tuple[Neighbour | None, ...], shape: Shape, faces: Faces
) -> Run:
    laid, width = line_of(runs)
    last = laid[-1].segment
    if len(laid) == 1 and is_bopomofo(ruby.words.text):
        stand = set_down if ruby.style.vertical else set_beside
        base, small, width = stand(laid[0].run, width, ruby, shape, faces)
    else:
        small = shape(Span(ruby.words, ruby.style))
        before, after = sides
        if last.spaces or last.break_after is Break.FORCED:
            after = None
        if before is not None and (before.segment.spaces or before.segment.break_after is Break.FORCED):
            before = None
        base, width = _set_over(laid, width, small, ruby, (_overhang(before, ruby), _overhang(after, ruby)))
    segments = [each.segment for each in laid]
    kinds = {segment.kind for segment in segments}
    text = "".join(each.text + " " * each.spaces for each in segments)
    missing = "".join(s.missing for s in (*segments, *(s for run in small for s in run.segments)))
    fallback = next((s.fallback for s in segments if s.fallback), "")
    first = laid[0].run
    whole = Segment(
        text[: len(text) - last.spaces], "".join(s.glyphs for s in segments), width * 1000 / first.style.size,
        Kind.HAN if kinds & _FULL_WIDTH else segments[0].kind, last.break_after, last.spaces, actual=True,
        missing=missing, fallback=fallback,
    )  # fmt: skip
    return first._replace(segments=(whole,), base=base._replace(reading=ruby.words.text))


def _set_over(
    laid: list[Laid], width: float, read: Sequence[Run], ruby: Ruby, hang: tuple[float, float]
) -> tuple[Base, float]:
    """Centre a reading over its base; the wider one is set solid, the other one spread (JLREQ 3.3.6)."""
    reading, length = line_of(read)
    letters = not any(each.segment.kind in _FULL_WIDTH for each in reading)
    need = length + LATIN_GAP * ruby.style.size if letters else length
    size = max(each.run.style.size for each in laid)
    foot = LATIN_FOOT if letters else EM_FOOT
    rise = max(each.run.style.rise for each in laid) + EM_TOP * size + foot * ruby.style.size
    joint = " " if letters else ""
    if need > width:
        most = 0.0 if letters else (need - width) / 2
        before, after = min(hang[0], most), min(hang[1], most)
        spread = (need - width - 2 * max(before, after)) / len(laid)
        start = (need - width - spread * (len(laid) - 1)) / 2
        own = filled(signs_of(laid, start, spread), (before, need - after), laid[0].run)
        small = signs_of(reading, (need - length) / 2, 0.0, rise)
        return Base(own, small, joint=joint, before=before, after=after), need
    end, spread = (width - length) / 2, 0.0
    if not letters and len(laid) > 1 and len(reading) > 1:
        end = min(end / len(reading), MOST_ENDS * size)
        spread = (width - length - 2 * end) / (len(reading) - 1)
    return Base(signs_of(laid), signs_of(reading, end, spread, rise), joint=joint), width


def _overhang(side: Neighbour | None, ruby: Ruby) -> float:
    """How far a reading may hang over a neighbour: by a character over kana, never over Han (JLREQ 3.3.8)."""
    if side is None or side.segment.kind is not Kind.HAN or script_of(side.segment.text[:1]) != "Kana":
        return 0.0
    width = side.segment.width * side.size / 1000
    if side.shared:
        width = max(width - APART * ruby.style.size, 0.0)
    return min(ruby.style.size, width / 2)
