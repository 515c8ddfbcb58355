"""What is asked for, what the file holds, and where each page stands on which sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from progprint.diag import Diagnostic
from progprint.geom import Rect

Progress = Callable[[str, int, int], None]


class Scheme(StrEnum):
    """How pages are brought onto sheets."""

    SADDLE = "saddle"
    PERFECT = "perfect"
    CUT_STACK = "cut-stack"
    N_UP = "n-up"
    #: two pages beside each other as they are read; nothing to print from
    READER = "reader"


class Marks(StrEnum):
    ALL = "all"
    #: where to cut and to fold, no more
    CUT = "cut"
    NONE = "none"


class Bar(StrEnum):
    """The inks of the colour bar."""

    CMYK = "cmyk"
    BLACK = "black"
    NONE = "none"


class Work(StrEnum):
    """How the second face of a sheet is printed."""

    #: from plates of its own
    SHEETWISE = "sheetwise"
    #: from the same plates, the sheet turned about its upright middle: each sheet cut in two gives two copies
    TURN = "turn"
    #: from the same plates, the sheet tumbled about its level middle
    TUMBLE = "tumble"


class Flip(StrEnum):
    """The edge at which a printer with two sides turns the sheet."""

    LONG = "long"
    SHORT = "short"


class Lip(StrEnum):
    """Which half of a folded sheet stands out, so that the stitching machine can open it."""

    HIGH = "high"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Order:
    """One imposition as it is asked for. Lengths in points; None where the scheme or the file decides."""

    scheme: Scheme = Scheme.SADDLE
    #: two sides, either may be the width
    sheet: tuple[float, float] | None = None
    #: pages on both faces of a folded sheet, at most: 4, 8, 16, 32. None is what the sheet holds, up to 16
    signature: int | None = None
    #: thickness of a leaf of paper; None leaves the creep as it is
    paper: float | None = None
    #: of the thickness by which each sheet pushes out the next; None is 1
    creep_factor: float | None = None
    #: bleed that is kept at most; None is 3 mm
    bleed: float | None = None
    #: between the trims of neighbours cut apart; None is twice the bleed, 6 mm at least where it folds
    gutter: float | None = None
    #: what perfect binding mills off the spine of each page; None is 3 mm
    milling: float | None = None
    #: of the sheet's edge by which the press holds it; None is none
    gripper: float | None = None
    #: by how much one half of a folded sheet stands out; None is not at all
    overfold: float | None = None
    #: None is high
    lip: Lip | None = None
    #: None is sheetwise
    work: Work | None = None
    #: columns and rows; None is as many as the sheet holds
    grid: tuple[int, int] | None = None
    #: each page fills a sheet: step and repeat
    repeat: bool | None = None
    #: None is two sides, but for n-up
    two_sided: bool | None = None
    #: None as the file says
    right_bound: bool | None = None
    #: for a printer in an office: nothing but the pages, made smaller where the sheet wants it
    home: bool = False
    #: what such a printer leaves white at the edges of its paper; None is taken for none
    margin: float | None = None
    #: None where backs stand as the scheme has them: the sheet turned about its upright middle
    flip: Flip | None = None
    #: None is all
    marks: Marks | None = None
    #: None is cmyk
    bar: Bar | None = None
    #: warnings are errors
    strict: bool = False


class Stock(NamedTuple):
    """What a file's pages have in common. Lengths in points."""

    pages: int
    width: float
    height: float
    #: beyond the trim, on the side that has most
    bleed: float = 0.0
    right_bound: bool = False


class Place(NamedTuple):
    """Where one page stands on a sheet, as one sees that face of it."""

    #: number in the file, from 1; 0 is a blank
    page: int
    #: of the page, creep included
    trim: Rect
    #: what of it may be printed: bleed included, cut at gutter and spine
    clip: Rect
    #: stands on its head
    turned: bool = False
    #: side of the spine as it stands on the sheet: -1 left, 1 right, 0 none
    spine: int = 0


@dataclass(frozen=True, slots=True)
class Side:
    """One face of a sheet. Points, y down, origin the sheet's top left."""

    #: number of the sheet, from 1
    sheet: int
    #: `front`, `back`, or `both` where the same plates print both
    face: str
    size: tuple[float, float]
    places: tuple[Place, ...]
    #: what the cuts leave of all pages together
    block: Rect
    #: what of the sheet may be printed: all but the edge by which the press holds it
    inked: Rect
    #: x of the upright folds, y of the level ones
    folds: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
    #: number of the signature, from 1; 0 where nothing is folded
    signature: int = 0
    #: steps on the spine by which one sees that signatures lie in order
    collation: tuple[Rect, ...] = ()


@dataclass(frozen=True, slots=True)
class Imposition:
    """All faces of all sheets, in the order in which they are printed."""

    sides: tuple[Side, ...]
    #: bleed that is kept, points
    bleed: float
    #: pages are made smaller by this
    scale: float = 1.0
    notes: tuple[Diagnostic, ...] = ()

    @property
    def sheets(self) -> int:
        return len({side.sheet for side in self.sides})


class Imposed(NamedTuple):
    """What was written."""

    file: Path
    imposition: Imposition
    pages: int
    notes: tuple[Diagnostic, ...]
    pictures: tuple[Path, ...] = ()
