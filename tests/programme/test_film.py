"""The forms in which a film may be written."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from progprint.diag import Severity
from progprint.programme import read_programme
from progprint.programme.desk import Desk
from progprint.programme.film import read_film
from progprint.programme.types import Film
from progprint.source import parse_yaml


def read(text: str, **known) -> Film:
    node, faults = parse_yaml("title: {en: X, zh-Hant: Y}\n" + text, "films/x.yaml")
    assert node is not None and faults == ()
    film, faults = read_film(node, "x", Desk(**known))
    assert film is not None
    assert [f for f in faults if f.severity is Severity.ERROR] == []
    return film


@pytest.mark.parametrize(("languages", "titles", "expected"), [
    ("[cmn]", "{en: A, zh-Hant: B, zh-Latn-pinyin: C}", "zh-Hant"),
    ("[yue]", "{en: A, zh-Hant-HK: B}", "zh-Hant-HK"),
    ("[ja]", "{en: A, zh-Hant: B, ja: C}", "ja"),
    ("[it, en]", "{zh-Hant: B, it: A, en: C}", "it"),
    ("[nl]", "{zh-Hant: B, en: A}", "en"),
    ("[Klingon Dialect]", "{zh-Hant: B, en: A}", ""),
    ("[]", "{zh-Latn-pinyin: B, en: A}", "en"),
])  # fmt: skip
def test_the_original_title_when_none_is_named(languages: str, titles: str, expected: str) -> None:
    node, _ = parse_yaml(f"title: {titles}\nlanguages: {languages}\n", "x.yaml")
    assert node is not None
    film, _ = read_film(node, "x", Desk())
    assert film is not None and film.original == expected


@pytest.mark.parametrize(("text", "key", "words"), [
    ("world", "world", []), ("World", "world", []), ("World Premiere", "world", []),
    ("national", "national", []),
    ("Alpine Premiere", "", ["Alpine Premiere"]), ("{en: A, zh-Hant: B}", "", ["A", "B"]),
])  # fmt: skip
def test_premieres(text: str, key: str, words: list[str]) -> None:
    film = read(f"premiere: {text}")
    assert (film.premiere_key, [w.text for w in film.premiere.forms]) == (key, words)


def test_colour_in_own_words() -> None:
    film = read("colour: hand-tinted in Turin")
    assert (film.colour_key, film.colour.main.text) == ("", "hand-tinted in Turin")


def test_one_may_stand_without_its_list() -> None:
    film = read("countries: CN\nlanguages: cmn\nsubtitles: en\ncompanies: A, B\ndirectors: Zhang Yimou")
    assert [c.value for c in (*film.countries, *film.languages, *film.subtitles)] == ["CN", "cmn", "en"]
    assert [c.main.text for c in film.companies] == ["A, B"]
    assert [d.person.main.text for d in film.directors] == ["Zhang Yimou"]


def test_short_forms() -> None:
    film = read(
        "still: ../stills/x.jpg\nreleased: 2021-04-30\nreview: One *text*.\n"
        "directors: [{person: {en: A, zh-Hant: B}, born: 1951}]"
    )
    assert film.still is not None and film.still.file == "stills/x.jpg"
    assert film.released is not None and film.released.date == date(2021, 4, 30)
    assert film.review is not None and film.review.text.forms[0].lang == "en"
    assert film.directors[0].born_year == 1951
    assert film.directors[0].person.tags() == ("en", "zh-Hant")


def test_a_still_below_films_and_its_focus() -> None:
    film = read("still: {file: ./a/../b.jpg, focus: [50%, 0.25]}")
    assert film.still is not None
    assert (film.still.file, film.still.focus) == ("films/b.jpg", (0.5, 0.25))


def test_credits_in_several_languages() -> None:
    film = read("""\
credits:
  - director: {en: Zhang Yimou, zh-Hant: 張藝謀}
  - Screenplay: [A, {en: B, ja: C}]
  - {role: {en: Wire Choreography, zh-Hant: 威亞指導}, names: [D], note: x}
""")
    first, second, third = film.credits
    assert (first.role.key, first.names[0].tags()) == ("director", ("en", "zh-Hant"))
    assert (second.role.key, [n.tags() for n in second.names]) == ("script", [("en",), ("en", "ja")])
    assert (third.role.key, third.role.label.tags(), third.note.main.text) == ("", ("en", "zh-Hant"), "x")


def test_a_role_given_in_its_languages_is_not_reported() -> None:
    node, _ = parse_yaml("title: X\ncredits: [{role: {en: A, it: B}, names: C}]", "x.yaml")
    assert node is not None
    assert read_film(node, "x", Desk())[1] == ()


def test_cast_in_several_forms() -> None:
    film = read("cast:\n  - A\n  - B: C\n  - D:\n  - {actor: {en: E, ko: F}, role: {en: G}}\n")
    assert [(m.actor.main.text, [w.text for w in m.role.forms]) for m in film.cast] == [
        ("A", []), ("B", ["C"]), ("D", []), ("E", ["G"]),
    ]  # fmt: skip


def test_short_texts_are_joined_and_composed() -> None:
    film = read(
        "still:\n  file: a.jpg\n"
        "  alt: {en: 'two\n    lines\u00a0e\u0301', zh-Hant: '懸崖\n    之上', ja: 懸崖\n    之上}\n"
    )
    assert film.still is not None
    assert [w.text for w in film.still.alt.forms] == ["two lines\u00a0é", "懸崖之上", "懸崖之上"]


def test_tags_are_written_in_their_canonical_case() -> None:
    assert read("sort: {ZH-hant-hk: x}").sort.tags() == ("zh-Hant-HK",)


def test_absent_and_empty_values_are_not_there() -> None:
    film = read("year: ~\ncast:\ncredits: []\nsort: {zh-Hant: ''}\nreview: {en: ''}\npremiere: ''")
    assert (film.year, film.cast, film.credits, film.sort.forms, film.review) == ("", (), (), (), None)
    assert film.premiere.forms == ()


@pytest.mark.parametrize(("at", "ends", "expected"), [
    ("2021-06-24 21:45", "23:50", datetime(2021, 6, 24, 23, 50)),
    ("2021-06-24 21:45", "00:10", datetime(2021, 6, 25, 0, 10)),
    ("2021-06-24 21:45", "24:10", datetime(2021, 6, 25, 0, 10)),
    ("2021-06-24 24:30", "02:00", datetime(2021, 6, 25, 2, 0)),
    ("2021-06-24 21:45", "2021-06-25 00:10", datetime(2021, 6, 25, 0, 10)),
])  # fmt: skip
def test_ends(at: str, ends: str, expected: datetime) -> None:
    film = read(f"screenings: [{{at: {at}, venue: a, ends: '{ends}'}}]")
    assert film.screenings[0].ends == expected


@pytest.mark.parametrize(("at", "day"), [
    ("2021-06-26 00:30", 25), ("2021-06-26 04:59", 25), ("2021-06-26 05:00", 26), ("2021-06-25 24:30", 25),
])  # fmt: skip
def test_the_festival_day(at: str, day: int) -> None:
    assert read(f"screenings: [{{at: {at}, venue: a}}]").screenings[0].day == date(2021, 6, day)


def test_texts_without_a_tag_are_in_the_main_language() -> None:
    assert read("section: s", main="it", sections=("s",)).title.tags() == ("en", "zh-Hant")
    assert read("premiere: prima", main="it").premiere.tags() == ("it",)


def test_a_film_alone_gives_what_the_festival_gives(write) -> None:
    text = "title: X\nsection: competition\nyear: 1999\n"
    programme, faults = read_programme(write({"films/x.yaml": text}))
    assert programme is not None and faults == ()
    node, _ = parse_yaml(text, "films/x.yaml")
    assert node is not None
    assert read_film(node, "x", Desk(sections=("competition",)))[0] == programme.film("x")
