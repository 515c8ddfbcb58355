"""Fonts are found in the right order, verified, and never faked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from progprint.cache import NoCache
from progprint.glyphs import Faces, FontFolders, coverage, describe_fonts, open_fonts
from progprint.glyphs.languages import own_script
from progprint.glyphs.manifest import read_manifest, shipped_folder

NOWHERE = FontFolders(None, None, ())


class Memory:
    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.asked: list[str] = []

    def get(self, key: str) -> bytes | None:
        self.asked.append(key)
        return self.kept.get(key)

    def put(self, key: str, value: bytes) -> None:
        self.kept[key] = value


def _codes(faults) -> list[str]:
    return [fault.code for fault in faults]


def test_every_family_of_the_manifest_is_installed_and_locked() -> None:
    manifest, faults = read_manifest((shipped_folder(),))
    assert not faults
    packaged = {f.name for family in manifest.families.values() for f in family.files if f.package}
    assert packaged == set(manifest.sums)
    _, faults = open_fonts({"all": {f"x-{n}": name for n, name in enumerate(manifest.families)}}, NOWHERE)
    assert not faults


def test_a_missing_font_names_its_package_and_an_unknown_one_its_neighbour(monkeypatch) -> None:
    _, faults = open_fonts({"text": {"latin": "Sorce Serif 4", "ja": "No Such Font"}}, NOWHERE)
    assert _codes(faults) == ["font-missing", "font-missing"]
    assert "Source Serif 4" in faults[0].hint
    monkeypatch.setattr("progprint.glyphs.locate._package_folder", lambda module: None)
    _, faults = open_fonts({"text": {"ja": "Noto Serif JP"}}, NOWHERE)
    assert "pip install pylopdf-fonts-jp" in faults[0].hint


def test_a_file_that_differs_from_the_lock_is_an_error(
    square_fonts: tuple[Path, Path], tmp_path: Path,
) -> None:
    shutil.copy(square_fonts[0], tmp_path)
    (tmp_path / "fonts.lock").write_text('[sha256]\n"SquareLatin.ttf" = "00"\n')
    faces, faults = open_fonts({"text": {"latin": "Square Latin"}}, FontFolders(None, tmp_path, ()))
    assert _codes(faults) == ["font-changed"]
    (tmp_path / "fonts.lock").unlink()
    sound, _ = open_fonts({"text": {"latin": "Square Latin"}}, FontFolders(None, tmp_path, ()))
    assert faces.digest == sound.digest, "what was made is kept by what the file is, not by what it should be"


def test_what_is_no_font_is_refused(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"not a font")
    families = {"text": {"latin": "broken.ttf", "ja": "absent.otf"}}
    _, faults = open_fonts(families, FontFolders(tmp_path, None, ()))
    assert _codes(faults) == ["font-unreadable", "font-missing"]


def test_a_font_that_forbids_embedding_is_refused(square_fonts: tuple[Path, Path], tmp_path: Path) -> None:
    font = TTFont(square_fonts[0])
    font["OS/2"].fsType = 2
    font.save(tmp_path / "Shut.ttf")
    faces, _ = open_fonts({"text": {"latin": "Shut.ttf"}}, FontFolders(tmp_path, None, ()))
    faces.resolve("text", 400, False, "en")
    assert _codes(faces.faults) == ["font-restricted"]


def test_a_broken_manifest_is_a_fault_not_an_exception(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text("[[family]\n")
    _, faults = open_fonts({"text": {"latin": "Source Serif 4"}}, FontFolders(None, tmp_path, ()))
    assert _codes(faults) == ["font-manifest"]
    assert faults[0].source.file.endswith("manifest.toml")


def test_the_projects_own_file_comes_before_the_package(
    square_fonts: tuple[Path, Path], tmp_path: Path,
) -> None:
    shutil.copy(square_fonts[1], tmp_path / "NotoSerifTC-Regular.otf")
    faces, _ = open_fonts({"text": {"zh-Hant": "Noto Serif TC"}}, FontFolders(None, tmp_path, ()))
    assert faces.resolve("text", 400, False, "zh-Hant").startswith("SquareHan")


def test_a_known_files_sum_is_not_read_again(square_fonts: tuple[Path, Path], monkeypatch) -> None:
    memory, families = Memory(), {"text": {"latin": str(square_fonts[0])}}
    first, _ = open_fonts(families, FontFolders(square_fonts[0].parent, None, ()), memory)
    monkeypatch.setattr("hashlib.file_digest", None)
    again, _ = open_fonts(families, FontFolders(square_fonts[0].parent, None, ()), memory)
    assert again.digest == first.digest
    assert again.resolve("text", 400, False, "en") == first.resolve("text", 400, False, "en")


def test_weights_come_from_the_file_that_has_them(real_faces: Faces) -> None:
    assert real_faces.resolve("sans", 400, False, "zh-Hant").startswith("NotoSansTC-Regular")
    bold = real_faces[real_faces.resolve("sans", 700, False, "zh-Hant")]
    assert bold.psname == "NotoSansCJKTC_700wght" and bold.axes == {"wght": 700}


def test_nothing_is_faux() -> None:
    faces, _ = open_fonts({"text": {"latin": "Source Sans 3", "zh-Hant": "Noto Serif TC"}}, NOWHERE)
    regular = faces.resolve("text", 400, False, "zh-Hant")
    assert faces.resolve("text", 400, True, "zh-Hant") == regular
    assert not faces.substitutions
    assert faces.resolve("text", 700, False, "zh-Hant") == regular
    assert [tuple(s) for s in faces.substitutions] == [("Noto Serif TC", "700", "400")]


def test_optical_size_follows_the_style(real_faces: Faces) -> None:
    def axis(size: float) -> float:
        return real_faces[real_faces.resolve("text", 400, False, "en", size=size)].axes["opsz"]

    assert axis(7) < axis(9) == axis(10) < axis(30)


@pytest.mark.parametrize(("lang", "script", "face"), [
    ("zh-Hant-HK", "", "NotoSerifTC"), ("zh", "", "NotoSerifSC"), ("zh-TW", "", "NotoSerifTC"),
    ("ja", "Kana", "NotoSerifJP"), ("en", "Hani", "NotoSerifTC"), ("zh-Latn-pinyin", "", "SourceSerif4"),
    ("ja", "Latn", "SourceSerif4"), ("ko", "", "NotoSerifKR"), ("th", "", "NotoSerifThai"),
    ("ko", "Hani", "NotoSerifKR"), ("ru", "", "SourceSerif4"),
])
def test_the_language_chooses_the_font(real_faces: Faces, lang: str, script: str, face: str) -> None:
    tag = real_faces.order("text", script or own_script(lang), lang)[0]
    assert real_faces.open("text", tag, 400, False).startswith(face)


def test_the_families_order_is_the_fall_back_order(real_faces: Faces) -> None:
    assert real_faces.order("text", "Hani", "en")[:3] == ("zh-Hant", "zh-Hans", "ja")
    assert real_faces.order("text", "Hani", "zh-Hans")[:3] == ("zh-Hans", "zh-Hant", "ja")


def test_a_face_of_an_earlier_run_is_opened_by_its_key(real_faces: Faces) -> None:
    keys = [
        real_faces.resolve("text", 600, True, "en", size=30),
        real_faces.resolve("sans", 700, False, "ja"),
    ]
    names = {f: {tag: font.name for tag, font in real_faces.fonts(f).items()} for f in real_faces.families()}
    fresh, _ = open_fonts(names, NOWHERE, NoCache())
    assert [fresh[key].key for key in keys] == keys
    with pytest.raises(KeyError):
        fresh["Nothing-00000000"]


def test_the_digest_depends_on_the_fonts_alone(real_faces: Faces) -> None:
    one, _ = open_fonts({"text": {"latin": "Source Serif 4", "ja": "Noto Serif JP"}}, NOWHERE)
    before = one.digest
    one.resolve("text", 700, True, "en")
    assert one.digest == before
    other, _ = open_fonts({"text": {"latin": "Source Serif 4", "ja": "Noto Serif SC"}}, NOWHERE)
    assert other.digest != before


def test_coverage_names_what_no_font_has(square_faces: Faces) -> None:
    assert coverage(square_faces, "text", "zh-Hant", "電影 Film ก\U0001f600ก") == "ก\U0001f600"


def test_the_list_of_fonts_tells_uses_scripts_and_what_is_missing() -> None:
    families = {"text": {"th": "Noto Serif Thai", "ja": "Nowhere"}}
    rows = {row.name: row for row in describe_fonts(families, NOWHERE)}
    thai = rows["Noto Serif Thai"]
    assert thai.uses == ("text th",) and dict(thai.scripts)["Thai"] > 80 and thai.licence == "OFL-1.1"
    assert thai.files == (("NotoSerifThai-Variable.ttf", "pylopdf-fonts-th", (100, 900), False),)
    assert rows["Nowhere"].missing and rows["Source Sans 3"].uses == ()
