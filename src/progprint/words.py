"""Words: a piece of text that knows its language and where it was written."""

from __future__ import annotations

from typing import NamedTuple

from progprint.diag import NOWHERE, Source


class Markup(NamedTuple):
    """What the writer marked in some words: `*film*`, `{漢字|かんじ}`. Offsets into the text."""

    start: int
    end: int
    #: emphasis, strong, link, ruby
    kind: str
    #: where a link leads; the reading that stands above (or, in bopomofo, beside) the characters
    value: str = ""


class Words(NamedTuple):
    text: str
    #: BCP 47 tag as the content gives it: en, zh-Hant, zh-Latn-pinyin
    lang: str
    source: Source = NOWHERE
    #: in order of their starts; a stretch inside another one comes after it
    marks: tuple[Markup, ...] = ()
