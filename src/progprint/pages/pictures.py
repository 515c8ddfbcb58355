"""Entry -> the picture files it prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from progprint.blocks.types import (
    Advert,
    Band,
    Beside,
    Block,
    Entry,
    Facing,
    Fill,
    Guides,
    Logos,
    Pair,
    Picture,
    Stills,
    Table,
    Together,
    Unkept,
)


def files_of(entry: Entry) -> tuple[str, ...]:
    """Files of an entry's pictures, in the order of printing."""
    return tuple(p.file for _, blocks in entry.parts for p in pictures_in(blocks) if p.file)


def pictures_in(blocks: Iterable[Block]) -> Iterator[Picture]:
    """Pictures among blocks, however deep."""
    for block in blocks:
        match block:
            case Picture():
                yield block
            case Fill(picture=picture) if picture is not None:
                yield picture
            case Advert(picture=picture):
                yield picture
            case Logos(items=items):
                yield from (item.picture for item in items)
            case Stills(pictures=pictures):
                yield from pictures
            case Band(slices=slices):
                yield from slices
            case Table(rows=rows):
                for cells in rows:
                    for cell in cells:
                        yield from pictures_in(cell)
            case Pair():
                for side in block.sides:
                    yield from pictures_in(side)
            case Facing(left=left, right=right, whole=whole):
                yield from pictures_in((*left, *right, *whole))
            case Beside(parts=parts):
                for part in parts:
                    yield from pictures_in(part)
            case Together(blocks=inner) | Unkept(blocks=inner) | Guides(blocks=inner):
                yield from pictures_in(inner)
            case _:
                pass
