"""Nodes: what a YAML file says, all of it text with its place in the file; no type is guessed."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple, TypeAlias

from progprint.diag import Source

#: plain scalars that stand for nothing, as YAML 1.2's core schema has them
ABSENT = frozenset({"", "~", "null", "Null", "NULL"})


class Passage(NamedTuple):
    """A text that knows where each of its pieces stands in the file."""

    text: str
    file: str
    #: (offset in the text, line, column) of each piece that runs on in one line of the file, ascending
    starts: tuple[tuple[int, int, int], ...]

    def place(self, offset: int) -> Source:
        """Line and column of the character at `offset`."""
        start, line, column = self.starts[max(0, bisect_right(self.starts, (offset + 1,)) - 1)]
        return Source(self.file, line, column + max(0, offset - start))


class Scalar(NamedTuple):
    """A text."""

    text: str
    source: Source
    #: written without quotes and not as a block
    plain: bool = True
    #: the text as the file has it, marks and line breaks included, when it differs from `text`
    written: str = ""
    #: the mark it began with: a quotation mark, `|`, `>` or nothing
    style: str = ""

    @property
    def absent(self) -> bool:
        """Nothing was written, or `~`, or `null`."""
        return self.plain and self.text in ABSENT


class Sequence(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    source: Source


class Mapping(NamedTuple):
    """Keys and values in the order written; no key stands twice."""

    items: tuple[tuple[Scalar, Node], ...]
    source: Source

    def get(self, key: str) -> Node | None:
        """The value of a key; None when the key is missing or its value absent."""
        for name, node in self.items:
            if name.text == key:
                return None if isinstance(node, Scalar) and node.absent else node
        return None

    def keys(self) -> tuple[str, ...]:
        return tuple(name.text for name, _ in self.items)


Node: TypeAlias = Scalar | Sequence | Mapping
