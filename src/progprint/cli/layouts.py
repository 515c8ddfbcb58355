"""Folders of layouts -> their names, without reading one: `progprint --help` must answer at once."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent

#: commands of their own, with options of their own
OWN = ("booklet", "schedule")


def programme_layouts() -> tuple[str, ...]:
    """Name the layouts at hand and of the house that `build` has a command for by their name alone."""
    checkout = (PACKAGE.parent.parent / "layouts",) if PACKAGE.parent.name == "src" else ()
    places = (Path("layouts"), PACKAGE / "data" / "layouts", *checkout)
    # `booklet.lock.yaml` is how texts were fitted, and no layout
    names = {file.stem for place in places for file in place.glob("*.yaml") if "." not in file.stem}
    return tuple(sorted(name for name in names if name not in OWN and not name.startswith("-")))
