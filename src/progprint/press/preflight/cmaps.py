"""ToUnicode CMap -> code to text (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

#: what stands between a section's words; nothing here looks further than the next bracket, so that a long map
#: takes no longer than its length
TOKEN = re.compile(rb"<([0-9A-Fa-f\s]{0,1200})>|([\[\]])|(beginbfchar|beginbfrange|endbfchar|endbfrange)")
#: codes of two bytes: a longer range is a trap
MOST_CODES = 65_536
#: texts that are set, those that are set again among them
MOST_SET = 4 * MOST_CODES


def read_cmap(data: bytes) -> dict[int, str]:
    """Read the codes that have a text."""
    found: dict[int, str] = {}
    for code, text in islice(_pairs(data), MOST_SET):
        found[code] = text
    return found


def _pairs(data: bytes) -> Iterator[tuple[int, str]]:
    """`<code> <text>` in one kind of section, `<first> <last> <text>` or `... [<text> ...]` in the other."""
    section = b""
    row: list[bytes] = []
    listing = -1
    for match in TOKEN.finditer(data):
        digits, bracket, word = match.groups()
        if word is not None:
            section, row, listing = word, [], -1
        elif bracket is not None:
            listing = _code(row[0]) if bracket == b"[" and len(row) == 2 else -1
            row = []
        elif listing >= 0:
            yield listing, _text(digits)
            listing += 1
        else:
            row.append(digits)
            if section == b"beginbfchar" and len(row) == 2:
                yield _code(row[0]), _text(row[1])
                row = []
            elif section == b"beginbfrange" and len(row) == 3:
                yield from _range(*row)
                row = []
            elif len(row) > 3:
                row = []


def _range(first: bytes, last: bytes, start: bytes) -> Iterator[tuple[int, str]]:
    low, text = _code(first), _text(start)
    high = min(_code(last), low + MOST_CODES)
    yield from ((code, _following(text, code - low)) for code in range(low, high + 1))


def _code(digits: bytes) -> int:
    plain = b"".join(digits.split())
    return int(plain or b"0", 16) & 0xFFFFFF


def _text(digits: bytes) -> str:
    plain = b"".join(digits.split())
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode()).decode("utf-16-be", "replace")


def _following(text: str, steps: int) -> str:
    if not text:
        return ""
    return text[:-1] + chr(min(ord(text[-1]) + steps, 0x10FFFF))
