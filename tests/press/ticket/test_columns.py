"""Text of one width: Han characters take two cells, and nothing is wider than a line."""

from __future__ import annotations

import pytest

from progprint.press.ticket.columns import WIDTH, cells, columns, plain, row, wrapped


@pytest.mark.parametrize(("text", "wide"), [("Pages", 5), ("遠東影展", 8), ("a影", 3), ("e\u0301", 1), ("ﾃ", 1), ("，", 2)])
def test_han_characters_take_two_cells(text: str, wide: int) -> None:
    assert cells(text) == wide


@pytest.mark.parametrize("text", [
    "Published for the twenty-third edition", "第二十三屆影展專刊，二〇二一年六月出版於烏迪內。", "Editor 主編：Livia 莉薇雅（Morassi）",
    "x" * 50, "影" * 30,
])
def test_no_line_is_wider_than_it_may_be_and_no_word_is_lost(text: str) -> None:
    lines = list(wrapped(text, 20))
    assert all(0 < cells(line) <= 20 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_closing_mark_stays_with_what_is_before_it() -> None:
    assert list(wrapped("遠東影展，九天。", 8)) == ["遠東影", "展，九", "天。"]


def test_what_steers_a_terminal_is_left_out() -> None:
    assert plain("red \x1b[31m\tand\u202e back\n") == "red [31m and back"


def test_a_row_goes_on_under_its_text() -> None:
    first, second = row("Pages", "word " * 14)
    assert first.startswith("  Pages           word") and second.startswith(" " * 18 + "word")
    assert cells(first) <= WIDTH


def test_columns_stand_below_one_another() -> None:
    assert list(columns([("Black", "5 pages"), ("特別色", "12 pages")], 2)) == ["  Black    5 pages", "  特別色  12 pages"]
