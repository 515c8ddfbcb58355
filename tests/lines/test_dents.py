"""A ragged edge without holes, and with hyphens only where they save much."""

from __future__ import annotations

from dataclasses import replace

from seeds import paragraph
from square_runs import PLAIN, joined, reshape, run, set_text

from progprint.lines.breaker import INFINITE, Columns, Fit, total_fit
from progprint.lines.counted import cost_of
from progprint.lines.dents import DEARER, dents_of, without_dents
from progprint.lines.items import make_items
from progprint.lines.justify import Frame
from progprint.lines.ruling import Ruling
from progprint.lines.second_look import Flaw
from progprint.lines.weigh import weighed

LEFT = replace(PLAIN, align="left")


def columns_of(text: str, measure: float) -> Columns:
    return weighed(make_items([run(text)], Ruling(LEFT, reshape)), Frame(measure), LEFT)


def test_a_line_much_shorter_than_both_neighbours_is_a_dent() -> None:
    lines = ["aaaaaaaaaa bbbbbbbbb", "ccc dd", "eeeeeeeeeee ffffffff", "g"]
    columns = columns_of(" ".join(lines), 100)
    assert dents_of(columns, 30.0, [2, 4, 6, 7]) == [Flaw(1, 1)]
    assert dents_of(columns, 71.0, [2, 4, 6, 7]) == []
    assert dents_of(columns, 30.0, [2, 4, 7]) == []


def test_dents_are_taken_out_where_that_costs_little() -> None:
    fewer = 0
    for number in range(40):
        text = paragraph("it", number)
        for measure in (140.0, 190.0):
            columns, fit = columns_of(text, measure), Fit(measure, INFINITE, 20.0)
            breaks = total_fit(columns, fit).breaks
            better = without_dents(columns, fit, breaks)
            assert len(better) == len(breaks)
            assert cost_of(columns, fit, better) <= cost_of(columns, fit, breaks) * (1 + DEARER)
            dents = len(dents_of(columns, 30.0, breaks)), len(dents_of(columns, 30.0, better))
            assert dents[1] < dents[0] or better == breaks
            fewer += dents[1] < dents[0]
    assert fewer > 5


def test_ragged_lines_are_hyphenated_only_where_that_saves_three_ems() -> None:
    ragged = justified = 0
    for number in range(20):
        text = paragraph("en", number)
        style = replace(PLAIN, hyphenate=True, letter_space=(-0.02, 0.02))
        justified += sum(line.reason == "hyphen" for line in set_text(text, 180.0, style))
        lines = set_text(text, 180.0, replace(style, align="left"))
        assert joined(lines) == text
        ragged += sum(line.reason == "hyphen" for line in lines)
    assert 0 < ragged < justified * 0.7
