"""How it shall look: page, grid, swatches, families, styles, masters and sections of a layout, checked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from progprint.design.makes import Makes
from progprint.design.written import Length, Pattern
from progprint.diag import NOWHERE, Source
from progprint.geom import mm
from progprint.style import BLACK, Ink, TextStyle

#: room for the descenders of the body size under its baseline, as a share of the grid
DROP = 0.28
#: from a panel's side to the text in it
PANEL_INSET = mm(2)
#: what a running head leaves to the folio on its line
FOLIO_ROOM = mm(10)
#: before and after the name on a thumb
THUMB_INSET = mm(1.5)


class Margins(NamedTuple):
    top: float
    bottom: float
    inside: float
    outside: float


class PageSpec(NamedTuple):
    """Trim, bleed, margins and grid, in points."""

    #: width and height
    trim: tuple[float, float]
    bleed: float
    margins: Margins
    columns: int
    gutter: float
    #: distance of the baselines of the grid
    baseline: float
    #: share of that from a line's foot to its baseline
    drop: float = DROP


class StyleRule(NamedTuple):
    """What one entry of `styles:` says: `name` or `name:lang(tag)`."""

    name: str
    #: prefix of the language tags it is for; empty for all
    lang: str
    inherits: str
    #: TextStyle field -> value as read (Length, Ink, str, bool, tuple)
    values: tuple[tuple[str, object], ...]
    source: Source = NOWHERE


class Condition(NamedTuple):
    """What the content must have, and must not have, for a block to stand: `bio`, `section shorts`."""

    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def holds(self, has: Collection[str]) -> bool:
        return all(word in has for word in self.when) and not any(word in has for word in self.unless)


class Furniture(NamedTuple):
    """Empty room between blocks, with a rule in the middle of it or none."""

    room: float
    #: of the rule; 0: none
    width: float = 0.0
    ink: Ink = BLACK


class PictureLook(NamedTuple):
    """How pictures stand in a frame."""

    #: cover: fills it; contain: whole in it; width: as wide as it, as high as that makes it
    fit: str = "cover"
    #: what stays when it is cropped: shares of width and height; None: as the content says
    focus: tuple[float, float] | None = None
    #: under, edge (turned, beside the right edge), none: where captions stand
    caption: str = "under"
    #: width and ink of a line round it
    border: tuple[float, Ink] | None = None
    #: pictures of `stills` in a row
    across: int = 3


class Frame(NamedTuple):
    """A room on a page. Frames stand one under the other unless their columns let them stand side by side."""

    name: str
    #: first and last column of the page grid, from 1
    columns: tuple[int, int]
    #: least and greatest height in points; None: as high as its contents, at most what is left
    height: tuple[float, float] | None = None
    #: head: placed from the top margin down; foot: from the bottom margin up
    at: str = "head"
    #: reaches over the margins to the bleed on the sides it touches
    bleeds: bool = False
    #: number of text columns in it
    split: int = 1
    #: its last columns end level
    balance: bool = False
    #: names of what flows through it, in order
    blocks: tuple[str, ...] = ()
    #: of those blocks that do not always stand
    conditions: tuple[tuple[str, Condition], ...] = ()
    #: of those names that are no blocks but rules and gaps
    furniture: tuple[tuple[str, Furniture], ...] = ()
    #: ground tint
    panel: Ink | None = None
    #: how far the text stands within its panel's sides
    inset: float = PANEL_INSET
    #: the same above and below it, in points; what stands on it keeps to the grid
    padding: float = 0.0
    pictures: PictureLook = PictureLook()
    #: empty room under it (above it, for `foot`), in lines of the grid
    space: float = 0.0
    #: horizontal, or vertical: lines run down, the first at the right
    direction: str = "horizontal"
    #: room between its text columns; None: the page's
    gutter: float | None = None
    #: thickness of a rule on its upper edge, in points
    rule: float = 0.0
    source: Source = NOWHERE


class Rung(NamedTuple):
    """One measure by which an entry may be fitted into its room (`design/ladder.py`)."""

    #: picture, looseness, letter-space, size, cast, filmography
    kind: str
    #: em that letters close by (below 0), points of the size, rows of the list
    value: float = 0.0


class Ladder(NamedTuple):
    """How an entry may be fitted into its room."""

    rungs: tuple[Rung, ...]
    #: of the text that the rungs' sizes are said for, in points: the main language's
    size: float
    #: it is a title among white space: its leading goes with its size, and a parted word is too large
    display: bool = False


class Running(NamedTuple):
    """One piece of furniture: running foot, folio."""

    text: Pattern
    style: str
    #: head or foot
    edge: str
    #: outside, inside, left, right, center
    side: str
    #: verso, recto, both
    pages: str = "both"
    #: distance of its baseline from the trim's edge, in points
    offset: float = 0.0
    #: what it leaves free of the measure, for the folio on its line
    leaves: float = FOLIO_ROOM


class Thumb(NamedTuple):
    """The thumb index: a tab at the outer edge, one step lower for each section."""

    width: float
    height: float
    #: from the trim's top to the first tab
    top: float
    style: str = "thumb"
    #: horizontal: the name is turned on its side; vertical: its Han, kana and Hangul stand upright
    direction: str = "horizontal"
    #: room before and after the name
    inset: float = THUMB_INSET


@dataclass(frozen=True, slots=True)
class Master:
    name: str
    verso: tuple[Frame, ...]
    recto: tuple[Frame, ...]
    running: tuple[Running, ...] = ()
    thumb: Thumb | None = None
    source: Source = NOWHERE


class Numbers(NamedTuple):
    """How pages are counted."""

    #: number of the first page that counts
    first: int = 1
    #: the pages of the cover count
    cover: bool = True


class CoverSheet(NamedTuple):
    """The sheet of a cover that is printed by itself: back, spine and front side by side, in points."""

    #: thickness of a leaf inside: 0.1 mm is coated paper of 115 g/m2, offset paper of 80 g/m2
    paper: float = mm(0.1)
    #: what cover and glue add to the spine
    board: float = mm(0.3)
    #: width of the flaps at both fore-edges; 0: none
    flaps: float = 0.0
    #: least width of a spine with text on it: folds wander by a millimetre (press)
    spine_from: float = mm(5)
    #: blank, or pages: the second and the last but one of the book stand inside the cover
    inside: str = "blank"
    #: what pictures that bleed at a fold run on over: none, spine, flaps, all
    wrap: str = "none"
    #: of the spine by itself; None: the front's ground runs on
    spine_ground: Ink | None = None


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """One line of `sections:`: what is printed, with which master and options."""

    #: cover, imprint, contents, text, films, schedule, venues, index, back, run-sheet, day-grid
    kind: str
    master: str
    #: options of this kind as read: str, bool, float, tuple
    options: dict[str, object] = field(default_factory=dict)
    source: Source = NOWHERE


@dataclass(frozen=True, slots=True)
class Design:
    name: str
    page: PageSpec
    #: swatch name -> ink
    swatches: dict[str, Ink]
    #: family name -> (script or language tag -> name of a font family), order is the fall-back order
    families: dict[str, dict[str, str]]
    rules: tuple[StyleRule, ...]
    masters: dict[str, Master]
    patterns: dict[str, Pattern]
    sections: tuple[SectionSpec, ...]
    #: how the house's blocks are made
    makes: Makes = Makes()
    #: festival section key -> swatch name; "*" lists the swatches given in turn to sections without one
    section_colours: dict[str, str] = field(default_factory=dict)
    #: language tag -> what the layout says of its spacing: stretch, shrink, beyond (`design/spacing.py`)
    spacing: dict[str, dict[str, Any]] = field(default_factory=dict)
    #: languages printed; empty: the festival's own
    languages: tuple[str, ...] = ()
    numbers: Numbers = Numbers()
    #: auto, saddle, perfect, loose (single sheets)
    binding: str = "auto"
    #: what an overset entry is: warning or error
    overset: str = "warning"
    #: what a missing translation prints: main (language) or nothing
    missing: str = "main"
    #: 24 (00:30) or over (24:30): how times after midnight are printed
    late: str = "24"
    #: colour, or grey: every picture on the black plate alone
    pictures: str = "colour"
    cover_sheet: CoverSheet = CoverSheet()
    #: swatch -> where the layout names it
    swatch_places: dict[str, Source] = field(default_factory=dict, compare=False)
    #: font family -> where the layout names it
    font_places: dict[str, Source] = field(default_factory=dict, compare=False)
    #: hash of the layout file and of all it extends
    key: str = ""
    source: Source = NOWHERE
    #: what `resolve_style` has worked out: a memory, no part of the value; a changed copy begins anew
    resolved: dict[tuple[str, ...] | tuple[str, TextStyle, str], TextStyle] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )


def style_names(rules: tuple[StyleRule, ...]) -> frozenset[str]:
    """The paragraph and character styles a layout defines."""
    return frozenset(r.name for r in rules)


__all__ = [
    "CoverSheet", "Design", "Frame", "Ladder", "Length", "Margins", "Master", "Numbers", "PageSpec",
    "Pattern", "Running", "SectionSpec", "StyleRule", "TextStyle", "Thumb", "style_names",
]
