"""Page of another PDF file -> a form object with all it draws with, its fonts and colours untouched."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

from progprint.pdf.inspect import Boxes, boxes_of
from progprint.pdf.output import Output, Raw

#: keys of images, forms and fonts' programs that PDF/A refuses, or that lead back to the file they came from
#: (ISO 19005-2, 6.2.8, 6.2.9, 6.6, 6.9); and the keys of a file kept elsewhere. None changes what is seen
LEFT_BEHIND = frozenset({
    "/StructParent", "/StructParents", "/Metadata", "/PieceInfo", "/LastModified", "/OPI", "/Ref",
    "/Alternates", "/OC", "/PS", "/Length", "/F", "/FFilter", "/FDecodeParms", "/DL",
})  # fmt: skip
#: key of a form that is painted as one
GROUP = frozenset({"/Group"})
#: keys of graphics states that PDF/A refuses (ISO 19005-2, 6.2.5): transfer curves of another press
TRANSFER = frozenset({"/TR", "/TR2", "/HTP", "/HTO"})
#: filters that PDF/A takes as they are (ISO 19005-2, 6.1.7.2): LZW is not among them
FILTERS = frozenset({
    "/FlateDecode", "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/JPXDecode", "/RunLengthDecode",
    "/ASCII85Decode", "/ASCIIHexDecode",
})  # fmt: skip


def write_page(output: Output, path: Path, number: int, *, flat: bool = False) -> bytes:
    """Write a page as a form whose trim fills the unit square, as a picture does; its reference.

    `flat`: for PDF/X-1a, which knows no transparency groups; without transparency they change nothing.

    Raises pikepdf's errors and OSError when the file has changed since it was looked at.
    """
    import pikepdf

    with pikepdf.open(path) as pdf:
        page = pdf.pages[number - 1]
        boxes = boxes_of(page.obj)
        copy = _Copy(output, GROUP if flat else frozenset())
        left, foot, right, head = boxes.bleed
        entries: dict[str, object] = {
            "Type": "/XObject", "Subtype": "/Form", "FormType": 1,
            "BBox": _numbers(left, foot, right, head), "Matrix": _numbers(*to_unit_square(boxes), places=9),
            "Resources": copy.resources(page.resources),
        }  # fmt: skip
        if "/Group" in page.obj and not flat:
            entries["Group"] = copy.value(page.obj["/Group"])
        contents = page.obj.get("/Contents")
        streams = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        operators = b"\n".join(s.read_bytes() for s in streams if s is not None)
        written = output.write_stream(entries, operators)
        copy.rest()
        return written


def to_unit_square(boxes: Boxes) -> tuple[float, float, float, float, float, float]:
    """Give the matrix that takes a page's trim, turned as it is read, to the unit square."""
    left, foot, right, head = boxes.trim
    width, height = right - left, head - foot
    # a quarter clockwise takes the foot to the left, the left to the head
    return {
        0: (1 / width, 0.0, 0.0, 1 / height, -left / width, -foot / height),
        90: (0.0, -1 / width, 1 / height, 0.0, -foot / height, right / width),
        180: (-1 / width, 0.0, 0.0, -1 / height, right / width, head / height),
        270: (0.0, 1 / width, -1 / height, 0.0, head / height, -left / width),
    }[boxes.turn]


def _numbers(*values: float, places: int = 4) -> bytes:
    shown = (f"{value:.{places}f}".rstrip("0").rstrip(".") for value in values)
    return f"[{' '.join('0' if text in ('', '-0') else text for text in shown)}]".encode()


class _Copy:
    """Objects of one file on their way into another."""

    def __init__(self, output: Output, without: frozenset[str]) -> None:
        self._output = output
        #: keys of forms and images that are left behind
        self._without = LEFT_BEHIND | without
        #: objects by their number in the other file
        self._promised: dict[tuple[int, int], Raw] = {}
        self._waiting: list[tuple[Any, Raw]] = []

    def value(self, found: Any) -> bytes:
        """The bytes that stand for an object: itself, or the reference to its copy."""
        if getattr(found, "is_indirect", False) and self._is_compound(found):
            return self._reference(found)
        return self._plain(found)

    def resources(self, found: Any) -> bytes:
        """The bytes of a page's or a form's resources."""
        parts = []
        for key in sorted(found.keys()):
            shown = self._states(found[key]) if key == "/ExtGState" else self.value(found[key])
            parts.append(key.encode() + b" " + shown)
        return b"<<%b>>" % b"".join(parts)

    def _states(self, found: Any) -> bytes:
        states = {key: self._entries(found[key], TRANSFER) for key in sorted(found.keys())}
        return b"<<%b>>" % b"".join(_name(key) + b"<<%b>>" % shown for key, shown in states.items())

    def rest(self) -> None:
        """Write everything that is referred to and not yet written."""
        while self._waiting:
            found, promised = self._waiting.pop(0)
            if self._is_stream(found):
                self._stream(found, promised)
            else:
                self._output.write(Raw(self._plain(found)), promised)

    def _reference(self, found: Any) -> bytes:
        key = found.objgen
        if key not in self._promised:
            self._promised[key] = self._output.promise()
            self._waiting.append((found, self._promised[key]))
        return self._output.reference(self._promised[key])

    def _plain(self, found: Any) -> bytes:
        import pikepdf

        if isinstance(found, bool):
            return b"true" if found else b"false"
        if isinstance(found, int | Decimal | float):
            return _number(found)
        if found is None:
            return b"null"
        if isinstance(found, pikepdf.Array):
            return b"[%b]" % b" ".join(self.value(item) for item in found)
        if isinstance(found, pikepdf.Dictionary):
            if str(found.get("/Type", "")) in ("/OCG", "/OCMD"):
                # without the file's list of layers all of them are shown
                return b"<<>>"
            return b"<<%b>>" % self._entries(found)
        plain: bytes = found.unparse()
        return plain

    def _entries(self, found: Any, without: frozenset[str] = frozenset()) -> bytes:
        parts = []
        for key in sorted(found.keys()):
            if key == "/Resources":
                parts.append(b"/Resources" + self.resources(found[key]))
            elif key not in without:
                parts.append(_name(key) + b" " + self.value(found[key]))
        return b"".join(parts)

    def _stream(self, found: Any, promised: Raw) -> None:
        import pikepdf

        filters = found.get("/Filter")
        names = [str(f) for f in filters] if isinstance(filters, pikepdf.Array) else [str(filters or "")]
        # a smoothing of its own is refused (ISO 19005-2, 6.2.8)
        without = self._without | {"/Interpolate"}
        if all(name in FILTERS for name in names if name):
            data, extra = found.read_raw_bytes(), b""
            if filters is None:
                data, extra = _deflated(data), b"/Filter/FlateDecode"
        else:
            data, extra = _deflated(found.read_bytes()), b"/Filter/FlateDecode"
            without |= {"/Filter", "/DecodeParms"}
        head = b"<<%b%b/Length %d>>" % (self._entries(found, without), extra, len(data))
        self._output.write(Raw(b"%b\nstream\n%b\nendstream" % (head, data)), promised)

    @staticmethod
    def _is_compound(found: Any) -> bool:
        import pikepdf

        return isinstance(found, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream)

    @staticmethod
    def _is_stream(found: Any) -> bool:
        import pikepdf

        return isinstance(found, pikepdf.Stream)


def _name(key: str) -> bytes:
    import pikepdf

    shown: bytes = pikepdf.Name(key).unparse()
    return shown


def _deflated(data: bytes) -> bytes:
    from zlib import compress

    return compress(data)


def _number(value: int | float | Decimal) -> bytes:
    # no exponents in PDF (ISO 32000-1, 7.3.3)
    return (f"{value:f}" if isinstance(value, Decimal) else f"{value}").encode()
