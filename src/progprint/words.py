"""Words: a piece of text that knows its language and where it was written."""

from __future__ import annotations

from typing import NamedTuple

from progprint.diag import NOWHERE, Source


class Words(NamedTuple):
    text: str
    #: BCP 47 tag as the content gives it: en, zh-Hant, zh-Latn-pinyin
    lang: str
    source: Source = NOWHERE
