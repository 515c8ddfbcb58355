"""Objects of a file that nobody vouches for -> plain values, within bounds."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

#: bytes that one stream of operators, a CMap or a function may have once unpacked. The fullest of our
#: pages has 0.1 MB, a city map drawn in vectors about 8
MOST_OPERATORS_BYTES = 12_000_000
#: bytes of one picture once unpacked: A3 at 600 dpi in four inks has 280 MB
MOST_PICTURE_BYTES = 300_000_000
#: packed bytes of filters whose gain is not measured before: LZW unpacks to 1,400 times as much at most
MOST_UNMEASURED = 200_000
#: parents of a page, forms in forms
DEEPEST = 28
#: filters that give what they take at most
PLAIN = frozenset({"/ASCIIHexDecode", "/ASCII85Decode", "/AHx", "/A85"})
FLATE = frozenset({"/FlateDecode", "/Fl"})
PICTURES = frozenset({"/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode", "/DCT", "/CCF"})


class TooMuch(Exception):
    """Raised when a file asks for more than a page of print can need."""


def items(found: Any) -> Iterator[tuple[str, Any]]:
    """Keys and values of a dictionary; nothing of what is none."""
    import pikepdf

    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        yield from ((key, found.get(key)) for key in sorted(found.keys()))


def array(found: Any) -> list[Any]:
    """The members of an array; of anything else none."""
    import pikepdf

    return list(found) if isinstance(found, pikepdf.Array) else []


def entry(found: Any, key: str, default: Any = None) -> Any:
    """A value of a dictionary or stream; `default` of what is none."""
    import pikepdf

    if not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        return default
    value = found.get(key)
    return default if value is None else value


def number(found: Any, default: float = 0.0) -> float:
    try:
        return float(found)
    except (TypeError, ValueError, ArithmeticError):
        return default


def numbers(found: Any) -> tuple[float, ...]:
    return tuple(number(value) for value in array(found))


def name(found: Any) -> str:
    """A name with its slash; empty when it is none."""
    import pikepdf

    return str(found) if isinstance(found, pikepdf.Name) else ""


def string(found: Any) -> bytes:
    """The bytes of a string; of anything else none."""
    import pikepdf

    return bytes(found) if isinstance(found, pikepdf.String) else b""


def words(found: Any) -> str:
    import pikepdf

    return str(found) if isinstance(found, pikepdf.String | pikepdf.Name) else ""


def identity(found: Any) -> tuple[int, int]:
    """Number of an indirect object; (0, 0) of a direct one."""
    number_of: tuple[int, int] = getattr(found, "objgen", (0, 0))
    return number_of


def inherited(page: Any, key: str) -> Any:
    """A page's value, its own or its parents' (ISO 32000-1, 7.7.3.4)."""
    node, depth = page, 0
    while node is not None and depth < DEEPEST:
        value = entry(node, key)
        if value is not None:
            return value
        node, depth = entry(node, "/Parent"), depth + 1
    return None


def filters(stream: Any) -> list[str]:
    found = stream.get("/Filter")
    return [name(f) for f in array(found)] or ([name(found)] if found is not None else [])


def is_stream(found: Any) -> bool:
    import pikepdf

    return isinstance(found, pikepdf.Stream)


def decoded(stream: Any, most: int = MOST_OPERATORS_BYTES) -> bytes:
    """Unpack a stream whose filters are not those of pictures. Raises TooMuch beyond `most` bytes."""
    kinds = [kind for kind in filters(stream) if kind not in PLAIN]
    raw: bytes = stream.read_raw_bytes()
    if len(raw) > most:
        raise TooMuch(f"a stream of {len(raw)} bytes")
    if len(kinds) == 1 and kinds[0] in FLATE and len(filters(stream)) == 1:
        unpacked = _inflated(raw, most)
        if entry(stream, "/DecodeParms") is None:
            return unpacked
    elif kinds and len(raw) > MOST_UNMEASURED:
        raise TooMuch(f"a stream packed by {', '.join(k.strip('/') for k in kinds)} of {len(raw)} bytes")
    whole: bytes = stream.read_bytes()
    if len(whole) > most:
        raise TooMuch(f"a stream of {len(whole)} bytes")
    return whole


def _inflated(raw: bytes, most: int) -> bytes:
    machine = zlib.decompressobj()
    try:
        unpacked = machine.decompress(raw, most + 1)
    except zlib.error:
        return b""
    if len(unpacked) > most:
        raise TooMuch(f"a stream that unpacks to more than {most // 1_000_000} MB")
    return unpacked
