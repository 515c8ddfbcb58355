"""Areas that are not plain -> operators that leave the graphics state as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil, cos, floor, radians, sin

from progprint.pages.types import CodeMark
from progprint.pdf.inks import (
    CMYK,
    COATED,
    Inks,
    Least,
    gradient_end,
    gradient_space,
    least_width,
    setting,
)
from progprint.pdf.numbers import decimal, number
from progprint.pdf.output import Output, dictionary
from progprint.pdf.state import KNOCK_OUT, shading_name
from progprint.style import Ink

#: left, foot, width, height on the sheet, in points
Box = tuple[float, float, float, float]

#: distance of hatching lines along an edge, and their width; of dots, and their width. Chosen so that the
#: patterns differ at arm's length and no line is thinner than 0.5 pt, shops' least for lines in two inks
HATCH_PITCH, HATCH_WIDTH = 5.0, 0.5
DOT_PITCH, DOT_WIDTH = 3.5, 1.0
#: ground and cross of a picture's room that stays empty
EMPTY_GROUND, EMPTY_CROSS = Ink(0, 0, 0, 0.08), Ink(0, 0, 0, 0.4)


def solid(box: Box) -> str:
    """A filled rectangle."""
    return " ".join(map(number, box)) + " re f"


def gradient(ink: Ink, box: Box) -> str:
    """An area that runs from one ink into another; the ends of the run are the area's own corners."""
    assert ink.blend is not None
    x, foot, width, height = box
    turn = radians(ink.blend.angle)
    length = abs(width * cos(turn)) + abs(height * sin(turn))
    along, across = length * cos(turn), length * sin(turn)
    place = " ".join(map(number, (along, across, -across, along, x + width / 2, foot + height / 2)))
    return f"q {KNOCK_OUT} {' '.join(map(number, box))} re W n {place} cm /{shading_name(ink)} sh Q"


def write_shading(output: Output, ink: Ink, inks: Inks, spaces: Mapping[str, bytes]) -> bytes:
    """Write a gradient over a length of one, its middle at the origin. `spaces`: those of `inks.spaces`."""
    assert ink.blend is not None
    space = gradient_space(ink, inks)
    first, last = (gradient_end(end, space, inks) for end in (ink, ink.blend.to))
    function = f"<</FunctionType 2/Domain[0 1]/N 1/C0[{first}]/C1[{last}]>>"
    return output.write(dictionary(
        ShadingType=2, ColorSpace=spaces[space] if space else "/DeviceCMYK", Coords="[-0.5 0 0.5 0]",
        Function=function, Extend="[true true]"))


def patterned(pattern: str, ink: Ink, box: Box, inks: Inks, least: Least = COATED) -> str:
    """A hatched, dotted or crossed area; its lines run through neighbouring areas without a jog."""
    clip = " ".join(map(number, box)) + " re W n"
    if pattern == "dotted":
        lines, width = _rows(box), DOT_WIDTH
        dashes = f" 1 J [0 {number(DOT_PITCH)}] 0 d"
    else:
        slopes = (1, -1) if pattern == "crossed" else (1,)
        lines, width = (line for slope in slopes for line in _diagonals(box, slope)), HATCH_WIDTH
        dashes = ""
    width = max(width, least_width(ink, inks, least))
    drawn = "\n".join(lines)
    return f"q {clip} {setting(ink, 'K', inks)} {number(width)} w{dashes}\n{drawn}\nS Q"


def symbol(mark: CodeMark, box: Box) -> str:
    """The dark modules as one path of rectangles, so that no seam shows between them."""
    x, foot, width, height = box
    across, down = f"{width / mark.side:.6f}", f"{-height / mark.side:.6f}"
    cells = "\n".join(f"{left} {top} {wide} {high} re" for left, top, wide, high in mark.runs)
    return f"q {across} 0 0 {down} {number(x)} {number(foot + height)} cm\n{cells}\nf Q"


def empty_picture(box: Box) -> str:
    """The room of a picture that cannot be printed: pale, with a cross."""
    x, foot, width, height = box
    left, low, right, high = (decimal(round(v * 100)) for v in (x, foot, x + width, foot + height))
    return (f"q {setting(EMPTY_GROUND, 'k', CMYK)} {solid(box)} {setting(EMPTY_CROSS, 'K', CMYK)} 0.5 w "
            f"{left} {low} m {right} {high} l {left} {high} m {right} {low} l S Q")


def _diagonals(box: Box, slope: int) -> Iterator[str]:
    """Lines y = slope x + n pitch that meet the box, n an integer."""
    x, foot, width, height = box
    ends = (foot - slope * x, foot - slope * (x + width), foot + height - slope * x,
            foot + height - slope * (x + width))
    for n in range(floor(min(ends) / HATCH_PITCH), ceil(max(ends) / HATCH_PITCH) + 1):
        start, end = slope * x + n * HATCH_PITCH, slope * (x + width) + n * HATCH_PITCH
        yield f"{number(x)} {number(start)} m {number(x + width)} {number(end)} l"


def _rows(box: Box) -> Iterator[str]:
    """Rows of dots on a lattice of the sheet."""
    x, foot, width, height = box
    left = floor(x / DOT_PITCH) * DOT_PITCH
    for n in range(floor(foot / DOT_PITCH), ceil((foot + height) / DOT_PITCH) + 1):
        y = number(n * DOT_PITCH)
        yield f"{number(left)} {y} m {number(x + width + DOT_PITCH)} {y} l"
