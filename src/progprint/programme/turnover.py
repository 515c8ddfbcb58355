"""What a slot takes beside its film, by festival.yaml or venues.yaml -> (field, minutes) pairs."""

from __future__ import annotations

from progprint.programme import values
from progprint.programme.desk import Desk
from progprint.programme.forms import Field, Fields, Form, fields_schema, read_fields, scalar
from progprint.source import Node


def _minutes(text: str) -> int | None:
    return 0 if text == "0" else values.minutes(text)


_MINUTES = scalar(_minutes, "a length such as `20 min`", {"type": ["integer", "string"]})
_KEYS: Fields = {
    "doors": Field(_MINUTES, "from the doors to the start; 20 min when left out"),
    "answers": Field(_MINUTES, "questions and answers where guests come; 20 min"),
    "clear": Field(_MINUTES, "until the room is empty; 5 min"),
    "clean": Field(_MINUTES, "cleaning it; 10 min"),
    "unknown": Field(_MINUTES, "taken for a film whose length is not known; 90 min"),
}


def _read(node: Node, desk: Desk) -> tuple[tuple[str, int], ...] | None:
    got = read_fields(node, _KEYS, "a turnover", desk)
    return tuple(got.items()) if got is not None else None


TURNOVER = Form(_read, fields_schema(_KEYS))
