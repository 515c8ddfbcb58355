"""Film -> the short texts of its page in one language: countries, running time, dates and times."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable

from progprint.blocks.desk import Desk, parted
from progprint.design import FIELDS
from progprint.diag import Source
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


def fact_fields(desk: Desk, film: Film, lang: str, wanted: Container[str] = FIELDS) -> Fields:
    """The fields a pattern may name, in one language; missing ones are left out."""
    found = {name: say(desk, film, lang) for name, say in _FACTS.items() if name in wanted}
    return {name: words for name, words in found.items() if words}


def _countries(desk: Desk, film: Film, lang: str) -> tuple[Words, ...]:
    return _said(join_names([country(c, lang) for c in film.countries], lang), lang, film.source)


def _spoken(desk: Desk, film: Film, lang: str) -> tuple[Words, ...]:
    return _said(join_names([language(c, lang) for c in film.languages], lang), lang, film.source)


def _directors(desk: Desk, film: Film, lang: str) -> tuple[Words, ...]:
    names = listed((person_in(desk, d.person, lang) for d in film.directors), lang)
    return (joined(names, lang, film.source),) if names else ()


def _section(desk: Desk, entry: Film | Shorts, lang: str) -> tuple[Words, ...]:
    section = next((s for s in desk.programme.festival.sections if s.key == entry.section), None)
    return _if_any(desk.shown(section.name, lang)) if section is not None else ()


def _length(entry: Film | Shorts, lang: str) -> tuple[Words, ...]:
    text = format_minutes(entry.running_time, lang) if entry.running_time else ""
    return _said(text, lang, entry.source)


def _said(text: str, lang: str, source: Source) -> tuple[Words, ...]:
    return (Words(text, lang, source),) if text else ()


def _if_any(words: Words | None) -> tuple[Words, ...]:
    return (words,) if words is not None else ()


def _title(desk: Desk, entry: Film | Shorts, lang: str) -> tuple[Words, ...]:
    """What stands for a missing title in the main language is never left out."""
    words = desk.shown(entry.title, lang)
    return (words or entry_title(desk, entry, lang),) if words or lang == desk.main else ()


def _titles(desk: Desk, entry: Film | Shorts, _: str) -> tuple[Words, ...]:
    forms = {w.text: w for tag in desk.languages if (w := entry_title(desk, entry, tag))}
    return parted(tuple(forms.values()))


def _number(desk: Desk, entry: Film | Shorts) -> tuple[Words, ...]:
    number = desk.numbers.get(entry.slug)
    return _said(str(number), "en", entry.source) if number is not None else ()


def _minutes(entry: Film | Shorts) -> tuple[Words, ...]:
    # a prime is read in every language
    return _said(f"{entry.running_time}\N{PRIME}" if entry.running_time else "", "en", entry.source)


#: field -> how films and shorts programmes say it in a language
_COMMON: dict[str, Callable[[Desk, Film | Shorts, str], tuple[Words, ...]]] = {
    "title": _title,
    "titles": _titles,
    "title_original": lambda _, entry, __: _if_any(entry.title.get(entry.original)),
    "running_time": lambda _, entry, lang: _length(entry, lang),
    "minutes": lambda _, entry, __: _minutes(entry),
    "number": lambda desk, entry, _: _number(desk, entry),
    "section": _section,
    "slug": lambda _, entry, lang: _said(entry.slug, lang, entry.source),
}
#: field -> how a film says it
_FACTS: dict[str, Callable[[Desk, Film, str], tuple[Words, ...]]] = {
    **_COMMON,
    "countries": _countries,
    "year": lambda _, film, lang: _said(film.year, lang, film.source),
    "languages": _spoken,
    "subtitles": lambda _, film, lang: _said(subtitles(film, lang), lang, film.source),
    "release": lambda _, film, lang: _said(release(film, lang), lang, film.source),
    "title_romanised": lambda _, film, __: _if_any(romanisation(film)),
    "colour": lambda desk, film, lang: _if_any(colour(desk, film, lang)),
    "premiere": lambda desk, film, lang: _if_any(premiere(desk, film, lang)),
    "directors": _directors,
}


def entry_fields(desk: Desk, entry: Film | Shorts, lang: str, wanted: Container[str] = FIELDS) -> Fields:
    """The fields of a film, or those that a shorts programme has too, with the titles of its films."""
    if isinstance(entry, Film):
        return fact_fields(desk, entry, lang, wanted)
    found = {name: say(desk, entry, lang) for name, say in _COMMON.items() if name in wanted}
    films = [film for slug in entry.films if (film := desk.programme.film(slug)) is not None]
    if films and "films" in wanted:
        found["films"] = listed((entry_title(desk, film, lang) for film in films), lang)
    return {name: words for name, words in found.items() if words}


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


def names_of(desk: Desk, name: Localised, how: str) -> tuple[Words, ...]:
    """A name as a layout asks for it: main, written, both, or in all languages of the book."""
    if how == "all":
        return person_forms(desk, name)
    main = person_in(desk, name, desk.main)
    if how == "both":
        return tuple({w.text: w for w in (main, name.main)}.values())
    return (main,) if how == "main" else (name.main,)


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
