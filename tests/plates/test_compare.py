"""The judgement of plates: what is told of a file whose plates are not as they should be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from judging import Asked, Seen, Tally, judged, on_every_plate, only_black, told
from measuring import asked, by_others, by_ours
from readers import ghostscript, read

PROCESS = frozenset({"Cyan", "Magenta", "Yellow", "Black"})
SPOT = "PANTONE Warm Red C"
ASKED = Asked(3.0, frozenset({SPOT}), True)
FINE = Seen("ours", PROCESS | {SPOT}, {1: 3.0, 2: 1.0}, Tally(9), Tally(2), Tally(21))


@pytest.mark.parametrize(("change", "column"), [
    ({"ink": {1: 3.0, 2: 1.05}}, "agrees"),
    ({"ink": {1: 3.015, 2: 1.0}}, "limit"),
    ({"text": Tally(9, ("page 1, “Film”",))}, "text"),
    ({"codes": Tally(2, ("page 2",))}, "codes"),
    ({"marks": Tally(21, ("page 1",))}, "marks"),
    ({"marks": Tally()}, "marks"),
    ({"plates": PROCESS}, "spot"),
    ({"plates": PROCESS | {"Pantone Warm Red C"}}, "spot"),
    ({"plates": PROCESS | {SPOT, "Varnish"}}, "spot"),
])
def test_one_thing_that_is_off_fails_its_column(change: dict[str, Any], column: str) -> None:
    verdict = judged(FINE._replace(reader="tiffsep", **change), FINE, ASKED)
    assert not verdict.passed
    assert {name for name, fine in verdict.columns.items() if fine is False} == {column}
    assert f"{column} NO" in told(verdict, FINE, ASKED)


def test_what_is_not_there_is_not_judged() -> None:
    seen = Seen("tiffsep", frozenset({"Black"}), {1: 0.5}, Tally(), Tally(), Tally())
    verdict = judged(seen, seen._replace(reader="ours"), Asked(3.0, frozenset(), False))
    assert verdict.passed
    assert {name for name, fine in verdict.columns.items() if fine is None} == {"text", "codes", "marks", "spot"}


def test_pages_that_a_reader_cannot_judge_are_named() -> None:
    blind = {1: "it puts pictures on no plate", 2: "it puts pictures on no plate", 4: "it puts pictures on no plate"}
    verdict = judged(FINE._replace(reader="pdf_oxide", ink={}, blind=blind), FINE, ASKED)
    assert verdict.passed and verdict.columns["agrees"] is None
    assert "ink not compared on pages 1-2, 4: it puts pictures on no plate" in told(verdict, FINE, ASKED)


def test_black_alone_may_stand_on_an_even_ground() -> None:
    assert only_black({"Black": (0, 255), "Magenta": (220, 221)})
    assert not only_black({"Black": (0, 255), "Magenta": (0, 221)})
    assert not only_black({"Black": (0, 0), "Magenta": (0, 0)})


def test_a_mark_is_on_the_spot_plate_too() -> None:
    solid = (0, 255)
    assert on_every_plate(dict.fromkeys(PROCESS | {SPOT}, solid), PROCESS | {SPOT})
    assert not on_every_plate(dict.fromkeys(PROCESS, solid), PROCESS | {SPOT})


TEXT = "BT /F 12 Tf 40 150 Td (Rich) Tj ET"
GROUND = "0 1 1 0 k 30 140 80 40 re f"
MARK = "/All CS 1 SCN 0.25 w 10 2 m 10 14 l S"


@pytest.mark.parametrize(("operators", "off"), [
    (f"0 0 0 1 k {TEXT} {MARK}", set()),
    (f"0.6 0.5 0.5 1 k {TEXT} {MARK}", {"text"}),
    (f"{GROUND} 0 0 0 1 k {TEXT} {MARK}", {"text"}),
    (f"{GROUND} /Over gs 0 0 0 1 k {TEXT} {MARK}", set()),
    (f"0 0 0 1 k {TEXT}", {"marks"}),
    (f"0.9 0.9 0.9 0.6 k 60 60 60 60 re f 0 0 0 1 k {TEXT} {MARK}", {"limit"}),
])
@pytest.mark.parametrize("reader", ["pdf_oxide", "tiffsep"])
def test_readers_see_what_is_off(operators: str, off: set[str], reader: str, tmp_path: Path) -> None:
    if reader == "tiffsep" and ghostscript() is None:
        pytest.skip("Ghostscript is not installed")
    path = tmp_path / "made.pdf"
    with _page(operators) as pdf:
        pdf.save(path)
    with pikepdf.open(path) as pdf:
        file = read(pdf, path)
        wanted = asked(pdf, file, 3.0)
        verdict = judged(by_others(file, reader, wanted), by_ours(file), wanted)
    assert {name for name, fine in verdict.columns.items() if fine is False} == off


def _page(operators: str) -> pikepdf.Pdf:
    """A page of 200 × 200 points with a bleed of 170."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200))
    page.obj.TrimBox = page.obj.BleedBox = pikepdf.Array([15, 15, 185, 185])
    name = pikepdf.Name
    every = [name.Separation, name.All, name.DeviceGray,
             pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[1], C1=[0], N=1)]
    page.obj.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(F=pikepdf.Dictionary(Type=name.Font, Subtype=name.Type1, BaseFont=name("/Helvetica-Bold"))),
        ColorSpace=pikepdf.Dictionary(All=pikepdf.Array(every)),
        ExtGState=pikepdf.Dictionary(Over=pikepdf.Dictionary(OP=True, op=True, OPM=1)))
    page.obj.Contents = pdf.make_stream(operators.encode())
    return pdf


def test_without_ghostscript_it_says_what_to_install(tmp_path: Path) -> None:
    command = [sys.executable, str(Path(__file__).parent / "compare.py")]
    done = subprocess.run(command, env={"PATH": str(tmp_path)}, capture_output=True, text=True)
    assert done.returncode == 2
    assert "Ghostscript" in done.stderr and "Traceback" not in done.stderr and not done.stdout
