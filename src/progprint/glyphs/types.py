"""Shaped text: Runs of Segments, in thousandths of an em, whatever the size."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from progprint.diag import Source
from progprint.style import Ink, TextStyle


class Kind(IntEnum):
    """What a segment is to its neighbours: decides glue, squeeze and stretch, never a look."""

    #: Latin, Greek, Cyrillic words, figures, and everything else that is spaced by words
    WORD = 0
    #: one ideograph, kana or other full-width sign
    HAN = 1
    #: full-width opening mark, empty half before it
    OPEN = 2
    #: full-width closing mark, comma or stop, empty half after it (or on both sides)
    CLOSE = 3
    #: full-width mark in the middle of its em: `・：；` `！？` of some fonts
    MIDDLE = 4
    #: em dashes and ellipses of Han text, never broken inside
    DASH = 5
    HANGUL = 6
    THAI = 7
    #: the ideographic space, which vanishes at a line's end
    SPACE = 8


class Break(IntEnum):
    """What may happen after a segment."""

    NEVER = 0
    ALLOWED = 1
    #: a hard line break
    FORCED = 2
    #: a tab, or as many as `spaces` says; spaces where the style has no stops
    TAB = 3


class Glyph(NamedTuple):
    """One glyph of a shaped text, in font units."""

    id: int
    #: number of the first character it is of
    cluster: int
    advance: int
    #: moves of the glyph alone, to the right and up
    dx: int
    dy: int


class Segment(NamedTuple):
    """The smallest part of a line that is shaped at once: a word, or one Han character.

    Trailing spaces are not in the text but counted in `spaces`; they vanish at a line's end.
    """

    text: str
    #: body of a TJ array: glyph ids in hex, adjustments as integers in 1/1000 em: `<00120034>12<0056>`
    glyphs: str
    #: advance in 1/1000 em, without the spaces
    width: float
    kind: Kind
    break_after: Break
    #: number of breaking spaces that follow
    spaces: int = 0
    #: ink-free room inside the advance before and after the glyph, in 1/1000 em (full-width marks, `halt`)
    squeeze_before: float = 0.0
    squeeze_after: float = 0.0
    #: number of glyphs
    count: int = 1  # type: ignore[assignment]  # hides tuple.count, which nobody needs here
    #: True when the glyphs' canonical texts do not spell `text`: the PDF needs ActualText
    actual: bool = False
    #: characters that no font has, drawn as glyph 0; or the selector of a form that no font has
    missing: str = ""
    #: font family that stands in because the one chosen for the language lacks the characters; else empty
    fallback: str = ""
    #: its glyphs stand so much above the baseline, in 1/1000 em (a mark over a letter): a Piece of its own,
    #: with this added to its rise; never broken from its neighbours
    rise: float = 0.0


class Sign(NamedTuple):
    """Glyphs of a base, or of what stands above, below or beside it. Points."""

    #: key of a Face in Faces
    face: str
    size: float
    ink: Ink
    #: from the base's left edge
    x: float
    width: float
    glyphs: str
    #: above the line's baseline
    rise: float = 0.0
    link: str = ""


class Base(NamedTuple):
    """Characters that share a reading, or one with an emphasis dot: one segment, never broken."""

    #: its own glyphs, from left to right
    own: tuple[Sign, ...]
    #: those of its reading or dot
    small: tuple[Sign, ...]
    #: as written; empty for an emphasis dot
    reading: str = ""
    #: what parts this reading from the next base's when both are spelt behind both
    joint: str = ""
    #: how far the reading may hang over what stands before and after it, in points
    before: float = 0.0
    after: float = 0.0


class Run(NamedTuple):
    """Segments in one face and style and language."""

    #: key of a Face in Faces
    face: str
    style: TextStyle
    lang: str
    #: ISO 15924: Latn, Hani, Kana, Hang, Thai, Cyrl, Grek
    script: str
    segments: tuple[Segment, ...]
    source: Source
    #: width of the face's space, in 1/1000 em
    space: float
    #: TJ body of the face's space
    space_glyphs: str
    link: str = ""
    #: of a run of one segment: its characters with their reading or dot
    base: Base | None = None
    #: what its font lacks of its style's features, as `Source Serif 4 Italic: smcp`
    lacking: tuple[str, ...] = ()
