"""One row of `sections:` -> its kind and the node of its options; and the row as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from progprint.design.forms import Faults, Field, Named, kind_of, record
from progprint.source import Node, Scalar, Sequence, error


class Kind(NamedTuple):
    """One kind of section."""

    options: dict[str, Field]
    #: the option that a single value stands for: `text: welcome` is `text: {slug: welcome}`
    main: str = ""
    #: options that must be there
    needs: tuple[str, ...] = ()
    #: options of which one must be there
    one_of: tuple[str, ...] = ()


def read_section(node: Node, faults: Faults) -> tuple[Named, Node | None] | None:
    """Give the kind with its place and the node of its options."""
    if isinstance(node, Scalar):
        return Named(node.text, node.source), None
    if isinstance(node, Sequence):
        faults.append(
            error(
                "wrong-kind",
                f"expected a section such as `films: {{..}}`, found {kind_of(node)}",
                node.source,
            )
        )
        return None
    if len(node.items) != 1:
        hint = "indent its options one step more than the kind" if len(node.items) > 1 else ""
        faults.append(
            error("wrong-kind", f"a section has one kind, found {len(node.items)} keys", node.source, hint)
        )
        return None
    word, options = node.items[0]
    absent = isinstance(options, Scalar) and options.absent
    return Named(word.text, word.source), None if absent else options


def section_schema(kinds: Mapping[str, Kind], common: Mapping[str, Field]) -> dict[str, Any]:
    """Give the schema of a row that may be of these kinds."""
    rows = []
    for key, kind in kinds.items():
        fields = {**common, **kind.options}
        options = record(fields, key).schema
        if kind.needs:
            options = {**options, "required": list(kind.needs)}
        main = [fields[kind.main].form.schema] if kind.main else []
        rows.append(
            {
                "type": "object",
                "additionalProperties": False,
                "required": [key],
                "properties": {key: {"anyOf": [*main, options, {"type": "null"}]}},
            }
        )
    words = [key for key, kind in kinds.items() if not kind.needs]
    return {"anyOf": [{"enum": words}, *rows]}
