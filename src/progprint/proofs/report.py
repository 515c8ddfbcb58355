"""Comparison -> one HTML file with both states of each changed page side by side."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import IO

from progprint.geom import Rect
from progprint.images import Bitmap, as_jpeg
from progprint.proofs.compare import Comparison, PageChange, pictured
from progprint.proofs.listing import name_of, sum_of, what_of
from progprint.proofs.words import Change

#: plain, so that it opens anywhere and prints
STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #222; margin: 2rem auto; max-width: 76rem }
h1 { font-size: 1.3rem }
h2 { font-size: 1.05rem; margin: 2.5rem 0 .5rem; border-top: 1px solid #ccc; padding-top: 1rem }
.pages { display: flex; gap: 1rem; align-items: flex-start }
figure { margin: 0; flex: 1 1 0; min-width: 0 }
.sheet { position: relative; outline: 1px solid #bbb }
img { display: block; width: 100% }
.place { position: absolute; outline: 2px solid #d0006f; background: #d0006f14 }
figcaption, .none { color: #666; font-size: .85rem }
del { background: #fdd; color: #900 }
ins { background: #dfd; color: #060; text-decoration: none }
"""


def write_report(comparison: Comparison, file: Path) -> None:
    """Write the report; its pictures are inside it. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8") as out:
        _write(comparison, out)


def _write(comparison: Comparison, out: IO[str]) -> None:
    title = f"{comparison.old.name} → {comparison.new.name}"
    out.write(
        f'<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>{escape(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width"><style>{STYLE}</style>\n'
        f"<h1>{escape(title)}</h1>\n<p>{escape(sum_of(comparison))}</p>\n"
    )
    if not comparison.differs:
        out.write("<p>Nothing changed.</p>\n")
    for number, (page, old, new) in enumerate(pictured(comparison), 1):
        heading = escape(f"{name_of(page)}: {what_of(page)}")
        out.write(f'<h2 id="p{number}">{heading}</h2>\n<div class="pages">\n')
        out.writelines(_figure(picture, page, side) for picture, side in ((old, "old"), (new, "new")))
        out.write("</div>\n")
        out.writelines(_changes(page))
    out.write("</html>\n")


def _figure(picture: Bitmap | None, page: PageChange, side: str) -> str:
    if picture is None:
        return '<figure><p class="none">no such page</p></figure>\n'
    data = b64encode(as_jpeg(picture)).decode()
    places = "".join(map(_place, page.regions))
    folio = (page.old if side == "old" else page.new)[1]
    image = f'<img alt="{side} page" src="data:image/jpeg;base64,{data}">'
    caption = f"<figcaption>{side}, page {escape(folio)}</figcaption>"
    return f'<figure><div class="sheet">{image}{places}</div>{caption}</figure>\n'


def _place(region: Rect) -> str:
    left, top, width, height = (f"{100 * value:.2f}%" for value in region)
    return f'<span class="place" style="left:{left};top:{top};width:{width};height:{height}"></span>'


def _changes(page: PageChange) -> Iterator[str]:
    if page.words:
        yield "<ul>\n"
        yield from (f"<li>{_change(change)}</li>\n" for change in page.words)
        yield "</ul>\n"


def _change(change: Change) -> str:
    taken = f"<del>{escape(change.removed)}</del>" if change.removed else ""
    put = f"<ins>{escape(change.added)}</ins>" if change.added else ""
    return f"… {escape(change.before)} {taken} {put} {escape(change.after)} …"
