"""A generated festival, built -> what its lines and columns are worth: a table, and the worst places.

`python tests/bench/quality.py N` reads the pages as printed. It exits with 1 when a rule is broken that can
always be kept: kinsoku, the baseline grid, widows, orphans.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from progprint.build import Job, make_up
from progprint.cache import NoCache
from progprint.checks.lines import goes_on
from progprint.design.types import DROP, Design
from progprint.diag import Diagnostic, Severity
from progprint.pages.types import Booklet, Page, TextMark

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
#: findings that are a matter of setting, in the order of the table
CODES = (
    "kinsoku", "off-grid", "widow", "orphan", "keep-broken", "hyphen-over-page", "ladder", "runt",
    "overfull-line", "tight-line", "loose-line", "river",
)
#: what no text excuses
NEVER = frozenset(("kinsoku", "off-grid", "widow", "orphan"))
#: a body line stands on the grid when it is no farther from it than this, in points
GRID_TOLERANCE = 0.01
#: more hyphens in a row are a ladder
MOST_HYPHENS = 2


class Quality(NamedTuple):
    pages: int
    lines: int
    #: of paragraphs of two and more lines
    broken_lines: int
    #: lines by how far they are stretched or shrunk: beyond limits, near them, decent
    ratios: tuple[int, int, int]
    found: tuple[Diagnostic, ...]

    @property
    def counts(self) -> Counter[str]:
        return Counter(finding.code for finding in self.found)


def quality_of(content: Path) -> Quality:
    """Make the festival's house booklet up and measure it."""
    made = make_up(Job(content), NoCache())
    booklet, design = made.booklet, made.read.design
    marks = [m for page in booklet.pages for m in _texts(page)]
    found = [f for f in made.findings if f.code in CODES]
    found += _off_grid(booklet, design)
    found += _ladders(booklet)
    sizes = [abs(m.ratio) for m in marks]
    beyond, near = sum(s > 1.0 for s in sizes), sum(0.5 < s <= 1.0 for s in sizes)
    broken = sum(m.line[1] > 1 for m in marks)
    return Quality(len(booklet.pages), len(marks), broken, (beyond, near, len(sizes) - beyond - near), tuple(found))


def _off_grid(booklet: Booklet, design: Design) -> Iterator[Diagnostic]:
    grid, top = design.page.baseline, design.page.margins.top
    for page in booklet.pages:
        for mark in _texts(page):
            # a baseline stands DROP above a line of the grid, which begins at the top margin
            off = (mark.at.y + DROP * grid - top + grid / 2) % grid - grid / 2
            if mark.on_grid and abs(off) > GRID_TOLERANCE:
                message = f"page {page.number}: {off:+.3f} pt off the grid: {mark.text[:40]}"
                yield Diagnostic(Severity.WARNING, "off-grid", message, mark.source)


def _ladders(booklet: Booklet) -> Iterator[Diagnostic]:
    for page in booklet.pages:
        row = 0
        before: TextMark | None = None
        for mark in _texts(page):
            row = (row if goes_on(before, mark) else 0) + 1 if mark.reason == "hyphen" else 0
            if row == MOST_HYPHENS + 1:
                message = f"page {page.number}: more than {MOST_HYPHENS} hyphens in a row: {mark.text[:40]}"
                yield Diagnostic(Severity.WARNING, "ladder", message, mark.source)
            before = mark


def _texts(page: Page) -> Iterator[TextMark]:
    return (m for m in page.body if isinstance(m, TextMark))


def generate(films: int) -> Path:
    folder = ROOT / "out" / "quality" / str(films)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    subprocess.run([sys.executable, str(HERE / "generate.py"), str(films), "content"], cwd=folder, check=True)
    return folder


def table(quality: Quality, worst: int) -> str:
    beyond, near, decent = quality.ratios
    rows = [
        f"{quality.pages} pages, {quality.lines:,} lines, {quality.broken_lines:,} of them in paragraphs of several",
        f"stretched or shrunk: {decent:,} up to half the limit, {near:,} up to the limit, {beyond:,} beyond it",
    ]
    counts = quality.counts
    rows += [f"{code:20}{counts[code]:8}{'  must be 0' if code in NEVER else ''}" for code in CODES]
    for code in CODES:
        rows += [f"{code}: {f.source}: {f.message}" for f in [f for f in quality.found if f.code == code][:worst]]
    return "\n".join(rows)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    reader.add_argument("films", type=int, nargs="?", default=100)
    reader.add_argument("--worst", type=int, default=3, help="places shown of each kind (default 3)")
    reader.add_argument("--content", type=Path, help="measure this festival instead")
    asked = reader.parse_args()
    content = asked.content.resolve() if asked.content else generate(asked.films) / "content"
    os.chdir(content.parent)
    quality = quality_of(content)
    print(table(quality, asked.worst))
    sys.exit(1 if any(quality.counts[code] for code in NEVER) else 0)


if __name__ == "__main__":
    main()
