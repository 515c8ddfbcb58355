"""One font of a file at fixed axes -> Face: metrics, canonical texts, subset for embedding."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from math import radians, tan
from typing import NamedTuple

import uharfbuzz as hb

from progprint.glyphs.canonical import (
    canonical_texts,
    design_texts,
    mark_texts,
    named_text,
    variant_texts,
    vertical_texts,
)
from progprint.glyphs.cff import is_cid_keyed, with_cids
from progprint.glyphs.marks import is_ignorable, is_selector

#: what a PDF viewer never reads in an embedded font
_DROPPED = (
    "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "kern", "name", "post", "cmap", "OS/2", "vhea", "vmtx", "VORG",
    "STAT", "DSIG", "meta", "gasp", "MATH", "COLR", "CPAL", "SVG ", "CBDT", "CBLC", "sbix", "LTSH", "VDMX",
    "hdmx", "PCLT",
)


class Subset(NamedTuple):
    """A font program ready to be embedded, whose CIDs are the whole font's glyph ids."""

    data: bytes
    #: truetype: FontFile2, with a CIDToGIDMap made of `old_to_new`; cff-cid: FontFile3 /CIDFontType0C;
    #: opentype-cff: FontFile3 /OpenType, name-keyed, glyph ids kept
    kind: str
    #: glyph id of the whole font -> glyph id in `data`
    old_to_new: dict[int, int]


class Face:
    """Reads one font; holds nothing that a caller could change, only what it has read already."""

    def __init__(
        self, blob: hb.Blob, number: int = 0, axes: Mapping[str, float] | None = None, digest: str = "",
    ) -> None:
        """`number` is the font's place in a collection."""
        self.hb_face = hb.Face(blob, number)
        self.hb_font = hb.Font(self.hb_face)
        #: axis -> value, all axes of a variable font
        self.axes = dict(sorted((axes or {}).items()))
        if self.axes:
            self.hb_font.set_variations(self.axes)
        tags = frozenset(self.hb_face.table_tags)
        self.upem: int = self.hb_face.upem
        #: 1/1000 em in one font unit
        self.scale: float = 1000.0 / self.upem
        self.is_cff = "CFF " in tags or "CFF2" in tags
        self.cid_keyed = "CFF2" in tags or ("CFF " in tags and is_cid_keyed(self.table("CFF ")))
        #: has measures for vertical lines
        self.is_vertical = "vmtx" in tags
        self.psname = self._postscript_name()
        #: SHA-256 of the file
        self.digest = digest
        self.key = f"{self.psname}-{digest[:8]}"
        self._texts: dict[int, str] = {}
        self._mapped = self._designed = self._turned = False
        self._advances: dict[int, float] = {}
        self._covered: set[str] = set()
        self._features: dict[str, frozenset[str]] = {}

    def table(self, tag: str) -> bytes:
        return bytes(self.hb_face.reference_table(tag).data)

    def advance(self, glyph: int) -> float:
        """Width in 1/1000 em."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.hb_font.get_glyph_h_advance(glyph) * self.scale
        return width

    def down(self, glyph: int) -> float:
        """Advance in a vertical line, in 1/1000 em. The space is no longer than it is wide."""
        if glyph == self.hb_font.get_nominal_glyph(32):
            return self.advance(glyph)
        return -self.hb_font.get_glyph_v_advance(glyph) * self.scale if self.is_vertical else 1000.0

    def top(self, glyph: int) -> float:
        """Where a vertical line's origin lies above the baseline, in the middle of the glyph; 1/1000 em."""
        return self.hb_font.get_glyph_v_origin(glyph)[1] * self.scale if self.is_vertical else self.em_ascent

    @property
    def axis(self) -> float:
        """Height above the baseline of the middle of a vertical line, in 1/1000 em.

        Half the em of a Han font, else half the capitals' height.
        """
        return self.em_ascent - 500 if self.has("\u4e00") or self.has("\uac00") else self.cap_height / 2

    def has(self, character: str) -> bool:
        return bool(self.hb_font.get_nominal_glyph(ord(character)))

    def covers(self, text: str) -> bool:
        """Whether every character that needs a glyph has one."""
        if not self._covered.issuperset(text):
            for at, character in enumerate(text):
                if character in self._covered or is_ignorable(character):
                    continue
                if is_selector(character) and at:
                    if not self.has_form(text[at - 1], character):
                        return False
                elif not self.has(character):
                    return False
            # whether a font has a form is a matter of both characters
            self._covered.update(c for c in text if not is_selector(c))
        return True

    def has_form(self, base: str, selector: str) -> bool:
        """Whether the font knows this variation sequence (cmap, format 14)."""
        return self.hb_font.get_variation_glyph(ord(base), ord(selector)) is not None

    @property
    def texts(self) -> dict[int, str]:
        """Canonical texts of the glyphs that the cmap reaches; read once."""
        if not self._mapped:
            self._texts = canonical_texts(self.hb_face, self.hb_font)
            if self.cid_keyed:
                self._texts.update(mark_texts(self.hb_font, self._texts))
            self._mapped = True
        return self._texts

    def canonical(self, glyph: int) -> str:
        """The text that this glyph stands for, a function of the font alone; empty if it has none."""
        texts = self.texts
        text = texts.get(glyph)
        if text is None:
            text = texts[glyph] = self._unmapped(glyph)
        return text

    def _unmapped(self, glyph: int) -> str:
        if not glyph:
            return ""
        if not self._turned:
            self._turned = True
            self._texts.update(vertical_texts(self.hb_font, dict(self._texts)))
        if glyph in self._texts:
            return self._texts[glyph]
        if self.cid_keyed:
            if not self._designed:
                self._designed = True
                for form, text in variant_texts(self.hb_face, self.hb_font).items():
                    self._texts.setdefault(form, text)
            return self._texts.get(glyph, "")
        if not self._designed:
            self._designed = True
            self._texts.update(design_texts(self.hb_font, dict(self._texts)))
        return self._texts.get(glyph) or named_text(self.hb_font, glyph, self._texts)

    def features(self, script: str) -> frozenset[str]:
        """Tags of its features for text of one script, or those of its default where it has no such."""
        found = self._features.get(script)
        if found is None:
            found = self._features[script] = frozenset(self._feature_tags(script))
        return found

    def _feature_tags(self, script: str) -> Iterator[str]:
        for table in ("GSUB", "GPOS"):
            scripts = self.hb_face.get_table_script_tags(table)
            number = next((scripts.index(t) for t in (script.lower(), "DFLT", "latn") if t in scripts), 0)
            yield from self.hb_face.get_language_feature_tags(table, number)

    @property
    def has_even_figures(self) -> bool:
        """Whether all figures are of one width as they are."""
        glyphs = map(self.hb_font.get_nominal_glyph, map(ord, "0123456789"))
        return len({self.advance(glyph or 0) for glyph in glyphs}) == 1

    @property
    def slope(self) -> float:
        """How far a slanted letter moves to the right with each unit up; 0 of upright ones."""
        return tan(radians(-struct.unpack(">i", self.table("post")[4:8])[0] / 65536))

    @property
    def cap_height(self) -> float:
        """In 1/1000 em."""
        return self._metric(hb.OTMetricsTag.CAP_HEIGHT, "H")

    @property
    def x_height(self) -> float:
        """In 1/1000 em."""
        return self._metric(hb.OTMetricsTag.X_HEIGHT, "x")

    @property
    def ascent(self) -> float:
        """The font's own ascender (hhea), in 1/1000 em: for the PDF, not for the line grid."""
        return _signed(self.table("hhea"), 4) * self.scale

    @property
    def descent(self) -> float:
        """Below the baseline, negative, in 1/1000 em."""
        return _signed(self.table("hhea"), 6) * self.scale

    @property
    def em_ascent(self) -> float:
        """Top of a Han character's em box above the baseline, in 1/1000 em; its bottom is 1000 below that."""
        os2 = self.table("OS/2")
        ascender, descender = _signed(os2, 68), _signed(os2, 70)
        return ascender * self.scale if ascender - descender == self.upem else 880.0

    def descriptor(self) -> dict[str, int | float | list[int]]:
        """The numbers of a PDF FontDescriptor, in 1/1000 em."""
        box = struct.unpack(">4h", self.table("head")[36:44])
        os2, post = self.table("OS/2"), self.table("post")
        angle = struct.unpack(">i", post[4:8])[0] / 65536
        fixed = struct.unpack(">I", post[12:16])[0]
        # the family class or, where the font gives none, PANOSE: 2 to 10 are the serif styles
        family_class = os2[30]
        serif = 1 <= family_class <= 7 or (family_class == 0 and os2[32] == 2 and 2 <= os2[33] <= 10)
        weight = self.axes.get("wght", struct.unpack(">H", os2[4:6])[0])
        # PDF 32000-1, table 123: 1 fixed pitch, 2 serif, 4 symbolic (the encoding is Identity), 64 italic
        flags = 4 | (1 if fixed else 0) | (2 if serif else 0) | (64 if angle else 0)
        return {
            "Flags": flags,
            "FontBBox": [round(v * self.scale) for v in box],
            "ItalicAngle": round(angle, 2),
            "Ascent": round(self.ascent),
            "Descent": round(self.descent),
            "CapHeight": round(self.cap_height),
            # no table holds it; 50 at weight 250 to 180 at 900 follows the fonts in the manifest
            "StemV": round(max(50, weight / 5)),
        }

    def subset(self, glyphs: Iterable[int]) -> Subset:
        """Cut the font down to some glyphs and .notdef. The same glyphs give the same bytes, in any order."""
        wanted = {0, *glyphs}
        flags = hb.SubsetFlags
        request = hb.SubsetInput()
        request.glyph_set.update(wanted)
        request.flags = flags.NO_LAYOUT_CLOSURE | flags.NOTDEF_OUTLINE | flags.NO_HINTING
        if self.is_cff and not self.cid_keyed:
            request.flags |= flags.RETAIN_GIDS
        if self.is_cff:
            # without its subroutines a Han subset is an eighth smaller when compressed
            request.flags |= flags.DESUBROUTINIZE
        if self.is_cff and self.axes:
            request.flags |= flags.DOWNGRADE_CFF2
        request.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
        for axis, value in self.axes.items():
            request.pin_axis_location(self.hb_face, axis, value)
        plan = hb.SubsetPlan(self.hb_face, request)
        result = plan.execute()
        kept = dict(plan.old_to_new_glyph_mapping)
        mapping = {old: kept[old] for old in sorted(wanted) if old in kept}
        if not self.is_cff:
            # a composite glyph brings its parts along: they have ids of their own but are not drawn alone
            return Subset(bytes(result.blob.data), "truetype", mapping)
        if not self.cid_keyed:
            return Subset(bytes(result.blob.data), "opentype-cff", mapping)
        cids = sorted(mapping, key=mapping.__getitem__)
        return Subset(with_cids(bytes(result.reference_table("CFF ").data), cids), "cff-cid", mapping)

    def _metric(self, tag: hb.OTMetricsTag, letter: str) -> float:
        value = self.hb_font.get_metric_position(tag)
        if not value:
            extents = self.hb_font.get_glyph_extents(self.hb_font.get_nominal_glyph(ord(letter)) or 0)
            value = extents.y_bearing if extents else 0
        return float(value) * self.scale

    def _postscript_name(self) -> str:
        """Name 6; for an instance of a variable font the way of Adobe Technical Note 5902: `Name_700wght`."""
        if not self.axes:
            name = self.hb_face.get_name(6) or "Unnamed"
        else:
            names = (self.hb_face.get_name(number) for number in (25, 16, 1))
            stem = next(filter(None, names), "Unnamed")
            name = stem + "".join(f"_{value:g}{axis}" for axis, value in self.axes.items())
            if "Italic" in (self.hb_face.get_name(6) or "") and "Italic" not in name:
                name = name.replace(stem, stem + "Italic", 1)
        return "".join(c for c in name if c.isascii() and (c.isalnum() or c in "-_."))


def _signed(table: bytes, at: int) -> int:
    return int.from_bytes(table[at:at + 2], "big", signed=True)
