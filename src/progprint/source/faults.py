"""A fault and where it was seen -> Diagnostic, with a hint and the line of the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from progprint.diag import NOWHERE, Diagnostic, Severity, Source

#: steps between a word and what it was meant to be; a hint further off is a guess
MOST_APART = 3


def error(code: str, message: str, source: Source = NOWHERE, hint: str = "", excerpt: str = "") -> Diagnostic:
    """Make a finding that keeps the programme from being set truthfully."""
    return Diagnostic(Severity.ERROR, code, message, source, hint, excerpt)


def warning(
    code: str, message: str, source: Source = NOWHERE, hint: str = "", excerpt: str = ""
) -> Diagnostic:
    """Make a finding that is reported while the work goes on."""
    return Diagnostic(Severity.WARNING, code, message, source, hint, excerpt)


def did_you_mean(word: str, choices: Iterable[str]) -> str | None:
    """Find the choice nearest to a misspelt word; None when none is near."""
    wanted = _folded(word)
    letters = set(wanted)
    best: tuple[int, str] | None = None
    for choice in choices:
        folded = _folded(choice)
        allowed = max(1, min(len(wanted), len(folded), MOST_APART * 3) // 3)
        # each step of a distance mends one letter at most, so most choices need no table
        if abs(len(wanted) - len(folded)) > allowed or len(letters.difference(folded)) > allowed:
            continue
        distance = _distance(wanted, folded)
        if distance <= allowed and (best is None or distance < best[0]):
            best = (distance, choice)
    return best[1] if best else None


def with_excerpts(diagnostics: Iterable[Diagnostic], *folders: Path) -> tuple[Diagnostic, ...]:
    """Add its line to each finding that names one; `Source.file` is looked for in the folders in turn."""
    lines: dict[str, list[str]] = {}
    found = []
    for diagnostic in diagnostics:
        place = diagnostic.source
        if place.line and not diagnostic.excerpt:
            if place.file not in lines:
                lines[place.file] = _lines_of(place.file, folders)
            text = lines[place.file]
            if place.line <= len(text):
                diagnostic = replace(diagnostic, excerpt=text[place.line - 1])
        found.append(diagnostic)
    return tuple(found)


def _lines_of(name: str, folders: tuple[Path, ...]) -> list[str]:
    for folder in folders:
        try:
            text = (folder / name).read_text(encoding="utf-8-sig", errors="replace")
        except OSError:
            continue
        return text.split("\n")
    return []


def _folded(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")


def _distance(one: str, other: str) -> int:
    """Optimal string alignment: letters put in, left out, changed, or two neighbours swapped."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        now = [i]
        for j, b in enumerate(other, 1):
            cost = min(row[j] + 1, now[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            now.append(cost)
        before, row = row, now
    return row[-1]
