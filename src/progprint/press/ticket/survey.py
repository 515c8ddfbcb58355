"""Pages of a written file, as the preflight reads them -> what a press asks: sizes, inks, pictures, fonts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from progprint.geom import Rect
from progprint.press.preflight.colours import LEAST_INK, OF_THE_EYE, PROCESS, Space, paint
from progprint.press.preflight.drawn import Drawn, Picture, Shade
from progprint.press.preflight.functions import function_of
from progprint.press.preflight.icc import MOST_PROFILE
from progprint.press.preflight.objects import array, decoded, entry, is_stream, name, numbers, words
from progprint.press.preflight.plates import Separating, inks_of, most_ink, picture_bands
from progprint.press.preflight.rules.pictures import FLAT
from progprint.press.preflight.sheet import Sheet
from progprint.press.preflight.types import Finding
from progprint.press.preflight.views import FileRule, FileView, PageRule, PageView, meets
from progprint.press.ticket import types as t

#: pixels to the point at which pictures are looked through: 36 an inch, as plates are
SCALE = 0.5
#: places of a gradient whose colours are looked at
STRIPS = 16
#: of 255, ink of a picture that counts: 2 %, for JPEG leaves 1 % on plates that were empty
LEAST_OF_PICTURES = 5


class Surveyor:
    """Looks at the pages of one file while the preflight has them open."""

    def __init__(self) -> None:
        self.pages: list[t.PageInk] = []
        self.most: tuple[float, int] = (0.0, 0)
        self.pictures = t.Pictures()
        self.found: t.Survey | None = None

    @property
    def rules(self) -> tuple[PageRule | FileRule, ...]:
        """For `preflight(also=...)`."""
        return PageRule((), self.look), FileRule((), self.close)

    def look(self, page: PageView) -> Iterator[Finding]:
        """Read a page; nothing is found fault with."""
        printed = [mark for mark in page.marks if meets(mark.box, page.sheet.printed)]
        self.pages.append(_inks_of(page, printed))
        most = most_ink(printed, page.sheet.printed, page.separating, self.most[0])
        if most > self.most[0]:
            self.most = most, page.number
        self._count(page)
        yield from ()

    def _count(self, page: PageView) -> None:
        count, art, lowest = self.pictures
        for mark in page.printed(Picture):
            if min(mark.width, mark.height) <= FLAT:
                continue
            count += 1
            if mark.bits <= 1:
                art += 1
            elif lowest is None or mark.resolution < lowest.resolution:
                lowest = t.Picture(page.number, mark.resolution, (mark.box.x, mark.box.y))
        self.pictures = t.Pictures(count, art, lowest)

    def close(self, file: FileView) -> Iterator[Finding]:
        """Read the file as a whole."""
        claimed = file.xmp.get("pdfxid:GTS_PDFXVersion") or words(entry(file.info, "/GTS_PDFXVersion"))
        preferences = entry(file.root, "/ViewerPreferences")
        self.found = t.Survey(
            sizes=tuple(_sizes(file.sheets)),
            pages=tuple(self.pages),
            most_ink=self.most,
            pictures=self.pictures,
            fonts=tuple(sorted({_plain(font.name) for font, _ in file.fonts})),
            standard=claimed,
            pdf_version=file.version,
            condition=_condition(file),
            right_bound=name(entry(preferences, "/Direction")) == "/R2L",
        )
        yield from ()


def _plain(font: str) -> str:
    """A font's name without the six letters that tell its subsets apart (ISO 32000-1, 9.6.4)."""
    return font[7:] if font[6:7] == "+" and font[:6].isupper() else font


def _sizes(sheets: Iterable[Sheet]) -> Iterator[tuple[t.Sizes, tuple[int, ...]]]:
    found: dict[t.Sizes, list[int]] = {}
    for sheet in sheets:
        cut, media, bleed = sheet.cut, sheet.media, sheet.printed
        sides = cut.x - bleed.x, cut.y - bleed.y, bleed.right - cut.right, bleed.bottom - cut.bottom
        # to a thousandth of a point: pages written one after the other differ by less
        sizes = t.Sizes(_size(cut), tuple(abs(round(side, 3)) for side in sides), _size(media))  # type: ignore[arg-type]
        found.setdefault(sizes, []).append(sheet.number)
    yield from ((sizes, tuple(pages)) for sizes, pages in found.items())


def _size(box: Rect) -> tuple[float, float]:
    return round(box.width, 3), round(box.height, 3)


def _inks_of(page: PageView, printed: Iterable[Drawn]) -> t.PageInk:
    plates: set[str] = set()
    unsure: set[str] = set()
    for mark in printed:
        inks, unread = plates_of(mark, page.separating)
        plates.update(inks)
        unsure.update(unread)
    if "All" in plates or unsure:
        plates.discard("All")
        plates.update(PROCESS)
    return t.PageInk(page.number, t.in_press_order(plates), tuple(sorted(unsure)))


def plates_of(mark: Drawn, ways: Separating) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The plates that a mark prints on, and what of it could not be read."""
    if isinstance(mark, Shade):
        return _of_gradient(mark)
    if isinstance(mark, Picture) and not mark.mask:
        return _of_picture(mark, ways)
    if mark.colour.kind in OF_THE_EYE:
        return (), ("colours that are not inks",)
    return mark.colour.inks, ()


def _of_picture(mark: Picture, ways: Separating) -> tuple[tuple[str, ...], tuple[str, ...]]:
    under = mark.space.under
    if under.kind in OF_THE_EYE:
        return (), ("a picture whose colours are not inks",)
    if mark.space.kind == "indexed":
        return _of_table(mark.space, under), ()
    inks = inks_of(under)
    bands = picture_bands(mark, SCALE, ways)
    if not bands and under.components > 1:
        return inks, ("a picture whose samples were not read",)
    if not bands:
        return inks, ()
    found = (ink for ink, band in bands.items() if band.getextrema()[1] >= LEAST_OF_PICTURES)
    return t.in_press_order(found), ()


def _of_table(space: Space, under: Space) -> tuple[str, ...]:
    """The plates of all colours that an indexed picture may have."""
    step = max(under.components, 1)
    count = len(space.table) // step
    return t.in_press_order(ink for n in range(count) for ink in paint(space, (float(n),)).inks)


def _of_gradient(mark: Shade) -> tuple[tuple[str, ...], tuple[str, ...]]:
    space, source = mark.space.under, mark.source
    if space.kind in OF_THE_EYE:
        return (), ("a gradient whose colours are not inks",)
    low, high = numbers(entry(source, "/Domain")) or (0.0, 1.0)
    function = function_of(entry(source, "/Function"))
    if function is None:
        return inks_of(space), ("a gradient whose colours are computed",)
    found: set[str] = set()
    for step in range(STRIPS + 1):
        try:
            values = function((low + step / STRIPS * (high - low),))
        except (ValueError, IndexError):
            return inks_of(space), ("a gradient whose colours are computed",)
        found.update(ink for ink, share in paint(space, values).plates if share >= LEAST_INK)
    return t.in_press_order(found), ()


def _condition(file: FileView) -> t.Condition:
    """The output intent for PDF/X (ISO 15930-7, 6.2.2)."""
    intents = array(entry(file.root, "/OutputIntents"))
    intent: Any = next((i for i in intents if name(entry(i, "/S")) == "/GTS_PDFX"), None)
    if intent is None:
        return t.Condition()
    profile = entry(intent, "/DestOutputProfile")
    icc = decoded(profile, MOST_PROFILE) if is_stream(profile) else b""
    called, registry = (
        " ".join(words(entry(intent, key)).split()) for key in ("/OutputConditionIdentifier", "/RegistryName")
    )
    return t.Condition(called, registry, _called(icc), icc)


def _called(icc: bytes) -> str:
    """How an ICC profile calls itself: the tag `desc`, of version 2 as ASCII, of version 4 as UTF-16."""
    count = min(int.from_bytes(icc[128:132]), 100)
    for row in (icc[132 + 12 * n : 144 + 12 * n] for n in range(count)):
        if row[:4] != b"desc":
            continue
        start, length = int.from_bytes(row[4:8]), int.from_bytes(row[8:12])
        data = icc[start : start + length]
        if data[:4] == b"desc":
            size = int.from_bytes(data[8:12])
            return data[12 : 12 + size].decode("ascii", "replace").rstrip("\0").strip()
        if data[:4] == b"mluc":
            size, at = int.from_bytes(data[20:24]), int.from_bytes(data[24:28])
            return data[at : at + size].decode("utf-16-be", "replace").strip()
    return ""
