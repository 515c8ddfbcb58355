"""A job whose pages are made up -> files: the PDF through the gate of its press, pictures of its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from progprint.cache import Cache
from progprint.diag import Diagnostic, Severity
from progprint.job import Job
from progprint.pdf import PdfReport, render_pages, write_contact
from progprint.press.conditions import icc_folders, with_icc
from progprint.press.gate import BOUND, LOOSE, Gate, named_profile, written_through
from progprint.press.profile import PageCounts, Profile
from progprint.press.profile_form import find_profile, profile_files

#: of loose sheets, whatever the press
SHEETS = PageCounts(1, 9999, 1)


def profile_of(job: Job, binding: str) -> tuple[Profile | None, tuple[Diagnostic, ...]]:
    """The profile that a file is made for; none for the screen, though one that is named is read."""
    if job.purpose != "print":
        return None, tuple(_wrong_icc(job)) + (named_profile(job.profile)[1] if job.profile else ())
    loose = binding == "loose"
    profile, faults = named_profile(job.profile or _usual(binding), ("print", "screen"))
    if profile is None:
        return None, faults
    profile, own = with_icc(profile, job.icc, icc_folders())
    if loose:
        # no fold: they need not come in fours, and may lie or stand
        profile = profile._replace(limits=profile.limits._replace(pages=SHEETS))
    return profile, (*faults, *own)


def _wrong_icc(job: Job) -> Iterator[Diagnostic]:
    if job.icc is not None:
        message = "`--icc` is for the press, and this file is for the screen"
        hint = "leave out --icc, or say `--for` the press"
        yield Diagnostic(Severity.ERROR, "wrong-use-icc", message, hint=hint)


def files_of_profile(job: Job, binding: str) -> tuple[Path, ...]:
    """The file of that profile, and those of what it extends."""
    file = find_profile(job.profile or _usual(binding), Path.cwd())
    return profile_files(file) if file is not None else ()


def _usual(binding: str) -> str:
    return LOOSE if binding == "loose" else BOUND


def with_marks(job: Job, profile: Profile | None) -> Job:
    """The job with the marks that its press wants, unless others are asked for."""
    liked = "off" if profile is None or job.guides or job.spreads else profile.marks
    return replace(job, marks=job.marks or liked)


def bound(profile: Profile | None, binding: str) -> Profile | None:
    """The profile for a binding: where sheets lie in one another, the fold takes more of a page."""
    if profile is None or binding != "saddle":
        return profile
    return profile._replace(limits=profile.limits._replace(gutter=profile.limits.saddle_gutter))


def write_judged(
    write: Callable[[Path], PdfReport], job: Job, profile: Profile | None, cache: Cache, first: int
) -> tuple[PdfReport, tuple[Diagnostic, ...]]:
    """Write a job's file; one for the press keeps its name only when the press can take it.

    `first`: the number of its first page in the book; 0: it is no page but a cover's sheet.
    """
    gate = None
    if profile is not None and job.judged:
        named = job.profile or profile.name
        gate = Gate(profile._replace(marks=job.marks), not (job.only or job.pages), first, cache, named)
    return written_through(write, job.file, gate, job.progress)


def draw_pictures(
    job: Job, report: PdfReport, cover: PdfReport | None = None
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Pictures of the written pages, and contact sheets, as far as they are asked for."""
    pictures: list[Path] = []
    sheets: list[Path] = []
    if job.png is not None:
        names = ["page-" + "-".join(f"{page.number:03d}" for page in sheet) for sheet in report.sheets]
        pictures = render_pages(report.file, job.png, names=names)
        if cover is not None:
            pictures += render_pages(cover.file, job.png, names=("cover", "cover-inside"))
    if job.contact is not None:
        sheets = write_contact(report.file, job.contact, report.sheets)
    return tuple(pictures), tuple(sheets)
