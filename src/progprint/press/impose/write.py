"""Opened file + Imposition -> PDF: its pages as forms on sheets, all that they draw with untouched."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple

from progprint.geom import Rect
from progprint.glyphs import Face
from progprint.pdf.embed import to_unit_square
from progprint.pdf.inspect import Boxes
from progprint.press.impose.carried import Carried
from progprint.press.impose.drawing import EVERY_PLATE, clip_to, draw_marks, draw_steps
from progprint.press.impose.marks import Shape
from progprint.press.impose.read import Opened
from progprint.press.impose.types import Imposition, Place, Progress, Side

#: operators of a page at most, when they must be unpacked to be joined: bytes. The fullest map page has 60 MB
MOST_OPERATORS = 256_000_000
#: from the press to the inks: all four of them
_ALL_CMYK = ((0, 0, 0, 0), (1, 1, 1, 1))


class Sheet(NamedTuple):
    """One face with its marks."""

    side: Side
    marks: tuple[Shape, ...]


def write_sheets(
    opened: Opened,
    made: Imposition,
    sheets: Sequence[Sheet],
    look: Look,
    stream: BinaryIO,
) -> None:
    """Write all faces. Raises pikepdf's errors for a page that cannot be read."""
    import pikepdf

    with pikepdf.new() as pdf:
        forms = _Forms(opened, pdf)
        spots = {name: pdf.copy_foreign(_indirect(opened.pdf, space)) for name, space in look.spots.items()}
        names = {name: f"S{number}" for number, name in enumerate(spots)}
        spaces = {EVERY_PLATE: _every_plate(cmyk=look.cmyk), **{names[name]: spots[name] for name in spots}}
        for number, sheet in enumerate(sheets, 1):
            used: dict[int, Any] = {}
            lines = [
                line
                for place in sheet.side.places
                if place.page
                for line in _placed(place, opened.boxes, sheet.side.size[1], made.bleed)
            ]
            for place in sheet.side.places:
                if place.page:
                    used[place.page] = forms.form(place.page)
            lines += draw_steps(sheet.side.collation, sheet.side.size[1])
            lines += draw_marks(sheet.marks, sheet.side.size[1], names, look.faces)
            pdf.pages.append(_page(pdf, sheet.side, made.bleed, "\n".join(lines).encode(), (used, spaces)))
            if look.progress is not None:
                look.progress("sheets", number, len(sheets))
        look.carried.into(pdf)
        # streams stay as they came; no object streams, which PDF/X-1a and X-3 do not know
        pdf.save(
            stream,
            min_version=opened.pdf.pdf_version,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )


class Look(NamedTuple):
    """What marks are drawn with, and what of the file is kept beside its pages."""

    faces: Sequence[Face]
    #: name of a spot ink -> its colour space in the file
    spots: Mapping[str, Any]
    carried: Carried
    #: whether the printing condition has four inks
    cmyk: bool = True
    progress: Progress | None = None


class _Forms:
    """Pages on their way into another file, each once."""

    def __init__(self, opened: Opened, pdf: Any) -> None:
        self._opened, self._pdf = opened, pdf
        self._pages = list(opened.pdf.pages)
        self._made: dict[int, Any] = {}

    def form(self, page: int) -> Any:
        if page not in self._made:
            self._made[page] = self._new(page)
        return self._made[page]

    def _new(self, page: int) -> Any:
        import pikepdf

        found, boxes = self._pages[page - 1], self._opened.boxes[page - 1]
        data, packed = _operators(found.obj.get("/Contents"))
        form = pikepdf.Stream(self._pdf, data)
        if packed:
            form.Filter = pikepdf.Name.FlateDecode
        form.Type, form.Subtype, form.FormType = pikepdf.Name.XObject, pikepdf.Name.Form, 1
        form.BBox = pikepdf.Array([round(value, 4) for value in boxes.bleed])
        form.Resources = self._copy(found.resources)
        if "/Group" in found.obj:
            form.Group = self._copy(found.obj.Group)
            # a page's group is isolated without saying so (ISO 32000-1, 11.4.7)
            form.Group.I = True
        return self._pdf.make_indirect(form)

    def _copy(self, found: Any) -> Any:
        return self._pdf.copy_foreign(_indirect(self._opened.pdf, found))


def _indirect(pdf: Any, found: Any) -> Any:
    return found if found.is_indirect else pdf.make_indirect(found)


def _operators(contents: Any) -> tuple[bytes, bool]:
    """A page's operators, and whether they are packed still: one stream is copied as it is."""
    import pikepdf

    streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    streams = [stream for stream in streams if isinstance(stream, pikepdf.Stream)]
    if len(streams) == 1 and _is_deflated(streams[0]):
        return streams[0].read_raw_bytes(), True
    joined: list[bytes] = []
    for stream in streams:
        joined.append(_unpacked(stream, MOST_OPERATORS - sum(map(len, joined))))
    return b"\n".join(joined), False


def _unpacked(stream: Any, most: int) -> bytes:
    if _is_deflated(stream):
        data = zlib.decompressobj().decompress(stream.read_raw_bytes(), max(most, 0) + 1)
    else:
        data = bytes(stream.read_bytes())
    if len(data) > most:
        raise ValueError(f"a page's operators take more than {MOST_OPERATORS // 1_000_000} MB")
    return data


def _is_deflated(stream: Any) -> bool:
    import pikepdf

    filters = stream.get("/Filter")
    if isinstance(filters, pikepdf.Array) and len(filters) == 1:
        filters = filters[0]
    return str(filters) == "/FlateDecode" and "/DecodeParms" not in stream


def _placed(place: Place, boxes: Sequence[Boxes], height: float, bleed: float) -> tuple[str, ...]:
    """The operators that draw a page at its place."""
    found = boxes[place.page - 1]
    turned = found._replace(turn=(found.turn + 180) % 360) if place.turned else found
    a, b, c, d, e, f = to_unit_square(turned)
    trim = place.trim
    x, y, width, across = trim.x, height - trim.bottom, trim.width, trim.height
    matrix = (a * width, b * across, c * width, d * across, e * width + x, f * across + y)
    shown = " ".join(f"{value:.6f}".rstrip("0").rstrip(".") for value in matrix)
    return "q", clip_to(place.clip, height), f"{shown} cm", f"/P{place.page} Do", "Q"


def _page(
    pdf: Any, side: Side, bleed: float, operators: bytes, used: tuple[Mapping[int, Any], Mapping[str, Any]]
) -> Any:
    import pikepdf

    width, height = side.size
    forms, spaces = used
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=_box(Rect(0, 0, width, height), height),
        BleedBox=_box(_grown(side.block, bleed), height),
        TrimBox=_box(side.block, height),
        Contents=pdf.make_stream(operators),
        Resources=pikepdf.Dictionary(
            XObject=pikepdf.Dictionary({f"/P{number}": form for number, form in sorted(forms.items())}),
            ColorSpace=pikepdf.Dictionary({f"/{name}": space for name, space in spaces.items()}),
        ),
    )
    return pikepdf.Page(pdf.make_indirect(page))


def _grown(rect: Rect, by: float) -> Rect:
    return Rect(rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by)


def _box(rect: Rect, height: float) -> Any:
    import pikepdf

    corners = (rect.x, height - rect.bottom, rect.right, height - rect.y)
    return pikepdf.Array([round(value, 4) + 0.0 for value in corners])


def _every_plate(*, cmyk: bool) -> Any:
    import pikepdf

    paper, ink = _ALL_CMYK if cmyk else ((1,), (0,))
    tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=list(paper), C1=list(ink), N=1)
    space = pikepdf.Name.DeviceCMYK if cmyk else pikepdf.Name.DeviceGray
    return pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name("/All"), space, tint])
