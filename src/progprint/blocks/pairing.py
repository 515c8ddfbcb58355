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
    """A prose text in the languages of the book, side by side, level at each paragraph.

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
    abreast = how.abreast or max((len(shares) for _, shares in how.shares), default=2)
    for index in range(0, len(columns), abreast):
        if blocks:
            blocks.append(Gap(desk.grid))
        some = columns[index : index + abreast]
        if len(some) == 1 and how.odd == "measure":
            blocks += some[0]
            break
        # languages that are left over keep to the columns of those above them
        wanted = min(abreast, max(len(columns), 2))
        some += [()] * (wanted - len(some))
        blocks.append(Pair(some[0], some[1], _shares(how, some), gutter, tuple(some[2:])))
    return tuple(blocks)


def _shares(how: Pairing, columns: Sequence[Sequence[Para]]) -> tuple[float, ...]:
    """As the layout says of these languages; else the wider column for the one that runs longer.

    That is Latin beside Han, whichever comes first.
    """
    langs = [column[0].spans[0].words.lang if column else "" for column in columns]
    for tags, shares in how.shares:
        found = _in_order(langs, tags) if len(tags) == len(langs) else ()
        if found:
            return tuple(shares[n] for n in found)
    han = [full_width(lang) if lang else True for lang in langs]
    if len(set(han)) == 1:
        return (1.0,) * len(langs)
    return tuple(SHARES[one] for one in han)


def _in_order(langs: Sequence[str], tags: Sequence[str]) -> tuple[int, ...]:
    """For each language the number of the tag that means it; empty when one has none."""
    free = list(range(len(tags)))
    found: list[int] = []
    for lang in langs:
        number = next((n for n in free if _is(lang, tags[n])), None)
        if number is None:
            return ()
        free.remove(number)
        found.append(number)
    return tuple(found)


def _is(lang: str, tag: str) -> bool:
    """Whether a language is this one or a variant of it; of a pair without languages all are."""
    return not tag or f"{lang}-".startswith(f"{tag}-")
