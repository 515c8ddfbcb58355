"""Piece of text -> stretches of one script; and these -> parts that one font draws."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from progprint.glyphs.languages import HAN, is_full_width, script_of
from progprint.glyphs.marks import is_attached, is_han_sign, is_selector

#: digits keep to the letters of these scripts; beside Hangul, Thai and the like they are Latin
_ALPHABETS = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Geor"})
_COMMON = "Zyyy"


class Stretch(NamedTuple):
    text: str
    #: ISO 15924; kana counts as Hani
    script: str


def stretches(text: str, lang: str) -> list[Stretch]:
    """Split by script. Shared marks go with the language, other common signs with what stands before them."""
    if text.isascii():
        return [Stretch(text, "Latn")]
    full = is_full_width(lang)
    out: list[list[str]] = []
    for at, character in enumerate(text):
        if out and is_attached(character):
            out[-1][0] += character
            continue
        script = script_of(character)
        if script in HAN:
            script = "Hani"
        elif script in {_COMMON, "Zinh"}:
            script = "Hani" if full and is_han_sign(text, at) else _COMMON
            if script == _COMMON and character.isdigit() and not (out and out[-1][1] in _ALPHABETS):
                script = "Latn"
        _append(out, character, script)
    return [Stretch(part, "Latn" if script == _COMMON else script) for part, script in out]


def _append(out: list[list[str]], character: str, script: str) -> None:
    part, last = out[-1] if out else ("", "")
    if script == last or (script == _COMMON and last not in {"", "Hani"}):
        out[-1][0] += character
    elif script != "Hani" and (last == _COMMON or (script in _ALPHABETS and _is_only_signs(part, last))):
        # signs before the first letter go with it: an opening bracket, a figure, a hyphen
        out[-1] = [part + character, script]
    else:
        out.append([character, script])


def _is_only_signs(text: str, script: str) -> bool:
    return script == "Latn" and not any(c.isalpha() for c in text)


def clusters(text: str) -> Iterator[str]:
    """Characters with the marks that belong to them."""
    start = 0
    for at in range(1, len(text)):
        if not is_attached(text[at]):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


class Placed(NamedTuple):
    """Part of a stretch with the font that draws it."""

    text: str
    #: place in the order of fonts; -1 when none has the characters
    font: int


def place(text: str, fonts: int, covers: Callable[[int, str], bool]) -> list[Placed]:
    """Give each part of a stretch the first font that has it; `covers(n, text)` asks font n."""
    out: list[Placed] = []
    for cluster in clusters(text):
        font = next((n for n in range(fonts) if covers(n, cluster)), -1)
        if font < 0:
            # a shaper composes and decomposes by itself
            forms = {unicodedata.normalize(form, cluster) for form in ("NFC", "NFD")} - {cluster}
            font = next((n for n in range(fonts) if any(covers(n, form) for form in sorted(forms))), -1)
        if font < 0 and is_selector(cluster[-1]):
            # no font has this form of the character: its usual one
            font = next((n for n in range(fonts) if covers(n, cluster[:-1])), -1)
        if out and out[-1].font == font:
            out[-1] = Placed(out[-1].text + cluster, font)
        else:
            out.append(Placed(cluster, font))
    return out
