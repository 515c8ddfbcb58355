"""The house's exhibits, in the fonts of a layout -> a PDF that shows each rule well and badly set."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

from progprint.blocks.specimen import specimen_entries
from progprint.build import date_of, design_of, open_for, stop_at_errors
from progprint.checks import check_pages
from progprint.design import read_layout
from progprint.design.exhibits import read_exhibits
from progprint.diag import Severity
from progprint.glyphs import open_fonts
from progprint.job import Built, Job, wrong_output
from progprint.pages.kept import keeping
from progprint.pages.settle import Book, settle
from progprint.pdf import PdfOptions, render_pages, write_pdf
from progprint.source import with_excerpts

#: its date: it belongs to no festival
DAY = date(2026, 1, 1)


def specimen(job: Job) -> Built:
    """Set the specimen: the house's rules, well and badly, in the families of the job's layout."""
    folder = Path(__file__).parent / "data" / "specimen"
    shown, folders, faults = design_of(job)
    design, own_faults = read_layout(folder / "layout.yaml")
    findings = (*faults, *own_faults, *wrong_output(job))
    stop_at_errors(findings, strict=False)
    assert shown is not None and design is not None
    design = replace(design, families={**design.families, **shown.families}, font_places=shown.font_places)
    with ExitStack() as stack:
        cache = open_for(job, stack)
        faces, font_faults = open_fonts(design.families, folders, cache, design.font_places)
        parts, design, own_faults = read_exhibits(folder / "rules.yaml", design)
        stop_at_errors((*findings, *with_excerpts(font_faults, Path()), *own_faults), strict=False)
        make = keeping(design, faces, {}, cache)
        book = Book("progprint: a specimen of its setting", "en")
        booklet = settle(specimen_entries(parts, design), book, (design, faces), make, bind=False)
        # badly set lines are what it shows; a character that no font has is not
        wrong = tuple(f for f in check_pages(booklet, design) if f.severity is Severity.ERROR)
        stop_at_errors(wrong, strict=False)
        job.file.parent.mkdir(parents=True, exist_ok=True)
        options = PdfOptions(date_of(DAY), job.purpose, cache=cache, pictures={})
        report = write_pdf(booklet, faces, job.file, options)
        pictures = tuple(render_pages(job.file, job.png)) if job.png is not None else ()
        return Built((), job.file, report.pages, pictures)
