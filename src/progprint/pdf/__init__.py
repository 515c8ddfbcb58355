"""Pages -> PDF bytes, and pictures of them."""

from progprint.images.intents import OutputIntent, coated_offset, shipped_conditions, shipped_intent
from progprint.pdf.contact import write_contact
from progprint.pdf.inks import Inks, Least, least_width, plates
from progprint.pdf.pictures import read_any, read_pictures
from progprint.pdf.raster import is_coloured, render_pages
from progprint.pdf.reading import PdfPages, opened_pdf
from progprint.pdf.types import EmbeddedFace, PdfOptions, PdfReport, PlacedPicture, Printing
from progprint.pdf.whole import written_whole
from progprint.pdf.write import write_pdf

__all__ = [
    "EmbeddedFace", "Inks", "Least", "OutputIntent", "PdfOptions", "PdfPages", "PdfReport", "PlacedPicture",
    "Printing", "coated_offset", "is_coloured", "least_width", "opened_pdf", "plates", "read_any",
    "read_pictures", "render_pages", "shipped_conditions", "shipped_intent", "write_contact", "write_pdf",
    "written_whole",
]
