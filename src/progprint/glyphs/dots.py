"""Runs of emphasised Han or Korean text -> runs of one character each, with its dot over or under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from progprint.glyphs.bopomofo import centred
from progprint.glyphs.faces import Faces
from progprint.glyphs.languages import HAN, script_of
from progprint.glyphs.standing import UPRIGHT, bare
from progprint.glyphs.types import Base, Break, Kind, Run, Segment, Sign
from progprint.style import Span, TextStyle

#: by language, the signs to try, and the greater side of their ink in em of the text: a sesame dot for
#: Japanese (JLREQ 3.3.9), a round one for the others (CLREQ, "Handling Interlinear Punctuation")
_SIGNS = {"ja": (("\ufe45", 0.28), ("\u2022", 0.15)), "": (("\u2022", 0.15), ("\u00b7", 0.15))}
#: kinds and scripts of what has a dot; Korean has them over its syllables (Hangul orthography, 드러냄표)
_DOTTED, _SCRIPTS = frozenset((Kind.HAN, Kind.HANGUL)), HAN | {"Hang"}
_TOKEN = re.compile("<([0-9A-F]*)>|(-?[0-9]+)")
#: from the baseline to the top and the foot of a Han character's em square
EM_TOP, EM_FOOT = 0.88, 0.12
#: the dot's middle from the baseline, in em: a seventh of an em clear of the character's square
_MIDDLES = {"over": 1.02, "under": -0.24}


def dotted(
    runs: Sequence[Run], span: Span, shape: Callable[[Span], tuple[Run, ...]], faces: Faces
) -> list[Run]:
    """Give each Han character, kana and syllable of Hangul its dot; marks, letters and spaces have none."""
    dot, greater = _dot(span, shape)
    size = span.style.size
    if dot is None:
        return list(runs)
    out: list[Run] = []
    for run in runs:
        plain: list[Segment] = []
        for segment in _characters(run, faces):
            if segment.kind not in _DOTTED or script_of(segment.text[:1]) not in _SCRIPTS:
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


def _characters(run: Run, faces: Faces) -> Iterator[Segment]:
    """The segments of a run, a word of Hangul as one for each sign; lines end only after the last one."""
    for segment in run.segments:
        signs = _signs(run, segment, faces) if segment.kind is Kind.HANGUL else []
        if len(signs) < 2 or len(signs) != len(segment.text):
            yield segment
            continue
        for text, (glyph, width) in zip(segment.text[:-1], signs[:-1], strict=True):
            yield Segment(text, f"<{glyph}>", width, Kind.HANGUL, Break.NEVER, rise=segment.rise)
        glyph, width = signs[-1]
        yield segment._replace(text=segment.text[-1], glyphs=f"<{glyph}>", width=width, count=1)


def _signs(run: Run, segment: Segment, faces: Faces) -> list[tuple[str, float]]:
    """Each glyph of a segment with its width, kerning to the next one included, in 1/1000 em."""
    face = faces[bare(run.face)]
    advance = face.down if run.face.endswith(UPRIGHT) else face.advance
    signs: list[tuple[str, float]] = []
    for hexes, move in _TOKEN.findall(segment.glyphs):
        if move and signs:
            signs[-1] = signs[-1][0], signs[-1][1] - float(move)
        glyphs = [hexes[at : at + 4] for at in range(0, len(hexes), 4)]
        signs += [(glyph, advance(int(glyph, 16))) for glyph in glyphs]
    return signs


def _beside(dot: Run, own: Sign) -> Sign:
    """A dot to the right of a character of a vertical line, half as large (as the sources above have it)."""
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
