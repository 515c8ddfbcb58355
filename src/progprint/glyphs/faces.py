"""Families of a layout -> Faces: which font serves which style, language and character."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import uharfbuzz as hb
from icu4py import icu_version

from progprint.diag import Diagnostic, Severity, Source
from progprint.glyphs.face import Face
from progprint.glyphs.languages import key_script, order_for, own_script
from progprint.glyphs.locate import FoundFile
from progprint.glyphs.manifest import FileSpec
from progprint.glyphs.standing import bare

#: a body size, for callers who do not care about optical sizes
BODY_SIZE = 10.0
#: how the key of a variable font's instance tells its axes: `_700wght`
_AXIS = re.compile(r"_(\d+(?:\.\d+)?)([A-Za-z]{4})")


class FontSource(NamedTuple):
    """One font family as a layout's family uses it."""

    #: its name in the layout
    name: str
    files: tuple[FoundFile, ...]


class Substitution(NamedTuple):
    """A weight or italic that a font family does not have, and what was taken."""

    family: str
    wanted: str
    taken: str


class Faces:
    """Opens fonts when they are needed; what it stores depends on the fonts, never on the order of use."""

    def __init__(
        self,
        families: Mapping[str, Mapping[str, FontSource]],
        sums: Mapping[Path, str],
    ) -> None:
        """`sums` are the SHA-256 of the files."""
        self._families = {name: dict(fonts) for name, fonts in families.items()}
        self._sums = dict(sums)
        self._faces: dict[str, Face] = {}
        self._by_file: dict[tuple[FoundFile, int, float], str] = {}
        self._blobs: dict[Path, hb.Blob] = {}
        self._faults: dict[Path, Diagnostic] = {}
        self._substitutions: set[Substitution] = set()
        #: shaped text by content: see `shape`
        self.store: dict[Any, Any] = {}

    def __getitem__(self, key: str) -> Face:
        """The face of this key, also when it comes from an earlier run's cache and is not open yet."""
        return self._faces.get(key) or self._faces.get(bare(key)) or self._reopened(bare(key))

    def keys(self) -> tuple[str, ...]:
        """Keys of the faces opened so far, sorted."""
        return tuple(sorted(self._faces))

    def file_of(self, key: str) -> FoundFile:
        """The file that a face is of."""
        digest = self[key].digest
        return next(file for file in self._files() if self._sums.get(file.path) == digest)

    def _reopened(self, key: str) -> Face:
        axes = {axis: float(value) for value, axis in _AXIS.findall(key)}
        for file in self._files():
            if self._sums.get(file.path, "").startswith(key.rpartition("-")[2]):
                face = self._load(file, axes.get("wght", file.spec.weights[0]), axes.get("opsz", 0.0))
                if face.key == key:
                    return self._faces.setdefault(key, face)
        raise KeyError(key)

    def _files(self) -> list[FoundFile]:
        return [f for fonts in self._families.values() for font in fonts.values() for f in font.files]

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        """What was found wrong with files when they were opened (sum, embedding right); ask after shaping."""
        return tuple(self._faults[path] for path in sorted(self._faults))

    @property
    def substitutions(self) -> tuple[Substitution, ...]:
        """Weights and italics asked for so far that are not there, sorted."""
        return tuple(sorted(self._substitutions))

    @property
    def digest(self) -> str:
        """Hash over all fonts that could be used and the versions of HarfBuzz and ICU: for cache keys."""
        rows = [f"{name}\t{tag}\t{font.name}\t{self._sums.get(f.path, '')}\t{f.spec!r}"
                for name, fonts in sorted(self._families.items()) for tag, font in fonts.items()
                for f in font.files]
        return hashlib.sha256("\n".join([hb.version_string(), icu_version, *rows]).encode()).hexdigest()

    def families(self) -> tuple[str, ...]:
        """Names of the layout's families, in its order."""
        return tuple(self._families)

    def fonts(self, family: str) -> dict[str, FontSource]:
        """Language or script -> font family; the first family stands in for one that the layout lacks."""
        if family not in self._families:
            family = next(iter(self._families))
        return self._families[family]

    def resolve(
        self, family: str, weight: int, italic: bool, lang: str, size: float = BODY_SIZE,
    ) -> str:
        """The key of the face that comes first for text of this language in its own script.

        `size` in points chooses the optical size. A missing weight gives the nearest: see `substitutions`.
        """
        tag = self.order(family, own_script(lang), lang)[0]
        return self.open(family, tag, weight, italic, size)

    def order(self, family: str, script: str, lang: str) -> tuple[str, ...]:
        """Keys of the family map in the order in which their fonts are asked for a character."""
        return order_for(tuple(self.fonts(family)), script, lang)

    def optical(self, family: str, size: float) -> tuple[float, ...]:
        """Optical sizes of a family's fonts at a size in points: styles with the same ones share glyphs."""
        return tuple(_optical(f.spec, size) for font in self.fonts(family).values() for f in font.files)

    def open(self, family: str, tag: str, weight: int, italic: bool, size: float = BODY_SIZE) -> str:
        """Open the nearest style of the font under one key of the family map, and give the face's key."""
        font = self.fonts(family)[tag]
        file, real = _nearest(font.files, weight, italic)
        # Han, Hangul and Thai have no italics: upright is what such a style means there
        italic_missing = italic and not file.spec.italic and key_script(tag) in {"Latn", "Cyrl", "Grek"}
        if real != weight or italic_missing:
            slant = " italic" if italic_missing else ""
            self._substitutions.add(Substitution(font.name, f"{weight}{slant}", str(real)))
        optical = _optical(file.spec, size)
        key = self._by_file.get((file, real, optical))
        if key is None:
            face = self._load(file, float(real), optical)
            key = self._by_file[file, real, optical] = face.key
            self._faces.setdefault(key, face)
        return key

    def _load(self, file: FoundFile, weight: float, optical: float) -> Face:
        digest = self._sums.get(file.path, "")
        blob = self._blobs.get(file.path)
        if blob is None:
            blob = self._blobs[file.path] = hb.Blob.from_file_path(str(file.path))
        bare = hb.Face(blob, file.spec.number)
        axes = {axis.tag: axis.default_value for axis in bare.axis_infos} if bare.has_var_data else {}
        # OpenType OS/2 fsType, bits 0 to 3: 2 forbids embedding
        if int.from_bytes(bytes(bare.reference_table("OS/2").data)[8:10], "big") & 15 == 2:
            self._faults[file.path] = Diagnostic(
                Severity.ERROR, "font-restricted", f"{file.path.name} forbids to be embedded in a document",
                Source(str(file.path)), "choose a font whose licence allows it")
        if "wght" in axes:
            axes["wght"] = weight
        if "opsz" in axes and optical:
            axes["opsz"] = optical
        return Face(blob, file.spec.number, axes, digest)


def _optical(spec: FileSpec, size: float) -> float:
    return next((value for upto, value in spec.optical if size <= upto), 0.0)


def _nearest(files: tuple[FoundFile, ...], weight: int, italic: bool) -> tuple[FoundFile, int]:
    """The file with the right slope if there is one, then the nearest weight, then the manifest's order."""
    slanted = [f for f in files if f.spec.italic == italic] or list(files)

    def clamp(file: FoundFile) -> int:
        low, high = file.spec.weights
        return min(max(weight, low), high)

    best = min(slanted, key=lambda f: abs(clamp(f) - weight))
    return best, clamp(best)

