"""Sections + masters -> each section with the master of its room, and masters made for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from progprint.design.forms import Faults
from progprint.design.masters import check_side
from progprint.design.types import Frame, Master, PageSpec, SectionSpec
from progprint.diag import Diagnostic, Severity
from progprint.source import error

#: kinds whose text stands in one block: no other may take its place
_BODY = frozenset(
    ("imprint", "contents", "text", "schedule", "venues", "key", "together", "index", "run-sheet", "day-grid")
)
#: kinds that stand in a block of their own
_OTHERS = {"sponsors": frozenset(("body", "sponsors")), "advertisement": frozenset(("advertisement",))}
#: what is told of a film; one of them must have a frame
_TOLD = frozenset(("title", "fact-line", "credits", "cast", "review", "life", "screenings"))


def masters_for_rooms(
    masters: dict[str, Master], sections: Sequence[SectionSpec], page: PageSpec, faults: Faults
) -> tuple[dict[str, Master], tuple[SectionSpec, ...]]:
    """Choose `film-page` for `film` in a room of one page; else put both sides' frames on one page.

    Reports sections of whose text their master prints nothing.
    """
    masters, chosen = dict(masters), []
    for spec in sections:
        name = _for_room(spec, masters, page, faults)
        spec = spec if name == spec.master else replace(spec, master=name)
        _check_printed(spec, masters, faults)
        _check_room(spec, faults)
        chosen.append(spec)
    return masters, tuple(chosen)


def _for_room(spec: SectionSpec, masters: dict[str, Master], page: PageSpec, faults: Faults) -> str:
    """The name of the section's master in its room; one that is made is added."""
    room, base = str(spec.options.get("room", "")), spec.master
    name = f"{base}-{room}"
    if room and name in masters:
        return name
    master = masters.get(base)
    if master is None or room not in ("page", "any") or master.verso == master.recto:
        return base
    frames = _on_one_page(master)
    check_side(frames, page, faults)
    masters[name] = replace(master, name=name, verso=frames, recto=frames)
    if f"{base}-more" in masters:
        masters[f"{name}-more"] = masters[f"{base}-more"]
    return name


def _on_one_page(master: Master) -> tuple[Frame, ...]:
    """The verso's frames, then those of the recto that hold something else."""
    here = {block for frame in master.verso for block in frame.blocks}
    names = {frame.name for frame in master.verso}
    frames = list(master.verso)
    for frame in master.recto:
        blocks = tuple(block for block in frame.blocks if block not in here)
        if blocks:
            name = f"{frame.name}-recto" if frame.name in names else frame.name
            frames.append(frame._replace(name=name, blocks=blocks))
    return tuple(frames)


def _check_room(spec: SectionSpec, faults: Faults) -> None:
    """Report a room that what else is asked for does not leave."""
    room, options = spec.options.get("room"), spec.options
    if room == "page" and options.get("languages") == "facing":
        message = "`languages: facing` needs two pages that face each other, `room: page` gives one"
        faults.append(error("contradictory-room", message, spec.source, "write `room: spread`"))
    if room in ("page", "any") and options.get("binding-side") and not options.get("page-master"):
        message = f"`binding-side` says where a spread begins, and `room: {room}` gives none"
        hint = "`start: verso` says on which side the first page falls"
        faults.append(Diagnostic(Severity.WARNING, "contradictory-room", message, spec.source, hint))


def _check_printed(spec: SectionSpec, masters: dict[str, Master], faults: Faults) -> None:
    master = masters.get(spec.master)
    if master is None or not (master.verso or master.recto):
        return
    told = spec.kind == "films" and spec.options.get("as") != "list"
    body = frozenset(("body",)) if spec.kind in {*_BODY, "films"} else frozenset()
    wanted = _TOLD if told else _OTHERS.get(spec.kind, body)
    blocks = {block for frame in (*master.verso, *master.recto) for block in frame.blocks}
    if wanted and not wanted & blocks:
        what = "what is told of a film" if told else "the text"
        message = f"master `{spec.master}` has no frame for {what} of section `{spec.kind}`"
        hint = "give it a frame with `blocks: [title, review, ..]`, or name another `master`"
        hint = hint if told else "give it a frame with `blocks: [body]`, or name another"
        faults.append(Diagnostic(Severity.WARNING, "no-frame", message, spec.source, hint))
