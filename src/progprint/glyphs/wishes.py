"""What a style wants of its fonts -> OpenType features, for all of a word or for a stretch of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from progprint.glyphs.face import Face

#: figures round a slash that stand alone: 24/7/365, 2023/24, 1.5/2 and the like are none
_SLASHED = re.compile(r"(?<![\w/⁄.,:])(?:(\d{1,2})/(\d{1,3})|\d+⁄\d+)(?![\w/⁄:]|[.,]\d)")
#: parts that a thing is cut into several of: halves to tenths, dozens, inches, hundredths
_PARTS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 32, 64, 100})
#: an improper fraction counts no more parts than a ruler or a scale does
_FEW_PARTS = 8
#: so far a figure may be a day of a month
_LAST_DAY = 31
#: language -> what ends its ordinals; in others they end in a stop, or their letters are on the line. The º
#: and ª of Spanish and Italian are raised in any font
_ENDINGS = {
    "en": "st|nd|rd|th",
    "fr": "ers?|res?|[eè]res?|es?|i?[eè]mes?|nde?s?|de?s?",
    "es": "er|[oa]s?",
    "it": "[oa]",
    "pt": "[oa]s?",
    "gl": "[oa]s?",
    "nl": "e|de|ste",
}
#: XXe, Ier: French centuries and kings; numerals of I, V and X alone, since Ce, De, Le and Me are words
_ROMAN = {"fr": ("[IVX]+(e)", "I(er)")}
#: forms that give way in a fraction and in an ordinal's letters: Source Sans 3 has no old-style numerators
_FORMS = ("onum", "lnum", "tnum", "pnum", "smcp", "c2sc", "sups", "subs")
#: letters that stand apart are not joined
_APART = {"liga": False, "clig": False, "dlig": False}
#: what is not missed where a font has none: there is nothing to move, to join or to change
_NEEDLESS = frozenset({"kern", "liga", "clig", "dlig", "case", "lnum"})

#: start, end, on or off
Stretches = list[tuple[int, int, bool]]
Features = dict[str, bool | Stretches]


class Wish(NamedTuple):
    """What a style wants of any font."""

    #: OpenType features for all of the text, on or off, sorted
    features: tuple[tuple[str, bool], ...] = ()
    #: `frac` on fractions, and nowhere else
    fractions: bool = False
    #: `ordn` on the letters of ordinals
    ordinals: bool = False

    def on(self, text: str, lang: str) -> Features | None:
        """The features of a word in which stretches have their own; None when it has no such stretch."""
        if not (self.fractions or self.ordinals or "⁄" in text):
            return None
        own: Features = {}
        if "/" in text or "⁄" in text:
            self._apply(own, "frac", [match.span() for match in self._fractions(text)], len(text))
        if self.ordinals:
            ends = _ordinal(lang.partition("-")[0])
            spans = [match.span(match.lastindex or 0) for match in ends.finditer(text)] if ends else []
            self._apply(own, "ordn", spans, len(text))
        return {**dict(self.features), **own} if own else None

    def _apply(self, own: Features, tag: str, spans: list[tuple[int, int]], length: int) -> None:
        if not spans:
            return
        own[tag] = [(*span, True) for span in spans]
        wanted = dict(self.features)
        for form in (form for form in _FORMS if wanted.get(form)):
            before = own.get(form, [(0, length, True)])
            assert isinstance(before, list)
            own[form] = [*before, *((*span, False) for span in spans)]

    def _fractions(self, text: str) -> Iterator[re.Match[str]]:
        for match in _SLASHED.finditer(text):
            # the fraction slash U+2044 is typed for nothing else
            if match[1] is None or (self.fractions and _is_part(match[1], match[2])):
                yield match

    def but(self, **features: bool) -> Wish:
        """The same with some features on or off."""
        return self._replace(features=tuple(sorted((dict(self.features) | features).items())))


@lru_cache(maxsize=1024)
def wish_of(features: tuple[str, ...], apart: bool) -> Wish:
    """Read a style's features: `onum` on, `-kern` off, `~frac` only where the text calls for it.

    `apart`: the letters are set apart, and are joined only where `liga` is asked for by name.
    """
    wanted = {tag.lstrip("-"): not tag.startswith("-") for tag in features if not tag.startswith("~")}
    if apart and not wanted.get("liga"):
        wanted |= _APART
    return Wish(tuple(sorted(wanted.items())), "~frac" in features, "~ordn" in features)


def lacking(face: Face, script: str, wish: Wish) -> tuple[str, ...]:
    """Tags of what is wanted and this face does not have for a script; letters are set as without it."""
    has = face.features(script)
    wanted = [tag for tag, on in wish.features if on and tag not in _NEEDLESS and tag not in has]
    # plain figures may be what is wanted
    if plain := {"tnum", "pnum"}.intersection(wanted):
        wanted = [tag for tag in wanted if tag not in plain or (tag == "tnum") is not face.has_even_figures]
    local = [tag for tag, on in (("frac", wish.fractions), ("ordn", wish.ordinals)) if on and tag not in has]
    return (*wanted, *local)


def _is_part(above: str, below: str) -> bool:
    """Whether figures round a slash are a fraction rather than a date, a season, a shape or 24/7.

    A fraction has no leading zero and is in lowest terms (6/8 is a day or a beat). A proper one counts one
    part of anything, or several of what things are cut into. An improper one is rare in print, and 16/9,
    4/3, 24/7 and the days of a month are not: it counts more than 31 of few parts, as in 35/8.
    """
    numerator, denominator = int(above), int(below)
    if above[0] == "0" or below[0] == "0" or _common(numerator, denominator) > 1 or denominator == 1:
        return False
    if numerator < denominator:
        return numerator == 1 or denominator in _PARTS
    return numerator > _LAST_DAY and denominator <= _FEW_PARTS


def _common(one: int, other: int) -> int:
    while other:
        one, other = other, one % other
    return one


@lru_cache(maxsize=64)
def _ordinal(language: str) -> re.Pattern[str] | None:
    """What finds the letters of ordinals: they are its last group."""
    if language not in _ENDINGS:
        return None
    forms = [rf"\d+\.?({_ENDINGS[language]})", *_ROMAN.get(language, ())]
    return re.compile(rf"(?<![\w.,:/])(?:{'|'.join(forms)})(?!\w)")
