"""Bytes of a file -> its pages, or why it cannot be read; within bounds before anything is unpacked."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import Any

from progprint.press.preflight.objects import TooMuch
from progprint.press.preflight.types import Finding, fault

#: bytes of a file that is read: a book of a thousand pages with pictures has 0.5 GB
MOST_BYTES = 2_000_000_000
#: bytes that the file's own tables (object and reference streams) may have once unpacked
MOST_TABLES = 300_000_000
#: pages of one file
MOST_PAGES = 5000
TABLES = re.compile(rb"/(?:ObjStm|XRef)\b[^\0]{0,600}?stream\r?\n", re.DOTALL)


def open_file(path: Path) -> tuple[Any, Finding | None]:
    """Open a file with pikepdf; None and the finding when it cannot be."""
    import pikepdf

    try:
        if path.stat().st_size > MOST_BYTES:
            return None, fault(
                "too-much", f"the file is larger than {MOST_BYTES // 1_000_000} MB; it was not read"
            )
        _measure(path.read_bytes())
        pdf = pikepdf.open(path)
        pages = len(pdf.pages)
    except pikepdf.PasswordError:
        return None, fault("encrypted", "the file is encrypted and needs a password; it was not read")
    except TooMuch as much:
        return None, fault("too-much", f"{much}; the file was not read")
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError, KeyError, AttributeError) as wrong:
        reason = " ".join(str(wrong).replace(str(path), "").split()).lstrip(": ")[-160:]
        return None, fault("unreadable", f"the file cannot be read as a PDF: {reason}")
    if pages > MOST_PAGES:
        return None, fault("too-much", f"{pages} pages are more than {MOST_PAGES}; the file was not read")
    if not pages:
        return None, fault("unreadable", "the file has no page")
    return pdf, None


def _measure(data: bytes) -> None:
    """Refuse tables that unpack to more than memory holds, which a reader would unpack at once."""
    if b"%PDF-" not in data[:2048]:
        raise ValueError("it does not begin as one")
    left = MOST_TABLES
    for found in TABLES.finditer(data):
        machine = zlib.decompressobj()
        try:
            left -= len(machine.decompress(data[found.end() : found.end() + 40_000_000], left + 1))
        except zlib.error:
            continue
        if left < 0:
            raise TooMuch(f"the file's own tables unpack to more than {MOST_TABLES // 1_000_000} MB")
