"""Faces that were opened, and what lines say of them -> findings about files, weights and features."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.diag import Diagnostic, Severity
from progprint.glyphs import Faces
from progprint.lines.types import Fault
from progprint.pages.types import Booklet

#: of the styles that ask for the same
_MOST_NAMED = 3
_NAMES = {
    "smcp": "small capitals",
    "c2sc": "small capitals for capitals",
    "onum": "old-style figures",
    "tnum": "tabular figures",
    "pnum": "proportional figures",
    "frac": "fractions",
    "ordn": "raised letters for ordinals",
    "sups": "superior letters and figures",
    "subs": "inferior letters and figures",
}


def check_fonts(faces: Faces, booklet: Booklet) -> Iterator[Diagnostic]:
    """Report files that differ from the lock, and weights and features that a family lacks."""
    yield from faces.faults
    for family, wanted, taken in faces.substitutions:
        yield Diagnostic(
            Severity.WARNING,
            "font-weight",
            f"{family} has no {wanted}; {taken} is set instead (nothing is faked)",
        )
    yield from _features(booklet)


def _features(booklet: Booklet) -> Iterator[Diagnostic]:
    """Report each feature that a font lacks once, with the styles that ask for it and its first place."""
    first: dict[str, Fault] = {}
    styles: dict[str, list[str]] = {}
    for fault in (f for page in booklet.pages for f in page.faults if f.code == "font-feature"):
        style, _, lack = fault.detail.partition(": ")
        first.setdefault(lack, fault)
        if style not in styles.setdefault(lack, []):
            styles[lack].append(style)
    for lack, fault in first.items():
        font, _, tag = lack.rpartition(": ")
        asking = _asking(styles[lack])
        yield Diagnostic(
            Severity.WARNING,
            fault.code,
            f"{font} has no {_NAMES.get(tag, f'feature `{tag}`')}, for which {asking}; plain ones are set",
            fault.source,
            "nothing is faked: choose another font or weight, or leave the wish out",
        )


def _asking(styles: list[str]) -> str:
    names = [f"`{style}`" for style in styles]
    if len(names) == 1:
        return f"style {names[0]} asks"
    if len(names) > _MOST_NAMED:
        names[_MOST_NAMED - 1 :] = [f"{len(names) - _MOST_NAMED + 1} more"]
    return f"styles {', '.join(names[:-1])} and {names[-1]} ask"
