"""Profile files: the house's are sound, a user's own are found, and what is wrong in one is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.geom import mm
from progprint.press.profile_form import find_profile, profile_names, read_profile

HOUSE = ("coated-offset", "digital", "jp-jc2011", "newsprint", "office", "uncoated-offset", "us-gracol")
HEAD = "standard: pdf-x-4\nintent: {name: FOGRA39}\n"


def read(folder: Path, text: str) -> tuple[object, list[tuple[str, int, int]]]:
    file = folder / "ours.yaml"
    file.write_text(text, "utf-8")
    profile, faults = read_profile(file)
    return profile, [(f.code, f.source.line, f.source.column) for f in faults]


def test_the_house_has_a_profile_for_each_way_of_printing(tmp_path):
    assert profile_names(tmp_path) == HOUSE


@pytest.mark.parametrize("name", HOUSE)
def test_a_house_profile_is_sound(name, tmp_path):
    file = find_profile(name, tmp_path)
    profile, faults = read_profile(file)
    assert (profile.name, faults) == (name, ())


def test_the_numbers_are_those_of_the_file(tmp_path):
    profile, faults = read(tmp_path, HEAD + "bleed: 5mm\nlimits:\n  total-ink: 280 %\n  text: {latin: 6.5pt}\n")
    assert faults == []
    assert (profile.bleed, profile.limits.total_ink) == (mm(5), 2.8)
    assert profile.limits.text == (6.5, 7.0)
    assert profile.limits.line == 0.25


def test_a_users_profile_goes_before_the_houses(tmp_path):
    (tmp_path / "profiles").mkdir()
    own = tmp_path / "profiles" / "coated-offset.yaml"
    own.write_text(HEAD, "utf-8")
    assert find_profile("coated-offset", tmp_path) == own
    assert find_profile(str(own), tmp_path) == own
    assert find_profile("nobody", tmp_path) is None


@pytest.mark.parametrize(("text", "code", "line"), [
    ("intent: {name: FOGRA39}\n", "missing-key", 1),
    (HEAD + "blead: 3mm\n", "unknown-key", 3),
    (HEAD + "bleed: 3\n", "bad-value", 3),
    (HEAD + "standard: pdf-x-4\n", "duplicate-key", 3),
    ("standard: pdf-x-9\nintent: {name: FOGRA39}\n", "bad-value", 1),
    (HEAD + "limits: {total-ink: 30 %}\n", "bad-value", 3),
    (HEAD + "limits: {resolution: {error: 300, warning: 200}}\n", "bad-value", 3),
    (HEAD + "limits: {pages: {fewest: 64, most: 8}}\n", "bad-value", 3),
    (HEAD + "limits: {pages: {fewest: 5, most: 7, multiple: 4}}\n", "bad-value", 3),
    (HEAD + "limits: {line: 1pt, line-in-inks: 0.5pt}\n", "contradiction", 3),
    (HEAD + "limits: {text: {latin: 9pt}}\n", "contradiction", 3),
    (HEAD + "limits: {spots: 1, spot-names: [Gold, Silver]}\n", "contradiction", 3),
    (HEAD + "limits: {spot-names: [PANTONE 485 C, PANTONE 485C]}\n", "contradiction", 3),
    (HEAD + "limits: {spot-names: [Gold, Gold]}\n", "contradiction", 3),
    (HEAD + "limits: {spot-names: [black]}\n", "contradiction", 3),
    (HEAD + "limits: {line-art: 100}\n", "contradiction", 3),
    ("standard: pdf-x-4\nintent: {name: FOGRA51, icc: nowhere.icc}\n", "missing-file", 2),
    ("standard: pdf-x-4\nintent: {name: FOGRA51, icc: .}\n", "missing-file", 2),
    ('standard: pdf-x-4\nintent: {name: FOGRA51, icc: "a\\0.icc"}\n', "missing-file", 2),
    (f"standard: pdf-x-4\nintent: {{name: FOGRA51, icc: {'a' * 300}}}\n", "missing-file", 2),
    ("standard: pdf-x-4\nintent: {name: FOGRA51, icc: ours.yaml}\n", "bad-icc", 2),
    ("- a list\n", "wrong-kind", 1),
])  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(tmp_path, text, code, line):
    profile, faults = read(tmp_path, text)
    assert profile is None
    assert [(c, at) for c, at, _ in faults] == [(code, line)]


def test_a_profile_of_a_screen_is_no_press(tmp_path):
    from PIL import ImageCms

    (tmp_path / "screen.icc").write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile, faults = read(tmp_path, "standard: pdf-x-4\nintent: {name: Ours, icc: screen.icc}\n")
    assert (profile, [code for code, *_ in faults]) == (None, ["bad-icc"])
