"""A picture's colours -> the black plate alone, as light on the press as they look."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageCms

#: below this lightness luminance is a straight line (CIE 15:2018, 8.2.1)
_DARK = 8.0
_SLOPE = 903.3


def to_grey(pixels: Image.Image, profile: bytes, intent: bytes) -> Image.Image:
    """Separate RGB or CMYK pixels into shades of black. An empty profile is sRGB, or the intent's inks."""
    if pixels.mode not in ("RGB", "CMYK"):
        return pixels
    source = profile or (intent if pixels.mode == "CMYK" else b"")
    seen = ImageCms.applyTransform(pixels, _lightness(source, pixels.mode))
    assert seen is not None
    return seen.getchannel(0).point(list(_shades(intent)))


@lru_cache(maxsize=8)
def _lightness(source: bytes, mode: str) -> ImageCms.ImageCmsTransform:
    start = ImageCms.ImageCmsProfile(BytesIO(source)) if source else ImageCms.createProfile("sRGB")
    return ImageCms.buildTransform(
        start, ImageCms.createProfile("LAB"), mode, "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC
    )


@lru_cache(maxsize=2)
def _shades(intent: bytes) -> tuple[int, ...]:
    """Lightness (0 to 255) -> the shade, 0 black, that looks so on the press.

    Black alone is a dark grey on paper: luminance is compressed to what it reaches (black point
    compensation, ISO 18619).
    """
    ramp = Image.frombytes("CMYK", (256, 1), b"".join(bytes((0, 0, 0, ink)) for ink in range(256)))
    seen = ImageCms.applyTransform(ramp, _lightness(intent, "CMYK"))
    assert seen is not None
    # from full black up to paper
    printed = [value / 2.55 for value in seen.getchannel(0).tobytes()][::-1]
    darkest = _luminance(printed[0])
    wanted = (_as_light(darkest + (1 - darkest) * _luminance(value / 2.55)) for value in range(256))
    return tuple(min(bisect_left(printed, light - 0.2), 255) for light in wanted)


def _luminance(lightness: float) -> float:
    return lightness / _SLOPE if lightness <= _DARK else ((lightness + 16) / 116) ** 3


def _as_light(luminance: float) -> float:
    return luminance * _SLOPE if luminance <= _DARK / _SLOPE else 116 * float(luminance ** (1 / 3)) - 16
