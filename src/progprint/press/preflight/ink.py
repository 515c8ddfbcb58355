"""What a page paints -> the plates of it, and where they carry too much ink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from progprint.geom import Rect, mm
from progprint.images import Plates, bands_of, picture_of_jpeg, picture_of_samples
from progprint.press.preflight.colours import OF_THE_EYE, PROCESS, Colour, Space, paint
from progprint.press.preflight.drawn import Area, Drawn, Manner, Picture, Ring, Shade
from progprint.press.preflight.functions import evaluate
from progprint.press.preflight.matrices import at
from progprint.press.preflight.objects import (
    MOST_PICTURE_BYTES,
    PICTURES,
    TooMuch,
    array,
    decoded,
    entry,
    filters,
    is_stream,
    number,
    numbers,
)

#: areas that are left out: too small for a sheet to stick or set off
LEAST_AREA = 15.0 * mm(1) ** 2
#: strips that a gradient is taken for
STRIPS = 16
#: beyond every page
FAR = 20_000.0


class Dense(NamedTuple):
    """Where there is too much ink on a page."""

    places: tuple[Rect, ...]
    #: as a share: 3.2 is 320 %
    most: float
    #: what the plates do not know
    unknown: tuple[str, ...]


def dense_areas(marks: Iterable[Drawn], cut: Rect, limit: float) -> Dense:
    """Lay the areas, pictures and gradients of a page on its plates, in their order;
    text and lines are small.
    """
    wanted = [mark for mark in marks if isinstance(mark, Area | Picture | Shade)]
    if not _may_be_dense(wanted, limit):
        return Dense((), 0.0, tuple(sorted({u for mark in wanted for u in _unknown(mark)})))
    plates, unknown = _laid(wanted, cut)
    found, most = plates.over(limit, LEAST_AREA)
    return Dense(tuple(Rect(*place) for place in found), most, tuple(sorted(unknown)))


def most_ink(marks: Iterable[Drawn], cut: Rect, than: float = 0.0) -> float:
    """The most ink that fills `images.plates.SQUARE` of a page, as a share; `than` where it is no more."""
    wanted = [mark for mark in marks if isinstance(mark, Area | Picture | Shade)]
    if not _may_be_dense(wanted, than):
        return than
    return max(than, _laid(wanted, cut)[0].most())


def _laid(wanted: Iterable[Area | Picture | Shade], cut: Rect) -> tuple[Plates, set[str]]:
    """The plates of a page, and what of it they do not know."""
    plates = Plates(cut.x, cut.y, cut.width, cut.height)
    unknown: set[str] = set()
    for mark in wanted:
        unknown.update(_unknown(mark))
        if isinstance(mark, Area):
            _area(plates, mark)
        elif isinstance(mark, Shade):
            unknown.update(_shade(plates, mark))
        else:
            unknown.update(_picture(plates, mark))
    return plates, unknown


def _unknown(mark: Area | Picture | Shade) -> Iterator[str]:
    kind = mark.space.under.kind if isinstance(mark, Picture | Shade) else mark.colour.kind
    if kind in OF_THE_EYE:
        yield "colours that are not inks"


def _may_be_dense(marks: list[Area | Picture | Shade], limit: float) -> bool:
    """Whether any heap of these inks can pass the limit: what knocks out lies alone, what overprints adds."""
    most, more = 0.0, 0.0
    for mark in marks:
        if isinstance(mark, Area) or (isinstance(mark, Picture) and mark.mask):
            total = mark.colour.total
        else:
            under = mark.space.under
            total = 4.0 if under.components == 4 else float(len(under.inks) or under.components == 1)
        adds = mark.manner.overprint or mark.manner.opacity < 1 or mark.colour.kind == "spot"
        most, more = (most, more + total) if adds else (max(most, total), more)
    return most + more > limit


def _area(plates: Plates, mark: Area) -> None:
    if mark.colour.plates and mark.colour.kind != "pattern":
        mask = plates.mask(mark.rings, _clips(mark.manner), mark.manner.opacity)
        _lay(plates, mark.colour, mark.manner, mask)


def _clips(manner: Manner) -> list[tuple[Ring, ...]]:
    box = manner.clip
    upright: Ring = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    return [*manner.clips, (upright,)]


def _lay(plates: Plates, colour: Colour, manner: Manner, mask: Any) -> None:
    inks = {
        plate: share for plate, share in colour.plates if share or not (manner.keeps_zeros and colour.direct)
    }
    if "All" in inks:
        inks = dict.fromkeys(PROCESS, inks["All"])
    plates.lay(inks, mask, knocks_out=not manner.overprint)


def _shade(plates: Plates, mark: Shade) -> Iterator[str]:
    """A gradient along a line, as strips; others are told of."""
    source, coords = mark.source, numbers(entry(mark.source, "/Coords"))
    if number(entry(source, "/ShadingType")) != 2 or len(coords) != 4:
        yield "a gradient that does not run along a line"
        return
    (x0, y0), (x1, y1) = at(mark.matrix, *coords[:2]), at(mark.matrix, *coords[2:])
    low, high = numbers(entry(source, "/Domain")) or (0.0, 1.0)
    extends = [bool(value) for value in array(entry(source, "/Extend"))] or [False, False]
    dx, dy = x1 - x0, y1 - y0
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    across = -dy / length * FAR, dx / length * FAR
    for strip in range(STRIPS):
        values = evaluate(entry(source, "/Function"), low + (strip + 0.5) / STRIPS * (high - low))
        if values is None:
            yield "a gradient whose colours are computed"
            return
        start = -FAR if not strip and extends[0] else strip / STRIPS
        end = FAR if strip == STRIPS - 1 and extends[1] else (strip + 1) / STRIPS
        foot, head = (x0 + dx * start, y0 + dy * start), (x0 + dx * end, y0 + dy * end)
        ring = (
            (foot[0] - across[0], foot[1] - across[1]),
            (head[0] - across[0], head[1] - across[1]),
            (head[0] + across[0], head[1] + across[1]),
            (foot[0] + across[0], foot[1] + across[1]),
        )
        mask = plates.mask([ring], [*_clips(mark.manner), (_ring_of(mark.box),)], mark.manner.opacity)
        _lay(plates, paint(mark.space, values), mark.manner, mask)


def _ring_of(box: Rect) -> Ring:
    return (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)


def _picture(plates: Plates, mark: Picture) -> Iterator[str]:
    """A picture's samples on the plates of its space."""
    corners = tuple(at(mark.matrix, x, y) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1)))
    mask = plates.mask([corners], _clips(mark.manner), mark.manner.opacity)
    if mark.mask:
        # at 36 dpi a mask is taken for its whole box: too much, so only a light ink may be laid by it
        if mark.colour.total <= 1:
            _lay(plates, mark.colour, mark.manner, mask)
        else:
            yield "a picture of 1 bit in several inks"
        return
    space = mark.space
    inks = inks_of(space)
    if not inks or space.kind in ("indexed", *OF_THE_EYE):
        if space.under.kind not in OF_THE_EYE:
            yield f"a picture of {space.kind} colours"
        return
    bands = picture_bands(mark, plates.scale)
    if not bands:
        yield "a picture whose samples were not read"
        return
    laid = {ink: plates.placed(band, mark.matrix) for ink, band in zip(inks, bands, strict=True)}
    plates.lay(laid, mask, knocks_out=not mark.manner.overprint)


def inks_of(space: Space) -> tuple[str, ...]:
    """The plates of a space, in the order of its components; none where they are no inks."""
    return PROCESS if space.components == 4 else ("Black",) if space.kind == "gray" else space.inks


def picture_bands(mark: Picture, scale: float) -> tuple[Any, ...]:
    """A picture's plates by `inks_of`, about `scale` pixels to the point; none where they are not read."""
    samples = None if mark.inline else _samples(mark, scale)
    if samples is None:
        return ()
    decode = numbers(entry(mark.source, "/Decode"))
    return bands_of(samples, (len(decode) >= 2 and decode[0] > decode[1]) != (mark.space.kind == "gray"))


def _samples(mark: Picture, scale: float) -> Any:
    """The picture's components as they are stored, about as large as they are needed."""
    source, kinds = mark.source, filters(mark.source)
    if (
        entry(source, "/SMask") is not None
        or array(entry(source, "/Mask"))
        or is_stream(entry(source, "/Mask"))
    ):
        return None
    needed = max(1, round(mark.box.width * scale)), max(1, round(mark.box.height * scale))
    if kinds and kinds[-1] in ("/DCTDecode", "/DCT") and len(kinds) == 1:
        return picture_of_jpeg(source.read_raw_bytes(), needed, mark.space.components)
    if any(kind in PICTURES for kind in kinds):
        return None
    try:
        data = decoded(source, MOST_PICTURE_BYTES)
    except TooMuch:
        return None
    return picture_of_samples(data, (mark.width, mark.height), mark.space.components, mark.bits)
