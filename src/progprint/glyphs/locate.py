"""Name of a font family -> its files: the layout's, the project's, those of pip packages, the system's."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from progprint.glyphs.manifest import FamilySpec, FileSpec

_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})


def system_folders() -> tuple[Path, ...]:
    """Where this system keeps fonts."""
    home = Path.home()
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", str(home / "AppData/Local")))
        return (local / "Microsoft/Windows/Fonts", Path(os.environ.get("SYSTEMROOT", "C:/Windows")) / "Fonts")
    return (home / ".local/share/fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


@dataclass(frozen=True, slots=True)
class FontFolders:
    """Where to look."""

    #: folder of the layout file: font files named by path are relative to it
    layout: Path | None = None
    #: the project's own fonts, with a manifest and lock of their own where there are any
    project: Path | None = None
    system: tuple[Path, ...] = field(default_factory=system_folders)


class FoundFile(NamedTuple):
    """A font that is there."""

    spec: FileSpec
    path: Path
    #: layout, project, package, system
    origin: str


def find_family(spec: FamilySpec, folders: FontFolders) -> tuple[FoundFile, ...]:
    """The files of a family of the manifest that are there, in the manifest's order."""
    return tuple(found for file in spec.files if (found := _find_file(file, folders)) is not None)


def _find_file(file: FileSpec, folders: FontFolders) -> FoundFile | None:
    if folders.project is not None:
        own = folders.project / file.name
        if own.is_file():
            return FoundFile(file, own, "project")
    if file.package:
        package = _package_folder(file.module)
        if package is not None and (package / file.path).is_file():
            return FoundFile(file, package / file.path, "package")
        # what a package holds is not also searched for in thousands of system files
        return None
    for path in _font_files(folders.system):
        if path.name == file.name:
            return FoundFile(file, path, "system")
    return None


def _package_folder(module: str) -> Path | None:
    """Where a package lies, without importing it."""
    try:
        spec = importlib.util.find_spec(module)
    except (ImportError, ValueError):
        return None
    places = spec.submodule_search_locations if spec else None
    return Path(next(iter(places))) if places else None


def _font_files(folders: tuple[Path, ...]) -> Iterator[Path]:
    for folder in folders:
        for top, inner, names in os.walk(folder):
            inner.sort()
            for name in sorted(names):
                if os.path.splitext(name)[1].lower() in _SUFFIXES:
                    yield Path(top, name)


def read_specs(path: Path) -> tuple[tuple[str, FileSpec], ...]:
    """The fonts of a file, each with its family's name; empty when it cannot be read as a font."""
    try:
        blob = hb.Blob.from_file_path(str(path))
        count = hb.Face(blob, 0).count
    except (OSError, hb.HarfBuzzError):
        return ()
    out = []
    for number in range(count):
        face = hb.Face(blob, number)
        if not face.glyph_count or "cmap" not in face.table_tags:
            continue
        os2 = bytes(face.reference_table("OS/2").data)
        weight = int.from_bytes(os2[4:6], "big") or 400
        italic = bool(len(os2) > 63 and os2[63] & 1)
        weights = (weight, weight)
        optical: tuple[tuple[float, float], ...] = ()
        for axis in face.axis_infos if face.has_var_data else ():
            if axis.tag == "wght":
                weights = (round(axis.min_value), round(axis.max_value))
            if axis.tag == "opsz":
                optical = ((1000.0, axis.default_value),)
        name = face.get_name(16) or face.get_name(1) or ""
        out.append((name, FileSpec(path.name, "", number, weights, italic, optical)))
    return tuple(out)


def family_of_file(path: Path) -> tuple[FoundFile, ...]:
    """A font file that a layout names by its path."""
    return tuple(FoundFile(spec, path, "layout") for _, spec in read_specs(path))


def family_by_name(name: str, folders: FontFolders) -> tuple[FoundFile, ...]:
    """The files of a family that no manifest knows: in the project's fonts, else the system's."""
    wanted = name.casefold()
    own = (folders.project,) if folders.project else ()
    for origin, places in (("project", own), ("system", folders.system)):
        found = tuple(FoundFile(spec, path, origin) for path in _font_files(places)
                      for family, spec in read_specs(path) if family.casefold() == wanted)
        if found:
            # condensed styles may come under the same name: the shorter file name is the normal width
            return tuple(sorted(found, key=lambda f: (f.spec.italic, len(f.path.name), str(f.path))))
    return ()
