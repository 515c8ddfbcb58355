"""Pictures as printed -> findings about resolution and damage."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from progprint.diag import Diagnostic, Severity, Source
from progprint.images import PictureFault, PictureInfo, crop_to, resolution, shown_name
from progprint.pages.types import Booklet, ImageMark

#: pixels per inch at the printed size under which a picture looks soft (press: pictures)
SOFT = 225

_NO_CLAIM = "the whole file then claims neither PDF/X-4 nor PDF/A-2b"
_WORDS = {
    "picture-missing": ("there is no picture file", "its room is left empty"),
    "picture-damaged": ("the picture is damaged", "its room is left empty"),
    "picture-refused": ("the picture cannot be used", "its room is left empty"),
    "picture-huge": ("the picture is huge", "it was reduced"),
    "picture-cmyk": ("the picture is in CMYK already", "it was taken as it is, or through its profile"),
    "picture-alpha": ("the picture is transparent in places", "paper shows there"),
    "pdf-encrypted": ("the PDF file is locked", "its room is left empty"),
    "pdf-no-page": ("the PDF file has no such page", "its room is left empty"),
    "pdf-rgb": ("it has RGB colours without a profile", _NO_CLAIM),
    "pdf-font": ("a font is not embedded", _NO_CLAIM),
    "pdf-rgb-profile": ("it has RGB colours", "the press converts them by their profile"),
    "pdf-transparent": ("it is transparent in places", "PDF/X-4 allows it, older workflows do not"),
    "pdf-jpx": ("it has a picture in JPEG 2000", "PDF/X-4 allows it, older workflows do not"),
    "pdf-layers": ("it has layers", "all of them print"),
    "pdf-script": ("it has scripts", "they were left out"),
    "pdf-form": ("it has a form to fill in", "its fields were left out"),
    "picture-profile-odd": ("the picture's colour profile cannot be used", "sRGB was assumed"),
}
#: these leave an empty room: an error in print, a warning on a proof (house: severity)
_EMPTY = frozenset(
    {"picture-missing", "picture-damaged", "picture-refused", "pdf-encrypted", "pdf-no-page"}
)
#: these a press refuses, though a proof can show them
_REFUSED = frozenset({"pdf-rgb", "pdf-font"})
#: names that a note lists
_SHOWN = 5
_NOTED = frozenset({"pdf-transparent", "pdf-jpx", "pdf-script", "pdf-form"})
#: these PDF/X-1a refuses
_UNFLAT = frozenset({"pdf-transparent", "pdf-rgb-profile", "pdf-jpx"})
_HINTS = {
    "pdf-encrypted": "ask for a file without a password",
    "pdf-rgb": "ask for CMYK: PDF/X-1a or PDF/X-4",
    "pdf-rgb-profile": "ask for CMYK where colours must be exact",
    "pdf-font": "ask for a file with all its fonts, such as PDF/X-1a or PDF/X-4",
    "pdf-transparent": "ask for PDF/X-1a where the press asks for it",
    "pdf-jpx": "ask for PDF/X-1a where the press asks for it",
    "pdf-layers": "ask for a file without layers",
}


class Printed(NamedTuple):
    """One picture as it was printed."""

    file: str
    source: Source
    page: int
    #: pixels per inch; 0 when nothing was printed
    resolution: float
    faults: tuple[PictureFault, ...]


def unsound(
    pictures: Mapping[str, PictureInfo | None], faults: Mapping[str, tuple[tuple[PictureFault, ...], Source]]
) -> Iterator[Printed]:
    """Pictures whose headers have faults; those that cannot be used stand on no page."""
    for file, (found, source) in faults.items():
        if found:
            usable = pictures.get(file) is not None
            yield Printed(file, source, 0, float(SOFT) if usable else 0.0, found)


def placed(booklet: Booklet, pictures: Mapping[str, PictureInfo | None]) -> Iterator[Printed]:
    """Pictures as they stand on the pages, before anything is converted."""
    for page in booklet.pages:
        for mark in page.marks:
            if isinstance(mark, ImageMark) and (info := pictures.get(mark.file)) is not None:
                yield Printed(mark.file, mark.source, page.number, _sharpness(info, mark), ())


def _sharpness(info: PictureInfo, mark: ImageMark) -> float:
    """Pixels per inch; boundless where there are no pixels."""
    if info.sheet is not None:
        return math.inf
    crop = crop_to(info, mark.box.width, mark.box.height, mark.focus)
    return resolution(info, crop, mark.box.width)


def check_pictures(
    printed: Iterable[Printed],
    purpose: str,
    standard: str = "",
    logos: frozenset[str] = frozenset(),
) -> Iterator[Diagnostic]:
    """Report each picture's faults once, and each place where it is too coarse.

    `logos`: files in whose place a sponsor's name is printed.
    """
    flat = purpose == "print" and standard == "pdf-x-1a"
    seen: set[tuple[str, str]] = set()
    untagged: dict[str, Source] = {}
    for picture in printed:
        name = shown_name(picture.file)
        for fault in picture.faults:
            if fault.code == "picture-untagged":
                untagged.setdefault(picture.file, picture.source)
                continue
            if (picture.file, fault.code) in seen:
                continue
            seen.add((picture.file, fault.code))
            what, then = _WORDS.get(fault.code, (fault.code, ""))
            if fault.code in _EMPTY and picture.file in logos:
                then = "the sponsor's name is printed in its place"
            severe = fault.code in _EMPTY | _REFUSED or not picture.resolution
            severity = Severity.ERROR if severe and purpose == "print" else Severity.WARNING
            severity = Severity.INFO if fault.code in _NOTED else severity
            if flat and fault.code in _UNFLAT:
                severity, then = Severity.ERROR, "the whole file then does not claim PDF/X-1a"
            detail = f": {fault.detail}" if fault.detail else ""
            message = f"{name}: {what}{detail}; {then}"
            yield Diagnostic(severity, fault.code, message, picture.source, _HINTS.get(fault.code, ""))
        if 0 < picture.resolution < SOFT and (picture.file, "low-resolution") not in seen:
            seen.add((picture.file, "low-resolution"))
            yield Diagnostic(
                Severity.WARNING,
                "low-resolution",
                f"{name} prints at {picture.resolution:.0f} pixels per inch on page {picture.page}; "
                f"{SOFT} is the least that looks sharp",
                picture.source,
            )
    yield from _untagged(untagged)


def _untagged(pictures: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """One note for all of them: most pictures from the web are such, and most of these are sRGB."""
    if not pictures:
        return
    names = [shown_name(file) for file in pictures]
    shown = ", ".join(names[:_SHOWN]) + f" and {len(names) - _SHOWN} more" * (len(names) > _SHOWN)
    does = "pictures do" if len(names) > 1 else "picture does"
    message = f"{len(names)} {does} not say which RGB is meant; sRGB was assumed: {shown}"
    yield Diagnostic(Severity.INFO, "picture-untagged", message, next(iter(pictures.values())))
