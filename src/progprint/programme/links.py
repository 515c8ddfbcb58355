"""Drafts of shorts programmes and the films -> Shorts whose films all exist, with their length."""

from __future__ import annotations

from dataclasses import replace

from progprint.diag import Diagnostic
from progprint.programme.desk import hint_for
from progprint.programme.shorts import ShortsDraft
from progprint.programme.types import Film, Shorts
from progprint.source import error


def link_shorts(
    drafts: tuple[ShortsDraft, ...], films: tuple[Film, ...]
) -> tuple[tuple[Shorts, ...], tuple[Diagnostic, ...]]:
    """Look up the films of each programme; one that is not there is reported and left out."""
    known = {film.slug: film for film in films}
    faults: list[Diagnostic] = []
    linked = []
    for draft in drafts:
        shorts = draft.shorts
        if shorts.slug in known:
            other = known[shorts.slug].source.file
            message = f"this programme and the film {other} have one name, `{shorts.slug}`"
            faults.append(error("duplicate-entry", message, shorts.source, "rename one of the two files"))
        found: list[Film] = []
        for slug, source in draft.films:
            if slug in known:
                found.append(known[slug])
            else:
                message = f"there is no film `{slug}` in films/"
                faults.append(error("unknown-film", message, source, hint_for(slug, known)))
        slugs = tuple(film.slug for film in found)
        complete = len(found) == len(draft.films)
        length = _length(found, shorts.pauses) if complete else None
        linked.append(replace(shorts, films=slugs, running_time=length))
    return tuple(linked), tuple(faults)


def _length(films: list[Film], pauses: int) -> int | None:
    """Add up the films and the pauses between them; None when a film's length is unknown."""
    total = pauses * max(0, len(films) - 1)
    for film in films:
        if film.running_time is None:
            return None
        total += film.running_time
    return total or None
