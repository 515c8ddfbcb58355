"""The documented example loads as it stands and says what it says."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from progprint.diag import Severity
from progprint.programme import read_programme
from progprint.programme.types import Film, Programme, Shorts

EXAMPLE = Path(__file__).resolve().parent / "example"


@pytest.fixture(scope="module")
def programme() -> Programme:
    got, faults = read_programme(EXAMPLE)
    assert got is not None
    assert [(f.severity, f.code, f.source.file, f.source.line) for f in faults] == [
        (Severity.WARNING, "unknown-role", "films/cliff-walkers.yaml", 22)
    ]
    assert "Wire Choreography" in faults[0].message
    assert faults[0].excerpt.startswith("  - Wire Choreography: Yuen Lung")
    return got


@pytest.fixture(scope="module")
def film(programme: Programme) -> Film:
    found = programme.film("cliff-walkers")
    assert found is not None
    return found


def test_the_festival(programme: Programme) -> None:
    festival = programme.festival
    assert [w[:2] for w in festival.name.forms] == [("Far East Film Festival", "en"), ("遠東影展", "zh-Hant")]
    assert festival.dates == (date(2021, 6, 24), date(2021, 7, 2))
    assert (festival.edition, festival.time_zone, festival.day_ends) == (23, "Europe/Rome", time(5, 0))
    assert festival.languages == ("en", "zh-Hant")
    assert [s.key for s in festival.sections] == ["competition", "shorts"]
    assert festival.organiser.main.text == "CEC Udine"


def test_venues_and_people(programme: Programme) -> None:
    arena = programme.venue("arena")
    assert arena is not None and (arena.code, arena.seats) == ("AV", 280)
    person = programme.person("Zhang Yimou")
    assert person is not None and person.family == "Zhang"
    assert person.forms.tags() == ("zh-Hant", "zh-Hans")


def test_the_film(film: Film) -> None:
    assert film.title.tags() == ("en", "zh-Hant", "zh-Latn-pinyin")
    assert (film.section, film.original, film.year, film.running_time) == (
        "competition",
        "zh-Hant",
        "2021",
        120,
    )
    assert (film.premiere_key, film.premiere.main.text) == ("", "International Festival Premiere")
    assert (film.colour_key, film.colour.forms) == ("colour", ())
    assert [c.value for c in (*film.countries, *film.languages, *film.subtitles)] == ["CN", "cmn", "en"]
    assert film.released is not None and film.released[:2] == (date(2021, 4, 30), "CN")
    assert film.still is not None and film.still.file == "stills/cliff-walkers.jpg"
    assert film.sort.get("zh-Hant") is not None
    assert film.allow[0][:3] == ("name-spelling", "Zhang Yi / Zhang Yimou", "an actor and the director")


def test_its_people(film: Film) -> None:
    assert [c.role.key for c in film.credits] == [
        "director", "story", "script", "photography", "action_design", "",
    ]  # fmt: skip
    assert film.credits[-1].role.label.main.text == "Wire Choreography"
    assert [n.main.text for n in film.credits[2].names] == ["Quan Yongxiang", "Zhang Yimou"]
    assert film.credits[3].note.main.text == "color"
    assert [c.main.text for c in film.companies] == ["China Film Group Corp.", "Emperor Group"]
    assert [(m.actor.main.text, m.role.main.text) for m in film.cast] == [
        ("Zhang Yi", "Zhang Xianchen"), ("Li Naiwen", "Gao’s henchman"),
    ]  # fmt: skip
    director = film.directors[0]
    assert (director.person.main.text, director.born_place.main.text, director.born_year) == (
        "Zhang Yimou", "Shaanxi", 1951,
    )  # fmt: skip
    assert [(row.year, row.title.tags()) for row in director.filmography] == [
        ("1987", ("en", "zh-Hant")), ("2021", ("en",)),
    ]  # fmt: skip


def test_its_review(film: Film) -> None:
    assert film.review is not None
    assert film.review.by.main.text == "Maria Barbieri"
    english = film.review.text.get("en")
    assert english is not None
    assert [(w.text, [m.kind for m in w.marks]) for w in english.paragraphs[0].words] == [
        ("Paragraphs separated by an empty line, with ", []),
        ("emphasis", ["emphasis"]),
        (" for film titles.", []),
    ]  # fmt: skip
    lines = (EXAMPLE / "films" / "cliff-walkers.yaml").read_text("utf-8").split("\n")
    emphasis = english.paragraphs[0].words[1].source
    assert emphasis == ("films/cliff-walkers.yaml", 32, 50)
    assert lines[31][49:].startswith("emphasis*")


def test_its_screenings(film: Film) -> None:
    first, second = film.screenings
    assert (first.at, first.ends) == (datetime(2021, 6, 24, 21, 45), datetime(2021, 6, 24, 23, 45))
    assert (first.code, first.tickets, first.guests) == ("0624AV1", "https://example.org/s/0624AV", True)
    assert (second.venue, second.code, second.tickets) == (
        "visionario", "0625VI1", "https://example.org/s/0625VI1",
    )  # fmt: skip


def test_the_shorts(programme: Programme) -> None:
    shorts: Shorts = programme.shorts[0]
    assert (shorts.slug, shorts.films, shorts.pauses) == ("night-shorts", ("paper-moon", "the-ferry"), 2)
    assert shorts.running_time == 14 + 22 + 2
    slot = shorts.screenings[0]
    assert (slot.at, slot.day) == (datetime(2021, 6, 26, 0, 30), date(2021, 6, 25))
    assert slot.ends == datetime(2021, 6, 26, 1, 8)
    assert slot.code == "0625VI2"


def test_the_slots_in_order_of_time(programme: Programme) -> None:
    assert [s.code for s in programme.screenings()] == ["0624AV1", "0625VI1", "0625VI2"]


def test_every_file_read_has_its_hash(programme: Programme) -> None:
    written = sorted(path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*.yaml"))
    assert [name for name, _ in programme.files] == written
    assert all(len(value) == 64 for _, value in programme.files)
