"""Prose -> paragraphs in their styles, with notes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from progprint.blocks.desk import Desk
from progprint.blocks.marked import note_mark, spans_of
from progprint.blocks.types import Para
from progprint.design.types import style_names
from progprint.locale import is_cjk
from progprint.programme.types import Note, Paragraph, Prose
from progprint.style import Span, Tab, TextStyle
from progprint.words import Words

#: kind of paragraph -> what is added to the style's name
_KINDS = {"heading": "-heading", "item": "-item", "item-text": "-item", "quote": "-quote", "rule": "-rule",
          "attribution": "-quote-by"}  # fmt: skip
#: what stands for a rule: in the middle of the measure, between parts of a text
ORNAMENT = "\u2022\N{NO-BREAK SPACE}\u2022\N{NO-BREAK SPACE}\u2022"
#: notes where the layout has no style `note`: 85 % of 8.8 pt are 7.5 pt, the size of the sample's small print
NOTE_SIZE = 0.85
#: where the words of a note begin: two small figures and a space
NOTE_INDENT_EM = 0.9


def prose(desk: Desk, name: str, text: Prose | None) -> tuple[Para, ...]:
    """Set a prose text in style `name` and `-first`, `-heading`, `-item` and so on of it; notes in `note`."""
    if text is None:
        return ()
    paras: list[Para] = []
    notes = {note.name: _note(desk, name, note, text.lang) for note in text.notes}
    after_heading = True
    # the first paragraph of all, where the layout has a style for it
    lead = f"{name}-lead" if f"{name}-lead" in style_names(desk.design.rules) else ""
    for part in text.paragraphs:
        after_heading, first = part.kind == "heading", after_heading
        style, place = name, (text.lang, first)
        if lead and part.kind == "text":
            style, place, lead = lead, (text.lang, False), ""
        paras.append(_paragraph(desk, style, part, place, notes)._replace(field=name))
    return tuple(paras)


def _paragraph(
    desk: Desk, name: str, part: Paragraph, place: tuple[str, bool], notes: dict[str, tuple[Para, ...]]
) -> Para:
    """One paragraph. `notes` loses those whose marks it has."""
    lang, first = place
    suffix = _suffix(part, first)
    style = desk.style(name + suffix, lang)
    if part.kind in _SHAPES and not style.name.endswith(suffix):
        # the layout says nothing of this kind of paragraph
        style = _SHAPES[part.kind](style, part.level)
    if part.kind == "rule":
        return Para((Span(Words(ORNAMENT, lang), style),), style)
    spans = tuple(s for words in part.words for s in spans_of(words, style, desk.design, lines=True))
    if part.kind == "item":
        style = _tabbed(style)
        # a full-width dot is as wide as the indent
        dash = "・" if is_cjk(lang) and not part.marker else f"{part.marker or '–'}\t"
        spans = (Span(Words(dash, lang), style), *spans)
    elif part.kind == "item-text":
        style = replace(style, indent=style.hanging_indent)
    marks = (mark.value for words in part.words for mark in words.marks if mark.kind == "note")
    return Para(spans, style, notes=tuple(notes.pop(mark) for mark in marks if mark in notes))


def _suffix(part: Paragraph, first: bool) -> str:
    if part.kind == "text":
        return "-first" if first else ""
    suffix = _KINDS[part.kind]
    if part.kind == "heading" and part.level > 1:
        return "-subheading" if part.level == 2 else f"-subheading-{part.level}"
    return f"{suffix}-{part.level}" if part.kind.startswith("item") and part.level > 1 else suffix


@cache
def _inner(style: TextStyle, level: int) -> TextStyle:
    """An item of a list: its words stand an em in, those of an inner list as far in again."""
    step = style.hanging_indent or style.size
    return replace(style, indent=step * (level - 1), hanging_indent=step * level)


@cache
def _tabbed(style: TextStyle) -> TextStyle:
    """What follows a number or a dash stands where the next lines begin."""
    return replace(style, tabs=(Tab(style.hanging_indent or style.size),))


@cache
def _quoted(style: TextStyle, _: int) -> TextStyle:
    """As far in as a paragraph's first line, or an em."""
    step = style.indent or style.size
    return replace(style, indent=step, hanging_indent=step)


@cache
def _ornamental(style: TextStyle, _: int) -> TextStyle:
    return replace(style, align="center", indent=0.0, hanging_indent=0.0, italic=False)


@cache
def _attributed(style: TextStyle, _: int) -> TextStyle:
    return replace(style, align="right", indent=0.0, italic=False, hyphenate=False)


#: kinds of paragraph that look different even where the layout has no style of their own
_SHAPES = {
    "item": _inner, "item-text": _inner, "quote": _quoted, "rule": _ornamental, "attribution": _attributed,
}  # fmt: skip


def _note(desk: Desk, name: str, note: Note, lang: str) -> tuple[Para, ...]:
    """A note's paragraphs, its number before the first."""
    style = desk.style("note", lang)
    if style.name != "note":
        style = _small(desk.style(name, lang))
    number = note_mark(Words(note.name.rpartition("#")[2], lang), style, desk.design)
    style = _tabbed(style)
    first, *others = (
        tuple(span for words in part.words for span in spans_of(words, style, desk.design, lines=True))
        for part in note.paragraphs
    )
    beginning = Para((number, Span(Words("\t", lang), style), *first), style, f"note:{note.name}")
    under = replace(style, indent=style.hanging_indent)
    return (beginning, *(Para(spans, under) for spans in others))


@cache
def _small(style: TextStyle) -> TextStyle:
    size = round(style.size * NOTE_SIZE, 2)
    return replace(style, size=size, indent=0.0, hanging_indent=size * NOTE_INDENT_EM)
