"""Inks of a picture -> the same within what the paper takes in all: black and hue stay, colour gives way."""

from __future__ import annotations

from PIL import Image, ImageMath

#: a share of all inks that is kept free, for JPEG moves a pixel's sum up: in flat shadows by 0.01
MARGIN = 0.02
#: how often a picture is brought further down when JPEG went over the limit: grain of film, by 0.07
TRIES = 3


def limited(inks: tuple[float, float, float, float], limit: float) -> tuple[float, float, float, float]:
    """Take from cyan, magenta and yellow by one share until all four are `limit` in sum. Shares of 0 to 1."""
    c, m, y, k = inks
    colour, room = c + m + y, max(limit - k, 0.0)
    if colour <= room:
        return inks
    share = room / colour
    return c * share, m * share, y * share, k


def most_ink(pixels: Image.Image) -> float:
    """The largest sum of a CMYK picture's inks, as a share."""
    c, m, y, k = (band.convert("I") for band in pixels.split())
    total = ImageMath.lambda_eval(lambda of: of["c"] + of["m"] + of["y"] + of["k"], c=c, m=m, y=y, k=k)
    return float(total.getextrema()[1]) / 255


def limit_pixels(pixels: Image.Image, limit: float) -> Image.Image:
    """Do the same with the pixels of a CMYK picture; those within the limit stay as they are."""
    c, m, y, k = (band.convert("I") for band in pixels.split())
    most = int(limit * 255)
    colour = ImageMath.lambda_eval(lambda of: of["c"] + of["m"] + of["y"], c=c, m=m, y=y)
    room = ImageMath.lambda_eval(lambda of: of["max"](most - of["k"], 0), k=k)
    over = ImageMath.lambda_eval(lambda of: of["colour"] > of["room"], colour=colour, room=room)
    if over.getextrema() == (0, 0):
        return pixels

    def less(band: Image.Image) -> Image.Image:
        # whole numbers round down, so no sum is above the limit
        made = ImageMath.lambda_eval(
            lambda of: of["over"] * (of["band"] * of["room"] / of["max"](of["colour"], 1))
            + (1 - of["over"]) * of["band"],
            band=band, room=room, colour=colour, over=over,
        )  # fmt: skip
        grey: Image.Image = made.convert("L")
        return grey

    return Image.merge("CMYK", (*map(less, (c, m, y)), pixels.getchannel("K")))
