"""Each standard in each set of inks, as an outside judge separates it: what is laid on a page prints on these plates alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PIL import Image

from progprint.geom import Rect
from progprint.pages.types import CodeMark, FillMark, ImageMark, Mark
from progprint.pdf import Inks, PdfOptions, Printing, write_pdf
from progprint.style import BLACK, PAPER, Ink

SPOT, FOIL = "PANTONE 485 C", "Foil  2"
RED, GOLD = Ink(0, 0.9, 0.76, 0, "accent", SPOT), Ink(0.2, 0.3, 0.7, 0.1, "gold", FOIL)
BLUE, RICH = Ink(0.8, 0.3, 0, 0, "blue"), Ink(0.5, 0.4, 0.4, 1, "rich")
FOUR = {"Cyan", "Magenta", "Yellow", "Black"}
LIMIT, DPI = 2.8, 72


class Way(NamedTuple):
    inks: Inks
    plates: set[str]


WAYS = {
    "cmyk": Way(Inks(), FOUR),
    "cmyk+spot": Way(Inks("cmyk+spot", (RED, GOLD)), FOUR | {SPOT, FOIL}),
    "spot+k": Way(Inks("spot+k", (RED, GOLD)), {SPOT, "Black"}),
    "k": Way(Inks("k"), {"Black"}),
}
Plates = dict[str, bytes]
Print = Callable[..., Plates]


@pytest.fixture(params=["pdf-x-4", "pdf-x-1a"])
def standard(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=list(WAYS))
def way(request: pytest.FixtureRequest) -> Way:
    return WAYS[request.param]


@pytest.fixture
def ground(tmp_path: Path) -> tuple[Mark, ...]:
    """Areas in several inks, and a picture that is darker than the press can take."""
    # from pure colours to a black of all inks
    Image.linear_gradient("L").resize((300, 300)).convert("RGB").point(lambda v: v // 4).save(tmp_path / "dark.png")
    return (
        FillMark(Rect(0, 0, 210, 100), RED), FillMark(Rect(210, 0, 210, 100), BLUE), FillMark(Rect(0, 100, 210, 60), GOLD),
        FillMark(Rect(210, 100, 210, 60), RICH), ImageMark(Rect(20, 300, 150, 150), str(tmp_path / "dark.png")),
    )  # fmt: skip


@pytest.fixture
def separated(
    tmp_path: Path, faces: Any, options: Callable[..., PdfOptions], booklet_of: Any, standard: str, way: Way
) -> Print:
    """The plates of a page by their names."""
    oxide = pytest.importorskip("pdf_oxide")

    def plates(*marks: Mark, kind: str = "off") -> Plates:
        printing = Printing(standard, marks=kind, inks=way.inks, total_ink=LIMIT)
        file = write_pdf(booklet_of(marks), faces, tmp_path / "a.pdf", options(printing=printing)).file
        return {p.ink_name: bytes(p.data) for p in oxide.PdfDocument(str(file)).render_separations(0, dpi=DPI)}

    return plates


def touched(before: Plates, after: Plates) -> set[str]:
    return {name for name, plate in after.items() if before.get(name, bytes(len(plate))) != plate}


def test_plates_are_those_that_were_ordered_by_their_exact_names(separated: Print, ground: Any, way: Way) -> None:
    # a judge may show process plates that stay empty
    inked = {name for name, plate in separated(*ground).items() if any(plate)}
    assert inked == way.plates


def test_black_text_is_on_k_alone_on_paper_and_on_every_ground(separated: Print, ground: Any, setter: Any) -> None:
    lines = [setter.line("HHHH 電影", x=x, y=y, size=20.0, ink=ink) for ink in (BLACK, RICH)
             for x, y in ((20, 50), (230, 50), (20, 130), (20, 250), (30, 380))]  # fmt: skip
    before, after = separated(*ground), separated(*ground, *lines)
    assert touched(before, after) == {"Black"}


def test_a_code_is_on_k_alone(separated: Print, ground: Any) -> None:
    code = CodeMark(Rect(250, 300, 60, 60), "x", 3, ((0, 0, 2, 1), (1, 1, 1, 2)))
    before, after = separated(*ground), separated(*ground, code)
    assert touched(before, after) == {"Black"} and max(after["Black"]) == 255


def test_text_in_the_spot_ink_is_on_its_plate_alone(separated: Print, setter: Any, way: Way) -> None:
    found = touched({}, separated(setter.line("HHHH", y=250, size=30.0, ink=RED)))
    alone = {"cmyk": {"Magenta", "Yellow"}, "k": {"Black"}}.get(way.inks.kind, {SPOT})
    assert found == alone


def test_white_text_opens_every_plate_under_it(separated: Print, ground: Any, setter: Any) -> None:
    before, after = separated(*ground), separated(*ground, setter.line("HHHH", x=230, y=60, size=40.0, ink=PAPER))
    lost = touched(before, after)
    assert lost == {name for name, plate in separated(FillMark(Rect(210, 0, 210, 100), BLUE)).items() if any(plate)}
    assert all(a <= b for name in lost for a, b in zip(after[name], before[name], strict=True))


def test_no_place_has_more_ink_than_the_press_takes(separated: Print, ground: Any) -> None:
    plates = [plate for plate in separated(*ground).values() if any(plate)]
    # half a step of 255 for each plate
    assert max(map(sum, zip(*plates, strict=True))) <= LIMIT * 255 + len(plates) / 2
