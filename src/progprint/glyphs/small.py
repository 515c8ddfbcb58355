"""Segments -> Signs: the glyphs of a base or of a reading, each in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from progprint.glyphs.types import Run, Segment, Sign

#: the space of a font that has none
NO_SPACE = "<0000>"


class Laid(NamedTuple):
    """A segment on a line of its own: where it begins, how wide it is."""

    run: Run
    segment: Segment
    x: float
    width: float


def line_of(runs: Sequence[Run]) -> tuple[list[Laid], float]:
    """Segments side by side, and their width."""
    out: list[Laid] = []
    x = room = 0.0
    for run in runs:
        size = run.style.size
        tracking = run.style.tracking_em * size
        for segment in run.segments:
            x += room
            width = segment.width * size / 1000 + max(segment.count - 1, 0) * tracking
            out.append(Laid(run, segment, x, width))
            x += width
            room = tracking + segment.spaces * (run.space * size / 1000 + tracking)
    return out, x


def signs_of(
    laid: Sequence[Laid], start: float = 0.0, spread: float = 0.0, rise: float = 0.0
) -> tuple[Sign, ...]:
    """Glyphs from `start` on, `spread` points more between segments."""
    return tuple(
        Sign(
            run.face, run.style.size, run.style.ink, start + x + spread * number, width, segment.glyphs,
            rise + run.style.rise + segment.rise * run.style.size / 1000, run.link,
        )
        for number, (run, segment, x, width) in enumerate(laid)
        if segment.glyphs
    )  # fmt: skip


def filled(signs: tuple[Sign, ...], room: tuple[float, float], run: Run) -> tuple[Sign, ...]:
    """Add spaces so that the signs reach from side to side of their room.

    Nobody sees them; but who reads the text from the file takes a hole in a line for a space between words.
    """
    if not signs or run.space_glyphs == NO_SPACE or run.style.vertical:
        return signs
    left, right = room
    size, space = run.style.size, run.space * run.style.size / 1000
    edge = Sign(run.face, size, run.style.ink, left, space, run.space_glyphs, run.style.rise, run.link)
    out = (edge, *signs) if signs[0].x > left + size / 100 else signs
    return (*out, edge._replace(x=right - space)) if out[-1].x + out[-1].width < right - size / 100 else out
