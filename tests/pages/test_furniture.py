"""Pages that know their place -> running heads, folios, thumb tabs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from progprint.blocks.types import Entry
from progprint.design.types import FOLIO_ROOM, Design
from progprint.diag import Source
from progprint.geom import Rect
from progprint.glyphs import Faces
from progprint.pages.furniture import Fields, Place, furnish, heads_of
from progprint.pages.types import FillMark, Mark, TextMark
from progprint.style import Ink
from progprint.words import Markup, Words
from small_books import LEFT_RECTO, LEFT_VERSO, WIDTH, design_of, entry_of, span, text_mark, texts

MASTERS = """
masters:
  plain:
    running:
      - {text: "{folio}", style: folio, edge: foot, side: outside, offset: 20pt}
      - {text: "{title}", style: running, edge: foot, side: inside, offset: 20pt}
      - {text: "{festival}", style: running, edge: head, side: left, pages: verso, offset: 12pt}
      - {text: "{page} / {pages}", style: folio, edge: head, side: right, pages: recto, offset: 12pt}
    thumb: {width: 18pt, height: 50pt, top: 30pt, style: running}
    both:
      - {frame: body, columns: 1-4, blocks: [body]}
"""
RED = Ink(0, 1, 1, 0, "red")


@pytest.fixture
def design(tmp_path: Path) -> Design:
    return design_of(tmp_path, MASTERS)


def entry(title: str = "Title", **more: object) -> Entry:
    fields = (("title", (Words(title, "en"),)), ("festival", (Words("Festival", "en"),)))
    return entry_of(fields=fields, **more)


def marks(one: Entry, design: Design, faces: Faces, side: str = "recto") -> tuple[Mark, ...]:
    return furnish(one, design.masters["plain"], Place(side, "12", "48"), design, faces)


def edges(mark: TextMark) -> tuple[float, float]:
    return mark.at.x + mark.pieces[0].x, mark.at.x + mark.pieces[-1].x + mark.pieces[-1].width


def test_the_folio_stands_outside_and_the_title_inside(design: Design, square_faces: Faces) -> None:
    recto = marks(entry(), design, square_faces)
    assert edges(text_mark(recto, "12"))[1] == pytest.approx(LEFT_RECTO + WIDTH)
    assert edges(text_mark(recto, "Title"))[0] == pytest.approx(LEFT_RECTO)
    verso = marks(entry(), design, square_faces, "verso")
    assert edges(text_mark(verso, "12"))[0] == pytest.approx(LEFT_VERSO)
    assert edges(text_mark(verso, "Title"))[1] == pytest.approx(LEFT_VERSO + WIDTH)


def test_offsets_count_from_the_trim(design: Design, square_faces: Faces) -> None:
    recto = marks(entry(), design, square_faces)
    assert text_mark(recto, "12").at.y == 280
    assert text_mark(recto, "12 / 48").at.y == 12


def test_some_furniture_is_for_one_side_only(design: Design, square_faces: Faces) -> None:
    assert texts(marks(entry(), design, square_faces)) == ["12", "Title", "12 / 48"]
    assert texts(marks(entry(), design, square_faces, "verso")) == ["12", "Title", "Festival"]


def test_a_page_that_is_not_furnished_has_none(design: Design, square_faces: Faces) -> None:
    assert marks(entry(furnished=False), design, square_faces) == ()


def test_a_field_that_is_not_there_prints_nothing(design: Design, square_faces: Faces) -> None:
    assert texts(marks(entry_of(), design, square_faces)) == ["12", "12 / 48"]


def test_a_title_too_long_ends_between_words(design: Design, square_faces: Faces) -> None:
    long = "The Very Long Title Of A Film That Nobody Remembers At All"
    (title,) = [
        m
        for m in marks(entry(long), design, square_faces)
        if isinstance(m, TextMark) and m.text.startswith("The")
    ]
    assert title.text.endswith(" …")
    assert long.startswith(title.text.removesuffix(" …"))
    assert edges(title)[1] <= LEFT_RECTO + WIDTH - FOLIO_ROOM + 0.01


def test_a_marked_title_is_cut_as_any_other(design: Design, square_faces: Faces) -> None:
    long = "The Very Long Title Of A Film That Nobody Remembers At All"
    for start in range(0, 30, 3):
        words = Words(long, "en", marks=(Markup(start, start + 9, "emphasis"),))
        one = entry_of(fields=(("title", (words, Words("  ", "en"), Words("Altro", "it"))),))
        cut = [texts(marks(each, design, square_faces))[1] for each in (one, entry(long))]
        assert cut[0] == cut[1] and cut[0].endswith(" …")


def test_a_second_form_gives_way_before_the_first_is_cut(design: Design, square_faces: Faces) -> None:
    one = entry_of(fields=(("title", (Words("First Form Of It", "en"), Words("  ", "en"), Words("The Second Form Of It", "it"))),))
    assert texts(marks(one, design, square_faces))[1] == "First Form Of It"


def test_a_title_without_spaces_stays_within_its_room(design: Design, square_faces: Faces) -> None:
    long = "懸崖之上" * 12
    fields = (("title", (Words(long, "zh-Hant"),)),)
    (title,) = [
        m
        for m in marks(entry_of(fields=fields), design, square_faces)
        if isinstance(m, TextMark) and m.text.startswith("懸")
    ]
    assert edges(title)[1] <= LEFT_RECTO + WIDTH - FOLIO_ROOM + 0.01


def test_the_thumb_bleeds_off_the_outer_edge_a_step_lower_for_each_section(
    design: Design,
    square_faces: Faces,
) -> None:
    for number, side, x in ((0, "recto", 182), (2, "recto", 182), (0, "verso", -10)):
        one = entry(thumb=(RED, number, (span("Shorts"),)))
        (tab,) = [m for m in marks(one, design, square_faces, side) if isinstance(m, FillMark)]
        assert tab == FillMark(Rect(x, 30 + number * 50, 28, 50), RED)


def test_the_thumbs_name_is_turned_and_stays_on_its_tab(design: Design, square_faces: Faces) -> None:
    one = entry(thumb=(RED, 1, (span("Short"),)))
    down = text_mark(marks(one, design, square_faces), "Short")
    assert down.turn == 90
    assert 182 < down.at.x < 200
    assert 80 < down.at.y < 130
    up = text_mark(marks(one, design, square_faces, "verso"), "Short")
    assert up.turn == -90
    assert 0 < up.at.x < 18
    assert 80 < up.at.y < 130


def test_a_thumbs_name_stays_on_its_tab_however_long(design: Design, square_faces: Faces) -> None:
    one = entry(thumb=(RED, 1, (span("Restored Classics"),)))
    name = next(m for m in marks(one, design, square_faces) if isinstance(m, TextMark) and m.turn == 90)
    assert name.at.y + edges(name)[1] - name.at.x <= 80 + 50


def test_a_page_on_its_side_is_furnished_at_its_own_edges(design: Design, square_faces: Faces) -> None:
    recto = marks(replace(entry(), landscape=True), design, square_faces)
    assert text_mark(recto, "12").at.y == 180
    assert edges(text_mark(recto, "12"))[1] == pytest.approx(300 - 16)


def test_a_page_of_a_list_is_headed_by_what_begins_on_it() -> None:
    heads = tuple(
        (f"entry:{name}", (("first", (Words(name.upper(), "en"),)), ("section", (Words(where, "en"),))))
        for name, where in (("a", "One"), ("b", "One"), ("c", "Two"))
    )
    one = entry_of(fields=(("title", (Words("Films", "en"),)),), heads=heads)

    def said(anchors: list[str], before: Fields = ()) -> tuple[dict[str, str], Fields]:
        found, after = heads_of(one, anchors, before)
        return {key: words[0].text for key, words in found}, after

    first, after = said(["page:x", "entry:a", "entry:b"])
    assert first == {"title": "Films", "first": "A", "section": "One", "last": "B"}
    assert said([], after)[0] == {"title": "Films", "first": "B", "section": "One"}
    assert said(["entry:c"], after)[0] == {"title": "Films", "first": "C", "section": "Two"}


def test_a_range_that_is_too_long_loses_its_dash_too(tmp_path: Path, square_faces: Faces) -> None:
    master = MASTERS.replace("{title}", "{first} – {last}")
    design = design_of(tmp_path, master)
    here = Source("films/a.yaml", 1, 1)
    fields = (("first", (Words("Some title", "en", here),)), ("last", (Words("another " * 4, "en"),)))
    found = marks(entry_of(fields=fields), design, square_faces)
    assert "Some title" in texts(found)
