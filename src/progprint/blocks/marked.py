"""Words in a style -> spans, one for each stretch with its marks: emphasis, links, readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from progprint.design import resolve_within
from progprint.design.types import Design
from progprint.locale import is_cjk, script_of
from progprint.style import Ruby, Span, TextStyle
from progprint.words import Markup, Words

#: scripts that have italics; no other is slanted, Han text has dots (CLREQ, "Handling Interlinear
#: Punctuation")
_SLANTED = frozenset({"Latn", "Cyrl", "Grek"})


def spans_of(
    words: Words, style: TextStyle, design: Design, link: str = "", lines: bool = False
) -> tuple[Span, ...]:
    """Cut words at their marks. `lines`: breaks end lines; else they are the space that stands for them."""
    if not words.marks:
        return (Span(words, style, link),)
    return tuple(_spans(words, style, (design, link, lines)))


def _spans(words: Words, style: TextStyle, how: tuple[Design, str, bool]) -> Iterator[Span]:
    design, link, lines = how
    cuts = sorted({0, len(words.text), *(at for mark in words.marks for at in mark[:2])})
    for at, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        for mark in words.marks:
            if mark.start == at and mark.kind == "note":
                yield _note_mark(words, style, design, mark.value)
            elif mark.start == at and mark.kind == "break" and lines:
                yield Span(Words("\n", words.lang, words.source), style)
        own = [mark for mark in words.marks if mark.start <= at and end <= mark.end and at < end]
        if at < end and not (lines and any(mark.kind == "break" for mark in own)):
            yield _span(words._replace(text=words.text[at:end], marks=()), style, (design, link), own)


def _span(words: Words, style: TextStyle, how: tuple[Design, str], marks: list[Markup]) -> Span:
    design, link = how
    values = {mark.kind: mark.value for mark in marks}
    dots = ""
    if "emphasis" in values and _is_slanted(words):
        style = _emphatic(style)
    elif "emphasis" in values and style.emphasis_dots != "no":
        dots = style.emphasis_dots
    if "strong" in values:
        # no serif for Han at hand is bold, and none is faked: strong Han is the sans
        sans = is_cjk(words.lang) and "sans" in design.families
        style = _strong(style, "sans" if sans else style.family)
    ruby = None
    if "ruby" in values:
        reading = Words(values["ruby"], words.lang, words.source)
        ruby = Ruby(reading, resolve_within(design, "ruby", style, words.lang))
    return Span(words, style, values.get("link") or link, ruby, dots)


def _is_slanted(words: Words) -> bool:
    """Whether these words have italics: a Latin title in Chinese text has; a Chinese one has 《》 or dots."""
    if script_of(words.lang) in _SLANTED:
        return True
    letters = [c for c in words.text if c.isalpha()]
    return bool(letters) and all(c < "\u0530" or "\u1e00" <= c < "\u2000" for c in letters)


@cache
def _emphatic(style: TextStyle) -> TextStyle:
    return replace(style, italic=not style.italic)


@cache
def _strong(style: TextStyle, family: str) -> TextStyle:
    return replace(style, weight=max(600, style.weight), family=family)


def _note_mark(words: Words, style: TextStyle, design: Design, name: str) -> Span:
    return note_mark(Words(name.rpartition("#")[2], words.lang, words.source), style, design)._replace(
        link=f"note:{name}"
    )


def note_mark(number: Words, style: TextStyle, design: Design) -> Span:
    """The number of a note as a superior figure of the text it stands in."""
    return Span(number, resolve_within(design, "note-mark", style, number.lang))
