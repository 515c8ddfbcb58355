"""Language tag, character -> script, and which fonts of a family come first for it."""

from __future__ import annotations

import functools
from bisect import bisect_right

#: languages whose text is set full-width: shared quotes, dashes and dots come from the Han font
FULL_WIDTH = ("zh", "ja", "yue", "wuu", "nan", "hak", "lzh", "cmn")

#: first code point of each stretch of one script (Unicode 17 Scripts.txt, merged; Zyyy = common)
_STARTS: tuple[tuple[int, str], ...] = (
    (0x0000, "Zyyy"), (0x0041, "Latn"), (0x005B, "Zyyy"), (0x0061, "Latn"), (0x007B, "Zyyy"),
    (0x00AA, "Latn"), (0x00AB, "Zyyy"), (0x00BA, "Latn"), (0x00BB, "Zyyy"), (0x00C0, "Latn"),
    (0x00D7, "Zyyy"), (0x00D8, "Latn"), (0x00F7, "Zyyy"), (0x00F8, "Latn"), (0x02B9, "Zyyy"),
    (0x0300, "Zinh"), (0x0370, "Grek"), (0x0400, "Cyrl"), (0x0530, "Armn"), (0x0590, "Hebr"),
    (0x0600, "Arab"), (0x0700, "Syrc"), (0x0750, "Arab"), (0x0780, "Thaa"), (0x07C0, "Nkoo"),
    (0x0800, "Samr"), (0x0840, "Mand"), (0x0860, "Syrc"), (0x0870, "Arab"), (0x0900, "Deva"),
    (0x0980, "Beng"), (0x0A00, "Guru"), (0x0A80, "Gujr"), (0x0B00, "Orya"), (0x0B80, "Taml"),
    (0x0C00, "Telu"), (0x0C80, "Knda"), (0x0D00, "Mlym"), (0x0D80, "Sinh"), (0x0E00, "Thai"),
    (0x0E80, "Laoo"), (0x0F00, "Tibt"), (0x1000, "Mymr"), (0x10A0, "Geor"), (0x1100, "Hang"),
    (0x1200, "Ethi"), (0x13A0, "Cher"), (0x1400, "Cans"), (0x1680, "Zyyy"), (0x1780, "Khmr"),
    (0x1800, "Mong"), (0x18B0, "Cans"), (0x1900, "Limb"), (0x1950, "Zyyy"), (0x1AB0, "Zinh"),
    (0x1B00, "Bali"), (0x1B80, "Sund"), (0x1BC0, "Zyyy"), (0x1C80, "Cyrl"), (0x1C90, "Geor"),
    (0x1CC0, "Zyyy"), (0x1D00, "Latn"), (0x1D26, "Grek"), (0x1D2B, "Cyrl"), (0x1D2C, "Latn"),
    (0x1DC0, "Zinh"), (0x1E00, "Latn"), (0x1F00, "Grek"), (0x2000, "Zyyy"), (0x2071, "Latn"),
    (0x2072, "Zyyy"), (0x207F, "Latn"), (0x2080, "Zyyy"), (0x2090, "Latn"), (0x209D, "Zyyy"),
    (0x20D0, "Zinh"), (0x2100, "Zyyy"), (0x212A, "Latn"), (0x212C, "Zyyy"), (0x2160, "Latn"),
    (0x2189, "Zyyy"), (0x2C60, "Latn"), (0x2C80, "Copt"), (0x2D00, "Geor"), (0x2D30, "Tfng"),
    (0x2D80, "Ethi"), (0x2DE0, "Cyrl"), (0x2E00, "Zyyy"), (0x2E80, "Hani"), (0x3040, "Kana"),
    (0x3100, "Hani"), (0x3130, "Hang"), (0x3190, "Hani"), (0x31F0, "Kana"), (0x3200, "Hani"),
    (0xA4D0, "Zyyy"), (0xA640, "Cyrl"), (0xA6A0, "Zyyy"), (0xA720, "Latn"), (0xA800, "Zyyy"),
    (0xA8E0, "Deva"), (0xA900, "Zyyy"), (0xA960, "Hang"), (0xA980, "Zyyy"), (0xAB30, "Latn"),
    (0xAB70, "Cher"), (0xABC0, "Zyyy"), (0xAC00, "Hang"), (0xD800, "Zyyy"), (0xF900, "Hani"),
    (0xFB00, "Latn"), (0xFB13, "Armn"), (0xFB1D, "Hebr"), (0xFB50, "Arab"), (0xFE00, "Zinh"),
    (0xFE10, "Hani"), (0xFE20, "Zinh"), (0xFE30, "Hani"), (0xFE70, "Arab"), (0xFEFF, "Zyyy"),
    (0xFF00, "Hani"), (0xFFA0, "Hang"), (0xFFE0, "Hani"), (0xFFF0, "Zyyy"), (0x1AFF0, "Kana"),
    (0x1B170, "Zyyy"), (0x20000, "Hani"), (0x40000, "Zyyy"), (0xE0100, "Zinh"), (0xE01F0, "Zyyy"),
)
_AT = tuple(start for start, _ in _STARTS)
#: scripts written from right to left that a word may be in
RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Samr", "Mand"})
#: scripts whose fonts have small capitals, italics and figures of several forms
ALPHABETS = frozenset({"Latn", "Cyrl", "Grek"})
#: scripts set from a Han font, one character at a time
HAN = frozenset({"Hani", "Kana"})
_OWN_SCRIPT = {
    "th": "Thai", "ko": "Hang", "ja": "Hani", "zh": "Hani", "ru": "Cyrl", "uk": "Cyrl", "bg": "Cyrl",
    "sr": "Cyrl", "el": "Grek", "ar": "Arab", "fa": "Arab", "he": "Hebr", "hi": "Deva", "ka": "Geor",
    "hy": "Armn", "yue": "Hani", "wuu": "Hani", "nan": "Hani", "hak": "Hani", "lzh": "Hani", "cmn": "Hani",
}
_SCRIPT_SYNONYMS = {"Jpan": "Hani", "Hans": "Hani", "Hant": "Hani", "Kore": "Hang", "Hira": "Kana"}
#: code points of the Hiragana block, which shapers know as a script of its own
HIRAGANA = range(0x3040, 0x30A0)


@functools.cache
def script_of(character: str) -> str:
    """ISO 15924 code; Zyyy for common signs, Zinh for marks that take their base's script."""
    return _STARTS[bisect_right(_AT, ord(character)) - 1][1]


@functools.cache
def expanded(tag: str) -> tuple[str, str, str]:
    """Language, script and region of a tag, the script filled in where the language leaves no doubt."""
    parts = tag.replace("_", "-").split("-")
    language = parts[0].lower()
    script = next((p.title() for p in parts[1:3] if len(p) == 4 and p.isalpha()), "")
    region = next((p.upper() for p in parts[1:4] if len(p) == 2 and p.isalpha()), "")
    if not script and language in FULL_WIDTH and language != "ja":
        traditional = region in {"TW", "HK", "MO"} or language in {"yue", "nan", "hak", "lzh"}
        script = "Hant" if traditional else "Hans"
    return language, script, region


@functools.cache
def is_full_width(tag: str) -> bool:
    """Whether shared marks of this text are full-width: Chinese and Japanese, but not their romanisations."""
    language, script, _ = expanded(tag)
    return language in FULL_WIDTH and script != "Latn"


@functools.cache
def own_script(tag: str) -> str:
    """The script that a language is usually written in; Latn when nothing says otherwise."""
    language, script, _ = expanded(tag)
    return _SCRIPT_SYNONYMS.get(script, script) if script else _OWN_SCRIPT.get(language, "Latn")


@functools.cache
def _likeness(key: str, tag: str) -> int:
    """How well a family map's key fits a language: 0 not at all."""
    if key.lower() == tag.lower():
        return 9
    mine, theirs = expanded(tag), expanded(key)
    if mine[0] != theirs[0] and not (mine[0] in FULL_WIDTH and theirs[0] == "zh" and mine[0] != "ja"):
        return 0
    if mine[1] and theirs[1] and mine[1] != theirs[1]:
        return 0
    return 4 + (mine[1] == theirs[1]) * 2 + (mine[2] == theirs[2]) * 2


@functools.cache
def key_script(key: str) -> str:
    """The script that a key of a family map (`latin`, `Thai`, `zh-Hant`) stands for."""
    if key.lower() == "latin":
        return "Latn"
    if len(key) == 4 and key.isalpha():
        return _SCRIPT_SYNONYMS.get(key.title(), key.title())
    return own_script(key)


@functools.cache
def order_for(keys: tuple[str, ...], script: str, tag: str) -> tuple[str, ...]:
    """The family map's keys, best first, for characters of one script in text of one language."""
    wanted = "Hani" if script in HAN else script

    def rank(key: str) -> tuple[int, int, int]:
        writes = key_script(key)
        fit = _likeness(key, tag) if writes == own_script(tag) or key == tag else 0
        same = writes == wanted or (wanted == "Hani" and writes == "Hang")
        if not same and wanted in {"Zyyy", "Zinh", "Cyrl", "Grek"}:
            same = writes == "Latn"
        near = 0 if writes == wanted else 1
        return (0 if same else 1, -fit if same else 0, near)

    return tuple(sorted(keys, key=rank))
