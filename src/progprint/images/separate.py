"""Colours that are not inks -> the inks of a press, as its own converter makes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PIL import Image, ImageChops, ImageCms

from progprint.images.calibrated import Calibrated, profile_of
from progprint.images.opening import DAMAGE
from progprint.images.profiles import separation
from progprint.images.types import Press

#: what LittleCMS and Pillow raise on profiles that are damaged or of another kind
WRONG = (*DAMAGE, ImageCms.PyCMSError, MemoryError)


Bands = tuple[Image.Image, ...]


class Source(NamedTuple):
    """A space of colours."""

    #: RGB, CMYK or LAB
    mode: str
    #: ICC profile; empty is sRGB, or the press's own inks
    profile: bytes = b""
    #: of a space that says its primaries instead
    calibrated: Calibrated | None = None


def separate(picture: Image.Image, source: Source, press: Press) -> Image.Image | None:
    """A picture of a mode in a press's inks; None when there is no way to them."""
    if source.mode == "CMYK" and source.profile in (b"", press.profile):
        return picture
    try:
        profile = profile_of(source.calibrated) if source.calibrated else source.profile
        way = separation(profile, press, source.mode)
        # `applyTransform` writes out the whole press profile for every picture, 20 ms for a single colour
        made = Image.new("CMYK", picture.size)
        way.transform.apply(picture.getim(), made.getim())
        return made
    except WRONG:
        return None


def separate_colour(shares: tuple[float, ...], source: Source, press: Press) -> tuple[float, ...] | None:
    """One colour's components as shares of 0 to 1 -> shares of cyan, magenta, yellow and black."""
    pixel = tuple(round(min(max(share, 0.0), 1.0) * 255) for share in shares)
    try:
        made = separate(Image.new(source.mode, (1, 1), pixel), source, press)
    except WRONG:
        return None
    return None if made is None else tuple(value / 255 for value in made.tobytes())


def separate_bands(bands: Sequence[Image.Image], source: Source, press: Press) -> Bands | None:
    """A picture's components, one band each, in a press's inks."""
    try:
        made = separate(Image.merge(source.mode, tuple(bands)), source, press)
    except WRONG:
        return None
    return None if made is None else made.split()


def dark(bands: Sequence[Image.Image]) -> Image.Image:
    """How dark a picture of grey or RGB is, 255 black."""
    light = Image.merge("RGB", tuple(bands)).convert("L") if len(bands) == 3 else bands[0]
    return ImageChops.invert(light)
