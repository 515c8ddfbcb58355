"""DayGrid -> a day of the booklet to scale: hours, venues, lanes of slots that overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from progprint.blocks.types import DayGrid, Para, Slot
from progprint.geom import Rect
from progprint.glyphs import Faces
from progprint.pages.day_grid import PAD, GridMarks, set_day_grid
from progprint.pages.rows import Galley
from progprint.pages.setting import set_para
from progprint.pages.types import FillMark, RefMark, RuleMark, TextMark
from progprint.style import BLACK, Ink
from small_books import para, setting_of, style

PALE = Ink(0, 0.2, 0.2, 0, "pale")
#: eight hours of 50 pt and two venues of 100 pt, the header left out of account
BOX = Rect(10.0, 20.0, 220.0, 416.0)
HOUR = 8.0


class Press:
    def __init__(self, faces: Faces) -> None:
        self.setting = setting_of(faces)

    def lines(self, paras: Sequence[Para], width: float) -> Galley:
        return tuple(row for one in paras for row in set_para(one, width, self.setting))

    def draw(self, grid: DayGrid, box: Rect = BOX) -> GridMarks:
        return set_day_grid(grid, box, self.lines)


@pytest.fixture
def press(square_faces: Faces) -> Press:
    return Press(square_faces)


def slot(start: int, length: int = 120, venue: str = "a", *lines: str, extra: int = 0, ref: str = "") -> Slot:
    return Slot(
        venue, start, length, extra, tuple(para(text) for text in lines), ref, style() if ref else None, PALE
    )


def grid(*slots: Slot, late: str = "24", hours: tuple[int, int] = (18, 26)) -> DayGrid:
    venues = (("a", (para("Arena"),)), ("b", (para("Aurora"),)))
    return DayGrid(
        venues,
        slots,
        hours,
        replace(style("hour"), size=HOUR, leading=10.0),
        True,
        BLACK,
        late,
        label=20.0,
        tick=60,
    )


def boxes(drawn: GridMarks, pattern: str = "solid") -> list[Rect]:
    return [m.box for m in drawn.marks if isinstance(m, FillMark) and m.pattern == pattern]


def words(drawn: GridMarks) -> dict[str, TextMark]:
    return {m.text: m for m in drawn.marks if isinstance(m, TextMark)}


def test_hours_run_down_to_one_scale(press: Press) -> None:
    drawn = press.draw(grid(slot(18 * 60), slot(20 * 60, 60), slot(23 * 60, 180)))
    # a venue's name is one line of 12 pt, with 4 pt under it: 400 pt are left for eight hours
    assert [(b.y, b.height) for b in boxes(drawn)] == [(36, 100), (136, 50), (286, 150)]


def test_venues_stand_across(press: Press) -> None:
    drawn = press.draw(grid(slot(18 * 60), slot(18 * 60, venue="b")))
    assert [(b.x, b.width) for b in boxes(drawn)] == [(31, 98), (131, 98)]
    labels = words(drawn)
    assert (labels["Arena"].at.x, labels["Aurora"].at.x) == (30 + PAD, 130 + PAD)


def test_midnight_is_printed_as_the_layout_says(press: Press) -> None:
    assert {"23:00", "00:00", "01:00"} <= set(words(press.draw(grid())))
    assert {"23:00", "24:00", "25:00"} <= set(words(press.draw(grid(late="over"))))


def test_every_hour_has_its_line(press: Press) -> None:
    rules = [m for m in press.draw(grid()).marks if isinstance(m, RuleMark)]
    assert [r.start.y for r in rules] == [36 + 50 * n for n in range(9)]


def test_slots_that_overlap_share_the_venues_width(press: Press) -> None:
    left, right = boxes(press.draw(grid(slot(18 * 60), slot(19 * 60))))
    assert (left.x, left.width, right.x, right.width) == (31, 49, 80, 49)


def test_slots_that_only_touch_do_not(press: Press) -> None:
    assert {b.width for b in boxes(press.draw(grid(slot(18 * 60), slot(20 * 60))))} == {98}


def test_no_two_boxes_of_a_chain_of_overlaps_lie_on_one_another(press: Press) -> None:
    """A overlaps B, and B overlaps C, but A and C do not."""
    drawn = boxes(press.draw(grid(slot(18 * 60, 90), slot(19 * 60, 120), slot(20 * 60, 120))))
    for number, one in enumerate(drawn):
        for other in drawn[number + 1 :]:
            apart = (
                one.right <= other.x + 0.01
                or other.right <= one.x + 0.01
                or one.bottom <= other.y + 0.01
                or other.bottom <= one.y + 0.01
            )
            assert apart, (one, other)


def test_answers_are_hatched_under_the_film(press: Press) -> None:
    drawn = press.draw(grid(slot(18 * 60, 60, extra=30)))
    (film,), (answers,) = boxes(drawn), boxes(drawn, "hatched")
    assert (answers.y, answers.height) == (film.bottom, 25)


def test_words_stand_in_their_slot_one_under_the_other(press: Press) -> None:
    drawn = press.draw(grid(slot(18 * 60, 60, "a", "18:00", "Title")))
    (box,) = boxes(drawn)
    first, second = words(drawn)["18:00"], [m for m in drawn.marks if isinstance(m, TextMark)][-1]
    assert second.text == "Title"
    assert first.at.x == second.at.x == box.x + PAD
    assert box.y < first.at.y < second.at.y < box.bottom


def test_words_without_room_are_left_out_whole_and_reported(press: Press) -> None:
    drawn = press.draw(grid(slot(18 * 60, 40, "a", "18:00", "Title", "Other")))
    assert [(f.code, f.detail) for f in drawn.faults] == [("grid-room", "Other")]
    assert "Other" not in words(drawn)
    for mark in drawn.marks:
        if isinstance(mark, TextMark) and mark.text == "18:00":
            assert mark.at.y < 20 + 400


def test_the_page_stands_right_of_the_first_line(press: Press) -> None:
    drawn = press.draw(grid(slot(18 * 60, 60, "a", "18:30", ref="entry:x")))
    (reference,) = [m for m in drawn.marks if isinstance(m, RefMark)]
    (box,) = boxes(drawn)
    assert reference.key == "entry:x"
    assert reference.at.x + reference.width == pytest.approx(box.right - PAD)
    assert reference.at.y == words(drawn)["18:30"].at.y


def test_a_venue_that_is_not_shown_has_no_box(press: Press) -> None:
    assert boxes(press.draw(grid(slot(18 * 60, venue="elsewhere")))) == []


@pytest.mark.parametrize("text", ["x", "A Title Of Many Words That Fills Lines"])
def test_no_word_leaves_its_box(press: Press, text: str) -> None:
    drawn = press.draw(grid(slot(18 * 60, 180, "a", "18:00", text)))
    (box,) = boxes(drawn)
    for mark in drawn.marks:
        if isinstance(mark, TextMark) and mark.style == "body" and mark.text not in ("Arena", "Aurora"):
            assert box.y < mark.at.y < box.bottom
            assert mark.at.x + mark.pieces[-1].x + mark.pieces[-1].width <= box.right


def test_a_box_too_low_for_two_lines_has_its_title_beside_the_time(press: Press) -> None:
    """Half an hour is 25 pt: room for one line of 12 pt under the pad."""
    assert press.draw(grid(slot(18 * 60, 28, "a", "18:00", "Moon"))).faults == ()
    drawn = words(press.draw(grid(slot(18 * 60, 28, "a", "18:00", "Moon"))))
    assert drawn["Moon"].at.y == drawn["18:00"].at.y
    assert drawn["Moon"].at.x > drawn["18:00"].at.x + 25


def test_a_title_too_long_for_its_box_is_shortened(press: Press) -> None:
    title = "The River Keeps the Names of All Its Old Bridges"
    drawn = press.draw(grid(slot(18 * 60, 45, "a", "18:00", title, "Other")))
    assert [text for text in words(drawn) if text.endswith("…")] == ["the Names of All…"]
    # what follows does not stand on it
    assert [fault.detail for fault in drawn.faults] == [title, "Other"]
