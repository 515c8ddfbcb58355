"""Chapters of exhibits + a Design -> the entries of a specimen: each rule set well and badly, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from progprint.blocks.types import Beside, Block, Entry, Gap, Para, Rule, Table, Together, Track
from progprint.design import resolve_style
from progprint.design.exhibits import Chapter, Exhibit, Sample
from progprint.design.types import Design, Length
from progprint.geom import mm
from progprint.style import BLACK, Span, TextStyle
from progprint.words import Words

MASTER = "chapter"
#: column of names and reasons; the rest is shared by the two samples
REASONS_MM = 50.0
GUTTER_MM = 6.0
#: what stands over the samples
LABELS = {"rule-good": "as it is set", "rule-bad": "not so"}


def specimen_entries(chapters: Sequence[Chapter], design: Design) -> tuple[Entry, ...]:
    """Make an entry of each chapter."""
    return tuple(_chapter(chapter, design, number) for number, chapter in enumerate(chapters))


def _chapter(chapter: Chapter, design: Design, number: int) -> Entry:
    heading = _para(design, "page-title", chapter.title)
    body: list[Block] = []
    for exhibit in chapter.exhibits:
        body += [Together((_rule(design), _exhibit(design, exhibit))), Gap(design.page.baseline * 2)]
    title = Span(chapter.title, resolve_style(design, "running", "en"))
    return Entry(
        f"specimen/{number}",
        MASTER,
        (("heading", (heading,)), ("body", tuple(body))),
        fields=(("title", (title,)),),
        outline=((chapter.title.text, 0),),
        source=chapter.title.source,
    )


def _rule(design: Design) -> Rule:
    return Rule(0.35, design.swatches.get("hairline", BLACK), design.page.baseline * 2)


def _exhibit(design: Design, exhibit: Exhibit) -> Beside:
    reasons = (
        _para(design, "rule-name", exhibit.name),
        _para(design, "rule-why", exhibit.why),
        _para(design, "rule-source", exhibit.written),
    )
    good = _sample(design, exhibit.good, exhibit, "rule-good")
    bad = _sample(design, exhibit.bad, exhibit, "rule-bad") if exhibit.bad else ()
    tracks = (Track(fixed=mm(REASONS_MM)), Track(share=1), Track(share=1))
    return Beside((reasons, good, bad), tracks, mm(GUTTER_MM))


def _sample(design: Design, sample: Sample, exhibit: Exhibit, label: str) -> tuple[Block, ...]:
    style = resolve_style(design, sample.style, sample.words.lang)
    para = Para((Span(sample.words, style),), style)
    over = _para(design, label, Words(LABELS[label], "en", sample.words.source))
    return (over, _measured(para, style, exhibit.measure))


def _measured(para: Para, style: TextStyle, measure: Length | None) -> Block:
    if measure is None:
        return para
    width = measure.value * (style.size if measure.unit == "em" else 1.0)
    return Table((Track(fixed=width), Track(share=1)), (((para,), ()),), 0.0)


def _para(design: Design, name: str, words: Words) -> Para:
    style = resolve_style(design, name, words.lang)
    return Para((Span(words, style),), style)
