"""What a file may ask for -> how much of it is left."""

from __future__ import annotations

from typing import Any

from progprint.press.preflight.objects import TooMuch, decoded

#: operators that one page may have, forms in forms counted each time. The fullest of our pages has 6,000;
#: a city map has 400,000, and its bytes count as many again
MOST_OPERATORS = 1_250_000
#: and a whole file
MOST_OF_ALL = 15_000_000
#: bytes that count as one operator: a string of ten million letters is one operator, too
BYTES_AN_OPERATOR = 16


class Allowance:
    """How much more a file may ask for."""

    def __init__(self, operators: int = MOST_OF_ALL) -> None:
        self.operators = operators
        self.turn_page()

    def turn_page(self) -> None:
        """Let the next page have as many as any."""
        self.page = MOST_OPERATORS

    def spend(self, number_of: int) -> None:
        self.operators -= number_of
        self.page -= number_of
        if min(self.operators, self.page) < 0:
            raise TooMuch("more operators than a printed page can need")

    def weigh(self, stream: Any) -> None:
        """Count a stream's bytes before they are read."""
        self.spend(len(decoded(stream)) // BYTES_AN_OPERATOR)
