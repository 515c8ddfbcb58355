"""Layouts that extend layouts, and where layouts are found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from progprint.design import find_layout, layout_names, read_design, resolve_style
from progprint.design.types import Design

MINIMAL = Path(__file__).resolve().parent / "minimal.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    layouts = tmp_path / "layouts"
    layouts.mkdir()
    shutil.copy(MINIMAL, layouts / "minimal.yaml")
    return layouts


def variant(folder: Path, text: str, name: str = "variant") -> Design:
    file = folder / f"{name}.yaml"
    file.write_text(text, "utf-8")
    design, faults = read_design(file)
    assert design is not None, faults
    return design


def test_maps_merge_and_lists_replace(folder: Path) -> None:
    design = variant(
        folder, "extends: minimal\npage: {bleed: 5mm}\nstyles: {title: {size: 30pt}}\nsections: [index]\n"
    )
    title = resolve_style(design, "title", "en")
    assert (title.size, title.weight, design.page.columns) == (30, 700, 4)
    assert [section.kind for section in design.sections] == ["index"]
    assert design.name == "variant"


def test_a_chain_of_layouts(folder: Path) -> None:
    variant(folder, "extends: minimal.yaml\nstyles: {title: {size: 30pt, italic: yes}}\n", "middle")
    design = variant(folder, "extends: middle\nstyles: {title: {size: 40pt}}\n")
    title = resolve_style(design, "title", "en")
    assert (title.size, title.italic, title.weight) == (40, True, 700)


def test_places_keep_their_own_file(folder: Path) -> None:
    design = variant(folder, "extends: minimal\nmasters: {extra: {both: [{frame: main}]}}\n")
    assert design.masters["extra"].source.file.endswith("variant.yaml")
    assert design.masters["film"].source.file.endswith("minimal.yaml")


def test_a_fault_is_told_in_the_file_it_stands_in(folder: Path) -> None:
    base = folder / "minimal.yaml"
    base.write_text(base.read_text("utf-8").replace("columns: 4,", "columns: four,"), "utf-8")
    file = folder / "variant.yaml"
    file.write_text("extends: minimal\nstyles: {title: {colour: mauve}}\n", "utf-8")
    design, faults = read_design(file)
    assert design is None
    assert {(f.code, Path(f.source.file).name, f.source.line) for f in faults} == {
        ("unknown-swatch", "variant.yaml", 2),
        ("bad-value", "minimal.yaml", 2),
    }
    assert all(f.excerpt for f in faults)


def test_an_empty_value_takes_out(folder: Path) -> None:
    design = variant(folder, "extends: minimal\nmasters: {film: {thumb: ~, running: }}\n")
    assert design.masters["film"].thumb is None
    assert design.masters["film"].running == ()
    assert variant(folder, "extends: minimal\nmasters: {film: {thumb: none}}\n").masters["film"].thumb is None


def test_what_an_extended_layout_leaves_unused_is_not_told(folder: Path) -> None:
    file = folder / "variant.yaml"
    file.write_text(
        "extends: minimal\nsection-colours: ~\nswatches: {green: {cmyk: [100, 0, 100, 0]}}\n", "utf-8"
    )
    design, faults = read_design(file)
    assert design is not None
    assert [(f.code, f.source.line) for f in faults] == [("unused-swatch", 3)]


def test_two_ways_to_say_one_thing_never_mix(folder: Path) -> None:
    both = variant(folder, "extends: minimal\nmasters: {film: {both: [{frame: main}]}}\n").masters["film"]
    assert [frame.name for frame in (*both.verso, *both.recto)] == ["main", "main"]
    one = variant(folder, "extends: minimal\nmasters: {plain: {verso: [{frame: left}]}}\n").masters["plain"]
    assert [frame.name for frame in (*one.verso, *one.recto)] == ["left", "main"]
    inks = variant(folder, "extends: minimal\nswatches: {accent: {of: blue, tint: 50 %}}\n").swatches
    assert (inks["accent"].c, inks["accent"].spot, inks["accent-light"].c) == (0.5, "", 0.075)
    inks = variant(folder, "extends: minimal\nswatches: {accent-light: {cmyk: [0, 10, 0, 0]}}\n").swatches
    assert (inks["accent-light"].m, inks["accent-light"].tint) == (0.1, 1)


def test_the_key_changes_with_every_file(folder: Path) -> None:
    text = "extends: minimal\n"
    first = variant(folder, text).key
    assert variant(folder, text).key == first
    base = folder / "minimal.yaml"
    base.write_text(base.read_text("utf-8") + "# changed\n", "utf-8")
    assert variant(folder, text).key != first


def test_a_circle_is_named(folder: Path) -> None:
    for name, other in (("one", "two"), ("two", "three"), ("three", "one")):
        (folder / f"{name}.yaml").write_text(f"extends: {other}\n", "utf-8")
    design, faults = read_design(folder / "one.yaml")
    fault = next(f for f in faults if f.code == "circular-extends")
    assert design is None
    assert fault.message.endswith("one -> two -> three -> one")
    assert Path(fault.source.file).name == "three.yaml"


def test_an_unknown_layout_is_told_with_the_nearest(folder: Path) -> None:
    (folder / "variant.yaml").write_text("extends: minimul\n", "utf-8")
    _, faults = read_design(folder / "variant.yaml")
    fault = next(f for f in faults if f.code == "unknown-layout")
    assert (fault.source.line, fault.source.column, fault.hint) == (1, 10, "did you mean `minimal`?")


@pytest.mark.parametrize("word", ["/", "..", "''", "a/", "x" * 5000, "[a]", "{a: b}"])
def test_odd_words_to_extend_are_faults(folder: Path, word: str) -> None:
    (folder / "variant.yaml").write_text(f"extends: {word}\n", "utf-8")
    design, faults = read_design(folder / "variant.yaml")
    assert design is None
    assert faults


def test_layouts_are_found_by_name_and_by_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = folder.parent
    assert find_layout("minimal", project) == folder / "minimal.yaml"
    assert find_layout("layouts/minimal.yaml", project) == folder / "minimal.yaml"
    assert find_layout("layouts/minimal", project) == folder / "minimal.yaml"
    assert find_layout(str(folder / "minimal.yaml"), Path("elsewhere")) == folder / "minimal.yaml"
    assert find_layout("nothing", project) is None
    assert "minimal" in layout_names(project)
    monkeypatch.chdir(folder)
    assert find_layout("minimal.yaml", project) == Path("minimal.yaml")


def test_a_content_file_is_not_taken_for_a_layout(tmp_path: Path) -> None:
    (tmp_path / "venues.yaml").write_text("arena: {name: Arena}\n", "utf-8")
    assert find_layout("venues", tmp_path) is None


def test_a_layout_may_extend_the_houses_of_its_own_name(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    monkeypatch.setattr("progprint.design.inheritance.house_folders", lambda: (folder,))
    design = variant(mine, "extends: minimal\nlate: over\n", "minimal")
    assert (design.late, design.page.columns) == ("over", 4)
    assert design.masters["film"].source.file == "layouts/minimal.yaml"
