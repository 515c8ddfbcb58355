"""Colour spaces and components -> the plates that a paint reaches."""

from __future__ import annotations

from typing import Any, NamedTuple

from progprint.press.preflight.objects import (
    DEEPEST,
    TooMuch,
    array,
    decoded,
    entry,
    is_stream,
    name,
    number,
    words,
)

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
#: a share of ink below which nothing is printed: a dot of 1 % is lost on every press
LEAST_INK = 0.01
#: device spaces and what they are called in inline pictures (ISO 32000-1, table 93)
DEVICE = {
    "/DeviceGray": "gray", "/G": "gray", "/CalGray": "gray", "/DeviceRGB": "rgb", "/RGB": "rgb",
    "/DeviceCMYK": "cmyk", "/CMYK": "cmyk", "/CalRGB": "cal", "/Lab": "cal", "/Pattern": "pattern",
    "/CalCMYK": "cmyk",
}  # fmt: skip
DEFAULTS = {"gray": "/DefaultGray", "rgb": "/DefaultRGB", "cmyk": "/DefaultCMYK"}
COMPONENTS = {"gray": 1, "rgb": 3, "cmyk": 4, "icc-rgb": 3, "cal": 3, "pattern": 0}


class Space(NamedTuple):
    """gray, rgb (of no profile), icc-rgb, cal (other spaces of the eye), cmyk, spot, indexed, pattern,
    unknown.
    """

    kind: str
    components: int = 1
    #: of spot: the plates' names
    inks: tuple[str, ...] = ()
    base: Space | None = None
    table: bytes = b""

    @property
    def under(self) -> Space:
        """What an indexed space's table holds."""
        return self.base if self.kind == "indexed" and self.base is not None else self


class Colour(NamedTuple):
    """A paint."""

    #: of its space
    kind: str
    #: plate -> share, of every plate that it sets, with those it sets to nothing
    plates: tuple[tuple[str, float], ...] = ()
    #: the space was device CMYK: with OPM 1 its zeros leave the other plates alone (ISO 32000-1, 8.6.7)
    direct: bool = False

    @property
    def inks(self) -> tuple[str, ...]:
        return tuple(plate for plate, share in self.plates if share >= LEAST_INK)

    @property
    def total(self) -> float:
        return sum(share for _, share in self.plates)

    @property
    def registration(self) -> bool:
        return "All" in self.inks

    @property
    def white(self) -> bool:
        return bool(self.plates) and not self.inks


BLACK = Colour("gray", (("Black", 1.0),))
GRAY, RGB, CMYK, PATTERN, UNKNOWN = (
    Space("gray"),
    Space("rgb", 3),
    Space("cmyk", 4),
    Space("pattern", 0),
    Space("unknown"),
)
PLAIN = {"gray": GRAY, "rgb": RGB, "cmyk": CMYK, "pattern": PATTERN, "cal": Space("cal", 3)}


def read_space(found: Any, resources: Any, depth: int = 0) -> Space:
    """Read a colour space by its name or array."""
    if depth > DEEPEST:
        return UNKNOWN
    rows = array(found)
    word = name(rows[0]) if rows else name(found)
    if word in DEVICE and (len(rows) < 2 or word != "/Pattern"):
        return _device(DEVICE[word], word, resources, depth)
    if not rows:
        named = entry(entry(resources, "/ColorSpace"), word) if word else None
        return UNKNOWN if named is None else read_space(named, resources, depth + 1)
    try:
        return _compound(word, rows, resources, depth)
    except (LookupError, ValueError, TooMuch):
        return UNKNOWN


def _device(kind: str, word: str, resources: Any, depth: int) -> Space:
    default = entry(entry(resources, "/ColorSpace"), DEFAULTS.get(kind, ""))
    if default is not None and word.startswith("/Device") and name(default) != word:
        return read_space(default, None, depth + 1)
    return PLAIN[kind]


def _compound(word: str, rows: list[Any], resources: Any, depth: int) -> Space:
    if word == "/ICCBased":
        channels = int(number(entry(rows[1], "/N")))
        return {1: GRAY, 3: Space("icc-rgb", 3), 4: CMYK._replace(kind="icc-cmyk")}.get(channels, UNKNOWN)
    if word in ("/Separation", "/DeviceN"):
        members = [rows[1]] if word == "/Separation" else array(rows[1])
        return Space("spot", len(members), tuple(words(member).removeprefix("/") for member in members))
    if word in ("/Indexed", "/I"):
        base = read_space(rows[1], resources, depth + 1)
        table = decoded(rows[3]) if is_stream(rows[3]) else bytes(rows[3])
        return Space("indexed", 1, base=base, table=table)
    if word == "/Pattern":
        return PATTERN._replace(base=read_space(rows[1], resources, depth + 1))
    return UNKNOWN


def paint(space: Space, values: tuple[float, ...]) -> Colour:
    """The paint that components mean in a space."""
    if space.kind == "indexed" and space.base is not None:
        start = int(values[0] if values else 0) * space.base.components
        entries = space.table[start : start + space.base.components]
        return paint(space.base, tuple(value / 255 for value in entries))
    values = tuple(min(max(value, 0.0), 1.0) for value in values)
    if space.kind == "gray":
        return Colour("gray", (("Black", 1 - (values[0] if values else 0.0)),))
    if space.kind in ("cmyk", "icc-cmyk") and len(values) == 4:
        return Colour(space.kind, tuple(zip(PROCESS, values, strict=True)), direct=space.kind == "cmyk")
    if space.kind == "spot" and len(values) == len(space.inks):
        named = {ink: share for ink, share in zip(space.inks, values, strict=True) if ink != "None"}
        return Colour("spot", tuple(named.items()))
    return Colour(space.kind)


def first_paint(space: Space) -> Colour:
    """The paint that choosing a space sets (ISO 32000-1, 8.6.5.1)."""
    if space.kind == "spot":
        return paint(space, (1.0,) * len(space.inks))
    if space.kind in ("cmyk", "icc-cmyk"):
        return paint(space, (0.0, 0.0, 0.0, 1.0))
    return paint(space, (0.0,) * space.components)
