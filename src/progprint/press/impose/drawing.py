"""Marks of a sheet -> PDF operators: lines on every plate, patches in their inks, lettering as outlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from progprint.geom import Rect, mm
from progprint.glyphs import Face
from progprint.glyphs.outlines import Outline, outline
from progprint.pdf.numbers import number
from progprint.press.impose.marks import SLUG_SIZE, WEIGHT, Inks, Lettering, Patch, Ring, Shape, Stroke

#: name of the colour space in which 1 prints on every plate (ISO 32000-1, 8.6.6.4)
EVERY_PLATE = "All"
#: how far a quarter of a circle's control points stand from its ends: 4/3 (sqrt 2 - 1)
_ROUND = 0.5522847498
#: of paper above and below a collation mark: it is seen on a black picture
_EDGING = mm(0.5)


def draw_marks(
    shapes: Sequence[Shape], height: float, spots: Mapping[str, str], faces: Sequence[Face]
) -> Iterator[str]:
    """Give the operators of one sheet. `spots` are the names of spot inks' colour spaces."""
    if not shapes:
        return
    yield f"q /{EVERY_PLATE} CS 1 SCN {number(WEIGHT)} w"
    for dashed in (False, True):
        lines = [s for s in shapes if isinstance(s, Stroke) and s.dashed is dashed]
        if lines:
            yield "[2 1.5] 0 d" if dashed else "[] 0 d"
            yield from (f"{_point(s.x1, s.y1, height)} m {_point(s.x2, s.y2, height)} l S" for s in lines)
    yield "[] 0 d"
    for shape in shapes:
        if isinstance(shape, Ring):
            yield from _ring(shape, height)
        elif isinstance(shape, Patch):
            yield from _patch(shape, height, spots)
        elif isinstance(shape, Lettering):
            yield from _lettering(shape, height, spots, faces)
    yield "Q"


def draw_steps(steps: Iterable[Rect], height: float) -> Iterator[str]:
    """Collation marks: black alone, for what is read by eye needs no register; on paper."""
    for step in steps:
        paper = Rect(step.x - step.width / 2, step.y - _EDGING, step.width * 2, step.height + 2 * _EDGING)
        yield f"q 0 0 0 0 k {_rect(paper, height)} f 0 0 0 1 k {_rect(step, height)} f Q"


def clip_to(rect: Rect, height: float) -> str:
    return f"{_rect(rect, height)} W n"


def _rect(rect: Rect, height: float) -> str:
    return " ".join(map(number, (rect.x, height - rect.bottom, rect.width, rect.height))) + " re"


def _point(x: float, y: float, height: float) -> str:
    return f"{number(x)} {number(height - y)}"


def _ring(ring: Ring, height: float) -> Iterator[str]:
    x, y, r = ring.x, height - ring.y, ring.radius
    k = r * _ROUND
    yield f"{number(x + r)} {number(y)} m"
    for curve in (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    ):
        yield " ".join(map(number, curve)) + " c"
    yield "S"


def _patch(patch: Patch, height: float, spots: Mapping[str, str]) -> Iterator[str]:
    square = _rect(Rect(patch.x, patch.y, patch.size, patch.size), height)
    yield f"{_ink(patch.ink, spots)} {square} f"


def _ink(ink: Inks, spots: Mapping[str, str]) -> str:
    return f"/{spots[ink]} cs 1 scn" if isinstance(ink, str) else f"{' '.join(map(number, ink))} k"


def _lettering(
    lettering: Lettering, height: float, spots: Mapping[str, str], faces: Sequence[Face]
) -> Iterator[str]:
    names = [f"  {name}" for name, _ in lettering.plates]
    taken = outline("".join(names), faces).width * SLUG_SIZE / 1000
    # without them the sheet is still known; nothing tells it without the slug
    plates = lettering.plates if taken < lettering.width / 2 else ()
    drawn, size = fitted(lettering.text, lettering.width - (taken if plates else 0.0), faces)
    if drawn is None:
        return
    x, y = lettering.x, height - lettering.y
    yield from _written(lettering.text, drawn, (x, y, size / 1000), f"/{EVERY_PLATE} cs 1 scn")
    for name, (_, ink) in zip(names, plates, strict=False):
        x += drawn.width * size / 1000
        drawn = outline(name, faces)
        yield from _written(name, drawn, (x, y, size / 1000), _ink(ink, spots))


def _written(text: str, drawn: Outline, at: tuple[float, float, float], ink: str) -> Iterator[str]:
    """Outlines at a place (x, y, scale), with the text they stand for."""
    x0, y0, scale = at
    shown = text.encode("utf-16-be", "replace").hex().upper()
    yield f"/Span<</ActualText<FEFF{shown}>>>BDC {ink}"
    for step in drawn.steps:
        moved = (value * scale + (y0 if axis % 2 else x0) for axis, value in enumerate(step.points))
        yield " ".join((*map(number, moved), step.kind))
    yield "f EMC"


def fitted(text: str, room: float, faces: Sequence[Face]) -> tuple[Outline | None, float]:
    """The text at the size of slugs; smaller, then shortened at its beginning, where there is less room.

    The end of a slug tells one sheet from another, so its beginning goes.
    """
    for size in (SLUG_SIZE, SLUG_SIZE * 0.8):
        drawn = outline(text, faces)
        if drawn.width * size / 1000 <= room:
            return drawn, size
    while text:
        text = text[max(1, len(text) // 20) :]
        drawn = outline("…" + text, faces)
        if drawn.width * size / 1000 <= room:
            return drawn, size
    return None, size
