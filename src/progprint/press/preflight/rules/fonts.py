"""The fonts of a file."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.press.preflight.types import Finding, fault, not_checked
from progprint.press.preflight.views import FileRule, FileView, PageRule, PageView


def embedded(file: FileView) -> Iterator[Finding]:
    """Every font is in the file: another of the same name has other widths, and lines run over."""
    for font, page in file.fonts:
        if not font.embedded:
            yield fault("font-not-embedded", f"the font {font.name[:60]} is not in the file", page)


def usable(file: FileView) -> Iterator[Finding]:
    """A font that is in the file is one, and whole: else the press sets another, or nothing."""
    for font, page in file.fonts:
        if font.fault:
            yield fault("bad-font", f"the font {font.name[:60]} is in the file, but {font.fault}", page)


def mapped(page: PageView) -> Iterator[Finding]:
    """Every glyph that is shown has a text: without it words cannot be searched, copied or corrected."""
    found = page.noted("no-text")
    if found:
        message = f"some glyphs of the font {found[0][:60]} have no text (ToUnicode)"
        yield fault("no-text-map", message, page.number)


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
            yield not_checked(f"lines and places in the glyphs of the font {font.name[:60]} (Type 3)", page)


FONTS = (
    FileRule(("font-not-embedded",), embedded),
    FileRule(("bad-font",), usable),
    FileRule(("no-text-map",), readable),
    FileRule(("not-checked",), pictures),
)
GLYPHS = (PageRule(("no-text-map",), mapped),)
