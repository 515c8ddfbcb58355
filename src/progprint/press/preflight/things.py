"""Objects that a walk is told to draw -> what they paint: forms, pictures, inline pictures."""

from __future__ import annotations

from typing import Any

from progprint.press.preflight.colours import Colour
from progprint.press.preflight.drawn import Layer, Picture
from progprint.press.preflight.interpret import ELSEWHERE, Walk
from progprint.press.preflight.matrices import around, corners, matrix_of, ring, times
from progprint.press.preflight.objects import array, entry, items, name, number, numbers
from progprint.press.preflight.state import State
from progprint.press.preflight.within import fill_with


def draw(walk: Walk, operands: Any) -> None:
    found = entry(entry(walk.resources, "/XObject"), name(operands[0]))
    kind = name(entry(found, "/Subtype"))
    if entry(found, "/OC") is not None:
        walk.note("layer")
    for key, what in ELSEWHERE.items():
        if entry(found, key) is not None:
            walk.note("opi", what)
    if kind == "/Image":
        _picture(walk, found, None)
    elif kind == "/Form" and entry(found, "/PS") is None and name(entry(found, "/Subtype2")) != "/PS":
        _form(walk, found)
    elif kind:
        walk.note("postscript")
    else:
        walk.note("missing", f"the picture or form {name(operands[0])}")


def _form(walk: Walk, found: Any) -> None:
    if not walk.enter(found):
        return
    group, inner = entry(found, "/Group"), walk.state.kept()
    if group is not None:
        walk.group(group, "form")
        _layered(walk, inner, group)
    inner.matrix = times(matrix_of(array(entry(found, "/Matrix"))), inner.matrix)
    box = numbers(entry(found, "/BBox"))
    outside = walk.base, walk.state, walk.kept, walk.path
    # patterns are placed in the space of what they are used in (ISO 32000-1, 8.7.3.1)
    walk.base, walk.state, walk.kept, walk.path = inner.matrix, inner, [], []
    try:
        if len(box) == 4:
            left, foot, right, head = box
            inner.narrow((ring(inner.matrix, corners(left, foot, right - left, head - foot)),))
        walk.run(found, entry(found, "/Resources", walk.resources))
    finally:
        walk.base, walk.state, walk.kept, walk.path = outside
        walk.inside.pop()


def _layered(walk: Walk, inner: State, group: Any) -> None:
    """A group begins with plain settings; it meets what is under it as one when that makes a difference."""
    if name(entry(group, "/S")) != "/Transparency":
        return
    isolated, knockout = bool(entry(group, "/I")), bool(entry(group, "/K"))
    if knockout:
        walk.note("knockout")
    if isolated or inner.fill_opacity < 1 or inner.blend or inner.soft is not None:
        walk.layers += 1
        layer = Layer(walk.layers, inner.fill_opacity, inner.blend, inner.soft, not isolated)
        inner.layers = (*inner.layers, layer)
    inner.fill_opacity = inner.stroke_opacity = 1.0
    inner.blend, inner.soft = "", None


def inline(walk: Walk, operands: Any) -> None:
    _picture(walk, operands[0].obj, operands[0])


def _picture(walk: Walk, found: Any, inline: Any) -> None:
    keys = {key.removeprefix("/"): value for key, value in items(found)} if inline is not None else {}

    def get(long: str, short: str) -> Any:
        return entry(found, f"/{long}") if inline is None else keys.get(long, keys.get(short))

    state = walk.state
    box = state.visible(around([ring(state.matrix, corners(0, 0, 1, 1))]))
    if entry(found, "/SMask") is not None or number(entry(found, "/SMaskInData")) > 0:
        walk.note("transparency", "a picture with a soft mask")
    if box is None:
        return
    mask = bool(get("ImageMask", "IM"))
    space = walk.space_of(get("ColorSpace", "CS")) if not mask else state.fill_space
    under = space.under
    first = Colour(under.kind, tuple((ink, 0.0) for ink in under.inks), via=under.via)
    colour = state.fill if mask else first
    if colour.kind == "pattern" and mask:
        fill_with(walk, colour, box)
    bits = 1 if mask else int(number(get("BitsPerComponent", "BPC"), 8.0))
    size = int(number(get("Width", "W"))), int(number(get("Height", "H")))
    walk.marks.append(
        Picture(box, colour, state.manner(), state.matrix, *size, bits, mask, space, found, inline)
    )
