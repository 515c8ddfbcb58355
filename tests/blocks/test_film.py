"""A film's fields -> its blocks: titles, facts, credits, cast, pairs of prose, life, slips."""

from __future__ import annotations

import pytest

from blocks.conftest import Press
from progprint.blocks.film import film_parts, titles
from progprint.blocks.pairing import pair
from progprint.blocks.slots import shown_in, slips
from progprint.blocks.types import Band, Beside, Block, Gap, Pair, Para, Picture, Stills, Symbol, Table, Tag
from progprint.programme.types import Film
from progprint.style import BLACK
from small_books import said
from small_festival import CLIFF

HEAD = "title: {en: Cliff Walkers, zh-Hant: 懸崖之上}\n"
Parts = dict[str, tuple[Block, ...]]


def parts(press: Press, film: str = CLIFF, **changes: str) -> Parts:
    house = press.house(film=film, **changes)
    entry = house.entries["cliff-walkers"]
    assert isinstance(entry, Film)
    return film_parts(house.desk, entry, BLACK)


def rows(blocks: tuple[Block, ...]) -> list[list[str]]:
    """The cells of the tables among blocks, as text."""
    tables = [b for b in blocks if isinstance(b, Table)]
    return [["|".join(said(cell)) for cell in row] for table in tables for row in table.rows]


# --- titles --------------------------------------------------------------------------------------


def test_the_original_comes_first_then_its_romanisation_then_the_other(press: Press) -> None:
    made = parts(press)["title"]
    assert said(made) == ["懸崖之上", "Xuányá zhī shàng", "Cliff Walkers"]
    assert [b.style.name for b in made if isinstance(b, Para)] == ["body", "body", "body"]
    assert made[0].anchor == "entry:cliff-walkers"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("{en: Cliff Walkers, zh-Hant: 懸崖之上}\noriginal: en", ["Cliff Walkers", "懸崖之上"]),
        ("Cliff Walkers", ["Cliff Walkers"]),
        ("{en: Red, zh-Hant: Red}", ["Red"]),
        (
            "{ja: 渡し舟, ja-Latn: Watashibune, en: The Ferry, zh-Hant: 渡船}\noriginal: ja",
            ["渡し舟", "Watashibune", "The Ferry", "渡船"],
        ),
        (
            "{zh-Latn-pinyin: Dùchuán, ja-Latn: Watashibune, ja: 渡し舟, en: The Ferry}\noriginal: ja",
            ["渡し舟", "Watashibune", "The Ferry"],
        ),
        ("{ko: 부산}", ["부산"]),
    ],
)
def test_titles_of_other_languages(press: Press, title: str, printed: list[str]) -> None:
    house = press.house(film=f"title: {title}\n")
    assert said(titles(house.desk, house.entries["cliff-walkers"], BLACK)) == printed


# --- facts ---------------------------------------------------------------------------------------


def test_the_fact_line_in_each_language(press: Press) -> None:
    assert said(parts(press)["fact-line"]) == [
        "China · 2021 · 120′ · Colour · Mandarin · English subtitles",
        "中國 · 2021 · 120分鐘 · 彩色 · 國語 · 英語字幕",
    ]


def test_a_film_without_facts_has_no_fact_line(press: Press) -> None:
    assert parts(press, HEAD)["fact-line"] == ()


def test_a_premiere_of_the_ladder_is_said_in_both_languages(press: Press) -> None:
    (tag,) = parts(press, HEAD + "premiere: world\n")["premiere"]
    assert isinstance(tag, Tag)
    assert said((tag,)) == ["World Premiere  世界首映"]
    assert said(parts(press, HEAD + "premiere: Udine Premiere\n")["premiere"]) == ["Udine Premiere"]
    assert parts(press, HEAD)["premiere"] == ()


# --- credits -------------------------------------------------------------------------------------

CREDITS = (
    HEAD
    + """
credits:
  - director: [Ann One, Ben Two]
  - producer: Cy Three
  - photography: Dee Four
    note: {en: colour, zh-Hant: 彩色}
  - Wire Choreography: [Eve Five, Fay Six]
  - {role: {en: Puppets, zh-Hant: 木偶}, names: Guy Seven}
companies: [One Pictures, Two Films]
released: {date: 2021-04-30, territory: CN}
"""
)


def test_roles_are_said_in_both_languages_and_in_the_plural(press: Press) -> None:
    found = {names: role for role, names in rows(parts(press, CREDITS)["credits"])}
    assert found["Ann One, Ben Two"] == "Directors 導演"
    assert found["Cy Three"] == "Producer 製片人"


def test_a_note_stands_in_brackets_after_the_role(press: Press) -> None:
    found = {names: role for role, names in rows(parts(press, CREDITS)["credits"])}
    assert found["Dee Four"].startswith("Photography (colour) 攝影")


def test_a_note_is_said_in_each_language(press: Press) -> None:
    found = {names: role for role, names in rows(parts(press, CREDITS)["credits"])}
    assert found["Dee Four"] == "Photography (colour) 攝影（彩色）"


def test_an_unknown_role_is_printed_as_written(press: Press) -> None:
    found = {names: role for role, names in rows(parts(press, CREDITS)["credits"])}
    assert found["Eve Five, Fay Six"] == "Wire Choreography"
    assert found["Guy Seven"] == "Puppets 木偶"


def test_companies_and_release_close_the_credits(press: Press) -> None:
    made = rows(parts(press, CREDITS)["credits"])
    assert made[-2] == ["Production Companies 製作公司", "One Pictures, Two Films"]
    assert made[-1][1] == "30 April 2021 (China)|2021年4月30日（中國）"


def test_one_company_is_not_said_in_the_plural(press: Press) -> None:
    made = rows(parts(press, HEAD + "companies: [One Pictures]\n")["credits"])
    assert made[0][0].startswith("Production Company ")


def test_credits_keep_the_order_written(press: Press) -> None:
    assert [names for _, names in rows(parts(press, CREDITS)["credits"])][:5] == [
        "Ann One, Ben Two",
        "Cy Three",
        "Dee Four",
        "Eve Five, Fay Six",
        "Guy Seven",
    ]


def test_without_credits_there_is_no_table(press: Press) -> None:
    assert parts(press, HEAD)["credits"] == ()


def test_names_are_said_in_the_main_language_or_as_written(press: Press) -> None:
    film = HEAD + "credits:\n  - director: {en: Ann One, zh-Hant: 安一}\n  - music: {zh-Hant: 本二}\n"
    assert [names for _, names in rows(parts(press, film)["credits"])] == ["Ann One", "本二"]


def test_the_cast_with_characters_in_both_languages(press: Press) -> None:
    film = HEAD + "cast:\n  - Zhang Yi: {en: Zhang Xianchen, zh-Hant: 張憲臣}\n  - Li Naiwen\n"
    made = parts(press, film)["cast"]
    assert said(made[:1]) == ["Cast  演員"]
    assert rows(made) == [["Zhang Yi", "Zhang Xianchen 張憲臣"], ["Li Naiwen", ""]]
    assert parts(press, HEAD)["cast"] == ()


def test_a_chinese_edition_prints_names_as_people_yaml_has_them(press: Press) -> None:
    film = HEAD + "credits: [{director: Zhang Yimou}, {music: Ben Two}]\ncast: [{Zhang Yimou: himself}]\n"
    house = press.house(press.design(languages="[zh-Hant]"), film=film)
    entry = house.entries["cliff-walkers"]
    assert isinstance(entry, Film)
    made = film_parts(house.desk, entry, BLACK)
    assert [names for _, names in rows(made["credits"])] == ["張藝謀", "Ben Two"]
    assert [actor for actor, _ in rows(made["cast"])] == ["張藝謀"]
    assert [names for _, names in rows(parts(press, film)["credits"])] == ["Zhang Yimou", "Ben Two"]


# --- prose ---------------------------------------------------------------------------------------


def test_a_review_stands_in_a_pair_with_its_byline(press: Press) -> None:
    (one,) = parts(press)["review"]
    assert isinstance(one, Pair)
    assert said(one.left)[0].startswith("Snow falls")
    assert said(one.left)[-1] == "Maria Barbieri"
    assert said(one.right)[0].startswith("幾乎")
    assert len(one.left) == len(one.right) + 1


def test_one_after_the_other_where_the_layout_wants_it(press: Press) -> None:
    entries = press.entries("  - films: {master: film, languages: after}")
    review = entries["films/cliff-walkers"].part("review")
    assert [type(b) for b in review] == [Para, Para, Para, Gap, Para, Para]
    assert said(review)[3].startswith("幾乎")


def test_the_main_language_alone_where_the_layout_wants_it(press: Press) -> None:
    entries = press.entries("  - films: {master: film, languages: main}")
    entry = entries["films/cliff-walkers"]
    assert "懸崖之上" in said(entry.part("title"))  # the original stays
    assert not [
        t for t in said((*entry.part("review"), *entry.part("life"))) if "幾乎" in t or "張藝謀在" in t
    ]


def test_three_languages_stand_two_by_two(press: Press) -> None:
    festival = (
        "name: Three\ndates: [2027-03-01, 2027-03-03]\ntime_zone: Asia/Tokyo\nlanguages: [en, zh-Hant, ja]\n"
    )
    film = HEAD + "review:\n  en: English.\n  zh-Hant: 中文。\n  ja: 日本語。\n"
    made = parts(press, film, festival=festival, venues="a: {name: A}\n")["review"]
    assert [type(b) for b in made] == [Pair, Gap, Pair]
    assert said(made) == ["English.", "中文。", "日本語。"]


def test_a_text_in_a_language_that_is_not_printed_is_not_lost(press: Press) -> None:
    house = press.house(film=HEAD + "review:\n  it: Solo in italiano.\n")
    film = house.entries["cliff-walkers"]
    assert isinstance(film, Film) and film.review is not None
    assert said(pair(house.desk, "review", film.review.text)) == ["Solo in italiano."]


@pytest.mark.parametrize(
    ("by", "languages", "bylines"),
    [
        ("Maria", "en: One.\n  zh-Hant: 一。", ["Maria"]),
        ("{en: Maria, zh-Hant: 瑪麗亞}", "en: One.\n  zh-Hant: 一。", ["Maria", "瑪麗亞"]),
        ("Maria", "zh-Hant: 一。", ["Maria"]),
        ("{zh-Hant: 瑪麗亞}", "zh-Hant: 一。", ["瑪麗亞"]),
    ],
)
def test_bylines(press: Press, by: str, languages: str, bylines: list[str]) -> None:
    made = parts(press, HEAD + f"review:\n  by: {by}\n  {languages}\n")["review"]
    assert [t for t in said(made) if t not in ("One.", "一。")] == bylines


def test_emphasis_is_italic_in_latin_and_never_slants_han(press: Press) -> None:
    film = HEAD + "review:\n  en: See *Hero* now.\n  zh-Hant: 看*英雄*吧。\n"
    (one,) = parts(press, film)["review"]
    assert isinstance(one, Pair)
    left, right = one.left[0], one.right[0]
    assert isinstance(left, Para) and isinstance(right, Para)
    assert [(s.words.text, s.style.italic) for s in left.spans] == [
        ("See ", False),
        ("Hero", True),
        (" now.", False),
    ]
    assert not any(s.style.italic for s in right.spans)


def test_a_director_with_life_and_filmography_beside_it(press: Press) -> None:
    made = parts(press)["life"]
    (life,) = [b for b in made if isinstance(b, Beside)]
    left, right = life.parts
    assert said(left) == [
        "Zhang Yimou  張藝謀",
        "Shaanxi, 1951  陝西、1951",
        "Zhang Yimou worked in a cotton mill.",
        "張藝謀在棉紡廠做過工。",
    ]
    assert said(right) == ["Filmography  作品年表", "1987", "Red Sorghum 紅高粱"]


def test_two_directors_have_two_lives(press: Press) -> None:
    film = HEAD + "directors:\n  - person: Ann One\n  - person: Ben Two\n"
    assert [b for b in parts(press, film)["life"] if isinstance(b, Beside)][1:]


# --- pictures and slots --------------------------------------------------------------------------


def test_a_still_with_its_credit_and_words_for_those_who_do_not_see(press: Press) -> None:
    film = HEAD + "still: {file: ../stills/a.jpg, alt: {en: Snow}, credit: CMC, focus: [0.2, 0.8]}\n"
    (picture,) = parts(press, film)["still"]
    assert isinstance(picture, Picture)
    assert picture.file == f"{press.folder}/content/stills/a.jpg"
    assert (picture.alt, picture.focus) == ("Snow", (0.2, 0.8))
    assert "".join(s.words.text for s in picture.caption) == "Photo: CMC"
    bare = parts(press, HEAD + "still: {file: ../stills/a.jpg}\n")["still"][0]
    assert isinstance(bare, Picture)
    assert bare.caption == ()


def test_further_stills_stand_by_number_and_together(press: Press) -> None:
    found = parts(press, HEAD + "stills:\n  - {file: ../stills/b.jpg, credit: CMC}\n  - ../stills/c.pdf\n")
    assert isinstance(found["still-2"][0], Picture) and not found["still-4"]
    (rows,) = found["stills"]
    assert isinstance(rows, Stills)
    assert [p.file.rpartition("/")[2] for p in rows.pictures] == ["b.jpg", "c.pdf"]
    assert not parts(press, HEAD)["stills"]


PEOPLE = "Ann One: {portrait: {file: stills/ann.jpg, focus: [0.1, 0.2]}}\nBen Two: {portrait: stills/ben.jpg}\n"


def test_portraits_are_those_of_people_yaml_side_by_side(press: Press) -> None:
    def portraits(directors: str) -> tuple[Block, ...]:
        film = HEAD + f"directors: {directors}\n"
        house = press.house(files={"people.yaml": PEOPLE}, film=film)
        found = house.entries["cliff-walkers"]
        assert isinstance(found, Film)
        return film_parts(house.desk, found, BLACK)["portrait"]

    one = portraits("[Ann One, Cy]")
    assert [(p.focus, p.file.rpartition("/")[2]) for p in one if isinstance(p, Picture)] == [((0.1, 0.2), "ann.jpg")]
    (two,) = portraits("[Ann One, Ben Two]")
    assert isinstance(two, Band) and len(two.slices) == 2
    assert portraits("[Cy]") == ()


SLOTS = """
screenings:
  - {at: 2027-03-02 00:30, venue: studio}
  - {at: 2027-03-01 21:45, venue: arena, guests: true}
  - {at: 2027-03-03 10:00, venue: arena}
  - {at: 2027-03-03 12:00, venue: arena, tickets: "https://tickets.example.org/x"}
"""


def test_slips_stand_in_threes_in_order_of_time(press: Press) -> None:
    house = press.house(film=HEAD + SLOTS)
    film = house.entries["cliff-walkers"]
    made = slips(house.desk, film.screenings)
    strips = [b for b in made if isinstance(b, Beside)]
    assert [len(s.parts) for s in strips] == [3, 3]
    assert [bool(p) for p in strips[1].parts] == [True, False, False]
    assert all(s.keep for s in strips)
    texts = said(made)
    times = [t.split(" ")[0] for t in texts if ":" in t and t[0].isdigit()]
    assert times == ["21:45", "00:30", "10:00", "12:00"]


def test_a_slip_says_day_time_venue_address_and_code(press: Press) -> None:
    house = press.house(film=HEAD + "screenings:\n  - {at: 2027-03-01 21:45, venue: arena, guests: true}\n")
    text = " / ".join(said(slips(house.desk, house.entries["cliff-walkers"].screenings)))
    for words in (
        "Mon",
        "1 Mar",
        "週一",
        "21:45",
        "Q&A",
        "Arena",
        "露天劇場",
        "1 Hill Street",
        "[https://example.org/s/0301AR1]",
        "0301AR1",
    ):
        assert words in text, words


def test_after_midnight_the_slip_says_the_night_it_belongs_to(press: Press) -> None:
    house = press.house(film=HEAD + "screenings:\n  - {at: 2027-03-02 00:30, venue: arena}\n")
    texts = said(slips(house.desk, house.entries["cliff-walkers"].screenings))
    assert texts[0].startswith("Mon 1 Mar")
    late = press.house(
        press.design(late="over"), film=HEAD + "screenings:\n  - {at: 2027-03-02 00:30, venue: arena}\n"
    )
    assert "24:30" in said(slips(late.desk, late.entries["cliff-walkers"].screenings))


def test_a_slot_without_an_address_has_no_symbol(press: Press) -> None:
    festival = "name: X\ndates: [2027-03-01, 2027-03-03]\ntime_zone: Asia/Taipei\nlanguages: [en]\n"
    house = press.house(
        festival=festival,
        film="title: X\nscreenings:\n  - {at: 2027-03-01 21:45, venue: arena}\n",
        venues="arena: {name: Arena, code: AR}\n",
    )
    made = slips(house.desk, house.entries["cliff-walkers"].screenings)
    assert not [
        b for s in made if isinstance(s, Beside) for part in s.parts for b in part if isinstance(b, Symbol)
    ]
    assert "0301AR1" in said(made)


def test_a_short_names_the_programme_that_shows_it(press: Press) -> None:
    shorts = {
        "programmes/night.yaml": "title: {en: Night Shorts, zh-Hant: 深夜短片}\nfilms: [cliff-walkers]\n"
    }
    house = press.house(files=shorts, film=HEAD + "running_time: 9 min\n")
    film = house.entries["cliff-walkers"]
    assert isinstance(film, Film)
    text = said(shown_in(house.desk, film))
    assert "Night Shorts" in text[1] and "深夜短片" in text[1]
    assert text[-1] == "-> entry:night"
    alone = press.house(files={"programmes/night.yaml": ""}, film=HEAD)
    (press.folder / "content" / "programmes" / "night.yaml").unlink()
    alone = press.house(film=HEAD)
    lonely = alone.entries["cliff-walkers"]
    assert isinstance(lonely, Film)
    assert shown_in(alone.desk, lonely) == ()


# --- what a stranger's festival showed -----------------------------------------------------------

KOREAN = "name: X\ndates: [2027-03-01, 2027-03-03]\ntime_zone: Asia/Seoul\nlanguages: [{}]\n"


def test_korean_takes_half_width_brackets(press: Press) -> None:
    film = "title: 부산\nreleased: {date: 2026-03-05, territory: IT}\n"
    made = rows(parts(press, film, festival=KOREAN.format("ko"), venues="a: {name: A}\n")["credits"])
    assert made[0][1] == "2026년 3월 5일(이탈리아)"


def test_no_space_follows_a_full_width_colon(press: Press) -> None:
    film = "title: 渡し舟\nstill: {file: ../stills/a.jpg, credit: CMC}\n"
    (picture,) = parts(press, film, festival=KOREAN.format("ja"), venues="a: {name: A}\n")["still"]
    assert isinstance(picture, Picture)
    assert "".join(s.words.text for s in picture.caption) == "写真：CMC"


def test_in_one_language_the_lives_stand_beside_the_review(press: Press) -> None:
    film = (
        "title: X\nreview: {en: Some words.}\ndirectors:\n  - {person: Ann Lee, bio: {en: A life.}, "
        "filmography: [{2020: Y}]}\n"
    )
    made = parts(press, film, festival=KOREAN.format("en"), venues="a: {name: A}\n")
    (beside,) = made["review"]
    assert isinstance(beside, Beside)
    assert [said(part)[0] for part in beside.parts] == ["Some words.", "Ann Lee"]
    assert said(beside.parts[1])[-2:] == ["2020", "Y"]
    assert made["life"] == ()



def test_the_language_that_runs_longer_has_the_wider_column(press: Press) -> None:
    """Latin runs longer than Han at equal legibility: in either order English takes the three fifths."""
    film = HEAD + "review:\n  en: Some words.\n  zh-Hant: 幾個字。\n"
    house = press.house(press.design(languages="[zh-Hant, en]"), film=film)
    entry = house.entries["cliff-walkers"]
    assert isinstance(entry, Film)
    (one,) = film_parts(house.desk, entry, BLACK)["review"]
    assert isinstance(one, Pair)
    assert said(one.right) == ["Some words."]
    assert one.shares[1] > one.shares[0]
