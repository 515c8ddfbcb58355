"""A slot's lines and its box -> the words that stand in it, shortened by rule, and what found no room."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from progprint.blocks.types import Para, Slot
from progprint.geom import Rect, fits
from progprint.lines.types import Fault
from progprint.pages.grids import PAD, SetLines, at
from progprint.pages.rows import Galley, depth
from progprint.pages.types import Mark, TextMark
from progprint.style import Span
from progprint.words import Words

#: width of a line that is not to break
UNBROKEN = 10_000.0
#: a title is cut before these: what follows is a subtitle
_SUBTITLE = re.compile(r"\s*[:：(（]|\s+[–—-]\s+|——")
_LOOSE_ENDS = " ,;:.!?–—-、，；：・"
#: fewer letters than this say nothing
LEAST_LETTERS = 4


class Head(NamedTuple):
    """Start and code of a slot, set."""

    rows: Galley
    #: finds no room in the slot's box: it stands over it
    outside: bool = False

    @property
    def height(self) -> float:
        return depth(self.rows, 1.0)

    @property
    def width(self) -> float:
        return reach(mark for row in self.rows for _, mark in row.marks)


def head_of(slot: Slot, box: Rect, set_lines: SetLines) -> Head:
    """Start and code, the first two lines: side by side, else one over the other, else outside the box."""
    for lines in ((_together(slot),), slot.lines[:2]):
        galleys = [set_lines((line,), max(box.width, 1.0)) for line in lines]
        rows = tuple(row for galley in galleys for row in galley)
        if all(_is_whole(g) and len(g) == 1 for g in galleys) and fits(depth(rows, 1.0), box.height):
            return Head(rows)
    return Head(set_lines((_together(slot),), UNBROKEN), outside=True)


def _together(slot: Slot) -> Para:
    time, code = slot.lines[:2]
    return Para((*time.spans, Span(Words("  ", "en"), code.style), *code.spans), time.style)


def flag_of(slot: Slot, head: Head, room: float, set_lines: SetLines) -> tuple[Galley, bool]:
    """What a head says outside its box; and whether there is room for the main title beside it."""
    if len(slot.lines) > 2:
        title = slot.lines[2]
        spans = (*_together(slot).spans, Span(Words("  ", "en"), title.style), *title.spans)
        rows = set_lines((Para(spans, slot.lines[0].style),), UNBROKEN)
        if fits(Head(rows).width + 3 * PAD, room):
            return rows, True
    return head.rows, False


def titles_in(
    titles: Sequence[Para], box: Rect, set_lines: SetLines, *, shorten: bool
) -> tuple[list[Mark], list[Fault]]:
    """The titles that have room whole, in order; the first is shortened if need be."""
    marks: list[Mark] = []
    faults: list[Fault] = []
    y = box.y
    for number, para in enumerate(titles):
        rows = _set_whole(para, box, y, set_lines)
        if rows is None:
            faults.append(no_room(para))
            left = Rect(box.x, y, box.width, box.bottom - y)
            rows = shortened(para, left, set_lines) if shorten and not number else ()
        marks += at(rows, box.x, y)
        y += depth(rows, 1.0)
    return marks, faults


def shortened(para: Para, box: Rect, set_lines: SetLines) -> Galley:
    """As much of a title as has room: without its subtitle, or with fewer words; else nothing."""
    found = (r for p in _shorter(para) if (r := _set_whole(p, box, box.y, set_lines)) is not None)
    return next(found, ())


def no_room(para: Para) -> Fault:
    """Say what was dropped or shortened."""
    return Fault("grid-room", _text(para), para.spans[0].words.source)


def reach(marks: Iterable[Mark]) -> float:
    """Where the longest line of type ends."""
    lines = (m for m in marks if isinstance(m, TextMark) and m.pieces)
    return max((m.at.x + m.pieces[-1].x + m.pieces[-1].width for m in lines), default=0.0)


def _set_whole(para: Para, box: Rect, y: float, set_lines: SetLines) -> Galley | None:
    """The paragraph set from y down, if all of it has room and no word is broken."""
    if not fits(para.style.size, box.width) or not fits(y + para.style.leading, box.bottom):
        return None
    rows = set_lines((para,), box.width)
    return rows if _is_whole(rows) and fits(y + depth(rows, 1.0), box.bottom) else None


def _is_whole(rows: Galley) -> bool:
    marks = (mark for row in rows for _, mark in row.marks)
    broken = any(isinstance(m, TextMark) and m.reason in ("emergency", "hyphen") for m in marks)
    # what a font lacks is no matter of room
    return not broken and all(fault.code == "font-feature" for row in rows for fault in row.faults)


def _shorter(para: Para) -> Iterator[Para]:
    """The title without its subtitle, then with ever fewer words, or Han signs."""
    text = _text(para)
    main = _SUBTITLE.split(text)[0]
    if main and main != text:
        yield _said(para, main)
    space = " " if " " in main else ""
    parts = main.split() if space else list(main) if not main.isascii() else [main]
    for count in range(len(parts) - 1, 0, -1):
        cut = space.join(parts[:count]).rstrip(_LOOSE_ENDS)
        if not cut.isascii() or len(cut) >= LEAST_LETTERS:
            yield _said(para, f"{cut}…")


def _text(para: Para) -> str:
    return "".join(span.words.text for span in para.spans)


def _said(para: Para, text: str) -> Para:
    first = para.spans[0]
    return para._replace(spans=(first._replace(words=first.words._replace(text=text)),))
