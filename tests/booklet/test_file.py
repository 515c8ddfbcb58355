"""The sample booklet's PDF, read by pikepdf and pdfium: fonts, inks, boxes, codes, links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pytest

from progprint.pdf.navigation import ascii_address, link_boxes
from shown import Shown, codes_of, decoded, lines_of

#: operators of path, colour, state and text that a page may use: no rg, RG, cs, CS, sc, scn, sh, gs of strangers
OPERATORS = {
    b"q",
    b"Q",
    b"cm",
    b"re",
    b"f",
    b"f*",
    b"m",
    b"l",
    b"c",
    b"h",
    b"S",
    b"s",
    b"W",
    b"W*",
    b"n",
    b"w",
    b"d",
    b"J",
    b"j",
    b"M",
    b"k",
    b"K",
    b"g",
    b"G",
    b"gs",
    b"Do",
    b"BT",
    b"ET",
    b"Tf",
    b"Td",
    b"TD",
    b"Tm",
    b"T*",
    b"Tj",
    b"TJ",
    b"Tc",
    b"Tw",
    b"Tz",
    b"TL",
    b"Ts",
    b"Tr",
    b"BDC",
    b"BMC",
    b"EMC",
}
TOKENS = re.compile(rb"/[^\s/<>\[\]()]+|<[0-9A-Fa-f\s]*>|\((?:\\.|[^\\()])*\)|[A-Za-z'\"*]+")
MM = 72 / 25.4


@pytest.fixture(scope="module")
def pdf(sample: Shown) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(sample.print_file) as opened:
        yield opened


def dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for found in pdf.objects:
        if isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
            yield found


def test_every_page_is_in_the_file(sample: Shown, pdf: pikepdf.Pdf) -> None:
    assert len(pdf.pages) == len(sample.booklet.pages)


# --- fonts ---------------------------------------------------------------------------------------


def test_every_font_is_embedded_and_says_what_it_spells(pdf: pikepdf.Pdf) -> None:
    fonts = [d for d in dictionaries(pdf) if d.get("/Type") == "/Font" and "/DescendantFonts" in d]
    assert len(fonts) >= 6
    for font in fonts:
        assert font["/Subtype"] == "/Type0"
        assert "/ToUnicode" in font, font["/BaseFont"]
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        programs = [key for key in ("/FontFile2", "/FontFile3") if key in descriptor]
        assert len(programs) == 1, font["/BaseFont"]
        assert len(descriptor[programs[0]].read_bytes()) > 200
        assert re.match(r"/[A-Z]{6}\+", str(font["/BaseFont"]))


def test_there_is_no_font_that_is_not_embedded(pdf: pikepdf.Pdf) -> None:
    kinds = Counter(str(d["/Subtype"]) for d in dictionaries(pdf) if d.get("/Type") == "/Font")
    assert set(kinds) <= {"/Type0", "/CIDFontType0", "/CIDFontType2"}
    names = {str(d.get("/BaseFont", "")) for d in dictionaries(pdf)}
    assert not [name for name in names if "Helvetica" in name]


def test_pages_use_only_fonts_of_the_file(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        fonts = page.get("/Resources", {}).get("/Font", {})
        used = set(re.findall(rb"/(\S+) [\d.]+ Tf", contents(page)))
        assert {u.decode() for u in used} <= {key[1:] for key in fonts.keys()}  # noqa: SIM118  (a PDF dictionary)


# --- inks ----------------------------------------------------------------------------------------


def contents(page: pikepdf.Page) -> bytes:
    page.contents_coalesce()
    return page.Contents.read_bytes() if "/Contents" in page else b""


def test_pages_are_drawn_in_cmyk_only(pdf: pikepdf.Pdf) -> None:
    for number, page in enumerate(pdf.pages, 1):
        words = {t for t in TOKENS.findall(contents(page)) if t[:1] not in b"/<("}
        assert words <= OPERATORS, (number, words - OPERATORS)


def test_no_object_of_the_file_is_in_rgb(pdf: pikepdf.Pdf) -> None:
    for found in dictionaries(pdf):
        for key in ("/ColorSpace", "/CS", "/BC", "/SMask", "/Shading", "/Pattern"):
            if key in found and key != "/SMask":
                assert "RGB" not in repr(found[key]), (key, found.objgen)
        if found.get("/Subtype") == "/Image":
            space = found["/ColorSpace"]
            kind = str(space) if isinstance(space, pikepdf.Name) else str(space[0])
            assert kind in ("/DeviceCMYK", "/DeviceGray", "/ICCBased", "/Indexed"), found.objgen
            if kind == "/ICCBased":
                assert int(space[1]["/N"]) in (1, 4)
        assert found.get("/ShadingType") is None
        if found.get("/Type") == "/Group" or "/Group" in found:
            assert "RGB" not in repr(found.get("/Group", found))


def test_the_output_intent_is_embedded(pdf: pikepdf.Pdf) -> None:
    intents = list(pdf.Root["/OutputIntents"])
    assert intents
    for intent in intents:
        profile = intent["/DestOutputProfile"]
        assert int(profile["/N"]) == 4
        assert profile.read_bytes()[16:20] == b"CMYK"


def test_black_text_is_black_alone(sample: Shown) -> None:
    """Small type in two inks shows every slip of the press."""
    small = {
        (m.style, p.ink.name)
        for page in sample.booklet.pages
        for m in page.marks
        if hasattr(m, "pieces")
        for p in m.pieces
        if p.size < 8 and not p.ink.is_black and p.ink.name != "paper"
    }
    prose = {
        style for style, _ in small if style.startswith(("review", "bio", "text", "name", "role", "fact"))
    }
    assert prose == set()


# --- boxes ---------------------------------------------------------------------------------------


def box(page: pikepdf.Page, key: str) -> tuple[float, ...]:
    return tuple(float(v) for v in page[key])


def test_every_page_has_its_boxes_one_in_the_other(pdf: pikepdf.Pdf) -> None:
    sizes = set()
    for page in pdf.pages:
        media, bleed, trim = (box(page, key) for key in ("/MediaBox", "/BleedBox", "/TrimBox"))
        assert media[0] <= bleed[0] < trim[0] and media[1] <= bleed[1] < trim[1]
        assert trim[2] < bleed[2] <= media[2] and trim[3] < bleed[3] <= media[3]
        assert [abs(b - t) for b, t in zip(bleed, trim, strict=True)] == pytest.approx([3 * MM] * 4, abs=0.02)
        sizes.add(((trim[2] - trim[0]) / MM, (trim[3] - trim[1]) / MM))
    assert len(sizes) == 1
    assert sizes.pop() == pytest.approx((148, 210), abs=0.02)


# --- codes ---------------------------------------------------------------------------------------

#: the pages with codes are read in so many tests, for as many workers
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_every_code_is_read_from_the_page_at_300_dots(sample: Shown, part: int) -> None:
    pages = [p for p in sample.booklet.pages if codes_of(p)]
    assert len(pages) > 15
    for page in pages[part::PARTS]:
        assert decoded(sample.print_file, page.number) == sorted(c.payload for c in codes_of(page)), (
            page.number
        )


def test_codes_are_large_enough_and_silent_round_about(sample: Shown) -> None:
    for page in sample.booklet.pages:
        for code in codes_of(page):
            module = code.box.width / code.side
            assert module >= 0.33 * MM
            quiet = 4 * module - 0.01
            for line in lines_of(page):
                if line.turn or not line.pieces:
                    continue
                left = line.at.x + line.pieces[0].x
                right = line.at.x + line.pieces[-1].x + line.pieces[-1].width
                size = max(p.size for p in line.pieces)
                beside = right <= code.box.x - quiet or left >= code.box.right + quiet
                above = line.at.y + 0.25 * size <= code.box.y - quiet
                below = line.at.y - 0.8 * size >= code.box.bottom + quiet
                assert beside or above or below, (page.number, code.payload, line.text)


# --- links ---------------------------------------------------------------------------------------


def test_print_has_no_annotations(pdf: pikepdf.Pdf) -> None:
    assert not [n for n, page in enumerate(pdf.pages, 1) if "/Annots" in page]


def test_the_links_of_the_screen_lead_where_they_say(sample: Shown) -> None:
    with pikepdf.open(sample.screen_file) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        count = 0
        for made, page in zip(sample.booklet.pages, pdf.pages, strict=True):
            wanted = sorted(_targets(sample, list(link_boxes(made.marks))))
            found = sorted(_target(a, numbers) for a in page.get("/Annots", []))
            assert found == wanted, made.number
            count += len(found)
    assert count > 200


def _targets(sample: Shown, links: list[tuple[object, str]]) -> Iterator[str]:
    for _, target in links:
        if target.startswith("ref:"):
            yield f"page {sample.booklet.refs[target.removeprefix('ref:')]}"
        else:
            yield ascii_address(target)


def _target(annotation: pikepdf.Object, numbers: dict[tuple[int, int], int]) -> str:
    if "/Dest" in annotation:
        return f"page {numbers[annotation['/Dest'][0].objgen]}"
    return str(annotation["/A"]["/URI"])


def test_a_folio_under_a_link_is_the_folio_of_the_page_it_leads_to(sample: Shown) -> None:
    """Read from the file alone: the words in the link's rectangle, and the page behind it."""
    wrong = []
    count = 0
    with pikepdf.open(sample.screen_file) as pdf, pypdfium2.PdfDocument(sample.screen_file) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        for index, page in enumerate(pdf.pages):
            links = [a for a in page.get("/Annots", []) if "/Dest" in a]
            text = document[index].get_textpage() if links else None
            for link in links:
                left, bottom, right, top = (float(v) for v in link["/Rect"])
                words = text.get_text_bounded(left, bottom, right, top) if text else ""
                count += 1
                if words.strip() != str(numbers[link["/Dest"][0].objgen]):
                    wrong.append((index + 1, words))
    assert wrong == []
    assert count > 100


def test_the_outline_leads_to_the_pages_it_names(sample: Shown) -> None:
    with pypdfium2.PdfDocument(sample.print_file) as document:
        found = []
        for item in document.get_toc():
            target = item.get_dest()
            found.append((item.get_title(), target.get_index() + 1 if target else 0))
    assert found == [(" ".join(item.title.split()), item.page) for item in sample.booklet.outline]


def test_pages_are_labelled_with_their_folios(sample: Shown) -> None:
    with pypdfium2.PdfDocument(sample.print_file) as document:
        labels = [document.get_page_label(i) for i in range(len(document))]
    assert [
        (n, label)
        for n, (page, label) in enumerate(zip(sample.booklet.pages, labels, strict=True), 1)
        if page.folio and page.folio != label
    ] == []
