"""Names of spot inks: what a plate may be called, and two that are nearly one."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.design import read_layout
from progprint.diag import Diagnostic

BODY = "extends: booklet\nswatches:\n"


def found(folder: Path, *swatches: str) -> list[Diagnostic]:
    (folder / "own.yaml").write_text(BODY + "".join(f"  {line}\n" for line in swatches), "utf-8")
    return [f for f in read_layout(folder / "own.yaml")[1] if not f.code.startswith("unused")]


def test_a_spot_ink_is_a_name_and_its_looks(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(BODY + "  accent: {cmyk: [0, 90, 76, 0], spot: 'PANTONE  485 C '}\n")
    design, faults = read_layout(tmp_path / "own.yaml")
    assert design is not None and faults == ()
    assert design.swatches["accent"].spot == "PANTONE 485 C"
    assert design.swatch_places["accent"][1:] == (3, 3)


@pytest.mark.parametrize("name", ["All", "none", "Cyan", "BLACK"])
def test_plates_of_every_press_are_no_spot_inks(tmp_path: Path, name: str) -> None:
    (fault,) = found(tmp_path, f"accent: {{cmyk: [0, 90, 76, 0], spot: {name}}}")
    assert (fault.code, fault.source.line, fault.source.column) == ("bad-value", 3, 40)


@pytest.mark.parametrize("other", ["PANTONE 485C", "Pantone 485 C", "pantone-485-c"])
def test_names_that_differ_in_a_space_are_told(tmp_path: Path, other: str) -> None:
    (fault,) = found(
        tmp_path, "accent: {cmyk: [0, 90, 76, 0], spot: PANTONE 485 C}",
        f"cover: {{cmyk: [0, 90, 76, 0], spot: {other}}}",
    )  # fmt: skip
    assert (fault.code, fault.severity.value, fault.source.line) == ("spot-names", "warning", 4)


def test_one_plate_with_two_looks_is_told(tmp_path: Path) -> None:
    (fault,) = found(
        tmp_path, "accent: {cmyk: [0, 90, 76, 0], spot: Gold}", "cover: {cmyk: [0, 20, 60, 20], spot: Gold}"
    )
    assert (fault.code, fault.source.line) == ("spot-looks", 4)
