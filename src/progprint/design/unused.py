"""A layout's tree -> information about names that nothing in it uses."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.diag import Diagnostic, Severity
from progprint.source import Mapping, Node, Scalar, Sequence

#: where names of each kind are used: the keys whose values name them
_USES = {
    "swatches": ("colour", "of", "from", "to", "panel", "rule", "without", "section-colours"),
    "families": ("family",),
    "blocks": ("blocks", "item"),
}
_NOUNS = {"swatches": "swatch", "families": "family", "blocks": "pattern"}
#: what the house itself looks up: grounds of covers, thin rules, the family of a style that names none
_ALWAYS = {
    "swatches": {"cover", "hairline"},
    "families": {"text"},
    "blocks": {"fact-line", "screening", "grid-time", "grid-venue"},
}
#: the ground that belongs to a swatch
_GROUND = "-pale"


def unused_names(tree: Mapping, file: str) -> Iterator[Diagnostic]:
    """Report swatches, families and patterns of this file that nothing uses, in it or in what it extends."""
    for part, keys in _USES.items():
        node = tree.get(part)
        if not isinstance(node, Mapping):
            continue
        used = {text for key in keys for text in _under(tree, key)} | _ALWAYS.get(part, set())
        for key_node, value in node.items:
            if part == "blocks" and isinstance(value, Mapping):
                continue
            name = key_node.text.partition(":")[0]
            if key_node.source.file == file and not {name, name.removesuffix(_GROUND)} & used:
                message = f"nothing in the layout uses the {_NOUNS[part]} `{name}`"
                yield Diagnostic(Severity.INFO, f"unused-{_NOUNS[part]}", message, key_node.source)


def _under(node: Node, key: str) -> Iterator[str]:
    """Give every text that stands under a key of this name."""
    if isinstance(node, Mapping):
        for word, value in node.items:
            if word.text == key:
                yield from _texts(value)
            yield from _under(value, key)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _under(item, key)


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    else:
        parts = node.items if isinstance(node, Sequence) else tuple(value for _, value in node.items)
        for part in parts:
            yield from _texts(part)
