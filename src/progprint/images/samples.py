"""Bytes of a picture inside a file -> its components as they are stored."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageChops

from progprint.images.fax import Fax, picture_of_fax
from progprint.images.opening import DAMAGE
from progprint.images.raster import reduced

#: pixels of one picture, once it is reduced as far as its packing allows: A3 at 600 dpi has 70 million
MOST_PIXELS = 160_000_000
#: of JPEG 2000, which takes a second for 10 million
MOST_WAVES = 40_000_000
#: modes of pictures -> channels
MODES = {1: "L", 3: "RGB", 4: "CMYK"}
#: bits of a sample -> how Pillow unpacks it unchanged
UNPACKED = {1: "P;1", 2: "P;2", 4: "P;4"}


class Stored(NamedTuple):
    """A picture's samples, one plate a component."""

    bands: tuple[Image.Image, ...]
    #: the sample that means the highest value
    top: int = 255
    #: how opaque it is, where the picture itself says so
    opacity: Image.Image | None = None


def picture_of_jpeg(data: bytes, size: tuple[int, int], channels: int) -> Stored | None:
    """Decode a JPEG about `size` large; None when it is damaged."""
    from PIL.JpegImagePlugin import JpegImageFile

    try:
        image = JpegImageFile(BytesIO(data))
        image.draft(image.mode, size)
        if image.width * image.height > MOST_PIXELS:
            return None
        image.load()
    except (*DAMAGE, MemoryError):
        return None
    if len(image.getbands()) != channels:
        return None
    # Pillow turns Adobe's CMYK upside down; a PDF says so itself in /Decode
    plain = ImageChops.invert(image) if image.mode == "CMYK" and "adobe" in image.info else image
    return Stored(plain.split())


def picture_of_waves(data: bytes, size: tuple[int, int], channels: int) -> Stored | None:
    """Decode a JPEG 2000 about `size` large; None when it is damaged or of a kind that Pillow does not know.

    `channels` of 0 are as many as it has; what it has beyond them is its opacity.
    """
    from PIL.Jpeg2KImagePlugin import Jpeg2KImageFile

    try:
        wide, high = Jpeg2KImageFile(BytesIO(data)).size
        finest = int(min(wide / size[0], high / size[1])).bit_length() - 1
        for halvings in range(max(finest, 0), -1, -1):
            image = Jpeg2KImageFile(BytesIO(data))
            if wide * high >> (2 * halvings) > MOST_WAVES:
                return None
            image.reduce = halvings
            try:
                image.load()
                break
            except OSError:
                # not made for so many halvings
                continue
        else:
            return None
    except (*DAMAGE, MemoryError):
        return None
    if image.mode not in ("L", "LA", "RGB", "RGBA", "CMYK"):
        return None
    bands = image.split()
    opacity = bands[-1] if image.mode.endswith("A") else None
    colours = bands[:-1] if opacity is not None else bands
    return Stored(colours, opacity=opacity) if channels in (0, len(colours)) else None


def picture_of_samples(
    data: bytes, size: tuple[int, int], channels: int, bits: int, needed: tuple[int, int] | None = None
) -> Stored | None:
    """Take plain samples for a picture; None when they are too few or of another kind.

    With `needed` they are averaged to about that size: not samples that are numbers of colours.
    """
    wide, high = size
    row = (wide * channels * bits + 7) // 8
    if bits not in (1, 2, 4, 8, 16) or channels < 1 or min(size) < 1 or len(data) < row * high:
        return None
    data = data[: row * high]
    if bits in UNPACKED:
        flat = Image.frombytes("P", (wide * channels, high), data, "raw", UNPACKED[bits])
        data = flat.tobytes()
    elif bits == 16:
        data = data[::2]
    if channels in MODES:
        image = Image.frombytes(MODES[channels], size, data)
        bands = (reduced(image, needed) if needed and bits >= 8 else image).split()
    else:
        bands = tuple(Image.frombytes("L", size, data[at::channels]) for at in range(channels))
    return Stored(bands, (1 << min(bits, 8)) - 1)


def picture_of_lines(data: bytes, size: tuple[int, int], fax: Fax) -> Stored | None:
    """Decode a fax's lines; None when they are damaged."""
    image = picture_of_fax(data, size, fax)
    return None if image is None else Stored((image.convert("L"),))


def mapped(band: Image.Image, table: list[int]) -> Image.Image:
    """A band with each sample put for another; samples beyond the table are the last."""
    return band.point((table + table[-1:] * 256)[:256])


def stretched(band: Image.Image, top: int, low: float, high: float) -> Image.Image:
    """A band's samples of 0 to `top` as shares from `low` to `high`, 255 the whole."""
    if (top, low, high) == (255, 0.0, 1.0):
        return band
    if (top, low, high) == (255, 1.0, 0.0):
        # as all pictures of four inks in JPEG are stored
        return ImageChops.invert(band)
    return mapped(band, [_byte(low + (high - low) * value / top) for value in range(top + 1)])


def between(stored: Stored, ranges: list[tuple[int, int]]) -> Image.Image:
    """255 where every component lies in its range: the key of what is not seen."""
    made = Image.new("L", stored.bands[0].size, 255)
    for band, (low, high) in zip(stored.bands, ranges, strict=False):
        flags = band.point([255 if low <= value <= high else 0 for value in range(256)])
        made = ImageChops.multiply(made, flags)
    return made


def _byte(share: float) -> int:
    return round(min(max(share, 0.0), 1.0) * 255)
