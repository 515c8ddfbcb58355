"""Pages that know their folio -> running heads, folios, thumb index and page references laid on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from progprint.blocks.pattern import fill_pattern
from progprint.blocks.types import Entry
from progprint.design import resolve_style
from progprint.design.types import Design, Master, Running
from progprint.geom import Point, Rect, fits
from progprint.glyphs import Faces
from progprint.lines import natural_width, set_line
from progprint.pages.made import page_of
from progprint.pages.types import FillMark, Mark, RefMark, TextMark
from progprint.pages.vertical import spans_upright, upright
from progprint.style import Span, TextStyle
from progprint.words import Words

#: what stands between two forms is left out with the second
_BETWEEN = " \u00a0\u3000–—-·,/|"


class Place(NamedTuple):
    """Where a page stands in the book."""

    side: str
    folio: str
    #: number of pages of the book
    pages: str


#: what running heads may say
Fields = tuple[tuple[str, tuple[Words, ...]], ...]


def heads_of(entry: Entry, anchors: Sequence[str], before: Fields) -> tuple[Fields, Fields]:
    """What a page's running heads may say, and what the next one's may if nothing begins there."""
    if not entry.heads:
        return entry.fields, ()
    known = dict(entry.heads)
    here = [known[anchor] for anchor in anchors if anchor in known]
    if not here:
        return (*entry.fields, *before), before
    first, last = dict(here[0]), dict(here[-1])
    ends = (("last", last["first"]),) if last["first"] != first["first"] else ()
    return (*entry.fields, *first.items(), *ends), tuple(last.items())


def furnish(entry: Entry, master: Master, place: Place, design: Design, faces: Faces) -> tuple[Mark, ...]:
    """Running heads, folio and thumb of one page."""
    if not entry.furnished:
        return ()
    marks: list[Mark] = []
    for running in master.running:
        if running.pages in ("both", place.side):
            marks += _running(running, entry, place, (design, faces))
    if master.thumb is not None and entry.thumb is not None:
        marks += _thumb(entry, master, place, (design, faces))
    return tuple(marks)


def _running(running: Running, entry: Entry, place: Place, house: tuple[Design, Faces]) -> list[Mark]:
    design, faces = house
    page = page_of(design, entry)
    numbers = {"folio": place.folio, "page": place.folio, "pages": place.pages}
    counted = {key: (Words(text, "en"),) for key, text in numbers.items()}
    spans = fill_pattern(running.text, {**dict(entry.fields), **counted}, design, running.style)
    if not spans:
        return []
    width = page.trim[0] - page.margins.inside - page.margins.outside
    spans = _shortened(spans, width - running.leaves, faces)
    side = _hand(running.side, place.side)
    style = _aligned(resolve_style(design, running.style, spans[0].words.lang), side)
    line = set_line(spans, style, faces, width)
    x = page.margins.outside if place.side == "verso" else page.margins.inside
    y = running.offset if running.edge == "head" else page.trim[1] - running.offset
    return [TextMark(Point(x, y), line.pieces, line.text, line.lang, style.name, line.source)]


def _shortened(spans: tuple[Span, ...], room: float, faces: Faces) -> tuple[Span, ...]:
    """As many of a running head's forms as leave the folio its room; of the first, as many words as fit.

    The whole title stands on its own page: a running head only says where one is.
    """
    # what is marked in a form makes several spans of it
    forms = [tuple(form) for _, form in groupby(spans, lambda span: (span.words.lang, span.words.source))]
    while len(forms) > 1 and not fits(natural_width(spans, faces), room):
        forms.pop()
        while len(forms) > 1 and not "".join(span.words.text for span in forms[-1]).strip(_BETWEEN):
            forms.pop()
        spans = tuple(span for form in forms for span in form)
    kept = spans
    while sum(len(span.words.text) for span in kept) > 1 and not fits(natural_width(spans, faces), room):
        kept = _less(kept)
        spans = (*kept[:-1], _with_text(kept[-1], f"{kept[-1].words.text.rstrip()} …"))
    return spans


def _less(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out the last word; where there is no space, in Han, Thai and the like, the last character."""
    *before, last = spans
    words = last.words.text
    if " " in words:
        words = words.rsplit(" ", 1)[0]
    else:
        words = "" if before and before[-1].words.text.endswith(" ") else words[:-1]
    return (*before, _with_text(last, words)) if words or not before else tuple(before)


def _with_text(span: Span, text: str) -> Span:
    return span._replace(words=span.words._replace(text=text))


def _aligned(style: TextStyle, align: str) -> TextStyle:
    return style if style.align == align else replace(style, align=align)


def _hand(side: str, page: str) -> str:
    """outside and inside as left or right of this page."""
    if side in ("left", "right", "center"):
        return side
    return "left" if (side == "outside") == (page == "verso") else "right"


def _thumb(entry: Entry, master: Master, place: Place, house: tuple[Design, Faces]) -> list[Mark]:
    """A tab that bleeds off the outer edge, a step lower for each section, with its name turned upright."""
    design, faces = house
    thumb, page = master.thumb, page_of(design, entry)
    if thumb is None or entry.thumb is None:
        return []
    ink, number, name = entry.thumb
    # more tabs than the edge has room for begin again at the top
    steps = max(int((page.trim[1] - thumb.top) / thumb.height), 1)
    y = thumb.top + number % steps * thumb.height
    verso = place.side == "verso"
    x = -page.bleed if verso else page.trim[0] - thumb.width
    marks: list[Mark] = [FillMark(Rect(x, y, thumb.width + page.bleed, thumb.height), ink)]
    if name and thumb.direction == "vertical":
        name = _shortened(spans_upright(name), thumb.height - 2 * thumb.inset, faces)
        style = _aligned(upright(resolve_style(design, thumb.style, name[0].words.lang)), "center")
        line = set_line(name, style, faces, thumb.height)
        at = Point(thumb.width / 2 if verso else x + thumb.width / 2, y)
        marks.append(TextMark(at, line.pieces, line.text, line.lang, style.name, line.source, turn=90.0))
    elif name:
        name = _shortened(name, thumb.height - 2 * thumb.inset, faces)
        style = _aligned(resolve_style(design, thumb.style, name[0].words.lang), "left")
        line = set_line(name, style, faces)
        # the name reads from the foot upwards on versos, downwards on rectos, and stands in the tab's middle
        middle = (thumb.width - style.size * 0.7) / 2
        at = (
            Point(thumb.width - middle, y + thumb.height - thumb.inset)
            if verso
            else Point(x + middle, y + thumb.inset)
        )
        turn = -90.0 if verso else 90.0
        marks.append(TextMark(at, line.pieces, line.text, line.lang, style.name, line.source, turn=turn))
    return marks


def resolve_refs(
    marks: tuple[Mark, ...], refs: Mapping[str, int], numbers: Mapping[int, str], faces: Faces
) -> tuple[tuple[Mark, ...], tuple[str, ...]]:
    """Set page references as pages are counted; and the keys that stand nowhere."""
    done: list[Mark] = []
    lost: list[str] = []
    for mark in marks:
        if not isinstance(mark, RefMark):
            continue
        keys = (mark.key, *mark.more)
        found = sorted({refs[k] for k in keys if k in refs})
        lost += [k for k in keys if k not in refs]
        text = ", ".join(number for n in found if (number := numbers[n]))
        if not text:
            continue
        spans = (Span(Words(text, "en", mark.source), mark.style, f"ref:{mark.key}"),)
        line = set_line(spans, _aligned(mark.style, "right"), faces, mark.width)
        turn = 90.0 if mark.style.vertical else 0.0
        done.append(
            TextMark(mark.at, line.pieces, line.text, line.lang, mark.style.name, mark.source, turn=turn)
        )
    return tuple(done), tuple(lost)
