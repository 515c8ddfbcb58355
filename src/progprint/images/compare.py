"""Two pictures of a page -> the places where they differ, and small pictures for a report."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageChops, ImageFilter

from progprint.geom import Rect
from progprint.images.bitmap import Bitmap

#: values of 255 by which a pixel may differ: against the edges of type that two renderings smooth differently
TOLERANCE = 40
#: pixels a side of the cells in which differences are gathered: at 100 dpi half a line of text
CELL = 8
#: of a cell's pixels, those that must differ
LEAST_PIXELS = 2


def changed_regions(old: Bitmap, new: Bitmap) -> tuple[Rect, ...]:
    """Where two pictures differ, in shares of the larger one's width and height, from the top."""
    if old == new:
        return ()
    size = (max(old.width, new.width), max(old.height, new.height))
    channels = ImageChops.difference(_on(size, old), _on(size, new)).split()
    most = ImageChops.lighter(ImageChops.lighter(channels[0], channels[1]), channels[2])
    differs = most.point([255 * (value > TOLERANCE) for value in range(256)])
    cells = differs.reduce(CELL)
    least = 255 * LEAST_PIXELS // CELL**2
    found = cells.point([255 * (value >= least) for value in range(256)])
    # what is a cell apart is one place
    boxes = _islands(found.filter(ImageFilter.MaxFilter(3)))
    return tuple(_share(box, size) for box in boxes)


def alike(old: Bitmap, new: Bitmap) -> float:
    """How alike two small pictures are: 1 when they are the same, 0 as black and white are."""
    size = (16, 16)
    one, other = (_image(each).convert("L").resize(size).tobytes() for each in (old, new))
    return 1 - sum(abs(a - b) for a, b in zip(one, other, strict=True)) / (255 * 256)


def as_jpeg(bitmap: Bitmap) -> bytes:
    """A picture for a report: small, not for print."""
    out = BytesIO()
    _image(bitmap).save(out, "JPEG", quality=80)
    return out.getvalue()


def _image(bitmap: Bitmap) -> Image.Image:
    return Image.frombytes("RGB", (bitmap.width, bitmap.height), bitmap.pixels)


def _on(size: tuple[int, int], bitmap: Bitmap) -> Image.Image:
    image = _image(bitmap)
    if image.size == size:
        return image
    canvas = Image.new("RGB", size, (255, 255, 255))
    canvas.paste(image, (0, 0))
    return canvas


def _islands(cells: Image.Image) -> list[tuple[int, int, int, int]]:
    """Boxes round cells that touch: left, top, right, bottom, the last two not included."""
    width = cells.size[0]
    marked = {(i % width, i // width) for i, value in enumerate(cells.tobytes()) if value}
    boxes = []
    while marked:
        waiting = [min(marked, key=lambda cell: (cell[1], cell[0]))]
        marked.remove(waiting[0])
        island = []
        while waiting:
            x, y = waiting.pop()
            island.append((x, y))
            near = {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & marked
            marked -= near
            waiting += near
        across, down = [x for x, _ in island], [y for _, y in island]
        boxes.append((min(across), min(down), max(across) + 1, max(down) + 1))
    return boxes


def _share(box: tuple[int, int, int, int], size: tuple[int, int]) -> Rect:
    left, top, right, bottom = (value * CELL for value in box)
    width, height = size
    right, bottom = min(right, width), min(bottom, height)
    return Rect(left / width, top / height, (right - left) / width, (bottom - top) / height)
