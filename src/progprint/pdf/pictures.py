"""ImageMarks -> picture objects: converted once for each size and crop, written once, kept in the cache."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from progprint import images
from progprint.images import Converted, Crop, PictureFault, PictureInfo, Press
from progprint.pages.types import ImageMark, Page
from progprint.pdf.output import Output
from progprint.pdf.types import PdfOptions, PlacedPicture


class Written(NamedTuple):
    """A picture in the file, or why there is none."""

    #: reference of the image object; empty when there is none
    reference: bytes
    placed: PlacedPicture


class Pictures:
    """The pictures of one file: equal ones share an object. Pixels are let go as soon as they are written."""

    def __init__(self, output: Output, options: PdfOptions) -> None:
        self._output, self._options = output, options
        self._intent = blake2b(options.intent.profile, digest_size=16).hexdigest()
        self._known: dict[str, tuple[PictureInfo | None, tuple[PictureFault, ...]]] = {
            file: (info, ()) for file, info in options.pictures.items()}
        self._objects: dict[str, bytes | PictureFault] = {}

    def write(self, mark: ImageMark, page: Page) -> Written:
        """Write a mark's picture unless it is in the file already."""
        info, faults = self._info(mark.file)
        if info is None or mark.box.width <= 0 or mark.box.height <= 0:
            return Written(b"", PlacedPicture(mark, page.number, None, 0.0, faults))
        crop = images.crop_to(info, mark.box.width, mark.box.height, mark.focus)
        found = self._object(info, crop, mark)
        if isinstance(found, PictureFault):
            return Written(b"", PlacedPicture(mark, page.number, None, 0.0, (*faults, found)))
        sharpness = images.resolution(info, crop, mark.box.width)
        return Written(found, PlacedPicture(mark, page.number, info, sharpness, faults))

    def _info(self, file: str) -> tuple[PictureInfo | None, tuple[PictureFault, ...]]:
        if file not in self._known:
            self._known[file] = images.read_picture(Path(file))
        return self._known[file]

    def _object(self, info: PictureInfo, crop: Crop, mark: ImageMark) -> bytes | PictureFault:
        options = self._options
        window = ",".join(f"{share:.6f}" for share in crop)
        size = f"{mark.box.width:.2f}x{mark.box.height:.2f}@{options.resolution}"
        inks = "K" if options.grey else ""
        key = f"picture:{images.VERSION}:{info.sha256}:{window}:{size}:{self._intent}{inks}"
        if key not in self._objects:
            self._objects[key] = self._converted(key, info, crop, mark)
        return self._objects[key]

    def _converted(self, key: str, info: PictureInfo, crop: Crop, mark: ImageMark) -> bytes | PictureFault:
        options = self._options
        kept = options.cache.get(key)
        if kept is not None:
            return self._write(_unpack(kept))
        made = images.convert_picture(
            info, crop, mark.box.width, mark.box.height,
            Press(options.intent.profile, options.resolution, options.grey))
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


def resources(prefix: str, written: Iterable[Written]) -> Mapping[str, bytes]:
    """Names of pictures as `draw` gives them -> their objects."""
    return {f"{prefix}{i}": w.reference for i, w in enumerate(written) if w.reference}


def _pack(made: Converted) -> bytes:
    return json.dumps(made[1:]).encode() + b"\n" + made.data


def _unpack(data: bytes) -> Converted:
    head, body = data.split(b"\n", 1)
    width, height, space, kind, bits, decode = json.loads(head)
    return Converted(body, width, height, space, kind, bits, tuple(decode))
