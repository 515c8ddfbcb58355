"""Bytes of a file and what it is judged by -> the verdict of the last time, if nothing of it has changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache as once
from hashlib import blake2b, file_digest
from importlib.util import find_spec
from pathlib import Path

from progprint.cache import Cache, NoCache
from progprint.diag import Severity
from progprint.geom import Rect
from progprint.images import VERSION as IMAGES
from progprint.press.preflight.types import Finding, Report
from progprint.press.profile import Profile

#: code that decides what is found: the rules, the plates that ink is added up on, boxes and severities
DECIDES = ("press/preflight", "press/ink_names.py", "images", "geom.py", "diag.py")

Progress = Callable[[str, int, int], None]


def preflight(
    path: Path,
    profile: Profile,
    *,
    whole: bool = True,
    first: int | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> Report:
    """Look at a file by every rule. Raises OSError when it is not there, and nothing for what it holds.

    `whole`: all pages of the work are in it, so their number can be judged; `first`: the number of its first
    page in the book, odd on a right-hand page, 0 where nothing is bound; None: 1 of a whole work, else what
    the file calls it. With a cache, a file that was looked at before is not looked at again.
    """
    if cache is None or isinstance(cache, NoCache):
        return _looked_through(path, profile, whole, first, progress)
    key = verdict_key(path, profile, whole, first)
    known = kept_verdict(cache, key)
    if known is not None:
        return known
    report = _looked_through(path, profile, whole, first, progress)
    keep_verdict(cache, key, report)
    return report


def _looked_through(
    path: Path, profile: Profile, whole: bool, first: int | None, progress: Progress | None
) -> Report:
    # a build in which nothing is new needs none of the rules, nor what they read files with
    from progprint.press.preflight.run import look_through

    return look_through(path, profile, whole=whole, first=first, progress=progress)


def verdict_key(path: Path, profile: Profile, whole: bool, first: int | None) -> str:
    """Name everything that a verdict depends on. Raises OSError when the file is not there."""
    icc = profile.intent.icc
    sums = "-" if icc is None else _sum_of(icc)
    # the path too: what a reader has to say of a damaged file may name it
    asked = (engine(), str(path), _sum_of(path), repr(profile), sums, whole, first)
    return f"verdict:{blake2b(repr(asked).encode(), digest_size=16).hexdigest()}"


def _sum_of(path: Path) -> str:
    with path.open("rb") as stream:
        return file_digest(stream, lambda: blake2b(digest_size=16)).hexdigest()


@once
def engine() -> str:
    """Hash of the code that judges, and of what it reads files with: another's verdict is not this one's."""
    package = Path(__file__).parents[2]
    digest = blake2b(IMAGES.encode(), digest_size=16)
    for place in (package / part for part in DECIDES):
        for file in sorted(place.rglob("*.py")) if place.is_dir() else (place,):
            digest.update(f"\0{file.relative_to(package)}\0".encode() + file.read_bytes())
    # asking importlib.metadata, or pikepdf itself, takes longer than all else on this page
    reader = find_spec("pikepdf")
    assert reader is not None and reader.origin is not None
    digest.update(Path(reader.origin).with_name("_version.py").read_bytes())
    return digest.hexdigest()


def kept_verdict(cache: Cache, key: str) -> Report | None:
    """The verdict that is kept; None without one, or when what is kept cannot be read."""
    kept = cache.get(key)
    if kept is None:
        return None
    try:
        pages, rules, rows = json.loads(kept)
        return Report(int(pages), tuple(_finding(*row) for row in rows), int(rules))
    except (ValueError, TypeError):
        return None


def keep_verdict(cache: Cache, key: str, report: Report) -> None:
    """Keep a verdict for the next time."""
    cache.put(key, json.dumps((report.pages, report.rules, report.findings)).encode())


def _finding(
    severity: str, code: str, message: str, page: int, places: list[list[float]], *rest: object
) -> Finding:
    times, hint, label = rest
    boxes = tuple(Rect(*place) for place in places)
    more = int(str(times)), str(hint), str(label)
    return Finding(Severity(severity), str(code), str(message), int(page), boxes, *more)
