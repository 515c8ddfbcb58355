"""Programme + Design -> words in their styles: how the desk puts a field into print."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from progprint.blocks.marked import spans_of
from progprint.blocks.types import Para
from progprint.cache import Cache
from progprint.design import resolve_style
from progprint.design.types import Design, Length
from progprint.diag import NOWHERE, Source
from progprint.locale import best_tag, index_heading, is_cjk, label, sort_key
from progprint.programme.types import Localised, Programme
from progprint.style import PAPER, Ink, Span, TextStyle
from progprint.words import Words

#: raised whenever titles would be filed otherwise
FILING = "1"


@dataclass(frozen=True, slots=True)
class Desk:
    """What is at hand when words are put into styles."""

    programme: Programme
    design: Design
    #: what is printed, main language first
    languages: tuple[str, ...]
    #: keeps QR symbols between builds
    cache: Cache
    #: languages of a long text stand in a pair side by side, one after the other, on facing pages; or `side`:
    #: one after the other on a page that faces another, where nothing stands in for what is not written
    mode: str = "pair"
    #: slug -> the number of a film or shorts programme in the order of the book
    numbers: Mapping[str, int] = field(default_factory=dict)

    @property
    def main(self) -> str:
        return self.languages[0]

    @property
    def grid(self) -> float:
        return self.design.page.baseline

    def style(self, name: str, lang: str) -> TextStyle:
        return resolve_style(self.design, name, lang)

    def asks(self, *blocks: str) -> bool:
        """Whether any frame of the layout names one of these blocks."""
        masters = self.design.masters.values()
        frames = (frame for master in masters for frame in (*master.verso, *master.recto))
        return any(not set(blocks).isdisjoint(frame.blocks) for frame in frames)

    def points(self, length: Length) -> float:
        """A length of a section's options, which may be lines of the grid."""
        return length.value * self.grid if length.unit == "line" else length.value

    def ink(self, name: str, fallback: Ink = PAPER) -> Ink:
        return self.design.swatches.get(name, fallback)

    def spans(self, name: str, *words: Words) -> tuple[Span, ...]:
        """Words one after the other on a line, each in the style's variant for its language."""
        return tuple(s for w in words for s in spans_of(w, self.style(name, w.lang), self.design))

    def para(self, name: str, words: Words, anchor: str = "", link: str = "") -> Para:
        """One paragraph of some words, whose breaks end lines."""
        style = self.style(name, words.lang)
        return Para(spans_of(words, style, self.design, link, lines=True), style, anchor)

    def plain(self, name: str, text: str, lang: str = "", source: Source = NOWHERE) -> Para:
        """One paragraph of text that the house itself says."""
        return self.para(name, Words(text, lang or self.main, source))

    def mixed(self, name: str, spans: Sequence[Span]) -> Para:
        """One paragraph of several spans, in the style of its first one's language."""
        return Para(tuple(spans), self.style(name, spans[0].words.lang))

    def filing(
        self, text: str, lang: str, reading: str = "", *, person: bool = False
    ) -> tuple[tuple[Any, ...], str]:
        """Where an index files a text: its sort key, and the heading it stands under.

        Kept between builds: the readings of Han texts need tables that take longer to load than all else.
        """
        if not is_cjk(lang):
            arguments = (text, lang, reading)
            return sort_key(*arguments, person=person), index_heading(*arguments, person=person)
        key = f"filing:{FILING}:{lang}:{person}:{reading}:{text}"
        kept = self.cache.get(key)
        if kept is None:
            found = (
                sort_key(text, lang, reading, person=person),
                index_heading(text, lang, reading, person=person),
            )
            self.cache.put(key, repr(found).encode())
            return found
        order, heading = literal_eval(kept.decode())
        return order, heading

    def form(self, text: Localised, lang: str) -> Words | None:
        """What is written in this language, or in one that stands for it."""
        tag = best_tag(lang, text.tags()) if text else None
        return text.get(tag) if tag else None

    def shown(self, text: Localised, lang: str) -> Words | None:
        """What is printed where this language is wanted; the layout says what a missing one prints."""
        found = self.form(text, lang)
        if found is None and text and self.design.missing == "main":
            return self.form(text, self.main) or text.main
        return found

    def forms(self, text: Localised) -> tuple[Words, ...]:
        """The forms to print, main language first; as written when no language of the book has one."""
        found = [w for lang in self.languages if (w := self.form(text, lang)) is not None]
        return tuple(dict.fromkeys(found)) or text.forms[:1]

    def label(self, key: str, lang: str) -> Words:
        """A word of the house's own; English where the glossary lacks the language (`check` says so)."""
        found = label(key, lang)
        return Words(found, lang) if found is not None else Words(label(key, "en") or key, "en")

    def labels(self, key: str) -> tuple[Words, ...]:
        """A word of the house's own in every language printed."""
        return tuple(dict.fromkeys(self.label(key, lang) for lang in self.languages))

    def apart(self, name: str, words: Iterable[Words], between: str = "  ") -> tuple[Span, ...]:
        """Several forms on one line."""
        return self.spans(name, *parted(words, between))


def parted(words: Iterable[Words], between: str = "  ") -> tuple[Words, ...]:
    """Several forms with what stands between them on one line."""
    parts: list[Words] = []
    for form in words:
        if parts:
            parts.append(between_forms(parts[-1], form, between))
        parts.append(form)
    return tuple(parts)


def between_forms(last: Words, form: Words, between: str) -> Words:
    """What stands between two forms on one line."""
    # two languages that meet in Latin letters or figures would be read as one text
    edges = last.text[-1:] + form.text[:1]
    clash = form.lang != last.lang and edges.isascii() and edges.isalnum()
    return Words(" · " if clash else between, last.lang)
