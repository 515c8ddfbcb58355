"""Page size and inks -> crop, fold and registration marks and colour bar in the waste, outside the bleed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from progprint.geom import mm
from progprint.pages.types import Page
from progprint.pdf.inks import CMYK, PROCESS, Inks, setting
from progprint.pdf.numbers import number
from progprint.pdf.output import Output
from progprint.pdf.state import KNOCK_OUT
from progprint.style import REGISTRATION, Ink

#: how far the sheet reaches beyond the bleed: crop marks alone; with the colour bar and the waste line
WASTE = {"off": 0.0, "crop": mm(8), "all": mm(13)}
#: from the bleed to a mark, so that none is on it when the cutter wanders
GAP = mm(1)
#: of crop marks
LENGTH, WIDTH = mm(5), 0.25
#: of fold marks, so that nobody cuts there
DASHES = (3, 2)
#: a registration mark's arms and its circle, from its middle
ARM, RADIUS = mm(3.5), mm(2)
#: side of a patch: what a densitometer needs (ISO 13655: an aperture of 3 mm and some room); smaller where
#: the page is narrow
PATCH = mm(5)
#: from the bleed to the colour bar; and what stays free of it beside other marks
BAR, FREE = mm(2), mm(4)
#: Bézier arms of a quarter of a circle
KAPPA = 0.5523


class Sheet(NamedTuple):
    """A page on its sheet; y counts up, the origin is the sheet's lower left corner."""

    #: trim width and height
    size: tuple[float, float]
    bleed: float
    #: beyond the bleed
    waste: float
    #: from the trim's left
    folds: tuple[float, ...] = ()

    @property
    def edge(self) -> float:
        """From the sheet's edge to the trim."""
        return self.bleed + self.waste

    @property
    def room(self) -> tuple[float, tuple[float, ...]]:
        """Left edge of its first page, and the middles of its pages, where nothing is folded.

        A sheet without folds is a page.
        """
        ends = (0.0, *self.folds, self.size[0])
        if not self.folds:
            return 0.0, (self.size[0] / 2,)
        # a spine or none, flaps or none: 2, 3, 4 or 5 panes
        first = (len(ends) - 1) // 2 - 1
        left, right = ends[first : first + 2], ends[-first - 2 : len(ends) - first]
        return left[0], (sum(left) / 2, sum(right) / 2)


class Marking:
    """The marks of one file: pages of one size share theirs."""

    def __init__(self, output: Output, kind: str, inks: Inks) -> None:
        self._output, self._kind, self._inks = output, kind, inks
        self._made: dict[Sheet, tuple[bytes, bytes]] = {}

    def sheet(self, page: Page, bleed: float) -> Sheet:
        return Sheet(page.size, bleed, WASTE[self._kind], page.folds)

    def around(self, streams: list[bytes], sheet: Sheet) -> list[bytes]:
        """A page's streams with what moves them to their place before and the marks after them.

        What is drawn stays as it is, so that it can be kept whatever marks are asked for.
        """
        if not sheet.waste:
            return streams
        if sheet not in self._made:
            moved = f"q 1 0 0 1 {number(sheet.waste)} {number(sheet.waste)} cm\n"
            after = f"Q\n{marks(sheet, self._kind, self._inks)}"
            before, behind = (self._output.write_stream({}, part.encode()) for part in (moved, after))
            self._made[sheet] = before, behind
        before, behind = self._made[sheet]
        return [before, *streams, behind]


def boxes(sheet: Sheet) -> bytes:
    """A page's boxes. Without marks MediaBox is BleedBox: no import by the wrong box loses the bleed."""
    (width, height), edge = sheet.size, sheet.edge
    media = (0.0, 0.0, width + 2 * edge, height + 2 * edge)
    bled = (sheet.waste, sheet.waste, media[2] - sheet.waste, media[3] - sheet.waste)
    cut = (edge, edge, edge + width, edge + height)
    shown = (" ".join(map(number, box)) for box in (media, bled, cut))
    return "/MediaBox[{}]/BleedBox[{}]/TrimBox[{}]".format(*shown).encode()


def marks(sheet: Sheet, kind: str, inks: Inks) -> str:
    """The operators of a sheet's marks: crop, or all."""
    parts = [f"q {KNOCK_OUT} {setting(REGISTRATION, 'K', CMYK)} {number(WIDTH)} w", *_crop(sheet)]
    parts += _folds(sheet)
    if kind == "all":
        parts += _registration(sheet)
        parts += _bar(sheet, inks)
    return "\n".join((*parts, "Q\n"))


def _crop(sheet: Sheet) -> Iterator[str]:
    """Two lines at each corner that go on along the trim."""
    (width, height), edge = sheet.size, sheet.edge
    start, end = sheet.waste - GAP, sheet.waste - GAP - LENGTH
    across, up = 2 * edge + width, 2 * edge + height
    for x in (edge, edge + width):
        yield _line(x, start, x, end)
        yield _line(x, up - start, x, up - end)
    for y in (edge, edge + height):
        yield _line(start, y, end, y)
        yield _line(across - start, y, across - end, y)


def _folds(sheet: Sheet) -> Iterator[str]:
    """Dashed lines that go on along each fold."""
    if not sheet.folds:
        return
    start, end = sheet.waste - GAP, sheet.waste - GAP - LENGTH
    up = 2 * sheet.edge + sheet.size[1]
    yield f"[{DASHES[0]} {DASHES[1]}] 0 d"
    for x in sheet.folds:
        yield _line(sheet.edge + x, start, sheet.edge + x, end)
        yield _line(sheet.edge + x, up - start, sheet.edge + x, up - end)
    yield "[] 0 d"


def _registration(sheet: Sheet) -> Iterator[str]:
    """A cross in a circle in the middle of each side; at head and foot of each page where it is folded."""
    (width, height), edge = sheet.size, sheet.edge
    near = sheet.waste - GAP - ARM
    across, up = 2 * edge + width, 2 * edge + height
    ends = [(edge + x, y) for x in sheet.room[1] for y in (near, up - near)]
    for x, y in (*ends, (near, up / 2), (across - near, up / 2)):
        yield _line(x - ARM, y, x + ARM, y)
        yield _line(x, y - ARM, x, y + ARM)
        yield _circle(x, y)


def _circle(x: float, y: float) -> str:
    r, k = RADIUS, RADIUS * KAPPA
    quarters = (
        (r, k, k, r, 0.0, r), (-k, r, -r, k, -r, 0.0), (-r, -k, -k, -r, 0.0, -r), (k, -r, r, -k, r, 0.0),
    )  # fmt: skip
    curves = (
        " ".join(number(v + (x, y)[i % 2]) for i, v in enumerate(quarter)) + " c" for quarter in quarters
    )
    return f"{number(x + r)} {number(y)} m {' '.join(curves)} s"


def _bar(sheet: Sheet, inks: Inks) -> Iterator[str]:
    """Solids left of the registration mark at the head, or of the first of two; tints right of the last."""
    foot = sheet.edge + sheet.size[1] + sheet.bleed + BAR
    start, middles = sheet.room
    half = middles[0] - start - ARM - 2 * FREE
    for row, left in zip(patches(inks), (start + FREE, middles[-1] + ARM + FREE), strict=True):
        side = min(PATCH, half / len(row))
        for place, setting_ in enumerate(row):
            box = (sheet.edge + left + place * side, foot, side, side)
            yield f"{setting_} {' '.join(map(number, box))} re f"


def patches(inks: Inks) -> tuple[list[str], list[str]]:
    """The operators that set each patch's ink: solids and what they make together; tints."""
    if inks.kind == "spot+k":
        accent, black = inks.accent._replace(tint=1.0), Ink(0, 0, 0, 1)
        solids = [setting(ink, "k", inks) for ink in (accent, black)]
        tints = [accent._replace(tint=t) for t in TINTS] + [black._replace(k=t) for t in TINTS]
        return [*solids, "/Two cs 1 1 scn"], [setting(ink, "k", inks) for ink in tints]
    if inks.kind == "k":
        return [setting(Ink(0, 0, 0, 1), "k", inks)], [setting(Ink(0, 0, 0, t), "k", inks) for t in TINTS]
    plates = [ink for _, ink in PROCESS]
    # what two make, and the grey of three (ISO 12647-2: its balance at 50 %)
    together = [Ink(1, 1, 0, 0), Ink(1, 0, 1, 0), Ink(0, 1, 1, 0), Ink(0.5, 0.4, 0.4, 0)]
    spots = [spot._replace(tint=1.0) for spot in inks.spots] if inks.kind == "cmyk+spot" else []
    tints = [Ink(c * t, m * t, y * t, k * t) for c, m, y, k, *_ in plates for t in TINTS]
    return (
        [setting(ink, "k", inks) for ink in (*plates, *spots, *together)],
        [setting(ink, "k", inks) for ink in tints],
    )


#: of each plate, where dot gain is measured (ISO 12647-2)
TINTS = (0.4, 0.8)


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f"{number(x1)} {number(y1)} m {number(x2)} {number(y2)} l S"
