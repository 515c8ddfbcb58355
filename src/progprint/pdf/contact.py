"""A written PDF and its pages -> contact sheets: the whole book at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from progprint.images import Facing, Shown, write_contact_sheets
from progprint.pdf.reading import PdfPages, opened_pdf
from progprint.pdf.spreads import Spread, name_of, size_of

#: pixels of a page's height: a still is known again, a title is read
HEIGHT = 240


def write_contact(file: Path, target: Path, sheets: Sequence[Spread]) -> list[Path]:
    """Write pictures of a file's sheets, spreads in rows, into one PNG or, when they are many, several.

    `sheets` are the pages on each of the file's sheets. Raises OSError, BadInput.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    alone = all(len(sheet) == 1 for sheet in sheets)
    spreads: list[Facing] = []
    with opened_pdf(file) as drawn:
        for index, sheet in enumerate(sheets):
            shown = _shown(drawn, index, sheet)
            page = sheet[0]
            before = spreads[-1] if spreads else ()
            if not alone:
                spreads.append((shown,))
            elif page.side == "verso":
                # a page that lies alone keeps its side
                spreads.append((shown, None))
            elif before and before[0] is not None and before[-1] is None and index:
                spreads[-1] = (before[0], shown)
            else:
                spreads.append((None, shown))
    return write_contact_sheets(target, spreads)


def _shown(drawn: PdfPages, index: int, sheet: Spread) -> Shown:
    dpi = HEIGHT / size_of(sheet)[1] * 72
    # the sheet's own type has no dash
    return Shown(name_of(sheet).replace("–", "-"), drawn.picture(index, dpi))
