"""Name or measures of a sheet of paper -> its sides in points."""

from __future__ import annotations

import re

from progprint.geom import mm

#: mm. ISO 216 papers, ISO 217 press sheets (RA, SRA), and what American shops have; width first, upright
SHEETS = {
    "A1": (594.0, 841.0),
    "A2": (420.0, 594.0),
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "B1": (707.0, 1000.0),
    "B2": (500.0, 707.0),
    "B3": (353.0, 500.0),
    "B4": (250.0, 353.0),
    "B5": (176.0, 250.0),
    "RA1": (610.0, 860.0),
    "RA2": (430.0, 610.0),
    "RA3": (305.0, 430.0),
    "RA4": (215.0, 305.0),
    "SRA1": (640.0, 900.0),
    "SRA2": (450.0, 640.0),
    "SRA3": (320.0, 450.0),
    "SRA4": (225.0, 320.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
    "Tabloid": (279.4, 431.8),
}
_UNITS = {"mm": mm(1), "cm": mm(10), "in": 72.0, "pt": 1.0}
_LENGTH = re.compile(r"(\d{1,5}(?:\.\d+)?)\s*(mm|cm|in|pt)")
_SIDES = re.compile(r"(\d{1,5}(?:\.\d+)?)\s*(mm|cm|in|pt)?\s*[x×]\s*(\d{1,5}(?:\.\d+)?)\s*(mm|cm|in|pt)")
#: what a PDF page may measure at most (ISO 32000-1, annex C): points
LONGEST = 14400.0
#: no sheet and no page is smaller: points
SHORTEST = 3.0


def read_sheet(text: str) -> tuple[float, float] | None:
    """Read `SRA3`, `A4` or `330x488mm` as two sides in points; None when it is neither."""
    named = {name.lower(): sides for name, sides in SHEETS.items()}.get(text.strip().lower())
    if named:
        return mm(named[0]), mm(named[1])
    match = _SIDES.fullmatch(text.strip().lower())
    if match is None:
        return None
    width = float(match[1]) * _UNITS[match[2] or match[4]]
    height = float(match[3]) * _UNITS[match[4]]
    return (width, height) if all(SHORTEST <= side <= LONGEST for side in (width, height)) else None


def read_length(text: str) -> float | None:
    """Read `3mm` or `0.1 mm` or `9pt` in points; None when it is no length."""
    match = _LENGTH.fullmatch(text.strip().lower())
    return float(match[1]) * _UNITS[match[2]] if match else None


def shown(width: float, height: float) -> str:
    """`148 × 210 mm`."""
    return f"{in_mm(width)} × {in_mm(height)} mm"


def in_mm(length: float) -> str:
    """Points as millimetres, with as many decimals as a rule can measure: `6`, `302.4`, `0.35`."""
    return f"{length * 25.4 / 72:.2f}".rstrip("0").rstrip(".")
