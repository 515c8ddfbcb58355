"""Names of spot inks -> the same, or what is wrong with them."""

from __future__ import annotations

import re
from typing import Any

from progprint.design.forms import Faults
from progprint.design.swatches import SwatchRows
from progprint.design.values import Wrong
from progprint.diag import Diagnostic, Severity, Source

#: plates that every press has, and the two names that stand for all and for none (ISO 32000-1, 8.6.6.4)
TAKEN = frozenset({"cyan", "magenta", "yellow", "black", "all", "none"})


def spot_name(text: str) -> str | Wrong:
    """Read the name of a spot ink's plate."""
    name = " ".join(text.split())
    if not name:
        return Wrong("the name of a plate, such as PANTONE 485 C")
    if name.casefold() in TAKEN:
        return Wrong("the name of a plate that is no process ink", f"`{name}` is a plate of every press")
    return name


def check_spots(rows: SwatchRows, faults: Faults) -> None:
    """Report plates by names that differ only in spaces or capitals, and one plate with two looks."""
    seen: dict[str, tuple[str, Any]] = {}
    for _, _, found in rows:
        name, cmyk = found.values.get("spot"), found.values.get("cmyk")
        if name is None:
            continue
        first, looks = seen.setdefault(re.sub(r"[\W_]+", "", name).casefold(), (name, cmyk))
        if first != name:
            message = f"`{name}` and `{first}` are two plates by nearly one name"
            faults.append(_doubt("spot-names", message, found.places["spot"], f"is it `{first}`, too?"))
        elif looks != cmyk and cmyk is not None:
            message = f"the plate `{name}` has other looks in an earlier swatch"
            hint = "a proof shows the first; tints are made with `of` and `tint`"
            faults.append(_doubt("spot-looks", message, found.places["spot"], hint))


def _doubt(code: str, message: str, place: Source, hint: str) -> Diagnostic:
    return Diagnostic(Severity.WARNING, code, message, place, hint)
