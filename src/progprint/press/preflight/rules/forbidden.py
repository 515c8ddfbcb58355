"""What no file for a press may hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from progprint.press.preflight.matrices import around, corners, ring
from progprint.press.preflight.objects import array, entry, identity, items, name, numbers
from progprint.press.preflight.types import Finding, doubt, fault, not_checked
from progprint.press.preflight.views import FileRule, FileView, PageRule, PageView, meets

#: objects of the catalog that are looked through for what acts
MOST_LOOKED_AT = 50_000
#: annotations that are the press's own (ISO 32000-1, 14.11)
PRESS_OWN = frozenset({"/PrinterMark", "/TrapNet"})
#: keys that lead back up, or to the pages, which are looked at by themselves
BACK = frozenset(
    {"/Parent", "/P", "/Pages", "/Prev", "/Dest", "/StructTreeRoot", "/Metadata", "/OutputIntents"}
)


def _reachable(start: Any) -> Iterator[Any]:
    """Every dictionary that a file's catalog leads to without its pages, each once."""
    seen: set[tuple[int, int]] = set()
    waiting, count = [start], 0
    while waiting and count < MOST_LOOKED_AT:
        here = waiting.pop()
        key = identity(here)
        if key != (0, 0) and key in seen:
            continue
        seen.add(key)
        count += 1
        waiting.extend(array(here))
        rows = dict(items(here))
        if name(rows.get("/Type")) in ("/Page", "/Pages", "/Font"):
            continue
        if rows:
            yield here
            waiting.extend(value for key, value in rows.items() if key not in BACK)


def scripts(file: FileView) -> Iterator[Finding]:
    """Nothing in the file acts: a script can change what is printed after it was approved."""
    kinds = {name(entry(found, "/S")) for found in _reachable(file.root)}
    for sheet in file.sheets:
        kinds |= {name(entry(found, "/S")) for found in _reachable(entry(sheet.source, "/AA"))}
        for note in array(entry(sheet.source, "/Annots")):
            kinds |= {name(entry(entry(note, key), "/S")) for key in ("/A",)}
            kinds |= {name(entry(found, "/S")) for found in _reachable(entry(note, "/AA"))}
    if "/JavaScript" in kinds or entry(entry(file.root, "/Names"), "/JavaScript") is not None:
        yield fault("javascript", "the file holds JavaScript")
    if kinds & {"/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/Rendition", "/Movie", "/Sound"}:
        yield fault("actions", "the file holds actions that start programs, send or play something")


def forms(file: FileView) -> Iterator[Finding]:
    """There are no form fields: what is typed into one changes the page."""
    if array(entry(entry(file.root, "/AcroForm"), "/Fields")):
        yield fault("form-fields", "the file has form fields", hint="flatten them")


def attachments(file: FileView) -> Iterator[Finding]:
    """No files are attached: a shop cannot know whether they are part of the job."""
    if entry(entry(file.root, "/Names"), "/EmbeddedFiles") is not None or array(entry(file.root, "/AF")):
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
        if name(entry(note, "/Subtype")) in PRESS_OWN or len(values) != 4:
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
    """Nothing is fetched from elsewhere: the shop does not have the file it is in (OPI)."""
    if page.noted("opi"):
        yield fault(
            "outside-file", "a picture is to be replaced by a file that is elsewhere (OPI)", page.number
        )


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
    """Every operator has its operands: what a reader makes of one that has not is a guess."""
    wrong = page.noted("bad-operator")
    if wrong:
        yield doubt("bad-operator", f"the operator `{wrong[0]}` lacks its operands", page.number)


def tiles(page: PageView) -> Iterator[Finding]:
    """What could not be looked at is said: tiles are looked at once each, not where they meet."""
    if page.noted("pattern"):
        yield not_checked("a tiled pattern: its ink and the places of its lines and text", page.number)


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
    PageRule(("transfer-curve",), transfer),
    PageRule(("transparency", "group-space"), transparency),
    PageRule(("form-loop",), loops),
    PageRule(("bad-operator",), operators),
    PageRule(("not-checked",), tiles),
)
