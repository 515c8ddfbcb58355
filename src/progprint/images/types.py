"""What is known of a picture file, and what it becomes on the press."""

from __future__ import annotations

from typing import NamedTuple


class PictureFault(NamedTuple):
    """Something odd about a picture; `checks` puts it into words.

    Codes: picture-missing, picture-damaged, picture-huge, picture-cmyk, picture-alpha, picture-profile-odd,
    picture-untagged;
    of pages of PDF files also those of `pdf/inspect`.
    """

    code: str
    detail: str


class Sheet(NamedTuple):
    """A page of a PDF file, in points."""

    #: width and height of its trim, as seen
    trim: tuple[float, float]
    #: how far it reaches beyond its trim: left, top, right, bottom
    bleed: tuple[float, float, float, float]
    #: as far as can be seen, nothing on it breaks what the whole file claims: PDF/X-4, PDF/A-2b
    sound: bool
    #: neither transparent nor of RGB nor packed in ways younger than PDF 1.4: fit for PDF/X-1a
    flat: bool = True


class PictureInfo(NamedTuple):
    """A picture as its header tells it."""

    #: absolute path
    file: str
    #: pixels, as seen (after `orientation`)
    width: int
    height: int
    #: Pillow's name of the pixel layout: RGB, L, CMYK, RGBA, P, 1; PDF for a page of a PDF file
    mode: str
    has_alpha: bool
    #: description of the embedded profile; empty without a usable one
    profile: str
    #: of the whole file
    sha256: str
    #: EXIF orientation, 1 to 8; 1 is upright
    orientation: int = 1
    #: None unless it is a page of a PDF file
    sheet: Sheet | None = None

    @property
    def aspect(self) -> float:
        """Width by height."""
        return self.sheet.trim[0] / self.sheet.trim[1] if self.sheet else self.width / self.height


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
    #: sum of all inks, as a share, that the paper takes
    total_ink: float = 3.0
    #: how colours that the press does not reach are brought into its reach: relative, perceptual, saturation,
    #: absolute (ICC.1, 6.2)
    rendering: str = "relative"
    #: the darkest of the picture becomes the darkest of the press (ISO 18619)
    black_point: bool = True


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
