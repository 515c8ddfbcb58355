"""The options of films that are printed as a list: how one of them stands, and what is between two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from progprint.design import values as v
from progprint.design.forms import (
    Faults,
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
)
from progprint.design.style_keys import FLAG, LENGTH_SCHEMA, NAME_SCHEMA
from progprint.design.types import Length
from progprint.design.values import Wrong
from progprint.diag import Source
from progprint.source import Node, Scalar, error

_ROOM = v.length("line", above=True)


def _block(node: Node, faults: Faults) -> Named | Length | None:
    """A block's name, or empty room."""
    if isinstance(node, Scalar) and not isinstance(room := _ROOM(node.text), Wrong):
        return room  # type: ignore[no-any-return]
    found: Named | None = _NAME.read(node, faults)
    return found


_NAME = named(v.name, NAME_SCHEMA)
_BLOCK = Form(_block, {"anyOf": [NAME_SCHEMA, LENGTH_SCHEMA]})
_BLOCKS = listing(_BLOCK, 1)
_POINTS = scalar(v.points, LENGTH_SCHEMA)
_ABOVE = scalar(v.length("line", above=True), LENGTH_SCHEMA)
_LINES = scalar(v.length("line"), LENGTH_SCHEMA)


class Cell(NamedTuple):
    """One of the columns that a film of a list stands in."""

    #: names of blocks and patterns, one under the other, and empty room between them
    blocks: tuple[Named | Length, ...]
    #: points; 0: a share of what is left
    width: float = 0.0
    share: int = 1


def _cell(found: Record) -> Cell:
    values = found.values
    return Cell(values.get("blocks", ()), values.get("width", 0.0), values.get("share", 1))


_CELL = converted(
    record(
        {
            "blocks": Field(_BLOCKS, "what stands in it, one under the other", required=True),
            "width": Field(_POINTS, "how wide it is: 9mm; without it a share of what is left"),
            "share": Field(count(1, 12), "how many shares of what is left"),
        },
        "a column of `item`",
        merges=False,
    ),
    _cell,
)


def _cells(parts: tuple[Cell | Named | Length, ...]) -> tuple[Cell, ...] | Wrong:
    """Give the columns; names alone are one column."""
    cells = tuple(part for part in parts if isinstance(part, Cell))
    names = tuple(part for part in parts if not isinstance(part, Cell))
    if cells and names:
        return Wrong("a list of names, or a list of columns such as {width: 9mm, blocks: [..]}")
    return cells or (Cell(names),)


_ITEM: Form = converted(listing(either(_CELL, text=_BLOCK), 1), _cells)

#: what `films:` may say when it is `as: list`
LIST_FIELDS: dict[str, Field] = {
    "item": Field(_ITEM, "how one film stands in a list: blocks under each other, or columns of them"),
    "by": Field(choice("section", "none"), "a list under headings of sections, or in one order"),
    "continued": Field(FLAG, "a list's heading is repeated where a column begins"),
    "keep": Field(FLAG, "a film of a list stays in one piece"),
    "between": Field(_LINES, "empty room between two films of a list: 0.5 lines"),
    "rule": Field(_POINTS, "thickness of a rule above each film of a list"),
    "picture": Field(_ABOVE, "height of a list's stills: 6 lines"),
}

#: what only pages of their own have
_PAGES_ONLY = ("room", "page-master", "binding-side", "opener", "fit")


def check_list(
    options: Mapping[str, object], places: Mapping[str, Source], place: Source, faults: Faults
) -> None:
    """Report what a list lacks, and options that only a list or only pages of their own obey."""
    if options.get("as") != "list":
        for key in {*LIST_FIELDS, *_LIST_ONLY} & places.keys():
            message = f"`{key}` is for films that are a list"
            faults.append(error("needless-key", message, places[key], "write `as: list` beside it"))
        return
    if "item" not in places:
        hint = "such as `item: [title, fact-line, screenings-line]`"
        faults.append(error("missing-key", "films that are a list need `item`", place, hint))
    for key in (*_PAGES_ONLY, *(("languages",) if options.get("languages") == "facing" else ())):
        if key in places:
            message = f"`{key}` is for films on pages of their own" if key != "languages" else _FACING
            faults.append(error("needless-key", message, places[key]))


#: what stands beside a list in its frames
_LIST_ONLY = ("sponsors",)
_FACING = "films that are a list cannot face each other"
