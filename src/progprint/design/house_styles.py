"""The styles that the house's blocks are set in, so that a misspelt one of a layout is noticed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

from progprint.design.line_makes import Column, Line
from progprint.design.makes import Makes
from progprint.design.written import Pattern

#: styles that blocks are set in by name, but for those of their makes; new ones are added here
HOUSE_STYLES = (
    *("body", "folio", "running", "thumb", "ruby", "note", "note-mark"),
    *("title", "title-other", "romanisation", "fact", "fact-line", "tag", "caption", "section"),
    *("label", "role", "name", "character", "byline", "director", "born", "film-title", "film-year"),
    *(
        "page-title",
        "list-section",
        "list-continued",
        "index-heading",
        "index-letter",
        "index-letter-first",
        "index-entry",
    ),
    *("index-page", "day", "grid-day", "grid-hour", "grid-venue", "grid-time", "grid-title", "grid-note"),
    *("grid-page", "key", "key-heading", "key-code", "key-address", "key-page", "screening"),
    *("pull-quote", "opener-count"),
    *("opener", "imprint-name", "sponsor", "sponsor-tier", "spine", "back", "back-title"),
    *("cover-title", "cover-edition", "cover-dates", "cover-tagline", "cover-organiser"),
    *("sheet", "sheet-venue", "sheet-day", "sheet-count", "sheet-start", "sheet-title", "sheet-original"),
    *("sheet-code", "sheet-time", "sheet-step", "sheet-label", "sheet-hour", "sheet-grid-venue"),
    *("sheet-grid-time", "sheet-grid-code", "sheet-grid-title", "sheet-legend"),
    *("sheet-grid-time-close", "sheet-grid-code-close", "sheet-grid-title-close"),
)
#: texts, whose kinds of paragraph have styles of their own
PROSE = ("review", "text", "bio", "imprint", "opener-text")
_KINDS = r"(-(lead|first|heading|subheading(-\d+)?|item(-\d+)?|quote(-by)?|rule))?"
_PROSE_STYLE = re.compile(rf"({'|'.join(PROSE)}){_KINDS}")
#: after a heading that is repeated
_CONTINUED = "-continued"


def house_styles() -> frozenset[str]:
    """All but those of a text's parts."""
    makes = Makes()
    made = {name for field in fields(makes) for name in _styles_in(getattr(makes, field.name))}
    return frozenset({*HOUSE_STYLES, *PROSE, *made})


def is_asked(name: str, asked: frozenset[str]) -> bool:
    """Whether a style is one that is asked for, or that one falls back on at its hyphens."""
    plain = name.removesuffix(_CONTINUED)
    return (
        name in asked
        or plain in asked
        or _PROSE_STYLE.fullmatch(name) is not None
        or any(other.startswith(f"{name}-") for other in asked)
    )


def _styles_in(value: object) -> Iterator[str]:
    match value:
        case Line(text=text, style=style, others=others):
            yield style
            yield from _styles_in(text)
            yield from _styles_in(others)
        case Column(lines=lines):
            yield from _styles_in(lines)
        case Pattern(styles=styles):
            yield from filter(None, styles)
        case tuple():
            for part in value:
                yield from _styles_in(part)
