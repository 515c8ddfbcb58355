"""A sheet with its two faces -> the booklet that folding it gives; nothing here knows how it was imposed."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from progprint.press.impose.types import Place, Side

Face = TypeVar("Face")


class Leaf(NamedTuple, Generic[Face]):
    up: Face
    down: Face
    #: the paper was turned head over heels so often that what stood upright stands on its head
    turned: bool = False

    def over(self, *, level: bool) -> Leaf[Face]:
        return Leaf(self.down, self.up, self.turned != level)


def back_to_back(front: Side, back: Side) -> list[tuple[Place, Place]]:
    """Each page and the one behind it, the sheet turned about its upright middle; they register."""
    pairs = []
    for place in front.places:
        x = front.size[0] - place.trim.right
        behind = [other for other in back.places
                  if abs(other.trim.x - x) < 0.01 and abs(other.trim.y - place.trim.y) < 0.01]
        assert len(behind) == 1, f"page {place.page} has {len(behind)} pages behind it"
        pairs.append((place, behind[0]))
    return pairs


def fold(front: Side, back: Side, *, right_bound: bool = False) -> list[int]:
    """Fold a sheet until it is one page large; give the pages as read.

    The front, with the first page, lies down: it is the outside. Folds: the left half over the right (bound at the
    right: the right over the left) while there are more columns than rows, else the head over the foot.
    """
    xs, ys = _lines(back, 0), _lines(back, 1)
    columns, rows = len(xs) + 1, len(ys) + 1
    stacks = {}
    for up, down in back_to_back(back, front):
        column, row = (_cell(start + size / 2, lines) for start, size, lines in
                       ((up.trim.x, up.trim.width, xs), (up.trim.y, up.trim.height, ys)))
        stacks[columns - 1 - column if right_bound else column, row] = [Leaf(up, down)]
    leaves = fold_up(stacks, columns, rows)
    standing = {face.turned != leaf.turned for leaf in leaves for face in (leaf.up, leaf.down)}
    assert standing == {False}, "some pages stand on their heads"
    return [face.page for leaf in leaves for face in (leaf.up, leaf.down)]


def fold_up(stacks: dict[tuple[int, int], list[Leaf[Face]]], columns: int, rows: int) -> list[Leaf[Face]]:
    """Fold until all lies at one place; bound at the right, columns are counted from the right."""
    assert len(stacks) == columns * rows
    while columns > 1 or rows > 1:
        if level := rows > 1 and columns <= rows:
            rows //= 2
        else:
            columns //= 2
        folded = {(c, r - rows) if level else (c - columns, r): leaves for (c, r), leaves in stacks.items()
                  if (r >= rows if level else c >= columns)}
        for (c, r), leaves in stacks.items():
            if r < rows if level else c < columns:
                under = (c, rows - 1 - r) if level else (columns - 1 - c, r)
                folded[under] = [leaf.over(level=level) for leaf in reversed(leaves)] + folded[under]
        stacks = folded
    assert not level, "the last fold is the spine"
    (leaves,) = stacks.values()
    return leaves


def _lines(side: Side, axis: int) -> list[float]:
    return sorted(side.folds[axis])


def _cell(at: float, lines: list[float]) -> int:
    return sum(at > line for line in lines)
