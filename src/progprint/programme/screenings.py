"""Nodes of screenings -> Screening, as far as one file can tell; `slots` adds codes and addresses."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from progprint.programme.common import END, FLAG, MOMENT, VENUE
from progprint.programme.desk import Desk
from progprint.programme.forms import Field, Fields, Form, fields_schema, read_fields
from progprint.programme.types import Screening
from progprint.programme.words import PLAIN
from progprint.source import Mapping, Node

SCREENING: Fields = {
    "at": Field(MOMENT, "date and time at the festival, such as 2021-06-24 21:45", required=True),
    "venue": Field(VENUE, "key of a venue in venues.yaml", required=True),
    "ends": Field(END, "end of the event, when it is not start and running time"),
    "code": Field(PLAIN, "code of the slot; left out: made by the festival's pattern"),
    "tickets": Field(PLAIN, "address behind the printed code; left out: made by the festival's pattern"),
    "guests": Field(FLAG, "questions and answers afterwards"),
}


def _screening(node: Node, desk: Desk) -> Screening | None:
    got = read_fields(node, SCREENING, "a screening", desk)
    if got is None or "at" not in got or "venue" not in got:
        return None
    at: datetime = got["at"]
    day = festival_day(at, desk.day_ends)
    if desk.dates and not desk.dates[0] <= day <= desk.dates[1]:
        place = node.get("at") if isinstance(node, Mapping) else None
        message = f"{at:%Y-%m-%d %H:%M} is outside the festival, {desk.dates[0]} to {desk.dates[1]}"
        desk.warning("outside-festival", message, (place or node).source)
    return Screening(
        "", at, _end(at, got.get("ends"), node, desk), day, got["venue"], got.get("code", ""),
        got.get("tickets", ""), got.get("guests", False), node.source,
    )  # fmt: skip


def festival_day(at: datetime, day_ends: time) -> date:
    """Give the day a screening belongs to: before `day_ends` it is the evening before."""
    return at.date() - timedelta(days=1) if at.time() < day_ends else at.date()


def _end(at: datetime, given: datetime | timedelta | None, node: Node, desk: Desk) -> datetime | None:
    if given is None:
        return None
    if isinstance(given, timedelta):
        given = datetime.combine(at.date(), time()) + given
        return given if given > at else given + timedelta(days=1)
    if given <= at:
        place = node.get("ends") if isinstance(node, Mapping) else None
        message = f"the end {given:%Y-%m-%d %H:%M} is not after the start"
        desk.error("ends-before-start", message, (place or node).source)
        return None
    return given


def _read(node: Node, desk: Desk) -> Any:
    return _screening(node, desk)


SCREENING_FORM = Form(_read, fields_schema(SCREENING))
