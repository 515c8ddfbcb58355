"""Days -> pages of grids: venues and hours shared out, sides, references, and the key to them."""

from __future__ import annotations

from blocks.conftest import COLOURS, MASTERS, Press
from blocks.test_make import FILMS
from progprint.blocks.make import make_blocks
from progprint.blocks.types import DayGrid, Entry, Rule, Together
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


def test_days_of_a_height_follow_one_another_in_one_entry(press: Press) -> None:
    made = {e.name: e for e in days(press, ", height: 6 lines")}
    whole = made["schedule-grid"]
    assert [name for name in made if name.startswith("schedule-grid")] == ["schedule-grid"]
    kept = [block for block in whole.part("body") if isinstance(block, Together)]
    assert [said(block.blocks)[0] for block in kept] == ["Monday 1 March  星期一 3月1日", "Tuesday 2 March  星期二 3月2日"]
    found = [block.blocks[1] for block in kept]
    assert [grid.height for grid in found if isinstance(grid, DayGrid)] == [72.0, 72.0]
    anchors = next(grid.anchors for grid in found if isinstance(grid, DayGrid))
    assert anchors == ("grid:2027-03-01:arena", "grid:2027-03-01:studio")


def test_no_grid_is_higher_than_a_page(press: Press) -> None:
    """The small page has 20 lines of 12 pt; a heading may take eight."""
    (whole,) = (e for e in days(press, ", height: 90 lines") if e.name == "schedule-grid")
    grids_ = [b for t in whole.part("body") if isinstance(t, Together) for b in t.blocks if isinstance(b, DayGrid)]
    assert {grid.height for grid in grids_} == {144.0}


def test_the_key_says_only_what_the_layout_wants(press: Press) -> None:
    sections = "sections:\n  - schedule: {as: grid}\n  - key: [venues]\n"
    design = design_of(press.folder, MASTERS, sections, COLOURS)
    house = press.house(design, FILMS)
    made = {e.name: e for e in make_blocks(house.desk.programme, design, NoCache())}
    assert said(made["key"].part("body"))[0] == "Venues  場地"
    assert "Contents  目錄" not in said(made["key"].part("body"))


def test_sections_share_their_pages(press: Press) -> None:
    sections = "sections:\n  - together: {of: [venues, key: sections, imprint], rule: 1pt}\n  - contents\n  - key\n"
    design = design_of(press.folder, MASTERS, sections, COLOURS)
    house = press.house(design, FILMS)
    made = {e.name: e for e in make_blocks(house.desk.programme, design, NoCache())}
    whole = made["together/venues"]
    texts = said(whole.part("body"))
    assert [texts.index(head) for head in ("Venues  場地", "Key  圖例", "Imprint  版權頁")] == sorted(
        texts.index(head) for head in ("Venues  場地", "Key  圖例", "Imprint  版權頁")
    )
    assert sum(isinstance(block, Rule) for block in whole.part("body")) == 2
    assert {"page:venues", "page:key", "page:imprint"} <= set(whole.anchors)
    # what shares a page is found in the contents all the same
    assert "-> page:venues" in said(made["contents"].part("body"))
    assert "-> page:venues" in said(made["key"].part("body"))
