"""Diagnostics -> lines for people, or JSON for programs."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.text import Text

from progprint.cli.guard import ERRORS, FINE, WRONG_USE
from progprint.diag import Diagnostic, Severity, Source

#: cells of an excerpt shown; a paragraph of a review may be one line of 2,000 characters
EXCERPT_CELLS = 96
#: of these, cells shown before the caret
BEFORE_CARET = 60
#: files longer than this are not opened again for an excerpt
LONGEST_FILE = 4_000_000
#: after a build, warnings of one kind beyond so many are counted, not shown; `check` shows all
SHOWN_OF_A_KIND = 8

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def exit_code(diagnostics: Iterable[Diagnostic]) -> int:
    """2 when the command itself asked for what is not there, 1 with any error, else 0."""
    errors = [d for d in diagnostics if d.severity is Severity.ERROR]
    if any(d.code.startswith("wrong-use") for d in errors):
        return WRONG_USE
    return ERRORS if errors else FINE


def count(diagnostics: Sequence[Diagnostic]) -> str:
    """`2 errors, 3 warnings`; empty for none."""
    found = Counter(d.severity for d in diagnostics)
    return ", ".join(f"{found[s]} {NOUNS[s]}{'s' * (found[s] > 1)}" for s in Severity if found[s])


def openable(diagnostics: Iterable[Diagnostic], content: Path) -> tuple[Diagnostic, ...]:
    """The same findings with paths that open from here, and the source lines that they lack."""
    texts: dict[str, list[str]] = {}
    placed = (replace(d, source=openable_source(d.source, content)) for d in diagnostics)
    return tuple(with_excerpt(d, texts) for d in placed)


def openable_source(source: Source, content: Path) -> Source:
    """Readers name a file as seen from the content folder; an editor wants it as seen from here."""
    if not source.file:
        return source
    inside = content / source.file
    path = Path(source.file)
    if not path.is_absolute() and not path.exists() and inside.exists():
        path = inside
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return source._replace(file=str(path))


def with_excerpt(diagnostic: Diagnostic, texts: dict[str, list[str]]) -> Diagnostic:
    source = diagnostic.source
    if diagnostic.excerpt or not source.line:
        return diagnostic
    if source.file not in texts:
        texts[source.file] = lines_of(Path(source.file))
    lines = texts[source.file]
    return replace(diagnostic, excerpt=lines[source.line - 1]) if source.line <= len(lines) else diagnostic


def lines_of(path: Path) -> list[str]:
    try:
        if path.stat().st_size > LONGEST_FILE:
            return []
        return path.read_text("utf-8-sig", errors="replace").split("\n")
    except OSError:
        return []


def as_json_array(diagnostics: Iterable[Diagnostic]) -> str:
    """An array of objects, all with the same fields; line and column count from 1, 0 is the whole file."""
    rows = [
        {
            "severity": d.severity.value, "code": d.code, "message": d.message, "file": d.source.file,
            "line": d.source.line, "column": d.source.column, "hint": d.hint, "excerpt": d.excerpt,
        }
        for d in in_order(diagnostics)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file, then as one reads it."""
    return sorted(diagnostics, key=lambda d: (*d.source, list(Severity).index(d.severity), d.code, d.message))


def report(diagnostics: Iterable[Diagnostic], *, all_of_them: bool = True) -> Iterator[Text]:
    """Findings of one file together, an empty line between files."""
    kept, left = (list(diagnostics), {}) if all_of_them else shortened(diagnostics)
    first = True
    for _, of_file in groupby(in_order(kept), key=lambda d: d.source.file):
        if not first:
            yield Text("")
        first = False
        for diagnostic in of_file:
            yield finding(diagnostic)
    for code, number in left.items():
        yield Text(f"and {number} more of [{code}]: `progprint check` lists all")


def shortened(diagnostics: Iterable[Diagnostic]) -> tuple[list[Diagnostic], dict[str, int]]:
    """All errors, the first few of each other kind, and how many of each kind are left."""
    kept: list[Diagnostic] = []
    seen: Counter[str] = Counter()
    for diagnostic in in_order(diagnostics):
        if diagnostic.severity is Severity.ERROR:
            kept.append(diagnostic)
            continue
        seen[diagnostic.code] += 1
        if seen[diagnostic.code] <= SHOWN_OF_A_KIND:
            kept.append(diagnostic)
    return kept, {c: n - SHOWN_OF_A_KIND for c, n in sorted(seen.items()) if n > SHOWN_OF_A_KIND}


def finding(diagnostic: Diagnostic) -> Text:
    """`file:line:column: severity: message [code]`, the source line, a caret under the column, the hint."""
    place = str(diagnostic.source)
    text = Text(f"{place}: " if place else "", style="bold")
    text.append(diagnostic.severity.value, style=COLOURS[diagnostic.severity])
    text.append(f": {one_line(diagnostic.message)}", style="not bold")
    text.append(f" [{diagnostic.code}]", style="not bold dim")
    if diagnostic.excerpt:
        line, cells = excerpt(diagnostic.excerpt, diagnostic.source.column)
        text.append(f"\n    {line}", style="not bold")
        if diagnostic.source.column:
            text.append(f"\n    {' ' * cells}^", style=COLOURS[diagnostic.severity])
    if diagnostic.hint:
        text.append(f"\n    hint: {one_line(diagnostic.hint)}", style="not bold")
    return text


def excerpt(line: str, column: int) -> tuple[str, int]:
    """The part of a source line round a column, and the cells before the column (a Han character has two)."""
    before, after = printable(line[: max(column - 1, 0)]), printable(line[max(column - 1, 0) :])
    cut = cell_len(before) > BEFORE_CARET
    while cut and cell_len(before) >= BEFORE_CARET:
        before = before[1:]
    before = "…" + before if cut else before
    room = EXCERPT_CELLS - cell_len(before)
    if cell_len(after) > room:
        while cell_len(after) >= room:
            after = after[: -max(1, (cell_len(after) - room) // 2)]
        after += "…"
    return (before + after).rstrip(), cell_len(before)


def one_line(text: str) -> str:
    return printable(" ".join(text.split("\n")))


def printable(text: str) -> str:
    """The text with tabs as four spaces, and a sign in place of what would steer a terminal."""
    return "".join("    " if c == "\t" else "\ufffd" if steers(c) else c for c in text.rstrip("\r\n"))


def steers(character: str) -> bool:
    """Control characters and marks that turn the direction of what follows."""
    return unicodedata.category(character) == "Cc" or "\u202a" <= character <= "\u202e" or (
        "\u2066" <= character <= "\u2069"
    )
