"""Overrides: an entry as its designer wishes it, and wishes that no longer apply."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from progprint.blocks.types import Band, Beside, Entry, Pair, Para, Picture, Table, Track
from progprint.design.overrides import BreakWish, LineWish, Override
from progprint.design.types import Design, Ladder, Rung
from progprint.diag import Source
from progprint.glyphs import Faces
from progprint.pages.entry import make_up
from progprint.pages.fitting import fitting
from progprint.pages.granting import granting
from progprint.pages.kept import canonical
from progprint.pages.made import Made
from progprint.pages.overriding import overridden, without_text
from progprint.pages.types import TextMark
from small_books import design_of, entry_of, numbered, para, setting_of, texts

HERE = Source("overrides/a.yaml", 3, 1)
ROOM = """
masters:
  page:
    both:
      - {frame: story, columns: 1-4, blocks: [title, review, life]}
  page-more:
    both:
      - {frame: story, columns: 1-4, blocks: [rest]}
"""
PLACES = dict.fromkeys(("still", "credits", "cast", "rung"), HERE)


@pytest.fixture
def design(tmp_path: Path) -> Design:
    return design_of(tmp_path, ROOM)


def prose(text: str, lang: str = "en", line: int = 1) -> Para:
    found = para(text, lang, source=Source("films/a.yaml", line, 1), align="justify", word_space=(0.3, 1.0, 1.3))
    return found._replace(field="review")


def film(*review: object, **parts: tuple[object, ...]) -> Entry:
    return entry_of(master="page", parts={"review": review, **parts}, room="page")  # type: ignore[arg-type]


def wished(entry: Entry, design: Design, **wish: object) -> tuple[Entry, list[str]]:
    override = Override("a", places=PLACES, source=HERE, **wish)  # type: ignore[arg-type]
    (found,), lost = overridden([entry], {"a": override}, design, "en")
    assert all((f.code, f.source) == ("override-lost", HERE) for f in lost)
    return found, [f.message for f in lost]


def pages_of(entry: Entry, design: Design, faces: Faces) -> tuple[Made, ...]:
    def make(entry: Entry, side: str) -> tuple[str, tuple[Made, ...]]:
        return "", make_up(entry, side, design, setting_of(faces))

    return granting(make, fitting(make, lambda entry: None))(entry, "recto")[1]


def lines(pages: tuple[Made, ...], line: int) -> int:
    return sum(isinstance(m, TextMark) and m.source.line == line for page in pages for m in page.marks)


# --- lines ---------------------------------------------------------------------------------------


def review() -> tuple[Para, ...]:
    """The second paragraph can do with a line less, the first cannot."""
    return prose("short words", line=1), prose(" ".join(["aaa bb c"] * 20) + ".", line=2)


def test_a_text_a_line_shorter_takes_it_where_there_is_one(design: Design, square_faces: Faces) -> None:
    entry, lost = wished(film(*review()), design, lines=(LineWish("review", "", -1, 0, HERE),))
    natural, tight = pages_of(film(*review()), design, square_faces), pages_of(entry, design, square_faces)
    assert not lost
    assert [lines(tight, n) - lines(natural, n) for n in (1, 2)] == [0, -1]


def test_and_a_line_longer(design: Design, square_faces: Faces) -> None:
    entry, _ = wished(film(*review()), design, lines=(LineWish("review", "en", 1, 2, HERE),))
    natural, loose = pages_of(film(*review()), design, square_faces), pages_of(entry, design, square_faces)
    assert lines(loose, 2) == lines(natural, 2) + 1


def test_what_cannot_be_shorter_is_reported(design: Design, square_faces: Faces) -> None:
    entry, _ = wished(film(*review()), design, lines=(LineWish("review", "", -1, 1, HERE),))
    (fault,) = [f for page in pages_of(entry, design, square_faces) for f in page.faults]
    assert (fault.code, fault.source) == ("override-lost", HERE)
    assert fault.detail.startswith("paragraph 1 of `review.en` cannot be 1 line shorter")


def test_a_language_or_paragraph_that_is_gone_is_reported(design: Design) -> None:
    wishes = (LineWish("review", "fr", -1, 0, HERE), LineWish("review", "", -1, 7, HERE), LineWish("bio", "", 1, 0, HERE))
    entry, lost = wished(film(*review()), design, lines=wishes)
    assert entry.wishes == ()
    assert lost == [
        "films/a has no `review.fr`", "films/a has no `review` with a paragraph 7", "films/a has no `bio`",
    ]  # fmt: skip


# --- pictures, lists, breaks ---------------------------------------------------------------------


def test_a_still_is_cropped_elsewhere(design: Design) -> None:
    entry, lost = wished(film(still=(Picture("/a.jpg"),)), design, focus=(0.0, 0.5))
    assert not lost
    assert entry.part("still") == (Picture("/a.jpg", (0.0, 0.5)),)
    band = Band((Picture("/a.jpg"), Picture("/b.jpg")))
    entry, lost = wished(film(still=(band,)), design, focus=(0.0, 0.5))
    assert not lost and all(p.focus == (0.0, 0.5) for b in entry.part("still") if isinstance(b, Band) for p in b.slices)
    assert wished(film(still=(Picture(""),)), design, focus=(0.0, 0.5))[1] == ["films/a has no still"]


def test_a_list_stands_in_columns(design: Design) -> None:
    rows = tuple(((para(f"role {n}"),), (para(f"name {n}"),)) for n in range(5))
    table = Table((Track(share=1), Track(share=1)), rows, 4, field="credits")
    entry, lost = wished(film(credits=(para("label"), table)), design, columns=(("credits", 2),))
    _, beside = entry.part("credits")
    assert not lost and isinstance(beside, Beside)
    halves = [t.rows for part in beside.parts for t in part if isinstance(t, Table)]
    assert [len(half) for half in halves] == [3, 2] and halves[0] + halves[1] == rows
    assert wished(film(), design, columns=(("cast", 2),))[1] == ["films/a has no `cast`"]


def test_a_page_begins_before_a_block(design: Design, square_faces: Faces) -> None:
    entry, lost = wished(film(*numbered(2), life=numbered(2, 3)), design, breaks=(BreakWish("life", 0, HERE),))
    pages = pages_of(entry, design, square_faces)
    assert not lost
    assert [texts(page.marks) for page in pages] == [["line 01", "line 02"], ["line 03", "line 04"]]
    # it is wished, and exceeds nothing
    assert not [f for page in pages for f in page.faults]


def test_or_before_a_paragraph_of_both_languages(design: Design, square_faces: Faces) -> None:
    left, right = [tuple(prose(f"{lang} {n}", lang, n) for n in (1, 2, 3)) for lang in ("en", "fr")]
    entry, lost = wished(film(Pair(left, right, (1, 1), 4)), design, breaks=(BreakWish("review", 3, HERE),))
    pages = pages_of(entry, design, square_faces)
    assert not lost
    assert [sorted(texts(page.marks)) for page in pages] == [["en 1", "en 2", "fr 1", "fr 2"], ["en 3", "fr 3"]]


def test_a_break_before_what_begins_a_page_already_makes_no_empty_one(design: Design, square_faces: Faces) -> None:
    entry, _ = wished(film(*numbered(2)), design, breaks=(BreakWish("review", 0, HERE),))
    assert [texts(page.marks) for page in pages_of(entry, design, square_faces)] == [["line 01", "line 02"]]


def test_a_break_before_what_is_gone_is_reported(design: Design) -> None:
    wishes = (BreakWish("life", 0, HERE), BreakWish("review", 4, HERE))
    _, lost = wished(film(*review()), design, breaks=wishes)
    assert lost == ["films/a has no `life`", "films/a has no `review` with a paragraph 4"]


# --- size and rung -------------------------------------------------------------------------------


def test_running_text_in_a_size_of_its_own(design: Design, square_faces: Faces) -> None:
    entry, _ = wished(film(prose("words"), title=(para("title"),)), design, size=8.0)
    (page,) = pages_of(entry, design, square_faces)
    sizes = {m.text: m.pieces[0].size for m in page.marks if isinstance(m, TextMark)}
    assert sizes == {"title": 10.0, "words": 8.0}


def test_a_rung_is_stood_on_though_none_is_needed(design: Design, square_faces: Faces) -> None:
    fit = Ladder((Rung("letter-space", -0.01), Rung("size", 9.0)), 10.0)
    entry, lost = wished(replace(film(prose("words")), ladder=fit), design, rung=Rung("letter-space", -0.01))
    assert not lost
    assert pages_of(entry, design, square_faces)[0].rungs == (Rung("picture"), Rung("letter-space", -0.01))
    entry, lost = wished(replace(film(prose("words")), ladder=fit), design, rung=Rung("size", 8.0))
    assert (entry.rungs, lost) == (None, ["the ladder of films/a has no rung `size 8pt`"])


# --- which texts ---------------------------------------------------------------------------------


def test_a_film_that_is_gone_is_reported() -> None:
    (lost,) = without_text({"a": Override("a", source=HERE), "b": Override("b", source=HERE)}, ["b"])
    assert (lost.code, lost.source, lost.message) == ("override-lost", HERE, "the festival has no film or text `a`")


def test_another_layouts_override_is_left_alone(design: Design) -> None:
    entry = film(*review())
    assert wished(entry, design, layouts=("pocket",), breaks=(BreakWish("life", 0, HERE),)) == (entry, [])
    assert wished(entry, design, layouts=("small",), breaks=(BreakWish("life", 0, HERE),))[1]


def test_what_is_wished_makes_another_key(design: Design) -> None:
    entry = film(*review(), still=(Picture("/a.jpg"),), life=numbered(1))
    found = [
        wished(entry, design, **wish)[0]
        for wish in ({"focus": (0.0, 0.5)}, {"breaks": (BreakWish("life", 0, HERE),)}, {"size": 8.0})
    ]
    assert len({canonical(each, {}) for each in (entry, *found)}) == 4
