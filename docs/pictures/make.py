"""The pictures of docs/layouts.md, built from the sample festival: `make pictures`."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image

from progprint.build import build
from progprint.job import Job

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
EXAMPLES = HERE.parent / "examples"
#: bytes of one picture at most: a page of documentation is read over a telephone
MOST_BYTES = 150_000
#: pixels of a page's width
PAGE_WIDTH = 400


class Shot(NamedTuple):
    """One picture: which layout, which film."""

    layout: str
    film: str = "the-last-ferry"
    guides: bool = False


SHOTS = {
    "booklet": Shot("booklet"),
    "colour": Shot(str(EXAMPLES / "colour.yaml")),
    "trim": Shot(str(EXAMPLES / "trim.yaml")),
    "families": Shot(str(EXAMPLES / "families.yaml")),
    "three-columns": Shot(str(EXAMPLES / "three-columns.yaml")),
    "chinese-first": Shot(str(EXAMPLES / "chinese-first.yaml")),
    "one-page": Shot(str(EXAMPLES / "one-page.yaml"), "tokyo-story"),
    "guides": Shot("booklet", guides=True),
}


def take(name: str, folder: Path, content: Path = ROOT / "content") -> Path:
    """Build one film and draw its pages side by side. Raises BadInput, OSError."""
    shot = SHOTS[name]
    with TemporaryDirectory() as work:
        job = Job(
            content, shot.layout, Path(work) / "shot.pdf", only=shot.film, purpose="screen", png=Path(work),
            guides=shot.guides, spreads=True, use_cache=False,
        )
        # a spread begins on a left page: the first sheet is a blank right one
        sheet = build(job).pictures[:2][-1]
        with Image.open(sheet) as picture:
            pages = 2 if picture.width > picture.height else 1
            width = pages * PAGE_WIDTH
            small = picture.convert("RGB").resize(
                (width, picture.height * width // picture.width), Image.Resampling.LANCZOS
            )
    target = folder / f"{name}.png"
    for colours in (256, 128, 64, 32):
        small.quantize(colours, dither=Image.Dither.NONE).save(target, "PNG", optimize=True)
        if target.stat().st_size < MOST_BYTES:
            break
    return target


if __name__ == "__main__":
    for each in sys.argv[1:] or SHOTS:
        sys.stdout.write(f"{take(each, HERE)}\n")
