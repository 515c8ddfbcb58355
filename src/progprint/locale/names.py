"""Codes of territories and languages -> their short names in the reader's language."""

from __future__ import annotations

import re
from functools import cache

from progprint.locale.tables import find_word
from progprint.locale.tags import CHINESE, data_tags, is_chinese, parse_tag, script_of

#: states that are no more but whose films are shown (ISO 3166-3)
_FORMER = frozenset({"SU", "YU", "CS", "DD"})
#: codes that CLDR names but that no country has: the world, the UN, unknown, tests of software
_NO_COUNTRY = frozenset({"UN", "ZZ", "QO", "EU", "EZ", "XA", "XB", "CQ"})
#: CLDR gives these two their official style in every language; the short name stands somewhere in it
_SHORT_NAMES = {
    "HK": re.compile("Hong ?[Kk]ong|Hồng Kông|Χονγκ Κονγκ|Гонконг"),
    "MO": re.compile("Maca[ou]|Maka(?:u|ó|o)|Μακάο|Макао"),
}


@cache
def is_country(code: str) -> bool:
    """Say whether a code is a territory of ISO 3166-1 alpha-2, or a former state (SU, YU, CS, DD)."""
    if len(code) != 2 or not code.isascii() or not code.isupper() or code in _NO_COUNTRY:
        return False
    from babel import Locale

    return code in _FORMER or code in Locale("en").territories


def is_language(code: str) -> bool:
    """Say whether a code names a language: ISO 639 with two or three letters, or a BCP 47 tag."""
    return parse_tag(code) is not None


@cache
def country_name(code: str, tag: str) -> str | None:
    """Give a country's short name as a programme prints it: 中國, 香港, South Korea, UK; None if unknown."""
    own: str | None = find_word("countries", code, tag)
    if own is not None:
        return own
    name = _cldr_name(tag)
    if not name or not is_country(code) or code in _FORMER:
        return None
    from babel import Locale

    found: str | None = Locale.parse(name).territories.get(code)
    if found is None:
        return None
    if code in _SHORT_NAMES:
        short = _SHORT_NAMES[code].search(found)
        return short[0] if short else re.split(r" ?\(|[,،] ", found)[0]
    # CLDR writes "Trinidad & Tobago"; running text has no ampersand
    return found.replace(" & ", " and ") if name == "en" else found


@cache
def language_name(code: str, tag: str, *, written: bool = False) -> str | None:
    """Give a language's name: Mandarin, 國語, 粵語; with `written` that of its writing: Chinese, 中文, 英文.

    A full tag (zh-Hant) decides before its language. None when either is unknown.
    """
    parsed = parse_tag(code)
    if parsed is None:
        return None
    keys = dict.fromkeys((str(parsed), f"{parsed.language}-{parsed.script}", parsed.language))
    if written and parsed.language in CHINESE and not parsed.script:
        keys = {"zh": None}
    found = next((name for key in keys if (name := _language(key, tag))), None)
    if found and written and is_chinese(tag) and found[-1] in "語语":
        # what is heard is 英語, what is read is 英文
        return found[:-1] + "文"
    return found


def _language(key: str, tag: str) -> str | None:
    own: str | None = find_word("languages", key, tag)
    name = _cldr_name(tag)
    if own is not None or not name:
        return own
    from babel import Locale

    return Locale.parse(name).languages.get(key.replace("-", "_"))


@cache
def _cldr_name(tag: str) -> str:
    """The CLDR locale that names things for a reader; empty for what CLDR lacks and for romanisations."""
    columns = data_tags(tag)
    parsed = parse_tag(tag)
    if parsed is None or not columns:
        return ""
    own = {"zh-Hant-HK": "zh_Hant_HK", "zh-Hant": "zh_Hant", "zh-Hans": "zh"}.get(columns[0])
    if own is not None:
        return own
    from babel import localedata

    names = (f"{parsed.language}_{script_of(tag)}", parsed.language)
    return next((name for name in names if localedata.exists(name)), "")
