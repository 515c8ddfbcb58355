"""Booklet -> findings about areas that carry more ink than the paper takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from progprint.design.types import Design
from progprint.diag import NOWHERE, Diagnostic, Severity, Source
from progprint.geom import mm
from progprint.images import PictureFault, PictureInfo, shown_name
from progprint.pages.types import Booklet, FillMark
from progprint.style import Ink

#: smaller areas neither stick nor set off (press: total ink), in square points
LEAST_AREA = 15 * mm(1) ** 2
#: whole numbers of percent are written in layouts: half of one is none
NEAR = 0.005


def check_inks(booklet: Booklet, design: Design, limit: float) -> Iterator[Diagnostic]:
    """Report each swatch that fills an area with more than `limit`, a share: 3.0 is 300 %."""
    seen: set[str] = set()
    for page in booklet.pages:
        for mark in page.marks:
            if not isinstance(mark, FillMark) or mark.box.width * mark.box.height < LEAST_AREA:
                continue
            for ink in _inks(mark):
                total = sum(ink[:4])
                if mark.pattern != "solid" or total <= limit + NEAR or ink.name in seen:
                    continue
                seen.add(ink.name)
                place = design.swatch_places.get(ink.name, mark.source)
                yield _dense(ink.name, total, limit, page.folio or str(page.number), place)


def check_sheets(
    pictures: Mapping[str, PictureInfo | None], places: Mapping[str, tuple[tuple[PictureFault, ...], Source]]
) -> Iterator[Diagnostic]:
    """Report pages of PDF files in a book of one ink or two: they keep what they came with."""
    for file, info in pictures.items():
        if info is not None and info.sheet is not None:
            message = f"{shown_name(file)}: a page of a PDF file is printed in the inks that it came with"
            hint = "ask for one in black, or in the book's own inks"
            place = places[file][1] if file in places else NOWHERE
            yield Diagnostic(Severity.WARNING, "pdf-inks", message, place, hint)


def check_coloured(
    pictures: Mapping[str, PictureInfo | None],
    places: Mapping[str, tuple[tuple[PictureFault, ...], Source]],
    is_coloured: Callable[[str], bool],
) -> Iterator[Diagnostic]:
    """Report pages of PDF files that show colours among pictures that the layout prints grey."""
    for file, info in pictures.items():
        if info is not None and info.sheet is not None and is_coloured(file):
            message = f"{shown_name(file)}: a page of a PDF file keeps its colours among grey pictures"
            hint = "ask for one in black"
            place = places[file][1] if file in places else NOWHERE
            yield Diagnostic(Severity.WARNING, "pdf-colour", message, place, hint)


def _inks(mark: FillMark) -> Iterator[Ink]:
    yield mark.ink
    if mark.ink.blend is not None:
        yield mark.ink.blend.to


def _dense(name: str, total: float, limit: float, folio: str, place: Source) -> Diagnostic:
    message = (
        f"the swatch `{name}` lays {total * 100:.0f} % of ink in an area of page {folio}; "
        f"the press takes {limit * 100:.0f} %"
    )
    hint = "the sheets stick and set off; take from cyan, magenta and yellow"
    return Diagnostic(Severity.WARNING, "total-ink", message, place, hint)
