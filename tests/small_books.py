"""Small layouts, paragraphs and booklets whose measures can be counted.

With the square fonts a Latin letter of 10 pt is 5 pt wide and a Han character 10 pt; the page below has 20 lines
of 12 pt and four columns of 38 pt with gutters of 4 pt: 164 pt, on rectos from x 20 to 184, on versos from 16 to 180.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from progprint.blocks.types import (
    Beside,
    Block,
    DayGrid,
    Entry,
    Gap,
    Headed,
    PageRef,
    Pair,
    Para,
    Symbol,
    Table,
    Tag,
    Tick,
    Together,
)
from progprint.design import read_design
from progprint.design.types import Design
from progprint.diag import NOWHERE, Severity, Source
from progprint.glyphs import Faces
from progprint.pages.entry import make_up
from progprint.pages.rows import Galley
from progprint.pages.setting import Setting
from progprint.pages.settle import Book, settle
from progprint.pages.types import Booklet, Mark, TextMark
from progprint.style import Span, TextStyle
from progprint.words import Words

GRID, TOP, LEFT_RECTO, LEFT_VERSO, WIDTH, LINES = 12.0, 24.0, 20.0, 16.0, 164.0, 20
#: from a line's top to its baseline: the grid less the drop of 28 %
BASELINE = GRID * 0.72

HEAD = """
page:
  trim: [200pt, 300pt]
  bleed: 10pt
  margins: {top: 24pt, bottom: 36pt, inside: 20pt, outside: 16pt}
  columns: 4
  gutter: 4pt
  baseline: 12pt
swatches:
  accent: {cmyk: [0, 90, 80, 0]}
  pale: {of: accent, tint: 20 %}
  hairline: {cmyk: [0, 0, 0, 45]}
families:
  text: {latin: SquareLatin.ttf, zh-Hant: SquareHan.ttf, zh-Hans: SquareHan.ttf, ja: SquareHan.ttf, ko: SquareHan.ttf}
styles:
  body: {family: text, size: 10pt, leading: 1 line, align: left}
  folio: {size: 8pt}
  running: {size: 8pt}
"""
PLAIN = """
masters:
  plain:
    both:
      - {frame: heading, columns: 1-4, blocks: [heading]}
      - {frame: body, columns: 1-4, blocks: [body]}
"""


def design_of(folder: Path, masters: str = PLAIN, sections: str = "", more: str = "") -> Design:
    """Read a layout of the small page with these masters and sections; without any, one section of the first master."""
    file = folder / "small.yaml"
    first = masters.split()[1].rstrip(":")
    sections = sections or f"sections: [cover: {{master: {first}}}]\n"
    file.write_text(HEAD + masters + sections + more, encoding="utf-8")
    design, faults = read_design(file)
    errors = [f for f in faults if f.severity is Severity.ERROR]
    assert design is not None, errors
    return design


def style(name: str = "body", **more: object) -> TextStyle:
    return TextStyle(name, size=10.0, leading=GRID, **more)  # type: ignore[arg-type]


def span(text: str, lang: str = "en", source: Source = NOWHERE, **more: object) -> Span:
    return Span(Words(text, lang, source), style(**more))


def para(text: str, lang: str = "en", anchor: str = "", **more: object) -> Para:
    """One paragraph of 10 pt on the grid."""
    one = span(text, lang, **more)
    return Para((one,), one.style, anchor)


def numbered(count: int, first: int = 1) -> tuple[Para, ...]:
    """As many paragraphs of one line, each with a number of its own: `line 01`."""
    return tuple(para(f"line {number:02d}") for number in range(first, first + count))


def entry_of(
    name: str = "films/a",
    master: str = "plain",
    parts: Mapping[str, Sequence[Block]] | None = None,
    **more: object,
) -> Entry:
    given = {key: tuple(blocks) for key, blocks in (parts or {}).items()}
    return Entry(name, master, tuple(given.items()), **more)  # type: ignore[arg-type]


def setting_of(faces: Faces) -> Setting:
    return Setting(faces, GRID, {})


def booklet_of(entries: Iterable[Entry], design: Design, faces: Faces, *, bind: bool = True) -> Booklet:
    """Settle entries, each made up anew."""

    def make(entry: Entry, side: str) -> tuple[str, tuple[object, ...]]:
        return f"{entry.name}:{side}", make_up(entry, side, design, setting_of(faces))

    return settle(tuple(entries), Book("Small", "en"), (design, faces), make, bind=bind)  # type: ignore[arg-type]


def texts(marks: Iterable[Mark]) -> list[str]:
    return [m.text for m in marks if isinstance(m, TextMark)]


def text_mark(marks: Iterable[Mark], text: str) -> TextMark:
    """The one line that reads so."""
    (found,) = [m for m in marks if isinstance(m, TextMark) and m.text == text]
    return found


def said(blocks: Iterable[Block]) -> list[str]:
    """What blocks say, a text for each paragraph, in their order, however deep."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Para(spans=spans) | Tag(spans=spans):
                found.append("".join(s.words.text for s in spans))
            case Tick(para=inner):
                found += said((inner,))
            case Table(rows=rows):
                found += [text for row in rows for cell in row for text in said(cell)]
            case Pair(left=left, right=right):
                found += said((*left, *right))
            case Beside(parts=parts):
                found += [text for part in parts for text in said(part)]
            case Together(blocks=inner):
                found += said(inner)
            case Headed(heading=heading, body=body):
                found += said((*heading, *body))
            case PageRef(key=key):
                found.append(f"-> {key}")
            case Symbol(payload=payload):
                found.append(f"[{payload}]")
            case DayGrid(venues=venues, slots=slots):
                found += [text for _, label in venues for text in said(label)]
                found += [text for slot in slots for text in said(slot.lines)]
            case _:
                pass
    return found


def in_galley(galley: Galley) -> list[str]:
    return [m.text for row in galley for _, m in row.marks if isinstance(m, TextMark)]


def tops(marks: Iterable[Mark]) -> list[float]:
    """The tops of the lines, counted in lines of the grid from the top margin."""
    return [round((m.at.y - BASELINE - TOP) / GRID, 3) for m in marks if isinstance(m, TextMark)]


__all__ = [
    "BASELINE",
    "GRID",
    "LEFT_RECTO",
    "LEFT_VERSO",
    "LINES",
    "TOP",
    "WIDTH",
    "Gap",
    "booklet_of",
    "design_of",
    "entry_of",
    "in_galley",
    "numbered",
    "para",
    "said",
    "setting_of",
    "span",
    "style",
    "text_mark",
    "texts",
    "tops",
]
