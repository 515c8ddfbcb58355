"""A picture's size, a box and a focus -> the part that is shown, and its resolution in print."""

from __future__ import annotations

from progprint.images.types import Crop, PictureInfo


def crop_to(info: PictureInfo, width: float, height: float, focus: tuple[float, float] = (0.5, 0.5)) -> Crop:
    """Cut a picture to the aspect of a box, keeping `focus` as near to the middle as its edges allow."""
    wanted = width * info.height / (height * info.width)
    shown_x, shown_y = (wanted, 1.0) if wanted < 1 else (1.0, 1 / wanted)
    left = min(max(focus[0] - shown_x / 2, 0.0), 1 - shown_x)
    top = min(max(focus[1] - shown_y / 2, 0.0), 1 - shown_y)
    return Crop(left, top, left + shown_x, top + shown_y)


def resolution(info: PictureInfo, crop: Crop, width: float) -> float:
    """Pixels per inch of a cropped picture printed `width` points wide."""
    return (crop.right - crop.left) * info.width / (width / 72)


def stored(crop: Crop, orientation: int) -> Crop:
    """The same part before the EXIF orientation turns the picture upright (EXIF 2.32, tag 0x0112)."""
    left, top, right, bottom = crop
    if orientation >= 5:
        left, top, right, bottom = top, left, bottom, right
    if orientation in (2, 3, 7, 8):
        left, right = 1 - right, 1 - left
    if orientation in (3, 4, 6, 7):
        top, bottom = 1 - bottom, 1 - top
    return Crop(left, top, right, bottom)
