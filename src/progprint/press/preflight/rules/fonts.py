"""The fonts of a file."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.press.preflight.types import Finding, fault, not_checked
from progprint.press.preflight.views import FileRule, FileView


def embedded(file: FileView) -> Iterator[Finding]:
    """Every font is in the file: another of the same name has other widths, and lines run over."""
    for font, page in file.fonts:
        if not font.embedded:
            yield fault("font-not-embedded", f"the font {font.name[:60]} is not in the file", page)


def readable(file: FileView) -> Iterator[Finding]:
    """Every glyph has a text: without it nothing can be searched, copied or corrected."""
    for font, page in file.fonts:
        if not font.readable:
            yield fault(
                "no-text-map", f"the glyphs of the font {font.name[:60]} have no text (ToUnicode)", page
            )


def pictures(file: FileView) -> Iterator[Finding]:
    """What could not be looked at is said: glyphs that are drawn as small pages (Type 3)."""
    for font, page in file.fonts:
        if font.type3:
            yield not_checked(f"how the glyphs of the font {font.name[:60]} are drawn (Type 3)", page)


FONTS = (
    FileRule(("font-not-embedded",), embedded),
    FileRule(("no-text-map",), readable),
    FileRule(("not-checked",), pictures),
)
