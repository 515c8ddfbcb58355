"""Entries -> pages: spreads, run on, left-over pages; nothing is lost, nothing stands twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from progprint.blocks.types import Entry, Pair, Para, Table, Track
from progprint.design.types import Design
from progprint.diag import Source
from progprint.glyphs import Faces
from progprint.pages.entry import make_up
from progprint.pages.made import MOST_PAGES, Made
from progprint.pages.setting import set_blocks
from progprint.pages.types import TextMark
from small_books import LINES, WIDTH, design_of, entry_of, in_galley, numbered, para, setting_of, texts

FILM = """
masters:
  film:
    verso:
      - {frame: heading, columns: 1-4, blocks: [title]}
      - {frame: credits, columns: 1-2, blocks: [credits]}
      - {frame: cast, columns: 3-4, blocks: [cast]}
    recto:
      - {frame: story, columns: 1-4, blocks: [rest, review]}
      - {frame: slots, columns: 1-4, at: foot, blocks: [screenings]}
"""
MORE = """
  film-more:
    both:
      - {frame: more, columns: 1-4, blocks: [rest]}
"""
NOTES = """
  notes:
    both:
      - {frame: notes, columns: 1-4, blocks: [notes]}
"""
PAGE = """
masters:
  page:
    both:
      - {frame: title, columns: 1-4, height: 4 line, blocks: [title]}
      - {frame: story, columns: 1-4, blocks: [review]}
"""


def film(**parts: tuple[object, ...]) -> Entry:
    return entry_of(master="film", parts=parts, room="spread", start="verso")  # type: ignore[arg-type]


def made(entry: Entry, design: Design, faces: Faces, side: str = "verso") -> tuple[Made, ...]:
    return make_up(entry, side, design, setting_of(faces))


def on_pages(pages: tuple[Made, ...]) -> list[list[str]]:
    return [texts(page.marks) for page in pages]


def test_a_film_fills_a_spread(tmp_path: Path, square_faces: Faces) -> None:
    entry = film(title=(para("title"),), review=(para("review"),), screenings=(para("slot"),))
    pages = made(entry, design_of(tmp_path, FILM), square_faces)
    assert [p.side for p in pages] == ["verso", "recto"]
    assert on_pages(pages) == [["title"], ["review", "slot"]]
    assert [p.master for p in pages] == ["film", "film"]


def test_the_same_frames_on_both_sides_print_nothing_twice(tmp_path: Path, square_faces: Faces) -> None:
    entry = entry_of(
        master="page", parts={"title": (para("title"),), "review": (para("review"),)}, room="spread", start="verso"
    )
    pages = made(entry, design_of(tmp_path, PAGE), square_faces)
    assert on_pages(pages) == [["title", "review"], []]


def test_a_spread_stays_two_pages_when_there_is_little_to_say(tmp_path: Path, square_faces: Faces) -> None:
    pages = made(film(title=(para("title"),)), design_of(tmp_path, FILM), square_faces)
    assert on_pages(pages) == [["title"], []]


def test_what_the_verso_has_no_room_for_stands_first_on_the_recto(
    tmp_path: Path, square_faces: Faces
) -> None:
    entry = film(title=(para("title"),), credits=numbered(LINES + 2), review=(para("review"),))
    pages = made(entry, design_of(tmp_path, FILM), square_faces)
    assert on_pages(pages)[1] == ["line 20", "line 21", "line 22", "review"]
    assert len(pages) == 2
    assert not [f for p in pages for f in p.faults]


def test_what_exceeds_the_spread_runs_on_to_whole_spreads(tmp_path: Path, square_faces: Faces) -> None:
    entry = film(title=(para("title"),), review=numbered(LINES + 5))
    pages = made(entry, design_of(tmp_path, FILM + MORE + NOTES), square_faces)
    assert [p.side for p in pages] == ["verso", "recto", "verso", "recto"]
    assert on_pages(pages)[2] == [f"line {n}" for n in range(21, 26)]
    assert [p.master for p in pages] == ["film", "film", "film-more", "notes"]


def test_the_page_left_over_is_the_layouts_notes_or_blank(tmp_path: Path, square_faces: Faces) -> None:
    entry = film(review=numbered(LINES + 5), notes=(para("write here"),))
    with_notes = made(entry, design_of(tmp_path, FILM + MORE + NOTES), square_faces)
    assert texts(with_notes[3].marks) == ["write here"]
    without = made(entry, design_of(tmp_path, FILM + MORE), square_faces)
    assert (without[3].side, without[3].marks) == ("recto", ())


def test_running_on_is_reported_once_with_lines_characters_and_place(
    tmp_path: Path,
    square_faces: Faces,
) -> None:
    here = Source("films/a.yaml", 31, 5)
    blocks = (*numbered(LINES), *(para(f"rest {n:02d}", source=here) for n in range(2 * LINES)))
    pages = made(film(review=blocks), design_of(tmp_path, FILM + MORE), square_faces)
    faults = [(number, fault) for number, page in enumerate(pages) for fault in page.faults]
    ((number, fault),) = faults
    assert (number, fault.code, fault.source) == (2, "overset", here)
    assert fault.detail == f"review is {2 * LINES} lines, about {2 * LINES * len('rest 00')} characters, over"
    (over,) = pages[2].over
    assert (over.frame, over.box) == ("story", fault.box)
    # as high as the lines that stand on the first page it runs on to, as wide as they are
    assert over.box is not None
    assert (over.box.width, round(over.box.height)) == (len("rest 00") * 5, round((LINES - 1) * 12 + 10))


def test_an_entry_of_any_length_runs_on_in_silence(tmp_path: Path, square_faces: Faces) -> None:
    entry = entry_of(master="plain", parts={"body": numbered(3 * LINES)})
    pages = made(entry, design_of(tmp_path), square_faces, "recto")
    assert len(pages) == 3
    assert not [f for p in pages for f in p.faults]


def test_without_a_master_of_its_own_the_frame_that_ran_over_is_used_again(
    tmp_path: Path,
    square_faces: Faces,
) -> None:
    """Its fixed height goes, and the frames that had room do not come again."""
    entry = entry_of(master="page", parts={"title": (para("title"),), "review": numbered(30)}, room="page")
    pages = made(entry, design_of(tmp_path, PAGE), square_faces, "recto")
    assert [len(p) for p in on_pages(pages)] == [1 + 16, 14]
    assert [p.side for p in pages] == ["recto", "verso"]


def test_two_frames_that_run_over_go_on_one_after_the_other(tmp_path: Path, square_faces: Faces) -> None:
    """Half as wide as the page that takes them, they stand there in two columns that end level."""
    entry = film(credits=numbered(LINES + 3), cast=numbered(LINES + 4, 41), review=numbered(LINES, 71))
    pages = made(entry, design_of(tmp_path, FILM + MORE), square_faces)
    assert on_pages(pages)[1][:7] == [f"line {n}" for n in (21, 22, 23, 61, 62, 63, 64)]
    left = [m.at.x for m in pages[1].marks if isinstance(m, TextMark)][:7]
    assert left == [20, 20, 20, 20, 104, 104, 104]
    # an empty line parts what is carried on from the review that begins under it
    assert on_pages(pages)[2] == [f"line {n}" for n in range(86, 91)]


def test_a_few_lines_that_ran_over_stay_in_one_column(tmp_path: Path, square_faces: Faces) -> None:
    pages = made(film(credits=numbered(LINES + 3)), design_of(tmp_path, FILM + MORE), square_faces)
    assert {m.at.x for m in pages[1].marks if isinstance(m, TextMark)} == {20}


def test_thin_columns_too_long_for_a_page_come_after_what_was_begun(
    tmp_path: Path, square_faces: Faces
) -> None:
    """The review is not interrupted by pages of names; these fill their pages in two columns."""
    entry = film(credits=numbered(4 * LINES), review=numbered(LINES + 5, 101))
    pages = made(entry, design_of(tmp_path, FILM + MORE), square_faces)
    printed = on_pages(pages)
    assert printed[1] == [f"line {n}" for n in range(101, 121)]
    assert printed[2] == [f"line {n}" for n in range(121, 126)]
    assert printed[3] == [f"line {n:02d}" for n in range(21, 61)]
    # what is left for the last page ends level
    assert printed[4] == [f"line {n}" for n in range(61, 81)]
    assert {m.at.y for m in pages[4].marks if isinstance(m, TextMark) and m.at.x > 50} == {
        m.at.y for m in pages[4].marks if isinstance(m, TextMark) and m.at.x < 50
    }


def test_a_more_master_without_room_for_the_rest_is_no_end_of_words(
    tmp_path: Path, square_faces: Faces
) -> None:
    """A layout whose further pages take no rest is told so; nothing vanishes in silence."""
    empty = "\n  film-more:\n    both:\n      - {frame: more, columns: 1-4, blocks: [heading]}\n"
    pages = made(film(review=numbered(LINES + 5)), design_of(tmp_path, FILM + empty), square_faces)
    printed = [text for page in on_pages(pages) for text in page]
    stuck = [f for p in pages for f in p.faults if f.code == "make-up-stuck"]
    assert stuck or len(printed) == LINES + 5


def test_an_entry_that_never_ends_is_stopped_and_says_so(
    tmp_path: Path,
    square_faces: Faces,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("progprint.pages.entry.MOST_PAGES", 2)
    entry = entry_of(master="plain", parts={"body": numbered(5 * LINES)})
    pages = made(entry, design_of(tmp_path), square_faces, "recto")
    assert len(pages) == 3
    assert [f.code for p in pages for f in p.faults] == ["make-up-stuck"]
    assert MOST_PAGES > 100


def test_a_row_higher_than_a_page_is_set_and_make_up_goes_on(tmp_path: Path, square_faces: Faces) -> None:
    high = Table((Track(share=1),), (((para("high"),),),), 4)
    blocks = (para("a"), high, para("b", space_before=400.0), para("c"))
    entry = entry_of(master="plain", parts={"body": blocks})
    pages = made(entry, design_of(tmp_path), square_faces, "recto")
    assert [t for page in on_pages(pages) for t in page] == ["a", "high", "b", "c"]


def test_a_spread_may_begin_on_either_side(tmp_path: Path, square_faces: Faces) -> None:
    pages = made(
        film(title=(para("title"),), review=(para("review"),)),
        design_of(tmp_path, FILM),
        square_faces,
        "recto",
    )
    assert [p.side for p in pages] == ["recto", "verso"]
    assert on_pages(pages) == [["review"], ["title"]]


def test_a_page_that_lies_on_its_side_is_as_wide_as_it_was_high(tmp_path: Path, square_faces: Faces) -> None:
    entry = entry_of(parts={"body": (para("aaaa " * 50),)}, landscape=True)
    (page,) = made(entry, design_of(tmp_path), square_faces, "recto")
    # 300 - 36 pt of measure hold 52 letters of 5 pt, ten words of four with their spaces
    assert texts(page.marks)[0].count("aaaa") == 10


# --- nothing lost --------------------------------------------------------------------------------

#: short enough for the narrowest column, so that no word is broken
WORD = st.sampled_from(("a", "bb", "cccc"))


@st.composite
def parts(draw: st.DrawFn) -> dict[str, tuple[object, ...]]:
    """A film of any length: every line of type has a text that no other has."""
    count = 0

    def paras(most: int) -> tuple[Para, ...]:
        nonlocal count
        made = []
        for _ in range(draw(st.integers(0, most))):
            count += 1
            words = " ".join(f"{draw(WORD)}{count}" for _ in range(draw(st.integers(1, 12))))
            made.append(
                para(words, keep_next=draw(st.booleans()), space_before=draw(st.sampled_from((0.0, 6.0))))
            )
        return tuple(made)

    rows = tuple(((one,), (two,)) for one, two in zip(paras(12), paras(12), strict=False))
    return {
        "title": paras(3),
        "credits": (Table((Track(limit=32), Track(share=1)), rows, 4),) if rows else (),
        "cast": paras(30),
        "review": (Pair(paras(12), paras(12), (3, 2), 4), *paras(20)),
        "screenings": paras(6),
    }


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts(), st.sampled_from(("verso", "recto")))
def test_every_line_of_the_galley_is_on_exactly_one_page(
    tmp_path: Path,
    square_faces: Faces,
    given_parts: dict[str, tuple[object, ...]],
    side: str,
) -> None:
    design = design_of(tmp_path, FILM + MORE + NOTES)
    pages = made(film(**given_parts), design, square_faces, side)
    words = Counter(w for page in on_pages(pages) for text in page for w in text.split())
    wanted: Counter[str] = Counter()
    for blocks in given_parts.values():
        galley = set_blocks(blocks, WIDTH * 5, setting_of(square_faces))  # type: ignore[arg-type]
        wanted.update(w for text in in_galley(galley) for w in text.split())
    assert words == wanted
    assert len(pages) % 2 == 0
    assert [p.side for p in pages] == [side, "recto" if side == "verso" else "verso"] * (len(pages) // 2)
    for page in pages:
        for mark in page.marks:
            if isinstance(mark, TextMark):
                assert mark.at.y < 300 - 36 or any(f.code == "keep-broken" for f in page.faults)
