"""The specimen's rules file + a Design -> chapters of exhibits, and the Design with their styles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from progprint.design import values as v
from progprint.design.forms import Faults, Field, Named, Record, choice, listing, record, scalar
from progprint.design.names import Known
from progprint.design.rules import make_rules
from progprint.design.style_keys import LENGTH_SCHEMA, STYLE_FIELDS
from progprint.design.types import Design, Length
from progprint.diag import Diagnostic
from progprint.source import read_yaml
from progprint.words import Words

#: the style that all samples are variants of
SAMPLE = "sample"


class Sample(NamedTuple):
    """A text to be set in a style of its own."""

    words: Words
    style: str


class Exhibit(NamedTuple):
    """One rule, set well and, where it can be, badly."""

    name: Words
    why: Words
    #: where the rule is written down
    written: Words
    good: Sample
    bad: Sample | None
    #: of the samples; None: as wide as their column
    measure: Length | None
    vertical: bool


class Chapter(NamedTuple):
    title: Words
    exhibits: tuple[Exhibit, ...]


#: a style's place, its name and language, and its keys
Row = tuple[Named, tuple[str, str], Record]

_TEXT: dict[str, Any] = {"type": "string"}
_PLAIN = scalar(v.plain, _TEXT)
_TAG = scalar(v.language_tag, _TEXT)
_STYLE = record(STYLE_FIELDS, "a sample")
_EXHIBIT = {
    "name": Field(_PLAIN, required=True),
    "why": Field(_PLAIN, required=True),
    "source": Field(_PLAIN, required=True),
    "lang": Field(_TAG),
    "bad-lang": Field(_TAG),
    "text": Field(_PLAIN, required=True),
    "bad-text": Field(_PLAIN),
    "measure": Field(scalar(v.length("em"), LENGTH_SCHEMA)),
    "direction": Field(choice("vertical")),
    "good": Field(_STYLE),
    "bad": Field(_STYLE),
}
_CHAPTER = {
    "title": Field(_PLAIN, required=True),
    "lang": Field(_TAG, required=True),
    "rules": Field(listing(record(_EXHIBIT, "a rule")), required=True),
}
_FILE = record({"chapters": Field(listing(record(_CHAPTER, "a chapter")), required=True)}, "the specimen")


def read_exhibits(path: Path, design: Design) -> tuple[tuple[Chapter, ...], Design, tuple[Diagnostic, ...]]:
    """Read the rules; each sample's keys become a style of the design, named after its rule."""
    node, found = read_yaml(path, path.name)
    faults: Faults = list(found)
    file: Record | None = _FILE.read(node, faults) if node is not None else None
    rows: list[Row] = []
    chapters = []
    for number, chapter in enumerate(file.values.get("chapters", ()) if file else ()):
        lang = chapter.values.get("lang", "en")
        rules = chapter.values.get("rules", ())
        exhibits = tuple(_exhibit(rule, f"x{number}-{n}", lang, rows) for n, rule in enumerate(rules))
        chapters.append(Chapter(Words(chapter.values.get("title", ""), "en", chapter.source), exhibits))
    known = _known(design)
    rules = make_rules(tuple(rows), design.swatches, known, faults)
    return tuple(chapters), replace(design, rules=(*design.rules, *rules)), tuple(faults)


def _exhibit(rule: Record, number: str, lang: str, rows: list[Row]) -> Exhibit:
    values = rule.values
    lang = values.get("lang", lang)
    samples: list[Sample | None] = []
    for side, tag in (("good", lang), ("bad", values.get("bad-lang", lang))):
        style: Record | None = values.get(side)
        if style is None:
            samples.append(None)
            continue
        style = style._replace(values={"inherit": Named(SAMPLE, style.source), **style.values})
        rows.append((Named(f"{number}-{side}", style.source), (f"{number}-{side}", ""), style))
        own = f"{side}-text" if f"{side}-text" in values else "text"
        words = Words(values.get(own, "").strip("\n"), tag, rule.places.get(own, rule.source))
        samples.append(Sample(words, f"{number}-{side}"))
    name, why, written = (Words(values.get(key, ""), "en", rule.source) for key in ("name", "why", "source"))
    good = samples[0] or Sample(Words("", lang, rule.source), SAMPLE)
    return Exhibit(name, why, written, good, samples[1], values.get("measure"), "direction" in values)


def _known(design: Design) -> Known:
    names = {
        "swatch": frozenset(design.swatches) | {"paper", "black"},
        "family": frozenset(design.families),
        "style": frozenset(rule.name for rule in design.rules),
    }
    return Known(names, frozenset())
