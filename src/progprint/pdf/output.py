"""PDF objects -> a file, each written as soon as it is whole.

reportlab's document numbers and formats the objects; its own save would keep all of them in memory, drop the
keys its white lists do not know, and name two different documents by one ID.
"""

from __future__ import annotations

import zlib
from hashlib import blake2b
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc

#: PDF/X-4 is defined on PDF 1.6 (ISO 15930-7, 6.1); PDF/A-2 allows it
VERSION = (1, 6)
#: name under which reportlab has numbered an empty dictionary for fonts; every page shares it here
FONTS = pdfdoc.BasicFonts


class Raw(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object whose bytes are known: what reportlab's own formatting is too slow for."""

    def __init__(self, content: bytes = b"") -> None:
        self.content = content

    def format(self, document: object) -> bytes:
        return self.content


class Output:
    """A PDF file being written: promises numbers, writes objects, remembers where they stand."""

    def __init__(self, stream: BinaryIO, version: tuple[int, int] = VERSION) -> None:
        self._stream = stream
        self._document: Any = pdfdoc.PDFDocument(invariant=1, pdfVersion=version)
        self._digest = blake2b(digest_size=16)
        self._offset = 0
        self._put(b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % version)

    @property
    def size(self) -> int:
        return self._offset

    @property
    def fonts(self) -> bytes:
        """Reference of the fonts' dictionary, to be filled by `write_fonts`."""
        return self.reference(pdfdoc.PDFObjectReference(FONTS))

    def promise(self) -> Raw:
        """Number an object that is written later."""
        raw = Raw()
        self._document.Reference(raw)
        return raw

    def reference(self, target: object) -> bytes:
        """`12 0 R` of an object that is written or promised."""
        if isinstance(target, pdfdoc.PDFObjectReference):
            found: bytes = target.format(self._document)
            return found
        return self.reference(self._document.Reference(target))

    def write(self, content: object, promised: Raw | None = None) -> bytes:
        """Write an object, under the number promised or a new one, and give its reference."""
        made = pdfdoc.format(content, self._document, toplevel=1)
        raw = promised if promised is not None else self.promise()
        raw.content = made
        reference = self._document.Reference(raw)
        self._put_object(reference.name, raw)
        raw.content = b""
        return self.reference(reference)

    def write_stream(self, entries: dict[str, object], data: bytes, *, compress: bool = True) -> bytes:
        """Write a stream. Data that is not to be compressed brings its own Filter, or none."""
        if compress:
            data = zlib.compress(data)
            entries = {**entries, "Filter": "/FlateDecode"}
        head = pdfdoc.format(pdfdoc.PDFDictionary({**entries, "Length": len(data)}), self._document)
        # reportlab leaves out the end of line before `endstream` that PDF/A wants (ISO 19005-2, 6.1.7.1)
        return self.write(b"%b\nstream\n%b\nendstream" % (head, data))

    def write_page_stream(self, compressed: bytes, entries: bytes = b"") -> bytes:
        """Write page operators that are compressed already; `entries` make a form of them."""
        head = b"<<%b/Filter/FlateDecode/Length %d>>" % (entries, len(compressed))
        return self.write(b"%b\nstream\n%b\nendstream" % (head, compressed))

    def write_fonts(self, fonts: dict[str, bytes]) -> None:
        """Write the dictionary that all pages share."""
        dictionary = self._document.idToObject[FONTS]
        dictionary.dict.update(fonts)
        self._put_object(FONTS, dictionary)

    def identity(self) -> str:
        """Hash of everything written so far, as 32 hexadecimal digits."""
        return self._digest.hexdigest()

    def finish(self, catalog: bytes, info: bytes) -> None:
        """Write cross references and trailer."""
        document = self._document
        names = [document.numberToId[n] for n in range(1, len(document.numberToId) + 1)]
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, names)
        start = self._offset
        identity = self.identity().encode()
        self._put(table.format(document))
        trailer = pdfdoc.PDFTrailer(
            startxref=start, Size=len(names) + 1, Root=catalog, Info=info,
            ID=b"[<%b><%b>]" % (identity, identity))
        self._put(trailer.format(document))

    def _put_object(self, name: str, content: object) -> None:
        self._document.idToOffset[name] = self._offset
        self._put(pdfdoc.PDFIndirectObject(name, content).format(self._document))

    def _put(self, data: bytes) -> None:
        self._stream.write(data)
        self._digest.update(data)
        self._offset += len(data)


def dictionary(**entries: object) -> object:
    """A PDF dictionary; str and bytes values are PDF syntax, not text."""
    return pdfdoc.PDFDictionary({name: value for name, value in entries.items() if value is not None})


def array(*values: object) -> object:
    return pdfdoc.PDFArray(values)


def text_string(text: str) -> bytes:
    """Text for readers of the file: ASCII as it is, all else as UTF-16 (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return b"(%b)" % text.encode().replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"<FEFF%b>" % utf16_hex(text).encode()


def utf16_hex(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex().upper()
