"""Parts of chapters of exhibits + a Design -> the entries of a specimen: each rule, well and badly set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from progprint.blocks.marked import spans_of
from progprint.blocks.small_pages import read_sample, small_page
from progprint.blocks.types import (
    Beside,
    Block,
    Entry,
    Gap,
    Guides,
    PageRef,
    Para,
    Rule,
    Table,
    Together,
    Track,
)
from progprint.design import resolve_style
from progprint.design.exhibits import Chapter, Exhibit, Part, Sample
from progprint.design.types import Design, Length
from progprint.diag import NOWHERE
from progprint.geom import mm
from progprint.style import BLACK, Span
from progprint.words import Words

MASTER = "part"
CONTENTS = "contents"
#: column of names and reasons; the rest is shared by the two samples
REASONS_MM = 50.0
GUTTER_MM = 6.0
#: what stands over the samples
LABELS = {"rule-good": "as it is set", "rule-bad": "not so"}
#: between a label and its sample: its descenders stand clear of an outline, and of marks that stand high
LABEL_ROOM = 2.75
TITLE = "A specimen of its setting"
ABOUT = (
    "Each rule of the house, set well and set badly by the same engine and from the same words. "
    "Fine lines stand at the edges of each measure; the small pages are made up as the large ones are."
)


def specimen_entries(parts: Sequence[Part], design: Design) -> tuple[Entry, ...]:
    """Make the contents, and an entry of each part, in which chapters follow each other."""
    entries = [_contents(parts, design), *(_part(part, design) for part in parts)]
    return tuple(replace(entry, name=f"specimen/{number}") for number, entry in enumerate(entries))


def _contents(parts: Sequence[Part], design: Design) -> Entry:
    title = Words(TITLE, "en")
    heading = (_para(design, "page-title", title), _para(design, "about", Words(ABOUT, "en")))
    body: list[Block] = []
    for part in parts:
        for chapter in part.chapters:
            rows = [_line(design, exhibit) for exhibit in chapter.exhibits]
            table = Table((Track(share=1), Track(fixed=mm(4.5))), tuple(rows), mm(1))
            body.append(Together((_para(design, "contents-chapter", chapter.title), table)))
    return _entry(CONTENTS, title, heading, body)


def _line(design: Design, exhibit: Exhibit) -> tuple[tuple[Block, ...], ...]:
    style = resolve_style(design, "contents-page", "en")
    return (_para(design, "contents-rule", exhibit.name),), (PageRef(_anchor(exhibit), style),)


def _part(part: Part, design: Design) -> Entry:
    body = [block for chapter in part.chapters for block in _chapter(chapter, design)]
    entry = _entry(MASTER, part.title, (), body)
    return replace(entry, outline=((part.title.text, 0),))


def _chapter(chapter: Chapter, design: Design) -> Iterator[Block]:
    yield _para(design, "chapter", chapter.title)
    for exhibit in chapter.exhibits:
        yield Together((_rule(design), _exhibit(design, exhibit)))
        yield Gap(design.page.baseline * 2)


def _entry(master: str, title: Words, heading: Sequence[Block], body: Sequence[Block]) -> Entry:
    parts = (("heading", tuple(heading)), ("body", tuple(body)))
    source = title.source if title.source.line else NOWHERE
    return Entry("specimen", master, parts, fields=(("title", (title,)),), source=source)


def _anchor(exhibit: Exhibit) -> str:
    return f"rule:{exhibit.good.style}"


def _rule(design: Design) -> Rule:
    return Rule(0.35, design.swatches.get("hairline", BLACK), design.page.baseline * 2)


def _exhibit(design: Design, exhibit: Exhibit) -> Beside:
    good = _sample(design, exhibit.good, exhibit, "rule-good")
    bad = _sample(design, exhibit.bad, exhibit, "rule-bad") if exhibit.bad else ()
    reasons, gutter = Track(fixed=mm(REASONS_MM)), mm(GUTTER_MM)
    if exhibit.wide:
        both = (*good, Gap(design.page.baseline * 2), *bad) if bad else good
        return Beside((_reasons(design, exhibit), both), (reasons, Track(share=1)), gutter)
    tracks = (reasons, Track(share=1), Track(share=1))
    return Beside((_reasons(design, exhibit), good, bad), tracks, gutter)


def _reasons(design: Design, exhibit: Exhibit) -> tuple[Para, ...]:
    return (
        _para(design, "rule-name", exhibit.name)._replace(anchor=_anchor(exhibit)),
        _para(design, "rule-why", exhibit.why),
        _para(design, "rule-source", exhibit.written),
    )


def _sample(design: Design, sample: Sample, exhibit: Exhibit, label: str) -> tuple[Block, ...]:
    over = _para(design, label, Words(LABELS[label], "en", sample.words.source)), Gap(LABEL_ROOM)
    if sample.page is not None:
        return (*over, small_page(sample, sample.page, design))
    para = _set(design, sample)
    guides = Guides((para,), design.swatches.get("guide", BLACK))
    return (*over, _measured(guides, para.style.size, exhibit.measure))


def _set(design: Design, sample: Sample) -> Para:
    """One paragraph; readings and emphasis are written as editors write them."""
    words = sample.words
    style = resolve_style(design, sample.style, words.lang)
    if not set("{*") & set(words.text):
        return Para((Span(words, style),), style)
    text = read_sample(words)
    spans = (
        span
        for part in (text.paragraphs if text is not None else ())
        for each in part.words
        for span in spans_of(each, style, design)
    )
    return Para(tuple(spans), style)


def _measured(block: Block, size: float, measure: Length | None) -> Block:
    if measure is None:
        return block
    width = measure.value * (size if measure.unit == "em" else 1.0)
    return Table((Track(fixed=width), Track(share=1)), (((block,), ()),), 0.0)


def _para(design: Design, name: str, words: Words) -> Para:
    style = resolve_style(design, name, words.lang)
    return Para((Span(words, style),), style)
