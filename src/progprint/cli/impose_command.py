"""`progprint impose`: its options, what it says, and its exit code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from progprint.cli.guard import say
from progprint.diag import BadInput, Diagnostic
from progprint.press.impose.sizes import read_length, read_sheet, shown
from progprint.press.impose.types import Bar, Flip, Imposed, Lip, Marks, Order, Scheme, Work


class Sides(StrEnum):
    ONE = "one"
    TWO = "two"


class Bound(StrEnum):
    LEFT = "left"
    RIGHT = "right"


def sheet_of(text: str) -> tuple[float, float] | None:
    """`SRA3` or `330x488mm`, or nothing."""
    found = read_sheet(text)
    if text and found is None:
        raise typer.BadParameter(
            f"{text!r} is no sheet; write SRA3, A4, Letter or 330x488mm.", param_hint="'--sheet'"
        )
    return found


def length_of(text: str, option: str) -> float | None:
    """`3mm`, or nothing."""
    found = read_length(text)
    if text and found is None:
        raise typer.BadParameter(
            f"{text!r} is no length; write it with its unit, as 3mm or 0.1mm.", param_hint=f"'{option}'"
        )
    return found


def grid_of(text: str) -> tuple[int, int] | None:
    """`2x4`, or nothing."""
    match = re.fullmatch(r"\s*(\d{1,2})\s*[x×]\s*(\d{1,2})\s*", text)
    columns, rows = (int(match[1]), int(match[2])) if match else (0, 0)
    if text and not (columns and rows):
        raise typer.BadParameter(
            f"{text!r} is no grid; write columns and rows, as 2x4.", param_hint="'--grid'"
        )
    return (columns, rows) if text else None


FileName = Annotated[
    Path, typer.Argument(metavar="FILE", help="The PDF whose pages are imposed, from anywhere.")
]
SchemeName = Annotated[
    Scheme,
    typer.Option(
        "--scheme",
        help="saddle: folded, nested, stitched. perfect: folded, gathered, milled. cut-stack: cut apart, "
        "one stack under the other. n-up: cut apart. reader: two pages beside each other, to look at.",
    ),
]
SheetSize = Annotated[
    str,
    typer.Option(
        "--sheet",
        metavar="SIZE",
        show_default=False,
        help="SRA3, A4, Letter ..., or 330x488mm; lies as it fits.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="F",
        show_default=False,
        help="PDF to write.  [default: FILE-SCHEME.pdf, beside FILE]",
    ),
]
Signature = Annotated[
    int | None,
    typer.Option(
        "--signature",
        metavar="4|8|16|32",
        show_default=False,
        help="Pages of one folded sheet, at most.  [default: as many as it holds, up to 16]",
    ),
]
Paper = Annotated[
    str,
    typer.Option(
        "--paper",
        metavar="LENGTH",
        show_default=False,
        help="Thickness of a leaf, as 0.1mm: inner pages stand nearer to the spine by the creep.",
    ),
]
CreepFactor = Annotated[
    float | None,
    typer.Option(
        "--creep-factor",
        metavar="N",
        min=0.5,
        max=2.0,
        show_default=False,
        help="Of the thickness by which a sheet pushes out the next.  [default: 1.0]",
    ),
]
Bleed = Annotated[
    str,
    typer.Option(
        "--bleed",
        metavar="LENGTH",
        show_default=False,
        help="Keep so much of the pages' bleed, if they have it.  [default: 3mm]",
    ),
]
Gutter = Annotated[
    str,
    typer.Option(
        "--gutter",
        metavar="LENGTH",
        show_default=False,
        help="Between the trims of pages that are cut apart.  [default: twice the bleed; 6mm where it folds]",
    ),
]
Milling = Annotated[
    str,
    typer.Option(
        "--milling",
        metavar="LENGTH",
        show_default=False,
        help="What perfect binding takes off the spine of each page.  [default: 3mm]",
    ),
]
Gripper = Annotated[
    str,
    typer.Option(
        "--gripper",
        metavar="LENGTH",
        show_default=False,
        help="Keep so much free of ink at the long edge by which the press holds the sheet.",
    ),
]
Overfold = Annotated[
    str,
    typer.Option(
        "--overfold",
        metavar="LENGTH",
        show_default=False,
        help="saddle: one half of each folded sheet stands out so far, for the stitching machine to open it.",
    ),
]
LipAt = Annotated[
    Lip | None,
    typer.Option("--lip", show_default=False, help="Folios of the half that stands out.  [default: high]"),
]
WorkStyle = Annotated[
    Work | None,
    typer.Option(
        "--work",
        show_default=False,
        help="How the second side is printed: from its own plates, or from the same.  [default: sheetwise]",
    ),
]
GridSize = Annotated[
    str,
    typer.Option(
        "--grid",
        metavar="CxR",
        show_default=False,
        help="Columns and rows of n-up and cut-stack.  [default: as many as the sheet holds]",
    ),
]
Repeat = Annotated[
    bool,
    typer.Option(
        "--repeat",
        help="n-up: fill a sheet with each page (step and repeat).",
    ),
]
SideCount = Annotated[
    Sides | None,
    typer.Option(
        "--sides",
        show_default=False,
        help="Sides of the sheet that are printed.  [default: two, n-up one]",
    ),
]
BoundAt = Annotated[
    Bound | None,
    typer.Option(
        "--bound",
        show_default=False,
        help="Where the spine is.  [default: as the file says, else left]",
    ),
]
Home = Annotated[
    bool,
    typer.Option(
        "--home",
        help="A booklet for an office printer: two pages beside each other on A4, or what fits, no marks.",
    ),
]
Margin = Annotated[
    str,
    typer.Option(
        "--margin",
        metavar="LENGTH",
        show_default=False,
        help="With --home: what the printer leaves white at the paper's edges; pages are made smaller.",
    ),
]
FlipAt = Annotated[
    Flip | None,
    typer.Option(
        "--flip",
        show_default=False,
        help="The edge at which the printer turns the sheet.  [default: with --home short]",
    ),
]
MarksDrawn = Annotated[
    Marks | None,
    typer.Option(
        "--marks",
        show_default=False,
        help="Beyond the bleed: all, cut and fold marks alone, or none.  [default: all]",
    ),
]
BarInks = Annotated[
    Bar | None,
    typer.Option(
        "--bar",
        show_default=False,
        help="Inks of the colour bar; spot inks of the file are added.  [default: cmyk]",
    ),
]
Listed = Annotated[bool, typer.Option("--list", help="Print which page stands where; write nothing.")]
Pictures = Annotated[
    Path | None,
    typer.Option(
        "--png",
        metavar="DIR",
        show_default=False,
        help="Also draw each side as a PNG of 150 dpi into this folder.",
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Take warnings for errors: with any of them nothing is written.")
]
Json = Annotated[bool, typer.Option("--json", help="Print the findings as a JSON array on standard output.")]


# Typer reads a command's options from its arguments; only so may a function here have more than six.
def impose_pages(
    file: FileName, scheme: SchemeName = Scheme.SADDLE, sheet: SheetSize = "", output: Output = None,
    signature: Signature = None, paper: Paper = "", creep_factor: CreepFactor = None, bleed: Bleed = "",
    gutter: Gutter = "", milling: Milling = "", gripper: Gripper = "", overfold: Overfold = "",
    lip: LipAt = None, work: WorkStyle = None, grid: GridSize = "", repeat: Repeat = False,
    sides: SideCount = None, bound: BoundAt = None, home: Home = False, margin: Margin = "",
    flip: FlipAt = None, marks: MarksDrawn = None, bar: BarInks = None, list_only: Listed = False,
    png: Pictures = None, strict: Strict = False, as_json: Json = False,
) -> None:
    """Bring the pages of a PDF onto sheets for the press, or for an office printer."""
    order = Order(
        scheme=scheme,
        sheet=sheet_of(sheet),
        signature=signature,
        paper=length_of(paper, "--paper"),
        creep_factor=creep_factor,
        bleed=length_of(bleed, "--bleed"),
        gutter=length_of(gutter, "--gutter"),
        milling=length_of(milling, "--milling"),
        gripper=length_of(gripper, "--gripper"),
        overfold=length_of(overfold, "--overfold"),
        lip=lip,
        work=work,
        grid=grid_of(grid),
        repeat=repeat or None,
        two_sided=None if sides is None else sides is Sides.TWO,
        right_bound=None if bound is None else bound is Bound.RIGHT,
        home=home,
        margin=length_of(margin, "--margin"),
        flip=flip,
        marks=marks,
        bar=bar,
        strict=strict,
    )
    name = "home" if home else scheme.value
    target = output or file.parent / f"{file.stem}-{name}.pdf"
    try:
        if list_only:
            print_list(file, order, as_json)
        else:
            write(file, target, order, png, as_json)
    except BadInput as bad:
        refuse(bad.diagnostics, as_json)


def print_list(file: Path, order: Order, as_json: bool) -> None:
    from progprint.cli.terminal import say_findings
    from progprint.press.impose.file import plan_file
    from progprint.press.impose.words import listed

    made = plan_file(file, order)
    say_findings(made.notes, Path(), as_json=as_json)
    for line in listed(made):
        say(line) if as_json else print(line)


def write(file: Path, target: Path, order: Order, png: Path | None, as_json: bool) -> None:
    from progprint.cli.terminal import progress_bar, say_findings
    from progprint.press.impose.file import fault_of_disk, impose_file

    try:
        with progress_bar() as progress:
            imposed = impose_file(file, target, order, progress=progress, png=png)
    except OSError as fault:
        raise BadInput((fault_of_disk(target, fault),)) from fault
    say_findings(imposed.notes, Path(), as_json=as_json)
    for line in summary(imposed, order.scheme, png):
        say(line) if as_json else print(line)


def refuse(found: Sequence[Diagnostic], as_json: bool) -> None:
    """Say what is wrong, and end with the exit code."""
    from progprint.cli.findings import count, exit_code
    from progprint.cli.terminal import say_findings

    say_findings(found, Path(), as_json=as_json)
    say(f"{count(found)}: nothing was written")
    raise typer.Exit(exit_code(found))


def summary(imposed: Imposed, scheme: Scheme, png: Path | None) -> list[str]:
    """`booklet-saddle.pdf: 32 pages on 4 sheets of 320 × 450 mm, 8 sides`."""
    sides = imposed.imposition.sides
    pages = f"{imposed.pages} page{'s' * (imposed.pages != 1)}"
    if scheme is Scheme.READER:
        lines = [f"{imposed.file}: {pages} on {len(sides)} spread{'s' * (len(sides) != 1)}"]
    else:
        sheets = f"{imposed.imposition.sheets} sheet{'s' * (imposed.imposition.sheets != 1)}"
        printed = f"{len(sides)} side{'s' * (len(sides) != 1)}"
        lines = [f"{imposed.file}: {pages} on {sheets} of {shown(*sides[0].size)}, {printed}"]
    if png is not None:
        lines.append(f"{png}: {len(imposed.pictures)} picture{'s' * (len(imposed.pictures) != 1)}")
    return lines
