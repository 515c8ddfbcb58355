"""What is known of a picture file, and what it becomes on the press."""

from __future__ import annotations

from typing import NamedTuple


class PictureFault(NamedTuple):
    """Something odd about a picture; `checks` puts it into words.

    Codes: picture-missing, picture-damaged, picture-huge, picture-cmyk, picture-alpha, picture-profile-odd.
    """

    code: str
    detail: str


class PictureInfo(NamedTuple):
    """A picture as its header tells it."""

    #: absolute path
    file: str
    #: pixels, as seen (after `orientation`)
    width: int
    height: int
    #: Pillow's name of the pixel layout: RGB, L, CMYK, RGBA, P, 1
    mode: str
    has_alpha: bool
    #: description of the embedded profile; empty without a usable one
    profile: str
    #: of the whole file
    sha256: str
    #: EXIF orientation, 1 to 8; 1 is upright
    orientation: int = 1


class Crop(NamedTuple):
    """The part of a picture that is shown, as shares of its width and height as seen."""

    left: float
    top: float
    right: float
    bottom: float


class Press(NamedTuple):
    """What pictures are made ready for."""

    #: ICC profile of the printing condition, CMYK
    profile: bytes
    #: pixels per inch that pictures keep at most
    resolution: int = 300
    #: on the black plate alone
    grey: bool = False


WHOLE = Crop(0.0, 0.0, 1.0, 1.0)


class Converted(NamedTuple):
    """A picture in the press's inks, encoded as a PDF stream carries it."""

    data: bytes
    #: pixels
    width: int
    height: int
    #: DeviceCMYK or DeviceGray
    colour_space: str
    #: DCTDecode or FlateDecode
    filter: str
    bits: int = 8
    #: PDF's Decode array; empty for the usual one
    decode: tuple[int, ...] = ()
