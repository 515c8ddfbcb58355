"""Runs of emphasised Han text -> runs of one character each, with its dot over or under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from progprint.glyphs.bopomofo import centred
from progprint.glyphs.faces import Faces
from progprint.glyphs.languages import HAN, script_of
from progprint.glyphs.types import Base, Kind, Run, Segment, Sign
from progprint.style import Span, TextStyle

#: by language, the signs to try, and the greater side of their ink in em of the text: a sesame dot for
#: Japanese (JLREQ 3.3.9), a round one for the others (CLREQ 3.2.4)
_SIGNS = {"ja": (("\ufe45", 0.28), ("\u2022", 0.15)), "": (("\u2022", 0.15), ("\u00b7", 0.15))}
#: from the baseline to the top and the foot of a Han character's em square
EM_TOP, EM_FOOT = 0.88, 0.12
#: the dot's middle from the baseline, in em: a seventh of an em clear of the character's square
_MIDDLES = {"over": 1.02, "under": -0.24}


def dotted(
    runs: Sequence[Run], span: Span, shape: Callable[[Span], tuple[Run, ...]], faces: Faces
) -> list[Run]:
    """Give each Han character and kana its dot; marks, letters and spaces have none."""
    dot, greater = _dot(span, shape)
    size = span.style.size
    if dot is None:
        return list(runs)
    out: list[Run] = []
    for run in runs:
        plain: list[Segment] = []
        for segment in run.segments:
            if segment.kind is not Kind.HAN or script_of(segment.text[:1]) not in HAN:
                plain.append(segment)
                continue
            if plain:
                out.append(run._replace(segments=tuple(plain)))
                plain = []
            width = segment.width * size / 1000
            own = Sign(run.face, size, run.style.ink, 0.0, width, segment.glyphs, run.style.rise, run.link)
            middle = width / 2, run.style.rise + _MIDDLES[span.dots] * size
            small = centred(dot, middle, greater * size, faces)
            if run.style.vertical:
                small = _beside(dot, own)
            base = Base((own,), (small,))
            out.append(run._replace(segments=(segment._replace(actual=True),), base=base))
        if plain:
            out.append(run._replace(segments=tuple(plain)))
    return out


def _beside(dot: Run, own: Sign) -> Sign:
    """A dot to the right of a character of a vertical line, half as large (JLREQ 3.3.9, CLREQ 3.2.4)."""
    segment, size = dot.segments[0], own.size / 2
    width = segment.width * size / 1000
    rise = own.rise + (EM_TOP + EM_FOOT / 2) * own.size
    x = (own.width - width) / 2
    return Sign(dot.face, size, own.ink, x, width, segment.glyphs, rise)


def _dot(span: Span, shape: Callable[[Span], tuple[Run, ...]]) -> tuple[Run | None, float]:
    """The first sign that a font has, or none: emphasis is no text that could be lost."""
    for sign, greater in _SIGNS.get(span.words.lang.split("-")[0], _SIGNS[""]):
        run = shape(Span(span.words._replace(text=sign), _plain(span.style)))[0]
        if not run.segments[0].missing:
            return run, greater
    return None, 0.0


@cache
def _plain(style: TextStyle) -> TextStyle:
    return replace(style, rise=0.0, tracking_em=0.0)
