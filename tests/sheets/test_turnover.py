"""Clock times of a slot, the running order that is made of them, and clashes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from progprint.blocks.desk import Desk
from progprint.blocks.sheets import running_order
from progprint.blocks.turnover import clashes, slot_times
from progprint.cache import NoCache
from progprint.design.types import Design
from progprint.locale import format_time
from progprint.programme.types import Film, Programme, Screening, Shorts


def _order(programme: Programme, design: Design, slug: str) -> list[str]:
    """The running order of an entry's first slot, as it is printed."""
    desk = Desk(programme, design, ("en", "zh-Hant"), NoCache())
    entry = _entry(programme, slug)
    (slot,) = entry.screenings
    return [
        f"{format_time(step.at, slot.day, 'over') if step.at else '?'} {step.what.text}"
        for step in running_order(desk, slot, entry)
    ]


def _entry(programme: Programme, slug: str) -> Film | Shorts:
    return next(e for e in (*programme.films, *programme.shorts) if e.slug == slug)


def test_a_film_with_guests_from_the_doors_to_the_clean_room(festival: Any, schedule: Design) -> None:
    festival.shows("walkers", "2021-06-24 21:45", "arena", "guests: true")
    assert _order(festival.read(), schedule, "walkers") == [
        "21:25 Doors", "21:45 Film 120′", "23:45 Q&A 20′", "24:10 Cleared", "24:20 Ready",
    ]


def test_shorts_after_midnight_film_by_film_with_their_pauses(festival: Any, schedule: Design) -> None:
    festival.shows("night", "2021-06-25 00:30", "arena")
    assert _order(festival.read(), schedule, "night") == [
        "24:10 Doors", "24:30 Paper Moon 14′", "24:46 The Ferry 9′", "25:00 Cleared", "25:10 Ready",
    ]


def test_an_end_that_is_given_is_the_end_of_the_questions(festival: Any, schedule: Design) -> None:
    festival.shows("walkers", "2021-06-24 14:00", "arena", "ends: 2021-06-24 16:45, guests: true")
    assert _order(festival.read(), schedule, "walkers")[2:4] == ["16:00 Q&A 45′", "16:50 Cleared"]


def test_a_length_that_is_not_known_leaves_the_times_after_it_open(festival: Any, schedule: Design) -> None:
    festival.shows("unknown", "2021-06-24 14:00", "arena", "guests: true")
    assert _order(festival.read(), schedule, "unknown") == [
        "13:40 Doors", "14:00 Film", "? Q&A", "? Cleared", "? Ready",
    ]


@pytest.mark.parametrize(("gap", "found"), [(34, 1), (35, 0)])
def test_doors_before_the_room_is_ready_clash(festival: Any, gap: int, found: int) -> None:
    """Clearing takes 5 minutes and cleaning 10; doors open 20 minutes before the start."""
    festival.shows("walkers", "2021-06-24 14:00", "arena")
    festival.shows("long", f"2021-06-24 16:{gap}", "arena")
    festival.shows("the-ferry", "2021-06-24 14:00", "ledra")
    programme = festival.read()
    entries = {f.slug: f for f in programme.films}
    assert len(clashes(programme, list(programme.screenings()), entries)) == found


def test_times_of_a_slot_stand_in_order(festival: Any) -> None:
    festival.shows("walkers", "2021-06-24 14:00", "arena", "ends: 2021-06-24 15:00, guests: true")
    programme = festival.read()
    (slot,) = programme.screenings()
    times = slot_times(slot, _entry(programme, "walkers"))
    assert list(times) == sorted(t for t in times if t is not None)
    assert times.film_ends == times.ends == datetime(2021, 6, 24, 15)


def test_a_slot_without_an_entry_has_the_length_it_is_given() -> None:
    start = datetime(2021, 6, 24, 20)
    slot = Screening("x", start, start + timedelta(minutes=50), date(2021, 6, 24), "arena", "1")
    assert slot_times(slot, None).ready == start + timedelta(minutes=65)


def test_a_festival_and_a_venue_have_times_of_their_own(festival: Any, schedule: Design) -> None:
    festival.about = "turnover: {doors: 30 min, answers: 15 min, unknown: 60}\n"
    festival.venues = festival.venues.replace("code: SL}", "code: SL, turnover: {clean: 25 min, doors: 0}}")
    festival.shows("walkers", "2021-06-24 20:00", "arena", "guests: true")
    festival.shows("long", "2021-06-24 20:00", "ledra")
    programme = festival.read()
    assert programme.turnover("arena") == (30, 15, 5, 10, 60)
    assert programme.turnover("ledra") == (0, 15, 5, 25, 60)
    assert _order(programme, schedule, "walkers") == [
        "19:30 Doors", "20:00 Film 120′", "22:00 Q&A 15′", "22:20 Cleared", "22:30 Ready",
    ]
    assert _order(programme, schedule, "long")[-1] == "22:00 Ready"
