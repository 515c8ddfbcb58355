"""XMP packet -> the properties that a press asks for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple
from xml.parsers import expat

#: the namespaces that are asked for -> what the rules call them, whatever prefix a file gives them
SPACES = {
    "http://purl.org/dc/elements/1.1/": "dc", "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/pdf/1.3/": "pdf", "http://www.npes.org/pdfx/ns/id/": "pdfxid",
}  # fmt: skip
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns# "


class Xmp(NamedTuple):
    """What a packet says."""

    #: `dc:title` -> its first value, with single spaces
    values: Mapping[str, str] = MappingProxyType({})
    #: why it cannot be read; what stands before the fault is in `values`
    fault: str = ""

    def get(self, key: str) -> str:
        return self.values.get(key, "")


def read_xmp(data: bytes) -> Xmp:
    """Read a packet; entities, by which a small one could grow without end, are refused."""
    reader = _Reader()
    machine = expat.ParserCreate(namespace_separator=" ")
    machine.StartElementHandler, machine.EndElementHandler = reader.start, reader.end
    machine.CharacterDataHandler = reader.text
    machine.EntityDeclHandler = _refuse
    try:
        machine.Parse(data.strip(b" \r\n\t\0"), True)
    except (expat.ExpatError, ValueError) as wrong:
        return Xmp(reader.found(), str(wrong)[:80])
    return Xmp(reader.found())


def _refuse(*declared: object) -> None:
    raise ValueError("it declares entities")


def _key(word: str) -> str:
    """`dc:title` of an expanded name; empty of a namespace that is not asked for."""
    space, _, local = word.rpartition(" ")
    return f"{SPACES[space]}:{local}" if space in SPACES else ""


class _Reader:
    """Takes a packet's elements as they come."""

    def __init__(self) -> None:
        self._values: dict[str, list[str]] = {}
        self._path: list[str] = []
        self._key = ""
        self._items = 0

    def start(self, word: str, attributes: dict[str, str]) -> None:
        if self._path and self._path[-1] == f"{_RDF}Description" and not self._key:
            key = _key(word)
            if key not in self._values:
                self._key, self._items = key, 0
        if word == f"{_RDF}Description" and not self._key:
            for name, value in attributes.items():
                if _key(name):
                    self._values.setdefault(_key(name), [value])
        self._items += word == f"{_RDF}li"
        self._path.append(word)

    def end(self, word: str) -> None:
        self._path.pop()
        if self._key and self._path and self._path[-1] == f"{_RDF}Description":
            self._values.setdefault(self._key, [])
            self._key = ""

    def text(self, part: str) -> None:
        # of several languages the first is the default one
        if self._key and self._items <= 1:
            self._values.setdefault(self._key, []).append(part)

    def found(self) -> dict[str, str]:
        return {key: " ".join("".join(parts).split()) for key, parts in self._values.items()}
