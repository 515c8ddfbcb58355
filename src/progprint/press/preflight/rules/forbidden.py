"""What no file for a press may hold."""

from __future__ import annotations

from collections.abc import Iterator

from progprint.press.preflight.deeds import MOST_LOOKED_AT
from progprint.press.preflight.matrices import around, corners, ring
from progprint.press.preflight.objects import array, entry, name, numbers
from progprint.press.preflight.types import Finding, doubt, fault, not_checked
from progprint.press.preflight.views import FileRule, FileView, PageRule, PageView, meets

#: actions that change, send, start or play something
ACTS = frozenset(
    {"/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/Rendition", "/Movie", "/Sound", "/SetOCGState",
     "/RichMediaExecute", "/GoTo3DView", "/GoToE", "/Hide", "/Trans"}
)  # fmt: skip
#: annotations that are the press's own (ISO 32000-1, 14.11)
PRESS_OWN = frozenset({"/PrinterMark", "/TrapNet"})


def scripts(file: FileView) -> Iterator[Finding]:
    """Nothing in the file acts: a script can change what is printed after it was approved."""
    if file.deeds.script:
        yield fault("javascript", "the file holds JavaScript")
    if file.deeds.kinds & ACTS:
        yield fault("actions", "the file holds actions that start programs, send or play something")
    if not file.deeds.whole:
        message = f"more than {MOST_LOOKED_AT} objects hang on the catalog; not all were looked at"
        yield fault("too-much", message)


def forms(file: FileView) -> Iterator[Finding]:
    """There are no form fields: what is typed into one changes the page."""
    form = entry(file.root, "/AcroForm")
    if array(entry(form, "/Fields")) or entry(form, "/XFA") is not None:
        yield fault("form-fields", "the file has form fields", hint="flatten them")


def attachments(file: FileView) -> Iterator[Finding]:
    """No files are attached: a shop cannot know whether they are part of the job."""
    if file.deeds.attached:
        yield fault("embedded-files", "other files are attached to it")


def layers(file: FileView) -> Iterator[Finding]:
    """There are no layers: which of them print is decided by the reader, not by the file."""
    if array(entry(entry(file.root, "/OCProperties"), "/OCGs")):
        yield fault("layers", "the file has layers that can be switched", hint="flatten them")


def notes_on_page(page: PageView) -> Iterator[Finding]:
    """Annotations stand wholly outside the bleed: a link or note inside may print (ISO 15930-7)."""
    places = []
    for note in array(entry(page.sheet.source, "/Annots")):
        values = numbers(entry(note, "/Rect"))
        if name(entry(note, "/Subtype")) in PRESS_OWN:
            continue
        if len(values) != 4 or not all(abs(value) < 1e6 for value in values):
            # a reader may show it anywhere
            places.append(page.sheet.cut)
            continue
        left, foot, right, head = values
        box = around([ring(page.sheet.matrix, corners(left, foot, right - left, head - foot))])
        if meets(box, page.sheet.printed):
            places.append(box)
    if places:
        yield fault(
            "annotations",
            "links, notes or other annotations stand on the page",
            page.number,
            tuple(places),
            "make the file for print without links",
        )


def postscript(page: PageView) -> Iterator[Finding]:
    """No PostScript stands in the page: most presses no longer run it, and leave it out."""
    if page.noted("postscript"):
        yield fault("postscript", "a piece of PostScript stands in the page", page.number)


def outside(page: PageView) -> Iterator[Finding]:
    """Nothing is fetched from elsewhere, nor another picture printed than is seen:
    the shop does not have the file it is in (OPI, references, alternates).
    """
    for what in page.noted("opi"):
        yield fault("outside-file", what, page.number)


def missing(page: PageView) -> Iterator[Finding]:
    """What a page names is in the file: without it something is not printed, or not as it was meant."""
    found = page.noted("missing")
    if found:
        more = f", and {len(found) - 1} more" if len(found) > 1 else ""
        yield fault("missing", f"not in the file: {found[0][:80]}{more}", page.number)


def layers_on_page(page: PageView) -> Iterator[Finding]:
    """There are no layers on a page."""
    if page.noted("layer"):
        yield fault("layers", "what this page paints can be switched off", page.number, hint="flatten it")


def transfer(page: PageView) -> Iterator[Finding]:
    """There are no transfer curves: they are of another press, and change every tone."""
    if page.noted("transfer"):
        yield fault("transfer-curve", "transfer curves change the tones of this page", page.number)


def transparency(page: PageView) -> Iterator[Finding]:
    """PDF/X-1a knows no transparency;
    in PDF/X-4 it is mixed in the press's inks, not in the screen's colours.
    """
    found = page.noted("transparency")
    spaces = [space for space in page.noted("group") if space not in ("cmyk", "icc-cmyk", "gray")]
    if found and page.profile.standard == "pdf-x-1a":
        yield fault(
            "transparency",
            f"the page lets something show through: {found[0]}",
            page.number,
            hint="flatten it, or ask the shop for PDF/X-4",
        )
    elif spaces:
        yield fault("group-space", "transparency is mixed in RGB, not in the press's inks", page.number)


def loops(page: PageView) -> Iterator[Finding]:
    """No form paints itself: a press would never end, or leave it out."""
    if page.noted("loop"):
        yield fault("form-loop", "a form paints itself", page.number)


def operators(page: PageView) -> Iterator[Finding]:
    """Every operator is known and has its operands: what a reader makes of one that has not is a guess."""
    wrong = page.noted("bad-operator")
    if wrong:
        yield doubt("bad-operator", f"the operator {wrong[0]}", page.number)


def tiles(page: PageView) -> Iterator[Finding]:
    """What could not be looked at is said: tiles are looked at once each, not where they meet."""
    if page.noted("pattern"):
        yield not_checked("a tiled pattern: the places of its lines and text", page.number)


FORBIDDEN = (
    FileRule(("javascript", "actions"), scripts),
    FileRule(("form-fields",), forms),
    FileRule(("embedded-files",), attachments),
    FileRule(("layers",), layers),
)
FORBIDDEN_ON_PAGES = (
    PageRule(("annotations",), notes_on_page),
    PageRule(("postscript",), postscript),
    PageRule(("outside-file",), outside),
    PageRule(("missing",), missing),
    PageRule(("layers",), layers_on_page),
    PageRule(("transfer-curve",), transfer),
    PageRule(("transparency", "group-space"), transparency),
    PageRule(("form-loop",), loops),
    PageRule(("bad-operator",), operators),
    PageRule(("not-checked",), tiles),
)
