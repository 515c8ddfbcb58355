"""Findings -> diagnostics that name the pages: what is the same on many pages is said once."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from progprint.diag import Diagnostic, Severity, Source
from progprint.geom import mm
from progprint.press.preflight.types import Finding, Report


def diagnostics(report: Report, file: Path) -> tuple[Diagnostic, ...]:
    """Say what was found in a file, page by page as far as pages differ."""
    together: dict[tuple[Severity, str, str, str], list[Finding]] = {}
    for found in report.findings:
        together.setdefault((found.severity, found.code, found.message, found.hint), []).append(found)
    return tuple(
        Diagnostic(severity, code, where(findings) + message, Source(str(file)), hint)
        for (severity, code, message, hint), findings in together.items()
    )


def report_text(report: Report, file: Path, profile: str) -> str:
    """Say in the first line whether the press takes a file, and then what was found in it."""
    found = diagnostics(report, file)
    number = Counter(each.severity for each in found)
    nouns = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    counts = (f"{number[s]} {noun}{'s' * (number[s] > 1)}" for s, noun in nouns.items() if number[s])
    pages = f"{report.pages} page{'s' * (report.pages != 1)}"
    verdict = f"{'fit' if report.passed else 'not fit'} for the press ({profile})"
    lines = [", ".join((f"{file}: {pages}", verdict, *counts))]
    for each in found:
        lines.append(f"{each.severity.value}: {each.message} [{each.code}]")
        lines += [f"    hint: {each.hint}"] if each.hint else []
    return "\n".join(lines) + "\n"


def report_json(report: Report, file: Path) -> str:
    """An array of objects, all with the same fields; page 0 is the file as a whole."""
    rows = [
        {
            "severity": found.severity.value, "code": found.code, "message": found.message, "file": str(file),
            "page": found.page, "label": found.label, "times": found.times, "hint": found.hint,
            "places": [[round(side, 2) for side in place] for place in found.places],
        }
        for found in report.findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def where(findings: list[Finding]) -> str:
    """`page 4 at 38, 102 mm: ` or `pages 4-9, 12: `; nothing for the file as a whole.

    Pages are called what the file calls them, and counted where that differs: `page 7 (5 of the file)`.
    """
    pages = sorted({found.page for found in findings} - {0})
    if not pages:
        return ""
    if len(pages) > 1:
        return f"pages {_called(findings)}: "
    first = findings[0]
    page = _called([first])
    if not first.places:
        return f"page {page}: "
    box = first.places[0]
    more = f" and {first.times - 1} more" if first.times > 1 else ""
    return f"page {page} at {box.x / mm(1):.0f}, {box.y / mm(1):.0f} mm{more}: "


def _called(findings: list[Finding]) -> str:
    """Pages by their folios, and as the file counts them where that differs."""
    pages = sorted({found.page for found in findings} - {0})
    labels = {found.page: found.label or str(found.page) for found in findings}
    if all(labels[page] == str(page) for page in pages):
        return ranges(pages)
    if all(labels[page].isdecimal() for page in pages):
        return f"{ranges(sorted(int(labels[page]) for page in pages))} ({ranges(pages)} of the file)"
    return f"{ranges(pages)} ({', '.join(dict.fromkeys(labels[page] for page in pages))})"


def ranges(pages: Iterable[int]) -> str:
    """`4-9, 12`: numbers in rising order, neighbours together."""
    rows: list[list[int]] = []
    for page in pages:
        if rows and page == rows[-1][1] + 1:
            rows[-1][1] = page
        else:
            rows.append([page, page])
    return ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in rows)
