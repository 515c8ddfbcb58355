"""A character and its reading in bopomofo -> the letters in a column to its right, the tone beside them.

CLREQ, "Positioning of Bopomofo Interlinear Annotations": so in lines of both directions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from progprint.glyphs.faces import Faces
from progprint.glyphs.small import Laid, filled, signs_of
from progprint.glyphs.standing import UPRIGHT, bare
from progprint.glyphs.types import Base, Run, Sign
from progprint.style import Ruby, Span, TextStyle

#: the neutral tone's stands on top of the column, the others beside its last letter (CLREQ,
#: "Positioning of the Tones in Bopomofo Symbols")
NEUTRAL = "˙"
TONES = frozenset("ˊˇˋ" + NEUTRAL)
#: letters are so much of the style's size, so that three and a neutral tone stand beside a character
LETTER = 0.6
#: the greater side of a tone's ink, in em of the letters: seen beside them, smaller than they; the dot's
TONE, DOT = 0.45, 0.2
#: room of a neutral tone on top of the column, in em of the letters
ON_TOP = 0.35
#: the tone's middle above the foot of the last letter's square, in em of the letters
TONE_HEIGHT = 0.75
#: middle of a Han character's square above the baseline, in em
MIDDLE = 0.38


def is_bopomofo(text: str) -> bool:
    """Whether all letters are bopomofo, with or without tones."""
    letters = [c for c in text if c not in TONES]
    return bool(letters) and all("\u3105" <= c <= "\u312f" or "\u31a0" <= c <= "\u31bf" for c in letters)


def set_beside(
    run: Run, width: float, ruby: Ruby, shape: Callable[[Span], tuple[Run, ...]], faces: Faces
) -> tuple[Base, tuple[Run, ...], float]:
    """Stand a reading to the right of a character; its room is the size of the style, whatever the tone."""
    style = _letters(ruby.style)
    size, rise = style.size, run.style.rise + ruby.style.rise
    text = ruby.words.text
    small = [shape(Span(ruby.words._replace(text=character), style))[0] for character in text]
    letters = [each for each, character in zip(small, text, strict=True) if character not in TONES]
    neutral = NEUTRAL in text
    height = (len(letters) + ON_TOP * neutral) * size
    top = rise + MIDDLE * run.style.size + height / 2 - ON_TOP * neutral * size
    own = signs_of([Laid(run, run.segments[0], 0.0, width)])
    signs: list[Sign] = []
    for number, each in enumerate(letters, 1):
        segment = each.segments[0]
        advance = segment.width * size / 1000
        x, y = width + (size - advance) / 2, top + (0.5 - MIDDLE - number) * size
        signs.append(Sign(each.face, size, style.ink, x, advance, segment.glyphs, y))
    last = top - len(letters) * size
    for each, character in zip(small, text, strict=True):
        if character == NEUTRAL:
            middle = width + size / 2, top + ON_TOP / 2 * size
            signs.append(centred(each, middle, DOT * size, faces))
        elif character in TONES:
            middle = width + (size + ruby.style.size) / 2, last + TONE_HEIGHT * size
            signs.append(centred(each, middle, TONE * size, faces))
    whole = width + ruby.style.size
    return Base(filled(own, (0.0, whole), run), tuple(signs), joint=" "), tuple(small), whole


def set_down(
    run: Run, width: float, ruby: Ruby, shape: Callable[[Span], tuple[Run, ...]], faces: Faces
) -> tuple[Base, tuple[Run, ...], float]:
    """Stand a reading to the right of a character of a vertical line, in the room between the lines.

    Along the line it is no longer than its character, but in a style of more than half its size.
    """
    style = _letters(ruby.style)
    size, above = style.size, run.style.rise + ruby.style.rise
    text = ruby.words.text
    small = [shape(Span(ruby.words._replace(text=character), style))[0] for character in text]
    letters = [each for each, character in zip(small, text, strict=True) if character not in TONES]
    head = ON_TOP * size if NEUTRAL in text else 0.0
    length = head + len(letters) * size
    whole = max(width, length)
    start = (whole - length) / 2
    # from the line's middle to the middle of the letters, and of a tone in what is left of the reading's room
    column = (run.style.size + size) / 2 + above
    beside = (run.style.size + size + ruby.style.size) / 2 + above
    signs: list[Sign] = []
    # tones first: readers take what is drawn last, and next to the character that follows, for its line
    for each, character in zip(small, text, strict=True):
        if character == NEUTRAL:
            middle = start + head / 2, column
            signs.append(_standing(each, middle, DOT * size, run.style.size, faces))
        elif character in TONES:
            middle = start + length - TONE_HEIGHT * size, beside
            signs.append(_standing(each, middle, TONE * size, run.style.size, faces))
    for number, each in enumerate(letters):
        segment = each.segments[0]
        rise = column - _axis(each, faces) * (size - run.style.size)
        x = start + head + number * size
        signs.append(Sign(each.face, size, style.ink, x, segment.width * size / 1000, segment.glyphs, rise))
    own = signs_of([Laid(run, run.segments[0], (whole - width) / 2, width)])
    return Base(own, tuple(signs), joint=" "), tuple(small), whole


def _axis(run: Run, faces: Faces) -> float:
    return faces[bare(run.face)].axis / 1000


def _standing(
    run: Run, middle: tuple[float, float], greater: float, beside: float, faces: Faces
) -> Sign:
    """As `centred`, of a glyph that stands upright in a vertical line of type of the size `beside`.

    `middle` counts along the line, and from the line's middle to its right.
    """
    key = bare(run.face)
    face, glyph = faces[key], int(run.segments[0].glyphs[1:5], 16)
    extents = face.hb_font.get_glyph_extents(glyph)
    sides = (extents.width, -extents.height) if extents is not None else (0, 0)
    size = greater / (max(sides) * face.scale / 1000) if all(sides) else run.style.size
    along = across = 0.0
    if extents is not None:
        along = face.top(glyph) - (extents.y_bearing + extents.height / 2) * face.scale
        across = (extents.x_bearing + extents.width / 2) * face.scale - face.advance(glyph) / 2
    x, right = middle[0] - along * size / 1000, middle[1] - across * size / 1000
    rise = right - face.axis * (size - beside) / 1000
    return Sign(key + UPRIGHT, size, run.style.ink, x, face.down(glyph) * size / 1000, f"<{glyph:04X}>", rise)


def centred(run: Run, middle: tuple[float, float], greater: float, faces: Faces) -> Sign:
    """One glyph whose ink stands round a point; the greater side of its ink is `greater` points."""
    segment, face = run.segments[0], faces[bare(run.face)]
    extents = face.hb_font.get_glyph_extents(int(segment.glyphs[1:5], 16))
    if extents is None or not extents.width or not extents.height:
        return Sign(run.face, run.style.size, run.style.ink, middle[0], 0.0, segment.glyphs, middle[1])
    scale = face.scale / 1000
    size = greater / (max(extents.width, -extents.height) * scale)
    x = middle[0] - (extents.x_bearing + extents.width / 2) * scale * size
    y = middle[1] - (extents.y_bearing + extents.height / 2) * scale * size
    return Sign(run.face, size, run.style.ink, x, segment.width * size / 1000, segment.glyphs, y)


@cache
def _letters(style: TextStyle) -> TextStyle:
    return replace(style, size=style.size * LETTER)
