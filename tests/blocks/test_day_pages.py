"""Days -> pages of grids: venues and hours shared out, sides, references, and the key to them."""

from __future__ import annotations

from blocks.conftest import COLOURS, MASTERS, Press
from blocks.test_make import FILMS
from progprint.blocks.make import make_blocks
from progprint.blocks.types import DayGrid, Entry
from progprint.cache import NoCache
from small_books import design_of, said

PATTERNS = """
blocks:
  grid-time: "{time} {minutes}"
  grid-venue: "{venue_code}"
late: over
"""
BOTH = {"films/e.yaml": "title: Early\nrunning_time: 90\nscreenings: [{at: 2027-03-01 11:00, venue: studio}]\n"}


def days(press: Press, options: str, more: str = "") -> list[Entry]:
    sections = f"sections:\n  - schedule: {{as: grid{options}}}\n  - films: {{master: film}}\n  - key\n"
    design = design_of(press.folder, MASTERS, sections, more + COLOURS)
    house = press.house(design, {**FILMS, **BOTH})
    return list(make_blocks(house.desk.programme, design, NoCache()))


def grids(entries: list[Entry]) -> list[DayGrid]:
    return [b for entry in entries for b in entry.part("body") if isinstance(b, DayGrid)]


def test_all_venues_and_hours_of_a_day_stand_on_one_page(press: Press) -> None:
    found = grids(days(press, ""))
    assert [[key for key, _ in grid.venues] for grid in found] == [["arena", "studio"]] * 2
    assert [grid.hours for grid in found] == [(11, 25)] * 2


def test_more_venues_than_fit_go_on_to_a_page_that_faces(press: Press) -> None:
    made = [e for e in days(press, ", venues: 1") if e.name.startswith("schedule-grid")]
    assert [(e.name, e.start) for e in made] == [
        ("schedule-grid", "verso"),
        ("schedule-grid/2027-03-01/2", "any"),
        # nothing is shown in the studio on the second day
        ("schedule-grid/2027-03-02", "any"),
    ]
    assert [[key for key, _ in grid.venues] for grid in grids(made)] == [["arena"], ["studio"], ["arena"]]
    assert "grid:2027-03-01:studio" in made[1].anchors
    assert "grid:2027-03-01" in made[0].anchors


def test_a_day_of_many_hours_is_divided_and_a_late_film_stays_whole(press: Press) -> None:
    found = grids(days(press, ", hours: 7"))
    assert [grid.hours for grid in found] == [(11, 18), (18, 25), (18, 25)]
    assert [len(grid.slots) for grid in found] == [1, 2, 1]


def test_boxes_refer_to_pages_or_numbers(press: Press) -> None:
    assert [slot.ref for slot in grids(days(press, ""))[1].slots] == ["entry:cliff-walkers"]
    numbered = grids(days(press, ", refer: number"))[1].slots[0]
    assert (numbered.ref, said(numbered.lines)[0]) == ("", "20:00\t2")
    assert numbered.lines[0].style.tabs[0].align == "right"
    plain = grids(days(press, ", refer: none"))[1].slots[0]
    assert (plain.ref, said(plain.lines)[0]) == ("", "20:00")


def test_the_layout_says_what_heads_boxes_and_venues(press: Press) -> None:
    grid = grids(days(press, "", PATTERNS))[0]
    assert [said(label) for _, label in grid.venues] == [["AR"], ["ST"]]
    assert said(grid.slots[0].lines) == ["11:00 90′", "Early"]


def test_the_key_says_what_a_reader_of_the_grids_must_know(press: Press) -> None:
    key = next(e for e in days(press, "", PATTERNS) if e.name == "key")
    assert said(key.part("body")) == [
        "Contents  目錄",
        *("Monday 1 March  星期一 3月1日", "-> grid:2027-03-01"),
        *("Tuesday 2 March  星期二 3月2日", "-> grid:2027-03-02"),
        "Venues  場地",
        *("AR", "Arena  露天劇場", "1 Hill Street", "ST", "Studio  小廳"),
        "Sections  單元",
        *("Competition  競賽", "Short Films  短片"),
        "Screenings  放映場次",
        *("Mon 1 24:30", "= Tue 2 00:30", "Q&A  映後座談"),
    ]


def test_each_day_has_a_tab(press: Press) -> None:
    thumbs = [e.thumb for e in days(press, "") if e.name.startswith("schedule-grid")]
    assert [(number, spans[0].words.text) for _, number, spans in filter(None, thumbs)] == [
        (0, "Mon 1"),
        (1, "Tue 2"),
    ]
