"""A job -> the folder that a print shop receives, with all that belongs to it; or nothing, and why."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from progprint.build import MadeUp, date_of, make_up, open_for, print_book
from progprint.cache import Cache
from progprint.diag import BadInput, Diagnostic, Severity, Source
from progprint.job import Job
from progprint.pages.cover import LEAF
from progprint.pages.types import Booklet
from progprint.pdf import written_whole
from progprint.press.folder import SUMS, TICKET, made_beside, refused, strays, sums_text, write_zip
from progprint.press.gate import failed_name, look_again
from progprint.press.ticket.data import ticket_json
from progprint.press.ticket.types import Handed
from progprint.press.ticket.words import ticket_text
from progprint.ticketing import Enclosed, Wish, enclosures, lot_of, ticket_of

READ_FIRST = "job-ticket.txt"


class Handing(NamedTuple):
    """What is to be handed over, and how."""

    job: Job
    #: a sheet of its own for the cover; None: where the book has a spine, and front and back
    cover: bool | None = None
    #: None: out/<layout>-package
    folder: Path | None = None
    #: pack the folder into a zip beside it, too
    archive: bool = False
    wish: Wish = Wish()

    @property
    def stem(self) -> str:
        """What its files are called by: the layout, its languages and inks."""
        return replace(self.job, cover=False, output=None).file.stem

    @property
    def target(self) -> Path:
        return self.folder or Path("out") / f"{self.stem}-package"

    @property
    def zip(self) -> Path | None:
        target = Path(self.target)
        return target.with_name(f"{target.resolve().name}.zip") if self.archive else None


class HandedOver(NamedTuple):
    """What was made."""

    diagnostics: tuple[Diagnostic, ...]
    folder: Path
    archive: Path | None
    #: number and bytes of the files in it
    files: int
    size: int


def hand_over(handing: Handing) -> HandedOver:
    """Make the package. Raises BadInput with every finding when one is an error, and OSError.

    None is made then; a file that is unfit for the press lies beside the folder, named by `failed_name`.
    """
    wrong = tuple(refused(handing.target, handing.zip))
    if wrong:
        raise BadInput(wrong)
    kept = strays(handing.target).added
    with ExitStack() as stack:
        cache = open_for(handing.job, stack)
        made, job = _made_up(handing, cache)
        handing.target.parent.mkdir(parents=True, exist_ok=True)
        # opened before the folder, so that it takes its name after it
        archive = stack.enter_context(written_whole(handing.zip)) if handing.zip is not None else None
        with made_beside(handing.target) as folder:
            job = replace(job, output=folder / f"{handing.stem}.pdf")
            found = _printed(made, job, handing, cache)
            files = (job.file, job.cover_file) if job.cover else (job.file,)
            handed = _fill(folder, made, job, files, handing)
            if archive is not None:
                day = date_of(made.read.programme.festival.dates[0])
                write_zip(folder, handing.target.resolve().name, day, archive)
    diagnostics = (*_moved(found, folder, handing.target), *_kept(kept, handing.target))
    return HandedOver(diagnostics, handing.target, handing.zip, len(handed), sum(f.size for f in handed))


def _made_up(handing: Handing, cache: Cache) -> tuple[MadeUp, Job]:
    """Make up the book, with a cover of its own when that is asked for, or the usual thing."""
    job = replace(handing.job, cover=bool(handing.cover), output=handing.target / f"{handing.stem}.pdf")
    made = make_up(job, cache)
    if handing.cover is None and _has_cover(made.booklet):
        job = replace(job, cover=True)
        made = make_up(job, cache)
    return made, job


def _has_cover(booklet: Booklet) -> bool:
    """Whether the book has a spine, and one page of each a front and a back to go beside it."""
    names = [page.name for page in booklet.pages]
    ends = names[:1] == ["cover"] and names[-1:] == ["back"] and len(names) > 2 * LEAF
    return booklet.binding == "perfect" and ends and names.count("cover") == names.count("back") == 1


def _printed(made: MadeUp, job: Job, handing: Handing, cache: Cache) -> tuple[Diagnostic, ...]:
    """Write the PDFs through the gate. Raises BadInput when a press would not take them."""
    built = print_book(made, job, cache)
    if not any(d.severity is Severity.ERROR for d in built.diagnostics):
        return built.diagnostics
    folder, target = job.file.parent, handing.target
    for file in (job.file, job.cover_file):
        unfit = failed_name(file)
        if unfit.exists():
            shutil.move(unfit, target.parent / unfit.name)
    # counsel is about a file that is no more
    told = _moved(tuple(d for d in built.diagnostics if d.code != "press-counsel"), folder, target.parent)
    profile = made.read.profile
    named = job.profile or (profile.name if profile is not None else "")
    cover = str(target.parent / failed_name(job.cover_file).name)
    raise BadInput(tuple(_without_package(d, named, d.source.file != cover) for d in told))


def _without_package(found: Diagnostic, profile: str, whole: bool) -> Diagnostic:
    if found.code != "unfit-for-press":
        return found
    look = look_again(Path(found.source.file), profile, whole, "--proof", "proof.pdf")
    return replace(found, hint=f"no package was made; {look} shows the places")


def _moved(found: tuple[Diagnostic, ...], old: Path, new: Path) -> tuple[Diagnostic, ...]:
    """The findings with the places where files lie in the end."""
    made = []
    for each in found:
        texts = (each.source.file, each.message, each.hint)
        file, message, hint = (text.replace(str(old), str(new)) for text in texts)
        made.append(replace(each, source=Source(file, *each.source[1:]), message=message, hint=hint))
    return tuple(made)


def _kept(names: tuple[str, ...], folder: Path) -> tuple[Diagnostic, ...]:
    if not names:
        return ()
    listed = ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
    message = f"what was added to the package is in it still: {listed}"
    hint = f"it is not in {SUMS}; the press may wonder whether it is part of the job"
    return (Diagnostic(Severity.INFO, "added-files", message, Source(str(folder)), hint),)


def _fill(
    folder: Path, made: MadeUp, job: Job, files: tuple[Path, ...], handing: Handing
) -> tuple[Handed, ...]:
    """Put everything else into the folder; the ticket knows all but itself and the sums."""
    lot = lot_of(made, job, files)
    written = zip(lot.printed, files, strict=True)
    handed = [_handed(each.name, each.role, file.read_bytes()) for each, file in written]
    for enclosed in enclosures(lot, files, handing.stem):
        _put(folder, enclosed)
        handed.append(_handed(*enclosed))
    ticket = ticket_of(lot, tuple(handed), handing.wish)
    texts = ((READ_FIRST, ticket_text(ticket)), (TICKET, ticket_json(ticket)))
    for name, text in texts:
        _put(folder, Enclosed(name, "ticket", text.encode()))
    sums = sums_text(folder)
    _put(folder, Enclosed(SUMS, "sums", sums.encode()))
    return (*handed, *(_handed(name, "ticket", text.encode()) for name, text in (*texts, (SUMS, sums))))


def _put(folder: Path, enclosed: Enclosed) -> None:
    place = folder / enclosed.name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(enclosed.data)


def _handed(name: str, role: str, data: bytes) -> Handed:
    return Handed(name, role, len(data), sha256(data).hexdigest())
