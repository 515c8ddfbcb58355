"""The ticket as a shop's programs read it: names that stay."""

from __future__ import annotations

import json
from typing import Any

import pytest

from progprint.geom import mm
from progprint.press.ticket.data import KIND, SCHEMA, ticket_json
from progprint.press.ticket.types import Binding, Ticket

NAMES = {
    "kind", "schema", "progprint", "date", "copies", "note", "festival", "layout", "languages", "press", "binding",
    "printed", "fonts", "fonts_of_placed_files", "files",
}
OF_A_FILE = {
    "file", "role", "pages", "first_folio", "sizes", "standard", "pdf_version", "condition", "plates", "pages_in_colour",
    "pages_in_black_only", "pages_blank", "pages_not_read_in_full", "total_ink_percent", "pictures", "fonts", "findings",
}


@pytest.fixture
def rows(ticket: Ticket) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ticket_json(ticket))
    return found


def test_no_name_changes_without_a_new_schema(rows: dict[str, Any]) -> None:
    assert (rows["kind"], rows["schema"]) == (KIND, SCHEMA) == ("progprint job ticket", 1)
    assert rows.keys() == NAMES
    assert all(printed.keys() == OF_A_FILE for printed in rows["printed"])


def test_lengths_are_millimetres_and_say_so(rows: dict[str, Any]) -> None:
    interior = rows["printed"][0]
    sizes, = interior["sizes"]
    assert sizes["trim"] == {"width_mm": 148.0, "height_mm": 210.0} and sizes["media"]["width_mm"] == 154.0
    assert sizes["bleed_mm"] == dict.fromkeys(("left", "top", "right", "bottom"), 3.0)
    assert rows["binding"]["spine_mm"] == 9.0 and rows["binding"]["leaf_mm"] == 0.1
    assert interior["pictures"]["lowest"] == {"resolution_ppi": 211.6, "page": 2, "x_mm": 20.0, "y_mm": 31.0}


def test_pages_are_told_by_what_they_are_printed_in(rows: dict[str, Any]) -> None:
    interior = rows["printed"][0]
    assert interior["pages_in_black_only"] == [1] and interior["pages_in_colour"] == [2, 3] and interior["pages_blank"] == [4]
    assert {p["name"]: p["pages"] for p in interior["plates"]}["PANTONE 485 C"] == [3]
    assert interior["total_ink_percent"] == {"most": 291.4, "page": 2}


def test_what_does_not_apply_is_null(ticket: Ticket) -> None:
    loose = json.loads(ticket_json(ticket._replace(binding=Binding("loose", 3, 0, (), mm(0.1)), copies=0)))
    assert loose["binding"]["edge"] is loose["binding"]["creep_mm"] is loose["binding"]["spine_mm"] is loose["copies"] is None
