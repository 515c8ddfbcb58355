"""Small pages in a page (tiles, glyphs, soft masks, looks of notes) -> what they paint, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from progprint.geom import Rect
from progprint.press.preflight.colours import OF_THE_EYE, Colour
from progprint.press.preflight.drawn import Area, Drawn, Manner, Matrix, Shade, Shape, SoftMask, Tiles
from progprint.press.preflight.matrices import around, corners, matrix_of, ring, times
from progprint.press.preflight.objects import (
    array,
    decoded,
    entry,
    identity,
    is_stream,
    items,
    name,
    number,
    numbers,
)
from progprint.press.preflight.state import State

if TYPE_CHECKING:
    from progprint.press.preflight.fonts import Font
    from progprint.press.preflight.interpret import Walk

#: larger than any page: what is small is clipped by what it fills
EVERYWHERE = Rect(-1e7, -1e7, 2e7, 2e7)
#: notes of one page whose looks are looked at
MOST_NOTES = 20_000


def fill_with(walk: Walk, colour: Colour, box: Rect, shape: Shape | None = None) -> None:
    """A tile is run once, and what it paints is said of the whole place."""
    found = colour.tile
    if found is None:
        walk.note("missing", "a pattern")
        return
    matrix = times(matrix_of(array(entry(found, "/Matrix"))), walk.base)
    if entry(found, "/Shading") is not None:
        for key, value in items(entry(found, "/ExtGState")):
            walk.extend(key, value)
        shade_box(walk, entry(found, "/Shading"), (box, shape), matrix)
        return
    walk.note("pattern")
    state, manner = State(matrix, EVERYWHERE), walk.state.manner()
    cell = numbers(entry(found, "/BBox"))
    if len(cell) == 4:
        left, foot, right, head = cell
        state.narrow((ring(matrix, corners(left, foot, right - left, head - foot)),))
    for below in colour.below:
        state.fill = state.stroke = below
    outside = walk.uncoloured, walk.base
    walk.uncoloured = walk.uncoloured or number(entry(found, "/PaintType"), 1.0) == 2
    walk.base = matrix
    try:
        marks = tuple(_run(walk, found, entry(found, "/Resources", walk.resources), state))
    finally:
        walk.uncoloured, walk.base = outside
    for mark in marks:
        # the place is told of the whole area; `Tiles` says how much of it a tile covers
        told = mark._replace(box=box, manner=mark.manner._replace(tiled=True, layers=()))
        walk.marks.append(told._replace(rings=()) if isinstance(told, Area) else told)
    if len(cell) == 4 and marks:
        step = number(entry(found, "/XStep")), number(entry(found, "/YStep"))
        area = shape or Shape((tuple(corners(box.x, box.y, box.width, box.height)),))
        bounds = (cell[0], cell[1], cell[2], cell[3])
        walk.marks.append(Tiles(box, colour, manner, area, matrix, bounds, step, marks))


def shade_box(walk: Walk, found: Any, where: tuple[Rect, Shape | None], matrix: Matrix) -> None:
    """Fill a box, or a shape in it, with a gradient."""
    box, shape = where
    space = walk.space_of(entry(found, "/ColorSpace"))
    walk.marks.append(Shade(box, Colour(space.kind), walk.state.manner(), matrix, found, space, shape))


def draw_glyphs(walk: Walk, font: Font, box: Rect) -> None:
    """Glyphs that are small pages: foreign colours, fonts and settings in them are said of the text."""
    source = font.source
    if not _first_time(walk, source):
        return
    for _, glyph in items(entry(source, "/CharProcs")):
        if not is_stream(glyph):
            continue
        state = State(matrix_of(array(entry(source, "/FontMatrix"))), EVERYWHERE)
        found = _run(walk, glyph, entry(source, "/Resources", walk.resources), state)
        # a glyph that says only its shape (d1) takes the text's colour, whatever it sets (ISO 32000-1, 9.6.5)
        if b"d1" not in decoded(glyph)[:200]:
            walk.marks.extend(_foreign(found, box))


def mask_softly(walk: Walk, mask: Any) -> None:
    """A soft mask's own page: it is not printed, but mixed before what is."""
    group = entry(mask, "/G")
    walk.note("transparency", "a soft mask")
    key = identity(group), walk.state.matrix
    if key in walk.masks and key[0] != (0, 0):
        walk.state.soft = walk.masks[key]
        return
    first = identity(group) in walk.inside or _first_time(walk, group)
    if first:
        walk.group(entry(group, "/Group"), "soft mask")
    if not is_stream(group):
        walk.note("unmasked")
        return
    state = State(times(matrix_of(array(entry(group, "/Matrix"))), walk.state.matrix), walk.sheet)
    box = numbers(entry(group, "/BBox"))
    if len(box) == 4:
        left, foot, right, head = box
        state.narrow((ring(state.matrix, corners(left, foot, right - left, head - foot)),))
    base, walk.base = walk.base, state.matrix
    try:
        found = tuple(_run(walk, group, entry(group, "/Resources", walk.resources), state))
    finally:
        walk.base = base
    by_light = name(entry(mask, "/S")) == "/Luminosity"
    walk.masks[key] = walk.state.soft = SoftMask(found, by_light, _ground(mask), entry(mask, "/TR"))
    if first:
        walk.marks.extend(_foreign(found, walk.state.clip))


def _ground(mask: Any) -> float:
    """How light the backdrop of a soft mask is: black, unless it says otherwise (ISO 32000-1, table 144)."""
    values = numbers(entry(mask, "/BC"))
    if len(values) == 4:
        c, m, y, k = values
        return max(0.0, 1 - (0.3 * c + 0.59 * m + 0.11 * y + k))
    if len(values) == 3:
        return 0.3 * values[0] + 0.59 * values[1] + 0.11 * values[2]
    return values[0] if len(values) == 1 else 0.0


def look_of_notes(walk: Walk, page: Any) -> None:
    """What annotations look like: where they stand is asked elsewhere, here what they are made of."""
    for note in array(entry(page, "/Annots"))[:MOST_NOTES]:
        values = numbers(entry(note, "/Rect"))
        box = walk.state.clip
        if len(values) == 4:
            left, foot, right, head = values
            box = around([ring(walk.base, corners(left, foot, right - left, head - foot))])
        normal = entry(entry(note, "/AP"), "/N")
        for look in [normal] if is_stream(normal) else [look for _, look in items(normal)]:
            if is_stream(look) and _first_time(walk, look):
                found = _run(walk, look, entry(look, "/Resources"), State(walk.base, EVERYWHERE))
                walk.marks.extend(_foreign(found, box))


def _first_time(walk: Walk, found: Any) -> bool:
    key = identity(found)
    if key == (0, 0):
        return True
    if key in walk.looked_at:
        return False
    walk.looked_at.add(key)
    return True


def _run(walk: Walk, stream: Any, resources: Any, state: State) -> list[Drawn]:
    """The marks of a small page; none when it is within itself."""
    if not is_stream(stream) or not walk.enter(stream):
        return []
    start = len(walk.marks)
    outside = walk.state, walk.kept, walk.path, walk.place, walk.clipping
    walk.state, walk.kept, walk.path, walk.clipping = state, [], [], ""
    try:
        walk.run(stream, resources)
    finally:
        walk.state, walk.kept, walk.path, walk.place, walk.clipping = outside
        walk.inside.pop()
    made = walk.marks[start:]
    del walk.marks[start:]
    return made


def _foreign(marks: Iterable[Drawn], box: Rect) -> Iterator[Area]:
    """One area for each colour that is no process ink: of the rest only the place would matter."""
    wanted = (mark.colour for mark in marks if mark.colour.kind in OF_THE_EYE or mark.colour.kind == "spot")
    different = {(colour.kind, colour.plates, colour.values, colour.via): colour for colour in wanted}
    yield from (Area(box, colour, Manner(), ()) for colour in different.values())
