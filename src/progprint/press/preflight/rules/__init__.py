"""The rules, one small generator each; a docstring says what a rule asks and why."""

from progprint.press.preflight.rules.books import BOOKS
from progprint.press.preflight.rules.boxes import BOXES
from progprint.press.preflight.rules.codes import CODES
from progprint.press.preflight.rules.colours import COLOURS, SPOTS
from progprint.press.preflight.rules.files import FILES
from progprint.press.preflight.rules.fonts import FONTS, GLYPHS
from progprint.press.preflight.rules.forbidden import FORBIDDEN, FORBIDDEN_ON_PAGES
from progprint.press.preflight.rules.intents import INTENTS, PROFILES
from progprint.press.preflight.rules.lines import LINES
from progprint.press.preflight.rules.marks import MARKS
from progprint.press.preflight.rules.pictures import PICTURES
from progprint.press.preflight.rules.text import TEXT

FILE_RULES = (*FILES, *INTENTS, *FORBIDDEN, *BOOKS, *FONTS, *SPOTS)
PAGE_RULES = (
    *BOXES, *FORBIDDEN_ON_PAGES, *PROFILES, *COLOURS, *GLYPHS, *TEXT, *LINES, *PICTURES, *MARKS, *CODES
)  # fmt: skip

__all__ = ["FILE_RULES", "PAGE_RULES"]
