"""What a rule may look at: the file as a whole, or one page of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from progprint.geom import Rect, mm
from progprint.press.preflight.deeds import Deeds
from progprint.press.preflight.drawn import Area, Drawn, Line, Note, Picture, Shade, Text
from progprint.press.preflight.fonts import Font
from progprint.press.preflight.plates.separating import Separating
from progprint.press.preflight.sheet import Sheet
from progprint.press.preflight.symbols import Symbols
from progprint.press.preflight.types import Finding
from progprint.press.preflight.xmp import Xmp
from progprint.press.profile import Profile

#: two boxes closer than this are one (ISO 15930 leaves it open; shops' programs take 0.01 mm)
SAME = mm(0.01)

Kind = TypeVar("Kind", Text, Area, Line, Picture, Shade)


class FileView(NamedTuple):
    """A whole file, after its pages were looked at."""

    profile: Profile
    root: Any
    info: Any
    trailer: Any
    #: 1.6, the later of header and catalog
    version: str
    encrypted: bool
    #: what the reader had to mend
    mended: tuple[str, ...]
    #: of the XMP packet; empty without one
    xmp: Xmp
    #: what acts in the file, and what is attached
    deeds: Deeds
    sheets: tuple[Sheet, ...]
    #: every font that was used, with the first page of it
    fonts: tuple[tuple[Font, int], ...]
    #: every plate that is no process ink, with the first page of it
    spots: tuple[tuple[str, int], ...]
    #: all pages of the work are in it, so their number can be judged
    whole: bool


@dataclass(frozen=True)
class PageView:
    """One page with what it paints. What several rules ask for is found once."""

    profile: Profile
    sheet: Sheet
    marks: tuple[Drawn, ...]
    notes: tuple[Note, ...]
    #: the fold is on the left; None on a page that is not bound
    fold_left: bool | None
    #: how the file's colours become inks
    separating: Separating
    symbols: Symbols = Symbols()

    @property
    def number(self) -> int:
        return self.sheet.number

    @cached_property
    def seen(self) -> tuple[Drawn, ...]:
        """The marks that reach the page or its bleed: what stands in the slug is cut away."""
        printed = self.sheet.printed
        return tuple([mark for mark in self.marks if meets(mark.box, printed)])

    def printed(self, kind: type[Kind]) -> Iterator[Kind]:
        """The marks of a kind that reach the page or its bleed."""
        return iter(self._by_kind.get(kind, ()))

    @cached_property
    def _by_kind(self) -> dict[type[Any], list[Any]]:
        found: dict[type[Any], list[Any]] = {}
        for mark in self.seen:
            found.setdefault(type(mark), []).append(mark)
        return found

    def noted(self, kind: str) -> tuple[str, ...]:
        return tuple(note.detail for note in self.notes if note.kind == kind)


class FileRule(NamedTuple):
    codes: tuple[str, ...]
    find: Callable[[FileView], Iterator[Finding]]


class PageRule(NamedTuple):
    codes: tuple[str, ...]
    find: Callable[[PageView], Iterator[Finding]]


def meets(one: Rect, other: Rect) -> bool:
    """Whether two boxes have more than an edge in common; a line's box may have no width."""
    x, y, width, height = one
    left, top, wide, high = other
    return (
        x + width > left + SAME
        and x < left + wide - SAME
        and y + height > top + SAME
        and y < top + high - SAME
    )


def holds(outer: Rect, inner: Rect) -> bool:
    return (
        inner.x >= outer.x - SAME
        and inner.y >= outer.y - SAME
        and inner.right <= outer.right + SAME
        and inner.bottom <= outer.bottom + SAME
    )


def in_mm(points: float) -> str:
    return f"{points / mm(1):.3g} mm"
