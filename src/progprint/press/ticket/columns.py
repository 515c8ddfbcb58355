"""Text -> lines of at most so many cells, a Han character counted as two, as fonts of one width draw it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

#: cells of a line: what a terminal, a mail and a sheet of paper all show
WIDTH = 80
#: cells of the names at the left
NAMES = 16
#: marks that never begin a line (JLREQ 3.1.7): they stay with what is before them
NOT_FIRST = frozenset("、。，．：；！？」』）》〉】〕’”·…—")


def cells(text: str) -> int:
    """How wide a text is."""
    return sum(map(_cells_of, text))


def _cells_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def plain(text: str) -> str:
    """The text on one line, without what would steer a terminal."""
    kept = (c if unicodedata.category(c) not in ("Cc", "Cf") or c in "\u200b\u200d" else " " for c in text)
    return " ".join("".join(kept).split())


def wrapped(text: str, width: int) -> Iterator[str]:
    """Lines of words; between Han characters a line may break as well."""
    line, space = "", ""
    for piece in _pieces(plain(text)):
        if piece == " ":
            space = " "
            continue
        if line and cells(line) + cells(space) + cells(piece) > width:
            yield line
            line, space = "", ""
        line += space + piece if line else piece
        space = ""
        while cells(line) > width:
            cut = _cut(line, width)
            yield line[:cut]
            line = line[cut:]
    if line:
        yield line


def _pieces(text: str) -> Iterator[str]:
    """Words, spaces, and Han characters with the marks that open before and follow them."""
    piece = ""
    for character in text:
        wide = _cells_of(character) == 2
        if character == " ":
            yield from filter(None, (piece, " "))
            piece = ""
        elif piece and (character in NOT_FIRST or not _cells_of(character)):
            piece += character
        elif piece and any(map(str.isalnum, piece)) and (wide or _cells_of(piece[-1]) == 2):
            yield piece
            piece = character
        else:
            piece += character
    if piece:
        yield piece


def _cut(line: str, width: int) -> int:
    """Characters that fit: a path or a sum may be longer than a line."""
    used = 0
    for at, character in enumerate(line):
        used += _cells_of(character)
        if used > width:
            return max(at, 1)
    return len(line)


def row(name: str, text: str, indent: int = 2) -> Iterator[str]:
    """A name, and what it stands for beside it."""
    left = " " * indent + name
    room = indent + NAMES
    first = left + " " * max(1, room - cells(left))
    lines = list(wrapped(text, WIDTH - room)) or [""]
    if cells(left) >= room:
        yield left
        first = " " * room
    yield (first + lines[0]).rstrip()
    yield from (" " * room + line for line in lines[1:])


def columns(rows: Iterable[tuple[str, ...]], indent: int) -> Iterator[str]:
    """Rows of short texts below one another; all but the first column flush right."""
    listed = list(rows)
    widths = [max(map(cells, column)) for column in zip(*listed, strict=True)]
    for first, *others in listed:
        line = " " * indent + first + " " * (widths[0] - cells(first))
        for text, width in zip(others, widths[1:], strict=True):
            line += "  " + " " * (width - cells(text)) + text
        yield line.rstrip()


def heading(text: str) -> Iterator[str]:
    yield ""
    yield text
    yield "-" * WIDTH
