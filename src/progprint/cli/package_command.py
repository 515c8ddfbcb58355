"""`progprint package`: the options of a build and of a hand-over -> the folder for the print shop."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from progprint.cli.guard import say
from progprint.cli.options import (
    PRINT,
    SCREEN,
    Content,
    For,
    Icc,
    InkKind,
    InksOption,
    Json,
    Languages,
    LayoutName,
    MarksOption,
    NoCache,
    Strict,
    read_languages,
    read_press,
)
from progprint.diag import BadInput

if TYPE_CHECKING:
    from progprint.handover import HandedOver, Handing

CONTENT = Path("content")

Name = Annotated[str, typer.Argument(
    metavar="NAME",
    help="What `progprint build NAME` makes: booklet, catalogue, pocket, or a layout of your own.",
)]
OwnCover = Annotated[bool | None, typer.Option(
    "--cover/--no-cover", show_default=False,
    help="The cover as a sheet of its own, or in one file with all pages.  [default: a sheet where the book "
    "is perfect bound and has front and back]",
)]
Copies = Annotated[int | None, typer.Option(
    "--copies", metavar="N", min=1, max=99_999_999, show_default=False,
    help="How many are to be printed, for the ticket.",
)]
Note = Annotated[str, typer.Option(
    "--note", metavar="TEXT", show_default=False, help="What else the shop must know, for the ticket.",
)]
Folder = Annotated[Path | None, typer.Option(
    "--output", "-o", metavar="FOLDER", show_default=False,
    help="Folder to make, or a package to make anew.  [default: out/NAME-package]",
)]
Zip = Annotated[bool, typer.Option("--zip", help="Also pack it, as FOLDER.zip.")]


def make_package(
    name: Name = "booklet", layout: LayoutName = "", content: Content = CONTENT, press: For = PRINT,
    icc: Icc = None, inks: InksOption = InkKind.CMYK, marks: MarksOption = None, cover: OwnCover = None,
    copies: Copies = None, note: Note = "", folder: Folder = None, archive: Zip = False,
    languages: Languages = "", strict: Strict = False, as_json: Json = False, no_cache: NoCache = False,
) -> None:
    """Make the folder for the print shop: files, job ticket, reports, licences, preview, checksums."""
    purpose, profile = read_press(press)
    if purpose == SCREEN:
        advice = "a package is for a press: leave it out, or name a printer profile"
        raise typer.BadParameter(advice, param_hint="'--for'")
    from progprint.handover import Handing
    from progprint.job import Job
    from progprint.ticketing import Wish

    job = Job(
        content, layout or name, languages=read_languages(languages), strict=strict, use_cache=not no_cache,
        marks=marks.value if marks else "", inks=inks.value, profile=profile, icc=icc,
    )
    hand(Handing(job, cover, folder, archive, Wish(copies or 0, note.strip())), as_json=as_json)


def hand(handing: Handing, *, as_json: bool) -> None:
    """Say what was found and made, or that nothing was, and end with the exit code of a build."""
    from progprint.cli.findings import count, exit_code
    from progprint.cli.terminal import progress_bar, say_findings
    from progprint.handover import hand_over

    content = handing.job.content
    try:
        with progress_bar() as progress:
            done = hand_over(handing._replace(job=replace(handing.job, progress=progress)))
    except BadInput as bad:
        say_findings(bad.diagnostics, content, as_json=as_json, all_of_them=False)
        say(f"{count(bad.diagnostics)}: no package was made")
        raise typer.Exit(exit_code(bad.diagnostics)) from bad
    say_findings(done.diagnostics, content, as_json=as_json, all_of_them=False)
    for line in summary(done):
        print(line, file=sys.stderr if as_json else sys.stdout)
    raise typer.Exit(exit_code(done.diagnostics))


def summary(done: HandedOver) -> tuple[str, ...]:
    """`out/booklet-package: 18 files, 41.2 MB, 3 notes`, and what to open first."""
    from progprint.cli.findings import count
    from progprint.handover import READ_FIRST

    size = f"{done.size / 1_000_000:.1f} MB"
    lines = [
        ", ".join(filter(None, (f"{done.folder}: {done.files} files, {size}", count(done.diagnostics)))),
        f"{done.folder / READ_FIRST}: to be read first",
    ]
    return (*lines, *((str(done.archive),) if done.archive is not None else ()))
