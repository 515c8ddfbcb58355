"""Paragraph -> the pieces between its line-break opportunities (UAX #14 tailored to the language)."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from itertools import accumulate, groupby, pairwise
from operator import itemgetter

from icu4py.breakers import CharacterBreaker, LineBreaker

from progprint.glyphs.languages import expanded, is_full_width

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
_STRICTNESS = frozenset({"strict", "normal", "loose"})
#: after these a Korean line may break besides after spaces (KLREQ 5.1): word-based breaking
_AFTER_WORD = frozenset(" \n\t\u200b\u2028\u2029-\u2010\u2013\u2014/\u3000\u2026")
_SOFT_HYPHEN = "\u00ad"
#: begin no line of Chinese or Japanese, though UAX #14 lets them: the dot of names, which it has as a letter,
#: wave and solidus of full width, which it has as ideographs (JLREQ 3.1.7; CLREQ,
#: "Prohibition Rules for Line Start and Line End")
_NEVER_FIRST = "[·～／]"
#: begin no line of Chinese however loose (CLREQ, the same section): stops and what connects, which CSS Text 3
#: lets; a lone dash connects, too
_NEVER_FIRST_CHINESE = _NEVER_FIRST + "|[・：；！？‼⁇⁈⁉〜–‐]|(?<!—)—(?!—)"
#: Thai signs of repetition and abbreviation, also behind a space; ฯลฯ is a word
_THAI_SIGNS = re.compile("ๆ|ฯ(?!ล)")
#: are one at any strictness: an ellipsis, a figure and its unit (JLREQ 3.1.10; CLREQ,
#: "Prohibition Rules for Unbreakable Marks")
_ONE = re.compile(r"[…‥⋯]{2}|\d[%％‰℃℉°′″￠]|[№$＄￡￥￦€£¥]\d")
#: from and to stay together, as with the hyphen that was typed (UAX #14 LB 25 for U+002D, not for U+2013)
_RANGE_DASH = "\u2013"
_RANGE = re.compile("[0-9]\u2013$")

#: letters, figures, commas and stops: such text breaks after its spaces and nowhere else (UAX #14, LB 13, 18,
#: 28, 29), which is most of all names and table cells; asking ICU costs seven times as much
_SIGN = "A-Za-z0-9\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_PLAIN = re.compile(f"[{_SIGN},.]+(?: +[{_SIGN}][{_SIGN},.]*)* *")
_WORD_AND_SPACES = re.compile("[^ ]* +|[^ ]+")


def pieces(text: str, lang: str, strictness: str) -> list[str]:
    """Cut a paragraph where a line may end; joined again they are the text."""
    if _PLAIN.fullmatch(text):
        return _WORD_AND_SPACES.findall(text)
    parts = list(LineBreaker(text, _locale(lang, strictness)))
    if text.isascii():
        return parts
    if _HANGUL.search(text):
        parts = _korean_words(parts, lang)
    if _RANGE_DASH in text:
        parts = _joined(parts, lambda left, right: bool(_RANGE.search(left)) and right[0].isdigit())
    if _SOFT_HYPHEN in text:
        parts = _joined(parts, lambda left, right: left[-1] == _SOFT_HYPHEN)
    if strictness == "loose":
        parts = _joined(parts, lambda left, right: _ONE.match(left[-1] + right[0]) is not None)
    never = _never_first(lang)
    if never is not None and never.search(text):
        parts = _joined(parts, lambda left, right: never.match(right) is not None and not left[-1].isspace())
    if _THAI_SIGNS.search(text):
        parts = _joined(parts, lambda left, right: bool(_THAI_SIGNS.match(right)) and left[-1] != "\n")
    return parts


def mixed_pieces(texts: Sequence[str], rules: Sequence[tuple[str, str]]) -> list[str]:
    """As `pieces`, of texts that each have a language and a strictness; not all of them empty.

    Within a language its own rules hold, where two meet those of the first one, the paragraph's.
    """
    shown = [(text, rule) for text, rule in zip(texts, rules, strict=True) if text]
    first = shown[0][1]
    text = "".join(text for text, _ in shown)
    parts = pieces(text, *first)
    if all(rule == first for _, rule in shown):
        return parts
    ends = set(accumulate(map(len, parts)))
    at = 0
    for rule, group in groupby(shown, itemgetter(1)):
        own = "".join(part for part, _ in group)
        if rule != first:
            ends.difference_update(range(at + 1, at + len(own)))
            ends.update(at + end for end in accumulate(map(len, pieces(own, *rule))) if end < len(own))
        at += len(own)
    return [text[start:end] for start, end in pairwise(sorted({0, *ends}))]


@functools.cache
def _never_first(lang: str) -> re.Pattern[str] | None:
    if not is_full_width(lang):
        return None
    return re.compile(_NEVER_FIRST if expanded(lang)[0] == "ja" else _NEVER_FIRST_CHINESE)


#: Thai and Lao vowels written before their consonant; and signs that belong to what is before them, which are
#: no marks in Unicode (UAX #14 leaves both to the dictionary)
_VOWELS_BEFORE = frozenset("เแโใไເແໂໃໄ")
_BEHIND = frozenset("ะาำๅๆฯະາຳໆຯ")


def places_inside(word: str) -> list[tuple[int, bool]]:
    """Offsets between the clusters of a word too long for a line, and whether UAX #14 has a break there.

    In Korean those that have are the ends of syllables, kinsoku kept. Thai vowels stay with their consonant.
    """
    breaks = set(accumulate(map(len, LineBreaker(word, "und"))))
    places = accumulate(map(len, CharacterBreaker(word, "und")))
    whole = [at for at in places if at < len(word) and word[at] not in _BEHIND]
    return [(at, at in breaks) for at in whole if word[at - 1] not in _VOWELS_BEFORE]


#: what stands between the items of a list
_SEPARATORS = frozenset(",;/\uff0c\u3001\uff1b\uff0f\n")


def between_items(parts: list[str], edges: frozenset[int]) -> list[str]:
    """Join pieces: only separators of a list, and `edges` (offsets into the text), are left to break at."""
    out: list[str] = []
    offset = 0
    for part in parts:
        if out and offset not in edges and out[-1].rstrip(" ")[-1:] not in _SEPARATORS:
            out[-1] += part
        else:
            out.append(part)
        offset += len(part)
    return out


def joined_at(parts: list[str], edges: frozenset[int]) -> list[str]:
    """Join pieces at `edges`, offsets into the text."""
    out: list[str] = []
    offset = 0
    for part in parts:
        if offset in edges and out:
            out[-1] += part
        else:
            out.append(part)
        offset += len(part)
    return out


@functools.cache
def _locale(lang: str, strictness: str) -> str:
    language, script, _ = expanded(lang)
    if not (language.isalpha() and len(language) in (2, 3)):
        language = "und"
    if strictness not in _STRICTNESS:
        strictness = "strict"
    return f"{'-'.join(filter(None, (language, script)))}-u-lb-{strictness}"


def _korean_words(parts: list[str], lang: str) -> list[str]:
    """Korean breaks between words (KLREQ 5.1); ICU breaks between syllables and does not know `keep-all`."""
    if expanded(lang)[0] == "ko":
        return _joined(parts, lambda left, right: left[-1] not in _AFTER_WORD)
    return _joined(parts, lambda left, right: bool(_HANGUL.match(left[-1]) and _HANGUL.match(right[0])))


def _joined(parts: list[str], together: Callable[[str, str], bool]) -> list[str]:
    out = parts[:1]
    for part in parts[1:]:
        if together(out[-1], part):
            out[-1] += part
        else:
            out.append(part)
    return out
