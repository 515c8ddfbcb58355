"""The whole pipeline: content and layout -> findings and a PDF. The only module that knows every stage."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from progprint.blocks.house import Selection, printed_languages
from progprint.blocks.make import make_blocks
from progprint.blocks.printed_matter import logo_files
from progprint.blocks.types import Entry
from progprint.cache import Cache, NoCache, open_cache
from progprint.checks import (
    allowed,
    check_coloured,
    check_content,
    check_folios,
    check_fonts,
    check_inks,
    check_layout,
    check_lines,
    check_matter,
    check_pages,
    check_pictures,
    check_sheets,
)
from progprint.checks.pictures import Printed, placed, unsound
from progprint.covering import Cover, cover_of, covered, wrong_cover
from progprint.design import find_layout, read_layout
from progprint.design.overrides import Override, read_overrides
from progprint.design.types import Design
from progprint.diag import BadInput, Diagnostic, Severity, Source
from progprint.glyphs import Faces, FontFolders, open_fonts
from progprint.images import PictureFault, PictureInfo
from progprint.job import Built, Job, no_layout, slugs, wrong_choice, wrong_output, wrong_pages
from progprint.pages.dump import dump as dump_booklet
from progprint.pages.fitting import fitting
from progprint.pages.granting import granting
from progprint.pages.guides import with_guides
from progprint.pages.kept import keeping
from progprint.pages.lock import Lock, holding, is_locked, lock_file, lock_of, lock_text, read_lock
from progprint.pages.overriding import overridden, without_text
from progprint.pages.settle import Book, settle
from progprint.pages.types import Booklet
from progprint.printing import (
    ink_limit,
    printing_of,
    widened_lines,
    with_bleed,
    with_line,
    wrong_printing,
)
from progprint.programme import read_programme
from progprint.programme.types import Programme
from progprint.source import with_excerpts

if TYPE_CHECKING:
    from progprint.pdf import PdfOptions, PdfReport
    from progprint.press.profile import Profile

__all__ = ["Built", "Job", "build", "check", "dump", "editions", "fonts_report", "make_up"]

class Read(NamedTuple):
    """Everything read, nothing set yet."""

    programme: Programme
    design: Design
    faces: Faces
    findings: tuple[Diagnostic, ...]
    #: slug -> what is wished for it
    overrides: dict[str, Override]
    #: by which the file is judged; None where no press gets it
    profile: Profile | None = None


class MadeUp(NamedTuple):
    """The booklet, what it was made from and what was found."""

    booklet: Booklet
    read: Read
    pictures: dict[str, PictureInfo | None]
    #: what the headers say, and where each picture is asked for
    picture_faults: dict[str, tuple[tuple[PictureFault, ...], Source]]
    findings: tuple[Diagnostic, ...]
    #: the layout's lock file and what it says from now on; None where nothing is fitted
    lock: tuple[Path, str] | None = None
    #: where it is printed by itself
    cover: Cover | None = None


def build(job: Job) -> Built:
    """Build the PDF. Raises BadInput with every finding when one is an error; nothing is written then.

    A picture that cannot be printed leaves its room empty: the file is written, and the finding is an
    error for print, which shows in the exit code.
    """
    with ExitStack() as stack:
        cache = open_for(job, stack)
        return print_book(make_up(job, cache), job, cache)


def print_book(made: MadeUp, job: Job, cache: Cache) -> Built:
    """Write what is made up, as `build` does; `job` is the one it was made up for, but for its output."""
    from progprint.output import bound, draw_pictures, with_marks, write_judged
    from progprint.pdf import write_pdf

    stop_at_errors((*made.findings, *wrong_pages(job, made.booklet)), job.strict)
    if job.strict:
        # what is known of pictures before they are converted; damage shows only then
        known = _picture_findings(made, job, placed(made.booklet, made.pictures))
        stop_at_errors((*made.findings, *known), job.strict)
    if job.dry:
        found = (*made.findings, *_picture_findings(made, job, placed(made.booklet, made.pictures)))
        return Built(_strict(found, job.strict), None, len(made.booklet.pages))
    job = with_marks(job, made.read.profile)
    options = pdf_options(made, job, cache)
    job.file.parent.mkdir(parents=True, exist_ok=True)
    booklet = made.booklet
    if job.guides:
        booklet = with_guides(booklet, made.read.design, made.read.faces)
        options = replace(options, title=f"{booklet.title} (proof)")
    if made.cover is not None:
        options = replace(options, pages=made.cover.interior)
    booklet = with_line(booklet, job, made.read.design, made.read.faces, options.date)
    write = partial(write_pdf, booklet, made.read.faces, options=options)
    profile = bound(made.read.profile, booklet.binding)
    first = options.pages[0] if options.pages else 1
    report, judged = write_judged(write, job, profile, cache, first)
    sheet: PdfReport | None = None
    trim = None
    if made.cover is not None:
        sheet, own = _write_cover(made, made.cover, job, options)
        judged, trim = (*judged, *own), (sheet.file, made.cover.wrap.size)
    if made.read.profile is not None:
        judged = (*widened_lines(made.booklet, options.printing, made.read.profile), *judged)
    _keep_lock(made, job)
    shown = (*report.pictures, *(sheet.pictures if sheet else ()))
    printed = [Printed(p.mark.file, p.mark.source, p.page, p.resolution, p.faults) for p in shown]
    findings = (*made.findings, *_picture_findings(made, job, printed), *judged)
    drawn = draw_pictures(job, report, sheet)
    return Built(_strict(findings, job.strict), report.file, report.pages, *drawn, trim)


def _write_cover(
    made: MadeUp, cover: Cover, job: Job, options: PdfOptions
) -> tuple[PdfReport, tuple[Diagnostic, ...]]:
    """Write the sheet of the cover, as the pages of the interior were written; it is judged as a part."""
    from progprint.output import write_judged
    from progprint.pdf import write_pdf

    options = replace(options, pages=None, title=f"{made.booklet.title} (cover)")
    design, faces, sheet = made.read.design, made.read.faces, cover.booklet
    part = replace(job, cover=False, output=job.cover_file, pages=(1, len(sheet.pages)))
    sheet = with_line(sheet, part, design, faces, options.date)
    write = partial(write_pdf, sheet, faces, options=options)
    return write_judged(write, part, made.read.profile, options.cache, 0)


def pdf_options(made: MadeUp, job: Job, cache: Cache) -> PdfOptions:
    """How a book that is made up is drawn."""
    from progprint.pdf import PdfOptions
    from progprint.press.gate import for_profile

    pictures = {file: info for file, info in made.pictures.items() if info is not None}
    date = date_of(made.read.programme.festival.dates[0])
    grey = made.read.design.pictures == "grey"
    options = PdfOptions(
        date, job.purpose, job.pages, spreads=job.spreads, cache=cache, grey=grey, pictures=pictures,
        printing=printing_of(job, made.read.design),
    )
    return for_profile(options, made.read.profile)


def _keep_lock(made: MadeUp, job: Job) -> None:
    """Keep how texts were fitted, whole or not at all, when it is new; a part of the book decides nothing."""
    from progprint.pdf import written_whole

    if made.lock is None or job.only or job.pages:
        return
    file, text = made.lock
    with suppress(OSError, UnicodeDecodeError):
        if file.read_text("utf-8") == text:
            return
    file.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(file) as stream:
        stream.write(text.encode())


def editions(job: Job) -> tuple[Job, ...]:
    """One job for each language to print; the job itself where content or layout cannot be read."""
    programme, _ = read_programme(job.content)
    design, _, _ = design_of(job)
    if programme is None or design is None:
        return (job,)
    return tuple(_edition(job, tag) for tag in printed_languages(programme, design))


def _edition(job: Job, tag: str) -> Job:
    png, contact = job.png, job.contact
    return replace(
        job,
        languages=(tag,),
        png=png / tag if png is not None else None,
        contact=contact.with_name(f"{contact.stem}.{tag}{contact.suffix}") if contact is not None else None,
    )


def check(job: Job) -> tuple[Diagnostic, ...]:
    """Find everything, write nothing."""
    with ExitStack() as stack:
        made = make_up(job, open_for(job, stack))
        found = _picture_findings(made, job, placed(made.booklet, made.pictures))
        return _strict((*made.findings, *found), job.strict)


def dump(job: Job, *, unused: bool = False) -> Iterator[str]:
    """The pages as lines of text; or what the content says and the layout leaves out."""
    from progprint.checks.unused import unused_words

    with ExitStack() as stack:
        made = make_up(job, open_for(job, stack))
        if unused:
            yield from unused_words(made.read.programme, made.booklet)
            return
        stop_at_errors(tuple(wrong_pages(job, made.booklet)), job.strict)
        first, last = job.pages or (1, len(made.booklet.pages))
        pages = tuple(p for p in made.booklet.pages if first <= p.number <= last)
        yield from dump_booklet(replace(made.booklet, pages=pages))


def fonts_report(job: Job) -> Iterator[str]:
    """The layout's font families, where their files are, and what the content needs beyond them."""
    from progprint.glyphs import describe_fonts

    with ExitStack() as stack:
        cache = open_for(job, stack)
        design, folders, faults = design_of(job)
        if design is None:
            raise BadInput(tuple(faults))
        for font in describe_fonts(design.families, folders):
            if font.uses:
                yield f"{font.name}: {', '.join(font.uses)}"
                yield from (f"  {name} ({origin})" for name, origin, *_ in font.files)
                yield from ([f"  missing: {font.missing}"] if font.missing else ())
        missing = [f for f in make_up(job, cache).findings if f.code == "missing-glyph"]
        yield "Every character of the content has a glyph." if not missing else "Characters that no font has:"
        yield from (f"  {f.source}: {f.message}" for f in missing)


def make_up(job: Job, cache: Cache) -> MadeUp:
    """Read everything and make up every page."""
    from progprint.pdf import read_pictures

    read = read_all(job, cache)
    programme, design, faces, findings, wishes, profile = read
    entries = _chosen(make_blocks(programme, design, cache, Selection(job.date, job.venue, job.only)), job)
    book = Book(programme.festival.name.main.text, printed_languages(programme, design)[0])
    entries, lost = overridden(covered(entries, job, design), wishes, design, book.lang)
    pictures, faults = read_pictures(entries)
    file, lock = _lock(job, entries)
    findings = (*findings, *with_excerpts(lost, Path()), *lock.faults)
    plain = keeping(design, faces, pictures, cache)
    make = granting(plain, fitting(plain, holding(lock, job.refit, design)))
    booklet = settle(entries, book, (design, faces), make, bind=not job.only, progress=job.progress)
    kept = lock_of(booklet, entries, design)
    if not booklet.pages:
        nothing = "nothing of this content is printed by this layout"
        none = Diagnostic(Severity.ERROR, "nothing-to-print", nothing, programme.festival.source)
        findings = (*findings, none)
    made = (*check_pages(booklet, design), *check_lines(booklet, design))
    found = [*findings, *check_content(programme, design), *made, *check_fonts(faces, booklet)]
    found += check_inks(booklet, design, ink_limit(job, profile))
    if profile is not None:
        found += check_folios(booklet, design, max(profile.limits.folio, profile.limits.safety))
    if job.only:
        found = [f for f in found if f.code not in ("reference-lost", "missing-translation")]
    else:
        found += [*check_matter(programme, design, booklet), *check_layout(programme, design, entries)]
    locked = (file, lock_text(kept)) if file is not None else None
    cover: Cover | None = None
    if job.cover:
        cover, own = cover_of(booklet, entries, design, faces)
        found += own
    return MadeUp(booklet, read, pictures, faults, allowed(found, programme), locked, cover)


def _lock(job: Job, entries: tuple[Entry, ...]) -> tuple[Path | None, Lock]:
    """How the layout's texts were fitted before; nothing where none is fitted."""
    layout = find_layout(job.layout, Path.cwd())
    if layout is None or not any(map(is_locked, entries)):
        return None, Lock()
    file = lock_file(layout, job.edition)
    return file, read_lock(file)


def read_all(job: Job, cache: Cache) -> Read:
    """Read content, layout and fonts. Raises BadInput with all their faults together."""
    programme, content_faults = read_programme(job.content)
    design, folders, faults = design_of(job)
    faults = [*content_faults, *faults]
    faces: Faces | None = None
    if design is not None:
        faces, font_faults = open_fonts(design.families, folders, cache, design.font_places)
        faults += with_excerpts(font_faults, Path())
        faults += wrong_printing(job, design)
    from progprint.output import profile_of

    profile, own_faults = profile_of(job, design.binding if design is not None else "")
    faults += (*wrong_output(job), *wrong_cover(job), *own_faults)
    if design is not None and profile is not None:
        design, own_faults = with_bleed(design, profile)
        faults += own_faults
    wishes, own_faults = read_overrides(Path("overrides"))
    faults += own_faults
    if programme is not None:
        gone = without_text(wishes, slugs(programme))
        faults += wrong_choice(job, programme)
        faults += with_excerpts(gone, Path())
    stop_at_errors(tuple(faults), job.strict)
    assert programme is not None and design is not None and faces is not None
    return Read(programme, design, faces, tuple(faults), wishes, profile)


def design_of(job: Job) -> tuple[Design | None, FontFolders, list[Diagnostic]]:
    """The layout, and where its fonts are looked for."""
    layout = find_layout(job.layout, Path.cwd())
    if layout is None:
        return None, FontFolders(), [no_layout(job.layout)]
    design, faults = read_layout(layout)
    if design is not None and job.languages:
        design = replace(design, languages=job.languages)
    fonts = Path("fonts")
    return design, FontFolders(layout.parent, fonts if fonts.is_dir() else None), list(faults)


def open_for(job: Job, stack: ExitStack) -> Cache:
    """What earlier builds kept, until the stack is closed."""
    return stack.enter_context(open_cache(Path())) if job.use_cache else NoCache()


def stop_at_errors(findings: tuple[Diagnostic, ...], strict: bool) -> None:
    found = _strict(findings, strict)
    if any(f.severity is Severity.ERROR for f in found):
        raise BadInput(found)


def _strict(findings: tuple[Diagnostic, ...], strict: bool) -> tuple[Diagnostic, ...]:
    if not strict:
        return findings
    return tuple(
        replace(f, severity=Severity.ERROR) if f.severity is Severity.WARNING else f for f in findings
    )


def _chosen(entries: tuple[Entry, ...], job: Job) -> tuple[Entry, ...]:
    if not job.only:
        return entries
    return tuple(e for e in entries if e.name in (f"films/{job.only}", f"programmes/{job.only}"))


def _picture_findings(made: MadeUp, job: Job, printed: Iterable[Printed]) -> tuple[Diagnostic, ...]:
    faults, profile = made.picture_faults, made.read.profile
    standard = profile.standard if profile is not None else ""
    pictures, logos = [*unsound(made.pictures, faults), *printed], logo_files(made.read.programme)
    found = check_pictures(pictures, job.purpose, standard, logos)
    sheets: Iterator[Diagnostic] = iter(())
    if "cmyk" not in job.inks:
        sheets = check_sheets(made.pictures, faults)
    elif made.read.design.pictures == "grey":
        from progprint.pdf import is_coloured

        sheets = check_coloured(made.pictures, faults, is_coloured)
    return allowed([*found, *sheets], made.read.programme)


def date_of(otherwise: date) -> datetime:
    """The file's date: SOURCE_DATE_EPOCH, else the given day, as the festival's first; never the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.combine(otherwise, time(), UTC)
