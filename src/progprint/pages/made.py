"""Pages of one entry as they are made: what they carry, and what becomes of what found no room."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from progprint.blocks.types import Entry, Fill
from progprint.design.types import Design, Frame, Master, PageSpec, Rung
from progprint.lines.types import Fault
from progprint.pages.frames import Laid, is_elastic, lay_page
from progprint.pages.rows import Galley
from progprint.pages.setting import Setting
from progprint.pages.types import Framed, Mark, Over

#: pages of one entry after which make-up stops: more than any text that is meant to be one entry
MOST_PAGES = 400


#: an entry that leaves as large a share of a page's lines empty is much too short: less is white space
UNDERFILL = 1 / 3

#: binding of sheets that are printed on one side and not bound at all
LOOSE = "loose"


class Made(NamedTuple):
    """One page of an entry, before it knows its folio."""

    side: str
    marks: tuple[Mark, ...]
    faults: tuple[Fault, ...]
    anchors: tuple[str, ...]
    #: master whose running heads it carries; empty: none
    master: str
    #: what had no room in its entry's own pages, on the first page that it runs on to
    over: tuple[Over, ...] = ()
    #: on the first page of a fitted entry, what it was fitted by
    rungs: tuple[Rung, ...] | None = None
    frames: tuple[Framed, ...] = ()


def other(side: str) -> str:
    return "recto" if side == "verso" else "verso"


def page_of(design: Design, entry: Entry) -> PageSpec:
    """The layout's page, turned on its side for an entry that lies so: the binding edge stays where it is."""
    page = design.page
    if not entry.landscape:
        return page
    return page._replace(trim=(page.trim[1], page.trim[0]))


def following(side: str, design: Design) -> str:
    """The side after this one; sheets that are not bound have only one."""
    return side if design.binding == LOOSE else other(side)


def made_of(laid: Laid, side: str, master: str) -> Made:
    return Made(side, laid.marks, laid.faults, laid.anchors, master, frames=laid.frames)


def short_of(laid: Laid, entry: Entry) -> tuple[Fault, ...]:
    """Say that an entry which is to be fitted leaves much of a page empty."""
    empty, lines = laid.empty
    if entry.ladder is None or entry.ladder.display or laid.rest or empty < UNDERFILL * lines:
        return ()
    return (Fault("underfill", f"{empty} of {lines} lines are empty", entry.source),)


def stiff(master: Master, entry: Entry) -> Master:
    """The master for an entry whose pictures do not give way: their frames are as high as they may be."""

    def high(frame: Frame) -> Frame:
        pictures = any(is_elastic(block) for name in frame.blocks for block in entry.part(name))
        return frame._replace(height=(frame.height[1],) * 2) if frame.height and pictures else frame

    verso, recto = (tuple(map(high, frames)) for frames in (master.verso, master.recto))
    return replace(master, verso=verso, recto=recto)


def frames_of(master: Master, side: str) -> tuple[Frame, ...]:
    return master.verso if side == "verso" else master.recto


def way_of_rest(master: Master, side: str) -> str:
    """The direction of the frame that takes what is left over; empty when none does."""
    return next((f.direction for f in frames_of(master, side) if "rest" in f.blocks), "")


def original(galley: Galley) -> int:
    """Rows, of notes too, that are not repeated headings."""
    return sum(not row.repeated for row in galley) + len(noted(galley))


def noted(galley: Galley) -> Galley:
    """The rows of its notes."""
    return tuple(row for each in galley for note in each.notes for row in note.rows)


def only_rest(entry: Entry) -> Entry:
    """The entry without what it has printed already; its colours stand on every page."""
    grounds = tuple(part for part in entry.parts if part[1] and all(isinstance(b, Fill) for b in part[1]))
    return Entry(
        entry.name,
        entry.master,
        grounds,
        fields=entry.fields,
        landscape=entry.landscape,
        has=entry.has,
        source=entry.source,
    )


def again_master(master: Master, rest: list[tuple[str, Galley]], entry: Entry) -> Master:
    """The same master for further pages: its grounds, and the frame that ran over, as high as may be."""
    names = {name for name, _ in rest}
    colours = {name for name, _ in only_rest(entry).parts}

    def again(frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
        full = [
            f._replace(blocks=("rest",), height=f.height if f.direction == "vertical" else None, at="head")
            for f in frames
            if f.name in names
        ]
        grounds = [f for f in frames if f.blocks and colours.issuperset(f.blocks)]
        return (*grounds, *full[:1]) if full else ()

    verso, recto = again(master.verso), again(master.recto)
    return Master(
        f"{master.name}", verso or recto, recto or verso, master.running, master.thumb, master.source
    )


def left_over(entry: Entry, side: str, design: Design, setting: Setting) -> Made:
    """The page of a spread that an entry has nothing for: the layout's `notes` master, or blank."""
    master = design.masters.get("notes")
    if master is None:
        return Made(side, (), (), (), entry.master)
    return made_of(
        lay_page(frames_of(master, side), entry, side, page_of(design, entry), setting), side, master.name
    )


