"""Bytes of a file -> its pages, or why it cannot be read; within bounds before anything is unpacked."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from progprint.press.preflight.objects import MOST_PICTURE_BYTES, TooMuch
from progprint.press.preflight.types import Finding, fault

#: bytes of a file that is read: a book of a thousand pages with pictures has 0.5 GB
MOST_BYTES = 2_000_000_000
#: bytes that the file's own tables (object and reference streams) may have once unpacked
MOST_TABLES = 300_000_000
#: bytes that are unpacked at a time
PIECE = 65_536
#: pages of one file
MOST_PAGES = 5000
TABLES = re.compile(rb"/(?:ObjStm|XRef)\b[^\0]{0,600}?stream\r?\n", re.DOTALL)


@contextmanager
def bounded() -> Iterator[None]:
    """Let the reader unpack no stream beyond what one picture may have, for as long as this lasts."""
    import pikepdf.settings

    most = MOST_PICTURE_BYTES
    before: dict[str, Any] = pikepdf.settings.set_qpdf_limits(
        flate_max_memory=most, run_length_max_memory=most, dct_max_memory=most, png_max_memory=most,
        tiff_max_memory=most,
    )  # fmt: skip
    try:
        yield
    finally:
        pikepdf.settings.set_qpdf_limits(**before)


def open_file(path: Path) -> tuple[Any, Finding | None]:
    """Open a file with pikepdf; None and the finding when it cannot be."""
    import pikepdf

    try:
        if path.exists() and not path.is_file():
            return None, fault("unreadable", "this is no file")
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
        left -= _unpacked(memoryview(data)[found.end() :], left + 1)
        if left < 0:
            raise TooMuch(f"the file's own tables unpack to more than {MOST_TABLES // 1_000_000} MB")


def _unpacked(packed: memoryview, most: int) -> int:
    """How many bytes come out, no more than asked for; they are thrown away."""
    machine, found = zlib.decompressobj(), 0
    try:
        for start in range(0, len(packed), PIECE):
            rest = bytes(packed[start : start + PIECE])
            while rest and found < most and not machine.eof:
                found += len(machine.decompress(rest, PIECE))
                rest = machine.unconsumed_tail
            if machine.eof or found >= most:
                break
    except zlib.error:
        return found
    return found
