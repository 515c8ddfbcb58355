"""Text in one face, script and language -> Segments: glyphs, widths, squeeze; kept by content."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import uharfbuzz as hb

from progprint.glyphs.face import Face
from progprint.glyphs.languages import HIRAGANA, RIGHT_TO_LEFT, script_of
from progprint.glyphs.marks import DIVIDING, SHARED, is_ignorable, is_selector, kind_of
from progprint.glyphs.seats import has_marks, seated
from progprint.glyphs.standing import orientation
from progprint.glyphs.types import Break, Glyph, Kind, Segment
from progprint.glyphs.wishes import Stretches, Wish

HEX = tuple(f"{glyph:04X}" for glyph in range(65536))
_THAI = frozenset({"Thai", "Laoo", "Khmr", "Mymr"})
#: a mark so little off its line stays on it, in 1/1000 em: 0.05 pt at 10 pt. A piece of its own would be read
#: behind the next letter wherever it begins to its right (Thai sara uee with mai ek: 2)
_LEVEL = 5.0
_MARKS = frozenset({Kind.OPEN, Kind.CLOSE, Kind.MIDDLE})
#: drawn for a middle dot where the font's own is not full-width
_FULL_WIDTH_DOTS = ("\u30fb", "\u2027")


class Pen:
    """Shapes text in one face, each text once; what it remembers of a text depends on that text alone."""

    def __init__(self, face: Face, script: str, lang: str, wish: Wish, upright: bool = False) -> None:
        """`upright`: glyphs stand one under the other, and all that is called width is height."""
        self.face, self.script, self.lang, self._wish = face, script, lang, wish
        self.features: dict[str, bool] = dict(wish.features)
        self._upright = upright
        self._words: dict[str, tuple[Segment, ...]] = {}
        self._signs: dict[str, Segment] = {}
        self._nominal: dict[int, int] = {}
        self._half = "vhal" if upright else "halt"
        self._has_half = self._half in face.hb_face.get_language_feature_tags("GPOS")
        self._has_vertical = "vert" in face.hb_face.get_language_feature_tags("GSUB")
        # the space of the cmap, not what GSUB may put in its place: only that one is read as a space again
        space = face.hb_font.get_nominal_glyph(ord(" ")) or 0
        self.space = face.down(space) if upright else face.advance(space)
        self.space_glyphs = f"<{space:04X}>"

    def word(self, text: str) -> tuple[Segment, ...]:
        """Shape a word. More than one segment only where marks stand above their letter's baseline."""
        made = self._words.get(text)
        if made is None:
            made = self._words[text] = self._word(text)
        return made

    def level(self, text: str) -> Segment:
        """Shape a word as one segment: marks over a baseline of their own come down to their letter's."""
        made = self.word(text)
        if len(made) == 1:
            return made[0]
        return self._segment(text, self._shape_word(text), made[0].kind)

    def sign(self, text: str) -> Segment:
        """Shape one character of Han text, or a dash or ellipsis of several."""
        made = self._signs.get(text)
        if made is None:
            made = self._signs[text] = self._sign(text)
        return made

    def _word(self, text: str) -> tuple[Segment, ...]:
        glyphs = self._shape_word(text)
        kind = Kind.HANGUL if self.script == "Hang" else Kind.THAI if self.script in _THAI else Kind.WORD
        if any(g.dy for g in glyphs):
            glyphs = [g if abs(g.dy) * self.face.scale > _LEVEL else g._replace(dy=0) for g in glyphs]
            return self._raised(text, glyphs, kind)
        return (self._segment(text, glyphs, kind),)

    def _shape_word(self, text: str) -> list[Glyph]:
        glyphs = self._shape(text, self.script, self._wish.on(text, self.lang) or self.features)
        if has_marks(text) and not self._upright:
            return seated(text, glyphs, self.face, self._bare)
        return glyphs

    def _bare(self, letter: str) -> int:
        return self._shape(letter, self.script, self.features)[0].id

    def _segment(self, text: str, glyphs: list[Glyph], kind: Kind) -> Segment:
        body = self._body(glyphs)
        missing = self._missing(text) if any(not g.id for g in glyphs) else ""
        return Segment(text, body, sum(g.advance for g in glyphs) * self.face.scale, kind, Break.ALLOWED,
                       count=len(glyphs), actual=not self._spells(text, glyphs), missing=missing)

    def _missing(self, text: str) -> str:
        """The characters without a glyph: a mark among them, not the letter that it stands on."""
        has = self.face.has
        return "".join(dict.fromkeys(c for c in text if not (is_ignorable(c) or has(c)))) or text

    def _spells(self, text: str, glyphs: list[Glyph]) -> bool:
        canonical = self.face.canonical
        drawn = "".join([canonical(g.id) for g in glyphs])
        if drawn == text:
            return True
        # a copied no-break space may be a plain one; joiners and soft hyphens draw nothing
        plain = text.replace("\u00a0", " ")
        return drawn == "".join(c for c in plain if c == " " or not is_ignorable(c))

    def _raised(self, text: str, glyphs: list[Glyph], kind: Kind) -> tuple[Segment, ...]:
        """One segment for each stretch of one height; TJ arrays know no vertical moves."""
        cuts = [n for n in range(1, len(glyphs)) if glyphs[n].dy != glyphs[n - 1].dy]
        bounds = list(zip([0, *cuts], [*cuts, len(glyphs)], strict=True))
        simple = len(glyphs) == len(text) and not has_marks(text) and self._spells(text, glyphs)
        out = []
        for start, end in bounds:
            part = glyphs[start:end]
            # each is drawn where its own advances begin, so no move is owed from the one before
            body = self._body(part)
            own = text[start:end] if simple else text if start == 0 else ""
            missing = self._missing(text) if any(not g.id for g in part) else ""
            out.append(Segment(own, body, sum(g.advance for g in part) * self.face.scale, kind,
                               Break.ALLOWED if end == len(glyphs) else Break.NEVER, count=end - start,
                               actual=not simple, missing=missing, rise=part[0].dy * self.face.scale))
        return tuple(out)

    def _sign(self, text: str) -> Segment:
        kind, script = kind_of(text[0]), _sign_script(text[0])
        features = {**self.features, "fwid": True} if text[0] in SHARED else self.features
        drawn = text
        if text == "\u00b7" and self._width(text, script, features) < 900:
            drawn = next((d for d in _FULL_WIDTH_DOTS if self.face.has(d)), text)
        glyphs = self._shape(drawn, script, features)
        segment = self._segment(drawn, glyphs, kind)
        if drawn != text:
            segment = segment._replace(text=text, actual=True)
        if is_selector(text[-1]) and not self.face.has_form(text[0], text[-1]) and not segment.missing:
            segment = segment._replace(missing=text[-1])
        if kind not in _MARKS or segment.missing:
            return segment
        before, after = self._squeeze(drawn, glyphs, segment.width, script, features)
        if kind is Kind.MIDDLE and after and not before:
            kind = Kind.CLOSE
        elif text in DIVIDING:
            before = after = 0.0
        return segment._replace(kind=kind, squeeze_before=before, squeeze_after=after)

    def _squeeze(
        self, text: str, glyphs: list[Glyph], width: float, script: str, features: dict[str, bool],
    ) -> tuple[float, float]:
        """Empty room before and after a mark: what its half-width form (`halt`, `vhal`) leaves off."""
        if self._has_half:
            half = self._shape(text, script, {**features, self._half: True})
            total = width - sum(g.advance for g in half) * self.face.scale
            before = -half[0].dx * self.face.scale
            return (before, total - before) if total > 0 else (0.0, 0.0)
        extents = self.face.hb_font.get_glyph_extents(glyphs[0].id)
        if not extents or width < 900:
            return 0.0, 0.0
        left, ink = extents.x_bearing * self.face.scale, extents.width * self.face.scale
        if self._upright:
            left = self.face.top(glyphs[0].id) - extents.y_bearing * self.face.scale
            ink = -extents.height * self.face.scale
        right = width - left - ink
        room = min(500.0, left + right)
        if room < 450:
            return 0.0, 0.0
        middle = abs(left - right) < 200
        return (room / 2, room / 2) if middle else (room, 0.0) if left > right else (0.0, room)

    def _width(self, text: str, script: str, features: dict[str, bool]) -> float:
        advances: list[int] = [g.advance for g in self._shape(text, script, features)]
        return sum(advances) * self.face.scale

    def _shape(self, text: str, script: str, features: Mapping[str, bool | Stretches]) -> list[Glyph]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.direction = "ttb" if self._upright else "rtl" if script in RIGHT_TO_LEFT else "ltr"
        buffer.script, buffer.language = script, self.lang
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self.face.hb_font, buffer, features)
        if self._upright:
            pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
            return [Glyph(i.codepoint, i.cluster, *self._moves_down(i.codepoint, p)) for i, p in pairs]
        moves = map(_moves, buffer.glyph_positions)
        return [Glyph(i.codepoint, i.cluster, *m) for i, m in zip(buffer.glyph_infos, moves, strict=True)]

    def _nominal_advance(self, glyph: int) -> int:
        if self._upright:
            return round(self.face.down(glyph) / self.face.scale)
        width: int = self.face.hb_font.get_glyph_h_advance(glyph)
        return width

    def _moves_down(self, glyph: int, position: hb.GlyphPosition) -> tuple[int, int, int]:
        """The moves of a glyph along a vertical line, beside what the face says of it in such lines."""
        font = self.face.hb_font
        across, top = font.get_glyph_v_origin(glyph)
        longer = font.get_glyph_v_advance(glyph) - position.y_advance
        return self._nominal_advance(glyph) + longer, -top - position.y_offset, position.x_offset + across

    def stands(self, text: str) -> bool:
        """Whether a sign is drawn upright in a vertical line (UAX #50)."""
        turns = orientation(text[0])
        if turns == "U" or (turns == "Tr" and self._has_vertical):
            return True
        script = _sign_script(text[0])
        features = {**self.features, "fwid": True} if text[0] in SHARED else self.features
        lying = Pen(self.face, script, self.lang, self._wish.but(**features))
        forms = [pen._shape(text, script, features) for pen in (self, lying)]
        return [g.id for g in forms[0]] != [g.id for g in forms[1]]

    def _body(self, glyphs: list[Glyph]) -> str:
        """TJ body of some glyphs; what rounding takes from one move the next one gets."""
        out, scale, nominal, rest = [], self.face.scale, self._nominal, 0.0
        for glyph in glyphs:
            rest += glyph.dx * scale
            if rest > 0.5 or rest < -0.5:
                step = round(rest)
                out.append(f">{-step}<")
                rest -= step
            out.append(HEX[glyph.id])
            width = nominal.get(glyph.id)
            if width is None:
                width = nominal[glyph.id] = self._nominal_advance(glyph.id)
            rest += (glyph.advance - width - glyph.dx) * scale
        move = str(-round(rest)) if rest > 0.5 or rest < -0.5 else ""
        return f"<{''.join(out)}>{move}".replace("<>", "")


def _moves(position: hb.GlyphPosition) -> tuple[int, int, int]:
    return position.x_advance, position.x_offset, position.y_offset


def _sign_script(character: str) -> str:
    if ord(character) in HIRAGANA:
        return "Hira"
    return "Kana" if script_of(character) == "Kana" else "Hani"


def upper(text: str, lang: str) -> str:
    """Capitals as the language writes them."""
    language = lang.split("-")[0]
    if language in {"tr", "az"}:
        text = text.replace("i", "\u0130")
    if language == "el":
        # Greek capitals carry no accents (Unicode 17, SpecialCasing, el)
        bare = unicodedata.normalize("NFD", text)
        text = unicodedata.normalize("NFC", "".join(c for c in bare if c not in "\u0301\u0300\u0342"))
    return text.upper()
