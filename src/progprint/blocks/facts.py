"""Film -> the short texts of its page in one language: countries, running time, dates and times."""

from __future__ import annotations

from collections.abc import Iterable

from progprint.blocks.desk import Desk, parted
from progprint.locale import (
    capital_family,
    colour_label,
    country_name,
    edition_label,
    format_date,
    format_minutes,
    format_period,
    format_time,
    is_cjk,
    is_romanisation,
    join_names,
    language_name,
    list_separator,
    premiere_label,
    script_of,
    subtitles_label,
)
from progprint.programme.types import Code, Director, Film, Localised, Screening, Shorts
from progprint.words import Words, joined

#: what a pattern may name -> its words
Fields = dict[str, tuple[Words, ...]]


def fact_fields(desk: Desk, film: Film, lang: str) -> Fields:
    """The fields a pattern may name, in one language; missing ones are left out."""
    source = film.source
    texts = {
        "countries": join_names([country(c, lang) for c in film.countries], lang),
        "year": film.year,
        "languages": join_names([language(c, lang) for c in film.languages], lang),
        "subtitles": subtitles(film, lang),
        "release": release(film, lang),
    }
    fields = _common_fields(desk, film, lang)
    fields |= {key: (Words(text, lang, source),) for key, text in texts.items() if text}
    for key, words in (
        ("title_romanised", romanisation(film)),
        ("colour", colour(desk, film, lang)),
        ("premiere", premiere(desk, film, lang)),
    ):
        if words is not None:
            fields[key] = (words,)
    if film.directors:
        names = listed((person_in(desk, d.person, lang) for d in film.directors), lang)
        fields["directors"] = (joined(names, lang, source),)
    return fields


def entry_fields(desk: Desk, entry: Film | Shorts, lang: str) -> Fields:
    """The fields of a film, or those that a shorts programme has too, with the titles of its films."""
    if isinstance(entry, Film):
        return fact_fields(desk, entry, lang)
    fields = _common_fields(desk, entry, lang)
    films = [film for slug in entry.films if (film := desk.programme.film(slug)) is not None]
    if films:
        fields["films"] = listed((entry_title(desk, film, lang) for film in films), lang)
    return fields


def _common_fields(desk: Desk, entry: Film | Shorts, lang: str) -> Fields:
    """What films and shorts programmes have in common."""
    titles = tuple({w.text: w for tag in desk.languages if (w := entry_title(desk, entry, tag))}.values())
    fields: Fields = {"titles": parted(titles), "slug": (Words(entry.slug, lang, entry.source),)}
    if entry.running_time:
        fields["running_time"] = (Words(format_minutes(entry.running_time, lang), lang, entry.source),)
        # a prime is read in every language
        fields["minutes"] = (Words(f"{entry.running_time}\N{PRIME}", "en", entry.source),)
    if entry.slug in desk.numbers:
        fields["number"] = (Words(str(desk.numbers[entry.slug]), "en", entry.source),)
    section = next((s for s in desk.programme.festival.sections if s.key == entry.section), None)
    for key, words in (
        ("section", desk.shown(section.name, lang) if section is not None else None),
        ("title", desk.shown(entry.title, lang)),
        ("title_original", entry.title.get(entry.original)),
    ):
        if words is not None:
            fields[key] = (words,)
    return fields


def festival_fields(desk: Desk, lang: str) -> Fields:
    """The fields that are the festival's own, in one language."""
    festival = desk.programme.festival
    texts = {
        "edition": (edition_label(festival.edition, lang) or "") if festival.edition is not None else "",
        "dates": format_period(*festival.dates, lang),
        "site": festival.site,
    }
    fields: Fields = {key: (Words(text, lang, festival.source),) for key, text in texts.items() if text}
    for key, text in (("organiser", festival.organiser), ("tagline", festival.tagline)):
        words = desk.shown(text, lang)
        if words is not None:
            fields[key] = (words,)
    fields["festival"] = parted(desk.forms(festival.name))
    return fields


def listed(names: Iterable[Words], lang: str = "") -> tuple[Words, ...]:
    """Names with what stands between them, as a language writes lists; by default each name's own."""
    parts: list[Words] = []
    for name in names:
        if parts:
            own = lang or parts[-1].lang
            parts.append(Words(list_separator(own), own))
        parts.append(name)
    return tuple(parts)


def country(code: Code, lang: str) -> str:
    return country_name(code.value, lang) or code.value


def language(code: Code, lang: str) -> str:
    return language_name(code.value, lang) or code.value


def subtitles(film: Film, lang: str) -> str:
    if not film.subtitles:
        return ""
    return subtitles_label([language(c, lang) for c in film.subtitles], lang) or ""


def colour(desk: Desk, film: Film, lang: str) -> Words | None:
    if not film.colour_key:
        return desk.form(film.colour, lang) or (film.colour.main._replace(lang=lang) if film.colour else None)
    text = colour_label(film.colour_key, lang)
    return Words(text, lang, film.source) if text else None


def premiere(desk: Desk, film: Film, lang: str) -> Words | None:
    if not film.premiere_key:
        words = desk.shown(film.premiere, lang)
        return words._replace(lang=lang) if words else None
    text = premiere_label(film.premiere_key, lang)
    return Words(text, lang, film.source) if text else None


def release(film: Film, lang: str) -> str:
    """Date and territory of the first release."""
    if film.released is None:
        return ""
    day = format_date(film.released.date, lang, "long")
    if not film.released.territory:
        return day
    territory = country_name(film.released.territory, lang) or film.released.territory
    # a bracket of one or two words stays in one piece
    territory = territory.replace(" ", "\N{NO-BREAK SPACE}") if len(territory) < 16 else territory
    return bracketed(Words(day, lang), Words(territory, lang)).text


def romanisation(film: Film) -> Words | None:
    """The romanised title: of the original's language if there is one, else the first."""
    romanised = [w for w in film.title.forms if is_romanisation(w.lang)]
    base = film.original.split("-")[0]
    return next((w for w in romanised if w.lang.split("-")[0] == base), romanised[0] if romanised else None)


def bracketed(words: Words, note: Words) -> Words:
    """Words with a note in brackets; Korean leaves no space before them."""
    lang = words.lang
    before, after = ("（", "）") if full_width(lang) else ("(" if is_cjk(lang) else " (", ")")
    return joined((words, before, note, after), lang, words.source)


def full_width(lang: str) -> bool:
    """Whether a language sets its brackets full-width: Chinese and Japanese, not Korean."""
    return is_cjk(lang) and script_of(lang) != "Kore"


def person_forms(desk: Desk, name: Localised) -> tuple[Words, ...]:
    """A person's name in the languages of the book: as written there, else as people.yaml has it."""
    main = name.main
    known = desk.programme.person(main.text)
    found: list[Words] = []
    for lang in desk.languages:
        words = desk.form(name, lang)
        if words is None and known is not None:
            words = desk.form(known.forms, lang)
        if words is not None:
            found.append(words)
    if main.text not in [w.text for w in found]:
        found.insert(0, main)
    return tuple({w.text: w for w in found}.values())


def person_in(desk: Desk, name: Localised, lang: str) -> Words:
    """A person's name as this language writes it, or as given."""
    words = desk.form(name, lang)
    if words is None and (known := desk.programme.person(name.main.text)) is not None:
        words = desk.form(known.forms, lang)
    return words or name.main


def family_first(desk: Desk, name: Words) -> Words:
    """ZHANG Yimou, where people.yaml says which part is the family's."""
    known = desk.programme.person(name.text)
    text = capital_family(name.text, known.family) if known is not None else name.text
    # a capital of two letters (ß, SS) would move what is marked
    return name._replace(text=text, marks=name.marks if len(text) == len(name.text) else ())


def born(desk: Desk, director: Director, lang: str) -> Words | None:
    parts: list[Words] = []
    if director.born_place and (place := desk.shown(director.born_place, lang)) is not None:
        parts.append(place)
    if director.born_year is not None:
        parts.append(Words(str(director.born_year), lang))
    return joined(listed(parts, lang), lang, director.source) if parts else None


def slot_time(desk: Desk, slot: Screening) -> str:
    return format_time(slot.at, slot.day, desk.design.late)


def entry_title(desk: Desk, entry: Film | Shorts, lang: str) -> Words:
    """The title in a language, or the one that stands for it."""
    return desk.form(entry.title, lang) or desk.form(entry.title, desk.main) or entry.title.main
