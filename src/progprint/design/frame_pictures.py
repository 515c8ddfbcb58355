"""Keys of a frame that say how its pictures look -> PictureLook."""

from __future__ import annotations

from typing import Any

from progprint.design import values as v
from progprint.design.forms import (
    Faults,
    Field,
    Named,
    Record,
    choice,
    converted,
    count,
    either,
    listing,
    record,
)
from progprint.design.forms import scalar as one
from progprint.design.names import Known, check_name
from progprint.design.style_keys import LENGTH_SCHEMA, NAME
from progprint.design.types import PictureLook
from progprint.style import BLACK, Ink

#: of a border that names no width: half the lightest stem of text beside it, and no press loses it
HAIRLINE = 0.25

_POINTS = one(v.points, LENGTH_SCHEMA)
_SHARE = one(v.part, {"type": ["number", "string"]})


def _swatch_alone(name: Named) -> Record:
    return Record({"swatch": name}, {}, name.source)


def _with_swatch(more: dict[str, Field], noun: str) -> Any:
    fields = {"swatch": Field(NAME, "a swatch", required=True), **more}
    return either(record(fields, noun, merges=False), text=converted(NAME, _swatch_alone))


PICTURE_FIELDS: dict[str, Field] = {
    "fit": Field(
        choice("cover", "contain", "width"),
        "cover: pictures fill it; contain: whole in it; width: as wide as it, as high as that makes them",
    ),
    "focus": Field(
        listing(_SHARE, 2, 2, alone=False),
        "what stays when pictures are cropped here, whatever the content says: [0.2, 0.5]",
    ),
    "caption": Field(
        choice("under", "edge", "none"), "where captions stand; edge: turned, beside the right edge"
    ),
    "border": Field(
        _with_swatch({"width": Field(_POINTS, "of the line: 0.25pt")}, "`border`"),
        "a line round pictures: a swatch, or {swatch: .., width: 0.25pt}",
    ),
    "across": Field(count(1, 8), "pictures of `stills` in a row"),
}


def picture_look(values: dict[str, Any], inks: dict[str, Ink], known: Known, faults: Faults) -> PictureLook:
    """Make what a frame says of its pictures."""
    border: Record | None = values.get("border")
    ink = _ink(border, inks, known, faults)
    width = border.values.get("width", HAIRLINE) if border is not None else 0.0
    return PictureLook(
        values.get("fit", "cover"),
        values.get("focus"),
        values.get("caption", "under"),
        (width, (ink or BLACK).plain) if border is not None else None,
        values.get("across", 3),
    )


def _ink(found: Record | None, inks: dict[str, Ink], known: Known, faults: Faults) -> Ink | None:
    name: Named | None = found.values.get("swatch") if found is not None else None
    check_name(name, "swatch", known, faults)
    return inks.get(name.text) if name is not None else None
