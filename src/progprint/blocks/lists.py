"""What a layout says of a list's columns + fields -> rows of cells, each a few lines in their styles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple, Protocol

from progprint.blocks.desk import Desk, between_forms
from progprint.blocks.facts import Fields
from progprint.blocks.pattern import fill_pattern
from progprint.blocks.types import Block, Cell, Gap, Headed, PageRef, Para, Rule, Table, Track
from progprint.design.line_makes import Column, Line
from progprint.design.written import Length, Pattern
from progprint.style import BLACK, Span

#: gives the fields of these names in a language
Say = Callable[[str, frozenset[str]], Fields]

#: width of the rule between two rows
RULE = 0.5


class How(Protocol):
    """What is common to all lists."""

    @property
    def gap(self) -> float: ...
    @property
    def lead(self) -> Length: ...
    @property
    def rule(self) -> str: ...
    @property
    def whole(self) -> int: ...


class Listing(NamedTuple):
    """One row before it is set."""

    say: Say
    #: name of the page it points to; empty for none
    ref: str = ""


def list_of(
    desk: Desk, how: How, columns: Sequence[Column], listings: Iterable[Listing]
) -> tuple[Block, ...]:
    """A table of rows, each made by the same columns; of one column, its lines one under the other."""
    rows = [cells(desk, columns, listing) for listing in listings]
    rows = [row for row in rows if any(row)]
    if not rows:
        return ()
    if len(columns) == 1 and not how.rule:
        return _stacked(desk, how, [row[0] for row in rows])
    tracks = tuple(Track(*column.width) for column in columns)
    lead = points(desk, how.lead)
    rule = Rule(RULE, desk.ink(how.rule, BLACK).plain, lead or desk.grid) if how.rule else None
    return (Table(tracks, tuple(rows), how.gap, rule, lead, whole=how.whole),)


def _stacked(desk: Desk, how: How, found: Sequence[Cell]) -> tuple[Block, ...]:
    lead = points(desk, how.lead)
    blocks: list[Block] = []
    for cell in found:
        blocks += [Gap(lead), *cell] if blocks and lead else cell
    return tuple(blocks)


def points(desk: Desk, length: Length) -> float:
    return length.value * desk.grid if length.unit == "line" else length.value


def cells(desk: Desk, columns: Iterable[Column], listing: Listing) -> tuple[Cell, ...]:
    """One row: a cell for each column, empty where nothing is to be said."""
    return tuple(
        tuple(block for line in column.lines for block in _blocks(desk, line, listing)) for column in columns
    )


def _blocks(desk: Desk, line: Line, listing: Listing) -> tuple[Block, ...]:
    if line.text.parts == (("", "page"),):
        return (PageRef(listing.ref, desk.style(line.style, desk.main)),) if listing.ref else ()
    return line_paras(desk, line, listing.say)


def line_paras(desk: Desk, line: Line, say: Say) -> tuple[Para, ...]:
    """A line of a list or slip: one paragraph, or one for each language; nothing when it says nothing."""
    languages = desk.languages if line.languages != "main" else (desk.main,)
    found: dict[str, tuple[Span, ...]] = {}
    for number, lang in enumerate(languages):
        pattern = line.others if number and line.others is not None else line.text
        fields = say(lang, fields_of(pattern))
        # on a line that languages share a break is a space
        ends = line.languages != "all"
        spans = fill_pattern(pattern, fields, desk.design, line.style, lines=ends)
        text = "".join(span.words.text for span in spans)
        if text.strip():
            found.setdefault(text, spans)
    if line.languages != "all":
        return tuple(desk.mixed(line.style, spans) for spans in found.values())
    return (desk.mixed(line.style, _on_one_line(desk, line, found.values())),) if found else ()


def _on_one_line(desk: Desk, line: Line, forms: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    spans: tuple[Span, ...] = ()
    for form in forms:
        if spans:
            spans += desk.spans(line.style, between_forms(spans[-1].words, form[0].words, line.between))
        spans += form
    return spans


@cache
def fields_of(pattern: Pattern) -> frozenset[str]:
    """The fields that a pattern names."""
    return frozenset(field for _, field in pattern.parts if field)


def continued(desk: Desk, heading: Para) -> Para:
    """A list's heading where a column begins within the list."""
    label = desk.label("continued", desk.main)
    again = desk.spans(f"{heading.style.name}-continued", label._replace(text=f"  {label.text}"))
    return heading._replace(spans=(*heading.spans, *again), anchor="")


def headed(desk: Desk, head: Sequence[Block], body: tuple[Block, ...], again: bool) -> tuple[Block, ...]:
    """A list under its heading, which is repeated where the layout wants it; one that is a row, as it is."""
    if not (again and head and body):
        return (*head, *body)
    repeated = tuple(continued(desk, block) if isinstance(block, Para) else block for block in head)
    return (Headed(tuple(head), repeated, body),)
