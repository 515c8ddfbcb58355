"""Entry + its ladder -> the entry at a rung; and make-up that climbs to the first rung that fits its room.

What stands on a rung is an entry like any other: its pages are made, and kept, by what it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from progprint.blocks.types import Entry, Para, Table
from progprint.blocks.walk import changed, paras_in
from progprint.design.ladder import written
from progprint.design.types import Ladder, Rung
from progprint.pages.made import Made
from progprint.pages.overset import cut_short, with_over
from progprint.pages.settle import Make
from progprint.pages.types import Over, TextMark
from progprint.style import Ruby, Span, TextStyle

#: frames with a height from-to give way first where a ladder does not name them later
PICTURE = Rung("picture")

#: added to the leading of a smaller title, in points: where it happened to be whole lines of the grid, one
#: language would stand lower in its lines than the other and come near it (booklet, 32 pt)
OFF_GRID = 0.05

#: entry -> the rungs it was fitted by before, None to fit it anew
Locked = Callable[[Entry], tuple[Rung, ...] | None]


def fitting(make: Make, locked: Locked) -> Make:
    """Make-up that fits entries with a ladder into their rooms."""

    def fitted(entry: Entry, side: str) -> tuple[str, tuple[Made, ...]]:
        if entry.ladder is None:
            return make(entry, side)
        known = entry.rungs if entry.rungs is not None else locked(entry)
        if known is not None:
            key, pages = make(at(entry, known), side)
            if entry.rungs is not None or not is_over(pages):
                return key, _stamped(pages, entry, known)
        return _climbed(entry, side, make)

    return fitted


def steps(ladder: Ladder) -> tuple[tuple[Rung, ...], ...]:
    """What each rung stands for, with those before it, from the bottom."""
    rungs = ladder.rungs
    if PICTURE not in rungs:
        rungs = (PICTURE, *rungs)
    start = 1 if rungs[0] == PICTURE else 0
    return tuple(rungs[:end] for end in range(start, len(rungs) + 1))


def is_over(pages: Sequence[Made]) -> bool:
    """Whether an entry exceeds its room."""
    return any(page.over for page in pages)


def _exceeds(entry: Entry, pages: Sequence[Made]) -> bool:
    """Whether a title exceeds its page, leaves a picture no room on it, or has a word wider than its line."""
    styles = {para.style.name for _, blocks in entry.parts for _, para in paras_in(blocks, "") if para.field}
    marks = (mark for page in pages for mark in page.marks if isinstance(mark, TextMark))
    over = any(fault.code == "frame-room" for page in pages for fault in page.faults)
    return over or is_over(pages) or any(m.reason == "emergency" and m.style in styles for m in marks)


def _climbed(entry: Entry, side: str, make: Make) -> tuple[str, tuple[Made, ...]]:
    """Find the first rung that fits; where none does, the entry stays as it is and runs on.

    It then has further pages in any case: to press it would make it unlike its neighbours for nothing.
    """
    assert entry.ladder is not None
    stairs = _that_differ(entry, steps(entry.ladder))
    (lowest, bottom), *higher = stairs
    key, pages = make(bottom, side)
    exceeds = partial(_exceeds, entry) if entry.ladder.display else is_over
    if not exceeds(pages) or not higher:
        return key, _stamped(pages, entry, lowest)
    rungs, top = higher[-1]
    best = make(top, side)
    if not is_over(best[1]) and exceeds(best[1]):
        # a word that is parted at any size is parted least often here
        return best[0], _stamped(best[1], entry, rungs)
    if exceeds(best[1]):
        return key, _stamped(_compared(pages, best[1], rungs[-1]), entry, lowest)
    # each rung takes what those below it take: where one fits, those above it do, so halves are enough
    low, high = 0, len(stairs) - 1
    while high - low > 1:
        middle = (low + high) // 2
        tried = make(stairs[middle][1], side)
        if exceeds(tried[1]):
            low = middle
        else:
            high, best = middle, tried
    return best[0], _stamped(best[1], entry, stairs[high][0])


def _that_differ(
    entry: Entry, stairs: Sequence[tuple[Rung, ...]]
) -> list[tuple[tuple[Rung, ...], Entry]]:
    """The entry at each step, without those that change nothing in it."""
    found: list[tuple[tuple[Rung, ...], Entry]] = []
    for rungs in stairs:
        here = at(entry, rungs)
        if not found or (here.parts, here.flexible) != (found[-1][1].parts, found[-1][1].flexible):
            found.append((rungs, here))
    return found


def _compared(pages: Sequence[Made], best: Sequence[Made], rung: Rung) -> tuple[Made, ...]:
    """Pages of an entry that no rung fits: what is over, and how much of it would be at the last rung."""
    least = {(o.field, o.lang): (o.lines, o.characters) for page in best for o in page.over}

    def told(over: Over) -> Over:
        return over._replace(least=least.get((over.field, over.lang), (0, 0)))

    return tuple(
        with_over(page, tuple(map(told, page.over)), written(rung)) if page.over else page for page in pages
    )


def _stamped(pages: Sequence[Made], entry: Entry, rungs: tuple[Rung, ...]) -> tuple[Made, ...]:
    """Pages that know by what they were fitted, and what is left out for it."""
    first = pages[0]
    return (first._replace(rungs=rungs, faults=(*first.faults, *cut_short(entry, rungs))), *pages[1:])


# --- an entry on a rung --------------------------------------------------------------------------


class _Measures(NamedTuple):
    """All that some rungs ask for."""

    looseness: int = 0
    tracking_em: float = 0.0
    scale: float = 1.0
    #: field -> most rows
    rows: Mapping[str, int] = {}
    #: leading goes with the size
    leads: bool = False


def at(entry: Entry, rungs: Sequence[Rung]) -> Entry:
    """The entry with what some rungs ask for."""
    last = {rung.kind: rung.value for rung in rungs}
    size = entry.ladder.size if entry.ladder else 0.0
    measures = _Measures(
        -1 if "looseness" in last else 0,
        last.get("letter-space", 0.0),
        min(last.get("size", size) / size, 1.0) if size else 1.0,
        {kind: int(last[kind]) for kind in ("cast", "filmography") if kind in last},
        bool(entry.ladder and entry.ladder.display),
    )
    entry = replace(entry, flexible="picture" in last)
    if measures._replace(leads=False) == _Measures():
        return entry
    return _measured(entry, measures)


def scaled(entry: Entry, scale: float) -> Entry:
    """The entry with its running text larger or smaller."""
    return _measured(entry, _Measures(scale=scale))


def _measured(entry: Entry, measures: _Measures) -> Entry:
    styles: _Styles = {}
    change = partial(_changed, measures=measures, styles=styles)
    return replace(entry, parts=tuple((name, changed(blocks, change)) for name, blocks in entry.parts))


#: id of a style -> itself, so that the id stays its own, and what stands for it
_Styles = dict[int, tuple[TextStyle, TextStyle]]


def _changed(block: Para | Table, measures: _Measures, styles: _Styles) -> Para | Table:
    if isinstance(block, Table):
        most = measures.rows.get(block.field)
        return block if most is None or len(block.rows) <= most else block._replace(rows=block.rows[:most])
    if not block.field:
        return block
    # a rag has no lines to give: its words end where they end
    loose = measures.looseness if block.style.align == "justify" else 0
    if measures.scale == 1.0 and not measures.tracking_em:
        return block._replace(looseness=block.looseness + loose) if loose else block

    def style(of: TextStyle) -> TextStyle:
        known = styles.get(id(of))
        if known is None:
            known = styles[id(of)] = (of, _closer(of, measures))
        return known[1]

    def span(of: Span) -> Span:
        ruby = of.ruby and Ruby(of.ruby.words, style(of.ruby.style))
        return of._replace(style=style(of.style), ruby=ruby)

    spans = tuple(map(span, block.spans))
    return block._replace(spans=spans, style=style(block.style), looseness=block.looseness + loose)


def closer(para: Para, closing: float) -> Para:
    """The paragraph with its letters closer, in em."""
    measures = _Measures(tracking_em=closing)
    style = partial(_closer, measures=measures)
    spans = tuple(span._replace(style=style(span.style)) for span in para.spans)
    return para._replace(spans=spans, style=style(para.style))


def _closer(style: TextStyle, measures: _Measures) -> TextStyle:
    """A style smaller and closer; its leading stays on the grid, but that of a title."""
    scale = measures.scale
    return replace(
        style,
        size=round(style.size * scale, 3),
        leading=round(style.leading * scale, 1) + OFF_GRID if measures.leads else style.leading,
        tracking_em=style.tracking_em + measures.tracking_em,
        indent=style.indent * scale,
        hanging_indent=style.hanging_indent * scale,
        rise=style.rise * scale,
        tabs=tuple(tab._replace(at=tab.at * scale) for tab in style.tabs),
    )
