"""Programme, Design and what was made of them -> what the layout asks for and the content does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from progprint.blocks.types import Entry
from progprint.design.types import Design, Frame, Master
from progprint.diag import Diagnostic, Severity
from progprint.programme.types import Programme
from progprint.source import did_you_mean

INFO = Severity.INFO
#: what takes the rest of other frames, and is not made for any entry
_ELSEWHERE = frozenset({"rest", "notes"})


def check_layout(programme: Programme, design: Design, entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    """Report texts, films and sections that are named and not there, and frames that nothing is made for."""
    yield from _texts(programme, design)
    yield from _stills(programme, design)
    masters = _masters(design)
    yield from _conditions(programme, masters)
    yield from _frames(design, masters, tuple(entries))


def _texts(programme: Programme, design: Design) -> Iterator[Diagnostic]:
    slugs = [text.slug for text in programme.texts]
    for spec in design.sections:
        slug = str(spec.options.get("slug", ""))
        if spec.kind == "text" and slug not in slugs:
            near = did_you_mean(slug, slugs)
            file = f"texts/{slug}.{programme.festival.languages[0]}.md"
            hint = f"did you mean `{near}`?" if near else f"it is written in {file}"
            message = f"the content has no text `{slug}`, so that nothing is printed for it"
            yield Diagnostic(INFO, "missing-text", message, spec.source, hint)


def _stills(programme: Programme, design: Design) -> Iterator[Diagnostic]:
    """Films of the cover's band."""
    slugs = [film.slug for film in programme.films]
    for slug in design.makes.cover_band.films:
        film = programme.film(slug)
        if film is None or film.still is None:
            near = did_you_mean(slug, slugs) if film is None else None
            lacks = "there is no film" if film is None else "no still is given of"
            message = f"the cover's band asks for a still, but {lacks} `{slug}`"
            hint = f"did you mean `{near}`?" if near else ""
            yield Diagnostic(INFO, "missing-still", message, design.source, hint)


def _masters(design: Design) -> tuple[Master, ...]:
    """The masters of the layout's sections, each once."""
    names = dict.fromkeys(spec.master for spec in design.sections)
    return tuple(design.masters[name] for name in names if name in design.masters)


def _conditions(programme: Programme, masters: Iterable[Master]) -> Iterator[Diagnostic]:
    """Sections on which blocks stand and that the festival does not have."""
    keys = [section.key for section in programme.festival.sections]
    for frame in _frames_of(masters):
        words = {word for _, condition in frame.conditions for word in (*condition.when, *condition.unless)}
        for word in sorted(words):
            noun, _, key = word.partition(" ")
            if noun == "section" and key not in keys:
                near = did_you_mean(key, keys)
                hint = f"did you mean `{near}`?" if near else ""
                yield Diagnostic(
                    INFO, "unknown-section", f"the festival has no section `{key}`", frame.source, hint
                )


def _frames_of(masters: Iterable[Master]) -> tuple[Frame, ...]:
    """Every frame once: both sides of a master may have the same."""
    frames = {frame.source: frame for master in masters for frame in (*master.verso, *master.recto)}
    return tuple(frames.values())


def _frames(design: Design, masters: Iterable[Master], entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Frames of the layout's own file whose blocks their pages never have, whatever the content says."""
    for master in masters:
        own = [entry for entry in entries if entry.master == master.name]
        made = {name for entry in own for name, _ in entry.parts}
        for frame in _frames_of((master,)):
            if not own or not frame.blocks or frame.source.file != design.source.file:
                continue
            if {*_ELSEWHERE, *made}.isdisjoint(frame.blocks):
                message = f"no block of the frame `{frame.name}` is made for pages of `{master.name}`"
                yield Diagnostic(INFO, "unused-frame", message, frame.source)
