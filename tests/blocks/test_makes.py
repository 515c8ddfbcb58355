"""What a layout says of how a block is made is obeyed, key by key."""

from __future__ import annotations

import pytest

from blocks.conftest import Press
from progprint.blocks.make import make_blocks
from progprint.blocks.types import (
    Beside,
    Block,
    DayGrid,
    Gap,
    Headed,
    Pair,
    Para,
    Picture,
    Rule,
    Symbol,
    Table,
    Track,
)
from progprint.cache import NoCache
from progprint.geom import mm
from progprint.style import BLACK
from small_books import said
from small_festival import CLIFF

HEAD = "title: {en: Cliff Walkers, zh-Hant: 懸崖之上}\nsection: competition\n"
PEOPLE = (
    HEAD
    + """
credits:
  - director: {zh-Hant: 張藝謀}
  - script: [{en: Ann One, zh-Hant: 安一}, Ben Two]
companies: [One Pictures]
released: {date: 2021-04-30}
cast:
  - Zhang Yi: {en: Xianchen, zh-Hant: 憲臣}
  - Li Naiwen
directors:
  - person: Zhang Yimou
    born: {year: 1951}
    bio: {en: He worked in a mill.}
    filmography: [{1987: {en: Red, zh-Hant: 紅}}, {1999: Home}, {1990: Judou}]
"""
)


def part(press: Press, name: str, make: str, film: str = CLIFF, **changes: str) -> tuple[Block, ...]:
    """A part of the film's pages, in a layout that says so of one block."""
    sections = "  - films: {master: film}"
    made = press.entries(sections, more=f"blocks: {{{make}}}\n", film=film, **changes)
    return made["films/cliff-walkers"].part(name)


@pytest.mark.parametrize(
    ("say", "titles"),
    [
        ("", ["懸崖之上", "Xuányá zhī shàng", "Cliff Walkers"]),
        ("first: main", ["Cliff Walkers", "懸崖之上", "Xuányá zhī shàng"]),
        ("first: main, romanised: no", ["Cliff Walkers", "懸崖之上"]),
        ("others: no", ["懸崖之上", "Xuányá zhī shàng"]),
        ("first: main, others: no", ["Cliff Walkers"]),
    ],
)
def test_titles_in_the_order_that_a_layout_wants(press: Press, say: str, titles: list[str]) -> None:
    assert said(part(press, "title", f"title: {{{say}}}")) == titles


def test_other_titles_in_the_colour_of_their_style(press: Press) -> None:
    for colour, ink in (("section", "accent"), ("style", BLACK.name)):
        *_, last = part(press, "title", f"title: {{colour: {colour}}}")
        assert isinstance(last, Para) and last.style.ink.name == ink


# --- credits, cast, filmography --------------------------------------------------------------------


def test_columns_of_credits_are_as_wide_as_the_layout_says(press: Press) -> None:
    (table,) = part(press, "credits", "credits: {width: 20mm, gap: 1mm, whole: 3}")
    assert isinstance(table, Table)
    assert table.tracks == (Track(limit=mm(20)), Track(share=1))
    assert (table.gutter, table.whole) == (mm(1), 3)


@pytest.mark.parametrize(
    ("say", "lines"),
    [
        ("as: lines, roles: main", ["Director 張藝謀", "Screenplay Ann One, Ben Two"]),
        ("as: run-in, roles: main", ["Director 張藝謀 · Screenplay Ann One, Ben Two"]),
        ("as: run-in, between: '; ', roles: main", ["Director 張藝謀; Screenplay Ann One, Ben Two"]),
        ("as: lines, names: all", ["Director 導演 張藝謀", "Screenplay 編劇 Ann One 安一, Ben Two"]),
        ("as: lines, roles: main, only: script", ["Screenplay Ann One, Ben Two"]),
        ("as: lines, roles: main, only: [script, director]", ["Screenplay Ann One, Ben Two", "Director 張藝謀"]),
    ],
)
def test_credits_run_in(press: Press, say: str, lines: list[str]) -> None:
    made = part(press, "credits", f"credits: {{{say}, companies: no, release: no}}", PEOPLE)
    assert said(made) == lines


def test_names_as_written_and_in_two_languages(press: Press) -> None:
    film = HEAD + "credits: [{director: {zh-Hant: 張藝謀, en: Zhang Yimou}}]\n"
    for names, text in (("main", "Zhang Yimou"), ("written", "張藝謀"), ("both", "Zhang Yimou 張藝謀")):
        assert said(part(press, "credits", f"credits: {{names: {names}}}", film))[1] == text


def test_names_are_those_of_people_in_the_main_language(press: Press) -> None:
    """What a film writes in Latin letters, a Chinese edition prints as people.yaml has it."""
    film = HEAD + "credits: [{director: Zhang Yimou}, {script: Ben Two}]\ncast: [Zhang Yimou]\n"
    say = "credits: {roles: main}"
    assert said(part(press, "credits", say, film))[1::2] == ["Zhang Yimou", "Ben Two"]
    design = press.design(more=f"blocks: {{{say}}}\n", languages="[zh-Hant]")
    house = press.house(design, film=film)
    made = {e.name: e for e in make_blocks(house.desk.programme, design, NoCache())}["films/cliff-walkers"]
    assert said(made.part("credits"))[1::2] == ["張藝謀", "Ben Two"]
    assert "張藝謀" in said(made.part("cast"))


def test_companies_and_release_may_be_left_out(press: Press) -> None:
    made = said(part(press, "credits", "credits: {companies: no, release: no}", PEOPLE))
    assert not {"One Pictures", "30 April 2021"} & set(made)
    assert "One Pictures" in said(part(press, "credits", "credits: {release: no}", PEOPLE))


def test_a_cast_without_heading_in_one_paragraph(press: Press) -> None:
    make = "cast: {as: run-in, heading: no, characters: main}"
    assert said(part(press, "cast", make, PEOPLE)) == ["Zhang Yi (Xianchen), Li Naiwen"]
    assert said(part(press, "cast", "cast: {most: 1, heading: no}", PEOPLE)) == ["Zhang Yi", "Xianchen 憲臣"]


@pytest.mark.parametrize(
    ("say", "titles"),
    [
        ("", ["Red 紅", "Home", "Judou"]),
        ("titles: main, order: newest", ["Home", "Judou", "Red"]),
        ("titles: main, order: oldest, most: 2", ["Red", "Judou"]),
    ],
)
def test_filmographies(press: Press, say: str, titles: list[str]) -> None:
    made = said(part(press, "life", f"filmography: {{heading: no, {say}}}", PEOPLE))
    assert [t for t in made if t in ("Red 紅", "Red", "Home", "Judou")] == titles


# --- lives, reviews, pairs -------------------------------------------------------------------------


def test_a_life_with_its_filmography_below_or_without_one(press: Press) -> None:
    below = part(press, "life", "life: {filmography: below, names: main, born: no}", PEOPLE)
    assert not [b for b in below if isinstance(b, Beside)]
    assert said(below)[:3] == ["Zhang Yimou", "He worked in a mill.", "Filmography  作品年表"]
    assert "Home" not in said(part(press, "life", "life: {filmography: none}", PEOPLE))
    (beside,) = [b for b in part(press, "life", "life: {shares: [2, 1]}", PEOPLE) if isinstance(b, Beside)]
    assert beside.tracks == (Track(share=2), Track(share=1))


def test_lives_stand_beside_the_review_of_one_language_or_below(press: Press) -> None:
    sections = "  - films: {master: film, languages: main}"
    for say, types in (("", [Beside]), ("life: below", [Pair])):
        more = f"blocks: {{review: {{{say}}}}}\n"
        entry = press.entries(sections, more=more)["films/cliff-walkers"]
        assert [type(b) for b in entry.part("review")] == types
        assert bool(entry.part("life")) == bool(say)


def test_a_review_without_its_author(press: Press) -> None:
    assert "Maria Barbieri" in said(part(press, "review", "review: {}"))
    assert "Maria Barbieri" not in said(part(press, "review", "review: {byline: no}"))


@pytest.mark.parametrize(
    ("say", "shares"),
    [
        ("", (3.0, 2.0)),
        ("shares: [1, 2]", (1.0, 2.0)),
        ("shares: {en zh: [5, 4]}", (5.0, 4.0)),
        ("shares: {zh-Hant en: [5, 4]}", (4.0, 5.0)),
        ("shares: {ko en: [5, 4]}", (3.0, 2.0)),
    ],
)
def test_shares_of_a_pair(press: Press, say: str, shares: tuple[float, float]) -> None:
    (pair,) = part(press, "review", f"pair: {{{say}}}")
    assert isinstance(pair, Pair)
    assert pair.shares == shares


def test_a_third_language_in_the_first_ones_column_or_over_the_measure(press: Press) -> None:
    festival = "name: X\ndates: [2027-03-01, 2027-03-03]\ntime_zone: Asia/Tokyo\nlanguages: [en, zh-Hant, ja]\n"
    film = "title: X\nreview:\n  en: English.\n  zh-Hant: 中文。\n  ja: 日本語。\n"
    for odd, last in (("column", Pair), ("measure", Para)):
        made = part(press, "review", f"pair: {{odd: {odd}}}", film, festival=festival, venues="a: {name: A}\n")
        assert [type(b) for b in made] == [Pair, Gap, last]


@pytest.mark.parametrize(
    ("say", "shares"),
    [
        ("abreast: 3", (3.0, 2.0, 2.0)),
        ("shares: [1, 1, 2]", (1.0, 1.0, 2.0)),
        ("shares: {ja en zh: [4, 5, 6]}", (5.0, 6.0, 4.0)),
        # shares are for as many as they name
        ("abreast: 3, shares: [1, 2]", (3.0, 2.0, 2.0)),
    ],
)
def test_three_languages_side_by_side(press: Press, say: str, shares: tuple[float, ...]) -> None:
    festival = "name: X\ndates: [2027-03-01, 2027-03-03]\ntime_zone: Asia/Tokyo\nlanguages: [en, zh-Hant, ja]\n"
    film = "title: X\nreview:\n  en: English.\n  zh-Hant: 中文。\n  ja: 日本語。\n"
    (row,) = part(press, "review", f"pair: {{{say}}}", film, festival=festival, venues="a: {name: A}\n")
    assert isinstance(row, Pair) and row.shares == shares
    assert [said(side) for side in row.sides] == [["English."], ["中文。"], ["日本語。"]]


# --- slips -----------------------------------------------------------------------------------------

SLOTS = (
    HEAD
    + "running_time: 120 min\nscreenings:\n"
    + "".join(f"  - {{at: 2027-03-0{n} 20:00, venue: arena, guests: true}}\n" for n in (1, 2, 3))
)


def test_slips_side_by_side_and_their_rule(press: Press) -> None:
    made = part(press, "screenings", "screenings: {across: 2, rule: 0}", SLOTS)
    strips = [b for b in made if isinstance(b, Beside)]
    assert [len(s.parts) for s in strips] == [2, 2]
    assert not [b for b in strips[0].parts[0] if isinstance(b, Rule)]


def test_what_a_slip_says_and_in_which_order(press: Press) -> None:
    lines = "lines: [{text: '{time}, {date}', style: body}, {text: '{venue}', style: body, languages: all}]"
    made = part(press, "screenings", f"screenings: {{across: 1, {lines}, under: [], payload: none}}", SLOTS)
    assert said(made)[:2] == ["20:00, 1 Mar", "Arena  露天劇場"]
    assert not [t for t in said(made) if t.startswith("[")]


def _symbols(blocks: tuple[Block, ...]) -> list[Symbol]:
    found: list[Symbol] = []
    for block in blocks:
        if isinstance(block, Symbol):
            found.append(block)
        elif isinstance(block, Beside):
            found += [symbol for cell in block.parts for symbol in _symbols(cell)]
    return found


def test_codes_are_as_large_as_the_layout_says(press: Press) -> None:
    large = _symbols(part(press, "screenings", "screenings: {code: 30mm}", SLOTS))
    fine = _symbols(part(press, "screenings", "screenings: {code: 5mm, module: 0.35mm}", SLOTS))
    assert {round(s.size, 3) for s in large} == {round(mm(30), 3)}
    assert fine[0].size == pytest.approx(fine[0].side * mm(0.35))


def test_a_code_may_hold_the_event(press: Press) -> None:
    first = _symbols(part(press, "screenings", "screenings: {payload: calendar}", SLOTS))[0]
    assert first.payload.split("\r\n") == [
        "BEGIN:VEVENT",
        "SUMMARY:Cliff Walkers",
        "DTSTART:20270301T120000Z",
        "DTEND:20270301T140000Z",
        "LOCATION:Arena",
        "END:VEVENT",
    ]


# --- pictures --------------------------------------------------------------------------------------


def test_what_stands_for_a_missing_still(press: Press) -> None:
    (colour,) = part(press, "still", "still: {without: pale}", HEAD)
    assert isinstance(colour, Picture) and colour.ground is not None and colour.ground.name == "pale"
    assert part(press, "still", "still: {without: nothing}", HEAD) == ()


def test_the_credit_of_a_still_may_be_left_out(press: Press) -> None:
    film = HEAD + "still: {file: ../stills/a.jpg, credit: CMC}\n"
    (picture,) = part(press, "still", "still: {credit: no}", film)
    assert isinstance(picture, Picture) and picture.caption == ()


def test_the_covers_stills(press: Press) -> None:
    files = {
        f"films/{slug}.yaml": f"title: {slug}\nstill: {{file: ../stills/{slug}.jpg}}\n" for slug in "abc"
    }
    for say, wanted in (("slices: 2", "ab"), ("films: [c, a]", "ca")):
        more = f"blocks: {{cover-band: {{{say}}}}}\n"
        made = press.entries("  - cover: {master: plain}\n  - films: {master: film}", files, more)
        (band,) = made["cover"].part("cover-band")
        assert [s.file[-5] for s in band.slices] == list(wanted)  # type: ignore[union-attr]


# --- lists -----------------------------------------------------------------------------------------

COLUMNS = "columns: [{width: 10mm, text: '{time}', style: body}, {text: '{title} ({directors})', style: body}]"


def test_columns_of_a_schedule(press: Press) -> None:
    more = f"blocks: {{schedule: {{{COLUMNS}, gap: 3mm, lead: 1 line, rule: hairline}}}}\n"
    entry = press.entries("  - films: {master: film}\n  - schedule: {as: list, master: plain}", more=more)
    (headed, *_) = entry["schedule"].part("body")
    assert isinstance(headed, Headed)
    (table,) = headed.body
    assert isinstance(table, Table)
    assert table.tracks == (Track(fixed=mm(10)), Track(share=1.0))
    assert (table.gutter, table.lead) == (mm(3), 12.0)
    assert table.rule is not None and table.rule.ink.name == "hairline"
    assert said(table.rows[0][1]) == ["Cliff Walkers (Zhang Yimou)"]


def test_a_heading_that_is_not_repeated(press: Press) -> None:
    more = "blocks: {schedule: {continued: no}, contents: {continued: yes}}\n"
    sections = "  - contents\n  - films: {master: film}\n  - schedule: {as: list, master: plain}"
    made = press.entries(sections, more=more)
    assert not [b for b in made["schedule"].part("body") if isinstance(b, Headed)]
    (headed,) = [b for b in made["contents"].part("body") if isinstance(b, Headed)]
    assert said(headed.heading) == ["Competition  競賽"]
    assert said(headed.continued)[0].startswith("Competition  競賽  ")


def test_contents_of_sections_alone_and_of_films_with_their_directors(press: Press) -> None:
    alone = "films: [], sections: [{text: '{section}', style: body}, {width: 9mm, text: '{page}', style: body}]"
    films = "films: [{lines: [{text: '{title}', style: body}, {text: '{directors}', style: body}]}]"
    for say, wanted in (
        (alone, ["Competition", "-> page:sections/competition"]),
        (films, ["Competition  競賽", "Cliff Walkers", "Zhang Yimou"]),
    ):
        made = press.entries("  - contents\n  - films: {master: film}", more=f"blocks: {{contents: {{{say}}}}}\n")
        assert said(made["contents"].part("body")) == wanted


def test_headings_of_casts_filmographies_and_initials_are_repeated(press: Press) -> None:
    for name, make in (("cast", "cast: {continued: yes}"), ("life", "filmography: {continued: yes}")):
        blocks = part(press, name, make, PEOPLE)
        parts = [b for b in blocks if isinstance(b, Beside)]
        (headed,) = [b for b in (parts[0].parts[1] if parts else blocks) if isinstance(b, Headed)]
        assert said(headed.continued)[0].startswith(said(headed.heading)[0] + "  ")
    more = "blocks: {index: {initials: 1, continued: yes}}\n"
    made = press.entries("  - films: {master: film}\n  - index: {of: titles, master: plain}", more=more)
    (first, *_) = [b for b in made["index"].part("body") if isinstance(b, Headed)]
    assert said(first.heading) == ["C"]
    assert said(first.body) == ["Cliff Walkers", "-> entry:cliff-walkers"]


def test_what_a_box_of_a_grid_says(press: Press) -> None:
    lines = "lines: [{text: '{time}–{ends}', style: body}, {text: '{title} {length}', style: body, languages: each}]"
    sections = "  - films: {master: film}\n  - schedule: {as: grid, master: plain}"
    made = press.entries(sections, more=f"blocks: {{schedule-grid: {{{lines}, hours: 12mm}}}}\n")
    (grid,) = [b for b in made["schedule-grid"].part("body") if isinstance(b, DayGrid)]
    assert said(grid.slots[0].lines) == ["21:45–23:45", "Cliff Walkers 120′", "懸崖之上 120分鐘"]
    assert grid.label == mm(12)


def test_an_index_says_more_than_the_title(press: Press) -> None:
    more = "blocks: {index: {titles: '{name}, {year}', page: 9mm}}\n"
    made = press.entries("  - films: {master: film}\n  - index: {of: titles, master: plain}", more=more)
    body = made["index"].part("body")
    assert "Cliff Walkers, 2021" in said(body)
    (table, *_) = [b for b in body if isinstance(b, Table)]
    assert table.tracks[1] == Track(fixed=mm(9))


def test_lists_of_openers_and_venues(press: Press) -> None:
    more = (
        "blocks: {opener-list: {columns: [{text: '{year}', style: body}]},"
        " venues: {columns: [{text: '{venue}: {seats}', style: body}]}}\n"
    )
    made = press.entries("  - films: {master: film, opener: opener}\n  - venues", more=more)
    assert said(made["sections/competition"].part("opener-list")) == ["2021"]
    assert said(made["venues"].part("body")) == ["Arena: Seats 座位 100", "Studio"]


# --- what blocks stand on --------------------------------------------------------------------------


def test_what_a_film_has(press: Press) -> None:
    made = press.entries("  - contents\n  - films: {master: film}", film=CLIFF)
    has = set(made["films/cliff-walkers"].has)
    assert {"film", "bio", "review", "byline", "cast", "guests", "tickets", "release", "romanisation"} <= has
    assert {"section competition", "original zh-Hant", "language en", "language zh-Hant"} <= has
    assert not {"still", "shorts"} & has
    assert set(made["contents"].has) == {"language en", "language zh", "language zh-Hant"}


def test_every_condition_can_be_met(press: Press) -> None:
    from progprint.blocks.holdings import holdings
    from progprint.design.frame_blocks import CONTENT

    full = CLIFF + "still: {file: ../stills/a.jpg}\nstills: [../stills/b.jpg]\npull_quote: Snow.\n"
    shorts = {"programmes/two.yaml": "title: Two\nfilms: [cliff-walkers]\nsection: shorts\n",
              "people.yaml": "Zhang Yimou: {zh-Hant: 張藝謀, family: Zhang, portrait: stills/z.jpg}\n"}
    house = press.house(film=full, files=shorts)
    met = {word for entry in house.entries.values() for word in holdings(house.desk, entry)}
    # advertisements are the layout's to place (test_film_list)
    assert set(CONTENT) - met == {"advertisement"}
    assert {word.split()[0] for word in met} <= {*CONTENT, "section", "language", "original"}
