"""How the house's blocks are made: what a layout may say, what it need not say, and what a variant changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.design import read_design
from progprint.design.make_form import MAKES, attribute
from progprint.design.makes import Makes
from progprint.design.types import Design
from progprint.geom import mm

MINIMAL = Path(__file__).resolve().parent / "minimal.yaml"


def design_of(folder: Path, text: str) -> Design:
    file = folder / "ours.yaml"
    file.write_text(f"extends: {MINIMAL}\n{text}", "utf-8")
    design, faults = read_design(file)
    assert design is not None, faults
    return design


def test_every_key_sets_a_field_and_every_field_has_a_key() -> None:
    assert {attribute(name) for name in MAKES} == set(Makes.__slots__)
    for name, make in MAKES.items():
        fields = getattr(Makes(), attribute(name))._fields
        assert sorted(map(attribute, make.fields)) == sorted(fields), name


def test_what_a_layout_does_not_say_is_the_house_s(tmp_path: Path) -> None:
    assert design_of(tmp_path, "").makes == Makes()
    makes = design_of(tmp_path, "blocks: {credits: {width: 20mm}, cover-band: {slices: 3}}\n").makes
    assert makes.credits == Makes().credits._replace(width=mm(20))
    assert makes.cover_band.slices == 3
    assert makes.cast == Makes().cast


def test_a_variant_changes_one_key_and_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "first.yaml").write_text(
        f"extends: {MINIMAL}\nblocks: {{credits: {{width: 20mm, gap: 1mm}}}}\n", "utf-8"
    )
    second = tmp_path / "second.yaml"
    second.write_text("extends: first\nblocks: {credits: {gap: 2mm}}\n", "utf-8")
    design, faults = read_design(second)
    assert design is not None, faults
    assert (design.makes.credits.width, design.makes.credits.gap) == (mm(20), mm(2))


def test_patterns_stand_beside_it(tmp_path: Path) -> None:
    design = design_of(tmp_path, "blocks: {dates: '{year}', cast: {most: 3}, life: ~}\n")
    assert {"dates", "fact-line"} <= set(design.patterns)
    assert design.makes.cast.most == 3


@pytest.mark.parametrize(
    ("written", "width"),
    [
        ("9mm", (mm(9), 0.0, 0.0)),
        ("up to 30mm", (0.0, mm(30), 0.0)),
        ("2 shares", (0.0, 0.0, 2.0)),
        ("1.5 shares", (0.0, 0.0, 1.5)),
    ],
)
def test_widths_of_columns(tmp_path: Path, written: str, width: tuple[float, float, float]) -> None:
    text = f"blocks: {{venues: {{columns: [{{width: {written}, text: '{{venue}}', style: body}}]}}}}\n"
    (column,) = design_of(tmp_path, text).makes.venues.columns
    assert column.width == width
