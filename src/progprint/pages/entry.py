"""Entry -> made-up pages: its master's frames filled, then run on until nothing is left."""

from __future__ import annotations

from progprint.blocks.types import Entry, Facing
from progprint.design.types import Design, Master, PageSpec
from progprint.lines.types import Fault
from progprint.pages.abreast import abreast, in_columns, narrow_part
from progprint.pages.facing import make_up_facing
from progprint.pages.frames import Carried, lay_page
from progprint.pages.made import (
    MOST_PAGES,
    Made,
    again_master,
    following,
    frames_of,
    left_over,
    made_of,
    only_rest,
    original,
    other,
    page_of,
    short_of,
    stiff,
    way_of_rest,
)
from progprint.pages.overset import overset, told
from progprint.pages.room import Room
from progprint.pages.rows import Galley, Row
from progprint.pages.setting import Setting


def make_up(entry: Entry, side: str, design: Design, setting: Setting) -> tuple[Made, ...]:
    """Make up an entry whose first page falls on `side`."""
    if any(isinstance(block, Facing) for _, blocks in entry.parts for block in blocks):
        return make_up_facing(entry, design, setting)
    master = design.masters[entry.master]
    if not entry.flexible:
        master = stiff(master, entry)
    pages: list[Made] = []
    rest: Left = []
    # the same frames on both sides are one page's, not a spread's: nothing is printed twice
    planned = 2 if entry.room == "spread" and master.verso != master.recto else 1
    for _ in range(planned):
        here, rest = _sorted_out(rest, master, way_of_rest(master, side))
        rows, waiting = _carried(here, master, (side, page_of(design, entry)), setting)
        rest, carried = [*waiting, *rest], Carried(rows)
        laid = lay_page(frames_of(master, side), entry, side, page_of(design, entry), setting, carried)
        rest = [*rest, *laid.rest]
        if pages and not laid.marks and not rest:
            pages.append(left_over(entry, side, design, setting))
        else:
            page = made_of(laid, side, master.name)
            pages.append(page._replace(faults=page.faults + short_of(laid, entry)))
        side = following(side, design)
    # lines that stand do not go on among lines that lie
    for left in _sorted_out(rest, master, "horizontal"):
        if left:
            pages += _run_on(left, entry, side, design, setting)
            side = following(pages[-1].side, design)
    if entry.room == "spread" and len(pages) % 2:
        pages.append(left_over(entry, other(pages[-1].side), design, setting))
    return tuple(pages)


Left = list[tuple[str, Galley]]


def _carried(
    here: Left, master: Master, place: tuple[str, PageSpec], setting: Setting
) -> tuple[Galley, Left]:
    """What goes on on an entry's own next page; thin columns that this page would not hold wait."""
    side, page = place
    room = Room(page, side)
    taking = next((f for f in frames_of(master, side) if "rest" in f.blocks), None)
    if taking is not None and taking.direction == "vertical":
        taking = None
    narrow, rows = narrow_part(here, master, taking, room)
    if narrow is None:
        return rows, []
    level = abreast(narrow, room, setting)
    if level is None:
        return rows, here[: narrow.parts]
    return (*level, *rows), []


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
    if more is None or {way_of_rest(more, "verso"), way_of_rest(more, "recto")} != {way}:
        more = again_master(master, rest, entry)
    page = page_of(design, entry)
    taking = next((f for f in frames_of(more, side) if "rest" in f.blocks), None)
    narrow, galley = narrow_part(rest, master, taking if way == "horizontal" else None, Room(page, side))
    if narrow and (level := abreast(narrow, Room(page, side), setting)):
        narrow, galley = None, (*level, *((Row(setting.grid, gap=True),) if galley else ()), *galley)
    over = overset(rest, entry) if entry.room != "any" else ()
    while (galley or narrow) and len(pages) < MOST_PAGES:
        frames = frames_of(more, side)
        if narrow and not galley:
            # what was begun goes on before long columns of names
            galley = abreast(narrow, Room(page, side), setting) or ()
            narrow = None if galley else narrow
        here = galley or (narrow.rows if narrow else ())
        left = original(here)
        frames = in_columns(frames, narrow.number) if narrow and not galley else frames
        laid = lay_page(frames, only_rest(entry), side, page, setting, Carried(here))
        here = tuple(row for _, rows in laid.rest for row in rows)
        if narrow and not galley:
            narrow = narrow._replace(rows=here) if here else None
        else:
            galley = here
        pages.append(made_of(laid, side, more.name))
        side = following(side, design)
        if original(here) == left:
            break
    pages = told(pages, over, entry)
    lost = len(galley) + (len(narrow.rows) if narrow else 0)
    if lost:
        stuck = Fault("make-up-stuck", f"{lost} lines of {entry.name}", entry.source)
        pages[-1] = pages[-1]._replace(faults=(*pages[-1].faults, stuck))
    return pages


