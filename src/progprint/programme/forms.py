"""Tables of fields -> readers of nodes, and from the same tables JSON Schema."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from progprint.programme.desk import Desk, hint_for
from progprint.source import Mapping, Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Form:
    """What may stand at one place of a file."""

    #: gives None when nothing usable stands there; what is wrong is then on the desk
    read: Callable[[Node, Desk], Any]
    #: the same as JSON Schema
    schema: dict[str, Any]


class Field(NamedTuple):
    """One key of a map."""

    form: Form
    #: a sentence for the editor
    about: str
    required: bool = False


Fields = dict[str, Field]


def kind_of(node: Node) -> str:
    """Name what stands there in the words of its writer."""
    if isinstance(node, Scalar):
        shown = node.text if len(node.text) <= 30 else node.text[:29] + "…"
        return f"the text `{shown}`" if shown else "nothing"
    return "a list" if isinstance(node, Sequence) else "a map"


def wrong_kind(node: Node, expected: str, desk: Desk) -> None:
    """Report a list where a text should be, and the like."""
    desk.error("wrong-kind", f"expected {expected}, found {kind_of(node)}", node.source)


def is_absent(node: Node) -> bool:
    """Tell whether nothing was written."""
    return isinstance(node, Scalar) and (node.absent or not node.text.strip())


def read_fields(node: Node, fields: Fields, what: str, desk: Desk) -> dict[str, Any] | None:
    """Read a map by its table: the keys that were written and are right; None when it is no map.

    `what` names it in messages: "a film".
    """
    if not isinstance(node, Mapping):
        wrong_kind(node, f"{what}: a map with keys such as {_some(fields)}", desk)
        return None
    values: dict[str, Any] = {}
    for key, value in node.items:
        field = fields.get(key.text)
        if field is None:
            message = f"`{key.text}` is not a key of {what}"
            desk.error("unknown-key", message, key.source, hint_for(key.text, fields))
        elif not is_absent(value):
            got = field.form.read(value, desk)
            if got is not None:
                values[key.text] = got
    written = {key.text for key, value in node.items if not is_absent(value)}
    for name, field in fields.items():
        if field.required and name not in written:
            desk.error("missing-key", f"`{name}` is missing: {field.about}", node.source)
    return values


def fields_schema(fields: Fields) -> dict[str, Any]:
    """Describe a map by its table."""
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {k: {**f.form.schema, "description": f.about} for k, f in fields.items()},
        "additionalProperties": False,
    }
    required = [k for k, f in fields.items() if f.required]
    return {**schema, "required": required} if required else schema


def record(fields: Fields, what: str, make: Callable[[dict[str, Any], Node], Any]) -> Form:
    """Make a form of a map; `make` turns its values into the thing, unless a required one is missing."""

    def read(node: Node, desk: Desk) -> Any:
        values = read_fields(node, fields, what, desk)
        if values is None or any(f.required and k not in values for k, f in fields.items()):
            return None
        return make(values, node)

    return Form(read, fields_schema(fields))


def one_of_kinds(text: Form, map_: Form) -> Form:
    """Make a form that has a short way of writing: a text, beside its map."""

    def read(node: Node, desk: Desk) -> Any:
        return (text if isinstance(node, Scalar) else map_).read(node, desk)

    return Form(read, {"anyOf": [text.schema, map_.schema]})


def listing(item: Form, what: str, alone: bool = False) -> Form:
    """Make a form of a list; `alone`: one item may stand without its brackets. What is wrong is left out."""
    many = {"type": "array", "items": item.schema}

    def read(node: Node, desk: Desk) -> tuple[Any, ...] | None:
        if isinstance(node, Sequence):
            parts = node.items
        elif alone:
            parts = (node,)
        else:
            wrong_kind(node, f"a list of {what}, each begun with `- `", desk)
            return None
        got = (item.read(part, desk) for part in parts if not is_absent(part))
        return tuple(part for part in got if part is not None)

    return Form(read, {"anyOf": [item.schema, many]} if alone else many)


def scalar(parse: Callable[[str], Any], expected: str, schema: dict[str, Any]) -> Form:
    """Make a form of one text; `parse` gives None for what it does not know."""

    def read(node: Node, desk: Desk) -> Any:
        if not isinstance(node, Scalar):
            wrong_kind(node, expected, desk)
            return None
        got = parse(node.text.strip())
        if got is None:
            desk.error("bad-value", f"expected {expected}, found `{node.text.strip()}`", node.source)
        return got

    return Form(read, schema)


def single(node: Node, what: str, desk: Desk) -> tuple[Scalar, Node] | None:
    """Take a map of exactly one key, as `- director: Zhang Yimou`."""
    if not isinstance(node, Mapping):
        wrong_kind(node, what, desk)
    elif len(node.items) != 1:
        names = ", ".join(f"`{k.text}`" for k, _ in node.items)
        hint = "begin each with a `- ` of its own" if len(node.items) > 1 else ""
        found = f"the keys {names}" if names else "no key"
        desk.error("wrong-kind", f"expected {what}, found {found}", node.source, hint)
    else:
        return node.items[0]
    return None


def _some(fields: Fields) -> str:
    return ", ".join(f"`{k}`" for k in list(fields)[:3])
