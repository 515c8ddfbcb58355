"""A file and a page number -> the name of a page of a PDF file among pictures, and back (RFC 8118, 3)."""

from __future__ import annotations

import re

_NAMED = re.compile(r"(.*\.pdf)(?:#page=(\d+))?", re.IGNORECASE | re.DOTALL)


def picture_name(file: str, page: int = 1) -> str:
    """Name a picture file, or one page of a PDF file: `ads/bank.pdf#page=2`."""
    return f"{file}#page={page}" if file.lower().endswith(".pdf") else file


def shown_name(name: str) -> str:
    """The name of a picture for people, without its folder: `bank.pdf, page 2`."""
    sheet = sheet_of(name)
    if sheet is None or sheet[1] == 1:
        return (sheet[0] if sheet else name).rpartition("/")[2]
    return f"{sheet[0].rpartition('/')[2]}, page {sheet[1]}"


def sheet_of(name: str) -> tuple[str, int] | None:
    """The file and page that a name stands for, the first when it says none; None for other pictures."""
    match = _NAMED.fullmatch(name)
    return (match[1], int(match[2] or 1)) if match else None
