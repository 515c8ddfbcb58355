"""Ink of a swatch -> the operators that set it, in the inks that the file is printed in."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from progprint.pdf.numbers import number
from progprint.pdf.output import Output, dictionary
from progprint.style import ALL_PLATES, BLACK, PAPER, REGISTRATION, Ink

#: luminance of a solid beside that of paper: L* 55, 48, 89, 16 on paper of 95 (ISO 12647-2:2013, table 5,
#: coated paper)
LUMINANCE = (0.26, 0.19, 0.85, 0.024)
#: cyan, magenta and yellow that differ by no more are a grey: the balance of greys needs 0.1 more of cyan
#: (ISO 12647-2), and a rich black has as much
NEUTRAL = 0.12
#: the plates of every press in four inks, and what prints on each alone
PROCESS = (
    ("Cyan", Ink(1, 0, 0, 0)), ("Magenta", Ink(0, 1, 0, 0)), ("Yellow", Ink(0, 0, 1, 0)), ("Black", BLACK),
)  # fmt: skip


class Inks(NamedTuple):
    """What a file is printed in."""

    #: cmyk; cmyk+spot: the layout's spot inks on plates of their own; spot+k: two inks; k: one
    kind: str = "cmyk"
    #: the swatches that have plates of their own, each of another name; of two inks the first alone
    spots: tuple[Ink, ...] = ()

    @property
    def accent(self) -> Ink:
        return self.spots[0] if self.spots else PAPER


CMYK = Inks()


class Least(NamedTuple):
    """Widths of the thinnest lines that a press can hold, in points; those of most shops for coated paper."""

    #: in one ink
    one: float = 0.25
    #: in several, or white on a ground
    several: float = 0.5


COATED = Least()


class Mixed(NamedTuple):
    """A swatch in two inks: shares of 0 to 1."""

    accent: float
    black: float


def luminance(ink: Ink) -> float:
    """How light an ink looks beside paper, 0 to 1: each plate covers what the ones before it left."""
    light = 1.0
    for share, solid in zip(ink[:4], LUMINANCE, strict=True):
        light *= 1 - share * (1 - solid)
    return light


def is_neutral(ink: Ink) -> bool:
    return max(ink[:3]) - min(ink[:3]) <= NEUTRAL


@lru_cache(maxsize=1024)
def mixed(ink: Ink, inks: Inks) -> Mixed:
    """Give a swatch as accent and black. What is black stays; a colour becomes as light as it was.

    Swatches of the accent are tints of it; other colours are tints of it too, with black where the accent
    alone is not dark enough; greys, and everything when there is black alone, are tints of black.
    """
    accent, light = inks.accent, luminance(ink)
    darkest = 1 - LUMINANCE[3]
    if inks.kind == "spot+k" and ink.spot == accent.spot:
        return Mixed(ink.tint, 0.0)
    if ink.is_black:
        return Mixed(0.0, ink.k)
    if inks.kind == "k" or ink.k >= 1 or is_neutral(ink):
        return Mixed(0.0, round(min((1 - light) / darkest, 1.0), 4))
    solid = luminance(accent)
    if light >= solid:
        return Mixed(round((1 - light) / (1 - solid), 4), 0.0)
    return Mixed(1.0, round(min((1 - light / solid) / darkest, 1.0), 4))


@lru_cache(maxsize=1024)
def setting(ink: Ink, operator: str, inks: Inks) -> str:
    """The operators that set an ink: `k` for areas and type, `K` for lines."""
    space, value = ("cs", "scn") if operator == "k" else ("CS", "SCN")
    if ink.spot == ALL_PLATES:
        return f"/All {space} 1 {value}"
    if inks.kind == "cmyk":
        return f"{_numbers(ink[:4])} {operator}"
    if inks.kind == "cmyk+spot":
        names = [spot.spot for spot in inks.spots]
        if ink.spot not in names:
            return f"{_numbers(ink[:4])} {operator}"
        return f"/Spot{names.index(ink.spot)} {space} {number(ink.tint)} {value}"
    accent, black = mixed(ink, inks)
    if not accent:
        return f"{_numbers((0, 0, 0, black))} {operator}"
    if not black:
        return f"/Spot0 {space} {number(accent)} {value}"
    return f"/Two {space} {_numbers((accent, black))} {value}"


@lru_cache(maxsize=1024)
def least_width(ink: Ink, inks: Inks, least: Least) -> float:
    """The width that a line in this ink needs. Marks for the cutter have their own."""
    if ink.spot == ALL_PLATES:
        return 0.0
    if inks.kind in ("cmyk", "cmyk+spot"):
        alone = inks.kind == "cmyk+spot" and ink.spot in [spot.spot for spot in inks.spots]
        used = [ink.tint] if alone else [share for share in ink[:4] if share]
    else:
        used = [share for share in mixed(ink, inks) if share]
    return least.one if len(used) == 1 and used[0] else least.several


def _numbers(shares: tuple[float, ...]) -> str:
    return " ".join(map(number, shares))


def plates(inks: Inks) -> tuple[tuple[str, Ink], ...]:
    """The plates of a file by name, each with the ink that prints on it alone."""
    spots = tuple((spot.spot, spot._replace(tint=1.0)) for spot in inks.spots)
    if inks.kind == "k":
        return (("Black", BLACK),)
    if inks.kind == "spot+k":
        return (*spots[:1], ("Black", BLACK))
    return PROCESS + (spots if inks.kind == "cmyk+spot" else ())


def spaces(output: Output, inks: Inks, *, marks: bool) -> dict[str, bytes]:
    """Write the colour spaces that `setting` names; give name -> reference."""
    made: dict[str, bytes] = {}
    if marks:
        made["All"] = _separation(output, REGISTRATION)
    if inks.kind in ("cmyk", "k"):
        return made
    spots = inks.spots if inks.kind == "cmyk+spot" else inks.spots[:1]
    for place, spot in enumerate(spots):
        made[f"Spot{place}"] = _separation(output, spot)
    if inks.kind == "spot+k":
        made["Two"] = _two(output, inks.accent, made["Spot0"])
    return made


def _separation(output: Output, spot: Ink) -> bytes:
    """One plate, and its looks where it is not to be had (ISO 32000-1, 8.6.6.4)."""
    function = dictionary(FunctionType=2, Domain="[0 1]", N=1, C0="[0 0 0 0]", C1=f"[{_numbers(spot[:4])}]")
    return output.write(b"[/Separation%b/DeviceCMYK %b]" % (plate_name(spot.spot), output.write(function)))


def _two(output: Output, accent: Ink, separation: bytes) -> bytes:
    """The accent and black in one paint (ISO 32000-1, 8.6.6.5), its colorants named (ISO 19005-2, 6.2.4)."""
    c, m, y, k = (number(share) for share in accent[:4])
    # accent black -> c m y k: black adds to what the accent has, and no plate takes more than all
    each = f"exch dup {c} mul exch dup {m} mul exch dup {y} mul exch {k} mul"
    program = f"{{{each} 5 -1 roll add dup 1 gt {{pop 1}} if}}"
    function = output.write_stream(
        {"FunctionType": 4, "Domain": "[0 1 0 1]", "Range": "[0 1 0 1 0 1 0 1]"}, program.encode())
    attributes = b"<</Colorants<<%b %b>>>>" % (plate_name(accent.spot), separation)
    return output.write(
        b"[/DeviceN[%b/Black]/DeviceCMYK %b %b]" % (plate_name(accent.spot), function, attributes))


def plate_name(name: str) -> bytes:
    """A plate's name as PDF spells it (ISO 32000-1, 7.3.5)."""
    kept = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
    return b"/" + b"".join(bytes((c,)) if c in kept else b"#%02X" % c for c in name.encode())


def gradient_space(ink: Ink, inks: Inks) -> str:
    """Name the colour space that a gradient runs through; empty is DeviceCMYK."""
    if inks.kind == "spot+k":
        return "Two"
    names = [spot.spot for spot in inks.spots] if inks.kind == "cmyk+spot" else []
    ends = [end for end in (ink, ink.blend.to if ink.blend else ink) if end[:4] != PAPER[:4]]
    spots = {end.spot for end in ends}
    # from one spot ink into another, or into process colours, it runs in these
    return f"Spot{names.index(ends[0].spot)}" if len(spots) == 1 and spots <= set(names) else ""


def gradient_end(ink: Ink, space: str, inks: Inks) -> str:
    """One end of a gradient in that space."""
    if space == "Two":
        return _numbers(mixed(ink, inks))
    if space:
        return number(ink.tint if ink.spot else 0.0)
    if inks.kind == "k":
        return _numbers((0, 0, 0, mixed(ink, inks).black))
    return _numbers(ink[:4])
