"""How imprint, back and the venue's sheets are made, and what they are when a layout says nothing."""

from __future__ import annotations

from typing import NamedTuple

from progprint.design.line_makes import Column, Columns, Line, column_of, line_of
from progprint.design.written import Length
from progprint.geom import mm

_SHEET_FACTS = ("{total}", "{languages}", "{subtitles}", "{colour}")


class Matter(NamedTuple):
    """An imprint, or the last page: what the festival says of itself, line under line."""

    lines: tuple[Line, ...]
    #: room before the festival's own text
    gap: Length = Length(1.0, "line")


_ROW = (
    column_of(
        line_of("{time}", "sheet-start"),
        *(line_of(text, "sheet") for text in ("{doors}", "{end}", "{seats}")),
        fixed=mm(29),
    ),
    Column(
        (
            line_of("{title}", "sheet-title"),
            line_of("{other_titles}", "sheet-original"),
            # a line may end after a point between facts, never before
            line_of("\u00a0· ".join(("{code:sheet-code}", *_SHEET_FACTS)), "sheet"),
        ),
        (0.0, 0.0, 5.0),
    ),
    Column((line_of("{steps:sheet-time}", "sheet-step"),), (0.0, 0.0, 4.0)),
)


class RunSheet(NamedTuple):
    """A venue's day on paper for its staff."""

    heading: tuple[Line, ...] = (
        line_of("{venue}", "sheet-venue", "all"),
        line_of("{day}", "sheet-day", "all"),
    )
    #: of a screening's row
    columns: Columns = _ROW
    gap: float = mm(4)
    #: a page holds at most so many rows
    rows: int = 7
    #: a row is at least so high, and grows so far on a page with room
    height: tuple[float, float] = (mm(34), mm(48))
    #: lines to write on, at least
    notes: int = 3
    #: side of the box that is ticked
    box: float = mm(3.6)


class SheetGrid(NamedTuple):
    """A day of all venues on paper; where an hour is narrow each style gives way to STYLE-close."""

    lines: tuple[Line, ...] = (
        line_of("{time}", "sheet-grid-time"),
        line_of("{code}", "sheet-grid-code"),
        line_of("{title}", "sheet-grid-title", "each"),
    )
    #: width of a venue's label, and the least height of its row
    label: float = mm(34)
    row: float = mm(12)
    #: minutes between two ticks
    tick: int = 5


IMPRINT = Matter(
    (
        line_of("{heading}", "label", "all"),
        line_of("{festival}", "imprint-name", "each"),
        *(line_of(text, "imprint", "each") for text in ("{edition}", "{dates}", "{organiser}")),
        line_of("{site}", "imprint"),
        line_of("{imprint}", "imprint"),
    )
)
BACK = Matter(
    (
        line_of("{festival}", "back-title", "each"),
        line_of("{dates}", "back", "each"),
        line_of("{site}", "back"),
    )
)
