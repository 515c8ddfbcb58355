"""What a PDF is written for, and what was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from progprint.cache import Cache, NoCache
from progprint.images import PictureFault, PictureInfo
from progprint.images.intents import OutputIntent, coated_offset
from progprint.pages.types import ImageMark, Page
from progprint.pdf.inks import CMYK, COATED, Inks, Least


class Printing(NamedTuple):
    """What a press asks of its file beside the printing condition."""

    #: pdf-x-4, or pdf-x-1a: PDF 1.4 without transparency
    standard: str = "pdf-x-4"
    #: off, crop, or all: registration marks, colour bar and job line too
    marks: str = "off"
    inks: Inks = CMYK
    #: sum of all inks, as a share, that pictures are brought under
    total_ink: float = 3.0
    #: thinner lines are drawn as wide
    least: Least = COATED
    #: of pictures, see `images.Press`
    rendering: str = "relative"
    black_point: bool = True


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """How a Booklet becomes a file."""

    #: of creation, written into the file; from the input or SOURCE_DATE_EPOCH, never from the clock
    date: datetime
    #: print (no annotations) or screen (links)
    purpose: str = "print"
    #: first and last page number, counting from 1, both included; None is all
    pages: tuple[int, int] | None = None
    #: a verso and its recto on one sheet, for the screen
    spreads: bool = False
    cache: Cache = field(default_factory=NoCache)
    #: of the document; empty is the booklet's own
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: str = ""
    intent: OutputIntent = field(default_factory=coated_offset)
    printing: Printing = Printing()
    #: pixels per inch that pictures keep at most
    resolution: int = 300
    #: pictures on the black plate alone
    grey: bool = False
    #: by ImageMark.file, what is known already; others are read
    pictures: Mapping[str, PictureInfo] = field(default_factory=dict)


class PlacedPicture(NamedTuple):
    """A picture as it was printed, or why its room is empty."""

    mark: ImageMark
    #: page number, from 1
    page: int
    #: None when nothing could be printed
    info: PictureInfo | None
    #: pixels per inch before reduction; 0 when nothing could be printed
    resolution: float
    faults: tuple[PictureFault, ...] = ()


class EmbeddedFace(NamedTuple):
    key: str
    glyphs: int
    #: bytes of the subset font program, uncompressed
    size: int


@dataclass(frozen=True, slots=True)
class PdfReport:
    """What was written."""

    file: Path
    pages: int
    #: bytes
    size: int
    #: which pages stand on each of its sheets
    sheets: tuple[tuple[Page, ...], ...]
    faces: tuple[EmbeddedFace, ...]
    pictures: tuple[PlacedPicture, ...]
    #: pages whose drawn bytes came from the cache
    reused: int
