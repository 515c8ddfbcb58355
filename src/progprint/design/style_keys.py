"""The keys of one entry of `styles:`, each with its TextStyle field and its form."""

from __future__ import annotations

from typing import Any, NamedTuple

from progprint.design import values as v
from progprint.design.forms import (
    Field,
    Form,
    Record,
    choice,
    converted,
    count,
    either,
    listing,
    named,
    record,
    scalar,
)
from progprint.style import Hyphenation, Tab

LENGTH_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"const": 0},
        {"type": "string", "pattern": rf"^\s*{v.NUMBER}(/\d+)?\s*(mm|cm|in|pt|pc|em|lines?|%)\s*$|^0$"},
    ]
}
NAME_SCHEMA: dict[str, Any] = {"type": "string", "pattern": f"^{v.NAME}$"}
FLAG_SCHEMA: dict[str, Any] = {"enum": [True, False, *v.FLAGS]}
SHARE_SCHEMA: dict[str, Any] = {
    "anyOf": [{"const": 0}, {"type": "string", "pattern": rf"^\s*{v.NUMBER}\s*%\s*$|^0$"}]
}

FLAG = scalar(v.flag, FLAG_SCHEMA)
NAME = named(v.name, NAME_SCHEMA)
SHARE = scalar(v.share, SHARE_SCHEMA)
EM_SHARE = scalar(v.em_share, {"anyOf": [{"const": 0}, {"type": "string", "pattern": r"(em|%)\s*$|^0$"}]})


class StyleKey(NamedTuple):
    """One key of a style."""

    #: field of TextStyle, or one of the parts that `features` is put together from
    field: str
    form: Form
    about: str


def _length(*relative: str, least: float | None = 0.0, above: bool = False) -> Form:
    return scalar(v.length(*relative, least=least, above=above), LENGTH_SCHEMA)


_INITIAL = {"lines": Field(count(2, 8), "how many lines high it is", required=True)}


def _lines(found: Record) -> int:
    return int(found.values.get("lines", 0))


def _rising(numbers: tuple[float, ...]) -> tuple[float, ...] | v.Wrong:
    if list(numbers) == sorted(numbers):
        return numbers
    return v.Wrong("a list of least, wanted, most", "write the least first, the most last")


def _round_zero(numbers: tuple[float, float]) -> tuple[float, float] | v.Wrong:
    if numbers[0] <= 0 <= numbers[1]:
        return numbers
    return v.Wrong("a list of least (0 or below) and most (0 or above), such as [-2 %, 2 %]")


def _both_ways(number: float) -> tuple[float, float]:
    return (-abs(number), abs(number))


def _han_latin(number: float) -> tuple[float, float, float] | v.Wrong:
    # half and double: JLREQ 3.8 lets a quarter em shrink to an eighth and open to a half
    return (number, number / 2, number * 2) if number >= 0 else v.Wrong("a space of 0 em or more")


def _han_latin_limits(numbers: tuple[float, float, float]) -> tuple[float, float, float] | v.Wrong:
    wanted, least, most = numbers
    if 0 <= least <= wanted <= most:
        return numbers
    return v.Wrong("a list of wanted, least, most", "such as [1/4 em, 1/8 em, 1/2 em]")


def _axes(words: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...] | v.Wrong:
    axes = tuple(v.FIGURES[word] for word in words)
    if len({axis for axis, _ in axes}) < len(axes):
        return v.Wrong("figures of one width and one form", "such as [tabular, old-style]")
    return axes


_LIMITS = either(
    converted(listing(EM_SHARE, 2, 2, alone=False), _round_zero), text=converted(EM_SHARE, _both_ways)
)
_HAN_LATIN = either(
    converted(listing(EM_SHARE, 3, 3, alone=False), _han_latin_limits), text=converted(EM_SHARE, _han_latin)
)
_WEIGHT = scalar(
    v.weight, {"anyOf": [{"enum": list(v.WEIGHTS)}, {"type": "integer", "minimum": 100, "maximum": 900}]}
)


def _features(yes: tuple[str, ...], no: tuple[str, ...]) -> Form:
    return converted(FLAG, lambda chosen: yes if chosen else no)


def _tab(found: Record) -> Tab:
    return Tab(found.values.get("at", 0.0), found.values.get("align", "left"), found.values.get("leader", ""))


def _in_order(tabs: tuple[Tab, ...]) -> tuple[Tab, ...] | v.Wrong:
    places = [tab.at for tab in tabs]
    if places == sorted(set(places)):
        return tabs
    return v.Wrong("a list of tabs from left to right", "write the stop nearest to the left edge first")


_LEADER = scalar(v.leader, {"type": "string"})
_TAB_PLACE = scalar(v.tab_place, {"anyOf": [*LENGTH_SCHEMA["anyOf"], {"const": "end"}]})
_TAB = either(
    converted(
        record(
            {
                "at": Field(_TAB_PLACE, "from the left edge of the measure, or `end`", required=True),
                "align": Field(choice("left", "right", "center", "decimal"), "what of the text stands there"),
                "leader": Field(_LEADER, "fills the room before it: ' .'"),
            },
            "a tab",
            merges=False,
        ),
        _tab,
    ),
    text=converted(_TAB_PLACE, Tab),
)

_HYPHENATION_FIELDS = {
    "before": Field(count(1, 20), "fewest letters before a hyphen"),
    "after": Field(count(1, 20), "fewest letters after a hyphen"),
    "word": Field(count(2, 40), "fewest letters of a word that is divided"),
    "in-a-row": Field(count(1, 9), "most hyphens at the ends of lines in a row"),
    "capitals": Field(FLAG, "words with a capital letter may be divided"),
    "last-word": Field(FLAG, "the paragraph's last word may be divided"),
}


def _hyphenation(read: Record) -> Hyphenation:
    return Hyphenation(**{key.replace("-", "_"): value for key, value in read.values.items()})


#: key in the layout -> what it sets; the reader and the JSON Schema are made from this
STYLE_KEYS: dict[str, StyleKey] = {
    "family": StyleKey("family", NAME, "a family of `families:`"),
    "weight": StyleKey("weight", _WEIGHT, "regular, semibold, bold or 100 to 900"),
    "style": StyleKey(
        "italic", scalar(v.italic, {"enum": ["italic", "regular", "roman", "upright"]}), "italic or regular"
    ),
    "italic": StyleKey("italic", FLAG, "the same as `style: italic`"),
    "size": StyleKey("size", _length("%", above=True), "8.8pt, or 95 % of the size inherited"),
    "leading": StyleKey(
        "leading", _length("line", "%", "em", above=True), "12pt, 1 line of the grid, 130 % of the size"
    ),
    "colour": StyleKey("ink", NAME, "a swatch"),
    "align": StyleKey("align", choice("justify", "left", "right", "center"), "how lines end"),
    "hyphenate": StyleKey("hyphenate", FLAG, "words may be divided"),
    "hyphenation": StyleKey(
        "hyphenation",
        converted(record(_HYPHENATION_FIELDS, "`hyphenation`"), _hyphenation),
        "where words may be divided: {before: 2, after: 3, word: 5, in-a-row: 2, last-word: no}",
    ),
    "composer": StyleKey("composer", choice("paragraph", "greedy"), "lines are weighed together, or singly"),
    "last-line": StyleKey(
        "last_line", choice("natural", "near-full", "justify"), "how far a justified last line is set full"
    ),
    "balance": StyleKey("balance", FLAG, "lines come out about as long as each other, as in titles"),
    "phrases": StyleKey("phrases", FLAG, "Han, Kana and Thai lines end rather between words: for titles"),
    "word-space": StyleKey(
        "word_space", converted(listing(SHARE, 3, 3, alone=False), _rising), "least, wanted, most"
    ),
    "letter-space": StyleKey("letter_space", _LIMITS, "how far letters may close up and open: [-2 %, 2 %]"),
    "tracking": StyleKey("tracking_em", EM_SHARE, "fixed letter-spacing: 20/1000 em"),
    "glyph-scale": StyleKey(
        "glyph_scale", _LIMITS, "how far glyphs may be narrowed and widened: [-2 %, 2 %]"
    ),
    "han-stretch": StyleKey("han_stretch_em", EM_SHARE, "how far Han characters may be spread: 25 %"),
    "han-latin-space": StyleKey("han_latin_em", _HAN_LATIN, "1/4 em, or [wanted, least, most]"),
    "kinsoku": StyleKey("kinsoku", choice("strict", "normal", "loose"), "strictness of the line-edge rules"),
    "han-grid": StyleKey("han_grid", FLAG, "Han characters stand on a grid of whole ems"),
    "squeeze": StyleKey("squeeze", FLAG, "full-width marks give up their empty half"),
    "hanging": StyleKey("hanging", FLAG, "Han commas and stops hang in the margin"),
    "optical-margins": StyleKey("optical_margins", FLAG, "Latin hyphens, stops and quotes hang a little"),
    "upright-digits": StyleKey(
        "upright_digits", count(0, 4), "so many figures stand side by side in a vertical line"
    ),
    "indent": StyleKey("indent", _length("em", "line", least=None), "first line: 2em, 3mm"),
    "hanging-indent": StyleKey("hanging_indent", _length("em", "line", least=None), "all other lines"),
    "features": StyleKey(
        "features",
        listing(scalar(v.feature, {"type": "string", "pattern": "^[a-z][a-z0-9]{3}$"})),
        "OpenType features: [smcp, onum]",
    ),
    "figures": StyleKey(
        "figures", converted(listing(choice(*v.FIGURES), 1, 2), _axes), "tabular, old-style, ..."
    ),
    "small-caps": StyleKey(
        "small_caps", _features(("smcp",), ("-smcp", "-c2sc")), "lower case as small capitals"
    ),
    "all-small-caps": StyleKey(
        "all_small_caps", _features(("smcp", "c2sc"), ("-c2sc",)), "capitals too as small capitals"
    ),
    "ligatures": StyleKey(
        "ligatures", converted(choice(*v.LIGATURES), v.LIGATURES.__getitem__), "common, all or none"
    ),
    "kerning": StyleKey("kerning", _features((), ("-kern",)), "pairs of letters close up as the font says"),
    "position": StyleKey(
        "position",
        converted(choice(*v.POSITIONS), v.POSITIONS.__getitem__),
        "superior or inferior letters and figures, as the font draws them",
    ),
    "fractions": StyleKey("fractions", _features(("~frac",), ("-~frac",)), "1/2 as a fraction"),
    "ordinals": StyleKey("ordinals", _features(("~ordn",), ("-~ordn",)), "the letters of 1st, 2nd raised"),
    "refine": StyleKey("refine", FLAG, "typed quotes, dashes and spaces become those of the language"),
    "rise": StyleKey("rise", _length("em", least=None), "baseline moved up"),
    "span": StyleKey("span", FLAG, "goes over all columns of a frame that is split"),
    "initial": StyleKey(
        "initial",
        converted(record(_INITIAL, "`initial`"), _lines),
        "a large first letter: {lines: 3}",
    ),
    "emphasis-dots": StyleKey(
        "emphasis_dots", choice("over", "under", "no"), "where emphasised Han and Korean text has its dots"
    ),
    "capitals": StyleKey("capitals", FLAG, "set in capitals"),
    "space-before": StyleKey("space_before", _length("line", "em"), "room above: 1 line"),
    "space-after": StyleKey("space_after", _length("line", "em"), "room below"),
    "keep-next": StyleKey("keep_next", FLAG, "stays with the next block"),
    "keep-lines": StyleKey("keep_lines", FLAG, "its lines stay together"),
    "leader": StyleKey(
        "leader", _LEADER, "fills the room up to the next cell of its row: ' .'"
    ),
    "tabs": StyleKey(
        "tabs",
        converted(listing(_TAB, alone=False), _in_order),
        "stops: [20mm, {at: end, align: right, leader: ' .'}]",
    ),
    "keep-items": StyleKey("keep_items", FLAG, "lines end between items or languages, not inside a name"),
}

#: every key of a style, `inherit` too
STYLE_FIELDS: dict[str, Field] = {
    "inherit": Field(NAME, "the style this one is a variant of; without it `body`"),
    **{key: Field(entry.form, entry.about) for key, entry in STYLE_KEYS.items()},
}
