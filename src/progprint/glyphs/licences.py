"""Embedded fonts by their PostScript names -> by which licences they may be printed, with the texts."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from progprint.glyphs.face import Face
from progprint.glyphs.faces import Faces
from progprint.glyphs.locate import FoundFile

#: numbers of the name table (OpenType, `name`)
COPYRIGHT, FAMILY, LICENCE, ADDRESS, TYPOGRAPHIC_FAMILY = 0, 1, 13, 14, 16
#: what a font of the project or the layout may have beside it: `Mine-OFL.txt` of `Mine.otf`
BESIDE = ("-OFL.txt", "-LICENSE.txt", "-LICENCE.txt")
#: how packages call theirs
TEXTS = ("LICENSE", "LICENCE", "LICENSE.txt", "LICENCE.txt", "OFL.txt", "COPYING")


class FontLicence(NamedTuple):
    """By what the fonts of one family may be printed."""

    family: str
    #: PostScript names of what is embedded
    faces: tuple[str, ...]
    #: names of the font files
    files: tuple[str, ...]
    #: where they are from: `fontpkg-source-serif-4 4.4`, project, layout, system
    origin: str
    #: as the fonts say
    copyright: tuple[str, ...]
    #: OFL-1.1, or as the font says it; empty where it says nothing
    licence: str
    #: the whole text; empty where none was found
    text: str


def licences_of(faces: Faces, names: Iterable[str]) -> tuple[FontLicence, ...]:
    """Find the licences of the faces that have these PostScript names, family by family."""
    wanted = set(names)
    found: dict[str, list[Face]] = {}
    for key in faces.keys():  # noqa: SIM118  Faces is no mapping
        face = faces[key]
        if face.psname in wanted:
            found.setdefault(_family(face), []).append(face)
    return tuple(_licence(family, members, faces) for family, members in sorted(found.items()))


def _family(face: Face) -> str:
    return face.hb_face.get_name(TYPOGRAPHIC_FAMILY) or face.hb_face.get_name(FAMILY) or face.psname


def _licence(family: str, members: list[Face], faces: Faces) -> FontLicence:
    found = {file.path: file for file in (faces.file_of(face.key) for face in members)}
    said = _each(face.hb_face.get_name(LICENCE) or face.hb_face.get_name(ADDRESS) for face in members)
    open_font = any("Open Font License" in text or "/OFL" in text for text in said)
    texts = _each(_text(file) for file in found.values())
    if not texts and open_font:
        texts = (files("progprint").joinpath("data", "licences", "OFL-1.1.txt").read_text("utf-8"),)
    return FontLicence(
        family,
        tuple(sorted({face.psname for face in members})),
        tuple(sorted(path.name for path in found)),
        ", ".join(sorted({_origin(file) for file in found.values()})),
        _each(face.hb_face.get_name(COPYRIGHT) for face in members),
        "OFL-1.1" if open_font else " ".join(said),
        "\n\n".join(text.strip() + "\n" for text in texts),
    )


def _each(texts: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text and text.strip()))


def _origin(file: FoundFile) -> str:
    package = _package(file)
    return f"{package.metadata['Name']} {package.version}" if package is not None else file.origin


def _package(file: FoundFile) -> Distribution | None:
    if file.origin != "package":
        return None
    try:
        return distribution(file.spec.package)
    except PackageNotFoundError:
        return None


def _text(file: FoundFile) -> str:
    """The licence that came with a font: of its package, or beside the file under its name."""
    package = _package(file)
    if package is None:
        places = [file.path.with_name(file.path.stem + ending) for ending in BESIDE]
    else:
        listed = (Path(str(package.locate_file(f))) for f in package.files or () if f.name in TEXTS)
        places = sorted(listed, key=lambda place: (len(place.parts), str(place)))
    texts = (place.read_text("utf-8-sig", errors="replace") for place in places if place.is_file())
    return next(texts, "")


def licence_text(licence: FontLicence) -> str:
    """What goes to the press: whose font it is, what of it is embedded, and the licence."""
    rows = [
        licence.family,
        "",
        *(f"Embedded:  {face}" for face in licence.faces),
        *(f"Font file: {name}" for name in licence.files),
        f"From:      {licence.origin}",
        *(f"Copyright: {line}" for line in licence.copyright),
        f"Licence:   {licence.licence or 'the font names none'}",
    ]
    return "\n".join(rows) + "\n" + (f"\n{'=' * 80}\n\n{licence.text}" if licence.text else "")
