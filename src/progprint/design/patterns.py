"""`{countries}, {year}` -> Pattern."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from progprint.design.forms import Faults, Form, Named, hint_for, kind_of
from progprint.design.names import Known, check_style
from progprint.design.types import Design, Pattern
from progprint.design.values import NAME
from progprint.source import Node, Scalar, error, place

#: what `{...}` may name of a screening: in the patterns `screening`, `grid-time` and `grid-venue`
SCREENING_FIELDS = (
    "weekday",
    "weekdays",
    "day",
    "date",
    "time",
    "ends",
    "venue",
    "venue_code",
    "code",
    "guests",
)

#: what `{...}` may name; more fields are added here
FIELDS = (
    "title",
    "title_original",
    "title_romanised",
    "countries",
    "year",
    "running_time",
    "languages",
    "subtitles",
    "colour",
    "premiere",
    "section",
    "directors",
    "folio",
    "festival",
    "edition",
    "dates",


    "site",
    "organiser",
    "tagline",
    "page",
    "pages",
    "release",
    "slug",
    "data",
    "number",
    "titles",
    "films",
    "minutes",
    "first",
    "last",
    *SCREENING_FIELDS,
)

_PART = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+")


def pattern_form(fields: tuple[str, ...]) -> Form:
    """Make a form of a text that may name these fields in braces."""
    schema: dict[str, Any] = {
        "type": "string",
        "pattern": r"^([^{}]|\{\{|\}\}|\{(" + "|".join(fields) + rf")(:{NAME})?\}})*$",
    }
    return Form(partial(_read, fields), schema)


def _read(fields: tuple[str, ...], node: Node, faults: Faults) -> Pattern | None:
    if not isinstance(node, Scalar):
        example = f"a pattern such as `{{{fields[0]}}}`"
        faults.append(error("wrong-kind", f"expected {example}, found {kind_of(node)}", node.source))
        return None
    parts: list[tuple[str, str]] = []
    styles: list[str] = []
    literal = ""
    sound = True
    for match in _PART.finditer(node.text):
        text = match[0]
        if match[1] is not None:
            field, _, style = (word.strip() for word in match[1].partition(":"))
            if field not in fields:
                message, at = f"no field `{field}` for a pattern", place(node, match.start(1))
                faults.append(error("unknown-field", message, at, hint_for(field, fields)))
                sound = False
            parts.append((literal, field))
            styles.append(style)
            literal = ""
        elif text in ("{", "}"):
            hint = f"a brace that is to be printed is written twice: `{text * 2}`"
            faults.append(
                error("bad-value", f"`{node.text}` has a `{text}` without its partner", node.source, hint)
            )
            sound = False
        else:
            literal += text[0] if text in ("{{", "}}") else text
    if literal:
        parts.append((literal, ""))
    return Pattern(tuple(parts), node.source, tuple(styles) if any(styles) else ()) if sound else None


#: a text with fields in braces
PATTERN = pattern_form(FIELDS)


def check_pattern(pattern: Pattern, known: Known, faults: Faults) -> None:
    """Report the styles of a pattern's fields that are not there."""
    for style in filter(None, pattern.styles):
        check_style(Named(style, pattern.source), known, faults)


def find_pattern(design: Design, name: str, lang: str) -> Pattern | None:
    """Find `name:lang(tag)` with the longest tag that begins `lang`, else `name`."""
    parts = lang.split("-")
    for count in range(len(parts), 0, -1):
        found = design.patterns.get(f"{name}:lang({'-'.join(parts[:count])})")
        if found is not None:
            return found
    return design.patterns.get(name)
