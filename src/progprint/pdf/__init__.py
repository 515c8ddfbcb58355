"""Pages -> PDF bytes, and pictures of them."""

from progprint.pdf.pictures import read_any
from progprint.pdf.raster import render_pages
from progprint.pdf.types import (
    EmbeddedFace,
    OutputIntent,
    PdfOptions,
    PdfReport,
    PlacedPicture,
    coated_offset,
)
from progprint.pdf.whole import written_whole
from progprint.pdf.write import write_pdf

__all__ = [
    "EmbeddedFace", "OutputIntent", "PdfOptions", "PdfReport", "PlacedPicture",
    "coated_offset", "read_any", "render_pages", "write_pdf", "written_whole",
]
