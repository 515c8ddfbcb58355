"""PDF/X-1a:2003: PDF 1.4, no transparency, no RGB; PDF/A-2b is claimed beside it."""

import io
import re
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet

from progprint.geom import Rect
from progprint.images import PictureFault
from progprint.pages.types import FillMark, ImageMark
from progprint.pdf import OutputIntent, PdfOptions, PdfReport, Printing, coated_offset, read_any, write_pdf
from progprint.pdf.fonts import write_font
from progprint.pdf.output import Output
from progprint.style import PAPER, Blend, Ink

BLUE = Ink(0.8, 0.3, 0, 0, "blue", blend=Blend(PAPER, 0.0))
Writer = Callable[..., PdfReport]


@pytest.fixture
def write(tmp_path: Path, faces: Any, options: Callable[..., PdfOptions]) -> Writer:
    def made(booklet: Any, **more: Any) -> PdfReport:
        settings = {"printing": Printing(standard="pdf-x-1a"), **more}
        return write_pdf(booklet, faces, tmp_path / "a.pdf", options(**settings))

    return made


def advert(path: Path, *, group: bool = False, faint: bool = False, rgb: bool = False) -> str:
    """A page of another program; its resources are what the arguments say."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(100, 100))
    page.contents_add(b"/G gs 0 1 0 0 k 10 10 50 50 re f")
    page.obj.Resources = pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(
        G=pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, ca=0.5 if faint else 1)))  # fmt: skip
    if group:
        page.obj.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceCMYK)
    if rgb:
        icc = pdf.make_stream(b"icc", N=3)
        page.obj.Resources.ColorSpace = pikepdf.Dictionary(R=pikepdf.Array([pikepdf.Name.ICCBased, icc]))
    pdf.save(path)
    return f"{path}#page=1"


def test_the_file_claims_it_and_pdf_a_beside_it(write: Writer, booklet_of: Any, setter: Any) -> None:
    file = write(booklet_of((setter.line("text"), setter.line("電影", y=90), FillMark(Rect(0, 99, 90, 90), BLUE)))).file
    with pikepdf.open(file) as document:
        assert document.pdf_version == "1.4" and document.check_pdf_syntax() == []
        assert str(document.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"
        assert {"/Title", "/CreationDate", "/ModDate", "/Trapped"} <= set(document.docinfo.keys())
        intents = document.Root.OutputIntents
        assert [str(i.S) for i in intents] == ["/GTS_PDFX", "/GTS_PDFA1"]
        # ISO 19005-2, 6.2.3: all name the same profile
        assert len({i.DestOutputProfile.objgen for i in intents}) == 1
    data = file.read_bytes()
    assert b"<pdfxid:" not in data and b"<pdfaid:part>2</pdfaid:part>" in data
    assert not re.search(rb"/(SMask|Group|ca|CA|BM)\b", data) and b"DeviceRGB" not in data


def test_text_is_there_in_print_and_to_be_read(write: Writer, booklet_of: Any, setter: Any) -> None:
    file = write(booklet_of((setter.line("text"), setter.line("電影", y=90)))).file
    with pypdfium2.PdfDocument(file) as document:
        text = document[0].get_textpage().get_text_bounded()
    assert "text" in text and "電影" in text


@pytest.mark.parametrize(("what", "code"), [("faint", "pdf-transparent"), ("rgb", "pdf-rgb-profile")])
def test_what_x_1a_refuses_takes_the_claim_away(
    write: Writer, booklet_of: Any, tmp_path: Path, what: str, code: str
) -> None:
    name = advert(tmp_path / "ad.pdf", **{what: True})
    info, faults = read_any(name)
    assert info is not None and info.sheet is not None and not info.sheet.flat
    assert [fault.code for fault in faults] == [code] and isinstance(faults[0], PictureFault)
    body = (ImageMark(Rect(0, 0, 100, 100), name),)
    refused = write(booklet_of(body)).file.read_bytes()
    assert b"PDF/X-1a" not in refused and b"<pdfaid:" not in refused
    assert b"PDF/X-4" in write(booklet_of(body), printing=Printing()).file.read_bytes()


def test_a_group_without_transparency_is_left_out(write: Writer, booklet_of: Any, tmp_path: Path) -> None:
    name = advert(tmp_path / "ad.pdf", group=True)
    body = (ImageMark(Rect(0, 0, 100, 100), name),)
    flat = write(booklet_of(body)).file.read_bytes()
    assert b"/Group" not in flat and b"PDF/X-1a:2003" in flat
    assert b"/Group" in write(booklet_of(body), printing=Printing()).file.read_bytes()


def test_the_intent_is_the_shops(write: Writer, booklet_of: Any) -> None:
    intent = OutputIntent(coated_offset().profile, "FOGRA52", "uncoated", "http://example.org")
    with pikepdf.open(write(booklet_of(()), intent=intent).file) as document:
        found = document.Root.OutputIntents[0]
        assert (str(found.OutputConditionIdentifier), str(found.RegistryName)) == ("FOGRA52", "http://example.org")


def test_pdf_1_4_gets_the_bare_program_of_an_opentype_file(faces: Any, tmp_path: Path) -> None:
    from progprint.cache import NoCache

    face = faces["han"]

    class Named:
        """The same face as if it had no CIDs."""

        def __getattr__(self, name: str) -> Any:
            return getattr(face, name)

        def subset(self, glyphs: Any) -> Any:
            made = face.subset(glyphs)
            table = made.data
            head = b"OTTO\0\1" + bytes(6) + b"CFF " + bytes(4) + (28).to_bytes(4) + len(table).to_bytes(4)
            return made._replace(data=head + table, kind="opentype-cff")

    glyph = face.hb_font.get_nominal_glyph(ord("電"))
    for flat, subtype in ((False, b"/OpenType"), (True, b"/CIDFontType0C")):
        with (tmp_path / "a.pdf").open("wb") as stream:
            write_font(Output(stream), Named(), [glyph], NoCache(), flat=flat)
        data = (tmp_path / "a.pdf").read_bytes()
        assert subtype in data
        if flat:
            start = data.index(b"stream\n") + 7
            program = zlib.decompressobj().decompress(data[start:])
            fonts = CFFFontSet()
            fonts.decompile(io.BytesIO(program), None)
            assert len(fonts[0].CharStrings) == 2
