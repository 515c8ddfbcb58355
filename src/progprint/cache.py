"""Content hash -> bytes, kept between builds: what was done once is not done twice."""

from __future__ import annotations

from typing import Protocol


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
