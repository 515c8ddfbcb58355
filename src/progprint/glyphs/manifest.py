"""fonts/manifest.toml, fonts/fonts.lock -> Manifest: the families progprint knows, their files and sums."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from progprint.diag import Diagnostic, Severity, Source

MANIFEST_FILE = "manifest.toml"
LOCK_FILE = "fonts.lock"


class FileSpec(NamedTuple):
    """One font of a family, as the manifest names it."""

    #: file name, or path inside the package
    path: str
    #: what `pip install` takes; empty when the file is only looked for in folders
    package: str = ""
    #: which font of a collection, from 0
    number: int = 0
    #: least and greatest weight; equal for a static font
    weights: tuple[int, int] = (400, 400)
    italic: bool = False
    #: (greatest size in points, value of the opsz axis), ascending; empty when the font has no such axis
    optical: tuple[tuple[float, float], ...] = ()

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[-1]

    @property
    def module(self) -> str:
        return self.package.replace("-", "_")


class FamilySpec(NamedTuple):
    name: str
    files: tuple[FileSpec, ...]
    #: ISO 15924
    scripts: tuple[str, ...] = ()
    #: the language whose glyph forms it draws
    lang: str = ""
    licence: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    #: family name -> what it is made of
    families: Mapping[str, FamilySpec] = field(default_factory=dict)
    #: file name -> SHA-256 in hex
    sums: Mapping[str, str] = field(default_factory=dict)


def shipped_folder() -> Path:
    """Where progprint's own manifest and lock lie: in the wheel, else `fonts/` of the source checkout."""
    package = Path(__file__).resolve().parents[1]
    data = package / "data" / "fonts"
    return data if (data / MANIFEST_FILE).is_file() else package.parents[1] / "fonts"


def read_manifest(folders: tuple[Path, ...]) -> tuple[Manifest, tuple[Diagnostic, ...]]:
    """Join the manifests and locks of some folders; what an earlier folder says wins."""
    families: dict[str, FamilySpec] = {}
    sums: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for folder in folders:
        table = _toml(folder / MANIFEST_FILE, faults)
        for entry in _tables(table.get("family")):
            family = _family(entry)
            if family is None:
                name = entry.get("name", "?")
                faults.append(_fault(f"the family `{name}` has no name or no files", folder / MANIFEST_FILE))
            else:
                families.setdefault(family.name, family)
        for name, digest in _toml(folder / LOCK_FILE, faults).get("sha256", {}).items():
            sums.setdefault(name, str(digest))
    return Manifest(families, sums), tuple(faults)


def _toml(path: Path, faults: list[Diagnostic]) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        faults.append(_fault(f"cannot read {path.name}: {error}", path))
        return {}


def _fault(message: str, path: Path) -> Diagnostic:
    return Diagnostic(Severity.ERROR, "font-manifest", message, Source(str(path)))


def _tables(value: object) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _family(entry: dict[str, Any]) -> FamilySpec | None:
    files = tuple(f for f in map(_file, _tables(entry.get("file"))) if f is not None)
    name = entry.get("name")
    if not isinstance(name, str) or not files:
        return None
    return FamilySpec(name, files, tuple(map(str, entry.get("scripts", ()))), str(entry.get("lang", "")),
                      str(entry.get("licence", "")), str(entry.get("notes", "")))


def _file(entry: dict[str, Any]) -> FileSpec | None:
    path = entry.get("path")
    if not isinstance(path, str):
        return None
    weight = entry.get("weight", 400)
    low, high = (weight[0], weight[-1]) if isinstance(weight, list) and weight else (weight, weight)
    optical = tuple((float(upto), float(value)) for upto, value in entry.get("optical", ()))
    return FileSpec(path, str(entry.get("package", "")), int(entry.get("index", 0)), (int(low), int(high)),
                    bool(entry.get("italic", False)), optical)
