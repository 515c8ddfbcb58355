"""What is in the written file, read back by readers that are not its writer."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
import qrcode
import zxingcpp
from PIL import Image

from progprint.cache import open_cache
from progprint.diag import BadInput
from progprint.geom import Point, Rect
from progprint.pages.types import (
    Booklet,
    CodeMark,
    FillMark,
    ImageMark,
    LinkMark,
    Mark,
    OutlineItem,
    Page,
    RuleMark,
    TextMark,
)
from progprint.pdf import PdfOptions, PdfReport, render_pages, write_pdf
from progprint.style import BLACK, PAPER, Ink

ACCENT = Ink(0, 1, 0.9, 0, "accent")
Writer = Callable[..., PdfReport]


@pytest.fixture
def write(tmp_path: Path, faces: Any, options: Callable[..., PdfOptions]) -> Writer:
    def made(booklet: Booklet, name: str = "a.pdf", **more: Any) -> PdfReport:
        return write_pdf(booklet, faces, tmp_path / name, options(**more))
    return made


@pytest.fixture
def picture(tmp_path: Path) -> str:
    image = Image.new("RGB", (600, 400), (220, 20, 30))
    image.paste((20, 120, 30), (300, 0, 600, 400))
    image.save(tmp_path / "still.jpg", quality=95)
    return str(tmp_path / "still.jpg")


def code(payload: str, box: Rect) -> CodeMark:
    symbol = qrcode.QRCode(border=0)
    symbol.add_data(payload)
    symbol.make()
    matrix = symbol.get_matrix()
    runs = tuple((x, y, 1, 1) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark)
    return CodeMark(box, payload, len(matrix), runs)


@pytest.fixture
def full(setter: Any, picture: str) -> tuple[Mark, ...]:
    """One mark of each kind."""
    return (
        FillMark(Rect(-8.5, -8.5, 437, 30), ACCENT),
        ImageMark(Rect(20, 30, 200, 150), picture),
        setter.line("The film festival", y=200),
        setter.line("電影節手冊", y=220, ink=ACCENT),
        setter.line("on a ground", y=10, ink=PAPER),
        FillMark(Rect(40, 300, 80, 40), BLACK, "hatched"),
        FillMark(Rect(120, 300, 80, 40), ACCENT, "dotted"),
        FillMark(Rect(200, 300, 80, 40), BLACK, "crossed"),
        RuleMark(Point(40, 350), Point(300, 350), 0.5, BLACK),
        RuleMark(Point(40, 360), Point(300, 360), 1, ACCENT, (3, 2)),
        code("https://example.org/t/0301A1", Rect(40, 380, 80, 80)),
        LinkMark(Rect(40, 380, 80, 80), "https://example.org/t/0301A1"),
        setter.line("site", y=500, link="https://example.org/"),
    )


def operators(file: Path) -> Iterator[bytes]:
    with pikepdf.open(file) as document:
        for page in document.pages:
            contents = page.get("/Contents", [])
            yield b"".join(stream.read_bytes() for stream in contents)


def text_of(file: Path, page: int = 0) -> str:
    with pypdfium2.PdfDocument(file) as document:
        return str(document[page].get_textpage().get_text_bounded())


def raster(file: Path, page: int = 0, dpi: float = 72) -> Image.Image:
    with pypdfium2.PdfDocument(file) as document:
        return document[page].render(scale=dpi / 72).to_pil().convert("RGB")


def annotations(file: Path) -> list[dict[str, Any]]:
    with pikepdf.open(file) as document:
        return [dict(a.as_dict()) for page in document.pages for a in page.get("/Annots", [])]


def test_every_page_has_its_three_boxes(write: Writer, booklet_of: Any, full: Any) -> None:
    for purpose in ("print", "screen"):
        report = write(booklet_of(full, (), full), purpose=purpose)
        with pikepdf.open(report.file) as document:
            assert len(document.pages) == report.pages == 3
            for page in document.pages:
                names = ("/MediaBox", "/BleedBox", "/TrimBox")
                media, bleed, trim = ([float(v) for v in page[name]] for name in names)
                assert media == bleed == [0, 0, 437, 612]
                assert trim == [8.5, 8.5, 428.5, 603.5]


def test_the_file_is_sound_and_names_what_a_press_asks_for(write: Writer, booklet_of: Any, full: Any) -> None:
    report = write(booklet_of(full, title="Festival & 電影節"), author="The Office")
    with pikepdf.open(report.file) as document:
        assert document.check_pdf_syntax() == []
        assert document.pdf_version == "1.6"
        root = document.Root
        intents = list(root.OutputIntents)
        assert [str(i.S) for i in intents] == ["/GTS_PDFX", "/GTS_PDFA1"]
        assert {i.DestOutputProfile.objgen for i in intents} == {intents[0].DestOutputProfile.objgen}
        assert intents[0].DestOutputProfile.read_bytes()[36:40] == b"acsp"
        assert str(root.Lang) == "en"
        assert bool(root.ViewerPreferences.DisplayDocTitle) is True
        assert str(root.PageLayout) == "/TwoPageRight"
        info = document.docinfo
        assert str(info.Title) == "Festival & 電影節"
        assert str(info.Author) == "The Office"
        assert b"/Trapped /False" in report.file.read_bytes()
        assert str(info.CreationDate) == "D:20270301120000+00'00'"
        with document.open_metadata() as meta:
            assert meta["dc:title"] == "Festival & 電影節"
            assert meta["xmp:CreateDate"] == meta["xmp:ModifyDate"] == "2027-03-01T12:00:00+00:00"
            assert meta["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
            assert meta["pdfaid:part"] == "2" and meta["pdfaid:conformance"] == "B"


def test_a_screen_file_claims_no_press_standard(write: Writer, booklet_of: Any, full: Any) -> None:
    data = write(booklet_of(full), purpose="screen").file.read_bytes()
    assert b"GTS_PDFX" not in data and b"GTS_PDFA1" in data


def test_no_rgb_no_helvetica_no_placeholder_words(write: Writer, booklet_of: Any, full: Any) -> None:
    report = write(booklet_of(full, ()), purpose="screen")
    with pikepdf.open(report.file) as document:
        for thing in document.objects:
            shown = repr(thing)
            for word in ("DeviceRGB", "Helvetica", "ASCII85", "CalRGB", "untitled", "anonymous"):
                assert word not in shown
    for content in operators(report.file):
        words = content.split()
        assert not {b"rg", b"RG", b"g", b"G", b"sc", b"scn", b"cs"} & set(words)
    assert b"ReportLab" not in report.file.read_bytes()


def test_fonts_are_embedded_with_their_texts(write: Writer, booklet_of: Any, full: Any) -> None:
    report = write(booklet_of(full))
    assert {face.key for face in report.faces} == {"han", "latin"}
    with pikepdf.open(report.file) as document:
        fonts = document.pages[0].Resources.Font
        assert len(fonts.keys()) == 2
        for font in fonts.values():
            assert (str(font.Subtype), str(font.Encoding)) == ("/Type0", "/Identity-H")
            assert re.fullmatch(r"/[A-Z]{6}\+\S+", str(font.BaseFont))
            assert b"beginbfchar" in font.ToUnicode.read_bytes()
            descendant = font.DescendantFonts[0]
            descriptor = descendant.FontDescriptor
            assert str(descriptor.FontName) == str(font.BaseFont) == str(descendant.BaseFont)
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            assert ("/CIDToGIDMap" in descendant) == (str(descendant.Subtype) == "/CIDFontType2")


def test_widths_are_the_faces_own(write: Writer, booklet_of: Any, setter: Any, faces: Any) -> None:
    report = write(booklet_of((setter.line("Wide & narrow"),)))
    with pikepdf.open(report.file) as document:
        (font,) = document.pages[0].Resources.Font.values()
        widths: dict[int, float] = {}
        flat = list(font.DescendantFonts[0].W)
        for first, row in zip(flat[::2], flat[1::2], strict=True):
            widths |= {int(first) + i: float(w) for i, w in enumerate(row)}
    glyphs = {faces["latin"].hb_font.get_nominal_glyph(ord(c)) for c in "Wide & narrow"}
    assert set(widths) == glyphs
    assert all(widths[g] == pytest.approx(faces["latin"].advance(g), abs=0.01) for g in glyphs)


def test_text_comes_out_as_it_went_in(write: Writer, booklet_of: Any, full: Any) -> None:
    text = text_of(write(booklet_of(full)).file)
    for words in ("The film festival", "電影節手冊", "on a ground", "site"):
        assert words in text


def test_text_that_its_glyphs_do_not_spell_is_given_beside_them(
    write: Writer, booklet_of: Any, setter: Any,
) -> None:
    piece = setter.piece("fi", actual=True)._replace(text="\ufb01n 節")
    mark = TextMark(Point(40, 50), (piece,), "x", "en", "body")
    report = write(booklet_of((mark,)))
    assert b"/Span<</ActualText<FEFFFB01006E00207BC0>>>BDC" in next(operators(report.file))


def test_lines_stand_where_they_were_set(write: Writer, booklet_of: Any, setter: Any) -> None:
    lines = (setter.line("AAA", x=40, y=100), setter.line("BBB", x=300, y=101),
             setter.line("CCC", x=40.37, y=500.21), setter.line("DDD", x=0, y=595))
    report = write(booklet_of(lines))
    with pypdfium2.PdfDocument(report.file) as document:
        page = document[0].get_textpage()
        for mark in lines:
            found = page.search(mark.text).get_next()
            assert found is not None
            left, bottom, *_ = page.get_charbox(found[0], loose=False)
            assert left == pytest.approx(mark.at.x + 8.5, abs=0.6)
            assert bottom == pytest.approx(8.5 + 595 - mark.at.y, abs=0.3)


def test_pieces_of_a_line_stand_where_they_were_set(write: Writer, booklet_of: Any, setter: Any) -> None:
    pieces = (setter.piece("AA", x=0.0), setter.piece("BB", x=50.0, ink=ACCENT), setter.piece("電影", x=90.0),
              setter.piece("DD", x=150.333, actual=True), setter.piece("EE", x=201.0, actual=True))
    mark = TextMark(Point(40, 50), pieces, "", "en", "body")
    report = write(booklet_of((mark, mark._replace(at=Point(60, 80)))))
    with pypdfium2.PdfDocument(report.file) as document:
        page = document[0].get_textpage()
        for start, height in ((48.5, 553.5), (68.5, 523.5)):
            for piece in pieces:
                place = (start + piece.x, height - 2, start + piece.x + piece.width, height + 9)
                assert page.get_text_bounded(*place).strip() == piece.text


def test_a_turned_line_runs_down_the_page(write: Writer, booklet_of: Any, setter: Any) -> None:
    marks = (setter.line("DOWN", x=200, y=300, turn=90.0), setter.line("after", x=20, y=20))
    report = write(booklet_of(marks))
    with pypdfium2.PdfDocument(report.file) as document:
        page = document[0].get_textpage()
        boxes = [page.get_charbox(page.search(word).get_next()[0]) for word in ("DOWN", "OWN", "after")]
    (x1, _, _, top1), (x2, _, _, top2), (x3, low3, _, _) = boxes
    assert x1 == pytest.approx(x2, abs=0.5) and top2 < top1 - 4
    assert x1 == pytest.approx(208.5, abs=0.6) and top1 == pytest.approx(303.5, abs=1)
    assert (x3, low3) == pytest.approx((28.5, 583.5), abs=0.6)


def test_settings_do_not_leak_from_line_to_line(write: Writer, booklet_of: Any, setter: Any) -> None:
    odd = setter.line("odd", y=100, char_space=2.0, scale=0.9, rise=3.0, size=14.0, ink=ACCENT)
    plain = setter.line("plain", y=120)
    content = next(operators(write(booklet_of((odd, plain, plain))).file))
    after = content[content.index(b"TJ"):]
    for setting in (b"0 Tc", b"100 Tz", b"0 Ts", b"10 Tf", b"0 0 0 1 k"):
        assert after.count(setting) == 1


def test_type_after_a_picture_is_still_embedded(
    write: Writer, booklet_of: Any, setter: Any, picture: str,
) -> None:
    box = ImageMark(Rect(20, 200, 90, 60), picture)
    report = write(booklet_of((setter.line("abc"), box, setter.line("xyz", y=100))))
    assert "xyz" in text_of(report.file)
    assert report.faces[0].glyphs == 6


def test_only_full_black_type_and_rules_overprint(write: Writer, booklet_of: Any, setter: Any) -> None:
    grey = Ink(0, 0, 0, 0.5, "grey")
    marks = (
        FillMark(Rect(0, 0, 90, 90), ACCENT), setter.line("black"), setter.line("paper", ink=PAPER),
        setter.line("grey", ink=grey), RuleMark(Point(0, 0), Point(9, 9), 1, BLACK),
        FillMark(Rect(0, 0, 9, 9), BLACK), setter.line("again"))
    content = next(operators(write(booklet_of(marks)).file))
    states: list[str] = []
    state = "N"
    for word in re.findall(rb"/([ON]) gs|(TJ| S\n| f\n)", content):
        if word[0]:
            state = word[0].decode()
        else:
            states.append(state)
    assert states == ["N", "O", "N", "N", "O", "N", "O"]


def test_pictures_keep_their_colours(write: Writer, booklet_of: Any, full: Any) -> None:
    seen = raster(write(booklet_of(full)).file)
    red, green = seen.getpixel((8 + 40, 8 + 100)), seen.getpixel((8 + 180, 8 + 100))
    assert red[0] > 170 and max(red[1:]) < 90
    assert green[1] > 90 and max(green[0], green[2]) < 90
    bleed = seen.getpixel((1, 1))
    assert bleed[0] > 200 and max(bleed[1:]) < 90


def test_a_picture_is_cut_round_its_focus(write: Writer, booklet_of: Any, picture: str) -> None:
    marks = (ImageMark(Rect(20, 20, 100, 200), picture, (0.0, 0.5)),
             ImageMark(Rect(220, 20, 100, 200), picture, (1.0, 0.5)))
    seen = raster(write(booklet_of(marks)).file)
    assert seen.getpixel((28 + 80, 120))[0] > 170
    assert seen.getpixel((228 + 20, 120))[1] > 90


def test_a_picture_used_twice_is_there_once(write: Writer, booklet_of: Any, picture: str) -> None:
    mark = ImageMark(Rect(20, 20, 150, 100), picture)
    report = write(booklet_of((mark, mark._replace(box=mark.box.moved(0, 200))), (mark,)))
    assert len(report.pictures) == 3
    with pikepdf.open(report.file) as document:
        images = {x.objgen for page in document.pages for x in page.Resources.XObject.values()}
    assert len(images) == 1


def test_a_missing_picture_leaves_its_room_empty_and_is_reported(
    write: Writer, booklet_of: Any, tmp_path: Path, picture: str,
) -> None:
    marks = (ImageMark(Rect(20, 20, 150, 100), str(tmp_path / "none.jpg")),
             ImageMark(Rect(20, 200, 150, 100), picture))
    report = write(booklet_of(marks))
    assert [f.code for f in report.pictures[0].faults] == ["picture-missing"]
    assert [f.code for f in report.pictures[1].faults] == ["picture-untagged"]
    assert report.pictures[1].resolution == pytest.approx(600 / (150 / 72))
    seen = raster(report.file)
    assert min(seen.getpixel((103, 48))) > 200 and max(seen.getpixel((103, 48))) < 250
    assert seen.getpixel((28 + 20, 228))[0] > 170
    with pikepdf.open(report.file) as document:
        assert document.check_pdf_syntax() == []


def test_a_truncated_picture_is_found_while_writing(write: Writer, booklet_of: Any, picture: str) -> None:
    Path(picture).write_bytes(Path(picture).read_bytes()[:2500])
    report = write(booklet_of((ImageMark(Rect(20, 20, 150, 100), picture),)))
    assert [f.code for f in report.pictures[0].faults] == ["picture-untagged", "picture-damaged"]


def test_codes_are_read_from_the_rasterised_page(write: Writer, booklet_of: Any, full: Any) -> None:
    found = zxingcpp.read_barcodes(raster(write(booklet_of(full)).file, dpi=300))
    assert [f.text for f in found] == ["https://example.org/t/0301A1"]


def test_patterns_stay_in_their_boxes(write: Writer, booklet_of: Any) -> None:
    marks = tuple(FillMark(Rect(40, 40 + 100 * i, 80, 40), BLACK, name)
                  for i, name in enumerate(("hatched", "dotted", "crossed")))
    seen = raster(write(booklet_of(marks)).file, dpi=144).convert("L")
    shares = []
    for i in range(3):
        x, y = 97, 97 + 200 * i
        inside = seen.crop((x, y, x + 160, y + 80)).tobytes()
        shares.append(sum(255 - v for v in inside) / 255 / len(inside))
        for box in ((x - 40, y, x - 2, y + 80), (x, y - 40, x + 160, y - 2), (x + 162, y, x + 200, y + 80)):
            assert min(seen.crop(box).tobytes()) == 255
    hatched, dotted, crossed = shares
    assert 0.03 < dotted < hatched < crossed < 0.35


def test_a_screen_file_has_printable_borderless_links(write: Writer, booklet_of: Any, full: Any) -> None:
    report = write(booklet_of(full), purpose="screen")
    links = annotations(report.file)
    assert [str(a["/A"].URI) for a in links] == ["https://example.org/t/0301A1", "https://example.org/"]
    for link in links:
        assert int(link["/F"]) == 4
        assert [int(v) for v in link["/Border"]] == [0, 0, 0]
    assert [float(v) for v in links[0]["/Rect"]] == pytest.approx([48.5, 143.5, 128.5, 223.5])
    left, low, right, high = (float(v) for v in links[1]["/Rect"])
    assert left == pytest.approx(48.5) and low < 103.5 < high and 10 < right - left < 40


def test_a_print_file_has_no_annotations(write: Writer, booklet_of: Any, full: Any) -> None:
    assert annotations(write(booklet_of(full)).file) == []


def test_links_inside_the_booklet_lead_to_their_page(write: Writer, booklet_of: Any, setter: Any) -> None:
    marks = (setter.line("see", link="ref:film:a"), LinkMark(Rect(0, 0, 9, 9), "ref:film:none"))
    noted = (setter.line("1", link="note:x#1"),)
    booklet = booklet_of(marks, noted, (), refs={"film:a": 3, "note:x#1": 3})
    report = write(booklet, purpose="screen")
    with pikepdf.open(report.file) as document:
        (link,) = document.pages[0].Annots
        assert link.Dest[0].objgen == document.pages[2].objgen
        assert document.pages[1].Annots[0].Dest[0].objgen == document.pages[2].objgen
    assert annotations(write(booklet, purpose="screen", pages=(1, 2)).file) == []


@pytest.mark.parametrize(("written", "address"), [
    ("https://example.org/ü?q=(a)", "https://example.org/%C3%BC?q=(a)"),
    ("http://電影.example/", "http://xn--p3t494j.example/"),
    ("mailto:a@example.org", "mailto:a@example.org"),
    ("https://example.org/a%20b", "https://example.org/a%20b"),
    ("javascript:alert(1)", ""), ("file:///etc/passwd", ""), ("no address", ""), ("http://[", ""), ("", ""),
])
def test_addresses_are_ascii_and_harmless(written: str, address: str) -> None:
    from progprint.pdf.navigation import ascii_address
    assert ascii_address(written) == address


def test_the_outline_has_levels(write: Writer, booklet_of: Any) -> None:
    outline = (OutlineItem("Films 電影 (A)", 1), OutlineItem("First", 1, 1), OutlineItem("Second", 2, 1),
               OutlineItem("Index", 3))
    report = write(booklet_of((), (), (), outline=outline))
    with pypdfium2.PdfDocument(report.file) as document:
        found = [(i.get_title(), i.level, i.get_dest().get_index()) for i in document.get_toc()]
    assert found == [("Films 電影 (A)", 0, 0), ("First", 1, 0), ("Second", 1, 1), ("Index", 0, 2)]


def labels(file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file) as document:
        return [document.get_page_label(i) for i in range(len(document))]


@pytest.mark.parametrize(("folios", "expected"), [
    (("", "2", "3", ""), ["1", "2", "3", "4"]),
    (("i", "ii", "1", "2", ""), ["i", "ii", "1", "2", "3"]),
    (("", "", "", "7"), ["4", "5", "6", "7"]),
    (("", "", "1"), ["", "", "1"]),
])
def test_page_labels_are_the_folios(
    write: Writer, booklet_of: Any, folios: tuple[str, ...], expected: list[str],
) -> None:
    from dataclasses import replace
    booklet = booklet_of(*(() for _ in folios))
    pages = tuple(replace(page, folio=folio) for page, folio in zip(booklet.pages, folios, strict=True))
    assert labels(write(replace(booklet, pages=pages)).file) == expected


def test_a_range_of_pages(write: Writer, booklet_of: Any, setter: Any) -> None:
    bodies = tuple((setter.line(f"page {n}"),) for n in range(1, 6))
    outline = (OutlineItem("One", 1), OutlineItem("Three", 3))
    report = write(booklet_of(*bodies, outline=outline), pages=(2, 4))
    assert report.pages == 3
    assert [text_of(report.file, i).strip() for i in range(3)] == ["page 2", "page 3", "page 4"]
    assert labels(report.file) == ["2", "3", "4"]


def test_furniture_is_laid_on(write: Writer, booklet_of: Any, setter: Any, picture: str) -> None:
    logo = ImageMark(Rect(300, 500, 30, 20), picture)
    page = Page(1, "1", "recto", (420.0, 595.0), (setter.line("body"),), (setter.line("12", y=580), logo))
    booklet = Booklet((page,), {}, (), "T", "en", 8.5, "saddle")
    report = write(booklet)
    assert "body" in text_of(report.file) and "12" in text_of(report.file)
    assert raster(report.file).getpixel((312, 515))[0] > 170


def test_two_builds_are_the_same_bytes(
    write: Writer, booklet_of: Any, full: Any, tmp_path: Path, faces: Any, options: Any,
) -> None:
    booklet = booklet_of(full, (), full)
    first = write(booklet, "a.pdf").file.read_bytes()
    with open_cache(tmp_path) as cache:
        second = write(booklet, "b.pdf", cache=cache)
    with open_cache(tmp_path) as cache:
        third = write(booklet, "c.pdf", cache=cache)
    assert (second.reused, third.reused) == (0, 3)
    assert first == second.file.read_bytes() == third.file.read_bytes()


def test_the_cache_knows_what_the_drawing_depends_on(
    write: Writer, booklet_of: Any, setter: Any, tmp_path: Path, picture: str,
) -> None:
    from dataclasses import replace
    body = (setter.line("text"), ImageMark(Rect(20, 200, 150, 100), picture))
    booklet = booklet_of(body)
    with open_cache(tmp_path) as cache:
        assert write(booklet, cache=cache).reused == 0
        assert write(booklet, cache=cache).reused == 1
        assert write(replace(booklet, bleed=9.0), cache=cache).reused == 0
        red_before = raster(write(booklet, cache=cache).file).getpixel((48, 260))
        Image.new("RGB", (600, 400), (20, 20, 200)).save(picture)
        seen = raster(write(booklet, cache=cache).file)
        assert seen.getpixel((48, 260)) != red_before and seen.getpixel((48, 260))[2] > 90
        Path(picture).unlink()
        report = write(booklet, cache=cache)
        assert report.reused == 0 and report.pictures[0].info is None
        assert write(booklet_of(body, keys=False), cache=cache).reused == 0


def test_different_documents_have_different_identities(write: Writer, booklet_of: Any, setter: Any) -> None:
    ids = set()
    for words in ("one", "two"):
        with pikepdf.open(write(booklet_of((setter.line(words),))).file) as document:
            ids.add(bytes(document.trailer.ID[0]))
    assert len(ids) == 2


class Stop(Exception):
    """Raised in the middle of a page."""


@pytest.mark.parametrize("where", ["write", "fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file(
    write: Writer, booklet_of: Any, full: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str,
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"the old file")
    before = sorted(p.name for p in tmp_path.iterdir())

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")
    if where == "write":
        monkeypatch.setattr("progprint.pdf.output.Output._put_object", refuse)
    elif where == "fsync":
        monkeypatch.setattr(os, "fsync", refuse)
    else:
        monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(BadInput) as raised:
        write(booklet_of(full))
    (found,) = raised.value.diagnostics
    assert (found.code, str(found.severity)) == ("cannot-write", "error")
    assert "No space left" in found.message and found.source.file.endswith("a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"the old file"
    assert sorted(p.name for p in tmp_path.iterdir()) == before


def test_a_bug_in_the_middle_leaves_no_file_behind(
    write: Writer, booklet_of: Any, full: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = sorted(p.name for p in tmp_path.iterdir())
    monkeypatch.setattr("progprint.pdf.write.write_xmp", lambda *_, **__: (_ for _ in ()).throw(Stop))
    with pytest.raises(Stop):
        write(booklet_of(full))
    assert sorted(p.name for p in tmp_path.iterdir()) == before


def test_a_folder_that_is_not_there(write: Writer, booklet_of: Any) -> None:
    with pytest.raises(BadInput) as raised:
        write(booklet_of(()), "nowhere/a.pdf")
    assert raised.value.diagnostics[0].code == "cannot-write"


def test_a_link_stays_a_link_and_permissions_stay(
    write: Writer, booklet_of: Any, tmp_path: Path,
) -> None:
    real = tmp_path / "real.pdf"
    real.write_bytes(b"old")
    real.chmod(0o640)
    (tmp_path / "link.pdf").symlink_to(real)
    write(booklet_of(()), "link.pdf")
    assert (tmp_path / "link.pdf").is_symlink()
    assert real.read_bytes().startswith(b"%PDF-1.6") and real.stat().st_mode & 0o777 == 0o640


def test_pictures_of_pages(write: Writer, booklet_of: Any, full: Any, tmp_path: Path) -> None:
    report = write(booklet_of(full, (), full))
    files = render_pages(report.file, tmp_path / "png", dpi=72, pages=(2, 9))
    assert [f.name for f in files] == ["page-002.png", "page-003.png"]
    with Image.open(files[1]) as image:
        assert image.size == (437, 612)
        assert image.convert("RGB").getpixel((1, 1))[0] > 200
    (trimmed,) = render_pages(report.file, tmp_path / "png", dpi=72, pages=(1, 1), trimmed=True)
    with Image.open(trimmed) as image:
        assert image.size == (420, 595)


def test_an_empty_booklet_is_no_crash(write: Writer, booklet_of: Any) -> None:
    with pikepdf.open(write(booklet_of((), ())).file) as document:
        assert len(document.pages) == 2
        assert document.check_pdf_syntax() == []
