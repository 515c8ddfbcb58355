"""Pages of other PDF files in ours: read back with pikepdf and as pictures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from progprint.geom import Rect
from progprint.pages.types import FillMark, ImageMark
from progprint.pdf import read_any, write_pdf
from progprint.style import PAPER, Blend, Ink

#: of one ad: 200 x 100 with 10 of bleed, its left half cyan, its right half yellow, the bleed black
OPERATORS = b"0 0 0 1 k 0 0 220 120 re f 1 0 0 0 k 10 10 100 100 re f 0 0 1 0 k 110 10 100 100 re f"


def ad(file: Path, operators: bytes = OPERATORS, **entries: Any) -> Path:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(220, 120))
    page = pdf.pages[0].obj
    page.TrimBox, page.BleedBox = [10, 10, 210, 110], [0, 0, 220, 120]
    page.Contents = pdf.make_stream(operators)
    for key, value in entries.items():
        page[f"/{key}"] = value
    pdf.save(file)
    return file


def faults_of(file: Path, page: int = 1) -> list[str]:
    return [fault.code for fault in read_any(f"{file}#page={page}")[1]]


@pytest.fixture
def print_one(tmp_path: Path, booklet_of: Any, faces: Any, options: Callable[..., Any]):
    def made(file: Path, box: Rect | None = None, reach: Rect | None = None, page: int = 1):
        box = box or Rect(100, 100, 200, 100)
        mark = ImageMark(box, f"{file}#page={page}", reach=reach or Rect(90, 90, 220, 120))
        out = tmp_path / "out.pdf"
        return write_pdf(booklet_of((mark,)), faces, out, options()), out

    return made


def colours_at(out: Path, *points: tuple[float, float]) -> list[str]:
    """The nearest ink at points of page 1, from the bleed's top left."""
    named = {(0, 174, 239): "cyan", (255, 242, 0): "yellow", (0, 0, 0): "black", (255, 255, 255): "paper"}
    image = pypdfium2.PdfDocument(out)[0].render(scale=1).to_pil().convert("RGB")
    found = []
    for x, y in points:
        pixel = image.getpixel((round(x), round(y)))
        found.append(named[min(named, key=lambda c: sum((a - b) ** 2 for a, b in zip(c, pixel, strict=True)))])
    return found


def test_its_trim_falls_on_the_box_and_its_bleed_reaches_as_far_as_it_may(tmp_path: Path, print_one) -> None:
    _, out = print_one(ad(tmp_path / "ad.pdf"), reach=Rect(95, 100, 205, 100))
    bleed = 8.5
    places = [(98, 150), (110, 110), (290, 190), (93, 150), (150, 98)]
    shown = colours_at(out, *((x + bleed, y + bleed) for x, y in places))
    assert shown == ["black", "cyan", "yellow", "paper", "paper"]


@pytest.mark.parametrize("turn, shown", [(90, ["cyan", "yellow"]), (180, ["yellow", "cyan"]), (270, ["yellow", "cyan"])])
def test_a_turned_page_is_placed_as_it_is_read(turn: int, shown: list[str], tmp_path: Path, print_one) -> None:
    file = ad(tmp_path / "ad.pdf", Rotate=turn)
    info, _ = read_any(f"{file}#page=1")
    assert info is not None and info.sheet is not None
    upright = turn != 180
    assert info.sheet.trim == ((100, 200) if upright else (200, 100))
    box = Rect(100, 100, *info.sheet.trim)
    _, out = print_one(file, box, box)
    first, last = ((150, 110), (150, 290)) if upright else ((110, 150), (290, 150))
    assert colours_at(out, *((x + 8.5, y + 8.5) for x, y in (first, last))) == shown


def test_bleed_is_told_side_by_side_as_it_is_read(tmp_path: Path) -> None:
    file = ad(tmp_path / "ad.pdf", TrimBox=[1, 4, 218, 117], Rotate=90)
    info, _ = read_any(f"{file}#page=1")
    assert info is not None and info.sheet is not None
    # left, top, right, bottom before: 1, 3, 2, 4
    assert info.sheet.bleed == (4, 1, 3, 2)


def test_fonts_and_pictures_come_along_once_for_all_places(tmp_path: Path, booklet_of, faces, options) -> None:
    file = tmp_path / "ad.pdf"
    pdf = pikepdf.new()
    image = pdf.make_stream(b"\0\0\0\xff" * 4, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=2,
                            Height=2, ColorSpace=pikepdf.Name.DeviceCMYK, BitsPerComponent=8, Interpolate=True,
                            Metadata=pdf.make_stream(b"<x/>"))  # fmt: skip
    for _ in range(2):
        pdf.add_blank_page(page_size=(100, 100))
        page = pdf.pages[-1].obj
        # names of resources are no keys of the file they are in
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/B": image}), ExtGState=pikepdf.Dictionary(
            {"/TR": pikepdf.Dictionary(TR=pikepdf.Name.Identity, LW=1)}))  # fmt: skip
        page.Contents = pdf.make_stream(b"/TR gs q 100 0 0 100 0 0 cm /B Do Q")
    pdf.save(file)
    box = Rect(0, 0, 100, 100)
    marks = tuple(ImageMark(box, f"{file}#page={n}", reach=box) for n in (1, 1, 2))
    out = tmp_path / "out.pdf"
    write_pdf(booklet_of(marks), faces, out, options())
    with pikepdf.open(out) as written:
        forms = list(written.pages[0].Resources.XObject.values())
        assert len({form.objgen for form in forms}) == 2
        pictures = [form.Resources.XObject["/B"] for form in forms]
        assert all(picture.read_bytes() == b"\0\0\0\xff" * 4 for picture in pictures)
        assert all("/Interpolate" not in picture and "/Metadata" not in picture for picture in pictures)
        assert all("/TR" not in form.Resources.ExtGState["/TR"] for form in forms)
        assert not written.check_pdf_syntax()
    assert colours_at(out, (50, 50)) == ["black"]


def standards(out: Path) -> list[str]:
    with pikepdf.open(out) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
    return [name for name in ("pdfaid:part", "pdfxid:GTS_PDFXVersion") if f"<{name}>" in packet]


def test_rgb_without_a_profile_is_told_and_then_the_file_claims_nothing(tmp_path: Path, print_one) -> None:
    sound = ad(tmp_path / "ad.pdf")
    print_one(sound)
    assert standards(print_one(sound)[1]) == ["pdfaid:part", "pdfxid:GTS_PDFXVersion"]
    file = ad(tmp_path / "rgb.pdf", b"1 0 0 rg 0 0 220 120 re f")
    assert faults_of(file) == ["pdf-rgb"]
    report, out = print_one(file)
    assert standards(out) == []
    assert [fault.code for fault in report.pictures[0].faults] == ["pdf-rgb"]


def test_a_font_that_is_not_in_the_file_is_told_by_name(tmp_path: Path) -> None:
    file = tmp_path / "font.pdf"
    canvas = Canvas(str(file), pagesize=(100, 100))
    canvas.drawString(10, 10, "Bank")
    canvas.save()
    info, faults = read_any(f"{file}#page=1")
    assert info is not None and info.sheet is not None and not info.sheet.sound
    assert [(f.code, f.detail) for f in faults] == [("pdf-font", "Helvetica")]


@pytest.mark.parametrize(
    "make, code",
    [
        (lambda file: file.write_bytes(b"%PDF-1.7\nno more"), "picture-damaged"),
        (lambda file: None, "picture-missing"),
        (lambda file: _locked(file), "pdf-encrypted"),
        (lambda file: ad(file, TrimBox=[5, 5, 5, 5]), "picture-damaged"),
    ],
)
def test_a_file_that_cannot_be_placed_leaves_its_room_empty(make, code: str, tmp_path: Path, print_one) -> None:
    file = tmp_path / "ad.pdf"
    make(file)
    assert read_any(f"{file}#page=1")[0] is None
    assert faults_of(file) == [code]
    report, out = print_one(file)
    assert [fault.code for fault in report.pictures[0].faults] == [code]
    with pikepdf.open(out) as written:
        assert "/XObject" not in written.pages[0].Resources


def _locked(file: Path) -> None:
    ad(file)
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(owner="o", user=""))


def test_a_page_that_it_does_not_have_is_told(tmp_path: Path) -> None:
    assert faults_of(ad(tmp_path / "ad.pdf"), 2) == ["pdf-no-page"]


def test_transparency_layers_scripts_and_profiles_are_told(tmp_path: Path) -> None:
    file = tmp_path / "ad.pdf"
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(100, 100))
    profile = pdf.make_stream(b"", N=3)
    pdf.pages[0].obj.Resources = pikepdf.Dictionary(
        ExtGState=pikepdf.Dictionary(G=pikepdf.Dictionary(ca=0.5)),
        ColorSpace=pikepdf.Dictionary(C=pikepdf.Array([pikepdf.Name.ICCBased, profile])),
        Properties=pikepdf.Dictionary(M=pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG))),
    )
    pdf.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary())
    pdf.save(file)
    assert sorted(faults_of(file)) == ["pdf-layers", "pdf-rgb-profile", "pdf-script", "pdf-transparent"]


def test_a_gradient_runs_from_ink_to_ink_at_its_angle(tmp_path: Path, booklet_of, faces, options) -> None:
    cyan, yellow = Ink(1, 0, 0, 0, "sky"), Ink(0, 0, 1, 0)
    box = Rect(0, 0, 400, 100)
    upward = FillMark(box, cyan._replace(blend=Blend(yellow, 90)))
    right = FillMark(Rect(0, 200, 400, 100), cyan._replace(blend=Blend(yellow, 0)))
    out = tmp_path / "out.pdf"
    write_pdf(booklet_of((upward, right, FillMark(Rect(0, 400, 9, 9), PAPER))), faces, out, options())
    bleed = 8.5
    shown = colours_at(out, *((x + bleed, y + bleed) for x, y in ((200, 97), (200, 3), (3, 250), (397, 250))))
    assert shown == ["cyan", "yellow", "cyan", "yellow"]
    with pikepdf.open(out) as pdf:
        # one object, whatever the angle
        (shading,) = pdf.pages[0].Resources.Shading.values()
        assert shading.ColorSpace == "/DeviceCMYK"
        assert [float(v) for v in shading.Function.C1] == [0, 0, 1, 0]
