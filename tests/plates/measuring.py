"""A file's pages and a reader's plates -> what that reader saw."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pikepdf
from judging import EMPTY, PROCESS, Asked, Seen, Tally, on_every_plate, only_black
from PIL import Image
from readers import COARSE, FINE, File, Page, Plates, coarse, ours, oxide, tiffsep

from progprint.geom import Rect, mm
from progprint.images import Plates as Laid
from progprint.images import raster_of
from progprint.press.preflight.drawn import Area, Drawn, Line, Picture, Text
from progprint.press.preflight.plates.dense import LEAST_AREA
from progprint.press.preflight.plates.laying import LARGE, THICK
from progprint.press.preflight.symbols import find_symbols
from progprint.press.preflight.views import holds, meets

#: pages that Ghostscript draws at once: 1.5 MB for a plate of A5
AT_ONCE = 8
#: of the sheet beyond the bleed, from which on there should be marks
WASTE = mm(5)
#: halvings between no ink and that of all plates: a twentieth of a per cent
HALVINGS = 14
#: as a share: what is left where there is no ink
HALVED = 0.002


class Things(NamedTuple):
    """What is looked for on the plates of a page."""

    #: black text on even ground, with its words
    text: tuple[tuple[str, Rect], ...]
    codes: tuple[Rect, ...]
    #: marks of registration colour beyond the bleed
    marks: tuple[Rect, ...]
    #: text and lines that count for no area
    small: tuple[Rect, ...]


def things(page: Page) -> Things:
    """Find what is looked for, by our own reading of the page."""
    marks = page.painted.marks
    beyond = [mark.box for mark in marks if mark.colour.registration and not meets(mark.box, page.sheet.printed)]
    small = [mark.box for mark in marks
             if (isinstance(mark, Text) and mark.size < LARGE) or (isinstance(mark, Line) and mark.width < THICK)]
    text = [(mark.words, mark.box) for at, mark in enumerate(marks)
            if isinstance(mark, Text) and _is_black(mark) and mark.words.strip() and _stands_free(at, marks)]
    return Things(tuple(text), tuple(one.box for one in find_symbols(marks).found), tuple(beyond), tuple(small))


def _is_black(mark: Text) -> bool:
    """Black as it is seen, be it of one ink, of more, or of none."""
    if mark.colour.kind in ("rgb", "icc-rgb"):
        return max(mark.colour.values, default=1.0) < 0.01
    return dict(mark.colour.plates).get("Black", 0.0) > 0.99 and not mark.colour.registration


def _stands_free(at: int, marks: tuple[Drawn, ...]) -> bool:
    """Nothing else ends in the text's box, nor is it a picture: each plate should be even there."""
    box = marks[at].box
    return not any(count != at and meets(mark.box, box) and not _is_ground(mark, box) for count, mark in enumerate(marks))


def _is_ground(mark: Drawn, box: Rect) -> bool:
    if isinstance(mark, Text | Line):
        return mark.colour.inks == ("Black",)
    return isinstance(mark, Area) and len(mark.rings) == 1 and len(mark.rings[0]) <= 5 and holds(mark.box, box)


def asked(pdf: pikepdf.Pdf, file: File, limit: float) -> Asked:
    """What the file should be; its spot inks by the names in its colour spaces, wherever they stand."""
    waste = any(sheet.printed.y - sheet.media.y > WASTE for sheet, _ in file.pages)
    return Asked(limit, frozenset(_spots(pdf)), waste)


def _spots(pdf: pikepdf.Pdf) -> Iterator[str]:
    seen: list[Any] = [*pdf.objects]
    while seen:
        one = seen.pop()
        if isinstance(one, pikepdf.Array):
            rows: list[Any] = list(one)
            if len(rows) == 4 and rows[0] == pikepdf.Name.Separation:
                rows = [rows[1]]
            elif len(rows) >= 4 and rows[0] == pikepdf.Name.DeviceN:
                rows = list(rows[1])
            else:
                seen += [row for row in rows if isinstance(row, pikepdf.Array | pikepdf.Dictionary)]
                continue
            yield from {str(row)[1:] for row in rows} - {*PROCESS, "All", "None"}
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            seen += [row for row in one.values() if not _is_elsewhere(row)]


def _is_elsewhere(row: Any) -> bool:
    """A reference: it comes up among the file's objects by itself."""
    return not isinstance(row, pikepdf.Array | pikepdf.Dictionary) or row.is_indirect


def most_ink(plates: Plates, page: Page, small: tuple[Rect, ...]) -> float:
    """The most ink that an area of more than 15 mm² has on the page or its bleed, as a share.

    Where small text and thin lines stand nothing is counted: our plates leave them out, others average them.
    """
    media, printed = page.sheet.media, page.sheet.printed
    laid = Laid(raster_of(media.x, media.y, media.width, media.height))
    size = laid.raster.size
    for ink, plate in plates.items():
        # others draw pixels that are begun as whole ones
        laid.bands[ink] = Image.new("L", size)
        kept = _window(page, printed, COARSE, size)
        laid.bands[ink].paste(plate.crop(kept), kept)
        for box in small:
            laid.bands[ink].paste(0, _window(page, box, COARSE, size))
    low, high = 0.0, float(len(plates))
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if any(laid.over(middle, LEAST_AREA)) else (low, middle)
    # `over` allows half a step for each plate: what it allows is ink, too
    return high + max(len(plates), 4) / 510 if high > HALVED else 0.0


def _window(page: Page, box: Rect, dpi: int, size: tuple[int, int], more: int = 0) -> tuple[int, int, int, int]:
    scale, media = dpi / 72, page.sheet.media
    left, top = int((box.x - media.x) * scale) - more, int((box.y - media.y) * scale) - more
    right, bottom = int((box.right - media.x) * scale) + 1 + more, int((box.bottom - media.y) * scale) + 1 + more
    left, top = min(max(left, 0), size[0] - 1), min(max(top, 0), size[1] - 1)
    return left, top, max(min(right, size[0]), left + 1), max(min(bottom, size[1]), top + 1)


def _shares(plates: Plates, page: Page, box: Rect, more: int = 0) -> dict[str, tuple[int, int]]:
    return {ink: plate.crop(_window(page, box, FINE, plate.size, more)).getextrema() for ink, plate in plates.items()}


def by_ours(file: File) -> Seen:
    """What our preflight sees: plates of areas, and the inks of text, codes and marks by their colours."""
    ink, names, blind = {}, set(), {}
    text, codes, marks = Tally(), Tally(), Tally()
    for number, page in enumerate(file.pages):
        found = things(page)
        plates, unknown = ours(file, number)
        if unknown:
            blind[number + 1] = f"not known: {', '.join(sorted(unknown))}"
        else:
            ink[number + 1] = most_ink(plates, page, found.small)
        names |= {plate for mark in page.painted.marks for plate in mark.colour.inks} - {"All"}
        names |= {plate for plate, band in plates.items() if band.getextrema()[1] > EMPTY}
        black = [mark for mark in page.painted.marks if isinstance(mark, Text) and _is_black(mark)]
        text += Tally(len(black), tuple(f"page {number + 1}, “{mark.words}”" for mark in black
                                        if mark.colour.inks != ("Black",)))
        symbols = find_symbols(page.painted.marks).found
        codes += Tally(len(symbols), tuple(f"page {number + 1}" for one in symbols if not one.black))
        marks += Tally(len(found.marks))
    return Seen("ours", frozenset(names), ink, text, codes, marks, blind)


def by_others(file: File, reader: str, asked: Asked) -> Seen:
    """What another reader's plates hold at the places that we know of."""
    ink, names, blind = {}, set(), {}
    text, codes, marks = Tally(), Tally(), Tally()
    for number, plates in READERS[reader](file):
        page, found = file.pages[number - 1], things(file.pages[number - 1])
        why = oxide_blind(page) if reader == "pdf_oxide" else ""
        if why:
            blind[number] = why
        else:
            ink[number] = most_ink(coarse(plates), page, found.small)
        held = frozenset(plate for plate, band in plates.items() if band.getextrema()[1] > EMPTY)
        names |= held
        text += Tally(len(found.text), tuple(
            f"page {number}, “{words}”" for words, box in found.text
            # the next word's first letter may begin in the pixel in which this one's box ends
            if not only_black(_shares(plates, page, box, -1))))
        codes += Tally(len(found.codes), tuple(
            f"page {number}" for box in found.codes if not only_black(_shares(plates, page, box))))
        wanted = asked.spots | set(PROCESS)
        marks += Tally(len(found.marks), tuple(
            f"page {number}, at {box.x / mm(1):.0f}, {box.y / mm(1):.0f} mm" for box in found.marks
            if not on_every_plate(_shares(plates, page, box, 1), wanted)))
    return Seen(reader, frozenset(names), ink, text, codes, marks, blind)


def oxide_blind(page: Page) -> str:
    """Why pdf_oxide 0.3.78 cannot be asked about a page's ink; empty where it can."""
    drawn = [mark for mark in page.painted.marks if isinstance(mark, Picture) and not mark.mask]
    if any(mark.space.under.kind == "gray" for mark in drawn):
        return "it puts pictures of DeviceGray on no plate"
    spots = {ink for mark in page.painted.marks for ink in mark.colour.inks} - {*PROCESS, "All"}
    return "it leaves spot plates under pictures" if drawn and spots else ""


def _by_oxide(file: File) -> Iterator[tuple[int, Plates]]:
    yield from ((number + 1, oxide(file, number)) for number in range(len(file.pages)))


def _by_ghostscript(file: File) -> Iterator[tuple[int, Plates]]:
    for first in range(0, len(file.pages), AT_ONCE):
        last = min(first + AT_ONCE, len(file.pages)) - 1
        yield from enumerate(tiffsep(file, first, last), first + 1)


READERS: dict[str, Callable[[File], Iterator[tuple[int, Plates]]]] = {"pdf_oxide": _by_oxide, "tiffsep": _by_ghostscript}
