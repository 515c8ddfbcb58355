"""What a page paints -> where its plates carry too much ink."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from progprint.geom import Rect, mm
from progprint.images import raster_of
from progprint.press.preflight.colours import PROCESS, Colour
from progprint.press.preflight.drawn import Drawn, Line, Note, Picture, Shade, Text, Tiles
from progprint.press.preflight.plates.laying import LARGE, THICK, Laying
from progprint.press.preflight.plates.separating import OF_THE_EYE, Separating

#: areas that are left out: too small for a sheet to stick or set off
LEAST_AREA = 15.0 * mm(1) ** 2
#: notes of what plates do not know, by their kinds
NOTED = {
    "patterned": "lines that are filled with a pattern",
    "unmasked": "a soft mask that is damaged",
    "knockout": "a group whose marks knock each other out",
}


class Dense(NamedTuple):
    """Where there is too much ink on a page."""

    places: tuple[Rect, ...]
    #: as a share: 3.2 is 320 %
    most: float
    #: where there may be, and how much at the most
    doubtful: tuple[Rect, ...]
    possible: float
    #: what the plates do not know
    unknown: tuple[str, ...]


def dense_areas(
    marks: Iterable[Drawn], notes: Iterable[Note], cut: Rect, limit: float, ways: Separating
) -> Dense:
    """Lay what a page paints on its plates, in its order; small text and thin lines are left out."""
    noted = {NOTED[note.kind] for note in notes if note.kind in NOTED}
    wanted = [mark for mark in marks if _counts(mark)]
    if not _may_be_dense(wanted, limit):
        return Dense((), 0.0, (), 0.0, tuple(sorted(noted)))
    if ways.patience.gone:
        noted.add("this page: the file has more paint than a printed one can need")
        return Dense((), 0.0, (), 0.0, tuple(sorted(noted)))
    laying = Laying(raster_of(cut.x, cut.y, cut.width, cut.height), ways, wanted)
    found = list(laying.lay().over(limit, LEAST_AREA))
    ways.patience.spend(*laying.cost)
    sure, doubtful = ([one for one in found if one.bound is bound] for bound in (False, True))
    return Dense(
        tuple(Rect(*one[:4]) for one in sure),
        max((one.ink for one in sure), default=0.0),
        tuple(Rect(*one[:4]) for one in doubtful),
        max((one.ink for one in doubtful), default=0.0),
        tuple(sorted(noted | laying.unknown)),
    )


def most_ink(marks: Iterable[Drawn], cut: Rect, ways: Separating, than: float = 0.0) -> float:
    """The most ink that fills `images.plates.SQUARE` of a page, as a share; `than` where it is no more."""
    wanted = [mark for mark in marks if _counts(mark)]
    if ways.patience.gone or not _may_be_dense(wanted, than):
        return than
    laying = Laying(raster_of(cut.x, cut.y, cut.width, cut.height), ways, wanted)
    most = laying.lay().most()
    ways.patience.spend(*laying.cost)
    return max(than, most)


def _counts(mark: Drawn) -> bool:
    if isinstance(mark, Text):
        return mark.size >= LARGE
    return not mark.manner.tiled and not (isinstance(mark, Line) and mark.width < THICK)


def _may_be_dense(marks: Sequence[Drawn], limit: float) -> bool:
    """Whether any heap of these inks can pass the limit.

    What knocks out lies alone, what overprints or mixes adds; a plate never holds more than the whole.
    """
    alone, added = 0.0, dict[str, float]()
    every = dict[str, float]()
    for mark in marks:
        shares = _shares(mark)
        manner = mark.manner
        for plate, share in shares:
            every[plate] = max(every.get(plate, 0.0), share)
            if manner.overprint or manner.blend or manner.layers:
                added[plate] = max(added.get(plate, 0.0), share)
        alone = max(alone, sum(share for _, share in shares))
    return min(alone + sum(added.values()), sum(every.values())) > limit


FULL = tuple((plate, 1.0) for plate in PROCESS)


def _shares(mark: Drawn) -> tuple[tuple[str, float], ...]:
    """The plates that a mark reaches, with the most it may lay on each."""
    if isinstance(mark, Tiles):
        return tuple(share for inner in mark.marks for share in _shares(inner))
    if isinstance(mark, Shade) or (isinstance(mark, Picture) and not mark.mask):
        under = mark.space.under
        if under.kind == "gray":
            return (("Black", 1.0),)
        return tuple((ink, 1.0) for ink in under.inks) if under.inks and "All" not in under.inks else FULL
    return _of_colour(mark.colour)


def _of_colour(colour: Colour) -> tuple[tuple[str, float], ...]:
    if colour.kind in OF_THE_EYE or colour.kind in ("icc-cmyk", "pattern", "unknown") or colour.registration:
        return FULL
    return colour.plates
