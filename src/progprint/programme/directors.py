"""Node of a film's director -> Director with birth, biography and filmography."""

from __future__ import annotations

from typing import Any

from progprint.programme import values
from progprint.programme.common import NUMBER
from progprint.programme.desk import Desk
from progprint.programme.forms import Field, Form, is_absent, listing, one_of_kinds, record, single
from progprint.programme.prose import PROSE
from progprint.programme.types import Director, FilmographyRow, Localised, LocalisedProse
from progprint.programme.words import LOCALISED
from progprint.source import Node


def _row(node: Node, desk: Desk) -> FilmographyRow | None:
    pair = single(node, "a year and a title, such as `- 1987: Red Sorghum`", desk)
    if pair is None:
        return None
    key, value = pair
    year = values.year(key.text.strip())
    if year is None:
        desk.error("bad-value", f"expected a year such as 1987, found `{key.text}`", key.source)
    title = None if is_absent(value) else LOCALISED.read(value, desk)
    if is_absent(value):
        desk.warning("empty-filmography", f"the film of {key.text} has no title; it is left out", key.source)
    return FilmographyRow(year, title, key.source) if year and title else None


_ROW = Form(_row, {
    "type": "object", "minProperties": 1, "maxProperties": 1,
    "patternProperties": {r"^\d{4}": LOCALISED.schema}, "additionalProperties": False,
})  # fmt: skip


def _born(got: dict[str, Any], node: Node) -> tuple[Localised, int | None]:
    return got.get("place", Localised()), got.get("year")


def _born_year(node: Node, desk: Desk) -> tuple[Localised, int | None] | None:
    year = NUMBER.read(node, desk)
    return None if year is None else (Localised(), year)


_BORN = record({
    "place": Field(LOCALISED, "place of birth"),
    "year": Field(NUMBER, "year of birth, such as 1951"),
}, "a birth", _born)  # fmt: skip


def _director(got: dict[str, Any], node: Node) -> Director:
    place, year = got.get("born", (Localised(), None))
    return Director(
        got["person"], place, year, got.get("bio", LocalisedProse()), got.get("filmography", ()), node.source
    )


def _only_name(node: Node, desk: Desk) -> Director | None:
    name = LOCALISED.read(node, desk)
    return Director(name, source=node.source) if name else None


DIRECTOR = one_of_kinds(Form(_only_name, {"type": "string"}), record({
    "person": Field(LOCALISED, "the name, as the credits and people.yaml spell it", required=True),
    "born": Field(one_of_kinds(Form(_born_year, NUMBER.schema), _BORN), "birth: a year, or {place, year}"),
    "bio": Field(PROSE, "the biography, Markdown in each language"),
    "filmography": Field(listing(_ROW, "films"), "films by year, such as `- 1987: Red Sorghum`"),
}, "a director", _director))  # fmt: skip
