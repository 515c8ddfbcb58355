"""Imposed files read back: where the numbers stand, what is kept of the file, what is refused."""

from __future__ import annotations

import re

import pikepdf
import pypdfium2
import pytest
from numbered import A5, AT, numbered, numbers_on

from progprint.diag import BadInput, Severity
from progprint.geom import mm
from progprint.press.impose.file import impose_file
from progprint.press.impose.schemes import impose
from progprint.press.impose.types import Bar, Marks, Order, Scheme, Stock, Work

SRA3 = (mm(320), mm(450))
#: a slip of 0.05 mm is not seen, and pdfium gives boxes of glyphs rounded to less
SEEN = mm(0.05)


def imposed(tmp_path, pages, order, **how):
    file = numbered(tmp_path / "pages.pdf", pages, **how)
    return impose_file(file, tmp_path / "sheets.pdf", order)


def test_a_booklet_of_32_pages_stands_on_eight_sheets_as_its_numbers_say(tmp_path):
    imposed(tmp_path, 32, Order(sheet=SRA3, signature=4))
    sides = [[seen.page for seen in sorted(side, key=lambda s: s.x)] for side in numbers_on(tmp_path / "sheets.pdf")]
    assert sides == [pair for k in range(0, 16, 2) for pair in ([32 - k, 1 + k], [2 + k, 31 - k])]


@pytest.mark.parametrize("signature", [4, 8])
@pytest.mark.parametrize("factor", [None, 1.4])
def test_creep_moves_numbers_toward_the_spine_by_the_formula(tmp_path, signature, factor):
    """(pages / 4 - 1) x thickness x factor at the innermost sheet, in even steps from 0 at the cover."""
    paper = mm(0.2)
    plain = imposed(tmp_path, 32, Order(sheet=SRA3, signature=signature))
    before = {seen.page: seen for side in numbers_on(plain.file) for seen in side}
    moved = imposed(tmp_path, 32, Order(sheet=SRA3, signature=signature, paper=paper, creep_factor=factor))
    after = {seen.page: seen for side in numbers_on(moved.file) for seen in side}
    spine = SRA3[0] / 2
    for page in range(1, 33):
        depth = (min(page, 33 - page) - 1) // 2
        nearer = abs(before[page].x - spine) - abs(after[page].x - spine)
        assert nearer == pytest.approx(depth * paper * (factor or 1), abs=SEEN), page
    assert abs(before[16].x - after[16].x) == pytest.approx((32 / 4 - 1) * paper * (factor or 1), abs=SEEN)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("unit", [1.0, 2.0])
def test_pages_that_are_turned_or_measured_otherwise_stand_upright(tmp_path, turn, unit):
    made = imposed(tmp_path, 4, Order(sheet=SRA3, marks=Marks.NONE), turn=turn, unit=unit)
    seen = {s.page: s for s in numbers_on(made.file)[0]}
    places = {p.page: p for p in made.imposition.sides[0].places}
    for page in (1, 4):
        assert seen[page].x == pytest.approx(places[page].trim.x + AT[0] + 3.3, abs=1)
        assert seen[page].y == pytest.approx(places[page].trim.bottom - AT[1] - 4.5, abs=1)


def test_nothing_is_drawn_beyond_bleed_and_spine(tmp_path):
    made = imposed(tmp_path, 4, Order(sheet=SRA3, marks=Marks.NONE))
    (left, right) = made.imposition.sides[0].places
    with pypdfium2.PdfDocument(made.file) as document:
        picture = document[0].render(scale=4).to_pil().convert("L")

    def grey(x, y):
        return picture.getpixel((round(x * 4), round(y * 4)))

    middle = (left.trim.y + left.trim.bottom) / 2
    # page 1 is tinted up to the fold, page 4 is white from there on; the tint ends with the bleed
    assert grey(right.trim.x + 0.5, middle) < 220 < grey(right.trim.x - 0.5, middle)
    assert grey(right.trim.right + mm(3) - 0.5, middle) < 220 < grey(right.trim.right + mm(3) + 0.5, middle)
    assert grey(right.trim.x + 9, right.trim.y - mm(3) + 0.5) < 220 < grey(right.trim.x + 9, right.trim.y - mm(3) - 0.5)


def test_boxes_say_what_the_cuts_leave(tmp_path):
    made = imposed(tmp_path, 4, Order(sheet=SRA3))
    with pikepdf.open(made.file) as pdf:
        page = pdf.pages[0]
        media, bleed, trim = ([float(v) for v in box] for box in (page.mediabox, page.bleedbox, page.trimbox))
    assert media == pytest.approx([0, 0, mm(450), mm(320)], abs=0.01)
    assert [trim[2] - trim[0], trim[3] - trim[1]] == pytest.approx([2 * A5[0], A5[1]], abs=0.01)
    assert [a - b for a, b in zip(trim, bleed, strict=True)] == pytest.approx([mm(3)] * 2 + [-mm(3)] * 2, abs=0.01)


def with_claims(pdf):
    profile = pdf.make_stream(b"profile", N=4)
    pdf.Root.OutputIntents = [pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent, S=pikepdf.Name.GTS_PDFX, OutputConditionIdentifier="FOGRA39",
        DestOutputProfile=profile)]
    pdf.docinfo["/Title"] = "A book"
    pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-3:2003"
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as found:
        found["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] = "PDF/X-4"
        found["{http://www.aiim.org/pdfua/ns/id/}part"] = "1"
        found["{http://www.aiim.org/pdfa/ns/id/}part"] = "2"
        found["{http://www.aiim.org/pdfa/ns/id/}conformance"] = "A"


@pytest.mark.parametrize(("order", "claims"), [
    (Order(sheet=SRA3), True), (Order(home=True), False), (Order(scheme=Scheme.READER), False),
])
def test_claims_that_stay_true_are_kept_and_others_go(tmp_path, order, claims):
    made = imposed(tmp_path, 8, order, change=with_claims)
    with pikepdf.open(made.file) as pdf:
        assert pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes() == b"profile"
        assert str(pdf.docinfo["/Title"]) == "A book"
        assert ("/GTS_PDFXVersion" in pdf.docinfo) == claims
        found = pdf.open_metadata()
        assert ("{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion" in found) == claims
        assert "{http://www.aiim.org/pdfua/ns/id/}part" not in found
        assert found["{http://www.aiim.org/pdfa/ns/id/}conformance"] == "B"


def test_a_claim_without_a_printing_condition_goes(tmp_path):
    def change(pdf):
        with_claims(pdf)
        del pdf.Root.OutputIntents

    made = imposed(tmp_path, 4, Order(sheet=SRA3), change=change)
    assert b"PDF/X" not in made.file.read_bytes()


def test_layers_and_spot_inks_go_with_the_sheets(tmp_path):
    def change(pdf):
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="Varnish"))
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=pikepdf.Dictionary(OFF=[layer]))
        tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
        pdf.pages[0].Resources.ColorSpace = pikepdf.Dictionary(
            Red=pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name("/PANTONE 485 C"), pikepdf.Name.DeviceCMYK, tint]))
        pdf.pages[0].Resources.Properties = pikepdf.Dictionary(Layer=layer)

    made = imposed(tmp_path, 4, Order(sheet=SRA3), change=change)
    with pikepdf.open(made.file) as pdf:
        page = pdf.pages[0]
        layer = page.Resources.XObject.P1.Resources.Properties.Layer
        assert layer.objgen == pdf.Root.OCProperties.D.OFF[0].objgen
        patches = [str(space[1]) for space in page.Resources.ColorSpace.values()]
        assert patches == ["/All", "/PANTONE 485 C"]
        assert b"/S0 cs 1 scn" in page.Contents.read_bytes()


def test_every_plate_gets_the_marks_and_the_bar_its_inks(tmp_path):
    made = imposed(tmp_path, 4, Order(sheet=SRA3))
    with pikepdf.open(made.file) as pdf:
        drawn = pdf.pages[0].Contents.read_bytes()
    assert b"/All CS 1 SCN" in drawn and b"1 0 0 0 k" in drawn
    assert b" rg" not in drawn and b" RG" not in drawn


def test_each_plate_is_named_in_its_own_ink(tmp_path):
    def change(pdf):
        tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
        pdf.pages[0].Resources.ColorSpace = pikepdf.Dictionary(
            Red=pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name("/PANTONE 485 C"), pikepdf.Name.DeviceCMYK, tint]))

    def named(bar):
        made = imposed(tmp_path, 4, Order(sheet=SRA3, bar=bar), change=change)
        with pikepdf.open(made.file) as pdf:
            drawn = pdf.pages[0].Contents.read_bytes().decode()
        return {bytes.fromhex(text).decode("utf-16-be").strip(): ink for text, ink in
                re.findall(r"<FEFF(\w+)>>>BDC ([^\n]+)\n", drawn)[1:]}

    black = {"K": "0 0 0 1 k", "PANTONE 485 C": "/S0 cs 1 scn"}
    assert named(None) == {"C": "1 0 0 0 k", "M": "0 1 0 0 k", "Y": "0 0 1 0 k", **black}
    assert named(Bar.BLACK) == black
    assert named(Bar.NONE) == {}


def test_two_runs_give_the_same_bytes_and_a_date_only_when_told(tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first = imposed(tmp_path, 8, Order(sheet=SRA3)).file.read_bytes()
    assert imposed(tmp_path, 8, Order(sheet=SRA3)).file.read_bytes() == first
    assert slug(first, tmp_path) == "pages.pdf · sheet 1 of 1 · front · signature 1"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1622505600")
    dated = imposed(tmp_path, 8, Order(sheet=SRA3)).file.read_bytes()
    assert slug(dated, tmp_path).endswith(" · 2021-06-01")


def slug(data, folder):
    (folder / "read.pdf").write_bytes(data)
    with pikepdf.open(folder / "read.pdf") as pdf:
        drawn = pdf.pages[0].Contents.read_bytes()
    start = drawn.index(b"<FEFF") + 5
    return bytes.fromhex(drawn[start : drawn.index(b">", start)].decode()).decode("utf-16-be")


def test_a_thousand_pages_are_placed_and_counted(tmp_path):
    told = []
    file = numbered(tmp_path / "pages.pdf", 1000)
    made = impose_file(file, tmp_path / "sheets.pdf", Order(scheme=Scheme.PERFECT, sheet=SRA3, signature=8),
                       progress=lambda *step: told.append(step))
    assert (made.imposition.sheets, told[-1]) == (125, ("sheets", 250, 250))
    assert sorted(s.page for side in numbers_on(made.file) for s in side) == list(range(1, 1001))


def test_work_and_turn_prints_both_sides_from_one_plate(tmp_path):
    made = imposed(tmp_path, 4, Order(sheet=SRA3, work=Work.TUMBLE))
    (side,) = numbers_on(made.file)
    assert sorted(s.page for s in side) == [1, 2, 3, 4]
    # tumbled about the level middle, page 2 lies behind page 1
    at = {p.page: p.trim for p in made.imposition.sides[0].places}
    assert at[2].x == pytest.approx(at[1].x) and at[2].y == pytest.approx(mm(450) - at[1].bottom)
    assert {n.code for n in made.notes} >= {"work"}


def test_blanks_are_explained(tmp_path):
    made = imposed(tmp_path, 30, Order(sheet=SRA3, signature=4))
    (note,) = [n for n in made.notes if n.code == "blank-pages"]
    assert note.message == "2 blank pages added at the end: 30 pages do not fill 8 sheets"


def damaged(pdf):
    pdf.pages[1].TrimBox = pikepdf.Array([0, 0, pikepdf.String("x"), 5])


def sizes(pdf):
    pdf.pages[2].MediaBox = pikepdf.Array([0, 0, 900, 900])
    pdf.pages[2].TrimBox = pikepdf.Array([0, 0, 900, 900])


def empty(pdf):
    while len(pdf.pages):
        del pdf.pages[0]


def flat(pdf):
    pdf.pages[0].MediaBox = pdf.pages[0].TrimBox = pikepdf.Array([5, 5, 5, 5])


@pytest.mark.parametrize(("change", "code", "says"), [
    (damaged, "pdf-damaged", "page 2 does not say how large it is"), (sizes, "pdf-several-sizes", "page 3: 317.5 × 317.5 mm"),
    (empty, "pdf-no-pages", "no pages"), (flat, "pdf-damaged", "page 1 has no size"),
])
def test_files_that_cannot_be_imposed_leave_the_old_sheets(tmp_path, change, code, says):
    (tmp_path / "sheets.pdf").write_bytes(b"old")
    with pytest.raises(BadInput) as bad:
        imposed(tmp_path, 4, Order(sheet=SRA3), change=change)
    assert [d.code for d in bad.value.diagnostics] == [code]
    assert says in bad.value.diagnostics[0].message
    assert (tmp_path / "sheets.pdf").read_bytes() == b"old"
    assert {p.name for p in tmp_path.iterdir()} <= {"pages.pdf", "sheets.pdf"}


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>"])
def test_what_is_no_pdf_is_said_to_be_none(tmp_path, content):
    (tmp_path / "pages.pdf").write_bytes(content)
    with pytest.raises(BadInput) as bad:
        impose_file(tmp_path / "pages.pdf", tmp_path / "sheets.pdf", Order(sheet=SRA3))
    assert bad.value.diagnostics[0].code in {"pdf-damaged", "pdf-no-pages"}


def test_operators_that_swell_beyond_reason_are_refused(tmp_path, monkeypatch):
    from progprint.press.impose import write

    def change(pdf):
        parts = [pdf.make_stream(b"q Q " * 50_000), pdf.make_stream(b"q Q " * 50_000)]
        pdf.pages[0].Contents = pikepdf.Array(parts)

    monkeypatch.setattr(write, "MOST_OPERATORS", 300_000)
    with pytest.raises(BadInput) as bad:
        imposed(tmp_path, 4, Order(sheet=SRA3), change=change)
    assert bad.value.diagnostics[0].code == "pdf-damaged"


@pytest.mark.parametrize("owner", ["", "secret"])
def test_a_locked_file_is_refused(tmp_path, owner):
    file = numbered(tmp_path / "open.pdf", 4)
    with pikepdf.open(file) as pdf:
        pdf.save(tmp_path / "pages.pdf", encryption=pikepdf.Encryption(owner="x", user=owner))
    with pytest.raises(BadInput) as bad:
        impose_file(tmp_path / "pages.pdf", tmp_path / "sheets.pdf", Order(sheet=SRA3))
    assert [d.code for d in bad.value.diagnostics] == ["pdf-encrypted"]


def test_pages_made_of_several_streams_are_joined(tmp_path):
    def change(pdf):
        first = pdf.pages[0].Contents.read_bytes()
        cut = first.index(b" re") + 3
        pdf.pages[0].Contents = pikepdf.Array([pdf.make_stream(first[:cut]), pdf.make_stream(first[cut:])])

    made = imposed(tmp_path, 4, Order(sheet=SRA3), change=change)
    assert sorted(s.page for s in numbers_on(made.file)[0]) == [1, 4]


def test_the_booklet_of_an_office_printer_fills_its_paper(tmp_path):
    made = imposed(tmp_path, 8, Order(home=True))
    assert made.imposition.sides[0].size == pytest.approx((mm(297), mm(210)), abs=0.01)
    assert made.imposition.scale == 1
    with pikepdf.open(made.file) as pdf:
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"
    large = imposed(tmp_path, 8, Order(home=True), size=(mm(170), mm(240)))
    assert large.imposition.sides[0].size == pytest.approx((mm(420), mm(297)), abs=0.01)
    larger = imposed(tmp_path, 8, Order(home=True, sheet=(mm(210), mm(297))), size=(mm(170), mm(240)))
    assert larger.imposition.scale == pytest.approx(297 / 340, abs=0.001)
    assert "made-smaller" in {n.code for n in larger.notes}


def test_a_file_that_was_mended_is_imposed_and_suspected(tmp_path, capfd):
    file = numbered(tmp_path / "whole.pdf", 4)
    (tmp_path / "pages.pdf").write_bytes(file.read_bytes()[:-150])
    made = impose_file(tmp_path / "pages.pdf", tmp_path / "sheets.pdf", Order(sheet=SRA3))
    assert [n.code for n in made.notes if n.severity is Severity.WARNING] == ["pdf-mended"]
    assert capfd.readouterr() == ("", "")


def test_pages_that_a_damage_left_empty_are_named(tmp_path):
    file = numbered(tmp_path / "whole.pdf", 12)
    data = file.read_bytes()
    # the operators of the second half are lost, the pages are not
    with pikepdf.open(file) as pdf:
        lost = [page.Contents.objgen[0] for page in pdf.pages][4:]
    for number in lost:
        data = data.replace(b"\n%d 0 obj" % number, b"\n%d 0 obx" % number)
    (tmp_path / "pages.pdf").write_bytes(data)
    made = impose_file(tmp_path / "pages.pdf", tmp_path / "sheets.pdf", Order(sheet=SRA3))
    (note,) = [n for n in made.notes if n.severity is Severity.WARNING]
    assert note.message.endswith("; pages 5, 6, 7, 8, 9, 10 and 2 more came out empty")


def test_a_page_whose_operators_are_something_else_is_named(tmp_path):
    def change(pdf):
        pdf.pages[2].obj.Contents = pikepdf.Array([5, pdf.pages[2].obj.Contents])

    made = imposed(tmp_path, 4, Order(sheet=SRA3), change=change)
    (note,) = [n for n in made.notes if n.code == "pdf-mended"]
    assert "page 3 may lack" in note.message


def test_one_page_does_not_fill_a_sheet():
    made = impose(Stock(1, *A5, mm(3)), Order(sheet=SRA3))
    assert "1 page does not fill 1 sheet" in "".join(n.message for n in made.notes)


def test_what_lies_over_the_pages_is_missed_but_links_are_not(tmp_path):
    def change(pdf):
        look = pdf.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 1, 1])
        for page, kind in ((0, "/Link"), (1, "/Stamp")):
            pdf.pages[page].Annots = pikepdf.Array([pikepdf.Dictionary(
                Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(kind), Rect=[0, 0, 9, 9], F=4,
                AP=pikepdf.Dictionary(N=look))])

    made = imposed(tmp_path, 4, Order(sheet=SRA3), change=change)
    (note,) = [n for n in made.notes if n.code == "annotations-left"]
    assert note.message.startswith("page 2: ")


@pytest.mark.parametrize(("scheme", "pages", "code"), [
    (Scheme.SADDLE, 64, None), (Scheme.SADDLE, 65, "too-many-to-stitch"), (Scheme.PERFECT, 47, "too-few-to-glue"),
    (Scheme.PERFECT, 48, None),
])
def test_bindings_that_do_not_hold_are_warned_of(scheme, pages, code):
    made = impose(Stock(pages, *A5, mm(3)), Order(scheme=scheme, sheet=SRA3))
    assert [n.code for n in made.notes if n.severity is Severity.WARNING] == ([code] if code else [])


@pytest.mark.parametrize(("bleed", "asked", "says"), [
    (3, None, None), (0, None, "no bleed, not 3 mm"), (2, None, "2 mm of bleed, not 3 mm"), (2, mm(2), None), (0, 0.0, None),
])
def test_bleed_that_is_missing_is_named(bleed, asked, says):
    made = impose(Stock(4, *A5, mm(bleed)), Order(sheet=SRA3, bleed=asked))
    assert [n.message for n in made.notes if n.code == "little-bleed"] == ([f"the pages have {says}"] if says else [])


@pytest.mark.parametrize("packet", [b"", b"<broken", b"<?xpacket begin='' id='x'?><x/>", b"\xff\xfe\x00"])
def test_metadata_that_nobody_can_read_does_not_stop_the_press(tmp_path, packet):
    def change(pdf):
        pdf.Root.Metadata = pdf.make_stream(packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)

    made = imposed(tmp_path, 4, Order(sheet=SRA3), change=change)
    assert sorted(s.page for s in numbers_on(made.file)[0]) == [1, 4]
