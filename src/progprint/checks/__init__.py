"""Programme, Design and Booklet -> findings: one small generator a fault."""

from progprint.checks.allow import allowed
from progprint.checks.content import check_content
from progprint.checks.folios import check_folios
from progprint.checks.fonts import check_fonts
from progprint.checks.inks import check_coloured, check_inks, check_sheets
from progprint.checks.layout import check_layout
from progprint.checks.lines import check_lines
from progprint.checks.matter import check_matter
from progprint.checks.pages import check_pages
from progprint.checks.pictures import check_pictures

__all__ = [
    "allowed", "check_coloured", "check_content", "check_folios", "check_fonts", "check_inks", "check_layout",
    "check_lines", "check_matter", "check_pages", "check_pictures", "check_sheets",
]
