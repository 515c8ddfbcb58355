"""Films as a list -> one entry: items in their columns, headings, numbers, screenings as lines."""

from __future__ import annotations

from blocks.conftest import COLOURS, MASTERS, Press
from blocks.test_make import FILMS
from progprint.blocks.house import Selection
from progprint.blocks.make import make_blocks
from progprint.blocks.types import Block, Entry, Gap, Headed, Picture, Rule, Table, Together, Track
from progprint.cache import NoCache
from progprint.geom import mm
from small_books import design_of, said

PATTERNS = """
blocks:
  number-line: "{number}"
  titles: "{titles}"
  facts: "{directors}, {minutes}"
  within: "{films}"
  screening: "{weekday} {day} {time} {venue_code} {code} {guests}"
late: over
"""
ITEM = "[{width: 8mm, blocks: [number-line]}, {blocks: [titles, facts, within, screenings-list]}]"


def entries(press: Press, options: str = "", item: str = ITEM, sections: str = "") -> dict[str, Entry]:
    films = f"sections:\n  - films: {{as: list, item: {item}{options}}}\n{sections}"
    design = design_of(press.folder, MASTERS, films, PATTERNS + COLOURS)
    house = press.house(design, FILMS)
    return {entry.name: entry for entry in make_blocks(house.desk.programme, design, NoCache())}


def body(press: Press, options: str = "", item: str = ITEM, sections: str = "") -> tuple[Block, ...]:
    return entries(press, options, item, sections)["films"].part("body")


def test_a_list_is_one_entry_under_the_headings_of_its_sections(press: Press) -> None:
    made = entries(press)
    assert list(made) == ["films"]
    assert said(made["films"].part("body")) == [
        "Competition  競賽",
        *("1", "The Apple  中", "Aki Abe", "Mon 1 20:00 AR 0301AR1"),
        *("2", "Zebra  阿", "Zhang Yimou", "張藝謀", "Tue 2 20:00 AR 0302AR1"),
        "Short Films  短片",
        # the night after 1 March; its films run in the order of the programme
        *("3", "Night Shorts  深夜短片", "21′", "Ferry, Moon", "Ferry、左", "Mon 1 24:30 ST 0301ST1 Q&A"),
        *("4", "Moon  左", "10′", "shown in Night Shorts  深夜短片", "-> entry:night"),
        "Films  影片",
        *("5", "Ferry", "Mia Orr, Zhang Yimou, 9′", "Mia Orr、張藝謀, 9′"),
        *("shown in Night Shorts  深夜短片", "-> entry:night"),
    ]


def test_headings_are_repeated_unless_the_layout_says_no(press: Press) -> None:
    lists = [block for block in body(press) if isinstance(block, Headed)]
    assert said(lists[0].continued) == ["Competition  競賽  continued"]
    assert not any(isinstance(block, Headed) for block in body(press, ", continued: no"))


def test_without_headings_all_stand_in_one_order(press: Press) -> None:
    numbers = [text for text in said(body(press, ", by: none")) if text.isdigit()]
    titles = [text for text in said(body(press, ", by: none, order: slug")) if "  " in text]
    assert numbers == ["1", "2", "3", "4", "5"]
    assert titles[:2] == ["Night Shorts  深夜短片", "The Apple  中"]


def test_an_item_is_kept_together_in_its_columns(press: Press) -> None:
    first = next(b for h in body(press) if isinstance(h, Headed) for b in h.body if isinstance(b, Together))
    (row,) = first.blocks
    assert isinstance(row, Table)
    assert row.tracks == (Track(fixed=mm(8)), Track(share=1))
    loose = body(press, ", keep: no, continued: no", "[titles, facts]")
    assert not any(isinstance(block, Together) for block in loose)


def test_between_two_films_is_room_or_a_rule(press: Press) -> None:
    plain = body(press, ", between: 2 lines, continued: no")
    assert [block.height for block in plain if isinstance(block, Gap)] == [24.0] * 5
    ruled = body(press, ", rule: 0.5pt, between: 2 lines, continued: no")
    assert [(b.width, b.room) for b in ruled if isinstance(b, Rule) and b.width == 0.5] == [(0.5, 24.0)] * 5


def test_others_refer_to_the_first_line_of_an_item(press: Press) -> None:
    rows = [b for b in body(press, ", continued: no") if isinstance(b, Together)]
    anchors = [cell[0].anchor for each in rows for cell in each.blocks[0].rows[0] if cell]  # type: ignore[union-attr]
    assert [name for name in anchors if name] == [
        f"entry:{slug}" for slug in ("b", "cliff-walkers", "night", "c", "d")
    ]


def test_screenings_run_on_or_have_the_pages_of_their_days(press: Press) -> None:
    line = said(body(press, "", "[screenings-line]"))
    assert line[1] == "Mon 1 20:00 AR 0301AR1"
    table = said(body(press, "", "[screenings-table]", "  - schedule: {as: grid}\n"))
    assert table[1:3] == ["Mon 1 20:00 AR 0301AR1", "-> grid:2027-03-01:arena"]
    listed = said(body(press, "", "[screenings-table]", "  - schedule\n"))
    assert listed[2] == "-> day:2027-03-01"


def test_room_in_an_item_stands_only_between_two_blocks(press: Press) -> None:
    item = "[2 lines, titles, 0.5 lines, within, 1 line, screenings-line, 3 lines]"
    loose = body(press, ", keep: no, continued: no, select: {film: [b, night]}, by: none, between: 4 lines", item)
    assert [block.height for block in loose if isinstance(block, Gap)] == [48, 6, 12, 48, 12]


def test_a_picture_stays_with_the_line_under_it(press: Press) -> None:
    cliff = {"films/cliff-walkers.yaml": "title: {en: Zebra}\nsection: competition\nstill: stills/a.jpg\n"}
    films = "sections:\n  - films: {as: list, item: [still, titles], picture: 3 lines, keep: no, continued: no}\n"
    design = design_of(press.folder, MASTERS, films, PATTERNS + COLOURS)
    house = press.house(design, cliff)
    (entry,) = make_blocks(house.desk.programme, design, NoCache())
    (kept,) = [block for block in entry.part("body") if isinstance(block, Together)]
    still, room, title = kept.blocks
    assert isinstance(still, Picture) and isinstance(room, Gap)
    assert still.height + room.height == 36.0
    assert said((title,)) == ["Zebra"]


def test_a_sections_rule_is_stronger_than_a_films(press: Press) -> None:
    heads = [block for block in body(press, ", rule: 0.5pt, between: 2 lines") if isinstance(block, Headed)]
    assert [(rule.width, rule.room) for head in heads for rule in head.heading if isinstance(rule, Rule)] == [
        (2.0, 24.0)
    ] * 3


def test_one_film_of_a_list_is_printed_under_its_section(press: Press) -> None:
    films = f"sections:\n  - films: {{as: list, item: {ITEM}}}\n"
    design = design_of(press.folder, MASTERS, films, PATTERNS + COLOURS)
    house = press.house(design, FILMS)
    (made,) = make_blocks(house.desk.programme, design, NoCache(), Selection(only="c"))
    assert made.name == "films/c"
    assert said(made.part("body"))[:3] == ["Short Films  短片", "4", "Moon  左"]
    assert "Zebra  阿" not in said(made.part("body"))


def test_each_film_has_what_running_heads_say_of_it(press: Press) -> None:
    heads = dict(entries(press)["films"].heads)
    fields = {key: words[0].text for key, words in heads["entry:c"]}
    assert fields == {"first": "Moon", "section": "Short Films"}


def test_advertisements_stand_at_films_in_turn(press: Press) -> None:
    masters = MASTERS.replace("blocks: [review]", "blocks: [review, advertisement]")
    films = "sections:\n  - films: {master: film, advertisement: [bank, cafe]}\n"
    design = design_of(press.folder, masters, films, COLOURS)
    adverts = {"advertisements.yaml": "bank: {file: ads/a.pdf}\ncafe: {file: ads/b.pdf}\n"}
    house = press.house(design, FILMS | adverts)
    made = make_blocks(house.desk.programme, design, NoCache())
    placed = [entry.part("advertisement") for entry in made if entry.name.startswith("films/")]
    assert [bool(blocks) for blocks in placed[:2]] == [True, True] and not any(placed[2:])
    assert ["advertisement" in entry.has for entry in made][:3] == [True, True, False]
