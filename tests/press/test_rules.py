"""One good file, broken on purpose in one place: each fault is found by its own code, and by no other error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from progprint.diag import Severity
from progprint.press.preflight import Finding, allowance
from progprint.press.profile import Intent, Limits, PageCounts, Profile

Break = Callable[[Pdf], None]
X1A = Profile("test", "pdf-x-1a")


def errors(found: tuple[Finding, ...]) -> set[str]:
    return {f.code for f in found if f.severity is Severity.ERROR}


def drawing(operators: str, page: int = 0, **resources: Any) -> Break:
    """Paint more on a page; resources as `XObject_P9=...`."""
    def act(pdf: Pdf) -> None:
        place = pdf.pages[page]
        own = Dictionary(dict(place.obj.Resources))
        for path, value in resources.items():
            kind, name = path.split("_")
            group = Dictionary(dict(own.get(f"/{kind}", Dictionary())))
            group[f"/{name}"] = value(pdf) if callable(value) else value
            own[f"/{kind}"] = group
        place.obj.Resources = own
        place.contents_add(f"q /N gs {operators} Q".encode())
    return act


def stream(data: bytes, **entries: Any) -> Callable[[Pdf], Any]:
    return lambda pdf: pdf.make_indirect(pikepdf.Stream(pdf, data, **entries))


def on_page(key: str, value: Any, page: int = 0) -> Break:
    def act(pdf: Pdf) -> None:
        if value is None:
            del pdf.pages[page].obj[key]
        else:
            pdf.pages[page].obj[key] = value
    return act


def box(left: float, foot: float, right: float, head: float) -> Array:
    return Array([left, foot, right, head])


def xmp(old: str, new: str) -> Break:
    def act(pdf: Pdf) -> None:
        data = pdf.Root.Metadata.read_bytes().decode()
        assert old in data
        pdf.Root.Metadata.write(data.replace(old, new).encode())
    return act


def info(key: str, value: Any) -> Break:
    def act(pdf: Pdf) -> None:
        if value is None:
            del pdf.docinfo[key]
        else:
            pdf.docinfo[key] = value
    return act


def unreadable(pdf: Pdf) -> None:
    """A page whose operators are packed by something that nobody knows."""
    made = pdf.make_stream(b"")
    made.write(b"0 0 m", filter=Name.Nobody)
    pdf.pages[0].obj.Contents = made


def intent(key: str, value: Any) -> Break:
    def act(pdf: Pdf) -> None:
        found = pdf.Root.OutputIntents[0]
        if value is None:
            del found[key]
        else:
            found[key] = value(pdf) if callable(value) else value
    return act


def root(key: str, value: Any) -> Break:
    def act(pdf: Pdf) -> None:
        pdf.Root[key] = value(pdf) if callable(value) else value
    return act


def both(*acts: Break) -> Break:
    def act(pdf: Pdf) -> None:
        for each in acts:
            each(pdf)
    return act


def no_dates(pdf: Pdf) -> None:
    for key in ("/CreationDate", "/ModDate"):
        del pdf.docinfo[key]
    text = pdf.Root.Metadata.read_bytes().decode()
    for key in ("CreateDate", "ModifyDate"):
        text = text.replace(f"xmp:{key}", "xmp:Other")
    pdf.Root.Metadata.write(text.encode())


def font(key: str, change: Callable[[Any], None]) -> Break:
    """Change each font that is used by its last part: the Type0 font or what it stands on."""
    def act(pdf: Pdf) -> None:
        for found in pdf.pages[0].obj.Resources.Font.values():
            change(found if key == "top" else found.DescendantFonts[0].FontDescriptor)
    return act


def without(*keys: str) -> Callable[[Any], None]:
    def change(found: Any) -> None:
        for key in keys:
            if key in found:
                del found[key]
    return change


def icc(space: bytes, kind: bytes = b"prtr") -> bytes:
    return (132).to_bytes(4) + bytes(8) + kind + space + b"Lab " + bytes(12) + b"acsp" + bytes(92)


def annotation(left: float, foot: float) -> Dictionary:
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box(left, foot, left + 50, foot + 20))


def move_code(pdf: Pdf, old: str, new: str) -> None:
    page = pdf.pages[1]
    page.contents_coalesce()
    data = page.obj.Contents.read_bytes().decode("latin-1")
    assert old in data
    page.obj.Contents.write(data.replace(old, new).encode("latin-1"))


def picture(width: int, height: int, bits: int = 8, **more: Any) -> Callable[[Pdf], Any]:
    entries = {"Type": Name.XObject, "Subtype": Name.Image, "Width": width, "Height": height, "BitsPerComponent": bits}
    row = (width * bits + 7) // 8 if bits == 1 else width
    return stream(b"\x80" * row * height, **entries, **({"ColorSpace": Name.DeviceGray} | more))


SEPARATION = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 0, 0], N=1)


def spot(name: str) -> Array:
    return Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, SEPARATION])


def form(data: bytes, **more: Any) -> Callable[[Pdf], Any]:
    return stream(data, Type=Name.XObject, Subtype=Name.Form, BBox=box(0, 0, 400, 500), **more)


def loop(pdf: Pdf) -> Any:
    made = form(b"/Own Do")(pdf)
    made.Resources = Dictionary(XObject=Dictionary(Own=made))
    return made


ICC_RGB = stream(icc(b"RGB "), N=3)

#: the code that must be found, and how the file is broken
BROKEN: list[tuple[str, Break]] = [
    ("pdf-version", root("/Version", Name("/1.7"))),
    ("no-standard", xmp("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "")),
    ("other-standard", xmp(">PDF/X-4<", ">PDF/X-3:2003<")),
    ("no-identifier", lambda pdf: None),  # taken out after it is saved: a writer always adds one
    ("no-trapped", both(info("/Trapped", None), xmp("pdf:Trapped>False", "pdf:Trapped>"))),
    ("no-title", both(info("/Title", None), xmp("dc:title", "dc:other"))),
    ("title-differs", info("/Title", String("Another Festival"))),
    ("no-date", no_dates),
    ("date-differs", info("/ModDate", String("D:20280101120000+00'00'"))),
    ("no-intent", root("/OutputIntents", Array([]))),
    ("other-intent", intent("/OutputConditionIdentifier", String("GRACoL2006_Coated1v2"))),
    ("no-icc", intent("/DestOutputProfile", None)),
    ("bad-icc", intent("/DestOutputProfile", stream(icc(b"RGB "), N=3))),
    ("javascript", root("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))),
    ("actions", root("/OpenAction", Dictionary(S=Name.Launch, F=String("calc.exe")))),
    ("form-fields", root("/AcroForm", lambda pdf: Dictionary(Fields=[pdf.make_indirect(Dictionary(FT=Name.Tx))]))),
    ("embedded-files", root("/Names", Dictionary(EmbeddedFiles=Dictionary(Names=[])))),
    ("layers", root("/OCProperties", lambda pdf: Dictionary(
        OCGs=[pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Chinese")))], D=Dictionary()))),
    ("annotations", on_page("/Annots", Array([annotation(100, 100)]))),
    ("postscript", drawing("/PS9 Do", XObject_PS9=form(b"", Subtype2=Name.PS, PS=Dictionary()))),
    ("outside-file", drawing("/O9 Do", XObject_O9=form(b"", OPI=Dictionary()))),
    ("transfer-curve", drawing("/T9 gs", ExtGState_T9=Dictionary(TR=SEPARATION))),
    ("group-space", drawing("/G9 Do", XObject_G9=form(b"", Group=Dictionary(
        S=Name.Transparency, CS=Name.DeviceRGB)))),
    ("form-loop", drawing("/L9 Do", XObject_L9=loop)),
    ("no-trim-box", both(*(on_page("/TrimBox", None, n) for n in range(4)))),
    ("two-trims", on_page("/ArtBox", box(20, 20, 100, 100))),
    ("boxes-not-nested", on_page("/BleedBox", box(-9, 0, 315.01, 437.01))),
    ("no-bleed", on_page("/BleedBox", box(2, 2, 313, 435))),
    ("short-of-bleed", drawing("0 1 1 0 k 8.5 100 60 60 re f")),
    ("page-sizes", both(on_page("/TrimBox", box(8.5, 8.5, 300, 428)))),
    ("page-count", lambda pdf: pdf.pages.__delitem__(3)),
    ("rgb", drawing("0 0 0 rg 60 300 20 20 re f")),
    ("rgb", drawing("1 0 0 RG 1 w 60 300 m 90 300 l S")),
    ("rgb", drawing("q 72 0 0 72 60 250 cm /R9 Do Q", XObject_R9=stream(
        b"\x80" * 3 * 300 * 300, Type=Name.XObject, Subtype=Name.Image, Width=300, Height=300, BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB))),
    ("total-ink", drawing("0.9 0.9 0.9 0.9 k 60 250 60 60 re f")),
    ("total-ink", drawing("/O gs 0.9 0.9 0 0 k 60 250 60 60 re f 0 0 0.9 0.9 k 70 260 60 60 re f")),
    ("white-overprint", drawing("/O gs 0 0 0 0 k 60 250 20 20 re f")),
    ("spot-ink", drawing("/A9 cs 1 scn 60 250 20 20 re f /B9 cs 60 280 20 20 re f /C9 cs 60 310 20 20 re f",
                         ColorSpace_A9=spot("PANTONE#20185"), ColorSpace_B9=spot("Gold"), ColorSpace_C9=spot("Silver"))),
    ("spot-names", drawing("/A9 cs 1 scn 60 250 20 20 re f /B9 cs 60 280 20 20 re f",
                           ColorSpace_A9=spot("PANTONE 185 C"), ColorSpace_B9=spot("Pantone 185C"))),
    ("small-text", drawing("BT /F9 4 Tf 0 g 60 300 Td (small) Tj ET", Font_F9=lambda pdf: helvetica(pdf))),
    ("small-text", drawing("0.4 0 0 0.4 0 0 cm BT /F9 10 Tf 0 g 150 750 Td (scaled) Tj ET",
                           Font_F9=lambda pdf: helvetica(pdf))),
    ("small-white-text", drawing("BT /F9 5 Tf 1 g 60 422 Td (white) Tj ET", Font_F9=lambda pdf: helvetica(pdf))),
    ("thin-line", drawing("0 G 0.1 w 60 300 m 200 300 l S")),
    ("thin-line", drawing("0 g 60 300 100 0.1 re f")),
    ("thin-line", drawing("0.1 0 0 0.1 0 0 cm 0 G 1 w 600 3000 m 2000 3000 l S")),
    ("thin-line-in-inks", drawing("0 1 1 0 K 0.3 w 60 300 m 200 300 l S")),
    ("resolution", drawing("q 72 0 0 72 60 250 cm /P9 Do Q", XObject_P9=picture(100, 100))),
    ("line-art", drawing("q 72 0 0 72 60 250 cm /P9 Do Q", XObject_P9=picture(304, 300, 1))),
    ("marks-in-bleed", drawing("0 G 0.5 w 8.504 0 m 8.504 8 l S")),
    ("font-not-embedded", font("below", without("/FontFile", "/FontFile2", "/FontFile3"))),
    ("no-text-map", font("top", without("/ToUnicode"))),
    ("spread", on_page("/TrimBox", box(8.504, 8.504, 8.504 + 596, 428.5))),
    ("code-module", lambda pdf: move_code(pdf, "1.200000 0 0 -1.200000", "0.800000 0 0 -0.800000")),
    ("code-quiet-zone", drawing("0 G 0.5 w 66 250 m 66 180 l S", 1)),
    ("code-ink", lambda pdf: move_code(pdf, "re\nf Q", "re\n0 1 1 0 k f Q")),
    ("damaged-page", unreadable),
    ("damaged", lambda pdf: on_page("/Contents", pdf.make_stream(b"BI /W 2 /H 2 ID xx"))(pdf)),
    ("too-much", drawing("/A9 Do", XObject_A9=lambda pdf: bomb(pdf))),
    ("too-much", drawing("", 0)),
]  # fmt: skip


def helvetica(pdf: Pdf) -> Any:
    """A simple font with a program, so that only what is painted with it is at fault."""
    program = pdf.make_stream(b"\0\1\0\0\0\1" + bytes(6) + b"glyf" + bytes(12))
    return pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/Test"), Encoding=Name.WinAnsiEncoding, FirstChar=32,
        LastChar=126, Widths=[500] * 95, FontDescriptor=Dictionary(Flags=32, FontFile2=program)))


def bomb(pdf: Pdf) -> Any:
    """Forms that each paint the next ten times: ten billion operators in a thousand bytes."""
    inner = form(b"0 0 m 1 1 l S " * 10)(pdf)
    for _ in range(9):
        outer = form(b"/N Do " * 10)(pdf)
        outer.Resources = Dictionary(XObject=Dictionary(N=inner))
        inner = outer
    return inner


def saved(pdf: Pdf, file: Path, code: str, count: int) -> None:
    if code == "spread":
        pdf.pages[0].obj.MediaBox = pdf.pages[0].obj.BleedBox = box(0, 0, 613.1, 437.1)
    if code == "too-much" and count == len(BROKEN) - 1:
        # a stream that unpacks to a thousand times its size
        pdf.pages[0].obj.Contents = pdf.make_stream(b" " * 40_000_000)
    if code == "no-identifier":
        pdf.save(file, deterministic_id=True)
        data = file.read_bytes()
        file.write_bytes(data.replace(b"/ID [", b"/XD ["))
    else:
        pdf.save(file, compress_streams=True)


def test_the_good_file_is_silent(good, found_in):
    assert found_in(good) == ()


@pytest.mark.parametrize(("count", "case"), list(enumerate(BROKEN)), ids=[f"{n}-{c}" for n, (c, _) in enumerate(BROKEN)])
def test_a_broken_file_is_caught_by_its_own_code(good, found_in, tmp_path, monkeypatch, count, case):
    code, act = case
    # a bomb goes off at any size
    monkeypatch.setattr(allowance, "MOST_OPERATORS", 50_000)
    file = tmp_path / "broken.pdf"
    with pikepdf.open(good) as pdf:
        act(pdf)
        saved(pdf, file, code, count)
    found = found_in(file)
    assert errors(found) == {code}, found


#: what is counsel, not a fault
DOUBTFUL: list[tuple[str, Break]] = [
    ("turned", on_page("/Rotate", 180)),
    ("crop-box", on_page("/CropBox", box(20, 20, 200, 200))),
    ("not-inks", drawing("/I9 cs 0.2 0.4 0.6 scn 60 250 20 20 re f",
                         ColorSpace_I9=lambda pdf: Array([Name.ICCBased, ICC_RGB(pdf)]))),
    ("registration-colour", drawing("/A9 cs 0.5 scn 60 250 20 20 re f", ColorSpace_A9=spot("All"))),
    ("resolution", drawing("q 72 0 0 72 60 250 cm /P9 Do Q", XObject_P9=picture(200, 200))),
    ("small-text", drawing("BT /F9 5.5 Tf 0 g 60 300 Td (small) Tj ET", Font_F9=helvetica)),
    ("text-in-inks", drawing("BT /F9 7 Tf 0 1 1 0 k 60 300 Td (red) Tj ET", Font_F9=helvetica)),
    ("rich-black-text", drawing("BT /F9 20 Tf 0.4 0.3 0.3 1 k 60 300 Td (rich) Tj ET", Font_F9=helvetica)),
    ("black-knocks-out", drawing("0 1 1 0 k 60 290 200 30 re f BT /F9 20 Tf 0 g 60 300 Td (on red) Tj ET",
                              Font_F9=helvetica)),
    ("near-trim", drawing("BT /F9 9 Tf 0 g 60 12 Td (low) Tj ET", Font_F9=helvetica)),
    ("near-fold", drawing("BT /F9 9 Tf 0 g 26 100 Td (inner) Tj ET", Font_F9=helvetica)),
    ("marks-unwanted", drawing("0 G 0.5 w 8.504 -20 m 8.504 -1 l S")),
    ("bad-operator", drawing("1 0 0 m l")),
    ("not-checked", drawing("/S9 sh", Shading_S9=Dictionary(
        ShadingType=3, ColorSpace=Name.DeviceCMYK, Coords=[100, 300, 0, 100, 300, 20],
        Function=Dictionary(FunctionType=9, Domain=[0, 1])))),
]  # fmt: skip


@pytest.mark.parametrize("case", DOUBTFUL, ids=[c for c, _ in DOUBTFUL])
def test_what_is_counsel_is_a_warning_and_nothing_else(good, found_in, tmp_path, case):
    code, act = case
    file = tmp_path / "broken.pdf"
    with pikepdf.open(good) as pdf:
        if code == "marks-unwanted":
            pdf.pages[0].obj.MediaBox = box(-30, -30, 350, 470)
        act(pdf)
        pdf.save(file)
    found = found_in(file)
    assert {f.code for f in found if f.severity is not Severity.INFO or code == "not-checked"} == {code}, found
    assert errors(found) == set()


@pytest.mark.parametrize(("code", "act"), [
    ("transparency", drawing("/T9 gs 0 g 60 300 20 20 re f", ExtGState_T9=Dictionary(ca=0.5))),
    ("not-inks", DOUBTFUL[2][1]),
])  # fmt: skip
def test_pdf_x_1a_knows_neither_transparency_nor_colours_of_the_screen(good, found_in, tmp_path, code, act):
    file = tmp_path / "broken.pdf"
    with pikepdf.open(good) as pdf:
        act(pdf)
        pdf.save(file)
    assert errors(found_in(file, X1A)) == {code, "other-standard", "pdf-version"}


def test_a_profile_of_another_press_is_told(good, found_in, tmp_path):
    (tmp_path / "ours.icc").write_bytes(icc(b"CMYK"))
    assert errors(found_in(good, Profile("test", intent=Intent("FOGRA39", icc=tmp_path / "ours.icc")))) == {"other-icc"}


def test_a_page_without_a_size_is_told(good, found_in, tmp_path):
    """The reader lends it a size, and says so."""
    with pikepdf.open(good) as pdf:
        for page in pdf.pages:
            del page.obj["/MediaBox"]
        pdf.save(tmp_path / "no-size.pdf")
    assert errors(found_in(tmp_path / "no-size.pdf")) & {"no-media-box", "damaged"}


def test_no_marks_are_missed_only_where_they_are_wanted(good, found_in):
    assert {f.code for f in found_in(good, Profile("test", marks="crop"))} == {"no-marks"}


def test_spot_inks_are_those_that_were_ordered(good, found_in, tmp_path):
    with pikepdf.open(good) as pdf:
        drawing("/A9 cs 1 scn 60 250 20 20 re f", ColorSpace_A9=spot("Gold"))(pdf)
        pdf.save(tmp_path / "gold.pdf")
    ordered = Profile("test", limits=Limits(spot_names=("Silver",)))
    assert errors(found_in(tmp_path / "gold.pdf")) == set()
    assert errors(found_in(tmp_path / "gold.pdf", ordered)) == {"spot-ink"}


def test_a_part_of_a_book_may_have_any_number_of_pages(good, found_in, tmp_path):
    with pikepdf.open(good) as pdf:
        del pdf.pages[3]
        pdf.save(tmp_path / "part.pdf")
    assert found_in(tmp_path / "part.pdf", whole=False) == ()
    loose = Profile("test", limits=Limits(pages=PageCounts(1, 999, 1)))
    assert errors(found_in(tmp_path / "part.pdf", loose)) == set()


def test_a_place_is_told_from_the_trims_top_left(good, found_in, tmp_path):
    with pikepdf.open(good) as pdf:
        drawing("0 0 0 rg 68.504 300 20 30 re f", 2)(pdf)
        pdf.save(tmp_path / "rgb.pdf")
    found, = (f for f in found_in(tmp_path / "rgb.pdf") if f.severity is Severity.ERROR)
    assert found.page == 3
    assert found.places[0] == pytest.approx((60, 420 + 8.504 - 330, 20, 30), abs=0.02)
