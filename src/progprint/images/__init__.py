"""Picture file -> pixels in the press's inks, cut and reduced to their printed size."""

from progprint.images.bitmap import Bitmap
from progprint.images.compare import alike, as_jpeg, changed_regions
from progprint.images.contact import Facing, Shown, write_contact_sheets
from progprint.images.convert import VERSION, convert_picture
from progprint.images.crop import crop_to, resolution
from progprint.images.plates import Plates, bands_of, picture_of_jpeg, picture_of_samples
from progprint.images.png import write_png
from progprint.images.preview import preview_sheet
from progprint.images.read import read_picture
from progprint.images.sheets import picture_name, sheet_of, shown_name
from progprint.images.symbols import symbols_in, symbols_of
from progprint.images.types import WHOLE, Converted, Crop, PictureFault, PictureInfo, Press, Sheet

__all__ = [
    "VERSION", "WHOLE", "Bitmap", "Converted", "Crop", "Facing", "PictureFault", "PictureInfo", "Plates",
    "Press", "Sheet", "Shown", "alike", "as_jpeg", "bands_of", "changed_regions", "convert_picture",
    "crop_to", "picture_name", "picture_of_jpeg", "picture_of_samples", "preview_sheet", "read_picture",
    "resolution", "sheet_of", "shown_name", "symbols_in", "symbols_of", "write_contact_sheets", "write_png",
]
