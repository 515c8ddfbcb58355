"""Text -> Runs of Segments: font files and their look-up, itemising, break opportunities, shaping."""

from progprint.glyphs.coverage import FontDescription, coverage, describe_fonts
from progprint.glyphs.face import Face, Subset
from progprint.glyphs.faces import Faces, FontSource, Substitution
from progprint.glyphs.fonts import open_fonts
from progprint.glyphs.locate import FontFolders
from progprint.glyphs.shape import reshape, shape
from progprint.glyphs.types import Break, Kind, Run, Segment

__all__ = [
    "Break", "Face", "Faces", "FontDescription", "FontFolders", "FontSource", "Kind", "Run", "Segment",
    "Subset", "Substitution", "coverage", "describe_fonts", "open_fonts", "reshape", "shape",
]
