"""What a build is asked for and gives, and what of it is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from progprint.design import layout_names
from progprint.diag import Diagnostic, Severity, Source
from progprint.locale import best_tag
from progprint.pages.types import Booklet
from progprint.programme.types import Programme
from progprint.source import did_you_mean

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Job:
    """What is asked for."""

    #: content folder
    content: Path
    #: name of a house layout or path of a YAML file
    layout: str = "booklet"
    #: None: out/<layout>.pdf
    output: Path | None = None
    #: slug of one film or shorts programme
    only: str = ""
    #: printed in place of the layout's, main language first; empty: the layout's
    languages: tuple[str, ...] = ()
    #: first and last page number, from 1
    pages: tuple[int, int] | None = None
    #: print or screen
    purpose: str = "print"
    #: folder for page pictures
    png: Path | None = None
    #: file for small pictures of all pages
    contact: Path | None = None
    #: of day sheets
    date: date | None = None
    #: of day sheets: a venue's key
    venue: str = ""
    strict: bool = False
    #: slugs whose texts are fitted anew, or all
    refit: tuple[str, ...] = ()
    use_cache: bool = True
    #: grid, frames and overset drawn over the pages: a proof, never the press file
    guides: bool = False
    #: off, crop, all; empty: as the press likes it
    marks: str = ""
    #: what the file is printed in: cmyk, cmyk+spot, spot+k, k
    inks: str = "cmyk"
    #: a verso and its recto on one sheet, for the screen
    spreads: bool = False
    #: the cover as a sheet of its own, beside the interior
    cover: bool = False
    #: write nothing, only find
    dry: bool = False
    #: name of a printer profile or path of a YAML file; empty is the usual one of the layout's binding
    profile: str = ""
    #: file of the press's ICC profile; None: the profile's own
    icc: Path | None = None
    #: look at the bytes of a file for print once it is written
    preflight: bool = True
    progress: Progress | None = None

    @property
    def judged(self) -> bool:
        """The file goes to a press: no proof, nothing for the screen."""
        return self.purpose == "print" and self.preflight and not (self.guides or self.spreads or self.dry)

    @property
    def file(self) -> Path:
        """Where the PDF goes; other inks, a part or a proof never take the place of the whole booklet."""
        part = "-part" if self.only or self.pages else ""
        proof = "-proof" * self.guides + "-spreads" * self.spreads
        inks = "-" + self.inks.replace("+", "-") if self.inks != "cmyk" else ""
        whole = self.output or Path("out") / f"{self.edition}{inks}{part}{proof}.pdf"
        return _beside(whole, "-interior") if self.cover else whole

    @property
    def cover_file(self) -> Path:
        """Where the sheet of the cover goes."""
        return _beside(replace(self, cover=False).file, "-cover")

    @property
    def edition(self) -> str:
        """The layout's name, with the languages that are asked for."""
        return ".".join((Path(self.layout).stem, *self.languages))


def _beside(file: Path, part: str) -> Path:
    """A file for a part of what would be in this one; a folder is left to be told as such."""
    return file if file.is_dir() or not file.name else file.with_stem(file.stem + part)


@dataclass(frozen=True, slots=True)
class Built:
    """What was made."""

    diagnostics: tuple[Diagnostic, ...]
    file: Path | None
    pages: int
    pictures: tuple[Path, ...] = ()
    contact: tuple[Path, ...] = ()
    #: the sheet of the cover, and its trim in points
    cover: tuple[Path, tuple[float, float]] | None = None


def no_layout(name: str) -> Diagnostic:
    names = layout_names(Path.cwd())
    near = did_you_mean(name, names)
    hint = f"did you mean `{near}`?" if near else f"house layouts: {', '.join(names)}"
    return Diagnostic(Severity.ERROR, "wrong-use-layout", f"there is no layout `{name}`", Source(name), hint)


def wrong_pages(job: Job, booklet: Booklet) -> Iterator[Diagnostic]:
    """Pages that the booklet does not have."""
    count = len(booklet.pages)
    if job.pages and job.pages[0] > count:
        yield Diagnostic(
            Severity.ERROR, "wrong-use-pages", f"there is no page {job.pages[0]}", hint=f"the last is {count}"
        )


def wrong_output(job: Job) -> Iterator[Diagnostic]:
    """A folder where a file should be named, or a file where its folder should be."""
    if job.file.is_dir() or not job.file.name:
        message = f"{job.file} is a folder"
        hint = f"name a file in it, such as {job.file / 'booklet.pdf'}"
        yield Diagnostic(Severity.ERROR, "wrong-use-output", message, hint=hint)
    blocked = next((folder for folder in job.file.parents if folder.exists()), None)
    if blocked is not None and not blocked.is_dir():
        message = f"{blocked} is a file, and {job.file} should lie in a folder of that name"
        hint = "move the file away, or name another with -o"
        yield Diagnostic(Severity.ERROR, "wrong-use-output", message, hint=hint)


def slugs(programme: Programme) -> tuple[str, ...]:
    """Name all that has a file of its own: films, shorts programmes, page texts."""
    films = (film.slug for film in programme.films)
    return (*films, *(s.slug for s in programme.shorts), *(t.slug for t in programme.texts))


def wrong_choice(job: Job, programme: Programme) -> Iterator[Diagnostic]:
    """A slug, venue or day that the festival does not have."""
    films = [f.slug for f in programme.films] + [s.slug for s in programme.shorts]
    venues = [v.key for v in programme.venues]
    refit = [("film", slug, [*slugs(programme), "all"]) for slug in job.refit]
    for code, wanted, known in (("film", job.only, films), ("venue", job.venue, venues), *refit):
        if wanted and wanted not in known:
            near = did_you_mean(wanted, known)
            hint = f"did you mean `{near}`?" if near else f"there are: {', '.join(sorted(known)[:12])}"
            yield Diagnostic(
                Severity.ERROR, f"wrong-use-{code}", f"the festival has no {code} `{wanted}`", hint=hint
            )
    for tag in job.languages:
        if best_tag(tag, programme.festival.languages) is None:
            spoken = programme.festival.languages
            near = did_you_mean(tag, spoken)
            hint = f"did you mean `{near}`?" if near else f"it has {', '.join(spoken)}"
            message = f"the festival has no language `{tag}`"
            yield Diagnostic(Severity.ERROR, "wrong-use-languages", message, hint=hint)
    if job.date is not None and not any(s.day == job.date for s in programme.screenings()):
        first, last = programme.festival.dates
        yield Diagnostic(
            Severity.ERROR,
            "wrong-use-date",
            f"nothing is shown on {job.date}",
            hint=f"the festival runs from {first} to {last}",
        )
