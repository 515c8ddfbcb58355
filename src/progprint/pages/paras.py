"""A paragraph and a measure -> rows: widows and orphans kept, notes with their lines, ways to set it anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count

from progprint.blocks.types import Para
from progprint.design.types import DROP
from progprint.geom import Point, Rect
from progprint.glyphs import Faces
from progprint.images import PictureInfo
from progprint.lines import Line, set_paragraph
from progprint.pages.evils import HEADING, PARAGRAPH, TOGETHER
from progprint.pages.initials import Initial, initial_of, mark_of
from progprint.pages.rows import Again, Galley, Note, Row
from progprint.pages.types import LinkMark, Mark, TextMark
from progprint.style import Span, TextStyle
from progprint.words import Words

#: paragraphs of fewer lines have no lines to give or take
LEAST_RESET = 3
#: marks of a paragraph that is set anew: more than any has
ORDERS = 1_000_000

#: a paragraph's notes by the names that their marks link to, in order
Notes = Mapping[str, Note]
NONE: Notes = {}


@dataclass(frozen=True, slots=True)
class Setting:
    """What setting an entry needs besides its blocks."""

    faces: Faces
    #: distance of the grid's baselines, in points
    grid: float
    #: file -> what is known of the picture; None when it cannot be used
    pictures: Mapping[str, PictureInfo | None]
    #: share of the grid, and of a leading that is not on it, from a line's foot to its baseline
    sink: float = DROP
    #: numbers marks in reading order
    order: Iterator[float] = field(default_factory=count)

    @property
    def drop(self) -> float:
        return self.grid * self.sink


def snaps(style: TextStyle, setting: Setting) -> bool:
    lines = style.leading / setting.grid
    return abs(lines - round(lines)) < 0.001


def set_text(para: Para, measure: float, setting: Setting, notes: Notes = NONE) -> Galley:
    """Set a paragraph that may be set a line looser or tighter when its column ends badly."""
    rows = set_para(para, measure, setting, notes, para.looseness)
    number = sum(not row.gap for row in rows)
    if number < LEAST_RESET or para.style.align != "justify":
        return rows
    first = next(order for row in rows for order, _ in row.marks)
    makes = (partial(set_para, para, measure, setting, notes, para.looseness + more) for more in (1, -1))
    again = Again(number, tuple(_renumbered(make, first) for make in makes))
    return tuple(row if row.gap else row._replace(again=again) for row in rows)


def _renumbered(make: Callable[[], Galley], first: float) -> Callable[[], Galley]:
    """A way to set a paragraph otherwise; its marks keep its place in reading order."""

    def way() -> Galley:
        rows = [row for row in make() if not row.gap]
        orders = count(1)
        return tuple(
            row._replace(marks=tuple((first + next(orders) / ORDERS, mark) for _, mark in row.marks))
            for row in rows
        )

    return way


def set_para(
    para: Para, measure: float, setting: Setting, notes: Notes = NONE, looseness: int = 0
) -> Galley:
    """Set a paragraph; its first two and last two lines stay together (no widow, no orphan)."""
    style = para.style
    initial = initial_of(para, setting.faces) if style.initial else None
    if initial is not None:
        para = para._replace(spans=initial.rest)
        style = replace(style, indent=0.0)
    first = initial.drop if initial is not None else None
    lines = set_paragraph(para.spans, style, measure, setting.faces, looseness=looseness, first_indent=first)
    if style.keep_items and any(line.reason == "emergency" for line in lines):
        # an item wider than the measure: its words may part after all, each language on lines of its own
        spans = tuple(
            s._replace(style=replace(s.style, keep_items=False), words=_between(para.spans, number))
            for number, s in enumerate(para.spans)
        )
        lines = set_paragraph(spans, style, measure, setting.faces)
    snap = snaps(style, setting)
    baseline = style.leading - (setting.drop if snap else style.leading * setting.sink)
    if style.vertical:
        # glyphs stand on the middle of a vertical line
        baseline = style.leading / 2
    last = len(lines) - 1
    waiting = dict(notes)
    rows: list[Row] = []
    if style.space_before:
        rows.append(Row(style.space_before, gap=True))
    for number, line in enumerate(lines):
        mark = TextMark(
            Point(0, baseline),
            line.pieces,
            line.text,
            line.lang,
            style.name,
            line.source,
            snap,
            line.ratio,
            line.reason,
            line=(number + 1, last + 1),
        )
        marks: list[tuple[float, Mark]] = [(next(setting.order), mark)]
        marks += [(next(setting.order), link) for link in _links(mark, style)]
        rows.append(
            Row(
                style.leading,
                tuple(marks),
                keep=_keeps(style, number, last),
                snap=snap,
                faults=line.faults,
                anchors=(para.anchor,) if para.anchor and not number else (),
                divided=line.reason == "hyphen",
                notes=_notes_of(line, waiting, number == last) if waiting else (),
            )
        )
    if style.space_after:
        rows.append(Row(style.space_after, gap=True, keep=HEADING if style.keep_next else 0))
    return tuple(rows) if initial is None else _with_initial(rows, initial, baseline, style)


def _with_initial(rows: list[Row], initial: Initial, baseline: float, style: TextStyle) -> Galley:
    """The letter before the first line; the lines beside it stay together, and end no higher than it."""
    own = [index for index, row in enumerate(rows) if not row.gap]
    first, lines = own[0], initial.drop.lines
    order = rows[first].marks[0][0]
    letter = (order - 0.5, mark_of(initial, baseline, style))
    rows[first] = rows[first]._replace(marks=(letter, *rows[first].marks))
    for index in own[: lines - 1]:
        rows[index] = rows[index]._replace(keep=max(rows[index].keep, TOGETHER))
    if len(own) < lines:
        rows.insert(own[-1] + 1, Row(style.leading * (lines - len(own))))
    return tuple(rows)


def _between(spans: Sequence[Span], number: int) -> Words:
    """The words of a span; a space between two languages becomes the end of a line."""
    words = spans[number].words
    after = spans[number + 1].words.lang if number + 1 < len(spans) else words.lang
    return words._replace(text="\n") if not words.text.strip() and after != words.lang else words


def _keeps(style: TextStyle, number: int, last: int) -> int:
    if number == last:
        return HEADING if style.keep_next else 0
    if number == 0 or number == last - 1:
        return PARAGRAPH
    return TOGETHER if style.keep_lines else 0


def _notes_of(line: Line, waiting: dict[str, Note], last: bool) -> tuple[Note, ...]:
    """Take the notes whose marks stand in a line; the last line has what no line's mark called for."""
    marks = dict.fromkeys(piece.link for piece in line.pieces if piece.link in waiting)
    return tuple(waiting.pop(name) for name in (list(waiting) if last else marks))


def _links(mark: TextMark, style: TextStyle) -> list[LinkMark]:
    rise = style.size * (0.5 if style.vertical else 0.8)
    return [
        LinkMark(
            Rect(mark.at.x + p.x, mark.at.y - rise, p.width, style.size),
            # a note is a place in the book like any other
            f"ref:{p.link}" if p.link.startswith("note:") else p.link,
            mark.source,
        )
        for p in mark.pieces
        if p.link
    ]
