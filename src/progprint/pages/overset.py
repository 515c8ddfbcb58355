"""Rows that found no room -> how much of which field, in which language, and where it stands instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from progprint.blocks.types import Entry
from progprint.blocks.walk import paras_in, tables_in
from progprint.design.ladder import LISTS
from progprint.design.types import Rung
from progprint.diag import Source
from progprint.geom import Rect
from progprint.lines.types import Fault
from progprint.pages.made import Made, noted
from progprint.pages.rows import Galley
from progprint.pages.types import Mark, Over, TextMark

#: field, and language where it is running text
Name = tuple[str, str]
#: source and style of a line -> what it is a line of
Names = Mapping[tuple[Source, str], Name]


def overset(rest: Sequence[tuple[str, Galley]], entry: Entry) -> tuple[Over, ...]:
    """Count what is left, (frame, rows) by frame, by field and language."""
    names = _names(entry)
    found: dict[Name, Over] = {}
    for frame, rows in rest:
        lines: set[tuple[Name, int, float]] = set()
        # what begins a page by a designer's wish exceeds nothing
        rows = rows[: next((number for number, row in enumerate(rows) if row.fresh), len(rows))]
        for number, mark, name in _named((*rows, *noted(rows)), names):
            over = found.get(name) or Over(*name, 0, 0, entry.source, frame)
            source = over.source if over.lines or not mark.source.line else mark.source
            # two columns of a list are one line
            new = (name, number, round(mark.at.y, 1)) not in lines
            lines.add((name, number, round(mark.at.y, 1)))
            found[name] = over._replace(
                lines=over.lines + new, characters=over.characters + len(mark.text), source=source
            )
    return tuple(found.values())


def _names(entry: Entry) -> Names:
    names: dict[tuple[Source, str], Name] = {}
    for part, blocks in entry.parts:
        for field, para in paras_in(blocks, part):
            lang = para.spans[0].words.lang if para.field and para.spans else ""
            for span in para.spans:
                names.setdefault((span.words.source, para.style.name), (field, lang))
    return names


def _named(rows: Galley, names: Names) -> Iterator[tuple[int, TextMark, Name]]:
    """Lines with the row they stand in; one that the house itself says belongs to what it stands above."""
    waiting: list[tuple[int, TextMark]] = []
    last: Name | None = None
    for number, row in enumerate(rows):
        for _, mark in () if row.repeated else row.marks:
            if not isinstance(mark, TextMark):
                continue
            waiting.append((number, mark))
            name = names.get((mark.source, mark.style)) if mark.source.line else None
            if name is not None:
                yield from ((*each, name) for each in waiting)
                waiting, last = [], name
    yield from ((*each, last or ("text", "")) for each in waiting)


def shown(over: Sequence[Over], marks: Iterable[Mark], entry: Entry) -> tuple[Over, ...]:
    """The same with the box that each takes up on the page it runs on to."""
    names = _names(entry)
    boxes: dict[Name, Rect] = {}
    for mark in marks:
        name = names.get((mark.source, mark.style)) if isinstance(mark, TextMark) else None
        if name is not None and isinstance(mark, TextMark) and mark.pieces:
            box = extent(mark)
            boxes[name] = joined(boxes[name], box) if name in boxes else box
    return tuple(each._replace(box=boxes.get((each.field, each.lang))) for each in over)


def told(pages: Sequence[Made], over: Sequence[Over], entry: Entry) -> list[Made]:
    """Pages that text runs on to, each told of what first stands there; what stands on none, on the first."""
    found: list[Made] = []
    waiting = over
    for page in pages if over else ():
        here = shown(waiting, page.marks, entry)
        found.append(with_over(page, tuple(each for each in here if each.box)))
        waiting = tuple(each for each in here if not each.box)
    if waiting and found:
        found[0] = with_over(found[0], (*found[0].over, *waiting))
    return found or list(pages)


def extent(mark: TextMark) -> Rect:
    """The room of a line of type, from its ascenders to its descenders."""
    size = max(piece.size for piece in mark.pieces)
    left, right = mark.pieces[0].x, mark.pieces[-1].x + mark.pieces[-1].width
    if mark.turn:
        return Rect(mark.at.x - size / 2, mark.at.y + left, size, right - left)
    return Rect(mark.at.x + left, mark.at.y - 0.8 * size, right - left, size)


def joined(one: Rect, other: Rect) -> Rect:
    """The least box that holds both."""
    x, y = min(one.x, other.x), min(one.y, other.y)
    return Rect(x, y, max(one.right, other.right) - x, max(one.bottom, other.bottom) - y)


def worded(over: Over, rung: str = "") -> str:
    """`review.zh-Hant is 3 lines, about 72 characters, over`; `rung` is the ladder's last."""
    name = f"{over.field}.{over.lang}" if over.lang else over.field
    text = f"{name} is {_counted(over.lines, over.characters)}, over"
    if over.least is None:
        return text
    return f"{text} ({_counted(*over.least) if over.least[0] else 'not'} at the ladder's last rung, `{rung}`)"


def _counted(lines: int, characters: int) -> str:
    return f"{lines} line{'s' * (lines != 1)}, about {characters} characters"


def with_over(page: Made, over: tuple[Over, ...], rung: str = "") -> Made:
    """The page with what runs on to it, for the reports, and as faults."""
    faults = tuple(fault for fault in page.faults if fault.code != "overset")
    found = tuple(Fault("overset", worded(each, rung), each.source, each.box) for each in over)
    return page._replace(over=over, faults=(*faults, *found))


def cut_short(entry: Entry, rungs: Sequence[Rung]) -> tuple[Fault, ...]:
    """Name what lists lose by some rungs."""
    most = {rung.kind: int(rung.value) for rung in rungs if rung.kind in LISTS}
    found: dict[Source, Fault] = {}
    for table in tables_in(entry.parts) if most else ():
        left = table.rows[most.get(table.field, len(table.rows)) :]
        if left:
            names = ", ".join(" ".join(_text(cell) for cell in row) for row in left)
            source = next((s.words.source for _, p in paras_in(left, "") for s in p.spans), entry.source)
            rows = f"{len(left)} row{'s' * (len(left) != 1)}"
            # on facing pages a list may stand in two languages
            found.setdefault(source, Fault("cut-short", f"{table.field} is {rows} shorter: {names}", source))
    return tuple(found.values())


def _text(cell: object) -> str:
    return " ".join("".join(s.words.text for s in para.spans) for _, para in paras_in(cell, ""))
