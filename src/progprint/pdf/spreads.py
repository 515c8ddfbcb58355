"""Pages -> what a reader sees at once: a verso and its recto on one sheet, without their bleeds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from progprint.pages.types import Page
from progprint.pdf.drawing import Drawn
from progprint.pdf.numbers import number
from progprint.pdf.output import Output, text_string

Spread = tuple[Page, ...]


def spreads_of(pages: Sequence[Page]) -> list[Spread]:
    """Pages as they lie open: the cover alone, then pairs; of loose sheets each is a recto and lies alone."""
    spreads: list[Spread] = []
    for page in pages:
        before = spreads[-1] if spreads else ()
        opposite = len(before) == 1 and before[0].side == "verso" and before[0].number + 1 == page.number
        if opposite and page.side == "recto":
            spreads[-1] = (before[0], page)
        else:
            spreads.append((page,))
    return spreads


def size_of(spread: Spread) -> tuple[float, float]:
    """Width and height of a sheet."""
    return sum(page.size[0] for page in spread), max(page.size[1] for page in spread)


def name_of(spread: Spread) -> str:
    """What readers call it: `12–13`."""
    return "–".join(page.folio or str(page.number) for page in spread)


class Placed(NamedTuple):
    """One page on its sheet."""

    page: Page
    parts: tuple[Drawn, ...]
    #: the pictures that its parts name
    pictures: Mapping[str, bytes]
    #: left edge and height on the sheet
    left: float


def write_forms(output: Output, placed: Placed, bleed: float, shared: bytes) -> list[bytes]:
    """Write a page's drawn parts as form XObjects, cut at its trim; give their references."""
    width, height = placed.page.size
    cut = " ".join(map(number, (bleed, bleed, bleed + width, bleed + height))).encode()
    names = b"".join(b"/%b %b" % (name.encode(), reference) for name, reference in placed.pictures.items())
    resources = shared + (b"/XObject<<%b>>" % names if names else b"")
    head = b"/Type/XObject/Subtype/Form/BBox[%b]/Resources<<%b>>" % (cut, resources)
    return [output.write_page_stream(part.stream, head) for part in placed.parts if part.stream]


def placing(placed: Placed, bleed: float, sheet_height: float, names: Sequence[str]) -> bytes:
    """The operators that put a page's forms where it lies on the sheet."""
    x, y = placed.left - bleed, sheet_height - placed.page.size[1] - bleed
    drawn = " ".join(f"/{name} Do" for name in names)
    return f"q 1 0 0 1 {number(x)} {number(y)} cm {drawn} Q\n".encode() if drawn else b""


def sheet_labels(spreads: Sequence[Spread]) -> bytes:
    """The number tree of the sheets' names: `2–3`."""
    rows = (
        b"%d<</P%b>>" % (index, text_string(name_of(spread)))
        for index, spread in enumerate(spreads)
    )
    return b"<</Nums[%b]>>" % b" ".join(rows)
