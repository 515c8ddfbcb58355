"""Run sheets as they are made up: rows, pages, heading and foot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from progprint.geom import mm
from progprint.pages.types import Booklet, FillMark, Page, RuleMark, TextMark

DAY = date(2021, 6, 24)


def _texts(page: Page) -> list[str]:
    return [m.text for m in page.marks if isinstance(m, TextMark)]


def _starts(pages: Iterable[Page]) -> list[list[str]]:
    """Start times on each page."""
    return [[m.text for m in p.marks if isinstance(m, TextMark) and m.style == "sheet-start"] for p in pages]


def _run_sheets(booklet: Booklet) -> list[Page]:
    return [p for p in booklet.pages if p.name.startswith("run-sheet/")]


def _rules(page: Page) -> list[float]:
    """Heights of the rules over the rows and over the notes."""
    found = {round(m.start.y, 2) for m in page.marks if isinstance(m, RuleMark) and m.width == 1.0}
    return sorted(found)


def _slots(festival: Any, count: int, film: str = "paper-moon") -> None:
    for number in range(count):
        festival.shows(film, f"2021-06-24 {8 + number:02}:00", "arena")


@pytest.mark.parametrize(
    ("count", "pages"), [(1, [1]), (6, [6]), (7, [7]), (8, [4, 4]), (9, [5, 4]), (15, [5, 5, 5])]
)
def test_a_page_holds_seven_slots_at_most(festival: Any, count: int, pages: list[int]) -> None:
    _slots(festival, count)
    sheets = _run_sheets(festival.sheets(DAY))
    found = _starts(sheets)
    assert [len(times) for times in found] == pages
    assert [t for times in found for t in times] == [f"{8 + n:02}:00" for n in range(count)]
    assert all("Arena  露天劇場" in _texts(page) for page in sheets)


def test_a_larger_sheet_holds_no_more(festival: Any) -> None:
    _slots(festival, 8)
    page = festival.design.page
    festival.design = replace(festival.design, page=page._replace(trim=(mm(297), mm(420))))
    assert [len(times) for times in _starts(_run_sheets(festival.sheets(DAY)))] == [4, 4]


@pytest.mark.parametrize(("count", "film"), [(1, "long"), (3, "long"), (7, "paper-moon"), (9, "walkers")])
def test_rows_are_34_mm_high_or_higher(festival: Any, count: int, film: str) -> None:
    _slots(festival, count, film)
    for page in _run_sheets(festival.sheets(DAY)):
        tops = _rules(page)
        assert len(tops) >= 2
        assert all(low - high >= mm(34) - 0.05 for high, low in pairwise(tops))


def test_every_page_has_three_lines_for_notes(festival: Any) -> None:
    _slots(festival, 9)
    for page in _run_sheets(festival.sheets(DAY)):
        assert sum(isinstance(m, RuleMark) and m.width == 0.25 for m in page.marks) == 3


def test_each_step_has_a_box_to_tick(festival: Any) -> None:
    festival.shows("night", "2021-06-24 20:00", "arena", "guests: true")
    (page,) = _run_sheets(festival.sheets(DAY))
    sides = [m for m in page.marks if isinstance(m, RuleMark) and m.width == 0.75]
    assert len(sides) == 4 * len(["doors", "film", "film", "answers", "cleared", "ready"])


def test_after_midnight_stands_on_the_sheet_of_the_evening_before(festival: Any) -> None:
    festival.shows("walkers", "2021-06-24 21:00", "arena")
    festival.shows("night", "2021-06-25 00:30", "arena")
    (page,) = _run_sheets(festival.sheets())
    assert _starts([page]) == [["21:00", "24:30"]]
    assert "Thursday 24 June 2021 · 2021年6月24日 星期四" in _texts(page)
    assert {"Doors 24:10", "End 24:55"} <= set(_texts(page))


def test_sizes_are_what_a_volunteer_reads_at_eight_in_the_morning(festival: Any) -> None:
    _slots(festival, 9, "walkers")
    sizes: dict[str, set[float]] = {}
    for page in _run_sheets(festival.sheets(DAY)):
        for mark in page.marks:
            if isinstance(mark, TextMark):
                sizes.setdefault(mark.style, set()).update(piece.size for piece in mark.pieces)
    assert (sizes["sheet-start"], sizes["sheet-title"], sizes["sheet-original"]) == ({28.0}, {16.0}, {14.0})
    assert min(size for found in sizes.values() for size in found) >= 12.0


def test_margins_leave_room_for_the_holes(festival: Any) -> None:
    _slots(festival, 9)
    for page in festival.sheets(DAY).pages:
        width, height = page.size
        for mark in page.marks:
            if isinstance(mark, TextMark) and mark.pieces:
                assert mark.at.x + mark.pieces[0].x >= mm(20) - 0.05
                assert mark.at.x + mark.pieces[-1].x + mark.pieces[-1].width <= width - mm(10)
                assert mm(10) <= mark.at.y <= height - mm(10)


def test_the_foot_says_festival_data_and_page(festival: Any) -> None:
    _slots(festival, 9)
    pages = festival.sheets(DAY).pages
    feet = [[m.text for m in p.furniture if isinstance(m, TextMark)] for p in pages]
    assert [right for _, right in feet] == ["1 / 3", "2 / 3", "3 / 3"]
    grid, first, second = (left for left, _ in feet)
    assert first == second != grid
    assert first.startswith("data ") and first.endswith(" · Harbour Film Days  海港電影節")
    digits = first.split()[1]
    assert len(digits) == 8 and set(digits) <= set("0123456789abcdef")


def test_data_changes_with_what_the_sheet_says_and_not_with_other_sheets(festival: Any) -> None:
    def data(venue: str) -> str:
        (page,) = _run_sheets(festival.sheets(DAY, venue))
        return next(m.text for m in page.furniture if isinstance(m, TextMark))

    festival.shows("walkers", "2021-06-24 14:00", "arena")
    festival.shows("long", "2021-06-24 14:00", "ledra")
    before = data("arena"), data("ledra")
    festival.slots["long"] = []
    festival.shows("long", "2021-06-24 14:05", "ledra")
    after = data("arena"), data("ledra")
    assert before[0] == after[0] and before[1] != after[1]


@pytest.mark.parametrize(
    ("day", "venue", "names"),
    [
        (None, "", ["day-grid/2021-06-24", "day-grid/2021-06-25", "run-sheet/2021-06-24/arena",
                    "run-sheet/2021-06-24/ledra", "run-sheet/2021-06-25/ledra"]),
        (DAY, "", ["day-grid/2021-06-24", "run-sheet/2021-06-24/arena", "run-sheet/2021-06-24/ledra"]),
        (DAY, "arena", ["day-grid/2021-06-24", "run-sheet/2021-06-24/arena"]),
        (None, "arena", ["day-grid/2021-06-24", "run-sheet/2021-06-24/arena"]),
        (date(2021, 6, 25), "arena", ["day-grid/2021-06-25", "run-sheet/2021-06-25/arena"]),
    ],
)  # fmt: skip
def test_day_and_venue_choose_the_sheets(
    festival: Any, day: date | None, venue: str, names: list[str]
) -> None:
    festival.shows("walkers", "2021-06-24 14:00", "arena")
    festival.shows("long", "2021-06-25 00:30", "ledra")
    festival.shows("long", "2021-06-25 14:00", "ledra")
    assert [page.name for page in festival.sheets(day, venue).pages] == names


def test_a_venue_that_shows_nothing_says_so(festival: Any) -> None:
    festival.shows("walkers", "2021-06-24 14:00", "arena")
    (page,) = _run_sheets(festival.sheets(DAY, "loft"))
    assert "No screenings  未安排放映" in _texts(page)


def test_everything_is_black(festival: Any) -> None:
    festival.shows("walkers", "2021-06-24 14:00", "arena", "guests: true")
    festival.shows("long", "2021-06-24 15:00", "arena")
    inks = set()
    for page in festival.sheets().pages:
        for mark in page.marks:
            if isinstance(mark, TextMark):
                inks |= {piece.ink[:4] for piece in mark.pieces}
            elif isinstance(mark, RuleMark | FillMark):
                inks.add(mark.ink[:4])
    assert inks == {(0, 0, 0, 1)}
