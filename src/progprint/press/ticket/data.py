"""Ticket -> JSON for the shop's programs: names that stay, units in them."""

from __future__ import annotations

import json
from pathlib import Path

from progprint.geom import mm
from progprint.press.preflight.words import diagnostics
from progprint.press.ticket.types import Binding, Condition, Handed, Licence, Pictures, Printed, Sizes, Ticket

#: raised by one when a name goes or comes to mean something else; new names leave it
SCHEMA = 1
#: by this a folder is known as one of ours
KIND = "progprint job ticket"


def ticket_json(ticket: Ticket) -> str:
    """Write a ticket for programs."""
    festival = ticket.festival
    rows = {
        "kind": KIND,
        "schema": SCHEMA,
        "progprint": ticket.version,
        "date": ticket.date,
        "copies": ticket.copies or None,
        "note": ticket.note or None,
        "festival": {
            "names": festival.names, "edition": festival.edition or None,
            "first_day": festival.days[0], "last_day": festival.days[1],
            "organiser": festival.organiser or None, "site": festival.site or None,
            "imprint": festival.imprint,
        },
        "layout": ticket.layout,
        "languages": ticket.languages,
        "press": {
            "profile": ticket.press.name, "standard": ticket.press.standard,
            "bleed_mm": _mm(ticket.press.bleed), "total_ink_percent": _percent(ticket.press.total_ink),
            "marks": ticket.press.marks,
        },
        "binding": _binding(ticket.binding, right=ticket.printed[0].survey.right_bound),
        "printed": [_printed(printed) for printed in ticket.printed],
        "fonts": [_font(licence) for licence in ticket.licences],
        "fonts_of_placed_files": ticket.strange_fonts,
        "files": [_file(file) for file in ticket.files],
    }
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _binding(binding: Binding, *, right: bool) -> dict[str, object]:
    spine, bound = binding.spine, binding.kind != "loose"
    return {
        "kind": binding.kind,
        "edge": ("right" if right else "left") if bound else None,
        "pages": binding.pages,
        "cover_pages": binding.cover_pages,
        "added_blank_pages": binding.added,
        "leaf_mm": _mm(binding.paper) if bound else None,
        "creep_mm": [_mm(side) for side in binding.creep] if binding.kind == "saddle" else None,
        "spine_mm": _mm(spine.width) if spine else None,
        "board_mm": _mm(spine.board) if spine else None,
        "flaps_mm": _mm(spine.flaps) if spine else None,
    }


def _printed(printed: Printed) -> dict[str, object]:
    survey, (most, page) = printed.survey, printed.survey.most_ink
    return {
        "file": printed.name,
        "role": printed.role,
        "pages": len(survey.pages),
        "first_folio": printed.first_folio or None,
        "sizes": [_sizes(sizes, pages) for sizes, pages in survey.sizes],
        "standard": survey.standard or None,
        "pdf_version": survey.pdf_version,
        "condition": _condition(survey.condition),
        "plates": [{"name": plate, "pages": survey.pages_with(plate)} for plate in survey.plates],
        "pages_in_colour": survey.coloured,
        "pages_in_black_only": survey.black_only,
        "pages_blank": survey.blank,
        "pages_not_read_in_full": [page.number for page in survey.pages if page.unsure],
        "total_ink_percent": {"most": _percent(most), "page": page} if page else None,
        "pictures": _pictures(survey.pictures),
        "fonts": survey.fonts,
        "findings": [
            {"severity": d.severity.value, "code": d.code, "message": d.message, "hint": d.hint}
            for d in diagnostics(printed.report, Path(printed.name))
        ],
    }


def _sizes(sizes: Sizes, pages: tuple[int, ...]) -> dict[str, object]:
    sides = dict(zip(("left", "top", "right", "bottom"), map(_mm, sizes.bleed), strict=True))
    boxes = {"trim": sizes.trim, "media": sizes.media}
    measures = {name: {"width_mm": _mm(box[0]), "height_mm": _mm(box[1])} for name, box in boxes.items()}
    return {**measures, "bleed_mm": sides, "pages": pages}


def _condition(condition: Condition) -> dict[str, object]:
    from hashlib import sha256

    return {
        "name": condition.name, "registry": condition.registry or None,
        "icc_name": condition.icc_name or None,
        "icc_sha256": sha256(condition.icc).hexdigest() if condition.icc else None,
    }


def _pictures(pictures: Pictures) -> dict[str, object]:
    lowest = pictures.lowest
    place = {
        "resolution_ppi": round(lowest.resolution, 1), "page": lowest.page,
        "x_mm": _mm(lowest.at[0]), "y_mm": _mm(lowest.at[1]),
    } if lowest is not None else None
    return {"count": pictures.number, "line_art": pictures.line_art, "lowest": place}


def _font(licence: Licence) -> dict[str, object]:
    return {
        "family": licence.family, "embedded": licence.faces, "copyright": licence.copyright,
        "licence": licence.licence or None, "file": licence.file or None,
    }


def _file(file: Handed) -> dict[str, object]:
    return {"name": file.name, "role": file.role, "bytes": file.size, "sha256": file.sha256}


def _mm(points: float) -> float:
    return round(points / mm(1), 3)


def _percent(share: float) -> float:
    return round(share * 100, 1)
