"""Set lines: what stands on one baseline of a measure."""

from __future__ import annotations

from typing import NamedTuple

from progprint.diag import NOWHERE, Source
from progprint.geom import Rect
from progprint.style import Ink


class Piece(NamedTuple):
    """The part of a line in one face, size and ink, justified. `x` counts from the measure's left edge."""

    #: key of a Face in Faces
    face: str
    size: float
    ink: Ink
    x: float
    #: width in points
    width: float
    #: body of a TJ array, word spaces and squeezes already in it; adjustments are integers in 1/1000 em
    glyphs: str
    text: str
    #: added after every glyph, in points (Tc)
    char_space: float = 0.0
    #: horizontal scale as a share (Tz / 100)
    scale: float = 1.0
    #: baseline moved up, in points (Ts)
    rise: float = 0.0
    #: True when the glyphs' canonical texts do not spell `text`
    actual: bool = False
    link: str = ""


class Fault(NamedTuple):
    """Something a line could not do; `checks` puts it into words."""

    #: kebab-case code of the diagnostic: missing-glyph, loose-line, tight-line, overfull-line, river, ladder
    code: str
    detail: str
    source: Source = NOWHERE
    #: what of the page it is about, where that is known
    box: Rect | None = None


class Line(NamedTuple):
    pieces: tuple[Piece, ...]
    #: from the first glyph's origin to the last glyph's end, in points, indent not counted
    width: float
    #: 0 natural; 1 stretched to the style's limit, above it loose; -1 shrunk to the limit
    ratio: float
    #: as read: the source's text of this line, line-end hyphen included, spaces at the end dropped
    text: str
    #: why the line ends here: space, hyphen, between (Han, Thai), forced, end, emergency
    reason: str
    lang: str
    source: Source
    faults: tuple[Fault, ...] = ()
