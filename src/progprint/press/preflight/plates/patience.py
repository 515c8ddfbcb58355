"""What a file's plates may cost -> how much of it is left.

A page has its own measure, which no honest one reaches; a file of very many such pages would take hours.
"""

from __future__ import annotations

#: pixels of all plates that one page may cost: ten seconds
MOST_EFFORT = 4_000_000_000
#: and a whole file: forty. That leaves each page of a book of 640 a hundred grounds from edge to edge
MOST_OF_ALL = 16_000_000_000
#: samples of pictures that one page may cost
MOST_SAMPLES = 1_500_000_000
#: and a whole file: 640 pages of A5 with a picture in four inks from edge to edge at 300 ppi
SAMPLES_OF_ALL = 12_000_000_000


class Patience:
    """How much more a file's plates may cost."""

    def __init__(self) -> None:
        self.effort = MOST_OF_ALL
        self.samples = SAMPLES_OF_ALL

    @property
    def gone(self) -> bool:
        return min(self.effort, self.samples) <= 0

    def spend(self, effort: int, samples: int) -> None:
        self.effort -= effort
        self.samples -= samples
