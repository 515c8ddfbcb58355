"""What a rule finds."""

from __future__ import annotations

from typing import NamedTuple

from progprint.diag import Severity
from progprint.geom import Rect

#: places that one finding shows; a page may have thousands
MOST_PLACES = 24


class Finding(NamedTuple):
    """One rule broken on one page, or by the file."""

    severity: Severity
    #: stable kebab-case word
    code: str
    message: str
    #: from 1; 0 is the file as a whole
    page: int = 0
    #: where, from the trim's top left, y down; not more than MOST_PLACES
    places: tuple[Rect, ...] = ()
    #: how often on this page
    times: int = 1
    hint: str = ""
    #: what the file calls the page where it does not count from 1: a folio such as 5 or iv
    label: str = ""


class Report(NamedTuple):
    """What was looked at, and what was found in it."""

    pages: int
    findings: tuple[Finding, ...]
    #: rules that looked at the file
    rules: int

    @property
    def passed(self) -> bool:
        return not any(f.severity is Severity.ERROR for f in self.findings)


def fault(code: str, message: str, page: int = 0, places: tuple[Rect, ...] = (), hint: str = "") -> Finding:
    return Finding(Severity.ERROR, code, message, page, places[:MOST_PLACES], max(len(places), 1), hint)


def doubt(code: str, message: str, page: int = 0, places: tuple[Rect, ...] = (), hint: str = "") -> Finding:
    return Finding(Severity.WARNING, code, message, page, places[:MOST_PLACES], max(len(places), 1), hint)


def not_checked(message: str, page: int = 0, places: tuple[Rect, ...] = ()) -> Finding:
    """A rule could not be applied: silence would be a wrong "fine"."""
    return Finding(Severity.INFO, "not-checked", message, page, places[:MOST_PLACES], max(len(places), 1))
