"""Entry in two languages on facing pages -> spreads: each language keeps its side, both go equally far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from progprint.blocks.types import Block, Entry, Facing, Opposite, Para
from progprint.design.types import Design, Frame, Master
from progprint.lines.types import Fault
from progprint.pages.frames import Carried, Laid, lay_page
from progprint.pages.made import (
    MOST_PAGES,
    Made,
    again_master,
    frames_of,
    left_over,
    made_of,
    only_rest,
    original,
    page_of,
    short_of,
    stiff,
    way_of_rest,
)
from progprint.pages.overset import overset, told
from progprint.pages.room import Room, measure_of
from progprint.pages.rows import Galley
from progprint.pages.setting import Setting

SIDES = ("verso", "recto")
#: level rows of one part are counted from a number of their own: more than any part has
PART = 100_000

#: what is left over on each side
Rests = Mapping[str, Galley]


class _Spread(NamedTuple):
    """What both pages are made up with."""

    master: Master
    #: the entry as each side prints it
    entries: Mapping[str, Entry]
    design: Design
    setting: Setting


def make_up_facing(entry: Entry, design: Design, setting: Setting) -> tuple[Made, ...]:
    """Make up an entry that begins on a verso, spread after spread until nothing is left on either side."""
    master = design.masters[entry.master]
    if not entry.flexible:
        master = stiff(master, entry)
    entries = {side: _entry_of(entry, master, side, design) for side in SIDES}
    pages, rests, names = _lay_spread(_Spread(master, entries, design, setting), {}, entry)
    over = overset(names, entry) if entry.room != "any" else ()
    more = design.masters.get(f"{entry.master}-more")
    if more is None or {way_of_rest(more, side) for side in SIDES} != {"horizontal"}:
        more = again_master(master, names, entry)
    only = dict.fromkeys(SIDES, only_rest(entry))
    further: list[Made] = []
    while any(rests.values()) and len(pages) + len(further) < MOST_PAGES:
        before = rests
        made, rests, _ = _lay_spread(_Spread(more, only, design, setting), rests, entry)
        further += made
        if _count(rests) == _count(before):
            break
    pages += told(further, over, entry)
    if left := _count(rests):
        stuck = Fault("make-up-stuck", f"{left} lines of {entry.name}", entry.source)
        pages[-1] = pages[-1]._replace(faults=(*pages[-1].faults, stuck))
    return tuple(pages)


def _count(rests: Rests) -> int:
    return sum(original(galley) for galley in rests.values())


_Left = list[tuple[str, Galley]]


def _lay_spread(spread: _Spread, rests: Rests, entry: Entry) -> tuple[list[Made], dict[str, Galley], _Left]:
    """Both pages, what they leave for the next ones, and the frames that leave it.

    A language goes only as far as the other one does.
    """
    laid = _both(spread, rests, dict.fromkeys(SIDES, 0))
    ends = {side: _end(laid[side]) for side in SIDES}
    reached = min((end for end in ends.values() if end), default=0)
    if reached and ends["verso"] != ends["recto"]:
        laid = _both(spread, rests, dict.fromkeys(SIDES, reached))
    pages = []
    for side, page in laid.items():
        if page.marks:
            made = made_of(page, side, spread.master.name)
            pages.append(made._replace(faults=made.faults + short_of(page, spread.entries[side])))
        else:
            pages.append(left_over(entry, side, spread.design, spread.setting))
    names = [each for page in laid.values() for each in page.rest]
    verso, passed = _parted(laid["verso"], spread)
    recto = tuple(row for _, rows in laid["recto"].rest for row in rows)
    return pages, {"verso": verso + passed, "recto": recto}, names


def _both(spread: _Spread, rests: Rests, until: Mapping[str, int]) -> dict[str, Laid]:
    """Lay the verso, then the recto; it takes what the verso had no room for and belongs to no language."""
    master, entries, design, setting = spread
    laid: dict[str, Laid] = {}
    passed: Galley = ()
    for side in SIDES:
        entry = entries[side]
        carried = Carried(passed + tuple(rests.get(side, ())), until[side])
        page = lay_page(frames_of(master, side), entry, side, page_of(design, entry), setting, carried)
        laid[side] = page
        if side == "verso" and way_of_rest(master, "recto"):
            _, passed = _parted(page, spread)
            kept = tuple((name, rows) for name, rows in page.rest if name in _own_frames(spread))
            laid[side] = page._replace(rest=kept)
    return laid


def _own_frames(spread: _Spread) -> frozenset[str]:
    """Frames of the verso whose text goes on on versos: of a language of its own, or left over from one."""
    entry = spread.entries["verso"]
    own = {name for name, blocks in entry.parts if any(isinstance(b, Opposite) for b in blocks)}
    return frozenset(f.name for f in spread.master.verso if own & set(f.blocks) or "rest" in f.blocks)


def _parted(laid: Laid, spread: _Spread) -> tuple[Galley, Galley]:
    """What the verso leaves: for the next verso, and for any page."""
    own = _own_frames(spread)
    stays = tuple(row for name, rows in laid.rest if name in own for row in rows)
    return stays, tuple(row for name, rows in laid.rest if name not in own for row in rows)


def _end(laid: Laid) -> int:
    """The first level row that found no room; 0: all did."""
    return min((row.level for _, rows in laid.rest for row in rows if row.level), default=0)


def _entry_of(entry: Entry, master: Master, side: str, design: Design) -> Entry:
    """The entry as one side prints it: its own language of what both pages list, else all."""
    parts = []
    for number, (name, blocks) in enumerate(entry.parts):
        here: list[Block] = []
        for block in blocks:
            if not isinstance(block, Facing):
                here.append(block)
            else:
                here += _side_of(block, name, (master, side), design, number * PART + 1)
        parts.append((name, tuple(here)))
    return replace(entry, parts=tuple(parts))


def _side_of(
    block: Facing, name: str, page: tuple[Master, str], design: Design, first: int
) -> Sequence[Block]:
    master, side = page
    verso, recto = (_frame_of(frames_of(master, each), name) for each in SIDES)
    if verso is None or recto is None:
        return block.whole
    here, there, other = block.left, block.right, recto
    if side == "recto":
        here, there, other = there, here, verso
    prose = all(isinstance(each, Para) for each in (*here, *there))
    if not prose or not here or "vertical" in (verso.direction, recto.direction):
        return here
    measure = measure_of(other, Room(design.page, "recto" if side == "verso" else "verso"))
    return (Opposite(here, there, measure, first),)


def _frame_of(frames: Sequence[Frame], name: str) -> Frame | None:
    return next((f for f in frames if name in f.blocks), None)
