"""YAML text -> Node tree with file, line and column; what a festival needs not of YAML is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from progprint.diag import Diagnostic, Source
from progprint.source.faults import error
from progprint.source.nodes import Mapping, Node, Scalar, Sequence
from progprint.source.text import file_text, unwanted
from progprint.source.yaml_faults import MOST_DEPTH, too_deep, yaml_fault

#: refusals told of one file
MOST_FAULTS = 50

#: libyaml's parser where it was built, else PyYAML's own, which is 20 times slower. Neither composes here:
#: libyaml's composer overflows the C stack on 30,000 nested brackets
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_yaml(path: Path, shown: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Read a YAML file; `shown` is its name in messages. The node is None when nothing could be read."""
    text, faults = file_text(path, shown)
    return (None, faults) if text is None else _compose(text, shown)


def parse_yaml(text: str, shown: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Read YAML from a text. An empty text is an empty map."""
    text = text.removeprefix("\ufeff")
    faults = unwanted(text, shown)
    return (None, faults) if faults else _compose(text, shown)


class _Refused(Exception):
    """The rest of the file is not worth reading."""

    def __init__(self, fault: Diagnostic) -> None:
        super().__init__(fault.message)
        self.fault = fault


def _compose(text: str, shown: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    faults: list[Diagnostic] = []
    node: Node | None = None
    try:
        node = _tree(yaml.parse(text, Loader=LOADER), text, shown, faults)
    except _Refused as refused:
        faults.append(refused.fault)
    except yaml.YAMLError as fault:
        faults.append(yaml_fault(fault, text, shown))
    return node, _with_lines(faults, text)


def _with_lines(faults: list[Diagnostic], text: str) -> tuple[Diagnostic, ...]:
    if not faults:
        return ()
    lines = text.split("\n")
    return tuple(
        replace(f, excerpt=lines[f.source.line - 1].rstrip("\r")) if 0 < f.source.line <= len(lines) else f
        for f in faults[:MOST_FAULTS]
    )


def _tree(events: Iterator[Any], text: str, shown: str, faults: list[Diagnostic]) -> Node:
    """Build the tree with a stack of open lists and maps, so that depth costs no recursion."""
    #: nodes gathered so far, whether it is a map, where it begins
    opened: list[tuple[list[Node], bool, Source]] = []
    root: Node | None = None
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            node: Node = _scalar(event, text, shown, faults)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            source = _source(event, shown)
            if len(opened) == MOST_DEPTH:
                raise _Refused(too_deep(source))
            _refuse_marks(event, source, faults)
            opened.append(([], kind is yaml.MappingStartEvent, source))
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            gathered, is_map, source = opened.pop()
            node = _mapping(gathered, source, faults) if is_map else Sequence(tuple(gathered), source)
        elif kind is yaml.AliasEvent:
            node = Scalar("", _source(event, shown))
            faults.append(_alias(node.source, event.anchor))
        else:
            if kind is yaml.DocumentStartEvent and root is not None:
                raise _Refused(_second_document(_source(event, shown)))
            continue
        if opened:
            opened[-1][0].append(node)
        else:
            root = node
    return Mapping((), Source(shown, 1, 1)) if root is None else root


def _scalar(event: Any, text: str, shown: str, faults: list[Diagnostic]) -> Scalar:
    start, end = event.start_mark, event.end_mark
    source = Source(shown, start.line + 1, start.column + 1)
    style = event.style or ""
    _refuse_marks(event, source, faults)
    value = event.value
    #: a text in one line without escapes stands in the file as it is
    as_written = start.line == end.line and end.index - start.index == len(value) + (2 if style else 0)
    written = "" if as_written else text[start.index : end.index]
    return Scalar(value, source, not style, written, style)


def _mapping(gathered: list[Node], source: Source, faults: list[Diagnostic]) -> Mapping:
    items: list[tuple[Scalar, Node]] = []
    seen: dict[str, Scalar] = {}
    for key, node in zip(gathered[::2], gathered[1::2], strict=True):
        if not isinstance(key, Scalar):
            faults.append(error("key-not-text", "a key is a list or a map; it must be a text", key.source))
            continue
        if not key.text.strip():
            faults.append(error("key-not-text", "nothing stands before the `:`", key.source))
            continue
        first = seen.setdefault(key.text, key)
        if first is key:
            items.append((key, node))
            continue
        message = f"`{key.text}` stands twice, in line {first.source.line} and in line {key.source.line}"
        faults.append(error("duplicate-key", message, key.source, "delete one of them, or join them"))
    return Mapping(tuple(items), source)


def _source(event: Any, shown: str) -> Source:
    mark = event.start_mark
    return Source(shown, mark.line + 1, mark.column + 1)


def _refuse_marks(event: Any, source: Source, faults: list[Diagnostic]) -> None:
    """Report `&name` and `!type` before a value; the value itself is read."""
    if event.anchor is not None:
        message = f"`&{event.anchor}` names a part to be used again; progprint does not read such names"
        hint = "put the text in quotes if it begins with `&`"
        faults.append(error("yaml-anchor", message, source, hint))
    if event.tag is not None:
        mark = event.tag.replace("tag:yaml.org,2002:", "!!")
        message = f"`{mark}` is a type mark; progprint reads every value as text"
        hint = "delete it; put the text in quotes if it begins with `!`"
        faults.append(error("yaml-tag", message, source, hint))


def _alias(source: Source, name: str) -> Diagnostic:
    message = f"`*{name}` refers to another part of the file; progprint does not follow it"
    hint = "write the text out; text that begins with `*` (emphasis) needs quotes or a `|` block"
    return error("yaml-alias", message, source, hint)


def _second_document(source: Source) -> Diagnostic:
    message = "a second document begins here; a file holds one"
    return error("several-documents", message, source, "delete the line `---`, or make a file of its own")
