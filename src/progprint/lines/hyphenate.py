"""A word and its language -> the places where it may be hyphenated."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, TypeAlias

import pyphen

from progprint.style import Hyphenation

#: what holds where a style says nothing
USUAL = Hyphenation()

#: letter -> Node, and "" -> the pattern that ends here
Node: TypeAlias = dict[str, Any]

#: where pyphen's own fall-back would take the first region of the alphabet, or none
_REGIONS = {"de": "de_DE", "en": "en_GB", "no": "nb_NO", "pt": "pt_PT"}

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_HEX = re.compile(r"\^{2}([0-9a-f]{2})")
_NO_DIGITS = str.maketrans("", "", "0123456789")
_NOT_PATTERNS = ("%", "#", "LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFT", "COMPOUNDRIGHT", "NEXTLEVEL")


@cache
def read_patterns(dictionary: str) -> Node:
    """Read one of pyphen's dictionary files, by its name such as en_GB, into a trie of letters.

    Patterns are left as written until a word meets them: most books meet a third of them.
    """
    raw = pyphen.LANGUAGES[dictionary].read_bytes()
    head, _, body = raw.partition(b"\n")
    encoding = head.decode("ascii").strip().lower()
    text = body.decode("cp1251" if encoding == "microsoft-cp1251" else encoding)
    if "^^" in text:
        text = _HEX.sub(lambda found: chr(int(found[1], 16)), text)
    trie: Node = {}
    for line in text.split("\n"):
        pattern = line.strip()
        if not pattern or pattern.startswith(_NOT_PATTERNS):
            continue
        node = trie
        for letter in (pattern.partition("/")[0] if "/" in pattern else pattern).translate(_NO_DIGITS):
            below = node.get(letter)
            if below is None:
                below = node[letter] = {}
            node = below
        node[""] = pattern
    return trie


def _figures(pattern: str) -> tuple[tuple[int, int], ...]:
    """(offset, figure doubled) of each figure; one more where the pattern asks for another spelling."""
    pattern, _, change = pattern.partition("/")
    figures: list[tuple[int, int]] = []
    at = 0
    for character in pattern:
        if not character.isdigit():
            at += 1
        elif character != "0":
            figure = int(character)
            figures.append((at, figure * 2 + (1 if change and figure % 2 else 0)))
    return tuple(figures)


def word_points(trie: Node, word: str) -> list[tuple[int, bool]]:
    """All places of Liang's method in a word; True where the spelling would change (Hungarian asz-szony)."""
    dotted = f".{word.lower()}."
    best = [0] * (len(dotted) + 1)
    for start in range(len(dotted) - 1):
        node = trie
        for letter in dotted[start:]:
            below = node.get(letter)
            if below is None:
                break
            node = below
            figures = node.get("")
            if figures is None:
                continue
            if isinstance(figures, str):
                figures = node[""] = _figures(figures)
            for offset, value in figures:
                if value > best[start + offset]:
                    best[start + offset] = value
    return [(at - 1, value % 2 == 1) for at, value in enumerate(best) if value & 2]


@cache
def dictionary_of(lang: str) -> str:
    """Name of the dictionary of a BCP 47 tag; empty when there is none. `en` is British."""
    parts = lang.replace("_", "-").split("-")
    if len(parts) == 1 or len(parts[1]) != 2:
        preferred = _REGIONS.get(parts[0].lower())
        if preferred:
            return preferred
    if any(len(part) == 4 and part.lower() != "latn" for part in parts[1:]) and parts[0] != "sr":
        return ""
    found: str | None = pyphen.language_fallback(lang)
    return found or ""


@lru_cache(maxsize=100_000)
def hyphen_points(text: str, lang: str, rules: Hyphenation = USUAL) -> tuple[int, ...]:
    """Offsets in a text without spaces where a hyphen may be set; punctuation round words is no hindrance.

    Initialisms (UNESCO) are left whole, and so is a word whose spelling would change.
    """
    dictionary = dictionary_of(lang)
    if not dictionary:
        return ()
    points: list[int] = []
    for found in _LETTERS.finditer(text):
        word = found[0]
        if len(word) < rules.word or word.isupper() or len(word.lower()) != len(word):
            continue
        if not rules.capitals and word != word.lower():
            continue
        last = len(word) - rules.after
        points += [
            found.start() + at
            for at, changed in word_points(read_patterns(dictionary), word)
            if rules.before <= at <= last and not changed
        ]
    return tuple(points)
