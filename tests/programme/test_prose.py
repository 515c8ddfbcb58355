"""Markdown -> paragraphs: marks of emphasis, places, line breaks by script, and nothing dropped."""

from __future__ import annotations

import pytest

from progprint.diag import Diagnostic
from progprint.programme.desk import Desk
from progprint.programme.prose import prose_by_language, read_prose
from progprint.programme.types import Paragraph
from progprint.source import parse_yaml, passage_of


def read(text: str, lang: str = "en") -> tuple[tuple[Paragraph, ...], list[Diagnostic]]:
    desk = Desk()
    prose = read_prose(passage_of(text, "texts/x.md"), lang, desk)
    return (prose.paragraphs if prose else ()), desk.faults


def marked(text: str) -> list[tuple[str, str]]:
    """The stretches of the only paragraph: text and marks (e, s, l)."""
    (paragraph,), faults = read(text)
    assert faults == []
    return [(w.text, "".join(sorted(m.kind[0] for m in w.marks))) for w in paragraph.words]


def test_emphasis_strong_and_links() -> None:
    assert marked("A *b* **c** [d *e*](https://x.y/z)") == [
        ("A ", ""), ("b", "e"), (" ", ""), ("c", "s"), (" ", ""), ("d ", "l"), ("e", "el"),
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "inside"), [
    ("看**《片名》**的人", "《片名》"), ("看*「強調」*後", "「強調」"), ("**《片名》**Latin", "《片名》"),
    ("한국어 **‘강조’**는", "‘강조’"), ("很*重要*的", "重要"), ("句。**重要**，後", "重要"),
])  # fmt: skip
def test_emphasis_needs_no_spaces_in_east_asian_text(text: str, inside: str) -> None:
    stretches = marked(text)
    assert [t for t, marks in stretches if marks] == [inside]
    assert "*" not in "".join(t for t, _ in stretches)


@pytest.mark.parametrize("text", ["snake_case_word", "a * b * c", r"2\*3\*4"])
def test_what_is_no_emphasis(text: str) -> None:
    assert [marks for _, marks in marked(text)] == [""]


@pytest.mark.parametrize(("text", "expected"), [
    ("one\ntwo", "one two"),
    ("懸崖\n之上", "懸崖之上"),
    ("懸崖，\nthen", "懸崖，then"),
    ("懸崖\nthen", "懸崖 then"),
    ("「……\n懸崖」", "「……懸崖」"),
    ("カタ\nかな", "カタかな"),
    ("한국\n영화", "한국 영화"),
    ("one\n*two*", "one two"),
    ("one  \ntwo", "one two"),
    ("懸崖\\\n之上", "懸崖之上"),
    ("Udine <br> Italy", "Udine Italy"),
    ("a\u00a0b — c", "a\u00a0b — c"),
    ("Cafe\u0301", "Café"),
])  # fmt: skip
def test_line_breaks_and_letters(text: str, expected: str) -> None:
    (paragraph,), _ = read(text)
    assert paragraph.text == expected


def test_lines_of_han_text_that_yaml_folds_have_no_space_between() -> None:
    node, _ = parse_yaml("{zh-Hant: >\n  懸崖\n  之上\n\n  二\n  two\n}".strip("{}"), "x.yaml")
    assert node is not None
    got = prose_by_language(node, Desk())
    assert got is not None
    assert [p.text for p in got.forms[0].paragraphs] == ["懸崖之上", "二 two"]
    assert [p.words[0].source.line for p in got.forms[0].paragraphs] == [2, 5]


def test_kinds_of_paragraphs() -> None:
    text = "# Title\n\nText\n\n- one\n- two\n\n  more\n\n3. three\n4. four\n\n> said\n\n## Sub\n"
    paragraphs, faults = read(text)
    assert faults == []
    assert [(p.kind, p.level, p.marker, p.text) for p in paragraphs] == [
        ("heading", 1, "", "Title"), ("text", 0, "", "Text"), ("item", 1, "", "one"), ("item", 1, "", "two"),
        ("item-text", 1, "", "more"), ("item", 1, "3.", "three"), ("item", 1, "4.", "four"),
        ("quote", 0, "", "said"),
        ("heading", 2, "", "Sub"),
    ]  # fmt: skip


def test_each_stretch_knows_its_line_and_column() -> None:
    text = "Some *words*\nand **more\nwords** end\n\n- An *item*\n"
    paragraphs, _ = read(text)
    lines = text.split("\n")
    for words in (w for p in paragraphs for w in p.words):
        _, line, column = words.source
        first = words.text.split(" ")[0] or " "
        assert lines[line - 1][column - 1 :].startswith(first), words
    assert [w.source[1:] for w in paragraphs[0].words] == [(1, 1), (1, 7), (2, 1), (2, 7), (3, 8)]


@pytest.mark.parametrize(("text", "kept", "line"), [
    ("| a | b |\n|---|---|\n| c | d |", ["| a | b |", "|---|---|", "| c | d |"], 1),
    ("x\n\n<div>\nkept\n</div>", ["x", "<div>", "kept", "</div>"], 3),
    ("```\nkept\n```", ["```", "kept", "```"], 1),
    ("one <b>two", ["one <b>two"], 1),
    ("one `two`", ["one two"], 1),
    ("see ![the alt](a.jpg)", ["see ![the alt](a.jpg)"], 1),
])  # fmt: skip
def test_what_has_no_form_is_kept_as_text_and_reported(text: str, kept: list[str], line: int) -> None:
    paragraphs, faults = read(text)
    assert [p.text for p in paragraphs] == kept
    assert [(f.code, f.source.line) for f in faults] == [("unset-markup", line)]


def test_an_indented_paragraph_and_a_note_are_text() -> None:
    paragraphs, faults = read("    indented\n\n[1]: note\n")
    assert faults == []
    assert [p.text for p in paragraphs] == ["indented", "[1]: note"]


def kinds(text: str) -> list[tuple[str, int, str, str]]:
    paragraphs, faults = read(text)
    assert faults == []
    return [(p.kind, p.level, p.marker, p.text) for p in paragraphs]


def test_lists_in_lists() -> None:
    assert kinds("- a\n  - b\n\n    more\n    1. c\n- d\n") == [
        ("item", 1, "", "a"), ("item", 2, "", "b"), ("item-text", 2, "", "more"), ("item", 3, "1.", "c"),
        ("item", 1, "", "d"),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["> two\n> — Name", "> two\n>\n> — Name", "> two  \n> – Name", "> two\n> ——Name"])
def test_a_quotation_ends_in_whose_it_is(end: str) -> None:
    found = kinds(f"> one\n>\n{end}\n\nafter\n")
    assert [kind for kind, *_ in found] == ["quote", "quote", "attribution", "text"]
    assert found[1][3] == "two" and found[2][3].endswith("Name")


@pytest.mark.parametrize("text", ["> — said one", "> one\n> — two\n>\n> three", "> one -\n> two"])
def test_a_dash_may_begin_what_was_said(text: str) -> None:
    assert {kind for kind, *_ in kinds(text)} == {"quote"}


def test_a_rule_is_a_pause() -> None:
    assert kinds("one\n\n***\n\ntwo") == [("text", 0, "", "one"), ("rule", 0, "", ""), ("text", 0, "", "two")]


def noted(text: str) -> tuple[list[str], list[list[str]], list[Diagnostic]]:
    """Marks in the text, paragraphs of the notes in their order, faults."""
    desk = Desk()
    prose = read_prose(passage_of(text, "texts/x.md"), "en", desk)
    assert prose is not None
    marks = [m.value for p in prose.paragraphs for w in p.words for m in w.marks if m.kind == "note"]
    assert [note.name for note in prose.notes] == list(dict.fromkeys(marks))
    return [mark.rpartition("#")[2] for mark in marks], [[p.text for p in n.paragraphs] for n in prose.notes], desk.faults


def test_notes_are_numbered_in_the_order_of_their_marks() -> None:
    text = "One[^b] two[^a], again[^b].\n\n[^a]: A *first*\nline\n[^b]: B\n\n    more\n\nend[^c]\n\n[^c]:\n  C\n"
    marks, notes, faults = noted(text)
    assert (marks, faults) == (["1", "2", "1", "3"], [])
    assert notes == [["B", "more"], ["A first line"], ["C"]]


def test_a_note_leaves_no_trace_in_the_text() -> None:
    paragraphs, _ = read("# Title[^1]\n\n[^1]: Note\n")
    assert [p.text for p in paragraphs] == ["Title"]


@pytest.mark.parametrize(("text", "code", "place", "printed"), [
    ("one[^1]", "undefined-note", (1, 4), ["one[^1]"]),
    ("one[^1]\n\n[^1]: a\n\n[^2]: b", "unused-note", (5, 1), ["one", "b"]),
    ("one[^1]\n\n[^1]: a\n[^1]: b", "duplicate-note", (4, 1), ["one", "b"]),
    ("one[^1] [^2]\n\n[^1]: a[^2]\n[^2]: b", "misplaced-note", (3, 8), ["one "]),
])  # fmt: skip
def test_notes_and_marks_that_miss_each_other(
    text: str, code: str, place: tuple[int, int], printed: list[str]
) -> None:
    paragraphs, (fault,) = read(text)
    assert (fault.code, fault.source[1:], [p.text for p in paragraphs]) == (code, place, printed)


def test_a_note_without_words_is_none() -> None:
    _, faults = read("one[^1]\n\n[^1]:\n")
    assert [f.code for f in faults] == ["undefined-note", "unused-note"]


def test_a_slip_is_reported_at_its_place() -> None:
    _, (fault,) = read("one\ntwo **three\n")
    assert (fault.code, fault.source[1:]) == ("open-markup", (2, 5))


def test_empty_text_is_none() -> None:
    assert read(" \n\n") == ((), [])


def test_text_nested_too_deep_is_not_lost_in_silence() -> None:
    _, faults = read(">" * 30 + " deep")
    assert [f.code for f in faults] == ["too-deep"]


def readings(text: str) -> list[tuple[str, str]]:
    (paragraph,), faults = read(text, "ja")
    assert faults == []
    return [(w.text, next((m.value for m in w.marks), "")) for w in paragraph.words]


def test_readings_stand_in_braces() -> None:
    assert readings("古い{映画館|えいがかん}で") == [("古い", ""), ("映画館", "えいがかん"), ("で", "")]
    assert readings("{漢字|かん|じ}{注|ㄓㄨˋ}") == [("漢", "かん"), ("字", "じ"), ("注", "ㄓㄨˋ")]
    assert readings("{東京| Dōng jīng }") == [("東京", "Dōng jīng")]


def test_characters_with_their_marks_and_selectors_share_readings() -> None:
    assert readings("{葛\U000e0100城|かつら|ぎ}") == [("葛\U000e0100", "かつら"), ("城", "ぎ")]
    assert readings("{が|が}") == [("が", "が")]


def test_readings_know_emphasis_and_their_place() -> None:
    (paragraph,), _ = read("あ*{漢字|かん|じ}かん*", "ja")
    assert [(w.text, "emphasis" in [m.kind for m in w.marks], w.source.column) for w in paragraph.words] == [
        ("あ", False, 1), ("漢", True, 3), ("字", True, 5), ("かん", True, 12),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["a {b} c", "f{}", "{a", "a}|b", r"\{a|b}"])
def test_other_braces_are_text(text: str) -> None:
    assert [t for t, _ in marked(text)] == [text.replace("\\", "")]


@pytest.mark.parametrize(("text", "column", "words"), [
    ("字{漢字|か|ん|じ}と", 2, "2 characters cannot share 3 readings"),
    ("{漢|か|ん}", 1, "1 character cannot share 2 readings"),
    ("{漢字|}", 1, "a reading is empty"), ("{漢字|かん|}", 1, "a reading is empty"),
    ("あ{漢字|かんじ", 2, "the brace is not closed"), ("{漢字|かん{字|じ}", 1, "the brace is not closed"),
    ("{|かんじ}", 1, "nothing stands before the `|`"),
])  # fmt: skip
def test_wrong_readings_are_printed_as_written(text: str, column: int, words: str) -> None:
    (paragraph,), (fault,) = read(text, "ja")
    assert (fault.code, fault.source.column) == ("reading", column)
    assert words in fault.message
    assert paragraph.text == text.replace("{字|じ}", "字")
