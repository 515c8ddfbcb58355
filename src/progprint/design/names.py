"""Names used in a layout -> the things they name, or a fault at the place of use."""

from __future__ import annotations

from typing import NamedTuple

from progprint.design.cascade import defined_style
from progprint.design.forms import Faults, Named, hint_for
from progprint.source import Mapping, Node, Scalar, error

#: what a name names -> the part of the layout it stands in, and the names that are always there
_PARTS: dict[str, tuple[str, frozenset[str]]] = {
    "swatch": ("swatches", frozenset({"paper", "black"})),
    "family": ("families", frozenset()),
    "style": ("styles", frozenset({"body"})),
    "master": ("masters", frozenset()),
    "pattern": ("blocks", frozenset()),
}


class Known(NamedTuple):
    """All names a layout defines, right or wrong, so that one fault does not make another."""

    #: swatch, family, style, master, pattern -> names
    names: dict[str, frozenset[str]]
    #: parts that could not be read at all: any name might have stood there
    unread: frozenset[str]


def known_names(tree: Mapping) -> Known:
    """Collect the names from the keys of the tree."""
    names: dict[str, frozenset[str]] = {}
    unread: set[str] = set()
    for noun, (part, always) in _PARTS.items():
        node = tree.get(part)
        items = node.items if isinstance(node, Mapping) else ()
        # under `blocks:` a map says how a house block is made, and is no pattern
        named = [key for key, value in items if not _is_absent(value) and not _is_make(noun, value)]
        names[noun] = always | {key.text.partition(":")[0] for key in named}
        if node is not None and not isinstance(node, Mapping):
            unread.add(noun)
    return Known(names, frozenset(unread))


def _is_absent(node: Node) -> bool:
    return isinstance(node, Scalar) and node.absent


def _is_make(noun: str, node: Node) -> bool:
    return noun == "pattern" and isinstance(node, Mapping)


def check_name(word: Named | None, noun: str, known: Known, faults: Faults) -> None:
    """Report a name that nothing has."""
    names = known.names[noun]
    if word is not None and word.text not in names and noun not in known.unread:
        message, hint = f"no {noun} `{word.text}`", hint_for(word.text, sorted(names))
        faults.append(error(f"unknown-{noun}", message, word.source, hint))


def check_style(word: Named | None, known: Known, faults: Faults) -> None:
    """Report a style that is not there, nor any it would fall back on by its hyphens."""
    if word is not None and defined_style(word.text, known.names["style"]) == "body":
        check_name(word, "style", known, faults)
