"""One page for each kind of paint that plates must know, with the total ink that it makes."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

#: operators and resources of a page of 200 × 200 points
Drawing = tuple[str, dict[str, Any]]


class Kind(NamedTuple):
    name: str
    #: total ink where it is most, in per cent; what Ghostscript makes of it, and arithmetic
    ink: int
    #: pdf_oxide knows it, too
    oxide: bool
    draw: Callable[[Pdf], Drawing]
    #: how far others may be off, in per cent of ink: a step of 1 of 255 on each of four plates, rounded up
    within: int = 4
    #: Ghostscript puts tiles on whole pixels, which makes small ones others
    ghostscript: bool = True


KINDS: list[Kind] = []


def kind(ink: int, *, oxide: bool = False, within: int = 4,
         ghostscript: bool = True) -> Callable[[Callable[[Pdf], Drawing]], None]:
    def keep(draw: Callable[[Pdf], Drawing]) -> None:
        KINDS.append(Kind(draw.__name__, ink, oxide, draw, within, ghostscript))
    return keep


def always(name: str, ink: int, operators: str, *, oxide: bool = False, within: int = 4, **resources: Any) -> None:
    KINDS.append(Kind(name, ink, oxide, lambda pdf: (operators, resources), within))


def stream(pdf: Pdf, data: bytes, **entries: Any) -> Any:
    return pdf.make_indirect(pikepdf.Stream(pdf, data, **entries))


def picture(pdf: Pdf, data: bytes, wide: int, high: int, **entries: Any) -> Any:
    usual = {"Type": Name.XObject, "Subtype": Name.Image, "Width": wide, "Height": high, "BitsPerComponent": 8}
    return stream(pdf, data, **usual | entries)


def form(pdf: Pdf, data: bytes, **entries: Any) -> Any:
    return stream(pdf, data, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 200], **entries)


def group(space: Any = Name.DeviceCMYK, **entries: Any) -> Dictionary:
    return Dictionary(S=Name.Transparency, CS=space, **entries)


def between(first: list[float], last: list[float]) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=first, C1=last, N=1)


def settings(**entries: Any) -> Dictionary:
    return Dictionary(A=Dictionary(**entries))


DARK = "0.9 0.9 0.9 0.6 k 50 50 100 100 re f"
PLACED = "q 100 0 0 100 50 50 cm /P Do Q"
FILLED, BARE = [1, 1, 1, 1], [0, 0, 0, 0]
OVERPRINT = {"OP": True, "op": True, "OPM": 1}
STRIPES = b"\x0f\x0f"

always("area", 330, DARK, oxide=True)
always("an area in an area", 330, "0.9 0.9 0.9 0.6 k 50 50 100 100 re 60 60 50 50 re f", oxide=True)
always("a frame with a hole", 0, "0.9 0.9 0.9 0.6 k 50 50 100 100 re 52 52 96 96 re f*", oxide=True)
always("overprint", 360, "/A gs 0.9 0.9 0 0 k 50 50 60 60 re f 0 0 0.9 0.9 k 60 60 60 60 re f", oxide=True,
       ExtGState=settings(**OVERPRINT))
always("RGB black", 298, "0 0 0 rg 50 50 100 100 re f")
always("RGB red", 189, "1 0 0 rg 50 50 100 100 re f")
always("Lab", 271, "/L cs 10 5 -5 scn 50 50 100 100 re f", ColorSpace=Dictionary(L=Array([
    Name.Lab, Dictionary(WhitePoint=[0.9642, 1, 0.8249], Range=[-128, 127, -128, 127])])))
always("CalRGB", 291, "/L cs 0.05 0 0.1 scn 50 50 100 100 re f", ColorSpace=Dictionary(L=Array([
    Name.CalRGB, Dictionary(WhitePoint=[0.9505, 1, 1.089], Gamma=[2.2, 2.2, 2.2],
                            Matrix=[0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505])])))
always("spot over process", 300, "/A gs 1 1 0 0 k 50 50 100 100 re f /S cs 1 scn 60 60 80 80 re f", oxide=True,
       ExtGState=settings(**OVERPRINT), ColorSpace=Dictionary(S=Array([
           Name.Separation, Name("/PANTONE 485 C"), Name.DeviceCMYK, between(BARE, [0, 1, 1, 0])])))
always("a broad line", 330, "0.9 0.9 0.9 0.6 K 30 w 50 50 m 150 150 l S", oxide=True)
always("opacity", 200, "1 1 0 0 k 50 50 100 100 re f /A gs 0 0 1 1 k 60 60 60 60 re f", oxide=True,
       ExtGState=settings(ca=0.5))
for mode, ink in (("Multiply", 288), ("Screen", 170), ("Overlay", 192), ("Darken", 260), ("Lighten", 170),
                  ("ColorDodge", 170), ("ColorBurn", 255), ("HardLight", 170), ("SoftLight", 178), ("Difference", 260),
                  ("Exclusion", 203)):
    always(mode, ink, "0.8 0.6 0.2 0.1 k 50 50 100 100 re f /A gs 0.3 0.9 0.5 0.4 k 60 60 60 60 re f",
           ExtGState=settings(BM=Name("/" + mode)))


@kind(150)
def group_of_half_opacity(pdf: Pdf) -> Drawing:
    made = form(pdf, b"1 0 0 0 k 50 50 60 60 re f 0 1 1 0 k 70 70 60 60 re f", Group=group(I=True))
    return "0 0 0 1 k 40 40 100 100 re f /A gs /X Do", {"ExtGState": settings(ca=0.5), "XObject": Dictionary(X=made)}


@kind(380)
def group_that_multiplies(pdf: Pdf) -> Drawing:
    made = form(pdf, b"1 1 0 0 k 50 50 60 60 re f", Group=group(I=True))
    modes = settings(BM=Name.Multiply)
    return "0 0 1 0.8 k 40 40 100 100 re f /A gs /X Do", {"ExtGState": modes, "XObject": Dictionary(X=made)}


@kind(189)
def soft_mask_of_light(pdf: Pdf) -> Drawing:
    mask = form(pdf, b"0.5 g 0 0 200 200 re f", Group=group(Name.DeviceGray))
    soft = settings(SMask=Dictionary(S=Name.Luminosity, G=mask))
    return "/A gs 1 1 1 0.8 k 40 40 100 100 re f", {"ExtGState": soft}


@kind(266)
def soft_mask_of_opacity(pdf: Pdf) -> Drawing:
    seen = Dictionary(ExtGState=Dictionary(H=Dictionary(ca=0.7)))
    mask = form(pdf, b"/H gs 0.5 g 0 0 100 200 re f", Group=group(Name.DeviceGray), Resources=seen)
    return "/A gs 1 1 1 0.8 k 40 40 100 100 re f", {"ExtGState": settings(SMask=Dictionary(S=Name.Alpha, G=mask))}


def shown(made: Any, operators: str = PLACED) -> Drawing:
    return operators, {"XObject": Dictionary(P=made)}


@kind(349, oxide=True)
def picture_of_inks(pdf: Pdf) -> Drawing:
    return shown(picture(pdf, bytes([230, 230, 230, 200]) * 10_000, 100, 100, ColorSpace=Name.DeviceCMYK))


@kind(348, oxide=True)
def picture_of_16_bits(pdf: Pdf) -> Drawing:
    data = bytes([230, 0, 230, 0, 230, 0, 200, 0]) * 100
    return shown(picture(pdf, data, 10, 10, BitsPerComponent=16, ColorSpace=Name.DeviceCMYK))


@kind(360, oxide=True)
def picture_of_4_bits(pdf: Pdf) -> Drawing:
    return shown(picture(pdf, b"\xee\xec" * 100, 10, 10, BitsPerComponent=4, ColorSpace=Name.DeviceCMYK))


@kind(345, oxide=True)
def jpeg(pdf: Pdf) -> Drawing:
    data = io.BytesIO()
    Image.new("CMYK", (200, 200), (230, 230, 220, 200)).save(data, "JPEG", quality=95)
    return shown(picture(pdf, data.getvalue(), 200, 200, ColorSpace=Name.DeviceCMYK, Filter=Name.DCTDecode,
                         Decode=[1, 0] * 4))


@kind(291)
def picture_of_rgb(pdf: Pdf) -> Drawing:
    return shown(picture(pdf, bytes([10, 0, 20]) * 10_000, 100, 100, ColorSpace=Name.DeviceRGB))


@kind(291)
def jpeg_2000(pdf: Pdf) -> Drawing:
    data = io.BytesIO()
    Image.new("RGB", (200, 200), (10, 0, 20)).save(data, "JPEG2000")
    return shown(stream(pdf, data.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=200, Height=200,
                        Filter=Name.JPXDecode))


@kind(373)
def picture_by_palette(pdf: Pdf) -> Drawing:
    table = String(bytes([0, 0, 0, 0, 255, 255, 240, 200]))
    space = Array([Name.Indexed, Name.DeviceCMYK, 1, table])
    return shown(picture(pdf, STRIPES, 8, 2, BitsPerComponent=1, ColorSpace=space))


@kind(190)
def picture_with_soft_mask(pdf: Pdf) -> Drawing:
    mask = picture(pdf, b"\x80" * 10_000, 100, 100, ColorSpace=Name.DeviceGray)
    return shown(picture(pdf, bytes([255, 255, 255, 200]) * 10_000, 100, 100, ColorSpace=Name.DeviceCMYK, SMask=mask))


def stencil(pdf: Pdf, **entries: Any) -> Any:
    return picture(pdf, STRIPES, 8, 2, **{"BitsPerComponent": 1, "ImageMask": True} | entries)


@kind(378, oxide=True)
def picture_with_mask(pdf: Pdf) -> Drawing:
    data = bytes([255, 255, 255, 200]) * 10_000
    return shown(picture(pdf, data, 100, 100, ColorSpace=Name.DeviceCMYK, Mask=stencil(pdf)))


@kind(378, oxide=True)
def picture_with_colour_key(pdf: Pdf) -> Drawing:
    data = bytes([255, 255, 255, 200]) * 5000 + bytes([9, 255, 255, 255]) * 5000
    key = [0, 10, 0, 255, 0, 255, 0, 255]
    return shown(picture(pdf, data, 100, 100, ColorSpace=Name.DeviceCMYK, Mask=key))


@kind(350, oxide=True)
def mask_of_1_bit_in_four_inks(pdf: Pdf) -> Drawing:
    return shown(stencil(pdf), "1 1 1 0.5 k " + PLACED)


@kind(350)
def fax_in_four_inks(pdf: Pdf) -> Drawing:
    data = io.BytesIO()
    Image.new("1", (64, 64), 0).save(data, "TIFF", compression="group4")
    with Image.open(io.BytesIO(data.getvalue())) as image:
        tags = image.tag_v2  # type: ignore[attr-defined]
        start, length, light = tags[273][0], tags[279][0], tags[262]
    packed = data.getvalue()[start:start + length]
    asked = Dictionary(K=-1, Columns=64, Rows=64, BlackIs1=light == 1)
    made = picture(pdf, packed, 64, 64, BitsPerComponent=1, ImageMask=True, Filter=Name.CCITTFaxDecode, DecodeParms=asked)
    return shown(made, "1 1 1 0.5 k " + PLACED)


always("inline picture", 363,
       "q 100 0 0 100 50 50 cm BI /W 2 /H 1 /BPC 8 /CS /CMYK /F /AHx ID ffffe0c0ffff00c0> EI Q")


def shading(number: int, **entries: Any) -> dict[str, Any]:
    return {"Shading": Dictionary(S=Dictionary(ShadingType=number, ColorSpace=Name.DeviceCMYK, **entries))}


CLIPPED = "50 50 100 100 re W n /S sh"
always("along a line", 362, CLIPPED, **shading(2, Coords=[50, 50, 150, 50], Function=between(BARE, [1, 1, 1, 0.8])))
always("beyond the ends of a line", 380, CLIPPED, **shading(
    2, Coords=[50, 50, 90, 90], Extend=[True, True], Function=between(BARE, [1, 1, 1, 0.8])))
always("round a point", 372, "/S sh", **shading(3, Coords=[100, 100, 0, 100, 100, 60], Function=between(FILLED, BARE)))
always("in a circle and beyond", 400, "/S sh", **shading(
    3, Coords=[80, 100, 10, 110, 100, 50], Extend=[True, True], Function=between(FILLED, BARE)))
always("from circle to circle", 400, "/S sh", **shading(
    3, Coords=[50, 100, 10, 150, 100, 30], Extend=[True, True], Function=between(FILLED, BARE)))


@kind(380)
def calculated(pdf: Pdf) -> Drawing:
    program = stream(pdf, b"{ dup 0.5 gt { dup dup dup } { pop 0 0 0 0 } ifelse }", FunctionType=4, Domain=[0, 1],
                     Range=[0, 1] * 4)
    return CLIPPED, shading(2, Coords=[50, 50, 150, 50], Function=program)


@kind(370)
def by_formula(pdf: Pdf) -> Drawing:
    program = stream(pdf, b"{ 2 copy mul dup }", FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1] * 4)
    return "/S sh", shading(1, Matrix=[100, 0, 0, 100, 50, 50], Function=program)


def mesh(pdf: Pdf, number: int, data: bytes, **entries: Any) -> Drawing:
    made = stream(pdf, data, ShadingType=number, ColorSpace=Name.DeviceCMYK, BitsPerCoordinate=16, BitsPerComponent=8,
                  Decode=[50, 150, 50, 150, *[0, 1] * 4], **entries)
    return "/S sh", {"Shading": Dictionary(S=made)}


ALL, NONE, MOST = (255,) * 4, (0,) * 4, (255, 255, 255, 200)
FAR = 65535


@kind(384, within=12)
def triangles(pdf: Pdf) -> Drawing:
    corners = ((0, 0, ALL), (FAR, 0, ALL), (0, FAR, NONE))
    return mesh(pdf, 4, b"".join(struct.pack(">BHH4B", 0, x, y, *c) for x, y, c in corners), BitsPerFlag=8)


@kind(384, within=12)
def lattice(pdf: Pdf) -> Drawing:
    corners = ((0, 0, ALL), (FAR, 0, ALL), (0, FAR, NONE), (FAR, FAR, NONE))
    return mesh(pdf, 5, b"".join(struct.pack(">HH4B", x, y, *c) for x, y, c in corners), VerticesPerRow=2)


RIM = ((0, 0), (0, 1), (0, 2), (0, 3), (1, 3), (2, 3), (3, 3), (3, 2), (3, 1), (3, 0), (2, 0), (1, 0))
MIDDLE = ((1, 1), (1, 2), (2, 2), (2, 1))


def patch(places: tuple[tuple[int, int], ...]) -> bytes:
    rim = b"".join(struct.pack(">HH", x * FAR // 3, y * FAR // 3) for x, y in places)
    return b"\0" + rim + bytes([*ALL, *MOST, *NONE, 0, 0, 0, 255])


@kind(385, within=12)
def patch_of_twelve(pdf: Pdf) -> Drawing:
    return mesh(pdf, 6, patch(RIM), BitsPerFlag=8)


@kind(385, within=12)
def patch_of_sixteen(pdf: Pdf) -> Drawing:
    return mesh(pdf, 7, patch(RIM + MIDDLE), BitsPerFlag=8)


def tile(pdf: Pdf, data: bytes, side: int, **entries: Any) -> Dictionary:
    usual = {"PatternType": 1, "PaintType": 1, "TilingType": 1, "BBox": [0, 0, side, side], "XStep": side, "YStep": side}
    return Dictionary(T=stream(pdf, data, **usual | {"Resources": Dictionary()} | entries))


TILED = "/Pattern cs /T scn 40 40 120 120 re f"


@kind(390)
def tiles(pdf: Pdf) -> Drawing:
    return TILED, {"Pattern": tile(pdf, b"1 1 1 .9 k 0 0 20 20 re f", 30)}


@kind(195, within=12, ghostscript=False)
def tiles_like_a_screen(pdf: Pdf) -> Drawing:
    return TILED, {"Pattern": tile(pdf, b"1 1 1 .9 k 0 0 1 2 re f", 2, Matrix=[0.6, 0.3, -0.3, 0.6, 3, 3])}


@kind(390)
def tiles_in_a_colour(pdf: Pdf) -> Drawing:
    spaces = Dictionary(U=Array([Name.Pattern, Name.DeviceCMYK]))
    made = tile(pdf, b"0 0 20 20 re f", 20, PaintType=2)
    return "/U cs 1 1 1 .9 /T scn 40 40 120 120 re f", {"Pattern": made, "ColorSpace": spaces}


def write_kinds(path: Path) -> None:
    """Write a file with a page for each kind, for coated paper."""
    with Pdf.new() as pdf:
        data = files("progprint").joinpath("data", "icc", "ISOcoated_v2_300_bas.icc").read_bytes()
        pdf.Root.OutputIntents = Array([Dictionary(
            Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String("FOGRA39"),
            DestOutputProfile=stream(pdf, data, N=4))])
        for one in KINDS:
            operators, resources = one.draw(pdf)
            page = pdf.add_blank_page(page_size=(200, 200))
            page.obj.Resources = Dictionary(**resources)
            page.obj.Group = group()
            page.obj.Contents = stream(pdf, operators.encode())
        pdf.save(path)
