"""Picture of a file -> whether its data are what its dictionary says."""

from __future__ import annotations

import zlib
from typing import Any

from progprint.press.preflight.drawn import Picture
from progprint.press.preflight.objects import FLATE, MOST_PICTURE_BYTES, array, entry, filters, number

DCT = frozenset({"/DCTDecode", "/DCT"})
#: marks of a JPEG that begin a frame and say its size; between them stand tables (ITU-T T.81, table B.1)
FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
#: programs leave some bytes behind a JPEG's end
TAIL = 4096
#: bytes that are unpacked at a time, and thrown away
PIECE = 1_000_000


def picture_fault(mark: Picture) -> str:
    """Why a picture's data are not what its dictionary says; empty when they are, or are packed otherwise."""
    if mark.inline is not None:
        return ""
    kinds = filters(mark.source)
    if len(kinds) > 1:
        return ""
    raw = mark.source.get_raw_stream_buffer()
    if kinds and kinds[0] in DCT:
        return _jpeg_fault(bytes(raw), mark)
    if kinds and kinds[0] not in FLATE:
        return ""
    needed = _needed(mark)
    if needed > MOST_PICTURE_BYTES:
        return f"it would take {needed // 1_000_000} MB"
    found = _unpacked(raw, needed) if kinds else len(raw)
    return f"it has {found} bytes of {needed}" if found < needed else ""


def _needed(mark: Picture) -> int:
    """Bytes of all rows; with a predictor each has one more."""
    parameters = entry(mark.source, "/DecodeParms")
    parameters = (array(parameters) or [parameters])[0]
    more = number(entry(parameters, "/Predictor"), 1.0) >= 10
    channels = 1 if mark.mask else mark.space.components
    return ((mark.width * channels * mark.bits + 7) // 8 + more) * mark.height


def _unpacked(raw: Any, most: int) -> int:
    """How many bytes come out, no more than asked for; those before a damaged place count."""
    machine, found, view = zlib.decompressobj(), 0, memoryview(raw)
    try:
        for start in range(0, len(view), PIECE):
            packed: bytes = bytes(view[start : start + PIECE])
            while packed and found < most:
                found += len(machine.decompress(packed, PIECE))
                packed = machine.unconsumed_tail
    except zlib.error:
        return min(found, most - 1)
    return found


def _jpeg_fault(data: bytes, mark: Picture) -> str:
    frame = _frame(data)
    if frame is None:
        return "it is no whole JPEG"
    height, width, channels = frame
    if b"\xff\xd9" not in data[-TAIL:]:
        return "it is cut short"
    if width < mark.width or height < mark.height:
        return f"it has {width} × {height} pixels, not {mark.width} × {mark.height}"
    wanted = mark.space.components
    if mark.mask or mark.space.kind in ("unknown", "pattern") or channels == wanted:
        return ""
    return f"it has {channels} components, not {wanted}"


def _frame(data: bytes) -> tuple[int, int, int] | None:
    """Height, width and components of a JPEG."""
    at = 2
    while data[:2] == b"\xff\xd8" and at + 10 <= len(data) and data[at] == 0xFF:
        if data[at + 1] == 0xFF:
            at += 1
        elif data[at + 1] in FRAMES:
            return int.from_bytes(data[at + 5 : at + 7]), int.from_bytes(data[at + 7 : at + 9]), data[at + 9]
        else:
            at += 2 + max(int.from_bytes(data[at + 2 : at + 4]), 2)
    return None


