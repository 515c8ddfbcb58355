"""The licences that go to the press are those of the fonts in the file."""

from __future__ import annotations

import shutil
from pathlib import Path

from progprint.glyphs import Faces, FontFolders, open_fonts
from progprint.glyphs.licences import licence_text, licences_of


def names(faces: Faces, *wanted: tuple[str, int, bool]) -> list[str]:
    return [faces[faces.open("text", tag, weight, italic)].psname for tag, weight, italic in wanted]


def test_a_packaged_font_comes_with_its_packages_text_and_its_own_copyright(real_faces: Faces) -> None:
    embedded = names(real_faces, ("latin", 400, False), ("latin", 400, True), ("zh-Hant", 400, False))
    serif, han = sorted(licences_of(real_faces, embedded), key=lambda found: found.family, reverse=True)
    assert (serif.family, han.family) == ("Source Serif 4", "Noto Serif TC")
    assert len(serif.faces) == len(serif.files) == 2 and set(serif.faces) | set(han.faces) == set(embedded)
    assert serif.licence == han.licence == "OFL-1.1"
    assert "fontpkg-source-serif-4" in serif.origin
    for found in (serif, han):
        text = licence_text(found)
        assert "SIL OPEN FONT LICENSE Version 1.1" in text and "Adobe" in found.copyright[0]
        assert all(word in text for word in (*found.faces, *found.files, *found.copyright))


def test_fonts_that_are_open_but_not_in_the_file_bring_none(real_faces: Faces) -> None:
    names(real_faces, ("ja", 400, False))
    assert licences_of(real_faces, ["Helvetica"]) == ()


def test_a_font_of_ones_own_brings_the_text_beside_it(square_fonts: tuple[Path, Path], tmp_path: Path) -> None:
    mine = shutil.copy(square_fonts[0], tmp_path / "Mine.ttf")
    faces, faults = open_fonts({"text": {"latin": "Mine.ttf"}}, FontFolders(tmp_path, None, ()))
    assert not faults
    embedded = names(faces, ("latin", 400, False))
    silent, = licences_of(faces, embedded)
    assert silent.text == silent.licence == "" and "the font names none" in licence_text(silent)
    Path(mine).with_name("Mine-OFL.txt").write_text("You may print it.", "utf-8")
    told, = licences_of(faces, embedded)
    assert told.text == "You may print it.\n" and "You may print it." in licence_text(told)
    assert told.files == ("Mine.ttf",) and told.origin == "layout"


def test_an_open_font_of_the_system_brings_the_licence_it_names(square_fonts: tuple[Path, Path], tmp_path: Path) -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(square_fonts[0])
    font["name"].setName("This Font Software is licensed under the SIL Open Font License, Version 1.1.", 13, 3, 1, 0x409)
    font["name"].setName("Copyright 2027 Somebody", 0, 3, 1, 0x409)
    font.save(tmp_path / "Open.ttf")
    faces, _ = open_fonts({"text": {"latin": "Open.ttf"}}, FontFolders(tmp_path, None, ()))
    found, = licences_of(faces, names(faces, ("latin", 400, False)))
    assert found.licence == "OFL-1.1" and found.copyright == ("Copyright 2027 Somebody",)
    assert "PERMISSION & CONDITIONS" in found.text
