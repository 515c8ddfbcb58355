"""Masters for rooms, and frames on any grid."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.design import read_design
from progprint.design.types import Design
from progprint.diag import Diagnostic
from progprint.geom import mm

MINIMAL = Path(__file__).resolve().parent / "minimal.yaml"


def design_of(folder: Path, text: str) -> tuple[Design, tuple[Diagnostic, ...]]:
    file = folder / "ours.yaml"
    file.write_text(f"extends: {MINIMAL}\n{text}", "utf-8")
    design, faults = read_design(file)
    assert design is not None, faults
    return design, faults


@pytest.mark.parametrize(
    ("grid", "columns", "wanted"),
    [
        (5, "1-3 of 5", (1, 3)), (5, "4-5 of 5", (4, 5)), (3, "1-3 of 5", (1, 2)), (3, "4-5 of 5", (3, 3)),
        (12, "1-3 of 5", (1, 7)), (12, "4-5 of 5", (8, 12)), (1, "1-3 of 5", (1, 1)), (1, "4-5 of 5", (1, 1)),
        (2, "2 of 3", (1, 2)),
    ],
)
def test_parts_stand_on_any_grid(tmp_path: Path, grid: int, columns: str, wanted: tuple[int, int]) -> None:
    masters = f"masters: {{plain: {{both: [{{frame: main, columns: {columns}, blocks: [body]}}]}},"
    masters += " film: {verso: [{frame: a, blocks: [title]}], recto: [{frame: b, blocks: [review]}]}}\n"
    design, _ = design_of(tmp_path, f"page: {{columns: {grid}}}\n{masters}")
    assert design.masters["plain"].recto[0].columns == wanted
    assert design.masters["film"].verso[0].columns == (1, grid)


def test_a_height_may_be_a_share_of_the_page(tmp_path: Path) -> None:
    frames = "masters: {plain: {both: [{frame: main, height: 25 .. 50 %, blocks: [body]}]}}\n"
    design, _ = design_of(tmp_path, f"{frames}page: {{trim: 100x200mm}}\n")
    assert design.masters["plain"].verso[0].height == pytest.approx((mm(50), mm(100)))


def test_films_take_the_master_of_their_room(tmp_path: Path) -> None:
    frames = "masters: {film-page: {both: [{frame: all, blocks: [title, review]}]}}\n"
    design, _ = design_of(tmp_path, f"{frames}sections: [films: {{room: page}}]\n")
    assert design.sections[0].master == "film-page"


def test_without_one_both_sides_stand_on_one_page(tmp_path: Path) -> None:
    design, _ = design_of(tmp_path, "sections: [films: {room: page}]\n")
    master = design.masters[design.sections[0].master]
    assert [frame.name for frame in master.verso] == ["picture", "heading", "credits", "story", "slots"]
    assert master.recto == master.verso
    spread, _ = design_of(tmp_path, "sections: [films: {room: spread}]\n")
    assert spread.sections[0].master == "film"


def test_what_both_sides_print_stands_there_once(tmp_path: Path) -> None:
    masters = """
masters:
  film:
    verso: [{frame: a, blocks: [title, review]}]
    recto: [{frame: a, blocks: [review, life]}, {frame: b, blocks: [title]}]
  film-more: {both: [{frame: on, blocks: [rest]}]}
sections: [films: {room: page}]
"""
    design, _ = design_of(tmp_path, masters)
    assert [(f.name, f.blocks) for f in design.masters["film-page"].verso] == [
        ("a", ("title", "review")), ("a-recto", ("life",)),
    ]
    assert design.masters["film-page-more"].verso[0].blocks == ("rest",)


@pytest.mark.parametrize("section", ["films: {master: opener}", "text: {slug: welcome, master: opener}"])
def test_a_master_that_prints_nothing_of_its_section_is_reported(tmp_path: Path, section: str) -> None:
    masters = "masters: {opener: {both: [{frame: a, blocks: [opener]}]}}\n"
    _, faults = design_of(tmp_path, f"{masters}sections: [{section}]\n")
    assert [f.code for f in faults if f.code == "no-frame"] == ["no-frame"]
