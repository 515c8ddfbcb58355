"""Names and titles -> how a language joins and marks them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from progprint.locale.tags import is_chinese, script_of

_BOOK_TITLE_MARKS = str.maketrans("《》", "〈〉")


def list_separator(tag: str) -> str:
    """Give what stands between two items of a list."""
    # Babel joins Chinese units with nothing; CLREQ and JLREQ want the ideographic comma, Korean a comma.
    return "、" if script_of(tag) in ("Hans", "Hant", "Hani", "Jpan") else ", "


def join_names(texts: Iterable[str], tag: str) -> str:
    """Join texts into a list as the language writes it; empty ones leave no separator."""
    return list_separator(tag).join(text for text in texts if text)


def quote_title(text: str, tag: str) -> str:
    """Put a Chinese title in 《》; other languages mark titles by style, so theirs stays as it is."""
    if not text or not is_chinese(tag) or (text.startswith("《") and text.find("》") == len(text) - 1):
        return text
    # a title inside a title takes the single marks (GB/T 15834, CLREQ)
    return f"《{text.translate(_BOOK_TITLE_MARKS)}》"


def capital_family(name: str, family: str) -> str:
    """Print the family name in capitals: ZHANG Yimou; a name without it stays as it is."""
    if not family:
        return name
    whole = re.compile(rf"(?<!\w){re.escape(family)}(?!\w)")
    places = list(whole.finditer(name))
    if not places:
        return name
    # a family name stands at an end of the name: Zhang Yimou, Maria Barbieri
    at_end = [place for place in places if place.start() == 0 or place.end() == len(name)]
    start, end = (at_end or places)[0].span()
    return name[:start] + family.upper() + name[end:]
