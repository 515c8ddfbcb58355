"""ImageMarks -> picture objects: converted once for each size and crop, written once, kept in the cache."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from progprint import images
from progprint.blocks.types import Entry
from progprint.diag import Source
from progprint.images import Converted, Crop, PictureFault, PictureInfo, Press, Sheet, sheet_of
from progprint.pages.pictures import pictures_in
from progprint.pages.types import ImageMark, Page
from progprint.pdf.embed import write_page
from progprint.pdf.inspect import read_page
from progprint.pdf.metadata import is_flat
from progprint.pdf.output import Output
from progprint.pdf.types import PdfOptions, PlacedPicture


def read_any(name: str) -> tuple[PictureInfo | None, tuple[PictureFault, ...]]:
    """Read what a picture is, or a page of a PDF file (`#page=2`). None when it cannot be printed at all."""
    sheet = sheet_of(name)
    return images.read_picture(Path(name)) if sheet is None else read_page(Path(sheet[0]), sheet[1])


Known = dict[str, PictureInfo | None]
#: file -> what is wrong with it, and where it is asked for
Unsound = dict[str, tuple[tuple[PictureFault, ...], Source]]


def read_pictures(entries: Iterable[Entry]) -> tuple[Known, Unsound]:
    """Read what the headers of all pictures say."""
    known: Known = {}
    faults: Unsound = {}
    for entry in entries:
        for picture in (p for _, blocks in entry.parts for p in pictures_in(blocks) if p.file):
            if picture.file not in known:
                known[picture.file], found = read_any(picture.file)
                faults[picture.file] = (tuple(found), picture.source)
    return known, faults


class Written(NamedTuple):
    """A picture in the file, or why there is none."""

    #: reference of the image object; empty when there is none
    reference: bytes
    placed: PlacedPicture


class Pictures:
    """The pictures of one file: equal ones share an object. Pixels are let go as soon as they are written."""

    def __init__(self, output: Output, options: PdfOptions) -> None:
        self._output, self._options = output, options
        printing = options.printing
        grey = options.grey or printing.inks.kind in ("spot+k", "k")
        self._press = Press(
            options.intent.profile, options.resolution, grey, printing.total_ink, printing.rendering,
            printing.black_point,
        )  # fmt: skip
        self._inks = _inks_key(self._press)
        self._known: dict[str, tuple[PictureInfo | None, tuple[PictureFault, ...]]] = {
            file: (info, ()) for file, info in options.pictures.items()}
        self._objects: dict[str, bytes | PictureFault] = {}
        #: no page of another file breaks what this one claims
        self.sound = True

    def write(self, mark: ImageMark, page: Page) -> Written:
        """Write a mark's picture unless it is in the file already."""
        info, faults = self._info(mark.file)
        if info is None or mark.box.width <= 0 or mark.box.height <= 0:
            return Written(b"", PlacedPicture(mark, page.number, None, 0.0, faults))
        if info.sheet is not None:
            return self._sheet(info, info.sheet, faults, (mark, page))
        crop = images.crop_to(info, mark.box.width, mark.box.height, mark.focus)
        found = self._object(info, crop, mark)
        if isinstance(found, PictureFault):
            return Written(b"", PlacedPicture(mark, page.number, None, 0.0, (*faults, found)))
        sharpness = images.resolution(info, crop, mark.box.width)
        return Written(found, PlacedPicture(mark, page.number, info, sharpness, faults))

    def _sheet(
        self, info: PictureInfo, sheet: Sheet, faults: tuple[PictureFault, ...], place: tuple[ImageMark, Page]
    ) -> Written:
        """Write a page of a PDF file, which has no pixels of its own."""
        key = f"{info.file}:{info.sha256}"
        if key not in self._objects:
            self._objects[key] = self._embedded(info.file)
        found = self._objects[key]
        mark, page = place
        if isinstance(found, PictureFault):
            return Written(b"", PlacedPicture(mark, page.number, None, 0.0, (*faults, found)))
        self.sound = self.sound and sheet.sound and (sheet.flat or not is_flat(self._options))
        return Written(found, PlacedPicture(mark, page.number, info, math.inf, faults))

    def _embedded(self, file: str) -> bytes | PictureFault:
        path, number = sheet_of(file) or (file, 1)
        try:
            return write_page(self._output, Path(path), number, flat=is_flat(self._options))
        except Exception as fault:
            # whatever the other file's writer did: this one is finished without it
            return PictureFault("picture-damaged", " ".join(str(fault).split())[-120:])

    def _info(self, file: str) -> tuple[PictureInfo | None, tuple[PictureFault, ...]]:
        if file not in self._known:
            self._known[file] = read_any(file)
        return self._known[file]

    def _object(self, info: PictureInfo, crop: Crop, mark: ImageMark) -> bytes | PictureFault:
        options = self._options
        window = ",".join(f"{share:.6f}" for share in crop)
        size = f"{mark.box.width:.2f}x{mark.box.height:.2f}@{options.resolution}"
        key = f"picture:{images.VERSION}:{info.sha256}:{window}:{size}:{self._inks}"
        if key not in self._objects:
            self._objects[key] = self._converted(key, info, crop, mark)
        return self._objects[key]

    def _converted(self, key: str, info: PictureInfo, crop: Crop, mark: ImageMark) -> bytes | PictureFault:
        options = self._options
        kept = options.cache.get(key)
        if kept is not None:
            return self._write(_unpack(kept))
        made = images.convert_picture(
            info, crop, mark.box.width, mark.box.height, self._press)
        if isinstance(made, PictureFault):
            return made
        options.cache.put(key, _pack(made))
        return self._write(made)

    def _write(self, made: Converted) -> bytes:
        entries: dict[str, object] = {
            "Type": "/XObject", "Subtype": "/Image", "Width": made.width, "Height": made.height,
            "ColorSpace": f"/{made.colour_space}", "BitsPerComponent": made.bits, "Filter": f"/{made.filter}"}
        if made.decode:
            entries["Decode"] = f"[{' '.join(map(str, made.decode))}]"
        return self._output.write_stream(entries, made.data, compress=False)


def _inks_key(press: Press) -> str:
    """All that decides which inks a picture's colours become."""
    intent = blake2b(press.profile, digest_size=16).hexdigest()
    if press.grey:
        return f"{intent}K"
    usual = Press(press.profile)
    ways = (press.total_ink, press.rendering, press.black_point)
    return intent + f":{ways}" * (ways != (usual.total_ink, usual.rendering, usual.black_point))


def resources(prefix: str, written: Iterable[Written]) -> Mapping[str, bytes]:
    """Names of pictures as `draw` gives them -> their objects."""
    return {f"{prefix}{i}": w.reference for i, w in enumerate(written) if w.reference}


def _pack(made: Converted) -> bytes:
    return json.dumps(made[1:]).encode() + b"\n" + made.data


def _unpack(data: bytes) -> Converted:
    head, body = data.split(b"\n", 1)
    width, height, space, kind, bits, decode = json.loads(head)
    return Converted(body, width, height, space, kind, bits, tuple(decode))
