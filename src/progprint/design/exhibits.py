"""The specimen's rules file + a Design -> parts of chapters of exhibits, and the Design with their styles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from progprint.design import values as v
from progprint.design.forms import Faults, Field, Named, Record, choice, count, listing, record, scalar
from progprint.design.names import Known
from progprint.design.rules import make_rules
from progprint.design.style_keys import FLAG, LENGTH_SCHEMA, STYLE_FIELDS
from progprint.design.types import Design, Length
from progprint.diag import Diagnostic
from progprint.source import read_yaml
from progprint.words import Words

#: styles that all samples are variants of, those on small pages, and what stands above or before their text
SAMPLE, SMALL, HEADING = "sample", "small", "small-heading"


class SmallPage(NamedTuple):
    """A page that shows a rule of make-up."""

    width: float
    height: float
    #: distance of the baselines of its grid
    baseline: float = 11.0
    columns: int = 1
    balance: bool = False
    #: the lines of its grid are drawn
    lines: bool = False
    direction: str = "horizontal"
    #: lines that belong together are kept together
    keeps: bool = True
    #: what is made of the text: one of `KINDS`
    kind: str = "text"


#: text: paragraphs. pair, beside: two languages, level or each by itself; facing, apart: the same on facing
#: pages. table, leaders, run-in: rows of two cells, the first or the second as wide as need be, or on one
#: line. list: the first paragraph is the others' heading. after: notes under the text, not at the foot
KINDS = ("text", "pair", "beside", "facing", "apart", "table", "leaders", "run-in", "list", "after")


class Sample(NamedTuple):
    """A text to be set in a style of its own."""

    words: Words
    style: str
    #: the same in another language
    other: Words | None = None
    page: SmallPage | None = None
    #: style of headings, and of first cells
    heading: str = HEADING


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
    #: the samples stand under each other, and may be twice as wide
    wide: bool


class Chapter(NamedTuple):
    title: Words
    exhibits: tuple[Exhibit, ...]


class Part(NamedTuple):
    """Chapters that follow each other on the same pages."""

    title: Words
    chapters: tuple[Chapter, ...]


#: a style's place, its name and language, and its keys
Row = tuple[Named, tuple[str, str], Record]

_TEXT: dict[str, Any] = {"type": "string"}
_PLAIN = scalar(v.plain, _TEXT)
_TAG = scalar(v.language_tag, _TEXT)
_STYLE = record(STYLE_FIELDS, "a sample")
_POINTS = scalar(v.points, LENGTH_SCHEMA)
_PAGE = record(
    {
        "width": Field(_POINTS),
        "height": Field(_POINTS),
        "baseline": Field(_POINTS),
        "columns": Field(count(1, 4)),
        "balance": Field(FLAG),
        "lines": Field(FLAG),
        "direction": Field(choice("horizontal", "vertical")),
        "keeps": Field(FLAG),
        "kind": Field(choice(*KINDS)),
    },
    "a small page",
)
_EXHIBIT = {
    "name": Field(_PLAIN, required=True),
    "why": Field(_PLAIN, required=True),
    "source": Field(_PLAIN, required=True),
    "lang": Field(_TAG),
    "bad-lang": Field(_TAG),
    "text": Field(_PLAIN, required=True),
    "bad-text": Field(_PLAIN),
    "other": Field(_PLAIN),
    "other-lang": Field(_TAG),
    "measure": Field(scalar(v.length("em"), LENGTH_SCHEMA)),
    "wide": Field(FLAG),
    "page": Field(_PAGE),
    "bad-page": Field(_PAGE),
    **dict.fromkeys(("good", "bad", "good-heading", "bad-heading"), Field(_STYLE)),
}
_CHAPTER = {
    "title": Field(_PLAIN, required=True),
    "lang": Field(_TAG, required=True),
    "rules": Field(listing(record(_EXHIBIT, "a rule")), required=True),
}
_PART = {
    "title": Field(_PLAIN, required=True),
    "chapters": Field(listing(record(_CHAPTER, "a chapter")), required=True),
}
_FILE = record({"parts": Field(listing(record(_PART, "a part")), required=True)}, "the specimen")


def read_exhibits(path: Path, design: Design) -> tuple[tuple[Part, ...], Design, tuple[Diagnostic, ...]]:
    """Read the rules; each sample's keys become a style of the design, named after its rule."""
    node, found = read_yaml(path, path.name)
    faults: Faults = list(found)
    file: Record | None = _FILE.read(node, faults) if node is not None else None
    rows: list[Row] = []
    parts = []
    for number, part in enumerate(file.values.get("parts", ()) if file else ()):
        chapters = (
            _chapter(chapter, f"x{number}-{n}", rows) for n, chapter in enumerate(part.values["chapters"])
        )
        parts.append(Part(Words(part.values["title"], "en", part.source), tuple(chapters)))
    known = _known(design)
    rules = make_rules(tuple(rows), design.swatches, known, faults)
    return tuple(parts), replace(design, rules=(*design.rules, *rules)), tuple(faults)


def _chapter(chapter: Record, number: str, rows: list[Row]) -> Chapter:
    values = chapter.values
    rules = enumerate(values["rules"])
    exhibits = (_exhibit(rule, f"{number}-{n}", values["lang"], rows) for n, rule in rules)
    return Chapter(Words(values["title"], "en", chapter.source), tuple(exhibits))


def _exhibit(rule: Record, number: str, lang: str, rows: list[Row]) -> Exhibit:
    values = rule.values
    samples = [_sample(rule, side, lang, (number, rows)) for side in ("good", "bad")]
    name, why, written = (Words(values.get(key, ""), "en", rule.source) for key in ("name", "why", "source"))
    good = samples[0] or Sample(Words("", lang, rule.source), SAMPLE)
    return Exhibit(name, why, written, good, samples[1], values.get("measure"), values.get("wide", False))


def _sample(rule: Record, side: str, lang: str, place: tuple[str, list[Row]]) -> Sample | None:
    """One of an exhibit's two samples; None when the file has no `good` or `bad` for it."""
    values, (number, rows) = rule.values, place
    if side not in values:
        return None
    written = {**_values(values, "page"), **(_values(values, "bad-page") if side == "bad" else {})}
    page = SmallPage(**written) if written else None
    lang = values.get("lang", lang)
    tag = values.get("bad-lang", lang) if side == "bad" else lang
    own = f"{side}-text" if f"{side}-text" in values else "text"
    place_of_other = rule.places.get("other", rule.source)
    other = Words(values.get("other", ""), values.get("other-lang", ""), place_of_other)
    return Sample(
        Words(values.get(own, "").strip("\n"), tag, rule.places.get(own, rule.source)),
        _style(values[side], f"{number}-{side}", SMALL if page else SAMPLE, rows),
        other if other.lang else None,
        page,
        _style(values.get(f"{side}-heading"), f"{number}-{side}-heading", HEADING, rows),
    )


def _values(values: dict[str, Any], key: str) -> dict[str, Any]:
    found: Record | None = values.get(key)
    return found.values if found is not None else {}


def _style(found: Record | None, name: str, parent: str, rows: list[Row]) -> str:
    """Add a variant of a style, and give its name."""
    if found is None:
        return parent
    found = found._replace(values={"inherit": Named(parent, found.source), **found.values})
    rows.append((Named(name, found.source), (name, ""), found))
    return name


def _known(design: Design) -> Known:
    names = {
        "swatch": frozenset(design.swatches) | {"paper", "black"},
        "family": frozenset(design.families),
        "style": frozenset(rule.name for rule in design.rules),
    }
    return Known(names, frozenset())
