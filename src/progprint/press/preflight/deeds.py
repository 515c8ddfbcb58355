"""Catalog and pages of a file -> what in them acts, and what is attached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from progprint.press.preflight.objects import array, entry, identity, items, name, string

#: dictionaries that are looked through. The fullest of our files has 3,000 outside its pages' contents
MOST_LOOKED_AT = 250_000
#: keys whose values no reader runs: what pages are drawn with, tags, and what other rules read
PASSIVE = frozenset(
    {"/Contents", "/Resources", "/DR", "/StructTreeRoot", "/Metadata", "/OutputIntents", "/Thumb"}
)


class Deeds(NamedTuple):
    """What was found in a file beside what its pages paint."""

    #: names of actions and of other things with an `S`
    kinds: frozenset[str] = frozenset()
    script: bool = False
    attached: bool = False
    #: everything was looked at
    whole: bool = True


def read_deeds(root: Any, pages: Iterable[Any]) -> Deeds:
    """Follow everything that hangs on a catalog and its pages, each object once."""
    kinds: set[str] = set()
    script = attached = False
    for count, rows in enumerate(_reachable([root, *pages])):
        if count == MOST_LOOKED_AT:
            return Deeds(frozenset(kinds), script, attached, whole=False)
        kinds.add(name(rows.get("/S")))
        script = script or _is_script(rows)
        attached = attached or _is_file(rows)
    names = entry(root, "/Names")
    return Deeds(
        frozenset(kinds),
        script or entry(names, "/JavaScript") is not None,
        attached or entry(names, "/EmbeddedFiles") is not None or entry(root, "/Collection") is not None,
    )


def _reachable(waiting: list[Any]) -> Iterator[dict[str, Any]]:
    seen: set[tuple[int, int]] = set()
    while waiting:
        here = waiting.pop()
        key = identity(here)
        if key != (0, 0):
            if key in seen:
                continue
            seen.add(key)
        waiting.extend(array(here))
        rows = {word: value for word, value in items(here) if word not in PASSIVE}
        if rows:
            yield rows
            waiting.extend(rows.values())


def _is_script(rows: dict[str, Any]) -> bool:
    link = string(rows.get("/URI")).strip().lower()
    return name(rows.get("/S")) == "/JavaScript" or "/JS" in rows or link.startswith(b"javascript:")


def _is_file(rows: dict[str, Any]) -> bool:
    return "/EF" in rows or name(rows.get("/Subtype")) == "/FileAttachment" or bool(array(rows.get("/AF")))
