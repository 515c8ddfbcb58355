"""Too much ink, in whatever way it comes about: found with its place; its light counterpart is silent."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

from progprint.diag import Severity
from progprint.geom import mm
from progprint.press.profile import Limits, Profile

#: where each case paints: 60, 250 from the sheet's foot, 60 x 60 points; the bleed is 3 mm
PLACE = (60 - mm(3), 420 + mm(3) - 310)
PLACED = "q 60 0 0 60 60 250 cm /X Do Q"
NEWS = Profile("test", limits=Limits(total_ink=2.4))
USUAL = Profile("test")
OVERPRINT = Dictionary(OP=True, op=True, OPM=1)


def stream(pdf: Pdf, data: bytes, **entries: Any) -> Any:
    return pdf.make_indirect(pikepdf.Stream(pdf, data, **entries))


def picture(pdf: Pdf, pixel: bytes, space: Any, **entries: Any) -> Any:
    usual = {"Type": Name.XObject, "Subtype": Name.Image, "Width": 300, "Height": 300, "BitsPerComponent": 8}
    return stream(pdf, pixel * 90_000, **usual | {"ColorSpace": space} | entries)


def stencil(pdf: Pdf, byte: bytes) -> Any:
    return stream(pdf, byte * 600 * 75, Type=Name.XObject, Subtype=Name.Image, Width=600, Height=600, BitsPerComponent=1,
                  ImageMask=True)


def function(first: list[float], last: list[float]) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=first, C1=last, N=1)


def radial(share: float) -> Callable[[Pdf], Dictionary]:
    return lambda pdf: Dictionary(ShadingType=3, ColorSpace=Name.DeviceCMYK, Coords=[90, 280, 0, 90, 280, 30],
                                  Function=function([share] * 4, [0, 0, 0, 0]))


def calculated(program: bytes) -> Callable[[Pdf], Dictionary]:
    return lambda pdf: Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[60, 250, 120, 250], Function=stream(
        pdf, program, FunctionType=4, Domain=[0, 1], Range=[0, 1] * 4))


def palette(pdf: Pdf, share: int) -> Any:
    space = Array([Name.Indexed, Name.DeviceCMYK, 1, String(bytes([0, 0, 0, 0, *[share] * 4]))])
    return picture(pdf, b"\1", space)


def soft(pdf: Pdf, share: int) -> Any:
    mask = picture(pdf, bytes([share]), Name.DeviceGray)
    return picture(pdf, b"\xff" * 4, Name.DeviceCMYK, SMask=mask)


def jpeg_2000(pdf: Pdf, share: int) -> Any:
    data = io.BytesIO()
    Image.new("RGB", (300, 300), (share, share, share)).save(data, "JPEG2000")
    return stream(pdf, data.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=300, Height=300,
                  Filter=Name.JPXDecode, ColorSpace=Name.DeviceRGB)


def mesh(pdf: Pdf, share: int) -> Any:
    corners = b"".join(struct.pack(">BHH4B", 0, x, y, *[share] * 4) for x, y in ((0, 0), (65535, 0), (0, 65535)))
    return stream(pdf, corners, ShadingType=4, ColorSpace=Name.DeviceCMYK, BitsPerCoordinate=16, BitsPerComponent=8,
                  BitsPerFlag=8, Decode=[60, 120, 250, 310, *[0, 1] * 4])


def tile(pdf: Pdf, share: float) -> Any:
    return stream(pdf, f"{share} {share} {share} {share} k 0 0 10 10 re f".encode(), PatternType=1, PaintType=1,
                  TilingType=1, BBox=[0, 0, 10, 10], XStep=10, YStep=10, Resources=Dictionary())


def group(pdf: Pdf, **modes: Any) -> Any:
    made = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
    return stream(pdf, b"1 1 0 0 k 60 250 60 60 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 400, 500],
                  Group=made)


Case = tuple[Profile, str, dict[str, Callable[[Pdf], Any]]]


def case(operators: str, profile: Profile = USUAL, **resources: Callable[[Pdf], Any]) -> Case:
    return profile, operators, resources


def fixed(value: Any) -> Callable[[Pdf], Any]:
    return lambda pdf: value


UNDER = "0 0 1 0.9 k 60 250 60 60 re f /A gs /X Do"
#: too much ink, and the same with less
CASES: dict[str, tuple[Case, Case]] = {
    "RGB picture": (
        case(PLACED, NEWS, XObject_X=lambda pdf: picture(pdf, bytes([10, 0, 20]), Name.DeviceRGB)),
        case(PLACED, NEWS, XObject_X=lambda pdf: picture(pdf, bytes([90, 90, 90]), Name.DeviceRGB))),
    "RGB area": (case("0 0 0.05 rg 60 250 60 60 re f", NEWS), case("1 0 0 rg 60 250 60 60 re f", NEWS)),
    "picture with a soft mask": (case(PLACED, XObject_X=lambda pdf: soft(pdf, 230)),
                                 case(PLACED, XObject_X=lambda pdf: soft(pdf, 150))),
    "radial gradient": (case("/S sh", Shading_S=radial(1.0)), case("/S sh", Shading_S=radial(0.7))),
    "calculated gradient": (
        case("60 250 60 60 re W n /S sh", Shading_S=calculated(b"{ pop 1 1 1 0.9 }")),
        case("60 250 60 60 re W n /S sh", Shading_S=calculated(b"{ dup 0.1 lt { dup dup dup } { pop 0 0 0 1 } ifelse }"))),
    "mesh": (case("/S sh", Shading_S=lambda pdf: mesh(pdf, 230)), case("/S sh", Shading_S=lambda pdf: mesh(pdf, 150))),
    "picture by a palette": (case(PLACED, XObject_X=lambda pdf: palette(pdf, 240)),
                             case(PLACED, XObject_X=lambda pdf: palette(pdf, 180))),
    "mask of 1 bit in four inks": (case("0.9 0.9 0.9 0.9 k " + PLACED, XObject_X=lambda pdf: stencil(pdf, b"\0")),
                                   case("0.9 0.9 0.9 0.9 k " + PLACED, XObject_X=lambda pdf: stencil(pdf, b"\x55"))),
    "JPEG 2000": (case(PLACED, NEWS, XObject_X=lambda pdf: jpeg_2000(pdf, 0)),
                  case(PLACED, NEWS, XObject_X=lambda pdf: jpeg_2000(pdf, 128))),
    "inline picture": (case("q 60 0 0 60 60 250 cm BI /W 1 /H 1 /BPC 8 /CS /CMYK /F /AHx ID e0e0e0e0> EI Q"),
                       case("q 60 0 0 60 60 250 cm BI /W 1 /H 1 /BPC 8 /CS /CMYK /F /AHx ID a0a0a0a0> EI Q")),
    "tiles": (case("/Pattern cs /T scn 60 250 60 60 re f", Pattern_T=lambda pdf: tile(pdf, 0.9)),
              case("/Pattern cs /T scn 60 250 60 60 re f", Pattern_T=lambda pdf: tile(pdf, 0.7))),
    "broad line": (case("0.9 0.9 0.9 0.9 K 60 w 60 280 m 120 280 l S"), case("0.7 0.7 0.7 0.7 K 60 w 60 280 m 120 280 l S")),
    "group that multiplies": (
        case(UNDER, XObject_X=group, ExtGState_A=fixed(Dictionary(BM=Name.Multiply))),
        case(UNDER, XObject_X=group, ExtGState_A=fixed(Dictionary(ca=0.5)))),
    "multiplied area": (
        case("1 1 0 0 k 60 250 60 60 re f /A gs 0 0 1 0.9 k 60 250 60 60 re f", ExtGState_A=fixed(Dictionary(BM=Name.Multiply))),
        case("1 1 0 0 k 60 250 60 60 re f /A gs 0 0 1 0.9 k 60 250 60 60 re f", ExtGState_A=fixed(Dictionary(BM=Name.Lighten)))),
    "rings wound the same way": (case("0.9 0.9 0.9 0.9 k 60 250 60 60 re 62 252 56 56 re f"),
                                 case("0.9 0.9 0.9 0.9 k 60 250 60 60 re 61 251 58 58 re f*")),
}  # fmt: skip


def painted(good: Any, file: Any, operators: str, resources: dict[str, Callable[[Pdf], Any]]) -> None:
    with pikepdf.open(good) as pdf:
        page = pdf.pages[0]
        own = Dictionary(dict(page.obj.Resources))
        for path, make in resources.items():
            kind, name = path.split("_")
            group_of = Dictionary(dict(own.get(f"/{kind}", Dictionary())))
            group_of[f"/{name}"] = make(pdf)
            own[f"/{kind}"] = group_of
        page.obj.Resources = own
        page.contents_add(f"q /N gs {operators} Q".encode())
        pdf.save(file)


@pytest.mark.parametrize("name", CASES)
def test_too_much_ink_is_found_with_its_place(good, found_in, tmp_path, name):
    profile, operators, resources = CASES[name][0]
    painted(good, tmp_path / "dark.pdf", operators, resources)
    found = [f for f in found_in(tmp_path / "dark.pdf", profile) if f.code == "total-ink" and f.page == 1]
    assert [f.severity for f in found] == [Severity.ERROR], found
    box = found[0].places[0]
    # a pixel of the plates is 2 points; a gradient is dense in its middle alone
    assert PLACE[0] - 2.5 <= box.x and box.right <= PLACE[0] + 62.5
    assert PLACE[1] - 2.5 <= box.y and box.bottom <= PLACE[1] + 62.5


@pytest.mark.parametrize("name", CASES)
def test_the_same_with_less_ink_is_silent(good, found_in, tmp_path, name):
    profile, operators, resources = CASES[name][1]
    painted(good, tmp_path / "light.pdf", operators, resources)
    found = [f for f in found_in(tmp_path / "light.pdf", profile) if f.page == 1]
    assert not [f for f in found if f.code == "total-ink" or (f.code == "not-checked" and "total ink" in f.message)]


def helvetica(pdf: Pdf) -> Any:
    """A simple font whose shapes cannot be read."""
    described = Dictionary(Flags=32, FontFile2=pdf.make_stream(b"program"))
    return pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/Test"), Encoding=Name.WinAnsiEncoding, FirstChar=32,
        LastChar=126, Widths=[500] * 95, FontDescriptor=described))


BOUNDS = {
    "large type": "BT /F9 {size} Tf 0.95 0.95 0.95 0.95 k 60 260 Td (DARK) Tj ET",
    "dashed line": "[4 4] 0 d 0.95 0.95 0.95 0.95 K {size} w 60 280 m 120 280 l S",
}


@pytest.mark.parametrize("name", BOUNDS)
def test_what_is_known_as_an_upper_bound_is_a_warning_that_says_so(good, found_in, tmp_path, name):
    painted(good, tmp_path / "bound.pdf", BOUNDS[name].format(size=40), {"Font_F9": helvetica})
    found, = (f for f in found_in(tmp_path / "bound.pdf") if f.code == "total-ink")
    assert found.severity is Severity.WARNING and found.message.startswith("up to 380 %")
    painted(good, tmp_path / "small.pdf", BOUNDS[name].format(size=1.5), {"Font_F9": helvetica})
    assert not [f for f in found_in(tmp_path / "small.pdf") if f.code == "total-ink"]


def test_what_lies_under_large_type_stays_known(good, found_in, tmp_path):
    """Type that knocks out of a dark area does not make it light where its box is."""
    painted(good, tmp_path / "both.pdf", "0.9 0.9 0.9 0.9 k 60 250 60 60 re f BT /F9 40 Tf 0 g 60 260 Td (AB) Tj ET",
            {"Font_F9": helvetica})
    assert [f.severity for f in found_in(tmp_path / "both.pdf") if f.code == "total-ink"] == [Severity.ERROR]


@pytest.mark.parametrize(("operators", "resources", "what"), [
    ("/A gs 1 1 1 1 k 60 250 60 60 re f", {"ExtGState_A": fixed(Dictionary(BM=Name.Luminosity))}, "blend mode Luminosity"),
    ("60 250 60 60 re W n /S sh", {"Shading_S": calculated(b"{ pop pop pop }")}, "cannot be computed"),
    ("60 250 60 60 re W n /S sh", {"Shading_S": calculated(b"{ 1 1 1 1")}, "cannot be computed"),
    (PLACED, {"XObject_X": lambda pdf: picture(pdf, b"\0" * 4, Name.DeviceCMYK, Height=4000)}, "samples were not read"),
    (PLACED, {"XObject_X": lambda pdf: picture(pdf, b"\0", Name.DeviceCMYK, Filter=Name.JBIG2Decode)}, "samples were not read"),
    ("/Pattern cs /T scn 60 250 60 60 re f", {"Pattern_T": lambda pdf: with_entry(tile(pdf, 1.0), "/XStep", 0)}, "without a size"),
])  # fmt: skip
def test_what_cannot_be_known_is_said(good, found_in, tmp_path, operators, resources, what):
    painted(good, tmp_path / "odd.pdf", operators, resources)
    assert any(f.code == "not-checked" and what in f.message for f in found_in(tmp_path / "odd.pdf"))


def with_entry(found: Any, key: str, value: Any) -> Any:
    found[key] = value
    return found


def test_very_many_paints_end(good, found_in, tmp_path, monkeypatch):
    monkeypatch.setattr("progprint.press.preflight.plates.patience.MOST_EFFORT", 100_000)
    painted(good, tmp_path / "many.pdf", "/A gs " + "1 1 1 1 k 0 0 300 400 re f " * 50,
            {"ExtGState_A": fixed(Dictionary(ca=0.01))})
    assert any("more paint" in f.message for f in found_in(tmp_path / "many.pdf") if f.code == "not-checked")


def test_a_file_of_very_many_such_pages_ends_too(good, found_in, tmp_path, monkeypatch):
    monkeypatch.setattr("progprint.press.preflight.plates.patience.MOST_OF_ALL", 100_000)
    painted(good, tmp_path / "many.pdf", "/A gs 1 1 1 1 k 0 0 300 400 re f",
            {"ExtGState_A": fixed(Dictionary(ca=0.01))})
    with pikepdf.open(tmp_path / "many.pdf", allow_overwriting_input=True) as pdf:
        for _ in range(4):
            pdf.pages.append(pdf.pages[0])
        pdf.save()
    found = [f for f in found_in(tmp_path / "many.pdf") if "the file has more paint" in f.message]
    assert {f.code for f in found} == {"not-checked"}
    assert {5, 6, 7, 8} <= {f.page for f in found} <= {*range(2, 9)}
