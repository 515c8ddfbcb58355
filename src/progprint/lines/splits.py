"""A word -> the places inside it where a line may end: hyphenation points, addresses, at worst anywhere."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from progprint.glyphs.breaks import places_inside
from progprint.glyphs.types import Kind, Run, Segment
from progprint.lines.edges import OPTICAL_END, hanging_part
from progprint.lines.gaps import Side, letter_stretch
from progprint.lines.hyphenate import hyphen_points
from progprint.lines.ruling import Reshape, Ruling
from progprint.style import Hyphenation, TextStyle

SOFT_HYPHEN = "\u00ad"

#: demerits of a hyphen: as a line stretched by 0.75 of what is allowed (TeX's \hyphenpenalty 50)
HYPHEN_DEMERITS = 2500.0
#: of a break in an address: dearer than a hyphen, since no sign says that it goes on
ADDRESS_DEMERITS = 10_000.0
#: of a break anywhere: only where nothing else keeps the line in the measure
EMERGENCY_DEMERITS = 1e7
#: of a break between the syllables of a Korean word wider than its line: before a break that parts a sign
SYLLABLE_DEMERITS = 1e6

#: example.org, not e.g. or U.S.
_ADDRESS = re.compile(r"[^\W\d_]\.[^\W\d_]{2,}|//|@\w")
_AFTER_SIGN = re.compile(r"(?<=[\w/])[/._@?&=#-]+(?=\w)")


class Extent(NamedTuple):
    """What a word, or a part of one, takes on a line. Points."""

    width: float
    #: advances alone, without letter-spacing
    glyphs: float
    #: places between its glyphs
    letters: int


class Split(NamedTuple):
    """A place inside a segment where a line may end. Its extents are estimates until the parts are shaped."""

    #: characters before it
    at: int
    #: what is set at the line's end: "-" or nothing
    sign: str
    #: the part before, sign included, and the part after
    before: Extent
    after: Extent
    demerits: float
    #: Line.reason
    reason: str


def extent_of(segment: Segment, run: Run) -> Extent:
    """The extent of shaped glyphs."""
    letters = 0 if segment.kind is Kind.THAI else max(segment.count - 1, 0)
    return _extent(segment.width, letters, run)


def _extent(units: float, letters: int, run: Run) -> Extent:
    glyphs = units * run.style.size / 1000
    return Extent(glyphs + letters * run.style.tracking_em * run.style.size, glyphs, letters)


def inner_stretch(extent: Extent, kind: Kind, size: float, style: TextStyle) -> tuple[float, float]:
    """By how much letter-spacing and widening may stretch and shrink it; the paragraph's style rules."""
    stretch, shrink = letter_stretch(style, kind, size)
    narrow, wide = style.glyph_scale
    return extent.letters * stretch + extent.glyphs * wide, extent.letters * shrink - extent.glyphs * narrow


class Inside(NamedTuple):
    """A row inside a word, as Columns has them, from where the word begins."""

    end_width: float
    end_stretch: float
    end_shrink: float
    start_width: float
    start_stretch: float
    start_shrink: float
    penalty: float
    hyphen: int
    split: Split


class Measured(NamedTuple):
    """What splitting asks of glyphs, for one run: advances of single characters in 1/1000 em, kept."""

    run: Run
    reshape: Reshape
    advances: dict[str, float]

    def width(self, text: str) -> float:
        """Advance of one character."""
        known = self.advances.get(text)
        if known is None:
            known = self.advances[text] = self.reshape(self.run, text).width
        return known


def inside_of(side: Side, advances: dict[str, float], ruling: Ruling) -> tuple[Inside, ...]:
    """The rows inside a word: hyphenation points, places in an address, in an emergency all places."""
    segment, run = side
    size, style, kind = run.style.size, ruling.style, segment.kind
    measured = Measured(run, ruling.reshape, advances)
    whole = extent_of(segment, run)
    whole_stretch = inner_stretch(whole, kind, size, style)
    inside: list[Inside] = []
    rules = style.hyphenation if ruling.hyphenate else None
    for split in splits_of(segment, measured, rules, 0.0 < ruling.widest < whole.width):
        trim = hanging_part(run, split.sign, OPTICAL_END, ruling) if style.optical_margins else 0.0
        before = inner_stretch(split.before, kind, size, style)
        after = inner_stretch(split.after, kind, size, style)
        inside.append(
            Inside(
                split.before.width - trim,
                *before,
                whole.width - split.after.width,
                whole_stretch[0] - after[0],
                whole_stretch[1] - after[1],
                split.demerits,
                1 if split.sign else 0,
                split,
            )
        )
    return tuple(inside)


def splits_of(segment: Segment, measured: Measured, rules: Hyphenation | None, anywhere: bool) -> list[Split]:
    """All places in one word, in order; without rules it is not hyphenated."""
    text, kind = segment.text, segment.kind
    places: dict[int, tuple[str, float, str]] = {}
    if anywhere:
        for at, allowed in places_inside(text):
            demerits = SYLLABLE_DEMERITS if allowed and kind is Kind.HANGUL else EMERGENCY_DEMERITS
            places[at] = ("", demerits, "emergency")
    if SOFT_HYPHEN in text:
        for at, character in enumerate(text[:-1], 1):
            if character == SOFT_HYPHEN:
                places[at] = ("-", HYPHEN_DEMERITS, "hyphen")
    elif _is_address(text):
        for sign in _AFTER_SIGN.finditer(text):
            places[sign.end()] = ("", ADDRESS_DEMERITS, "between")
    elif rules is not None and len(text) >= rules.word:
        for at in hyphen_points(text, measured.run.lang, rules):
            places[at] = ("-", HYPHEN_DEMERITS, "hyphen")
    return _with_widths(segment, measured, places) if places else []


def _is_address(text: str) -> bool:
    return ("." in text or "/" in text or "@" in text) and _ADDRESS.search(text) is not None


def _with_widths(
    segment: Segment, measured: Measured, places: dict[int, tuple[str, float, str]]
) -> list[Split]:
    """Estimate the parts by their letters, kerning spread over the word; chosen ones will be shaped."""
    text = segment.text
    reached = list(accumulate(map(measured.width, text)))
    share = segment.width / reached[-1] if reached[-1] else 1.0
    splits: list[Split] = []
    for at in sorted(places):
        sign, demerits, reason = places[at]
        width = reached[at - 1] * share
        signed = measured.width(sign) if sign else 0.0
        before = _extent(width + signed, at if sign else at - 1, measured.run)
        after = _extent(segment.width - width, max(segment.count - at - 1, 0), measured.run)
        if segment.kind is Kind.THAI:
            before, after = (
                before._replace(letters=0, width=before.glyphs),
                after._replace(letters=0, width=after.glyphs),
            )
        splits.append(Split(at, sign, before, after, demerits, reason))
    return splits
