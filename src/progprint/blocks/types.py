"""What to set, in which style and order: paragraphs, tables, pictures, codes, and the entries they make."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from progprint.blocks.grids import DayGrid as DayGrid
from progprint.blocks.grids import Slot as Slot
from progprint.blocks.picture_types import Advert as Advert
from progprint.blocks.picture_types import Band as Band
from progprint.blocks.picture_types import Border as Border
from progprint.blocks.picture_types import Picture as Picture
from progprint.blocks.picture_types import Stills as Stills
from progprint.design.makes import WHOLE_ROW
from progprint.design.overrides import LineWish
from progprint.design.types import Ladder, Master, PageSpec, Rung
from progprint.diag import NOWHERE, Source
from progprint.geom import mm
from progprint.style import Ink, Span, TextStyle
from progprint.words import Words


class Para(NamedTuple):
    spans: tuple[Span, ...]
    #: style of the paragraph as a whole: alignment, indents, leading
    style: TextStyle
    #: name others refer to: "film:cliff-walkers"; empty for none
    anchor: str = ""
    #: the notes whose marks stand in this paragraph, in order. A mark is a span with the link `note:KEY`,
    #: and its note's first paragraph has the anchor `note:KEY`
    notes: tuple[tuple[Block, ...], ...] = ()
    #: the field of the content that gives way where an entry is fitted, review or a cover's name; else empty
    field: str = ""
    #: lines more (or fewer, below 0) than it would have, where its lines allow it
    looseness: int = 0


class PageRef(NamedTuple):
    """The folio of the page where `key` stands, flush right in its room, filled in when the book is known."""

    key: str
    style: TextStyle


class Logo(NamedTuple):
    #: its file is empty when there is none
    picture: Picture
    #: printed where the picture cannot be
    name: Para
    #: where a click leads
    link: str = ""


class Logos(NamedTuple):
    """Logos in rows, each about as large to the eye."""

    items: tuple[Logo, ...]
    #: in a row, at most
    across: int
    #: none is higher
    height: float
    #: clear room between them
    gap: float
    #: left or center
    align: str = "center"
    #: stands in a vertical frame, which turns it
    turned: bool = False


class Symbol(NamedTuple):
    """A QR code of `side` modules, `size` points wide without its quiet zone of four modules."""

    payload: str
    side: int
    #: black rectangles (x, y, width, height) in modules
    runs: tuple[tuple[int, int, int, int], ...]
    size: float
    source: Source = NOWHERE
    #: with its quiet zone as wide as its measure, and never smaller than `size`
    fills: bool = False


class Rule(NamedTuple):
    """A line over the measure that takes `room` points of height, drawn in the middle of it."""

    width: float
    ink: Ink
    room: float


class Gap(NamedTuple):
    """Empty room, in points; vanishes at the head of a column."""

    height: float


class Break(NamedTuple):
    """A new page begins here, unless it has only begun."""


class Fill(NamedTuple):
    """A coloured ground behind all of the frame, or a picture there."""

    ink: Ink
    #: in place of the colour, when it can be printed
    picture: Picture | None = None


class Tag(NamedTuple):
    """A short line on a ground of its own colour, standing on the edge above it."""

    spans: tuple[Span, ...]
    style: TextStyle
    ink: Ink
    #: of the ground beside the words, and above and below them
    inset: float = mm(2)
    room: float = mm(0.5)


class Track(NamedTuple):
    """Width of a column: `fixed` points; or the widest cell, up to `limit`; or a share of what is left."""

    fixed: float = 0.0
    limit: float = 0.0
    share: float = 0.0


class Table(NamedTuple):
    """Rows of cells. A row is never parted from its first cell; long cells break after two lines."""

    tracks: tuple[Track, ...]
    #: rows -> cells -> blocks
    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    gutter: float
    #: ink and width of the rules between rows
    rule: Rule | None = None
    #: room between rows
    lead: float = 0.0
    #: the field of the content that its rows list, where it may be cut short: cast, filmography
    field: str = ""
    #: rows of so many lines are never parted
    whole: int = WHOLE_ROW


class Pair(NamedTuple):
    """Two or more languages of one text side by side, level at each paragraph."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    #: shares of the measure, one for each language
    shares: tuple[float, ...]
    gutter: float
    #: a third language and so on, to the right of these
    more: tuple[tuple[Block, ...], ...] = ()

    @property
    def sides(self) -> tuple[tuple[Block, ...], ...]:
        """All of them, from left to right."""
        return (self.left, self.right, *self.more)


class Facing(NamedTuple):
    """The same for facing pages: one language on the left, another on the right, level at each paragraph.

    A master that lists the part's name on one page only has it whole.
    """

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    whole: tuple[Block, ...]


class Opposite(NamedTuple):
    """One side of a `Facing`: `there`, of another measure, is not printed but keeps its paragraphs level."""

    here: tuple[Block, ...]
    there: tuple[Block, ...]
    #: of what stands there
    measure: float
    #: number of the first row among those that stand level
    first: int


class Beside(NamedTuple):
    """Parts side by side, each running down by itself. Shares as `Track`."""

    parts: tuple[tuple[Block, ...], ...]
    tracks: tuple[Track, ...]
    gutter: float
    #: stays in one piece
    keep: bool = False
    #: takes at least so much height
    least: float = 0.0


class Together(NamedTuple):
    """Blocks that stay on one page; with a second language of the same words it is never parted."""

    blocks: tuple[Block, ...]


class Headed(NamedTuple):
    """A list under a heading, which is repeated as `continued` wherever a column begins within the list."""

    heading: tuple[Block, ...]
    continued: tuple[Block, ...]
    body: tuple[Block, ...]


class Unkept(NamedTuple):
    """Blocks that a column may end in anywhere: no line stays with the next, and no heading is repeated."""

    blocks: tuple[Block, ...]


class Guides(NamedTuple):
    """Blocks in one piece between fine lines at both edges of their measure."""

    blocks: tuple[Block, ...]
    ink: Ink


class Miniature(NamedTuple):
    """An entry made up by itself on small pages, which stand in outline side by side."""

    entry: Entry
    page: PageSpec
    master: Master
    #: of the outline
    ink: Ink
    #: of a fine line at each baseline of the small pages' grid; None: not drawn
    lines: Ink | None = None


class Lines(NamedTuple):
    """Empty ruled lines to write on, filling the frame or `number` of them."""

    pitch: float
    ink: Ink
    number: int = 0


class Tick(NamedTuple):
    """A box to tick, with words beside it."""

    para: Para
    #: side of the box
    size: float


Block = (
    Para
    | Tick
    | PageRef
    | Picture
    | Advert
    | Stills
    | Logos
    | Band
    | Symbol
    | Rule
    | Gap
    | Break
    | Fill
    | Tag
    | Table
    | Pair
    | Facing
    | Opposite
    | Beside
    | Together
    | Headed
    | Unkept
    | Guides
    | Miniature
    | DayGrid
    | Lines
)


#: what stands in one cell of a row
Cell = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What belongs together in the book: a film, a foreword, an index."""

    #: "films/cliff-walkers", "contents"
    name: str
    #: name of a master of the layout
    master: str
    #: block name of the layout -> blocks
    parts: tuple[tuple[str, tuple[Block, ...]], ...]
    #: any, verso, recto: where its first page falls
    start: str = "any"
    #: page, spread, any
    room: str = "any"
    #: master for one page, tried first: what does not fit it takes its spread; empty: none
    page_master: str = ""
    #: fields for running heads: ("title", words), ...
    fields: tuple[tuple[str, tuple[Words, ...]], ...] = ()
    #: name of what stands in it -> fields for the running heads of the page it begins on
    heads: tuple[tuple[str, tuple[tuple[str, tuple[Words, ...]], ...]], ...] = ()
    #: names others refer to: they stand for its first page
    anchors: tuple[str, ...] = ()
    #: lines of the outline: title and level
    outline: tuple[tuple[str, int], ...] = ()
    #: colour and number of its section, for the thumb index; -1: none
    thumb: tuple[Ink, int, tuple[Span, ...]] | None = None
    #: prints folios and running heads
    furnished: bool = True
    #: its pages lie on their side
    landscape: bool = False
    #: what its content has: a frame's blocks may stand on that
    has: tuple[str, ...] = ()
    source: Source = NOWHERE
    #: None: it is set as it is, and what exceeds its room runs on
    ladder: Ladder | None = None
    #: picture frames with a height from-to give way to what stands under them
    flexible: bool = True
    #: what is wished of its lines
    wishes: tuple[LineWish, ...] = ()
    #: the rungs it stands on whether it fits or not; None: those that it needs
    rungs: tuple[Rung, ...] | None = None

    def part(self, name: str) -> tuple[Block, ...]:
        return next((blocks for key, blocks in self.parts if key == name), ())
