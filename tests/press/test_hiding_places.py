"""What a press refuses, hidden where a quick look does not go: each is found, and nothing hidden is called fine."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from test_rules import (
    Break,
    both,
    box,
    drawing,
    form,
    helvetica,
    icc,
    intent,
    on_page,
    picture,
    root,
    stream,
)

RED = b"1 0 0 rg 0 0 5 5 re f"
Make = Callable[[Pdf], Any]


def script() -> Dictionary:
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def holding(inner: Make, kind: str = "XObject", name: str = "In") -> Dictionary:
    """Resources with one thing in them, made when the file is at hand."""
    return lambda pdf: Dictionary({f"/{kind}": Dictionary({f"/{name}": inner(pdf)})})  # type: ignore[return-value]


def made(make: Callable[..., Make], *args: Any, **more: Any) -> Make:
    """A stream whose entries are made when the file is at hand."""
    return lambda pdf: make(*args, **{k: v(pdf) if callable(v) else v for k, v in more.items()})(pdf)


def tile(data: bytes, paint: int = 1, **more: Any) -> Make:
    return made(stream, data, Type=Name.Pattern, PatternType=1, PaintType=paint, TilingType=1, BBox=box(0, 0, 9, 9),
                XStep=9, YStep=9, **({"Resources": Dictionary()} | more))


def pictured(data: bytes = RED, **more: Any) -> Make:
    """A font whose one glyph, `a`, is a small page (Type 3)."""
    def make(pdf: Pdf) -> Any:
        resources = more.get("Resources", Dictionary())
        return pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=box(0, 0, 1000, 1000), FontMatrix=[.001, 0, 0, .001, 0, 0],
            CharProcs=Dictionary(a=pdf.make_stream(b"1000 0 d0 " + data)), FirstChar=97, LastChar=97, Widths=[1000],
            Encoding=Dictionary(Differences=[97, Name.a]),
            Resources=resources(pdf) if callable(resources) else resources))
    return make


def absent(name: str = "Gone") -> Make:
    """A font that is not in the file."""
    return lambda pdf: pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/" + name), Encoding=Name.WinAnsiEncoding))


def program(data: bytes) -> Make:
    def make(pdf: Pdf) -> Any:
        found = helvetica(pdf)
        found.FontDescriptor.FontFile2 = pdf.make_stream(data)
        return found
    return make


def mapped(cmap: bytes, **more: Any) -> Make:
    """A font of two-byte codes with a map to text."""
    def make(pdf: Pdf) -> Any:
        below = helvetica(pdf)
        return pdf.make_indirect(Dictionary(
            Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Test, Encoding=Name("/Identity-H"),
            DescendantFonts=[Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Test,
                                        FontDescriptor=below.FontDescriptor)],
            ToUnicode=pdf.make_stream(cmap), **more))
    return make


def cmap(*rows: str) -> bytes:
    return f"{len(rows)} beginbfchar\n{chr(10).join(rows)}\nendbfchar".encode()


def space(*rows: Any) -> Make:
    return lambda pdf: Array([row(pdf) if callable(row) else row for row in rows])


def spot(name: str) -> Array:
    return Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, Dictionary(
        FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 0, 0], N=1)])


def shading(of: Any = Name.DeviceRGB) -> Dictionary:
    ends = {"C0": [0, 0, 0], "C1": [1, 0, 0]} if of == Name.DeviceRGB else {"C0": [0, 0, 0, 0], "C1": [0, 1, 0, 0]}
    return Dictionary(ShadingType=2, ColorSpace=of, Coords=[0, 0, 100, 0], Function=Dictionary(
        FunctionType=2, Domain=[0, 1], N=1, **ends))


def to_rgb() -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[1, 0, 0], N=1)


def curve() -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=[0], C1=[.8], N=1)


def group() -> Dictionary:
    return Dictionary(S=Name.Transparency, CS=Name.DeviceGray)


def halftone() -> Dictionary:
    return Dictionary(Type=Name.Halftone, HalftoneType=1, Frequency=60, Angle=45, SpotFunction=Name.Round)


PLAIN_TEXT = "BT /F9 12 Tf 60 300 Td (aaa) Tj ET"
AREA = "60 300 40 40 re f"


def soft(data: bytes = RED, **more: Any) -> Make:
    return lambda pdf: Dictionary(SMask=Dictionary(S=Name.Luminosity, G=made(form, data, **({"Group": group()} | more))(pdf)))


def mark_with(appearance: Make) -> Break:
    """A mark of the press's own, which may stand anywhere, and what it looks like."""
    return lambda pdf: on_page("/Annots", Array([Dictionary(
        Type=Name.Annot, Subtype=Name.PrinterMark, Rect=box(100, 100, 140, 140), F=4, AP=Dictionary(N=appearance(pdf)))]))(pdf)


def noted(**entries: Any) -> Break:
    """A note beyond the page."""
    return both(on_page("/MediaBox", box(-100, -100, 500, 700)), on_page("/Annots", Array([Dictionary(
        **({"Type": Name.Annot, "Subtype": Name.Link, "Rect": box(-90, -90, -70, -80)} | entries))])))


def raw(data: bytes, packed: str = "", **entries: Any) -> Make:
    def make(pdf: Pdf) -> Any:
        found = pdf.make_stream(b"", **entries)
        found.write(data, **({"filter": Name(packed)} if packed else {}))
        return pdf.make_indirect(found)
    return make


def image(data: bytes, packed: str, **more: Any) -> Make:
    return raw(data, packed, **({"Type": Name.XObject, "Subtype": Name.Image, "Width": 300, "Height": 300, "BitsPerComponent": 8,
                                  "ColorSpace": Name.DeviceGray} | more))


def jpeg(side: int, cut: float = 1.0) -> bytes:
    from io import BytesIO

    from PIL import Image
    file = BytesIO()
    Image.radial_gradient("L").resize((side, side)).save(file, "JPEG")
    return file.getvalue()[: int(len(file.getvalue()) * cut)]


def many(pdf: Pdf) -> None:
    """A script behind sixty thousand dictionaries."""
    pdf.Root.Long = Array([pdf.make_indirect(Dictionary(A=script()))] + [pdf.make_indirect(Dictionary(N=n)) for n in range(60_000)])


def spots(*names: str) -> Break:
    """Inks by their names, each on a place of its own."""
    return drawing(" ".join(f"/N{n} cs 1 scn {60 + 20 * n} 250 15 15 re f" for n in range(len(names))),
                   **{f"ColorSpace_N{n}": lambda pdf, name=name: spot(name) for n, name in enumerate(names)})


def packet(change: Callable[[str], str]) -> Break:
    def act(pdf: Pdf) -> None:
        pdf.Root.Metadata.write(change(pdf.Root.Metadata.read_bytes().decode()).encode())
    return act


def claim_in_a_comment(text: str) -> str:
    claim = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
    assert claim in text
    return text.replace(claim, f"<!-- {claim} -->")


def inherited_turn(pdf: Pdf) -> None:
    pdf.Root.Pages.Rotate = 90


PATTERN = "/Pattern cs /P9 scn"
#: the code that must be found, where it is hidden, and how
HIDDEN: list[tuple[str, str, Break]] = [
    ("rgb", "form in form", drawing("/A9 Do", XObject_A9=made(form, b"/In Do", Resources=holding(form(RED))))),
    ("rgb", "tile", drawing(f"{PATTERN} {AREA}", Pattern_P9=tile(RED))),
    ("rgb", "line drawn with a tile", drawing("/Pattern CS /P9 SCN 3 w 60 300 m 90 330 l S", Pattern_P9=tile(RED))),
    ("rgb", "text filled with a tile", drawing(f"{PATTERN} {PLAIN_TEXT}", Font_F9=helvetica, Pattern_P9=tile(RED))),
    ("rgb", "colour of a tile without one", drawing(f"/U9 cs 1 0 0 /P9 scn {AREA}", Pattern_P9=tile(b"0 0 5 5 re f", 2),
                                          ColorSpace_U9=Array([Name.Pattern, Name.DeviceRGB]))),
    ("rgb", "mask filled with a tile", drawing(f"{PATTERN} 72 0 0 72 60 250 cm /M9 Do", Pattern_P9=tile(RED),
                                     XObject_M9=stream(b"\x55" * 150_000, Type=Name.XObject, Subtype=Name.Image, Width=1200,
                                                       Height=1000, BitsPerComponent=1, ImageMask=True))),
    ("rgb", "gradient", drawing("q 60 300 40 40 re W n /S9 sh Q", Shading_S9=shading())),
    ("rgb", "gradient as a pattern", drawing(f"{PATTERN} {AREA}", Pattern_P9=Dictionary(PatternType=2, Shading=shading()))),
    ("rgb", "line drawn with a gradient", drawing("/Pattern CS /P9 SCN 3 w 60 300 m 90 330 l S",
                                                 Pattern_P9=Dictionary(PatternType=2, Shading=shading()))),
    ("rgb", "glyph drawn as a page", drawing(PLAIN_TEXT, Font_F9=pictured())),
    ("rgb", "form in a glyph", drawing(PLAIN_TEXT, Font_F9=pictured(b"/In Do", Resources=holding(form(RED))))),
    ("rgb", "soft mask", drawing(f"/S9 gs {AREA}", ExtGState_S9=soft())),
    ("group-space", "soft mask mixed in RGB", drawing(f"/S9 gs {AREA}", ExtGState_S9=soft(
        b"", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)))),
    ("rgb", "a press's own mark", mark_with(form(RED))),
    ("rgb", "note beyond the page", noted()),
    ("rgb", "table of an indexed picture", drawing("72 0 0 72 60 250 cm /P9 Do", XObject_P9=picture(
        300, 300, ColorSpace=Array([Name.Indexed, Name.DeviceRGB, 1, String("\0\0\0\1\1\1")])))),
    ("rgb", "table of a table", drawing("72 0 0 72 60 250 cm /P9 Do", XObject_P9=picture(300, 300, ColorSpace=Array(
        [Name.Indexed, Array([Name.Indexed, Name.DeviceRGB, 1, String("\0\0\0\1\1\1")]), 1, String("\0\1")])))),
    ("rgb", "stand-in of a spot ink", drawing(f"/A9 cs 1 scn {AREA}", ColorSpace_A9=Array(
        [Name.Separation, Name.Gold, Name.DeviceRGB, to_rgb()]))),
    ("rgb", "stand-in of several inks", drawing(f"/A9 cs 1 scn {AREA}", ColorSpace_A9=Array(
        [Name.DeviceN, Array([Name.Gold]), Name.DeviceRGB, to_rgb()]))),
    ("rgb", "stand-in of a picture's ink", drawing("72 0 0 72 60 250 cm /P9 Do", XObject_P9=picture(
        300, 300, ColorSpace=Array([Name.Separation, Name.Gold, Name.DeviceRGB, to_rgb()])))),
    ("rgb", "picture in the line", drawing("q 9 0 0 9 60 250 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID \0\1\2 EI Q")),
    ("rgb", "table in the line", drawing("q 9 0 0 9 60 250 cm BI /W 1 /H 1 /BPC 8 /CS [/I /RGB 0 <ff0000>] ID \0 EI Q")),
    ("rgb", "outline of letters", drawing(f"1 0 0 RG 2 Tr {PLAIN_TEXT}", Font_F9=helvetica)),
    ("rgb", "outline alone", drawing(f"1 0 0 RG 1 Tr {PLAIN_TEXT}", Font_F9=helvetica)),
    ("rgb", "letters that clip", drawing(f"1 0 0 rg 4 Tr {PLAIN_TEXT}", Font_F9=helvetica)),
    ("rgb", "letters said to be spaces", drawing("BT 1 0 0 rg /F9 12 Tf 60 300 Td <0041004200430044004500460047> Tj ET",
                                      Font_F9=mapped(cmap(*(f"<{n:04x}> <0020>" for n in range(65, 75)))))),
    ("rgb", "letters without a text", drawing("BT 1 0 0 rg /F9 12 Tf 60 300 Td <00410042> Tj ET",
                                       Font_F9=mapped(cmap("<0001> <0041>")))),
    ("rgb", "other name of RGB", drawing(f"/C9 cs 1 0 0 sc {AREA}", ColorSpace_C9=Name.DeviceRGB)),
    ("rgb", "page whose resources are its parent's", lambda pdf: from_parent(pdf)),
    ("not-inks", "what CMYK is said to be", drawing(f"0 1 1 0 k {AREA}", ColorSpace_DefaultCMYK=space(
        Name.ICCBased, stream(icc(b"RGB ", b"mntr"), N=3)))),
    ("not-inks", "greys with a profile", drawing(f"/I9 cs 0 scn {AREA}", ColorSpace_I9=space(
        Name.ICCBased, stream(icc(b"GRAY", b"mntr"), N=1)))),
    ("not-inks", "greys of the eye", drawing(f"/I9 cs 0 scn {AREA}", ColorSpace_I9=Array(
        [Name.CalGray, Dictionary(WhitePoint=[.95, 1, 1.08])]))),
    ("not-inks", "inks of another press", drawing(f"/I9 cs 0 0 0 1 scn {AREA}", ColorSpace_I9=space(
        Name.ICCBased, stream(icc(b"CMYK"), N=4)))),
    ("bad-icc", "screen's profile for four inks", drawing(f"/I9 cs 0 0 0 1 scn {AREA}", ColorSpace_I9=space(
        Name.ICCBased, stream(icc(b"RGB ", b"mntr"), N=4)))),
    ("bad-icc", "profile that is none", drawing(f"/I9 cs 0 0 1 scn {AREA}", ColorSpace_I9=space(
        Name.ICCBased, stream(b"nothing at all", N=3)))),
    ("bad-icc", "profile of nothing but a head", intent("/DestOutputProfile", stream(icc(b"CMYK"), N=4))),
    ("bad-icc", "link between two devices", intent("/DestOutputProfile", stream(icc(b"CMYK", b"link"), N=4))),
    ("bad-icc", "grey printer", intent("/DestOutputProfile", stream(icc(b"GRAY"), N=1))),
    ("other-intent", "second condition", lambda pdf: pdf.Root.OutputIntents.append(Dictionary(
        S=Name.GTS_PDFX, OutputConditionIdentifier=String("GRACoL"), Type=Name.OutputIntent))),
    ("font-not-embedded", "glyph drawn as a page", drawing(PLAIN_TEXT, Font_F9=pictured(
        b"BT /In 10 Tf (x) Tj ET", Resources=holding(absent(), "Font")))),
    ("font-not-embedded", "form", drawing("/A9 Do", XObject_A9=made(
        form, b"BT /In 10 Tf 60 300 Td (x) Tj ET", Resources=holding(absent(), "Font")))),
    ("font-not-embedded", "tile", drawing(f"{PATTERN} {AREA}", Pattern_P9=tile(
        b"BT /In 10 Tf (x) Tj ET", Resources=holding(absent(), "Font")))),
    ("font-not-embedded", "a press's own mark", mark_with(made(
        form, b"BT /In 10 Tf (x) Tj ET", Resources=holding(absent(), "Font")))),
    ("font-not-embedded", "soft mask", drawing(f"/S9 gs {AREA}", ExtGState_S9=soft(
        b"BT /In 10 Tf (x) Tj ET", Resources=holding(absent(), "Font")))),
    ("font-not-embedded", "graphics state", drawing("/S9 gs BT 60 300 Td (x) Tj ET", ExtGState_S9=lambda pdf: Dictionary(
        Font=Array([absent()(pdf), 12])))),
    ("font-not-embedded", "same name twice", drawing(
        "BT /F8 12 Tf 60 300 Td (a) Tj /F9 12 Tf (a) Tj ET",
        Font_F8=lambda pdf: Dictionary(dict(helvetica(pdf))), Font_F9=lambda pdf: Dictionary(dict(absent("Test")(pdf))))),
    ("font-not-embedded", "letters not seen", drawing("BT 3 Tr /F9 12 Tf 60 300 Td (a) Tj ET", Font_F9=absent())),
    ("font-not-embedded", "font said to be drawn", drawing(PLAIN_TEXT, Font_F9=lambda pdf: Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontMatrix=[.001, 0, 0, .001, 0, 0]))),
    ("missing", "font", drawing(PLAIN_TEXT)),
    ("missing", "picture", drawing("/Im9 Do")),
    ("missing", "graphics state", drawing("/G9 gs")),
    ("missing", "colour space", drawing(f"/C9 cs 1 scn {AREA}")),
    ("missing", "pattern", drawing(f"{PATTERN} {AREA}")),
    ("bad-font", "empty", drawing(PLAIN_TEXT, Font_F9=program(b""))),
    ("bad-font", "of another kind", drawing(PLAIN_TEXT, Font_F9=program(b"\x89PNG and so on"))),
    ("bad-font", "cut short", drawing(PLAIN_TEXT, Font_F9=program(b"\0\1\0\0\0\2\0\0\0\0\0\0" + b"glyf\0\0\0\0\0\0\xff\0\0\0\xff\0" * 2))),
    ("no-text-map", "of some glyphs", drawing("BT /F9 12 Tf 60 300 Td <00410042> Tj ET", Font_F9=mapped(cmap("<0041> <0041>")))),
    ("transfer-curve", "form", drawing("/A9 Do", XObject_A9=made(form, b"/In gs 0 g 9 9 9 9 re f", Resources=holding(
        lambda pdf: Dictionary(TR=curve()), "ExtGState")))),
    ("transfer-curve", "of the second ink", drawing("/T9 gs", ExtGState_T9=Dictionary(TR2=Array(
        [Name.Identity, curve(), Name.Identity, Name.Identity])))),
    ("transfer-curve", "halftone", drawing("/T9 gs", ExtGState_T9=Dictionary(HT=Dictionary(
        dict(halftone()) | {"/TransferFunction": curve()})))),
    ("transfer-curve", "halftone of one ink", drawing("/T9 gs", ExtGState_T9=Dictionary(HT=Dictionary(
        Type=Name.Halftone, HalftoneType=5, Default=halftone(), Cyan=Dictionary(dict(halftone()) | {"/TransferFunction": curve()}))))),
    ("transfer-curve", "gradient", drawing(f"{PATTERN} {AREA}", Pattern_P9=Dictionary(
        PatternType=2, Shading=shading(Name.DeviceCMYK), ExtGState=Dictionary(TR=curve())))),
    ("transfer-curve", "glyph", drawing(PLAIN_TEXT, Font_F9=pictured(b"/In gs", Resources=holding(
        lambda pdf: Dictionary(TR=curve()), "ExtGState")))),
    ("javascript", "opening", root("/OpenAction", script())),
    ("javascript", "closing", root("/AA", Dictionary(WC=script()))),
    ("javascript", "page", on_page("/AA", Dictionary(O=script()))),
    ("javascript", "note", noted(A=script())),
    ("javascript", "note's event", noted(AA=Dictionary(E=script()))),
    ("javascript", "after another action", noted(A=Dictionary(S=Name.URI, URI=String("x"), Next=Array([script()])))),
    ("javascript", "after the opening", root("/OpenAction", Dictionary(S=Name.GoTo, D=Array([0]), Next=Dictionary(
        S=Name.GoTo, D=Array([0]), Next=script())))),
    ("javascript", "names", root("/Names", Dictionary(JavaScript=Dictionary(Names=[String("a"), script()])))),
    ("javascript", "names of something else", root("/Names", Dictionary(Renditions=Dictionary(Names=[String("a"), script()])))),
    ("javascript", "outline", root("/Outlines", lambda pdf: Dictionary(First=pdf.make_indirect(Dictionary(
        Title=String("a"), Next=pdf.make_indirect(Dictionary(Title=String("b"), A=script()))))))),
    ("javascript", "rendition", noted(Subtype=Name.Screen, A=Dictionary(S=Name.Rendition, OP=0, JS=String("app.alert(1)")))),
    ("javascript", "field", root("/AcroForm", lambda pdf: Dictionary(Fields=[pdf.make_indirect(Dictionary(
        FT=Name.Tx, T=String("a"), AA=Dictionary(K=script())))]))),
    ("javascript", "field above a note", noted(Subtype=Name.Line, Parent=Dictionary(FT=Name.Tx, AA=Dictionary(C=script())))),
    ("javascript", "action said to be a page", root("/OpenAction", Dictionary(Type=Name.Page, **{
        "S": Name.JavaScript, "JS": String("app.alert(1)")}))),
    ("javascript", "link", noted(A=Dictionary(S=Name.URI, URI=String("JavaScript:app.alert(1)")))),
    ("javascript", "many", many),
    ("javascript", "order of calculation", root("/AcroForm", lambda pdf: Dictionary(Fields=[], CO=[pdf.make_indirect(
        Dictionary(AA=Dictionary(C=script())))]))),
    ("actions", "layers switched", noted(A=Dictionary(S=Name.SetOCGState, State=[]))),
    ("actions", "film", noted(A=Dictionary(S=Name.RichMediaExecute))),
    ("actions", "program", noted(A=Dictionary(S=Name.Launch, F=String("x")))),
    ("form-fields", "forms of XML", root("/AcroForm", lambda pdf: Dictionary(Fields=[], XFA=pdf.make_stream(b"<xdp/>")))),
    ("embedded-files", "names", root("/Names", Dictionary(EmbeddedFiles=Dictionary(Names=[])))),
    ("embedded-files", "page", on_page("/AF", Array([Dictionary(Type=Name.Filespec, F=String("x"))]))),
    ("embedded-files", "note", noted(Subtype=Name.FileAttachment, FS=Dictionary())),
    ("embedded-files", "collection", root("/Collection", Dictionary(View=Name.T))),
    ("layers", "without a list", both(root("/OCProperties", Dictionary(D=Dictionary())), drawing(
        "/OC /L9 BDC 0 g 60 300 9 9 re f EMC", Properties_L9=Dictionary(Type=Name.OCG, Name=String("a"))))),
    ("layers", "form in form", both(root("/OCProperties", Dictionary(D=Dictionary())), drawing("/A9 Do", XObject_A9=made(
        form, b"/In Do", Resources=holding(form(b"", OC=Dictionary(Type=Name.OCG, Name=String("a")))))))),
    ("outside-file", "other picture for print", drawing("72 0 0 72 60 250 cm /P9 Do", XObject_P9=picture(
        300, 300, Alternates=Array([Dictionary(DefaultForPrinting=True)])))),
    ("outside-file", "page of another file", drawing("/A9 Do", XObject_A9=form(b"", Ref=Dictionary(F=String("x.pdf"), Page=0)))),
    ("outside-file", "data of another file", drawing("72 0 0 72 60 250 cm /P9 Do", XObject_P9=picture(
        300, 300, F=String("x.jpg")))),
    ("turned", "all pages", inherited_turn),
    ("turned", "unit", on_page("/UserUnit", 2)),
    ("crop-box", "all pages", lambda pdf: pdf.Root.Pages.__setitem__("/CropBox", box(20, 20, 200, 200))),
    ("no-trim-box", "no numbers", on_page("/TrimBox", Array([Name.a, Name.b, String("x"), Array([])]))),
    ("no-bleed", "art box", both(on_page("/ArtBox", box(8.504, 8.504, 306.504, 428.504)), on_page("/TrimBox", None),
                              on_page("/BleedBox", None))),
    ("boxes-not-nested", "art box", both(on_page("/ArtBox", box(-20, 8.504, 306.504, 428.504)), on_page("/TrimBox", None))),
    ("annotations", "no place", on_page("/Annots", Array([Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([1]))]))),
    ("spot-names", "a space at the end", spots("Gold", "Gold ")),
    ("spot-names", "capitals", spots("Gold", "GOLD")),
    ("spot-names", "accents in two forms", spots("Caf\u00e9", "Cafe\u0301")),
    ("spot-names", "full width", spots("Gold", "\uff27old")),
    ("spot-names", "nearly a process ink", spots("black")),
    ("spot-names", "a process ink and a space", spots("Cyan ")),
    ("spot-ink", "tile", both(spots("A1", "B1"), drawing(f"{PATTERN} {AREA}", Pattern_P9=tile(
        b"/In cs 1 scn 0 0 5 5 re f", Resources=holding(lambda pdf: spot("C1"), "ColorSpace"))))),
    ("spot-ink", "glyph", both(spots("A1", "B1"), drawing(PLAIN_TEXT, Font_F9=pictured(
        b"/In cs 1 scn 0 0 5 5 re f", Resources=holding(lambda pdf: spot("C1"), "ColorSpace"))))),
    ("spot-ink", "table", both(spots("A1", "B1"), drawing("72 0 0 72 60 250 cm /P9 Do", XObject_P9=picture(
        300, 300, ColorSpace=Array([Name.Indexed, spot("C1"), 1, String("\0\1")]))))),
    ("thin-line", "one of several", drawing("0 g 60 300 100 5 re 60 320 100 .1 re f")),
    ("thin-line", "tile", drawing(f"{PATTERN} {AREA}", Pattern_P9=tile(b"0 G .1 w 0 0 m 9 9 l S"))),
    ("form-loop", "tile", drawing(f"{PATTERN} {AREA}", Pattern_P9=lambda pdf: looping(pdf, tile(b"/Pattern cs /In scn 0 0 9 9 re f"), "Pattern"))),
    ("form-loop", "soft mask", drawing(f"/S9 gs {AREA}", ExtGState_S9=lambda pdf: loop_of_masks(pdf))),
    ("no-standard", "claim in a comment", packet(claim_in_a_comment)),
    ("bad-metadata", "cut short", packet(lambda text: text.replace("</rdf:RDF>", ""))),
    ("bad-metadata", "laughs", packet(lambda text: "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>" + text)),
    ("damaged-picture", "smaller than it says", drawing("72 0 0 72 60 250 cm /P9 Do", XObject_P9=image(jpeg(30), "/DCTDecode"))),
    ("damaged-picture", "cut short", drawing("72 0 0 72 60 250 cm /P9 Do", XObject_P9=image(jpeg(300, .5), "/DCTDecode"))),
    ("damaged-picture", "too few samples", drawing("72 0 0 72 60 250 cm /P9 Do", XObject_P9=image(b"\x80" * 2000, ""))),
    ("damaged-picture", "packed samples end early", drawing("72 0 0 72 60 250 cm /P9 Do", XObject_P9=image(
        zlib.compress(bytes(range(256)) * 300)[:-100], "/FlateDecode"))),
    ("bad-operator", "unknown", drawing("60 300 40 40 re fill")),
    ("bad-operator", "three of four inks", drawing(f"0 0 1 k {AREA}")),
    ("bad-operator", "more restored than kept", drawing("Q Q Q Q q q q")),
    ("no-identifier", "empty", lambda pdf: None),
]  # fmt: skip


def from_parent(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    pdf.Root.Pages.Resources = page.Resources
    del page["/Resources"]
    page.Contents = Array([page.Contents, pdf.make_stream(b"q 1 0 0 rg 60 300 9 9 re f Q")])


def looping(pdf: Pdf, make: Make, kind: str) -> Any:
    found = make(pdf)
    found.Resources = Dictionary({f"/{kind}": Dictionary(In=found)})
    return found


def loop_of_masks(pdf: Pdf) -> Any:
    found = soft(b"/In gs 0 0 5 5 re f")(pdf)
    found.SMask.G.Resources = Dictionary(ExtGState=Dictionary(In=found))
    return found


def finished(pdf: Pdf, case: str) -> None:
    """What can be made only in the file."""
    notes = pdf.pages[0].obj.get("/Annots", Array([]))
    if case == "note beyond the page":
        notes[0].AP = Dictionary(N=form(RED)(pdf))
    for note in notes:
        if note.get("/Subtype") == Name.FileAttachment:
            note.FS = Dictionary(Type=Name.Filespec, F=String("x"), EF=Dictionary(F=pdf.make_stream(b"x")))


@pytest.mark.parametrize(("code", "place", "act"), HIDDEN, ids=[f"{c}: {p}" for c, p, _ in HIDDEN])
def test_it_is_found_wherever_it_is_hidden(good, found_in, tmp_path, code, place, act):
    file = tmp_path / "hidden.pdf"
    with pikepdf.open(good) as pdf:
        act(pdf)
        finished(pdf, place)
        pdf.save(file, deterministic_id=True, fix_metadata_version=False)
    if code == "no-identifier":
        import re
        file.write_bytes(re.sub(rb"/ID \[<[0-9a-f]*><[0-9a-f]*>\]", lambda m: b"/ID [<><>]".ljust(len(m[0])), file.read_bytes()))
    found = found_in(file)
    assert code in {f.code for f in found}, found
