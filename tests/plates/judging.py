"""What readers saw on plates -> verdicts, and the line that tells them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
#: how far the total ink of two readers may differ, as a share: a step of 255 on each of four plates is 1.6 %,
#: rounded up; on the sample the farthest are 0.8 % from each other, at a picture
WITHIN = 0.02
#: by how much a limit may be passed: half a step of each of four plates, as preflight allows, rounded up
ROUNDING = 0.01
#: a step of 255 is nothing on any press: readers round differently
EMPTY = 3
#: of 255: the least that black text or a full black code has somewhere in its box; thin strokes are smoothed
INKED = 64
#: of 255: what a line of a quarter point leaves where it is smoothed over two pixels of half a point
MARKED = 40


class Tally(NamedTuple):
    """How many things were looked at, and where one was not as it should be."""

    seen: int = 0
    #: places for people
    off: tuple[str, ...] = ()

    def __add__(self, other: Tally) -> Tally:  # type: ignore[override]
        return Tally(self.seen + other.seen, self.off + other.off)


class Seen(NamedTuple):
    """What one reader saw of a file."""

    reader: str
    #: plates with ink on them
    plates: frozenset[str]
    #: page -> the most ink that an area of 15 mm² has, as a share; pages it cannot judge are left out
    ink: Mapping[int, float]
    text: Tally
    codes: Tally
    marks: Tally
    #: pages it is not asked about -> why
    blind: Mapping[int, str] = {}


class Asked(NamedTuple):
    """What a file should be."""

    limit: float
    #: by their exact names
    spots: frozenset[str]
    #: the sheet is larger than the bleed: there should be marks
    marks: bool


class Verdict(NamedTuple):
    seen: Seen
    #: column -> whether it is as it should be; None where there is nothing to judge
    columns: Mapping[str, bool | None]
    #: page -> what the reference saw and this reader saw, where they differ
    differs: Mapping[int, tuple[float, float]]
    #: how far they are from each other at the most
    farthest: float = 0.0

    @property
    def passed(self) -> bool:
        return False not in self.columns.values()


def only_black(shares: Mapping[str, tuple[int, int]]) -> bool:
    """Whether text or a code is on the black plate alone: each other plate is even under it.

    `shares`: plate -> lowest and highest share in its box, 255 full ink.
    """
    others = (high - low for ink, (low, high) in shares.items() if ink != "Black")
    return shares.get("Black", (0, 0))[1] >= INKED and all(other <= EMPTY for other in others)


def on_every_plate(shares: Mapping[str, tuple[int, int]], plates: frozenset[str]) -> bool:
    """Whether a mark is on each of the file's plates."""
    return all(shares.get(ink, (0, 0))[1] >= MARKED for ink in plates)


def judged(seen: Seen, reference: Seen, asked: Asked) -> Verdict:
    """Judge what one reader saw, beside what the reference saw."""
    both = seen.ink.keys() & reference.ink.keys()
    differs = {page: (reference.ink[page], seen.ink[page]) for page in sorted(both)
               if abs(reference.ink[page] - seen.ink[page]) > WITHIN}
    farthest = max((abs(reference.ink[page] - seen.ink[page]) for page in both), default=0.0)
    most = max(seen.ink.values(), default=None)
    named = seen.plates - set(PROCESS)
    columns: dict[str, bool | None] = {
        "limit": None if most is None else most <= asked.limit + ROUNDING,
        "agrees": None if seen is reference or not both else not differs,
        "text": _fine(seen.text),
        "codes": _fine(seen.codes),
        "marks": (seen.marks.seen > 0 and not seen.marks.off) if asked.marks else None,
        "spot": named == asked.spots if named or asked.spots else None,
    }
    return Verdict(seen, columns, differs, farthest)


def _fine(tally: Tally) -> bool | None:
    return not tally.off if tally.seen else None


def told(verdict: Verdict, reference: Seen, asked: Asked) -> str:
    """A verdict for people: a line, and one below for each thing that is off or was not asked."""
    seen, columns = verdict.seen, verdict.columns
    most = max(seen.ink.values(), default=None)
    ink = f"{'none judged':>16}" if most is None else f"{most:>7.1%} of {asked.limit:.0%}"
    counts = {"text": seen.text.seen, "codes": seen.codes.seen, "marks": seen.marks.seen,
              "agrees": "" if columns["agrees"] is None else f"±{verdict.farthest:.1%}"}
    words = [f"{name} {_word(columns[name])}" + (f" ({counts[name]})" if counts.get(name) else "") for name in columns]
    lines = [f"  {seen.reader:<12}{_names(seen.plates):<36} {ink}  " + ", ".join(words)]
    lines += [f"    page {page}: {theirs:.1%} of ink, {reference.reader} has {mine:.1%}"
              for page, (mine, theirs) in verdict.differs.items()]
    for name in ("text", "codes", "marks"):
        lines += _shortened(name, getattr(seen, name).off)
    if columns["spot"] is False:
        lines.append(f"    spot plates are {sorted(seen.plates - set(PROCESS))}, not {sorted(asked.spots)}")
    for why in sorted(set(seen.blind.values())):
        pages = [page for page, reason in seen.blind.items() if reason == why]
        lines.append(f"    ink not compared on {_pages(pages)}: {why}")
    return "\n".join(lines)


def _word(fine: bool | None) -> str:
    return {True: "yes", False: "NO", None: "–"}[fine]


def _names(plates: frozenset[str]) -> str:
    ours = "".join(ink[0] if ink != "Black" else "K" for ink in PROCESS if ink in plates)
    return " + ".join((*([ours] if ours else []), *sorted(plates - set(PROCESS)))) or "no ink"


def _shortened(name: str, off: Sequence[str], most: int = 4) -> list[str]:
    more = [f"    {name}: {len(off) - most} more"] if len(off) > most else []
    return [f"    {name}: {one}" for one in off[:most]] + more


def _pages(numbers: Sequence[int]) -> str:
    """1, 2, 3, 7 -> pages 1-3, 7"""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    shown = ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in runs)
    return f"page{'s' * (len(numbers) > 1)} {shown}"
