"""Marks of a page in their order -> its plates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from progprint.geom import Rect
from progprint.images import Canvas, Plates, Raster, Window, even, mapped, multiplied
from progprint.press.preflight.colours import Colour, paint
from progprint.press.preflight.drawn import (
    Area,
    Drawn,
    Layer,
    Line,
    Manner,
    Picture,
    Ring,
    Shade,
    Shape,
    SoftMask,
    Text,
    Tiles,
)
from progprint.press.preflight.functions import function_of
from progprint.press.preflight.matrices import around, corners, is_upright, ring
from progprint.press.preflight.objects import entry, identity, name, numbers
from progprint.press.preflight.plates import gradients, meshes, patience, pictures, tiling
from progprint.press.preflight.plates.separating import Darkening, Ways

#: blend modes that mix each plate for itself (ISO 32000-1, table 136)
SEPARABLE = frozenset({
    "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn", "HardLight", "SoftLight",
    "Difference", "Exclusion",
})  # fmt: skip
#: type from this size on is an area: strokes of a bold letter of 24 pt are 1.5 mm wide
LARGE = 24.0
#: lines from this width on are areas: a pixel
THICK = 2.0
#: pictures that are kept for the next time they are painted
MOST_KEPT = 12

UNKNOWN = (pictures.Unknown, gradients.Unknown, tiling.Unknown)


class Laying:
    """A page's plates on their way, group upon group."""

    def __init__(self, raster: Raster, ways: Ways, marks: Iterable[Drawn], *, layered: bool = False) -> None:
        self.marks = tuple(mark for mark in marks if not mark.manner.tiled)
        self.ways = ways
        #: what the plates do not know
        self.unknown: set[str] = set()
        layered = layered or any(mark.manner.blend or mark.manner.layers for mark in self.marks)
        #: the plates of the page and of each group under way, with the window of the page they show
        self.under_way: list[tuple[Layer | None, Plates, Window]] = [
            (None, Plates(raster, layered=layered), (0, 0, *raster.size))
        ]
        self._boxes = _boxes(self.marks)
        self._clips: tuple[tuple[Shape, ...], Any] = ((), None)
        self._masks: dict[int, tuple[SoftMask, Any]] = {}
        self._pictures: dict[tuple[Any, ...], pictures.Inked] = {}
        self._effort = self._samples = 0

    @property
    def cost(self) -> tuple[int, int]:
        """What the plates cost so far: pixels of all plates, samples of pictures."""
        return self._effort + self.plates.effort, self._samples

    def lay(self) -> Plates:
        """Lay all marks."""
        for mark in self.marks:
            self._settle(mark.manner.layers)
            try:
                self._one(mark)
            except UNKNOWN as what:
                self.unknown.add(str(what))
            if self._effort + self.plates.effort > patience.MOST_EFFORT:
                self.unknown.add("more paint than a printed page can need")
                break
        self._settle(())
        return self.under_way[0][1]

    @property
    def plates(self) -> Plates:
        return self.under_way[-1][1]

    def _settle(self, layers: tuple[Layer, ...]) -> None:
        """Finish the groups that a mark is no longer in, begin those that it is."""
        same = 0
        while same < min(len(layers), len(self.under_way) - 1):
            found = self.under_way[same + 1][0]
            if found is None or found.number != layers[same].number:
                break
            same += 1
        while len(self.under_way) > same + 1:
            layer, plates, window = self.under_way.pop()
            assert layer is not None
            self._finish(layer, plates, window)
        for layer in layers[same:]:
            box = self._boxes[layer.number]
            page = self.under_way[0][1].raster
            window = page.window(box.x, box.y, box.right, box.bottom) or (0, 0, 1, 1)
            self.under_way.append((layer, Plates(page.part(window), layered=True), window))

    def _finish(self, layer: Layer, plates: Plates, window: Window) -> None:
        self._effort += plates.effort
        outer = self.under_way[-1][2]
        blend = self._blend(layer.blend)
        where = (window[0] - outer[0], window[1] - outer[1], window[2] - outer[0], window[3] - outer[1])
        mask = self._faded(plates.raster.size, layer.opacity)
        if layer.soft is not None:
            mask = multiplied(mask, self._soft(layer.soft).crop(window))
        self.plates.lay_group(plates, where, mask, blend)

    def _one(self, mark: Drawn) -> None:
        if isinstance(mark, Area):
            self._filled(mark, mark.colour, Shape(mark.rings, mark.even_odd))
        elif isinstance(mark, Picture):
            self._picture(mark)
        elif isinstance(mark, Shade):
            self._shade(mark)
        elif isinstance(mark, Tiles):
            self._tiles(mark)
        elif isinstance(mark, Line):
            self._line(mark)
        elif mark.size >= LARGE:
            self._text(mark)

    # the kinds of marks

    def _filled(self, mark: Drawn, colour: Colour, shape: Shape | None) -> None:
        where = self._where(mark.box, mark.manner, shape)
        if where is not None:
            self._lay(self._inks(colour), colour.direct, mark.manner, where)

    def _line(self, mark: Line) -> None:
        window = self._window(mark.box) if mark.width >= THICK else None
        if window is None:
            return
        drawn = self.plates.raster.along(mark.rings, mark.width, window)
        where = self._where(mark.box, mark.manner, None, drawn)
        if where is not None and mark.dashed:
            self.plates.doubt(self._inks(mark.colour), *where, knocks_out=not mark.manner.overprint)
        elif where is not None:
            self._lay(self._inks(mark.colour), mark.colour.direct, mark.manner, where)

    def _text(self, mark: Text) -> None:
        """Large type as the box it fills: what lies there at the most."""
        where = self._where(mark.box, mark.manner, None)
        if where is not None:
            self.plates.doubt(self._inks(mark.colour), *where, knocks_out=not mark.manner.overprint)

    def _picture(self, mark: Picture) -> None:
        raster = self.plates.raster
        places = ring(mark.matrix, corners(0, 0, 1, 1))
        where = self._where(mark.box, mark.manner, Shape((places,)))
        if where is None:
            return
        window, mask = where
        found = self._read(mark, raster.reach(mark.matrix))
        if found.opacity is not None:
            mask = multiplied(mask, raster.placed(found.opacity, mark.matrix, window))
        if mark.mask:
            self._lay(self._inks(mark.colour), mark.colour.direct, mark.manner, (window, mask))
            return
        inks = {ink: raster.placed(band, mark.matrix, window) for ink, band in found.bands.items()}
        # a picture's zeros always knock out (ISO 32000-1, 8.6.7): mode 1 is of plain colours
        self._lay(inks, False, mark.manner, (window, mask))

    def _read(self, mark: Picture, needed: tuple[int, int]) -> pictures.Inked:
        key = (identity(mark.source), needed, identity(mark.space.source), mark.space.kind)
        known = key[0] != (0, 0)
        if known and key in self._pictures:
            return self._pictures[key]
        self._samples += mark.width * mark.height * max(mark.space.components, 1)
        if self._samples > patience.MOST_SAMPLES:
            raise pictures.Unknown("more pictures than a printed page can need")
        made = pictures.inked(mark, needed, self.ways)
        if known and len(self._pictures) < MOST_KEPT:
            self._pictures[key] = made
        return made

    def _shade(self, mark: Shade) -> None:
        where = self._where(mark.box, mark.manner, mark.area)
        if where is None:
            return
        window, mask = where
        canvas = Canvas(self.plates.raster, window)
        ground = numbers(entry(mark.source, "/Background"))
        if ground and mark.area is not None:
            canvas.put(_ring_of(mark.box), self._inks(paint(mark.space, ground)))
        try:
            exact = self._put(canvas, mark)
        finally:
            # what turns out to be unknown has cost its time, too
            self._effort += canvas.effort
        limits = numbers(entry(mark.source, "/BBox"))
        if len(limits) == 4:
            left, foot, right, head = limits
            box = ring(mark.matrix, corners(left, foot, right - left, head - foot))
            mask = multiplied(mask, self.plates.raster.inside([box], False, window))
        bands, painted = canvas.laid()
        self._effort += canvas.size[0] * canvas.size[1] * (len(bands) + 1)
        where = window, multiplied(mask, painted)
        if exact:
            self._lay(bands, False, mark.manner, where)
        else:
            self.plates.doubt(bands, *where, knocks_out=not mark.manner.overprint)

    def _put(self, canvas: Canvas, mark: Shade) -> bool:
        """Put a gradient on a canvas; False where that is the most that may lie there."""
        kind = gradients.kind_of(mark)
        if kind in (4, 5):
            return meshes.triangles(canvas, mark, self.ways, kind)
        if kind in (6, 7):
            return meshes.patches(canvas, mark, self.ways, kind)
        if kind not in GRADIENTS:
            raise gradients.Unknown("a gradient of a kind that is not known")
        GRADIENTS[kind](canvas, mark, self.ways)
        return True

    def _tiles(self, mark: Tiles) -> None:
        where = self._where(mark.box, mark.manner, mark.area)
        if where is None:
            return
        cell = tiling.cell_of(mark, self.plates.raster.scale)
        inner = Laying(cell, self.ways, mark.marks, layered=True)
        plates = inner.lay()
        self._effort += plates.effort
        self.unknown |= inner.unknown
        spread = tiling.spread(plates, mark, self.plates.raster, where[0])
        self.plates.lay_group(spread, where[0], where[1], self._blend(mark.manner.blend))

    # how they are laid

    def _inks(self, colour: Colour) -> Mapping[str, float]:
        found = self.ways.inks(colour)
        if found is None:
            raise pictures.Unknown(f"{colour.kind} colours")
        return found

    def _lay(self, inks: Mapping[str, Any], direct: bool, manner: Manner, where: tuple[Window, Any]) -> None:
        if direct and manner.keeps_zeros:
            inks = {ink: share for ink, share in inks.items() if share}
        blend = self._blend(manner.blend)
        self.plates.lay(inks, *where, knocks_out=not manner.overprint, blend=blend)

    def _blend(self, mode: str) -> str:
        if mode and mode not in SEPARABLE:
            self.unknown.add(f"the blend mode {mode[:20]}")
            return ""
        if mode and any(layer is not None and layer.open for layer, _, _ in self.under_way[1:]):
            self.unknown.add("a blend mode inside a group that lets see through")
        return mode

    def _window(self, box: Rect) -> Window | None:
        return self.plates.raster.window(box.x, box.y, box.right, box.bottom)

    def _where(
        self, box: Rect, manner: Manner, shape: Shape | None, drawn: Any = None
    ) -> tuple[Window, Any] | None:
        """The window of a mark and how much of each of its pixels it paints; None when that is nothing."""
        window = self._window(box)
        if window is None:
            return None
        mask = drawn
        if shape is not None and not (len(shape.rings) == 1 and is_upright(shape.rings[0])):
            mask = multiplied(mask, self.plates.raster.inside(shape.rings, shape.even_odd, window))
        if manner.clips:
            mask = multiplied(mask, self._clip(manner.clips).crop(self._on_page(window)))
        if manner.soft is not None:
            mask = multiplied(mask, self._soft(manner.soft).crop(self._on_page(window)))
        mask = multiplied(mask, self._faded((window[2] - window[0], window[3] - window[1]), manner.opacity))
        return None if mask is not None and mask.getbbox() is None else (window, mask)

    def _on_page(self, window: Window) -> Window:
        left, top = self.under_way[-1][2][:2]
        return window[0] + left, window[1] + top, window[2] + left, window[3] + top

    def _faded(self, size: tuple[int, int], opacity: float) -> Any:
        return None if opacity >= 1 else even(size, opacity)

    def _clip(self, clips: tuple[Shape, ...]) -> Any:
        """Clipping paths on the whole page: marks that follow each other mostly share them."""
        if self._clips[0] is not clips:
            page, mask = self.under_way[0][1].raster, None
            for clip in clips:
                mask = multiplied(mask, page.inside(clip.rings, clip.even_odd, (0, 0, *page.size)))
            self._effort += page.size[0] * page.size[1] * len(clips)
            self._clips = (clips, mask)
        return self._clips[1]

    def _soft(self, soft: SoftMask) -> Any:
        """How much a soft mask lets through, on the whole page."""
        known = self._masks.get(id(soft))
        if known is not None:
            return known[1]
        page = self.under_way[0][1].raster
        inner = Laying(page, Darkening(), soft.marks, layered=True)
        plates = inner.lay()
        self._effort += plates.effort + page.size[0] * page.size[1]
        self.unknown |= {f"a soft mask of {what}" for what in inner.unknown}
        made = plates.light(soft.ground) if soft.by_light else plates.cover()
        if soft.transfer is not None and name(soft.transfer) != "/Identity":
            made = _transferred(made, soft.transfer)
        self._masks[id(soft)] = (soft, made)
        return made


GRADIENTS: Mapping[int, Callable[[Canvas, Shade, Ways], None]] = {
    1: gradients.by_formula, 2: gradients.along_line, 3: gradients.between_circles,
}  # fmt: skip


def _ring_of(box: Rect) -> Ring:
    return tuple(corners(box.x, box.y, box.width, box.height))


def _boxes(marks: Iterable[Drawn]) -> dict[int, Rect]:
    """The box round all marks of each group."""
    found: dict[int, Rect] = {}
    for mark in marks:
        for layer in mark.manner.layers:
            box = found.get(layer.number, mark.box)
            found[layer.number] = around([_ring_of(box), _ring_of(mark.box)])
    return found


def _transferred(mask: Any, transfer: Any) -> Any:
    """A mask with each share put for another by a function."""
    function = function_of(transfer)
    if function is None:
        raise pictures.Unknown("a soft mask whose shares cannot be computed")
    try:
        return mapped(mask, [round(min(max(function((at / 255,))[0], 0.0), 1.0) * 255) for at in range(256)])
    except (ValueError, IndexError) as wrong:
        raise pictures.Unknown("a soft mask whose shares cannot be computed") from wrong
