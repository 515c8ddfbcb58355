"""Text of a vertical line -> which signs stand upright, and the keys of faces that say so."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right

from progprint.glyphs.languages import is_full_width, own_script

#: ending of a face's key: its glyphs stand upright, one under the other
UPRIGHT = "@upright"
#: ending of a face's key: its glyphs stand side by side in one em of a vertical line (tate-chu-yoko)
ACROSS = "@across"
#: follows figures that stand side by side; never in text, as U+FFFE is no character
ACROSS_SIGN = "\ufffe"

#: first code point of each stretch of one Vertical_Orientation (UAX #50, revision 17); Tu counts as U, and
#: signs that no text face has go with their neighbours
_STARTS: tuple[tuple[int, str], ...] = (
    (0x0000, "R"), (0x00A7, "U"), (0x00A8, "R"), (0x00A9, "U"), (0x00AA, "R"), (0x00AE, "U"), (0x00AF, "R"),
    (0x00B1, "U"), (0x00B2, "R"), (0x00BC, "U"), (0x00BF, "R"), (0x00D7, "U"), (0x00D8, "R"), (0x00F7, "U"),
    (0x00F8, "R"), (0x1100, "U"), (0x1200, "R"), (0x2016, "U"), (0x2017, "R"), (0x2020, "U"), (0x2022, "R"),
    (0x2030, "U"), (0x2032, "R"), (0x203B, "U"), (0x203D, "R"), (0x2042, "U"), (0x2043, "R"), (0x2047, "U"),
    (0x204A, "R"), (0x2051, "U"), (0x2052, "R"), (0x2100, "U"), (0x2190, "R"), (0x2234, "U"), (0x2236, "R"),
    (0x2300, "U"), (0x2329, "Tr"), (0x232B, "U"), (0x2500, "R"), (0x25A0, "U"), (0x261A, "R"), (0x2620, "U"),
    (0x2768, "R"), (0x2776, "U"), (0x2794, "R"), (0x2B12, "U"), (0x2B30, "R"), (0x2B50, "U"), (0x2B5A, "R"),
    (0x2E80, "U"), (0x3008, "Tr"), (0x3012, "U"), (0x3014, "Tr"), (0x3020, "U"), (0x3030, "Tr"),
    (0x3031, "U"), (0x30A0, "Tr"), (0x30A1, "U"), (0x30FC, "Tr"), (0x30FD, "U"), (0xA4D0, "R"),
    (0xA960, "U"), (0xA980, "R"), (0xAC00, "U"), (0xD800, "R"), (0xE000, "U"), (0xFB00, "R"), (0xFE10, "U"),
    (0xFE20, "R"), (0xFE30, "U"), (0xFE49, "R"), (0xFE50, "U"), (0xFE58, "R"), (0xFE59, "Tr"),
    (0xFE5F, "U"), (0xFE63, "R"), (0xFE67, "U"), (0xFE70, "R"), (0xFF01, "U"), (0xFF08, "Tr"),
    (0xFF0A, "U"), (0xFF0D, "R"), (0xFF0E, "U"), (0xFF1A, "Tr"), (0xFF1C, "R"), (0xFF1F, "U"),
    (0xFF3B, "Tr"), (0xFF3C, "U"), (0xFF3D, "Tr"), (0xFF3E, "U"), (0xFF3F, "Tr"), (0xFF40, "U"),
    (0xFF5B, "Tr"), (0xFF61, "R"), (0xFFE0, "U"), (0xFFE3, "Tr"), (0xFFE4, "U"), (0xFFE8, "R"),
    (0x16FE0, "U"), (0x1BCA0, "R"), (0x1F000, "U"), (0x1F800, "R"), (0x1F900, "U"), (0xE0000, "R"),
)  # fmt: skip
_AT = tuple(start for start, _ in _STARTS)
#: letters, figures and the signs between them: figures beside these belong to a turned word
_LATIN = "!-~\u00b0\u00c0-\u024f\u2013\u2032\u2033"
_WORD = "0-9A-Za-z\u00c0-\u024f"


def orientation(character: str) -> str:
    """U: upright; R: turned; Tr: of another form in vertical lines, turned where the font has none."""
    return _STARTS[bisect_right(_AT, ord(character)) - 1][1]


def bare(key: str) -> str:
    """The key of the face itself, however its glyphs stand."""
    return key.partition("@")[0]


@functools.cache
def _across(limit: int) -> re.Pattern[str]:
    figures = f"[0-9]{{1,{limit}}}|" if limit else ""
    return re.compile(f"(?<![{_LATIN}])(?<![{_WORD}] )(?:{figures}[!?]{{2}})(?![{_LATIN}]| [{_WORD}])")


def across(parts: list[str], lang: str, limit: int) -> list[str]:
    """Put `ACROSS_SIGN` after up to `limit` figures, or two of `!?`, that stand alone in East Asian text.

    JLREQ 3.2.5: they are set side by side in the room of one character.
    """
    if not (is_full_width(lang) or own_script(lang) == "Hang"):
        return parts
    ends = [found.end() for found in _across(limit).finditer("".join(parts))]
    if not ends:
        return parts
    out, at = [], 0
    for part in parts:
        inside = [end - at for end in ends if at < end <= at + len(part)]
        at += len(part)
        for end in reversed(inside):
            part = part[:end] + ACROSS_SIGN + part[end:]
        out.append(part)
    return out


_CROSSED = re.compile(f"([0-9]+|[!?]{{2}}){ACROSS_SIGN}")


def crossed(text: str) -> list[tuple[str, bool]]:
    """Parts of a text that `across` has marked: what stands side by side is True."""
    parts = _CROSSED.split(text)
    return [(part, bool(number % 2)) for number, part in enumerate(parts) if part]
