"""What a layout asks for and the content does not have, and what it names and nothing uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.blocks.house import Selection
from progprint.blocks.make import make_blocks
from progprint.cache import NoCache
from progprint.checks import check_layout
from progprint.design import read_design
from progprint.diag import Severity
from progprint.programme import read_programme
from small_books import design_of
from small_festival import write_files, write_tiny

MASTERS = """
masters:
  film: {both: [{frame: a, columns: 1-4, blocks: [title]}, {frame: b, columns: 1-4, blocks: [%s]}]}
  plain: {both: [{frame: a, columns: 1-4, blocks: [heading, body]}]}
"""
FILMS = "sections: [films: {master: film}]\n"


def found(folder: Path, blocks: str = "cast", sections: str = FILMS, more: str = "") -> list[tuple[str, str, str]]:
    """Code, message and hint of each finding."""
    write_files(write_tiny(folder / "content"), {"texts/welcome.en.md": "# Welcome\n\nCome in.\n"})
    programme, _ = read_programme(folder / "content")
    assert programme is not None
    design = design_of(folder, MASTERS % blocks, sections, more)
    entries = make_blocks(programme, design, NoCache(), Selection())
    findings = list(check_layout(programme, design, entries))
    assert {f.severity for f in findings} <= {Severity.INFO}
    assert all(f.source.line for f in findings)
    return [(f.code, f.message, f.hint) for f in findings]


def test_what_is_there_is_no_finding(tmp_path: Path) -> None:
    sections = "sections: [text: welcome, films: {master: film}]\n"
    assert found(tmp_path, "{block: cast, when: section competition}", sections) == []


def test_a_text_that_is_not_there(tmp_path: Path) -> None:
    sections = "sections: [text: welcom, text: essay, films: {master: film}]\n"
    (first, second) = found(tmp_path, sections=sections)
    assert first == (
        "missing-text",
        "the content has no text `welcom`, so that nothing is printed for it",
        "did you mean `welcome`?",
    )
    assert second[2] == "it is written in texts/essay.en.md"


def test_a_still_that_is_not_there(tmp_path: Path) -> None:
    more = "blocks: {cover-band: {films: [cliff-walkers, clif-walkers]}}\n"
    assert [(message, hint) for _, message, hint in found(tmp_path, more=more)] == [
        ("the cover's band asks for a still, but no still is given of `cliff-walkers`", ""),
        ("the cover's band asks for a still, but there is no film `clif-walkers`", "did you mean `cliff-walkers`?"),
    ]


def test_a_section_on_which_blocks_stand(tmp_path: Path) -> None:
    ((code, message, hint),) = found(tmp_path, "{block: cast, unless: section competiton}")
    assert (code, message) == ("unknown-section", "the festival has no section `competiton`")
    assert hint == "did you mean `competition`?"


def test_a_frame_whose_block_its_pages_never_have(tmp_path: Path) -> None:
    ((code, message, _),) = found(tmp_path, "opener-list")
    assert (code, message) == ("unused-frame", "no block of the frame `b` is made for pages of `film`")


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("styles: {titel: {size: 30pt}}", "unused-style", "did you mean `title`?"),
        ("styles: {mine: {size: 30pt}}", "unused-style", ""),
        ("styles: {slip: {size: 6pt}, review-item-2: {size: 6pt}, day-continued: {size: 6pt}}", "", ""),
        ("styles: {mine: {size: 6pt}}\nblocks: {fact-line: '{year:mine}'}", "", ""),
        ("styles: {mine: {size: 6pt}, title: {inherit: mine}}", "", ""),
        ("styles: {facts: {size: 6pt}}\nblocks: {facts: '{year}'}\nmasters: {film: {both: [{frame: a, blocks: [title, facts]}]}}", "", ""),
        ("styles: {mine: {size: 6pt}}\nblocks: {venues: {columns: [{text: '{venue}', style: mine}]}}", "", ""),
        ("masters: {openner: {both: [{frame: a, blocks: [opener]}]}}", "unused-master", ""),
        ("masters: {film-more: {both: [{frame: a, blocks: [rest]}]}}", "", ""),
    ],
)
def test_names_that_nothing_uses(tmp_path: Path, text: str, code: str, hint: str) -> None:
    minimal = Path(__file__).resolve().parent.parent / "design" / "minimal.yaml"
    file = tmp_path / "ours.yaml"
    file.write_text(f"extends: {minimal}\n{text}\n", "utf-8")
    design, faults = read_design(file)
    assert design is not None, faults
    assert [(f.code, f.hint) for f in faults] == ([(code, hint)] if code else [])


def test_the_house_s_styles_are_all_known(tmp_path: Path) -> None:
    """Every style that a block is set in by name is on the list that misspelt ones are told by."""
    import re

    from progprint.design.house_styles import house_styles, is_asked

    known = house_styles()
    call = re.compile(r"\b(?:para|style|mixed|apart|spans|plain|day_heading)\(\s*(?:desk, )?(?:day, )?\"([a-z-]+)\"")
    rooms = Path(__file__).resolve().parents[2] / "src" / "progprint"
    files = [*(rooms / "blocks").glob("*.py"), *(rooms / "pages").glob("*.py")]
    asked = {name for file in files for name in call.findall(file.read_text("utf-8"))}
    assert len(asked) > 40
    assert {name for name in asked if not is_asked(name, known)} == set()
