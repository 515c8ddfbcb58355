"""BCP 47 tags -> their parts, their script, and the best of several for a reader."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

# RFC 5646 2.1, without extended language subtags, extensions and private use, which no content needs.
_SHAPE = re.compile(
    r"(?P<language>[a-z]{2,3})(-(?P<script>[a-z]{4}))?(-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<variants>(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*)",
    re.IGNORECASE,
)
#: Chinese languages that are written with Han characters and read the same glossary
CHINESE = frozenset({"zh", "cmn", "yue", "nan", "hak", "wuu", "hsn", "gan", "cdo", "cjy", "lzh"})
#: where Chinese is printed in Traditional characters
_TRADITIONAL_REGIONS = frozenset({"TW", "HK", "MO"})
#: Chinese languages read mostly in Hong Kong or Taiwan; for nan and hak CLDR guesses Hans
_TRADITIONAL_LANGUAGES = frozenset({"yue", "nan", "hak"})
#: the languages of every festival, known without loading Babel
_COMMON_SCRIPTS = {
    "en": "Latn", "it": "Latn", "fr": "Latn", "de": "Latn", "es": "Latn", "pt": "Latn", "nl": "Latn",
    "ja": "Jpan", "ko": "Kore", "th": "Thai", "ru": "Cyrl", "el": "Grek",
}  # fmt: skip
_CJK_SCRIPTS = frozenset({"Hans", "Hant", "Hani", "Jpan", "Hira", "Kana", "Hrkt", "Kore", "Hang", "Bopo"})


class Tag(NamedTuple):
    """A language tag in its canonical case; absent parts are empty."""

    language: str
    script: str = ""
    region: str = ""
    variants: tuple[str, ...] = ()

    def __str__(self) -> str:
        return "-".join(part for part in (self.language, self.script, self.region, *self.variants) if part)


@cache
def parse_tag(text: str) -> Tag | None:
    """Read a tag in any case; None when it is malformed or its language, script or region is unknown."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    tag = _tag(found)
    if not _is_known_language(tag.language):
        return None
    if tag.script and not _is_known_script(tag.script):
        return None
    if tag.region and not _is_known_region(tag.region):
        return None
    return tag if len(set(tag.variants)) == len(tag.variants) else None


def canonical(text: str) -> str:
    """Write a tag in its canonical case; a text that is no tag comes back as it was."""
    tag = parse_tag(text)
    return text if tag is None else str(tag)


@cache
def script_of(tag: str) -> str:
    """Give the ISO 15924 script a text in this language is written in; Zyyy for what is no tag."""
    parsed = parse_tag(tag)
    if parsed is None:
        return "Zyyy"
    return parsed.script or _likely_script(parsed.language, parsed.region)


def is_romanisation(tag: str) -> bool:
    """Say whether the tag asks for Latin letters of a language that has a script of its own."""
    parsed = parse_tag(tag)
    return parsed is not None and parsed.script == "Latn" and _likely_script(parsed.language, "") != "Latn"


def is_cjk(tag: str) -> bool:
    """Say whether a text in this language is Chinese, Japanese or Korean in its own script."""
    return script_of(tag) in _CJK_SCRIPTS


def is_chinese(tag: str) -> bool:
    """Say whether a text in this language is Chinese in Han characters."""
    parsed = parse_tag(tag)
    return parsed is not None and parsed.language in CHINESE and is_cjk(tag)


def best_tag(wanted: str, available: Iterable[str]) -> str | None:
    """Choose the form a reader of `wanted` can read: the tag itself, else same language and script.

    Of several the one of the same regional usage wins, then the one without a region, then the first.
    The answer is spelled as in `available`.
    """
    return _best_of(wanted, tuple(available))


@cache
def _best_of(wanted: str, forms: tuple[str, ...]) -> str | None:
    target = parse_tag(wanted)
    if target is None:
        return wanted if wanted in forms else None
    ranked = [(_distance(target, form), place, form) for place, form in enumerate(forms)]
    near = [(distance, place, form) for distance, place, form in ranked if distance is not None]
    return min(near)[2] if near else None


def data_tags(tag: str) -> tuple[str, ...]:
    """Name the columns of the shipped word lists for a language, nearest first; none for a romanisation."""
    parsed = parse_tag(tag)
    if parsed is None:
        return ()
    script = script_of(tag)
    if parsed.language in CHINESE:
        if script == "Hant":
            return ("zh-Hant-HK", "zh-Hant") if _usage(parsed) == "HK" else ("zh-Hant",)
        return ("zh-Hans",) if script in ("Hans", "Hani") else ()
    if script != _likely_script(parsed.language, ""):
        return ()
    regional = (f"{parsed.language}-{parsed.region}",) if parsed.region else ()
    return (*regional, parsed.language)


@cache
def _is_known_language(code: str) -> bool:
    if code in _COMMON_SCRIPTS or code in CHINESE:
        return True
    from babel import Locale
    from babel.core import get_global

    # the first knows 7,000 languages, the second is loaded only for und, mul, zxx and the unknown
    return code in get_global("likely_subtags") or code in Locale("en").languages


@cache
def _preferred(code: str) -> str:
    """The code that stands for a language in CLDR: jpn -> ja, iw -> he, khk -> mn."""
    if code in _COMMON_SCRIPTS or code in CHINESE:
        return code
    from babel.core import get_global

    preferred = str(get_global("language_aliases").get(code) or code)
    return code if "_" in preferred else preferred


def _tag(found: re.Match[str]) -> Tag:
    variants = tuple(part.lower() for part in found["variants"].split("-") if part)
    script, region = found["script"] or "", found["region"] or ""
    return Tag(_preferred(found["language"].lower()), script.capitalize(), region.upper(), variants)


@cache
def _is_known_script(code: str) -> bool:
    if code in _CJK_SCRIPTS or code in ("Latn", "Cyrl", "Thai"):
        return True
    from babel import Locale

    return code in Locale("en").scripts


@cache
def _is_known_region(code: str) -> bool:
    if code in _TRADITIONAL_REGIONS or code in ("GB", "US", "CN", "JP", "KR"):
        return True
    from babel import Locale

    return code in Locale("en").territories


@cache
def _likely_script(language: str, region: str) -> str:
    if language in CHINESE:
        here = region in _TRADITIONAL_REGIONS
        return "Hant" if here or (language in _TRADITIONAL_LANGUAGES and region != "CN") else "Hans"
    if not region and language in _COMMON_SCRIPTS:
        return _COMMON_SCRIPTS[language]
    from babel.core import get_global

    likely = get_global("likely_subtags")
    guess = (likely.get(f"{language}_{region}") if region else None) or likely.get(language)
    # CLDR writes language_Script_REGION; a language it does not know is most often written in Latin letters
    return guess.split("_")[1] if guess else "Latn"


def _usage(tag: Tag) -> str:
    """The region whose words are used: Macao follows Hong Kong, Traditional without a region Taiwan."""
    if script_of(str(tag)) == "Hant":
        return "HK" if tag.region in ("HK", "MO") or (tag.language == "yue" and tag.region != "TW") else "TW"
    return tag.region


def _distance(target: Tag, form: str) -> tuple[bool, ...] | None:
    other = parse_tag(form)
    if other is None or script_of(form) != script_of(str(target)):
        return None
    if _as_read(other.language) != _as_read(target.language):
        return None
    return (
        other != target,
        other.language != target.language,
        other.variants != target.variants,
        _usage(other) != _usage(target),
        bool(other.region),
    )


def _as_read(language: str) -> str:
    """Mandarin is read as `zh`, Norwegian as Bokmål; Cantonese and the others are languages of their own."""
    return {"cmn": "zh", "no": "nb"}.get(language, language)
