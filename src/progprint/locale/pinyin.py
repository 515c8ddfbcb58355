"""A Chinese text -> its pinyin syllables, phrases read as phrases."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from importlib import util
from pathlib import Path
from typing import Any, NamedTuple

from progprint.locale.tables import read_rows

_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_DIAERESIS = "\u0308"
#: longer phrases of the dictionary are proverbs, whose characters read as they do alone
_LONGEST_PHRASE = 8
# Characters read otherwise when they open a person's name
_SURNAMES = {
    "曾": "zēng", "單": "shàn", "单": "shàn", "解": "xiè", "任": "rén", "區": "ōu", "区": "ōu", "查": "zhā",
    "仇": "qiú", "葉": "yè", "叶": "yè", "覃": "qín", "朴": "piáo", "翟": "zhái", "繆": "miào", "缪": "miào",
    "華": "huà", "华": "huà", "蓋": "gě", "盖": "gě", "燕": "yān", "寧": "níng", "宁": "níng", "冼": "xiǎn",
    "尉遲": "yù chí", "尉迟": "yù chí", "万俟": "mò qí", "萬俟": "mò qí", "長孫": "zhǎng sūn",
    "长孙": "zhǎng sūn", "樂": "yuè", "乐": "yuè", "員": "yùn", "召": "shào", "種": "chóng", "种": "chóng",
}  # fmt: skip

# Characters that, outside a known phrase, titles use in another reading than the dictionary's first: 長津湖
_ALONE = {"長": "cháng", "长": "cháng"}


class Syllable(NamedTuple):
    """One syllable: what it is ordered by, then its tone (0 when unknown)."""

    #: letters without tone; ü files as u, after every u of the same syllable, by a closing \x01
    letters: str
    tone: int


def syllables(text: str, person: bool = False) -> list[Syllable | str]:
    """Read a Chinese text; a character without reading, and every other one, stays a string of its own."""
    found: list[Syllable | str] = []
    at = 0
    if person:
        at, opening = _surname(text)
        found += opening
    while at < len(text):
        size, readings = _phrase_at(text, at)
        found += [_syllable(reading) for reading in readings] or [text[at]]
        at += size
    return found


def split_reading(reading: str) -> list[Syllable]:
    """Part a written reading into syllables: "Xuányá zhī shàng", "xuan ya", "xuan2 ya2"."""
    found: list[Syllable] = []
    for word in re.findall(r"[^\W_]+", _one_letter_each(reading)):
        found += _split_word(word)
    return found


def _one_letter_each(text: str) -> str:
    # composed, so that each letter is one character and \w+ keeps a word whole
    return unicodedata.normalize("NFC", text.casefold())


def _split_word(word: str) -> list[Syllable]:
    bare = "".join(_bare(letter) for letter in word if not letter.isdigit())
    parts = _split_letters(bare, strict=True) or _split_letters(bare, strict=False)
    if parts is None:
        return [Syllable(bare, 0)]
    found, at = [], 0
    for part in parts:
        end = at
        letters = 0
        while letters < len(part):
            letters += not word[end].isdigit()
            end += 1
        while end < len(word) and word[end].isdigit():
            end += 1
        found.append(_syllable(word[at:end]))
        at = end
    return found


@cache
def _split_letters(word: str, strict: bool) -> tuple[str, ...] | None:
    """Longest syllables first; strictly only a word's first begins with a vowel (GB/T 16159)."""
    if not word:
        return ()
    for size in range(min(6, len(word)), 0, -1):
        if word[:size] in _known_syllables() and not (strict and word[size : size + 1] in tuple("aeo")):
            rest = _split_letters(word[size:], strict)
            if rest is not None:
                return (word[:size], *rest)
    return None


def _bare(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    return "v" if _DIAERESIS in apart else apart[0]


def _syllable(reading: str) -> Syllable:
    apart = unicodedata.normalize("NFD", reading)
    marks = [_TONES[mark] for mark in apart if mark in _TONES] or [int(c) for c in apart if c in "12345"]
    letters = "".join(c for c in apart if c.isalpha()).replace("v", "u")
    umlaut = "\x01" if _DIAERESIS in apart or "v" in apart else ""
    return Syllable(letters + umlaut, marks[0] if marks else 0)


def _surname(text: str) -> tuple[int, list[Syllable]]:
    for size in (2, 1):
        reading = _SURNAMES.get(text[:size])
        if reading is not None:
            return size, [_syllable(part) for part in reading.split()]
    return 0, []


def _phrase_at(text: str, at: int) -> tuple[int, tuple[str, ...]]:
    """The longest phrase of the dictionary that begins here, else the character alone."""
    phrases, simplified = _phrases(), text[at : at + _LONGEST_PHRASE].translate(_simplified())
    for size in range(min(_LONGEST_PHRASE, len(text) - at), 1, -1):
        found = phrases.get(text[at : at + size]) or phrases.get(simplified[:size])
        if found is not None:
            return size, tuple(choices[0] for choices in found)
    reading = _ALONE.get(text[at]) or _characters().get(str(ord(text[at])))
    return 1, (reading.split(",")[0],) if reading else ()


@cache
def _known_syllables() -> frozenset[str]:
    readings = {reading for all_of_one in _characters().values() for reading in all_of_one.split(",")}
    return frozenset("".join(_bare(c) for c in unicodedata.normalize("NFC", reading)) for reading in readings)


@cache
def _simplified() -> dict[int, str]:
    # the phrase dictionary is Simplified: unconverted, 重慶 would read zhong qing
    return {ord(pair[0]): pair[1] for row in read_rows("han_simplified.txt") for pair in row}


@cache
def _characters() -> dict[str, str]:
    found: dict[str, str] = _dictionary("pinyin_dict.json")
    return found


@cache
def _phrases() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = _dictionary("phrases_dict.json")
    return found


def _dictionary(name: str) -> Any:
    # Read beside the package, not imported: `import pypinyin` takes 0.20 s, its two dictionaries 0.11 s.
    package = util.find_spec("pypinyin")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pypinyin")
    return json.loads(Path(package.origin).with_name(name).read_bytes())
