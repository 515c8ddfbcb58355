"""Language -> what it prints for typed quotes, dashes, ellipses and spaces.

Sources: Unicode CLDR 46, `delimiters`, for the pairs of quotes; where a country's trade has another first
choice, that one: Duden (de), Imprimerie nationale (fr), RAE (es), Swiss books (« » with no spaces), GB/T
15834 (zh-Hans), Taiwan's Revised Handbook of Punctuation (zh-Hant), JLREQ 3.1.1 (ja), Milchin (ru), PWN (pl),
Internetová jazyková příručka (cs).
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from progprint.glyphs.languages import expanded, is_full_width

NARROW, NO_BREAK = "\u202f", "\u00a0"


class Habit(NamedTuple):
    """How one language writes what a keyboard has no keys for."""

    #: outer opening and closing mark, inner opening and closing mark; empty: marks stay as typed
    quotes: str = "“”‘’"
    #: a single mark that stands in no other is an outer one
    by_depth: bool = False
    #: for ` - ` and ` -- ` between words; empty: stays as typed
    dash: str = "–"
    #: for `--` without spaces
    closed_dash: str = "–"
    ellipsis: str = "…"
    #: spaces before ; ! ? and before : and inside « »; empty: none
    before_stops: str = ""
    before_colon: str = ""
    in_quotes: str = ""
    #: letters that are words and do not stand at a line's end
    clinging: str = ""
    #: words that begin with an apostrophe
    clipped: tuple[str, ...] = ()
    #: abbreviations of several parts, a space typed or not
    abbreviations: tuple[str, ...] = ()


_GERMAN = (
    "z. B.", "d. h.", "u. a.", "u. Ä.", "o. Ä.", "u. v. m.", "u. v. a.", "i. d. R.", "s. o.", "s. u.",
    "z. T.", "u. U.", "v. a.", "e. V.", "i. A.", "a. D.", "m. E.", "o. J.", "n. Chr.", "v. Chr.", "z. Hd.",
)  # fmt: skip
_ENGLISH = ("tis", "twas", "twere", "twill", "em", "til", "till", "cause", "bout", "round", "cos", "n")
_FRENCH = Habit("«»“”", before_stops=NARROW, before_colon=NO_BREAK, in_quotes=NARROW)
_CZECH = Habit("„“‚‘", clinging="aikosuvzAIKOSUVZ")
_RUSSIAN = Habit("«»„“", dash="—", closed_dash="—", clinging="аиквосуяАИКВОСУЯ")

_HABITS: dict[str, Habit] = {
    "en": Habit(closed_dash="—", clipped=_ENGLISH),
    "de": Habit("„“‚‘", abbreviations=_GERMAN),
    "de-CH": Habit("«»‹›", abbreviations=_GERMAN),
    "fr": _FRENCH,
    "fr-CA": _FRENCH._replace(before_stops=""),
    # books and papers; “ ” is the habit of screens
    "it": Habit("«»“”"),
    "es": Habit("«»“”", closed_dash="—"),
    "ca": Habit("«»“”", closed_dash="—"),
    "gl": Habit("«»“”", closed_dash="—"),
    "eu": Habit("«»“”"),
    # Brazil's; Portugal has its own
    "pt": Habit(closed_dash="—"),
    "pt-PT": Habit("«»“”", closed_dash="—"),
    "nl": Habit(clipped=("s", "t", "n", "k", "m", "r", "ns")),
    "sv": Habit("””’’"),
    "fi": Habit("””’’"),
    "da": Habit(),
    "nb": Habit("«»‘’"),
    "nn": Habit("«»‘’"),
    "no": Habit("«»‘’"),
    "is": Habit("„“‚‘"),
    "pl": Habit("„”«»", clinging="aiouwzAIOUWZ"),
    "cs": _CZECH,
    "sk": _CZECH,
    "sl": Habit("„“‚‘"),
    "hr": Habit("„”‚’"),
    "sr": Habit("„”‚’"),
    "bs": Habit("„”‚’"),
    "bg": Habit("„“‚‘"),
    "mk": Habit("„“‚‘"),
    "et": Habit("„“‚‘"),
    "lv": Habit("„“‚‘"),
    "lt": Habit("„“‚‘"),
    "hu": Habit("„”»«"),
    "ro": Habit("„”«»"),
    "ru": _RUSSIAN,
    "be": _RUSSIAN,
    "uk": _RUSSIAN._replace(clinging="аівзоуєяАІВЗОУЄЯ"),
    "el": Habit("«»“”"),
    "ko": Habit(closed_dash="—"),
    # marks of numbers and abbreviations look like quotes in Hebrew; Arabic letters have their own
    "he": Habit("", dash="", closed_dash=""),
    "yi": Habit("", dash="", closed_dash=""),
    "ar": Habit("", dash="", closed_dash=""),
    "fa": Habit("", dash="", closed_dash=""),
    "ur": Habit("", dash="", closed_dash=""),
    "zh-Hans": Habit("“”‘’", by_depth=True, dash="", closed_dash="——", ellipsis="……"),
    "zh-Hant": Habit("「」『』", by_depth=True, dash="", closed_dash="——", ellipsis="……"),
    "ja": Habit("「」『』", by_depth=True, dash="", closed_dash="——", ellipsis="……"),
}
_DEFAULT = Habit()


@functools.cache
def habit_of(tag: str) -> Habit:
    """The habit of a language's text; one that is not listed takes “ ” and ‘ ’ as English does."""
    language, script, region = expanded(tag)
    if is_full_width(tag):
        return _HABITS["ja" if language == "ja" else "zh-Hant" if script == "Hant" else "zh-Hans"]
    if script == "Latn" and language in {"zh", "ja", "ko", "ru", "uk", "el", "ar", "he", "fa"}:
        return _DEFAULT
    return _HABITS.get(f"{language}-{region}") or _HABITS.get(language, _DEFAULT)
