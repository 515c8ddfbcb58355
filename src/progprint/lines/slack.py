"""A line's slack by kind, and how much it is to open or close -> the share of each kind, step by step."""

from __future__ import annotations

from itertools import pairwise

from progprint.glyphs.types import Kind
from progprint.lines.edges import hangs
from progprint.lines.gaps import FULL_WIDTH, Gap, letter_stretch
from progprint.lines.items import Items
from progprint.lines.pieces import SLACK_OF, Part, bounds_of
from progprint.style import EVENLY, Slack, Spacing, TextStyle


def slack_of(items: Items, part: Part, style: TextStyle, opens: bool = True) -> list[float]:
    """By how many points each kind may open, or close, in one line."""
    bounds = bounds_of(items, part)
    slack = [0.0] * len(Slack)
    if len(bounds) > 2 or style.glyph_scale != (0.0, 0.0):
        for start, stop in pairwise(bounds):
            _add_piece(slack, items, part, (start, stop), (style, opens))
        return slack
    # one face, size and class of letters, as in most lines: what its gaps leave is letter-spacing
    gaps = items.gaps[part.first : bounds[1] - 1]
    rest = part.stretch if opens else part.shrink
    if gaps:
        first = gaps[0]
        if first is not None and gaps.count(first) == len(gaps):
            slack[first.slack] = len(gaps) * (first.open if opens else first.close)
        else:
            _add_gaps(slack, gaps, opens)
    slack[SLACK_OF.get(part.segments[0].kind, Slack.HAN)] += max(rest - sum(slack), 0.0)
    return slack


def _add_gaps(slack: list[float], gaps: list[Gap | None], opens: bool) -> None:
    for gap in gaps:
        if gap is not None:
            slack[gap.slack] += gap.open if opens else gap.close


def _add_piece(
    slack: list[float], items: Items, part: Part, piece: tuple[int, int], asked: tuple[TextStyle, bool]
) -> None:
    """Add what one piece and the gap after it may do."""
    (start, stop), (style, opens) = piece, asked
    segments = part.segments[start - part.first : stop - part.first]
    end = part.first + len(part.segments)
    gaps = items.gaps[start : min(stop, end - 1)]
    _add_gaps(slack, gaps, opens)
    kind, size = segments[0].kind, items.run_at(start).style.size
    own = SLACK_OF.get(kind, Slack.HAN)
    letters = sum([1 if gap is None else gap.letters for gap in gaps])
    if gaps and start + len(gaps) == end - 1 and kind in FULL_WIDTH:
        letters -= min(_beyond(items, part, style), len(gaps))
    if kind not in FULL_WIDTH:
        letters += sum([segment.count - 1 for segment in segments if segment.count])
    slack[own] += letters * letter_stretch(style, kind, size)[0 if opens else 1]
    if own is Slack.LETTERS or own is Slack.HANGUL:
        advance = sum([segment.width for segment in segments]) * size / 1000
        advance += sum([gap.advance for gap in gaps if gap is not None])
        slack[Slack.GLYPHS] += advance * (style.glyph_scale[1] if opens else -style.glyph_scale[0])


def _beyond(items: Items, part: Part, style: TextStyle) -> int:
    """How many signs at the line's end stand beyond it, each with the letter-spacing before it."""
    count = 0
    for at in range(len(part.segments) - 1, -1, -1):
        if part.segments[at].kind is not Kind.SPACE:
            return count + (style.hanging and hangs(items.side(part.first + at)))
        count += 1
    return count


def shares_of(amount: float, slack: list[float], spacing: Spacing) -> tuple[tuple[float, ...], float]:
    """The share of each kind that opens a line by `amount` points, below 0 closes it, and what is left over.

    1 is the style's limit. Only kinds of `spacing.beyond` go further, and where there are none of them all
    that may.
    """
    shares = [0.0] * len(Slack)
    sign = 1.0 if amount > 0.0 else -1.0
    rest = abs(amount)
    for step in spacing.stretch if amount > 0.0 else spacing.shrink:
        room = sum([slack[kind] for kind in step])
        share = rest / room if rest < room else 1.0
        for kind in step:
            shares[kind] = sign * share
        if share < 1.0:
            return tuple(shares), 0.0
        rest -= room
    if amount < 0.0:
        return tuple(shares), rest
    for kinds in (spacing.beyond, EVENLY.beyond):
        room = sum([slack[kind] for kind in kinds])
        if room > 0.0:
            for kind in kinds:
                shares[kind] = 1.0 + rest / room
            return tuple(shares), 0.0
    return tuple(shares), rest
