"""File and profile -> what every rule finds in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from progprint.diag import Severity
from progprint.press.preflight.allowance import Allowance
from progprint.press.preflight.colours import PROCESS
from progprint.press.preflight.deeds import read_deeds
from progprint.press.preflight.drawn import Drawn, Picture, Shade
from progprint.press.preflight.fonts import Fonts
from progprint.press.preflight.objects import TooMuch, decoded, entry, is_stream, name
from progprint.press.preflight.opening import bounded, open_file
from progprint.press.preflight.operators import painted
from progprint.press.preflight.plates import Separating
from progprint.press.preflight.rules import FILE_RULES, PAGE_RULES
from progprint.press.preflight.sheet import Sheet, read_sheet
from progprint.press.preflight.symbols import find_symbols
from progprint.press.preflight.types import Finding, Report, fault
from progprint.press.preflight.views import FileRule, FileView, PageRule, PageView
from progprint.press.preflight.xmp import Xmp, read_xmp
from progprint.press.profile import Profile

Progress = Callable[[str, int, int], None]

ORDER = list(Severity)
#: bytes of an XMP packet that are looked at
MOST_XMP = 4_000_000
#: plates that are no inks of their own
NO_INKS = frozenset({*PROCESS, "All", "None"})


def look_through(
    path: Path, profile: Profile, *, whole: bool, first: int | None, progress: Progress | None,
    also: tuple[PageRule | FileRule, ...] = (),
) -> Report:
    """Look at a file by every rule, as `preflight` says; `also`: what else looks at its pages and at it."""
    rules = len(FILE_RULES) + len(PAGE_RULES)
    with bounded():
        pdf, refused = open_file(path)
        if refused is not None:
            return Report(0, (refused,), rules)
        with pdf:
            labels = _labels(pdf)
            if first is None:
                own = labels.get(1, "1" if whole else "")
                first = 1 if whole else int(own) if own.isdecimal() else 0
            looked = _Looking(pdf, profile, whole, first, also).findings(progress)
            found = (f._replace(label=labels.get(f.page, "")) for f in looked)
            return Report(len(pdf.pages), tuple(sorted(found, key=_place)), rules)


def _labels(pdf: Any) -> dict[int, str]:
    """What a file calls its pages, by their number in it; nothing where it says nothing that can be read."""
    import pikepdf

    if entry(pdf.Root, "/PageLabels") is None:
        return {}
    try:
        return {number: page.label for number, page in enumerate(pdf.pages, 1)}
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError, LookupError):
        return {}


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.page, ORDER.index(finding.severity), finding.code


class _Looking:
    """One file under the rules."""

    def __init__(
        self, pdf: Any, profile: Profile, whole: bool, first: int, also: tuple[PageRule | FileRule, ...]
    ) -> None:
        self.pdf, self.profile, self.whole, self.first = pdf, profile, whole, first
        self.page_rules = (*PAGE_RULES, *(rule for rule in also if isinstance(rule, PageRule)))
        self.file_rules = (*FILE_RULES, *(rule for rule in also if isinstance(rule, FileRule)))
        self.fonts = Fonts()
        self.allowance = Allowance()
        self.separating = Separating(pdf.Root, profile)
        self.spots: dict[str, int] = {}
        preferences = entry(pdf.Root, "/ViewerPreferences")
        #: bound on the right
        self.rightwards = name(entry(preferences, "/Direction")) == "/R2L"

    def findings(self, progress: Progress | None) -> Iterator[Finding]:
        sheets = []
        count = len(self.pdf.pages)
        for number, page in enumerate(self.pdf.pages, 1):
            try:
                sheet = read_sheet(page.obj, number)
            except Exception as wrong:
                yield _stumbled("the page cannot be read", wrong, number)
                continue
            sheets.append(sheet)
            yield from self._page(sheet)
            if progress is not None:
                progress("preflight", number, count)
        try:
            view = self._view(tuple(sheets))
        except Exception as wrong:
            yield _stumbled("the file cannot be looked through", wrong, 0)
            return
        for rule in self.file_rules:
            yield from self._tried(rule.find, view, 0)

    def _page(self, sheet: Sheet) -> Iterator[Finding]:
        try:
            marks, notes = painted(
                sheet.source, sheet.matrix, sheet.media, (self.fonts, sheet.number), self.allowance
            )
            symbols = find_symbols(marks)
        except TooMuch as much:
            yield fault("too-much", f"{much}: what this page paints was not judged", sheet.number)
            return
        except Exception as wrong:
            # of a file that is made to harm, what reads it may say anything; no word of it is "fine"
            yield _stumbled("what the page paints cannot be read", wrong, sheet.number)
            return
        for mark in marks:
            for ink in _inks(mark):
                if ink not in NO_INKS:
                    self.spots.setdefault(ink, sheet.number)
        folded = self._fold_left(sheet.number)
        view = PageView(self.profile, sheet, marks, notes, folded, self.separating, symbols)
        for rule in self.page_rules:
            yield from self._tried(rule.find, view, sheet.number)

    def _tried(self, find: Callable[[Any], Iterator[Finding]], view: Any, page: int) -> Iterator[Finding]:
        """A rule that stumbles over what a file holds says so: silence would be a wrong "fine"."""
        try:
            yield from list(find(view))
        except Exception as wrong:
            yield _stumbled("a rule could not be applied to what is here", wrong, page)

    def _fold_left(self, number: int) -> bool | None:
        """The first page is a right-hand one, or in a book that is bound on the right a left-hand one."""
        single = self.whole and len(self.pdf.pages) == 1
        if self.profile.limits.pages.multiple == 1 or single or not self.first:
            return None
        return ((number + self.first - 1) % 2 == 1) != self.rightwards

    def _view(self, sheets: tuple[Sheet, ...]) -> FileView:
        pdf = self.pdf
        catalog = name(entry(pdf.Root, "/Version")).removeprefix("/")
        return FileView(
            profile=self.profile,
            root=pdf.Root,
            info=pdf.trailer.get("/Info"),
            trailer=pdf.trailer,
            version=max(pdf.pdf_version, catalog),
            encrypted=bool(pdf.is_encrypted),
            mended=tuple(" ".join(str(w).split())[-120:] for w in pdf.get_warnings()),
            xmp=self._xmp(),
            deeds=read_deeds(pdf.Root, (sheet.source for sheet in sheets)),
            sheets=sheets,
            fonts=tuple(self.fonts.used.values()),
            spots=tuple(self.spots.items()),
            whole=self.whole,
        )

    def _xmp(self) -> Xmp:
        packet = entry(self.pdf.Root, "/Metadata")
        if not is_stream(packet):
            return Xmp()
        try:
            return read_xmp(decoded(packet, MOST_XMP))
        except (TooMuch, ValueError, RuntimeError) as wrong:
            return Xmp(fault=str(wrong)[:80])


def _stumbled(what: str, wrong: Exception, page: int) -> Finding:
    reason = " ".join(str(wrong).split())[-120:] or type(wrong).__name__
    return fault("damaged-page", f"{what}: {reason}", page)


def _inks(mark: Drawn) -> Iterator[str]:
    yield from (plate for plate, _ in mark.colour.plates if mark.colour.kind == "spot")
    if isinstance(mark, Picture | Shade):
        yield from mark.space.under.inks
