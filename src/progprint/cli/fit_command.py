"""`progprint fit`: a job -> the table, the JSON and the page for the browser, and the exit code."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from progprint.cli import fit_report as told
from progprint.cli.findings import count, exit_code
from progprint.cli.guard import ERRORS, FINE, say
from progprint.cli.starter import write_file
from progprint.cli.terminal import progress_bar, say_findings
from progprint.diag import BadInput, Severity

if TYPE_CHECKING:
    from progprint.build import Job

#: cells of a line where there is no terminal: the longest slugs and a language's tag
PIPE = 140


def say_fit(job: Job, html: Path | None, as_json: bool) -> None:
    """Print how a job's texts fit. Exits with 1 when what exceeds its room is an error."""
    from progprint.fit import fit_report

    folder = html.with_name(f"{html.stem}-pages") if html is not None else None
    try:
        with progress_bar() as progress:
            report = fit_report(replace(job, progress=progress), folder)
    except BadInput as bad:
        say_findings(bad.diagnostics, job.content)
        say(count(bad.diagnostics))
        raise typer.Exit(exit_code(bad.diagnostics)) from bad
    if html is not None:
        page = told.html(report, f"Fit of {Path(job.layout).stem}", html.parent)
        write_file(html, page.encode())
    if as_json:
        print(told.as_json(report.texts))
    else:
        # a pipe is as wide as it needs to be
        width = None if sys.stdout.isatty() else PIPE
        Console(highlight=False, markup=False, emoji=False, width=width).print(told.table(report.texts))
        print(told.summary(report.texts))
    over = [f for f in report.findings if f.code == "overset"]
    wrong = any(f.severity is Severity.ERROR or job.strict for f in over)
    raise typer.Exit(ERRORS if wrong else FINE)
