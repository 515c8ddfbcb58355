"""A layout's families -> Faces and what is missing: manifest, lock, look-up."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from progprint.cache import Cache, NoCache
from progprint.diag import Diagnostic, Severity, Source
from progprint.glyphs.faces import Faces, FontSource
from progprint.glyphs.locate import FontFolders, FoundFile, family_by_name, family_of_file, find_family
from progprint.glyphs.manifest import Manifest, read_manifest, shipped_folder

_FONT_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


def open_fonts(
    families: Mapping[str, Mapping[str, str]],
    folders: FontFolders,
    cache: Cache | None = None,
    places: Mapping[str, Source] | None = None,
) -> tuple[Faces, tuple[Diagnostic, ...]]:
    """Find the fonts of a layout: family -> (`latin`, script or language tag -> font family or file).

    `places` say where the layout names each font.

    Every file's sum is taken, and held against the lock: what was made with another font is never used again.
    With a cache, a file whose size and time are known is not read for that.
    """
    manifest, faults = library(folders)
    found: dict[str, dict[str, FontSource]] = {}
    problems = list(faults)
    seen: dict[str, FontSource | Diagnostic] = {}
    for family, fonts in families.items():
        for tag, name in fonts.items():
            if name not in seen:
                seen[name] = find_source(name, manifest, folders)
                if isinstance(fault := seen[name], Diagnostic):
                    place = (places or {}).get(name, fault.source)
                    problems.append(replace(fault, source=place))
            source = seen[name]
            if isinstance(source, FontSource):
                found.setdefault(family, {})[tag] = source
    measure = _Sums(cache or NoCache())
    files = {f for fonts in found.values() for font in fonts.values() for f in font.files}
    sums: dict[Path, str] = {}
    for file in sorted(files, key=str):
        if file.path not in sums:
            sums[file.path] = measure(file.path)
            problems += _changed(file, manifest, sums[file.path])
    return Faces(found, sums), tuple(problems)


def _changed(file: FoundFile, manifest: Manifest, real: str) -> list[Diagnostic]:
    locked = _locked(file, manifest)
    if not locked or locked == real:
        return []
    return [Diagnostic(
        Severity.ERROR, "font-changed", f"{file.path.name} is not the file that fonts.lock names",
        Source(str(file.path)),
        "install the locked version again, or put its new SHA-256 into fonts/fonts.lock",
    )]


def library(folders: FontFolders) -> tuple[Manifest, tuple[Diagnostic, ...]]:
    """The manifest of the project's fonts joined with progprint's own."""
    return read_manifest(tuple(p for p in (folders.project, shipped_folder()) if p is not None))


def _locked(file: FoundFile, manifest: Manifest) -> str:
    """The sum a file must have; a file that the layout names by its path is the designer's own affair."""
    return "" if file.origin == "layout" else manifest.sums.get(file.path.name, "")


def find_source(name: str, manifest: Manifest, folders: FontFolders) -> FontSource | Diagnostic:
    """A font family by its name, or a font file by its path."""
    if name.lower().endswith(_FONT_SUFFIXES):
        return _find_path(name, folders)
    spec = manifest.families.get(name)
    files = find_family(spec, folders) if spec else family_by_name(name, folders)
    if not files:
        return _missing(name, manifest)
    broken = next((f for f in files if not _looks_like_a_font(f.path)), None)
    return _unreadable(broken.path) if broken else FontSource(name, files)


def _find_path(name: str, folders: FontFolders) -> FontSource | Diagnostic:
    bases = [p for p in (folders.layout, folders.project) if p is not None]
    path = next((p for p in (base / name for base in bases) if p.is_file()), None)
    if path is None:
        return Diagnostic(Severity.ERROR, "font-missing", f"there is no font file {name}",
                          hint="the path counts from the layout's folder or the project's fonts/")
    files = family_of_file(path)
    return FontSource(name, files) if files else _unreadable(path)


def _missing(name: str, manifest: Manifest) -> Diagnostic:
    spec = manifest.families.get(name)
    packages = sorted({f.package for f in spec.files if f.package}) if spec else []
    if packages:
        hint = f"pip install {' '.join(packages)}"
    elif close := get_close_matches(name, manifest.families, 1, 0.7):
        hint = f"did you mean `{close[0]}`? Else put the font's files into fonts/"
    else:
        hint = "put the font's files into fonts/"
    return Diagnostic(Severity.ERROR, "font-missing", f"the font `{name}` is not here", hint=hint)


def _unreadable(path: Path) -> Diagnostic:
    return Diagnostic(Severity.ERROR, "font-unreadable", f"{path.name} cannot be read as a font",
                      hint="install the font again")


def _looks_like_a_font(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) in (b"\0\1\0\0", b"OTTO", b"ttcf", b"true")
    except OSError:
        return False


class _Sums:
    """SHA-256 of files, remembered by path, size and time."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._known: dict[Path, str] = {}

    def __call__(self, path: Path) -> str:
        if path not in self._known:
            self._known[path] = self._read(path)
        return self._known[path]

    def _read(self, path: Path) -> str:
        state = os.stat(path)
        key = f"font-sum:{path}:{state.st_size}:{state.st_mtime_ns}"
        stored = self._cache.get(key)
        if stored is not None:
            return stored.decode("ascii", "replace")
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        self._cache.put(key, digest.encode())
        return digest
