"""ICC profiles -> what they are called, and the way from a picture's colours to the press's inks."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageCms, ImageFilter

from progprint.images.limit import MARGIN, limited
from progprint.images.types import Press

#: colour space of a profile's header that suits a mode once alpha is gone
SPACES = {"CMYK": "CMYK", "L": "GRAY", "LA": "GRAY", "1": "GRAY"}
#: nodes a side of the colour table. Against the exact transform to FOGRA39 33 nodes err by 0.4 of 255 in
#: the mean (1.3 on greys) and 5 at most, less than JPEG does, and take 18 ms for 900 x 600 pixels;
#: LittleCMS's own table takes 28.
NODES = 33


def description(profile: bytes | None, mode: str) -> tuple[str, str]:
    """What an embedded profile is called, or empty and why it is not used."""
    if not profile:
        return "", ""
    try:
        opened = ImageCms.ImageCmsProfile(BytesIO(profile))
        name = " ".join(ImageCms.getProfileDescription(opened).split())
    except (OSError, TypeError, ValueError, ImageCms.PyCMSError):
        return "", "unreadable"
    space = opened.profile.xcolor_space.strip()
    if space != SPACES.get(mode, "RGB"):
        return "", f"{name}: colour space {space} in a picture of mode {mode}"
    return name, ""


class InkTable(NamedTuple):
    """From RGB to a press's inks."""

    table: ImageFilter.Color3DLUT
    #: the limit of ink took something from its darkest colours
    tight: bool


@lru_cache(maxsize=8)
def ink_table(source: bytes, press: Press) -> InkTable:
    """Make the table from RGB to the press's inks, within its limit of ink. An empty source is sRGB.

    Between nodes within the limit nothing is above it: the way down begins one node before it is reached.
    """
    transform = _transform(source, press, "RGB")
    axis = bytes(round(i * 255 / (NODES - 1)) for i in range(NODES))
    cube = b"".join(bytes((red, green, blue)) for blue in axis for green in axis for red in axis)
    inks = ImageCms.applyTransform(Image.frombytes("RGB", (NODES * NODES, NODES), cube), transform)
    assert inks is not None
    shares = [v / 255 for v in inks.tobytes()]
    limit, most = press.total_ink - MARGIN, 0.0
    for at in range(0, len(shares), 4):
        c, m, y, k = shares[at : at + 4]
        most = max(most, c + m + y + k)
        if c + m + y + k > limit:
            shares[at : at + 4] = limited((c, m, y, k), limit)
    table = ImageFilter.Color3DLUT(NODES, shares, channels=4, target_mode="CMYK")
    return InkTable(table, most > press.total_ink)


@lru_cache(maxsize=8)
def ink_transform(source: bytes, press: Press) -> ImageCms.ImageCmsTransform:
    """Make the transform from one press's inks to another's."""
    return _transform(source, press, "CMYK")


@lru_cache(maxsize=32)
def separation(source: bytes, press: Press, mode: str) -> ImageCms.ImageCmsTransform:
    """Make the transform from colours of a mode (RGB, CMYK, LAB) to a press's inks; no source is sRGB."""
    return _transform(source, press, mode)


#: names of ways to render, as ICC.1 has them
_RENDERING = {
    "perceptual": ImageCms.Intent.PERCEPTUAL,
    "relative": ImageCms.Intent.RELATIVE_COLORIMETRIC,
    "saturation": ImageCms.Intent.SATURATION,
    "absolute": ImageCms.Intent.ABSOLUTE_COLORIMETRIC,
}


def _transform(source: bytes, press: Press, mode: str) -> ImageCms.ImageCmsTransform:
    if source:
        start = ImageCms.ImageCmsProfile(BytesIO(source))
    else:
        start = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB" if mode == "LAB" else "sRGB"))
    end = ImageCms.ImageCmsProfile(BytesIO(press.profile))
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION if press.black_point else ImageCms.Flags.NONE
    return ImageCms.buildTransform(start, end, mode, "CMYK", _RENDERING[press.rendering], flags)
