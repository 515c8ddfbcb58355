"""A paragraph with tabs -> its cells at the stops of its style, the last one broken as any text is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from progprint.geom import fits
from progprint.glyphs.types import Break, Run
from progprint.lines.justify import Frame
from progprint.lines.leaders import leader_pieces
from progprint.lines.ruling import Ruling
from progprint.lines.types import Fault, Line, Piece
from progprint.style import Tab

#: between two cells at least; a word space of most faces
CLEAR_EM = 0.25
#: what the figures of a decimal tab are ranged on
DECIMALS = frozenset(".,·")

#: sets runs on one line, or in a frame
SetLine = Callable[[list[Run]], Line | None]
SetLines = Callable[[list[Run], Frame], list[Line]]


def has_tabs(runs: Sequence[Run]) -> bool:
    """Whether a tab stands in them."""
    return any(segment.break_after is Break.TAB for run in runs for segment in run.segments)


def set_tabbed(
    runs: Sequence[Run], frame: Frame, ruling: Ruling, set_line: SetLine, set_lines: SetLines
) -> list[Line]:
    """Set cells from stop to stop; behind the last stop they follow one another."""
    style = ruling.style
    clear, x = CLEAR_EM * style.size, frame.first
    cells = _cells(runs)
    pieces: list[Piece] = []
    texts: list[str] = []
    faults: list[Fault] = []
    for number, cell in enumerate(cells):
        line = set_line(cell)
        width = line.width if line is not None else 0.0
        tab = _stop(style.tabs, x + (clear if number else 0.0), frame.measure) if number else None
        ranged = _whole_part(cell, line, ruling) if tab and tab.align == "decimal" and line else width
        left = max(_left(tab, ranged, frame.measure), x + clear) if tab else x + clear * bool(number)
        if tab and tab.leader and pieces:
            pieces += _leader(cells[number - 1][-1], tab.leader, (x, left), ruling, set_line)
        if number == len(cells) - 1 and not fits(left + width, frame.measure):
            first, *others = set_lines(cell, frame._replace(first=left))
            joined = first._replace(
                pieces=(*pieces, *first.pieces), text="\t".join([*texts, first.text]),
                faults=(*faults, *first.faults),
            )  # fmt: skip
            return [joined, *others]
        if line is not None:
            pieces += (piece._replace(x=piece.x + left) for piece in line.pieces)
            faults += line.faults
        texts.append(line.text if line is not None else "")
        x = left + width
    if not fits(x, frame.measure):
        detail = f"{x - frame.measure:.1f} pt over: {texts[-1]}"
        faults.append(Fault("overfull-line", detail, runs[-1].source))
    return [
        Line(
            tuple(pieces), x - frame.first, 0.0, "\t".join(texts), frame.reason, runs[0].lang, runs[0].source,
            tuple(faults),
        )
    ]  # fmt: skip


def _cells(runs: Sequence[Run]) -> list[list[Run]]:
    cells: list[list[Run]] = [[]]
    for run in runs:
        start = 0
        for index, segment in enumerate(run.segments, 1):
            if segment.break_after is Break.TAB:
                last = segment._replace(spaces=0, break_after=Break.ALLOWED)
                cells[-1].append(run._replace(segments=(*run.segments[start : index - 1], last)))
                cells += [[] for _ in range(max(segment.spaces, 1))]
                start = index
        if start < len(run.segments):
            cells[-1].append(run._replace(segments=run.segments[start:]))
    return cells


def _stop(tabs: tuple[Tab, ...], x: float, measure: float) -> Tab | None:
    return next((tab for tab in tabs if min(tab.at, measure) > x), None)


def _left(tab: Tab, width: float, measure: float) -> float:
    """Where a cell begins that stands at a stop; of a decimal one `width` is that of its whole part."""
    at = min(tab.at, measure)
    if tab.align in ("right", "decimal"):
        return at - width
    if tab.align == "center":
        return at - width / 2
    return at


def _whole_part(cell: list[Run], line: Line, ruling: Ruling) -> float:
    """Width of a figure up to its decimal sign, in points."""
    sign = next((at for at in range(len(line.text) - 1, -1, -1) if line.text[at] in DECIMALS), -1)
    if sign < 0:
        return line.width
    return ruling.reshape(cell[0], line.text[:sign]).width * cell[0].style.size / 1000 if sign else 0.0


def _leader(
    run: Run, sign: str, room: tuple[float, float], ruling: Ruling, set_line: SetLine
) -> tuple[Piece, ...]:
    shaped = ruling.reshape(run, sign)
    line = set_line([run._replace(segments=(shaped,), link="")])
    return leader_pieces(line.pieces if line else (), shaped.width * run.style.size / 1000, *room)
