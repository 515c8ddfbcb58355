"""Settings of the graphics state that a press refuses, or that let see through -> what is noted of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from progprint.press.preflight.objects import array, entry, items, name
from progprint.press.preflight.within import mask_softly

if TYPE_CHECKING:
    from progprint.press.preflight.interpret import Walk

#: curves that change nothing (ISO 32000-1, table 58)
PLAIN_CURVES = frozenset({"/Identity", "/Default"})


def set_special(walk: Walk, key: str, value: Any) -> None:
    """Settings that a press refuses, or that let see through."""
    modes = [name(mode) for mode in array(value)] or [name(value)]
    if key == "/BM" and modes[0] not in ("/Normal", "/Compatible"):
        walk.note("transparency", f"the blend mode {modes[0].removeprefix('/')}")
    elif key == "/SMask" and modes[0] != "/None":
        mask_softly(walk, value)
    elif (key in ("/TR", "/TR2") and not {*modes} <= PLAIN_CURVES) or (key == "/HT" and _is_curved(value)):
        walk.note("transfer")


def _is_curved(halftone: Any) -> bool:
    """Whether a halftone, or one of its inks' own, changes tones."""
    own = [halftone, *(value for _, value in items(halftone))]
    curves = [entry(each, "/TransferFunction") for each in own]
    return any(curve is not None and name(curve) not in PLAIN_CURVES for curve in curves)
