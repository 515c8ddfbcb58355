"""Node of festival.yaml -> Festival."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from progprint.diag import Diagnostic
from progprint.locale import canonical, parse_tag
from progprint.programme.common import DATE, HOUR, NUMBER
from progprint.programme.desk import Desk, hint_for
from progprint.programme.forms import Field, Fields, Form, fields_schema, listing, read_fields, wrong_kind
from progprint.programme.prose import PROSE
from progprint.programme.stills import STILL
from progprint.programme.turnover import TURNOVER
from progprint.programme.types import Festival, Localised, LocalisedProse, Section, Turnover
from progprint.programme.words import LANGUAGE_TAG, LOCALISED, PLAIN
from progprint.source import Mapping, Node, Scalar, Sequence, did_you_mean

#: fields that the two patterns may hold
CODE_FIELDS = ("day", "venue", "n")
TICKET_FIELDS = ("code",)


def _dates(node: Node, desk: Desk) -> tuple[date, date] | None:
    parts = node.items if isinstance(node, Sequence) else (node,)
    if isinstance(node, Mapping) or not 1 <= len(parts) <= 2:
        wrong_kind(node, "the first and the last day, such as `[2021-06-24, 2021-07-02]`", desk)
        return None
    days = [DATE.read(part, desk) for part in parts]
    if any(day is None for day in days):
        return None
    if days[-1] < days[0]:
        desk.error("bad-value", f"the last day {days[-1]} is before the first, {days[0]}", node.source)
        return None
    return days[0], days[-1]


def _time_zone(node: Node, desk: Desk) -> str | None:
    name: str | None = PLAIN.read(node, desk)
    if name is not None and not _is_time_zone(name):
        from zoneinfo import available_timezones

        near = did_you_mean(name, sorted(available_timezones()))
        hint = f"did you mean `{near}`?" if near else "write it as `Europe/Rome`"
        desk.error("unknown-time-zone", f"there is no time zone `{name}`", node.source, hint)
        return None
    return name


def _is_time_zone(name: str) -> bool:
    """Ask the system's list; on a system that has none every name passes."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return not available_timezones()
    return True


def _pattern(known: tuple[str, ...]) -> Form:
    """Make a form of a text with `{fields}`."""

    def read(node: Node, desk: Desk) -> str | None:
        text: str | None = PLAIN.read(node, desk)
        if text is None:
            return None
        rest = re.sub(r"\{(\w+)\}", lambda m: "" if m[1] in known else m[0], text)
        for name in re.findall(r"\{(\w*)\}", rest):
            desk.error(
                "unknown-field",
                f"`{{{name}}}` is not a field of this pattern",
                node.source,
                hint_for(name, known),
            )
        if "{" in re.sub(r"\{\w*\}", "", rest) or "}" in re.sub(r"\{\w*\}", "", rest):
            desk.error("bad-value", f"a brace is not closed in `{text}`", node.source)
        return text if rest.count("{") == rest.count("}") == 0 else None

    return Form(read, {"type": "string"})


_SECTION: Fields = {
    "name": Field(LOCALISED, "the section's name in each language", required=True),
    "text": Field(PROSE, "what introduces it, Markdown in each language"),
    "picture": Field(STILL, "a picture for its opener; without it the still of its first film"),
}


def _sections(node: Node, desk: Desk) -> tuple[Section, ...] | None:
    if not isinstance(node, Mapping):
        wrong_kind(node, "a map of sections, such as `competition: {name: {en: Competition}}`", desk)
        return None
    found = []
    for key, value in node.items:
        got = read_fields(value, _SECTION, "a section", desk)
        if got is not None and "name" in got:
            text, picture = got.get("text", LocalisedProse()), got.get("picture")
            found.append(Section(key.text, got["name"], key.source, text, picture))
    return tuple(found)


FESTIVAL: Fields = {
    "name": Field(LOCALISED, "the festival's name in each language", required=True),
    "edition": Field(NUMBER, "its number, such as 23"),
    "dates": Field(
        Form(_dates, {"anyOf": [
            DATE.schema, {"type": "array", "items": DATE.schema, "minItems": 1, "maxItems": 2},
        ]}),
        "first and last day, such as [2021-06-24, 2021-07-02]", required=True,
    ),
    "time_zone": Field(
        Form(_time_zone, {"type": "string"}), "time zone of all times, such as Europe/Rome", required=True,
    ),
    "languages": Field(
        listing(LANGUAGE_TAG, "languages", alone=True), "languages printed, main one first: [en, zh-Hant]",
        required=True,
    ),
    "day_ends": Field(HOUR, "screenings before this hour belong to the evening before; 05:00 when left out"),
    "organiser": Field(LOCALISED, "who makes the festival"),
    "site": Field(PLAIN, "address of the festival's site"),
    "tickets": Field(_pattern(TICKET_FIELDS), "address of tickets, with {code}, for slots that give none"),
    "codes": Field(
        _pattern(CODE_FIELDS),
        "how slots' codes are made: {day} as MMDD, {venue} its code, {n} number of the slot that day there",
    ),
    "sections": Field(
        Form(_sections, {"type": "object", "additionalProperties": fields_schema(_SECTION)}),
        "the sections in the order of the programme, by keys that films name",
    ),
    "tagline": Field(LOCALISED, "a line under the name, for covers"),
    "imprint": Field(PROSE, "who made and printed this, Markdown in each language"),
    "turnover": Field(TURNOVER, "minutes that slots take beside their films, where venues say no other"),
}  # fmt: skip


def main_language(node: Node) -> str:
    """Look ahead at the first of `languages`, which texts without a tag are in."""
    listed = node.get("languages") if isinstance(node, Mapping) else None
    first = listed.items[0] if isinstance(listed, Sequence) and listed.items else listed
    return canonical(first.text) if isinstance(first, Scalar) and parse_tag(first.text) else "en"


def read_festival(node: Node) -> tuple[Festival | None, tuple[Diagnostic, ...]]:
    """Read the festival; None when it is no map. What is missing or wrong stands empty beside its fault."""
    desk = Desk(main_language(node))
    got: dict[str, Any] | None = read_fields(node, FESTIVAL, "a festival", desk)
    if got is None:
        return None, tuple(desk.faults)
    languages: tuple[str, ...] = tuple(dict.fromkeys(got.get("languages", ()))) or (desk.main,)
    missing: dict[str, Any] = {"name": Localised(), "dates": (date.min, date.max), "time_zone": ""}
    got["turnover"] = Turnover(**dict(got.get("turnover", ())))
    festival = Festival(**{**missing, **got, "languages": languages}, source=node.source)
    return festival, tuple(desk.faults)
