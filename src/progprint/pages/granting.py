"""Wishes for a line more or fewer -> the paragraphs that give or take it where it shows least."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from progprint.blocks.types import Block, Entry, Para, Table
from progprint.blocks.walk import changed
from progprint.design.overrides import LineWish
from progprint.lines.types import Fault
from progprint.pages.fitting import closer
from progprint.pages.made import Made
from progprint.pages.overriding import wished
from progprint.pages.settle import Make
from progprint.pages.types import TextMark

#: how far a paragraph's letters may close to save a line, in em, the least first: of 76 paragraphs of the
#: sample the spaces alone save a line in 2, with letters closed by 1.5 % in 22; more would be seen
CLOSING = (0.0, -0.005, -0.01, -0.015)


def granting(make: Make, then: Make) -> Make:
    """Make-up `then` of entries whose wishes are granted; `make` tries how lines come out."""

    def granted(entry: Entry, side: str) -> tuple[str, tuple[Made, ...]]:
        faults: list[Fault] = []
        for wish in (one for each in entry.wishes for one in _by_language(each, entry)):
            step = 1 if wish.lines > 0 else -1
            for done in range(abs(wish.lines)):
                other = _once(entry, wish, step, (make, side))
                if other is None:
                    faults.append(_refused(wish, wish.lines - done * step))
                    break
                entry = other
        key, pages = then(entry, side)
        return key, (pages[0]._replace(faults=(*pages[0].faults, *faults)), *pages[1:])

    return granted


def _by_language(wish: LineWish, entry: Entry) -> tuple[LineWish, ...]:
    """Each language gives or takes as many lines."""
    langs = dict.fromkeys(para.spans[0].words.lang for para in wished(entry, wish))
    return tuple(wish._replace(lang=lang) for lang in langs)


def _refused(wish: LineWish, lines: int) -> Fault:
    name = f"{wish.field}.{wish.lang}" if wish.lang else wish.field
    of = f"paragraph {wish.paragraph} of `{name}`" if wish.paragraph else f"`{name}`"
    many = f"{abs(lines)} line{'s' * (abs(lines) > 1)} {'longer' if lines > 0 else 'shorter'}"
    return Fault("override-lost", f"{of} cannot be {many}: its spaces and letters allow no more", wish.source)


def _once(entry: Entry, wish: LineWish, step: int, trial: tuple[Make, str]) -> Entry | None:
    """One line more or fewer, where lines stay nearest to their natural width; None where there is no way."""
    make, side = trial
    paras = wished(entry, wish)
    before = _lines(make(entry, side)[1], paras)
    asked = paras[wish.paragraph - 1 :][:1] if wish.paragraph else paras
    for closing in CLOSING if step < 0 else CLOSING[:1]:
        ways: list[tuple[float, int, Entry]] = []
        for number, para in enumerate(asked):
            other = _loosened(entry, para, step, closing)
            pages = make(other, side)[1]
            if (_lines(pages, paras) - before) * step > 0:
                ways.append((_worst(pages, para), number, other))
        if ways:
            return min(ways, key=itemgetter(0, 1))[2]
    return None


def _loosened(entry: Entry, para: Para, step: int, closing: float) -> Entry:
    def change(block: Para | Table) -> Block:
        if block is not para:
            return block
        loose = block._replace(looseness=block.looseness + step)
        return closer(loose, closing) if closing else loose

    return replace(entry, parts=tuple((name, changed(blocks, change)) for name, blocks in entry.parts))


def _marks(pages: Sequence[Made], paras: Sequence[Para]) -> list[TextMark]:
    """The lines of some paragraphs."""
    names = {(span.words.source, para.style.name) for para in paras for span in para.spans}
    marks = (mark for page in pages for mark in page.marks)
    return [m for m in marks if isinstance(m, TextMark) and (m.source, m.style) in names]


def _lines(pages: Sequence[Made], paras: Sequence[Para]) -> int:
    return len(_marks(pages, paras))


def _worst(pages: Sequence[Made], para: Para) -> float:
    return max((abs(mark.ratio) for mark in _marks(pages, (para,))), default=0.0)
