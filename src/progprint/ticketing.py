"""A book that is made up and its written files -> what lies beside them in a package, and its job ticket."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from progprint import __version__
from progprint.blocks.house import printed_languages
from progprint.build import MadeUp, date_of
from progprint.diag import BadInput, Severity
from progprint.glyphs.licences import FontLicence, licence_text, licences_of
from progprint.images.intents import shipped_icc
from progprint.job import Job
from progprint.output import files_of_profile, with_marks
from progprint.pages.cover import LEAF
from progprint.press.gate import TOLD_BEFORE
from progprint.press.preflight import Report
from progprint.press.preflight.run import look_through
from progprint.press.preflight.words import diagnostics, report_json, report_text
from progprint.press.preview import Shown, preview_pdf
from progprint.press.profile import Profile
from progprint.press.ticket.survey import Surveyor
from progprint.press.ticket.types import Binding, Festival, Handed, Licence, Press, Printed, Spine, Ticket
from progprint.programme.types import Localised, Programme


class Enclosed(NamedTuple):
    """A file that lies beside those to be printed."""

    #: path in the package, with slashes
    name: str
    #: as `Handed.role`
    role: str
    data: bytes


class Wish(NamedTuple):
    """What the sender adds in words."""

    #: 0: not said
    copies: int = 0
    note: str = ""


class Lot(NamedTuple):
    """What is handed over: the book, what was asked for, and what was read in its files."""

    made: MadeUp
    job: Job
    printed: tuple[Printed, ...]
    licences: tuple[FontLicence, ...]

    @property
    def profile(self) -> Profile:
        assert self.made.read.profile is not None, "only files for a press are handed over"
        return self.made.read.profile


def lot_of(made: MadeUp, job: Job, files: Sequence[Path]) -> Lot:
    """Read the written files, the interior or the book first, then the cover. Raises BadInput, OSError."""
    assert made.read.profile is not None, "only files for a press are handed over"
    profile = made.read.profile._replace(marks=with_marks(job, made.read.profile).marks)
    written = zip(files, _roles(made), strict=True)
    printed = tuple(_examined(made, job, profile, (file, role)) for file, role in written)
    names = {font for each in printed for font in each.survey.fonts}
    return Lot(made, job, printed, licences_of(made.read.faces, names))


def _roles(made: MadeUp) -> tuple[str, ...]:
    if made.cover is not None:
        return "interior", "cover"
    return ("pages",) if made.booklet.binding == "loose" else ("book",)


def _examined(made: MadeUp, job: Job, profile: Profile, written: tuple[Path, str]) -> Printed:
    file, role = written
    surveyor = Surveyor()
    whole = role != "cover"
    report = look_through(file, profile, whole=whole, first=None, progress=job.progress, also=surveyor.rules)
    report = _accepted(report)
    if surveyor.found is None or not report.passed:
        raise BadInput(tuple(d for d in diagnostics(report, file) if d.severity is Severity.ERROR))
    first = made.cover.interior[0] if made.cover is not None else 1
    folio = "" if role == "cover" else made.booklet.pages[first - 1].folio
    return Printed(file.name, role, surveyor.found, report, folio)


def _accepted(report: Report) -> Report:
    """The build refuses coarse pictures by the content's line; of those that passed the sender knows."""
    findings = tuple(
        f._replace(severity=Severity.WARNING, message=f"{f.message}; the sender accepts it")
        if f.code in TOLD_BEFORE and f.severity is Severity.ERROR else f
        for f in report.findings
    )
    return report._replace(findings=findings)


def enclosures(lot: Lot, files: Sequence[Path], title: str) -> Iterator[Enclosed]:
    """Everything that goes along with the files but the ticket and the sums."""
    yield from _profile(lot)
    for printed in lot.printed:
        stem, name = f"preflight/{Path(printed.name).stem}", Path(printed.name)
        text = report_text(printed.report, name, lot.profile.name)
        yield Enclosed(f"{stem}.txt", "preflight", text.encode())
        yield Enclosed(f"{stem}.json", "preflight", (report_json(printed.report, name) + "\n").encode())
    for licence, place in zip(lot.licences, _places(lot.licences), strict=True):
        yield Enclosed(place, "licence", licence_text(licence).encode())
    bound = lot.made.booklet.binding != "loose"
    shown = [
        Shown(file, each.role, bound and each.role != "cover", each.survey.right_bound)
        for file, each in zip(files, lot.printed, strict=True)
    ]
    # a book is taken up with its cover first
    shown.sort(key=lambda each: each.role != "cover")
    preview = preview_pdf(shown, lot.made.booklet.title, lot.job.progress)
    yield Enclosed(f"{title}-preview.pdf", "preview", preview)


def _profile(lot: Lot) -> Iterator[Enclosed]:
    files = files_of_profile(lot.job, lot.made.read.design.binding)
    names: set[str] = set()
    for file in files:
        # a profile may extend the house's of its own name
        name = f"extended/{file.name}" if file.name in names else file.name
        names.add(file.name)
        yield Enclosed(f"profile/{name}", "profile", file.read_bytes())
    icc = lot.printed[0].survey.condition.icc
    if icc:
        named = lot.profile.intent.icc
        name = _beside(named, files[0]) if named else shipped_icc(lot.profile.intent.name)
        yield Enclosed(f"profile/{name}", "icc", icc)


def _beside(icc: Path, profile: Path) -> str:
    """Where the profile's own words find its ICC file, as long as that is below it."""
    folder, place = (Path(os.path.abspath(path)) for path in (profile.parent, icc))
    return place.relative_to(folder).as_posix() if place.is_relative_to(folder) else icc.name


def _places(licences: Iterable[FontLicence]) -> Iterator[str]:
    seen: set[str] = set()
    for licence in licences:
        stem = re.sub(r"[^\w.]+", "-", licence.family).strip("-.") or "font"
        place = next(p for n in range(1, 1000) if (p := f"{stem}-{n}" if n > 1 else stem) not in seen)
        seen.add(place)
        yield f"licences/{place}.txt"


def ticket_of(lot: Lot, files: tuple[Handed, ...], wish: Wish) -> Ticket:
    """Fill the ticket in."""
    made, job, profile = lot.made, lot.job, lot.profile
    programme, design = made.read.programme, made.read.design
    licences = tuple(
        Licence(found.family, found.faces, found.copyright, found.licence, place)
        for found, place in zip(lot.licences, _places(lot.licences), strict=True)
    )
    ours = {face for licence in licences for face in licence.faces}
    embedded = {font for each in lot.printed for font in each.survey.fonts}
    marks = with_marks(job, profile).marks
    return Ticket(
        festival=_festival(programme, printed_languages(programme, design)),
        layout=Path(job.layout).stem,
        languages=printed_languages(programme, design),
        date=f"{date_of(programme.festival.dates[0]):%Y-%m-%d}",
        press=Press(profile.name, profile.standard, profile.bleed, profile.limits.total_ink, marks),
        binding=_binding(made),
        printed=lot.printed,
        files=files,
        licences=licences,
        strange_fonts=tuple(sorted(embedded - ours)),
        copies=wish.copies,
        note=wish.note,
        version=__version__,
    )


def _binding(made: MadeUp) -> Binding:
    sheet, booklet, cover = made.read.design.cover_sheet, made.booklet, made.cover
    if cover is None:
        return Binding(booklet.binding, len(booklet.pages), 0, booklet.added, sheet.paper)
    spine = Spine(cover.wrap.spine, cover.wrap.flaps, sheet.paper, sheet.board)
    first, last = cover.interior
    # one of the blanks may lie inside the cover: they are all alike, and the interior's last ones are told
    empty = [page.number for page in booklet.pages[: last] if not page.marks]
    added = tuple(
        number - first + 1 for number in range(last - len(booklet.added) + 1, last + 1) if number in empty
    )
    return Binding(booklet.binding, len(booklet.pages), 2 * LEAF, added, sheet.paper, spine)


def _festival(programme: Programme, languages: Sequence[str]) -> Festival:
    festival = programme.festival
    names = [words.text for tag in languages if (words := festival.name.get(tag)) is not None]
    first, last = festival.dates
    imprint = next((p for tag in languages if (p := festival.imprint.get(tag)) is not None), None)
    return Festival(
        tuple(names) or (festival.name.main.text,),
        str(festival.edition or ""),
        (first.isoformat(), last.isoformat()),
        _english(festival.organiser),
        festival.site,
        tuple(p.text for p in imprint.paragraphs if p.text.strip()) if imprint is not None else (),
    )


def _english(text: Localised) -> str:
    return (text.get("en") or text.main).text if text else ""
