"""Wall-clock dates, times and lengths -> how a language prints them."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from progprint.locale.tags import data_tags, parse_tag, script_of

#: Thai print counts the Buddhist era
_BUDDHIST_ERA = 543


class _Forms(NamedTuple):
    """Patterns with {d} {dd} {m} {mm} {month} {mon} {y}; `dash` stands between two days of one month."""

    long: str
    day: str
    short: str
    numeric: str
    #: from and to in one month, in one year
    in_month: str
    in_year: str
    #: between two long dates
    dash: str = " – "


_ISO = _Forms("{y}-{mm}-{dd}", "{mm}-{dd}", "{mm}-{dd}", "{y}-{mm}-{dd}", "", "")


def _day_first(numeric: str, dot: str = "", of: str = "", era: str = "") -> _Forms:
    d = "{d}" + dot
    first = "{d1}" + dot
    month = f" {of}{{month}}"
    year = f" {of}{era}{{y}}"
    return _Forms(
        long=d + month + year,
        day=d + month,
        short=d + " {mon}",
        numeric=numeric,
        in_month=first + "–" + d + month + year,
        in_year=first + f" {of}{{month1}} – " + d + month + year,
    )


def _east_asian(year: str, month: str, day: str, space: str, dash: str) -> _Forms:
    y, md, d = "{y}" + year, "{m}" + month + space + "{d}" + day, "{d}" + day
    first = y + space + "{m1}" + month + space + "{d1}" + day
    return _Forms(
        long=y + space + md,
        day=md,
        short="{m}/{d}",
        numeric="{y}-{mm}-{dd}",
        in_month=first + dash + d,
        in_year=first + dash + md,
        dash=dash,
    )


# Babel has no pattern for a printed day without year, and its intervals hold U+2009: so these are ours.
_HAN = _east_asian("年", "月", "日", "", "—")
_FORMS = {
    "en": _day_first("{dd}.{mm}.{y}"),
    "it": _day_first("{dd}/{mm}/{y}"),
    "fr": _day_first("{dd}/{mm}/{y}"),
    "de": _day_first("{dd}.{mm}.{y}", dot="."),
    "es": _day_first("{dd}/{mm}/{y}", of="de "),
    "pt": _day_first("{dd}/{mm}/{y}", of="de "),
    "nl": _day_first("{dd}-{mm}-{y}"),
    "ru": _day_first("{dd}.{mm}.{y}"),
    "uk": _day_first("{dd}.{mm}.{y}"),
    "pl": _day_first("{dd}.{mm}.{y}"),
    "cs": _day_first("{dd}.{mm}.{y}", dot="."),
    "da": _day_first("{dd}.{mm}.{y}", dot="."),
    "nb": _day_first("{dd}.{mm}.{y}", dot="."),
    "fi": _day_first("{dd}.{mm}.{y}", dot="."),
    "sv": _day_first("{y}-{mm}-{dd}"),
    "el": _day_first("{dd}/{mm}/{y}"),
    "ro": _day_first("{dd}.{mm}.{y}"),
    "tr": _day_first("{dd}.{mm}.{y}"),
    "th": _day_first("{dd}/{mm}/{y}", era="พ.ศ. "),
    "zh-Hant": _HAN,
    "zh-Hans": _HAN,
    "ja": _east_asian("年", "月", "日", "", "〜"),
    "ko": _east_asian("년", "월", "일", " ", "~"),
}
_AMERICAN = _Forms(
    long="{month} {d}, {y}",
    day="{month} {d}",
    short="{mon} {d}",
    numeric="{mm}/{dd}/{y}",
    in_month="{month} {d1}–{d}, {y}",
    in_year="{month1} {d1} – {month} {d}, {y}",
)
_MINUTES = {"zh-Hant": "{n}分鐘", "zh-Hans": "{n}分钟", "ja": "{n}分", "ko": "{n}분", "th": "{n} นาที"}


def format_date(d: date, tag: str, form: str) -> str:
    """Print a date: long (24 June 2021), day (24 June), short (24 Jun), numeric (24.06.2021).

    A language without patterns of its own is printed by Babel when it knows it, else as ISO 8601.
    """
    forms = _forms(tag)
    patterns = {"long": forms.long, "day": forms.day, "short": forms.short, "numeric": forms.numeric}
    return _fill(patterns[form], d, d, tag)


def format_weekday(d: date, tag: str, form: str) -> str:
    """Print a day of the week: long (Thursday, 星期四) or short (Thu, 週四)."""
    return _weekdays(_locale_name(tag), form)[d.weekday()]


def format_period(first: date, last: date, tag: str) -> str:
    """Print the days from `first` to `last`, saying nothing twice: 24 June – 2 July 2021."""
    forms = _forms(tag)
    if first == last:
        return format_date(first, tag, "long")
    if first.year == last.year and forms.in_year:
        return _fill(forms.in_month if first.month == last.month else forms.in_year, first, last, tag)
    return format_date(first, tag, "long") + forms.dash + format_date(last, tag, "long")


def format_time(at: datetime, day: date, late: str) -> str:
    """Print a time as HH:MM; with `late` "over", hours count on past midnight of the festival day: 24:30."""
    hours = at.hour + 24 * max(0, (at.date() - day).days) if late == "over" else at.hour
    return f"{hours:02}:{at.minute:02}"


def format_minutes(n: int, tag: str) -> str:
    """Print a running time in minutes: 120′, 120分鐘."""
    # Babel's format_unit is broken for zh, ja, ko in its long form, and format_timedelta says "2 hours".
    return _MINUTES.get(_column(tag), "{n}′").format(n=n)


def _column(tag: str) -> str:
    columns = data_tags(tag)
    return columns[-1] if columns else ""


@cache
def _forms(tag: str) -> _Forms:
    parsed = parse_tag(tag)
    if parsed is not None and parsed.language == "en" and parsed.region == "US":
        return _AMERICAN
    own = _FORMS.get(_column(tag))
    if own is not None:
        return own
    return _babel_forms(_locale_name(tag)) if _locale_name(tag) != "root" else _ISO


@cache
def _babel_forms(name: str) -> _Forms:
    """Babel's long pattern and month-day skeletons in our notation."""
    from babel import Locale

    locale = Locale.parse(name)
    long = locale.date_formats["long"].pattern
    day = getattr(locale.datetime_skeletons.get("MMMMd"), "pattern", "d MMMM")
    short = getattr(locale.datetime_skeletons.get("MMMd"), "pattern", "d MMM")
    return _Forms(_notation(long), _notation(day), _notation(short), "{y}-{mm}-{dd}", "", "")


def _notation(pattern: str) -> str:
    fields = {"d": "{d}", "dd": "{dd}", "M": "{m}", "MM": "{mm}", "MMM": "{mon}", "MMMM": "{month}",
              "LLL": "{mon}", "LLLL": "{month}"}  # fmt: skip
    parts = re.findall(r"'[^']*'|[A-Za-z]+|[^A-Za-z']+", pattern)
    written = []
    for part in parts:
        if part.startswith("'"):
            written.append(part[1:-1] or "'")
        elif part.strip("yYu") == "":
            written.append("{y}")
        else:
            written.append(fields.get(part, "" if part[0].isalpha() and part.isascii() else part))
    # CLDR's narrow no-break space is in few fonts
    return "".join(written).replace("\u202f", "\u00a0").strip()


@cache
def _locale_name(tag: str) -> str:
    """The Babel locale of a language; `root` for one that Babel does not know, and for romanisations."""
    parsed = parse_tag(tag)
    if parsed is None or not data_tags(tag):
        return "root"
    own = {"zh-Hant": "zh_Hant", "zh-Hans": "zh"}.get(_column(tag))
    if own is not None or _column(tag) in _FORMS:
        return own or _column(tag)
    from babel import localedata

    names = (f"{parsed.language}_{parsed.script}" if parsed.script else "", parsed.language)
    return next((name for name in names if name and localedata.exists(name)), "root")


@cache
def _months(name: str, width: str) -> tuple[str, ...]:
    from babel import Locale

    names = Locale.parse(name).months["format"][width]
    return tuple(names[month] for month in range(1, 13))


@cache
def _weekdays(name: str, form: str) -> tuple[str, ...]:
    from babel import Locale

    width = {"long": "wide", "short": "abbreviated"}[form]
    names = Locale.parse("en" if name == "root" else name).days["stand-alone"][width]
    return tuple(names[day] for day in range(7))


def _fill(pattern: str, first: date, last: date, tag: str) -> str:
    name = _locale_name(tag)
    era = _BUDDHIST_ERA if script_of(tag) == "Thai" else 0
    fields: dict[str, str | int] = {
        "d": _day(last, tag), "dd": f"{last.day:02}", "m": last.month, "mm": f"{last.month:02}",
        "y": f"{last.year + era:04}", "d1": _day(first, tag), "m1": first.month,
    }  # fmt: skip
    if "{mon" in pattern:
        wide, brief = _months(name, "wide"), _months(name, "abbreviated")
        at = last.month - 1
        fields |= {"month": wide[at], "month1": wide[first.month - 1], "mon": brief[at]}
    return pattern.format_map(fields)


def _day(d: date, tag: str) -> str:
    return "1er" if d.day == 1 and _column(tag) == "fr" else str(d.day)
