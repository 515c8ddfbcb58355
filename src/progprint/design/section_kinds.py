"""What `sections:` may list: each kind with its options."""

from __future__ import annotations

from typing import Any

from progprint.design import values as v
from progprint.design.forms import (
    Field,
    Form,
    Named,
    Record,
    choice,
    converted,
    count,
    either,
    listing,
    named,
    record,
    scalar,
    table,
)
from progprint.design.ladder import LADDER
from progprint.design.list_keys import LIST_FIELDS
from progprint.design.section_rows import Kind, read_section, section_schema
from progprint.design.style_keys import LENGTH_SCHEMA, NAME_SCHEMA

_TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number"]}
_KEY = scalar(v.plain, _TEXT_SCHEMA)
_KEYS = listing(_KEY, 1)
_NAME = named(v.name, NAME_SCHEMA)


def _title_pairs(rows: tuple[tuple[Named, str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((tag, text) for _, tag, text in rows)


def _select_pairs(found: Record) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((what, found.values[what]) for what in found.values)


def _sections(keys: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("section", keys),)


_TITLES = table(v.language_tag, f"^{v.TAG}$", scalar(v.plain, _TEXT_SCHEMA))
_TITLE = either(converted(_TITLES, _title_pairs), text=_KEY)
_PLAIN_SELECT = converted(_KEYS, _sections)
_SELECT = either(
    converted(
        record(
            {
                "section": Field(_KEYS, "keys of the festival's sections"),
                "country": Field(_KEYS, "territory codes"),
                "film": Field(_KEYS, "slugs"),
            },
            "a selection",
        ),
        _select_pairs,
    ),
    text=_PLAIN_SELECT,
    items=_PLAIN_SELECT,
)

#: where the languages of running text stand, in sections that fill pages with it
_LANGUAGES = Field(
    choice("pair", "after", "main", "facing"),
    "side by side, one after the other, the main language alone, or one on each of two facing pages",
)

#: the ladder of fitting, in sections whose entries have a room
_FIT = Field(LADDER, "what gives way, in order, where an entry exceeds its room")

#: options every section may have; a kind's own take their place
COMMON: dict[str, Field] = {
    "master": Field(
        _NAME, "the master it is made up with; without it the master of its kind's name, else `plain`"
    ),
    "languages": Field(
        choice("pair", "after", "main"), "side by side, one after the other, or the main language alone"
    ),
    "title": Field(_TITLE, "its heading; one text, or one for each language"),
    "start": Field(choice("any", "recto", "verso"), "the side its first page falls on"),
}

#: how logos stand in a wall of them
_WALL: dict[str, Field] = {
    "across": Field(count(1, 12), "logos in a row, at most"),
    "height": Field(scalar(v.points, LENGTH_SCHEMA), "no logo is higher: 14mm"),
    "gap": Field(scalar(v.points, LENGTH_SCHEMA), "clear room between two logos: 8mm"),
    "align": Field(choice("left", "center"), "where rows stand"),
}


def _wall(found: Record) -> tuple[tuple[str, object], ...]:
    return tuple(found.values.items())


def _tiers(rows: tuple[tuple[Named, str, object], ...]) -> tuple[tuple[str, object], ...]:
    return tuple((key, wall) for _, key, wall in rows)


_SPONSORS: dict[str, Field] = {
    "select": Field(_KEYS, "keys of tiers; all of them when left out"),
    **_WALL,
    "tiers": Field(
        converted(table(v.plain, ".", converted(record(_WALL, "a tier"), _wall)), _tiers),
        "by key of a tier, what is different there: {main: {across: 2, height: 22mm}}",
    ),
}
#: what entries with frames for it may carry beside their own text
_BESIDE: dict[str, Field] = {
    "advertisement": Field(_KEYS, "keys of advertisements.yaml, for the frames that list `advertisement`"),
    "sponsors": Field(
        converted(record(_SPONSORS, "`sponsors`"), _wall), "how logos stand where a frame lists `sponsors`"
    ),
}

#: kind -> its options; new kinds and options are added here, the reader and the schema follow
KINDS: dict[str, Kind] = {
    "cover": Kind(
        {"fit": Field(LADDER, "what gives way, in order, where the name exceeds the page"), **_BESIDE}
    ),
    "imprint": Kind(_BESIDE),
    "contents": Kind(_BESIDE),
    "text": Kind(
        {
            "slug": Field(_KEY, "texts/<slug>.<tag>.md"),
            "languages": _LANGUAGES,
            "room": Field(choice("page", "spread", "any"), "the room of the text"),
            "fit": _FIT,
            **_BESIDE,
        },
        main="slug",
        needs=("slug",),
    ),
    "films": Kind(
        {
            "languages": _LANGUAGES,
            "room": Field(choice("page", "spread", "any"), "the room of one film"),
            "page-master": Field(_NAME, "master of films that fit one page; the others take their spread"),
            "fit": _FIT,
            "binding-side": Field(choice("verso", "recto"), "the side a film begins on"),
            "order": Field(choice("title", "director", "time", "slug"), "what films are sorted by"),
            "collation": Field(
                scalar(v.language_tag, {"type": "string", "pattern": f"^{v.TAG}$"}), "language of the order"
            ),
            "opener": Field(_NAME, "master of the spread before each section"),
            "select": Field(_SELECT, "sections, or {section: .., country: .., film: ..}"),
            "as": Field(choice("pages", "list"), "on pages of their own, or one after another"),
            **LIST_FIELDS,
            **_BESIDE,
        },
        main="select",
    ),
    "schedule": Kind(
        {
            "by": Field(choice("day"), "what it is grouped by"),
            "as": Field(choice("list", "grid"), "its form"),
            "venues": Field(count(1, 24), "most venues side by side on a page of a grid"),
            "hours": Field(count(1, 36), "most hours on a page of a grid"),
            "height": Field(
                scalar(v.length("line", above=True), LENGTH_SCHEMA),
                "how high the grid of a day is, where several stand on a page: 40 lines",
            ),
            "refer": Field(
                choice("page", "number", "none"), "what a box of a grid refers to: its film's page or number"
            ),
            **_BESIDE,
        },
        main="as",
    ),
    "venues": Kind(_BESIDE),
    "key": Kind(
        {
            "of": Field(
                listing(choice("contents", "venues", "sections", "screenings")), "what it explains; all"
            ),
            **_BESIDE,
        },
        main="of",
    ),
    "index": Kind(
        {
            "of": Field(listing(choice("titles", "originals", "directors", "countries")), "what is indexed"),
            **_BESIDE,
        },
        main="of",
    ),
    "back": Kind(_BESIDE),
    "advertisement": Kind(
        {
            "key": Field(_KEYS, "keys of advertisements.yaml"),
            "position": Field(_KEY, "all that were sold for this place, in their order"),
        },
        main="key",
        one_of=("key", "position"),
    ),
    "sponsors": Kind({**_SPONSORS, "advertisement": _BESIDE["advertisement"]}),
    "run-sheet": Kind({}),
    "day-grid": Kind({}),
    "blank": Kind({"pages": Field(count(1, 64), "how many")}, main="pages"),
}

#: kinds of which several may share their pages: what they have to say is one text
TOGETHER = {
    key: KINDS[key]._replace(options={k: f for k, f in KINDS[key].options.items() if k not in _BESIDE})
    for key in ("contents", "text", "venues", "key", "index", "imprint")
}
KINDS["together"] = Kind(
    {
        "of": Field(
            listing(Form(read_section, section_schema(TOGETHER, COMMON)), 1, alone=False),
            "sections that follow one another on the same pages",
        ),
        "rule": Field(scalar(v.points, LENGTH_SCHEMA), "thickness of a rule between two of them"),
        **_BESIDE,
    },
    main="of",
    needs=("of",),
)
