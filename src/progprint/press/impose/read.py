"""PDF file -> what its pages have in common, their boxes, and what forbids imposing them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from progprint.diag import BadInput, Diagnostic, Severity, Source
from progprint.pdf.inspect import Boxes, boxes_of
from progprint.press.impose.sizes import SHORTEST, shown
from progprint.press.impose.types import Stock

#: sides that differ by less are one size: producers round millimetres to whole points
SAME_SIZE = 0.75
#: pages of another size that are named before the rest is counted
NAMED = 6


class Opened(NamedTuple):
    """A file that can be imposed."""

    pdf: Any
    stock: Stock
    #: of each page
    boxes: tuple[Boxes, ...]


@contextmanager
def opened(file: Path) -> Iterator[Opened]:
    """Open a file to impose it. Raises BadInput with all that is wrong with it."""
    import pikepdf

    # what it mends it would also print; `warnings_of` words it
    log = logging.getLogger("pikepdf")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    if not file.is_file():
        what = "is a folder" if file.is_dir() else "does not exist"
        raise BadInput((_fault(file, "wrong-use-file", f"the file {what}", "name a PDF file"),))
    with reading(file):
        try:
            pdf = pikepdf.open(file, suppress_warnings=True)
        except pikepdf.PasswordError:
            raise BadInput((_locked(file),)) from None
    with pdf:
        with reading(file):
            if pdf.is_encrypted:
                raise BadInput((_locked(file),))
            boxes = tuple(_boxes(file, pdf))
            faults = tuple(_sizes(file, boxes))
            if faults:
                raise BadInput(faults)
            stock = _stock(pdf, boxes)
        yield Opened(pdf, stock, boxes)


def warnings_of(file: Path, source: Opened) -> Iterator[Diagnostic]:
    """What was lost or guessed on the way; ask when everything has been read."""
    said = source.pdf.get_warnings()
    if said:
        # the first only says that something is wrong
        told = str(said[min(1, len(said) - 1)]).replace(f"{file}: ", "")
        first = " ".join(told.split())[-120:]
        bare = [number for number, page in enumerate(source.pdf.pages, 1) if not _is_drawn(page)]
        empty = f"; {_pages(bare)} came out empty" if bare else ""
        yield Diagnostic(
            Severity.WARNING, "pdf-mended", f"the PDF is damaged and was mended: {first}{empty}",
            Source(str(file)), "look at every page; better ask for the file again",
        )  # fmt: skip
    torn = [] if said else [number for number, page in enumerate(source.pdf.pages, 1) if _is_torn(page)]
    if torn:
        yield Diagnostic(
            Severity.WARNING, "pdf-mended",
            f"the PDF is damaged: {_pages(torn)} may lack what was drawn there, for it is not in the file",
            Source(str(file)), "look at every page; better ask for the file again",
        )  # fmt: skip
    drawn = [number for number, page in enumerate(source.pdf.pages, 1) if any(_is_seen(page))]
    if drawn:
        yield Diagnostic(
            Severity.WARNING, "annotations-left",
            f"{_pages(drawn)}: stamps, notes or form fields stay behind",
            Source(str(file)), "they lie over the page; print the file into a new PDF to make them part",
        )  # fmt: skip


def _pages(numbers: Sequence[int]) -> str:
    more = f" and {len(numbers) - NAMED} more" if len(numbers) > NAMED else ""
    return f"page{'s' * (len(numbers) > 1)} {', '.join(map(str, numbers[:NAMED]))}{more}"


def _is_drawn(page: Any) -> bool:
    """Whether a page has operators at all; a damage often takes them."""
    import pikepdf

    return any(isinstance(part, pikepdf.Stream) for part in _contents(page))


def _is_torn(page: Any) -> bool:
    """Whether something else stands where operators should: readers pass over it in silence."""
    import pikepdf

    return not all(isinstance(part, pikepdf.Stream) for part in _contents(page))


def _contents(page: Any) -> list[Any]:
    import pikepdf

    contents = page.obj.get("/Contents")
    if contents is None:
        return []
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


def _is_seen(page: Any) -> Iterator[bool]:
    """Whether each annotation is printed by other programs: links are not, nor what is hidden."""
    for annotation in page.obj.get("/Annots", []):
        unseen = str(annotation.get("/Subtype")) in ("/Link", "/Popup")
        # bit 2 hides, bit 3 prints (ISO 32000-1, 12.5.3)
        yield not unseen and int(annotation.get("/F", 0)) & 6 == 4 and "/AP" in annotation


@contextmanager
def reading(file: Path) -> Iterator[None]:
    """What the library says of a damaged file, as a finding."""
    try:
        yield
    except OSError:
        raise
    except _what_damage_raises() as fault:
        said = " ".join(str(fault).replace(str(file), file.name).split())[-160:]
        hint = "open it in a viewer and save it anew, or ask for it again"
        raise BadInput((_fault(file, "pdf-damaged", f"the PDF is damaged: {said}", hint),)) from fault


def _what_damage_raises() -> tuple[type[Exception], ...]:
    import pikepdf

    damage = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RuntimeError)
    return (pikepdf.PdfError, *damage)


def _boxes(file: Path, pdf: Any) -> Iterator[Boxes]:
    for number, page in enumerate(pdf.pages, 1):
        try:
            yield boxes_of(page.obj)
        except _what_damage_raises() as fault:
            said = f"the PDF is damaged: page {number} does not say how large it is"
            hint = "open it in a viewer and save it anew, or ask for it again"
            raise BadInput((_fault(file, "pdf-damaged", said, hint),)) from fault


def upright(boxes: Boxes) -> tuple[float, float]:
    """Width and height of the trim as the page is read, in points."""
    left, foot, right, head = boxes.trim
    width, height = (right - left) * boxes.unit, (head - foot) * boxes.unit
    return (height, width) if boxes.turn in (90, 270) else (width, height)


def _stock(pdf: Any, boxes: Sequence[Boxes]) -> Stock:
    width, height = upright(boxes[0])
    sides = (
        (trim - bleed if at < 2 else bleed - trim) * each.unit
        for each in boxes
        for at, (trim, bleed) in enumerate(zip(each.trim, each.bleed, strict=True))
    )
    direction = str(pdf.Root.get("/ViewerPreferences", {}).get("/Direction", ""))
    return Stock(len(boxes), width, height, max(0.0, *sides), direction == "/R2L")


def _sizes(file: Path, boxes: Sequence[Boxes]) -> Iterator[Diagnostic]:
    if not boxes:
        yield _fault(file, "pdf-no-pages", "the file has no pages", "")
        return
    sizes = [upright(each) for each in boxes]
    flat = [number for number, size in enumerate(sizes, 1) if min(size) < SHORTEST]
    if flat:
        yield _fault(file, "pdf-damaged", f"page {flat[0]} has no size", "see its TrimBox and MediaBox")
        return
    rounded = Counter((round(w), round(h)) for w, h in sizes)
    common = rounded.most_common(1)[0][0]
    base = next(size for size in sizes if (round(size[0]), round(size[1])) == common)
    others = [
        (number, size)
        for number, size in enumerate(sizes, 1)
        if any(abs(a - b) > SAME_SIZE for a, b in zip(size, base, strict=True))
    ]
    if others:
        named = "; ".join(f"page {number}: {shown(*size)}" for number, size in others[:NAMED])
        more = f"; and {len(others) - NAMED} more" if len(others) > NAMED else ""
        yield _fault(
            file,
            "pdf-several-sizes",
            f"its pages are not of one size: most are {shown(*base)}, {named}{more}",
            "bring all pages to one trim; a cover with a spine is imposed by itself",
        )


def _locked(file: Path) -> Diagnostic:
    return _fault(
        file,
        "pdf-encrypted",
        "the file is locked by a password or by rights",
        "ask for a file without protection; print shops refuse such files, too",
    )


def _fault(file: Path, code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(Severity.ERROR, code, message, Source(str(file)), hint)
