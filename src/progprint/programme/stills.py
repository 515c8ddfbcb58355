"""Nodes of pictures -> Stills: of films, of people."""

from __future__ import annotations

from typing import Any

from progprint.programme.common import PATH, SHARE
from progprint.programme.desk import Desk
from progprint.programme.forms import Field, Form, one_of_kinds, record, wrong_kind
from progprint.programme.types import Localised, Still
from progprint.programme.words import LOCALISED
from progprint.source import Mapping, Node, Sequence

CENTRE = (0.5, 0.5)


def _focus(node: Node, desk: Desk) -> tuple[float, float] | None:
    if not isinstance(node, Sequence) or len(node.items) != 2:
        wrong_kind(node, "two shares of width and height, such as `[0.5, 0.3]`", desk)
        return None
    across, down = (SHARE.read(item, desk) for item in node.items)
    return None if across is None or down is None else (across, down)


def _still(got: dict[str, Any], node: Node) -> Still:
    place = node.get("file") if isinstance(node, Mapping) else None
    source = (place or node).source
    return Still(
        got["file"],
        got.get("alt", Localised()),
        got.get("credit", Localised()),
        got.get("focus", CENTRE),
        source,
    )


_STILL = record({
    "file": Field(PATH, "path of the picture from this file, such as ../stills/film.jpg", required=True),
    "alt": Field(LOCALISED, "what is to be seen, for readers who cannot see it"),
    "credit": Field(LOCALISED, "whose picture it is"),
    "focus": Field(
        Form(_focus, {"type": "array", "items": SHARE.schema, "minItems": 2, "maxItems": 2}),
        "what stays when the picture is cropped: shares of width and height, such as [0.5, 0.3]",
    ),
}, "a still", _still)  # fmt: skip


def _still_file(node: Node, desk: Desk) -> Still | None:
    path = PATH.read(node, desk)
    return Still(path, source=node.source) if path else None


#: a picture: its path, or a map with its path, description, credit and focus
STILL = one_of_kinds(Form(_still_file, PATH.schema), _STILL)
