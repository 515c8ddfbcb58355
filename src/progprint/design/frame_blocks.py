"""Items of a frame's `blocks:` -> names in order, what they stand on, and rules and gaps between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from progprint.design import values as v
from progprint.design.forms import (
    Faults,
    Field,
    Form,
    Named,
    Record,
    either,
    hint_for,
    listing,
    record,
    scalar,
)
from progprint.design.names import Known, check_name
from progprint.design.style_keys import LENGTH_SCHEMA, NAME
from progprint.design.types import Condition, Furniture, PageSpec
from progprint.design.written import Length
from progprint.source import error
from progprint.style import BLACK, Ink

#: what a block may stand on: what the content of the page has
CONTENT = (
    *("film", "shorts", "still", "premiere", "romanisation", "countries", "year", "running_time", "colour"),
    *("languages", "subtitles", "credits", "cast", "companies", "release", "review", "byline", "life", "bio"),
    *("filmography", "screenings", "tickets", "guests", "stills", "portrait", "pull_quote"),
    "advertisement",
)
#: what is followed by a word of its own: the key of a section, a language's tag
NAMED = ("section", "language", "original")

#: width of a rule when the layout does not say
RULE = 0.5


def _condition(text: str) -> str | v.Wrong:
    """Read `bio`, `section shorts` or `language ja`."""
    first, *more = text.split() or [""]
    if (first in NAMED and len(more) == 1) or (first in CONTENT and not more):
        return " ".join((first, *more))
    hint = hint_for(first, (*CONTENT, *NAMED))
    if first in NAMED:
        hint = f"say which: `{first} {'shorts' if first == 'section' else 'ja'}`"
    return v.Wrong("something that content has, such as `bio` or `section shorts`", hint)


_CONDITIONS = listing(
    scalar(
        _condition,
        {"type": "string", "pattern": rf"^\s*(({'|'.join(CONTENT)})|({'|'.join(NAMED)})\s+\S+)\s*$"},
    ),
    1,
)
_LENGTH = scalar(v.length("line"), LENGTH_SCHEMA)

#: what may be said of an item that is more than a name
ITEM_KEYS: dict[str, Field] = {
    "block": Field(NAME, "a block by its name"),
    "rule": Field(NAME, "a rule in this swatch"),
    "width": Field(scalar(v.points, LENGTH_SCHEMA), "of a rule: 0.5pt"),
    "room": Field(_LENGTH, "height that a rule takes, itself in the middle: 1 line"),
    "gap": Field(_LENGTH, "empty room"),
    "when": Field(_CONDITIONS, "stands only where the content has all of these"),
    "unless": Field(_CONDITIONS, "does not stand where it has one of these"),
}

#: the key that says what an item is -> keys that only it has
_KINDS: dict[str, tuple[str, ...]] = {"block": (), "rule": ("width", "room"), "gap": ()}

FRAME_BLOCKS: Form = listing(either(record(ITEM_KEYS, "an item of `blocks`", merges=False), text=NAME))


class Items(NamedTuple):
    """What flows through a frame."""

    names: tuple[str, ...] = ()
    conditions: tuple[tuple[str, Condition], ...] = ()
    furniture: tuple[tuple[str, Furniture], ...] = ()


def make_items(
    written: tuple[Named | Record, ...],
    page: PageSpec,
    inks: dict[str, Ink],
    known: Known,
    check: Callable[[Iterable[Named]], None],
    faults: Faults,
) -> Items:
    """Make a frame's items; `check` reports blocks that nobody makes."""
    names: list[str] = []
    conditions: list[tuple[str, Condition]] = []
    furniture: list[tuple[str, Furniture]] = []
    for item in written:
        if isinstance(item, Named):
            check((item,))
            names.append(item.text)
            continue
        kind = _kind(item, faults)
        if kind is None:
            continue
        values: dict[str, Any] = item.values
        if kind == "block":
            check((values[kind],))
            name = values[kind].text
        else:
            # no name of a layout has a space
            name = f"{kind} {item.source.line}:{item.source.column}"
            furniture.append((name, _furniture(kind, values, page, inks)))
            if kind == "rule":
                check_name(values[kind], "swatch", known, faults)
        names.append(name)
        if {"when", "unless"} & values.keys():
            conditions.append((name, Condition(values.get("when", ()), values.get("unless", ()))))
    return Items(tuple(names), tuple(conditions), tuple(furniture))


def _kind(item: Record, faults: Faults) -> str | None:
    """What an item is; a fault when it is none, two, or has keys of another."""
    kinds = [kind for kind in _KINDS if kind in item.places]
    if len(kinds) != 1:
        message = "an item of `blocks` is one of `block`, `rule` and `gap`"
        faults.append(error("missing-key" if not kinds else "bad-value", message, item.source))
        return None
    (kind,) = kinds
    for other in item.places.keys() - {kind, "when", "unless", *_KINDS[kind]}:
        faults.append(error("bad-value", f"a {kind} has no `{other}`", item.places[other]))
    return kind if kind in item.values else None


def _furniture(kind: str, values: dict[str, Any], page: PageSpec, inks: dict[str, Ink]) -> Furniture:
    if kind == "gap":
        return Furniture(_points(values["gap"], page))
    ink = inks.get(values["rule"].text, BLACK).plain
    return Furniture(_points(values.get("room", Length(1.0, "line")), page), values.get("width", RULE), ink)


def _points(length: Length, page: PageSpec) -> float:
    return length.value * page.baseline if length.unit == "line" else length.value
