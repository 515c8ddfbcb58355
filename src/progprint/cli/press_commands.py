"""`progprint preflight`: a PDF file and a printer profile -> findings, JSON, a proof, and the exit code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from progprint.cli.guard import say

if TYPE_CHECKING:
    from progprint.diag import Diagnostic
    from progprint.press.preflight import Report


def read_file(file: Path) -> Path:
    if file.is_file():
        return file
    raise typer.BadParameter(f"there is no file {str(file)!r} here.")


File = Annotated[Path, typer.Argument(
    metavar="FILE.pdf", callback=read_file, help="Any PDF file, ours or another program's.",
)]
ProfileName = Annotated[str, typer.Option(
    "--profile", metavar="P", help="A printer profile by its name, or the path of its YAML file.",
)]
AsJson = Annotated[bool, typer.Option(
    "--json", help="Print the findings as a JSON array on standard output; places in points from the trim's "
                   "top left.",
)]
Proof = Annotated[Path | None, typer.Option(
    "--proof", metavar="OUT.pdf", show_default=False,
    help="Also write the PDF with a numbered box at each place, and a list of the findings as its last page.",
)]
Part = Annotated[bool, typer.Option(
    "--part", help="It is a cover or some pages of a work: their number is not judged.",
)]


def preflight_file(
    file: File, profile: ProfileName = "coated-offset", as_json: AsJson = False, proof: Proof = None,
    part: Part = False,
) -> None:
    """Look at the bytes of a PDF as a print shop does: by a printer profile, with page and place."""
    from progprint.cli.terminal import progress_bar, say_findings
    from progprint.press.gate import named_profile
    from progprint.press.preflight import preflight
    from progprint.press.preflight.words import report_json
    from progprint.press.proof import write_proof

    if proof is not None and proof.is_dir():
        raise typer.BadParameter(f"{proof} is a folder; name a file in it.", param_hint="'--proof'")
    if proof is not None and proof.exists() and proof.samefile(file):
        # the boxes would go to the print shop
        raise typer.BadParameter("the proof would take the place of the file itself.", param_hint="'--proof'")
    asked, faults = named_profile(profile)
    if asked is None:
        say_findings(faults, Path(), as_json=as_json)
        raise typer.Exit(_code(faults))
    with progress_bar() as progress:
        report = preflight(file, asked, whole=not part, progress=progress)
    if as_json:
        print(report_json(report, file))
    else:
        say_report(report, file)
    if proof is not None and not write_proof(file, report, proof):
        say(f"{proof}: no proof was made: a file that cannot be read has no pages to mark")
    elif proof is not None:
        say(f"{proof}: proof")
    close(report, file, asked.name)


def say_report(report: Report, file: Path) -> None:
    """Page by page, the file as a whole first; the same thing on many pages once."""
    from rich.console import Console

    from progprint.cli.findings import finding
    from progprint.press.preflight.words import diagnostics

    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    for found in diagnostics(report, file):
        console.print(finding(found), soft_wrap=True)


def close(report: Report, file: Path, profile: str) -> NoReturn:
    """Say in one line what the press will say, and end with the exit code."""
    from progprint.cli.findings import count
    from progprint.press.preflight.words import diagnostics

    found = diagnostics(report, file)
    pages = f"{report.pages} page{'s' * (report.pages != 1)}"
    verdict = "fit for the press" if report.passed else "not fit for the press"
    say(", ".join(filter(None, (f"{file}: {pages}, {verdict} ({profile})", count(found)))))
    raise typer.Exit(_code(found))


def _code(found: tuple[Diagnostic, ...]) -> int:
    from progprint.cli.findings import exit_code

    return exit_code(found)
