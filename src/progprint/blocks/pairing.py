"""A prose text in the languages of the book -> the same side by side, or one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from progprint.blocks.desk import Desk
from progprint.blocks.facts import full_width
from progprint.blocks.prose import prose
from progprint.blocks.types import Block, Gap, Pair, Para
from progprint.design.makes import SHARES, Pairing
from progprint.locale import best_tag
from progprint.programme.types import LocalisedProse


def pair(
    desk: Desk, name: str, text: LocalisedProse, ends: dict[str, Para] | None = None
) -> tuple[Block, ...]:
    """A prose text in the languages of the book, two by two, level at each paragraph.

    `ends` gives each language its last paragraph.
    """
    columns: list[tuple[Para, ...]] = []
    for lang in desk.languages:
        tag = best_tag(lang, [p.lang for p in text.forms])
        paras = prose(desk, name, text.get(tag)) if tag else ()
        if paras:
            end = (ends or {}).get(lang)
            columns.append((*paras, end) if end is not None else paras)
    if not columns and desk.mode == "side":
        return ()
    if not columns:
        columns = [prose(desk, name, p) for p in text.forms[:1]]
    gutter, how = desk.design.page.gutter, desk.design.makes.pair
    blocks: list[Block] = []
    if desk.mode in ("after", "side"):
        for column in columns:
            blocks += [Gap(desk.grid), *column] if blocks else column
        return tuple(blocks)
    for index in range(0, len(columns), 2):
        if blocks:
            blocks.append(Gap(desk.grid))
        right = columns[index + 1] if index + 1 < len(columns) else ()
        if not right and how.odd == "measure":
            blocks += columns[index]
            break
        shares = _shares(how, columns[index], right)
        blocks.append(Pair(columns[index], right, shares, gutter))
    return tuple(blocks)


def _shares(how: Pairing, left: Sequence[Para], right: Sequence[Para]) -> tuple[float, float]:
    """As the layout says of these languages; else the wider column for the one that runs longer.

    That is Latin beside Han, whichever comes first.
    """
    langs = [column[0].spans[0].words.lang if column else "" for column in (left, right)]
    for (one, other), shares in how.shares:
        if _is(langs[0], one) and _is(langs[1], other):
            return shares
        if _is(langs[0], other) and _is(langs[1], one):
            return shares[::-1]
    han = [full_width(lang) if lang else True for lang in langs]
    if han[0] == han[1]:
        return (1.0, 1.0)
    return SHARES[::-1] if han[0] else SHARES


def _is(lang: str, tag: str) -> bool:
    """Whether a language is this one or a variant of it; of a pair without languages all are."""
    return not tag or f"{lang}-".startswith(f"{tag}-")
