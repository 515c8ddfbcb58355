"""Entry -> made-up pages: its master's frames filled, then run on until nothing is left."""

from __future__ import annotations

from typing import NamedTuple

from progprint.blocks.types import Entry
from progprint.design.types import Design, Frame, Master, PageSpec
from progprint.lines.types import Fault
from progprint.pages.frames import Laid, lay_page
from progprint.pages.rows import Galley
from progprint.pages.setting import Setting
from progprint.pages.types import Mark, TextMark

#: pages of one entry after which make-up stops: more than any text that is meant to be one entry
MOST_PAGES = 400


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


def make_up(entry: Entry, side: str, design: Design, setting: Setting) -> tuple[Made, ...]:
    """Make up an entry whose first page falls on `side`."""
    master = design.masters[entry.master]
    pages: list[Made] = []
    rest: Left = []
    # the same frames on both sides are one page's, not a spread's: nothing is printed twice
    planned = 2 if entry.room == "spread" and master.verso != master.recto else 1
    for _ in range(planned):
        here, rest = _sorted_out(rest, master, _way_of_rest(master, side))
        carried = tuple(row for _, rows in here for row in rows)
        laid = lay_page(_frames(master, side), entry, side, page_of(design, entry), setting, carried)
        rest = [*rest, *laid.rest]
        if pages and not laid.marks and not rest:
            pages.append(_left_over(entry, side, design, setting))
        else:
            pages.append(_made(laid, side, master.name))
        side = following(side, design)
    # lines that stand do not go on among lines that lie
    for left in _sorted_out(rest, master, "horizontal"):
        if left:
            pages += _run_on(left, entry, side, design, setting)
            side = following(pages[-1].side, design)
    if entry.room == "spread" and len(pages) % 2:
        pages.append(_left_over(entry, other(pages[-1].side), design, setting))
    return tuple(pages)


def _made(laid: Laid, side: str, master: str) -> Made:
    return Made(side, laid.marks, laid.faults, laid.anchors, master)


def _frames(master: Master, side: str) -> tuple[Frame, ...]:
    return master.verso if side == "verso" else master.recto


def _way_of_rest(master: Master, side: str) -> str:
    """The direction of the frame that takes what is left over; empty when none does."""
    return next((f.direction for f in _frames(master, side) if "rest" in f.blocks), "")


Left = list[tuple[str, Galley]]


def _sorted_out(rest: Left, master: Master, way: str) -> tuple[Left, Left]:
    """What is left over from frames of one direction, and from the others."""
    names = {f.name for f in (*master.verso, *master.recto) if f.direction == way}
    return [each for each in rest if each[0] in names], [each for each in rest if each[0] not in names]


def _run_on(
    rest: list[tuple[str, Galley]], entry: Entry, side: str, design: Design, setting: Setting
) -> list[Made]:
    """Lay what is left on further pages, until nothing is."""
    pages: list[Made] = []
    more = design.masters.get(f"{entry.master}-more")
    master = design.masters[entry.master]
    way = "horizontal" if _sorted_out(rest, master, "horizontal")[0] else "vertical"
    if more is None or {_way_of_rest(more, "verso"), _way_of_rest(more, "recto")} != {way}:
        more = _again(master, rest)
    galley = tuple(row for _, rows in rest for row in rows)
    faults: tuple[Fault, ...] = (ran_on(galley, entry),) if entry.room != "any" else ()
    while galley and len(pages) < MOST_PAGES:
        left = _original(galley)
        laid = lay_page(_frames(more, side), _only_rest(entry), side, page_of(design, entry), setting, galley)
        galley = tuple(row for _, rows in laid.rest for row in rows)
        pages.append(Made(side, laid.marks, laid.faults + faults, laid.anchors, more.name))
        faults = ()
        side = following(side, design)
        if _original(galley) == left:
            break
    if galley:
        stuck = Fault("make-up-stuck", f"{len(galley)} lines of {entry.name}", entry.source)
        pages[-1] = pages[-1]._replace(faults=(*pages[-1].faults, stuck))
    return pages


def _original(galley: Galley) -> int:
    """Rows, of notes too, that are not repeated headings."""
    return sum(not row.repeated for row in galley) + len(_noted(galley))


def _noted(galley: Galley) -> Galley:
    return tuple(row for each in galley for note in each.notes for row in note.rows)


def _only_rest(entry: Entry) -> Entry:
    """The entry without what it has printed already."""
    return Entry(
        entry.name, entry.master, (), fields=entry.fields, landscape=entry.landscape, source=entry.source
    )


def _again(master: Master, rest: list[tuple[str, Galley]]) -> Master:
    """The same master for further pages: only the frame that ran over, as high as the page lets it be."""
    names = {name for name, _ in rest}

    def again(frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
        full = [
            f._replace(blocks=("rest",), height=f.height if f.direction == "vertical" else None, at="head")
            for f in frames
            if f.name in names
        ]
        return tuple(full[:1])

    verso, recto = again(master.verso), again(master.recto)
    return Master(
        f"{master.name}", verso or recto, recto or verso, master.running, master.thumb, master.source
    )


def _left_over(entry: Entry, side: str, design: Design, setting: Setting) -> Made:
    """The page of a spread that an entry has nothing for: the layout's `notes` master, or blank."""
    master = design.masters.get("notes")
    if master is None:
        return Made(side, (), (), (), entry.master)
    return _made(
        lay_page(_frames(master, side), entry, side, page_of(design, entry), setting), side, master.name
    )


def ran_on(galley: Galley, entry: Entry) -> Fault:
    """Say how much did not fit: lines and characters, and where the first of it is written."""
    galley = (*galley, *_noted(galley))
    text = [m for row in galley for _, m in row.marks if isinstance(m, TextMark)]
    lines = sum(1 for row in galley if row.marks)
    characters = sum(len(m.text) for m in text)
    source = next((m.source for m in text if m.source.line), entry.source)
    return Fault("ran-on", f"{lines} lines, about {characters} characters", source)
