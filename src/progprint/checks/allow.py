"""Findings + what editors allow -> findings that remain."""

from __future__ import annotations

from collections.abc import Iterable

from progprint.diag import Diagnostic, Severity
from progprint.programme.types import Allowance, Film, Programme, Shorts


def allowed(findings: Iterable[Diagnostic], programme: Programme) -> tuple[Diagnostic, ...]:
    """Leave out warnings that a film's `allow:` names by rule, and by words where it gives some."""
    entries: tuple[Film | Shorts, ...] = (*programme.films, *programme.shorts)
    allowances = {e.source.file: e.allow for e in entries if e.allow}
    return tuple(f for f in findings if not _is_allowed(f, allowances.get(f.source.file, ())))


def _is_allowed(finding: Diagnostic, allowances: tuple[Allowance, ...]) -> bool:
    if finding.severity is Severity.ERROR:
        return False
    return any(a.rule == finding.code and (not a.words or a.words in finding.message) for a in allowances)
