"""`overrides/<slug>.yaml` -> Overrides: what a designer wishes for one text, whatever its words become."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from progprint.design import values as v
from progprint.design.forms import (
    Faults,
    Field,
    Form,
    Record,
    choice,
    count,
    either,
    hint_for,
    kind_of,
    listing,
    record,
    scalar,
)
from progprint.design.inheritance import layout_names
from progprint.design.ladder import RUNG
from progprint.design.types import Rung
from progprint.diag import NOWHERE, Diagnostic, Source
from progprint.source import Mapping as Map
from progprint.source import Node, Scalar, error, read_yaml, with_excerpts

#: fields of running text: of films, of shorts programmes, of page texts
PROSE = ("review", "bio", "text")
#: lists that may stand in several columns
LISTS = ("credits", "cast", "filmography")
#: lines that one text may be longer or shorter by: more is another text
MOST_LINES = 3

SIDES = {
    "left": (0.0, 0.5), "right": (1.0, 0.5), "top": (0.5, 0.0), "bottom": (0.5, 1.0), "center": (0.5, 0.5),
}  # fmt: skip


class LineWish(NamedTuple):
    """A text shall be so many lines longer or, below 0, shorter."""

    field: str
    #: prefix of its language; empty for every one
    lang: str
    lines: int
    #: the paragraph that gives or takes them, from 1; 0: the one that shows it least
    paragraph: int = 0
    source: Source = NOWHERE


class BreakWish(NamedTuple):
    """A page shall begin with a block, or with a paragraph of it."""

    name: str
    #: from 1; 0: the block itself
    paragraph: int = 0
    source: Source = NOWHERE


class Override(NamedTuple):
    """All wishes for one text."""

    slug: str
    #: names of the layouts it is for; empty for every one
    layouts: tuple[str, ...] = ()
    lines: tuple[LineWish, ...] = ()
    breaks: tuple[BreakWish, ...] = ()
    #: shares of the picture's width and height
    focus: tuple[float, float] | None = None
    #: list -> number of columns
    columns: tuple[tuple[str, int], ...] = ()
    #: of the main language's running text, in points; 0: as the layout has it
    size: float = 0.0
    #: the rung of the ladder it stands on
    rung: Rung | None = None
    #: key -> where it is written
    places: Mapping[str, Source] = MappingProxyType({})
    source: Source = NOWHERE


def _lines(text: str) -> int | v.Wrong:
    plain = text.strip().replace("\N{MINUS SIGN}", "-").removeprefix("+")
    expected = v.Wrong(f"a number of lines from -{MOST_LINES} to {MOST_LINES}, such as -1")
    if not plain.removeprefix("-").isdecimal() or not 0 < abs(int(plain)) <= MOST_LINES:
        return expected
    return int(plain)


def _share(text: str) -> float | v.Wrong:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    return value if 0 <= value <= 1 else v.Wrong("a share from 0 to 1, counted from the left or the top")


def _break(text: str) -> tuple[str, int] | v.Wrong:
    name, dot, number = text.strip().partition(".")
    paragraph = v.whole(2, 1000)(number) if dot else 0
    if isinstance(paragraph, v.Wrong) or isinstance(v.name(name), v.Wrong):
        return v.Wrong("a block, or a paragraph from the second on, such as life or review.3")
    return name, paragraph


def _size(text: str) -> float | v.Wrong:
    got = v.length(above=True)(text)
    return got if isinstance(got, v.Wrong) else float(got.value)


def _placed(form: Form) -> Form:
    """The value with its place."""

    def read(node: Node, faults: Faults) -> Any:
        got = form.read(node, faults)
        return None if got is None else (got, node.source)

    return Form(read, form.schema)


_SHARES = listing(scalar(_share, {"type": ["number", "string"]}), 2, 2, alone=False)
_BREAKS = listing(_placed(scalar(_break, {"type": "string", "pattern": rf"^{v.NAME}(\.[0-9]+)?$"})), 1)
_LINES = record(
    {
        "lines": Field(scalar(_lines, {"type": ["integer", "string"]}), "lines more, or fewer: -1", True),
        "paragraph": Field(count(1, 1000), "the paragraph that takes it; else the one that shows it least"),
    },
    "a text",
    merges=False,
)
_COLUMNS = record({"columns": Field(count(1, 4), "how many columns it has", True)}, "a list", merges=False)
_STILL = record(
    {"focus": Field(either(_SHARES, text=choice(*SIDES)), "the side that stays, or [across, down]", True)},
    "the still",
    merges=False,
)

#: every key but those of running text, which may name a language: `review.zh-Hant`
OVERRIDE_FIELDS: dict[str, Field] = {
    "still": Field(_STILL, "how the picture is cropped"),
    **{name: Field(_COLUMNS, "a list in columns") for name in LISTS},
    "break-before": Field(_BREAKS, "a new page before a block, or before a paragraph: review.3"),
    "size": Field(scalar(_size, {"type": "string"}), "of the main language's running text"),
    "rung": Field(RUNG, "the rung of the section's ladder that it stands on"),
    "layouts": Field(listing(scalar(v.plain, {"type": "string"}), 1), "the layouts it is for"),
}


def _read(node: Node, slug: str, faults: Faults) -> Override | None:
    if not isinstance(node, Map):
        faults.append(error("wrong-kind", f"an override is a map, found {kind_of(node)}", node.source))
        return None
    fixed = Map(tuple(i for i in node.items if _prose(i[0].text) is None), node.source)
    keys = {**OVERRIDE_FIELDS, **dict.fromkeys(PROSE, Field(_LINES))}
    found: Record = record(keys, "an override").read(fixed, faults)
    values = found.values
    focus = values.get("still") and values["still"].values.get("focus")
    return Override(
        slug,
        values.get("layouts", ()),
        tuple(_wishes(node, faults)),
        tuple(BreakWish(name, number, place) for (name, number), place in values.get("break-before", ())),
        SIDES[focus] if isinstance(focus, str) else focus,
        tuple((name, values[name].values.get("columns", 1)) for name in LISTS if name in values),
        values.get("size", 0.0),
        values.get("rung"),
        found.places,
        node.source,
    )


def _prose(key: str) -> tuple[str, str] | None:
    """Field and language of a key for running text."""
    field, _, lang = key.partition(".")
    return (field, lang) if field in PROSE else None


def _wishes(node: Map, faults: Faults) -> Iterator[LineWish]:
    for key, value in node.items:
        name = _prose(key.text)
        if name is None:
            continue
        if "." in key.text and isinstance(v.language_tag(name[1]), v.Wrong):
            message = f"`{name[1]}` is not a language tag such as en or zh-Hant"
            faults.append(error("bad-value", message, key.source))
            continue
        got: Record | None = _LINES.read(value, faults)
        if got is not None and "lines" in got.values:
            yield LineWish(*name, got.values["lines"], got.values.get("paragraph", 0), key.source)


def read_overrides(folder: Path) -> tuple[dict[str, Override], tuple[Diagnostic, ...]]:
    """Read every file of a folder; slug -> its override. A folder that is not there says nothing."""
    faults: Faults = []
    found: dict[str, Override] = {}
    for file in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
        node, wrong = read_yaml(file, file.as_posix())
        faults.extend(wrong)
        if node is None or (isinstance(node, Scalar) and node.absent):
            continue
        override = _read(node, file.stem, faults)
        if override is not None:
            found[file.stem] = override
            _check_layouts(override, faults)
    return found, with_excerpts(faults, Path())


def _check_layouts(override: Override, faults: Faults) -> None:
    names = layout_names(Path.cwd())
    for name in override.layouts:
        if name not in names:
            message = f"there is no layout `{name}`"
            faults.append(error("unknown-layout", message, override.places["layouts"], hint_for(name, names)))


def override_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of override files, from the tables the reader uses."""
    properties = {
        key: {**field.form.schema, "description": field.about} for key, field in OVERRIDE_FIELDS.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "progprint override",
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "patternProperties": {rf"^({'|'.join(PROSE)})(\.{v.TAG})?$": _LINES.schema},
    }
