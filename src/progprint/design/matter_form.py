"""What `blocks:` may say of an imprint, a back and the venue's sheets -> their fields."""

from __future__ import annotations

from progprint.design import values as v
from progprint.design.forms import Field, count, scalar
from progprint.design.line_form import columns_form, lines_form
from progprint.design.style_keys import LENGTH_SCHEMA

#: what a line of an imprint or a back may name
FESTIVAL_FIELDS = ("festival", "edition", "dates", "organiser", "tagline", "site", "imprint")
#: what a row of a run sheet may name beyond a film's and a screening's fields
ROW_FIELDS = ("doors", "end", "total", "other_titles", "steps")
HEADING_FIELDS = ("venue", "venue_code", "address", "seats", "day", "weekday", "date")

_POINTS = scalar(v.points, LENGTH_SCHEMA)
_GAP = Field(scalar(v.length("line"), LENGTH_SCHEMA), "room before the festival's own text")


def _heights(text: str) -> tuple[float, float] | v.Wrong:
    first, dots, last = text.partition("..")
    least, most = v.points(first.strip()), v.points((last if dots else first).strip())
    if isinstance(least, v.Wrong) or isinstance(most, v.Wrong) or least > most:
        return v.Wrong("two heights such as 34mm .. 48mm, the smaller one first")
    return least, most


def matter_forms(screening: tuple[str, ...]) -> dict[str, tuple[dict[str, Field], str]]:
    """Give what may be said of each block, and what it is; `screening`: a film's and a screening's fields."""
    return {
        "imprint": (
            {
                "lines": Field(lines_form(*FESTIVAL_FIELDS, "heading", page=False), "what it says, in order"),
                "gap": _GAP,
            },
            "who made it",
        ),
        "back": (
            {
                "lines": Field(lines_form(*FESTIVAL_FIELDS, page=False), "what it says, in order"),
                "gap": _GAP,
            },
            "the last page",
        ),
        "run-sheet": (
            {
                "heading": Field(lines_form(*HEADING_FIELDS, page=False), "what stands over the rows"),
                "columns": Field(
                    columns_form(*screening, *ROW_FIELDS, page=False), "of a row, from left to right"
                ),
                "gap": Field(_POINTS, "room between two columns"),
                "rows": Field(count(1, 24), "most rows on a page"),
                "height": Field(
                    scalar(_heights, LENGTH_SCHEMA), "a row's, least and on a page with room: 34mm .. 48mm"
                ),
                "notes": Field(count(0, 30), "lines to write on, 0 for none"),
                "box": Field(_POINTS, "side of the box that is ticked"),
            },
            "a venue's day for its staff",
        ),
        "day-grid": (
            {
                "lines": Field(lines_form(*screening, page=False), "what a box says"),
                "label": Field(_POINTS, "width of a venue's label"),
                "row": Field(_POINTS, "least height of a venue's row"),
                "tick": Field(count(1, 60), "minutes between two ticks"),
            },
            "a day of all venues for the staff",
        ),
    }
