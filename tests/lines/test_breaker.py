"""Total fit finds the best lines there are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import exact
from square_runs import PLAIN, reshape, run

from progprint.lines.breaker import INFINITE, Columns, Fit, first_fit, total_fit
from progprint.lines.compose import best_breaks, loosened, not_longer
from progprint.lines.counted import cost_of, counted_fit, ladder_of
from progprint.lines.items import make_items
from progprint.lines.ruling import Ruling

LATIN = st.lists(st.text("aoin", min_size=1, max_size=11), min_size=1, max_size=45).map(" ".join)
HAN = st.text("電影節放映導演的是一，。「」（）—", min_size=1, max_size=90)
HYPHENED = st.lists(
    st.sampled_from(["photographer", "returning", "a", "to", "childhood", "village-green", "ox"]),
    min_size=3,
    max_size=40,
).map(" ".join)
MEASURES = st.floats(60, 200)


def columns_of(text: str, hyphenate: bool = False) -> Columns:
    return make_items([run(text)], Ruling(PLAIN, reshape, hyphenate)).columns


@given(st.one_of(LATIN, HAN, HYPHENED), MEASURES, st.sampled_from([0.7, 1.6, 4.0, INFINITE]), st.booleans())
@settings(max_examples=200, deadline=None)
def test_total_fit_is_the_exact_optimum(text: str, measure: float, limit: float, balance: bool) -> None:
    columns, fit = columns_of(text, True), Fit(measure, limit, 20.0, balance)
    cost, breaks = exact(columns, fit)
    found = total_fit(columns, fit)
    assert bool(found.breaks) == bool(breaks)
    if breaks:
        assert found.cost == pytest.approx(cost)
        if ladder_of(columns, found.breaks) < 3:
            assert cost_of(columns, fit, found.breaks) == pytest.approx(cost)


@given(HYPHENED, st.floats(60, 110))
@settings(max_examples=100, deadline=None)
def test_counted_fit_is_the_exact_optimum_with_ladders(text: str, measure: float) -> None:
    columns, fit = columns_of(text, True), Fit(measure, 4.0, 20.0)
    cost, breaks = exact(columns, fit, ladders=True)
    found = counted_fit(columns, fit)
    assert bool(found.breaks) == bool(breaks)
    if breaks:
        assert found.cost == pytest.approx(cost)


#: ends of lines, and whether in a hyphen: three full ones that do, or two stretched by 3.9 after the second
LADDER_OR_LOOSE = ((0, 0), (100, 1), (200, 1), (280, 0), (300, 1), (360, 0), (390, 0))


def stepped(rows: tuple[tuple[int, int], ...]) -> Columns:
    widths = [float(width) for width, _ in rows]
    stretch, none = [width / 15.6 for width in widths], [0.0] * len(rows)
    return Columns(widths, stretch, none, widths, stretch, none, none, [hyphen for _, hyphen in rows])


def test_a_ladder_is_forbidden_though_two_loose_lines_cost_more() -> None:
    columns, fit = stepped(LADDER_OR_LOOSE), Fit(100.0, INFINITE)
    ladder, loose = [1, 2, 4, 6], [1, 2, 3, 5, 6]
    assert cost_of(columns, fit, ladder) < cost_of(columns, fit, loose)
    assert counted_fit(columns, fit._replace(limit=4.0)).breaks == ladder
    assert best_breaks(columns, fit, (1.5, 4.0, INFINITE)) == loose
    # a fourth line that is looser than the tolerance is no way out, three hyphens that are allowed need none
    assert best_breaks(columns._replace(end_stretch=[w / 20 for w in columns.end_width],
        start_stretch=[w / 20 for w in columns.end_width]), fit, (1.5, 4.0, INFINITE)) == ladder
    assert best_breaks(columns, fit._replace(in_a_row=3), (1.5, 4.0, INFINITE)) == ladder


def test_a_paragraph_of_another_length_has_no_ladder_either() -> None:
    columns, fit = stepped(LADDER_OR_LOOSE), Fit(100.0, INFINITE)
    assert loosened(columns, fit, [1, 2, 4, 6], 1, (4.0,)) == [1, 2, 3, 5, 6]
    assert not_longer(columns, fit, [1, 2, 3, 5, 6], INFINITE) == [1, 2, 3, 5, 6]


@given(st.one_of(LATIN, HAN), MEASURES)
@settings(max_examples=100, deadline=None)
def test_narrow_passes_prove_what_they_return(text: str, measure: float) -> None:
    columns, fit = columns_of(text), Fit(measure, INFINITE, 20.0)
    found = best_breaks(columns, fit, (0.3, 4.0, INFINITE))
    cost, breaks = exact(columns, fit._replace(limit=4.0))
    if breaks:
        assert found is not None
        assert cost_of(columns, fit, found) == pytest.approx(cost)


@given(st.one_of(LATIN, HAN, HYPHENED), MEASURES)
@settings(max_examples=100, deadline=None)
def test_never_costlier_than_first_fit(text: str, measure: float) -> None:
    columns, fit = columns_of(text, True), Fit(measure, INFINITE, 20.0)
    greedy = cost_of(columns, fit, first_fit(columns, measure))
    best = counted_fit(columns, fit)
    if greedy < INFINITE:
        assert best.breaks
        assert best.cost <= greedy * (1 + 1e-9)


@given(LATIN, MEASURES, st.integers(-1, 1))
@settings(max_examples=60, deadline=None)
def test_looseness_gives_the_nearest_number_of_lines(text: str, measure: float, looseness: int) -> None:
    columns, fit = columns_of(text), Fit(measure, 6.0, 20.0)
    best = counted_fit(columns, fit).breaks
    if not best:
        return
    possible = {len(counted_fit(columns, fit, lines).breaks) for lines in range(1, len(best) + 4)}
    wanted = len(best) + looseness
    got = len(counted_fit(columns, fit, wanted).breaks)
    assert abs(got - wanted) == min(abs(lines - wanted) for lines in possible)


def test_first_fit_loses_nothing_when_a_word_is_too_wide() -> None:
    columns = columns_of("a unbreakableword b")
    assert first_fit(columns, 40.0) == [1, 2, 3]
