"""The operators of content streams by their names (ISO 32000-1, annex A) -> what they do to a Walk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from progprint.geom import Rect
from progprint.press.preflight.allowance import Allowance
from progprint.press.preflight.colours import paint
from progprint.press.preflight.drawn import Matrix, Painted
from progprint.press.preflight.fonts import Fonts
from progprint.press.preflight.interpret import ELSEWHERE, Operators, Walk
from progprint.press.preflight.objects import array, entry, inherited, is_stream, number
from progprint.press.preflight.painting import finish, shade
from progprint.press.preflight.settings import extended
from progprint.press.preflight.state import State
from progprint.press.preflight.things import draw, inline
from progprint.press.preflight.within import look_of_notes

COMPONENTS = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}


def painted(page: Any, base: Matrix, sheet: Rect, fonts: tuple[Fonts, int], allowance: Allowance) -> Painted:
    """Run a page's operators. Raises TooMuch, and pikepdf's errors on damaged streams."""
    allowance.turn_page()
    walk = Walk(State(base, sheet), fonts, allowance, OPERATORS)
    contents = entry(page, "/Contents")
    for stream in array(contents) or [contents]:
        if is_stream(stream):
            allowance.weigh(stream)
            if entry(stream, "/F") is not None:
                walk.note("opi", ELSEWHERE["/F"])
    group = entry(page, "/Group")
    if group is not None:
        walk.group(group, "page")
    if contents is not None:
        walk.run(page, inherited(page, "/Resources"))
    look_of_notes(walk, page)
    return Painted(tuple(walk.marks), tuple(dict.fromkeys(walk.notes)))


def _set(attribute: str, factor: float = 1.0) -> Callable[[Walk, Any], None]:
    def act(walk: Walk, operands: Any) -> None:
        setattr(walk.state, attribute, number(operands[0]) * factor)

    return act


def _device(word: str, stroke: bool) -> Callable[[Walk, Any], None]:
    def act(walk: Walk, operands: Any) -> None:
        if walk.uncoloured:
            return
        space = walk.device_space(word)
        if len(operands) != COMPONENTS[word]:
            raise ValueError(word)
        colour = paint(space, tuple(number(value) for value in operands))
        if stroke:
            walk.state.stroke_space, walk.state.stroke = space, colour
        else:
            walk.state.fill_space, walk.state.fill = space, colour

    return act


def _ends(fill: str, stroke: bool, close: bool = False) -> Callable[[Walk, Any], None]:
    def act(walk: Walk, operands: Any) -> None:
        if close:
            walk.close()
        finish(walk, fill, stroke)

    return act


def _bend(kind: str) -> Callable[[Walk, Any], None]:
    def act(walk: Walk, operands: Any) -> None:
        values = tuple(number(value) for value in operands)
        if kind == "v":
            values = (*walk.here, *values)
        elif kind == "y":
            values = (*values, *values[2:])
        walk.curve(values)

    return act


def _clip(holes: str) -> Callable[[Walk, Any], None]:
    def act(walk: Walk, operands: Any) -> None:
        walk.clipping = holes

    return act


def _dash(walk: Walk, operands: Any) -> None:
    walk.state.dashed = any(number(length) > 0 for length in array(operands[0]))


def _mode(walk: Walk, operands: Any) -> None:
    walk.state.mode = int(number(operands[0]))


OPERATORS: Operators = {
    "q": Walk.keep, "Q": Walk.restore, "cm": Walk.concat, "gs": extended, "w": _set("line_width"),
    "cs": Walk.fill_space, "CS": Walk.stroke_space,
    "sc": Walk.fill_colour, "scn": Walk.fill_colour, "SC": Walk.stroke_colour, "SCN": Walk.stroke_colour,
    "g": _device("/DeviceGray", False), "G": _device("/DeviceGray", True),
    "rg": _device("/DeviceRGB", False), "RG": _device("/DeviceRGB", True),
    "k": _device("/DeviceCMYK", False), "K": _device("/DeviceCMYK", True),
    "m": Walk.move, "l": Walk.line, "c": _bend("c"), "v": _bend("v"), "y": _bend("y"), "d": _dash,
    "re": Walk.rectangle, "h": Walk.close, "W": _clip("wound"), "W*": _clip("every second"),
    "f": _ends("wound", False), "F": _ends("wound", False), "f*": _ends("every second", False),
    "S": _ends("", True), "s": _ends("", True, True), "n": _ends("", False),
    "B": _ends("wound", True), "B*": _ends("every second", True),
    "b": _ends("wound", True, True), "b*": _ends("every second", True, True),
    "sh": shade, "Do": draw, "INLINE IMAGE": inline, "BDC": Walk.tagged, "BMC": Walk.tagged,
    "EMC": Walk.untagged,
    "BT": Walk.begin, "Tf": Walk.font, "Td": Walk.step, "TD": Walk.step_leading, "T*": Walk.next_line,
    "Tm": Walk.text_matrix, "Tj": Walk.show, "TJ": Walk.show, "'": Walk.show_next, '"': Walk.show_spaced,
    "Tc": _set("char_space"), "Tw": _set("word_space"), "TL": _set("leading"), "Ts": _set("rise"),
    "Tz": _set("stretch", 0.01), "Tr": _mode,
}  # fmt: skip
