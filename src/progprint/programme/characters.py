"""What a file says -> findings on characters that print as others than their writer saw."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple
from unicodedata import normalize

from progprint.diag import Diagnostic, Severity, Source
from progprint.source import Node, Passage, Scalar, place
from progprint.source import Sequence as Items

#: CJK and Kangxi radicals, compatibility ideographs, half-width kana, full-width letters and figures
_ODD = re.compile(
    "(?P<radical>[\u2e80-\u2fdf])|(?P<ideograph>[\uf900-\ufaff\U0002f800-\U0002fa1f])"
    "|(?P<kana>[\uff66-\uff9f]+)|(?P<latin>[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+)"
)
#: radicals that look like a whole character, but have no decomposition (EquivalentUnifiedIdeograph.txt)
_RADICALS = dict(zip(
    "⺠⻄⻅⻆⻇⻉⻋⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
    "民西见角角贝车長镸长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
    strict=True,
))  # fmt: skip


class Found(NamedTuple):
    """A character, or several of one kind beside each other."""

    kind: str
    text: str
    source: Source


def odd_characters(content: Node | Passage, text: str) -> tuple[Diagnostic, ...]:
    """Report each once a file, at its first place; `text` is all of the file, where most have none."""
    if _ODD.search(text) is None:
        return ()
    found: dict[tuple[str, str], Source] = {}
    for kind, odd, source in _in_passage(content) if isinstance(content, Passage) else _in_node(content):
        found.setdefault((kind, odd), source)
    reports = (_worded(kind, odd, source) for (kind, odd), source in found.items())
    return tuple(report for report in reports if report is not None)


def _in_passage(passage: Passage) -> Iterator[Found]:
    for odd in _ODD.finditer(passage.text):
        yield Found(odd.lastgroup or "", odd[0], passage.place(odd.start()))


def _in_node(node: Node) -> Iterator[Found]:
    if isinstance(node, Scalar):
        for odd in _ODD.finditer(node.text):
            yield Found(odd.lastgroup or "", odd[0], place(node, odd.start()))
    else:
        inner = node.items if isinstance(node, Items) else chain.from_iterable(node.items)
        for each in inner:
            yield from _in_node(each)


def _worded(kind: str, odd: str, source: Source) -> Diagnostic | None:
    plain = _RADICALS.get(odd) or normalize("NFKC", odd)
    if kind == "ideograph":
        return _ideograph(odd, source) if plain != odd else None
    if kind == "radical":
        hint = f"type the ideograph `{plain}` (U+{ord(plain):04X})" if plain != odd else "type the ideograph"
        message = f"`{odd}` (U+{ord(odd):04X}) is a radical of dictionaries, not a character of text"
        return Diagnostic(Severity.WARNING, "radical", message, source, hint)
    if kind == "kana":
        message, code = f"`{odd}` is half-width kana, which prints narrow", "half-width-kana"
    else:
        message, code = f"`{odd}` is full-width; Latin text is set in the Latin font", "full-width-latin"
    return Diagnostic(Severity.INFO, code, message, source, f"type `{plain}`")


def _ideograph(odd: str, source: Source) -> Diagnostic:
    plain = normalize("NFC", odd)
    message = (
        f"`{odd}` (U+{ord(odd):04X}) is a compatibility ideograph; `{plain}` (U+{ord(plain):04X}) is printed"
    )
    hint = f"to keep the form write `{plain}` and U+{_selectors()[odd]:04X}, which not every font knows"
    return Diagnostic(Severity.WARNING, "compatibility-ideograph", message, source, hint)


@cache
def _selectors() -> dict[str, int]:
    """Compatibility ideograph -> the variation selector that stands for it behind the unified one.

    StandardizedVariants.txt numbers those of one ideograph in the order of their codes; the 89 that Noto
    Serif JP has agree.
    """
    out: dict[str, int] = {}
    counts: dict[str, int] = {}
    for code in (*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)):
        plain = normalize("NFC", chr(code))
        if plain != chr(code):
            out[chr(code)] = 0xFE00 + counts.get(plain, 0)
            counts[plain] = counts.get(plain, 0) + 1
    return out
