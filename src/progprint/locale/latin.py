"""A text in Latin letters -> its sort key: base letters, then accents, then case."""

from __future__ import annotations

import re
import unicodedata

# Articles that an index skips. An entry ending in an apostrophe is joined to its word.
_ARTICLES = {
    "en": ("the", "a", "an"),
    "it": ("il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "l'", "un'", "gl'"),
    "fr": ("le", "la", "les", "un", "une", "des", "l'"),
    "de": ("der", "die", "das", "ein", "eine"),
    "es": ("el", "la", "los", "las", "lo", "un", "una", "unos", "unas"),
    "pt": ("o", "a", "os", "as", "um", "uma", "uns", "umas"),
    "ca": ("el", "la", "els", "les", "un", "una", "l'"),
    "nl": ("de", "het", "een", "'t", "'n"),
    "sv": ("en", "ett", "den", "det", "de"),
    "da": ("en", "et", "den", "det", "de"),
    "nb": ("en", "ei", "et", "den", "det", "de"),
    "hu": ("a", "az", "egy"),
    "el": ("ο", "η", "το", "οι", "τα", "ένας", "μια", "ένα"),
}
# Letters that do not come apart in NFKD, and the letters they file under (as in UCA, ISO 14651)
_LIGATURES = str.maketrans({
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "ı": "i",
    "ŋ": "n", "ʻ": "", "ʼ": "", "ə": "e", "ß": "ss",
})  # fmt: skip
# Letters that an alphabet counts as its own: after which letter they stand, in their order (CLDR)
_OWN_LETTERS = {
    "es": {"n": "ñ"},
    "sv": {"z": "åäö"},
    "fi": {"z": "åäö"},
    "da": {"z": "æøå"},
    "nb": {"z": "æøå"},
    "nn": {"z": "æøå"},
    "pl": {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "źż"},
    "cs": {"c": "č", "r": "ř", "s": "š", "z": "ž"},
    "sk": {"a": "ä", "c": "č", "o": "ô", "s": "š", "z": "ž"},
    "hr": {"c": "čć", "d": "đ", "s": "š", "z": "ž"},
    "hu": {"o": "ö", "u": "ü"},
    "tr": {"c": "ç", "g": "ğ", "h": "ı", "o": "ö", "s": "ş", "u": "ü"},
    "ro": {"a": "ăâ", "i": "î", "s": "ș", "t": "ț"},
    "et": {"s": "šž", "w": "õäöü"},
}
_APOSTROPHES = str.maketrans("’‘ʼ′`´", "''''''")
_DIGITS = re.compile(r"[0-9]+")
#: figures are compared as numbers: the longest number in a title is far shorter
_WIDTH = 12


def skip_article(text: str, language: str) -> str:
    """Leave out a leading article of the language, unless nothing would remain: The Ferry -> Ferry."""
    text = text.lstrip('“”„«"(¡¿…‘ ')
    # a no-break space separates too; lower, not casefold, keeps the length
    plain = text.translate(_APOSTROPHES).lower().replace("\u00a0", " ")
    for article in _ARTICLES.get(language, ()):
        joined = article if article.endswith("'") else article + " "
        if plain.startswith(joined):
            rest = text[len(joined) :].lstrip()
            if any(letter.isalnum() for letter in rest):
                return rest
    return text


def latin_key(text: str, language: str) -> tuple[str, str, str]:
    """Give base letters word by word, then accents, then case (ISO 14651 levels; space before letters).

    Punctuation does not count, a dash or slash parts two words, figures count as numbers.
    """
    words = plain_words(text)
    folded = words.casefold() if language != "tr" else words.replace("I", "ı").replace("İ", "i").casefold()
    own = _own_letters(language)
    letters: list[str] = []
    accents: list[str] = []
    for letter in unicodedata.normalize("NFC", folded):
        if letter in own:
            letters.append(own[letter])
            accents.append(" ")
            continue
        apart = unicodedata.normalize("NFKD", letter)
        letters.append("".join(c for c in apart if not unicodedata.combining(c)).translate(_LIGATURES))
        marks = "".join(c for c in apart if unicodedata.combining(c))
        accents.append(marks or (letter if letter.translate(_LIGATURES) != letter else " "))
    primary = _DIGITS.sub(lambda figures: figures[0].lstrip("0").rjust(_WIDTH, "0"), "".join(letters))
    return primary, "".join(accents), words.swapcase()


def latin_heading(text: str, language: str) -> str:
    """Give the capital letter an entry stands under; own letters of an alphabet have their own heading."""
    first = unicodedata.normalize("NFC", plain_words(text))[:1]
    folded = first.casefold()
    if folded in _own_letters(language):
        return folded.upper() if language != "tr" or folded != "i" else "İ"
    base = unicodedata.normalize("NFKD", folded).translate(_LIGATURES)
    return base[:1].upper()


def plain_words(text: str) -> str:
    """Leave letters and figures, in words parted by one space."""
    # 8½ is 8 and a half, not 81: a fraction or raised figure is a word of its own
    apart = "".join(f" {c}" if unicodedata.category(c) == "No" else c for c in text)
    kept = []
    for letter in unicodedata.normalize("NFKC", apart).translate(_APOSTROPHES):
        group = unicodedata.category(letter)[0]
        if group in "LNM":
            kept.append(letter)
        elif group == "Z" or letter.isspace() or letter in "-‐‑–—/⁄_|·+&:;…":
            kept.append(" ")
    return " ".join("".join(kept).split())


def is_latin_letter(letter: str) -> bool:
    """Say whether a letter is Latin, full-width forms included."""
    # all Latin letters lie below U+0250, in U+1E00-1EFF, U+2C60-2C7F, U+A720-A7FF, or are full-width forms
    code = ord(letter)
    return code < 0x2C0 or 0x1E00 <= code < 0x1F00 or 0x2C60 <= code < 0x2C80 or 0xFF21 <= code < 0xFF5B


def _own_letters(language: str) -> dict[str, str]:
    """Each own letter -> what it is compared as: its predecessor and a sign beyond every letter."""
    rows = _OWN_LETTERS.get(language, {})
    return {
        letter: after + chr(0x2FF + place)
        for after, letters in rows.items()
        for place, letter in enumerate(letters, 1)
    }
