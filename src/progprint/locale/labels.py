"""Keys of printed words -> the words themselves, in the languages a festival prints."""

from __future__ import annotations

import re
from collections.abc import Iterable

from progprint.locale.lists import join_names
from progprint.locale.tables import find_word, read_words
from progprint.locale.tags import parse_tag

# What the content says about colour, folded by `colour_key`
_COLOURS = {
    "colour": "colour", "incolour": "colour", "col": "colour",
    "bw": "black_and_white", "bn": "black_and_white", "monochrome": "black_and_white",
    "partcolour": "part_colour", "partlycolour": "part_colour", "partlyincolour": "part_colour",
    "colourbw": "colour_and_black_and_white", "bwcolour": "colour_and_black_and_white",
    "tinted": "tinted",
}  # fmt: skip
#: what follows a number before a feminine noun ("edition")
_ORDINAL_SIGNS = {"it": "ª", "es": ".ª", "de": "."}
#: how the last of several languages is joined inside a sentence; others take the list separator
_AND = {"en": " and ", "it": " e ", "fr": " et ", "es": " y "}


def label_keys() -> tuple[str, ...]:
    """Give the keys of every printed word."""
    return tuple(read_words("en")["labels"])


def label(key: str, tag: str) -> str | None:
    """Give a printed word; None for an unknown key, or a language that the list lacks."""
    return _word("labels", key, tag)


def premiere_keys() -> tuple[str, ...]:
    """Give the steps of the premiere ladder, highest first."""
    return tuple(read_words("en")["premieres"])


def premiere_label(key: str, tag: str) -> str | None:
    """Give a premiere's name: World Premiere, 世界首映."""
    return _word("premieres", key, tag)


def colour_key(text: str) -> str | None:
    """Find the key for what the content says about colour: a key, colour, color, b&w, part colour."""
    # one spelling of each: "Color and B & W", "colour/black-and-white" -> colour+bw
    folded = re.sub(r"[\W_]+", "", text.casefold()).replace("color", "colour")
    folded = folded.replace("blackandwhite", "bw").replace("blackwhite", "bw").replace("and", "")
    return _COLOURS.get(folded)


def colour_label(key: str, tag: str) -> str | None:
    """Give the word for a film's colour: Black and white, 黑白."""
    return _word("colours", key, tag)


def edition_label(n: int, tag: str) -> str | None:
    """Give a festival's number in words: 23rd edition, 第23屆; None for a language the list lacks."""
    pattern = _word("patterns", "edition", tag)
    return None if pattern is None else pattern.replace("{n}", _ordinal(n, tag))


def subtitles_label(names: Iterable[str], tag: str) -> str | None:
    """Give "English and Chinese subtitles" for the languages' names; None for a language the list lacks."""
    pattern = _word("patterns", "subtitles", tag)
    return None if pattern is None else pattern.replace("{languages}", _sentence_list(tuple(names), tag))


def films_label(n: int, tag: str) -> str | None:
    """Give "12 films", 12 部影片; None for a language the list lacks."""
    forms = find_word("patterns", "film_count", tag)
    pattern = forms if forms is None or isinstance(forms, str) else forms[n != 1]
    return None if pattern is None else pattern.replace("{n}", str(n))


def _word(table: str, key: str, tag: str) -> str | None:
    found: str | None = find_word(table, key, tag)
    return found


def _ordinal(n: int, tag: str) -> str:
    """The number as the edition pattern takes it; Romance "edition" is feminine."""
    parsed = parse_tag(tag)
    language = parsed.language if parsed else ""
    if language == "en":
        suffix = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
        return f"{n}{suffix}"
    if language == "fr":
        return f"{n}re" if n == 1 else f"{n}e"
    return f"{n}{_ORDINAL_SIGNS.get(language, '')}"


def _sentence_list(names: tuple[str, ...], tag: str) -> str:
    parsed = parse_tag(tag)
    joint = _AND.get(parsed.language if parsed else "")
    if joint is None or len(names) < 2:
        return join_names(names, tag)
    if joint == " y " and re.match(r"h?i(?![ae])", names[-1], re.IGNORECASE):
        joint = " e "  # Spanish y is e before the sound i: chino e inglés
    return join_names(names[:-1], tag) + joint + names[-1]
