"""What a job asks for, its press and a design -> bleed, inks, marks and job line of its file."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from progprint.design.types import Design
from progprint.diag import Diagnostic, Severity, Source
from progprint.geom import mm
from progprint.glyphs import Faces
from progprint.job import Job
from progprint.pages.job_line import JobLine, with_job_line
from progprint.pages.types import Booklet, RuleMark
from progprint.press.profile import Profile
from progprint.style import Ink

if TYPE_CHECKING:
    from progprint.pdf import Printing

#: bleeds that differ by less are one: a hundredth of a millimetre
NEAR = mm(0.01)


def printing_of(job: Job, design: Design) -> Printing:
    """What the file is printed in, and with which marks."""
    from progprint.pdf import Inks, Printing

    inks = Inks(job.inks, spots_of(design) if "spot" in job.inks else ())
    return Printing(marks=job.marks or "off", inks=inks)


def with_bleed(design: Design, profile: Profile) -> tuple[Design, tuple[Diagnostic, ...]]:
    """The design with the bleed that the press asks for, where its own is less."""
    own, asked = design.page.bleed, profile.bleed
    if own >= asked - NEAR:
        return design, ()
    message = (
        f"the layout `{design.name}` has {_shown(own)} of bleed, `{profile.name}` asks for {_shown(asked)}; "
        f"its pages were made with {_shown(asked)}"
    )
    hint = f"say `bleed: {_shown(asked).replace(' ', '')}` under `page`, and see how pictures are cut"
    found = Diagnostic(Severity.INFO, "narrow-bleed", message, Source(design.source.file), hint)
    page = design.page._replace(bleed=asked)
    # made-up pages are kept by the design's key
    return replace(design, page=page, key=f"{design.key} bleed {asked:.3f}"), (found,)


def _shown(length: float) -> str:
    return f"{length / mm(1):.2f}".rstrip("0").rstrip(".") + " mm"


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
    if job.spreads and job.marks not in ("", "off"):
        message = "spreads are for the screen: nothing is cut along their pages"
        yield Diagnostic(Severity.ERROR, "wrong-use-marks", message, hint="leave out --spreads or --marks")


def ink_limit(job: Job, profile: Profile | None) -> float:
    """The most ink of an area, as a share; boundless where no press prints it, or not with four inks."""
    if job.purpose != "print" or "cmyk" not in job.inks:
        return math.inf
    return (profile or Profile("")).limits.total_ink


def widened_lines(booklet: Booklet, printing: Printing, profile: Profile) -> Iterator[Diagnostic]:
    """Tell which lines are thinner in the layout than in the file."""
    from progprint.pdf import least_width

    found: dict[float, float] = {}
    for page in booklet.pages:
        for mark in (*page.body, *page.furniture):
            if isinstance(mark, RuleMark):
                least = least_width(mark.ink, printing.inks, printing.least)
                if mark.width < least:
                    found[mark.width] = max(least, found.get(mark.width, 0.0))
    for width, least in sorted(found.items()):
        message = f"lines of {width:g} pt are drawn with {least:g} pt: `{profile.name}` holds none thinner"
        yield Diagnostic(Severity.INFO, "widened-lines", message)


def with_line(booklet: Booklet, job: Job, design: Design, faces: Faces, day: datetime) -> Booklet:
    """The booklet with its job lines, when all marks are asked for."""
    from progprint.pdf import plates

    if job.marks != "all":
        return booklet
    inks = printing_of(job, design).inks
    return with_job_line(booklet, design, faces, JobLine(job.file.name, f"{day:%Y-%m-%d}", plates(inks)))
