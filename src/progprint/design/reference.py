"""The JSON Schema of layouts -> a reference in Markdown: every key, what it takes and what it is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from progprint.design.forms import Field
from progprint.design.layout_form import BLOCKS, layout_schema
from progprint.design.patterns import FIELDS
from progprint.design.section_kinds import COMMON, KINDS
from progprint.design.style_keys import EM_SHARE, FLAG_SCHEMA, LENGTH_SCHEMA, NAME_SCHEMA, SHARE_SCHEMA

Schema = Mapping[str, Any]

HEAD = """# Every key of a layout

Made by `make reference` from the tables that layouts are read by; [layouts.md](layouts.md) explains.
A `length` carries its unit: `3mm`, `8.8pt`, and where it makes sense `1 line` of the grid, `2em`, `95 %`.
A `name` is one that the layout gives elsewhere: a swatch, a family, a style, a master, a block. Every key
may be left empty to take out what the layout extends.
"""
#: schemas that have a word of their own
WORDS: tuple[tuple[Schema, str], ...] = (
    (LENGTH_SCHEMA, "length"), (NAME_SCHEMA, "name"), (FLAG_SCHEMA, "`yes`, `no`"), (SHARE_SCHEMA, "share"),
    (EM_SHARE.schema, "share of an em"),
)


def layout_reference() -> str:
    """The reference as one Markdown text."""
    schema = layout_schema()
    parts = [HEAD, "\n## The file\n\n", *_table(schema["properties"])]
    seen: dict[str, str] = {}
    for key, value in schema["properties"].items():
        if key != "sections":
            parts += _inside(value, (key,), seen)
    parts += _sections()
    lists = (("Blocks", "What flows through frames, beside the patterns under `blocks`", BLOCKS),
             ("Fields", "What patterns are filled with", FIELDS))
    parts += [f"\n## {title}\n\n{about}:\n{_listed(words)}.\n" for title, about, words in lists]
    return "".join(parts)


def _inside(schema: Schema, path: tuple[str, ...], seen: dict[str, str]) -> Iterator[str]:
    """A table for each map in a value, with the way to it; the same table only once."""
    for each in _alternatives(schema):
        if "items" in each:
            yield from _inside(each["items"], (*path[:-1], f"{path[-1]}[]"), seen)
        elif "properties" in each:
            name = " › ".join(path)
            table = "".join(_table(each["properties"]))
            known = seen.setdefault(table, name)
            yield f"\n## {name}\n\n" + (table if known == name else f"The same as {known}.\n")
            for key, value in each["properties"].items() if known == name else ():
                yield from _inside(value, (*path, key), seen)
        for value in each.get("patternProperties", {}).values():
            yield from _inside(value, (*path, "NAME"), seen)


def _sections() -> Iterator[str]:
    yield "\n## sections[]\n\nEach is a kind's name, or `kind: {options}`. All kinds have\n\n"
    yield from _table(_schemas(COMMON))
    for key, kind in KINDS.items():
        options = _schemas(kind.options)
        yield f"\n### {key}\n\n"
        yield f"`{key}: value` stands for `{key}: {{{kind.main}: value}}`.\n\n" if kind.main else ""
        yield from _table(options) if options else ["No options of its own.\n"]


def _schemas(fields: Mapping[str, Field]) -> Schema:
    return {key: {**field.form.schema, "description": field.about} for key, field in fields.items()}


def _table(properties: Schema) -> Iterator[str]:
    yield "| Key | Takes | Is |\n|---|---|---|\n"
    for key, value in properties.items():
        about = str(value.get("description", "")).replace("|", "\\|")
        yield f"| `{key}` | {taken(value)} | {about} |\n"


def _alternatives(schema: Schema) -> list[Schema]:
    """The forms a value may have, the empty one left out."""
    found = schema.get("anyOf")
    return [s for s in found if s != {"type": "null"}] if found else [schema]


def taken(schema: Schema) -> str:
    """What a value may be, in words."""
    plain = _without_empty(schema)
    for known, word in WORDS:
        if plain == _without_empty(known):
            return word
    forms = _alternatives(plain)
    if len(forms) == 2 and forms[1].get("items") == forms[0]:
        return f"{taken(forms[0])}, one or a list of them"
    return ", or ".join(dict.fromkeys(_one(each) for each in forms))


def _one(schema: Schema) -> str:
    for known, word in WORDS:
        if schema == known:
            return word
    if "enum" in schema:
        return _listed([v for v in schema["enum"] if isinstance(v, str)])
    if "const" in schema:
        return f"`{schema['const']}`"
    if "items" in schema:
        least, most = schema.get("minItems"), schema.get("maxItems")
        number = f" of {least}" if least is not None and least == most else ""
        return f"list{number}: {taken(schema['items'])}"
    if "patternProperties" in schema:
        return "map of names: " + ", ".join(map(taken, schema["patternProperties"].values()))
    if "properties" in schema:
        return "map, see below"
    kinds = schema.get("type", "text")
    names = [kinds] if isinstance(kinds, str) else [k for k in kinds if k != "null"]
    if "integer" in names or ("minimum" in schema and "maximum" in schema):
        limits = (schema.get("minimum"), schema.get("maximum"))
        return "whole number" + (f", {limits[0]} to {limits[1]}" if limits[1] is not None else "")
    return "number" if names == ["number"] else "text"


def _without_empty(schema: Schema) -> dict[str, Any]:
    """The schema as its form has it: neither its description nor the empty value that takes out."""
    plain = {key: value for key, value in schema.items() if key != "description"}
    if "anyOf" in plain:
        plain["anyOf"] = _alternatives(schema)
    if "enum" in plain:
        plain["enum"] = [value for value in plain["enum"] if value is not None]
    if isinstance(plain.get("type"), list):
        kinds = [kind for kind in plain["type"] if kind != "null"]
        plain["type"] = kinds[0] if len(kinds) == 1 else kinds
    return plain


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
