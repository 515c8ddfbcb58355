"""What a layout says of the page: how it is counted, the drop of the baseline, insets, where heads are cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.glyphs import Faces
from progprint.pages.types import FillMark, TextMark
from small_books import GRID, LEFT_RECTO, TOP, booklet_of, design_of, entry_of, numbered, para, texts

FOLIO = '{text: "{folio} of {pages}", style: folio, edge: foot, side: outside, offset: 12pt}'
MASTERS = f"masters:\n  plain: {{running: [{FOLIO}], both: [{{frame: a, columns: 1-4, blocks: [body]}}]}}\n"


@pytest.mark.parametrize(
    ("say", "folios", "finding"),
    [
        ("", ["1 of 4", "2 of 4", "3 of 4", "4 of 4"], False),
        ("page-numbers: {from: 5}\n", ["5 of 8", "6 of 8", "7 of 8", "8 of 8"], False),
        ("page-numbers: {from: 2}\n", ["2 of 5", "3 of 5", "4 of 5", "5 of 5"], True),
        ("page-numbers: {count-cover: no}\n", ["of 2", "of 2", "1 of 2", "2 of 2"], False),
    ],
)
def test_how_pages_are_counted(
    tmp_path: Path, square_faces: Faces, say: str, folios: list[str], finding: bool
) -> None:
    design = design_of(tmp_path, MASTERS, more=say)
    entries = [entry_of("cover", parts={"body": numbered(21)}), entry_of("a", parts={"body": numbered(21)})]
    booklet = booklet_of(entries, design, square_faces, bind=False)
    assert [texts(p.furniture)[-1].strip() for p in booklet.pages] == folios
    assert [f.code for f in booklet.faults] == ["odd-verso"] * finding


def test_references_are_counted_as_pages_are(tmp_path: Path, square_faces: Faces) -> None:
    from progprint.blocks.types import PageRef
    from small_books import style

    design = design_of(tmp_path, MASTERS, more="page-numbers: {from: 11}\n")
    entries = [
        entry_of("a", parts={"body": (PageRef("there", style()),)}),
        entry_of("b", parts={"body": numbered(1)}, anchors=("there",)),
    ]
    booklet = booklet_of(entries, design, square_faces, bind=False)
    assert texts(booklet.pages[0].furniture)[0] == "12"


def test_the_drop_of_the_baseline(tmp_path: Path, square_faces: Faces) -> None:
    from progprint.cache import NoCache
    from progprint.pages.kept import keeping

    design = design_of(tmp_path, MASTERS)
    low = design.page._replace(drop=0.1)
    for page, share in ((design.page, 0.28), (low, 0.1)):
        import dataclasses

        make = keeping(dataclasses.replace(design, page=page), square_faces, {}, NoCache())
        _, (made,) = make(entry_of(parts={"body": numbered(1)}), "recto")
        (line,) = [m for m in made.marks if isinstance(m, TextMark)]
        assert line.at.y == pytest.approx(TOP + GRID * (1 - share))


def test_a_layout_says_the_drop(tmp_path: Path) -> None:
    file = tmp_path / "low.yaml"
    design_of(tmp_path, MASTERS)
    file.write_text("extends: small\npage: {drop: 20 %}\n", "utf-8")
    from progprint.design import read_design

    design, faults = read_design(file)
    assert design is not None, faults
    assert design.page.drop == pytest.approx(0.2)


def test_the_inset_of_a_panel(tmp_path: Path, square_faces: Faces) -> None:
    frame = "{frame: a, columns: 1-4, blocks: [body], panel: pale, inset: 7pt}"
    design = design_of(tmp_path, f"masters:\n  plain: {{both: [{frame}]}}\n")
    booklet = booklet_of([entry_of(parts={"body": numbered(1)})], design, square_faces, bind=False)
    (ground,) = [m for m in booklet.pages[0].marks if isinstance(m, FillMark)]
    (line,) = [m for m in booklet.pages[0].marks if isinstance(m, TextMark)]
    assert line.at.x - ground.box.x == pytest.approx(7.0)
    assert ground.box.x == pytest.approx(LEFT_RECTO)


@pytest.mark.parametrize(("leaves", "text"), [("", "aaaa bbbb cccc dddd"), (", leaves: 110pt", "aaaa bbbb …")])
def test_where_a_running_head_is_cut(tmp_path: Path, square_faces: Faces, leaves: str, text: str) -> None:
    running = f'{{text: "{{title}}", style: running, edge: foot, side: inside, offset: 12pt{leaves}}}'
    masters = f"masters:\n  plain: {{running: [{running}], both: [{{frame: a, blocks: [body]}}]}}\n"
    title = para("aaaa bbbb cccc dddd").spans[0].words
    entry = entry_of(parts={"body": numbered(1)}, fields=(("title", (title,)),))
    booklet = booklet_of([entry], design_of(tmp_path, masters), square_faces, bind=False)
    assert texts(booklet.pages[0].furniture) == [text]
