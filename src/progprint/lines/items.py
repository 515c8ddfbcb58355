"""Runs -> Items: one row of numbers for each place where a line may end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import combining

from progprint.glyphs.languages import is_full_width
from progprint.glyphs.types import Break, Kind, Run, Segment
from progprint.lines.breaker import Columns
from progprint.lines.edges import end_trim, hangs, start_trim
from progprint.lines.gaps import FULL_WIDTH, Gap, Side, gap_between, letter_stretch, word_gap
from progprint.lines.ruby import overhung
from progprint.lines.ruling import Known, Ruling, known_of
from progprint.lines.splits import HYPHEN_DEMERITS, Inside, Split, inside_of
from progprint.style import TextStyle

#: typed hyphens, at which a line may end without another
_HYPHENS = frozenset("-‐")
#: all but text, glyphs and width of the commonest segment, an ideograph like any other
_PLAIN_HAN = Segment("", "", 0.0, Kind.HAN, Break.ALLOWED)[3:]
_HAN, _WORD, _HANGUL, _THAI, _NEVER = Kind.HAN, Kind.WORD, Kind.HANGUL, Kind.THAI, Break.NEVER
#: kinds of which nothing need be noted
_COMMON = frozenset((_WORD, _HANGUL, Kind.OPEN, Kind.CLOSE, Kind.MIDDLE))

#: kinds of which nothing stands beyond a line's edge, and of those where some signs of words do
_PLAIN_EDGES, _HAN_ALONE = frozenset((_HAN, _WORD, _HANGUL, _THAI, Kind.DASH)), frozenset((_HAN,))

#: demerits of an emergency break where none is allowed: after all other means
KINSOKU_DEMERITS = 1e9


class Items(NamedTuple):
    """A paragraph as numbers for the breaker, and what is needed to write its lines again."""

    columns: Columns
    segments: list[Segment]
    #: runs, and the index of the first segment of each
    runs: list[Run]
    run_starts: list[int]
    #: gaps[i] stands between segments i and i + 1; None has no room of its own
    gaps: list[Gap | None]
    #: segments where a new piece begins
    cuts: list[int]
    #: row -> the segment that a line which breaks there ends in
    ends: list[int]
    #: row -> the place in that segment, where it is not its end
    splits: dict[int, Split]
    #: there are dashes of several glyphs, which letter-spacing must not part
    joined: bool
    #: some characters have no glyph, or a font has not all that its style asks for
    missing: bool

    def run_at(self, segment: int) -> Run:
        return self.runs[bisect_right(self.run_starts, segment) - 1] if len(self.runs) > 1 else self.runs[0]

    def side(self, segment: int) -> Side:
        return Side(self.segments[segment], self.run_at(segment))


class _Row:
    """The endless line while it grows: what will be Items, and where its end stands."""

    def __init__(self, ruling: Ruling) -> None:
        self.ruling = ruling
        self.columns: tuple[list[float], ...] = ([0.0], [0.0], [0.0], [], [], [])
        #: rows that cost something: their demerits, and 1 for a hyphen
        self.marked: dict[int, tuple[float, int]] = {}
        self.segments: list[Segment] = []
        self.runs: list[Run] = []
        self.run_starts: list[int] = []
        self.gaps: list[Gap | None] = []
        self.cuts: list[int] = []
        self.ends = [-1]
        self.splits: dict[int, Split] = {}
        self.joined = self.missing = False
        #: ideographic spaces stand somewhere
        self.blank = False
        self.width = self.stretch = self.shrink = 0.0


def make_items(runs: Sequence[Run], ruling: Ruling) -> Items:
    """Lay all segments on one endless line and note the rows. There must be a segment."""
    row = _Row(ruling)
    for run in runs:
        if run.segments:
            _add_run(row, run)
    columns = _close(row)
    if ruling.style.hanging:
        _hang(columns, row)
    if row.blank and not ruling.widest:
        _vanish(columns, row)
    return Items(
        columns, row.segments, row.runs, row.run_starts, row.gaps, row.cuts, row.ends, row.splits,
        row.joined, row.missing,
    )  # fmt: skip


def _add_run(row: _Row, run: Run) -> None:
    """The loop over all characters of a book: what is common is done in place, the rest below."""
    ruling, gaps, size = row.ruling, row.gaps, run.style.size
    style, widest, unit = ruling.style, ruling.widest, size / 1000
    tracking, han_stretch = run.style.tracking_em * size, style.han_stretch_em * size
    word_stretch, word_shrink = letter_stretch(style, _WORD, size)
    narrow, wide = -style.glyph_scale[0] * unit, style.glyph_scale[1] * unit
    word, known = word_gap(run, _WORD, 1, style), known_of(run, ruling)
    least = style.hyphenation.word
    plain = _PLAIN_EDGES if _is_plain(style, run.lang) else _HAN_ALONE
    end_width, end_stretch, end_shrink, start_width, start_stretch, start_shrink = row.columns
    at, stretch, shrink = row.width, row.stretch, row.shrink
    breaks, after_plain, after_word = len(end_width) > len(start_width), False, False
    for index, segment in enumerate(run.segments, _open_run(row, run)):
        if after_plain and segment[3:] == _PLAIN_HAN:
            gaps.append(None)
            at += tracking
            stretch += han_stretch
            start_width.append(at)
            start_stretch.append(stretch)
            start_shrink.append(shrink)
            at += segment[2] * unit
            end_width.append(at)
            end_stretch.append(stretch)
            end_shrink.append(shrink)
            row.ends.append(index)
            continue
        text, _, advance, kind, break_after, spaces, _, _, count, actual, missing, fallback, rise = segment
        if index:
            gap = word if after_word and kind is _WORD else _gap_before(row, index, run, known)
            gaps.append(gap)
            at += gap.width
            stretch += gap.stretch
            shrink += gap.shrink
        if breaks:
            start_width.append(at if kind in plain else at + start_trim(Side(segment, run), ruling))
            start_stretch.append(stretch)
            start_shrink.append(shrink)
        width = advance * unit
        if kind is _WORD or kind is _HANGUL:
            # half a word, the rest in another style, says nothing about its syllables
            if 0.0 < widest < width or (len(text) >= least and _is_whole(breaks, after_word, segment)):
                _add_inside(row, Side(segment, run), known, (index, at, stretch, shrink))
            letters = count - 1 if count else 0
            width += letters * tracking
            stretch += letters * word_stretch + advance * wide
            shrink += letters * word_shrink + advance * narrow
        elif kind is _THAI and 0.0 < widest < width:
            _add_inside(row, Side(segment, run), known, (index, at, stretch, shrink))
        at += width
        breaks = break_after is not _NEVER or widest != 0.0
        if breaks:
            end_width.append(at if kind in plain else at - end_trim(Side(segment, run), ruling))
            end_stretch.append(stretch)
            end_shrink.append(shrink)
            row.ends.append(index)
        if kind not in _COMMON or actual or missing or fallback or rise or widest or text[-1:] in _HYPHENS:
            _note(row, index, segment)
        after_word = kind is _WORD and spaces == 1
        after_plain = segment[3:] == _PLAIN_HAN
    row.width, row.stretch, row.shrink = at, stretch, shrink


def _is_plain(style: TextStyle, lang: str) -> bool:
    """Whether no sign of a word hangs."""
    return not style.optical_margins and (not style.hanging or is_full_width(lang))


def _is_whole(breaks: bool, after_word: bool, segment: Segment) -> bool:
    """Whether breaks or spaces, a no-break one too, stand on both sides of a word."""
    return (breaks or after_word) and bool(segment.break_after or segment.spaces)


def _note(row: _Row, index: int, segment: Segment) -> None:
    """What is seldom: rows that cost something, segments that stand in a piece of their own."""
    if segment.actual or segment.rise:
        row.cuts += (index, index + 1)
    row.missing = row.missing or bool(segment.missing or segment.fallback)
    row.blank = row.blank or segment.kind is Kind.SPACE
    row.joined = row.joined or (segment.count > 1 and segment.kind in FULL_WIDTH)
    if row.ends[-1] == index:
        last = len(row.columns[0]) - 1
        if segment.break_after is _NEVER:
            row.marked[last] = (KINSOKU_DEMERITS, 0)
        elif segment.kind is _WORD and not segment.spaces and segment.text[-1:] in _HYPHENS:
            row.marked[last] = (HYPHEN_DEMERITS, 1)


def _open_run(row: _Row, run: Run) -> int:
    """Note a run; the index of its first segment."""
    index = len(row.segments)
    if row.runs and piece_key(run) != piece_key(row.runs[-1]):
        row.cuts.append(index)
    row.runs.append(run)
    row.run_starts.append(index)
    row.segments += run.segments
    if run.lacking:
        row.missing = True
    return index


def _gap_before(row: _Row, index: int, run: Run, known: Known) -> Gap:
    """The gap before a segment, and the cut where its letter-spacing differs from its neighbour's."""
    last, segment = row.segments[index - 1], row.segments[index]
    if _spacing_class(last.kind) != _spacing_class(segment.kind):
        row.cuts.append(index)
    if index == row.run_starts[-1]:
        left, right = Side(last, row.runs[-2]), Side(segment, run)
        plain = overhung(gap_between(left, right, row.ruling.style), row.runs[-2].base, run.base)
        touch = last.kind is _WORD and segment.kind is _WORD and not last.spaces
        return _kerned(plain, left, right, known, row.ruling) if touch else plain
    if last.kind not in FULL_WIDTH or segment.kind not in FULL_WIDTH:
        return gap_between(Side(last, run), Side(segment, run), row.ruling.style)
    pair = "" if last.kind is _HAN else last.text, "" if segment.kind is _HAN else segment.text, last.spaces
    gap = known.pairs.get(pair)
    if gap is None:
        gap = known.pairs[pair] = gap_between(Side(last, run), Side(segment, run), row.ruling.style)
    return gap


def _kerned(gap: Gap, left: Side, right: Side, known: Known, ruling: Ruling) -> Gap:
    """Two parts of a word that differ in ink or link alone take their letters' kern."""
    own, other = left.run.style, right.run.style
    alike = own.size == other.size and own.rise == other.rise and own.features == other.features
    pair = left.segment.text[-1:] + right.segment.text[:1]
    if not alike or left.run.face != right.run.face or len(pair) < 2 or any(map(combining, pair)):
        return gap
    widths = known.advances
    for text in (*pair, pair):
        if text not in widths:
            widths[text] = ruling.reshape(right.run, text).width
    # a pair that is not the sum of two glyphs and their kern is a ligature
    if ruling.reshape(right.run, pair).count != 2:
        return gap
    kern = (widths[pair] - widths[pair[0]] - widths[pair[1]]) * own.size / 1000
    return gap._replace(width=gap.width + kern, room=gap.room + kern) if kern else gap


def _spacing_class(kind: Kind) -> int:
    """Kinds of one class take the same Tc."""
    return 1 if kind in FULL_WIDTH else 2 if kind is Kind.THAI else 3 if kind is Kind.HANGUL else 0


def _add_inside(row: _Row, side: Side, known: Known, place: tuple[int, float, float, float]) -> None:
    """Rows inside a word; `place` is its index and where it begins: width, stretch, shrink."""
    if side.run.base is not None:
        return
    text = side.segment.text
    inside: tuple[Inside, ...] | None = known.words.get(text)
    if inside is None:
        inside = known.words[text] = inside_of(side, known.advances, row.ruling)
    end_width, end_stretch, end_shrink, start_width, start_stretch, start_shrink = row.columns
    index, width, stretch, shrink = place
    for each in inside:
        row.splits[len(end_width)] = each[8]
        row.marked[len(end_width)] = each[6:8]
        end_width.append(width + each[0])
        end_stretch.append(stretch + each[1])
        end_shrink.append(shrink + each[2])
        start_width.append(width + each[3])
        start_stretch.append(stretch + each[4])
        start_shrink.append(shrink + each[5])
        row.ends.append(index)


def _close(row: _Row) -> Columns:
    """The paragraph's end is a row without cost."""
    end_width, end_stretch, end_shrink, start_width, start_stretch, start_shrink = row.columns
    index = len(row.segments) - 1
    if row.ends[-1] != index or len(start_width) == len(end_width):
        end_width.append(row.width - end_trim(Side(row.segments[index], row.runs[-1]), row.ruling))
        end_stretch.append(row.stretch)
        end_shrink.append(row.shrink)
        row.ends.append(index)
    start_width.append(row.width)
    start_stretch.append(row.stretch)
    start_shrink.append(row.shrink)
    penalty, hyphen = [0.0] * len(end_width), [0] * len(end_width)
    for at, (demerits, hyphened) in row.marked.items():
        penalty[at], hyphen[at] = demerits, hyphened
    penalty[-1], hyphen[-1] = 0.0, 0
    return Columns(
        end_width, end_stretch, end_shrink, start_width, start_stretch, start_shrink, penalty, hyphen
    )


def _hang(columns: Columns, row: _Row) -> None:
    """Letter-spacing before a mark that hangs in the margin hangs with it: the text ends at the measure."""
    for at, index in enumerate(row.ends):
        gap = row.gaps[index - 1] if index > 0 and row.segments[index].kind in FULL_WIDTH else None
        if gap is not None and hangs(_side_of(row, index)):
            columns.end_width[at] -= gap.width - gap.room
            columns.end_stretch[at] -= gap.stretch - gap.open
            columns.end_shrink[at] -= gap.shrink - gap.close


def _vanish(columns: Columns, row: _Row) -> None:
    """All ideographic spaces at a line's end vanish with what stands between them, not the last one alone.

    A mark before them ends the line as if it stood last. In an emergency lines may begin with such a space.
    """
    for at, index in enumerate(row.ends):
        while index > 0 and row.segments[index].kind is Kind.SPACE:
            index -= 1
            gap, side = row.gaps[index], _side_of(row, index)
            if gap is not None:
                columns.end_width[at] -= gap.width + end_trim(side, row.ruling)
                columns.end_stretch[at] -= gap.stretch
                columns.end_shrink[at] -= gap.shrink


def _side_of(row: _Row, index: int) -> Side:
    return Side(row.segments[index], row.runs[bisect_right(row.run_starts, index) - 1])


def piece_key(run: Run) -> tuple[object, ...]:
    """Runs of one key are drawn as one piece."""
    style = run.style
    return run.face, style.size, style.ink, style.rise, run.link, style.tracking_em
