"""How a paragraph's runs are to be made into Items, and what is remembered meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from progprint.glyphs.types import Run, Segment
from progprint.lines.gaps import Gap
from progprint.style import TextStyle

#: the glyphs of a part of a segment
Reshape = Callable[[Run, str], Segment]

#: by all that it depends on, what was found out; so nothing in it depends on the order of use
Memory: TypeAlias = dict[object, Any]


class Ruling(NamedTuple):
    """What `make_items` is told."""

    #: the paragraph's style
    style: TextStyle
    reshape: Reshape
    hyphenate: bool = False
    #: in an emergency: words wider than this, in points, break anywhere, and lines between any two segments
    widest: float = 0.0
    #: kept from paragraph to paragraph by who wants to
    memory: Memory | None = None


class Known(NamedTuple):
    """What is remembered of one face in one setting."""

    #: text of a word -> Inside rows
    words: dict[str, Any]
    #: text of two full-width signs, empty for ideographs, and the spaces between them
    pairs: dict[tuple[str, str, int], Gap]
    #: advance of single characters in 1/1000 em
    advances: dict[str, float]


def known_of(run: Run, ruling: Ruling) -> Known:
    """The part of the memory that is right for a run."""
    memory = {} if ruling.memory is None else ruling.memory
    own, style = run.style, ruling.style
    key = (
        run.face, run.lang, own.features, own.size, own.tracking_em, style.letter_space, style.word_space,
        style.han_stretch_em, style.han_latin_em, style.glyph_scale, style.squeeze, style.optical_margins,
        ruling.hyphenate, style.hyphenation, ruling.widest,
    )  # fmt: skip
    known: Known | None = memory.get(key)
    if known is None:
        known = memory[key] = Known({}, {}, memory.setdefault(key[:3], {}))
    return known
