"""The readers' own tables of fields -> JSON Schemas by which editors complete and check."""

from __future__ import annotations

from typing import Any

from progprint.programme.artwork import ADVERTISEMENT, TIER
from progprint.programme.festival import FESTIVAL
from progprint.programme.film import FILM
from progprint.programme.forms import fields_schema
from progprint.programme.shorts import SHORTS
from progprint.programme.venues import PERSON, PERSON_ABOUT, VENUE
from progprint.programme.words import TAG_PATTERN, definitions

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def content_schemas() -> dict[str, dict[str, Any]]:
    """Describe each kind of content file: festival, venues, people, film, programme."""
    person = fields_schema(PERSON)
    person["patternProperties"] = {TAG_PATTERN: {"$ref": "#/$defs/text", "description": PERSON_ABOUT}}
    return {
        "festival": _schema("The festival (festival.yaml)", fields_schema(FESTIVAL)),
        "venues": _schema("The venues by their keys (venues.yaml)", _by_key(fields_schema(VENUE))),
        "people": _schema(
            "People with all spellings of their names (people.yaml)",
            _by_key({"anyOf": [person, {"type": "null"}]}),
        ),
        "advertisements": _schema(
            "The advertisements by their keys (advertisements.yaml)", _by_key(fields_schema(ADVERTISEMENT))
        ),
        "sponsors": _schema("The sponsors by tiers (sponsors.yaml)", _by_key(fields_schema(TIER))),
        "film": _schema("A film (films/<slug>.yaml)", fields_schema(FILM)),
        "programme": _schema("Several films shown as one (programmes/<slug>.yaml)", fields_schema(SHORTS)),
    }


def _by_key(value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": value}


def _schema(title: str, body: dict[str, Any]) -> dict[str, Any]:
    return {"$schema": DRAFT, "title": title, **body, "$defs": definitions()}
