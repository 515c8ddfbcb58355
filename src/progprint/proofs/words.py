"""Two texts -> the words that changed: Han, kana and Thai by character, everything else by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

#: scripts without spaces between words: CJK with kana and full-width signs, Thai, Lao, Khmer, Burmese
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u312f\u31f0-\u9fff\uf900-\ufaff\uff00-\uffef"
    "\U00020000-\U0003ffff"
)
#: one character of those, or letters and figures (`21:45`, `twelve-year-old`), or one other sign
TOKEN = re.compile(
    rf"[{UNSPACED}]|[^\W{UNSPACED}]+(?:[’'\-][^\W{UNSPACED}]+|[.:,](?=\d)[^\W{UNSPACED}]+)*|[^\w\s]"
)
_UNSPACED = re.compile(f"[{UNSPACED}]")
#: signs that stand close to the word before them, and to the one after
_CLOSING, _OPENING = ",.;:!?%)]’”", "([“‘/"
#: words shown on either side of a change
CONTEXT = 4
#: changes closer than this are one
NEAR = 2
#: words of a page that are compared: beyond, the page says no more than that it changed
MOST = 20_000


class Change(NamedTuple):
    """Words that gave way to others, with those round them."""

    before: str
    removed: str
    added: str
    after: str


def words_of(text: str) -> list[str]:
    return TOKEN.findall(text)


def changed_words(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """List the changes in the order of the text."""
    codes = SequenceMatcher(None, old[:MOST], new[:MOST], autojunk=False).get_opcodes()
    spans = [[a, b, c, d] for what, a, b, c, d in codes if what != "equal"]
    joined: list[list[int]] = []
    for span in spans:
        if joined and span[2] - joined[-1][3] < NEAR and span[0] - joined[-1][1] < NEAR:
            joined[-1][1], joined[-1][3] = span[1], span[3]
        else:
            joined.append(span)
    for a, b, c, d in joined:
        yield Change(
            spelt(new[max(c - CONTEXT, 0) : c]), spelt(old[a:b]), spelt(new[c:d]), spelt(new[d : d + CONTEXT])
        )


def spelt(words: Sequence[str]) -> str:
    """Words as a line, without spaces where their script has none, and none before a mark."""
    out = ""
    for word in words:
        unspaced = not out or _UNSPACED.match(word) or _UNSPACED.match(out[-1])
        glued = unspaced or word[0] in _CLOSING or out[-1] in _OPENING
        out += word if glued else f" {word}"
    return out
