"""Colour spaces and components -> the plates that a paint reaches."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from progprint.press.preflight.icc import icc_fault
from progprint.press.preflight.objects import (
    DEEPEST,
    TooMuch,
    array,
    decoded,
    entry,
    identity,
    is_stream,
    name,
    number,
    numbers,
    words,
)

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
#: a share of ink below which nothing is printed: a dot of 1 % is lost on every press
LEAST_INK = 0.01
#: spaces whose paints become inks only by the press's own conversion
OF_THE_EYE = frozenset({"rgb", "icc-rgb", "cal", "unknown"})
#: names of inks in one space: no press has more, and PDF allows 32 (ISO 32000-1, annex C)
MOST_INKS = 32
#: bytes of an indexed space's table: 256 rows of so many inks
MOST_TABLE = 65_536
#: device spaces and what they are called in inline pictures (ISO 32000-1, table 93)
DEVICE = {
    "/DeviceGray": "gray", "/G": "gray", "/CalGray": "gray", "/DeviceRGB": "rgb", "/RGB": "rgb",
    "/DeviceCMYK": "cmyk", "/CMYK": "cmyk", "/Pattern": "pattern",
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
    #: of profiled spaces: the stream of their ICC profile; of cal: their dictionary
    source: Any = None
    #: of Lab: lowest and highest value of each component; of others these are 0 and 1
    reach: tuple[float, ...] = ()
    #: greys that have a profile
    profiled: bool = False
    #: kind and words of the note that says what is wrong with it
    fault: tuple[str, str] | None = None

    @property
    def lab(self) -> bool:
        return self.kind == "cal" and bool(self.reach)

    @property
    def under(self) -> Space:
        """What an indexed space's table holds."""
        space = self
        while space.kind == "indexed" and space.base is not None:
            space = space.base
        return space

    @property
    def via(self) -> str:
        """Of spot inks, the kind of the colours that stand for them where they are no plates."""
        return self.base.under.kind if self.kind == "spot" and self.base is not None else ""


@dataclass(frozen=True)
class Colour:
    """A paint. What it is mixed of is asked for by a dozen rules of all that is painted with it."""

    #: of its space
    kind: str
    #: plate -> share, of every plate that it sets, with those it sets to nothing
    plates: tuple[tuple[str, float], ...] = ()
    #: the space was device CMYK: with OPM 1 its zeros leave the other plates alone (ISO 32000-1, 8.6.7)
    direct: bool = False
    #: of spaces that have a profile or are of the eye, to be converted
    values: tuple[float, ...] = ()
    space: Space | None = None
    #: greys that have a profile
    profiled: bool = False
    #: the kind of the colours that stand for spot inks
    via: str = ""
    #: of a pattern: the colour of a tile that has none, and the pattern
    below: tuple[Colour, ...] = ()
    tile: Any = None

    @cached_property
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
        if self.kind in ("rgb", "icc-rgb"):
            return len(self.values) == 3 and min(self.values) > 1 - LEAST_INK
        return bool(self.plates) and not self.inks


BLACK = Colour("gray", (("Black", 1.0),))
GRAY, RGB, CMYK, PATTERN, UNKNOWN = (
    Space("gray"),
    Space("rgb", 3),
    Space("cmyk", 4),
    Space("pattern", 0),
    Space("unknown"),
)
PLAIN = {"gray": GRAY, "rgb": RGB, "cmyk": CMYK, "pattern": PATTERN}


def read_space(
    found: Any, resources: Any, depth: int = 0, profiles: dict[tuple[int, int], str] | None = None
) -> Space:
    """Read a colour space by its name or array; `profiles` keeps what was seen in ICC profiles."""
    if depth > DEEPEST:
        return UNKNOWN
    rows = array(found)
    word = name(rows[0]) if rows else name(found)
    profiles = {} if profiles is None else profiles
    if word in DEVICE and (len(rows) < 2 or word != "/Pattern"):
        return _device(DEVICE[word], word, resources, depth, profiles)
    if not rows:
        named = entry(entry(resources, "/ColorSpace"), word) if word else None
        if named is None:
            return UNKNOWN._replace(fault=("missing", f"the colour space {word}")) if word else UNKNOWN
        return read_space(named, resources, depth + 1, profiles)
    try:
        return _compound(word, rows, resources, depth, profiles)
    except (LookupError, ValueError, TooMuch):
        return UNKNOWN


def _device(
    kind: str, word: str, resources: Any, depth: int, profiles: dict[tuple[int, int], str]
) -> Space:
    default = entry(entry(resources, "/ColorSpace"), DEFAULTS.get(kind, ""))
    if default is not None and word.startswith("/Device") and name(default) != word:
        return read_space(default, None, depth + 1, profiles)
    return PLAIN[kind]._replace(profiled=True) if word == "/CalGray" else PLAIN[kind]


def _compound(
    word: str, rows: list[Any], resources: Any, depth: int, profiles: dict[tuple[int, int], str]
) -> Space:
    if word == "/ICCBased":
        return _profiled(rows[1], profiles)
    if word in ("/CalRGB", "/Lab"):
        reach: tuple[float, ...] = ()
        if word == "/Lab":
            bounds = numbers(entry(rows[1], "/Range"))
            reach = (0.0, 100.0, *(bounds if len(bounds) == 4 else (-100.0, 100.0) * 2))
        return Space("cal", 3, source=rows[1], reach=reach)
    if word in ("/Separation", "/DeviceN"):
        members = [rows[1]] if word == "/Separation" else array(rows[1])
        if len(members) > MOST_INKS:
            return UNKNOWN
        names = tuple(words(member).removeprefix("/") for member in members)
        return Space("spot", len(members), names, read_space(rows[2], resources, depth + 1, profiles))
    if word in ("/Indexed", "/I"):
        base = read_space(rows[1], resources, depth + 1, profiles)
        table = decoded(rows[3], MOST_TABLE) if is_stream(rows[3]) else bytes(rows[3])
        return Space("indexed", 1, base=base, table=table, fault=base.fault)
    if word == "/Pattern":
        return PATTERN._replace(base=read_space(rows[1], resources, depth + 1, profiles))
    return UNKNOWN


def _profiled(stream: Any, profiles: dict[tuple[int, int], str]) -> Space:
    """A space by its ICC profile, which must be of as many components as the file says."""
    channels = int(number(entry(stream, "/N")))
    key = identity(stream)
    if key == (0, 0) or key not in profiles:
        profiles[key] = icc_fault(stream, channels)
    known = {
        1: GRAY._replace(profiled=True),
        3: Space("icc-rgb", 3, source=stream),
        4: Space("icc-cmyk", 4, source=stream),
    }
    space = known.get(channels, UNKNOWN)
    return space._replace(fault=("bad-icc", profiles[key])) if profiles[key] else space


def paint(space: Space, values: tuple[float, ...]) -> Colour:
    """The paint that components mean in a space."""
    if space.kind == "indexed" and space.base is not None:
        start = max(int(values[0] if values else 0), 0) * space.base.components
        entries = space.table[start : start + space.base.components]
        return paint(space.base, spread(space.base, tuple(value / 255 for value in entries)))
    if space.kind == "cal":
        return Colour(space.kind, values=values, space=space)
    values = tuple(min(max(value, 0.0), 1.0) for value in values)
    if space.kind == "gray":
        return Colour("gray", (("Black", 1 - (values[0] if values else 0.0)),), profiled=space.profiled)
    if space.kind in ("cmyk", "icc-cmyk") and len(values) == 4:
        inks = tuple(zip(PROCESS, values, strict=True))
        if space.kind == "cmyk":
            return Colour("cmyk", inks, direct=True)
        return Colour("icc-cmyk", inks, values=values, space=space)
    if space.kind == "spot" and len(values) == len(space.inks):
        named = {ink: share for ink, share in zip(space.inks, values, strict=True) if ink != "None"}
        return Colour("spot", tuple(named.items()), via=space.via)
    return Colour(space.kind, values=values, space=space)


def spread(space: Space, shares: tuple[float, ...]) -> tuple[float, ...]:
    """Shares of 0 to 1 as the values of a space's components."""
    if not space.reach:
        return shares
    lows, highs = space.reach[::2], space.reach[1::2]
    return tuple(low + share * (high - low) for share, low, high in zip(shares, lows, highs, strict=False))


def first_paint(space: Space) -> Colour:
    """The paint that choosing a space sets (ISO 32000-1, 8.6.5.1)."""
    if space.kind == "spot":
        return paint(space, (1.0,) * len(space.inks))
    if space.kind in ("cmyk", "icc-cmyk"):
        return paint(space, (0.0, 0.0, 0.0, 1.0))
    return paint(space, (0.0,) * space.components)
