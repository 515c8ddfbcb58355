"""Content streams -> a walk along their operators: states, colours, paths and text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from progprint.press.preflight.allowance import Allowance
from progprint.press.preflight.colours import Colour, Space, first_paint, paint, read_space
from progprint.press.preflight.drawn import Area, Drawn, Matrix, Note, SoftMask
from progprint.press.preflight.fonts import NO_FONT, Font, Fonts
from progprint.press.preflight.matrices import at, curve, matrix_of, rectangle, shifted, times
from progprint.press.preflight.objects import DEEPEST, TooMuch, entry, identity, is_stream, name, number
from progprint.press.preflight.settings import set_special
from progprint.press.preflight.showing import show
from progprint.press.preflight.state import State, TextPlace
from progprint.press.preflight.within import draw_glyphs, fill_with

#: operators that change nothing here
IDLE = frozenset({"ET", "MP", "DP", "BX", "EX", "i", "J", "j", "M", "ri", "d0", "d1"})
#: states kept by `q` at one time
MOST_KEPT = 512


#: what makes a picture or form that of another file, or of another in print
ELSEWHERE = {
    "/OPI": "a picture is to be replaced by a file that is elsewhere (OPI)",
    "/Ref": "a page of another file is to stand here",
    "/F": "the data of a picture or form are in another file",
    "/Alternates": "another picture may be printed in its place",
}
#: modes of showing text that fill and draw round (ISO 32000-1, table 106)
FILLED_AND_OUTLINED = frozenset({2, 6})


class Walk:
    """One page on its way: each operator's method takes its operands."""

    def __init__(
        self, state: State, fonts: tuple[Fonts, int], allowance: Allowance, operators: Operators
    ) -> None:
        self.state, self.fonts, self.allowance = state, fonts, allowance
        self.operators = operators
        #: of what is being run, and what can be seen at all
        self.base, self.sheet = state.matrix, state.clip
        self.marks: list[Drawn] = []
        self.notes: list[Note] = []
        self.resources: Any = None
        self.kept: list[State] = []
        self.place = TextPlace()
        #: of the path under construction: its own points, and those transformed
        self.path: list[list[tuple[float, float]]] = []
        self.here = (0.0, 0.0)
        #: the path will clip, and how its holes are told; empty is neither
        self.clipping = ""
        #: forms and tiles that are being run; those soft masks, glyphs and looks that were
        self.inside: list[tuple[int, int]] = []
        self.looked_at: set[tuple[int, int]] = set()
        #: soft masks by the object they are read from, and where
        self.masks: dict[tuple[tuple[int, int], Matrix], SoftMask] = {}
        #: groups met so far
        self.layers = 0
        #: the tile under way takes its colour from outside
        self.uncoloured = False
        #: of each marked piece that is open, whether it says its text itself
        self.told: list[bool] = []
        #: fonts and device spaces of the resources in use, by name: a page asks a hundred times for each
        self.named: dict[str, Font] = {}
        self.devices: dict[str, Space] = {}

    def run(self, stream: Any, resources: Any) -> None:
        """Follow the operators of a page, form, pattern or glyph."""
        import pikepdf

        if is_stream(stream):
            self.allowance.weigh(stream)
        found = pikepdf.parse_content_stream(stream)
        self.allowance.spend(len(found))
        outer, self.resources = self.resources, resources
        known, self.named, self.devices = (self.named, self.devices), {}, {}
        for each in found:
            word = str(each.operator)
            act = self.operators.get(word)
            if act is not None:
                try:
                    act(self, each.operands)
                except (IndexError, ValueError, TypeError):
                    # an operator with too few operands paints nothing in any reader
                    self.note("bad-operator", f"`{word}` lacks its operands")
            elif word not in IDLE:
                self.note("bad-operator", f"`{word[:20]}` is not known")
        self.resources, (self.named, self.devices) = outer, known

    def note(self, kind: str, detail: str = "") -> None:
        self.notes.append(Note(kind, detail))

    # state

    def keep(self, operands: Any) -> None:
        if len(self.kept) >= MOST_KEPT:
            raise TooMuch("states kept in states")
        self.kept.append(self.state.kept())

    def restore(self, operands: Any) -> None:
        if self.kept:
            self.state = self.kept.pop()
        else:
            self.note("bad-operator", "`Q` restores what was not kept")

    def concat(self, operands: Any) -> None:
        self.state.matrix = times(matrix_of(operands), self.state.matrix)

    def extend(self, key: str, value: Any) -> None:
        set_special(self, key, value)

    def group(self, group: Any, whose: str) -> None:
        if name(entry(group, "/S")) != "/Transparency":
            return
        self.note("transparency", f"a transparency group of the {whose}")
        space = entry(group, "/CS")
        if space is not None:
            self.note("group", read_space(space, None).kind)

    # colour

    def space_of(self, word: Any) -> Space:
        space = read_space(word, self.resources, profiles=self.fonts[0].profiles)
        if space.fault:
            self.note(*space.fault)
        return space

    def device_space(self, word: str) -> Space:
        """DeviceGray, DeviceRGB or DeviceCMYK, or what the resources say is meant by it."""
        import pikepdf

        if word not in self.devices:
            self.devices[word] = self.space_of(pikepdf.Name(word))
        return self.devices[word]

    def fill_space(self, operands: Any) -> None:
        if self.uncoloured:
            return
        self.state.fill_space = self.space_of(operands[0])
        self.state.fill = first_paint(self.state.fill_space)

    def stroke_space(self, operands: Any) -> None:
        if self.uncoloured:
            return
        self.state.stroke_space = self.space_of(operands[0])
        self.state.stroke = first_paint(self.state.stroke_space)

    def fill_colour(self, operands: Any) -> None:
        if self.uncoloured:
            return
        self.state.fill = self._colour(self.state.fill_space, operands)

    def stroke_colour(self, operands: Any) -> None:
        if self.uncoloured:
            return
        self.state.stroke = self._colour(self.state.stroke_space, operands)

    def _colour(self, space: Space, operands: Any) -> Colour:
        if operands and name(operands[-1]):
            found = entry(entry(self.resources, "/Pattern"), name(operands[-1]))
            rest = tuple(number(value) for value in operands[:-1])
            return Colour("pattern", below=(paint(space.base, rest),) if space.base else (), tile=found)
        return paint(space, tuple(number(value) for value in operands))

    # paths

    def move(self, operands: Any) -> None:
        self.here = (number(operands[0]), number(operands[1]))
        self.path.append([at(self.state.matrix, *self.here)])

    def line(self, operands: Any) -> None:
        self.here = (number(operands[0]), number(operands[1]))
        self._join([at(self.state.matrix, *self.here)])

    def _join(self, places: list[tuple[float, float]]) -> None:
        if not self.path:
            self.path.append([])
        self.path[-1].extend(places)

    def curve(self, values: tuple[float, ...]) -> None:
        x1, y1, x2, y2, x3, y3 = values
        bends = curve((self.here, (x1, y1), (x2, y2), (x3, y3)))
        self._join([at(self.state.matrix, x, y) for x, y in bends])
        self.here = (x3, y3)

    def rectangle(self, operands: Any) -> None:
        x, y, width, height = [number(value) for value in operands]
        # a code has a thousand of them
        self.path.append(rectangle(self.state.matrix, x, y, width, height))
        self.here = (x, y)

    def close(self, operands: Any = None) -> None:
        if self.path and self.path[-1]:
            self.path[-1].append(self.path[-1][0])

    def enter(self, found: Any) -> bool:
        """Whether a form or tile may be run: one that paints itself would never end."""
        key = identity(found)
        if key != (0, 0) and key in self.inside:
            self.note("loop")
            return False
        if len(self.inside) >= DEEPEST:
            raise TooMuch(f"forms in forms, more than {DEEPEST} deep")
        self.inside.append(key)
        return True

    # text

    def begin(self, operands: Any) -> None:
        self.place = TextPlace()

    def font(self, operands: Any) -> None:
        word, size = name(operands[0]), number(operands[1])
        known = self.named.get(word)
        if known is None:
            self.choose_font(entry(entry(self.resources, "/Font"), word), size)
            self.named[word] = self.state.font
        else:
            self.state.font, self.state.font_size = known, size

    def choose_font(self, found: Any, size: float) -> None:
        fonts, page = self.fonts
        self.state.font = font = NO_FONT if found is None else fonts.read(found, page)
        if identity(found) == (0, 0):  # it stands in the page, and is read each time it is chosen
            self.allowance.spend((len(font.widths) + len(font.texts)) // 4)
        self.state.font_size = size

    def step(self, operands: Any) -> None:
        self.place.line = shifted(self.place.line, number(operands[0]), number(operands[1]))
        self.place.matrix = self.place.line

    def step_leading(self, operands: Any) -> None:
        self.state.leading = -number(operands[1])
        self.step(operands)

    def next_line(self, operands: Any = None) -> None:
        self.step((0.0, -self.state.leading))

    def text_matrix(self, operands: Any) -> None:
        self.place.line = self.place.matrix = matrix_of(operands)

    def show(self, operands: Any) -> None:
        mark = show(self.state, self.place, operands[-1])
        state = self.state
        if mark is None:
            return
        if state.font is NO_FONT:
            self.note("missing", "the font of a text")
        if mark.unknown and not any(self.told):
            self.note("no-text", state.font.name)
        if mark.colour.kind == "pattern":
            fill_with(self, mark.colour, mark.box)
        if state.font.type3:
            draw_glyphs(self, state.font, mark.box)
        if max(state.fill_opacity, state.stroke_opacity) > 0:
            self.marks.append(mark)
        if state.mode in FILLED_AND_OUTLINED:
            self.marks.append(Area(mark.box, state.stroke, state.manner(stroke=True), ()))

    def show_next(self, operands: Any) -> None:
        self.next_line()
        self.show(operands)

    def show_spaced(self, operands: Any) -> None:
        self.state.word_space, self.state.char_space = number(operands[0]), number(operands[1])
        self.show_next(operands)

    def tagged(self, operands: Any) -> None:
        if name(operands[0]) == "/OC":
            self.note("layer")
        own = operands[1] if len(operands) > 1 else None
        self.told.append(entry(own, "/ActualText") is not None)

    def untagged(self, operands: Any) -> None:
        del self.told[-1:]


Operators = Mapping[str, Callable[[Walk, Any], None]]
