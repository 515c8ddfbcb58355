"""Blocks -> what lies in them, however deep; and the same blocks with some of it changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from progprint.blocks.types import Block, Para, Table
from progprint.diag import Source
from progprint.style import Ink, Span
from progprint.words import Words

#: values that hold no block
_LEAVES = (Span, Words, Ink, Source)


def paras_in(value: object, field: str) -> Iterator[tuple[str, Para]]:
    """Find every paragraph with the field of the content that it prints; `field` is that of all."""
    match value:
        case Para(notes=notes):
            own = value.field or field
            yield own, value
            yield from paras_in(notes, own)
        case Table(rows=rows):
            yield from paras_in(rows, value.field or field)
        case tuple() if not isinstance(value, _LEAVES):
            for part in value:
                yield from paras_in(part, field)


def tables_in(value: object) -> Iterator[Table]:
    """Find every table."""
    if isinstance(value, Table):
        yield value
    if isinstance(value, tuple) and not isinstance(value, (*_LEAVES, Para)):
        for part in value:
            yield from tables_in(part)


def changed(value: Any, change: Callable[[Para | Table], Block]) -> Any:
    """The same blocks with every paragraph and table as `change` gives it; what stays alike stays itself."""
    if isinstance(value, _LEAVES) or not isinstance(value, tuple):
        return value
    if isinstance(value, Para):
        notes = changed(value.notes, change)
        return change(value if notes is value.notes else value._replace(notes=notes))
    if isinstance(value, Table):
        value = change(value)
        if not isinstance(value, Table):
            return value
    parts = tuple(changed(part, change) for part in value)
    if all(new is old for new, old in zip(parts, value, strict=True)):
        return value
    return type(value)._make(parts) if hasattr(value, "_make") else parts
