"""A job whose pages are made up -> files: the PDF through the gate of its press, pictures of its pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from progprint.cache import Cache
from progprint.diag import Diagnostic
from progprint.job import Job
from progprint.pdf import PdfReport, render_pages, write_contact
from progprint.press.gate import BOUND, LOOSE, Gate, named_profile, written_through
from progprint.press.profile import Profile


def profile_of(job: Job, binding: str) -> tuple[Profile | None, tuple[Diagnostic, ...]]:
    """The profile that a file is made for; none for the screen, though one that is named is read."""
    if job.purpose != "print" and not job.profile:
        return None, ()
    usual = LOOSE if binding == "loose" else BOUND
    profile, faults = named_profile(job.profile or usual, ("print", "screen"))
    return (profile if job.purpose == "print" else None), faults


def with_marks(job: Job, profile: Profile | None) -> Job:
    """The job with the marks that its press wants, unless others are asked for."""
    liked = "off" if profile is None or job.guides or job.spreads else profile.marks
    return replace(job, marks=job.marks or liked)


def write_judged(
    write: Callable[[Path], PdfReport], job: Job, profile: Profile | None, cache: Cache
) -> tuple[PdfReport, tuple[Diagnostic, ...]]:
    """Write a job's file; one for the press keeps its name only when the press can take it."""
    gate = None
    if profile is not None and job.judged:
        first = job.pages[0] if job.pages else 1
        gate = Gate(profile._replace(marks=job.marks), not (job.only or job.pages), first, cache)
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
