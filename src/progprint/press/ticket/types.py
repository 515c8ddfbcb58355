"""What a job ticket says. Lengths are points, ink is a share, pages count from 1 as a file has them."""

from __future__ import annotations

from typing import NamedTuple

from progprint.press.preflight.colours import PROCESS
from progprint.press.preflight.types import Report


class Sizes(NamedTuple):
    """The boxes of a page."""

    #: width and height of what is left when it is cut
    trim: tuple[float, float]
    #: beyond the trim, at the left, top, right, bottom
    bleed: tuple[float, float, float, float]
    #: width and height of the whole page in the file
    media: tuple[float, float]


class PageInk(NamedTuple):
    """What one page is printed in."""

    number: int
    #: those that print on it, process inks first; none of a blank page
    plates: tuple[str, ...]
    #: what of it was not read, so that `plates` may be too many
    unsure: tuple[str, ...] = ()

    @property
    def black_only(self) -> bool:
        return self.plates == ("Black",)


class Picture(NamedTuple):
    """One picture at its printed size."""

    page: int
    #: pixels per inch
    resolution: float
    #: left and top edge from the trim's top left
    at: tuple[float, float]


class Pictures(NamedTuple):
    """The pictures of a file."""

    number: int = 0
    #: of these, pictures of 1 bit
    line_art: int = 0
    #: of those with tones
    lowest: Picture | None = None


class Condition(NamedTuple):
    """The printing condition that a file names."""

    name: str = ""
    registry: str = ""
    #: what the ICC profile calls itself
    icc_name: str = ""
    icc: bytes = b""


class Survey(NamedTuple):
    """What the bytes of a PDF say to a press."""

    #: boxes, and the pages that have them
    sizes: tuple[tuple[Sizes, tuple[int, ...]], ...]
    pages: tuple[PageInk, ...]
    #: the highest total ink of areas, and the page; 0 where there are none
    most_ink: tuple[float, int]
    pictures: Pictures
    #: PostScript names, without the subset's prefix
    fonts: tuple[str, ...]
    standard: str
    pdf_version: str
    condition: Condition
    #: bound at the right
    right_bound: bool

    @property
    def plates(self) -> tuple[str, ...]:
        return in_press_order(plate for page in self.pages for plate in page.plates)

    def pages_with(self, plate: str) -> tuple[int, ...]:
        return tuple(page.number for page in self.pages if plate in page.plates)

    @property
    def blank(self) -> tuple[int, ...]:
        return tuple(page.number for page in self.pages if not page.plates)

    @property
    def black_only(self) -> tuple[int, ...]:
        return tuple(page.number for page in self.pages if page.black_only)

    @property
    def coloured(self) -> tuple[int, ...]:
        """Pages with any ink beside black."""
        return tuple(page.number for page in self.pages if page.plates and not page.black_only)


def in_press_order(plates: object) -> tuple[str, ...]:
    """Cyan, magenta, yellow, black, then spot inks by name."""
    found = set(plates)  # type: ignore[call-overload]
    return (*(p for p in PROCESS if p in found), *sorted(found.difference(PROCESS)))


class Printed(NamedTuple):
    """A PDF that is to be printed."""

    #: file name in the package
    name: str
    #: interior, cover, or book where the cover is among its pages
    role: str
    survey: Survey
    report: Report
    #: printed on its first page; empty where that has none
    first_folio: str = ""


class Handed(NamedTuple):
    """Any file of a package."""

    #: path inside it, with slashes
    name: str
    #: as `Printed.role`; preview, profile, icc, licence, preflight
    role: str
    size: int
    sha256: str


class Spine(NamedTuple):
    """The cover's sheet."""

    width: float
    flaps: float
    #: thickness of a leaf, and what board and glue add, as the layout says
    paper: float
    board: float


class Binding(NamedTuple):
    """How the book is bound."""

    #: saddle, perfect, loose
    kind: str
    #: pages of the bound book, cover included
    pages: int
    #: of these, those of the cover's own sheet
    cover_pages: int
    #: pages added so that the number can be bound: as the file counts them
    added: tuple[int, ...]
    #: thickness of a leaf
    paper: float
    spine: Spine | None = None

    @property
    def creep(self) -> tuple[float, float]:
        """How far the innermost pages are pushed out, by paper that is pressed hard, and that is not."""
        from progprint.press.impose.sections import creep

        deepest = max(0, self.pages // 4 - 1)
        return creep(deepest, self.paper, 1.0), creep(deepest, self.paper, 1.4)


class Festival(NamedTuple):
    """For whom it is printed."""

    #: in its languages, the leading one first
    names: tuple[str, ...]
    edition: str = ""
    #: first and last day, YYYY-MM-DD
    days: tuple[str, str] = ("", "")
    organiser: str = ""
    site: str = ""
    #: paragraphs: who made and answers for it
    imprint: tuple[str, ...] = ()


class Licence(NamedTuple):
    """What a font may be printed by."""

    family: str
    #: PostScript names of what is embedded
    faces: tuple[str, ...]
    copyright: tuple[str, ...]
    #: OFL-1.1, or how the font says it
    licence: str
    #: in the package; empty where there is none
    file: str = ""


class Press(NamedTuple):
    """By which profile the files were judged."""

    name: str
    standard: str
    bleed: float
    total_ink: float
    #: off, crop, all
    marks: str


class Ticket(NamedTuple):
    """All that a press is told."""

    festival: Festival
    layout: str
    #: tags of what is printed, the leading one first
    languages: tuple[str, ...]
    #: of the files, YYYY-MM-DD
    date: str
    press: Press
    binding: Binding
    printed: tuple[Printed, ...]
    files: tuple[Handed, ...]
    licences: tuple[Licence, ...]
    #: embedded, but not by the layout's fonts: of advertisements and logos
    strange_fonts: tuple[str, ...] = ()
    copies: int = 0
    note: str = ""
    version: str = ""
