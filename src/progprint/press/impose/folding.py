"""Number of pages of a signature -> where each stands on the unfolded sheet.

Found by unfolding: a booklet lies closed, page 1 up, spine at the left. It is opened in the middle, then at
the heads, then at the fore-edges, then at the feet; each time the upper half of the leaves is turned over
beside the rest. So 4 pages are one fold, 8 two at right angles, 16 three, 32 four.
"""

from __future__ import annotations

from typing import NamedTuple

#: signature -> folds, from the last that is made to the first: u(pright) or l(evel)
FOLDS = {4: "u", 8: "ul", 16: "ulu", 32: "ulul"}


class Cell(NamedTuple):
    """Where a page of a signature stands on one face of the sheet."""

    #: of the page in its signature, from 1
    position: int
    #: from the left, from 0
    column: int
    #: from the head of the sheet, from 0
    row: int
    #: stands on its head
    turned: bool

    @property
    def spine_left(self) -> bool:
        """Whether its spine is at its left as it stands on the sheet, in a book bound at the left."""
        return (self.position % 2 == 1) != self.turned


class Folded(NamedTuple):
    """A signature unfolded. The sheet is turned over about its upright middle from front to back."""

    columns: int
    rows: int
    #: the face with page 1
    front: tuple[Cell, ...]
    back: tuple[Cell, ...]


class _Leaf(NamedTuple):
    up: int
    down: int
    turned: bool

    def turned_over(self, *, level: bool) -> _Leaf:
        # about a level axis the head comes to be the foot
        return _Leaf(self.down, self.up, self.turned != level)


_Stacks = dict[tuple[int, int], list[_Leaf]]


def unfolded(pages: int) -> Folded:
    """Unfold a signature of 4, 8, 16 or 32 pages."""
    stacks: _Stacks = {(0, 0): [_Leaf(page, page + 1, False) for page in range(1, pages, 2)]}
    columns = rows = 1
    for fold in FOLDS[pages]:
        if fold == "u":
            stacks, columns = _opened_upright(stacks, columns), columns * 2
        else:
            stacks, rows = _opened_level(stacks, rows), rows * 2
    cells = sorted(stacks.items(), key=lambda found: (found[0][1], found[0][0]))
    back = tuple(Cell(leaf.up, c, r, leaf.turned) for (c, r), (leaf,) in cells)
    front = tuple(Cell(leaf.down, columns - 1 - c, r, leaf.turned) for (c, r), (leaf,) in cells)
    return Folded(columns, rows, tuple(sorted(front, key=lambda cell: (cell.row, cell.column))), back)


def _opened_upright(stacks: _Stacks, columns: int) -> _Stacks:
    """Turn the upper halves over to the left."""
    opened: _Stacks = {}
    for (column, row), leaves in stacks.items():
        half = len(leaves) // 2
        opened[columns - 1 - column, row] = [
            leaf.turned_over(level=False) for leaf in reversed(leaves[:half])
        ]
        opened[columns + column, row] = leaves[half:]
    return opened


def _opened_level(stacks: _Stacks, rows: int) -> _Stacks:
    """Turn the upper halves over beyond the head."""
    opened: _Stacks = {}
    for (column, row), leaves in stacks.items():
        half = len(leaves) // 2
        opened[column, rows - 1 - row] = [leaf.turned_over(level=True) for leaf in reversed(leaves[:half])]
        opened[column, rows + row] = leaves[half:]
    return opened
