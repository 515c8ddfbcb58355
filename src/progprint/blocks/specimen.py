"""Chapters of exhibits + a Design -> the entries of a specimen: each rule, well and badly set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from progprint.blocks.marked import spans_of
from progprint.blocks.types import Beside, Block, Entry, Gap, Para, Rule, Table, Together, Track
from progprint.design import resolve_style
from progprint.design.exhibits import Chapter, Exhibit, Sample
from progprint.design.types import Design, Length
from progprint.geom import mm
from progprint.programme.desk import Desk
from progprint.programme.prose import read_prose
from progprint.source import Passage
from progprint.style import BLACK, Span
from progprint.words import Words

MASTER = "chapter"
VERTICAL = "vertical"
#: column of names and reasons; the rest is shared by the two samples
REASONS_MM = 50.0
GUTTER_MM = 6.0
#: what stands over the samples
LABELS = {"rule-good": "as it is set", "rule-bad": "not so"}


def specimen_entries(chapters: Sequence[Chapter], design: Design) -> tuple[Entry, ...]:
    """Make an entry of each chapter, and of each rule for vertical lines, which has a frame of its own."""
    entries: list[Entry] = []
    for chapter in chapters:
        lying = [exhibit for exhibit in chapter.exhibits if not exhibit.vertical]
        entries.append(_chapter(chapter, lying, design))
        entries += (_vertical(chapter, exhibit, design) for exhibit in chapter.exhibits if exhibit.vertical)
    return tuple(replace(entry, name=f"specimen/{number}") for number, entry in enumerate(entries, 1))


def _chapter(chapter: Chapter, exhibits: Sequence[Exhibit], design: Design) -> Entry:
    heading = _para(design, "page-title", chapter.title)
    body: list[Block] = []
    for exhibit in exhibits:
        body += [Together((_rule(design), _exhibit(design, exhibit))), Gap(design.page.baseline * 2)]
    outline = ((chapter.title.text, 0),)
    return replace(_entry(chapter, MASTER, (heading,), body, design), outline=outline)


def _vertical(chapter: Chapter, exhibit: Exhibit, design: Design) -> Entry:
    reasons = (_para(design, "page-title", exhibit.name), *_reasons(design, exhibit)[1:])
    return _entry(chapter, VERTICAL, reasons, [_set(design, exhibit.good)], design)


def _entry(
    chapter: Chapter, master: str, heading: Sequence[Block], body: Sequence[Block], design: Design
) -> Entry:
    parts = (("heading", tuple(heading)), ("body", tuple(body)))
    title = chapter.title
    return Entry("specimen", master, parts, fields=(("title", (title,)),), source=title.source)


def _rule(design: Design) -> Rule:
    return Rule(0.35, design.swatches.get("hairline", BLACK), design.page.baseline * 2)


def _exhibit(design: Design, exhibit: Exhibit) -> Beside:
    good = _sample(design, exhibit.good, exhibit, "rule-good")
    bad = _sample(design, exhibit.bad, exhibit, "rule-bad") if exhibit.bad else ()
    tracks = (Track(fixed=mm(REASONS_MM)), Track(share=1), Track(share=1))
    return Beside((_reasons(design, exhibit), good, bad), tracks, mm(GUTTER_MM))


def _reasons(design: Design, exhibit: Exhibit) -> tuple[Para, ...]:
    return (
        _para(design, "rule-name", exhibit.name),
        _para(design, "rule-why", exhibit.why),
        _para(design, "rule-source", exhibit.written),
    )


def _sample(design: Design, sample: Sample, exhibit: Exhibit, label: str) -> tuple[Block, ...]:
    para = _set(design, sample)
    over = _para(design, label, Words(LABELS[label], "en", sample.words.source))
    return (over, _measured(para, exhibit.measure))


def _set(design: Design, sample: Sample) -> Para:
    """One paragraph; readings and emphasis are written as editors write them."""
    words = sample.words
    style = resolve_style(design, sample.style, words.lang)
    if not set("{*") & set(words.text):
        return Para((Span(words, style),), style)
    spans = (span for part in _marked(words) for span in spans_of(part, style, design))
    return Para(tuple(spans), style)


def _marked(words: Words) -> tuple[Words, ...]:
    start = (0, words.source.line, words.source.column)
    text = read_prose(Passage(words.text, words.source.file, (start,)), words.lang, Desk())
    return tuple(w for part in text.paragraphs for w in part.words) if text is not None else ()


def _measured(para: Para, measure: Length | None) -> Block:
    if measure is None:
        return para
    width = measure.value * (para.style.size if measure.unit == "em" else 1.0)
    return Table((Track(fixed=width), Track(share=1)), (((para,), ()),), 0.0)


def _para(design: Design, name: str, words: Words) -> Para:
    style = resolve_style(design, name, words.lang)
    return Para((Span(words, style),), style)
