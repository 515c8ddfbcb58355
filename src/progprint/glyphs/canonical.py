"""Font -> the canonical text of each of its glyphs: what a reader gets who copies it, whatever was typed."""

from __future__ import annotations

import unicodedata

import uharfbuzz as hb

#: (first, last, dislike) of characters that nobody types when another one has the same glyph
_DISLIKED = (
    (0x00A0, 0x00A0, 2), (0x00AD, 0x00AD, 2), (0x02B0, 0x02FF, 1), (0x0340, 0x0341, 2),
    (0x2000, 0x200F, 2), (0x2010, 0x2011, 1), (0x202F, 0x202F, 2),
    (0x205F, 0x206F, 2), (0x2E80, 0x2FDF, 3), (0x3131, 0x318E, 1), (0x3300, 0x33FF, 1), (0xE000, 0xF8FF, 5),
    (0xF900, 0xFAFF, 3), (0xFB00, 0xFB4F, 1), (0xFE00, 0xFE0F, 4), (0xFE10, 0xFE1F, 3), (0xFE30, 0xFE6F, 3),
    (0xFF61, 0xFFEF, 2), (0x2F800, 0x2FA1F, 3), (0xE0100, 0xE01EF, 4), (0xF0000, 0x10FFFF, 5),
)
#: marks that Han fonts draw anew for a language or a width without giving the new glyph a code
_MARKS = [*"“”‘’—…·，。、：；！？‧‥《》「」『』（）", "——", *map(chr, range(33, 127))]
#: Latin ligatures with codes of their own, which no writer types
_LIGATURES = dict(enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"), start=0xFB00))
#: sequences that Latin fonts join, tried on fonts whose glyphs have no names
_JOINED = (
    "ff", "fi", "fl", "ffi", "ffl", "fj", "ffj", "ft", "fft", "fb", "ffb", "fh", "ffh", "fk", "ffk",
    "fť", "ffť", "fí", "fï", "fì", "fî", "tt", "ti", "Th", "ct", "st", "sp", "fr", "fy", "gg", "gy",
)
#: designs of the same letters, ordered so that a glyph reached twice gets its plainest text
_DESIGNS: tuple[dict[str, bool], ...] = (
    {}, {"lnum": True}, {"onum": True}, {"tnum": True}, {"pnum": True}, {"lnum": True, "tnum": True},
    {"onum": True, "tnum": True}, {"lnum": True, "pnum": True}, {"onum": True, "pnum": True}, {"smcp": True},
    {"smcp": True, "onum": True}, {"c2sc": True}, {"case": True},
    {"sups": True}, {"subs": True}, {"ordn": True},
)
#: vertical forms that old standards gave codes: U+FE10 to U+FE19, U+FE30 to U+FE44, U+FE47 to U+FE48
_STANDING = dict(zip(
    (*range(0xFE10, 0xFE1A), *range(0xFE30, 0xFE45), 0xFE47, 0xFE48),
    "，、。：；！？〖〗…‥—–＿﹏（）｛｝〔〕【】《》〈〉「」『』［］", strict=True))
_PLAINER: dict[int, str] = {**_LIGATURES, **_STANDING}
#: signs that may have a vertical form: punctuation, kana, full-width forms, arrows
_STAND = ((0x00B0, 0x00B8), (0x2010, 0x2044), (0x2190, 0x21FF), (0x2500, 0x25FF), (0x3000, 0x30FF),
          (0x31F0, 0x31FF), (0xFF00, 0xFFE7))
_LANGUAGES = ("zh-Hant", "zh-Hans", "ja", "ko", "zh-HK")


def canonical_texts(face: hb.Face, font: hb.Font) -> dict[int, str]:
    """Glyph id -> text for all glyphs that the font's cmap reaches."""
    codes = sorted(face.unicodes, reverse=True)
    glyphs = list(map(font.get_nominal_glyph, codes))
    # the lowest code of a glyph stays, then those with better ones are mended: few, and this is a hot spot
    best = dict(zip(glyphs, codes, strict=True))
    shared = [(glyph, code) for glyph, code in zip(glyphs, codes, strict=True) if best[glyph] != code]
    for glyph, code in shared:
        if (_dislike(code), code) < (_dislike(best[glyph]), best[glyph]):
            best[glyph] = code
    best.pop(0, None)
    texts = dict(zip(best, map(chr, best.values()), strict=True))
    texts.update((glyph, _PLAINER[code]) for glyph, code in best.items() if code in _PLAINER)
    return texts


def variant_texts(face: hb.Face, font: hb.Font) -> dict[int, str]:
    """Texts of the glyphs of variation sequences: readers drop a selector that only ActualText has."""
    return {
        glyph: chr(code) + chr(selector)
        for selector in sorted(face.variation_selectors, reverse=True)
        for code in face.variation_unicodes(selector)
        if (glyph := font.get_variation_glyph(code, selector)) is not None
    }


def mark_texts(font: hb.Font, known: dict[int, str]) -> dict[int, str]:
    """Texts of the language forms and full-width forms of common marks, for fonts without glyph names."""
    out: dict[int, str] = {}
    for language in _LANGUAGES:
        for features in ({}, {"fwid": True}):
            for text, glyph in _apart(font, _MARKS, features, ("Hani", language)):
                if glyph not in known:
                    out.setdefault(glyph, text)
    return out


def vertical_texts(font: hb.Font, known: dict[int, str]) -> dict[int, str]:
    """Texts of the forms that signs take in vertical lines."""
    signs = sorted({t for t in known.values() if len(t) == 1 and any(a <= ord(t) <= b for a, b in _STAND)})
    out: dict[int, str] = {}
    for language in _LANGUAGES:
        for features in ({}, {"fwid": True}):
            for text, glyph in _apart(font, [*signs, "——", "……"], features, ("Hani", language), "ttb"):
                if glyph not in known:
                    out.setdefault(glyph, text)
    return out


def design_texts(font: hb.Font, known: dict[int, str]) -> dict[int, str]:
    """Texts of ligatures, small capitals and figures, for fonts whose glyphs have neither codes nor names."""
    letters = sorted(t for t in known.values() if len(t) == 1 and (t < "\u0250" or "\u1e00" <= t < "\u1f00"))
    out: dict[int, str] = {}
    plain = {"liga": False, "calt": False, "clig": False, "kern": False, "ccmp": False}
    for features in _DESIGNS:
        # a space keeps neighbours from joining
        for text, glyph in _apart(font, letters, plain | features):
            if glyph not in known:
                out.setdefault(glyph, text)
    for text, glyph in _apart(font, list(_JOINED), {"dlig": True}):
        if glyph not in known:
            out.setdefault(glyph, text)
    return out


def _apart(
    font: hb.Font, texts: list[str], features: dict[str, bool], script: tuple[str, str] = ("Latn", "en"),
    direction: str = "ltr",
) -> list[tuple[str, int]]:
    """Each text that comes out as one glyph, with that glyph."""
    buffer = hb.Buffer()
    buffer.add_str(" ".join(texts))
    buffer.direction = direction
    buffer.script, buffer.language = script
    hb.shape(font, buffer, features)
    found: dict[int, list[int]] = {}
    for info in buffer.glyph_infos:
        found.setdefault(info.cluster, []).append(info.codepoint)
    out, at = [], 0
    for text in texts:
        inside = [glyph for offset in range(len(text)) for glyph in found.get(at + offset, ())]
        if len(inside) == 1 and inside[0]:
            out.append((text, inside[0]))
        at += len(text) + 1
    return out


def named_text(font: hb.Font, glyph: int, known: dict[int, str]) -> str:
    """What a glyph's own name says: `f_i`, `a.sc`, `one.tnum`, `uni0301`; empty when it says nothing."""
    name = font.get_glyph_name(glyph) or ""
    stem = name.partition(".")[0]
    if not stem or stem.startswith(("cid", "gid")):
        return ""
    parts = [_component(font, part, known) for part in stem.split("_")]
    return "".join(parts) if all(parts) else ""


def _component(font: hb.Font, name: str, known: dict[int, str]) -> str:
    glyph = font.get_glyph_from_name(name)
    if glyph and glyph in known:
        return known[glyph]
    digits = name[3:] if name.startswith("uni") else name[1:] if name.startswith("u") else ""
    if len(digits) in (4, 5, 6) and all(c in "0123456789ABCDEF" for c in digits):
        code = int(digits, 16)
        # neither surrogates nor private codes are text
        return chr(code) if code < 0xD800 or 0xF900 <= code < 0xF0000 else ""
    return ""


def _dislike(code: int) -> int:
    for first, last, dislike in _DISLIKED:
        if first <= code <= last:
            return dislike
    return 0 if unicodedata.is_normalized("NFC", chr(code)) else 2
