"""PictureInfo and a crop -> the pixels a press needs, in its inks, encoded."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms, ImageFile
from PIL import __version__ as pillow_version
from PIL.JpegImagePlugin import JpegImageFile

from progprint.images.crop import stored
from progprint.images.grey import to_grey
from progprint.images.limit import MARGIN, TRIES, limit_pixels, most_ink
from progprint.images.opening import DAMAGE, opened
from progprint.images.profiles import description, ink_table, ink_transform
from progprint.images.read import reason
from progprint.images.types import Converted, Crop, PictureFault, PictureInfo, Press

#: JPEG quality; at 92 and 4:4:4 a second look at 300 ppi finds no blocks, and 95 costs a third more bytes
QUALITY = 92
#: line art may keep so many times the resolution of pictures (1200 against 300 ppi)
LINE_ART = 4
#: a picture with no more colours than this is a drawing: kept without loss
FLAT_COLOURS = 512
#: EXIF orientation -> how the stored pixels are turned upright
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
#: bumped whenever the same picture would come out as other bytes
VERSION = f"1:{QUALITY}:{pillow_version}"


def convert_picture(
    info: PictureInfo, crop: Crop, width: float, height: float, press: Press
) -> Converted | PictureFault:
    """Cut, reduce and separate a picture for a box of `width` x `height` points.

    Pixels beyond the press's resolution are averaged away; none are invented. RGB goes through
    its own profile or sRGB, grey stays on the black plate, CMYK goes through its profile or is taken as the
    intent's. A press of one ink has all of them in black alone.
    """
    scale = press.resolution / 72 * (LINE_ART if info.mode == "1" else 1)
    wanted = (max(1, round(width * scale)), max(1, round(height * scale)))
    try:
        with opened(Path(info.file)) as image:
            profile = image.info.get("icc_profile") or b""
            if not description(profile, info.mode)[0]:
                profile = b""
            pixels = _cut(image, info, crop, wanted)
            return _printed(pixels, profile, press, lossless=image.format != "JPEG")
    except (*DAMAGE, MemoryError, ImageCms.PyCMSError) as fault:
        return PictureFault("picture-damaged", reason(fault))


def _cut(image: ImageFile.ImageFile, info: PictureInfo, crop: Crop, wanted: tuple[int, int]) -> Image.Image:
    """The crop, upright, at most `wanted` pixels large."""
    left, top, right, bottom = stored(crop, info.orientation)
    width, height = wanted if info.orientation < 5 else wanted[::-1]
    # libjpeg reduces by 2, 4 or 8 while decoding, to no less than this
    image.draft(image.mode, (round(width / (right - left)), round(height / (bottom - top))))
    x, y = round(left * image.width), round(top * image.height)
    box = (x, y, max(x + 1, round(right * image.width)), max(y + 1, round(bottom * image.height)))
    pixels = _reduced(_flattened(image.crop(box)), (width, height))
    turn = UPRIGHT.get(info.orientation)
    return pixels if turn is None else pixels.transpose(turn)


def _reduced(pixels: Image.Image, size: tuple[int, int]) -> Image.Image:
    if pixels.width <= size[0]:
        return pixels
    if pixels.mode == "1":
        return pixels.convert("L").resize(size, Image.Resampling.BOX).convert("1", dither=Image.Dither.NONE)
    return pixels.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _flattened(image: Image.Image) -> Image.Image:
    """The picture on white paper, as 1, L, RGB or CMYK."""
    mode = image.mode
    if mode in ("1", "L", "RGB", "CMYK") and "transparency" not in image.info:
        return image
    if mode.startswith("I"):
        # 16-bit grey; `convert` would clip it
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if mode in ("F", "YCbCr", "RGBX"):
        return image.convert("L" if mode == "F" else "RGB")
    grey = mode in ("L", "LA", "La", "1")
    layered = image.convert("RGBA")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(layered, mask=layered.getchannel("A"))
    return paper.convert("L") if grey else paper


def _printed(pixels: Image.Image, profile: bytes, press: Press, *, lossless: bool) -> Converted:
    """The picture in inks, encoded; where the limit of ink is felt, under it to the last decoded pixel."""
    made, tight = _separated(pixels, profile, press)
    encoded = _encoded(made, lossless=lossless)
    limit = press.total_ink - MARGIN
    for _ in range(TRIES if tight and encoded.filter == "DCTDecode" else 0):
        # Pillow undoes on reading what it did on writing
        over = most_ink(JpegImageFile(BytesIO(encoded.data))) - press.total_ink
        if over <= 0:
            break
        limit -= over
        encoded = _encoded(limit_pixels(made, limit), lossless=lossless)
    return encoded


def _separated(pixels: Image.Image, profile: bytes, press: Press) -> tuple[Image.Image, bool]:
    """The picture in inks, and whether some of them had to give way to the limit."""
    if press.grey:
        return to_grey(pixels, profile, press.profile), False
    if pixels.mode == "RGB":
        table, tight = ink_table(profile, press)
        return pixels.filter(table), tight
    if pixels.mode != "CMYK":
        return pixels, False
    if profile and profile != press.profile:
        pixels = ImageCms.applyTransform(pixels, ink_transform(profile, press)) or pixels
    limited = limit_pixels(pixels, press.total_ink - MARGIN)
    return limited, limited is not pixels


def _encoded(pixels: Image.Image, *, lossless: bool) -> Converted:
    width, height = pixels.size
    space = "DeviceCMYK" if pixels.mode == "CMYK" else "DeviceGray"
    if pixels.mode == "1":
        return Converted(zlib.compress(pixels.tobytes()), width, height, space, "FlateDecode", bits=1)
    if lossless and pixels.getcolors(FLAT_COLOURS) is not None:
        return Converted(zlib.compress(pixels.tobytes()), width, height, space, "FlateDecode")
    stream = BytesIO()
    # without `comment` Pillow copies the source's
    pixels.save(stream, "JPEG", quality=QUALITY, subsampling=0, comment=b"")
    # Pillow writes CMYK upside down, as Photoshop does, with an Adobe segment that PDF readers ignore
    decode = (1, 0, 1, 0, 1, 0, 1, 0) if space == "DeviceCMYK" else ()
    return Converted(stream.getvalue(), width, height, space, "DCTDecode", decode=decode)
