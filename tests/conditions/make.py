"""Characterization data of colord's source -> the ICC profiles in src/progprint/data/icc, the same bytes each time.

    python tests/conditions/make.py colord-1.4.8/data/profiles src/progprint/data/icc

`colprof` is of Argyll CMS 2.3.1 (the program is AGPL, what it computes is not); see data/icc/README.md.
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple


class Recipe(NamedTuple):
    """How one profile is computed."""

    #: of the data: colord's file without .iccprofile.xml
    source: str
    #: in the ICC's registry
    name: str
    description: str
    copyright: str
    #: sum of inks, and black, in percent
    total: int
    black: int
    #: black generation: at white, begins at, ends at, level there, shape (colprof -k p)
    curve: tuple[float, ...]


NO_RIGHTS = "No copyright: CC0 1.0. "
RECIPES = (
    # colord's curve for GRACoL; it begins and ends near that of ISO Coated v2 300 %
    Recipe(
        "GRACoL_TR006_coated", "CGATS TR 006", "GRACoL coated 300% based on CGATS TR 006",
        NO_RIGHTS + "Source of the characterization data: ANSI CGATS/GRACoL TR 006-2007, "
        "Copyright 2007 by NPES, which permits profiles based on it to be distributed.",
        300, 100, (0, 0.3, 0.94, 0.94, 0.48),
    ),
    Recipe(
        "FOGRA47L_uncoated", "FOGRA47", "Uncoated 280% based on FOGRA47",
        NO_RIGHTS + "Source of the characterization data: FOGRA47L by Fogra, www.fogra.org, March 2009.",
        280, 98, (0, 0.25, 0.94, 0.94, 0.5),
    ),
    # little ink: black begins sooner and takes more of the dark tones
    Recipe(
        "IFRA26S_2004_newsprint", "IFRA26", "Newsprint 240% based on IFRA26",
        NO_RIGHTS + "Source of the characterization data: Ifra26S by Ifra, www.ifra.com, June 2004.",
        240, 95, (0, 0.2, 0.9, 0.95, 0.6),
    ),
)  # fmt: skip

#: where perceptual colours come from, in Argyll's folder of references
SCREEN = "/usr/share/color/argyll/ref/sRGB.icm"
#: year, month, day, hour, minute, second of every profile: the day they were first computed
CREATED = (2026, 11, 25, 0, 0, 0)


def file_of(recipe: Recipe) -> str:
    """What the profile is called."""
    return f"{recipe.name.replace(' ', '_')}.icc"


def measured(folder: Path, recipe: Recipe) -> str:
    """The measurements, as Argyll reads them (.ti3)."""
    text = (folder / f"{recipe.source}.iccprofile.xml").read_text("utf-8")
    found = re.search(r"<data_ti3>(.*?)</data_ti3>", text, re.DOTALL)
    assert found is not None
    return html.unescape(found.group(1))


def computed(recipe: Recipe, data: str) -> bytes:
    """Compute a profile: a coarse table of what inks look like, which suffices (0.1 in the mean), a fine one back."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "c.ti3").write_text(data, "utf-8")
        black = ["-k", "p", *map(str, recipe.curve), "-l", str(recipe.total), "-L", str(recipe.black)]
        words = ["-D", recipe.description, "-C", recipe.copyright, "-A", "progprint", "-M", recipe.name]
        screen = ["-s", SCREEN, "-cmt", "-dpp"]
        subprocess.run(["colprof", "-qm", "-bh", "-nc", *black, *screen, *words, "c"], cwd=folder, check=True)
        return Path(folder, "c.icc").read_bytes()


def tagged(profile: bytes, recipe: Recipe) -> bytes:
    """Name the data in the charTarget tag, as the registry asks, and set the day."""
    count = int.from_bytes(profile[128:132])
    tags: dict[bytes, bytes] = {}
    for at in range(132, 132 + 12 * count, 12):
        offset, size = (int.from_bytes(profile[at + n : at + n + 4]) for n in (4, 8))
        tags[profile[at : at + 4]] = profile[offset : offset + size]
    tags[b"targ"] = b"text\0\0\0\0" + f"ICCHDAT {recipe.name}\0".encode("ascii")
    table, body, places = b"", b"", dict[bytes, int]()
    start = 132 + 12 * len(tags)
    for name, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += name + places[data].to_bytes(4) + len(data).to_bytes(4)
    day = b"".join(n.to_bytes(2) for n in CREATED)
    head = profile[4:24] + day + profile[36:84] + bytes(16) + profile[100:128]
    whole = head + len(tags).to_bytes(4) + table + body
    return (len(whole) + 4).to_bytes(4) + whole


def main(source: Path, target: Path, names: list[str]) -> None:
    """Make the profiles, or those of some names."""
    for recipe in RECIPES:
        if not names or recipe.name in names:
            data = tagged(computed(recipe, measured(source, recipe)), recipe)
            (target / file_of(recipe)).write_bytes(data)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
