"""Screening, venue and entry -> the fields that lines of a run sheet may name, in one language."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, datetime

from progprint.blocks.desk import Desk, parted
from progprint.blocks.facts import Fields, colour, entry_fields, entry_title, language, subtitles
from progprint.blocks.screening_lines import screening_fields, venue_fields
from progprint.blocks.turnover import slot_times
from progprint.locale import format_date, format_minutes, format_time, format_weekday, is_cjk, join_names
from progprint.programme.types import Film, Screening, Shorts, Venue
from progprint.words import Words

#: between facts of several films: a line may end after it, never before
DOT = "\u00a0· "
#: a time that is not known is a blank to be filled in by pen
BLANK = "__:__"


def clock(desk: Desk, slot: Screening, at: datetime | None) -> str:
    """A time of a screening's day."""
    return format_time(at, slot.day, desk.design.late) if at is not None else BLANK


def day_words(day: date, lang: str) -> str:
    """`Thursday 24 June 2021`."""
    said = [format_weekday(day, lang, "long"), format_date(day, lang, "long")]
    # Han writes a date from the year down to the day of the week
    return " ".join(reversed(said) if is_cjk(lang) else said)


def heading_fields(desk: Desk, sheet: tuple[Venue, date], lang: str, wanted: Container[str]) -> Fields:
    """What stands over a sheet: its venue and day."""
    venue, day = sheet
    fields = venue_fields(desk, venue, lang, wanted)
    if lang != desk.main and desk.form(venue.name, lang) is None:
        fields.pop("venue")
    texts = {
        "day": day_words(day, lang),
        "weekday": format_weekday(day, lang, "long"),
        "date": format_date(day, lang, "long"),
    }
    return {**fields, **{key: (Words(text, lang),) for key, text in texts.items()}}


def row_fields(
    desk: Desk, row: tuple[Screening, Venue, Film | Shorts], lang: str, wanted: Container[str]
) -> Fields:
    """What a row says: of the screening, of the film or programme, and when the venue must do what."""
    slot, venue, entry = row
    times = slot_times(slot, entry, desk.programme.turnover(slot.venue))
    fields = {**entry_fields(desk, entry, lang, wanted), **screening_fields(desk, slot, lang, wanted)}
    for key, at in (("doors", times.doors), ("end", times.ends)):
        label = desk.label(key, lang)
        fields[key] = (label._replace(text=f"{label.text} {clock(desk, slot, at)}"),)
    if venue.seats is not None:
        fields["seats"] = (Words(f"{desk.label('seats', lang).text} {venue.seats}", lang, venue.source),)
    return {**fields, **_titles(desk, entry, lang), **_facts(desk, entry, lang)}


def _titles(desk: Desk, entry: Film | Shorts, lang: str) -> Fields:
    main = entry_title(desk, entry, desk.main)
    original = entry.title.get(entry.original) if entry.original else None
    forms = {w.text: w for w in (original, *desk.forms(entry.title)) if w is not None}
    others = tuple(w for text, w in forms.items() if text != main.text)
    title = main if lang == desk.main else desk.form(entry.title, lang)
    return {"title": (title,) if title is not None else (), "other_titles": parted(others)}


def _facts(desk: Desk, entry: Film | Shorts, lang: str) -> Fields:
    """Languages, subtitles and colour; of a programme what its films have, each thing once."""
    films = films_of(desk, entry)
    total = (entry.running_time if isinstance(entry, Shorts) else None) or 0
    colours = [form.text for film in films if (form := colour(desk, film, lang)) is not None]
    spoken = dict.fromkeys(language(code, lang) for film in films for code in film.languages)
    texts = {
        "total": format_minutes(total, lang) if total else "",
        "languages": join_names(list(spoken), lang),
        "subtitles": DOT.join(filter(None, dict.fromkeys(subtitles(film, lang) for film in films))),
        "colour": DOT.join(dict.fromkeys(colours)),
    }
    return {key: (Words(text, lang, entry.source),) if text else () for key, text in texts.items()}


def films_of(desk: Desk, entry: Film | Shorts) -> tuple[Film, ...]:
    """The film itself, or those of a programme."""
    if isinstance(entry, Film):
        return (entry,)
    return tuple(f for slug in entry.films if (f := desk.programme.film(slug)) is not None)
