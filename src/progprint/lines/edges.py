"""A segment at a line's edge -> how far it reaches into the margin."""

from __future__ import annotations

from functools import cache

from progprint.glyphs.languages import expanded, is_full_width
from progprint.glyphs.types import Kind, Run
from progprint.lines.gaps import FULL_WIDTH, MARKS, Side
from progprint.lines.ruling import Ruling

#: commas and stops that hang when the style says so, by language or language and script. Japanese: cl-06 and
#: cl-07 (JLREQ 3.8.2), half-width ones too. Chinese: the two commas and the stop; where they stand in the
#: corner, semicolon and colon as well (CLREQ, "Hanging Punctuation at Line End"). Korean writes Latin ones;
#: these and the half-width ones are of CSS Text 4's `hanging-punctuation`. In other languages Latin marks are
#: the matter of `optical-margins`
HANGING_MARKS = {
    "ja": frozenset("、。，．､｡"), "zh-Hans": frozenset("、。，．；："), "zh-Hant": frozenset("、。，．"),
    "ko": frozenset(",.、。，．"), "": frozenset("、。，．"),
}  # fmt: skip
#: share of its width by which a sign hangs; against hanging by the whole, which looks like a dent
OPTICAL_END = {
    "-": 0.5, "‐": 0.5, ".": 0.6, ",": 0.6, "’": 0.5, "”": 0.4, "'": 0.5, '"': 0.4, ":": 0.2, ";": 0.2,
}  # fmt: skip
OPTICAL_START = {"‘": 0.5, "“": 0.4, "'": 0.5, '"': 0.4}


def start_trim(side: Side, ruling: Ruling) -> float:
    """Points that a line which begins here reaches into the left margin.

    An opening mark's empty half, in a paragraph's first line too: its ink stands at the indent (JLREQ 3.1.5,
    the way that most books take).
    """
    segment, run = side
    if segment.kind in FULL_WIDTH:
        squeezed = ruling.style.squeeze and segment.kind is Kind.OPEN
        return segment.squeeze_before * run.style.size / 1000 if squeezed else 0.0
    if ruling.style.optical_margins:
        return hanging_part(run, segment.text[:1], OPTICAL_START, ruling)
    return 0.0


def end_trim(side: Side, ruling: Ruling) -> float:
    """Points that a line which ends here reaches into the right margin.

    A closing mark's empty half (JLREQ 3.1.9), or with `hanging` a comma or stop with its whole em; an
    ideographic space, as after a question mark (JLREQ 3.1.6), with all of it.
    """
    segment, run = side
    style = ruling.style
    if segment.kind is Kind.SPACE:
        return segment.width * run.style.size / 1000
    if segment.kind in MARKS and segment.kind is not Kind.OPEN:
        if style.hanging and hangs(side):
            return segment.width * run.style.size / 1000
        return segment.squeeze_after * run.style.size / 1000 if style.squeeze else 0.0
    if style.hanging and hangs(side):
        return hanging_part(run, segment.text[-1:], dict.fromkeys(segment.text[-1:], 1.0), ruling)
    if style.optical_margins and segment.kind not in FULL_WIDTH:
        return hanging_part(run, segment.text[-1:], OPTICAL_END, ruling)
    return 0.0


def hangs(side: Side) -> bool:
    """Whether a mark stands in the margin when it ends a line and the style lets marks hang.

    Marks in the middle of their em do not; a Latin one is the last sign of its word.
    """
    segment, run = side
    if segment.kind in FULL_WIDTH:
        return segment.kind is Kind.CLOSE and segment.text in marks_that_hang(run.lang)
    return segment.text[-1:] in marks_that_hang(run.lang)


@cache
def marks_that_hang(lang: str) -> frozenset[str]:
    """The marks of a language that may hang."""
    language, script, _ = expanded(lang)
    key = f"zh-{script}" if is_full_width(lang) and language != "ja" else language
    return HANGING_MARKS.get(key, HANGING_MARKS[""])


def hanging_part(run: Run, sign: str, shares: dict[str, float], ruling: Ruling) -> float:
    """Points by which a Latin sign hangs in the margin."""
    share = shares.get(sign)
    return ruling.reshape(run, sign).width * run.style.size / 1000 * share if share else 0.0
