"""Picture file -> pixels in the press's inks, cut and reduced to their printed size."""

from progprint.images.bitmap import Bitmap
from progprint.images.calibrated import Calibrated
from progprint.images.canvas import Canvas
from progprint.images.compare import alike, as_jpeg, changed_regions
from progprint.images.contact import Facing, Shown, write_contact_sheets
from progprint.images.convert import VERSION, convert_picture
from progprint.images.crop import crop_to, resolution
from progprint.images.fax import Fax
from progprint.images.plates import Dense, Plates
from progprint.images.png import write_png
from progprint.images.preview import preview_sheet
from progprint.images.raster import Raster, Window, even, multiplied, raster_of, reduced
from progprint.images.read import read_picture
from progprint.images.samples import (
    Stored,
    between,
    mapped,
    picture_of_jpeg,
    picture_of_lines,
    picture_of_samples,
    picture_of_waves,
    stretched,
)
from progprint.images.separate import Bands, Source, dark, separate_bands, separate_colour
from progprint.images.sheets import picture_name, sheet_of, shown_name
from progprint.images.symbols import symbols_in, symbols_of
from progprint.images.tiled import seen_through, shrunk, tiled
from progprint.images.types import WHOLE, Converted, Crop, PictureFault, PictureInfo, Press, Sheet

__all__ = [
    "VERSION", "WHOLE", "Bands", "Bitmap", "Calibrated", "Canvas", "Converted", "Crop", "Dense", "Facing",
    "Fax", "PictureFault", "PictureInfo", "Plates", "Press", "Raster", "Sheet", "Shown", "Source",
    "Stored", "Window", "alike", "as_jpeg", "between", "changed_regions", "convert_picture", "crop_to",
    "dark", "even", "mapped", "multiplied", "picture_name", "picture_of_jpeg", "picture_of_lines",
    "picture_of_samples", "picture_of_waves", "preview_sheet", "raster_of", "read_picture", "reduced",
    "resolution",
    "seen_through", "separate_bands", "separate_colour", "sheet_of", "shown_name", "shrunk", "stretched",
    "symbols_in", "symbols_of", "tiled", "write_contact_sheets", "write_png",
]
