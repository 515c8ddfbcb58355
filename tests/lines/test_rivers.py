"""Rivers are seen where there are some, and broken where that costs little."""

from __future__ import annotations

from dataclasses import replace

from square_runs import PLAIN, joined, reshape, run, set_text

from progprint.lines.breaker import INFINITE, Columns, Fit, total_fit
from progprint.lines.counted import cost_of
from progprint.lines.items import make_items
from progprint.lines.rivers import DEARER, rivers_of, without_rivers
from progprint.lines.ruling import Ruling
from progprint.lines.second_look import Flaw

#: five lines of 23 letters and spaces, the word spaces of three over one another
ALIGNED = ["aaaa bbbbb ccccc dddddd", "aaaa bbbbb ccccc eeeeee", "aaaa bbbbb ccccc dddddd", "f"]


def columns_of(text: str, style=PLAIN) -> Columns:
    return make_items([run(text)], Ruling(style, reshape)).columns


def ends_of(lines: list[str]) -> list[int]:
    counts = [len(line.split()) for line in lines]
    return [sum(counts[: at + 1]) for at in range(len(counts))]


def test_spaces_over_one_another_in_loose_lines_are_a_river() -> None:
    columns, breaks = columns_of(" ".join(ALIGNED)), ends_of(ALIGNED)
    loose, tight = Fit(119.0, INFINITE, 20.0), Fit(115.5, INFINITE, 20.0)
    assert rivers_of(columns, loose, breaks) == [Flaw(0, 2)]
    assert rivers_of(columns, tight, breaks) == []


def test_two_lines_and_spaces_side_by_side_are_none() -> None:
    fit = Fit(119.0, INFINITE, 20.0)
    for lines in (
        [ALIGNED[0], "aaaaaaa bbbbb ccc dddddd", ALIGNED[0], "f"],
        ["a bb cc ddd ee ffff ggg", *ALIGNED[:2], "fffff"],
    ):
        assert rivers_of(columns_of(" ".join(lines)), fit, ends_of(lines)) == []


def test_a_river_is_broken_where_that_costs_little_and_the_lines_stay_as_many() -> None:
    broken = stayed = 0
    words = ["aaaa", "bbbbb", "ccccc", "dd", "eeeeee", "fff", "gggg", "hhhhh", "ii", "jjjj"]
    for shift in range(10):
        for measure in range(110, 150, 3):
            text = " ".join((words[shift:] + words[:shift]) * 3)
            columns, fit = columns_of(text), Fit(float(measure), 4.0, 20.0)
            free = fit._replace(limit=INFINITE)
            breaks = total_fit(columns, fit).breaks
            if not breaks or not rivers_of(columns, fit, breaks):
                continue
            better, left = without_rivers(columns, fit, breaks)
            assert len(better) == len(breaks)
            assert left == rivers_of(columns, fit, better)
            assert cost_of(columns, free, better) <= cost_of(columns, free, breaks) * (1 + DEARER)
            broken += len(left) < len(rivers_of(columns, fit, breaks))
            stayed += better == breaks
    assert broken and stayed


def test_what_stays_is_told_once_at_its_first_line() -> None:
    style = replace(PLAIN, composer="greedy")
    text = " ".join(ALIGNED)
    lines = set_text(text, 119.0, style)
    assert joined(lines) == text
    found = [(n, fault.detail) for n, line in enumerate(lines) for fault in line.faults]
    assert found == [(0, "3")]
