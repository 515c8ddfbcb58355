"""Day grids on paper: places to scale, words that find no room, clashes."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from progprint.geom import Rect, mm
from progprint.pages.grids import Lane, Stretch, lanes
from progprint.pages.types import FillMark, Page, RuleMark, TextMark

DAY = date(2021, 6, 24)
#: left end and length of the hours' axis on a sheet that lies on its side
LEFT, WIDTH = mm(20 + 34), mm(297 - 20 - 12 - 34)


def _grid(festival: Any, day: date = DAY) -> Page:
    return next(p for p in festival.sheets(day).pages if p.name == f"day-grid/{day}")


def _outlines(page: Page, width: float = 1.2, foot: float = 1000.0) -> list[Rect]:
    """Boxes drawn as four rules, in order; those of the legend stand under the grid."""
    rules = [m for m in page.body if isinstance(m, RuleMark) and m.width == width]
    tops = [m for m in rules if m.start.y == m.end.y and m.end.x > m.start.x and m.start.y < foot]
    sides = [m for m in rules if m.start.x == m.end.x and m.end.y > m.start.y]
    return [
        Rect(t.start.x, t.start.y, t.end.x - t.start.x, s.end.y - s.start.y)
        for t in tops
        for s in sides
        if s.start == t.end
    ]


def _foot(page: Page) -> float:
    return max(m.start.y for m in page.body if isinstance(m, RuleMark) and m.width == 0.75)


def _films(page: Page) -> list[Rect]:
    return sorted(_outlines(page, foot=_foot(page)))


def _fills(page: Page, pattern: str) -> list[Rect]:
    return [m.box for m in page.body if isinstance(m, FillMark) and m.pattern == pattern and m.source.line]


def _texts(page: Page) -> list[str]:
    return [m.text for m in page.body if isinstance(m, TextMark)]


def test_boxes_stand_and_reach_in_proportion_to_the_minutes(festival: Any) -> None:
    festival.shows("walkers", "2021-06-24 21:45", "arena", "guests: true")
    festival.shows("long", "2021-06-24 18:30", "ledra")
    page = _grid(festival)
    minute = WIDTH / ((25 - 18) * 60)
    first, second = _films(page)
    assert (first.x, first.width) == pytest.approx((LEFT + 30 * minute, 90 * minute))
    assert (second.x, second.width) == pytest.approx((LEFT + 225 * minute, 120 * minute))
    (answers,) = _fills(page, "hatched")
    assert (answers.x, answers.width) == pytest.approx((second.right, 20 * minute))
    cleaning = max(_fills(page, "dotted"))
    assert (cleaning.x, cleaning.width) == pytest.approx((answers.right + 5 * minute, 10 * minute))


def test_the_hours_are_the_days_own_into_the_night(festival: Any) -> None:
    festival.shows("walkers", "2021-06-24 22:10", "arena")
    festival.shows("night", "2021-06-25 00:30", "ledra")
    page = _grid(festival)
    hours = [m.text for m in page.body if isinstance(m, TextMark) and m.style == "sheet-hour"]
    assert hours == ["22:00", "23:00", "24:00", "25:00"]
    assert "24:30" in " ".join(_texts(page))
    ticks = {round(m.start.x, 2) for m in page.body if isinstance(m, RuleMark) and m.width == 0.3}
    assert len(ticks) == 4 * 11
    steps = [(b - a) * 48 / WIDTH for a, b in pairwise(sorted(ticks))]
    # a line stands where every twelfth tick would
    assert steps == pytest.approx([2.0 if n % 11 == 0 else 1.0 for n in range(1, len(steps) + 1)], abs=0.01)


@pytest.mark.parametrize("count", [1, 3, 11, 14, 30])
def test_rows_of_venues_are_12_mm_high_or_higher_and_all_alike(festival: Any, count: int) -> None:
    festival.venues = "".join(f"v{n}: {{name: Hall {n}, code: V{n}}}\n" for n in range(count))
    for n in range(count):
        festival.shows("walkers", "2021-06-24 20:00", f"v{n}")
    pages = [p for p in festival.sheets(DAY).pages if p.name.startswith("day-grid/")]
    shown = 0
    for page in pages:
        found = {round(m.start.y, 2) for m in page.body if isinstance(m, RuleMark) and m.width == 0.75}
        heights = [b - a for a, b in pairwise(sorted(found))]
        assert min(heights) >= mm(12) and max(heights) - min(heights) < 0.05
        shown += len(heights)
    assert shown == count


def test_labels_of_venues_have_28_mm_or_more(festival: Any) -> None:
    festival.shows("walkers", "2021-06-24 20:00", "arena")
    page = _grid(festival)
    (label,) = [m for m in page.body if isinstance(m, TextMark) and m.text == "Arena"]
    assert LEFT - label.at.x >= mm(28)


def test_a_clash_is_outlined_twice_said_and_reported(festival: Any) -> None:
    festival.shows("walkers", "2021-06-24 14:00", "arena")
    festival.shows("long", "2021-06-24 16:20", "arena")
    festival.shows("long", "2021-06-24 18:45", "arena")
    page = _grid(festival)
    clashing = sorted(_outlines(page, width=0.6, foot=_foot(page)))
    assert len(_films(page)) == 3 and len(clashing) == 2
    assert all(inner.x > film.x for inner, film in zip(clashing, _films(page), strict=False))
    words = "0624AV1 Ready 16:15 · 0624AV2 Doors 16:00"
    assert words in _texts(page)
    assert [f.detail for f in page.faults if f.code == "slot-clash"] == [words]


def test_slots_that_overlap_stand_in_lanes(festival: Any) -> None:
    festival.shows("walkers", "2021-06-24 14:00", "arena")
    festival.shows("long", "2021-06-24 15:00", "arena")
    first, second = _films(_grid(festival))
    assert first.bottom <= second.y and first.height == pytest.approx(second.height)


def test_start_and_code_are_never_dropped(festival: Any) -> None:
    """A box of nine minutes on an axis of seventeen hours is 6 pt wide: they stand over it."""
    festival.shows("the-ferry", "2021-06-24 09:00", "arena")
    festival.shows("the-ferry", "2021-06-24 09:45", "arena")
    festival.shows("walkers", "2021-06-24 23:00", "ledra")
    page = _grid(festival)
    heads = ("09:00  0624AV1", "09:45  0624AV2")
    ferry = [m for m in page.body if isinstance(m, TextMark) and m.text.startswith(heads)]
    boxes = _films(page)[:2]
    assert len(ferry) == 2
    for mark, box in zip(ferry, boxes, strict=True):
        assert mark.at.y < box.y
    ends = [m.at.x + m.pieces[-1].x + m.pieces[-1].width for m in ferry]
    assert ends[0] < ferry[1].at.x or ferry[0].at.y != ferry[1].at.y


def test_a_title_is_shortened_by_rule_and_reported(festival: Any) -> None:
    """First the subtitle goes, then the last words; the start and the code stay."""
    festival.venues = "".join(f"v{n}: {{name: Hall {n}, code: V{n}}}\n" for n in range(11))
    for n in range(11):
        festival.shows("long", f"2021-06-24 {10 + n}:00", f"v{n}")
    page = _grid(festival)
    full = "Everything My Grandmother Said about the Typhoon: Part One"
    assert full in [f.detail for f in page.faults if f.code == "grid-room"]
    text = " ".join(_texts(page))
    assert "Part One" not in text and "…" in text
    assert all(f"0624V{n}1" in text and f"{10 + n}:00" in text for n in range(11))


def test_a_slot_of_unknown_length_is_drawn_without_an_end(festival: Any) -> None:
    festival.shows("unknown", "2021-06-24 14:00", "arena")
    page = _grid(festival)
    assert _films(page) == [] and "14:00" in " ".join(_texts(page))
    assert _fills(page, "dotted") == []


def test_lines_of_the_hours_never_cross_a_box(festival: Any) -> None:
    festival.shows("walkers", "2021-06-24 13:30", "arena", "guests: true")
    page = _grid(festival)
    (film,) = _films(page)
    crossing = [
        m for m in page.body
        if isinstance(m, RuleMark) and m.width == 0.35 and film.x < m.start.x < film.right
        and m.end.y > film.y and m.start.y < film.bottom
    ]
    assert crossing == []


def test_sizes_in_cells_are_8_pt_or_more_and_12_elsewhere(festival: Any) -> None:
    festival.shows("long", "2021-06-24 09:00", "arena")
    festival.shows("long", "2021-06-24 23:00", "arena")
    for mark in _grid(festival).marks:
        if isinstance(mark, TextMark):
            least = 8.0 if mark.style.startswith("sheet-grid-") else 12.0
            assert min(piece.size for piece in mark.pieces) >= least


@pytest.mark.parametrize(
    ("stretches", "found"),
    [
        ([("a", 0, 10), ("a", 10, 20)], [(0, 1), (0, 1)]),
        ([("a", 0, 10), ("a", 9, 20)], [(0, 2), (1, 2)]),
        ([("a", 0, 10), ("b", 0, 10)], [(0, 1), (0, 1)]),
        # the third overlaps the second alone, yet all three share the width
        ([("a", 0, 10), ("a", 5, 20), ("a", 12, 30)], [(0, 2), (1, 2), (0, 2)]),
        # the first still runs when the second has ended
        ([("a", 0, 30), ("a", 5, 10), ("a", 20, 25)], [(0, 2), (1, 2), (1, 2)]),
        ([("a", 0, 30), ("a", 5, 10), ("a", 6, 12), ("a", 40, 50)], [(0, 3), (1, 3), (2, 3), (0, 1)]),
    ],
)
def test_lanes(stretches: list[tuple[str, int, int]], found: list[tuple[int, int]]) -> None:
    assert lanes([Stretch(*s) for s in stretches]) == [Lane(*f) for f in found]
