"""Rows of `swatches:` -> inks by name."""

from __future__ import annotations

from typing import Any

from progprint.design.forms import Faults, Named, Record
from progprint.design.names import Known, check_name
from progprint.design.types import Design
from progprint.source import error
from progprint.style import BLACK, PAPER, Blend, Ink

SwatchRows = tuple[tuple[Named, str, Record], ...]


def make_swatches(rows: SwatchRows, known: Known, faults: Faults) -> dict[str, Ink]:
    """Mix the inks: the four plates first, then tints of other swatches whatever their order."""
    inks: dict[str, Ink] = {"paper": PAPER, "black": BLACK}
    tints: dict[str, tuple[Named, float]] = {}
    gradients: dict[str, Record] = {}
    for place, name, found in rows:
        if "gradient" in found.places:
            inks.pop(name, None)
            _report_clash(name, found, faults)
            if "gradient" in found.values:
                gradients[name] = found.values["gradient"]
            continue
        ink = _own(place, name, found, faults)
        if ink is not None:
            inks[name] = ink
        elif "of" in found.values:
            inks.pop(name, None)
            tints[name] = (found.values["of"], found.values.get("tint", 1.0))
    _report_tints(tints, gradients, faults)
    parents = {name: of.text for name, (of, _) in tints.items()}
    for name in tints:
        line = lineage(name, parents)
        if line[-1] in line[:-1]:
            _report_circle(line, tints, faults)
        else:
            check_name(tints[name][0], "swatch", known, faults)
            _mix(line, inks, tints)
    for name, found in gradients.items():
        inks[name] = _run(name, found.values, (inks, gradients), known, faults)
    return inks


def _run(
    name: str,
    values: dict[str, Any],
    house: tuple[dict[str, Ink], dict[str, Record]],
    known: Known,
    faults: Faults,
) -> Ink:
    """Make a gradient's ink: the one it begins with, and where it leads."""
    inks, gradients = house
    ends: list[Ink] = []
    for key in ("from", "to"):
        word: Named | None = values.get(key)
        check_name(word, "swatch", known, faults)
        if word is not None and word.text in gradients:
            code = "circular-swatch" if word.text == name else "bad-value"
            message = f"the gradient `{name}` runs {key} `{word.text}`, which is a gradient"
            hint = "a gradient runs from one plain swatch to another"
            faults.append(error(code, message, word.source, hint))
        ends.append(inks.get(word.text, PAPER) if word is not None else PAPER)
    start, end = ends
    return start._replace(name=name, blend=Blend(end._replace(blend=None), values.get("angle", 0.0)))


def _report_clash(name: str, found: Record, faults: Faults) -> None:
    for key in ("cmyk", "spot", "of", "tint"):
        if key in found.places:
            message = f"swatch `{name}` has both `gradient` and `{key}`"
            hint = "a gradient takes its plates from the swatches it runs between"
            faults.append(error("bad-value", message, found.places[key], hint))


def _report_tints(
    tints: dict[str, tuple[Named, float]], gradients: dict[str, Record], faults: Faults
) -> None:
    for name, (of, _) in tints.items():
        if of.text in gradients:
            message = f"swatch `{name}` is a tint of `{of.text}`, a gradient"
            hint = "make tints of the swatches it runs between, and a gradient of those"
            faults.append(error("bad-value", message, of.source, hint))


def lineage(name: str, parents: dict[str, str]) -> list[str]:
    """Follow parents up; in a circle the last name stands in the list twice."""
    line = [name]
    while line[-1] in parents and line[-1] not in line[:-1]:
        line.append(parents[line[-1]])
    return line


def _report_circle(line: list[str], tints: dict[str, tuple[Named, float]], faults: Faults) -> None:
    circle = line[line.index(line[-1]) :]
    # each circle is met from every swatch that leads into it, and told once
    if line[0] == min(circle):
        of = tints[line[0]][0]
        faults.append(
            error("circular-swatch", f"swatches are tints of each other: {' -> '.join(circle)}", of.source)
        )


def _mix(line: list[str], inks: dict[str, Ink], tints: dict[str, tuple[Named, float]]) -> None:
    base = inks.get(line[-1], PAPER)
    for step in reversed(line[:-1]):
        share = tints[step][1]
        c, m, y, k = (round(plate * share, 6) for plate in base[:4])
        base = Ink(c, m, y, k, step, base.spot, round(base.tint * share, 6))
        inks[step] = base


def _own(place: Named, name: str, found: Record, faults: Faults) -> Ink | None:
    values = found.values
    if "of" in found.places:
        clash = [key for key in ("cmyk", "spot") if key in found.places]
        if clash:
            message = f"swatch `{name}` has both `of` and `{clash[0]}`"
            faults.append(
                error(
                    "bad-value",
                    message,
                    found.places[clash[0]],
                    "a tint takes its plates from the other swatch",
                )
            )
        return None
    if "cmyk" not in found.places:
        hint = (
            "what a proof shows for a spot ink too" if "spot" in values else "such as {cmyk: [0, 90, 76, 0]}"
        )
        message = f"swatch `{name}` needs `cmyk`, `of` or `gradient`"
        faults.append(error("missing-key", message, place.source, hint))
        return None
    if "cmyk" not in values:
        return Ink(0, 0, 0, 0, name)
    share = values.get("tint", 1.0)
    c, m, y, k = (plate * share for plate in values["cmyk"])
    return Ink(c, m, y, k, name, values.get("spot", ""), share)


def section_ink(design: Design, key: str, keys: tuple[str, ...]) -> Ink | None:
    """Give a festival section its ink; `keys` are all sections in order, for those that take turns."""
    own = design.section_colours.get(key)
    if own is None:
        turns = design.section_colours.get("*", "").split()
        others = [other for other in keys if other not in design.section_colours]
        own = turns[others.index(key) % len(turns)] if turns and key in others else None
    return design.swatches.get(own) if own else None
