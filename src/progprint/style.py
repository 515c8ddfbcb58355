"""How type is to be set: TextStyle, Ink, and Span = Words + TextStyle."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from progprint.words import Words


class Ink(NamedTuple):
    """A colour as plates: shares of 0 to 1 of cyan, magenta, yellow, black."""

    c: float
    m: float
    y: float
    k: float
    #: the swatch's name in the layout
    name: str = ""
    #: the plate of its own that the swatch stands for, when `--inks` asks for it
    spot: str = ""
    #: 0 to 1, already multiplied into c, m, y, k
    tint: float = 1.0
    #: areas run from this ink into another; text and rules have this one alone
    blend: Blend | None = None

    @property
    def plain(self) -> Ink:
        """The ink a gradient begins with: small areas have it alone, so that what stands on them is read."""
        return self if self.blend is None else self._replace(blend=None)

    @property
    def is_black(self) -> bool:
        return self.c == self.m == self.y == 0


class Blend(NamedTuple):
    """Where a gradient leads."""

    to: Ink
    #: degrees anticlockwise: 0 runs from left to right, 90 from the foot to the head
    angle: float = 0.0


BLACK = Ink(0, 0, 0, 1, "black")
PAPER = Ink(0, 0, 0, 0, "paper")
#: the plate that stands for all plates (ISO 32000-1, 8.6.6.4): of marks outside the bleed only
ALL_PLATES = "All"
REGISTRATION = Ink(1, 1, 1, 1, "registration", ALL_PLATES)


class Tab(NamedTuple):
    """A stop that the text after a tab goes to."""

    #: points from the measure's left edge; infinite: the measure's end
    at: float
    #: left, right, center, decimal: what of the text stands there
    align: str = "left"
    #: sign that fills the room before it
    leader: str = ""


class Hyphenation(NamedTuple):
    """How a style divides words, beyond what the language's patterns allow."""

    #: fewest letters before and after a hyphen, and in a word that takes one (Hart's Rules)
    before: int = 2
    after: int = 3
    word: int = 5
    #: most lines in a row that end in a hyphen
    in_a_row: int = 2
    #: words with a capital letter may be divided: names in running text
    capitals: bool = True
    #: the paragraph's last word may be divided
    last_word: bool = True


class Slack(IntEnum):
    """What may open or close in a line that is justified."""

    #: word spaces
    WORD = 0
    #: the space between Han and Latin
    HAN_LATIN = 1
    #: the empty parts of full-width marks; they only close
    MARKS = 2
    #: between Han characters; they only open
    HAN = 3
    #: between letters
    LETTERS = 4
    #: between the syllables of a Korean word
    HANGUL = 5
    #: between Thai words, which no space parts; they only open
    THAI = 6
    #: the width of the letters themselves
    GLYPHS = 7


Steps = tuple[tuple[Slack, ...], ...]


class Spacing(NamedTuple):
    """In which order the parts of a line open and close. Each step is used up before the next is touched;
    what stands in one step shares evenly. All kinds are in both lists."""

    stretch: Steps = (tuple(Slack),)
    shrink: Steps = (tuple(Slack),)
    #: what goes on opening when all are at their limits
    beyond: tuple[Slack, ...] = (Slack.WORD, Slack.HAN_LATIN, Slack.HAN, Slack.THAI)


EVENLY = Spacing()


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One paragraph or character style, resolved for one language. Lengths in points, shares as fractions."""

    name: str
    #: name of a family of the layout, which maps scripts and languages to fonts
    family: str = "text"
    weight: int = 400
    italic: bool = False
    size: float = 9.0
    #: distance of baselines; a multiple of the baseline grid for body text
    leading: float = 11.5
    ink: Ink = BLACK
    #: justify, left, right, center
    align: str = "left"
    hyphenate: bool = False
    hyphenation: Hyphenation = Hyphenation()
    #: paragraph: all lines are weighed together; greedy: each by itself, so late edits move no earlier line
    composer: str = "paragraph"
    #: natural, near-full: set full when little is lacking, justify: always set full
    last_line: str = "natural"
    #: lines come out about as long as each other; None: where they are centred
    balance: bool | None = None
    #: lines of Han, Kana and Thai end rather between words than inside one
    phrases: bool = False
    #: word space as shares of the font's own: least, wanted, most
    word_space: tuple[float, float, float] = (0.8, 1.0, 1.33)
    #: letters may close up and open by so much, in em: least (<= 0), most (>= 0)
    letter_space: tuple[float, float] = (-0.02, 0.02)
    #: fixed letter-spacing, in em
    tracking_em: float = 0.0
    #: glyphs may be narrowed and widened by so much, as a share: least (<= 0), most (>= 0)
    glyph_scale: tuple[float, float] = (0.0, 0.0)
    #: space between Han characters may open by at most so many em
    han_stretch_em: float = 0.25
    #: glue between Han and Latin: wanted, least, most, in em
    han_latin_em: tuple[float, float, float] = (0.25, 0.125, 0.5)
    #: in which order spaces, marks and letters give and take; the layout's `spacing:` of the language
    spacing: Spacing = EVENLY
    #: strict, normal, loose
    kinsoku: str = "strict"
    #: Han characters stand on a grid of ems; the spaces round and between Latin words fill theirs
    han_grid: bool = False
    #: full-width marks give up their empty half at line edges and between marks
    squeeze: bool = True
    #: commas and full stops of Han text may hang in the margin
    hanging: bool = False
    #: hyphens, stops and quotes of Latin text hang by a share of their width
    optical_margins: bool = False
    #: first line's indent, in points
    indent: float = 0.0
    #: all other lines' indent, in points
    hanging_indent: float = 0.0
    #: OpenType features, e.g. ("smcp", "onum"); "-kern" is off, "~frac" only where the text calls for it
    features: tuple[str, ...] = ()
    #: baseline moved up, in points
    rise: float = 0.0
    #: where emphasised Han and Korean text has dots: over, under, no
    emphasis_dots: str = "no"
    #: quotes, dashes and spaces as typed become those of the language
    refine: bool = True
    #: text is set in capitals
    capitals: bool = False
    #: room before and after the paragraph, in points
    space_before: float = 0.0
    space_after: float = 0.0
    #: stays with the next block
    keep_next: bool = False
    #: all its lines stay together
    keep_lines: bool = False
    #: lines end between the items of a list or two languages, not inside a name
    keep_items: bool = False
    #: sign that fills the room from the end of a table's cell to what stands right of it
    leader: str = ""
    #: in rising order; without any a tab is a space
    tabs: tuple[Tab, ...] = ()
    #: a paragraph of a frame with several columns goes over all of them
    span: bool = False
    #: how many lines high the paragraph's first letter is; under 2: as the others
    initial: int = 0
    #: set in vertical lines: given by the frame, not by the style
    vertical: bool = False
    #: figures of East Asian text that stand side by side in one em of a vertical line, at most
    upright_digits: int = 2


class Ruby(NamedTuple):
    """A reading set small above its words, or in bopomofo to the right of its character."""

    words: Words
    style: TextStyle


class Span(NamedTuple):
    """Some words in one style: what a paragraph is made of."""

    words: Words
    style: TextStyle
    #: address, or `ref:KEY` when the words are a link, or `note:KEY` when they are the mark of a note
    link: str = ""
    #: the reading of all these words, in its own style; the words are never parted
    ruby: Ruby | None = None
    #: where each of its Han characters and kana has an emphasis dot: over, under; empty for none
    dots: str = ""
