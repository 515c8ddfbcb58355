"""Words: a piece of text that knows its language and where it was written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from progprint.diag import NOWHERE, Source


class Markup(NamedTuple):
    """What the writer marked in some words: `*film*`, `{漢字|かんじ}`. Offsets into the text."""

    start: int
    end: int
    #: emphasis, strong, link, ruby; break: a line ends here where the words have lines of their own, its text
    #: is what stands for it elsewhere; note: the mark of a note stands here, without a text
    kind: str
    #: where a link leads; the reading that stands above (or, in bopomofo, beside) the characters; a note's
    #: name, which ends in `#` and its number
    value: str = ""


class Words(NamedTuple):
    text: str
    #: BCP 47 tag as the content gives it: en, zh-Hant, zh-Latn-pinyin
    lang: str
    source: Source = NOWHERE
    #: in order of their starts; a stretch inside another one comes after it
    marks: tuple[Markup, ...] = ()


def joined(parts: Iterable[Words | str], lang: str, source: Source = NOWHERE) -> Words:
    """Make one text of several; marks keep to their words, and neighbours marked alike have one mark."""
    text = ""
    marks: list[Markup] = []
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        for mark in part.marks:
            moved = mark._replace(start=mark.start + len(text), end=mark.end + len(text))
            twin = next((n for n, m in enumerate(marks) if _goes_on(m, moved)), None)
            if twin is None:
                marks.append(moved)
            else:
                marks[twin] = marks[twin]._replace(end=moved.end)
        text += part.text
    return Words(text, lang, source, tuple(sorted(marks, key=lambda m: (m.start, -m.end))))


def _goes_on(mark: Markup, other: Markup) -> bool:
    return mark[1:] == (other.start, other.kind, other.value) and mark.kind in ("emphasis", "strong", "link")
