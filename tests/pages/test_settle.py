"""Entries -> Booklet: sides, blanks, multiples of four, bindings, references, outline, folios."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from progprint.blocks.types import Entry, PageRef, Table, Track
from progprint.design.types import Design
from progprint.glyphs import Faces
from progprint.pages.types import Booklet, LinkMark, Page, RefMark, TextMark
from small_books import (
    LEFT_RECTO,
    LEFT_VERSO,
    LINES,
    booklet_of,
    design_of,
    entry_of,
    numbered,
    para,
    style,
    text_mark,
    texts,
)

MASTERS = """
masters:
  plain:
    running:
      - {text: "{folio}", style: folio, edge: foot, side: outside, offset: 20pt}
    both:
      - {frame: heading, columns: 1-4, blocks: [heading]}
      - {frame: body, columns: 1-4, blocks: [body]}
"""
LOOSE = "binding: loose\n"


@pytest.fixture
def design(tmp_path: Path) -> Design:
    return design_of(tmp_path, MASTERS)


def page_entry(name: str, pages: int = 1, **more: object) -> Entry:
    """An entry of so many full pages."""
    return entry_of(name, parts={"body": numbered(pages * LINES)}, **more)


def stands(booklet: Booklet) -> list[tuple[str, str]]:
    return [(page.name, page.side) for page in booklet.pages]


def test_the_first_page_is_a_recto_and_sides_alternate(design: Design, square_faces: Faces) -> None:
    booklet = booklet_of([page_entry("a", 4)], design, square_faces)
    assert [p.side for p in booklet.pages] == ["recto", "verso", "recto", "verso"]
    assert [p.number for p in booklet.pages] == [1, 2, 3, 4]
    assert [p.size for p in booklet.pages] == [(200, 300)] * 4


def test_a_blank_comes_before_what_begins_on_a_verso(design: Design, square_faces: Faces) -> None:
    entries = [page_entry("cover"), page_entry("text"), page_entry("film", 2, start="verso")]
    booklet = booklet_of(entries, design, square_faces, bind=False)
    assert stands(booklet) == [
        ("cover", "recto"),
        ("text", "verso"),
        ("blank", "recto"),
        ("film", "verso"),
        ("film", "recto"),
    ]
    assert (booklet.pages[2].marks, booklet.pages[2].folio) == ((), "")


EITHER = """
masters:
  plain:
    both:
      - {frame: body, columns: 1-4, blocks: [body]}
  double:
    verso:
      - {frame: head, columns: 1-4, blocks: [heading]}
    recto:
      - {frame: body, columns: 1-4, blocks: [rest, body]}
  single:
    both:
      - {frame: body, columns: 1-4, blocks: [heading, body]}
"""


@pytest.mark.parametrize(
    ("lengths", "pages"),
    [
        # a page each, as long as each fits one
        ("short short", "plain short short"),
        # what does not fit takes its spread, which begins on the left: a film alone there takes one too
        ("short long", "plain short short long long"),
        ("short short long", "plain short short long long"),
        ("long short short long", "plain long long short short long long"),
        ("short short short long", "plain short short short short long long"),
    ],
)
def test_a_film_takes_one_page_when_it_fits_and_else_a_spread(
    tmp_path: Path, square_faces: Faces, lengths: str, pages: str
) -> None:
    design = design_of(tmp_path, EITHER)
    entries = [page_entry("plain")]
    for name in lengths.split():
        text = numbered(3 if name == "short" else LINES)
        parts = {"heading": numbered(1, 80), "body": text}
        options = {"master": "double", "page_master": "single", "room": "spread", "start": "verso"}
        entries.append(entry_of(name, parts=parts, **options))
    booklet = booklet_of(entries, design, square_faces)
    assert " ".join(page.name for page in booklet.pages if page.name != "blank") == pages
    assert all(page.side == "verso" for page in first_pages(booklet, "long"))


def first_pages(booklet: Booklet, name: str) -> list[Page]:
    """The page on which each run of pages of this name begins."""
    pages = booklet.pages
    return [p for before, p in pairwise(pages) if p.name == name and before.name != name]


def test_a_film_on_a_page_never_leaves_a_blank_before_a_spread(tmp_path: Path, square_faces: Faces) -> None:
    design = design_of(tmp_path, EITHER)
    options = {"master": "double", "page_master": "single", "room": "spread", "start": "verso"}
    short = entry_of("short", parts={"heading": numbered(1, 80), "body": numbered(3)}, **options)
    opener = entry_of("opener", parts={"body": numbered(2)}, start="verso")
    booklet = booklet_of([page_entry("plain"), short, opener], design, square_faces)
    assert [p.name for p in booklet.pages[:4]] == ["plain", "short", "short", "opener"]


def test_no_blank_where_the_side_is_right_or_any(design: Design, square_faces: Faces) -> None:
    entries = [page_entry("cover", start="recto"), page_entry("film", start="verso"), page_entry("text")]
    assert [n for n, _ in stands(booklet_of(entries, design, square_faces, bind=False))] == [
        "cover",
        "film",
        "text",
    ]


@pytest.mark.parametrize(("pages", "total"), [(1, 4), (4, 4), (5, 8), (7, 8)])
def test_a_booklet_is_padded_to_a_multiple_of_four_and_says_so(
    design: Design,
    square_faces: Faces,
    pages: int,
    total: int,
) -> None:
    booklet = booklet_of([page_entry("a", pages)], design, square_faces)
    assert len(booklet.pages) == total
    assert [f.code for f in booklet.faults] == (["padded"] if pages != total else [])
    assert all(p.name == "blank" and not p.marks for p in booklet.pages[pages:])


def test_the_back_stays_the_last_page(design: Design, square_faces: Faces) -> None:
    booklet = booklet_of([page_entry("a", 4), page_entry("back")], design, square_faces)
    assert [n for n, _ in stands(booklet)] == ["a"] * 4 + ["blank"] * 3 + ["back"]
    assert booklet.faults[0].detail.startswith("3 blank pages")


def test_the_back_is_made_up_for_the_side_where_it_ends(design: Design, square_faces: Faces) -> None:
    entries = [page_entry("a", 6), entry_of("back", parts={"body": (para("back"),)})]
    booklet = booklet_of(entries, design, square_faces)
    last = booklet.pages[-1]
    assert (last.side, text_mark(last.body, "back").at.x) == ("verso", LEFT_VERSO)


@pytest.mark.parametrize(
    ("pages", "binding"), [(4, "saddle"), (64, "saddle"), (65, "perfect"), (61, "saddle")]
)
def test_saddle_stitch_holds_sixty_four_pages(
    design: Design,
    square_faces: Faces,
    pages: int,
    binding: str,
) -> None:
    entries = [entry_of(f"e{n}", parts={"body": (para("a"),)}) for n in range(pages)]
    assert booklet_of(entries, design, square_faces).binding == binding


@pytest.mark.parametrize("binding", ["saddle", "perfect"])
def test_the_layout_may_ask_for_a_binding(tmp_path: Path, square_faces: Faces, binding: str) -> None:
    design = design_of(tmp_path, MASTERS, more=f"binding: {binding}\n")
    booklet = booklet_of([page_entry("a", 2)], design, square_faces)
    assert (booklet.binding, len(booklet.pages)) == (binding, 4)


def test_loose_sheets_are_all_rectos_and_never_padded(tmp_path: Path, square_faces: Faces) -> None:
    design = design_of(tmp_path, MASTERS, more=LOOSE)
    entries = [page_entry("a"), page_entry("b"), page_entry("c")]
    booklet = booklet_of(entries, design, square_faces)
    assert stands(booklet) == [("a", "recto"), ("b", "recto"), ("c", "recto")]
    assert booklet.binding == "loose"


def test_sheets_that_lie_on_their_side(tmp_path: Path, square_faces: Faces) -> None:
    booklet = booklet_of(
        [page_entry("a", landscape=True)], design_of(tmp_path, MASTERS, more=LOOSE), square_faces
    )
    assert booklet.pages[0].size == (300, 200)


# --- references ----------------------------------------------------------------------------------


def listing(*keys: str) -> Entry:
    """A contents page: a word and the folio of each key."""
    rows = tuple(((para(key),), (PageRef(key, style()),)) for key in keys)
    return entry_of("contents", parts={"body": (Table((Track(share=1), Track(fixed=20)), rows, 4),)})


def test_references_become_the_folio_of_the_page(design: Design, square_faces: Faces) -> None:
    entries = [
        listing("entry:film", "inside"),
        page_entry("film", 2, anchors=("entry:film",)),
        entry_of("text", parts={"body": (*numbered(LINES), para("there", anchor="inside"))}),
    ]
    booklet = booklet_of(entries, design, square_faces)
    assert booklet.refs["entry:film"] == 2
    assert booklet.refs["inside"] == 5
    folios = [m for m in booklet.pages[0].furniture if isinstance(m, TextMark) and m.text in "25"]
    assert [m.text for m in folios] == ["2", "5"]
    assert not [m for p in booklet.pages for m in p.marks if isinstance(m, RefMark)]


def test_a_folio_stands_flush_right_in_its_room_and_leads_there(design: Design, square_faces: Faces) -> None:
    booklet = booklet_of(
        [listing("entry:film"), page_entry("film", anchors=("entry:film",))], design, square_faces
    )
    (folio,) = [m for m in booklet.pages[0].furniture if isinstance(m, TextMark) and m.style == "body"]
    (piece,) = folio.pieces
    assert folio.at.x + piece.x + piece.width == pytest.approx(LEFT_RECTO + 164)
    assert piece.link == "ref:entry:film"
    assert not [m for m in booklet.pages[0].body if isinstance(m, LinkMark)]


def test_a_reference_to_nowhere_is_a_fault_and_prints_nothing(design: Design, square_faces: Faces) -> None:
    booklet = booklet_of([listing("entry:none")], design, square_faces)
    assert [(f.code, f.detail) for f in booklet.pages[0].faults] == [("reference-lost", "entry:none")]
    assert texts(booklet.pages[0].body) == ["entry:none"]


def test_the_first_place_of_a_name_counts(design: Design, square_faces: Faces) -> None:
    entries = [page_entry("a", 2, anchors=("entry:a",)), page_entry("b", anchors=("entry:a",))]
    assert booklet_of(entries, design, square_faces).refs["entry:a"] == 1


# --- folios, outline, keys -----------------------------------------------------------------------


def test_folios_count_every_page_and_stand_on_furnished_ones(design: Design, square_faces: Faces) -> None:
    entries = [page_entry("cover", furnished=False), page_entry("a", 2)]
    booklet = booklet_of(entries, design, square_faces)
    assert [p.folio for p in booklet.pages] == ["", "2", "3", ""]
    printed = [[m.text for m in p.furniture if isinstance(m, TextMark)] for p in booklet.pages]
    assert printed == [[], ["2"], ["3"], []]


def test_the_outline_lists_each_entry_once_where_it_begins(design: Design, square_faces: Faces) -> None:
    entries = [
        page_entry("a", 2, outline=(("Section", 0), ("Film", 1))),
        page_entry("b", outline=(("Next", 0),)),
        page_entry("b", outline=(("Next", 0),)),
    ]
    booklet = booklet_of(entries, design, square_faces)
    assert [tuple(item) for item in booklet.outline] == [("Section", 1, 0), ("Film", 1, 1), ("Next", 3, 0)]


def test_each_page_of_an_entry_has_a_key_of_its_own(design: Design, square_faces: Faces) -> None:
    booklet = booklet_of([page_entry("a", 2), page_entry("b", 1)], design, square_faces)
    keys = [p.key for p in booklet.pages if p.name != "blank"]
    assert len(set(keys)) == 3
    assert booklet.pages[-1].key == ""


def test_progress_is_told_after_each_entry(design: Design, square_faces: Faces) -> None:
    from progprint.pages.made import Made
    from progprint.pages.settle import Book, settle

    told: list[tuple[str, int, int]] = []
    settle(
        (page_entry("a"), page_entry("b")),
        Book("x", "en"),
        (design, square_faces),
        lambda entry, side: ("", (Made(side, (), (), (), ""),)),
        progress=lambda *args: told.append(args),
    )
    assert told == [("a", 1, 2), ("b", 2, 2)]
