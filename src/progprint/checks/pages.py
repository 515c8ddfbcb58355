"""Booklet -> findings about what type could not do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from progprint.design.types import Design
from progprint.diag import Diagnostic, Severity
from progprint.lines.types import Fault
from progprint.pages.types import Booklet, CodeMark, Page

#: a module smaller than this is not read from paper (facts: QR codes), in points
LEAST_MODULE = 0.33 * 72 / 25.4

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


#: what to ask an advertiser for
_ASK = {
    "advertisement-size": "ask for the size that was sold; it is never scaled",
    "advertisement-bleed": "ask for one with bleed; a white edge may show after cutting",
}

#: what a frame could not do
_FRAMES = {
    "keep-broken": "had to part lines that should stay together",
    "frame-room": "has no room for its least height, and stands over what is below",
}


def check_pages(booklet: Booklet, design: Design) -> Iterator[Diagnostic]:
    """Put every fault that making up met into words."""
    for page in booklet.pages:
        seen: Counter[Fault] = Counter(page.faults)
        # what a font lacks is told once a book, by `check_fonts`
        for fault in (each for each in seen if each.code != "font-feature"):
            yield _worded(fault, page, design)
        yield from _small_codes(page)
    for fault in booklet.faults:
        yield Diagnostic(INFO, fault.code, fault.detail, fault.source)


def _worded(fault: Fault, page: Page, design: Design) -> Diagnostic:
    where = f"page {page.folio or page.number}"
    code, detail, source = fault.code, fault.detail, fault.source
    match code:
        case "missing-glyph":
            points = " ".join(f"U+{ord(c):04X}" for c in detail)
            message = f"no font of the layout has `{detail}` ({points}), on {where}"
            hint = "name a font that has it in the layout's families"
            return Diagnostic(ERROR, code, message, source, hint)
        case "missing-variant":
            message = f"no font of the layout has the form `{detail}` (U+{ord(detail[-1]):04X}), on {where}"
            hint = f"the usual form of `{detail[0]}` is printed; a font for Japanese has more forms"
            return Diagnostic(WARNING, code, message, source, hint)
        case "overset":
            severity = ERROR if design.overset == "error" else WARNING
            return Diagnostic(severity, code, f"{page.name}: {detail}; it runs on to {where}", source)
        case "cut-short":
            hint = "the section's ladder says so; what is left out is printed nowhere"
            return Diagnostic(WARNING, code, f"{page.name}: {detail}; so that it fits its room", source, hint)
        case "underfill":
            return Diagnostic(INFO, code, f"{page.name} is short of its room: {detail} on {where}", source)
        case "fallback-glyph":
            message = f"{detail} on {where}: the font of its language lacks it, another language's stands in"
            return Diagnostic(WARNING, code, message, source)
        case "loose-line" | "tight-line":
            kind = "loose" if code == "loose-line" else "tight"
            return Diagnostic(WARNING, code, f"a line on {where} is {kind}: {detail}", source)
        case "overfull-line":
            return Diagnostic(WARNING, code, f"a line on {where} is wider than its measure: {detail}", source)
        case "river":
            message = f"white gaps run together through {detail} lines on {where}"
            return Diagnostic(INFO, code, message, source)
        case "ladder":
            message = f"more than {detail} lines in a row end in a hyphen on {where}"
            return Diagnostic(WARNING, code, message, source)
        case "keep-broken" | "frame-room":
            return Diagnostic(WARNING, code, f"frame `{detail}` on {where} {_FRAMES[code]}", source)
        case "make-up-stuck":
            return Diagnostic(
                ERROR,
                code,
                f"{detail} have no frame to go to after {where}",
                source,
                "give the layout a master whose frame takes `rest`",
            )
        case "advertisement-size" | "advertisement-bleed":
            return Diagnostic(WARNING, code, f"{detail}, on {where}", source, _ASK[code])
        case "grid-room":
            return Diagnostic(
                INFO,
                code,
                f"no room for `{detail}` in its slot of the grid on {where}; the list has it",
                source,
            )
        case "reference-lost":
            return Diagnostic(
                WARNING, code, f"`{detail}` is referred to on {where} but stands nowhere", source
            )
        case _:
            return Diagnostic(WARNING, code, f"{detail} ({where})", source)


def _small_codes(page: Page) -> Iterator[Diagnostic]:
    for mark in page.marks:
        if isinstance(mark, CodeMark) and mark.box.width / mark.side < LEAST_MODULE:
            size = mark.box.width / mark.side * 25.4 / 72
            yield Diagnostic(
                ERROR,
                "code-too-small",
                f"the code's modules are {size:.2f} mm; phones need 0.33 mm",
                mark.source,
                "a shorter address makes a coarser code",
            )
