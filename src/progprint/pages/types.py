"""Made-up pages: what is printed where. Points, y down, origin the trim's top left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from progprint.design.types import Rung
from progprint.diag import NOWHERE, Source
from progprint.geom import Point, Rect
from progprint.lines.types import Fault, Piece
from progprint.style import Ink, TextStyle


class TextMark(NamedTuple):
    """One line of type. `at` is where the measure's left edge meets the baseline; pieces count from there."""

    at: Point
    pieces: tuple[Piece, ...]
    text: str
    lang: str
    #: name of the paragraph style
    style: str
    source: Source = NOWHERE
    #: claims to stand on the baseline grid
    on_grid: bool = False
    ratio: float = 0.0
    #: why the line ends here (Line.reason)
    reason: str = "end"
    #: degrees clockwise round `at`
    turn: float = 0.0
    #: its number in its paragraph, from 1, and how many lines that has
    line: tuple[int, int] = (1, 1)


class ImageMark(NamedTuple):
    """A picture that fills `box`; what is too much is cut off round `focus`.

    A page of a PDF file is never cut to the shape of its box, but set into it.
    """

    box: Rect
    #: absolute path; of a page of a PDF file with `#page=2`
    file: str
    focus: tuple[float, float] = (0.5, 0.5)
    alt: str = ""
    source: Source = NOWHERE
    #: it is shown up to here; None: up to `box`. Of a page of a PDF file the trim falls on `box`
    reach: Rect | None = None


class FillMark(NamedTuple):
    box: Rect
    ink: Ink
    #: solid, hatched (45 degrees), dotted, crossed
    pattern: str = "solid"
    source: Source = NOWHERE


class RuleMark(NamedTuple):
    start: Point
    end: Point
    width: float
    ink: Ink
    #: lengths of dash and gap in points; () is solid
    dashes: tuple[float, ...] = ()
    source: Source = NOWHERE


class CodeMark(NamedTuple):
    """A QR symbol without its quiet zone. Runs are black rectangles (x, y, width, height) in modules."""

    box: Rect
    payload: str
    #: modules a side
    side: int
    runs: tuple[tuple[int, int, int, int], ...]
    source: Source = NOWHERE


class LinkMark(NamedTuple):
    """Where a click leads in the screen rendering: an address, or `ref:KEY` of Booklet.refs."""

    box: Rect
    target: str
    source: Source = NOWHERE


class RefMark(NamedTuple):
    """Room for the folio of the page where `key` stands; a TextMark takes its place in the end."""

    #: left end of the baseline
    at: Point
    width: float
    key: str
    style: TextStyle
    source: Source = NOWHERE
    #: further pages on the same line
    more: tuple[str, ...] = ()


Mark = TextMark | ImageMark | FillMark | RuleMark | CodeMark | LinkMark | RefMark


class Over(NamedTuple):
    """What of one field, in one language where it is prose, found no room in its entry's pages."""

    #: review, bio, credits
    field: str
    #: empty where the lines of a field have several
    lang: str
    lines: int
    characters: int
    #: where the first of it is written
    source: Source
    #: the frame that had no room for it
    frame: str = ""
    #: what it takes up on the page that it runs on to
    box: Rect | None = None
    #: lines and characters that are over at the ladder's last rung
    least: tuple[int, int] | None = None


class Framed(NamedTuple):
    """A frame that something stands in, where it came to lie: for guides."""

    name: str
    #: without its bleed
    box: Rect
    #: text columns, or rows of them
    split: int
    direction: str
    #: lines of text that found no room in it
    left: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `body` is drawn alike wherever the page stands in the book; `furniture` (folio, running foot,
    thumb index, page references) is laid on when the book is known."""

    #: counts from 1, blanks included
    number: int
    #: as printed: "12"; empty on pages that print none
    folio: str
    #: verso or recto
    side: str
    #: trim width and height
    size: tuple[float, float]
    body: tuple[Mark, ...]
    furniture: tuple[Mark, ...] = ()
    #: equal keys promise equal `body`: what the PDF's drawn bytes are cached by; empty is not cached
    key: str = ""
    #: what stands here, for messages and the dump: "films/cliff-walkers", "contents", "blank"
    name: str = ""
    faults: tuple[Fault, ...] = ()
    #: as `Made` has them
    over: tuple[Over, ...] = ()
    rungs: tuple[Rung, ...] | None = None
    frames: tuple[Framed, ...] = ()
    #: where a wide sheet such as a cover's is folded, from the trim's left
    folds: tuple[float, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self.body + self.furniture


class OutlineItem(NamedTuple):
    title: str
    #: page number, from 1
    page: int
    level: int = 0


@dataclass(frozen=True, slots=True)
class Booklet:
    pages: tuple[Page, ...]
    #: where a thing stands: "film:cliff-walkers" -> page number from 1
    refs: dict[str, int]
    outline: tuple[OutlineItem, ...]
    title: str
    #: main language
    lang: str
    bleed: float
    #: saddle or perfect
    binding: str
    faults: tuple[Fault, ...] = ()
    #: numbers of the blank pages that only fill it up for the binder
    added: tuple[int, ...] = ()
