"""Two PDF files -> page by page what is the same, changed, new, gone or moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from progprint.geom import Rect
from progprint.images import Bitmap, alike, changed_regions
from progprint.pdf import PdfPages, opened_pdf
from progprint.proofs.align import Match, Sheet, align
from progprint.proofs.words import Change, changed_words, words_of

#: at which pages are compared: the stroke of a hairline is still half a pixel
DPI = 100
#: for pages without words: what a page shows at a glance
GLANCE_DPI = 18
#: told after each page: (what, done, of)
Progress = Callable[[str, int, int], None]
#: how far from a page's head or foot a changed folio may stand, as a share of its height
EDGE = 0.1

SAME, RENUMBERED, CHANGED, ADDED, REMOVED = "same", "renumbered", "changed", "added", "removed"


class PageChange(NamedTuple):
    """One page of both books, or of one."""

    #: same, renumbered (only its folio), changed, added, removed
    status: str
    moved: bool
    #: page numbers from 1 and folios; 0 and empty where the book has no such page
    old: tuple[int, str]
    new: tuple[int, str]
    #: changed places in shares of the page's width and height
    regions: tuple[Rect, ...] = ()
    words: tuple[Change, ...] = ()


class Comparison(NamedTuple):
    old: Path
    new: Path
    pages: tuple[PageChange, ...]

    @property
    def differs(self) -> bool:
        return any(page.status != SAME or page.moved for page in self.pages)

    def counts(self) -> Counter[str]:
        """How many pages are what."""
        found = Counter(page.status for page in self.pages)
        found["moved"] = sum(page.moved for page in self.pages)
        return found


class _Book(NamedTuple):
    pages: PdfPages
    texts: tuple[list[str], ...]
    sheets: tuple[Sheet, ...]


def compare_files(old: Path, new: Path, progress: Progress | None = None) -> Comparison:
    """Compare two PDFs. Raises BadInput with `wrong-use-pdf` for a file that cannot be read."""
    with opened_pdf(old) as one, opened_pdf(new) as other:
        books = _book(one), _book(other)
        matches = align(books[0].sheets, books[1].sheets, _at_a_glance(one, other))
        pages = []
        for number, match in enumerate(matches, 1):
            pages.append(_compared(match, *books))
            if progress is not None:
                progress("comparing", number, len(matches))
        return Comparison(old, new, tuple(pages))


def _book(pages: PdfPages) -> _Book:
    texts = tuple(words_of(pages.text(number)) for number in range(len(pages)))
    return _Book(pages, texts, tuple(_sheet(pages, number, words) for number, words in enumerate(texts)))


def _sheet(pages: PdfPages, number: int, words: list[str]) -> Sheet:
    named = [word for word in words if not word.isdecimal()]
    content = " ".join(named).encode("utf-8", "replace") or pages.picture(number, GLANCE_DPI).pixels
    return Sheet(frozenset(named), blake2b(content, digest_size=16).hexdigest())


def _at_a_glance(old: PdfPages, new: PdfPages) -> Callable[[int, int], float]:
    """How alike two pages look; each is drawn once."""
    seen: dict[tuple[bool, int], Bitmap] = {}

    def glance(pages: PdfPages, number: int) -> Bitmap:
        key = (pages is new, number)
        if key not in seen:
            seen[key] = pages.picture(number, GLANCE_DPI)
        return seen[key]

    return lambda one, other: alike(glance(old, one), glance(new, other))


def _compared(match: Match, old: _Book, new: _Book) -> PageChange:
    here, there = _called(old, match.old), _called(new, match.new)
    if match.old is None or match.new is None:
        return PageChange(ADDED if match.old is None else REMOVED, False, here, there)
    regions = changed_regions(old.pages.picture(match.old, DPI), new.pages.picture(match.new, DPI))
    words = tuple(changed_words(old.texts[match.old], new.texts[match.new]))
    status = CHANGED if regions or words else SAME
    if status == CHANGED and _only_folio(here, there, words, regions):
        status = RENUMBERED
    return PageChange(status, match.moved, here, there, regions, words)


def _called(book: _Book, number: int | None) -> tuple[int, str]:
    return (0, "") if number is None else (number + 1, book.pages.label(number))


def _only_folio(
    old: tuple[int, str], new: tuple[int, str], words: tuple[Change, ...], regions: tuple[Rect, ...]
) -> bool:
    """Whether nothing changed but the page's own number, at its head or foot."""
    if not words or not all(region.bottom < EDGE or region.y > 1 - EDGE for region in regions):
        return False
    return all(_is_number(c.removed, old) and _is_number(c.added, new) for c in words)


def _is_number(text: str, page: tuple[int, str]) -> bool:
    return text in (str(page[0]), page[1])


def pictured(comparison: Comparison) -> Iterator[tuple[PageChange, Bitmap | None, Bitmap | None]]:
    """Each page that is not the same, as it was and as it is."""
    with opened_pdf(comparison.old) as old, opened_pdf(comparison.new) as new:
        for page in comparison.pages:
            if page.status not in (SAME, RENUMBERED) or page.moved:
                yield page, _picture(old, page.old[0]), _picture(new, page.new[0])


def _picture(pages: PdfPages, number: int) -> Bitmap | None:
    return pages.picture(number - 1, DPI) if number else None
