"""Programme and Booklet -> what the content says and no page prints."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from progprint.pages.types import Booklet, ImageMark, Page, TextMark
from progprint.programme.types import Paragraph, Programme
from progprint.words import Words


def unused_words(programme: Programme, booklet: Booklet) -> Iterator[str]:
    """Each text of the content that stands on no page, with its place, as `file:line:column: [tag] text`."""
    printed = _squeezed("\0".join((_printed(booklet.pages), *_columns(booklet))))
    seen: set[Words] = set()
    for words in sorted(words_in(programme), key=lambda w: w.source):
        if words in seen or not words.source.line:
            continue
        seen.add(words)
        if any(part not in printed for part in map(_squeezed, words.text.split("\n"))):
            yield f"{words.source}: [{words.lang}] {words.text}"


def _printed(pages: Iterable[Page]) -> str:
    """The text of pages as it is read."""
    marks = [mark for page in pages for mark in page.marks]
    # whose logo or advertisement it is says the picture itself
    shown = "\0".join(m.alt for m in marks if isinstance(m, ImageMark) and m.reach is not None)
    return "".join(_line(m) for m in marks if isinstance(m, TextMark)) + "\0" + shown


def _columns(booklet: Booklet) -> Iterator[str]:
    """The text of each style and language by itself: so reads a paragraph that goes over a column or page."""
    found: dict[tuple[str, str], list[str]] = {}
    for page in booklet.pages:
        for mark in page.marks:
            if isinstance(mark, TextMark):
                found.setdefault((mark.style, mark.lang), []).append(_line(mark))
    for lines in found.values():
        yield "".join(lines)


def _line(mark: TextMark) -> str:
    """A line without the hyphen that the setting added."""
    return mark.text[:-1] if mark.reason == "hyphen" and mark.text.endswith("-") else mark.text


#: spaces, and the marks that are printed in other forms than they are typed
_CHANGING = re.compile(r"""[\s"'.\-‐–—…′″“”„‟‘’‚‛«»‹›「」『』]+""")


def _squeezed(text: str) -> str:
    """Letters and figures without case: a line ends anywhere, a style sets capitals, marks are refined."""
    plain = _CHANGING.sub("", unicodedata.normalize("NFC", text)).casefold()
    return plain.replace("×", "x")


def words_in(value: object) -> Iterator[Words]:
    """All words in a frozen value, however deep."""
    match value:
        case Words():
            yield value
        case Paragraph(words=words):
            yield from words
        case tuple():
            for item in value:
                yield from words_in(item)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from words_in(getattr(value, field.name))
