"""A layout's tree -> information about names that nothing in it uses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from progprint.design.forms import hint_for
from progprint.design.house_styles import house_styles, is_asked
from progprint.diag import Diagnostic, Severity
from progprint.source import Mapping, Node, Scalar, Sequence

#: where names of each kind are used: the keys whose values name them
_USES = {
    "swatches": (
        *("colour", "of", "from", "to", "panel", "rule", "without", "border", "swatch", "section-colours",
          "spine-ground"),
    ),
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


#: styles that a pattern names for its fields: `{time:strong}`
_FIELD_STYLE = re.compile(r"\{\w+:([\w-]+)\}")
#: masters that pages take without being told
_MASTERS = {"plain", "notes"}


def unused_names(tree: Mapping, file: str) -> Iterator[Diagnostic]:
    """Report what this file names and nothing uses, in it or in what it extends."""
    yield from _unused_values(tree, file)
    yield from _unused_styles(tree, file)
    yield from _unused_masters(tree, file)


def _unused_styles(tree: Mapping, file: str) -> Iterator[Diagnostic]:
    """Report styles that neither the house nor the layout sets anything in: misspelt ones, mostly."""
    house = house_styles()
    named = {text for key in ("style", "inherit") for text in _under(tree, key)}
    fields = {style for text in _texts(tree) for style in _FIELD_STYLE.findall(text)}
    patterns = {key.text.partition(":")[0] for key, _ in _items(tree.get("blocks"))}
    asked = frozenset(house | named | fields | patterns)
    for key, _ in _items(tree.get("styles")):
        name = key.text.partition(":")[0]
        if key.source.file == file and not is_asked(name, asked):
            yield _unused("style", name, key, hint_for(name, house))


def _unused_masters(tree: Mapping, file: str) -> Iterator[Diagnostic]:
    """Report masters that no section takes, nor makes further pages with."""
    sections = tree.get("sections")
    kinds = {text for item in _parts(sections) for text in _kinds(item)}
    named = {text for key in ("master", "opener", "page-master") for text in _under(tree, key)}
    used = {*_MASTERS, *kinds, *named, *(("film",) if "films" in kinds else ())}
    for key, _ in _items(tree.get("masters")):
        taken = key.text in used or any(key.text.startswith(f"{name}-") for name in used)
        if key.source.file == file and not taken and sections is not None:
            yield _unused("master", key.text, key, hint_for(key.text, used))


def _kinds(item: Node) -> tuple[str, ...]:
    return (item.text,) if isinstance(item, Scalar) else tuple(key.text for key, _ in _items(item))


def _items(node: Node | None) -> tuple[tuple[Scalar, Node], ...]:
    return node.items if isinstance(node, Mapping) else ()


def _parts(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else ()


def _unused(noun: str, name: str, key: Scalar, hint: str = "") -> Diagnostic:
    message = f"nothing in the layout uses the {noun} `{name}`"
    # all there are would be no help
    hint = hint if hint.startswith("did") else ""
    return Diagnostic(Severity.INFO, f"unused-{noun}", message, key.source, hint)


def _unused_values(tree: Mapping, file: str) -> Iterator[Diagnostic]:
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
                yield _unused(_NOUNS[part], name, key_node)


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
