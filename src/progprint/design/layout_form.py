"""The keys of a layout file: one table for the reader and for the JSON Schema."""

from __future__ import annotations

from typing import Any

from progprint.design import values as v
from progprint.design.cover_sheet import COVER_SHEET
from progprint.design.forms import (
    Field,
    Form,
    choice,
    converted,
    count,
    either,
    listing,
    record,
    scalar,
    table,
)
from progprint.design.frame_blocks import FRAME_BLOCKS
from progprint.design.frame_pictures import PICTURE_FIELDS
from progprint.design.make_form import BLOCKS_FORM
from progprint.design.patterns import PATTERN
from progprint.design.section_kinds import COMMON, KINDS
from progprint.design.section_rows import read_section, section_schema
from progprint.design.spacing import SPACING
from progprint.design.spots import spot_name
from progprint.design.style_keys import FLAG, LENGTH_SCHEMA, NAME, NAME_SCHEMA, STYLE_FIELDS

#: what the house makes to flow through frames, beside the patterns of `blocks:`; new blocks are added here
BLOCKS = (
    *("heading", "body", "rest"),
    *("still", "still-2", "still-3", "still-4", "stills", "portrait", "pull-quote"),
    *("premiere", "title", "credits", "cast", "review", "life", "notes", "shorts"),
    *("screenings", "section", "section-ground", "opener", "opener-ground", "opener-list"),
    *("opener-picture", "opener-text", "opener-count"),
    *("screenings-line", "screenings-list", "screenings-table"),
    *("advertisement", "advertisement-2", "advertisement-3", "advertisement-4", "sponsors"),
    *(
        "cover-title",
        "cover-edition",
        "cover-dates",
        "cover-tagline",
        "cover-organiser",
        "spine",
        "cover-band",
        "cover-ground",
        "cover-still",
        "cover-contents",
        "site-code",
    ),
)

_NUMBERS = record(
    {
        "from": Field(count(1, 9999), "the number of the first page"),
        "count-cover": Field(FLAG, "no: the page after the cover is the first"),
    },
    "`page-numbers`",
)
_TEXT: dict[str, Any] = {"type": ["string", "number"]}
_POINTS = scalar(v.points, LENGTH_SCHEMA)


def _length(*relative: str, above: bool = False) -> Form:
    return scalar(v.length(*relative, above=above), LENGTH_SCHEMA)


def _all_sides(length: float) -> dict[str, float]:
    return dict.fromkeys(("top", "bottom", "inside", "outside"), length)


_MARGINS = either(
    converted(
        record({side: Field(_POINTS) for side in ("top", "bottom", "inside", "outside")}, "`margins`"),
        lambda found: found.values,
    ),
    text=converted(_POINTS, _all_sides),
)

_TRIM = either(
    scalar(v.trim, {"type": "string"}, "a trim such as A5 or [148mm, 210mm]"),
    items=converted(
        listing(_length(above=True), 2, 2, alone=False), lambda sides: (sides[0].value, sides[1].value)
    ),
)

_PAGE = record(
    {
        "trim": Field(_TRIM, "A5, A4 landscape, 165x240mm or [148mm, 210mm]", required=True),
        "bleed": Field(_POINTS, "how far pictures reach over the trim"),
        "margins": Field(_MARGINS, "one length, or top, bottom, inside, outside"),
        "columns": Field(count(1, 24), "number of columns of the grid"),
        "gutter": Field(_POINTS, "room between two columns"),
        "baseline": Field(
            scalar(v.length(above=True), LENGTH_SCHEMA), "distance of the baselines of the grid"
        ),
        "drop": Field(
            scalar(v.tint, {"type": ["string", "integer"]}), "share of it under the baseline: 28 %"
        ),
    },
    "`page`",
)

_GRADIENT = record(
    {
        "from": Field(NAME, "the swatch it begins with, which also text in this colour has", required=True),
        "to": Field(NAME, "the swatch it ends in", required=True),
        "angle": Field(
            scalar(v.angle, {"type": ["number", "string"]}),
            "0: from left to right; 90: from the foot to the head; -90: from the head to the foot",
        ),
    },
    "a gradient",
)

_SWATCH = record(
    {
        "cmyk": Field(
            listing(scalar(v.plate, {"type": ["number", "string"]}), 4, 4, alone=False),
            "four numbers, 0 to 100",
        ),
        "spot": Field(
            scalar(spot_name, {"type": "string"}),
            "name of the plate of its own; `cmyk` stands for it elsewhere",
        ),
        "of": Field(NAME, "the swatch this one is a tint of"),
        "tint": Field(scalar(v.tint, {"type": ["string", "integer"]}), "0 % to 100 %"),
        "gradient": Field(_GRADIENT, "from one swatch into another: {from: accent, to: paper, angle: 90}"),
    },
    "a swatch",
)

_FAMILY = table(v.language_tag, f"^{v.TAG}$", scalar(v.plain, {"type": "string"}))

#: `1-4` or `2` or `1-3 of 5`
_COLUMNS = scalar(
    v.columns,
    {
        "anyOf": [
            {"type": "integer", "minimum": 1},
            {"type": "string", "pattern": r"^\d+\s*((-|–|\.\.)\s*\d+)?(\s+of\s+\d+)?$"},
        ]
    },
)

_DIRECTION = choice("horizontal", "vertical")

_FRAME = record(
    {
        "frame": Field(scalar(v.name, NAME_SCHEMA), "its name", required=True),
        "columns": Field(_COLUMNS, "columns of the grid: 1-4; or a share of them: 1-3 of 5; else all"),
        "height": Field(
            scalar(v.length_range, {"type": "string"}),
            "62mm, 62mm .. 84mm, 27 % .. 47 % of the page; without it as high as its contents",
        ),
        "at": Field(choice("head", "foot"), "head: from the top down; foot: from the bottom up"),
        "bleeds": Field(FLAG, "reaches over the margins to the bleed"),
        "split": Field(count(1, 12), "number of text columns in it"),
        "gutter": Field(_POINTS, "room between its text columns; without it the page's"),
        "balance": Field(FLAG, "its columns end level"),
        "blocks": Field(FRAME_BLOCKS, "what flows through it, in order"),
        "panel": Field(NAME, "a swatch for its ground"),
        "inset": Field(_POINTS, "how far its text stands within the panel's sides: 2mm"),
        "padding": Field(_length("line"), "room above and below its text on the panel: 1 line"),
        "space": Field(_length("line"), "empty room after it: 1 line"),
        "rule": Field(_POINTS, "thickness of a rule on its upper edge: 2pt"),
        "direction": Field(_DIRECTION, "vertical: lines run down, from right to left"),
        **PICTURE_FIELDS,
    },
    "a frame",
    merges=False,
)

_RUNNING = record(
    {
        "text": Field(PATTERN, "a pattern such as `{folio}`", required=True),
        "style": Field(NAME, "a style"),
        "edge": Field(choice("head", "foot"), "where on the page"),
        "side": Field(choice("outside", "inside", "left", "right", "center"), "at which side"),
        "pages": Field(choice("verso", "recto", "both"), "on which pages"),
        "offset": Field(_POINTS, "from the trim's edge to its baseline"),
        "leaves": Field(_POINTS, "what it leaves free on its line, else it is cut: 10mm"),
    },
    "a running line",
    merges=False,
)

_THUMB = either(
    record(
        {
            "width": Field(_POINTS, "how far it reaches into the page", required=True),
            "height": Field(_POINTS, "of one tab", required=True),
            "top": Field(_POINTS, "from the trim's top to the first tab"),
            "style": Field(NAME, "a style"),
            "direction": Field(_DIRECTION, "vertical: Han, kana and Hangul stand upright"),
            "inset": Field(_POINTS, "room before and after the name: 1.5mm"),
        },
        "`thumb`",
    ),
    text=choice("none"),
)

_FRAMES = listing(_FRAME, alone=False)
_MASTER = record(
    {
        "running": Field(listing(_RUNNING, alone=False), "running heads and feet, folios"),
        "thumb": Field(_THUMB, "a thumb index, or none"),
        "verso": Field(_FRAMES, "frames of left pages"),
        "recto": Field(_FRAMES, "frames of right pages"),
        "both": Field(_FRAMES, "frames of every page that has none of its own"),
    },
    "a master",
)


def _all_or_one(text: str) -> tuple[str, ...] | v.Wrong:
    if text == "all":
        return ()
    tag = v.language_tag(text)
    return tag if isinstance(tag, v.Wrong) else (tag,)


_TAG_SCHEMA: dict[str, Any] = {"type": "string", "pattern": f"^{v.TAG}$"}
_TAGS = either(listing(scalar(v.language_tag, _TAG_SCHEMA), 1), text=scalar(_all_or_one, _TAG_SCHEMA))

#: every key of a layout; the order is that of the schema
LAYOUT_FIELDS: dict[str, Field] = {
    "extends": Field(
        scalar(v.plain, {"type": "string"}), "a house layout by name, or a file beside this one"
    ),
    "page": Field(_PAGE, "trim, bleed, margins and grid", required=True),
    "swatches": Field(
        table(v.name, f"^{v.NAME}$", _SWATCH), "colours by name; `paper` and `black` are always there"
    ),
    "families": Field(
        table(v.name, f"^{v.NAME}$", _FAMILY),
        "families by name: a font for each script or language",
        required=True,
    ),
    "styles": Field(
        table(v.rule_name, rf"^{v.NAME}(:lang\({v.TAG}\))?$", record(STYLE_FIELDS, "a style")),
        "paragraph and character styles; `name:lang(zh)` for one language",
    ),
    "spacing": Field(
        table(v.language_tag, f"^{v.TAG}$", SPACING),
        "by language, in which order spaces, marks and letters open and close in a justified line",
    ),
    "masters": Field(table(v.name, f"^{v.NAME}$", _MASTER), "pages with their frames"),
    "blocks": Field(BLOCKS_FORM, "patterns of text made from fields; how the house's blocks are made"),
    "sections": Field(
        listing(Form(read_section, section_schema(KINDS, COMMON)), 1, alone=False),
        "what is printed, in order",
        required=True,
    ),
    "section-colours": Field(
        table(v.plain, ".", listing(NAME, 1)),
        "a swatch for each section of the festival; `*` for all others, in turn",
    ),
    "languages": Field(_TAGS, "all, or a list of tags, main language first"),
    "page-numbers": Field(_NUMBERS, "how pages are counted"),
    "binding": Field(choice("auto", "saddle", "perfect", "loose"), "how it is bound"),
    "cover-sheet": Field(COVER_SHEET, "the sheet of a cover that `--cover` prints by itself"),
    "overset": Field(choice("warning", "error"), "what text without room is"),
    "missing": Field(choice("main", "nothing"), "what a missing translation prints"),
    "late": Field(choice("24", "over"), "00:30 or 24:30 after midnight"),
    "pictures": Field(choice("colour", "grey"), "grey: every picture on the black plate alone"),
}

LAYOUT = record(LAYOUT_FIELDS, "a layout")


def layout_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of layout files, from the tables the reader uses."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "progprint layout",
        **LAYOUT.schema,
        "anyOf": [
            {"required": ["extends"]},
            {"required": [k for k, f in LAYOUT_FIELDS.items() if f.required]},
        ],
    }
