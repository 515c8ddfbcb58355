"""Page of another PDF file -> its size, and what on it a press or PDF/A would refuse."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from progprint.images import PictureFault, PictureInfo, Sheet

#: faults of a page -> whether it can be printed all the same, in a file that then claims no standard
UNSOUND = frozenset({"pdf-rgb", "pdf-font"})
#: the same in a file that is to be PDF/X-1a
UNFLAT = frozenset({"pdf-transparent", "pdf-rgb-profile", "pdf-jpx"})
#: rotations of a page that are any
QUARTERS = (0, 90, 180, 270)
#: forms within forms that are looked into: no producer nests deeper
DEEPEST = 24
#: operators that set a colour of DeviceRGB (ISO 32000-1, 8.6.8)
RGB_OPERATORS = frozenset({"rg", "RG"})
#: a side of a page under this is no page: points
LEAST_SIDE = 1.0

Box = tuple[float, float, float, float]


class Boxes(NamedTuple):
    """A page's boxes in its own space: left, foot, right, head."""

    media: Box
    trim: Box
    bleed: Box
    #: degrees clockwise by which it is turned to be read
    turn: int
    #: length of its units in points
    unit: float


def read_page(path: Path, number: int) -> tuple[PictureInfo | None, tuple[PictureFault, ...]]:
    """Read one page, counted from 1. None when it cannot be printed at all."""
    import pikepdf

    if not path.is_file():
        return None, (PictureFault("picture-missing", str(path)),)
    name = f"{path}#page={number}"
    try:
        content = path.read_bytes()
        with pikepdf.open(path) as pdf:
            if pdf.is_encrypted:
                return None, (PictureFault("pdf-encrypted", ""),)
            if number > len(pdf.pages):
                return None, (PictureFault("pdf-no-page", f"it has {len(pdf.pages)}, not {number}"),)
            page = pdf.pages[number - 1]
            boxes = boxes_of(page.obj)
            faults = tuple(dict.fromkeys((*_catalog(pdf.Root), *_Look().page(page.obj))))
    except pikepdf.PasswordError:
        return None, (PictureFault("pdf-encrypted", ""),)
    except (pikepdf.PdfError, OSError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError,
            RuntimeError) as fault:
        return None, (PictureFault("picture-damaged", " ".join(str(fault).split())[-120:]),)
    width, height = (round(side) for side in _upright(boxes))
    if min(_upright(boxes)) < LEAST_SIDE:
        return None, (PictureFault("picture-damaged", "its page has no size"),)
    sound = not any(fault.code in UNSOUND for fault in faults)
    flat = not any(fault.code in UNFLAT for fault in faults)
    sheet = Sheet(_upright(boxes), _bleed(boxes), sound, flat)
    digest = hashlib.sha256(content).hexdigest()
    return PictureInfo(name, width, height, "PDF", False, "", digest, sheet=sheet), faults


def boxes_of(page: Any) -> Boxes:
    """Give a page's boxes; what is left out follows ISO 32000-1, 14.11.2."""
    media = _box(_inherited(page, "/MediaBox")) or (0.0, 0.0, 612.0, 792.0)
    crop = _within(_box(_inherited(page, "/CropBox")) or media, media)
    trim = _within(_box(page.get("/TrimBox")) or crop, media)
    # what is drawn beyond a crop box that was only for the screen is bleed all the same
    bleed = _within(_box(page.get("/BleedBox")) or media, media) if "/TrimBox" in page else crop
    turn = int(_inherited(page, "/Rotate") or 0) % 360
    unit = float(page.get("/UserUnit", 1))
    return Boxes(media, trim, bleed, turn if turn in QUARTERS else 0, unit)


def _inherited(page: Any, key: str) -> Any:
    node, depth = page, 0
    while node is not None and depth < DEEPEST:
        if key in node:
            return node[key]
        node, depth = node.get("/Parent"), depth + 1
    return None


def _box(found: Any) -> Box | None:
    if found is None:
        return None
    x1, y1, x2, y2 = (float(v) for v in found)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _within(box: Box, room: Box) -> Box:
    return (max(box[0], room[0]), max(box[1], room[1]), min(box[2], room[2]), min(box[3], room[3]))


def _upright(boxes: Boxes) -> tuple[float, float]:
    left, foot, right, head = boxes.trim
    width, height = (right - left) * boxes.unit, (head - foot) * boxes.unit
    return (height, width) if boxes.turn in (90, 270) else (width, height)


def _bleed(boxes: Boxes) -> Box:
    """How far it reaches beyond its trim as seen: left, top, right, bottom."""
    trim, bleed = boxes.trim, boxes.bleed
    sides = [max(trim[0] - bleed[0], 0.0), max(bleed[3] - trim[3], 0.0),
             max(bleed[2] - trim[2], 0.0), max(trim[1] - bleed[1], 0.0)]  # fmt: skip
    steps = boxes.turn // 90
    left, top, right, bottom = (side * boxes.unit for side in sides[-steps % 4 :] + sides[: -steps % 4])
    return left, top, right, bottom


def _catalog(root: Any) -> Iterator[PictureFault]:
    """What belongs to the file as a whole; it is left behind."""
    actions = root.get("/OpenAction")
    scripted = "/JavaScript" in root.get("/Names", {}) or "/AA" in root
    if scripted or (hasattr(actions, "get") and str(actions.get("/S", "")) == "/JavaScript"):
        yield PictureFault("pdf-script", "")
    if "/AcroForm" in root and root["/AcroForm"].get("/Fields"):
        yield PictureFault("pdf-form", "")


class _Look:
    """A walk through everything a page draws with."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()

    def page(self, page: Any) -> Iterator[PictureFault]:
        resources = _inherited(page, "/Resources") or {}
        if "/Group" in page:
            yield from self._group(page["/Group"])
        yield from self._drawn(page, resources, 0)

    def _new(self, found: Any) -> bool:
        key = found.objgen
        if key != (0, 0) and key in self._seen:
            return False
        self._seen.add(key)
        return True

    def _drawn(self, stream: Any, resources: Any, depth: int) -> Iterator[PictureFault]:
        """What operators say themselves, and the resources they use."""
        covered = "/DefaultRGB" in resources.get("/ColorSpace", {})
        if not covered:
            yield from _operators(stream)
        if depth < DEEPEST:
            yield from self._resources(resources, covered, depth)

    def _resources(self, resources: Any, covered: bool, depth: int) -> Iterator[PictureFault]:
        for space in _values(resources, "/ColorSpace"):
            yield from _colours(space, covered)
        for shading in _values(resources, "/Shading"):
            yield from _colours(shading.get("/ColorSpace"), covered)
        for font in _values(resources, "/Font"):
            yield from self._font(font, depth)
        for state in _values(resources, "/ExtGState"):
            yield from self._state(state, depth)
        for pattern in _values(resources, "/Pattern"):
            if "/Shading" in pattern:
                yield from _colours(pattern["/Shading"].get("/ColorSpace"), covered)
            elif self._new(pattern):
                yield from self._drawn(pattern, pattern.get("/Resources", resources), depth + 1)
        for kind in _values(resources, "/Properties"):
            if str(kind.get("/Type", "")) in ("/OCG", "/OCMD"):
                yield PictureFault("pdf-layers", "")
        for thing in _values(resources, "/XObject"):
            if self._new(thing):
                yield from self._thing(thing, resources, covered, depth)

    def _thing(self, thing: Any, resources: Any, covered: bool, depth: int) -> Iterator[PictureFault]:
        """An image or a form."""
        if "/OC" in thing:
            yield PictureFault("pdf-layers", "")
        if str(thing.get("/Subtype", "")) == "/Image":
            if not thing.get("/ImageMask", False):
                yield from _colours(thing.get("/ColorSpace"), covered)
            if "/SMask" in thing:
                yield PictureFault("pdf-transparent", "")
            if "JPXDecode" in repr(thing.get("/Filter")):
                yield PictureFault("pdf-jpx", "")
        elif str(thing.get("/Subtype", "")) == "/Form":
            if "/Group" in thing:
                yield from self._group(thing["/Group"])
            yield from self._drawn(thing, thing.get("/Resources", resources), depth + 1)

    def _group(self, group: Any) -> Iterator[PictureFault]:
        if str(group.get("/S", "")) == "/Transparency" and "/CS" in group:
            yield from _colours(group["/CS"], False)

    def _state(self, state: Any, depth: int) -> Iterator[PictureFault]:
        faint = any(float(state.get(key, 1)) < 1 for key in ("/ca", "/CA"))
        mask = state.get("/SMask")
        masked = mask is not None and str(mask) != "/None"
        blend = state.get("/BM", "/Normal")
        blended = str(blend) not in ("/Normal", "/Compatible")
        if faint or masked or blended:
            yield PictureFault("pdf-transparent", "")
        if masked and mask is not None and "/G" in mask and self._new(mask["/G"]):
            group = mask["/G"]
            yield from self._drawn(group, group.get("/Resources", {}), depth + 1)

    def _font(self, font: Any, depth: int) -> Iterator[PictureFault]:
        if not self._new(font):
            return
        if str(font.get("/Subtype", "")) == "/Type3":
            for glyph in _values(font, "/CharProcs"):
                yield from _operators(glyph)
            yield from self._resources(font.get("/Resources", {}), False, depth + 1)
            return
        holder = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
        descriptor = holder.get("/FontDescriptor", {})
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield PictureFault("pdf-font", str(font.get("/BaseFont", "/?"))[1:])


def _operators(stream: Any) -> Iterator[PictureFault]:
    """DeviceRGB that is set directly, or in a picture that stands among the operators."""
    import pikepdf

    for found in pikepdf.parse_content_stream(stream):
        name = str(found.operator)
        if isinstance(found, pikepdf.ContentStreamInlineImage):
            direct = str(found.iimage.obj.get("/ColorSpace", "")) in ("/RGB", "/DeviceRGB")
        else:
            direct = name in ("cs", "CS") and str(found.operands[0]) == "/DeviceRGB"
        if name in RGB_OPERATORS or direct:
            yield PictureFault("pdf-rgb", "")
            return


def _values(holder: Any, key: str) -> Iterator[Any]:
    found = holder.get(key)
    if found is not None:
        for name in found.keys():  # noqa: SIM118 - a dictionary of the PDF library
            yield found[name]


def _colours(space: Any, covered: bool) -> Iterator[PictureFault]:
    """RGB in a colour space, however deep: by its profile the press converts it, without one it guesses."""
    if space is None:
        return
    kind = str(space[0]) if _is_array(space) else str(space)
    if kind == "/DeviceRGB" and not covered:
        yield PictureFault("pdf-rgb", "")
    elif kind == "/ICCBased" and int(space[1].get("/N", 0)) == 3:
        yield PictureFault("pdf-rgb-profile", "")
    elif kind in ("/Indexed", "/Pattern") and _is_array(space) and len(space) > 1:
        yield from _colours(space[1], covered)
    elif kind in ("/Separation", "/DeviceN"):
        yield from _colours(space[2], covered)


def _is_array(space: Any) -> bool:
    import pikepdf

    return isinstance(space, pikepdf.Array)
