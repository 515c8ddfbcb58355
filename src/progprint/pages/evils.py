"""What may go wrong at the end of a column, as a price: the cheapest of all ways to end it is taken.

Ranked, cheapest first: a short column, a loose line, a hyphen over the column's end, a widow (typography:
pages). A widow is dearer than any price here: rows keep (`Row.keep`), and are parted only when no column
could hold them.
"""

from __future__ import annotations

#: how firmly a row stays with the next. Where something must be parted, the least firm keep gives way.
#: A table's row, a block in one piece
TOGETHER = 1
#: the first two and the last two lines of a paragraph: an orphan, a widow
PARAGRAPH = 2
#: a heading, a label
HEADING = 3

#: lines that a column may be short without being seen to be: what keeping a widow or a hyphen costs
UNSEEN = 2
#: a line more than that: seen as a hole; four lines are as bad as a hyphen
HOLE = 35
#: a line that the re-set paragraph stretches or presses beyond the style's limits
LOOSE_LINE = 10
#: a note that runs on to the next column: against a column two lines short
NOTE_RUNS_ON = 20
#: a word divided over the column's end
DIVIDED = 100


def shortness(lines: float) -> float:
    """Price of a column that ends so many lines early."""
    return lines if lines <= UNSEEN else UNSEEN + (lines - UNSEEN) * HOLE
