"""The pages of a file together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from progprint.press.preflight.sheet import Sheet
from progprint.press.preflight.types import Finding, fault
from progprint.press.preflight.views import FileRule, FileView, in_mm


def sizes(file: FileView) -> Iterator[Finding]:
    """All pages have one size: a shop imposes one, and cuts the others wrongly.
    Loose sheets may lie or stand.
    """
    loose = file.profile.limits.pages.multiple == 1
    found = [(sheet, _size(sheet, loose)) for sheet in file.sheets]
    usual = Counter(size for _, size in found).most_common(1)[0][0]
    for sheet, (width, height) in found:
        if _near(width, usual[0]) and _near(height, usual[1]):
            continue
        if _near(width, 2 * usual[0]) and _near(height, usual[1]):
            yield fault(
                "spread",
                "two pages stand side by side in one",
                sheet.number,
                hint="send single pages in reading order",
            )
        else:
            yield fault(
                "page-sizes",
                f"this page is {in_mm(width)} × {in_mm(height)}, the others "
                f"{in_mm(usual[0])} × {in_mm(usual[1])}",
                sheet.number,
            )


def _size(sheet: Sheet, loose: bool) -> tuple[float, float]:
    width, height = round(sheet.cut.width, 1), round(sheet.cut.height, 1)
    return (min(width, height), max(width, height)) if loose else (width, height)


def _near(one: float, other: float) -> bool:
    return abs(one - other) < 0.3


def counts(file: FileView) -> Iterator[Finding]:
    """The number of pages is one that can be bound:
    folded sheets have pages in fours, a spine needs its least.
    """
    limits, count = file.profile.limits.pages, len(file.sheets)
    if not file.whole:
        return
    if count % limits.multiple:
        yield fault(
            "page-count",
            f"the number of pages, {count}, is no multiple of {limits.multiple}",
            hint="add blank pages where the designer wants them; for a cover or some pages say `--part`",
        )
    elif not limits.fewest <= count <= limits.most:
        yield fault("page-count", f"{count} pages are not between {limits.fewest} and {limits.most}")


BOOKS = (
    FileRule(("page-sizes", "spread"), sizes),
    FileRule(("page-count",), counts),
)
