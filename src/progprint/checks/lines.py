"""Booklet -> findings about lines that stand badly: widows, orphans, runts, hyphens over a column, kinsoku.

They are read from the pages as printed, not from what make-up believes it did.
"""

from __future__ import annotations

from collections.abc import Iterator

from progprint.design import resolve_style
from progprint.design.types import Design
from progprint.diag import Diagnostic, Severity
from progprint.pages.types import Booklet, Page, TextMark

#: marks no line begins with, however loose the style (JLREQ 3.1.7; CLREQ,
#: "Prohibition Rules for Line Start and Line End")
NO_START = frozenset("、。，．！？：；）」』】》〉〕｝］")
#: marks no line ends with
NO_END = frozenset("（「『【《〈〔｛［")
#: a last line shorter than this is a runt, in em (W3C jlreq #57)
RUNT_EM = 2.0


def check_lines(booklet: Booklet, design: Design) -> Iterator[Diagnostic]:
    """Find every line that stands badly in its paragraph or column."""
    for page in booklet.pages:
        marks = [mark for mark in page.body if isinstance(mark, TextMark)]
        for before, mark, after in zip([None, *marks], marks, [*marks[1:], None], strict=False):
            if mark.line[1] > 1:
                yield from _parted(before, mark, after, page)
                yield from _forbidden(before, mark, page)
                yield from _runt(mark, page, design)


def goes_on(mark: TextMark | None, after: TextMark | None) -> bool:
    """Whether `after` is the next line of the same paragraph in the same column."""
    if mark is None or after is None:
        return False
    (number, of), (following, others) = mark.line, after.line
    further = after.at.x < mark.at.x if mark.turn else after.at.y > mark.at.y
    return further and (following, others, after.style) == (number + 1, of, mark.style)


def _parted(
    before: TextMark | None, mark: TextMark, after: TextMark | None, page: Page
) -> Iterator[Diagnostic]:
    number, of = mark.line
    shown = _shown(mark)
    if number == of and not goes_on(before, mark):
        message = f"the last line of a paragraph stands alone at a column's head on {_where(page)}: {shown}"
        yield Diagnostic(Severity.WARNING, "widow", message, mark.source)
    if number == 1 and not goes_on(mark, after):
        message = f"the first line of a paragraph stands alone at a column's foot on {_where(page)}: {shown}"
        yield Diagnostic(Severity.WARNING, "orphan", message, mark.source)
    if number < of and mark.reason == "hyphen" and not goes_on(mark, after):
        message = f"a word is divided over the end of a column on {_where(page)}: {shown}"
        yield Diagnostic(Severity.INFO, "hyphen-over-page", message, mark.source)


def _forbidden(before: TextMark | None, mark: TextMark, page: Page) -> Iterator[Diagnostic]:
    number, of = mark.line
    written = before is not None and goes_on(before, mark) and before.reason == "forced"
    if number > 1 and not written and mark.text[:1] in NO_START:
        message = f"a line on {_where(page)} begins with `{mark.text[0]}`: {_shown(mark)}"
        yield Diagnostic(Severity.WARNING, "kinsoku", message, mark.source)
    if number < of and mark.reason != "forced" and mark.text[-1:] in NO_END:
        message = f"a line on {_where(page)} ends with `{mark.text[-1]}`: {_shown(mark)}"
        yield Diagnostic(Severity.WARNING, "kinsoku", message, mark.source)


def _runt(mark: TextMark, page: Page, design: Design) -> Iterator[Diagnostic]:
    number, of = mark.line
    if number < of or not mark.pieces:
        return
    style = resolve_style(design, mark.style, mark.lang)
    width = mark.pieces[-1].x + mark.pieces[-1].width - mark.pieces[0].x
    if style.align == "justify" and width < RUNT_EM * style.size - 0.01:
        message = f"a paragraph on {_where(page)} ends in a line of {width / style.size:.1f} em: {mark.text}"
        yield Diagnostic(Severity.INFO, "runt", message, mark.source)


def _where(page: Page) -> str:
    return f"page {page.folio or page.number}"


def _shown(mark: TextMark) -> str:
    return mark.text if len(mark.text) <= 40 else f"{mark.text[:24]} … {mark.text[-12:]}"
