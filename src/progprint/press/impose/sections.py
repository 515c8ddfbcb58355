"""Number of pages -> signatures: which page stands at which place of which folded sheet, and how deep."""

from __future__ import annotations

from typing import NamedTuple

from progprint.press.impose.folding import FOLDS


class Section(NamedTuple):
    """One folded sheet."""

    #: numbers of the pages in reading order, from 1; 0 is a blank
    pages: tuple[int, ...]
    #: sheets of two leaves that lie round it: 0 for the outermost
    around: int = 0

    def depth(self, position: int) -> int:
        """How many sheets of two leaves lie round the one that a page (from 1) is on."""
        return self.around + (min(position, len(self.pages) + 1 - position) - 1) // 2


def signatures(pages: int, most: int) -> tuple[int, ...]:
    """Divide a number of pages, a multiple of four, into signatures of at most `most` pages; falling."""
    sizes: list[int] = []
    for size in sorted((size for size in FOLDS if size <= most), reverse=True):
        whole, pages = divmod(pages, size)
        sizes += [size] * whole
    return tuple(sizes)


def padded(pages: int) -> int:
    """Fill up to the next multiple of four: a fold makes four pages."""
    return -(-pages // 4) * 4


def nested(pages: int, most: int) -> tuple[Section, ...]:
    """Saddle stitch: signatures lie in one another, the first outermost, stitched through the fold."""
    total, before, sections = padded(pages), 0, []
    for size in signatures(total, most):
        half = size // 2
        low = range(before * 2 + 1, before * 2 + half + 1)
        high = range(total - before * 2 - half + 1, total - before * 2 + 1)
        sections.append(Section(_known((*low, *high), pages), before))
        before += size // 4
    return tuple(sections)


def gathered(pages: int, most: int) -> tuple[Section, ...]:
    """Perfect binding: signatures lie one behind the other.

    Smaller ones stand before the last: at the outside of the block a thin one comes loose first.
    """
    sizes = signatures(padded(pages), most)
    largest = [size for size in sizes if size == sizes[0]]
    order = (*largest[:-1], *sizes[len(largest) :], largest[-1])
    sections, first = [], 1
    for size in order:
        sections.append(Section(_known(tuple(range(first, first + size)), pages)))
        first += size
    return tuple(sections)


def _known(numbers: tuple[int, ...], pages: int) -> tuple[int, ...]:
    return tuple(number if number <= pages else 0 for number in numbers)


def creep(depth: int, paper: float, factor: float) -> float:
    """How far a sheet that lies so deep is pushed out at the fore-edge, in points.

    The innermost of a booklet: (pages / 4 - 1) x thickness x factor.
    """
    return depth * paper * factor
