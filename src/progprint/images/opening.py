"""Picture file -> Pillow image whose header is read, without Pillow's process-wide limits and warnings."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from PIL import ImageFile

#: magic bytes -> Pillow's plug-in. PostScript is left out on purpose: reading it would run a program.
FORMATS = (
    (b"\xff\xd8\xff", "JpegImagePlugin", "JpegImageFile"),
    (b"\x89PNG\r\n\x1a\n", "PngImagePlugin", "PngImageFile"),
    (b"II*\0", "TiffImagePlugin", "TiffImageFile"),
    (b"MM\0*", "TiffImagePlugin", "TiffImageFile"),
    (b"GIF8", "GifImagePlugin", "GifImageFile"),
    (b"RIFF", "WebPImagePlugin", "WebPImageFile"),
    (b"\0\0\0\x0cjP  ", "Jpeg2KImagePlugin", "Jpeg2KImageFile"),
    (b"BM", "BmpImagePlugin", "BmpImageFile"),
)

#: what Pillow's plug-ins raise on files that are cut short, damaged or not what their name says
DAMAGE = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, struct.error,
          zlib.error, AssertionError)


class Unknown(ValueError):
    """Raised for a file that is no picture of a known format."""


@contextmanager
def opened(path: Path) -> Iterator[ImageFile.ImageFile]:
    """Open a picture; its header is read, its pixels not yet. Raises one of DAMAGE.

    Built from the plug-ins, because `Image.open` refuses large files by a limit that only a global can lift.
    """
    with path.open("rb") as stream, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield _plugin(stream, path)


def _plugin(stream: BinaryIO, path: Path) -> ImageFile.ImageFile:
    head = stream.read(16)
    stream.seek(0)
    for magic, module, name in FORMATS:
        if head.startswith(magic):
            made: ImageFile.ImageFile = getattr(import_module(f"PIL.{module}"), name)(stream, str(path))
            return made
    raise Unknown("not a JPEG, PNG, TIFF, WebP, GIF, BMP or JPEG 2000 file")


def orientation_of(image: ImageFile.ImageFile) -> int:
    """EXIF orientation of an opened picture; TIFF files are turned upright by Pillow itself."""
    if image.format == "TIFF" or "exif" not in image.info:
        return 1
    try:
        value = image.getexif().get(0x0112, 1)
    except DAMAGE:
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1
