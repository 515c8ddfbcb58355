"""Two plates -> what one gives upon the other in a blend mode (ISO 32000-1, 11.3.5).

Inks are the complement of light: the modes are said of light, so plates are turned over, mixed, turned back.
"""

from __future__ import annotations

from PIL import Image, ImageChops, ImageMath

#: modes that mix each plate for itself
MODES = frozenset({
    "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight", "SoftLight",
    "Difference", "Exclusion",
})  # fmt: skip
#: modes that would turn bare paper dark; spot inks take them for the usual one (11.7.4.2)
DARKEN_PAPER = frozenset({"Difference", "Exclusion"})


def blended(mode: str, under: Image.Image, upon: Image.Image) -> Image.Image:
    """Mix two plates of one ink, both opaque."""
    one, other = ImageChops.invert(under), ImageChops.invert(upon)
    return ImageChops.invert(_of_light(mode, one, other))


def _of_light(mode: str, under: Image.Image, upon: Image.Image) -> Image.Image:
    simple = {
        "Multiply": ImageChops.multiply, "Screen": ImageChops.screen, "Overlay": ImageChops.overlay,
        "Darken": ImageChops.darker, "Lighten": ImageChops.lighter, "HardLight": ImageChops.hard_light,
        "Difference": ImageChops.difference,
    }  # fmt: skip
    if mode in simple:
        return simple[mode](under, upon)
    if mode == "SoftLight":
        return _softly(under, upon)
    a, b = under.convert("I"), upon.convert("I")
    if mode == "Exclusion":
        made = ImageMath.lambda_eval(lambda of: of["a"] + of["b"] - 2 * of["a"] * of["b"] / 255, a=a, b=b)
    elif mode == "ColorDodge":
        made = ImageMath.lambda_eval(
            lambda of: (of["a"] > 0) * of["min"](of["a"] * 255 / of["max"](255 - of["b"], 1), 255), a=a, b=b
        )
    else:
        made = ImageMath.lambda_eval(
            lambda of: 255
            - (of["a"] < 255) * of["min"]((255 - of["a"]) * 255 / of["max"](of["b"], 1), 255),
            a=a, b=b,
        )  # fmt: skip
    light: Image.Image = made.convert("L")
    return light


def _softly(under: Image.Image, upon: Image.Image) -> Image.Image:
    """SoftLight: Pillow's own is of another formula."""
    curve = [round(_softened(value / 255) * 255) for value in range(256)]
    made = ImageMath.lambda_eval(
        lambda of: (of["b"] <= 127)
        * (of["a"] - (255 - 2 * of["b"]) * of["a"] * (255 - of["a"]) / 65025)
        + (of["b"] > 127) * (of["a"] + (2 * of["b"] - 255) * (of["d"] - of["a"]) / 255),
        a=under.convert("I"), b=upon.convert("I"), d=under.point(curve).convert("I"),
    )  # fmt: skip
    light: Image.Image = made.convert("L")
    return light


def _softened(share: float) -> float:
    return ((16 * share - 12) * share + 4) * share if share <= 0.25 else share**0.5


def laid_on(under: Image.Image, seen: Image.Image | None, upon: Image.Image, mode: str) -> Image.Image:
    """What is painted where a plate lies under a mode: `seen` is how opaque that plate is, None everywhere.

    `under` is already weighed by it. What lies on nothing is not mixed (11.3.6).
    """
    if seen is None:
        return blended(mode, under, upon)
    mixed = blended(mode, whole(under, seen), upon)
    return Image.composite(mixed, upon, seen)


def whole(weighed: Image.Image, seen: Image.Image) -> Image.Image:
    """Shares as they were before they were weighed by how opaque they are."""
    made = ImageMath.lambda_eval(
        lambda of: of["min"](of["a"] * 255 / of["max"](of["b"], 1), 255),
        a=weighed.convert("I"), b=seen.convert("I"),
    )  # fmt: skip
    plain: Image.Image = made.convert("L")
    return plain
