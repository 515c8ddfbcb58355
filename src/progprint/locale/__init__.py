"""Codes, dates and titles -> the words, orders and marks a language prints them with."""

from __future__ import annotations

from progprint.locale.dates import format_date, format_minutes, format_period, format_time, format_weekday
from progprint.locale.labels import (
    colour_key,
    colour_label,
    edition_label,
    films_label,
    label,
    label_keys,
    premiere_keys,
    premiere_label,
    subtitles_label,
)
from progprint.locale.lists import capital_family, join_names, list_separator, quote_title
from progprint.locale.names import country_name, is_country, is_language, language_name
from progprint.locale.roles import role_key, role_keys, role_label
from progprint.locale.sorting import index_heading, needs_reading, sort_key
from progprint.locale.tags import Tag, best_tag, canonical, is_cjk, is_romanisation, parse_tag, script_of

__all__ = [
    "Tag",
    "best_tag",
    "canonical",
    "capital_family",
    "colour_key",
    "colour_label",
    "country_name",
    "edition_label",
    "films_label",
    "format_date",
    "format_minutes",
    "format_period",
    "format_time",
    "format_weekday",
    "index_heading",
    "is_cjk",
    "is_country",
    "is_language",
    "is_romanisation",
    "join_names",
    "label",
    "label_keys",
    "language_name",
    "list_separator",
    "needs_reading",
    "parse_tag",
    "premiere_keys",
    "premiere_label",
    "quote_title",
    "role_key",
    "role_keys",
    "role_label",
    "script_of",
    "sort_key",
    "subtitles_label",
]
