"""Shares of ink by plate -> the areas that carry too much of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PIL import Image, ImageMath

#: left, top, right, bottom in pixels
Window = tuple[int, int, int, int]


class Heap(NamedTuple):
    """An area of pixels that touch and are all above a limit."""

    window: Window
    pixels: int
    #: as a share: that of the densest tenth
    ink: float


def total_of(bands: Iterable[Image.Image], size: tuple[int, int]) -> Image.Image:
    """The sum of all plates, 255 a full one."""
    total = Image.new("I", size)
    for band in bands:
        total = ImageMath.lambda_eval(lambda of: of["a"] + of["b"], a=total, b=band.convert("I"))
    return total


def added(one: Image.Image, other: Image.Image) -> Image.Image:
    made: Image.Image = ImageMath.lambda_eval(lambda of: of["a"] + of["b"], a=one, b=other)
    return made


def higher(one: Image.Image, other: Image.Image) -> Image.Image:
    made: Image.Image = ImageMath.lambda_eval(lambda of: of["max"](of["a"], of["b"]), a=one, b=other)
    return made


def weighed(total: Image.Image, mask: Image.Image) -> Image.Image:
    """Sums as far as a mask lets them through."""
    made: Image.Image = ImageMath.lambda_eval(
        lambda of: of["a"] * of["b"] / 255, a=total, b=mask.convert("I")
    )
    return made


def above(total: Image.Image, edge: float) -> Image.Image:
    """255 where a sum is above an edge, else 0."""
    made: Image.Image = ImageMath.lambda_eval(lambda of: (of["a"] > edge) * 255, a=total).convert("L")
    return made


def heaps(heavy: Image.Image, total: Image.Image, least: float) -> list[Heap]:
    """Find the areas of set pixels that have at least so many of them."""
    box = heavy.getbbox()
    if box is None:
        return []
    width = heavy.width
    flags = bytearray(heavy.tobytes())
    sums = total.load()
    assert sums is not None
    found = []
    for start in range(box[1] * width + box[0], (box[3] - 1) * width + box[2]):
        if not flags[start]:
            continue
        area = _grown(flags, start, width)
        if len(area) < least:
            continue
        xs, ys = [i % width for i in area], [i // width for i in area]
        inks = sorted(int(sums[x, y]) for x, y in zip(xs, ys, strict=True))  # type: ignore[arg-type]
        window = min(xs), min(ys), max(xs) + 1, max(ys) + 1
        found.append(Heap(window, len(area), inks[len(inks) * 9 // 10] / 255))
    return found


def _grown(flags: bytearray, start: int, width: int) -> list[int]:
    """Every set pixel that can be reached from one; they are unset."""
    area, waiting = [], [start]
    flags[start] = 0
    while waiting:
        here = waiting.pop()
        area.append(here)
        for there in (here - 1, here + 1, here - width, here + width):
            if 0 <= there < len(flags) and flags[there] and abs(there % width - here % width) <= 1:
                flags[there] = 0
                waiting.append(there)
    return area
