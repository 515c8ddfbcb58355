"""A face and the glyph ids drawn with it -> Type0 font objects whose CIDs are the whole font's glyph ids."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple, Protocol

from progprint.cache import Cache
from progprint.pdf.numbers import number
from progprint.pdf.output import Output, dictionary, utf16_hex

#: bumped whenever the same glyphs would be embedded as other bytes
VERSION = f"1:{zlib.ZLIB_RUNTIME_VERSION}"

#: height of a vertical line's origin over the baseline, and its advance, where W2 says nothing (ISO 32000-1,
#: table 117): those of fonts whose em box is that of Han characters
DOWN = (880, -1000)

CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
CMAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
#: entries that one section of a CMap may hold (ISO 32000-1, 9.10.3)
SECTION = 100


class FontProgram(Protocol):
    """A cut-down font file; see `glyphs`."""

    @property
    def data(self) -> bytes: ...
    @property
    def kind(self) -> str: ...
    @property
    def old_to_new(self) -> Mapping[int, int]: ...


class EmbeddableFace(Protocol):
    """What is asked of a face of `glyphs`."""

    @property
    def psname(self) -> str: ...
    @property
    def digest(self) -> str: ...
    def advance(self, glyph: int, /) -> float: ...
    def down(self, glyph: int, /) -> float: ...
    def top(self, glyph: int, /) -> float: ...
    def canonical(self, glyph: int, /) -> str: ...
    def descriptor(self) -> Mapping[str, int | float | list[int]]: ...
    def subset(self, glyphs: Sequence[int], /) -> FontProgram: ...


class Embedding(NamedTuple):
    """Everything that a font's objects say, streams compressed."""

    name: str
    kind: str
    descriptor: str
    widths: str
    #: bytes of the program, uncompressed
    size: int
    program: bytes
    to_unicode: bytes
    #: CIDToGIDMap; empty for CFF
    glyph_map: bytes


def write_font(
    output: Output, face: EmbeddableFace, glyphs: Sequence[int], cache: Cache,
    ways: Sequence[str] = ("H",), *, flat: bool = False,
) -> tuple[tuple[bytes, ...], int]:
    """Write a font's objects; give the size of its program in bytes, and a reference for each of its ways.

    H: glyphs stand side by side; V: one under the other. `flat`: for PDF 1.4, which knows no OpenType file.
    """
    made = _embedding(face, glyphs, cache)
    if flat and made.kind == "opentype-cff":
        bare = _bare(zlib.decompress(made.program))
        made = made._replace(kind="cff-cid", size=len(bare), program=zlib.compress(bare))
    streams = {"Filter": "/FlateDecode"}
    if made.kind == "truetype":
        file, entries = "FontFile2", {**streams, "Length1": made.size}
    else:
        subtype = "/CIDFontType0C" if made.kind == "cff-cid" else "/OpenType"
        file, entries = "FontFile3", {**streams, "Subtype": subtype}
    program = output.write_stream(entries, made.program, compress=False)
    head = f"<</Type/FontDescriptor/FontName/{made.name} {made.descriptor}/{file} "
    descriptor = output.write(head.encode() + program + b">>")
    glyph_map = None
    if made.kind == "truetype":
        glyph_map = output.write_stream({**streams}, made.glyph_map, compress=False)
    descendant = output.write(dictionary(
        Type="/Font", Subtype="/CIDFontType2" if made.kind == "truetype" else "/CIDFontType0",
        BaseFont=f"/{made.name}", CIDSystemInfo="<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        FontDescriptor=descriptor, CIDToGIDMap=glyph_map, DW=1000, W=made.widths,
        W2=f"[{' '.join(_heights(face, glyphs))}]" if "V" in ways else None))
    texts = output.write_stream({**streams}, made.to_unicode, compress=False)
    fonts = tuple(output.write(dictionary(
        Type="/Font", Subtype="/Type0", BaseFont=f"/{made.name}", Encoding=f"/Identity-{way}",
        DescendantFonts=b"[%b]" % descendant, ToUnicode=texts)) for way in ways)
    return fonts, made.size


def _embedding(face: EmbeddableFace, glyphs: Sequence[int], cache: Cache) -> Embedding:
    ids = blake2b(",".join(map(str, glyphs)).encode(), digest_size=16).hexdigest()
    key = f"font:{VERSION}:{face.psname}:{face.digest}:{ids}"
    kept = cache.get(key)
    if kept is not None:
        return _unpack(kept)
    made = _cut(face, glyphs, ids)
    cache.put(key, _pack(made))
    return made


def _bare(program: bytes) -> bytes:
    """The CFF program in an OpenType file; CIDs that it does not know are glyph ids (ISO 32000-1, 9.7.4)."""
    count = int.from_bytes(program[4:6])
    records = (program[12 + 16 * row : 28 + 16 * row] for row in range(count))
    record = next(record for record in records if record[:4] == b"CFF ")
    start, length = int.from_bytes(record[8:12]), int.from_bytes(record[12:16])
    return program[start : start + length]


def _cut(face: EmbeddableFace, glyphs: Sequence[int], ids: str) -> Embedding:
    subset = face.subset(glyphs)
    glyph_map = bytearray()
    if subset.kind == "truetype":
        glyph_map = bytearray(2 * (max(glyphs) + 1))
        for glyph in glyphs:
            glyph_map[2 * glyph:2 * glyph + 2] = subset.old_to_new[glyph].to_bytes(2, "big")
    tag = "".join(chr(ord("A") + int(c, 16)) for c in blake2b(ids.encode(), digest_size=3).hexdigest())
    return Embedding(
        name=f"{tag}+{face.psname}", kind=subset.kind, descriptor=_descriptor(face),
        widths=f"[{' '.join(_widths(face, glyphs))}]", size=len(subset.data),
        program=zlib.compress(subset.data), to_unicode=zlib.compress(_to_unicode(face, glyphs).encode()),
        glyph_map=zlib.compress(bytes(glyph_map)) if glyph_map else b"")


def _descriptor(face: EmbeddableFace) -> str:
    def value(v: int | float | list[int]) -> str:
        return f"[{' '.join(map(str, v))}]" if isinstance(v, list) else number(v)
    return " ".join(f"/{name} {value(v)}" for name, v in sorted(face.descriptor().items()))


def _widths(face: EmbeddableFace, glyphs: Sequence[int]) -> Iterator[str]:
    """`first [width ...]` for each row of neighbours; the full em is the default and left out."""
    row: list[str] = []
    before = -1
    for glyph in glyphs:
        width = number(round(face.advance(glyph), 2))
        if width == "1000":
            continue
        if glyph != before + 1 or not row:
            if row:
                yield "]"
            yield f"{glyph} ["
            row = []
        yield width
        row.append(width)
        before = glyph
    if row:
        yield "]"


def _heights(face: EmbeddableFace, glyphs: Sequence[int]) -> Iterator[str]:
    """`glyph [advance x y]` of the glyphs whose vertical advance and origin are not the default."""
    for glyph in glyphs:
        down, top = round(face.down(glyph), 2), round(face.top(glyph), 2)
        if (top, -down) != DOWN:
            yield f"{glyph} [{number(-down)} {number(round(face.advance(glyph) / 2, 2))} {number(top)}]"


def _to_unicode(face: EmbeddableFace, glyphs: Sequence[int]) -> str:
    texts = ((glyph, face.canonical(glyph)) for glyph in glyphs)
    pairs = iter([f"<{glyph:04X}> <{utf16_hex(text)}>\n" for glyph, text in texts if text])
    sections = []
    while section := list(islice(pairs, SECTION)):
        sections.append(f"{len(section)} beginbfchar\n{''.join(section)}endbfchar\n")
    return CMAP_HEAD + "".join(sections) + CMAP_FOOT


def _pack(made: Embedding) -> bytes:
    parts = (made.program, made.to_unicode, made.glyph_map)
    head = json.dumps([*made[:5], *map(len, parts)])
    return head.encode() + b"\n" + b"".join(parts)


def _unpack(data: bytes) -> Embedding:
    head, body = data.split(b"\n", 1)
    name, kind, descriptor, widths, size, first, second, third = json.loads(head)
    middle = first + second
    return Embedding(name, kind, descriptor, widths, size,
                     body[:first], body[first:middle], body[middle:middle + third])
