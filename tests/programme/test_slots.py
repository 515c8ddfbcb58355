"""Codes, addresses and ends that a festival makes for its slots."""

from __future__ import annotations

from progprint.programme import read_programme
from progprint.programme.types import Programme


def read(write, films: dict[str, str], festival: str = "") -> Programme:
    base = "name: X\ndates: [2021-06-24, 2021-07-02]\ntime_zone: Europe/Rome\nlanguages: [en]\n" + festival
    named = {f"films/{slug}.yaml": f"title: {slug}\nscreenings:\n{text}" for slug, text in films.items()}
    programme, faults = read_programme(write({"festival.yaml": base, **named}))
    assert programme is not None and faults == ()
    return programme


def slot(at: str, venue: str = "arena", more: str = "") -> str:
    return f"  - {{at: 2021-06-{at}, venue: {venue}{more}}}\n"


def codes(programme: Programme) -> list[tuple[str, str]]:
    return [(s.entry, s.code) for s in programme.screenings()]


def test_numbers_count_the_slots_of_a_venue_and_day_in_time_order(write) -> None:
    programme = read(write, {
        "a": slot("24 21:00") + slot("25 00:30"),
        "b": slot("24 18:00") + slot("24 18:00", "visionario") + slot("25 10:00"),
    })  # fmt: skip
    assert codes(programme) == [
        ("b", "0624AV1"), ("b", "0624VI1"), ("a", "0624AV2"), ("a", "0624AV3"), ("b", "0625AV1"),
    ]  # fmt: skip


def test_a_given_code_stays_and_is_counted(write) -> None:
    programme = read(write, {"a": slot("24 18:00", more=", code: GALA") + slot("24 21:00")})
    assert codes(programme) == [("a", "GALA"), ("a", "0624AV2")]


def test_made_codes_give_way(write) -> None:
    programme = read(
        write, {"a": slot("24 18:00") + slot("24 21:00") + slot("24 15:00", more=", code: 0624AV")},
        'codes: "{day}{venue}"\n',
    )  # fmt: skip
    assert codes(programme) == [("a", "0624AV"), ("a", "0624AV-2"), ("a", "0624AV-3")]


def test_addresses_by_the_pattern(write) -> None:
    programme = read(
        write, {"a": slot("24 18:00", more=", code: A/1") + slot("24 21:00", more=", tickets: 'https://x.y'")},
        'tickets: "https://example.org/{code}?c={code}"\n',
    )  # fmt: skip
    first, second = programme.screenings()
    assert first.tickets == "https://example.org/A%2F1?c=A%2F1"
    assert second.tickets == "https://x.y"


def test_no_address_when_the_festival_gives_none(write) -> None:
    programme = read(write, {"a": slot("24 18:00")})
    (only,) = programme.screenings()
    assert (only.tickets, only.ends) == ("", None)


def test_a_film_of_unknown_length_leaves_the_shorts_open(write) -> None:
    programme, faults = read_programme(write({
        "films/a.yaml": "title: A\nrunning_time: 10\n",
        "films/b.yaml": "title: B\n",
        "programmes/p.yaml": "title: P\nfilms: [a, b]\npauses: 0\nscreenings:\n" + slot("24 18:00"),
        "programmes/q.yaml": "title: Q\nfilms: [a, a, a.yaml]\npauses: 5\nscreenings:\n" + slot("24 20:00"),
    }))  # fmt: skip
    assert programme is not None and faults == ()
    p, q = programme.shorts
    assert (p.running_time, p.screenings[0].ends) == (None, None)
    assert (q.films, q.running_time) == (("a", "a", "a"), 40)
    assert f"{q.screenings[0].ends:%H:%M}" == "20:40"
