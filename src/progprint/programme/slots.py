"""Screenings of all entries -> the same with their codes, addresses and ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote

from progprint.diag import Diagnostic
from progprint.programme.types import Festival, Screening, Venue
from progprint.source import error


def complete(
    screenings: Iterable[Screening],
    lengths: dict[str, int | None],
    festival: Festival,
    venues: tuple[Venue, ...],
) -> tuple[dict[str, tuple[Screening, ...]], tuple[Diagnostic, ...]]:
    """Complete the screenings and sort them by entry; within an entry their order stays.

    `lengths`: running time in minutes of each entry. A slot's number counts the slots of its venue on its day
    in order of time, those with codes of their own included.
    """
    written = tuple(screenings)
    codes, faults = _codes(written, festival, venues)
    entries: dict[str, tuple[Screening, ...]] = {}
    for number, screening in enumerate(written):
        length = lengths.get(screening.entry)
        ends = screening.ends or (screening.at + timedelta(minutes=length) if length else None)
        code = codes[number]
        tickets = screening.tickets or festival.tickets.replace("{code}", quote(code, safe=""))
        done = replace(screening, ends=ends, code=code, tickets=tickets)
        entries[screening.entry] = (*entries.get(screening.entry, ()), done)
    return entries, faults


def _codes(
    screenings: tuple[Screening, ...], festival: Festival, venues: tuple[Venue, ...]
) -> tuple[dict[int, str], tuple[Diagnostic, ...]]:
    """Find each screening's code, by its number; made codes give way to written ones."""
    faults: list[Diagnostic] = []
    codes: dict[int, str] = {}
    taken: dict[str, Screening] = {}
    for number, screening in enumerate(screenings):
        if not screening.code:
            continue
        codes[number] = screening.code
        first = taken.setdefault(screening.code, screening)
        if first is not screening:
            message = f"two screenings have the code `{screening.code}`; the other stands at {first.source}"
            faults.append(error("duplicate-code", message, screening.source))
    venue_codes = {venue.key: venue.code or venue.key.upper() for venue in venues}
    counts: dict[tuple[object, str], int] = {}
    in_time = sorted(range(len(screenings)), key=lambda n: (screenings[n].at, screenings[n].entry, n))
    for number in in_time:
        screening = screenings[number]
        room = screening.day, screening.venue
        counts[room] = counts.get(room, 0) + 1
        if number not in codes:
            parts = {
                "{day}": f"{screening.day:%m%d}",
                "{venue}": venue_codes.get(screening.venue, ""),
                "{n}": str(counts[room]),
            }
            codes[number] = _free(_filled(festival.codes, parts), taken)
            taken[codes[number]] = screening
    return codes, tuple(faults)


def _filled(pattern: str, parts: dict[str, str]) -> str:
    for name, text in parts.items():
        pattern = pattern.replace(name, text)
    return pattern


def _free(code: str, taken: dict[str, Screening]) -> str:
    """Number a code that is taken: a pattern without `{n}` makes equal ones."""
    number, free = 2, code
    while free in taken:
        free = f"{code}-{number}"
        number += 1
    return free
