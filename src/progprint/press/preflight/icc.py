"""ICC profile of a colour space or an intent -> what is wrong with it (ICC.1:2022)."""

from __future__ import annotations

from typing import Any

from progprint.press.preflight.objects import TooMuch, decoded

#: bytes of an ICC profile: those of presses have 0.5 to 3 MB
MOST_PROFILE = 40_000_000
#: components -> the colours that a profile of so many is of
OF = {1: (b"GRAY",), 3: (b"RGB ", b"Lab "), 4: (b"CMYK",)}
#: bytes of the head, and of one row of the table behind it
HEAD, ROW = 128, 12
#: rows of a table: the fullest known has 40
MOST_ROWS = 200


def icc_fault(stream: Any, channels: int) -> str:
    """Why a stream is no profile of so many components; empty when it is one."""
    try:
        data = decoded(stream, MOST_PROFILE)
    except (TooMuch, ValueError, TypeError, AttributeError) as wrong:
        return f"it cannot be read: {str(wrong)[:60]}"
    if data[36:40] != b"acsp" or int.from_bytes(data[:4]) > len(data):
        return "it is damaged"
    if data[16:20] not in OF.get(channels, ()):
        return f"it is of {data[16:20].decode('latin-1').strip()}, not of {channels} components"
    return ""


def printer_fault(data: bytes) -> str:
    """Why a profile cannot bring colours to a press and back; empty when it can."""
    count = int.from_bytes(data[HEAD : HEAD + 4])
    rows = [data[HEAD + 4 + ROW * n : HEAD + 4 + ROW * (n + 1)] for n in range(min(count, MOST_ROWS))]
    ends = [int.from_bytes(row[4:8]) + int.from_bytes(row[8:12]) for row in rows]
    if count > MOST_ROWS or max(ends, default=0) > len(data):
        return "its table leads beyond its end"
    missing = {b"A2B0", b"B2A0"} - {row[:4] for row in rows}
    return f"it has no {', '.join(sorted(word.decode() for word in missing))}" if missing else ""
