"""Job and booklet -> the cover as a book of its own, the pages it leaves, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from progprint.blocks.types import Entry, Para
from progprint.design.types import Design
from progprint.diag import NOWHERE, Diagnostic, Severity, Source
from progprint.geom import fits, mm
from progprint.glyphs import Faces
from progprint.job import Job
from progprint.pages.cover import LEAF, Wrap, cover_booklet, spine_text, with_blank_inside, wrap_of
from progprint.pages.types import Booklet
from progprint.source import error


class Cover(NamedTuple):
    """A cover that is printed by itself."""

    booklet: Booklet
    #: first and last page that are left for the interior, as the whole book counts them
    interior: tuple[int, int]
    wrap: Wrap


def wrong_cover(job: Job) -> Iterator[Diagnostic]:
    """A cover of what is no whole book for the press."""
    asked = {"--only": job.only, "--pages": job.pages, "--spreads": job.spreads, "--guides": job.guides}
    for option, given in asked.items():
        if job.cover and given:
            message = f"a cover of its own is made of the whole book, not with {option}"
            hint = f"leave out --cover or {option}"
            yield Diagnostic(Severity.ERROR, "wrong-use-cover", message, hint=hint)


def covered(entries: tuple[Entry, ...], job: Job, design: Design) -> tuple[Entry, ...]:
    """The entries as they follow one another when the cover is a sheet of its own."""
    if not job.cover or design.cover_sheet.inside == "pages" or not _has_both(entries):
        return entries
    return with_blank_inside(entries)


def _has_both(entries: tuple[Entry, ...]) -> bool:
    return len(entries) > 1 and entries[0].name == "cover" and entries[-1].name == "back"


def cover_of(
    booklet: Booklet, entries: tuple[Entry, ...], design: Design, faces: Faces
) -> tuple[Cover | None, tuple[Diagnostic, ...]]:
    """The cover of a booklet, and what is to be known of it; none where there is an error."""
    faults = tuple(_faults(booklet, entries, design))
    if faults:
        return None, faults
    wrap = wrap_of(booklet, design.cover_sheet)
    wide = booklet.binding != "saddle" and fits(design.cover_sheet.spine_from, wrap.spine)
    said = [block for block in entries[0].part("spine") if wide and isinstance(block, Para)]
    which, text = spine_text(said, wrap, design, faces)
    interior = (LEAF + 1, len(booklet.pages) - LEAF)
    notes = (*_notes(wrap, design), *_left_out(said, which))
    return Cover(cover_booklet(booklet, design, text), interior, wrap), notes


def _left_out(said: Sequence[Para], which: int) -> Iterator[Diagnostic]:
    """What of the spine's text has no room on it."""
    source = said[0].spans[0].words.source if said else NOWHERE
    if which and which < len(said):
        message = "the spine has room for the festival's name in its main language alone"
        hint = "a smaller style `spine` has room for more"
        yield Diagnostic(Severity.INFO, "spine-text", message, source, hint)
    elif which:
        message = "the festival's name cannot be read on the spine: it would be too small, and was left out"
        hint = "`paper` and `board` of `cover-sheet` make the spine, `spine-from` says from where it has text"
        yield Diagnostic(Severity.WARNING, "spine-text", message, source, hint)


def _faults(booklet: Booklet, entries: tuple[Entry, ...], design: Design) -> Iterator[Diagnostic]:
    if design.binding == "loose":
        hint = "say `binding: perfect` or `saddle`, or leave out --cover"
        message = f"`{design.name}` is of single sheets: they have no cover"
        yield error("no-cover-sheet", message, Source(design.source.file), hint)
        return
    if not _has_both(entries):
        hint = "begin `sections` with `cover` and end them with `back`"
        message = f"a cover of its own needs front and back, and `{design.name}` does not have both"
        yield error("no-cover-sheet", message, Source(design.source.file), hint)
        return
    for entry in (entries[0], entries[-1]):
        number = sum(page.name == entry.name for page in booklet.pages)
        if number > 1:
            message = f"`{entry.name}` takes {number} pages; its sheet has room for one"
            hint = "shorten it, give its frames more room, or let `fit` of the section make its title smaller"
            yield error("cover-too-long", message, entry.source, hint)
    if len(booklet.pages) <= 2 * LEAF:
        yield error("no-interior", "no page is left between the cover's four", Source(design.source.file))


def _notes(wrap: Wrap, design: Design) -> Iterator[Diagnostic]:
    width = f"{wrap.spine / mm(1):.1f} mm"
    if not wrap.spine:
        message = "the booklet is stitched: its cover has no spine, back and front meet in the fold"
        yield Diagnostic(Severity.INFO, "no-spine", message, Source(design.source.file))
    elif not fits(design.cover_sheet.spine_from, wrap.spine):
        message = (
            f"the spine is {width} wide, too thin for text, which begins at "
            f"{design.cover_sheet.spine_from / mm(1):.4g} mm"
        )
        hint = "`cover-sheet: {paper: .., board: .., spine-from: ..}` says otherwise"
        yield Diagnostic(Severity.INFO, "narrow-spine", message, Source(design.source.file), hint)
