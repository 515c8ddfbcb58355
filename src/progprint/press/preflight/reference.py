"""The rules' own words -> the table of them in the documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import getdoc, getsource
from typing import Any

from progprint.press.preflight.rules import FILE_RULES, PAGE_RULES

#: codes that no rule gives, but the reading of the file and its pages
READING = (
    ("unreadable", "The file can be opened: one that is cut short or no PDF cannot be printed."),
    ("too-much", "The file asks for no more than a page of print can need: bombs are not unpacked."),
    ("damaged-page", "What a page paints can be read: what cannot be judged is never called fine."),
)


def rules_table() -> Iterator[str]:
    """Give the lines of a Markdown table: code, severity, what is asked and why."""
    yield "| Code | Severity | What is asked, and why |"
    yield "|---|---|---|"
    for code, why in READING:
        yield f"| `{code}` | error | {why} |"
    # what is asked of the file and of each page again is told once
    told = {"not-checked"}
    for rule in (*FILE_RULES, *PAGE_RULES):
        if not told.issuperset(rule.codes):
            told.update(rule.codes)
            why = " ".join((getdoc(rule.find) or "").split())
            codes = ", ".join(f"`{code}`" for code in rule.codes)
            yield f"| {codes} | {severity(rule.find)} | {why} |"
    yield "| `not-checked` | info | What a rule could not look at is said: silence would be a wrong fine. |"


def severity(find: Callable[..., Any]) -> str:
    """How bad a rule's findings are, by what it makes of them."""
    source = getsource(find)
    words = [word for call, word in (("fault(", "error"), ("doubt(", "warning")) if call in source]
    return ", ".join(words) or "error, warning"
