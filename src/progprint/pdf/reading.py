"""Any PDF file, whoever wrote it -> its pages' words and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from progprint.diag import BadInput, Diagnostic, Severity, Source
from progprint.images import Bitmap

#: pixels of a page's longer side at most: a poster would fill the memory
MOST_PIXELS = 4000
#: characters of a page that are read: a page of a telephone book has 15,000
MOST_CHARACTERS = 100_000
#: pdfium's code for a file that wants a password
_PASSWORD = 4
#: how pdfium gives a hyphen at a line's end
_HYPHEN = re.compile("[\u0002\ufffe\u00ad](\r?\n)?")


class PdfPages:
    """The pages of an opened PDF; numbers count from 0."""

    def __init__(self, document: Any, file: Path) -> None:
        self._document, self._file = document, file

    def __len__(self) -> int:
        return len(self._document)

    def text(self, number: int) -> str:
        """What is written on a page, words that lines divide in one. Raises BadInput."""
        page = self._page(number)
        try:
            reader = page.get_textpage()
            text = str(reader.get_text_range(0, min(reader.count_chars(), MOST_CHARACTERS)))
            reader.close()
        finally:
            page.close()
        return _HYPHEN.sub("", text)

    def picture(self, number: int, dpi: float) -> Bitmap:
        """A page as it would be cut: without its bleed. Raises BadInput."""
        page = self._page(number)
        try:
            page.set_cropbox(*page.get_trimbox())
            scale = min(dpi / 72, MOST_PIXELS / max(*page.get_size(), 1.0))
            bitmap = page.render(scale=scale, rev_byteorder=True)
            row, stride, data = bitmap.width * 3, bitmap.stride, bytes(bitmap.buffer)
            rows = (data[start : start + row] for start in range(0, stride * bitmap.height, stride))
            pixels = data if stride == row else b"".join(rows)
            made = Bitmap(bitmap.width, bitmap.height, pixels[: row * bitmap.height])
            bitmap.close()
        finally:
            page.close()
        return made

    def label(self, number: int) -> str:
        """The folio by which readers call a page."""
        return str(self._document.get_page_label(number) or number + 1)

    def _page(self, number: int) -> Any:
        import pypdfium2

        try:
            return self._document[number]
        except pypdfium2.PdfiumError as fault:
            message = f"page {number + 1} cannot be read: the file is damaged"
            raise _refused(self._file, message, "write the file again, or ask for another copy") from fault


@contextmanager
def opened_pdf(file: Path) -> Iterator[PdfPages]:
    """Open a PDF for reading. Raises BadInput with `wrong-use-pdf` when it is none, damaged or locked."""
    import pypdfium2

    try:
        # read whole, so that a file may be compared with one that a build is about to replace
        document = pypdfium2.PdfDocument(file.read_bytes())
    except OSError as fault:
        message = "there is no such file" if not file.exists() else fault.strerror or str(fault)
        raise _refused(file, message, "") from fault
    except pypdfium2.PdfiumError as fault:
        if getattr(fault, "err_code", None) == _PASSWORD:
            hint = "save a copy without a password, and compare that"
            raise _refused(file, "the file is locked by a password", hint) from fault
        raise _refused(file, "this is no PDF, or a damaged one", "") from fault
    try:
        yield PdfPages(document, file)
    finally:
        document.close()


def _refused(file: Path, message: str, hint: str) -> BadInput:
    return BadInput((Diagnostic(Severity.ERROR, "wrong-use-pdf", message, Source(str(file)), hint),))
