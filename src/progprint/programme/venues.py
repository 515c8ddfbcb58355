"""Nodes of venues.yaml and people.yaml -> Venues and Persons by their keys."""

from __future__ import annotations

from typing import Any

from progprint.diag import Diagnostic
from progprint.programme.common import NUMBER
from progprint.programme.desk import Desk
from progprint.programme.forms import Field, Fields, is_absent, read_fields, wrong_kind
from progprint.programme.letters import composed
from progprint.programme.stills import STILL
from progprint.programme.turnover import TURNOVER
from progprint.programme.types import Localised, Person, Venue
from progprint.programme.words import LOCALISED, PLAIN, by_language, words_of
from progprint.source import Mapping, Node, Scalar

VENUE: Fields = {
    "name": Field(LOCALISED, "the venue's name in each language", required=True),
    "address": Field(LOCALISED, "its address"),
    "code": Field(PLAIN, "two or three letters for slots' codes, such as AV"),
    "seats": Field(NUMBER, "number of seats"),
    "turnover": Field(TURNOVER, "minutes that slots take here beside their films"),
}
_FAMILY, _PORTRAIT = "family", "portrait"
PERSON: Fields = {
    _FAMILY: Field(PLAIN, "the part of the name that is the family name"),
    _PORTRAIT: Field(STILL, "a picture of the person, with its credit and focus"),
}
PERSON_ABOUT = "the name in another language, script or romanisation"


def read_venues(node: Node, main: str) -> tuple[tuple[Venue, ...], tuple[Diagnostic, ...]]:
    """Read the venues in the order written."""
    desk = Desk(main)
    if not isinstance(node, Mapping):
        wrong_kind(node, "a map of venues, such as `arena: {name: Arena}`", desk)
        return (), tuple(desk.faults)
    venues: list[Venue] = []
    codes: dict[str, str] = {}
    for key, value in node.items:
        got: dict[str, Any] | None = read_fields(value, VENUE, "a venue", desk)
        if got is None or "name" not in got:
            continue
        venue = Venue(key=key.text, source=key.source, **got)
        other = codes.setdefault(venue.code, venue.key)
        if venue.code and other != venue.key:
            message = f"the venues `{other}` and `{venue.key}` have one code, `{venue.code}`"
            desk.error("duplicate-code", message, key.source)
        venues.append(venue)
    return tuple(venues), tuple(desk.faults)


def read_people(node: Node, main: str) -> tuple[tuple[Person, ...], tuple[Diagnostic, ...]]:
    """Read the people in the order written."""
    desk = Desk(main)
    if not isinstance(node, Mapping):
        wrong_kind(node, "a map of people, such as `Zhang Yimou: {zh-Hant: 張藝謀}`", desk)
        return (), tuple(desk.faults)
    people = [person for key, value in node.items if (person := _person(key, value, desk))]
    return tuple(people), tuple(desk.faults)


def _person(key: Scalar, node: Node, desk: Desk) -> Person | None:
    name = composed(key.text.strip())
    if is_absent(node):
        return Person(name, source=key.source)
    if not isinstance(node, Mapping):
        wrong_kind(node, "a map such as `{zh-Hant: 張藝謀, family: Zhang}`", desk)
        return None
    written_forms = by_language(node, desk, frozenset(PERSON))
    forms = [words for tag, value in written_forms if (words := words_of(value, tag, desk))]
    written = node.get(_FAMILY)
    family: str = (PLAIN.read(written, desk) or "") if written is not None else ""
    if written is not None and family and family not in name:
        message = (
            f"`{family}` does not stand in the name `{name}`, so that it cannot be marked as the family name"
        )
        desk.warning("family-not-in-name", message, written.source)
        family = ""
    shown = node.get(_PORTRAIT)
    portrait = None if shown is None or is_absent(shown) else STILL.read(shown, desk)
    return Person(name, Localised(tuple(forms)), family, portrait, key.source)
