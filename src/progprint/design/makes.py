"""How the blocks of the house are made: the settings of each, and what a layout need not say -> Makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from progprint.design.line_makes import Columns, Line, column_of, line_of
from progprint.design.matter_makes import BACK, IMPRINT, Matter, RunSheet, SheetGrid
from progprint.design.written import Length, Pattern, pattern_of
from progprint.geom import mm

#: wider and narrower part of a measure that two languages share: English runs longer than Chinese at equal
#: legibility (430 words against 650 characters)
SHARES = (3.0, 2.0)
#: table rows of so many lines are never parted
WHOLE_ROW = 7


class Title(NamedTuple):
    """A film's titles, one of them large."""

    #: the large one: original, main
    first: str = "original"
    #: the romanisation stands under the original
    romanised: bool = True
    others: bool = True
    #: of the others: section (its own), style
    colour: str = "section"


class Credits(NamedTuple):
    """Roles and names."""

    #: table, lines (one for each), run-in (one paragraph)
    shape: str = "table"
    #: greatest width of the column of roles: 60 % of a column would leave no room for names
    width: float = mm(30)
    gap: float = mm(2.5)
    #: between two rows that are run in
    between: str = " · "
    whole: int = WHOLE_ROW
    names: str = "main"
    #: languages of the roles: all, main
    roles: str = "all"
    #: keys of the roles printed; empty: all
    only: tuple[str, ...] = ()
    companies: bool = True
    release: bool = True


class Cast(NamedTuple):
    """Actors and characters."""

    shape: str = "table"
    #: greatest width of the column of actors
    width: float = mm(24)
    gap: float = mm(2)
    between: str = ", "
    whole: int = WHOLE_ROW
    names: str = "main"
    #: languages of the characters
    characters: str = "all"
    heading: bool = True
    #: how many are printed; 0: all
    most: int = 0
    #: its heading is repeated where a column begins within it
    continued: bool = False


class Filmography(NamedTuple):
    """Years and titles of a director's films."""

    shape: str = "table"
    #: greatest width of the column of years
    width: float = mm(12)
    gap: float = mm(2)
    between: str = " · "
    whole: int = WHOLE_ROW
    #: languages of the titles: all, main
    titles: str = "all"
    heading: bool = True
    #: written, newest, oldest
    order: str = "written"
    most: int = 0
    #: its heading is repeated where a column begins within it
    continued: bool = False


class Life(NamedTuple):
    """A director's name, birth and biography with the filmography."""

    #: of the measure, to the biography and the filmography
    shares: tuple[float, float] = SHARES
    #: where the filmography stands: beside, below, none
    filmography: str = "beside"
    names: str = "all"
    born: bool = True


class Review(NamedTuple):
    #: where lives stand in a book of one language: beside the review, or below
    life: str = "beside"
    byline: bool = True


class Pairing(NamedTuple):
    """How languages share a measure, and what becomes of one that is left over."""

    #: languages or scripts, "" for any -> the share of each of them
    shares: tuple[tuple[tuple[str, ...], tuple[float, ...]], ...] = ()
    #: how many stand side by side; 0: as many as most of the shares name, or two
    abreast: int = 0
    #: one without a partner: in the first one's column, or over the whole measure
    odd: str = "column"


class Screenings(NamedTuple):
    """The slips of a film."""

    #: how many stand side by side
    across: int = 3
    lines: tuple[Line, ...] = (
        line_of("{weekday} {date}", "slip-day", "all", " ", "{weekday}"),
        line_of("{time} {guests:slip-note}", "slip-time"),
        line_of("{venue}", "slip-venue", "each"),
        line_of("{address}", "slip-address", "each"),
    )
    #: stands under the QR code; where there is none, last
    under: tuple[Line, ...] = (line_of("{code}", "slip-code"),)
    #: what the QR code says: ticket (an address), calendar (an event), none
    payload: str = "ticket"
    #: least side of the code without its quiet zone (facts: QR codes)
    code: float = mm(12)
    #: least module: a smaller one may not be read from an office print
    module: float = mm(0.4)
    #: width of the rule over a slip; 0: none
    rule: float = 0.5


class StillMake(NamedTuple):
    #: what stands for a missing still: section (its colour), nothing, or a swatch
    without: str = "section"
    #: the picture's credit under it
    credit: bool = True


class Premiere(NamedTuple):
    """The tag on the picture's edge."""

    #: of its ground beside the words, and above and below them
    inset: float = mm(2)
    room: float = mm(0.5)


class CoverBand(NamedTuple):
    #: more would be too thin to be recognised
    slices: int = 24
    #: whose stills, in this order; empty: all films, in the order of the book
    films: tuple[str, ...] = ()


class Listed(NamedTuple):
    """A list of entries."""

    columns: Columns
    gap: float = mm(2)
    #: room between two rows
    lead: Length = Length(0.0)
    #: swatch of the rule between two rows; empty: none
    rule: str = ""
    whole: int = WHOLE_ROW


_TITLES = "{title}"
_OPENER = (line_of(_TITLES, "opener-entry", "all"), line_of("{directors}", "opener-director"))


class Contents(NamedTuple):
    #: a row for each film; none: films are not listed
    films: Columns = (
        column_of(line_of(_TITLES, "contents-entry", "all")),
        column_of(line_of("{page}", "contents-page"), fixed=mm(9)),
    )
    #: a row for each section of the festival
    sections: Columns = (column_of(line_of("{section}", "contents-section", "all")),)
    #: a row for all else that has pages
    pages: Columns = (
        column_of(line_of(_TITLES, "contents-text", "all")),
        column_of(line_of("{page}", "contents-page"), fixed=mm(9)),
    )
    gap: float = mm(2)
    lead: Length = Length(0.0)
    rule: str = ""
    whole: int = WHOLE_ROW
    #: a section's heading is repeated where a column begins within its films
    continued: bool = False


class Schedule(NamedTuple):
    """A day's screenings as a list."""

    columns: Columns
    gap: float = mm(1.5)
    lead: Length = Length(0.0)
    rule: str = ""
    whole: int = WHOLE_ROW
    #: the day is repeated where a column begins within it
    continued: bool = True


class Grid(NamedTuple):
    """A day to scale."""

    #: what a box says; none: time, titles and length, or the pattern `grid-time` and titles
    lines: tuple[Line, ...] = ()
    #: room for the labels of hours
    hours: float = mm(9)


class IndexMake(NamedTuple):
    #: what a row of each index says
    titles: Pattern = pattern_of("{name}")
    originals: Pattern = pattern_of("{name}")
    directors: Pattern = pattern_of("{names}")
    countries: Pattern = pattern_of("{name}")
    #: room for one page number, and for each further one
    page: float = mm(7)
    more: float = mm(5)
    gap: float = mm(1.5)
    #: width of a column of initials beside the entries; 0: they stand above them
    letter: float = 0.0
    #: an index of fewer titles needs no initials
    initials: int = 15
    whole: int = WHOLE_ROW
    #: an initial is repeated where a column begins under it
    continued: bool = False


_SCHEDULE = Schedule(
    (
        # a screening is looked up by its hour: fixed room for it, so that all days are alike
        column_of(line_of("{time}", "list-time"), fixed=mm(9)),
        column_of(line_of(_TITLES, "list-title", "all", " ")),
        column_of(line_of("{venue_code} {guests}", "list-venue"), fixed=mm(10.5)),
        column_of(line_of("{page}", "index-page"), fixed=mm(6)),
    ),
)
_OPENER_LIST = Listed(
    (column_of(*_OPENER), column_of(line_of("{page}", "opener-page"), fixed=mm(10))), lead=Length(1.0, "line")
)
_SHORTS = Listed(
    (
        column_of(*_OPENER),
        column_of(line_of("{running_time}", "film-minutes"), fixed=mm(14)),
        column_of(line_of("{page}", "opener-page"), fixed=mm(10)),
    ),
    lead=Length(0.5, "line"),
)
_VENUES = Listed(
    (
        column_of(line_of("{venue_code}", "venue-code"), fixed=mm(12)),
        column_of(
            line_of("{venue}", "venue-name", "all"),
            line_of("{address}", "venue", "each"),
            line_of("{seats}", "venue"),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Makes:
    """How every block of the house is made."""

    title: Title = Title()
    credits: Credits = Credits()
    cast: Cast = Cast()
    filmography: Filmography = Filmography()
    life: Life = Life()
    review: Review = Review()
    pair: Pairing = Pairing()
    screenings: Screenings = Screenings()
    premiere: Premiere = Premiere()
    still: StillMake = StillMake()
    cover_band: CoverBand = CoverBand()
    contents: Contents = Contents()
    opener_list: Listed = _OPENER_LIST
    #: the films of a shorts programme
    shorts: Listed = _SHORTS
    schedule: Schedule = _SCHEDULE
    schedule_grid: Grid = Grid()
    venues: Listed = _VENUES
    index: IndexMake = IndexMake()
    imprint: Matter = IMPRINT
    back: Matter = BACK
    run_sheet: RunSheet = RunSheet()
    day_grid: SheetGrid = SheetGrid()
