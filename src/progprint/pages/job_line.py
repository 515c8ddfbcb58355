"""Booklet -> the same pages, each with a line beyond the bleed: its file, page, day and plates."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from progprint.design.types import Design
from progprint.geom import Point, mm
from progprint.glyphs import Faces
from progprint.lines import set_line
from progprint.lines.types import Line
from progprint.pages.types import Booklet, Page, TextMark
from progprint.style import REGISTRATION, Ink, Span, TextStyle
from progprint.words import Words

#: from the bleed to its baseline: beyond the registration marks, which end at 8 mm
DOWN = mm(11)
#: from the trim's left edge, so that no crop mark runs through it
INDENT = mm(4)
#: size of its type, in points
SIZE = 6.0


class JobLine(NamedTuple):
    """What is said beside every page."""

    #: name of the file
    file: str
    #: of the file
    day: str
    #: plates by name, each with the ink that prints on it alone
    plates: tuple[tuple[str, Ink], ...]


def with_job_line(booklet: Booklet, design: Design, faces: Faces, said: JobLine) -> Booklet:
    """Set the job line on every page. What pages are drawn from otherwise, and their keys, stay."""
    count = len(booklet.pages)
    pages = []
    for page in booklet.pages:
        place = f"page {page.number} of {count} · {said.day}"
        mark = _line(page, booklet.bleed, (design, faces), (said, place))
        pages.append(replace(page, furniture=(*page.furniture, mark)))
    return replace(booklet, pages=tuple(pages))


def _line(page: Page, bleed: float, house: tuple[Design, Faces], words: tuple[JobLine, str]) -> TextMark:
    said, place = words
    room = page.size[0] - 2 * INDENT
    name = said.file
    line = _set(name, place, said, house)
    if any(fault.code == "missing-glyph" for fault in line.faults):
        name = name.encode("ascii", "replace").decode()
        line = _set(name, place, said, house)
    while len(name) > 1 and line.width > room:
        name = name[:-2] + "…"
        line = _set(name, place, said, house)
    at = Point(INDENT, page.size[1] + bleed + DOWN)
    return TextMark(at, line.pieces, line.text, line.lang, "job-line")


def _set(name: str, place: str, said: JobLine, house: tuple[Design, Faces]) -> Line:
    design, faces = house
    family = "sans" if "sans" in design.families else next(iter(design.families))
    style = TextStyle("job-line", family, size=SIZE, leading=SIZE, ink=REGISTRATION, refine=False)
    spans = [Span(Words(f"{name} · {place}", "en"), style)]
    for plate, ink in said.plates:
        spans.append(Span(Words(f" · {plate}", "en"), replace(style, ink=ink)))
    return set_line(tuple(spans), style, faces)
