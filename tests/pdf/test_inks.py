"""One file in four inks, in two or in one: what stands on which plate."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from progprint.cache import open_cache
from progprint.geom import Point, Rect
from progprint.pages.types import CodeMark, FillMark, ImageMark, Mark, RuleMark
from progprint.pdf import Inks, Least, PdfOptions, PdfReport, Printing, plates, write_pdf
from progprint.pdf.inks import LUMINANCE, luminance, mixed, setting
from progprint.style import BLACK, PAPER, REGISTRATION, Blend, Ink

SPOT = "PANTONE 485 C"
RED = Ink(0, 0.9, 0.76, 0, "accent", SPOT)
PALE = Ink(0, 0.135, 0.114, 0, "pale", SPOT, 0.15)
BLUE, NIGHT = Ink(0.8, 0.3, 0, 0, "blue"), Ink(1, 0.8, 0.2, 0.5, "night")
RICH = Ink(0.4, 0.3, 0.3, 1, "rich")
TWO, ONE, MORE = Inks("spot+k", (RED,)), Inks("k"), Inks("cmyk+spot", (RED,))
Writer = Callable[..., PdfReport]


@pytest.fixture
def write(tmp_path: Path, faces: Any, options: Callable[..., PdfOptions]) -> Writer:
    def made(booklet: Any, inks: Inks, **more: Any) -> PdfReport:
        printing = Printing(inks=inks, **more.pop("printing", {}))
        return write_pdf(booklet, faces, tmp_path / "a.pdf", options(printing=printing, **more))

    return made


@pytest.fixture
def marks(setter: Any, tmp_path: Path) -> tuple[Mark, ...]:
    """Swatches of all kinds: red ground, black text on it, a picture, a code."""
    Image.new("RGB", (200, 200), (220, 40, 60)).save(tmp_path / "still.png")
    return (
        FillMark(Rect(0, 0, 200, 100), RED),
        setter.line("black on red", x=20, y=50),
        setter.line("paper on red", x=20, y=80, ink=PAPER),
        FillMark(Rect(0, 100, 200, 50), PALE),
        FillMark(Rect(0, 150, 200, 50), BLUE),
        FillMark(Rect(0, 200, 200, 50), NIGHT),
        FillMark(Rect(0, 250, 200, 50), RED._replace(blend=Blend(PAPER, 90.0))),
        RuleMark(Point(220, 20), Point(380, 20), 2, RED),
        ImageMark(Rect(220, 50, 100, 100), str(tmp_path / "still.png")),
        CodeMark(Rect(220, 200, 60, 60), "x", 2, ((0, 0, 1, 1), (1, 1, 1, 1))),
    )


def content(file: Path) -> bytes:
    with pikepdf.open(file) as document:
        return b"".join(stream.read_bytes() for stream in document.pages[0].Contents)


def shares(file: Path, place: tuple[float, float]) -> dict[str, float]:
    """Ink of each plate at a place of the page, from its trim's top left, as an outside judge sees it."""
    oxide = pytest.importorskip("pdf_oxide")
    found = {}
    for plate in oxide.PdfDocument(str(file)).render_separations(0, dpi=72):
        with pikepdf.open(file) as document:
            left, _, _, top = (float(v) for v in document.pages[0].TrimBox)
            height = float(document.pages[0].MediaBox[3])
        at = int(place[1] + height - top) * plate.width + int(place[0] + left)
        found[plate.ink_name] = round(plate.data[at] / 255, 2)
    return {name: share for name, share in found.items() if share}


def test_four_inks_need_no_other_colour_spaces(write: Writer, booklet_of: Any, marks: Any) -> None:
    file = write(booklet_of(marks), Inks()).file
    assert b"PANTONE" not in file.read_bytes() and b" scn" not in content(file)


def test_two_inks_are_two_plates(write: Writer, booklet_of: Any, marks: Any) -> None:
    file = write(booklet_of(marks), TWO).file
    drawn = content(file)
    assert b"/Spot0 cs 1 scn" in drawn and b"/Spot0 cs 0.15 scn" in drawn and b"/Spot0 CS 1 SCN" in drawn
    # of process inks nothing but black
    settings = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ [kK]\n", drawn)
    assert settings and set(settings) == {(b"0", b"0", b"0")}
    with pikepdf.open(file) as document:
        spaces = document.pages[0].Resources.ColorSpace
        assert str(spaces.Spot0[1]) == "/PANTONE 485 C"
        assert [str(name) for name in spaces.Two[1]] == ["/PANTONE 485 C", "/Black"]
        assert spaces.Two[4].Colorants["/PANTONE 485 C"].objgen == spaces.Spot0.objgen
        (picture,) = document.pages[0].Resources.XObject.values()
        assert str(picture.ColorSpace) == "/DeviceGray"
        (shading,) = document.pages[0].Resources.Shading.values()
        assert shading.ColorSpace.objgen == spaces.Two.objgen
        assert document.check_pdf_syntax() == []


def test_one_ink_is_one_plate(write: Writer, booklet_of: Any, marks: Any) -> None:
    drawn = content(write(booklet_of(marks), ONE).file)
    assert b"scn" not in drawn
    settings = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) [\d.]+ [kK]\n", drawn)
    assert set(settings) == {(b"0", b"0", b"0")}


def test_spot_inks_beside_four(write: Writer, booklet_of: Any, marks: Any) -> None:
    file = write(booklet_of(marks), MORE).file
    drawn = content(file)
    assert b"/Spot0 cs 1 scn" in drawn and b"0.8 0.3 0 0 k" in drawn
    with pikepdf.open(file) as document:
        (shading,) = document.pages[0].Resources.Shading.values()
        assert shading.ColorSpace.objgen == document.pages[0].Resources.ColorSpace.Spot0.objgen
        assert [float(end[0]) for end in (shading.Function.C0, shading.Function.C1)] == [1.0, 0.0]


def test_an_outside_judge_sees_the_same_plates(write: Writer, booklet_of: Any, marks: Any) -> None:
    file = write(booklet_of(marks), TWO).file
    assert shares(file, (5, 5)) == {SPOT: 1.0}
    assert shares(file, (100, 125)) == {SPOT: 0.15}
    blue, night = mixed(BLUE, TWO), mixed(NIGHT, TWO)
    assert shares(file, (100, 175)) == pytest.approx({SPOT: blue.accent, **({"Black": blue.black} if blue.black else {})}, abs=0.01)
    assert shares(file, (100, 225)) == pytest.approx({SPOT: 1.0, "Black": night.black}, abs=0.01)
    assert shares(file, (225, 205)) == {"Black": 1.0}


def test_a_picture_takes_the_ground_of_a_spot_ink_away(write: Writer, booklet_of: Any, setter: Any, tmp_path: Path) -> None:
    Image.new("RGB", (200, 200), (40, 60, 220)).save(tmp_path / "still.png")
    body = (
        FillMark(Rect(0, 0, 200, 200), RED), setter.line("black before it", x=20, y=20),
        ImageMark(Rect(20, 40, 100, 100), str(tmp_path / "still.png")),
    )  # fmt: skip
    # pdf_oxide leaves the spot plate under a picture as it is, whatever overprints; Ghostscript does not
    drawn = content(write(booklet_of(body), MORE).file)
    states = re.findall(rb"/([ON]) gs", drawn[: drawn.index(b" Do")])
    assert states == [b"O", b"N"]


def test_lines_are_as_wide_as_the_press_can_hold(write: Writer, booklet_of: Any) -> None:
    body = (
        RuleMark(Point(0, 9), Point(90, 9), 0.2, BLACK), RuleMark(Point(0, 19), Point(90, 19), 0.3, RED),
        RuleMark(Point(0, 29), Point(90, 29), 2.0, BLUE), FillMark(Rect(0, 40, 90, 90), BLUE, "hatched"),
    )  # fmt: skip

    def widths(inks: Inks, least: Least) -> list[bytes]:
        return re.findall(rb"([\d.]+) w", content(write(booklet_of(body), inks, printing={"least": least}).file))

    assert widths(Inks(), Least(0.35, 0.7)) == [b"0.35", b"0.7", b"2", b"0.7"]
    # on a plate of its own the red is one ink; the blue is one, as a tint of it
    assert widths(TWO, Least(0.35, 0.7)) == [b"0.35", b"2", b"0.5"]
    assert widths(Inks(), Least(0.1, 0.1)) == [b"0.2", b"0.3", b"2", b"0.5"]


def test_rich_black_is_for_areas(write: Writer, booklet_of: Any, setter: Any) -> None:
    body = (
        FillMark(Rect(0, 0, 90, 90), RICH), setter.line("type", ink=RICH),
        RuleMark(Point(0, 0), Point(9, 9), 1, RICH),
    )  # fmt: skip
    drawn = content(write(booklet_of(body), Inks()).file)
    assert drawn.count(b"0.4 0.3 0.3 1 k") == 1 and b"0.4 0.3 0.3 1 K" not in drawn
    assert drawn.count(b"0 0 0 1 k") == 1 and drawn.count(b"0 0 0 1 K") == 1 and drawn.count(b"/O gs") == 1


def test_a_colour_becomes_as_light_as_it_was() -> None:
    solid = luminance(RED)
    for ink in (BLUE, NIGHT, Ink(0, 0.1, 0.9, 0), Ink(0.5, 0, 0.5, 0.1), Ink(0, 0.05, 0.25, 0)):
        accent, black = mixed(ink, TWO)
        light = (1 - accent * (1 - solid)) * (1 - black * (1 - LUMINANCE[3]))
        assert light == pytest.approx(luminance(ink), abs=0.002)
        assert black == 0 or accent == 1
        alone = mixed(ink, ONE)
        assert alone.accent == 0 and 1 - alone.black * (1 - LUMINANCE[3]) == pytest.approx(luminance(ink), abs=0.002)


def test_what_is_black_stays_black() -> None:
    for inks in (TWO, ONE):
        assert mixed(BLACK, inks) == (0, 1) and mixed(PAPER, inks) == (0, 0)
        assert mixed(Ink(0, 0, 0, 0.4), inks) == (0, 0.4)
        assert mixed(RICH, inks) == (0, 1)
    # a warm grey is a grey
    assert mixed(Ink(0.3, 0.25, 0.3, 0.1), TWO).accent == 0
    # an accent that looks black has its own plate all the same
    foil = Ink(0, 0, 0, 1, "foil", "Black foil")
    assert mixed(foil, Inks("spot+k", (foil,))) == (1, 0)


def test_marks_are_on_all_plates_whatever_the_inks() -> None:
    assert {setting(REGISTRATION, "K", inks) for inks in (Inks(), TWO, ONE, MORE)} == {"/All CS 1 SCN"}


def test_plates_are_called_by_their_names() -> None:
    assert [name for name, _ in plates(TWO)] == [SPOT, "Black"]
    assert [name for name, _ in plates(ONE)] == ["Black"]
    assert [name for name, _ in plates(MORE)] == ["Cyan", "Magenta", "Yellow", "Black", SPOT]


def test_pages_kept_in_four_inks_are_not_taken_for_two(
    write: Writer, booklet_of: Any, marks: Any, tmp_path: Path
) -> None:
    with open_cache(tmp_path) as cache:
        four = write(booklet_of(marks), Inks(), cache=cache).file.read_bytes()
        assert write(booklet_of(marks), TWO, cache=cache).reused == 0
        again = write(booklet_of(marks), TWO, cache=cache)
        assert again.reused == 1 and b"/Spot0 cs" in content(again.file)
        back = write(booklet_of(marks), Inks(), cache=cache)
        assert back.reused == 1 and back.file.read_bytes() == four


def test_two_inks_look_like_four_where_the_accent_is_meant(write: Writer, booklet_of: Any, marks: Any) -> None:
    def seen(inks: Inks) -> Image.Image:
        with pypdfium2.PdfDocument(write(booklet_of(marks), inks).file) as document:
            return document[0].render(scale=1).to_pil().convert("RGB")

    four, two = seen(Inks()), seen(TWO)
    for place in ((12, 12), (100, 130)):
        assert all(abs(a - b) <= 3 for a, b in zip(four.getpixel(place), two.getpixel(place), strict=True))
