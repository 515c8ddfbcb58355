"""A film or shorts programme -> the words for what it has, on which a frame's blocks may stand."""

from __future__ import annotations

from progprint.blocks.desk import Desk
from progprint.blocks.facts import romanisation
from progprint.programme.types import Film, Screening, Shorts


def holdings(desk: Desk, entry: Film | Shorts) -> tuple[str, ...]:
    """What an entry has, its section, the language of its original and those that are printed."""
    found = {
        **_of_slots(entry.screenings),
        f"section {entry.section}": bool(entry.section),
        "running_time": entry.running_time is not None,
        **(_of_film(desk, entry) if isinstance(entry, Film) else _of_shorts(entry)),
    }
    words = (word for word, there in found.items() if there)
    return (*words, *_tags("original", entry.original), *printed(desk))


def printed(desk: Desk) -> tuple[str, ...]:
    """The languages that are printed."""
    return tuple(dict.fromkeys(word for lang in desk.languages for word in _tags("language", lang)))


def _tags(noun: str, tag: str) -> tuple[str, ...]:
    """A language and what it is a variant of: `language zh`, `language zh-Hant`."""
    parts = tag.split("-") if tag else []
    return tuple(f"{noun} {'-'.join(parts[:count])}" for count in range(1, len(parts) + 1))


def _of_slots(slots: tuple[Screening, ...]) -> dict[str, bool]:
    return {
        "screenings": bool(slots),
        "tickets": any(slot.tickets for slot in slots),
        "guests": any(slot.guests for slot in slots),
    }


def _of_film(desk: Desk, film: Film) -> dict[str, bool]:
    review = film.review
    return {
        "film": True,
        "still": film.still is not None,
        "stills": bool(film.stills),
        "pull_quote": bool(film.pull_quote),
        "portrait": any(
            person.portrait is not None
            for director in film.directors
            if (person := desk.programme.person(director.person.main.text)) is not None
        ),
        "premiere": bool(film.premiere_key or film.premiere),
        "romanisation": romanisation(film) is not None,
        "countries": bool(film.countries),
        "year": bool(film.year),
        "colour": bool(film.colour_key or film.colour),
        "languages": bool(film.languages),
        "subtitles": bool(film.subtitles),
        "credits": bool(film.credits),
        "cast": bool(film.cast),
        "companies": bool(film.companies),
        "release": film.released is not None,
        "review": review is not None,
        "byline": review is not None and bool(review.by),
        "life": bool(film.directors),
        "bio": any(director.bio for director in film.directors),
        "filmography": any(director.filmography for director in film.directors),
    }


def _of_shorts(shorts: Shorts) -> dict[str, bool]:
    return {"shorts": True, "review": bool(shorts.intro)}
