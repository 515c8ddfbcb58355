"""One justified line -> its Pieces: TJ arrays that a PDF can take as they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from progprint.glyphs.types import Base, Kind, Run, Segment
from progprint.lines.gaps import FULL_WIDTH, Gap, letter_stretch, tracking_of
from progprint.lines.items import Items
from progprint.lines.ruby import spelt
from progprint.lines.types import Piece
from progprint.style import Slack, TextStyle

#: what the letter-spacing after a glyph is; all other kinds stand in squares of one em, as Han characters
SLACK_OF = {Kind.WORD: Slack.LETTERS, Kind.HANGUL: Slack.HANGUL, Kind.THAI: Slack.THAI}

#: nothing opens or closes
NONE = (0.0,) * len(Slack)


class Stretch(NamedTuple):
    """How far the parts of one line open (positive) or close (negative)."""

    #: the line's ratio, as reported
    ratio: float = 0.0
    #: by `Slack`, the share of what each may do
    shares: tuple[float, ...] = NONE
    #: points by which the line opens in all
    spread: float = 0.0


class Part(NamedTuple):
    """What stands between two breaks."""

    #: rows of the breaks
    start: int
    end: int
    #: index of the first segment
    first: int
    segments: list[Segment]
    #: natural width, stretch and shrink, in points
    width: float
    stretch: float
    shrink: float


class Setting(NamedTuple):
    """How the glyphs of one piece are spread."""

    size: float
    #: Tc, in points
    spacing: float
    #: as in Stretch
    shares: tuple[float, ...]
    #: Tz / 100
    scale: float


def write_pieces(
    items: Items, part: Part, stretch: Stretch, edges: tuple[float, float], style: TextStyle
) -> tuple[Piece, ...]:
    """The pieces of a line from its first glyph's origin to its right edge."""
    x, right = edges
    bounds = bounds_of(items, part)
    if len(bounds) == 2:
        if part.segments[-1].count == 0 and not any(segment.count for segment in part.segments):
            return ()
        run = items.run_at(part.first)
        gaps = items.gaps[part.first : bounds[1] - 1]
        setting = _setting(run, part.segments[0].kind, stretch, style)
        alone = _piece(
            run,
            part.segments,
            (x, right - x),
            _glyphs(part.segments, gaps, setting, items.joined),
            setting,
        )
        return (alone,) if run.base is None else spelt([alone], [(0, run.base)])
    pieces: list[Piece] = []
    bases: list[tuple[int, Base]] = []
    for start, stop in pairwise(bounds):
        segments = part.segments[start - part.first : stop - part.first]
        gaps = items.gaps[start : stop - 1]
        run = items.run_at(start)
        setting = _setting(run, segments[0].kind, stretch, style)
        glyphs = _glyphs(segments, gaps, setting, items.joined)
        if run.base is not None:
            bases.append((len(pieces), run.base))
        if stop == bounds[-1]:
            if glyphs:
                pieces.append(_piece(run, segments, (x, max(right - x, 0.0)), glyphs, setting))
            break
        width = _width(segments, gaps, setting)
        gap = items.gaps[stop - 1]
        piece = _piece(run, segments, (x, width), glyphs, setting)
        if gap is not None and gap.body:
            piece = piece._replace(
                glyphs=_closed(glyphs + gap.body), text=piece.text + " " * segments[-1].spaces
            )
        if piece.glyphs:
            pieces.append(piece)
        x += width + _boundary_width(gap, setting)
    return spelt(pieces, bases) if bases else tuple(pieces)


def _piece(
    run: Run, segments: list[Segment], place: tuple[float, float], glyphs: str, setting: Setting
) -> Piece:
    first, last = segments[0], segments[-1]
    text = "".join([each[0] + " " * each[5] if each[5] else each[0] for each in segments])
    if last.spaces:
        text = text[: -last.spaces]
    style = run.style
    rise = style.rise + first.rise * style.size / 1000 if first.rise else style.rise
    return Piece(
        run.face, style.size, style.ink, *place, glyphs, text, setting.spacing / setting.scale, setting.scale,
        rise, first.actual, run.link,
    )  # fmt: skip


def bounds_of(items: Items, part: Part) -> list[int]:
    """Where the line's pieces begin, and its end."""
    segments = part.segments
    end = part.first + len(segments)
    cuts = items.cuts
    alone = len(segments) > 1 and (segments[0].actual or segments[-1].actual)
    if not cuts and not alone:
        return [part.first, end]
    inside = set(cuts[bisect_right(cuts, part.first) : bisect_left(cuts, end)])
    if alone and segments[0].actual:
        inside.add(part.first + 1)
    if alone and segments[-1].actual:
        inside.add(end - 1)
    return [part.first, *sorted(inside), end]


def _setting(run: Run, kind: Kind, stretch: Stretch, style: TextStyle) -> Setting:
    size = run.style.size
    spacing = tracking_of(run, kind)
    opens, closes = letter_stretch(style, kind, size)
    share = stretch.shares[SLACK_OF.get(kind, Slack.HAN)]
    spacing += share * (opens if share > 0 else closes)
    scale, share = 1.0, stretch.shares[Slack.GLYPHS]
    if share and (kind is Kind.WORD or kind is Kind.HANGUL):
        narrow, wide = style.glyph_scale
        scale += share * (wide if share > 0 else -narrow)
    return Setting(size, round(spacing, 4), stretch.shares, scale)


def _room(gap: Gap, shares: tuple[float, ...]) -> float:
    """The room of a gap beyond its glyphs and letter-spacing, in points."""
    share = shares[gap.slack]
    return gap.room + share * (gap.open if share > 0 else gap.close)


def _glyphs(segments: list[Segment], gaps: list[Gap | None], setting: Setting, joined: bool) -> str:
    """The TJ body of a piece.

    Adjustments are whole thousandths of an em; what rounding takes from one gap the next one gets.
    """
    bodies = [each[1] for each in segments]
    if joined and setting.spacing:
        bodies = [_joined(each, setting) if each.kind is Kind.DASH else each.glyphs for each in segments]
    if not gaps:
        return bodies[0]
    first = gaps[0]
    same = gaps.count(first) == len(gaps)
    if first is None and same:
        return _closed(" ".join(bodies))
    per_point = -1000 / (setting.size * setting.scale)
    if first is not None and same:
        return _evenly(bodies, first, setting, per_point)
    out = [bodies[0]]
    owed = 0.0
    for body, gap in zip(bodies[1:], gaps, strict=True):
        if gap is not None:
            owed += _room(gap, setting.shares) * per_point
            whole = round(owed)
            owed -= whole
            out.append(f"{gap.body} {whole}" if whole else gap.body)
        out.append(body)
    return _closed(" ".join(out))


def _evenly(bodies: list[str], gap: Gap, setting: Setting, per_point: float) -> str:
    """The common line of words: one gap all along."""
    few = len(bodies) - 1
    base, more = divmod(round(_room(gap, setting.shares) * per_point * few), few)
    plain = f"{gap.body} {base} " if base else f"{gap.body} "
    if not more:
        return _closed(plain.join(bodies))
    wide = f"{gap.body} {base + 1} " if base != -1 else f"{gap.body} "
    return _closed(wide.join(bodies[: more + 1]) + plain + plain.join(bodies[more + 1 :]))


def _closed(body: str) -> str:
    """Join strings of glyphs that nothing parts."""
    return body.replace(" <", "<").replace("> ", ">").replace("><", "")


def _joined(segment: Segment, setting: Setting) -> str:
    """The glyphs of a long dash with their letter-spacing taken back: a dash in two parts is two dashes."""
    back = round(setting.spacing * 1000 / (setting.size * setting.scale))
    hexes = segment.glyphs.replace("<", "").replace(">", "")
    if not back or len(hexes) != 4 * segment.count:
        return segment.glyphs
    return f">{back}<".join(["<" + hexes[:4], *(hexes[at : at + 4] for at in range(4, len(hexes), 4))]) + ">"


def _width(segments: list[Segment], gaps: list[Gap | None], setting: Setting) -> float:
    """Points from the first glyph's origin to the last glyph's end."""
    units = letters = 0.0
    rooms = 0.0
    for segment in segments:
        units += segment.width
        if segment.count > 1 and segment.kind not in FULL_WIDTH and segment.kind is not Kind.THAI:
            letters += segment.count - 1
    advances = units * setting.size / 1000
    for gap in gaps:
        if gap is None:
            letters += 1
        else:
            letters += gap.letters
            advances += gap.advance
            rooms += _room(gap, setting.shares)
    return advances * setting.scale + letters * setting.spacing + rooms


def _boundary_width(gap: Gap | None, setting: Setting) -> float:
    if gap is None:
        return setting.spacing
    return gap.advance * setting.scale + gap.letters * setting.spacing + _room(gap, setting.shares)
