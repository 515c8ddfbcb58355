"""The ICC file of a press: asked for, its own, found by its names, or missing."""

import os
from pathlib import Path

import pytest

from progprint.press.conditions import condition_of, find_icc, icc_fault, icc_folders, with_icc
from progprint.press.profile import Intent, Profile
from progprint.press.profile_form import read_profile

UNCOATED = Profile("uncoated", intent=Intent("FOGRA52", known_as=("PSOuncoated_v3_FOGRA52.icc", "Other.icc")))


def icc(file: Path, space: bytes = b"CMYK", kind: bytes = b"prtr") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    head = bytes(12) + kind + space + bytes(16) + b"acsp" + bytes(88)
    file.write_bytes(head + (2).to_bytes(4) + b"A2B0" + bytes(8) + b"B2A0" + bytes(8))
    return file


def test_a_file_is_found_by_its_names_in_order(tmp_path):
    other = icc(tmp_path / "icc" / "Other.icc")
    profile, (told,) = with_icc(UNCOATED, None, [tmp_path / "nowhere", tmp_path])
    assert (profile.intent.icc, told.code, told.severity.value) == (other, "icc-taken", "info")
    # in another case, deeper down
    best = icc(tmp_path / "icc" / "ECI" / "psouncoated_v3_fogra52.ICC")
    assert with_icc(UNCOATED, None, [tmp_path])[0].intent.icc == best


def test_what_is_no_press_is_passed_over(tmp_path):
    icc(tmp_path / "Other.icc", b"RGB ")
    (tmp_path / "PSOuncoated_v3_FOGRA52.icc").write_bytes(b"no profile")
    assert find_icc(UNCOATED.intent.known_as, [tmp_path]) is None
    icc(tmp_path / "deeper" / "Other.icc", kind=b"link")
    assert find_icc(UNCOATED.intent.known_as, [tmp_path]) is None


def test_what_is_asked_for_goes_first_and_what_comes_with_us_needs_nothing(tmp_path):
    found, asked = icc(tmp_path / "Other.icc"), icc(tmp_path / "asked" / "x.icc")
    assert with_icc(UNCOATED, asked, [tmp_path])[0].intent.icc == asked
    own = UNCOATED._replace(intent=UNCOATED.intent._replace(icc=found))
    assert with_icc(own, None, [tmp_path]) == (own, ())
    for name in ("FOGRA39", "fogra39", "CGATS TR006"):
        shipped = Profile("coated", intent=Intent(name))
        assert with_icc(shipped, None, [tmp_path]) == (shipped, ())


@pytest.mark.parametrize("what", ["nowhere.icc", "folder", "text.icc", "screen.icc"])
def test_a_wrong_file_is_refused(tmp_path, what):
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.icc").write_text("words")
    icc(tmp_path / "screen.icc", b"RGB ")
    profile, (told,) = with_icc(UNCOATED, tmp_path / what, [])
    assert (profile, told.code, told.severity.value) == (UNCOATED, "wrong-use-icc", "error")


def test_a_file_that_has_no_end_is_not_read(tmp_path):
    huge = icc(tmp_path / "huge.icc")
    with huge.open("r+b") as stream:
        stream.truncate(2_000_000_000)
    assert icc_fault(huge) == ("bad-icc", "has 2000 MB, more than any press's ICC profile")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.icc")
        assert icc_fault(tmp_path / "pipe.icc") == ("missing-file", "is no file")


def test_the_users_own_folder_is_looked_through_first(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    folders = icc_folders({"HOME": str(tmp_path)})
    assert folders[0] == tmp_path / ".local/share/icc" and Path("/usr/share/color/icc") in folders
    monkeypatch.setattr("sys.platform", "darwin")
    assert icc_folders({"HOME": str(tmp_path)})[0] == tmp_path / "Library/ColorSync/Profiles"


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder / f"{next(iter(files))}.yaml"


def test_a_profile_extends_one_of_the_house(tmp_path):
    file = icc(tmp_path / "from-the-shop.icc")
    profile, faults = read_profile(written(tmp_path, ours="extends: newsprint\nintent: {icc: from-the-shop.icc}\n"))
    assert faults == ()
    assert (profile.name, profile.intent.icc, profile.limits.total_ink) == ("ours", file, 2.4)
    assert profile.limits.resolution == (120, 170)


def test_what_stands_in_it_goes_before_what_it_extends(tmp_path):
    own = written(
        tmp_path, ours="extends: base\nbleed: 5mm\nlimits: {text: {han: 9pt}}\n",
        base="extends: coated-offset\nlimits: {text: {latin: 6.5pt}, reversed: {han: 9pt}}\n")  # fmt: skip
    profile, faults = read_profile(own)
    assert faults == () and profile.intent.name == "FOGRA39"
    assert (round(profile.bleed, 2), profile.limits.text, profile.limits.reversed_text) == (14.17, (6.5, 9.0), (7.0, 9.0))


def test_another_condition_leaves_the_file_of_the_first(tmp_path):
    icc(tmp_path / "base.icc")
    own = written(
        tmp_path, ours="extends: base\nintent: {name: Gravure}\n",
        base="standard: pdf-x-4\nintent: {name: Offset, icc: base.icc, known-as: A.icc, rendering: perceptual}\n")  # fmt: skip
    intent = read_profile(own)[0].intent
    assert intent == Intent("Gravure", rendering="perceptual")


def test_it_may_extend_the_houses_of_its_own_name(tmp_path):
    profile, faults = read_profile(written(tmp_path, digital="extends: digital\nbleed: 2mm\n"))
    assert faults == () and profile.limits.total_ink == 2.8


@pytest.mark.parametrize(("files", "codes"), [
    ({"ours": "extends: newsprnt\nblead: 3mm\n"}, ["unknown-profile", "unknown-key"]),
    ({"ours": "extends: a\n", "a": "extends: ours\n"}, ["circular-extends"]),
    ({"ours": "extends: [a]\n"}, ["missing-key", "missing-key", "wrong-kind"]),
    ({"ours": "extends: a\n", "a": "standard: pdf-x-9\n"}, ["bad-value", "missing-key"]),
    ({"ours": "extends: a\n", "a": "- list\n"}, ["missing-key", "missing-key", "wrong-kind"]),
])  # fmt: skip
def test_what_cannot_be_extended_is_told(tmp_path, files, codes):
    profile, faults = read_profile(written(tmp_path, **files))
    assert profile is None and sorted(f.code for f in faults) == sorted(codes)


@pytest.mark.parametrize(("change", "said"), [
    (lambda data: (9999).to_bytes(4) + data[4:], "is cut short: 9999 bytes should be there, 156 are"),
    (lambda data: data.replace(b"B2A0", b"gamt"), "has no tables from colours to inks and back"),
    (lambda data: data[:100], "has no tables"),
])  # fmt: skip
def test_a_file_that_cannot_be_printed_to_is_told_before_a_picture_is(tmp_path, change, said):
    file = icc(tmp_path / "ours.icc")
    file.write_bytes(change(file.read_bytes()))
    _, (fault,) = with_icc(UNCOATED, file, [])
    assert fault.code == "wrong-use-icc" and said in fault.message


@pytest.mark.parametrize(("name", "told"), [
    ("FOGRA52", ["icc-taken", "other-condition"]), ("FOGRA39", ["icc-taken"]), ("Shop 7", ["icc-taken"]),
])  # fmt: skip
def test_an_icc_profile_of_another_condition_is_told(tmp_path, name, told):
    file = icc(tmp_path / "ours.icc")
    data = file.read_bytes()
    text = b"desc\0\0\0\0\0\0\0\x14Coated paper (FOGRA39L)\0"
    table = (3).to_bytes(4) + data[132:] + b"desc" + (168).to_bytes(4) + len(text).to_bytes(4)
    file.write_bytes(data[:128] + table + text)
    assert condition_of(file) == "FOGRA39"
    profile = Profile("paper", intent=Intent(name))
    assert [found.code for found in with_icc(profile, file, [])[1]] == told
    own = profile._replace(intent=profile.intent._replace(icc=file))
    assert [found.code for found in with_icc(own, None, [])[1]] == told[1:]
