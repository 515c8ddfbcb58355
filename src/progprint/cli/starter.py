"""An empty folder -> a small festival to start from."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath


def starter_files() -> Iterator[tuple[PurePosixPath, Traversable]]:
    """Every file of the starter festival with its path inside it."""
    def walk(folder: Traversable, inside: PurePosixPath) -> Iterator[tuple[PurePosixPath, Traversable]]:
        for entry in sorted(folder.iterdir(), key=lambda e: e.name):
            if entry.is_dir():
                yield from walk(entry, inside / entry.name)
            else:
                yield inside / entry.name, entry

    return walk(files("progprint") / "data" / "starter", PurePosixPath())


def is_free(folder: Path) -> bool:
    """Not there, or an empty folder."""
    return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))


def write_starter(folder: Path, more: Mapping[str, bytes]) -> int:
    """Write the starter and more files by their paths, whole or not at all; give the number of files.

    Raises OSError with the path that refused.
    """
    starter = {str(inside): entry.read_bytes() for inside, entry in starter_files()}
    return write_files(folder, starter | dict(more))


def write_files(folder: Path, files: Mapping[str, bytes]) -> int:
    """Write files by their paths into a folder, all or none; give their number. Raises OSError."""
    made: list[Path] = []
    was_there = folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for inside, content in files.items():
            target = folder / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            made.append(target)
            write_file(target, content)
    except OSError:
        remove(made, folder)
        if not was_there:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    return len(made)


def write_file(target: Path, content: bytes) -> None:
    """Like write_bytes, but a full disk is reported with the file's name."""
    try:
        target.write_bytes(content)
    except OSError as fault:
        raise OSError(fault.errno, fault.strerror, str(target)) from fault


def remove(made: list[Path], folder: Path) -> None:
    """Take back a copy that failed half-way: only files written here and folders left empty by that."""
    with contextlib.suppress(OSError):
        for file in made:
            file.unlink(missing_ok=True)
        inner = {parent for file in made for parent in file.parents if folder in parent.parents}
        for each in sorted(inner, reverse=True):
            each.rmdir()
