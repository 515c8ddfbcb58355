"""Picture file -> PictureInfo and faults, from its header and its hash alone."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PIL import ImageFile

from progprint.images.opening import DAMAGE, opened, orientation_of
from progprint.images.profiles import description
from progprint.images.types import PictureFault, PictureInfo

#: a side or an area from which a picture is called huge: no press at A4 and 300 ppi can use a tenth of it
HUGE_SIDE, HUGE_AREA = 20_000, 120_000_000
#: pixels that may be decoded at once: 4 bytes each in Pillow, so half a gigabyte
DECODED_AREA = 120_000_000
#: pixels of a JPEG file, which libjpeg can reduce to an eighth a side while it reads
JPEG_AREA = 1_000_000_000

MODES = frozenset({"1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBX", "RGBa", "CMYK", "YCbCr",
                   "I;16", "I;16B", "I;16L", "I", "F"})
#: without a profile they are shades of black
GREYS = frozenset({"1", "L", "LA", "La", "I;16", "I;16B", "I;16L", "I", "F"})


def read_picture(path: Path) -> tuple[PictureInfo | None, tuple[PictureFault, ...]]:
    """Read what a picture is, without its pixels. None when it cannot be printed at all."""
    if not path.is_file():
        return None, (PictureFault("picture-missing", str(path)),)
    try:
        with opened(path) as image:
            return _info(path, image)
    except DAMAGE as fault:
        return None, (PictureFault("picture-damaged", reason(fault)),)


def reason(fault: BaseException) -> str:
    """What a plug-in said, in one line, without paths."""
    if isinstance(fault, OSError) and fault.strerror:
        return fault.strerror
    return " ".join(str(fault).split())[:120] or type(fault).__name__


def _info(path: Path, image: ImageFile.ImageFile) -> tuple[PictureInfo | None, tuple[PictureFault, ...]]:
    width, height = image.size
    mode = image.mode
    if mode not in MODES:
        return None, (PictureFault("picture-damaged", f"pixels of mode {mode}"),)
    if not width or not height:
        return None, (PictureFault("picture-damaged", "no pixels"),)
    faults = list(_size_faults(image))
    if any(f.detail.startswith("refused") for f in faults):
        return None, tuple(faults)
    orientation = orientation_of(image)
    profile, odd = description(image.info.get("icc_profile"), mode)
    has_alpha = "A" in mode or "a" in mode or "transparency" in image.info
    if mode == "CMYK":
        faults.append(PictureFault("picture-cmyk", profile or "no profile"))
    if has_alpha:
        faults.append(PictureFault("picture-alpha", mode))
    if odd:
        faults.append(PictureFault("picture-profile-odd", odd))
    if not (profile or odd) and _is_untagged(image):
        faults.append(PictureFault("picture-untagged", mode))
    if orientation >= 5:
        width, height = height, width
    with path.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    info = PictureInfo(str(path), width, height, mode, has_alpha, profile, sha256, orientation)
    return info, tuple(faults)


def _is_untagged(image: ImageFile.ImageFile) -> bool:
    """Nothing says which RGB is meant: no profile, no sRGB chunk (PNG, 11.3.2.5), no EXIF ColorSpace."""
    if image.mode in GREYS or image.mode == "CMYK" or "srgb" in image.info:
        return False
    if "exif" not in image.info:
        return True
    try:
        return image.getexif().get_ifd(0x8769).get(0xA001) != 1
    except DAMAGE:
        return True


def _size_faults(image: ImageFile.ImageFile) -> tuple[PictureFault, ...]:
    width, height = image.size
    size = f"{width} x {height} px"
    # a progressive file is unpacked as a whole before it is reduced
    reducible = image.format == "JPEG" and not image.info.get("progressive")
    if width * height > (JPEG_AREA if reducible else DECODED_AREA):
        return (PictureFault("picture-huge", f"refused: {size}"),)
    if max(width, height) >= HUGE_SIDE or width * height > HUGE_AREA:
        return (PictureFault("picture-huge", size),)
    return ()
