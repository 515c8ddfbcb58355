"""Titles and names -> keys in the order of a language, and the heading an index puts them under."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any, NamedTuple

from progprint.locale.kana import from_romaji, is_kana, kana_key, kana_row
from progprint.locale.latin import is_latin_letter, latin_heading, latin_key, plain_words, skip_article
from progprint.locale.pinyin import Syllable, split_reading, syllables
from progprint.locale.tables import read_rows
from progprint.locale.tags import is_chinese, parse_tag, script_of

# Rank of an entry within one index (CLDR root order, with [reorder] of each language's own script).
# Entries of one rank have keys of one shape, so that any two can be compared.
_SIGNS, _FIGURES, _LATIN_FIRST, _OWN, _LATIN, _OTHER = range(6)

FIGURES_HEADING = "0–9"
SIGNS_HEADING = "#"
#: the customary last group of a gojūon index
UNREAD_HEADING = "他"

_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
_JAMO = {"ㄲ": "ㄱ", "ㄸ": "ㄷ", "ㅃ": "ㅂ", "ㅆ": "ㅅ", "ㅉ": "ㅈ"}
#: Thai vowels written before the consonant they follow in speech
_THAI_PREPOSED = "เแโใไ"


class _Filed(NamedTuple):
    rank: int
    heading: str
    key: tuple[Any, ...]


def sort_key(
    text: str, tag: str, reading: str = "", *, person: bool = False, strokes: bool = False
) -> tuple[Any, ...]:
    """Give a key that orders texts of one language; keys of two languages, or two orders, do not compare.

    Leading articles do not count, but in a person's name they do. Chinese goes by pinyin, or by strokes when
    asked; Japanese by gojūon. `reading` (pinyin, kana or Hepburn, hangul) stands in for the text.
    """
    filed = _filed(text, tag, reading, person, strokes)
    return (filed.rank, *filed.key, text)


def index_heading(
    text: str, tag: str, reading: str = "", *, person: bool = False, strokes: bool = False
) -> str:
    """Give the group of an index: A to Z, 0–9, # for signs, か (gojūon row), ㄱ (initial), 7畫 (strokes)."""
    return _filed(text, tag, reading, person, strokes).heading


def needs_reading(text: str, tag: str) -> bool:
    """Say whether the text alone cannot be put in its place: kanji and hanja, or a character pinyin lacks."""
    if is_chinese(tag):
        return any(isinstance(part, str) and _is_han(part) for part in syllables(text))
    return script_of(tag) in ("Jpan", "Kore") and any(_is_han(letter) for letter in text)


@cache
def _filed(text: str, tag: str, reading: str, person: bool, strokes: bool) -> _Filed:
    parsed = parse_tag(tag)
    language = parsed.language if parsed else ""
    script = script_of(tag)
    words = plain_words(reading or text)
    if not words:
        return _Filed(_SIGNS, SIGNS_HEADING, (text,))
    if is_chinese(tag):
        if strokes:
            return _by_strokes(plain_words(text), script)
        # an apostrophe parts two syllables: xi'an
        return _by_pinyin(plain_words(re.sub("[’'‘]", " ", reading)) or words, bool(reading), person)
    if not (reading or person):
        words = plain_words(skip_article(text, language)) or words
    if words[0].isdigit():
        return _Filed(_FIGURES, FIGURES_HEADING, latin_key(words, language))
    if script == "Jpan":
        return _by_gojuon(words, bool(reading))
    if is_latin_letter(words[0]):
        rank = _LATIN_FIRST if script == "Latn" else _LATIN
        return _Filed(rank, latin_heading(words, language), latin_key(words, language))
    if script == "Kore":
        return _by_hangul(words)
    rank = _OTHER if script == "Latn" else _OWN
    return _Filed(rank, _letter_heading(words), (_collator_key(words),))


def _by_pinyin(words: str, is_reading: bool, person: bool) -> _Filed:
    parts: list[Syllable | str] = []
    # Latin words and figures inside a Chinese text are compared as words among the syllables
    for word, is_han in _stretches(words):
        if is_reading:
            parts += [word] if word.isdigit() else split_reading(word)
        elif is_han:
            parts += syllables(word, person and not parts)
        else:
            parts.append(word)
    letters = tuple(part.letters if isinstance(part, Syllable) else latin_key(part, "")[0] for part in parts)
    tones = tuple(part.tone if isinstance(part, Syllable) else 0 for part in parts)
    first = words[0]
    if first.isdigit():
        return _Filed(_FIGURES, FIGURES_HEADING, (letters, tones))
    if isinstance(parts[0], Syllable) or is_latin_letter(first):
        return _Filed(_OWN, letters[0][:1].upper(), (letters, tones))
    return _Filed(_OTHER, SIGNS_HEADING, (letters, tones))


def _by_strokes(words: str, script: str) -> _Filed:
    if words[0].isdigit():
        return _Filed(_FIGURES, FIGURES_HEADING, latin_key(words, ""))
    if is_latin_letter(words[0]):
        return _Filed(_LATIN_FIRST, latin_heading(words, ""), latin_key(words, ""))
    counts = tuple((_strokes().get(letter, 99), letter) for letter in words)
    count = counts[0][0]
    heading = f"{count}{'画' if script == 'Hans' else '畫'}" if count < 99 else SIGNS_HEADING
    return _Filed(_OWN if count < 99 else _OTHER, heading, (counts,))


def _by_gojuon(words: str, is_reading: bool) -> _Filed:
    if is_reading and is_latin_letter(words[0]):
        words = from_romaji(words)
    if is_latin_letter(words[0]):
        return _Filed(_LATIN_FIRST, latin_heading(words, ""), latin_key(words, ""))
    if is_kana(words[0]):
        return _Filed(_OWN, kana_row(words) or UNREAD_HEADING, kana_key(words.replace(" ", "")))
    # the kanji of JIS X 0208 level 1 stand in the order of their commonest reading
    return _Filed(_OTHER, UNREAD_HEADING, (words.encode("euc_jp", "replace"),))


def _by_hangul(words: str) -> _Filed:
    first = words[0]
    if "가" <= first <= "힣":
        # precomposed syllables stand in the order of KS X 1001
        return _Filed(_OWN, _INITIALS[(ord(first) - ord("가")) // 588], (words,))
    if "ㄱ" <= first <= "ㅎ":
        return _Filed(_OWN, _JAMO.get(first, first), (words,))
    return _Filed(_OTHER, SIGNS_HEADING, (words,))


def _letter_heading(words: str) -> str:
    first = next((letter for letter in words if letter not in _THAI_PREPOSED), words[0])
    if _is_han(first):
        return SIGNS_HEADING
    if "가" <= first <= "힣":
        return _INITIALS[(ord(first) - ord("가")) // 588]
    if is_kana(first):
        return kana_row(first) or SIGNS_HEADING
    # й is a letter of its own, ё stands under е
    return first.upper() if first in "йЙ" else unicodedata.normalize("NFKD", first)[0].upper()


def _stretches(words: str) -> list[tuple[str, bool]]:
    """Words in order, each with whether it is Han; Han and other letters part even without a space."""
    found: list[tuple[str, bool]] = []
    for word in words.split():
        start = 0
        for at in range(1, len(word) + 1):
            if at == len(word) or _is_han(word[at]) != _is_han(word[start]):
                found.append((word[start:at], _is_han(word[start])))
                start = at
    return found


def _is_han(letter: str) -> bool:
    code = ord(letter)
    return 0x3400 <= code < 0xA000 or 0xF900 <= code < 0xFB00 or code >= 0x20000 or letter in "〇々"


@cache
def _strokes() -> dict[str, int]:
    return {letter: int(count) for count, letters in read_rows("han_strokes.txt") for letter in letters}


@cache
def _collator() -> Any:
    from pyuca import Collator

    return Collator()


def _collator_key(words: str) -> tuple[int, ...]:
    # 0.11 s for the table, so only for scripts whose order is not that of their base letters
    key: tuple[int, ...] = _collator().sort_key(words)
    return key
