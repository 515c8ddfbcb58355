"""Blocks that stand only where the content has something, and rules and gaps between blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.glyphs import Faces
from progprint.pages.types import RuleMark
from small_books import GRID, LEFT_RECTO, TOP, WIDTH, booklet_of, design_of, entry_of, numbered, texts, tops


def page_of(folder: Path, faces: Faces, blocks: str, has: tuple[str, ...] = (), **parts: int):
    masters = f"masters:\n  plain: {{both: [{{frame: a, columns: 1-4, blocks: [{blocks}]}}]}}\n"
    design = design_of(folder, masters)
    made = {name: numbered(count, 1 if name == "review" else 11) for name, count in parts.items()}
    booklet = booklet_of([entry_of(parts=made, has=has)], design, faces, bind=False)
    (page,) = booklet.pages
    return page


@pytest.mark.parametrize(
    ("condition", "has", "stands"),
    [
        ("when: bio", ("bio",), True),
        ("when: bio", (), False),
        ("when: [bio, film]", ("bio",), False),
        ("unless: review", ("bio",), True),
        ("unless: [review, bio]", ("bio",), False),
        ("when: film, unless: section shorts", ("film", "section main"), True),
        ("when: film, unless: section shorts", ("film", "section shorts"), False),
        ("when: language ja", ("language en",), False),
    ],
)
def test_a_block_stands_on_what_the_content_has(
    tmp_path: Path, square_faces: Faces, condition: str, has: tuple[str, ...], stands: bool
) -> None:
    blocks = f"review, {{block: life, {condition}}}"
    page = page_of(tmp_path, square_faces, blocks, has, review=1, life=1)
    assert texts(page.marks) == ["line 01", *(["line 11"] if stands else [])]


def test_a_rule_and_a_gap_between_blocks(tmp_path: Path, square_faces: Faces) -> None:
    blocks = "review, {rule: accent, width: 2pt, room: 2 lines}, {gap: 1 line}, life"
    page = page_of(tmp_path, square_faces, blocks, review=1, life=1)
    assert tops(page.marks) == [0, 4]
    (rule,) = [m for m in page.marks if isinstance(m, RuleMark)]
    assert (rule.width, rule.ink.name) == (2.0, "accent")
    assert (rule.start.x, rule.end.x) == (LEFT_RECTO, LEFT_RECTO + WIDTH)
    assert rule.start.y == pytest.approx(TOP + 2 * GRID)


def test_a_rule_may_stand_on_a_condition(tmp_path: Path, square_faces: Faces) -> None:
    page = page_of(tmp_path, square_faces, "review, {rule: accent, when: bio}", review=1)
    assert not [m for m in page.marks if isinstance(m, RuleMark)]


def test_a_rule_does_not_stand_by_itself(tmp_path: Path, square_faces: Faces) -> None:
    masters = (
        "masters:\n  plain: {both: [{frame: a, columns: 1-4, blocks: [{rule: accent}, life]},"
        " {frame: b, columns: 1-4, blocks: [review]}]}\n"
    )
    entry = entry_of(parts={"review": numbered(1)})
    booklet = booklet_of([entry], design_of(tmp_path, masters), square_faces, bind=False)
    assert not [m for m in booklet.pages[0].marks if isinstance(m, RuleMark)]
    assert texts(booklet.pages[0].marks) == ["line 01"]
