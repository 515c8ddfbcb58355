"""Entries + Overrides -> the entries as a designer wishes them, and which wishes no longer apply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from progprint.blocks.types import (
    Band,
    Beside,
    Block,
    Break,
    Entry,
    Facing,
    Pair,
    Para,
    Picture,
    Table,
    Track,
)
from progprint.blocks.walk import changed, paras_in, tables_in
from progprint.design import resolve_style
from progprint.design.ladder import written
from progprint.design.overrides import BreakWish, LineWish, Override
from progprint.design.types import Design, Rung
from progprint.diag import Diagnostic, Severity, Source
from progprint.pages.fitting import scaled, steps

Parts = tuple[tuple[str, tuple[Block, ...]], ...]


def overridden(
    entries: Iterable[Entry], overrides: Mapping[str, Override], design: Design, lang: str
) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Every entry as its override wishes it; `lang` is the book's main language.

    Several entries of one slug, a film and a text, are all meant.
    """
    found: list[Entry] = []
    lost: list[Diagnostic] = []
    for entry in entries:
        folder, _, slug = entry.name.rpartition("/")
        wish = overrides.get(slug) if folder in ("films", "programmes", "texts") else None
        if wish is not None and (not wish.layouts or design.name in wish.layouts):
            entry = _overridden(entry, wish, _Book(design, lang), lost)
        found.append(entry)
    return tuple(found), tuple(lost)


def without_text(overrides: Mapping[str, Override], slugs: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Report overrides of texts that the festival does not have."""
    known = frozenset(slugs)
    return tuple(
        _lost(wish.source, f"the festival has no film or text `{slug}`", "its file can be removed")
        for slug, wish in overrides.items()
        if slug not in known
    )


def _lost(source: Source, message: str, hint: str = "") -> Diagnostic:
    hint = hint or "nothing is changed for it: take it out, or say what stands there now"
    return Diagnostic(Severity.WARNING, "override-lost", message, source, hint)


class _Book(NamedTuple):
    """What wishes are measured by."""

    design: Design
    lang: str


def _overridden(entry: Entry, wish: Override, book: _Book, lost: list[Diagnostic]) -> Entry:
    if wish.focus is not None:
        entry = _cropped(entry, wish.focus, wish, lost)
    for name, number in wish.columns:
        entry = _in_columns(entry, (name, number), wish, lost)
    for begin in wish.breaks:
        entry = _parted(entry, begin, lost)
    if wish.size:
        entry = _sized(entry, wish.size, book)
    if wish.rung is not None:
        entry = replace(entry, rungs=_up_to(entry, wish.rung, wish, lost))
    here = tuple(one for one in wish.lines if _has(entry, one))
    for one in wish.lines:
        if one not in here:
            name = f"{one.field}.{one.lang}" if one.lang else one.field
            lost.append(_lost(one.source, f"{entry.name} has no `{name}`{_numbered(one.paragraph)}"))
    return replace(entry, wishes=here)


def _numbered(paragraph: int) -> str:
    return f" with a paragraph {paragraph}" if paragraph else ""


def wished(entry: Entry, wish: LineWish) -> tuple[Para, ...]:
    """The paragraphs that a wish for lines is about, in their order."""
    paras = (para for _, blocks in entry.parts for _, para in paras_in(blocks, ""))
    return tuple(p for p in paras if p.field == wish.field and p.spans and _is_in(p, wish.lang))


def _is_in(para: Para, lang: str) -> bool:
    own = para.spans[0].words.lang
    return not lang or own == lang or own.startswith(f"{lang}-")


def _has(entry: Entry, wish: LineWish) -> bool:
    return len(wished(entry, wish)) >= max(wish.paragraph, 1)


def _with(entry: Entry, name: str, blocks: tuple[Block, ...]) -> Entry:
    return replace(entry, parts=tuple((key, blocks if key == name else old) for key, old in entry.parts))


def _cropped(entry: Entry, focus: tuple[float, float], wish: Override, lost: list[Diagnostic]) -> Entry:
    def crop(block: Block) -> Block:
        if isinstance(block, Band):
            return block._replace(slices=tuple(each._replace(focus=focus) for each in block.slices))
        return block._replace(focus=focus) if isinstance(block, Picture) and block.file else block

    blocks = entry.part("still")
    cropped = tuple(map(crop, blocks))
    if cropped == blocks and not any(isinstance(b, Picture) and b.file for b in blocks):
        lost.append(_lost(wish.places["still"], f"{entry.name} has no still"))
    return _with(entry, "still", cropped)


def _in_columns(entry: Entry, asked: tuple[str, int], wish: Override, lost: list[Diagnostic]) -> Entry:
    """A list side by side in columns that are about as long as each other."""
    name, number = asked

    def part(block: Para | Table) -> Block:
        if not isinstance(block, Table) or block.field != name:
            return block
        each = -(-len(block.rows) // number)
        cuts = range(0, len(block.rows), max(each, 1))
        tables = tuple((block._replace(rows=block.rows[at : at + each]),) for at in cuts)
        return Beside(tables, (Track(share=1),) * len(tables), block.gutter * 2)

    if not any(table.field == name for table in tables_in(entry.parts)):
        lost.append(_lost(wish.places[name], f"{entry.name} has no `{name}`"))
    parts: Parts = tuple((key, changed(blocks, part)) for key, blocks in entry.parts)
    return replace(entry, parts=parts)


def _parted(entry: Entry, wish: BreakWish, lost: list[Diagnostic]) -> Entry:
    blocks = entry.part(wish.name)
    if any(isinstance(block, Facing) for block in blocks):
        message = f"`{wish.name}` of {entry.name} stands on facing pages: no page can begin with it"
        lost.append(_lost(wish.source, message))
        return entry
    parted = _before(blocks, wish.paragraph) if wish.paragraph else (Break(), *blocks) if blocks else None
    if parted is None:
        message = f"{entry.name} has no `{wish.name}`{_numbered(wish.paragraph)}"
        lost.append(_lost(wish.source, message))
        return entry
    return _with(entry, wish.name, parted)


def _before(blocks: Sequence[Block], paragraph: int) -> tuple[Block, ...] | None:
    """Blocks with a break before a paragraph of running text; two languages are parted at the same one."""
    seen = 0
    for number, block in enumerate(blocks):
        left = block.left if isinstance(block, Pair) else (block,)
        prose = [n for n, each in enumerate(left) if isinstance(each, Para) and each.field]
        if seen + len(prose) < paragraph:
            seen += len(prose)
            continue
        if not isinstance(block, Pair):
            return (*blocks[:number], Break(), *blocks[number:])
        at = prose[paragraph - seen - 1]
        more = block.more
        first = block._replace(
            left=block.left[:at], right=block.right[:at], more=tuple(side[:at] for side in more)
        )
        second = block._replace(
            left=block.left[at:], right=block.right[at:], more=tuple(side[at:] for side in more)
        )
        return (*blocks[:number], first, Break(), second, *blocks[number + 1 :])
    return None


def _sized(entry: Entry, size: float, book: _Book) -> Entry:
    """The running text in another size; the ladder begins there."""
    style = "text" if entry.name.startswith("texts/") else "review"
    usual = resolve_style(book.design, style, book.lang).size
    ladder = entry.ladder and entry.ladder._replace(size=size)
    return replace(scaled(entry, size / usual), ladder=ladder)


def _up_to(entry: Entry, rung: Rung, wish: Override, lost: list[Diagnostic]) -> tuple[Rung, ...] | None:
    """The ladder as far as a rung."""
    for stair in steps(entry.ladder) if entry.ladder is not None else ():
        if stair and stair[-1] == rung:
            return stair
    lost.append(_lost(wish.places["rung"], f"the ladder of {entry.name} has no rung `{written(rung)}`"))
    return None
