"""Screening -> a calendar entry that a telephone reads from a code (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from progprint.blocks.desk import Desk
from progprint.blocks.facts import entry_title
from progprint.programme.types import Film, Screening, Shorts


def event(desk: Desk, slot: Screening, entry: Film | Shorts, minutes: int) -> str:
    """A bare VEVENT with times in UTC: some telephones refuse a VCALENDAR around it."""
    zone = ZoneInfo(desk.programme.festival.time_zone)
    venue = desk.programme.venue(slot.venue)
    place = desk.forms(venue.name)[0].text if venue is not None else slot.venue
    lines = (
        "BEGIN:VEVENT",
        f"SUMMARY:{_escaped(entry_title(desk, entry, desk.main).text)}",
        f"DTSTART:{_in_utc(slot.at, zone)}",
        f"DTEND:{_in_utc(slot.at + timedelta(minutes=minutes), zone)}",
        f"LOCATION:{_escaped(place)}",
        "END:VEVENT",
    )
    return "\r\n".join(lines)


def _in_utc(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.replace(tzinfo=zone).astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    """RFC 5545 3.3.11."""
    for sign in "\\;,":
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")
