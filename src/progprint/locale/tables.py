"""Shipped word and character lists beside this file -> tables."""

from __future__ import annotations

from functools import cache
from typing import Any

from progprint.locale.tags import data_tags


@cache
def read_words(column: str) -> dict[str, dict[str, Any]]:
    """Read the word list of one language, by the name that `data_tags` gives it; empty when there is none."""
    import tomllib
    from importlib import resources

    file = resources.files("progprint.locale") / "words" / f"{column}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def find_word(table: str, key: str, tag: str) -> Any:
    """Look a key up in the lists of a language, nearest first; None when all lack it."""
    for column in data_tags(tag):
        found = read_words(column).get(table, {}).get(key)
        if found is not None:
            return found
    return None


def read_rows(name: str) -> list[list[str]]:
    """Read one of the character lists: the fields of each line; # opens a remark."""
    from importlib import resources

    text = (resources.files("progprint.locale") / name).read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if not line.startswith("#")]
