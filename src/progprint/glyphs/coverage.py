"""Fonts -> what they hold, and what a text needs beyond it: the data of `progprint fonts`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import uharfbuzz as hb

from progprint.diag import Diagnostic
from progprint.glyphs.faces import Faces
from progprint.glyphs.fonts import find_source, library
from progprint.glyphs.itemise import place, stretches
from progprint.glyphs.languages import script_of
from progprint.glyphs.locate import FontFolders, FoundFile

_REGULAR = 400


class FontDescription(NamedTuple):
    """One font family, as the manifest or a layout knows it."""

    name: str
    #: (file name, origin: layout, project, system or the package's name; least and greatest weight; italic)
    files: tuple[tuple[str, str, tuple[int, int], bool], ...]
    #: (ISO 15924, number of characters) of its regular style, most first
    scripts: tuple[tuple[str, int], ...]
    licence: str = ""
    notes: str = ""
    #: what the layout uses it for: `text zh-Hant`
    uses: tuple[str, ...] = ()
    #: what to do when it is not here
    missing: str = ""


def coverage(faces: Faces, family: str, lang: str, text: str) -> str:
    """The characters of a text that no font of a family has, each once, sorted."""
    missing: set[str] = set()
    for part, script in stretches(text, lang):
        order = faces.order(family, script, lang)

        def covers(font: int, cluster: str, order: tuple[str, ...] = order) -> bool:
            return faces[faces.open(family, order[font], _REGULAR, False)].covers(cluster)

        for placed in place(part, len(order), covers):
            if placed.font < 0:
                missing.update(placed.text)
    return "".join(sorted(missing))


def describe_fonts(
    families: Mapping[str, Mapping[str, str]], folders: FontFolders,
) -> tuple[FontDescription, ...]:
    """All font families of the manifest and of a layout's families, those of the layout first."""
    manifest, _ = library(folders)
    uses: dict[str, list[str]] = {}
    for family, fonts in families.items():
        for tag, name in fonts.items():
            uses.setdefault(name, []).append(f"{family} {tag}")
    out = []
    for name in [*uses, *(n for n in manifest.families if n not in uses)]:
        spec, found = manifest.families.get(name), find_source(name, manifest, folders)
        licence, notes = (spec.licence, spec.notes) if spec else ("", "")
        mine = tuple(uses.get(name, ()))
        if isinstance(found, Diagnostic):
            out.append(FontDescription(name, (), (), licence, notes, mine, found.hint or found.message))
            continue
        files = tuple(map(_row, found.files))
        out.append(FontDescription(name, files, _scripts(_regular(found.files)), licence, notes, mine))
    return tuple(out)


def _row(file: FoundFile) -> tuple[str, str, tuple[int, int], bool]:
    origin = file.spec.package if file.origin == "package" else file.origin
    return file.path.name, origin, file.spec.weights, file.spec.italic


def _regular(files: tuple[FoundFile, ...]) -> FoundFile:
    return min(files, key=lambda f: (f.spec.italic, abs(f.spec.weights[0] - _REGULAR)))


def _scripts(file: FoundFile) -> tuple[tuple[str, int], ...]:
    face = hb.Face(hb.Blob.from_file_path(str(file.path)), file.spec.number)
    counts = Counter(script_of(chr(code)) for code in face.unicodes)
    kept = [(script, n) for script, n in counts.items() if script not in {"Zyyy", "Zinh"}]
    return tuple(sorted(kept, key=lambda row: (-row[1], row[0])))
