"""Font program in a file -> what is wrong with it, as far as its head and table tell."""

from __future__ import annotations

import zlib
from typing import Any

from progprint.press.preflight.objects import TooMuch, decoded

#: bytes of one font program: a whole Han face has 20 million
MOST_PROGRAM = 40_000_000
#: how programs begin: Type 1 as text and as binary, TrueType, OpenType, bare CFF
SFNT = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
TYPE_1, CFF = (b"%!", b"\x80\x01"), (b"\1\0", b"\1\1")


def program_fault(stream: Any) -> str:
    """Why a program cannot be used; empty when it can."""
    try:
        data = decoded(stream, MOST_PROGRAM)
    except TooMuch as much:
        return str(much)
    except (ValueError, TypeError, RuntimeError, zlib.error):
        return "it cannot be unpacked"
    if data.startswith((*TYPE_1, *CFF, b"ttcf")):
        return ""
    if not data.startswith(SFNT):
        return "it is empty" if not data else "it is no font"
    rows = [data[12 + 16 * n : 28 + 16 * n] for n in range(int.from_bytes(data[4:6]))]
    ends = [int.from_bytes(row[8:12]) + int.from_bytes(row[12:16]) for row in rows]
    if any(len(row) < 16 for row in rows) or max(ends, default=0) > len(data):
        return "it is cut short"
    return "" if {row[:4] for row in rows} & {b"glyf", b"CFF ", b"CFF2"} else "it has no glyphs"
