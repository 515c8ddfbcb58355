"""Screening -> the clock times of its slot, from the doors to the clean room, and where two slots clash."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from progprint.programme.types import Film, Programme, Screening, Shorts, Turnover

#: what most houses need
USUAL = Turnover()

Entries = Mapping[str, Film | Shorts]


class SlotTimes(NamedTuple):
    """Clock times of one slot; those after the start are not known when its length is not."""

    doors: datetime
    start: datetime
    #: end of the film, or of the last film of several
    film_ends: datetime | None
    #: end of the public event, questions and answers included
    ends: datetime | None
    #: the room is empty
    cleared: datetime | None
    #: the room is clean: the next doors may open
    ready: datetime | None


class Clash(NamedTuple):
    """Two slots of one room: the later one's doors open before the room is ready."""

    earlier: Screening
    later: Screening
    ready: datetime
    doors: datetime


def slot_times(slot: Screening, entry: Film | Shorts | None, takes: Turnover = USUAL) -> SlotTimes:
    """Work out a slot's times. An end that the content gives is the end of the public event."""
    doors = slot.at - timedelta(minutes=takes.doors)
    length = entry.running_time if entry is not None else None
    film_ends = slot.at + timedelta(minutes=length) if length is not None else None
    ends = slot.ends
    if film_ends is None and not slot.guests:
        film_ends = ends
    elif film_ends is not None and ends in (None, film_ends):
        ends = film_ends + timedelta(minutes=takes.answers if slot.guests else 0)
    if ends is None:
        return SlotTimes(doors, slot.at, None, None, None, None)
    if film_ends is not None:
        film_ends = min(film_ends, ends)
    cleared = ends + timedelta(minutes=takes.clear)
    return SlotTimes(doors, slot.at, film_ends, ends, cleared, cleared + timedelta(minutes=takes.clean))


def clashes(programme: Programme, slots: Sequence[Screening], entries: Entries) -> tuple[Clash, ...]:
    """Find every two slots of one room that stand in each other's way, in order of time."""
    found: list[Clash] = []
    ordered = sorted(slots, key=lambda s: (s.at, s.code))
    for index, earlier in enumerate(ordered):
        takes = programme.turnover(earlier.venue)
        times = slot_times(earlier, entries.get(earlier.entry), takes)
        ready = times.ready or earlier.at + timedelta(minutes=takes.unknown)
        for later in ordered[index + 1 :]:
            doors = later.at - timedelta(minutes=takes.doors)
            if later.venue == earlier.venue and doors < ready:
                found.append(Clash(earlier, later, ready, doors))
    return tuple(found)


__all__ = ["Clash", "Entries", "SlotTimes", "clashes", "slot_times"]
