"""Comparison -> lines for people, or values for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from progprint.proofs.compare import ADDED, CHANGED, REMOVED, RENUMBERED, SAME, Comparison, PageChange
from progprint.proofs.words import Change

#: changes of one page that are shown on the terminal
SHOWN = 6


def lines_of(comparison: Comparison) -> Iterator[str]:
    """What changed, a line for each page and for each change in its words; then the sum."""
    for page in comparison.pages:
        if page.status in (CHANGED, ADDED, REMOVED) or page.moved:
            yield f"{name_of(page)}: {what_of(page)}"
            yield from (f"  {_shown(change)}" for change in page.words[:SHOWN])
            if len(page.words) > SHOWN:
                yield f"  and {len(page.words) - SHOWN} more"
    yield sum_of(comparison)


def sum_of(comparison: Comparison) -> str:
    """`84 pages: 79 the same, 3 changed, 2 added`."""
    counts = comparison.counts()
    words = ((SAME, "the same"), (RENUMBERED, "with another folio"), (CHANGED, "changed"), (ADDED, "added"),
             (REMOVED, "removed"), ("moved", "moved"))
    said = ", ".join(f"{counts[key]} {word}" for key, word in words if counts[key])
    return f"{len(comparison.pages)} page{'s' * (len(comparison.pages) != 1)}: {said}"


def name_of(page: PageChange) -> str:
    """`page 12`, or `page 12 (was 10)`; by its folio."""
    if not page.new[0]:
        return f"page {page.old[1]} of the old file"
    was = f" (was {page.old[1]})" if page.old[0] and page.old[1] != page.new[1] else ""
    return f"page {page.new[1]}{was}"


def what_of(page: PageChange) -> str:
    """What became of a page."""
    if page.status in (ADDED, REMOVED):
        return page.status
    said = ["moved"] if page.moved else []
    if page.status == RENUMBERED:
        said.append("another folio")
    elif page.words:
        said.append(f"{len(page.words)} change{'s' * (len(page.words) != 1)} in its words")
    elif page.status == CHANGED:
        many = len(page.regions) != 1
        places = f"{len(page.regions)} places that look" if many else "1 place that looks"
        said.append(f"the same words, {places} different")
    return ", ".join(said)


def _shown(change: Change) -> str:
    taken = f"[-{change.removed}-]" if change.removed else ""
    put = f"{{+{change.added}+}}" if change.added else ""
    before = f"… {change.before} " if change.before else ""
    after = f" {change.after} …" if change.after else ""
    return f"{before}{taken}{put}{after}"


def as_json_object(comparison: Comparison) -> dict[str, object]:
    """All pages but those that are the same; regions as left, top, width, height in shares of the page."""
    return {
        "old": str(comparison.old),
        "new": str(comparison.new),
        "differs": comparison.differs,
        "counts": dict(comparison.counts()),
        "pages": [_page(page) for page in comparison.pages if page.status != SAME or page.moved],
    }


def _page(page: PageChange) -> dict[str, object]:
    return {
        "status": page.status,
        "moved": page.moved,
        "old": _place(page.old),
        "new": _place(page.new),
        "regions": [[round(value, 4) for value in region] for region in page.regions],
        "words": [change._asdict() for change in page.words],
    }


def _place(page: Sequence[int | str]) -> dict[str, int | str] | None:
    return {"page": page[0], "folio": page[1]} if page[0] else None
