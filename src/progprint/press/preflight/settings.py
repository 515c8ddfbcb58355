"""Named settings of the graphics state -> the state, and notes of those that a press refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from progprint.press.preflight.objects import array, entry, items, name, number
from progprint.press.preflight.within import mask_softly

if TYPE_CHECKING:
    from progprint.press.preflight.interpret import Walk

#: curves that change nothing (ISO 32000-1, table 58)
PLAIN_CURVES = frozenset({"/Identity", "/Default"})


def extended(walk: Walk, operands: Any) -> None:
    """Take over a dictionary of settings (ISO 32000-1, 8.4.5)."""
    found = entry(entry(walk.resources, "/ExtGState"), name(operands[0]))
    state = walk.state
    if found is None:
        walk.note("missing", f"the graphics state {name(operands[0])}")
    for key, value in items(found):
        if key == "/LW":
            state.line_width = number(value)
        elif key == "/D" and len(array(value)) == 2:
            state.dashed = any(number(length) > 0 for length in array(array(value)[0]))
        elif key == "/OP":
            state.overprint_line = bool(value)
            if "/op" not in found:
                state.overprint_fill = bool(value)
        elif key == "/op":
            state.overprint_fill = bool(value)
        elif key == "/OPM":
            state.overprint_mode = int(number(value))
        elif key in ("/ca", "/CA"):
            _opacity(walk, key, number(value, 1.0))
        elif key == "/Font" and len(array(value)) == 2:
            walk.choose_font(array(value)[0], number(array(value)[1]))
        else:
            set_special(walk, key, value)


def _opacity(walk: Walk, key: str, share: float) -> None:
    if share < 1:
        walk.note("transparency", f"an opacity of {share:g}")
    if key == "/ca":
        walk.state.fill_opacity = share
    else:
        walk.state.stroke_opacity = share


def set_special(walk: Walk, key: str, value: Any) -> None:
    """Settings that a press refuses, or that let see through."""
    modes = [name(mode) for mode in array(value)] or [name(value)]
    if key == "/BM":
        walk.state.blend = "" if modes[0] in ("/Normal", "/Compatible") else modes[0].removeprefix("/")
        if walk.state.blend:
            walk.note("transparency", f"the blend mode {walk.state.blend}")
    elif key == "/SMask":
        walk.state.soft = None
        if modes[0] != "/None":
            mask_softly(walk, value)
    elif (key in ("/TR", "/TR2") and not {*modes} <= PLAIN_CURVES) or (key == "/HT" and _is_curved(value)):
        walk.note("transfer")


def _is_curved(halftone: Any) -> bool:
    """Whether a halftone, or one of its inks' own, changes tones."""
    own = [halftone, *(value for _, value in items(halftone))]
    curves = [entry(each, "/TransferFunction") for each in own]
    return any(curve is not None and name(curve) not in PLAIN_CURVES for curve in curves)
