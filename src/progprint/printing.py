"""What a job asks of its press, and a design -> inks, marks and job line of its file."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from progprint.design.types import Design
from progprint.diag import Diagnostic, Severity, Source
from progprint.glyphs import Faces
from progprint.job import Job
from progprint.pages.job_line import JobLine, with_job_line
from progprint.pages.types import Booklet
from progprint.style import Ink

if TYPE_CHECKING:
    from progprint.pdf import Printing


def printing_of(job: Job, design: Design) -> Printing:
    """What the file is printed in, and with which marks."""
    from progprint.pdf import Inks, Printing

    return Printing(marks=job.marks, inks=Inks(job.inks, spots_of(design) if "spot" in job.inks else ()))


def spots_of(design: Design) -> tuple[Ink, ...]:
    """The layout's spot inks at full strength, in its order, each name once."""
    found: dict[str, Ink] = {}
    for ink in design.swatches.values():
        if ink.spot and ink.tint and (ink.spot not in found or found[ink.spot].tint < ink.tint):
            found[ink.spot] = ink
    return tuple(_full(ink) for ink in found.values())


def _full(ink: Ink) -> Ink:
    c, m, y, k = (min(round(share / ink.tint, 6), 1.0) for share in ink[:4])
    return Ink(c, m, y, k, ink.spot, ink.spot)


def wrong_printing(job: Job, design: Design) -> Iterator[Diagnostic]:
    """Inks that the layout does not have; marks where there is no single page to cut."""
    if "spot" in job.inks and not spots_of(design):
        message = f"`--inks {job.inks}`: the layout `{design.name}` has no spot ink"
        hint = "give a swatch a plate of its own: accent: {cmyk: [0, 90, 76, 0], spot: PANTONE 485 C}"
        yield Diagnostic(Severity.ERROR, "wrong-use-inks", message, Source(design.source.file), hint)
    if job.spreads and job.marks != "off":
        message = "spreads are for the screen: nothing is cut along their pages"
        yield Diagnostic(Severity.ERROR, "wrong-use-marks", message, hint="leave out --spreads or --marks")


def ink_limit(job: Job) -> float:
    """The most ink of an area, as a share; boundless where no press prints it, or not with four inks."""
    from progprint.pdf import Printing

    return Printing().total_ink if job.purpose == "print" and "cmyk" in job.inks else math.inf


def with_line(booklet: Booklet, job: Job, design: Design, faces: Faces, day: datetime) -> Booklet:
    """The booklet with its job lines, when all marks are asked for."""
    from progprint.pdf import plates

    if job.marks != "all":
        return booklet
    inks = printing_of(job, design).inks
    return with_job_line(booklet, design, faces, JobLine(job.file.name, f"{day:%Y-%m-%d}", plates(inks)))
