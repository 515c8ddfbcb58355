"""Tables of what may be written -> readers of nodes and, from the same tables, JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from progprint.design.values import FLAGS, Parse, Wrong, whole
from progprint.diag import NOWHERE, Diagnostic, Source
from progprint.source import Mapping as Map
from progprint.source import Node, Scalar, Sequence, did_you_mean, error

#: faults are added while a tree is read
Faults: TypeAlias = list[Diagnostic]


@dataclass(frozen=True, slots=True)
class Form:
    """What may stand at one place of a layout."""

    #: the value; None when it is wrong, then a fault was added
    read: Callable[[Node, Faults], Any]
    #: the same as JSON Schema
    schema: dict[str, Any]


class Named(NamedTuple):
    """A name that must be found elsewhere in the layout, and where it was written."""

    text: str
    source: Source = NOWHERE


class Field(NamedTuple):
    """One key of a map."""

    form: Form
    about: str = ""
    required: bool = False


class Record(NamedTuple):
    """A map as read: the keys that were written and right."""

    values: dict[str, Any]
    #: key -> where its value stands
    places: dict[str, Source]
    source: Source


def hint_for(word: str, choices: Iterable[str]) -> str:
    """Say which choice was meant, or which there are when they are few."""
    known = tuple(choices)
    near = did_you_mean(word, known)
    if near:
        return f"did you mean `{near}`?"
    return "known: " + ", ".join(known) if 0 < len(known) <= 20 else ""


def kind_of(node: Node) -> str:
    """Name the kind of a node in the words of its writer."""
    return "a text" if isinstance(node, Scalar) else "a list" if isinstance(node, Sequence) else "a map"


def _wrong_kind(node: Node, expected: str, faults: Faults) -> None:
    faults.append(error("wrong-kind", f"expected {expected}, found {kind_of(node)}", node.source))


def scalar(parse: Parse, schema: dict[str, Any], expected: str = "a single value") -> Form:
    """Make a form of one text."""

    def read(node: Node, faults: Faults) -> Any:
        if not isinstance(node, Scalar):
            _wrong_kind(node, expected, faults)
            return None
        got = parse(node.text)
        if isinstance(got, Wrong):
            faults.append(error("bad-value", f"`{node.text}` is not {got.expected}", node.source, got.hint))
            return None
        return got

    return Form(read, schema)


def named(parse: Parse, schema: dict[str, Any]) -> Form:
    """Make a form of a name that is looked up later: it keeps its place."""
    inner = scalar(parse, schema, "a name")

    def read(node: Node, faults: Faults) -> Named | None:
        got = inner.read(node, faults)
        return None if got is None else Named(got, node.source)

    return Form(read, schema)


def choice(*words: str) -> Form:
    """Make a form of one word out of a few."""

    def read(node: Node, faults: Faults) -> str | None:
        if not isinstance(node, Scalar):
            _wrong_kind(node, "one of " + ", ".join(words), faults)
        elif node.text not in words:
            near = did_you_mean(node.text, words)
            message = f"`{node.text}` is not one of {', '.join(words)}"
            faults.append(error("bad-value", message, node.source, f"did you mean `{near}`?" if near else ""))
        else:
            return node.text
        return None

    # an editor reads `24` and `no` as a number and a flag
    typed = [int(w) if w.isdecimal() else FLAGS[w] for w in words if w.isdecimal() or w in FLAGS]
    return Form(read, {"enum": [*words, *typed]})


def count(least: int, most: int) -> Form:
    """Make a form of a whole number."""
    schema = {"type": ["integer", "string"], "minimum": least, "maximum": most, "pattern": "^[0-9]+$"}
    return scalar(whole(least, most), schema)


def listing(item: Form, least: int = 0, most: int | None = None, alone: bool = True) -> Form:
    """Make a form of a list; `alone`: one item may stand without its brackets."""
    counts = {"minItems": least} if least else {}
    if most is not None:
        counts["maxItems"] = most
    many: dict[str, Any] = {"type": "array", "items": item.schema, **counts}

    def read(node: Node, faults: Faults) -> tuple[Any, ...] | None:
        if not isinstance(node, Sequence):
            if not alone:
                _wrong_kind(node, "a list", faults)
                return None
            node = Sequence((node,), node.source)
        if len(node.items) < least or (most is not None and len(node.items) > most):
            wanted = (
                f"{least}" if least == most else f"{least} or more" if most is None else f"{least} to {most}"
            )
            message = f"expected a list of {wanted} values, found {len(node.items)}"
            faults.append(error("bad-value", message, node.source))
            return None
        got = tuple(item.read(part, faults) for part in node.items)
        return None if any(part is None for part in got) else got

    return Form(read, {"anyOf": [item.schema, many]} if alone else many)


def either(one: Form, *, text: Form | None = None, items: Form | None = None) -> Form:
    """Make a form that looks at the node's kind: a text and a list may have forms of their own."""

    def read(node: Node, faults: Faults) -> Any:
        if isinstance(node, Scalar) and text is not None:
            return text.read(node, faults)
        if isinstance(node, Sequence) and items is not None:
            return items.read(node, faults)
        return one.read(node, faults)

    others = [form.schema for form in (text, items) if form is not None]
    return Form(read, {"anyOf": [*others, one.schema]})


def converted(form: Form, convert: Callable[[Any], Any]) -> Form:
    """Make a form whose value is judged once more as a whole, e.g. for the order of its numbers."""

    def read(node: Node, faults: Faults) -> Any:
        got = form.read(node, faults)
        if got is None:
            return None
        made = convert(got)
        if isinstance(made, Wrong):
            faults.append(error("bad-value", f"this is not {made.expected}", node.source, made.hint))
            return None
        return made

    return Form(read, form.schema)


def record(fields: Mapping[str, Field], noun: str, merges: bool = True) -> Form:
    """Make a form of a map with known keys; `noun` says what has them.

    `merges`: `extends:` may bring the keys that are needed, so the schema of one file does not ask for them.
    """

    def read(node: Node, faults: Faults) -> Record | None:
        if not isinstance(node, Map):
            _wrong_kind(node, f"a map of {', '.join(fields)}", faults)
            return None
        values: dict[str, Any] = {}
        places: dict[str, Source] = {}
        for key, value in node.items:
            if key.text not in fields:
                message = f"{noun} has no key `{key.text}`"
                faults.append(error("unknown-key", message, key.source, hint_for(key.text, fields)))
            elif not (isinstance(value, Scalar) and value.absent):
                places[key.text] = value.source
                got = fields[key.text].form.read(value, faults)
                if got is not None:
                    values[key.text] = got
        for key_text, field in fields.items():
            if field.required and key_text not in places:
                faults.append(error("missing-key", f"{noun} needs `{key_text}`", node.source, field.about))
        return Record(values, places, node.source)

    return Form(read, _record_schema(fields, merges))


def _record_schema(fields: Mapping[str, Field], merges: bool) -> dict[str, Any]:
    properties = {}
    for key, field in fields.items():
        about = {"description": field.about} if field.about else {}
        properties[key] = {**(_or_empty(field.form.schema) if merges else field.form.schema), **about}
    schema: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": properties}
    required = [key for key, field in fields.items() if field.required]
    return {**schema, "required": required} if required and not merges else schema


def _or_empty(schema: dict[str, Any]) -> dict[str, Any]:
    """Allow the empty value, which takes out what a layout extends."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    types = schema["type"]
    return {**schema, "type": [*([types] if isinstance(types, str) else types), "null"]}


def table(key: Parse, pattern: str, value: Form) -> Form:
    """Make a form of a map whose keys are names; gives (key as Named, parsed key, value) rows."""

    def read(node: Node, faults: Faults) -> tuple[tuple[Named, Any, Any], ...] | None:
        if not isinstance(node, Map):
            _wrong_kind(node, "a map", faults)
            return None
        rows = []
        for word, part in node.items:
            parsed = key(word.text)
            if isinstance(parsed, Wrong):
                message = f"`{word.text}` is not {parsed.expected}"
                faults.append(error("bad-value", message, word.source, parsed.hint))
            elif not (isinstance(part, Scalar) and part.absent):
                got = value.read(part, faults)
                if got is not None:
                    rows.append((Named(word.text, word.source), parsed, got))
        return tuple(rows)

    schema = {
        "type": "object",
        "additionalProperties": False,
        "patternProperties": {pattern: _or_empty(value.schema)},
    }
    return Form(read, schema)
