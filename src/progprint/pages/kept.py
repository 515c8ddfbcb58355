"""Made-up pages by the hash of all they depend on: an entry that did not change is not made up again."""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from functools import cache as once
from functools import partial
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

from progprint.blocks.types import Entry
from progprint.cache import Cache
from progprint.design.types import Design
from progprint.glyphs import Faces
from progprint.images import PictureInfo
from progprint.pages.entry import make_up
from progprint.pages.made import Made
from progprint.pages.pictures import files_of
from progprint.pages.setting import Setting
from progprint.pages.settle import Make
from progprint.style import TextStyle

#: rooms whose code decides how blocks become pages
ROOMS = ("glyphs", "lines", "pages")

Pictures = Mapping[str, PictureInfo | None]


def keeping(design: Design, faces: Faces, pictures: Pictures, cache: Cache) -> Make:
    """make_up that looks its pages up first."""
    styles: dict[int, tuple[TextStyle, str]] = {}
    book = blake2b(digest_size=16)
    for part in (engine(), design.key, faces.digest):
        book.update(part.encode() + b"\0")

    def make(entry: Entry, side: str) -> tuple[str, tuple[Made, ...]]:
        digest = book.copy()
        digest.update(side.encode() + canonical(entry, styles) + _picture_sums(entry, pictures))
        key = digest.hexdigest()
        known = cache.get(f"pages:{key}")
        pages = _load(known) if known is not None else None
        if pages is not None:
            return key, pages
        made = make_up(entry, side, design, Setting(faces, design.page.baseline, pictures, design.page.drop))
        cache.put(f"pages:{key}", pickle.dumps(made, protocol=5))
        return key, made

    return make


@once
def engine() -> str:
    """Hash of the code that makes pages: a page made by other code is not this one's."""
    package = Path(__file__).parent.parent
    digest = blake2b(digest_size=16)
    for file in sorted(file for room in ROOMS for file in (package / room).glob("*.py")):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def canonical(entry: Entry, styles: dict[int, tuple[TextStyle, str]]) -> bytes:
    """An entry's contents as bytes that depend on values only, not on which equal strings are one object.

    `styles` remembers the text of styles already met.
    """
    out = BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.fast = True
    pickler.dispatch_table = {TextStyle: partial(_style, styles)}
    made = (entry.name, entry.master, entry.parts, entry.room, entry.landscape, entry.has, entry.source)
    pickler.dump((*made, entry.ladder is None or entry.ladder.display, entry.flexible))
    return out.getvalue()


def _style(styles: dict[int, tuple[TextStyle, str]], style: TextStyle) -> tuple[type[str], tuple[str]]:
    # the style is kept beside its text so that its id stays its own
    known = styles.get(id(style))
    if known is None:
        known = styles[id(style)] = (style, repr(style))
    return str, (known[1],)


def _picture_sums(entry: Entry, pictures: Pictures) -> bytes:
    sums = (info.sha256 if (info := pictures.get(f)) is not None else "-" for f in files_of(entry))
    return "\0".join(sums).encode()


#: where the values of made-up pages are defined
_TRUSTED = frozenset(
    f"progprint.{m}" for m in ("diag", "geom", "lines.types", "pages.made", "pages.types", "style")
)


class _Reader(pickle.Unpickler):
    """Reads only what this project writes: a cache in a project's folder may come from anyone."""

    def find_class(self, module: str, name: str) -> object:
        if module in _TRUSTED and "." not in name:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


def _load(kept: bytes) -> tuple[Made, ...] | None:
    """Read what was kept; None when it cannot be read, whatever the reason: then it is made again."""
    try:
        pages = _Reader(BytesIO(kept)).load()
    except Exception:
        return None
    return pages if isinstance(pages, tuple) and pages and isinstance(pages[0], Made) else None
