"""A written booklet and what other programs read in it: pdfium its text and pictures, pikepdf its objects."""

from __future__ import annotations

import os
import pickle
import re
import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from progprint.build import Job, build, dump, make_up
from progprint.cache import open_cache
from progprint.diag import Diagnostic
from progprint.geom import Rect
from progprint.pages.types import Booklet, CodeMark, FillMark, Page, TextMark

#: seconds after which another worker's build is believed to be dead
PATIENCE = 240
#: pdfium gives a hyphen at a line's end as a noncharacter
HYPHENS = re.compile("[-\u00ad\u2010\u0002\ufffe]")


@dataclass
class Shown:
    """A booklet in a folder, as made up and as written."""

    folder: Path
    _kept: dict[str, Any] = field(default_factory=dict, repr=False)

    @property
    def print_file(self) -> Path:
        return self.folder / "print.pdf"

    @property
    def screen_file(self) -> Path:
        return self.folder / "screen.pdf"

    def _once(self, key: str, make: Callable[[], Any]) -> Any:
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    @property
    def booklet(self) -> Booklet:
        booklet: Booklet = self._once("booklet", lambda: _load(self.folder / "booklet.pickle"))
        return booklet

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        found: tuple[Diagnostic, ...] = self._once("findings", lambda: _load(self.folder / "findings.pickle"))
        return found

    @property
    def left_out(self) -> tuple[str, ...]:
        """What `dump --unused` lists."""
        lines: tuple[str, ...] = self._once("left_out", lambda: _load(self.folder / "left_out.pickle"))
        return lines

    @property
    def texts(self) -> list[str]:
        """pdfium's text of each page."""
        found: list[str] = self._once("texts", lambda: read_texts(self.print_file))
        return found

    def pages(self) -> Iterator[tuple[Page, str]]:
        return zip(self.booklet.pages, self.texts, strict=True)


def show(
    folder: Path,
    content: Callable[[Path], Path],
    layout: str = "booklet",
    purposes: tuple[str, ...] = ("print", "screen"),
) -> Shown:
    """Build the festival that `content` names or writes into a folder, once, however many workers ask for it."""
    folder.mkdir(parents=True, exist_ok=True)
    done, failed, lock = folder / "done", folder / "failed", folder / "lock"
    start = time.monotonic()
    while not done.exists():
        if failed.exists():
            raise RuntimeError(f"{folder.name} could not be built: {failed.read_text('utf-8')}")
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            if time.monotonic() - start > PATIENCE:
                raise TimeoutError(f"the worker that builds {folder.name} does not answer") from None
            time.sleep(0.05)
            continue
        try:
            _write(folder, content(folder), layout, purposes)
        except BaseException as fault:
            failed.write_text(repr(fault), encoding="utf-8")
            raise
        done.touch()
    return Shown(folder)


def shared_folder(tmp_path_factory: pytest.TempPathFactory, name: str) -> Path:
    """A folder that all workers of pytest-xdist see."""
    base = tmp_path_factory.getbasetemp()
    return (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name


def _write(folder: Path, content: Path, layout: str, purposes: tuple[str, ...]) -> None:
    before = Path.cwd()
    os.chdir(folder)
    try:
        job = Job(content, layout)
        with open_cache(Path()) as cache:
            made = make_up(job, cache)
            left_out = tuple(dump(job, unused=True))
        _keep(folder, "booklet", made.booklet)
        _keep(folder, "left_out", left_out)
        for purpose in purposes:
            built = build(Job(content, layout, folder / f"{purpose}.pdf", purpose=purpose))
            if purpose == "print":
                _keep(folder, "findings", built.diagnostics)
    finally:
        os.chdir(before)


def _keep(folder: Path, name: str, value: object) -> None:
    (folder / f"{name}.pickle").write_bytes(pickle.dumps(value))


def _load(file: Path) -> Any:
    return pickle.loads(file.read_bytes())


# --- what pdfium reads ---------------------------------------------------------------------------


def read_texts(file: Path) -> list[str]:
    """The text of each page as pdfium reads it."""
    with pypdfium2.PdfDocument(file) as document:
        return [_page_text(document, index) for index in range(len(document))]


def _page_text(document: pypdfium2.PdfDocument, index: int) -> str:
    page = document[index]
    text = page.get_textpage()
    found: str = text.get_text_range()
    text.close()
    page.close()
    return found


def squeezed(text: str) -> str:
    """Text without white space and hyphens: where its lines end no longer shows."""
    return re.sub(r"\s+", "", HYPHENS.sub("", unicodedata.normalize("NFC", text)))


def decoded(file: Path, page: int, dpi: float = 300) -> list[str]:
    """What a phone reads on a page that is printed at so many dots an inch; pages count from 1."""
    import zxingcpp

    with pypdfium2.PdfDocument(file) as document:
        one = document[page - 1]
        bitmap = one.render(scale=dpi / 72, grayscale=True)
        image = bitmap.to_numpy() if _has_numpy() else bitmap.to_pil()
        read = [code.text for code in zxingcpp.read_barcodes(image)]
        bitmap.close()
        one.close()
    return sorted(read)


def _has_numpy() -> bool:
    from importlib.util import find_spec

    return find_spec("numpy") is not None


# --- what was made up ----------------------------------------------------------------------------


def lines_of(page: Page) -> list[TextMark]:
    return [m for m in page.marks if isinstance(m, TextMark)]


def codes_of(page: Page) -> list[CodeMark]:
    return [m for m in page.marks if isinstance(m, CodeMark)]


def extent(mark: TextMark) -> Rect:
    """The room that a line of type takes, turned as it is: from its ascenders to its descenders."""
    size = max(p.size for p in mark.pieces)
    left, right = mark.pieces[0].x, mark.pieces[-1].x + mark.pieces[-1].width
    if mark.turn == -90:
        return Rect(mark.at.x - 0.7 * size, mark.at.y - right, 0.9 * size, right - left)
    if mark.turn == 90:
        return Rect(mark.at.x - 0.2 * size, mark.at.y + left, 0.9 * size, right - left)
    return Rect(mark.at.x + left, mark.at.y - 0.7 * size, right - left, 0.9 * size)


def meet(one: Rect, other: Rect, tolerance: float = 1.0) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > tolerance and down > tolerance


def lines_on_lines(page: Page) -> Iterator[tuple[str, str]]:
    """Lines of type that lie on one another: baselines nearer than seven tenths of a size."""
    lines = sorted((m for m in lines_of(page) if m.pieces), key=lambda m: m.at.y)
    for number, one in enumerate(lines):
        for other in lines[number + 1 :]:
            upright = not one.turn and not other.turn
            near = other.at.y - one.at.y < 0.7 * max(p.size for p in other.pieces)
            if (near or not upright) and meet(extent(one), extent(other)):
                yield one.text, other.text


def lines_under_tabs(page: Page) -> Iterator[str]:
    """Lines of the body that furniture is drawn over."""
    tabs = [m.box for m in page.furniture if isinstance(m, FillMark)]
    for mark in page.body:
        if isinstance(mark, TextMark) and mark.pieces and any(meet(extent(mark), tab) for tab in tabs):
            yield mark.text


def paragraphs(page: Page) -> Iterator[list[TextMark]]:
    """The lines of each paragraph, or of the part of it that stands in one column of this page."""
    lines: list[TextMark] = []
    for mark in page.body:
        if not isinstance(mark, TextMark):
            continue
        if lines and (mark.style, mark.lang) != (lines[-1].style, lines[-1].lang):
            yield lines
            lines = []
        lines.append(mark)
        if mark.reason == "end":
            yield lines
            lines = []
    if lines:
        yield lines
