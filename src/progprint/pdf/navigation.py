"""Outline, folios and links -> bookmarks, page labels and link annotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import cos, radians, sin
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from progprint.geom import Rect
from progprint.pages.types import LinkMark, Mark, OutlineItem, Page, TextMark
from progprint.pdf.drawing import Frame
from progprint.pdf.numbers import decimal, number
from progprint.pdf.output import Output, Raw, dictionary, text_string

#: addresses a reader may be sent to; anything else (`javascript:`, `file:`) is no link
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
#: how far a linked piece of text reaches above and below its baseline, in em
ABOVE, BELOW = 0.85, 0.25
#: distance of two pieces of one line that still are one link, in em
GAP = 0.5


class Targets(NamedTuple):
    """Where links inside the booklet lead."""

    #: reference -> page number
    refs: Mapping[str, int]
    #: page number -> its object
    pages: Mapping[int, Raw]


def link_boxes(marks: Sequence[Mark]) -> Iterator[tuple[Rect, str]]:
    """Where the links of a page are, and their targets."""
    for mark in marks:
        if isinstance(mark, LinkMark):
            yield mark.box, mark.target
        elif isinstance(mark, TextMark):
            yield from _text_links(mark)


def _text_links(mark: TextMark) -> Iterator[tuple[Rect, str]]:
    for target, group in groupby(mark.pieces, lambda piece: piece.link):
        if not target:
            continue
        pieces = list(group)
        left, right = pieces[0].x, max(p.x + p.width for p in pieces)
        above = max(p.rise + ABOVE * p.size for p in pieces)
        below = max(BELOW * p.size - p.rise for p in pieces)
        yield _turned(mark, Rect(left, -above, right - left, above + below)), target


def _turned(mark: TextMark, box: Rect) -> Rect:
    """The smallest upright box round a box that is turned with its line."""
    c, s = cos(radians(mark.turn)), sin(radians(mark.turn))
    corners = [(x * c - y * s, x * s + y * c) for x in (box.x, box.right) for y in (box.y, box.bottom)]
    left, top = (min(corner[i] for corner in corners) for i in (0, 1))
    right, bottom = (max(corner[i] for corner in corners) for i in (0, 1))
    return Rect(left, top, right - left, bottom - top).moved(mark.at.x, mark.at.y)


def write_links(output: Output, marks: Sequence[Mark], frame: Frame, targets: Targets) -> bytes:
    """Write a page's link annotations; give them as an array, or nothing."""
    written = [output.write(b"<</Type/Annot/Subtype/Link/Rect[%b]/Border[0 0 0]/F 4%b>>" % (
        _rectangle(box, frame), action)) for box, target in link_boxes(marks)
        if (action := _action(output, target, targets))]
    return b"[%b]" % b" ".join(written) if written else b""


def _rectangle(box: Rect, frame: Frame) -> bytes:
    x, foot, width, height = frame.place(box)
    return " ".join(decimal(round(v * 100)) for v in (x, foot, x + width, foot + height)).encode()


def _action(output: Output, target: str, targets: Targets) -> bytes:
    if target.startswith(("ref:", "note:")):
        # a note's own name is its anchor
        page = targets.pages.get(targets.refs.get(target.removeprefix("ref:"), 0))
        return b"/Dest[%b/Fit]" % output.reference(page) if page is not None else b""
    address = ascii_address(target)
    return b"/A<</S/URI/URI%b>>" % text_string(address) if address else b""


def ascii_address(target: str) -> str:
    """An address as PDF wants it, in ASCII (ISO 32000-1, 12.6.4.7); empty when it is none to be followed."""
    try:
        parts = urlsplit(target.strip())
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    except ValueError:
        return ""
    if parts.scheme.lower() not in SCHEMES:
        return ""
    return quote(parts._replace(netloc=host).geturl(), safe="!#$%&'()*+,/:;=?@[]~")


def page_labels(pages: Sequence[Page]) -> bytes:
    """The number tree of folios, starting a row wherever they do not count on.

    A page that prints no folio is counted with the next one that does.
    """
    rows = []
    expected: tuple[str, int] | None = None
    for index, (prefix, value) in enumerate(_labels(pages)):
        if expected != (prefix, value):
            style = b"/S/D/St %d" % value if value else b"/P%b" % text_string(prefix)
            rows.append(b"%d<<%b>>" % (index, style))
        expected = (prefix, value + 1) if value else (prefix, 0)
    return b"<</Nums[%b]>>" % b" ".join(rows)


def _labels(pages: Sequence[Page]) -> list[tuple[str, int]]:
    """For each page either a text and 0, or no text and its number."""
    labels: list[tuple[str, int]] = []
    shift = next((int(p.folio) - p.number for p in reversed(pages) if p.folio.isdecimal()), 0)
    for page in reversed(pages):
        if page.folio.isdecimal():
            shift = int(page.folio) - page.number
        counted = page.number + shift
        spelt = (page.folio and not page.folio.isdecimal()) or counted < 1
        labels.append((page.folio, 0) if spelt else ("", counted))
    return labels[::-1]


def write_outline(output: Output, items: Sequence[OutlineItem], pages: Mapping[int, Raw]) -> bytes:
    """Write the bookmarks; give the reference of their root, or nothing."""
    kept = [item for item in items if item.page in pages]
    if not kept:
        return b""
    root, promised = output.promise(), [output.promise() for _ in kept]
    parents = _parents(kept)
    below: dict[int, list[int]] = {}
    for index, parent in enumerate(parents):
        below.setdefault(parent, []).append(index)
    def reference(index: int) -> bytes:
        return output.reference(promised[index] if index >= 0 else root)
    for index, item in enumerate(kept):
        row = below[parents[index]]
        place, children = row.index(index), below.get(index, [])
        output.write(dictionary(
            Title=text_string(" ".join(item.title.split()) or number(item.page)),
            Parent=reference(parents[index]),
            Dest=b"[%b/Fit]" % output.reference(pages[item.page]),
            Prev=reference(row[place - 1]) if place else None,
            Next=reference(row[place + 1]) if place + 1 < len(row) else None,
            First=reference(children[0]) if children else None,
            Last=reference(children[-1]) if children else None,
            # negative: closed
            Count=-len(children) if children else None), promised[index])
    top = below[-1]
    return output.write(dictionary(
        Type="/Outlines", First=reference(top[0]), Last=reference(top[-1]), Count=len(top)), root)


def _parents(items: Sequence[OutlineItem]) -> list[int]:
    """Index of each item's parent, the last one before it of a lower level; -1 is the root."""
    parents: list[int] = []
    path: list[int] = []
    for index, item in enumerate(items):
        while path and items[path[-1]].level >= item.level:
            path.pop()
        parents.append(path[-1] if path else -1)
        path.append(index)
    return parents
