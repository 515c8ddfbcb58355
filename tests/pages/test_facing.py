"""Two languages on facing pages: each keeps its side, paragraphs begin level, both go equally far, nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from progprint.blocks.types import Block, Entry, Facing, Fill, Pair, Para
from progprint.design.types import Design
from progprint.glyphs import Faces
from progprint.pages.entry import make_up
from progprint.pages.made import Made
from progprint.pages.types import TextMark
from progprint.style import BLACK
from small_books import LINES, design_of, entry_of, numbered, para, setting_of, texts, tops

SAME = """
masters:
  text:
    both:
      - {frame: body, columns: 1-4, blocks: [body]}
"""
FILM = """
masters:
  film:
    verso:
      - {frame: title, columns: 1-4, height: 4 lines, blocks: [title]}
      - {frame: story, columns: 1-4, blocks: [review]}
    recto:
      - {frame: story, columns: 1-4, blocks: [rest, review]}
      - {frame: slots, columns: 1-4, at: foot, blocks: [screenings]}
  film-more:
    both:
      - {frame: more, columns: 1-4, blocks: [rest]}
"""


def facing(left: tuple[Block, ...], right: tuple[Block, ...]) -> tuple[Block, ...]:
    pair = Pair(left, right, (1.0, 1.0), 4.0)
    return (Facing(left, right, (pair,)),)


def prose(prefix: str, *lines: int) -> tuple[Para, ...]:
    """Paragraphs of so many lines: a word fills a line of the small page."""
    return tuple(
        para(" ".join(f"{prefix}{number}{line:02d}".ljust(30, ".") for line in range(count)))
        for number, count in enumerate(lines, 1)
    )


def made(entry: Entry, design: Design, faces: Faces) -> tuple[Made, ...]:
    pages = make_up(entry, "verso", design, setting_of(faces))
    assert [p.side for p in pages] == ["verso", "recto"] * (len(pages) // 2)
    return pages


def begins(page: Made, prefix: str) -> dict[str, float]:
    """Paragraph -> the line of the page that it begins on."""
    lines = zip([m for m in page.marks if isinstance(m, TextMark)], tops(page.marks), strict=True)
    return {m.text[:2][1:]: top for m, top in lines if m.text[:1] == prefix and m.line[0] == 1}


def test_each_language_has_its_page_and_paragraphs_begin_level(tmp_path: Path, square_faces: Faces) -> None:
    body = facing(prose("a", 3, 4, 2), prose("b", 2, 5, 2))
    verso, recto = made(entry_of(master="text", parts={"body": body}), design_of(tmp_path, SAME), square_faces)
    assert begins(verso, "a") == begins(recto, "b") == {"1": 0, "2": 3, "3": 8}
    assert not begins(verso, "b") and not begins(recto, "a")


def test_both_languages_go_equally_far(tmp_path: Path, square_faces: Faces) -> None:
    """The left page has a title, the right one screenings: the review turns the page at the same paragraph."""
    parts = {
        "title": (para("title"),),
        "review": facing(prose("a", 6, 6, 6, 6), prose("b", 6, 6, 6, 6)),
        "screenings": numbered(2),
    }
    entry = entry_of(master="film", parts=parts, room="spread", start="verso")
    pages = made(entry, design_of(tmp_path, FILM), square_faces)
    assert [len([t for t in texts(p.marks) if t[0] in "ab"]) for p in pages] == [16, 16, 8, 8]
    assert begins(pages[2], "a") == begins(pages[3], "b")
    assert [f.code for p in pages for f in p.faults] == ["overset"]


def test_what_one_page_lists_stands_there_in_all_languages(tmp_path: Path, square_faces: Faces) -> None:
    parts = {
        "title": facing((para("a"),), (para("b"),)),
        "review": facing(prose("x", 2), prose("y", 2)),
    }
    entry = entry_of(master="film", parts=parts, room="spread", start="verso")
    verso, recto = made(entry, design_of(tmp_path, FILM), square_faces)
    assert texts(verso.marks)[:2] == ["a", "b"], "the pair of both languages"
    assert {t[0] for t in texts(verso.marks)[2:]} == {"x"}
    assert {t[0] for t in texts(recto.marks)} == {"y"}


def test_what_belongs_to_no_language_goes_on_on_the_facing_page(tmp_path: Path, square_faces: Faces) -> None:
    parts = {"title": numbered(7), "review": facing(prose("a", 2), prose("b", 2))}
    entry = entry_of(master="film", parts=parts, room="spread", start="verso")
    verso, recto = made(entry, design_of(tmp_path, FILM), square_faces)
    assert texts(recto.marks)[:3] == ["line 05", "line 06", "line 07"]
    assert [t[0] for t in texts(verso.marks)[4:]] == ["a", "a"]


def test_a_language_that_says_nothing_leaves_its_page_to_the_layout(tmp_path: Path, square_faces: Faces) -> None:
    body = facing(prose("a", LINES + 4), ())
    pages = made(entry_of(master="text", parts={"body": body}), design_of(tmp_path, SAME), square_faces)
    assert [len(texts(p.marks)) for p in pages] == [LINES, 0, 4, 0]


def test_grounds_and_pictures_stand_on_the_page_that_lists_them(tmp_path: Path, square_faces: Faces) -> None:
    body = (Fill(BLACK), *facing(prose("a", 2), prose("b", 2)))
    verso, recto = made(entry_of(master="text", parts={"body": body}), design_of(tmp_path, SAME), square_faces)
    assert len(texts(verso.marks)) == len(texts(recto.marks)) == 2
    assert len(verso.marks) == len(recto.marks) == 3


@given(
    st.lists(st.integers(1, 30), max_size=6),
    st.lists(st.integers(1, 30), max_size=6),
    st.integers(0, 8),
    st.sampled_from((SAME.replace("text", "film").replace("body]", "review]"), FILM)),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_lost_whatever_the_lengths(
    tmp_path: Path, square_faces: Faces, left: list[int], right: list[int], title: int, layout: str
) -> None:
    parts = {"title": numbered(title), "review": facing(prose("a", *left), prose("b", *right))}
    entry = entry_of(master="film", parts=parts, room="spread", start="verso")
    pages = made(entry, design_of(tmp_path, layout), square_faces)
    for prefix, counts, side in (("a", left, "verso"), ("b", right, "recto")):
        found = [t for p in pages for t in texts(p.marks) if t[0] == prefix]
        wanted = [t for one in prose(prefix, *counts) for t in one.spans[0].words.text.split()]
        assert found == wanted
        assert all(p.side == side for p in pages for t in texts(p.marks) if t[0] == prefix)
    if "title" in layout:
        assert [t for p in pages for t in texts(p.marks) if t[0] == "l"] == texts_of(title)
    if len(left) == len(right):
        for verso, recto in zip(pages[::2], pages[1::2], strict=True):
            assert set(begins(verso, "a")) == set(begins(recto, "b"))


def texts_of(count: int) -> list[str]:
    return [f"line {number:02d}" for number in range(1, count + 1)]


@pytest.mark.parametrize("room", ["page", "spread"])
def test_running_on_is_told_once(tmp_path: Path, square_faces: Faces, room: str) -> None:
    body = facing(prose("a", LINES * 3), prose("b", LINES * 2))
    entry = entry_of(master="text", parts={"body": body}, room=room)
    pages = made(entry, design_of(tmp_path, SAME), square_faces)
    assert [f.code for p in pages for f in p.faults] == ["overset"]
    assert len(pages) == 6
