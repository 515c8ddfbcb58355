"""The words of an editor -> minutes, dates, hours, years, numbers; None for what is none of them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_MINUTES = re.compile(r"(\d{1,4})\s*(?:min(?:utes?|s)?\.?|m|['’′]|分鐘|分钟|分|분)?", re.IGNORECASE)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_ISO = re.compile(r"P(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)", re.IGNORECASE)
_HOURS = re.compile(
    r"(\d{1,2})\s*(?:h|hrs?|hours?)\.?\s*(?:(\d{1,2})\s*(?:m|min(?:utes?|s)?\.?|['’′])?)?", re.IGNORECASE
)
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::00)?")
_YEAR = re.compile(r"\d{4}(?:\s*[-–/]\s*(?:\d{4}|\d{2}))?")
#: hours after midnight as East Asian programmes write them, up to 29:59
LAST_HOUR = 29
#: the first film was shown in 1888
FIRST_YEAR, LAST_YEAR = 1888, 2999
FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def minutes(text: str) -> int | None:
    """Read `120 min`, `120`, `120'`, `120′`, `2:00:00`, `PT2H` or `1h 40`. Seconds round to minutes."""
    if match := _MINUTES.fullmatch(text):
        return int(match[1]) or None
    if match := _CLOCK.fullmatch(text):
        # `2:00` is two hours, as on a programme; `12:30` could be a short of twelve minutes and a half
        if match[3] is None and len(match[1]) > 1:
            return None
        hours, mins, seconds = match[1], match[2], match[3] or "0"
    elif (match := _ISO.fullmatch(text)) and any(match.groups()):
        hours, mins, seconds = (part or "0" for part in match.groups())
    elif match := _HOURS.fullmatch(text):
        hours, mins, seconds = match[1], match[2] or "0", "0"
    else:
        return None
    return (int(hours) * 3600 + int(mins) * 60 + int(seconds) + 30) // 60 or None


def day(text: str) -> date | None:
    """Read `2021-06-24`."""
    match = _DATE.fullmatch(text)
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def clock(text: str) -> timedelta | None:
    """Read `21:45` or `21.45` as time since midnight; `24:30` is half past midnight of the next day."""
    match = _TIME.fullmatch(text)
    if match is None or int(match[1]) > LAST_HOUR or int(match[2]) > 59:
        return None
    return timedelta(hours=int(match[1]), minutes=int(match[2]))


def hour(text: str) -> time | None:
    """Read a time of day."""
    since = clock(text)
    return (datetime.min + since).time() if since is not None and since < timedelta(days=1) else None


def moment(text: str) -> datetime | None:
    """Read `2021-06-24 21:45`; a `T` may stand between, and `2021-06-24 24:30` is 00:30 of the 25th."""
    parts = text.replace("T", " ", 1).split()
    if len(parts) != 2:
        return None
    at, since = day(parts[0]), clock(parts[1])
    return datetime.combine(at, time()) + since if at is not None and since is not None else None


def end(text: str) -> datetime | timedelta | None:
    """Read an end: a time of day, or a date with its time."""
    return moment(text) or clock(text)


def year(text: str) -> str | None:
    """Read `2021`, or years from and to: `2019-2021`, `1987–88`."""
    return text if _YEAR.fullmatch(text) else None


def number(text: str) -> int | None:
    """Read a whole number."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 9 else None


def flag(text: str) -> bool | None:
    """Read `yes` or `no`, `true` or `false`."""
    return FLAGS.get(text.lower())


def share(text: str) -> float | None:
    """Read a share of 0 to 1, or a percentage."""
    percent = text.endswith("%")
    try:
        value = float(text.removesuffix("%")) / (100 if percent else 1)
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None
