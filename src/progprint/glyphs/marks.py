"""Character of Han text -> what it is to its neighbours: kind of mark, width by language or not."""

from __future__ import annotations

import unicodedata

from progprint.glyphs.types import Kind

#: opening marks: JLREQ cl-01; CLREQ, "Prohibition Rules for Line Start and Line End"
OPENING = frozenset("「『（《〈【〔［｛〖〘〚｟“‘〝｢")
#: closing marks, commas and stops: JLREQ cl-02, cl-06, cl-07; CLREQ, the same section
CLOSING = frozenset("」』）》〉】〕］｝〗〙〛｠”’〞〟、。，．､｡｣")
#: JLREQ cl-04, cl-05: marks in the middle, or with the stop's place where the font puts them there
MIDDLE = frozenset("・：；！？·‧")
DASHES = frozenset("—―⸺…‥")
#: fonts narrow one of these and not the other; in the middle of their em both keep it (JLREQ cl-04)
DIVIDING = frozenset("！？")
#: written the same in Latin and Han text: font and width follow the language
SHARED = frozenset("“”‘’—―⸺…‥·‧")
#: of the shared ones, those that are Latin between two Latin letters whatever the language: Let’s, A·B
_LATIN_INSIDE = frozenset("’·")
#: signs that Han fonts draw full-width: arrows, circled figures, boxes, stars
_SIGNS = (
    (0x203B, 0x203B), (0x2103, 0x2103), (0x2190, 0x2199), (0x2460, 0x24FF), (0x2500, 0x267F),
    (0x2776, 0x2793),
)


def kind_of(character: str) -> Kind:
    """The kind of one character of Han text."""
    if character in OPENING:
        return Kind.OPEN
    if character in CLOSING:
        return Kind.CLOSE
    if character in MIDDLE:
        return Kind.MIDDLE
    if character in DASHES:
        return Kind.DASH
    return Kind.SPACE if character == "\u3000" else Kind.HAN


def is_han_sign(text: str, at: int) -> bool:
    """Whether the common sign at this place of Chinese or Japanese text is full-width."""
    character = text[at]
    if character in SHARED:
        inside = 0 < at < len(text) - 1 and _is_latin(text[at - 1]) and _is_latin(text[at + 1])
        return not (inside and character in _LATIN_INSIDE)
    code = ord(character)
    return code > 0x2000 and any(first <= code <= last for first, last in _SIGNS)


def is_attached(character: str) -> bool:
    """Whether a character belongs to the one before it: combining marks, variation selectors, joiners."""
    return unicodedata.category(character) in {"Mn", "Mc", "Me"} or character in "\u200c\u200d"


def is_ignorable(character: str) -> bool:
    """Whether a character draws nothing and no font needs it."""
    return character.isspace() or unicodedata.category(character) == "Cf" or character in "\ufe0e\ufe0f"


def is_selector(character: str) -> bool:
    """Whether a character asks for a form of the one before it: ideographic and standardised variants."""
    return "\ufe00" <= character <= "\ufe0d" or "\U000e0100" <= character <= "\U000e01ef"


def _is_latin(character: str) -> bool:
    return character.isalnum() and character < "\u0250"
