"""A job -> how its texts stand in their rooms, with pictures of the pages of those that do not fit."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from progprint.build import make_up, open_for, pdf_options
from progprint.checks.fit import Fitted, fitted
from progprint.diag import Diagnostic
from progprint.job import Job

#: dots an inch of a page's picture: text of 8 pt can be read, a page of A5 takes some 80 kB
DOTS = 110
#: findings that are about fitting
CODES = ("overset", "underfill", "cut-short", "lock-damaged")


class FitReport(NamedTuple):
    """How a book's texts stand in their rooms."""

    texts: tuple[Fitted, ...]
    findings: tuple[Diagnostic, ...]
    #: number of a page -> its picture
    pictures: dict[int, Path]
    #: number of a page -> trim width and height, in points
    sizes: dict[int, tuple[float, float]]


def fit_report(job: Job, folder: Path | None = None) -> FitReport:
    """Make up a book and say how its texts fit; pictures of those that do not go into `folder`.

    Writes nothing else. Raises BadInput, and OSError where the folder cannot be written.
    """
    from progprint.pdf import render_pages, write_pdf

    with ExitStack() as stack:
        cache = open_for(job, stack)
        # warnings of other kinds are no matter of fit
        made = make_up(replace(job, strict=False), cache)
        texts = fitted(made.booklet)
        found = tuple(f for f in made.findings if f.code in CODES)
        sizes = {page.number: page.size for page in made.booklet.pages}
        shown = tuple(page for page in made.booklet.pages if page.name in {t.name for t in texts if t.over})
        if folder is None or not shown:
            return FitReport(texts, found, {}, sizes)
        file = Path(stack.enter_context(TemporaryDirectory())) / "pages.pdf"
        part = replace(made.booklet, pages=shown)
        job = replace(job, pages=(shown[0].number, shown[-1].number))
        write_pdf(part, made.read.faces, file, pdf_options(made, job, cache))
        names = [f"page-{page.number:03d}" for page in shown]
        files = render_pages(file, folder, DOTS, trimmed=True, names=names)
        pictures = {page.number: picture for page, picture in zip(shown, files, strict=True)}
        return FitReport(texts, found, pictures, sizes)
