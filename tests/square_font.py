"""Test fonts whose measures can be read off the text: Latin signs are half an em wide, Han signs one em.

`make_square_fonts(folder)` draws two files. `SquareLatin.ttf` has all of Latin-1, Latin Extended-A, Greek,
basic Cyrillic, typographic punctuation and the space, each 500 of 1000 units. `SquareHan.ttf` has kana, the
Han characters of Big5 and GB2312 in common use, some Hangul and the full-width marks, each 1000 units; its
marks give up half an em by `halt`: opening marks before, closing marks after, and commas and stops on both
sides in text of Taiwan (ZHT).
"""

from __future__ import annotations

from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

OPENING = "「『（《〈【〔“‘"
CLOSING = "」』）》〉】〕”’"
STOPS = "、。，．"
MIDDLE = "・：；！？·"
_LATIN_SIGNS = "\u00a0–—‘’“”„…′″•‹›€−\u2009\u202f"
_HAN_SIGNS = "—…‥―‧～〜／　％＆＋＝★○●◎※→←↑↓①②③④⑤々〆〇ー"


def make_square_fonts(folder: Path, extra_han: str = "") -> tuple[Path, Path]:
    """Draw the Latin and the Han font and give their paths. The same input gives the same bytes."""
    latin = [*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA1, 0x180)), *"ẼẽŻǎǐǒǔǚ", *_LATIN_SIGNS,
             *map(chr, range(0x386, 0x3CF)), *map(chr, range(0x400, 0x460))]
    marks = OPENING + CLOSING + STOPS + MIDDLE + _HAN_SIGNS
    han = sorted({*marks, *extra_han, *_common_han(), *_kana(), *_hangul()})
    paths = folder / "SquareLatin.ttf", folder / "SquareHan.ttf"
    draw(paths[0], "Square Latin", sorted(set(latin)), 500)
    draw(paths[1], "Square Han", han, 1000, _halt())
    return paths


def _common_han() -> set[str]:
    """The frequent planes of Big5 (A4-C6) and GB2312 (B0-D7)."""
    out = set()
    for codec, first, last in (("big5", 0xA4, 0xC6), ("gb2312", 0xB0, 0xD7)):
        for lead in range(first, last + 1):
            for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
                text = bytes((lead, trail)).decode(codec, "ignore")
                out.update(c for c in text if "\u4e00" <= c <= "\u9fff")
    return out


def _kana() -> set[str]:
    return {chr(c) for c in (*range(0x3041, 0x3097), *range(0x30A1, 0x30FB))}


def _hangul() -> set[str]:
    return set("안녕하세요세계영화제입니다한국서울부산감독각본상영시간극장회년월일가나다라마바사아자차카타파")


def draw(
    path: Path, family: str, characters: list[str], width: int, features: str = "",
    ink: tuple[int, int] = (0, 0),
) -> None:
    """Draw one font of boxes; `ink` is where a box begins and ends, nearly the whole width if empty."""
    left, right = ink if ink[1] else (50, width - 50)
    names = {ord(c): f"uni{ord(c):04X}" for c in characters}
    order = [".notdef", *names.values()]
    pen = TTGlyphPen(None)
    for at, point in enumerate(((left, 0), (left, 700), (right, 700), (right, 0))):
        (pen.lineTo if at else pen.moveTo)(point)
    pen.closePath()
    box, blank = pen.glyph(), TTGlyphPen(None).glyph()
    spaces = {names.get(code) for code in (0x20, 0xA0, 0x2009, 0x202F, 0x3000)}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: blank if name in spaces else box for name in order})
    builder.setupHorizontalMetrics({name: (width, 0 if name in spaces else left) for name in order})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "")})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, sCapHeight=700, sxHeight=500, usWeightClass=400)
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    if features:
        addOpenTypeFeaturesFromString(builder.font, features)
    builder.save(str(path))


def _halt() -> str:
    def rules(marks: str, placement: int) -> str:
        return "".join(f"  pos uni{ord(c):04X} <{placement} 0 -500 0>;\n" for c in marks)

    before, after, both = rules(OPENING, -500), rules(CLOSING, 0), rules(MIDDLE, -250)
    return (
        "languagesystem DFLT dflt;\nlanguagesystem hani dflt;\nlanguagesystem hani ZHT;\n"
        f"lookup cornered {{\n{before}{after}{both}{rules(STOPS, 0)}}} cornered;\n"
        f"lookup centred {{\n{before}{after}{both}{rules(STOPS, -250)}}} centred;\n"
        "feature halt {\n  script DFLT;\n  lookup cornered;\n"
        "  script hani;\n  language dflt;\n  lookup cornered;\n"
        "  language ZHT exclude_dflt;\n  lookup centred;\n} halt;\n"
    )
