"""What may follow a command -> values, each with its help; wrong ones are refused here."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from progprint import __version__

#: what `--for` takes beside the names of printer profiles
PRINT, SCREEN = "print", "screen"


class Marks(StrEnum):
    OFF = "off"
    CROP = "crop"
    ALL = "all"


class InkKind(StrEnum):
    CMYK = "cmyk"
    CMYK_SPOT = "cmyk+spot"
    SPOT_K = "spot+k"
    K = "k"


def read_press(wanted: str) -> tuple[str, str]:
    """Tell print or screen, and which printer profile: none is the usual one."""
    return (wanted, "") if wanted in (PRINT, SCREEN) else (PRINT, wanted)


def read_pages(text: str) -> tuple[int, int] | None:
    """`4-9`, `4`, or nothing for all."""
    if not text:
        return None
    match = re.fullmatch(r"\s*(\d{1,5})\s*(?:[-–]\s*(\d{1,5})\s*)?", text)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last:
        raise typer.BadParameter(
            f"{text!r} is no range of pages; write 4-9, or 4 for one page.", param_hint="'--pages'"
        )
    return first, last


def read_languages(text: str) -> tuple[str, ...]:
    """`zh-Hant` or `zh-Hant,en`: each once, in this order."""
    found = [tag.strip() for tag in text.split(",")]
    if text and (not all(found) or len(set(found)) < len(found)):
        raise typer.BadParameter(
            f"{text!r} is no list of languages; write zh-Hant, or zh-Hant,en.", param_hint="'--languages'"
        )
    return tuple(filter(None, found))


def read_day(text: str) -> date | None:
    """`2021-06-24`, or nothing for every day."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is no day; write it as 2021-06-24.", param_hint="'--date'"
        ) from None


def read_content(folder: Path) -> Path:
    if folder.is_dir():
        return folder
    advice = "`progprint new DIR` makes a festival to start from"
    if Path("festival.yaml").is_file():
        advice = "festival.yaml lies in this folder: add `--content .`"
    raise typer.BadParameter(f"there is no folder {str(folder)!r} here; {advice}.")


def print_version(wanted: bool) -> None:
    if wanted:
        print(f"progprint {__version__}")
        raise typer.Exit


Content = Annotated[Path, typer.Option(
    "--content", metavar="DIR", callback=read_content,
    help="Folder with festival.yaml, venues.yaml, films/ and the rest.",
)]
LayoutName = Annotated[str, typer.Option(
    "--layout", metavar="F", help="A house layout by its name, or the path of a layout's YAML file.",
)]
Output = Annotated[Path | None, typer.Option(
    "--output", "-o", metavar="F", show_default=False,
    help="PDF to write.  [default: out/LAYOUT.pdf, of a part out/LAYOUT-part.pdf]",
)]
Only = Annotated[str, typer.Option(
    "--only", metavar="SLUG", show_default=False,
    help="One film or shorts programme, by the name of its file without .yaml.  [default: all]",
)]
Languages = Annotated[str, typer.Option(
    "--languages", metavar="TAGS", show_default=False,
    help="Print these, the first one leading, as zh-Hant or zh-Hant,en, into out/LAYOUT.zh-Hant.pdf.  "
    "[default: the layout's, else the festival's]",
)]
Editions = Annotated[bool, typer.Option(
    "--editions", help="A PDF for each language, in that language alone: out/LAYOUT.en.pdf and so on.",
)]
Pages = Annotated[str, typer.Option(
    "--pages", metavar="A-B", show_default=False,
    help="Pages by number, the first is 1: 4-9, or 4 alone.  [default: all]",
)]
Pictures = Annotated[Path | None, typer.Option(
    "--png", metavar="DIR", show_default=False,
    help="Also draw each page as a PNG of 150 dpi into this folder.",
)]
Contact = Annotated[Path | None, typer.Option(
    "--contact", metavar="F", show_default=False,
    help="Also draw all pages small, as spreads in rows, into this PNG; into several when they are many.",
)]
Spreads = Annotated[bool, typer.Option(
    "--spreads", help="Left and right page on one sheet, for the screen: out/LAYOUT-spreads.pdf.",
)]
CoverSheet = Annotated[bool, typer.Option(
    "--cover",
    help="Back, spine and front as a sheet, out/LAYOUT-cover.pdf; all else as out/LAYOUT-interior.pdf.",
)]
For = Annotated[str, typer.Option(
    "--for", metavar="print|screen|P",
    help="print: for the press, without links. screen: links in contents, indexes and at the codes. Or the "
    "press itself, a printer profile by its name or the path of its YAML file; print is coated-offset, "
    "of loose sheets office.",
)]
Icc = Annotated[Path | None, typer.Option(
    "--icc", metavar="FILE", show_default=False,
    help="The press's ICC profile, from the print shop.  [default: the printer profile's]",
)]
MarksOption = Annotated[Marks | None, typer.Option(
    "--marks", show_default=False,
    help="Outside the bleed: crop marks; all: registration marks, colour bar and job line, too.  "
    "[default: as the printer profile says]",
)]
InksOption = Annotated[InkKind, typer.Option(
    "--inks",
    help="cmyk+spot: the layout's spot inks on plates of their own. spot+k: its first spot ink and black. "
    "k: black alone. Of these the file is out/LAYOUT-INKS.pdf.",
)]
Strict = Annotated[bool, typer.Option(
    "--strict", help="Take warnings for errors: with any of them nothing is written.",
)]
Refit = Annotated[list[str] | None, typer.Option(
    "--refit", metavar="SLUG", show_default=False,
    help="Fit this text anew, whatever the layout's lock file says; `all` for every one. May be repeated.",
)]
Json = Annotated[bool, typer.Option("--json", help="Print the findings as a JSON array on standard output.")]
NoPreflight = Annotated[bool, typer.Option(
    "--no-preflight", help="Do not look at the bytes of the file that was written.",
)]
DryRun = Annotated[bool, typer.Option(
    "--dry-run", help="Make up every page and say what does not fit, but write nothing.",
)]
Guides = Annotated[bool, typer.Option(
    "--guides",
    help="Draw grid, margins and frames over the pages, and what found no room in red: out/LAYOUT-proof.pdf.",
)]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Compute all anew; use nothing of earlier builds.")]
Day = Annotated[str, typer.Option(
    "--date", metavar="YYYY-MM-DD", show_default=False,
    help="One festival day; its last screenings may be after midnight.  [default: every day]",
)]
VenueKey = Annotated[str, typer.Option(
    "--venue", metavar="KEY", show_default=False,
    help="One venue, by its key in venues.yaml.  [default: every venue]",
)]
