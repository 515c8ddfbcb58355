"""Which rungs each entry was fitted by -> a file beside the layout, and back: it stays as it was."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from progprint.blocks.types import Entry, Pair, Para, Picture, Symbol
from progprint.design import house_folders
from progprint.design.ladder import rungs_of, written
from progprint.design.types import Design, Master, Rung
from progprint.design.values import Wrong
from progprint.diag import NOWHERE, Diagnostic, Severity, Source
from progprint.pages.fitting import Locked
from progprint.pages.types import Booklet
from progprint.source import Mapping as Map
from progprint.source import Node, Scalar, read_yaml
from progprint.source import Sequence as List
from progprint.style import Ink, TextStyle
from progprint.words import Words

HEAD = """\
# What each text was fitted into its room by, so that it looks tomorrow as it does today although the ladder
# or its neighbours change. `progprint build booklet` writes this file, and fits anew what is not in it, what
# says something else than it did (`of`), and what `--refit SLUG` names.
"""


class Kept(NamedTuple):
    """How one entry was fitted."""

    rungs: tuple[Rung, ...]
    #: digest of what it said and of its room
    of: str


class Lock(NamedTuple):
    """A lock file as read."""

    #: name of an entry -> how it was fitted
    kept: Mapping[str, Kept] = {}
    faults: tuple[Diagnostic, ...] = ()


def lock_file(layout: Path, edition: str = "") -> Path:
    """Where a layout's lock lies: beside it when it is of the folder at hand, else in `layouts/` there.

    `edition`: the name of an edition that has its own.
    """
    here, own = Path.cwd(), layout.resolve().parent
    ours = own.is_relative_to(here) and own not in house_folders()
    folder = own.relative_to(here) if ours else Path("layouts")
    return folder / f"{edition or layout.stem}.lock.yaml"


def read_lock(file: Path) -> Lock:
    """Read a lock. What cannot be read is left out and reported: those entries are fitted anew."""
    if not file.is_file():
        return Lock()
    tree, faults = read_yaml(file, file.as_posix())
    # what a person broke by hand, or a merge did, is a nuisance and no reason to print nothing
    found = [_damaged(fault.source, fault.message) for fault in faults]
    kept: dict[str, Kept] = {}
    if tree is not None and not isinstance(tree, Map):
        found.append(_damaged(tree.source, "a map of films was expected"))
    for key, value in tree.items if isinstance(tree, Map) else ():
        one = _kept(value)
        if one is None:
            found.append(_damaged(value.source, f"`{key.text}` does not say by which rungs it was fitted"))
        else:
            kept[key.text] = one
    return Lock(kept, tuple(found))


def _damaged(source: Source, message: str) -> Diagnostic:
    hint = "what it does not say is fitted anew; the next whole build writes the file again"
    return Diagnostic(Severity.WARNING, "lock-damaged", message, source, hint)


def _kept(node: Node) -> Kept | None:
    if not isinstance(node, Map):
        return None
    rungs, of = node.get("fit"), node.get("of")
    if not isinstance(rungs, List) or not isinstance(of, Scalar):
        return None
    read: list[Rung] = []
    for rung in rungs.items:
        got = rungs_of(rung.text) if isinstance(rung, Scalar) else Wrong("")
        if isinstance(got, Wrong):
            return None
        read += got
    return Kept(tuple(read), of.text)


def lock_of(booklet: Booklet, entries: Iterable[Entry], design: Design) -> dict[str, Kept]:
    """How each fitted entry of a booklet stands in its room; one that exceeds it is free."""
    rungs = {page.name: page.rungs for page in booklet.pages if page.rungs is not None}
    over = {page.name for page in booklet.pages if page.over}
    return {
        entry.name: Kept(rungs[entry.name], digest_of(entry, design))
        for entry in entries
        if entry.name in rungs and is_locked(entry) and entry.name not in over and entry.rungs is None
    }


def is_locked(entry: Entry) -> bool:
    """A text that is edited until it fits is kept as it stands; a title is fitted alike in every build."""
    return entry.ladder is not None and not entry.ladder.display


def lock_text(kept: Mapping[str, Kept]) -> str:
    """The lock as a file: sorted, a line an entry, so that a diff shows what changed."""
    lines = (
        f"{name}: {{fit: [{', '.join(map(written, one.rungs))}], of: {one.of}}}\n"
        for name, one in sorted(kept.items())
    )
    return HEAD + "".join(lines)


def holding(lock: Lock, refit: Collection[str], design: Design) -> Locked:
    """How entries that say what they said are fitted; `refit` frees slugs, or `all`."""

    def known(entry: Entry) -> tuple[Rung, ...] | None:
        kept = lock.kept.get(entry.name)
        free = "all" in refit or entry.name.rpartition("/")[2] in refit
        return None if kept is None or free or kept.of != digest_of(entry, design) else kept.rungs

    return known


# --- what an entry says, and its room ------------------------------------------------------------


def digest_of(entry: Entry, design: Design) -> str:
    """Tell entries apart by what they say, in which type, and by their room.

    Places in files, pictures and colours are no part of it: they move no line.
    """
    digest = blake2b(digest_size=8)
    more = design.masters.get(f"{entry.master}-more")
    page = design.page
    wishes = tuple(wish[:-1] for wish in entry.wishes)
    room = (wishes, page.trim, page.margins, page.columns, page.gutter, page.baseline, entry.room)
    for part in (repr(room), *_frames(design.masters[entry.master]), *_frames(more), *_said(entry.parts)):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()


def _frames(master: Master | None) -> Iterator[str]:
    for frames in (master.verso, master.recto) if master is not None else ():
        yield "frames"
        for frame in frames:
            # a ground sets text in from its edge, whatever its colour
            yield f"{frame.panel is not None} {frame._replace(panel=None, source=NOWHERE)}"


def _said(value: object) -> Iterator[str]:
    """The text of blocks with what decides its lines, and the measures of those that have no text."""
    match value:
        case Para(spans=spans, style=style, notes=notes):
            room = (style.leading, style.indent, style.hanging_indent, style.space_before, style.space_after)
            yield f"{style.align} {room}"
            for words, face, _, ruby, *_ in spans:
                look = f"{face.family} {face.weight} {face.italic} {face.size:g} {face.tracking_em:g}"
                yield f"{words.lang} {look} {ruby.words.text if ruby else ''}\n{words.text}"
            yield from _said(notes)
        case Words(text=text):
            yield text
        case Picture(height=height, caption=caption):
            yield f"{height:g}"
            yield from _said(caption)
        case Symbol(size=size):
            yield f"{size:g}"
        case Source() | Ink() | TextStyle():
            return
        case Pair(more=()):
            # a third language changes what an entry says; that there is none does not
            yield type(value).__name__
            for part in value[:-1]:
                yield from _said(part)
        case tuple():
            yield type(value).__name__
            for part in value:
                yield from _said(part)
        case int() | float():
            yield f"{value:g}"
        case _:
            return
