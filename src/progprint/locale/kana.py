"""A Japanese reading -> its gojūon key (JIS X 4061: base kana, then voicing, then small and katakana)."""

from __future__ import annotations

import unicodedata

#: the rows of the gojūon table and the kana they hold, base forms
_ROWS = ("あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "なにぬねの", "はひふへほ", "まみむめも",
         "やゆよ", "らりるれろ", "わゐゑをん")  # fmt: skip
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_VOWELS = {
    "あ": "あかさたなはまやらわ",
    "い": "いきしちにひみりゐ",
    "う": "うくすつぬふむゆる",
    "え": "えけせてねへめれゑ",
    "お": "おこそとのほもよろを",
}
_VOWEL_OF = {letter: vowel for vowel, letters in _VOWELS.items() for letter in letters}
# Hepburn, as content writes ja-Latn; long vowels lose their macron, as JIS X 4061 counts ー as a vowel
_CONSONANTS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ",
    "t": "たちつてと", "d": "だぢづでど", "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ", "m": "まみむめも", "r": "らりるれろ",
}  # fmt: skip
_SYLLABLES = {
    consonant + vowel: kana
    for consonant, row in _CONSONANTS.items()
    for vowel, kana in zip("aiueo", row, strict=True)
} | {
    "ya": "や", "yu": "ゆ", "yo": "よ", "wa": "わ", "wo": "を", "shi": "し", "chi": "ち", "tsu": "つ",
    "fu": "ふ", "ji": "じ", "vu": "ゔ",
    "sha": "しゃ", "shu": "しゅ", "sho": "しょ", "cha": "ちゃ", "chu": "ちゅ", "cho": "ちょ",
    "ja": "じゃ", "ju": "じゅ", "jo": "じょ", "she": "しぇ", "che": "ちぇ", "je": "じぇ",
    "fa": "ふぁ", "fi": "ふぃ", "fe": "ふぇ", "fo": "ふぉ",
} | {
    consonant + "y" + vowel: row[1] + small
    for consonant, row in _CONSONANTS.items() if consonant
    for vowel, small in zip("auo", "ゃゅょ", strict=True)
}  # fmt: skip
_MACRONS = str.maketrans("āīūēōâîûêô", "aiueoaiueo")
_LONG = {"ā": "a", "ī": "i", "ū": "u", "ē": "e", "ō": "u", "â": "a", "î": "i", "û": "u", "ê": "e", "ô": "u"}


def is_kana(letter: str) -> bool:
    """Say whether a character is kana or the long vowel mark."""
    return "\u3041" <= letter <= "\u309f" or "\u30a1" <= letter <= "\u30ff" or "\uff66" <= letter <= "\uff9f"


def kana_key(text: str) -> tuple[str, str, str]:
    """Give base kana, then the same with voicing, then the text as written."""
    whole = to_hiragana(text).translate(_SMALL)
    base = _long_vowels("".join(unicodedata.normalize("NFD", letter)[0] for letter in whole))
    return base, whole, text


def kana_row(text: str) -> str:
    """Give the first kana of the gojūon row an entry stands under: か for ガ; empty when it is no kana."""
    base = kana_key(text)[0][:1]
    return next((row[0] for row in _ROWS if base and base in row), "")


def to_hiragana(text: str) -> str:
    """Write katakana, half-width too, as hiragana."""
    whole = unicodedata.normalize("NFKC", text)
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" or c in "ヽヾ" else c for c in whole)


def from_romaji(text: str) -> str:
    """Write a Hepburn reading as hiragana; what is no Hepburn stays as it is."""
    folded = "".join(_spelled_out(letter) for letter in unicodedata.normalize("NFC", text.casefold()))
    kana: list[str] = []
    at = 0
    while at < len(folded):
        size, written = _syllable_at(folded, at)
        kana.append(written)
        at += size
    return "".join(kana)


def _spelled_out(letter: str) -> str:
    return letter.translate(_MACRONS) + _LONG[letter] if letter in _LONG else letter


def _syllable_at(text: str, at: int) -> tuple[int, str]:
    for size in (3, 2, 1):
        written = _SYLLABLES.get(text[at : at + size])
        if written is not None:
            return size, written
    letter, following = text[at], text[at + 1 : at + 2]
    if letter in "nm" and following not in tuple("aiueoy"):
        return 1, "ん"
    if letter == following or (letter == "t" and following == "c"):
        return 1, "っ"
    return 1, "" if letter in "'’" else letter


def _long_vowels(text: str) -> str:
    """Replace ー by the vowel before it, and the iteration mark by the kana before it (JIS X 4061)."""
    written = ""
    for letter in text:
        before = written[-1:]
        if letter == "ー":
            letter = _VOWEL_OF.get(before, letter)
        elif letter in "ゝゞ":
            letter = before or letter
        written += letter
    return written
