"""Two neighbours on a line -> the gap between them: word space, Han-Latin space, squeezed punctuation."""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import category, combining

from progprint.glyphs.types import Kind, Run, Segment
from progprint.style import Slack, TextStyle

#: kinds that stand in a square of one em
FULL_WIDTH = frozenset((Kind.HAN, Kind.OPEN, Kind.CLOSE, Kind.MIDDLE, Kind.DASH, Kind.SPACE))
MARKS = frozenset((Kind.OPEN, Kind.CLOSE, Kind.MIDDLE))
_SPACED = frozenset((Kind.WORD, Kind.HANGUL))

#: share of its empty half that a mark may give up inside a line: 1/2 em to 1/4 em (JLREQ table 5, book style)
MARK_SHRINK = 0.5
#: stops keep more than commas: JLREQ (table 5) lets them keep all, CLREQ gives it up last, so half as much
STOP_SHRINK = 0.25
STOPS = frozenset("。．！？")
#: Thai stretches between words: Tc would part a vowel sign from its consonant
THAI_STRETCH_EM = 0.1


class Gap(NamedTuple):
    """What stands between two segments of one line. Points."""

    #: all of it: spaces, fixed letter-spacing, room
    width: float
    stretch: float
    shrink: float
    #: room beyond what glyphs and Tc make, as TJ adjustments: natural, more when stretched, less when shrunk
    room: float = 0.0
    open: float = 0.0
    close: float = 0.0
    #: how often the left side's Tc falls into it
    letters: int = 1
    #: advance of the space glyphs in it
    advance: float = 0.0
    #: TJ body of the space glyphs in it
    body: str = ""
    #: what its room is, for the order in which lines open and close
    slack: Slack = Slack.MARKS


class Side(NamedTuple):
    """A segment and the run it is of."""

    segment: Segment
    run: Run


def letter_stretch(style: TextStyle, kind: Kind, size: float) -> tuple[float, float]:
    """By how much Tc may stretch and shrink after one glyph, in points."""
    if kind in FULL_WIDTH:
        return style.han_stretch_em * size, 0.0
    if kind in _SPACED:
        return style.letter_space[1] * size, -style.letter_space[0] * size
    return 0.0, 0.0


def tracking_of(run: Run, kind: Kind) -> float:
    """Fixed letter-spacing after one glyph, in points. Thai takes none: its signs stand over one another."""
    return 0.0 if kind is Kind.THAI else run.style.tracking_em * run.style.size


def gap_between(left: Side, right: Side, style: TextStyle) -> Gap:
    """The gap between two neighbours, of one run or of two; the paragraph's style rules."""
    spaces = left.segment.spaces
    if spaces <= 1:
        glue = han_latin_gap(left, right, style)
        if glue is not None:
            return glue
    if spaces:
        gap = word_gap(left.run, left.segment.kind, spaces, style)
        return _after_note_mark(gap, right.run, spaces, style) if is_note_mark(left.run) else gap
    kind = left.segment.kind
    size = left.run.style.size
    stretch, shrink = letter_stretch(style, kind, size)
    tracking = tracking_of(left.run, kind)
    if kind is Kind.THAI and right.segment.kind is Kind.THAI:
        opened = THAI_STRETCH_EM * size
        return Gap(tracking, opened, 0.0, open=opened, slack=Slack.THAI)
    room, close = squeeze(left, right) if style.squeeze else (0.0, 0.0)
    return Gap(tracking + room, stretch, shrink + close, room, 0.0, close)


def word_gap(run: Run, kind: Kind, spaces: int, style: TextStyle) -> Gap:
    """One or more typed spaces after a segment of this run."""
    size = run.style.size
    least, wanted, most = style.word_space
    advance = spaces * run.space * size / 1000
    tracking = (spaces + 1) * tracking_of(run, kind)
    opened, closed = advance * (most - wanted), advance * (wanted - least)
    stretch, shrink = letter_stretch(style, kind, size)
    scaled = advance * style.glyph_scale[1], -advance * style.glyph_scale[0]
    return Gap(
        advance * wanted + tracking,
        opened + (spaces + 1) * stretch + scaled[0],
        closed + (spaces + 1) * shrink + scaled[1],
        advance * (wanted - 1.0),
        opened,
        closed,
        spaces + 1,
        advance,
        run.space_glyphs * spaces,
        Slack.WORD,
    )


#: joiners, selectors and soft hyphens at the end of a word
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f")
#: scripts of words that stand off from Han text
_OTHER = frozenset((Kind.WORD, Kind.THAI))
#: signs that belong to a figure or a name as letters do: 5 %, 35°, #3, C++, NT$ 300
_LIKE_LETTERS = frozenset("%‰#@&*′″")


def is_note_mark(run: Run) -> bool:
    """Whether a run is the raised figure that leads to a note."""
    return run.link.startswith("note:")


def _after_note_mark(gap: Gap, after: Run, spaces: int, style: TextStyle) -> Gap:
    """A space after the small figure is as wide as any other of the text."""
    wide = word_gap(after, Kind.WORD, spaces, style)
    return wide._replace(room=wide.width - gap.advance, advance=gap.advance, body=gap.body)


def han_latin_gap(left: Side, right: Side, style: TextStyle) -> Gap | None:
    """Space between an ideograph and a letter or figure, the same on both sides.

    It takes the place of one typed space. None beside punctuation of either script. JLREQ 3.2.2 and CLREQ,
    both in "Mixed Text Composition in Horizontal Writing Mode".
    """
    if left.segment.kind is Kind.HAN and right.segment.kind in _OTHER:
        han, latin, size = left.segment.text, right.segment.text, left.run.style.size
    elif left.segment.kind in _OTHER and right.segment.kind is Kind.HAN:
        han, latin, size = right.segment.text, left.segment.text[::-1], right.run.style.size
    else:
        return None
    if not (_is_ideograph(han) and _is_letter_like(latin)):
        return None
    if is_note_mark(left.run) or is_note_mark(right.run):
        # the mark of a note stands close to its words (JLREQ, cl-20)
        return None
    wanted, least, most = (share * size for share in style.han_latin_em)
    spaces = left.segment.spaces
    advance = spaces * left.run.space * left.run.style.size / 1000
    body = left.run.space_glyphs * spaces
    return Gap(
        wanted,
        most - wanted,
        wanted - least,
        wanted - advance,
        most - wanted,
        wanted - least,
        0,
        advance,
        body,
        Slack.HAN_LATIN,
    )


def _is_ideograph(text: str) -> bool:
    """Han characters, kana, circled figures; not arrows, stars or the dash of a range, which bring white."""
    return text[:1].isalnum()


def _is_letter_like(text: str) -> bool:
    """Whether the outermost sign of a word, but for accents, is a letter or figure, or stands for one."""
    sign = next((each for each in text if not combining(each) and each not in _UNSEEN), " ")
    return sign.isalnum() or sign in _LIKE_LETTERS or category(sign).startswith("S")


def squeeze(left: Side, right: Side) -> tuple[float, float]:
    """(room, shrink) in points between two segments of which one may be a full-width mark.

    Two marks that meet give up one empty half at once, so that the pair takes an em and a half (JLREQ 3.1.4;
    CLREQ, "Adjustment of adjacent punctuation marks"): before an opening mark its own, before any other the
    one of the mark on the left. An ideographic space counts as one (CSS Text 4, `text-spacing-trim`).
    Elsewhere, and what is left here, may shrink when the line is justified (JLREQ 3.8.3).
    """
    marks = left.segment.kind in MARKS, right.segment.kind in MARKS
    after = left.segment.squeeze_after * left.run.style.size / 1000 if marks[0] else 0.0
    ahead = right.segment.squeeze_before * right.run.style.size / 1000 if marks[1] else 0.0
    room = 0.0
    if right.segment.kind is Kind.OPEN and (marks[0] or left.segment.kind is Kind.SPACE):
        room, ahead = -ahead, 0.0
    elif marks[0] and (marks[1] or right.segment.kind is Kind.SPACE):
        room, after = -after, 0.0
    return room, after * _shrink_share(left.segment) + ahead * _shrink_share(right.segment)


def _shrink_share(mark: Segment) -> float:
    return STOP_SHRINK if mark.text in STOPS else MARK_SHRINK
