"""Overfold -> what paper it takes: a folded sheet of which one half stands out at the fore-edge.

A stitching machine opens a sheet by the half that stands out. The sheet's own edges end the halves, so it is
folded as it was printed, uncut.
"""

from __future__ import annotations

from progprint.press.impose.folding import Folded
from progprint.press.impose.formes import Measures


def least_gap(folded: Folded, measures: Measures, lip: float) -> tuple[float, float]:
    """What fore-edges that a fold joins need between them, and the forme of paper beside it."""
    if folded.columns == 2:
        return measures.gutter, abs(lip)
    if _outer(folded, lip):
        beside = max(measures.gutter / 2 + abs(lip), measures.bleed)
        return measures.gutter, 2 * (beside - measures.bleed)
    return 2 * (measures.bleed + abs(lip)), 0.0


def gap_on(folded: Folded, measures: Measures, lip: float, width: float) -> float:
    """The same on a sheet of this width: by the lip, half of it differs from the paper beside outer trims."""
    if folded.columns == 2:
        return measures.gutter
    free = width - folded.columns * measures.width
    return free / 2 - abs(lip) if _outer(folded, lip) else free / 2 + abs(lip)


def _outer(folded: Folded, lip: float) -> bool:
    """Whether the half that stands out has its fore-edges at the sheet's edges; else a fold closes them."""
    corner = next(cell for cell in folded.front if not cell.column)
    return (corner.position > len(folded.front)) == (lip > 0)
