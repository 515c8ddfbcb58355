"""Leaders: from the last line of a cell to what stands next in its row, their signs under one another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from progprint.blocks.types import PageRef, Para, Table, Track
from progprint.glyphs import Faces
from progprint.pages.rows import Galley
from progprint.pages.setting import set_block
from progprint.pages.types import RefMark, TextMark
from progprint.style import Span
from progprint.words import Words
from small_books import para, setting_of, span


def led(text: str, leader: str = " .") -> Para:
    made = span(text)
    style = replace(made.style, leader=leader)
    return Para((Span(made.words, style),), style)


def texts(galley: Galley) -> list[TextMark]:
    return [m for row in galley for _, m in row.marks if isinstance(m, TextMark)]


def signs(mark: TextMark) -> list[float]:
    return [mark.at.x + piece.x for piece in mark.pieces]


def table(*rows: tuple[Para, Para | PageRef]) -> Table:
    cells = tuple(((left,), (right,)) for left, right in rows)
    return Table((Track(share=1), Track(fixed=20.0)), cells, 10.0)


def test_dots_fill_the_room_and_stand_under_one_another(square_faces: Faces) -> None:
    galley = set_block(table((led("aa"), para("b")), (led("aaaaa"), para("b"))), 200.0, setting_of(square_faces))
    size = led("a").style.size
    rows = [m for m in texts(galley) if m.reason == "leader"]
    assert len(rows) == 2
    for mark, letters in zip(rows, (2, 5), strict=True):
        first, last = signs(mark)[0], signs(mark)[-1]
        # a sign is half an em wide, and so is its space
        assert letters * size / 2 < first < letters * size / 2 + 2 * size
        assert 180.0 - 3 * size < last < 180.0
        steps = {round(b - a, 6) for a, b in zip(signs(mark), signs(mark)[1:], strict=False)}
        assert steps == {size}
    assert {round(x, 6) for x in signs(rows[1])} <= {round(x, 6) for x in signs(rows[0])}


def test_a_leader_is_read_as_one_space(square_faces: Faces) -> None:
    galley = set_block(table((led("aa"), para("b"))), 200.0, setting_of(square_faces))
    mark = next(m for m in texts(galley) if m.reason == "leader")
    assert mark.text == " " and mark.pieces[0].text == " "
    assert all(piece.actual for piece in mark.pieces) and not any(piece.text for piece in mark.pieces[1:])


def test_a_folio_stands_beside_the_last_line_of_what_leads_to_it(square_faces: Faces) -> None:
    style = para("1").style
    page = PageRef("film:x", style)
    galley = set_block(table((led("aaaa bbbb cccc"), page)), 60.0, setting_of(square_faces))
    tops: list[float] = []
    y = 0.0
    for row in galley:
        tops += [y + m.at.y for _, m in row.marks if isinstance(m, RefMark)]
        y += row.height
    lines = [m for m in texts(galley) if m.reason != "leader"]
    assert len(lines) > 1 and tops == [pytest.approx(y - style.leading + lines[0].at.y)]


@pytest.mark.parametrize("text", ["a" * 30, ""])
def test_where_there_is_no_room_there_are_no_dots(square_faces: Faces, text: str) -> None:
    left = led(text) if text else para("aa")
    galley = set_block(table((left, para("b"))), 165.0 if text else 200.0, setting_of(square_faces))
    assert not [m for m in texts(galley) if m.reason == "leader" and not m.pieces]
    assert "b" in "".join(m.text for m in texts(galley))


def test_words_stay_as_they_are(square_faces: Faces) -> None:
    plain = set_block(table((para("aa"), para("b"))), 200.0, setting_of(square_faces))
    dotted = set_block(table((led("aa"), para("b"))), 200.0, setting_of(square_faces))
    said = [m.text for m in texts(plain)]
    assert [m.text for m in texts(dotted) if m.reason != "leader"] == said
    assert Words("aa", "en").text in said
