"""Paths under a walk -> areas and lines, filled with colours, gradients or tiles."""

from __future__ import annotations

from typing import Any

from progprint.press.preflight.drawn import Area, Line, Ring, Shape
from progprint.press.preflight.interpret import Walk
from progprint.press.preflight.matrices import around, scale
from progprint.press.preflight.objects import entry, name
from progprint.press.preflight.within import fill_with, shade_box


def finish(walk: Walk, fill: str, stroke: bool) -> None:
    """Paint the path, clip by it if so asked, and begin anew. `fill`: how holes are told; empty is not."""
    rings: tuple[Ring, ...] = tuple(tuple(one) for one in walk.path if one)
    if fill and rings:
        _fill(walk, Shape(rings, fill != "wound"))
    if stroke and rings:
        _stroke(walk, rings)
    if walk.clipping:
        walk.state.narrow(rings, walk.clipping != "wound")
    walk.clipping = ""
    walk.path = []


def _fill(walk: Walk, shape: Shape) -> None:
    box = walk.state.visible(around(shape.rings))
    if box is None:
        return
    colour = walk.state.fill
    if colour.kind == "pattern":
        fill_with(walk, colour, box, shape)
    elif walk.state.fill_opacity > 0:
        walk.marks.append(Area(box, colour, walk.state.manner(), shape.rings, shape.even_odd))


def _stroke(walk: Walk, rings: tuple[Ring, ...]) -> None:
    state = walk.state
    width = state.line_width * scale(state.matrix)
    box = state.visible(around(rings, width / 2))
    if box is not None and state.stroke.kind == "pattern":
        fill_with(walk, state.stroke, box)
    elif box is not None and state.stroke_opacity > 0:
        walk.marks.append(Line(box, state.stroke, state.manner(stroke=True), rings, width, state.dashed))


def shade(walk: Walk, operands: Any) -> None:
    """Fill all that is visible with a gradient."""
    found = entry(entry(walk.resources, "/Shading"), name(operands[0]))
    if found is not None and not walk.state.empty:
        shade_box(walk, found, (walk.state.clip, None), walk.state.matrix)
    elif found is None:
        walk.note("missing", f"the gradient {name(operands[0])}")
