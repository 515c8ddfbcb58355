"""Entries -> Booklet: pages in order, sides, folios, references, outline, and padding for the binder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from progprint.blocks.types import Entry
from progprint.design.types import Design, Master
from progprint.glyphs import Faces
from progprint.lines.types import Fault
from progprint.pages.furniture import Fields, Place, furnish, heads_of, resolve_refs
from progprint.pages.made import LOOSE, Made, other, page_of
from progprint.pages.types import Booklet, Mark, OutlineItem, Page, RefMark

#: saddle stitch holds up to 64 pages; above that a booklet is perfect bound (press: pages)
MOST_SADDLE = 64

#: the entry that keeps the inside of a cover blank, where the cover is a sheet of its own
INSIDE = "inside-cover"
#: what is not counted when the cover is not
COVER = ("cover", INSIDE)

#: told after each entry: (entry's name, done, of)
Progress = Callable[[str, int, int], None]


#: makes up an entry that begins on a side: the key of its pages, and the pages
Make = Callable[[Entry, str], tuple[str, tuple[Made, ...]]]


class Bound(NamedTuple):
    """One page with the entry it belongs to."""

    entry: Entry
    made: Made
    key: str


class Book(NamedTuple):
    """Title and language of the whole."""

    title: str
    lang: str


def settle(
    entries: tuple[Entry, ...],
    book: Book,
    house: tuple[Design, Faces],
    make: Make,
    *,
    bind: bool = True,
    progress: Progress | None = None,
) -> Booklet:
    """Make up every entry in its place, then lay on what depends on all; `bind` pads it for the binder."""
    design, faces = house
    loose = design.binding == LOOSE
    padded = bind and not loose
    back = entries[-1:] if padded and entries and entries[-1].name == "back" else ()
    tell = partial(_tell, progress, len(entries))
    bound = _in_order(entries[: len(entries) - len(back)], make, tell, loose=loose)
    end = len(bound)
    bound, faults = _for_the_binder(bound, back, make) if padded else (bound, ())
    added = tuple(n for n, page in enumerate(bound[end:], end + 1) if page.entry.name == "blank")
    for entry in back:
        tell(len(entries), entry)
    binding = _binding(design.binding, len(bound)) if padded else LOOSE
    refs = _refs(bound)
    faults += _oddly_numbered(bound, design)
    pages = _pages(bound, refs, design, faces)
    outline = _outline(bound)
    return Booklet(pages, refs, outline, book.title, book.lang, design.page.bleed, binding, faults, added)


def _tell(progress: Progress | None, number: int, done: int, entry: Entry) -> None:
    if progress is not None:
        progress(entry.name, done, number)


def _in_order(
    entries: tuple[Entry, ...], make: Make, tell: Callable[[int, Entry], None], *, loose: bool
) -> list[Bound]:
    """Make up one entry after the other, each on the side where it falls or wants to begin."""
    bound: list[Bound] = []
    # an entry that took one page, the last, on a left side: it could take the spread
    alone: Entry | None = None
    for number, entry in enumerate(entries, 1):
        side = "recto" if loose else _side(len(bound))
        pages = _on_one_page(entry, side, make)
        whole = entry.start in ("any", side)
        if not pages and not whole and alone is not None:
            # rather than leave a page blank, the entry before takes the whole spread
            bound[-1:] = _made(alone, other(side), make)
            side = other(side)
        elif not pages and not whole:
            bound.append(_blank(side))
            side = other(side)
        alone = entry if pages and side == "verso" else None
        bound += pages or _made(entry, side, make)
        tell(number, entry)
    return bound


def _on_one_page(entry: Entry, side: str, make: Make) -> list[Bound]:
    """The entry on one page, when its layout has a master for that and it fits; else nothing."""
    if not entry.page_master:
        return []
    # the ladder is for the spread: no text is pressed onto a page while there is a roomier way
    room = replace(entry, room="page", start="any", ladder=None)
    single = replace(room, master=entry.page_master, page_master="")
    pages = _made(single, side, make)
    return pages if len(pages) == 1 else []


def _side(pages_before: int) -> str:
    """Page 1 is a recto."""
    return "verso" if pages_before % 2 else "recto"


def _made(entry: Entry, side: str, make: Make) -> list[Bound]:
    key, made = make(entry, side)
    return [Bound(entry, page, f"{key}.{index}") for index, page in enumerate(made)]


def _blank(side: str) -> Bound:
    entry = Entry("blank", "", (), furnished=False)
    return Bound(entry, Made(side, (), (), (), ""), "")


def _binding(asked: str, pages: int) -> str:
    if asked != "auto":
        return asked
    return "saddle" if pages <= MOST_SADDLE else "perfect"


def _for_the_binder(
    bound: list[Bound], back: tuple[Entry, ...], make: Make
) -> tuple[list[Bound], tuple[Fault, ...]]:
    """Pad to a multiple of four with blanks before the back, which is made up for the side where it ends."""
    behind: list[Bound] = []
    missing = -(len(bound) + len(back)) % 4
    for entry in back:
        behind = _made(entry, _side(len(bound) + missing), make)
        if len(behind) > 1:
            missing = -(len(bound) + len(behind)) % 4
            behind = _made(entry, _side(len(bound) + missing), make)
    blanks = [_blank(_side(len(bound) + number)) for number in range(missing)]
    whole = [*bound, *blanks, *behind]
    if not missing:
        return whole, ()
    pages = "1 blank page" if missing == 1 else f"{missing} blank pages"
    detail = f"{pages} added before the back to make {len(whole)}, a multiple of four"
    return whole, (Fault("padded", detail),)


def _refs(bound: list[Bound]) -> dict[str, int]:
    refs: dict[str, int] = {}
    seen: set[str] = set()
    for number, page in enumerate(bound, 1):
        if page.entry.name not in seen:
            seen.add(page.entry.name)
            for anchor in page.entry.anchors:
                refs.setdefault(anchor, number)
        for anchor in page.made.anchors:
            refs.setdefault(anchor, number)
    return refs


def _outline(bound: list[Bound]) -> tuple[OutlineItem, ...]:
    items: list[OutlineItem] = []
    seen: set[str] = set()
    for number, page in enumerate(bound, 1):
        if page.entry.name in seen or page.entry.name == "blank":
            continue
        seen.add(page.entry.name)
        items += [OutlineItem(title, number, level) for title, level in page.entry.outline]
    return tuple(items)


def _prints_folio(page: Bound, design: Design) -> bool:
    master = design.masters.get(page.made.master)
    if master is None or not page.entry.furnished:
        return False
    return any(
        field in ("folio", "page")
        for running in master.running
        if running.pages in ("both", page.made.side)
        for _, field in running.text.parts
    )


def _numbers(bound: list[Bound], design: Design) -> dict[int, str]:
    """What is printed for each page: pages of a cover that does not count have no number."""
    first, cover = design.numbers
    uncounted = 0 if cover else _cover_pages(bound)
    return {n: str(n - uncounted + first - 1) if n > uncounted else "" for n in range(1, len(bound) + 1)}


def _cover_pages(bound: list[Bound]) -> int:
    return next((n for n, page in enumerate(bound) if page.entry.name not in COVER), len(bound))


def _oddly_numbered(bound: list[Bound], design: Design) -> tuple[Fault, ...]:
    """Right pages have odd numbers in every book; a layout may count otherwise, and is told."""
    numbers = _numbers(bound, design)
    odd = any(numbers[n] and int(numbers[n]) % 2 != n % 2 for n in range(1, len(bound) + 1))
    if not odd or design.binding == LOOSE:
        return ()
    return (Fault("odd-verso", "as pages are counted, left pages have odd numbers", design.source),)


def _pages(bound: list[Bound], refs: dict[str, int], design: Design, faces: Faces) -> tuple[Page, ...]:
    numbers = _numbers(bound, design)
    folios = {n: numbers[n] for n, b in enumerate(bound, 1) if _prints_folio(b, design)}
    pages: list[Page] = []
    before: Fields = ()
    for number, (entry, made, key) in enumerate(bound, 1):
        heads, before = heads_of(entry, made.anchors, before)
        master: Master | None = design.masters.get(made.master)
        furniture: tuple[Mark, ...] = ()
        if master is not None:
            place = Place(made.side, numbers[number], numbers[len(bound)])
            furniture = furnish(replace(entry, fields=heads), master, place, design, faces)
        references, lost = resolve_refs(made.marks, refs, numbers, faces)
        body = tuple(m for m in made.marks if not isinstance(m, RefMark))
        faults = made.faults + tuple(Fault("reference-lost", k, entry.source) for k in lost)
        pages.append(
            Page(
                number,
                folios.get(number, ""),
                made.side,
                page_of(design, entry).trim,
                body,
                references + furniture,
                key,
                entry.name,
                faults,
                made.over,
                made.rungs,
                made.frames,
            )
        )
    return tuple(pages)
