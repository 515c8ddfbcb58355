"""What stands on the pages of two books -> which page of the one is which of the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

#: pages are one page, changed, when they share this much of their words or of their picture: against pages of
#: one film's two spreads (below 0.2) and a review rewritten by half (above 0.5)
LEAST_ALIKE = 0.35
#: and this much when the page was moved as well
ALIKE_AND_MOVED = 0.8
#: pairs of pages that are weighed against each other; beyond, pages are taken in their order
MOST_PAIRS = 250_000


class Sheet(NamedTuple):
    """A page as far as finding it again needs it."""

    #: its words without numbers, so that a folio or a time makes no other page of it
    words: frozenset[str]
    #: the same for equal pages
    key: str


class Match(NamedTuple):
    """A page of the old book and of the new one, from 0; None where there is none."""

    old: int | None
    new: int | None
    #: not in the order of the others
    moved: bool = False


Alike = Callable[[int, int], float]


def align(old: Sequence[Sheet], new: Sequence[Sheet], look_alike: Alike) -> list[Match]:
    """Match pages, in the order of the new book; those left out stand where they stood in the old one.

    `look_alike` compares the pictures of pages without words, by their numbers.
    """
    def alike(one: int, other: int) -> float:
        return _share(old[one], new[other]) if old[one].words or new[other].words else look_alike(one, other)

    matches: list[Match] = []
    matcher = SequenceMatcher(None, [s.key for s in old], [s.key for s in new], autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            matches += [Match(a + n, c + n) for n in range(b - a)]
        else:
            matches += _paired(range(a, b), range(c, d), alike)
    return _with_moved(matches, old, new)


def _share(one: Sheet, other: Sheet) -> float:
    """The share of words that both have."""
    both = len(one.words) + len(other.words)
    return 2 * len(one.words & other.words) / both if both else 1.0


def _paired(old: range, new: range, alike: Alike) -> list[Match]:
    """The matches in order that share the most; each step is one page of either book, or of both."""
    if len(old) * len(new) > MOST_PAIRS:
        short = min(len(old), len(new))
        pairs = [Match(a, b) for a, b in zip(old, new, strict=False)]
        return pairs + [Match(a, None) for a in old[short:]] + [Match(None, b) for b in new[short:]]
    worth = [[alike(a, b) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            together = best[i + 1][j + 1] + worth[i][j] if worth[i][j] >= LEAST_ALIKE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    matches: list[Match] = []
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and worth[i][j] >= LEAST_ALIKE and (
            best[i][j] == best[i + 1][j + 1] + worth[i][j]
        ):
            matches.append(Match(old[i], new[j]))
            i, j = i + 1, j + 1
        elif j >= len(new) or (i < len(old) and best[i][j] == best[i + 1][j]):
            matches.append(Match(old[i], None))
            i += 1
        else:
            matches.append(Match(None, new[j]))
            j += 1
    return matches


def _with_moved(matches: list[Match], old: Sequence[Sheet], new: Sequence[Sheet]) -> list[Match]:
    """Pages that were taken out here and put in there are pages moved."""
    gone = [m.old for m in matches if m.new is None and m.old is not None]
    found: dict[int, int] = {}
    for match in matches:
        if match.old is None and match.new is not None and new[match.new].words:
            near = max(gone, key=lambda a: _share(old[a], new[match.new or 0]), default=None)
            if near is not None and _share(old[near], new[match.new]) >= ALIKE_AND_MOVED:
                gone.remove(near)
                found[match.new] = near
    taken = set(found.values())
    kept = (m for m in matches if not (m.new is None and m.old in taken))
    return [Match(found[m.new], m.new, moved=True) if m.new in found else m for m in kept]

