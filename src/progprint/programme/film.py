"""Node of films/<slug>.yaml -> Film."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from progprint.diag import Diagnostic
from progprint.locale import colour_key, is_country, is_language, premiere_keys, premiere_label
from progprint.programme.common import ALLOWANCE, DATE, MINUTES, SECTION, SORT, TITLE_ABOUT, YEAR
from progprint.programme.credits import CAST_MEMBER, CREDIT, NAMES
from progprint.programme.desk import Desk
from progprint.programme.directors import DIRECTOR
from progprint.programme.forms import (
    Field,
    Fields,
    Form,
    listing,
    one_of_kinds,
    read_fields,
    record,
)
from progprint.programme.original import default_original, given_original
from progprint.programme.prose import prose_by_language
from progprint.programme.screenings import SCREENING_FORM
from progprint.programme.stills import STILL
from progprint.programme.types import Code, Film, Localised, Release, Review
from progprint.programme.words import LANGUAGE_TAG, LOCALISED, TAG_PATTERN, checked_code
from progprint.source import Mapping, Node, Scalar

COUNTRY = checked_code(is_country, "unknown-country", "country (ISO 3166-1)", "`CN`, `HK`, `IT`")
LANGUAGE = checked_code(is_language, "unknown-language", "language (ISO 639, BCP 47)", "`en`, `cmn`, `yue`")


def _release(got: dict[str, Any], node: Node) -> Release:
    territory: Code | None = got.get("territory")
    return Release(got["date"], territory.value if territory else "", node.source)


_RELEASE = record({
    "date": Field(DATE, "first day in cinemas, such as 2021-04-30", required=True),
    "territory": Field(COUNTRY, "country of that release"),
}, "a release", _release)  # fmt: skip


def _release_day(node: Node, desk: Desk) -> Release | None:
    day = DATE.read(node, desk)
    return Release(day, "", node.source) if day else None


_BY = "who wrote it"


def _review(node: Node, desk: Desk) -> Review | None:
    by = node.get("by") if isinstance(node, Mapping) else None
    writer = LOCALISED.read(by, desk) if by is not None else None
    text = prose_by_language(node, desk, frozenset({"by"}))
    if text is None:
        return None
    return Review(text, writer or Localised(), node.source)


_REVIEW = Form(_review, {"anyOf": [{"type": "string"}, {
    "type": "object",
    "properties": {"by": {**LOCALISED.schema, "description": _BY}},
    "patternProperties": {TAG_PATTERN: {"type": ["string", "number"]}},
    "additionalProperties": False,
}]})  # fmt: skip


def _premiere(node: Node, desk: Desk) -> tuple[str, Localised] | None:
    """Know a step of the ladder by its key or its English name; any other wording is the festival's own."""
    words = LOCALISED.read(node, desk)
    if words is None or not isinstance(node, Scalar):
        return None if words is None else ("", words)
    text = words.main.text.casefold()
    for key in premiere_keys():
        if text in (key, (premiere_label(key, "en") or "").casefold()):
            return key, Localised()
    return "", words


def _colour(node: Node, desk: Desk) -> tuple[str, Localised] | None:
    words = LOCALISED.read(node, desk)
    key = colour_key(words.main.text) if words is not None and isinstance(node, Scalar) else None
    return None if words is None else (key, Localised()) if key else ("", words)


FILM: Fields = {
    "title": Field(LOCALISED, TITLE_ABOUT, required=True),
    "section": Field(SECTION, "key of a section of festival.yaml"),
    "original": Field(LANGUAGE_TAG, "which of the titles is the original; left out: by the film's languages"),
    "premiere": Field(
        Form(_premiere, LOCALISED.schema),
        "world, international, european, asian, national, or the festival's own words",
    ),
    "countries": Field(
        listing(COUNTRY, "countries", alone=True), "codes of the countries (ISO 3166-1), such as [CN, HK]"
    ),
    "year": Field(YEAR, "year of the film"),
    "running_time": Field(MINUTES, "length: 120 min, 120, 120', 2:00:00 or PT2H"),
    "languages": Field(
        listing(LANGUAGE, "languages", alone=True), "languages spoken, as codes such as [cmn, yue]"
    ),
    "subtitles": Field(
        listing(LANGUAGE, "languages", alone=True), "languages of the subtitles, as codes such as [en]"
    ),
    "colour": Field(
        Form(_colour, LOCALISED.schema), "colour, black and white, or in the festival's own words"
    ),
    "credits": Field(listing(CREDIT, "credits"), "the credits in the order to be printed"),
    "companies": Field(NAMES, "the production companies"),
    "cast": Field(listing(CAST_MEMBER, "actors"), "the actors, each with the character if known"),
    "released": Field(
        one_of_kinds(Form(_release_day, DATE.schema), _RELEASE), "first release: a date, or {date, territory}"
    ),
    "still": Field(STILL, "the picture, with its description and credit"),
    "stills": Field(listing(STILL, "pictures"), "further pictures"),
    "pull_quote": Field(LOCALISED, "a sentence of the review or of the press that layouts set large"),
    "review": Field(_REVIEW, "the text on the film: by, and paragraphs of Markdown in each language"),
    "directors": Field(
        listing(DIRECTOR, "directors", alone=True), "the directors, with biography and filmography"
    ),
    "screenings": Field(listing(SCREENING_FORM, "screenings"), "when and where it is shown"),
    "sort": SORT,
    "allow": Field(listing(ALLOWANCE, "allowances"), "findings that are known to be right, with the reason"),
}


def read_film(node: Node, slug: str, desk: Desk) -> tuple[Film | None, tuple[Diagnostic, ...]]:
    """Read one film. Codes, ends and addresses of its screenings that it does not give are still empty.

    Depends on nothing but its arguments. The film is None when it has no title to be known by.
    """
    got = read_fields(node, FILM, "a film", desk)
    if got is None or "title" not in got:
        return None, tuple(desk.faults)
    languages: tuple[Code, ...] = got.get("languages", ())
    got["original"] = given_original(got, node, desk) or default_original(got["title"], languages)
    got["premiere_key"], got["premiere"] = got.get("premiere", ("", Localised()))
    got["colour_key"], got["colour"] = got.get("colour", ("", Localised()))
    got["screenings"] = tuple(replace(s, entry=slug) for s in got.get("screenings", ()))
    return Film(slug=slug, source=node.source, **got), tuple(desk.faults)
