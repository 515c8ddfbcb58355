"""Words with marks -> spans: what is slanted, strong, linked, broken, read aloud, noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from blocks.conftest import Press
from progprint.blocks.desk import parted
from progprint.blocks.facts import bracketed, family_first, listed
from progprint.blocks.film import film_parts
from progprint.blocks.marked import spans_of
from progprint.blocks.pattern import fill_pattern
from progprint.design import read_design
from progprint.design.types import Design, Pattern
from progprint.diag import Severity
from progprint.programme.types import Film
from progprint.style import BLACK, Span
from progprint.words import Markup, Words
from small_books import design_of, said, style


@pytest.fixture
def design(tmp_path: Path) -> Design:
    return design_of(tmp_path)


def words(text: str, *marks: tuple[int, int, str] | tuple[int, int, str, str], lang: str = "en") -> Words:
    return Words(text, lang, marks=tuple(Markup(*mark) for mark in marks))


def cut(design: Design, marked: Words, **how: object) -> list[Span]:
    return list(spans_of(marked, style(), design, **how))  # type: ignore[arg-type]


def test_words_without_marks_are_one_span(design: Design) -> None:
    (one,) = cut(design, Words("plain", "en"), link="ref:x")
    assert one == Span(Words("plain", "en"), style(), "ref:x")


def test_marks_in_marks(design: Design) -> None:
    marked = words("a bcd e", (2, 5, "link", "https://x.y"), (3, 7, "emphasis"), (4, 5, "strong"))
    spans = cut(design, marked)
    assert [(s.words.text, s.style.italic, s.style.weight, s.link) for s in spans] == [
        ("a ", False, 400, ""), ("b", False, 400, "https://x.y"), ("c", True, 400, "https://x.y"),
        ("d", True, 600, "https://x.y"), (" e", True, 400, ""),
    ]  # fmt: skip
    assert all(not s.words.marks for s in spans)


def test_emphasis_in_italics_is_upright(design: Design) -> None:
    (one,) = spans_of(words("a", (0, 1, "emphasis")), style(italic=True), design)
    assert not one.style.italic


@pytest.mark.parametrize(("text", "lang", "italic"), [
    ("Hero", "en", True), ("Кино", "ru", True), ("Ταινία", "el", True), ("hòu", "zh-Latn-pinyin", True),
    ("英雄", "zh-Hant", False), ("後", "ja", False), ("이후", "ko", False), ("ฮีโร่", "th", False),
    ("Hero 2", "zh-Hant", True), ("《Hero》英雄", "zh-Hant", False), ("2021", "ja", False),
])  # fmt: skip
def test_only_scripts_that_have_italics_are_slanted(design: Design, text: str, lang: str, italic: bool) -> None:
    (one,) = cut(design, words(text, (0, len(text), "emphasis"), lang=lang))
    assert one.style.italic is italic and not one.dots


def test_emphasised_han_has_its_dots(design: Design) -> None:
    (one,) = spans_of(words("英雄", (0, 2, "emphasis"), lang="ja"), style(emphasis_dots="over"), design)
    assert (one.dots, one.style.italic) == ("over", False)


def test_a_break_ends_a_line_only_where_there_are_lines(design: Design) -> None:
    marked = words("Hill Udine", (4, 5, "break"))
    assert "".join(s.words.text for s in cut(design, marked)) == "Hill Udine"
    assert [s.words.text for s in cut(design, marked, lines=True)] == ["Hill", "\n", "Udine"]
    han = words("山街城", (2, 2, "break"), lang="zh-Hant")
    assert [s.words.text for s in cut(design, han, lines=True)] == ["山街", "\n", "城"]


def test_a_reading_and_a_note(design: Design) -> None:
    marked = words("漢字", (0, 2, "ruby", "かんじ"), (2, 2, "note", "x.md:1:1#12"), lang="ja")
    base, mark = cut(design, marked)
    assert base.ruby is not None and base.ruby.words.text == "かんじ" and base.ruby.style.size == 5
    assert (mark.words.text, mark.link, mark.style.size) == ("12", "note:x.md:1:1#12", 6.2)
    assert mark.style.rise == pytest.approx(3.41)


def test_the_layouts_mark_of_a_note_is_laid_over_the_text(tmp_path: Path) -> None:
    design = _with_style(tmp_path, "note-mark: {size: 100 %, rise: 0pt, features: sups}")
    (_, mark) = spans_of(words("a", (1, 1, "note", "x#1")), style(), design)
    assert (mark.style.size, mark.style.rise, mark.style.features) == (10, 0, ("sups",))


def _with_style(folder: Path, rule: str) -> Design:
    design_of(folder)
    file = folder / "small.yaml"
    file.write_text(file.read_text("utf-8").replace("  folio:", f"  {rule}\n  folio:"), encoding="utf-8")
    design, faults = read_design(file)
    assert design is not None and not [f for f in faults if f.severity is not Severity.INFO]
    return design


ITALIC = words("x y", (2, 3, "emphasis"))


def test_lists_brackets_and_patterns_keep_marks(design: Design) -> None:
    assert bracketed(Words("Cut", "en"), ITALIC).marks == ((7, 8, "emphasis", ""),)
    assert bracketed(ITALIC, ITALIC)[::3] == ("x y (x y)", ((2, 3, "emphasis", ""), (7, 8, "emphasis", "")))
    assert [w.text for w in listed((ITALIC, ITALIC))] == ["x y", ", ", "x y"]
    assert [w.marks for w in parted((ITALIC, ITALIC))] == [ITALIC.marks, (), ITALIC.marks]
    spans = fill_pattern(Pattern((("", "a"), (" · ", "b"))), {"a": (ITALIC,), "b": (ITALIC,)}, design, "running")
    assert [(s.words.text, s.style.italic) for s in spans] == [
        ("x ", False), ("y", True), (" · ", False), ("x ", False), ("y", True),
    ]  # fmt: skip


def test_a_family_name_in_capitals_keeps_marks(press: Press) -> None:
    desk = press.house().desk
    name = family_first(desk, words("Zhang Yimou", (6, 11, "emphasis")))
    assert name[::3] == ("ZHANG Yimou", ((6, 11, "emphasis", ""),))


FILM = """
title: {en: "A *Hero*<br>Returns", zh-Hant: 英雄}
credits:
  - Grip: "Bo *Li*"
    note: {en: "after *Life*"}
review:
  en: |
    # Head[^1]

    One.[^2]

    - a

      b
      - c

    1. d

    > e
    > — f

    ---

    g[^2]

    [^1]: n *m*

        o
    [^2]: p
"""


def parts(press: Press, film: str, more: str = "") -> tuple[dict[str, object], Film]:
    house = press.house(press.design(more=more), film=film)
    entry = house.entries["cliff-walkers"]
    assert isinstance(entry, Film)
    return dict(film_parts(house.desk, entry, BLACK)), entry


def test_a_credit_keeps_the_marks_of_name_and_note(press: Press) -> None:
    made, _ = parts(press, FILM)
    ((role,), (name,)) = made["credits"][0].rows[0]  # type: ignore[index]
    assert [(s.words.text, s.style.italic) for s in role.spans] == [
        ("Grip (after ", False), ("Life", True), (")", False),
    ]  # fmt: skip
    assert [s.style.italic for s in name.spans] == [False, True]


def test_a_title_breaks_on_its_page_and_nowhere_else(press: Press) -> None:
    entries = press.entries("  - films: {master: film}\n  - contents: {master: plain}", film=FILM)
    film = entries["films/cliff-walkers"]
    assert "A Hero\nReturns" in said(film.part("title"))
    assert film.outline[0][0] == "A Hero Returns"
    assert any("A Hero Returns" in text for text in said(entries["contents"].part("body")))
    assert "".join(w.text for w in dict(film.fields)["title"]).startswith("A Hero Returns")


def test_a_long_texts_parts_and_notes(press: Press) -> None:
    made, _ = parts(press, FILM)
    (pair,) = made["review"]  # type: ignore[misc]
    paras = pair.left
    assert said(paras) == ["Head1", "One.2", "–\ta", "b", "–\tc", "1.\td", "e", "— f", "•\xa0•\xa0•", "g2"]
    assert [(p.style.indent, p.style.hanging_indent) for p in paras[2:5]] == [(0, 10), (10, 10), (10, 20)]
    assert [p.style.align for p in paras[7:9]] == ["right", "center"]
    assert [[said(note) for note in p.notes] for p in paras[:2]] == [[["1\tn m", "o"]], [["2\tp"]]]
    # a second mark leads to the same note
    assert paras[9].notes == () and paras[9].spans[-1].link == paras[1].spans[-1].link
    first = paras[0].notes[0]
    assert [p.anchor for p in first] == [paras[0].spans[-1].link, ""]
    assert first[0].style.size == 8.5 and first[0].spans[-1].style.italic


def test_styles_of_the_layout_come_first(press: Press) -> None:
    film = "title: X\nreview:\n  en: |\n    a[^1]\n\n    - b\n\n    > c\n    > — d\n\n    [^1]: n\n"
    house = press.house(_with_style(press.folder, STYLES), film=film)
    entry = house.entries["cliff-walkers"]
    assert isinstance(entry, Film)
    (pair,) = film_parts(house.desk, entry, BLACK)["review"]
    a, b, c, d = pair.left  # type: ignore[union-attr]
    assert [p.style.name for p in (b, c, d)] == ["review-item", "review-quote", "review-quote-by"]
    assert d.style.align == "center"
    assert a.notes[0][0].style.name == "note"  # type: ignore[union-attr]


STYLES = (
    "review-item: {hanging-indent: 2em}\n  review-quote: {italic: yes}\n"
    "  review-quote-by: {align: center}\n  note: {size: 7pt}"
)
