"""Sections of a layout -> entries: what is chosen, in which order, what stands in contents and indexes."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest

from blocks.conftest import Press
from progprint.blocks.house import printed_languages
from progprint.blocks.make import make_blocks
from progprint.blocks.types import Band, DayGrid, Entry, Para, Picture, Table, Track
from progprint.cache import NoCache
from progprint.geom import mm
from small_books import said

FILMS = {
    name: dedent(text).lstrip()
    for name, text in {
        "films/cliff-walkers.yaml": """
        title: {en: Zebra, zh-Hant: 阿}
        section: competition
        countries: [CN, HK]
        directors: [{person: Zhang Yimou}]
        screenings: [{at: 2027-03-02 20:00, venue: arena}]
        """,
        "films/b.yaml": """
        title: {en: The Apple, zh-Hant: 中}
        section: competition
        countries: [JP]
        directors: [{person: Aki Abe}]
        screenings: [{at: 2027-03-01 20:00, venue: arena}]
        """,
        "films/c.yaml": """
        title: {en: Moon, zh-Hant: 左}
        section: shorts
        countries: [JP]
        running_time: 10 min
        """,
        "films/d.yaml": """
        title: {ja: 渡し舟, en: Ferry}
        original: ja
        countries: [JP]
        running_time: 9 min
        directors: [{person: Mia Orr}, {person: Zhang Yimou}]
        """,
        "programmes/night.yaml": """
        title: {en: Night Shorts, zh-Hant: 深夜短片}
        section: shorts
        films: [d, c]
        pauses: 2 min
        intro: {en: "Two films after midnight.", zh-Hant: 午夜後的兩部影片。}
        screenings: [{at: 2027-03-02 00:30, venue: studio, guests: true}]
        """,
    }.items()
}


def names(press: Press, sections: str, kind: str = "films/", **changes: str) -> list[str]:
    entries = press.entries(sections, FILMS, **changes)
    return [name.removeprefix(kind) for name in entries if name.startswith((kind, "programmes/"))]


# --- choice and order ----------------------------------------------------------------------------


def test_films_stand_by_section_then_title_articles_disregarded(press: Press) -> None:
    assert names(press, "  - films: {master: film}") == ["b", "cliff-walkers", "programmes/night", "c", "d"]


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("title", "prq"),
        ("director", "rqp"),
        ("time", "qpr"),
        ("slug", "pqr"),
    ],
)
def test_orders(press: Press, order: str, wanted: str) -> None:
    facts = {"q": ("Cold", "Bo Bell", 1), "p": ("The Air", "Cy Cole", 2), "r": ("Boat", "Al Adam", 3)}
    files = {
        f"films/{slug}.yaml": f"title: {title}\ndirectors: [{{person: {name}}}]\n"
        f"screenings: [{{at: 2027-03-0{day} 20:00, venue: arena}}]\n"
        for slug, (title, name, day) in facts.items()
    }
    made = press.entries(f"  - films: {{master: film, order: {order}}}", files, film="")
    assert "".join(name.removeprefix("films/") for name in made) == wanted


def test_the_order_of_another_language(press: Press) -> None:
    """By sound, as its readers look titles up: ā before zhōng; in English Apple stands before Zebra."""
    found = names(press, "  - films: {master: film, collation: zh-Hant, select: {section: [competition]}}")
    assert found == ["cliff-walkers", "b"]
    assert names(press, "  - films: {master: film, select: {section: [competition]}}") == [
        "b",
        "cliff-walkers",
    ]


def test_a_reading_overrides_the_order(press: Press) -> None:
    changed = dict(FILMS)
    changed["films/cliff-walkers.yaml"] += "sort: {en: aaa}\n"
    made = press.entries("  - films: {master: film}", changed)
    assert next(n for n in made if n.startswith("films/")) == "films/cliff-walkers"


@pytest.mark.parametrize(
    ("select", "wanted"),
    [
        ("{section: [shorts]}", ["programmes/night", "c"]),
        ("{country: [JP]}", ["b", "c", "d"]),
        ("{country: [HK]}", ["cliff-walkers"]),
        ("{film: [d, b]}", ["b", "d"]),
        ("{section: [competition], country: [JP]}", ["b"]),
        ("{section: [nothing]}", []),
        ("[shorts]", ["programmes/night", "c"]),
    ],
)
def test_selections(press: Press, select: str, wanted: list[str]) -> None:
    assert names(press, f"  - films: {{master: film, select: {select}}}") == wanted


def test_an_opener_stands_before_each_section_that_has_films(press: Press) -> None:
    found = [n for n in press.entries("  - films: {master: film, opener: opener}", FILMS) if "/" in n]
    assert found == [
        "sections/competition",
        "films/b",
        "films/cliff-walkers",
        "sections/shorts",
        "programmes/night",
        "films/c",
        "films/d",
    ]


def test_an_opener_lists_what_its_section_holds(press: Press) -> None:
    opener = press.entries("  - films: {master: film, opener: opener}", FILMS)["sections/competition"]
    assert said(opener.part("opener")) == ["Competition", "競賽"]
    assert said(opener.part("opener-list")) == [
        "The Apple  中",
        "Aki Abe",
        "-> entry:b",
        "Zebra  阿",
        "Zhang Yimou",
        "-> entry:cliff-walkers",
    ]
    assert (opener.start, opener.room, opener.master) == ("verso", "spread", "opener")


def test_sections_have_their_colours_and_thumbs_in_order(press: Press) -> None:
    entries = press.entries("  - films: {master: film}", FILMS)
    for name, ink, number, label in (
        ("films/b", "accent", 0, "Competition"),
        ("films/c", "hairline", 1, "Short Films"),
    ):
        thumb = entries[name].thumb
        assert thumb is not None
        assert (thumb[0].name, thumb[1], thumb[2][0].words.text) == (ink, number, label)
    assert entries["films/d"].thumb is None


@pytest.mark.parametrize(
    ("options", "start", "room"),
    [
        ("", "verso", "spread"),
        (", binding-side: recto", "recto", "spread"),
        (", room: page", "any", "page"),
        (", room: any, start: recto", "recto", "any"),
    ],
)
def test_rooms_and_sides_of_films(press: Press, options: str, start: str, room: str) -> None:
    entry = press.entries(f"  - films: {{master: film{options}}}", FILMS)["films/b"]
    assert (entry.start, entry.room) == (start, room)


# --- languages -----------------------------------------------------------------------------------


def test_the_layout_may_choose_the_languages(press: Press) -> None:
    house = press.house(press.design(languages="[zh-Hant, en]"))
    assert house.desk.languages == ("zh-Hant", "en")
    assert printed_languages(house.desk.programme, house.desk.design) == ("zh-Hant", "en")
    assert press.house().desk.languages == ("en", "zh-Hant")


def test_an_edition_of_one_language_says_nothing_in_the_other(press: Press) -> None:
    sections = (
        "  - cover\n  - contents\n  - films: {master: film, opener: opener}\n  - schedule\n"
        "  - schedule: {as: grid}\n  - venues\n  - index: {of: [titles, directors, countries]}\n  - back"
    )
    entries = press.entries(sections, FILMS, more="languages: [en]\n")
    texts = [t for e in entries.values() for _, blocks in e.parts for t in said(blocks)]
    assert not [t for t in texts if any("一" <= c <= "鿿" for c in t) and t != "渡し舟"]


# --- shorts --------------------------------------------------------------------------------------


def test_a_programme_of_shorts_lists_its_films_in_running_order(press: Press) -> None:
    night = press.entries("  - films: {master: film}", FILMS)["programmes/night"]
    assert said(night.part("title")) == ["Night Shorts", "深夜短片"]
    assert said(night.part("credits")) == [
        "Ferry",
        "Mia Orr, Zhang Yimou",
        "9′",
        "-> entry:d",
        "Moon  左",
        "10′",
        "-> entry:c",
    ]
    assert said(night.part("review")) == ["Two films after midnight.", "午夜後的兩部影片。"]


def test_its_films_are_printed_once_where_the_master_has_a_place_for_them(press: Press) -> None:
    assert said(press.entries("  - films: {master: film}", FILMS)["programmes/night"].part("credits"))
    design = press.design("sections: [films: {master: film}]\n")
    frames = (design.masters["film"].recto[0]._replace(blocks=("review", "shorts")),)
    masters = {**design.masters, "film": replace(design.masters["film"], recto=frames)}
    house = press.house(replace(design, masters=masters), FILMS)
    night = {e.name: e for e in make_blocks(house.desk.programme, house.desk.design, NoCache())}["programmes/night"]
    assert not night.part("credits")
    assert said(night.part("shorts"))[0] == "Ferry"


def test_its_length_counts_the_pauses(press: Press) -> None:
    night = press.entries("  - films: {master: film}", FILMS)["programmes/night"]
    assert said(night.part("fact-line")) == ["21′"]


def test_its_stills_are_a_band(press: Press) -> None:
    with_stills = {
        name: text + ("still: {file: ../stills/x.jpg}\n" if name[6:7] in "cd" else "")
        for name, text in FILMS.items()
    }
    night = press.entries("  - films: {master: film}", with_stills)["programmes/night"]
    (band,) = night.part("still")
    assert isinstance(band, Band)
    assert len(band.slices) == 2


def test_a_film_of_a_programme_says_where_it_is_shown(press: Press) -> None:
    entries = press.entries("  - films: {master: film}", FILMS)
    assert said(entries["films/c"].part("screenings"))[-1] == "-> entry:night"


def test_a_film_without_a_still_has_its_sections_colour(press: Press) -> None:
    (picture,) = press.entries("  - films: {master: film}", FILMS)["films/b"].part("still")
    assert isinstance(picture, Picture)
    assert picture.file == ""
    assert picture.ground is not None and picture.ground.name == "accent"


# --- front and back matter -----------------------------------------------------------------------


def test_the_cover_says_name_edition_and_dates(press: Press) -> None:
    cover = press.entries("  - cover", FILMS)["cover"]
    assert said(cover.part("cover-title")) == ["Tiny Festival", "小影展"]
    assert said(cover.part("cover-edition")) == ["3rd edition", "第3屆"]
    assert said(cover.part("cover-dates"))[0] == "1–3 March 2027"
    assert said(cover.part("spine")) == ["Tiny Festival  小影展  3rd edition", "Tiny Festival"]
    assert not cover.furnished


def test_a_festival_without_stills_has_its_colours_on_the_cover(press: Press) -> None:
    (band,) = press.entries("  - cover", FILMS)["cover"].part("cover-band")
    assert isinstance(band, Band)
    assert [p.ground.name for p in band.slices if p.ground] == ["accent", "hairline"]


def test_a_cover_without_stills_has_what_films_without_one_have(press: Press) -> None:
    bare = "title: X\nsection: shorts\n"
    for without, grounds in (("section", ["accent"]), ("hairline", ["hairline"]), ("nothing", [])):
        cover = press.entries("  - cover", more=f"blocks: {{still: {{without: {without}}}}}\n", film=bare)["cover"]
        pictures = [p for p in cover.part("cover-still") if isinstance(p, Picture)]
        assert [p.ground.name for p in pictures if p.ground] == grounds


def test_contents_refer_to_everything_else(press: Press) -> None:
    entries = press.entries(
        "  - contents\n  - films: {master: film}\n  - schedule\n  - venues\n  - index", FILMS
    )
    keys = [t.removeprefix("-> ") for t in said(entries["contents"].part("body")) if t.startswith("-> ")]
    anchors = {a for e in entries.values() for a in e.anchors}
    assert set(keys) <= anchors
    assert set(anchors) - set(keys) == {"page:contents"}


def test_contents_list_only_films_that_are_printed(press: Press) -> None:
    entries = press.entries("  - contents\n  - films: {master: film, select: {section: [shorts]}}", FILMS)
    keys = [t for t in said(entries["contents"].part("body")) if t.startswith("-> entry")]
    assert keys == ["-> entry:night", "-> entry:c"]


def test_a_text_stands_in_both_languages_and_names_the_page(press: Press) -> None:
    files = {
        "texts/welcome.en.md": "# Welcome\n\nTo all.\n",
        "texts/welcome.zh-Hant.md": "# 歡迎\n\n各位。\n",
    }
    entries = press.entries("  - contents\n  - text: welcome", {**FILMS, **files})
    text = entries["texts/welcome"]
    assert said(text.part("body")) == ["Welcome", "To all.", "歡迎", "各位。"]
    assert text.outline == (("Welcome", 0),)
    assert "Welcome  歡迎" in said(entries["contents"].part("body"))


def test_a_text_that_is_not_there_makes_no_page(press: Press) -> None:
    assert list(press.entries("  - text: welcome\n  - back", FILMS)) == ["back"]


def test_the_layouts_own_title_takes_the_place_of_the_houses(press: Press) -> None:
    entries = press.entries("  - venues: {title: {en: Where, zh-Hant: 哪裡}}", FILMS)
    assert said(entries["venues"].part("heading")) == ["Where  哪裡"]
    assert entries["venues"].outline == (("Where", 0),)


def test_venues_with_address_seats_and_code(press: Press) -> None:
    text = said(press.entries("  - venues", FILMS)["venues"].part("body"))
    assert text[:3] == ["AR", "Arena  露天劇場", "1 Hill Street"]
    assert text[3] == "Seats 座位 100"


def test_blanks(press: Press) -> None:
    entries = press.entries("  - blank: {pages: 1}", FILMS)
    assert entries["blank"].parts == ()


# --- schedule ------------------------------------------------------------------------------------


def test_the_list_by_day_files_a_late_show_under_the_evening_before(press: Press) -> None:
    body = said(press.entries("  - schedule: {as: list}", FILMS)["schedule"].part("body"))
    assert body == [
        "Monday 1 March  星期一 3月1日",
        "20:00",
        "The Apple 中",
        "AR",
        "-> entry:b",
        "00:30",
        "Night Shorts 深夜短片",
        "ST Q&A",
        "-> entry:night",
        "Tuesday 2 March  星期二 3月2日",
        "20:00",
        "Zebra 阿",
        "AR",
        "-> entry:cliff-walkers",
    ]


def grids(entries: dict[str, Entry]) -> list[DayGrid]:
    return [b for e in entries.values() for b in e.part("body") if isinstance(b, DayGrid)]


def test_a_grid_for_each_day_to_one_scale(press: Press) -> None:
    entries = press.entries("  - schedule: {as: grid}", FILMS)
    first, second = grids(entries)
    assert first.hours == second.hours == (20, 25)
    assert [s.start for s in first.slots] == [20 * 60, 24 * 60 + 30]
    assert [v for v, _ in first.venues] == [v for v, _ in second.venues] == ["arena", "studio"]
    assert (first.slots[1].extra, second.slots[0].extra) == (20, 0)
    assert list(entries) == ["schedule-grid", "schedule-grid/2027-03-02"]


def test_a_festival_without_screenings_has_no_grid_and_an_empty_list(press: Press) -> None:
    press.house(film="title: X\n")
    entries = press.entries("  - schedule: {as: grid}\n  - schedule: {as: list}", film="title: X\n")
    assert grids(entries) == []


def test_a_festival_without_screenings_has_no_page_for_them(press: Press) -> None:
    entries = press.entries(
        "  - contents\n  - schedule: {as: list}\n  - schedule: {as: grid}", film="title: X\n"
    )
    assert list(entries) == ["contents"]
    assert "-> page:schedule" not in said(entries["contents"].part("body"))


# --- indexes -------------------------------------------------------------------------------------


def index(press: Press, of: str, more: str = "") -> list[str]:
    entry = press.entries(f"  - films: {{master: film}}\n  - index: {{of: [{of}]}}", FILMS, more)["index"]
    return said(entry.part("body"))


#: even the shortest index has initials
INITIALS = "blocks: {index: {initials: 2}}\n"


def test_titles_are_filed_in_each_language(press: Press) -> None:
    text = index(press, "titles")
    middle = text.index("片名索引")
    english, chinese = text[:middle], text[middle:]
    assert [t for t in english if t in ("The Apple", "Ferry", "Moon", "Night Shorts", "Zebra")] == [
        "The Apple",
        "Ferry",
        "Moon",
        "Night Shorts",
        "Zebra",
    ]
    assert "Ferry" not in chinese
    assert {"阿", "中", "左", "深夜短片"} <= set(chinese)


def test_letters_stand_over_their_titles(press: Press) -> None:
    assert index(press, "titles")[1:3] == ["The Apple", "-> entry:b"]
    assert index(press, "titles", INITIALS)[1:4] == ["A", "The Apple", "-> entry:b"]


def test_letters_may_stand_beside_the_first_of_their_titles(press: Press) -> None:
    more = "blocks: {index: {initials: 2, letter: 5mm}}\n"
    entry = press.entries("  - films: {master: film}\n  - index: titles", FILMS, more)["index"]
    tables = [block for block in entry.part("body") if isinstance(block, Table)]
    assert [said(cell) for cell in tables[0].rows[0]] == [["A"], ["The Apple"], ["-> entry:b"]]
    assert {table.tracks[0] for table in tables} == {Track(fixed=mm(5))}
    # it holds no row to the next: a column may begin with any of them
    (letter,) = tables[0].rows[0][0]
    assert isinstance(letter, Para) and not letter.style.keep_next
    two = next(table for table in tables if len(table.rows) > 1)
    assert two.rows[1][0] == ()


def test_originals_are_those_in_languages_that_are_not_printed(press: Press) -> None:
    text = index(press, "originals")
    assert [t for t in text if t.startswith("-> ")] == ["-> entry:d"]
    assert "渡し舟" in text


def test_an_original_is_filed_by_its_romanisation(press: Press) -> None:
    files = {**FILMS, "films/d.yaml": "title: {ja: 渡し舟, ja-Latn: Watashibune, en: Ferry}\noriginal: ja\n"}
    entry = press.entries("  - films: {master: film}\n  - index: {of: [originals]}", files)["index"]
    assert "他" not in said(entry.part("body"))


def test_a_director_of_two_films_has_both_pages(press: Press) -> None:
    text = index(press, "directors")
    at = text.index("ZHANG Yimou  張藝謀")
    assert sorted(text[at + 1 : at + 3]) == ["-> entry:cliff-walkers", "-> entry:d"]


def test_a_director_is_filed_by_the_family_where_it_is_known(press: Press) -> None:
    """Names are never split on spaces: who is not in people.yaml is filed as written."""
    letters = [t for t in index(press, "directors", INITIALS) if len(t) == 1]
    assert letters == ["A", "M", "Z"]


def test_countries_hold_their_films(press: Press) -> None:
    text = index(press, "countries")
    japan = text.index("Japan  日本")
    assert text[japan + 1 : japan + 7 : 2] == ["The Apple", "Ferry", "Moon"]
    assert {"China  中國", "Hong Kong  香港"} <= set(text)


def test_an_index_of_nothing_has_no_page(press: Press) -> None:
    entries = press.entries(
        "  - contents\n  - index: {of: [originals]}",
        film="title: X\n",
        festival=("name: X\ndates: [2027-03-01, 2027-03-03]\ntime_zone: Asia/Taipei\nlanguages: [en]\n"),
        venues="a: {name: A}\n",
    )
    assert list(entries) == ["contents"]
    assert "-> page:index" not in said(entries["contents"].part("body"))


def test_every_reference_leads_to_an_entry(press: Press) -> None:
    sections = (
        "  - contents\n  - films: {master: film, opener: opener}\n  - schedule\n"
        "  - schedule: {as: grid}\n  - venues\n  - index"
    )
    entries = press.entries(sections, FILMS)
    anchors = {a for e in entries.values() for a in e.anchors}
    wanted = {
        t.removeprefix("-> ")
        for e in entries.values()
        for _, b in e.parts
        for t in said(b)
        if t.startswith("-> ")
    }
    assert wanted - anchors == set()
    assert [b for e in entries.values() for _, blocks in e.parts for b in blocks if isinstance(b, Table)]


def test_every_page_of_the_grid_has_a_running_title(press: Press) -> None:
    entries = press.entries("  - schedule: {as: grid}", FILMS)
    assert len(entries) == 2
    assert all(dict(entry.fields).get("title") for entry in entries.values())
