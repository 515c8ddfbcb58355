"""Programme, Design and Booklet -> findings about advertisements that stand nowhere, or are not there."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.design.types import Design
from progprint.diag import Diagnostic, Severity
from progprint.images import picture_name
from progprint.pages.types import Booklet, ImageMark
from progprint.programme.types import Programme
from progprint.source import did_you_mean

WARNING = Severity.WARNING


def check_matter(programme: Programme, design: Design, booklet: Booklet) -> Iterator[Diagnostic]:
    """Report advertisements that were sold and are not printed, and keys that a layout asks for in vain."""
    printed = {mark.file for page in booklet.pages for mark in page.marks if isinstance(mark, ImageMark)}
    for each in programme.advertisements:
        if picture_name(f"{programme.folder}/{each.art.file}", each.art.page) not in printed:
            message = f"the advertisement `{each.key}` is printed nowhere"
            hint = f"the layout needs a section `advertisement: {each.key}`"
            if each.position:
                hint += f", or one with `position: {each.position}`"
            yield Diagnostic(WARNING, "advertisement-unprinted", message, each.source, hint)
    yield from _unknown(programme, design)


def _unknown(programme: Programme, design: Design) -> Iterator[Diagnostic]:
    adverts, tiers = [a.key for a in programme.advertisements], [t.key for t in programme.tiers]
    for spec in design.sections:
        name = "key" if spec.kind == "advertisement" else "advertisement"
        asked = [(key, "advertisement", adverts) for key in _keys(spec.options.get(name))]
        walls = [spec.options if spec.kind == "sponsors" else dict(_pairs(spec.options.get("sponsors")))]
        for wall in walls:
            keys = (*_keys(wall.get("select")), *dict(_pairs(wall.get("tiers"))))
            asked += [(key, "tier of sponsors", tiers) for key in keys]
        for key, what, known in asked:
            if known and key not in known:
                near = did_you_mean(key, known)
                hint = f"did you mean `{near}`?" if near else f"there are: {', '.join(known[:12])}"
                message = f"the content has no {what} `{key}`"
                yield Diagnostic(WARNING, "matter-unknown", message, spec.source, hint)


def _keys(found: object) -> tuple[str, ...]:
    return tuple(str(key) for key in found) if isinstance(found, tuple) else ()


def _pairs(found: object) -> tuple[tuple[str, object], ...]:
    return found if isinstance(found, tuple) else ()
