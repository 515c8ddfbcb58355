"""Faces that were opened -> findings about files and weights."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.diag import Diagnostic, Severity
from progprint.glyphs import Faces


def check_fonts(faces: Faces) -> Iterator[Diagnostic]:
    """Report files that differ from the lock, and weights that a family lacks."""
    yield from faces.faults
    for family, wanted, taken in faces.substitutions:
        yield Diagnostic(
            Severity.INFO,
            "font-weight",
            f"{family} has no {wanted}; {taken} is set instead (nothing is faked)",
        )
