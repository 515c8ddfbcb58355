"""Programme -> index tables: titles in each language, originals, directors, countries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import NamedTuple

from progprint.blocks.desk import Desk, parted
from progprint.blocks.facts import (
    country,
    entry_fields,
    entry_title,
    family_first,
    person_forms,
    romanisation,
)
from progprint.blocks.lists import Say, fields_of, headed
from progprint.blocks.pattern import fill_pattern
from progprint.blocks.types import Block, Gap, PageRef, Para, Table, Together, Track
from progprint.design.written import Pattern
from progprint.locale import language_name
from progprint.programme.types import Film, Shorts
from progprint.words import Words

#: more page numbers take a second line
MOST_PAGES = 4


class Item(NamedTuple):
    """One line of an index."""

    words: Words
    #: language whose order files it
    lang: str
    #: reading that overrides the collation
    reading: str
    #: names of the pages
    keys: tuple[str, ...]
    #: other forms on the same line
    also: tuple[Words, ...] = ()
    #: a person's name has no articles, and readings of its own
    person: bool = False
    #: what it stands under; empty: its initial
    group: tuple[Words, ...] = ()
    #: gives further fields of its line
    say: Say | None = None


def indexes(desk: Desk, which: Iterable[str], entries: Iterable[Film | Shorts]) -> tuple[Block, ...]:
    """The indexes asked for, one after the other."""
    listed = tuple(entries)
    films = [e for e in listed if isinstance(e, Film)]
    blocks: list[Block] = []
    for name in which:
        if name == "titles":
            for lang in desk.languages:
                blocks += _index(desk, "index_titles", _titles(desk, listed, lang), lang)
        elif name == "originals":
            blocks += _index(desk, "index_originals", _originals(desk, films), desk.main)
        elif name == "directors":
            blocks += _index(desk, "index_directors", _directors(desk, films), desk.main)
        elif name == "countries":
            blocks += _by_country(desk, films)
    return tuple(blocks)


def _reading(entry: Film | Shorts, lang: str) -> str:
    words = entry.sort.get(lang) if entry.sort else None
    return words.text if words else ""


def _titles(desk: Desk, entries: Iterable[Film | Shorts], lang: str) -> list[Item]:
    items = []
    for entry in entries:
        words = desk.form(entry.title, lang)
        if words is not None:
            reading, say = _reading(entry, lang), partial(entry_fields, desk, entry)
            items.append(Item(words, lang, reading, (f"entry:{entry.slug}",), say=say))
    return items


def _originals(desk: Desk, films: Iterable[Film]) -> list[Item]:
    """Originals in languages that are not printed: the others stand in the title indexes already."""
    items = []
    for film in films:
        words = film.title.get(film.original)
        if words is not None and words not in desk.forms(film.title):
            romanised = romanisation(film)
            reading = _reading(film, words.lang) or (romanised.text if romanised is not None else "")
            keys = (f"entry:{film.slug}",)
            say = partial(entry_fields, desk, film)
            items.append(Item(words, words.lang, reading, keys, group=_language_names(desk, words), say=say))
    return items


def _language_names(desk: Desk, title: Words) -> tuple[Words, ...]:
    """The name of a title's language: originals of many scripts have no one alphabet to stand under."""
    code = title.lang.split("-")[0]
    names = [Words(language_name(code, lang) or title.lang, lang) for lang in desk.languages]
    return tuple(dict.fromkeys(names))


def _directors(desk: Desk, films: Iterable[Film]) -> list[Item]:
    found: dict[str, Item] = {}
    for film in films:
        names = [d.person for d in film.directors] or [
            n for c in film.credits if c.role.key == "director" for n in c.names
        ]
        for name in names:
            forms = person_forms(desk, name)
            main = forms[0]
            known = desk.programme.person(main.text)
            family = known.family if known is not None else ""
            item = found.get(main.text)
            keys = (*(item.keys if item else ()), f"entry:{film.slug}")
            reading = f"{family} {main.text}" if family else ""
            found[main.text] = Item(family_first(desk, main), main.lang, reading, keys, forms[1:], True)
    return list(found.values())


def _index(desk: Desk, label: str, items: list[Item], lang: str) -> list[Block]:
    if not items:
        return []
    ordered = sorted(items, key=lambda i: (_group_order(desk, i), _order(desk, i)))
    blocks: list[Block] = [
        Gap(desk.grid),
        desk.mixed("index-heading", desk.apart("index-heading", (desk.label(label, lang),))),
    ]
    how = desk.design.makes.index
    line: Pattern = getattr(how, label.removeprefix("index_"))
    if len(ordered) < how.initials and not ordered[0].group:
        return [*blocks, _table(desk, ordered, line)]
    style = "index-letter-first"
    for heading, group in groupby(ordered, key=partial(_heading, desk)):
        rows = list(group)
        if how.letter and not rows[0].group:
            blocks += _beside_its_letter(desk, heading, _table(desk, rows, line), style)
            style = "index-letter"
            continue
        letter = desk.mixed(style, desk.apart(style, heading))
        style = "index-letter"
        blocks += _group(desk, letter, rows, line)
    return blocks


def _beside_its_letter(desk: Desk, heading: tuple[Words, ...], table: Table, style: str) -> tuple[Block, ...]:
    """Entries with their initial in a column of its own, on the line of the first of them."""
    letter = desk.mixed(style, desk.apart(style, heading))
    # a letter above its entries stays with them; beside one, it must not hold that to the next
    letter = letter._replace(style=replace(letter.style, keep_next=False))
    cells = ((letter,), *((),) * (len(table.rows) - 1))
    rows = tuple((cell, *row) for cell, row in zip(cells, table.rows, strict=True))
    tracks = (Track(fixed=desk.design.makes.index.letter), *table.tracks)
    room = (Gap(letter.style.space_before),) if letter.style.space_before else ()
    return (*room, table._replace(tracks=tracks, rows=rows))


def _group(desk: Desk, heading: Para, items: list[Item], line: Pattern) -> tuple[Block, ...]:
    """Lines under their initial or name, which no column ends with."""
    if desk.design.makes.index.continued:
        return headed(desk, (heading,), (_table(desk, items, line),), True)
    first = Together((heading, _table(desk, items[:1], line)))
    return (first, _table(desk, items[1:], line)) if items[1:] else (first,)


def _heading(desk: Desk, item: Item) -> tuple[Words, ...]:
    if item.group:
        return item.group
    initial = desk.filing(item.words.text, item.lang, item.reading, person=item.person)[1]
    return (Words(initial, item.lang),)


def _group_order(desk: Desk, item: Item) -> tuple[object, ...]:
    return desk.filing(item.group[0].text, item.group[0].lang)[0] if item.group else ()


def _order(desk: Desk, item: Item) -> tuple[object, ...]:
    return desk.filing(item.words.text, item.lang, item.reading, person=item.person)[0]


def _table(desk: Desk, items: list[Item], line: Pattern) -> Table:
    how = desk.design.makes.index
    rows = []
    page = desk.style("index-page", desk.main)
    for item in items:
        fields = item.say(item.lang, fields_of(line)) if item.say is not None else {}
        own = {"name": (item.words,), "names": parted((item.words, *item.also))}
        spans = fill_pattern(line, {**fields, **own}, desk.design, "index-entry")
        pages = tuple(PageRef(key, page) for key in item.keys)
        rows.append(((desk.mixed("index-entry", spans),), pages))
    most = max(len(item.keys) for item in items)
    room = how.page + how.more * (min(most, MOST_PAGES) - 1)
    return Table((Track(share=1), Track(fixed=room)), tuple(rows), how.gap, whole=how.whole)


def _by_country(desk: Desk, films: Iterable[Film]) -> list[Block]:
    """Titles under the name of each country, in both languages."""
    groups: dict[str, list[Film]] = {}
    codes = {c.value: c for film in films for c in film.countries}
    for film in films:
        for code in film.countries:
            groups.setdefault(code.value, []).append(film)
    if not groups:
        return []
    blocks: list[Block] = [
        Gap(desk.grid),
        desk.mixed("index-heading", desk.apart("index-heading", (desk.label("index_countries", desk.main),))),
    ]
    style = "index-letter-first"
    for value in sorted(groups, key=lambda v: desk.filing(country(codes[v], desk.main), desk.main)[0]):
        names = [Words(country(codes[value], lang), lang, codes[value].source) for lang in desk.languages]
        heading = desk.mixed(style, desk.apart(style, dict.fromkeys(names)))
        style = "index-letter"
        items = [
            Item(
                entry_title(desk, film, desk.main),
                desk.main,
                _reading(film, desk.main),
                (f"entry:{film.slug}",),
                say=partial(entry_fields, desk, film),
            )
            for film in groups[value]
        ]
        items.sort(key=partial(_order, desk))
        line = desk.design.makes.index.countries
        blocks += _group(desk, heading, items, line)
    return blocks
