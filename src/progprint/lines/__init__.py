"""Spans, a style and a measure -> Lines: breaking, hyphenation, justification."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from progprint.diag import NOWHERE
from progprint.glyphs import Faces, reshape, shape
from progprint.lines.beside import Drop
from progprint.lines.leaders import leader_pieces
from progprint.lines.paragraph import Paragraph, chunks_of, set_one_line, set_runs, whole_columns
from progprint.lines.ruling import Memory, Ruling
from progprint.lines.standing import stood
from progprint.lines.types import Fault, Line, Piece
from progprint.style import Span, TextStyle
from progprint.words import Words


def set_paragraph(
    spans: Sequence[Span],
    style: TextStyle,
    measure: float,
    faces: Faces,
    *,
    looseness: int = 0,
    first_indent: float | Drop | None = None,
) -> tuple[Line, ...]:
    """Set a paragraph; its style rules the lines, each span's own rules its glyphs.

    `looseness` asks for so many lines more or fewer, `first_indent` takes the place of the style's, or is
    what a large first letter takes, which is set elsewhere. Points.
    Never fails and never loses a word: what could not be done stands in the lines' faults.
    """
    drop = first_indent if isinstance(first_indent, Drop) else None
    first = None if isinstance(first_indent, Drop) else first_indent
    paragraph = Paragraph(style, measure, looseness, first, drop)
    lines = set_runs(shape(spans, faces), paragraph, partial(reshape, faces), _memory(faces))
    return tuple(stood(line, faces) for line in lines) if style.vertical else lines


def _memory(faces: Faces) -> Memory:
    """What is found out about words lasts as long as the faces."""
    memory: Memory = faces.store.setdefault("lines", {})
    return memory


def natural_width(spans: Sequence[Span], faces: Faces) -> float:
    """Width in points of the spans on one line, the widest one where hard breaks part them."""
    runs = shape(spans, faces)
    if not any(run.segments for run in runs):
        return 0.0
    ruling = Ruling(spans[0].style, partial(reshape, faces), memory=_memory(faces))
    columns = [whole_columns(chunk, ruling) for chunk in chunks_of(runs)]
    return max(each.end_width[-1] - each.start_width[0] for each in columns)


def set_line(spans: Sequence[Span], style: TextStyle, faces: Faces, width: float | None = None) -> Line:
    """Set one line that is neither broken nor stretched, aligned in `width` points; too wide is a fault."""
    line = set_one_line(
        shape(spans, faces), Ruling(style, partial(reshape, faces), memory=_memory(faces)), width
    )
    if line is not None and style.vertical:
        return stood(line, faces)
    return line or Line((), 0.0, 0.0, "", "end", spans[0].words.lang if spans else "", NOWHERE)


def set_leader(style: TextStyle, lang: str, faces: Faces, start: float, end: float) -> tuple[Piece, ...]:
    """Set the style's leader from one place of a measure to another, in points; nothing without room."""
    sign, signs = (Span(Words(style.leader * times, lang), style) for times in (1, 2))
    one, two = (natural_width((span,), faces) for span in (sign, signs))
    return leader_pieces(set_line((sign,), style, faces).pieces, two - one, start, end)


__all__ = ["Fault", "Line", "Piece", "natural_width", "set_leader", "set_line", "set_paragraph"]
