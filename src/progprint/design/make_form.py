"""What `blocks:` may say: patterns of text, and by the name of a house block how it is made."""

from __future__ import annotations

from typing import Any, NamedTuple

from progprint.design import values as v
from progprint.design.forms import (
    Faults,
    Field,
    Form,
    Named,
    Record,
    choice,
    converted,
    count,
    either,
    hint_for,
    kind_of,
    listing,
    record,
    scalar,
    table,
)
from progprint.design.line_form import (
    ABREAST,
    ALL_SHARES,
    BETWEEN,
    SHARES_FORM,
    TEXT_SCHEMA,
    columns_form,
    lines_form,
)
from progprint.design.line_makes import Column, Line
from progprint.design.makes import Makes
from progprint.design.matter_form import matter_forms
from progprint.design.patterns import PATTERN, SCREENING_FIELDS, pattern_form
from progprint.design.style_keys import FLAG, LENGTH_SCHEMA, NAME
from progprint.design.types import Pattern
from progprint.geom import mm
from progprint.locale import role_key
from progprint.source import Mapping, Node, Scalar, error

#: what a line about a film or a shorts programme may name
ENTRY_FIELDS = (
    *("title", "title_original", "title_romanised", "directors", "countries", "year", "running_time"),
    *("languages", "subtitles", "colour", "premiere", "section", "release", "slug", "titles", "films"),
    *("minutes", "number"),
)
#: what a line about a screening may name
SLOT_FIELDS = (*SCREENING_FIELDS, "address", "seats")
VENUE_FIELDS = ("venue", "venue_code", "address", "seats")
INDEX_FIELDS = ("name", "names")

#: below this a code is a fault (facts: QR codes)
LEAST_MODULE = mm(0.33)

_POINTS = scalar(v.points, LENGTH_SCHEMA)
_WHOLE = Field(count(1, 99), "a row of so many lines is never parted")
_GAP = Field(_POINTS, "room between two columns")
_LEAD = Field(scalar(v.length("line"), LENGTH_SCHEMA), "room between two rows")
_RULE = Field(NAME, "a swatch for a rule between two rows")
_CONTINUED = Field(FLAG, "its heading is repeated where a column begins within it")
_MOST = Field(count(1, 999), "no more than so many are printed")
_NAMES = Field(
    choice("main", "written", "both", "all"),
    "in the main language, as they are written, first the one then the other, or in every language",
)


def _module(text: str) -> float | v.Wrong:
    got = v.points(text)
    if isinstance(got, v.Wrong) or got >= LEAST_MODULE:
        return got
    return v.Wrong("a length of at least 0.33mm", "telephones do not read smaller squares from paper")


def _role(text: str) -> str | v.Wrong:
    return role_key(text) or v.Wrong("a role of the glossary such as director")


def _languages(text: str) -> tuple[str, ...] | v.Wrong:
    tags = text.split()
    if len(tags) not in ABREAST or any(isinstance(v.language_tag(tag), v.Wrong) for tag in tags):
        return v.Wrong("two languages or more such as `en zh`")
    return tuple(tags)


def _pair_rows(rows: tuple[tuple[Named, tuple[str, ...], Any], ...]) -> tuple[Any, ...] | v.Wrong:
    if any(len(tags) != len(shares) for _, tags, shares in rows):
        return v.Wrong("as many shares as languages: {en zh ja: [3, 2, 2]}")
    return tuple((tags, shares) for _, tags, shares in rows)


_PAIR_SHARES = either(
    converted(table(_languages, rf"^{v.TAG}( +{v.TAG})+$", ALL_SHARES), _pair_rows),
    items=converted(ALL_SHARES, lambda shares: ((("",) * len(shares), shares),)),
)


def _list_of(*fields: str) -> dict[str, Field]:
    return {
        "columns": Field(columns_form(*fields), "its columns, from left to right"),
        "gap": _GAP,
        "lead": _LEAD,
        "rule": _RULE,
        "whole": _WHOLE,
    }


def _table_of(first: str) -> dict[str, Field]:
    return {
        "as": Field(choice("table", "lines", "run-in"), "two columns, a line for each, or one paragraph"),
        "width": Field(_POINTS, f"greatest width of the column of {first}"),
        "gap": _GAP,
        "between": Field(BETWEEN, "between two of them that are run in"),
        "whole": _WHOLE,
    }


_ALL_OR_MAIN = choice("all", "main")
_HEADING = Field(FLAG, "its heading is printed")


class Make(NamedTuple):
    """What may be said of one house block."""

    fields: dict[str, Field]
    #: its field of `Makes`, when that is not its name with underscores
    about: str = ""


#: house block -> what may be said of how it is made; `Makes` has the values
MAKES: dict[str, Make] = {
    "title": Make(
        {
            "first": Field(choice("original", "main"), "which title is large"),
            "romanised": Field(FLAG, "the romanisation stands under the original"),
            "others": Field(FLAG, "the titles in the other languages follow"),
            "colour": Field(choice("section", "style"), "of the others: the section's, or their style's"),
        },
        "a film's titles",
    ),
    "credits": Make(
        {
            **_table_of("roles"),
            "names": _NAMES,
            "roles": Field(_ALL_OR_MAIN, "the languages of the roles"),
            "only": Field(listing(scalar(_role, TEXT_SCHEMA), 1), "the roles printed, in this order"),
            "companies": Field(FLAG, "production companies stand among them"),
            "release": Field(FLAG, "the first release stands among them"),
        },
        "roles and names",
    ),
    "cast": Make(
        {
            **_table_of("actors"),
            "names": _NAMES,
            "characters": Field(_ALL_OR_MAIN, "the languages of the characters"),
            "heading": _HEADING,
            "most": _MOST,
            "continued": _CONTINUED,
        },
        "actors and characters",
    ),
    "filmography": Make(
        {
            **_table_of("years"),
            "titles": Field(_ALL_OR_MAIN, "the languages of the titles"),
            "heading": _HEADING,
            "order": Field(choice("written", "newest", "oldest"), "as written, or by year"),
            "most": _MOST,
            "continued": _CONTINUED,
        },
        "a director's films",
    ),
    "life": Make(
        {
            "shares": Field(SHARES_FORM, "of the measure, to the biography and the filmography"),
            "filmography": Field(choice("beside", "below", "none"), "where it stands"),
            "names": _NAMES,
            "born": Field(FLAG, "place and year of birth are printed"),
        },
        "a director",
    ),
    "review": Make(
        {
            "life": Field(choice("beside", "below"), "where lives stand in a book of one language"),
            "byline": Field(FLAG, "its author is named"),
        },
        "the review",
    ),
    "pair": Make(
        {
            "shares": Field(_PAIR_SHARES, "of the measure: [3, 2], or {en zh: [3, 2]} by languages"),
            "abreast": Field(count(2, 6), "how many stand side by side"),
            "odd": Field(choice("column", "measure"), "where one without a partner stands"),
        },
        "languages side by side",
    ),
    "screenings": Make(
        {
            "across": Field(count(1, 12), "how many slips stand side by side"),
            "lines": Field(lines_form(*SLOT_FIELDS), "what a slip says"),
            "under": Field(lines_form(*SLOT_FIELDS), "what stands under the code, or last"),
            "payload": Field(choice("ticket", "calendar", "none"), "what the code holds"),
            "code": Field(_POINTS, "least side of the code without its quiet zone"),
            "module": Field(scalar(_module, LENGTH_SCHEMA), "least side of one of its squares"),
            "rule": Field(_POINTS, "width of the rule over a slip, 0 for none"),
        },
        "slips",
    ),
    "premiere": Make(
        {
            "inset": Field(_POINTS, "of the tag's ground beside its words"),
            "room": Field(_POINTS, "above and below them"),
        },
        "the tag on the picture's edge",
    ),
    "still": Make(
        {
            "without": Field(NAME, "section (its colour), nothing, or a swatch"),
            "credit": Field(FLAG, "the picture's credit stands under it"),
        },
        "a film's picture",
    ),
    "cover-band": Make(
        {
            "slices": Field(count(1, 99), "how many stills at most"),
            "films": Field(listing(scalar(v.plain, TEXT_SCHEMA), 1), "whose stills, by slug"),
        },
        "slices of stills",
    ),
    "contents": Make(
        {
            "films": Field(columns_form(*ENTRY_FIELDS), "columns of a film's row; none: []"),
            "sections": Field(columns_form("section"), "columns of a section's row"),
            "pages": Field(columns_form("title"), "columns of other rows"),
            "gap": _GAP,
            "lead": _LEAD,
            "rule": _RULE,
            "whole": _WHOLE,
            "continued": _CONTINUED,
        },
        "the contents",
    ),
    "opener-list": Make(_list_of(*ENTRY_FIELDS), "the films of a section"),
    "shorts": Make(_list_of(*ENTRY_FIELDS), "the films of a shorts programme"),
    "schedule": Make(
        {**_list_of(*ENTRY_FIELDS, *SLOT_FIELDS), "continued": _CONTINUED}, "a day's screenings"
    ),
    "schedule-grid": Make(
        {
            "lines": Field(lines_form(*ENTRY_FIELDS, *SLOT_FIELDS, "length"), "what a box says"),
            "hours": Field(_POINTS, "room for the labels of hours"),
        },
        "a day to scale",
    ),
    "venues": Make(_list_of(*VENUE_FIELDS), "the venues"),
    "index": Make(
        {
            **{
                key: Field(
                    pattern_form(INDEX_FIELDS if key == "directors" else (*INDEX_FIELDS, *ENTRY_FIELDS))
                )
                for key in ("titles", "originals", "directors", "countries")
            },
            "page": Field(_POINTS, "room for one page number"),
            "more": Field(_POINTS, "for each further one"),
            "gap": _GAP,
            "letter": Field(_POINTS, "width of a column of initials, 0 to set them above their entries"),
            "initials": Field(count(1, 9999), "an index of fewer titles has no initials"),
            "whole": _WHOLE,
            "continued": _CONTINUED,
        },
        "the indexes",
    ),
    **{key: Make(*found) for key, found in matter_forms((*ENTRY_FIELDS, *SLOT_FIELDS)).items()},
}

#: words of a layout that Python keeps for itself, or that are more than one field
_ATTRIBUTES = {"as": "shape"}


class Blocks(NamedTuple):
    """What `blocks:` says."""

    patterns: dict[str, Pattern]
    makes: Makes
    #: styles and swatches named in it: (what it is, its name)
    named: tuple[tuple[str, Named], ...] = ()


NO_BLOCKS = Blocks({}, Makes())


def attribute(key: str) -> str:
    """The field of a make, or of `Makes`, that a key sets."""
    return _ATTRIBUTES.get(key, key.replace("-", "_"))


def _read(node: Node, faults: Faults) -> Blocks | None:
    if not isinstance(node, Mapping):
        faults.append(error("wrong-kind", f"expected a map, found {kind_of(node)}", node.source))
        return None
    texts = tuple(item for item in node.items if not isinstance(item[1], Mapping))
    rows = _PATTERNS.read(Mapping(_without_house_blocks(texts, faults), node.source), faults)
    made: dict[str, object] = {}
    named: list[tuple[str, Named]] = []
    for key, value in node.items:
        if isinstance(value, Mapping):
            make = MAKES.get(key.text)
            if make is None:
                message = f"no house block `{key.text}` whose making could be set"
                faults.append(error("unknown-block", message, key.source, hint_for(key.text, MAKES)))
                continue
            found: Record = record(make.fields, f"the block `{key.text}`").read(value, faults)
            default = getattr(Makes(), attribute(key.text))
            made[attribute(key.text)] = default._replace(**_plain(found, named))
    return Blocks({word.text: pattern for word, _, pattern in rows}, Makes(**made), tuple(named))  # type: ignore[arg-type]


def _without_house_blocks(
    items: tuple[tuple[Scalar, Node], ...], faults: Faults
) -> tuple[tuple[Scalar, Node], ...]:
    """Refuse patterns by the name of what the house makes: nothing would print them."""
    for key, value in items:
        if key.text.partition(":")[0] in MAKES and not (isinstance(value, Scalar) and value.absent):
            message = f"`{key.text}` is a block of the house, not a pattern"
            hint = "give a map of how it is made, or the pattern another name"
            faults.append(error("wrong-kind", message, value.source, hint))
    return tuple(item for item in items if item[0].text.partition(":")[0] not in MAKES)


def _plain(found: Record, named: list[tuple[str, Named]]) -> dict[str, object]:
    """Give values by their fields; names that are looked up later are collected."""
    values: dict[str, object] = {}
    for key, value in found.values.items():
        if isinstance(value, Named):
            if value.text not in ("section", "nothing"):
                named.append(("swatch", value))
            value = value.text
        named += [("style", name) for name in _styles_in(value)]
        values[attribute(key)] = value
    return values


def _styles_in(value: object) -> list[Named]:
    if isinstance(value, Line):
        own = [Named(value.style, value.source)]
        return own + [name for pattern in (value.text, value.others) for name in _styles_in(pattern)]
    if isinstance(value, Pattern):
        return [Named(style, value.source) for style in value.styles if style]
    if isinstance(value, Column):
        return [name for line in value.lines for name in _styles_in(line)]
    return [name for part in value for name in _styles_in(part)] if type(value) is tuple else []


_KEY = rf"{v.NAME}(:lang\({v.TAG}\))?"
_PATTERNS = table(v.rule_name, f"^{_KEY}$", PATTERN)


def _schema() -> dict[str, Any]:
    makes = {
        key: {
            **record(make.fields, key).schema,
            "type": ["object", "null"],
            "description": f"how it is made: {make.about}",
        }
        for key, make in MAKES.items()
    }
    others = rf"^(?!({'|'.join(MAKES)})$){_KEY}$"
    patterns = {others: {**PATTERN.schema, "type": ["string", "null"]}}
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": makes,
        "patternProperties": patterns,
    }


#: patterns by name, and house blocks with how they are made
BLOCKS_FORM = Form(_read, _schema())
