"""Font of a file -> what it needs to be judged and measured."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple

from progprint.press.preflight.cmaps import read_cmap
from progprint.press.preflight.objects import (
    TooMuch,
    array,
    decoded,
    entry,
    identity,
    is_stream,
    items,
    name,
    number,
)
from progprint.press.preflight.programs import program_fault

#: the encodings that say by themselves which characters are meant (ISO 32000-1, 9.6.6)
KNOWN_ENCODINGS = frozenset(
    {"/WinAnsiEncoding", "/MacRomanEncoding", "/StandardEncoding", "/MacExpertEncoding"}
)
#: character collections of Han fonts, whose glyphs have known characters
HAN = frozenset({"GB1", "CNS1", "Japan1", "Korea1", "KR"})
#: widths of one font: codes of two bytes, each said twice
MOST_WIDTHS = 131_072
#: kinds of white space that one font has: a map that says more of them hides letters
MOST_BLANKS = 4
#: advance where a font says nothing: about that of a digit
USUAL_WIDTH = 0.5


class Font(NamedTuple):
    """A font as the file has it."""

    name: str
    embedded: bool
    composite: bool = False
    type3: bool = False
    vertical: bool = False
    #: glyphs are of a Han collection, whatever text they have
    han: bool = False
    #: the characters of its glyphs can be known
    readable: bool = True
    texts: Mapping[int, str] = MappingProxyType({})
    #: in ems
    widths: Mapping[int, float] = MappingProxyType({})
    usual_width: float = USUAL_WIDTH
    #: why its program cannot be used
    fault: str = ""
    #: its text says truly which glyphs are blank, as far as can be told
    tells_blanks: bool = True
    #: of Type 3: the font's dictionary, whose glyphs are small pages
    source: Any = None


NO_FONT = Font("none", embedded=True)


def read_font(found: Any) -> Font:
    """Read a font; what is damaged in it counts as not there."""
    kind = name(entry(found, "/Subtype"))
    holder = found
    if kind == "/Type0":
        below = array(entry(found, "/DescendantFonts"))
        holder = below[0] if below else None
    descriptor = entry(holder, "/FontDescriptor")
    programs = [entry(descriptor, f"/FontFile{end}") for end in ("", "2", "3")]
    embedded = any(is_stream(program) for program in programs)
    fault = next((program_fault(program) for program in programs if is_stream(program)), "")
    texts = _texts(found)
    blanks = sum(1 for text in texts.values() if text and not text.strip())
    shown = name(entry(found, "/BaseFont")).removeprefix("/") or "without a name"
    if kind == "/Type0":
        font = Font(shown, embedded, composite=True, texts=texts, fault=fault)
        return _composite(found, holder, font._replace(tells_blanks=blanks <= MOST_BLANKS))
    drawn = kind == "/Type3" and any(True for _ in items(entry(found, "/CharProcs")))
    widths = dict(_simple_widths(found, 0.001 if kind != "/Type3" else _type3_unit(found)))
    return Font(
        shown,
        embedded or drawn,
        type3=drawn,
        texts=texts,
        widths=widths,
        readable=bool(texts) or _says_characters(found, descriptor),
        usual_width=number(entry(descriptor, "/MissingWidth"), 500.0) / 1000 or USUAL_WIDTH,
        fault=fault,
        tells_blanks=blanks <= MOST_BLANKS,
        source=found if drawn else None,
    )


def _texts(found: Any) -> dict[int, str]:
    stream = entry(found, "/ToUnicode")
    if not is_stream(stream):
        return {}
    try:
        return read_cmap(decoded(stream))
    except (TooMuch, ValueError):
        return {}


def _composite(found: Any, holder: Any, font: Font) -> Font:
    encoding = entry(found, "/Encoding")
    word = name(encoding)
    ordering = str(entry(entry(holder, "/CIDSystemInfo"), "/Ordering", ""))
    vertical = word.endswith("-V") or number(entry(encoding, "/WMode")) == 1
    plain = word in ("/Identity-H", "/Identity-V") or not word
    return font._replace(
        vertical=vertical,
        han=ordering in HAN,
        readable=bool(font.texts) or ordering in HAN or not plain,
        widths=dict(islice(_cid_widths(entry(holder, "/W")), MOST_WIDTHS)),
        usual_width=number(entry(holder, "/DW"), 1000.0) / 1000,
    )


def _cid_widths(found: Any) -> Iterator[tuple[int, float]]:
    """Entries `first [w ...]` and `first last w`."""
    rows = array(found)
    at = 0
    while at + 1 < len(rows):
        first, second = int(number(rows[at])), rows[at + 1]
        listed = array(second)
        if listed:
            yield from ((first + i, number(width) / 1000) for i, width in enumerate(listed))
            at += 2
        elif at + 2 < len(rows):
            last = min(int(number(second)), first + 65_535)
            yield from ((cid, number(rows[at + 2]) / 1000) for cid in range(first, last + 1))
            at += 3
        else:
            return


def _simple_widths(found: Any, unit: float) -> Iterator[tuple[int, float]]:
    first = int(number(entry(found, "/FirstChar")))
    widths = array(entry(found, "/Widths"))[:256]
    return ((first + i, number(width) * unit) for i, width in enumerate(widths))


def _type3_unit(found: Any) -> float:
    matrix = array(entry(found, "/FontMatrix"))
    return abs(number(matrix[0], 0.001)) if matrix else 0.001


def _says_characters(found: Any, descriptor: Any) -> bool:
    """Whether the encoding alone says which characters are meant."""
    encoding = entry(found, "/Encoding")
    if name(encoding) in KNOWN_ENCODINGS:
        return True
    symbolic = int(number(entry(descriptor, "/Flags"))) & 4
    differences = [name(n) for n in array(entry(encoding, "/Differences")) if name(n)]
    if differences:
        return not any(_is_makeshift(glyph) for glyph in differences)
    return not symbolic and name(entry(found, "/Subtype")) != "/Type3"


def _is_makeshift(glyph: str) -> bool:
    """`/g12`, `/c34`, `/a5`: a subset's own counting, which says nothing."""
    plain = glyph.removeprefix("/")
    return len(plain) > 1 and plain[0] in "gGcCaA" and plain[1:].isdigit()


class Fonts:
    """The fonts met so far, each read once."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int], Font] = {}
        #: what was used, in the order it was met, with the page
        self.used: dict[str, tuple[Font, int]] = {}
        #: what is wrong with ICC profiles that colour spaces use
        self.profiles: dict[tuple[int, int], str] = {}

    def read(self, found: Any, page: int) -> Font:
        key = identity(found)
        font = self._known.get(key) if key != (0, 0) else None
        if font is None:
            font = read_font(found)
            if key != (0, 0):
                self._known[key] = font
        self.used.setdefault(f"{font.name} {key} {font.embedded} {font.readable} {font.fault}", (font, page))
        return font
