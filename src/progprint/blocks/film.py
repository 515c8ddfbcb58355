"""Film -> the blocks of its pages, by the names a layout's frames call them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from progprint.blocks.credits import cast_list, credit_list
from progprint.blocks.desk import Desk
from progprint.blocks.facts import (
    entry_title,
    fact_fields,
    festival_fields,
    premiere,
    romanisation,
)
from progprint.blocks.lives import story
from progprint.blocks.marked import spans_of
from progprint.blocks.pattern import fill_pattern
from progprint.blocks.pictures import further_stills, picture_of, portraits
from progprint.blocks.types import (
    Block,
    Lines,
    Para,
    Tag,
)
from progprint.design import find_pattern
from progprint.locale import is_romanisation
from progprint.programme.types import Film, Shorts
from progprint.style import BLACK, Ink, TextStyle


def film_parts(desk: Desk, film: Film, ink: Ink) -> dict[str, tuple[Block, ...]]:
    """Everything a film's frames may ask for, but its screenings. `ink` is its section's colour."""
    return {
        "still": (picture_of(desk, film.still),) if film.still is not None else (),
        **further_stills(desk, film),
        "portrait": portraits(desk, film),
        "pull-quote": tuple(desk.para("pull-quote", words) for words in desk.forms(film.pull_quote)),
        "premiere": _premiere(desk, film, ink),
        "title": titles(desk, film, ink),
        **{name: _pattern_lines(desk, film, name) for name in _pattern_names(desk)},
        "credits": credit_list(desk, film),
        "cast": cast_list(desk, film),
        **story(desk, film),
        "notes": notes(desk),
    }


def _premiere(desk: Desk, film: Film, ink: Ink) -> tuple[Block, ...]:
    forms = [form for lang in desk.languages if (form := premiere(desk, film, lang)) is not None]
    words = tuple({w.text: w for w in forms}.values())
    if not words:
        return ()
    how = desk.design.makes.premiere
    style = desk.style("tag", words[0].lang)
    return (Tag(desk.apart("tag", words), style, ink.plain, how.inset, how.room),)


@cache
def _inked(style: TextStyle, ink: Ink) -> TextStyle:
    return replace(style, ink=ink)


def titles(desk: Desk, film: Film | Shorts, ink: Ink) -> tuple[Block, ...]:
    """One title large, the original's romanisation, then, in the section's colour, the others."""
    how = desk.design.makes.title
    original = film.title.get(film.original) or film.title.main
    large = original if how.first == "original" else entry_title(desk, film, desk.main)
    paras: list[Block] = [desk.para("title", large, anchor=f"entry:{film.slug}")]
    romanised = romanisation(film) if isinstance(film, Film) and how.romanised else None
    others = [words for words in desk.forms(film.title) if not is_romanisation(words.lang)]
    if romanised is not None and large == original:
        paras.append(desk.para("romanisation", romanised))
    if large != original:
        others = [original, *others]
    for words in {w.text: w for w in others if w.text != large.text}.values() if how.others else ():
        style = desk.style("title-other", words.lang)
        style = _inked(style, ink) if how.colour == "section" else style
        paras.append(Para(spans_of(words, style, desk.design, lines=True), style))
        if romanised is not None and words == original:
            paras.append(desk.para("romanisation", romanised))
    return tuple(paras)


def _pattern_names(desk: Desk) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.split(":")[0] for name in desk.design.patterns))


def _pattern_lines(desk: Desk, film: Film, name: str) -> tuple[Block, ...]:
    """A pattern of the layout filled once for each language, in the style of its name."""
    lines: list[Block] = []
    for lang in desk.languages:
        pattern = find_pattern(desk.design, name, lang)
        if pattern is None:
            continue
        fields = {**festival_fields(desk, lang), **fact_fields(desk, film, lang)}
        spans = fill_pattern(pattern, fields, desk.design, name)
        if spans:
            lines.append(desk.mixed(name, spans))
    return tuple(lines)


def notes(desk: Desk) -> tuple[Block, ...]:
    """A page to write on, where a spread has nothing left to say."""
    heading = desk.mixed("label", desk.apart("label", desk.labels("notes")))
    pale = desk.ink("hairline", BLACK)
    return (heading, Lines(desk.grid * 2, pale))
