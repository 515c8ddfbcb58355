"""Tabs: cells at their stops, leaders before them, the last cell broken as any text is."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from progprint.glyphs import Faces
from progprint.lines import Line, set_paragraph
from progprint.style import Span, Tab, TextStyle
from progprint.words import Words

#: a letter of the square font is 5 pt wide
STYLE = TextStyle("body", size=10.0, leading=12.0)


def lines(text: str, faces: Faces, *tabs: Tab, measure: float = 200.0) -> tuple[Line, ...]:
    style = replace(STYLE, tabs=tabs)
    return set_paragraph((Span(Words(text, "en"), style),), style, measure, faces)


def places(line: Line) -> list[tuple[str, float]]:
    return [(piece.text, round(piece.x, 3)) for piece in line.pieces]


@pytest.mark.parametrize(
    ("tab", "left"),
    [
        (Tab(100.0), 100.0),
        (Tab(100.0, "right"), 80.0),
        (Tab(100.0, "center"), 90.0),
        (Tab(math.inf, "right"), 180.0),
    ],
)
def test_a_cell_stands_at_its_stop(square_faces: Faces, tab: Tab, left: float) -> None:
    (line,) = lines("aa\tbbbb", square_faces, tab)
    assert places(line) == [("aa", 0.0), ("bbbb", left)]
    assert line.text == "aa\tbbbb"


def test_figures_range_on_their_decimal_sign(square_faces: Faces) -> None:
    ends = []
    for figure in ("1.25", "112.5", "7"):
        (line,) = lines(f"a\t{figure}", square_faces, Tab(100.0, "decimal"))
        whole = figure.partition(".")[0]
        ends.append(places(line)[1][1] + 5.0 * len(whole))
    assert ends == [100.0, 100.0, 100.0]


def test_text_past_a_stop_takes_the_next_one(square_faces: Faces) -> None:
    (line,) = lines("aaaaaaaaaaaa\tb\tc", square_faces, Tab(50.0), Tab(100.0))
    assert [x for _, x in places(line)] == [0.0, 100.0, 107.5]


def test_leaders_fill_the_room_before_a_stop_and_are_read_as_a_space(square_faces: Faces) -> None:
    (line,) = lines("aa\tb", square_faces, Tab(100.0, leader=" ."))
    dots = line.pieces[1:-1]
    assert len(dots) > 5 and all(piece.x - 10 < 20 or piece.x < 100 for piece in dots)
    assert "".join(piece.text for piece in line.pieces) == "aa b"


def test_the_last_cell_goes_on_in_further_lines(square_faces: Faces) -> None:
    style = replace(STYLE, tabs=(Tab(50.0),), hanging_indent=50.0)
    words = "one two three four five six seven"
    made = set_paragraph((Span(Words(f"1990\t{words}", "en"), style),), style, 120.0, square_faces)
    assert len(made) > 2
    assert " ".join(line.text for line in made).replace("\t", " ") == f"1990 {words}"
    assert {round(line.pieces[0].x, 3) for line in made[1:]} == {50.0}
    assert made[0].pieces[1].x == 50.0


def test_what_finds_no_room_says_so_and_is_not_lost(square_faces: Faces) -> None:
    made = lines("a" * 60 + "\tb", square_faces, Tab(20.0))
    assert any(fault.code == "overfull-line" for line in made for fault in line.faults)
    assert "".join(line.text for line in made).replace("\t", "") == "a" * 60 + "b"


def test_without_stops_a_tab_is_a_space(square_faces: Faces) -> None:
    (line,) = lines("aa\tb", square_faces)
    assert places(line)[0][0] in ("aa b", "aa") and line.width == pytest.approx(20.0)


@pytest.mark.parametrize("text", ["\ta", "a\t", "\t\t", "a\t\tb"])
def test_empty_cells_take_a_stop_each(square_faces: Faces, text: str) -> None:
    made = lines(text, square_faces, Tab(50.0), Tab(100.0))
    found = [place for line in made for place in places(line) if place[0].strip()]
    wanted = {"\ta": [("a", 50.0)], "a\t": [("a", 0.0)], "\t\t": [], "a\t\tb": [("a", 0.0), ("b", 100.0)]}
    assert found == wanted[text]
