"""`progprint diff`: two PDFs -> what changed, on the terminal, as HTML or as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from progprint.cli.guard import WRONG_USE
from progprint.diag import BadInput

#: as `diff` has it: 0 the same, 1 different, 2 trouble
SAME, DIFFERENT = 0, 1


def compare(
    old: Annotated[Path, typer.Argument(metavar="OLD.pdf", help="The file as it was.")],
    new: Annotated[Path, typer.Argument(metavar="NEW.pdf", help="The file as it is.")],
    html: Annotated[Path | None, typer.Option(
        "--html", metavar="F", show_default=False,
        help="Also write a page with both states side by side, changed places framed, changed words listed.",
    )] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what changed as JSON.")] = False,
) -> None:
    """Compare two PDFs page by page: 0 when nothing changed, 1 when something did, 2 for no readable PDF."""
    from progprint.cli.terminal import progress_bar, say_findings
    from progprint.proofs import as_json_object, compare_files, lines_of, write_report

    try:
        with progress_bar() as progress:
            comparison = compare_files(old, new, progress)
        if html is not None:
            write_report(comparison, html)
    except BadInput as bad:
        say_findings(bad.diagnostics, Path())
        raise typer.Exit(WRONG_USE) from bad
    if as_json:
        print(json.dumps(as_json_object(comparison), ensure_ascii=False, indent=2))
    else:
        for line in lines_of(comparison):
            print(line)
        if html is not None:
            print(html)
    raise typer.Exit(DIFFERENT if comparison.differs else SAME)
