"""A number -> the same paragraph of a language each time, of 40 to 120 words, from a small grammar."""

from __future__ import annotations

import random
import re
import sys
from functools import cache
from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
BENCH = Path(__file__).parent.parent / "bench"
#: languages whose words are not parted by spaces, and how many characters are taken for a word
SOLID = {"zh-Hant": 1.6, "zh-Hans": 1.6, "ja": 2.2, "th": 4.5}
LANGUAGES = ("en", "it", "zh-Hant", "zh-Hans", "ja", "ko", "th")


@cache
def grammar(lang: str) -> dict[str, tuple[str, ...]]:
    kinds: dict[str, tuple[str, ...]] = {}
    kind = ""
    for line in (TEXTS / f"{lang}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            kinds[kind] = tuple(line.split(" | "))
    return kinds


def _say(source: random.Random, lang: str, kind: str) -> str:
    chosen = source.choice(grammar(lang)[kind])
    return re.sub(r"\{(\w+)\}", lambda token: _say(source, lang, token[1]), chosen)


def _sentence(source: random.Random, lang: str) -> str:
    if (TEXTS / f"{lang}.txt").exists():
        text = _say(source, lang, "sentence")
        start = next(at for at, character in enumerate(text) if character.isalnum())
        return text[:start] + text[start].upper() + text[start + 1 :]
    sys.path.insert(0, str(BENCH))
    import prose

    english, chinese = prose.writers(source)
    return (english if lang == "en" else chinese).sentence()


def paragraph(lang: str, number: int) -> str:
    """The paragraph of this number."""
    source = random.Random(f"{lang} {number}")
    wanted = source.randint(40, 120)
    spaces = lang == "th" or lang not in SOLID
    sentences: list[str] = []
    while True:
        text = (" " if spaces else "").join(sentences)
        size = len(text) / SOLID[lang] if lang in SOLID else len(text.split())
        if size >= wanted - 5:
            return text
        sentences.append(_sentence(source, lang))


def measure(lang: str, number: int) -> float:
    """20 to 40 em, as a share of which number stands where is by chance."""
    return random.Random(f"measure {lang} {number}").uniform(20, 40)
