"""A file is written whole or not at all: the old one stays until the new one is on the disk."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def written_whole(file: Path) -> Iterator[BinaryIO]:
    """Open a file beside `file` that takes its place when all went well, and vanishes otherwise.

    Raises OSError, which names `file`. A symbolic link stays one: the file it leads to is replaced.
    """
    target = Path(os.path.realpath(file))
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        # "x": the process's umask gives the permissions, as for any new file
        with beside.open("xb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(FileNotFoundError):
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException as fault:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        # a full disk names no file, and nobody has heard of the one beside
        if isinstance(fault, OSError) and fault.filename in (None, str(beside)):
            fault.filename = str(file)
        raise
