"""A sample with a small page -> the Miniature that shows it: text, languages side by side, tables, lists."""

from __future__ import annotations

from dataclasses import replace

from progprint.blocks.marked import note_mark, spans_of
from progprint.blocks.types import (
    Beside,
    Block,
    Entry,
    Facing,
    Headed,
    Miniature,
    Pair,
    Para,
    Table,
    Track,
    Unkept,
)
from progprint.design import resolve_style
from progprint.design.exhibits import Sample, SmallPage
from progprint.design.types import Design, Frame, Margins, Master, PageSpec
from progprint.geom import mm
from progprint.locale import is_cjk, label
from progprint.programme.desk import Desk
from progprint.programme.prose import read_prose
from progprint.programme.types import Prose
from progprint.source import Passage
from progprint.style import BLACK, Span
from progprint.words import Words

#: of a small page's text from its edge, and between its columns
INSET, GUTTER = mm(2), mm(3)
#: the widest a role may be: half of the narrowest page shown
ROLE = mm(26)
#: style of notes
NOTE = "small-note"


def small_page(sample: Sample, page: SmallPage, design: Design) -> Miniature:
    """Lay a sample's blocks into a frame, or into two that face each other."""
    facing = page.kind in ("facing", "apart")
    parts: tuple[tuple[str, tuple[Block, ...]], ...] = (("body", _blocks(sample, page, design)),)
    # a frame of no fixed height is only as high as its columns need be: they would always end level
    inner = page.height - 2 * INSET
    frame = Frame(
        "body",
        (1, 1),
        (inner, inner),
        split=page.columns,
        balance=page.balance,
        blocks=("body", "rest"),
        direction=page.direction,
    )
    recto = frame
    if page.kind == "apart":
        parts = tuple(zip(("body", "heading"), _texts(sample, design), strict=True))
        recto = frame._replace(name="heading", blocks=("heading", "rest"))
    entry = Entry("small", "small", parts, room="spread" if facing else "any", source=sample.words.source)
    paper = PageSpec(
        (page.width, page.height), 0.0, Margins(INSET, INSET, INSET, INSET), 1, GUTTER, page.baseline
    )
    lines = design.swatches.get("guide", BLACK) if page.lines else None
    master = Master("small", (frame,), (recto,))
    return Miniature(entry, paper, master, design.swatches.get("hairline", BLACK), lines)


def _blocks(sample: Sample, page: SmallPage, design: Design) -> tuple[Block, ...]:
    blocks = _made(sample, page.kind, design)
    return blocks if page.keeps else (Unkept(blocks),)


def _made(sample: Sample, kind: str, design: Design) -> tuple[Block, ...]:
    if kind in ("table", "leaders", "run-in"):
        return _rows(sample, kind, design)
    first, second = _texts(sample, design)
    match kind:
        case "pair":
            return (Pair(first, second, (3.0, 2.0), GUTTER),)
        case "beside":
            return (Beside((first, second), (Track(share=3), Track(share=2)), GUTTER),)
        case "facing":
            return (Facing(first, second, ()),)
        case "after":
            notes = tuple(block for para in first for note in para.notes for block in note)
            return (*(para._replace(notes=()) for para in first), *notes)
        case "list":
            heading, *body = first
            lines = tuple(para._replace(style=replace(para.style, indent=0.0)) for para in body)
            return (Headed((heading,), (_continued(heading),), lines),)
        case _:
            return first


def _texts(sample: Sample, design: Design) -> tuple[tuple[Para, ...], tuple[Para, ...]]:
    """The text in its two languages; the second is empty where there is only one."""
    other = sample.other
    return _paragraphs(sample.words, sample, design), _paragraphs(other, sample, design) if other else ()


def _continued(heading: Para) -> Para:
    """A list's heading where the list goes on: as in the book's own lists, with the word of its language."""
    first = heading.spans[0]
    lang = first.words.lang
    word = Words(f" ({label('continued', lang) or label('continued', 'en')})", lang)
    plain = replace(first.style, weight=400)
    return heading._replace(spans=(*heading.spans, Span(word, plain)))


def read_sample(words: Words) -> Prose | None:
    """Read a sample as editors write: readings, emphasis, headings, notes."""
    start = (0, words.source.line, words.source.column)
    return read_prose(Passage(words.text, words.source.file, (start,)), words.lang, Desk())


def _paragraphs(words: Words, sample: Sample, design: Design) -> tuple[Para, ...]:
    text = read_sample(words)
    if text is None:
        return ()
    notes = {note.name: _note(note.name, note.paragraphs[0].words, design) for note in text.notes}
    paras = []
    after_heading = True
    for part in text.paragraphs:
        style = resolve_style(design, sample.heading if part.kind == "heading" else sample.style, words.lang)
        if after_heading and not is_cjk(words.lang):
            # what begins a text, or follows a heading, needs no indent to be seen to begin (Bringhurst 2.3.1)
            style = replace(style, indent=0.0)
        after_heading = part.kind == "heading"
        spans = tuple(span for each in part.words for span in spans_of(each, style, design, lines=True))
        own = [mark.value for each in part.words for mark in each.marks if mark.kind == "note"]
        paras.append(Para(spans, style, notes=tuple((notes[name],) for name in own if name in notes)))
    return tuple(paras)


def _note(name: str, words: tuple[Words, ...], design: Design) -> Para:
    style = resolve_style(design, NOTE, words[0].lang)
    number = note_mark(Words(name.rpartition("#")[2] + "\N{NO-BREAK SPACE}", words[0].lang), style, design)
    spans = tuple(span for each in words for span in spans_of(each, style, design))
    return Para((number, *spans), style, f"note:{name}")


def _rows(sample: Sample, kind: str, design: Design) -> tuple[Block, ...]:
    """Each line of the text is a row, its cells parted by `|`, forms in the other language by `/`."""
    rows = [[cell.strip() for cell in line.split("|")] for line in sample.words.text.splitlines()]
    first, second = (
        replace(resolve_style(design, name, sample.words.lang), indent=0.0)
        for name in (sample.heading, sample.style)
    )
    cells = [
        (_cell(row[0], sample, (sample.heading, design)), _cell(row[-1], sample, (sample.style, design)))
        for row in rows
    ]
    if kind == "run-in":
        between = Span(Words(" ", sample.words.lang), second)
        return tuple(Para((*role, between, *names), second) for role, names in cells)
    tracks = (Track(limit=ROLE), Track(share=1))
    if kind == "leaders":
        tracks = tracks[::-1]
    table = tuple(((Para(role, first),), (Para(names, second),)) for role, names in cells)
    return (Table(tracks, table, mm(1.5)),)


def _cell(text: str, sample: Sample, styled: tuple[str, Design]) -> tuple[Span, ...]:
    name, design = styled
    here, other = sample.words, sample.other
    spans: list[Span] = []
    for number, form in enumerate(text.split("/")):
        lang = other.lang if number and other is not None else here.lang
        style = resolve_style(design, name, lang)
        if number:
            spans.append(Span(Words(" ", here.lang), style))
        spans.append(Span(Words(form.strip(), lang, here.source), style))
    return tuple(spans)
