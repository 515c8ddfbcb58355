"""Names of inks -> which of them are one ink by two names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

#: names that stand for plates which are no spot ink (ISO 32000-1, 8.6.6.4)
RESERVED = ("Cyan", "Magenta", "Yellow", "Black", "All", "None")


def plain_ink(name: str) -> str:
    """An ink's name without what a hurried writer changes: spaces, marks, capitals."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name)).casefold()


def alike(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pair each name with an earlier one, or a reserved one, of which it is another spelling or the same."""
    seen = {plain_ink(name): name for name in RESERVED}
    for name in names:
        plain = plain_ink(name)
        if plain in seen:
            yield seen[plain], name
        seen.setdefault(plain, name)
