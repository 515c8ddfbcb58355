"""Booklet -> findings about areas that carry more ink than the paper takes."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.design.types import Design
from progprint.diag import Diagnostic, Severity, Source
from progprint.geom import mm
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
