"""Colours of a file -> inks of the press that it is made for, or how dark they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from progprint.images import Bands, Calibrated, Press, Source, dark, separate_bands, separate_colour
from progprint.press.preflight.colours import PROCESS, Colour, Space
from progprint.press.preflight.objects import (
    TooMuch,
    array,
    decoded,
    entry,
    identity,
    is_stream,
    name,
    number,
    numbers,
)
from progprint.press.preflight.plates.patience import Patience
from progprint.press.profile import Profile

#: bytes of an ICC profile: those of presses have 0.5 to 3 MB
MOST_PROFILE = 40_000_000
#: spaces whose paints become inks by the press's own conversion
OF_THE_EYE = frozenset({"rgb", "icc-rgb", "cal"})
#: colours that are remembered
MOST_COLOURS = 20_000

Inks = Mapping[str, float]


class Ways(Protocol):
    """How colours become what plates hold; None where there is no way."""

    def inks(self, colour: Colour) -> Inks | None: ...

    def bands(self, space: Space, bands: Sequence[Any]) -> Mapping[str, Any] | None: ...


class Separating:
    """The way that a file's colours take to the inks of its press, as its converter would make them."""

    def __init__(self, root: Any, profile: Profile) -> None:
        self._root, self._profile = root, profile
        #: what the plates of all pages may still cost
        self.patience = Patience()
        self._press: Press | None = None
        self._sources: dict[tuple[int, int], Source | None] = {}
        self._colours: dict[tuple[Any, ...], Inks | None] = {}

    @property
    def press(self) -> Press:
        """The file's own printing condition, else the profile's."""
        if self._press is None:
            intent = self._profile.intent
            usual = intent.icc.read_bytes() if intent.icc else _shipped(intent.name)
            found = _condition(self._root) or usual
            self._press = Press(found, rendering=intent.rendering, black_point=intent.black_point)
        return self._press

    def inks(self, colour: Colour) -> Inks | None:
        space = colour.space
        if colour.kind in ("pattern", "unknown") or (colour.kind in OF_THE_EYE and space is None):
            return None
        if space is None:
            return _plain(colour)
        key = (colour.kind, identity(space.source), space.reach, colour.values)
        known = key[1] != (0, 0) or space.source is None
        if known and key in self._colours:
            return self._colours[key]
        source = self._source(space)
        shares = separate_colour(_shares(space, colour.values), source, self.press) if source else None
        made: Inks | None = dict(zip(PROCESS, shares, strict=True)) if shares else None
        if made is None and colour.kind == "icc-cmyk":
            made = _plain(colour)
        if known and len(self._colours) < MOST_COLOURS:
            self._colours[key] = made
        return made

    def bands(self, space: Space, bands: Sequence[Any]) -> Mapping[str, Any] | None:
        """A picture's components, as shares, as plates: those of Lab as its bytes are in Pillow."""
        if space.kind in OF_THE_EYE or space.kind == "icc-cmyk":
            source = self._source(space)
            made: Bands | None = separate_bands(bands, source, self.press) if source else None
            if made is None and space.kind == "icc-cmyk":
                made = tuple(bands)
            return None if made is None else dict(zip(PROCESS, made, strict=True))
        return plain_bands(space, bands)

    def _source(self, space: Space) -> Source | None:
        key = identity(space.source)
        if key not in self._sources or key == (0, 0):
            self._sources[key] = _source_of(space)
        return self._sources[key]


class Darkening:
    """How dark colours are, for masks that are made of light (ISO 32000-1, 11.5.3)."""

    def inks(self, colour: Colour) -> Inks | None:
        if colour.kind in ("rgb", "icc-rgb") and len(colour.values) == 3:
            red, green, blue = colour.values
            return {"Black": 1 - (0.3 * red + 0.59 * green + 0.11 * blue)}
        if colour.kind == "cal" and colour.space is not None:
            return {"Black": 1 - colour.values[0] / 100} if colour.space.lab else None
        return None if colour.kind in ("pattern", "unknown") else _plain(colour)

    def bands(self, space: Space, bands: Sequence[Any]) -> Mapping[str, Any] | None:
        if space.kind in ("rgb", "icc-rgb"):
            return {"Black": dark(bands)}
        return None if space.kind == "cal" else plain_bands(space, bands)


def plain_bands(space: Space, bands: Sequence[Any]) -> Mapping[str, Any] | None:
    """Components that are inks already."""
    if space.kind == "gray" and len(bands) == 1:
        return {"Black": dark(bands)}
    inks = PROCESS if space.components == 4 and space.kind in ("cmyk", "icc-cmyk") else space.inks
    if len(inks) != len(bands):
        return None
    made: dict[str, Any] = {}
    for ink, band in zip(inks, bands, strict=True):
        made.update(dict.fromkeys(PROCESS, band) if ink == "All" else {} if ink == "None" else {ink: band})
    return made


def _plain(colour: Colour) -> Inks:
    inks = dict(colour.plates)
    return dict.fromkeys(PROCESS, inks["All"]) if "All" in inks else inks


def _shares(space: Space, values: tuple[float, ...]) -> tuple[float, ...]:
    if space.lab and len(values) == 3:
        return values[0] / 100, (values[1] + 128) / 255, (values[2] + 128) / 255
    return values


def _source_of(space: Space) -> Source | None:
    if space.kind == "rgb":
        return Source("RGB")
    if space.kind == "cal":
        return Source("LAB") if space.lab else _calibrated(space.source)
    mode, header = ("RGB", b"RGB ") if space.kind == "icc-rgb" else ("CMYK", b"CMYK")
    try:
        data = decoded(space.source, MOST_PROFILE) if is_stream(space.source) else b""
    except TooMuch:
        data = b""
    # a profile that is none is passed over for the space beside it (ISO 32000-1, 8.6.5.5)
    return Source(mode, data) if data[16:20] == header and data[36:40] == b"acsp" else Source(mode)


def _calibrated(found: Any) -> Source | None:
    """A space of three primaries (ISO 32000-1, table 64)."""
    white, gamma = numbers(entry(found, "/WhitePoint")), numbers(entry(found, "/Gamma")) or (1.0, 1.0, 1.0)
    matrix = numbers(entry(found, "/Matrix")) or (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)
    if len(white) != 3 or len(gamma) != 3 or len(matrix) != 9 or min(white) <= 0:
        return None
    red, green, blue = ((matrix[i], matrix[i + 1], matrix[i + 2]) for i in (0, 3, 6))
    space = Calibrated((white[0], white[1], white[2]), red, green, blue, (gamma[0], gamma[1], gamma[2]))
    return Source("RGB", calibrated=space)


def _condition(root: Any) -> bytes:
    """The ICC profile of four inks that a file says it is made for; PDF/X's before others."""
    intents = array(entry(root, "/OutputIntents"))
    for intent in sorted(intents, key=lambda found: name(entry(found, "/S")) != "/GTS_PDFX"):
        profile = entry(intent, "/DestOutputProfile")
        if not is_stream(profile) or number(entry(profile, "/N")) != 4:
            continue
        try:
            data = decoded(profile, MOST_PROFILE)
        except TooMuch:
            continue
        if data[16:20] == b"CMYK" and data[36:40] == b"acsp" and data[12:16] == b"prtr":
            return data
    return b""


def _shipped(name_of: str) -> bytes:
    from progprint.images.intents import coated_offset, shipped_intent

    return (shipped_intent(name_of) or coated_offset()).profile
