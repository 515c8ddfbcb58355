"""Findings -> diagnostics that name the pages: what is the same on many pages is said once."""

from __future__ import annotations

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


def where(findings: list[Finding]) -> str:
    """`page 4, 38 × 102 mm: ` or `pages 4-9, 12: `; nothing for the file as a whole."""
    pages = sorted({found.page for found in findings} - {0})
    if not pages:
        return ""
    if len(pages) > 1:
        return f"pages {ranges(pages)}: "
    first = findings[0]
    if not first.places:
        return f"page {pages[0]}: "
    box = first.places[0]
    more = f" and {first.times - 1} more" if first.times > 1 else ""
    return f"page {pages[0]} at {box.x / mm(1):.0f}, {box.y / mm(1):.0f} mm{more}: "


def ranges(pages: Iterable[int]) -> str:
    """`4-9, 12`: numbers in rising order, neighbours together."""
    rows: list[list[int]] = []
    for page in pages:
        if rows and page == rows[-1][1] + 1:
            rows[-1][1] = page
        else:
            rows.append([page, page])
    return ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in rows)
