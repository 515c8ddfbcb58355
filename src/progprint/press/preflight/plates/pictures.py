"""Picture of a file -> its inks and how opaque it is, about as finely as plates need it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from progprint.images import (
    Fax,
    Stored,
    between,
    mapped,
    multiplied,
    picture_of_jpeg,
    picture_of_lines,
    picture_of_samples,
    picture_of_waves,
    reduced,
    stretched,
)
from progprint.press.preflight.colours import PROCESS, Space, paint
from progprint.press.preflight.drawn import Picture
from progprint.press.preflight.objects import (
    MOST_PICTURE_BYTES,
    PICTURES,
    TooMuch,
    array,
    decoded,
    entry,
    filters,
    is_stream,
    name,
    number,
    numbers,
)
from progprint.press.preflight.plates.separating import Ways

#: filters by their short names in inline pictures (ISO 32000-1, table 94)
LONG = {
    "/AHx": "/ASCIIHexDecode", "/A85": "/ASCII85Decode", "/LZW": "/LZWDecode", "/Fl": "/FlateDecode",
    "/RL": "/RunLengthDecode", "/CCF": "/CCITTFaxDecode", "/DCT": "/DCTDecode",
}  # fmt: skip
UNREAD = "a picture whose samples were not read"

Size = tuple[int, int]


class Inked(NamedTuple):
    """A picture ready to be laid."""

    #: ink -> band; nothing of a stencil, which is laid in the colour of its mark
    bands: Mapping[str, Any]
    opacity: Any


class Unknown(Exception):
    """Raised with what cannot be known of a picture."""


def inked(mark: Picture, needed: Size, ways: Ways) -> Inked:
    """Read a picture about as large as is needed. Raises Unknown."""
    if mark.mask:
        return Inked({}, _stencil(mark, needed))
    source, space = mark.source, mark.space
    key = array(entry(source, "/Mask"))
    plain = space.under.kind != "indexed" and space.kind != "indexed" and not key
    stored = _stored(mark, needed if plain else None, needed)
    if space.kind == "unknown" and not _names_space(mark):
        space = _own_space(stored)
    if len(stored.bands) != space.components and space.kind != "indexed":
        raise Unknown(UNREAD)
    opacity = _opacity(mark, needed)
    if key:
        ranges = [int(number(value)) for value in key]
        hidden = between(stored, list(zip(ranges[::2], ranges[1::2], strict=False)))
        opacity = multiplied(opacity, hidden.point([255 - value for value in range(256)]))
    elif stored.opacity is not None and number(entry(source, "/SMaskInData")) > 0:
        opacity = multiplied(opacity, stored.opacity)
    bands = (
        _indexed(mark, stored, ways)
        if space.kind == "indexed"
        else _plates(mark, space, stored, needed, ways)
    )
    if bands is None:
        raise Unknown(f"a picture of {space.under.kind} colours")
    return Inked(bands, opacity)


def inks_of(space: Space) -> tuple[str, ...]:
    """The plates of a space, in the order of its components; none where they are no inks."""
    return PROCESS if space.components == 4 else ("Black",) if space.kind == "gray" else space.inks


def picture_bands(mark: Picture, scale: float, ways: Ways) -> Mapping[str, Any]:
    """A picture's plates, about `scale` pixels to the point; none where they are not read."""
    needed = max(1, round(mark.box.width * scale)), max(1, round(mark.box.height * scale))
    try:
        return inked(mark, needed, ways).bands
    except Unknown:
        return {}


def _names_space(mark: Picture) -> bool:
    return any(entry(mark.source, key) is not None for key in ("/ColorSpace", "/CS"))


def _own_space(stored: Stored) -> Space:
    """What the picture itself is of (JPEG 2000 may leave it to itself)."""
    kinds = {1: ("gray", 1), 3: ("rgb", 3), 4: ("cmyk", 4)}
    if len(stored.bands) not in kinds:
        raise Unknown(UNREAD)
    return Space(*kinds[len(stored.bands)])


def _plates(
    mark: Picture, space: Space, stored: Stored, needed: Size, ways: Ways
) -> Mapping[str, Any] | None:
    """Samples as shares of their components, then as inks."""
    bounds = _decode(mark) or tuple(space.reach) or (0.0, 1.0) * space.components
    if len(bounds) < 2 * space.components:
        raise Unknown(UNREAD)
    bands = []
    for at, band in enumerate(stored.bands):
        low, high = bounds[2 * at], bounds[2 * at + 1]
        if space.lab:
            # as Pillow has them: lightness of 100, the others from -128
            low, high = (low / 100, high / 100) if at == 0 else ((low + 128) / 255, (high + 128) / 255)
        bands.append(stretched(reduced(_even(band, stored.top), needed), 255, low, high))
    return ways.bands(space, bands)


def _even(band: Any, top: int) -> Any:
    """Samples of few bits as those of eight, so that they can be averaged."""
    return stretched(band, top, 0.0, 1.0)


def _indexed(mark: Picture, stored: Stored, ways: Ways) -> Mapping[str, Any] | None:
    space, top = mark.space, stored.top
    low, high = _decode(mark)[:2] or (0.0, float(top))
    colours = [ways.inks(paint(space, (low + (high - low) * at / top,))) for at in range(top + 1)]
    used = {at for at, flag in enumerate(stored.bands[0].histogram()) if flag}
    if any(colours[at] is None for at in used if at <= top):
        return None
    inks = dict.fromkeys(ink for colour in colours if colour for ink in colour)
    return {
        ink: mapped(stored.bands[0], [round((colour or {}).get(ink, 0.0) * 255) for colour in colours])
        for ink in inks
    }


def _stencil(mark: Picture, needed: Size) -> Any:
    """Where a mask of 1 bit lets its colour through: at 0, unless it says otherwise."""
    stored = _stored(mark._replace(space=Space("gray")), None, needed)
    turned = _decode(mark)[:1] == (1.0,)
    return stretched(stored.bands[0], stored.top, *((0.0, 1.0) if turned else (1.0, 0.0)))


def _decode(mark: Picture) -> tuple[float, ...]:
    return numbers(entry(mark.source, "/Decode")) or numbers(entry(mark.source, "/D"))


def _opacity(mark: Picture, needed: Size) -> Any:
    """A mask of its own, soft or of 1 bit; None when all is seen."""
    soft, hard = entry(mark.source, "/SMask"), entry(mark.source, "/Mask")
    if is_stream(soft):
        if entry(soft, "/Matte") is not None:
            raise Unknown("a picture that was mixed with its ground beforehand")
        mask = _mask_of(soft, False)
        stored = _stored(mask, needed, needed)
        return stretched(stored.bands[0], stored.top, *(_decode(mask)[:2] or (0.0, 1.0)))
    return _stencil(_mask_of(hard, True), needed) if is_stream(hard) else None


def _mask_of(found: Any, stencil: bool) -> Picture:
    size = int(number(entry(found, "/Width"))), int(number(entry(found, "/Height")))
    bits = 1 if stencil else int(number(entry(found, "/BitsPerComponent"), 8.0))
    template = Picture(*[None] * 11)  # type: ignore[arg-type]
    return template._replace(
        source=found, width=size[0], height=size[1], bits=bits, space=Space("gray"), mask=stencil
    )


def _stored(mark: Picture, averaged: Size | None, needed: Size) -> Stored:
    """Unpack samples. `averaged` may be their size when they mean amounts, not numbers of colours."""
    kinds = [LONG.get(kind, kind) for kind in _filters(mark)]
    size, channels = (mark.width, mark.height), mark.space.components
    try:
        if not kinds or kinds[-1] not in PICTURES:
            data = _unpacked(mark, kinds, MOST_PICTURE_BYTES)
            made = picture_of_samples(data, size, channels, mark.bits, averaged)
        else:
            data = _unpacked(mark, kinds[:-1], MOST_PICTURE_BYTES)
            made = _of_kind(mark, kinds[-1], data, needed)
    except (TooMuch, ValueError, RuntimeError) as wrong:
        raise Unknown(UNREAD) from wrong
    if made is None:
        raise Unknown(UNREAD)
    return made


def _of_kind(mark: Picture, kind: str, data: bytes, needed: Size) -> Stored | None:
    channels = mark.space.components
    if kind == "/DCTDecode":
        return picture_of_jpeg(data, needed, channels)
    if kind == "/JPXDecode":
        return picture_of_waves(data, needed, channels if _names_space(mark) else 0)
    if kind != "/CCITTFaxDecode":
        return None
    found = entry(mark.source, "/DecodeParms", entry(mark.source, "/DP"))
    several = array(found)
    asked = several[-1] if several else found
    columns = int(number(entry(asked, "/Columns"), 1728.0))
    fax = Fax(int(number(entry(asked, "/K"))), columns, mark.height, bool(entry(asked, "/BlackIs1", False)))
    return picture_of_lines(data, (mark.width, mark.height), fax)


def _filters(mark: Picture) -> list[str]:
    if mark.inline is None:
        return filters(mark.source)
    found = entry(mark.source, "/Filter", entry(mark.source, "/F"))
    return [name(one) for one in array(found)] or ([name(found)] if found is not None else [])


def _unpacked(mark: Picture, kinds: list[str], most: int) -> bytes:
    """The bytes once the first of their filters are undone. Raises TooMuch."""
    import pikepdf

    if mark.inline is None and len(kinds) == len(filters(mark.source)):
        return decoded(mark.source, most)
    raw = mark.source.read_raw_bytes() if mark.inline is None else mark.inline.read_raw_bytes()
    if not kinds:
        return bytes(raw)
    parms = array(entry(mark.source, "/DecodeParms", entry(mark.source, "/DP")))
    with pikepdf.new() as pdf:
        stream = pikepdf.Stream(pdf, b"")
        shown = [
            pikepdf.Dictionary(dict(one)) if isinstance(one, pikepdf.Dictionary) else None for one in parms
        ]
        given = pikepdf.Array([one or pikepdf.Dictionary() for one in shown[: len(kinds)]]) if parms else None
        stream.write(
            bytes(raw), filter=pikepdf.Array([pikepdf.Name(kind) for kind in kinds]), decode_parms=given
        )
        return decoded(stream, most)
