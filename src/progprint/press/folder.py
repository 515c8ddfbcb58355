"""Files of a package -> a folder in its place, whole or not at all, with their sums; and a zip of them."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple

from progprint.diag import BadInput, Diagnostic, Severity, Source
from progprint.press.ticket.data import KIND

TICKET, SUMS = "job-ticket.json", "SHA256SUMS"
#: bytes of a ticket or of sums that are read to see whose folder it is
MOST_BYTES = 4_000_000
#: zip knows no earlier year
FIRST_YEAR = 1980


class Stray(NamedTuple):
    """What lies in an old package beside what progprint made."""

    #: paths inside it, sorted
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def sum_of(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def sums_text(folder: Path) -> str:
    """The sums of all files in a folder, as `sha256sum` writes and reads them, sorted by path."""
    return "".join(f"{sum_of(folder / name)}  {name}\n" for name in _inside(folder) if name != SUMS)


def refused(folder: Path, archive: Path | None) -> Iterator[Diagnostic]:
    """Why nothing may be put here: what stands here is not of progprint, or was changed since."""
    if folder.exists() and not folder.is_dir():
        yield _wrong(f"{folder} is a file", "name a folder with -o, such as out/for-the-printer", folder)
        return
    if folder.is_dir() and any(folder.iterdir()):
        yield from _refused_folder(folder)
    if archive is not None and archive.exists() and not _is_our_zip(archive):
        message = f"{archive} is there, and is no package of progprint"
        hint = "move it away, or name another folder with -o: the zip is called like it"
        yield _wrong(message, hint, archive)


def _refused_folder(folder: Path) -> Iterator[Diagnostic]:
    if not _is_our_ticket(_read(folder / TICKET)):
        message = f"{folder} holds other things, and no package of progprint"
        yield _wrong(message, "name a new folder with -o: nothing in this one is touched", folder)
        return
    if Path.cwd().is_relative_to(folder.resolve()):
        yield _wrong(f"you are in {folder}, which is to be replaced", "go to the folder above: cd ..", folder)
        return
    if not (folder / SUMS).is_file():
        message = f"{folder} has no {SUMS} any more, so nobody can tell which files in it are yours"
        yield _wrong(message, "move it away, or name another folder with -o", folder)
        return
    for name in strays(folder).changed:
        message = f"{name} was changed since the package was made"
        yield _wrong(message, "give it another name and it is kept; or move the package away", folder / name)


def _wrong(message: str, hint: str, place: Path) -> Diagnostic:
    return Diagnostic(Severity.ERROR, "wrong-use-output", message, Source(str(place)), hint)


def _is_our_ticket(data: bytes) -> bool:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("kind") == KIND


def _is_our_zip(archive: Path) -> bool:
    try:
        with zipfile.ZipFile(archive) as packed:
            tickets = [row for row in packed.infolist() if row.filename.endswith(f"/{TICKET}")]
            small = (row for row in tickets[:1] if row.file_size <= MOST_BYTES)
            return any(_is_our_ticket(packed.read(row)) for row in small)
    except (OSError, zipfile.BadZipFile, RuntimeError):
        return False


def _read(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES)
    except OSError:
        return b""


def strays(folder: Path) -> Stray:
    """What in a package is not as it was made."""
    if not (folder / SUMS).is_file():
        return Stray()
    text = _read(folder / SUMS).decode("utf-8", "replace")
    made = {name: digest for digest, _, name in (line.partition("  ") for line in text.splitlines())}
    found = tuple(name for name in _inside(folder) if name != SUMS)
    added = tuple(name for name in found if name not in made)
    changed = (name for name in found if name in made and _differs(folder / name, made[name]))
    return Stray(added, tuple(changed))


def _differs(file: Path, digest: str) -> bool:
    return file.is_symlink() or sum_of(file) != digest


def _inside(folder: Path) -> list[str]:
    """Paths of all files, with slashes, sorted by their bytes; a link to a folder counts as a file."""
    found = []
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        found += [(Path(place) / name).relative_to(folder).as_posix() for name in (*names, *links)]
    return sorted(found, key=os.fsencode)


@contextmanager
def made_beside(target: Path) -> Iterator[Path]:
    """A new folder that takes the target's place when all went well, and vanishes otherwise.

    What others put into the old one is taken along. Raises OSError, and BadInput where that cannot be.
    """
    target = Path(os.path.realpath(target))
    made = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        # not `mkdtemp`: the process's umask gives the permissions, as for any new folder
        made.mkdir()
        yield made
        _take_along(target, made)
        _exchange(made, target)
    except OSError as fault:
        if fault.filename is None or str(fault.filename).startswith(str(made)):
            # a full disk names no file, and the folder in the making nobody knows
            raise OSError(fault.errno, fault.strerror, str(target)) from fault
        raise
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _take_along(old: Path, made: Path) -> None:
    for name in strays(old).added if old.is_dir() else ():
        place = made / name
        if os.path.lexists(place):
            message = f"{name}, which you put into the package, is now a file of its own"
            raise BadInput((_wrong(message, "give yours another name", old / name),))
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(old / name, place, follow_symlinks=False)


def _exchange(made: Path, target: Path) -> None:
    """Put the new folder where the old one is; after any failure the old one is there again."""
    aside = target.with_name(f"{made.name}.old")
    try:
        if target.exists():
            target.rename(aside)
        made.rename(target)
    except BaseException:
        if aside.exists() and not target.exists():
            aside.rename(target)
        raise
    with suppress(OSError):
        shutil.rmtree(aside)


def write_zip(folder: Path, name: str, day: datetime, stream: BinaryIO) -> None:
    """Pack a folder's files below one folder of a name, the same bytes each time."""
    at = (max(day.year, FIRST_YEAR), *day.timetuple()[1:6])
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for inside in _inside(folder):
            row = zipfile.ZipInfo(f"{name}/{inside}", at)
            row.compress_type, row.create_system = zipfile.ZIP_DEFLATED, 3
            # rw-r--r-- of a plain file, whatever the umask here
            row.external_attr = 0o100644 << 16
            packed.writestr(row, (folder / inside).read_bytes())


