"""Booklet -> lines of text: what stands where, to be read in a diff."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.geom import Rect
from progprint.images import sheet_of
from progprint.pages.types import (
    Booklet,
    CodeMark,
    FillMark,
    ImageMark,
    LinkMark,
    Mark,
    Page,
    RefMark,
    RuleMark,
    TextMark,
)


def dump(booklet: Booklet) -> Iterator[str]:
    """Print a booklet as text. Places in points from the trim's top left, to a tenth."""
    yield f"booklet {booklet.title} [{booklet.lang}] {len(booklet.pages)} pages, {booklet.binding}"
    for page in booklet.pages:
        yield from dump_page(page)
    for item in booklet.outline:
        yield f"outline {'  ' * item.level}{item.title} .. {item.page}"
    for key, number in sorted(booklet.refs.items()):
        yield f"ref {key} {number}"


def dump_page(page: Page) -> Iterator[str]:
    """Print one page."""
    folio = f" folio {page.folio}" if page.folio else ""
    yield f"page {page.number} {page.side}{folio} {page.name}"
    for mark in page.marks:
        yield f"  {dump_mark(mark)}"
    for fault in page.faults:
        yield f"  fault {fault.code}: {fault.detail} ({fault.source})"


def dump_mark(mark: Mark) -> str:
    """Print one mark on one line."""
    match mark:
        case TextMark(at=at):
            set_with = {p.face.split(":")[0]: None for p in mark.pieces}
            size = max((p.size for p in mark.pieces), default=0.0)
            ratio = f" r{mark.ratio:+.2f}" if abs(mark.ratio) >= 0.005 else ""
            turn = f" turned {mark.turn:g}" if mark.turn else ""
            x = at.x + (mark.pieces[0].x if mark.pieces else 0.0)
            place = f"{x:.1f},{at.y:.1f}"
            return f"text {place} {mark.style} {size:g} {'+'.join(set_with)}{ratio}{turn} | {mark.text}"
        case ImageMark(box=box) if sheet := sheet_of(mark.file):
            return f"ad {_box(box)} {sheet[0].rsplit('/', 1)[-1]} page {sheet[1]}"
        case ImageMark(box=box):
            return f"image {_box(box)} {mark.file.rsplit('/', 1)[-1]}"
        case FillMark(box=box):
            return f"fill {_box(box)} {mark.ink.name or 'ink'} {mark.pattern}"
        case RuleMark(start=start, end=end):
            return f"rule {start.x:.1f},{start.y:.1f} {end.x:.1f},{end.y:.1f} {mark.width:g}"
        case CodeMark(box=box):
            return f"code {_box(box)} {mark.side} modules | {mark.payload}"
        case LinkMark(box=box):
            return f"link {_box(box)} {mark.target}"
        case RefMark(at=at):
            return f"reference {at.x:.1f},{at.y:.1f} {mark.key}"


def _box(box: Rect) -> str:
    return f"{box.x:.1f},{box.y:.1f} {box.width:.1f}x{box.height:.1f}"
