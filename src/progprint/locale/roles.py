"""Roles of a film's credits -> their glossary key, and the label a language prints for it."""

from __future__ import annotations

import re
from functools import cache

from progprint.locale.tables import find_word, read_words


def role_keys() -> tuple[str, ...]:
    """Give the keys of the glossary in its order."""
    return tuple(read_words("en")["roles"])


def role_key(label: str) -> str | None:
    """Find the key for a key or an English label, in any case, singular or plural; None when unknown."""
    return _keys_by_spelling().get(_spelling(label))


def role_label(key: str, tag: str, plural: bool = False) -> str | None:
    """Give the label of a known role; None where the glossary lacks the key or the language."""
    forms = find_word("roles", key, tag)
    if forms is None or isinstance(forms, str):
        return forms
    label: str = forms[plural]
    return label


@cache
def _keys_by_spelling() -> dict[str, str]:
    english = read_words("en")
    found: dict[str, str] = {}
    for key, forms in english["roles"].items():
        labels = (forms,) if isinstance(forms, str) else forms
        for text in (key, *labels, *english["spellings"].get(key, ())):
            found.setdefault(_spelling(text), key)
    return found


def _spelling(text: str) -> str:
    """Fold what writers vary: case, hyphens, underscores, spaces, a closing colon."""
    return re.sub(r"[\W_]+", "", text.casefold().replace("&", "and"))
