"""`cover-sheet` of a layout -> the sheet that a cover of its own is printed on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from progprint.design import values as v
from progprint.design.forms import Faults, Field, Named, Record, choice, record, scalar
from progprint.design.names import Known, check_name
from progprint.design.style_keys import LENGTH_SCHEMA, NAME
from progprint.design.types import CoverSheet
from progprint.geom import fits, mm
from progprint.source import error
from progprint.style import Ink

_POINTS = scalar(v.points, LENGTH_SCHEMA)

#: thicker are neither leaves nor covers: board of 600 g/m2 is 1 mm
MOST = {"paper": mm(1), "board": mm(10)}

COVER_SHEET = record(
    {
        "paper": Field(_POINTS, "thickness of a leaf of the pages inside: 0.1mm"),
        "board": Field(_POINTS, "what cover and glue add to the spine: 0.3mm"),
        "flaps": Field(_POINTS, "width of the flaps at both fore-edges; 0mm: none"),
        "spine-from": Field(_POINTS, "width of a spine that has text: 5mm"),
        "inside": Field(
            choice("blank", "pages"),
            "blank; pages: inside stand the page after the cover and the one before the back",
        ),
        "wrap": Field(
            choice("none", "spine", "flaps", "all"),
            "what pictures and panels that bleed run on over: none: they end at the folds",
        ),
        "spine-ground": Field(NAME, "the spine's colour, a swatch; without it the front's ground runs on"),
    },
    "`cover-sheet`",
)


def make_cover_sheet(
    found: Record | None, width: float, inks: Mapping[str, Ink], known: Known, faults: Faults
) -> CoverSheet:
    """Make the sheet of the cover of pages as wide as that, in points."""
    if found is None:
        return CoverSheet()
    values: dict[str, Any] = dict(found.values)
    name: Named | None = values.pop("spine-ground", None)
    check_name(name, "swatch", known, faults)
    if name is not None and values.get("wrap") in ("spine", "all"):
        message = "pictures run on over the spine, so that nothing is seen of its own ground"
        hint = "leave out `spine-ground`, or say `wrap: flaps` or `none`"
        faults.append(error("contradiction", message, name.source, hint))
    for key, most in MOST.items():
        if values.get(key, 0.0) > most:
            hint = "paper of 100 g/m2 is about 0.1mm thick, a cover of 300 g/m2 about 0.3mm"
            message = f"`{key}` is more than {most / mm(1):g} mm thick"
            faults.append(error("bad-value", message, found.places[key], hint))
    ground = inks.get(name.text) if name is not None else None
    plain = {key.replace("-", "_"): value for key, value in values.items()}
    sheet = CoverSheet(**plain, spine_ground=ground)
    if not fits(sheet.flaps, width):
        message = f"flaps of {sheet.flaps / mm(1):.4g} mm are wider than the page of {width / mm(1):.4g} mm"
        hint = "they would meet in the fold; about two thirds of the page are usual"
        faults.append(error("flaps-too-wide", message, found.places["flaps"], hint))
    return sheet
