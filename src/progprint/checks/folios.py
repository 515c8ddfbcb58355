"""Booklet -> findings about folios too near to the trim, where a cut that wanders is seen first."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.design.types import Design
from progprint.diag import Diagnostic, Severity, Source
from progprint.geom import fits, mm
from progprint.pages.made import LOOSE
from progprint.pages.types import Booklet, Page, TextMark

#: figures are as high as capitals: share of their size above the baseline
HEIGHT = 0.7


def check_folios(booklet: Booklet, design: Design, least: float) -> Iterator[Diagnostic]:
    """Report, for each style of folios, where they stand nearer to the trim than `least` points."""
    found: dict[str, list[tuple[float, str]]] = {}
    styles = _styles(design)
    for page in booklet.pages:
        for mark in page.furniture:
            if isinstance(mark, TextMark) and mark.style in styles and mark.pieces:
                distance = _distance(mark, page, loose=booklet.binding == LOOSE)
                if not fits(least, distance):
                    found.setdefault(mark.style, []).append((distance, page.folio or str(page.number)))
    for style, near in found.items():
        distance, folio = min(near)
        pages = f"page {folio}" + (f" and {len(near) - 1} more" if len(near) > 1 else "")
        message = (
            f"folios in style `{style}` stand {distance / mm(1):.3g} mm from the trim on {pages}; "
            f"the press asks for {least / mm(1):.3g} mm"
        )
        hint = "give them a larger `offset`, or the page a wider outer margin"
        yield Diagnostic(Severity.WARNING, "folio-near-trim", message, Source(design.source.file), hint)


def _styles(design: Design) -> frozenset[str]:
    """The styles of furniture that says on which page it stands."""
    return frozenset(
        running.style
        for master in design.masters.values()
        for running in master.running
        if any(field in ("folio", "page") for _, field in running.text.parts)
    )


def _distance(mark: TextMark, page: Page, *, loose: bool) -> float:
    """From the figures to the nearest edge that is cut: of a bound page all but the fold."""
    width, height = page.size
    size = max(piece.size for piece in mark.pieces)
    left = mark.at.x + mark.pieces[0].x
    right = width - mark.at.x - mark.pieces[-1].x - mark.pieces[-1].width
    sides = (left, right) if loose else (left,) if page.side == "verso" else (right,)
    return min(mark.at.y - HEIGHT * size, height - mark.at.y, *sides)
