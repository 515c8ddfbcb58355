"""What is written in a layout and worked out later: lengths of a size or the grid, patterns of fields."""

from __future__ import annotations

import re
from typing import NamedTuple

from progprint.diag import NOWHERE, Source


class Length(NamedTuple):
    """A length that may depend on a style's size or on the grid."""

    value: float
    #: pt (already points), em, line, %
    unit: str = "pt"


class Pattern(NamedTuple):
    """`{countries}, {year}`: literals and fields by turns; a missing field takes the literal before it."""

    #: (literal, field) pairs; the last field may be empty
    parts: tuple[tuple[str, str], ...]
    source: Source = NOWHERE
    #: for each part the style of its field; empty: the pattern's own
    styles: tuple[str, ...] = ()


_FIELD = re.compile(r"([^{}]*)(?:\{(\w+)(?::([\w-]+))?\})?")


def pattern_of(text: str) -> Pattern:
    """Read a pattern of the house's own: no braces are printed in it."""
    found = [match for match in _FIELD.finditer(text) if match[0]]
    return Pattern(
        tuple((match[1], match[2] or "") for match in found), styles=tuple(match[3] or "" for match in found)
    )
