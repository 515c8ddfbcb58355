"""Scalar -> Passage: where each piece of a quoted, folded or block text stands in the file."""

from __future__ import annotations

from progprint.diag import Source
from progprint.source.nodes import Passage, Scalar

#: letters after the escape sign of a double-quoted text that take hexadecimal digits, and how many
HEX_DIGITS = {"x": 2, "u": 4, "U": 8}
#: escapes that stand for white space, which alignment skips
BLANK_ESCAPES = frozenset({"", " ", "n", "t", "r", "N", "_", "L", "P", "\t"})

#: letter as written ("" when it was escaped: any letter), line, column
_Cell = tuple[str, int, int]


def place(scalar: Scalar, offset: int) -> Source:
    """Find the line and column of the character at `offset` of a scalar's text."""
    return passage(scalar).place(offset)


def passage(scalar: Scalar) -> Passage:
    """Take a scalar's text with the places of its pieces."""
    source = scalar.source
    quoted = scalar.style in ("'", '"')
    if not scalar.written:
        return Passage(scalar.text, source.file, ((0, source.line, source.column + quoted),))
    lines = scalar.written.replace("\r\n", "\n").split("\n")
    if scalar.style == "|":
        return Passage(scalar.text, source.file, _literal(scalar.text, lines[1:], source.line + 1))
    if scalar.style == ">":
        cells = _cells(lines[1:], source.line + 1, 1, "")
    else:
        lines[0] = lines[0][quoted:]
        cells = _cells(lines, source.line, source.column + quoted, scalar.style)
    starts = _align(scalar.text, cells)
    return Passage(scalar.text, source.file, tuple(starts) or ((0, source.line, source.column),))


def _literal(text: str, lines: list[str], line: int) -> tuple[tuple[int, int, int], ...]:
    """Place the lines of a `|` text: each is a line of the file without its indent."""
    starts: list[tuple[int, int, int]] = []
    offset, indent = 0, 0
    for number, (part, written) in enumerate(zip(text.split("\n"), lines, strict=False)):
        if part:
            indent = len(written) - len(part)
        starts.append((offset, line + number, indent + 1))
        offset += len(part) + 1
    return tuple(starts)


def _cells(lines: list[str], line: int, column: int, style: str) -> list[_Cell]:
    """List the letters of the lines, escapes as one letter each, white space left out."""
    cells: list[_Cell] = []
    for number, text in enumerate(lines):
        first = column if number == 0 else 1
        at = 0
        while at < len(text):
            width, letter = _letter(text, at, style)
            if not letter.isspace():
                cells.append((letter, line + number, first + at))
            at += width
    return cells


def _letter(text: str, at: int, style: str) -> tuple[int, str]:
    """Tell how many characters of the file make the next letter, and which letter."""
    letter = text[at]
    if style == "'" and letter == "'":
        return 2, letter
    if style == '"' and letter == "\\":
        following = text[at + 1 : at + 2]
        if following in BLANK_ESCAPES:
            return 2, " "
        return 2 + HEX_DIGITS.get(following, 0), ""
    return 1, letter


def _align(text: str, cells: list[_Cell]) -> list[tuple[int, int, int]]:
    """Match letters one by one: folding changes white space only."""
    starts: list[tuple[int, int, int]] = []
    taken = 0
    for offset, letter in enumerate(text):
        if letter.isspace():
            continue
        while taken < len(cells) and cells[taken][0] not in ("", letter):
            taken += 1
        if taken == len(cells):
            break
        _, line, column = cells[taken]
        taken += 1
        if starts:
            start, last_line, last_column = starts[-1]
            if line == last_line and column - last_column == offset - start:
                continue
        starts.append((offset, line, column))
    return starts
