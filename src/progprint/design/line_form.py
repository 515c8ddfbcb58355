"""Lines and columns of the house's lists, as `blocks:` writes them -> Line, Column."""

from __future__ import annotations

from typing import Any

from progprint.design import values as v
from progprint.design.forms import (
    Field,
    Form,
    Named,
    Record,
    choice,
    converted,
    listing,
    record,
    scalar,
)
from progprint.design.line_makes import Column, Line
from progprint.design.patterns import pattern_form
from progprint.design.style_keys import NAME
from progprint.design.written import Pattern

#: what may be said of a line or a column
LINE_KEYS = ("text", "style", "languages", "others", "between", "width", "lines")
TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number"]}


def _any_text(text: str) -> str:
    return text


#: what stands between two forms or two rows: any text, spaces too
BETWEEN = scalar(_any_text, TEXT_SCHEMA)


def _width(text: str) -> tuple[float, float, float] | v.Wrong:
    """Read `9mm`, `up to 30mm` or `2 shares`."""
    plain = text.strip()
    words = plain.split()
    if words[1:] in (["share"], ["shares"]):
        part = _part(words[0])
        return part if isinstance(part, v.Wrong) else (0.0, 0.0, part)
    most = plain.startswith("up to ")
    got = v.points(plain.removeprefix("up to "))
    if isinstance(got, v.Wrong) or not got:
        hint = got.hint if isinstance(got, v.Wrong) else ""
        return v.Wrong("a width such as 9mm, up to 30mm or 2 shares", hint)
    return (0.0, got, 0.0) if most else (got, 0.0, 0.0)


def _part(text: str) -> float | v.Wrong:
    try:
        part = float(text)
    except ValueError:
        part = 0.0
    return part if 0 < part <= 100 else v.Wrong("a part such as 3 or 1.5, above 0 and at most 100")


_PART_SCHEMA: dict[str, Any] = {"type": ["number", "string"], "exclusiveMinimum": 0, "maximum": 100}
#: two parts of a measure, such as [3, 2]
SHARES_FORM = listing(scalar(_part, _PART_SCHEMA), 2, 2, alone=False)
#: languages that may stand side by side
ABREAST = range(2, 7)
ALL_SHARES = listing(scalar(_part, _PART_SCHEMA), ABREAST[0], ABREAST[-1], alone=False)


#: fields that are no words on a line: where each stands
ALONE = {"page": "in a column of its own", "imprint": "on a line of its own", "steps": "on a line of its own"}


def _line_fields(fields: tuple[str, ...]) -> dict[str, Field]:
    pattern = pattern_form(fields)

    return {
        "text": Field(pattern, "a pattern such as `{title}`"),
        "style": Field(NAME, "a style"),
        "languages": Field(
            choice("main", "all", "each"),
            "the main one, all on one line, or a line for each",
        ),
        "others": Field(pattern, "what languages but the main one print"),
        "between": Field(BETWEEN, "between two languages on one line"),
    }


def _made_line(found: Record) -> Line | v.Wrong:
    values = found.values
    for key in ("text", "style"):
        if key not in found.places:
            return v.Wrong(f"a line: it has no `{key}`")
    text: Pattern = values.get("text", Pattern(()))
    style: Named = values.get("style", Named("body"))
    for _, name in text.parts:
        if name in ALONE and text.parts != (("", name),):
            return v.Wrong(f"a line: `{{{name}}}` stands {ALONE[name]}")
    return Line(
        text,
        style.text,
        values.get("languages", "main"),
        values.get("others"),
        values.get("between", "  "),
        style.source,
    )


def _made_column(found: Record) -> Column | v.Wrong:
    values = dict(found.values)
    width = values.pop("width", (0.0, 0.0, 1.0))
    if "lines" in found.places:
        own = found.places.keys() - {"width", "lines"}
        if own:
            return v.Wrong(f"a column: with `lines`, `{min(own)}` is said of each of them")
        return Column(values.get("lines", ()), width)
    line = _made_line(found)
    return line if isinstance(line, v.Wrong) else Column((line,), width)


def lines_form(*fields: str, page: bool = True) -> Form:
    """Make a form of a list of lines that may name these fields, and the number of a page."""
    fields = (*fields, "page") if page else fields
    return listing(converted(record(_line_fields(fields), "a line", merges=False), _made_line))


def columns_form(*fields: str, page: bool = True) -> Form:
    """Make a form of a list of columns whose lines may name these fields, and the number of a page."""
    fields = (*fields, "page") if page else fields
    keys = {
        "width": Field(scalar(_width, TEXT_SCHEMA), "9mm, up to 30mm, or 2 shares of what is left"),
        "lines": Field(
            lines_form(*fields, page=False), "the lines of its cells; or `text` and `style` for one"
        ),
        **_line_fields(fields),
    }
    assert keys.keys() == set(LINE_KEYS)
    return listing(converted(record(keys, "a column", merges=False), _made_column), alone=False)
