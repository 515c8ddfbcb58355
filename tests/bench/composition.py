"""Paragraphs of seven languages -> how well they are composed: a table of both composers, beside the optimum.

    python tests/bench/composition.py [PARAGRAPHS]

Loose lines are stretched more than twice as far as their style wants, by the paragraph composer, the greedy
one, and where lines are simply filled; runts are last lines shorter than 2 em. What is optimal is found by
trying everything (`tests/lines/oracle.py`).
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "lines"))

from oracle import exact
from seeds import LANGUAGES, measure, paragraph

from progprint.glyphs import Faces, FontFolders, open_fonts, reshape, shape
from progprint.lines.breaker import INFINITE, Columns, Fit
from progprint.lines.compose import best_breaks
from progprint.lines.counted import cost_of
from progprint.lines.items import make_items
from progprint.lines.justify import Frame
from progprint.lines.paragraph import RUNT_EM, Paragraph, limits_of, set_runs
from progprint.lines.ruling import Ruling
from progprint.lines.types import Line
from progprint.lines.weigh import weighed
from progprint.style import Span, TextStyle
from progprint.words import Words

FAMILIES = {"text": {"latin": "Source Serif 4", "zh-Hant": "Noto Serif TC", "zh-Hans": "Noto Serif SC",
                     "ja": "Noto Serif JP", "ko": "Noto Serif KR", "th": "Noto Serif Thai"}}  # fmt: skip
BODY = TextStyle("body", size=9.0, leading=12.0, align="justify", letter_space=(-0.015, 0.02))
#: lines stretched more than twice as far as their style wants
LOOSE = 2.0
HYPHENATED = replace(BODY, hyphenate=True)


@dataclass
class Composed:
    """What one language's paragraphs came to."""

    #: (number, share of the least demerits) where the breaker missed the optimum
    missed: list[tuple[int, float]] = field(default_factory=list)
    greedy: list[tuple[Line, ...]] = field(default_factory=list)
    best: list[tuple[Line, ...]] = field(default_factory=list)
    #: loose lines where each is filled while words fit
    filled: int = 0


def style_of(lang: str) -> TextStyle:
    return HYPHENATED if lang in ("en", "it") else BODY


def compose(lang: str, count: int, faces: Faces) -> Composed:
    """Set the paragraphs of one language both ways, and ask the oracle what the least demerits are."""
    style, reshaping = style_of(lang), partial(reshape, faces)
    out = Composed()
    memory: dict[object, object] = {}
    for number in range(count):
        runs = shape([Span(Words(paragraph(lang, number), lang), style)], faces)
        wide = measure(lang, number) * style.size
        items = make_items(runs, Ruling(style, reshaping, style.hyphenate))
        columns = weighed(items, Frame(wide), style)
        share = over_optimum(columns, Fit(wide, INFINITE, RUNT_EM * style.size), limits_of(items))
        if share > 1 + 1e-9:
            out.missed.append((number, share))
        out.filled += filled(columns, wide)
        for composer, lines in (("greedy", out.greedy), ("paragraph", out.best)):
            lines.append(set_runs(runs, Paragraph(replace(style, composer=composer), wide), reshaping, memory))
    return out


def over_optimum(columns: Columns, fit: Fit, limits: tuple[float, ...]) -> float:
    """The breaker's demerits over the least there are, for the same rows, within the limit it may use."""
    breaks = best_breaks(columns, fit, limits)
    for limit in limits[1:]:
        least, _ = exact(columns, fit._replace(limit=limit), ladders=True)
        if least < INFINITE:
            assert breaks is not None
            share = cost_of(columns, fit, breaks) / least
            assert share > 1 - 1e-9, "the oracle is wrong"
            return share
    assert breaks is None
    return 1.0


def filled(columns: Columns, wide: float) -> int:
    """Loose lines when each takes what fits unstretched and unshrunk, as browsers fill their lines."""
    last = len(columns.penalty) - 1
    start = found = 0
    while start < last:
        fits = [end for end in range(start + 1, last + 1)
                if columns.end_width[end] - columns.start_width[start] <= wide]  # fmt: skip
        end = max(fits, default=start + 1)
        spare = wide - columns.end_width[end] + columns.start_width[start]
        stretch = columns.end_stretch[end] - columns.start_stretch[start]
        found += end < last and spare > LOOSE * stretch
        start = end
    return found


def loose(paragraphs: list[tuple[Line, ...]]) -> int:
    return sum(line.ratio > LOOSE for lines in paragraphs for line in lines[:-1])


def runts(paragraphs: list[tuple[Line, ...]]) -> int:
    return sum(len(lines) > 1 and lines[-1].width < RUNT_EM * BODY.size - 0.01 for lines in paragraphs)


def hyphens(paragraphs: list[tuple[Line, ...]]) -> int:
    return sum(line.reason == "hyphen" for lines in paragraphs for line in lines)


def rivers(paragraphs: list[tuple[Line, ...]]) -> int:
    return sum(fault.code == "river" for lines in paragraphs for line in lines for fault in line.faults)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    faces, faults = open_fonts(FAMILIES, FontFolders(None, None, ()))
    assert not faults
    head = ("optimal", "lines", "loose", "greedy", "filled", "hyphens", "greedy", "runts", "greedy", "rivers", "greedy")
    print(f"{'':8}" + "".join(f"{each:>9}" for each in head))
    for lang in LANGUAGES:
        done = compose(lang, count, faces)
        row = [f"{100 * (1 - len(done.missed) / count):.0f} %", sum(map(len, done.best))]
        row += [loose(done.best), loose(done.greedy), done.filled]
        for measured in (hyphens, runts, rivers):
            row += [measured(done.best), measured(done.greedy)]
        print(f"{lang:8}" + "".join(f"{each:>9}" for each in row))
        for number, ratio in done.missed:
            print(f"        paragraph {number}: {ratio:.4f} of the least demerits")


if __name__ == "__main__":
    main()
