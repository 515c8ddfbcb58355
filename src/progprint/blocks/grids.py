"""What a day to scale shows: its slots, venues and hours."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from progprint.diag import NOWHERE, Source
from progprint.style import Ink, TextStyle

if TYPE_CHECKING:
    from progprint.blocks.types import Para


class Slot(NamedTuple):
    """One box of a day grid."""

    venue: str
    #: minutes after midnight of the festival day; past 24 hours it goes on counting
    start: int
    #: minutes of the film
    length: int
    #: minutes of questions and answers after it
    extra: int
    #: lines of text: style and words
    lines: tuple[Para, ...]
    #: page reference shown after the first line; empty for none
    ref: str = ""
    ref_style: TextStyle | None = None
    #: its ground, and what is drawn beside it
    ink: Ink | None = None
    line: Ink | None = None
    source: Source = NOWHERE
    #: minutes from the end of the public event to the empty room, and of cleaning it after that
    clear: int = 0
    clean: int = 0
    #: its length is not known: drawn without an end
    open: bool = False
    #: what it clashes with, in words, the same for both slots
    clash: tuple[str, ...] = ()
    #: the same lines in smaller styles, for a sheet where one of the larger finds no room
    small: tuple[Para, ...] = ()


class DayGrid(NamedTuple):
    """The slots of a day to one scale: venues across and hours down, or hours across and venues down."""

    #: (key, lines of the label)
    venues: tuple[tuple[str, tuple[Para, ...]], ...]
    slots: tuple[Slot, ...]
    #: first and last hour shown
    hours: tuple[int, int]
    #: style of hour labels
    hour_style: TextStyle
    #: hours run down (True) or across
    down: bool
    ink: Ink
    #: label of an hour: 24 -> "00" or "24"
    late: str = "24"
    #: only black ink: film outlined, extra hatched
    plain: bool = False
    #: room for hour labels (down) or venue labels (across)
    label: float = 22.0
    #: distance of the ticks within an hour, in minutes
    tick: int = 60
    #: what its signs mean: (solid, hatched, dotted or clash, words), printed under it
    legend: tuple[tuple[str, Para], ...] = ()
    #: how high it stands among other blocks (0: as high as its frame), and names others refer to
    height: float = 0.0
    anchors: tuple[str, ...] = ()
