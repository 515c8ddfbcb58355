"""Style rules, a name and a language -> TextStyle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from progprint.design.spacing import spacing_of
from progprint.design.types import Design, Length, StyleRule
from progprint.style import TextStyle

_LENGTHS = ("leading", "indent", "hanging_indent", "rise", "space_before", "space_after")
#: parts of `features:` that are said by friendly words
_FRIENDLY = (
    "small_caps", "all_small_caps", "figure_width", "figure_style", "ligatures", "kerning", "position",
    "fractions", "ordinals",
)  # fmt: skip
#: features that fonts have on, so that off must be said
_ALWAYS_ON = frozenset({"liga", "clig", "kern"})

_DEFAULT = TextStyle("body")

#: what stands small at other words where the layout does not say how: readings are half as large (JLREQ
#: 3.3.3); superior figures of text fonts are about 62 %, their heads level with those of capitals
_WITHIN: dict[str, dict[str, Any]] = {
    "ruby": {"size": Length(50, "%")},
    "note-mark": {"size": Length(62, "%"), "rise": Length(0.55, "em"), "italic": False},
}

#: so that 95 % of 8.8 pt is 8.36 pt on every page that shows it
_DIGITS = 6


def resolve_style(design: Design, name: str, lang: str) -> TextStyle:
    """Give the style `name` for `lang`; an unknown name falls back at its hyphens, at last on `body`."""
    found = design.resolved.get((name, lang))
    if found is None:
        found = cascaded(design.rules, design.page.baseline, name, lang)
        found = design.resolved[name, lang] = replace(found, spacing=spacing_of(lang, design.spacing))
    return found


def cascaded(rules: tuple[StyleRule, ...], baseline: float, name: str, lang: str) -> TextStyle:
    """Resolve one style without a memory; `baseline` is the grid's, in points."""
    known = defined_style(name, frozenset(rule.name for rule in rules))
    values = _values(rules, known, lang)
    size = values.setdefault("size", _DEFAULT.size)
    # the grid decides, not the default style: a layout that names no leading stands on its own lines
    values.setdefault("leading", Length(1, "line"))
    for field in _LENGTHS:
        if field in values:
            values[field] = _points(values[field], size, baseline)
    features = _features(values)
    return TextStyle(**{**values, "name": known, "features": features})


def resolve_within(design: Design, name: str, base: TextStyle, lang: str) -> TextStyle:
    """Give the style of what stands small at words in `base`: `ruby` or `note-mark`, laid over it.

    A share of size is of the base's, so that one style serves titles and text.
    """
    found = design.resolved.get((name, base, lang))
    if found is None:
        plain = replace(base, rise=0.0, tracking_em=0.0)
        rules = applying(design.rules, name, lang)
        values = _WITHIN[name] | {field: value for rule in rules for field, value in rule.values}
        size = _size(values["size"], base.size)
        for field in _LENGTHS:
            if field in values:
                values[field] = _points(values[field], size, design.page.baseline)
        if not {"features", *_FRIENDLY}.isdisjoint(values):
            values["features"] = _features(values)
        found = replace(plain, **{**values, "name": name, "size": size})
        design.resolved[name, base, lang] = found
    return found


def defined_style(name: str, known: frozenset[str]) -> str:
    """Cut `slot-time-late` at its hyphens until a known name is left; `body` when none is."""
    while name not in known:
        name, hyphen, _ = name.rpartition("-")
        if not hyphen:
            return "body"
    return name


def applying(rules: tuple[StyleRule, ...], name: str, lang: str) -> list[StyleRule]:
    """List the rules of exactly this name that hold for `lang`, the least specific first."""
    tags = set(_prefixes(lang.lower()))
    fitting = [rule for rule in rules if rule.name == name and (not rule.lang or rule.lang.lower() in tags)]
    return sorted(fitting, key=lambda rule: len(rule.lang.split("-")) if rule.lang else 0)


def _prefixes(lang: str) -> Iterator[str]:
    parts = lang.split("-")
    for count in range(1, len(parts) + 1):
        yield "-".join(parts[:count])


def _values(rules: tuple[StyleRule, ...], name: str, lang: str) -> dict[str, Any]:
    """Lay the rules over those of the parent; lengths stay as written but the size, which is points."""
    line: list[list[StyleRule]] = []
    met: set[str] = set()
    # a circle is a fault of the layout, reported when it is read
    while name and name not in met:
        met.add(name)
        own = applying(rules, name, lang)
        line.append(own)
        name = parent_of(own, name)
    values: dict[str, Any] = {}
    for rule in (rule for own in reversed(line) for rule in own):
        for field, value in rule.values:
            values[field] = _size(value, values.get("size", _DEFAULT.size)) if field == "size" else value
    return values


def parent_of(own: list[StyleRule], name: str) -> str:
    """Name the parent of a style, from the rules that hold: the most specific `inherit:`, else `body`."""
    return next((rule.inherits for rule in reversed(own) if rule.inherits), "" if name == "body" else "body")


def _size(value: object, inherited: float) -> float:
    assert isinstance(value, Length)
    return round(inherited * value.value / 100, _DIGITS) if value.unit == "%" else value.value


def _points(length: Length, size: float, baseline: float) -> float:
    factor = {"pt": 1.0, "em": size, "%": size / 100, "line": baseline}[length.unit]
    return round(length.value * factor, _DIGITS)


def _features(values: dict[str, Any]) -> tuple[str, ...]:
    """Put features together from `features:` and its friendly forms, each once; `-kern` is one off."""
    wanted: dict[str, bool] = dict.fromkeys(values.get("features", ()), True)
    if values.get("capitals"):
        wanted["case"] = True
    for part in _FRIENDLY:
        for tag in values.pop(part, ()):
            name = tag.removeprefix("-")
            wanted.pop(name, None)
            wanted[name] = name == tag
    return tuple(tag if on else f"-{tag}" for tag, on in wanted.items() if on or tag in _ALWAYS_ON)
