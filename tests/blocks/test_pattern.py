"""`{countries} · {year}` + fields -> spans: what is missing takes its separator with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.blocks.pattern import fill_pattern
from progprint.design.types import Design, Pattern
from progprint.style import Span
from progprint.words import Words
from small_books import design_of


@pytest.fixture
def design(tmp_path: Path) -> Design:
    return design_of(tmp_path)


def filled(design: Design, pattern: Pattern, **fields: str) -> str:
    given = {key: (Words(text, "en"),) for key, text in fields.items() if text}
    return "".join(s.words.text for s in fill_pattern(pattern, given, design, "body"))


LINE = Pattern((("", "countries"), (", ", "year"), (" · ", "running_time")))
BRACKETS = Pattern((("", "title"), (" (", "year"), (")", "")))


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        (("China", "2021", "120′"), "China, 2021 · 120′"),
        (("", "2021", "120′"), "2021 · 120′"),
        (("China", "", "120′"), "China · 120′"),
        (("China", "2021", ""), "China, 2021"),
        (("", "", "120′"), "120′"),
        (("China", "", ""), "China"),
        (("", "", ""), ""),
    ],
)
def test_a_missing_field_takes_the_separator_before_it(
    design: Design,
    fields: tuple[str, str, str],
    text: str,
) -> None:
    countries, year, minutes = fields
    assert filled(design, LINE, countries=countries, year=year, running_time=minutes) == text


def test_what_stands_before_the_first_field_goes_with_it(design: Design) -> None:
    page = Pattern((("page ", "folio"), (" of ", "pages")))
    assert filled(design, page, folio="3", pages="8") == "page 3 of 8"
    assert filled(design, page, pages="8") == "8"


def test_a_closing_bracket_goes_with_what_it_closes(design: Design) -> None:
    assert filled(design, BRACKETS, title="Cliff Walkers", year="2021") == "Cliff Walkers (2021)"
    assert filled(design, BRACKETS, title="Cliff Walkers") == "Cliff Walkers"


def test_words_alone_are_printed(design: Design) -> None:
    assert filled(design, Pattern((("All rights reserved", ""),))) == "All rights reserved"


def test_a_field_keeps_its_language_and_gets_the_lines_style(design: Design) -> None:
    words = Words("懸崖之上", "zh-Hant")
    spans = fill_pattern(
        Pattern((("", "title"), (" · ", "year"))),
        {"title": (words,), "year": (Words("2021", "en"),)},
        design,
        "running",
    )
    assert [(s.words.text, s.words.lang) for s in spans] == [
        ("懸崖之上", "zh-Hant"),
        (" · ", "en"),
        ("2021", "en"),
    ]
    assert {s.style.size for s in spans} == {8.0}
    assert all(isinstance(s, Span) for s in spans)
