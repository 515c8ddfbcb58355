"""An imprint, a back and a run sheet say what a layout's lines name, in their order."""

from __future__ import annotations

from blocks.conftest import Press
from progprint.blocks.types import Beside, Block, Gap, Lines, Para, Tick
from progprint.geom import mm
from small_books import said

FESTIVAL = """
name: {en: Small Days, zh-Hant: 小日子}
dates: [2027-03-01, 2027-03-03]
time_zone: Asia/Tokyo
languages: [en, zh-Hant]
organiser: {en: The House}
site: https://small.example
imprint: {en: All rights with the makers.}
sections:
  competition: {name: {en: Competition}}
"""
SHEETS = """blocks:
  run-sheet:
    columns:
      - {width: 20mm, lines: [{text: "{end}", style: body}, {text: "{seats}", style: body}]}
      - {text: "{title}, {directors}", style: body, languages: each}
      - {width: 2 shares, text: "{steps}", style: body}
    rows: 1
    notes: 0
"""


def parts(press: Press, more: str, sections: str, kind: str) -> tuple[Block, ...]:
    made = press.entries(sections, more=more, festival=FESTIVAL)
    return made[kind].part("body")


def test_an_imprint_in_the_layouts_own_order(press: Press) -> None:
    lines = "{lines: [{text: '{imprint}', style: body}, {text: '{dates} · {organiser}', style: body}]}"
    body = parts(press, f"blocks: {{imprint: {lines}}}\n", "  - imprint: {master: plain}", "imprint")
    assert said(body) == ["All rights with the makers.", "1–3 March 2027 · The House"]
    assert not [b for b in body if isinstance(b, Gap)], "nothing stands before the text"


def test_an_imprint_as_the_house_makes_it(press: Press) -> None:
    body = parts(press, "blocks: {imprint: {gap: 7pt}}\n", "  - imprint: {master: plain}", "imprint")
    assert [b for b in body if isinstance(b, Gap)] == [Gap(7.0)]
    texts = said(body)
    assert texts[1:3] == ["Small Days", "小日子"]
    assert texts[-3:] == ["The House", "https://small.example", "All rights with the makers."]


def test_the_address_is_a_link(press: Press) -> None:
    lines = "{lines: [{text: 'see {site}', style: body}]}"
    (line,) = parts(press, f"blocks: {{back: {lines}}}\n", "  - back: {master: plain}", "back")
    assert isinstance(line, Para)
    assert [(s.words.text, s.link) for s in line.spans] == [
        ("see ", ""), ("https://small.example", "https://small.example")
    ]


def test_rows_of_a_run_sheet_are_the_layouts_columns(press: Press) -> None:
    film = "title: {en: Cliff, zh-Hant: 懸崖}\nrunning_time: 90 min\ndirectors: [{person: Ann One}]\n"
    film += "screenings:\n  - {at: 2027-03-01 20:00, venue: arena}\n  - {at: 2027-03-01 23:00, venue: arena}\n"
    made = press.entries("  - run-sheet: {master: plain}", more=SHEETS, film=film)
    sheets = [entry for entry in made.values() if entry.name.startswith("run-sheet")]
    assert len(sheets) == 2, "one row on a page"
    (row,) = [b for b in sheets[0].part("body") if isinstance(b, Beside)]
    assert [track.fixed for track in row.tracks] == [mm(20), 0.0, 0.0]
    assert said(row.parts[0])[0] == "End 21:30"
    assert said(row.parts[1]) == ["Cliff, Ann One", "懸崖, Ann One"]
    assert all(isinstance(block, Tick) for block in row.parts[2]) and len(row.parts[2]) == 4
    assert not [b for entry in sheets for b in entry.part("notes") if isinstance(b, Lines)]
