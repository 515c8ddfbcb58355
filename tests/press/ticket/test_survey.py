"""What a press is told of a file is read from its bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from progprint.geom import Point, Rect, mm
from progprint.glyphs import Faces
from progprint.lines.types import Piece
from progprint.pages.types import Booklet, FillMark, ImageMark, Mark, Page, TextMark
from progprint.pdf import Inks, PdfOptions, Printing, write_pdf
from progprint.press.preflight.run import look_through
from progprint.press.profile import Profile
from progprint.press.ticket.survey import Surveyor
from progprint.press.ticket.types import Survey
from progprint.style import BLACK, Blend, Ink

TRIM, BLEED = (300.0, 400.0), mm(3)
RED = Ink(0, 0.9, 0.8, 0)
Write = Callable[..., Survey]


@pytest.fixture
def survey(tmp_path: Path, square_faces: Faces) -> Write:
    """Writes pages of these marks and reads the file."""

    def write(*pages: Sequence[Mark], printing: Printing | None = None, change: Callable[[pikepdf.Pdf], None] | None = None) -> Survey:
        made = tuple(
            Page(n, str(n), "recto" if n % 2 else "verso", TRIM, tuple(marks)) for n, marks in enumerate(pages, 1))
        file = tmp_path / "small.pdf"
        options = PdfOptions(datetime(2027, 3, 1, tzinfo=UTC), printing=printing or Printing())
        write_pdf(Booklet(made, {}, (), "Small", "en", BLEED, "saddle"), square_faces, file, options)
        if change:
            with pikepdf.open(file, allow_overwriting_input=True) as pdf:
                change(pdf)
                pdf.save(file)
        surveyor = Surveyor()
        look_through(file, Profile("test"), whole=False, first=1, progress=None, also=surveyor.rules)
        assert surveyor.found is not None
        return surveyor.found

    return write


def word(faces: Faces, text: str = "Word", ink: Ink = BLACK) -> TextMark:
    key = faces.open("text", "latin", 400, False)
    font = faces[key].hb_font
    glyphs = f"<{''.join(f'{font.get_nominal_glyph(ord(c)):04X}' for c in text)}>"
    return TextMark(Point(60, 90), (Piece(key, 10, ink, 0.0, 5.0 * len(text), glyphs, text),), text, "en", "body")


def still(file: Path, colour: bool) -> ImageMark:
    picture = Image.radial_gradient("L").resize((300, 300))
    (Image.merge("RGB", (picture, picture.rotate(90), picture.transpose(Image.Transpose.FLIP_TOP_BOTTOM).point(lambda v: v // 2)))
     if colour else picture).save(file)
    return ImageMark(Rect(60, 120, 144, 144), str(file))


def test_pages_in_colour_in_black_and_blank_ones_are_told_apart(survey: Write, square_faces: Faces, tmp_path: Path) -> None:
    found = survey(
        [word(square_faces)], [word(square_faces), FillMark(Rect(10, 10, 50, 50), RED)], [],
        [still(tmp_path / "grey.png", colour=False)], [still(tmp_path / "red.png", colour=True)],
        [word(square_faces, ink=Ink(0, 0, 0, 0.4))])
    assert found.black_only == (1, 4, 6)
    assert found.coloured == (2, 5)
    assert found.blank == (3,)
    assert found.pages_with("Magenta") == (2, 5) and found.plates == ("Cyan", "Magenta", "Yellow", "Black")


def test_what_stands_in_the_slug_is_on_no_page(survey: Write, square_faces: Faces) -> None:
    found = survey([], [word(square_faces)], [FillMark(Rect(-BLEED, 10, 20, 20), RED)], printing=Printing(marks="all"))
    assert found.blank == (1,) and found.black_only == (2,) and found.coloured == (3,)
    assert found.sizes[0][0].media != found.sizes[0][0].trim


def test_what_a_picture_of_four_inks_leaves_empty_is_no_plate(survey: Write) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        # 1 of 255 is what packing leaves on an empty plate
        picture = pdf.make_stream(
            bytes((1, 0, 1, 200)) * 400, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=20, Height=20,
            BitsPerComponent=8, ColorSpace=pikepdf.Name.DeviceCMYK)
        pdf.pages[0].Resources["/XObject"] = pikepdf.Dictionary(Im=picture)
        pdf.pages[0].contents_add(b"q 60 0 0 60 50 50 cm /Im Do Q")

    assert survey([], change=change).black_only == (1,)


def test_a_spot_ink_is_a_plate_of_its_own(survey: Write, square_faces: Faces) -> None:
    spot = Ink(0, 0.9, 0.76, 0, "accent", "PANTONE 485 C")
    found = survey(
        [word(square_faces)], [FillMark(Rect(10, 10, 50, 50), spot)], printing=Printing(inks=Inks("spot+k", (spot,))))
    assert found.plates == ("Black", "PANTONE 485 C")
    assert found.pages_with("PANTONE 485 C") == found.coloured == (2,)


def test_a_gradient_has_the_plates_of_its_colours(survey: Write) -> None:
    blend = Ink(0, 0, 0, 1, blend=Blend(Ink(0, 1, 0, 0)))
    assert survey([FillMark(Rect(10, 10, 50, 50), blend)]).plates == ("Magenta", "Black")


def test_colours_that_are_not_inks_are_taken_for_colour_and_told(survey: Write) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(b"1 0 0 rg 60 60 50 50 re f")

    found = survey([], [], change=change)
    assert found.coloured == (1,) and found.blank == (2,)
    assert found.pages[0].unsure == ("colours that are not inks",)


def test_a_pattern_has_the_plates_of_its_tile(survey: Write) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        tile = pdf.make_stream(
            b"0 1 0 0 k 0 0 2 2 re f", Type=pikepdf.Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
            BBox=[0, 0, 4, 4], XStep=4, YStep=4, Resources=pikepdf.Dictionary())
        pdf.pages[0].Resources["/Pattern"] = pikepdf.Dictionary(P1=tile)
        pdf.pages[0].contents_add(b"/Pattern cs /P1 scn 60 60 50 50 re f")

    found = survey([], change=change)
    assert found.plates == ("Magenta",) and not found.pages[0].unsure


def test_the_highest_total_ink_is_that_of_the_densest_area(survey: Write) -> None:
    heavy, light = Ink(0.5, 0.5, 0.5, 1), Ink(0.2, 0.2, 0, 0)
    found = survey([FillMark(Rect(10, 10, 60, 60), light)], [FillMark(Rect(10, 10, 60, 60), heavy)],
                   # too small to set off
                   [FillMark(Rect(10, 10, 6, 6), Ink(1, 1, 1, 1))])
    most, page = found.most_ink
    assert page == 2 and most == pytest.approx(2.5, abs=0.02)


def test_sizes_are_told_with_the_pages_that_have_them(survey: Write, square_faces: Faces) -> None:
    (sizes, pages), = survey([word(square_faces)], []).sizes
    assert pages == (1, 2) and sizes.trim == TRIM
    assert sizes.bleed == pytest.approx((BLEED,) * 4, abs=0.01)
    assert sizes.media == pytest.approx((TRIM[0] + 2 * BLEED, TRIM[1] + 2 * BLEED), abs=0.01)


def test_the_coarsest_picture_is_named_with_its_place(survey: Write, tmp_path: Path) -> None:
    fine = still(tmp_path / "fine.png", colour=True)
    found = survey([fine], [fine._replace(box=Rect(30, 40, 216, 216))]).pictures
    assert found.number == 2 and found.line_art == 0 and found.lowest is not None
    assert (found.lowest.page, round(found.lowest.resolution)) == (2, 100)
    assert found.lowest.at == pytest.approx((30, 40), abs=0.1)


def test_standard_condition_and_fonts_are_those_of_the_file(survey: Write, square_faces: Faces) -> None:
    found = survey([word(square_faces)])
    assert (found.standard, found.pdf_version) == ("PDF/X-4", "1.6")
    assert found.condition.name == "FOGRA39" and found.condition.icc_name.startswith("ISO Coated v2 300%")
    assert found.condition.icc[36:40] == b"acsp"
    assert found.fonts == ("SquareLatin",) and not found.right_bound


def test_a_book_that_is_bound_at_the_right_is_known(survey: Write) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(Direction=pikepdf.Name.R2L)

    assert survey([], change=change).right_bound
