"""Picture file -> pixels in the press's inks, cut and reduced to their printed size."""

from progprint.images.convert import VERSION, convert_picture
from progprint.images.crop import crop_to, resolution
from progprint.images.png import write_png
from progprint.images.read import read_picture
from progprint.images.sheets import picture_name, sheet_of, shown_name
from progprint.images.types import WHOLE, Converted, Crop, PictureFault, PictureInfo, Press, Sheet

__all__ = [
    "VERSION", "WHOLE", "Converted", "Crop", "PictureFault", "PictureInfo", "Press", "Sheet",
    "convert_picture", "crop_to", "picture_name", "read_picture", "resolution", "sheet_of", "shown_name",
    "write_png",
]
