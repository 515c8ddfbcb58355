"""Text of a layout -> lengths, shares, flags, names; what is wrong comes back as `Wrong`, not raised."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from progprint.design.types import Length
from progprint.geom import mm


class Wrong(NamedTuple):
    """The text is not what stands here."""

    #: completes "this is not ...", e.g. "a length such as 3mm"
    expected: str
    hint: str = ""


#: reads one text: the value, or Wrong
Parse = Callable[[str], Any]

#: units that need nothing else to be known, in points
POINTS: dict[str, Callable[[float], float]] = {
    "pt": lambda value: value,
    "mm": mm,
    "cm": lambda value: mm(value * 10),
    "in": lambda value: value * 72,
    "pc": lambda value: value * 12,
}
#: units that need a size or the grid, with the name they are kept under
RELATIVE = {"em": "em", "line": "line", "lines": "line", "%": "%"}

#: trims by name, portrait, in millimetres (ISO 216; ANSI Letter and Legal)
PAPERS = {
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
    "A6": (105.0, 148.0),
    "B5": (176.0, 250.0),
    "B6": (125.0, 176.0),
    "Letter": (215.9, 279.4),
    "Legal": (215.9, 355.6),
}

WEIGHTS = {
    "thin": 100,
    "extralight": 200,
    "light": 300,
    "regular": 400,
    "medium": 500,
    "semibold": 600,
    "bold": 700,
    "extrabold": 800,
    "black": 900,
}

#: characters of one leader: a sign and its spaces
MOST_LEADER = 4

#: `figures:` word -> (axis, OpenType features); the two axes are set apart, so each can be changed alone
FIGURES = {
    "tabular": ("figure_width", ("tnum",)),
    "proportional": ("figure_width", ("pnum",)),
    "old-style": ("figure_style", ("onum",)),
    "lining": ("figure_style", ("lnum",)),
}

#: `ligatures:` word -> OpenType features; common ones are on in every font
LIGATURES = {"common": ("-dlig",), "all": ("dlig",), "none": ("-liga", "-clig", "-dlig")}

#: `position:` word -> OpenType features
POSITIONS = {"normal": ("-sups", "-subs"), "superior": ("-subs", "sups"), "inferior": ("-sups", "subs")}

FLAGS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}

#: no length of a page and no share of an em is as large
_MOST = 1e5

NUMBER = r"[-+]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
NAME = r"[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*"
TAG = r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"

_MEASURE = re.compile(rf"({NUMBER})(?:/([0-9]+))?\s*([A-Za-z]+|%)?")
_SIDES = re.compile(rf"({NUMBER})\s*(mm|cm|in|pt)?\s*[x×]\s*({NUMBER})\s*(mm|cm|in|pt)")
_COLUMNS = re.compile(r"([0-9]{1,3})(?:\s*(?:-|–|\.\.)\s*([0-9]{1,3}))?(?:\s+of\s+([0-9]{1,3}))?")
_TAG = re.compile(TAG)
_WHOLE = re.compile(r"[0-9]{1,6}")
_NAME = re.compile(NAME)
_RULE_NAME = re.compile(rf"({NAME})(?::lang\(({TAG})\))?")


def _measured(text: str) -> tuple[float, str] | None:
    match = _MEASURE.fullmatch(text.strip())
    if match is None:
        return None
    divisor = float(match[2]) if match[2] else 1.0
    value = float(match[1]) / divisor if divisor else math.inf
    return (value, match[3] or "") if abs(value) <= _MOST else None


def _examples(relative: tuple[str, ...]) -> str:
    shown = {"em": "2em", "line": "1 line", "%": "95 %"}
    return "a length such as " + " or ".join(["3mm", "8.8pt", *(shown[unit] for unit in relative)])


def length(*relative: str, least: float | None = 0.0, above: bool = False) -> Parse:
    """Make a reader of mm, cm, in, pt, pc and the relative units named; `above` refuses `least` itself."""
    expected = _examples(relative)

    def parse(text: str) -> Length | Wrong:
        found = _measured(text)
        if found is None:
            return Wrong(expected)
        value, unit = found
        if unit in POINTS:
            got = Length(POINTS[unit](value))
        elif RELATIVE.get(unit) in relative:
            got = Length(value, RELATIVE[unit])
        elif not unit and value == 0:
            got = Length(0.0)
        else:
            return Wrong(expected, "" if unit else f"a length carries its unit: `{text}mm` or `{text}pt`")
        if least is not None and (got.value < least or (above and got.value == least)):
            return Wrong(f"{expected}, {'above' if above else 'at least'} {least:g}")
        return got

    return parse


def points(text: str) -> float | Wrong:
    """Read a length of 0 or more that depends on nothing."""
    got = length()(text)
    return got if isinstance(got, Wrong) else float(got.value)


def length_range(text: str) -> tuple[Length, Length] | Wrong:
    """Read `62mm` (fixed) or `62mm .. 84mm`; a missing first unit is the second's."""
    expected = "a height such as 62mm or 62mm .. 84mm or 6 lines or 40 % of the page"
    first, dots, last = (part.strip() for part in text.partition(".."))
    if not dots:
        first, last = text, text
    parse = length("line", "%", above=True)
    greatest = parse(last)
    if isinstance(greatest, Wrong):
        return Wrong(expected, greatest.hint)
    found = _measured(first)
    bare = found is not None and not found[1]
    least = parse(first + last[len(last.rstrip("abcdefghijklmnopqrstuvwxyz% ")) :] if bare else first)
    if isinstance(least, Wrong):
        return Wrong(expected)
    if least.unit == greatest.unit and least.value > greatest.value:
        return Wrong("a height from-to that rises", f"did you mean `{last} .. {first}`?")
    return least, greatest


def share(text: str) -> float | Wrong:
    """Read `15 %` as 0.15."""
    found = _measured(text)
    if found is None or (found[1] != "%" and (found[1] or found[0] != 0)):
        return Wrong(
            "a share such as 15 %", f"did you mean `{text.strip()} %`?" if found and not found[1] else ""
        )
    return found[0] / 100


def tint(text: str) -> float | Wrong:
    """Read a share between 0 % and 100 %."""
    got = share(text)
    if isinstance(got, Wrong):
        return got
    return got if 0 <= got <= 1 else Wrong("a tint from 0 % to 100 %")


def plate(text: str) -> float | Wrong:
    """Read one of the four numbers of `cmyk:`, 0 to 100, as 0 to 1."""
    found = _measured(text)
    if found is None or found[1] not in ("", "%") or not 0 <= found[0] <= 100:
        return Wrong("an amount of ink from 0 to 100")
    return found[0] / 100


def angle(text: str) -> float | Wrong:
    """Read degrees, -360 to 360."""
    found = _measured(text.strip().removesuffix("°").removesuffix("deg"))
    if found is None or found[1] or abs(found[0]) > 360:
        hint = "0 runs from left to right, 90 from the foot to the head"
        return Wrong("an angle in degrees such as 90", hint)
    return found[0]


def part(text: str) -> float | Wrong:
    """Read a share of 0 to 1: `0.3`, `30 %`."""
    found = _measured(text)
    if found is not None and found[1] in ("", "%"):
        value = found[0] / 100 if found[1] else found[0]
        if 0 <= value <= 1:
            return value
    return Wrong("a share between 0 and 1, such as 0.3 or 30 %")


def em_share(text: str) -> float | Wrong:
    """Read `1/4 em`, `0.02em`, `20/1000 em` or `2 %` as a share of the em."""
    found = _measured(text)
    if found is not None:
        value, unit = found
        if unit == "em" or (not unit and value == 0):
            return value
        if unit == "%":
            return value / 100
    return Wrong("a share of the em such as 1/4 em or 0.02em or 2 %")


def flag(text: str) -> bool | Wrong:
    """Read yes or no."""
    got = FLAGS.get(text.strip().lower())
    return Wrong("yes or no") if got is None else got


def whole(least: int, most: int) -> Parse:
    """Make a reader of whole numbers."""

    def parse(text: str) -> int | Wrong:
        plain = text.strip()
        if _WHOLE.fullmatch(plain) and least <= int(plain) <= most:
            return int(plain)
        return Wrong(f"a whole number from {least} to {most}")

    return parse


def weight(text: str) -> int | Wrong:
    """Read `bold` or 700; the scale of OpenType's `wght`."""
    plain = text.strip().lower()
    if plain in WEIGHTS:
        return WEIGHTS[plain]
    if _WHOLE.fullmatch(plain) and 100 <= int(plain) <= 900:
        return int(plain)
    return Wrong("a weight such as regular, semibold, bold or a number from 100 to 900")


def italic(text: str) -> bool | Wrong:
    """Read the friendly form `style: italic`."""
    words = {"italic": True, "regular": False, "roman": False, "upright": False}
    got = words.get(text.strip().lower())
    return Wrong("italic or regular") if got is None else got


def trim(text: str) -> tuple[float, float] | Wrong:
    """Read `A5`, `A4 landscape` or `165x240mm` as width and height in points."""
    name, _, turn = text.strip().partition(" ")
    paper = next((size for key, size in PAPERS.items() if key.lower() == name.lower()), None)
    if paper is not None and turn.strip() in ("", "portrait", "landscape"):
        width, height = (mm(side) for side in paper)
        return (height, width) if turn.strip() == "landscape" else (width, height)
    match = _SIDES.fullmatch(text.strip())
    if match is None:
        return Wrong("a trim such as A5 or A4 landscape or 165x240mm", "papers known: " + ", ".join(PAPERS))
    width = POINTS[match[2] or match[4]](float(match[1]))
    height = POINTS[match[4]](float(match[3]))
    return (width, height) if width > 0 and height > 0 else Wrong("a trim with two sides above 0")


def columns(text: str) -> tuple[int, int, int] | Wrong:
    """Read `1-4` or `2` as first and last column; `1-3 of 5` with the number of parts, else 0."""
    expected = "columns such as 1-4 or 2 or 1-3 of 5"
    match = _COLUMNS.fullmatch(text.strip())
    if match is None:
        return Wrong(expected)
    first, last, parts = int(match[1]), int(match[2] or match[1]), int(match[3] or 0)
    if first < 1 or match[3] == "0":
        return Wrong(expected, "columns count from 1")
    if first > last:
        return Wrong(expected, f"did you mean `{last}-{first}`?")
    if parts and last > parts:
        return Wrong(expected, f"there are {parts} parts")
    return first, last, parts


def language_tag(text: str) -> str | Wrong:
    """Read a BCP 47 tag, by its shape only."""
    return text if _TAG.fullmatch(text) else Wrong("a language tag such as en or zh-Hant")


def name(text: str) -> str | Wrong:
    """Read the name of something of the layout."""
    return (
        text if _NAME.fullmatch(text) else Wrong("a name of letters, digits and hyphens such as accent-light")
    )


def rule_name(text: str) -> tuple[str, str] | Wrong:
    """Read `title` or `title:lang(zh)` as name and tag."""
    match = _RULE_NAME.fullmatch(text)
    return (match[1], match[2] or "") if match else Wrong("a name such as title or title:lang(zh)")


def plain(text: str) -> str | Wrong:
    """Read any text that is not empty."""
    return text if text.strip() else Wrong("a text")


def tab_place(text: str) -> float | Wrong:
    """Read the place of a tab: a length from the measure's left edge, or `end`."""
    return math.inf if text == "end" else points(text)


def leader(text: str) -> str | Wrong:
    """Read the sign of a leader with its spaces; `no` takes an inherited one away."""
    if text in FLAGS and not FLAGS[text]:
        return ""
    if not text.strip() or len(text) > MOST_LEADER:
        return Wrong("the sign of a leader, such as ' .' or '·'", "put it in quotes, with its space")
    return text


def feature(text: str) -> str | Wrong:
    """Read an OpenType feature tag."""
    return text if re.fullmatch(r"[a-z][a-z0-9]{3}", text) else Wrong("an OpenType feature such as smcp")
