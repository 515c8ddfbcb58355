"""Profile file and all it extends -> one tree whose nodes keep their own places."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from progprint.design.forms import hint_for, kind_of
from progprint.design.inheritance import merged
from progprint.diag import Diagnostic
from progprint.source import Mapping, Node, Scalar, error, read_yaml

#: what describes one printing condition and none else: gone where another is named
_OF_CONDITION = ("icc", "known-as", "registry")


def read_profile_layers(path: Path, house: Sequence[Path], faults: list[Diagnostic]) -> Mapping | None:
    """Read a profile and what it extends: a file beside it, or a profile of the house by its name."""
    tree: Mapping | None = None
    for upper, _ in reversed(_layers(path, house, faults)):
        joined = upper if tree is None else merged(_without_condition(tree, upper), upper)
        tree = joined if isinstance(joined, Mapping) else None
    return tree


def layer_files(path: Path, house: Sequence[Path]) -> tuple[Path, ...]:
    """Name the files that a profile is made of: its own, then what that extends, and so on."""
    return tuple(file for _, file in _layers(path, house, []))


def _layers(path: Path, house: Sequence[Path], faults: list[Diagnostic]) -> list[tuple[Mapping, Path]]:
    layers: list[tuple[Mapping, Path]] = []
    here: Path | None = path
    while here is not None:
        node, found = read_yaml(here, here.as_posix())
        faults.extend(found)
        if not isinstance(node, Mapping):
            if node is not None:
                faults.append(error("wrong-kind", f"a profile is a map, found {kind_of(node)}", node.source))
            break
        layers.append((node, here))
        here = _next(node, ([file for _, file in layers], house), faults)
    return layers


def _next(node: Mapping, where: tuple[list[Path], Sequence[Path]], faults: list[Diagnostic]) -> Path | None:
    word, (files, house) = node.get("extends"), where
    if not isinstance(word, Scalar):
        return None
    here = files[-1]
    name = word.text if word.text.endswith((".yaml", ".yml")) else f"{word.text}.yaml"
    found = [path for path in (here.parent / name, *(place / name for place in house)) if path.is_file()]
    if not found:
        known = {path.stem for place in (here.parent, *house) for path in place.glob("*.yaml")}
        hint = hint_for(word.text, sorted(known - {here.stem}))
        faults.append(error("unknown-profile", f"no profile `{word.text}`", word.source, hint))
        return None
    # a profile may extend the house's of its own name
    path = next((path for path in found if not path.samefile(here)), found[0])
    if any(path.samefile(file) for file in files):
        circle = " -> ".join(file.stem for file in (*files, path))
        message = f"profiles extend each other in a circle: {circle}"
        faults.append(error("circular-extends", message, word.source))
        return None
    return path


def _without_condition(base: Mapping, upper: Mapping) -> Mapping:
    """What is extended, without its printing condition where the upper one names its own."""
    own = upper.get("intent")
    if not isinstance(own, Mapping) or own.get("name") is None:
        return base

    def kept(key: Scalar, value: Node) -> Node:
        if key.text != "intent" or not isinstance(value, Mapping):
            return value
        items = tuple(item for item in value.items if item[0].text not in _OF_CONDITION)
        return Mapping(items, value.source)

    return Mapping(tuple((key, kept(key, value)) for key, value in base.items), base.source)
