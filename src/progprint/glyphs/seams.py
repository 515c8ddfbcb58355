"""A title in Han or Kana -> how well it may be cut at each place, by words and phrases."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from icu4py.breakers import LineBreaker, WordBreaker

from progprint.glyphs.languages import expanded


class Seam(IntEnum):
    """How well a text may be cut at one place."""

    #: after punctuation or a space
    OPEN = 0
    BETWEEN_WORDS = 1
    #: before a word of one character, which mostly leans on the one before it
    BEFORE_LONE = 2
    INSIDE_WORD = 3


@lru_cache(maxsize=10_000)
def seams_of(text: str, lang: str) -> tuple[Seam, ...]:
    """For each offset inside a text of Han or Kana, from 1 on, how well it may be cut there.

    Chinese by ICU's dictionary of words, Japanese by its phrases (a noun and its particles stay together).
    """
    language = expanded(lang)[0]
    japanese = language == "ja"
    words = list(LineBreaker(text, "ja-u-lw-phrase") if japanese else WordBreaker(text, language or "und"))
    seams = [Seam.INSIDE_WORD] * (len(text) + 1)
    at = 0
    for word in words:
        if at and not text[at - 1].isalnum():
            seams[at] = Seam.OPEN
        else:
            lone = not japanese and len(word) == 1
            seams[at] = Seam.BEFORE_LONE if lone else Seam.BETWEEN_WORDS
        at += len(word)
    return tuple(seams[1:-1])
