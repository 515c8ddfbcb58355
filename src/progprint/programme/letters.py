"""Text over several lines -> one line of composed letters (NFC): what a line break stands for, by script."""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

#: a line break of the file with the blanks around it; no-break spaces are the author's and stay
BREAK = re.compile(r"[ \t]*\n[ \t\n]*")
#: Han, kana, bopomofo, their punctuation and full-width forms
WIDE = (
    r"\u2e80-\u2fff\u3000-\u312f\u3190-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef"
    r"\U00020000-\U0003ffff"
)
#: full-width marks carry their own room, so that no space stands beside them either
MARKS = r"\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
#: marks that Han and Latin text share: beside Han they are Han marks
SHARED = "…—·“”‘’"
WIDE_LETTER = re.compile(f"[{WIDE}]")
_MARK = re.compile(f"[{MARKS}]")


def composed(text: str) -> str:
    """Compose letters and their marks (NFC)."""
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def joint(before: str, after: str) -> str:
    """Give what stands for a line break between two letters: a space, or nothing in Han and kana text."""
    if not before or not after or before in " \n" or after in " \n":
        return ""
    if _MARK.match(before) or _MARK.match(after):
        return ""
    wide = bool(WIDE_LETTER.match(before)), bool(WIDE_LETTER.match(after))
    return "" if all(wide) or (wide[0] and after in SHARED) or (wide[1] and before in SHARED) else " "


def one_line(text: str) -> str:
    """Join the lines of a short text and compose its letters."""
    text = text.strip(" \t\n")
    if "\n" in text:
        text = BREAK.sub(lambda m: joint(text[m.start() - 1], text[m.end()]), text)
    return composed(text)
