"""Rows of `styles:` -> StyleRules."""

from __future__ import annotations

from progprint.design.cascade import applying, parent_of
from progprint.design.forms import Faults, Named, Record
from progprint.design.names import Known, check_name
from progprint.design.style_keys import STYLE_KEYS
from progprint.design.swatches import lineage
from progprint.design.types import StyleRule
from progprint.source import error
from progprint.style import BLACK, Ink

RuleRows = tuple[tuple[Named, tuple[str, str], Record], ...]


def make_rules(rows: RuleRows, inks: dict[str, Ink], known: Known, faults: Faults) -> tuple[StyleRule, ...]:
    """Make the rules in the order written; unknown families, swatches and parents are reported."""
    rules = []
    for place, (name, lang), found in rows:
        inherits: Named | None = found.values.get("inherit")
        check_name(found.values.get("family"), "family", known, faults)
        colour: Named | None = found.values.get("colour")
        check_name(colour, "swatch", known, faults)
        if colour is not None and (ink := inks.get(colour.text)) is not None and ink.blend is not None:
            message = f"`{colour.text}` is a gradient; type has one colour"
            hint = "gradients are for grounds: covers, openers, panels, section colours"
            faults.append(error("gradient-in-text", message, colour.source, hint))
        check_name(inherits, "style", known, faults)
        values: list[tuple[str, object]] = []
        for key, value in found.values.items():
            if key != "inherit":
                values.extend(_fields(key, value, inks))
        rules.append(StyleRule(name, lang, inherits.text if inherits else "", tuple(values), place.source))
    made = tuple(rules)
    _report_circles(made, faults)
    return made


def _fields(key: str, value: object, inks: dict[str, Ink]) -> list[tuple[str, object]]:
    field = STYLE_KEYS[key].field
    if field == "figures":
        assert isinstance(value, tuple)
        return list(value)
    if isinstance(value, Named):
        return [(field, inks.get(value.text, BLACK) if field == "ink" else value.text)]
    return [(field, value)]


def _report_circles(rules: tuple[StyleRule, ...], faults: Faults) -> None:
    """Report styles that inherit from themselves, in any language; each circle once."""
    told: set[frozenset[str]] = set()
    by_name: dict[str, tuple[StyleRule, ...]] = {}
    for rule in rules:
        by_name[rule.name] = (*by_name.get(rule.name, ()), rule)
    for lang in dict.fromkeys(rule.lang for rule in rules):
        own = {name: applying(of_name, name, lang) for name, of_name in by_name.items()}
        parents = {name: parent for name in own if (parent := parent_of(own[name], name))}
        for name in own:
            line = lineage(name, parents)
            circle = line[line.index(line[-1]) :]
            if len(circle) == 1 or frozenset(circle) in told:
                continue
            told.add(frozenset(circle))
            # one of them says `inherit:`; `body` by itself has no parent
            rule = next(rule for member in circle for rule in reversed(own[member]) if rule.inherits)
            message = f"styles inherit from each other: {' -> '.join(circle)}"
            hint = "without `inherit:` a style is a variant of `body`" if "body" in circle else ""
            faults.append(error("circular-style", message, rule.source, hint))
