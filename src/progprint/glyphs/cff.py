"""CFF font program -> the same with CIDs of our choice: a compact subset answers to the whole font's ids.

Structures and operators: Adobe Technical Note 5176, the Compact Font Format.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_CHARSET, _ENCODING, _CHARSTRINGS, _PRIVATE = 15, 16, 17, 18
_ROS, _CID_COUNT, _FD_ARRAY, _FD_SELECT = 0x0C1E, 0x0C22, 0x0C24, 0x0C25
_MOVING = frozenset({_CHARSET, _ENCODING, _CHARSTRINGS, _FD_ARRAY, _FD_SELECT})


class _Entry(NamedTuple):
    operator: int
    #: (start, end) of each operand's bytes
    operands: tuple[tuple[int, int], ...]
    end: int


def is_cid_keyed(cff: bytes) -> bool:
    """Whether glyphs are chosen by CID: the Top DICT then opens with ROS."""
    (start, end), _ = _top_dict(cff)
    return any(entry.operator == _ROS for entry in _entries(cff, start, end))


def with_cids(cff: bytes, cids: Sequence[int]) -> bytes:
    """Give a CID-keyed font program a new charset; `cids[n]` is the CID of glyph n, ascending from 0.

    CIDCount is raised where a CID would lie beyond it (its default is 8720).
    """
    (start, end), names_end = _top_dict(cff)
    entries = _entries(cff, start, end)
    size = sum(e.end - (e.operands[0][0] if e.operands else e.end - 1) for e in entries
               if e.operator not in _MOVING and e.operator != _CID_COUNT)
    moving = [e for e in entries if e.operator in _MOVING]
    size += sum(5 + _operator_size(e.operator) for e in moving) + 7
    head = cff[:names_end] + b"\0\1\4" + (1).to_bytes(4, "big") + (size + 1).to_bytes(4, "big")
    shift = len(head) + size - end
    body = _moved_privates(cff, entries, shift)[end:]
    top = bytearray()
    for entry in entries:
        if entry.operator == _CID_COUNT:
            continue
        if entry.operator in _MOVING:
            at = len(cff) + shift if entry.operator == _CHARSET else _integer(cff, *entry.operands[0]) + shift
            top += _long(at) + _operator(entry.operator)
        else:
            top += cff[entry.operands[0][0]:entry.end]
        if entry.operator == _ROS:
            top += _long(max(65535, cids[-1] + 1)) + _operator(_CID_COUNT)
    return head + bytes(top) + body + _charset(cids)


def _charset(cids: Sequence[int]) -> bytes:
    """Format 0 lists every CID, format 2 gives stretches: the shorter one; .notdef is left out of both."""
    ranges: list[list[int]] = []
    for cid in cids[1:]:
        if ranges and cid == ranges[-1][0] + ranges[-1][1] + 1:
            ranges[-1][1] += 1
        else:
            ranges.append([cid, 0])
    if 4 * len(ranges) < 2 * (len(cids) - 1):
        return b"\2" + b"".join(a.to_bytes(2, "big") + n.to_bytes(2, "big") for a, n in ranges)
    return b"\0" + b"".join(cid.to_bytes(2, "big") for cid in cids[1:])


def _moved_privates(cff: bytes, entries: list[_Entry], shift: int) -> bytes:
    """The program with the Private offsets of its Font DICTs moved: they count from the file's start."""
    out = bytearray(cff)
    array = next(e for e in entries if e.operator == _FD_ARRAY)
    fonts, _ = _index(cff, _integer(cff, *array.operands[0]))
    for start, end in fonts:
        for entry in _entries(cff, start, end):
            if entry.operator == _PRIVATE:
                a, b = entry.operands[1]
                if b - a != 5:
                    raise ValueError("a Private offset without room to move")
                out[a:b] = _long(_integer(cff, a, b) + shift)
    return bytes(out)


def _index(cff: bytes, at: int) -> tuple[list[tuple[int, int]], int]:
    """Where the items of an INDEX are, and where it ends."""
    count = int.from_bytes(cff[at:at + 2], "big")
    if not count:
        return [], at + 2
    size = cff[at + 2]
    ends = [int.from_bytes(cff[at + 3 + i * size:at + 3 + (i + 1) * size], "big") for i in range(count + 1)]
    base = at + 2 + (count + 1) * size
    return [(base + a, base + b) for a, b in pairwise(ends)], base + ends[-1]


def _top_dict(cff: bytes) -> tuple[tuple[int, int], int]:
    """Where the Top DICT is, and where the Name INDEX before it ends."""
    _, names_end = _index(cff, cff[2])
    items, _ = _index(cff, names_end)
    return items[0], names_end


def _entries(cff: bytes, start: int, end: int) -> list[_Entry]:
    out: list[_Entry] = []
    operands: list[tuple[int, int]] = []
    at = start
    while at < end:
        first, begin = cff[at], at
        at += 1
        if first <= 21:
            operator = first
            if first == 12:
                operator, at = 0x0C00 | cff[at], at + 1
            out.append(_Entry(operator, tuple(operands), at))
            operands = []
            continue
        if first == 30:
            while cff[at] & 15 != 15:
                at += 1
            at += 1
        else:
            at += {28: 2, 29: 4}.get(first, 1 if first >= 247 else 0)
        operands.append((begin, at))
    return out


def _integer(cff: bytes, start: int, end: int) -> int:
    first = cff[start]
    if first in (28, 29):
        return int.from_bytes(cff[start + 1:end], "big", signed=True)
    if first < 247:
        return first - 139
    if first < 251:
        return (first - 247) * 256 + cff[start + 1] + 108
    return (251 - first) * 256 - cff[start + 1] - 108


def _long(value: int) -> bytes:
    return b"\x1d" + value.to_bytes(4, "big", signed=True)


def _operator_size(operator: int) -> int:
    return 2 if operator > 255 else 1


def _operator(operator: int) -> bytes:
    return operator.to_bytes(_operator_size(operator), "big")
