"""Content hash -> bytes, kept between builds: what was done once is not done twice."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

#: changed whenever the tables change; a file of another version is thrown away
FORMAT = 1
#: entries not asked for in so many builds are dropped: an editor's afternoon of previews of single pages
BUILDS_KEPT = 40
#: bytes of entries kept; 400 pages with a still each take a quarter
SIZE_KEPT = 400_000_000
#: bytes waiting in memory before they are written ahead of time
WAITING = 16_000_000
#: seconds to wait for another build that is writing
PATIENCE = 2.0

TABLES = f"""
PRAGMA auto_vacuum = FULL;
PRAGMA user_version = {FORMAT};
CREATE TABLE builds (number INTEGER PRIMARY KEY);
CREATE TABLE entries (key TEXT PRIMARY KEY, digest BLOB, size INTEGER, used INTEGER) WITHOUT ROWID;
CREATE TABLE contents (key TEXT PRIMARY KEY, value BLOB);
"""
ASK = "SELECT digest, value FROM entries JOIN contents USING (key) WHERE key = ?"


class Cache(Protocol):
    """Keys name everything the value depends on, engine version included; so a value is never stale."""

    def get(self, key: str) -> bytes | None: ...

    def put(self, key: str, value: bytes) -> None: ...


class NoCache:
    """Remembers nothing."""

    def get(self, key: str) -> bytes | None:
        return None

    def put(self, key: str, value: bytes) -> None:
        return None


class FileCache:
    """Remembers in one SQLite file. Whatever goes wrong with the file, a value is only computed again.

    Safe for builds side by side: values are told apart by content hashes, and who cannot write, does not.
    """

    __slots__ = ("_connection", "_damaged", "_file", "_seen", "_size_kept", "_waiting", "_waiting_size")

    def __init__(self, file: Path, size_kept: int = SIZE_KEPT) -> None:
        self._file = file
        self._size_kept = size_kept
        self._connection = _connect(file)
        self._damaged = False
        self._seen: set[str] = set()
        self._waiting: dict[str, bytes] = {}
        self._waiting_size = 0

    def get(self, key: str) -> bytes | None:
        self._seen.add(key)
        if key in self._waiting:
            return self._waiting[key]
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(ASK, (key,)).fetchone()
        except sqlite3.Error as fault:
            self._note(fault)
            return None
        return row[1] if row and _digest(row[1]) == row[0] else None

    def put(self, key: str, value: bytes) -> None:
        if self._connection is None or len(value) > self._size_kept // 4:
            return
        self._waiting_size += len(value)
        self._waiting[key] = value
        if self._waiting_size > WAITING:
            self._write(None)

    def close(self) -> None:
        """Write what is new, drop what is old. Never raises for a full disk or a folder that is read-only."""
        if self._connection is None:
            return
        self._write(self._size_kept)
        with suppress(sqlite3.Error):
            self._connection.close()
        self._connection = None
        if self._damaged:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)

    def __enter__(self) -> FileCache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _write(self, size_kept: int | None) -> None:
        """One transaction; the last one of a build counts the build and drops old entries."""
        assert self._connection is not None
        connection, waiting = self._connection, self._waiting
        self._waiting, self._waiting_size = {}, 0
        try:
            with connection:
                connection.execute("BEGIN IMMEDIATE")
                build = connection.execute("SELECT coalesce(max(number), 0) FROM builds").fetchone()[0]
                connection.executemany(
                    "REPLACE INTO entries VALUES (?, ?, ?, ?)",
                    ((k, _digest(v), len(v), build + 1) for k, v in waiting.items()),
                )
                connection.executemany("REPLACE INTO contents VALUES (?, ?)", waiting.items())
                if size_kept is not None:
                    _count_build(connection, build + 1, self._seen)
                    _drop_old(connection, build + 1, size_kept)
        except sqlite3.Error as fault:
            self._note(fault)
            with suppress(sqlite3.Error):
                connection.rollback()

    def _note(self, fault: sqlite3.Error) -> None:
        """A damaged file, as against a busy or full one, is thrown away at the end."""
        self._damaged |= not isinstance(fault, sqlite3.OperationalError)


def open_cache(folder: Path) -> FileCache:
    """Open the cache of the project in `folder`, making it if there is none. Never raises."""
    place = folder / ".progprint_cache"
    with suppress(OSError):
        place.mkdir(exist_ok=True)
        ignore = place / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
    return FileCache(place / "drawn.sqlite")


def _digest(value: bytes) -> bytes:
    return blake2b(value, digest_size=16).digest()


def _connect(file: Path) -> sqlite3.Connection | None:
    """A sound file, or a new one in place of a damaged one, or nothing."""
    for _ in range(2):
        try:
            return _opened(file)
        except sqlite3.OperationalError:
            # no folder, not readable, or another build is writing
            return None
        except sqlite3.DatabaseError:
            try:
                file.unlink(missing_ok=True)
            except OSError:
                return None
    return None


def _opened(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    try:
        # a crash may cost the file, never a build: digests are compared, damaged files are made anew
        connection.execute("PRAGMA synchronous = OFF")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0 and not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            connection.executescript(TABLES)
        elif version != FORMAT:
            raise sqlite3.DatabaseError("of another version")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _count_build(connection: sqlite3.Connection, build: int, seen: set[str]) -> None:
    connection.execute("DELETE FROM builds")
    connection.execute("INSERT INTO builds VALUES (?)", (build,))
    used = ((build, key) for key in sorted(seen))
    connection.executemany("UPDATE entries SET used = ? WHERE key = ?", used)


def _drop_old(connection: sqlite3.Connection, build: int, size_kept: int) -> None:
    connection.execute("DELETE FROM entries WHERE used < ?", (build - BUILDS_KEPT,))
    total = connection.execute("SELECT coalesce(sum(size), 0) FROM entries").fetchone()[0]
    if total > size_kept:
        for key, size in connection.execute("SELECT key, size FROM entries ORDER BY used, key").fetchall():
            if total <= size_kept:
                break
            connection.execute("DELETE FROM entries WHERE key = ?", (key,))
            total -= size
    connection.execute("DELETE FROM contents WHERE key NOT IN (SELECT key FROM entries)")
