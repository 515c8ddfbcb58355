"""ToUnicode CMap -> code to text (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

import re

SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
PAIR = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>")
RANGE = re.compile(rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[(.*?)\])", re.DOTALL)
HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
#: codes of two bytes: a longer range is a trap
MOST_CODES = 65_536


def read_cmap(data: bytes) -> dict[int, str]:
    """Read the codes that have a text."""
    found: dict[int, str] = {}
    for kind, body in SECTION.findall(data):
        if kind == b"bfchar":
            for code, text in PAIR.findall(body):
                found[_code(code)] = _text(text)
            continue
        for first, last, start, listed in RANGE.findall(body):
            low, high = _code(first), min(_code(last), _code(first) + MOST_CODES)
            texts = HEX.findall(listed)
            for code in range(low, high + 1):
                if listed:
                    if code - low < len(texts):
                        found[code] = _text(texts[code - low])
                else:
                    found[code] = _following(_text(start), code - low)
            if len(found) > MOST_CODES:
                return found
    return found


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
