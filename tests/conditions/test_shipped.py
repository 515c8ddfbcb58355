"""The ICC profiles that are shipped say what was measured, and lead from the screen to inks within their limits."""

from __future__ import annotations

from io import BytesIO
from itertools import product

import pytest
from PIL import Image, ImageCms

from progprint.pdf import shipped_conditions, shipped_intent
from progprint.press.profile_form import find_profile, profile_names, read_profile

Inks = tuple[int, int, int, int]
Lab = tuple[float, float, float]
ABSOLUTE = ImageCms.Intent.ABSOLUTE_COLORIMETRIC
RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
ASKED: tuple[Inks, ...] = (
    (0, 0, 0, 0), (100, 0, 0, 0), (0, 100, 0, 0), (0, 0, 100, 0), (0, 0, 0, 100), (100, 100, 0, 0),
    (100, 0, 100, 0), (0, 100, 100, 0), (40, 27, 27, 0), (0, 0, 0, 40),
)  # fmt: skip
#: of paper, solids, their overprints, a grey of three inks and one of black, in that order; the sources of the last
#: three are in data/icc/README.md, the first is FOGRA39L (Fogra, December 2006)
MEASURED: dict[str, tuple[Lab, ...]] = {
    "FOGRA39": (
        (95, 0, -2), (55, -37, -50), (48, 74, -3), (89, -5, 93), (16, 0, 0), (24, 22, -46), (50, -65, 27),
        (47, 68, 48), (67.7, -2, -4.4), (69.3, 0, -1.4),
    ),
    "FOGRA47": (
        (95, 0, -2), (60, -26, -44), (56, 61, -1), (89, -4, 78), (31, 1, 1), (38, 8, -31), (54, -44, 14),
        (54, 55, 26), (67.6, -2.0, -3.1), (67.6, 0.4, -0.7),
    ),
    "CGATS TR 006": (
        (95, 0, -2), (55, -37.1, -50), (47.9, 74.1, -3), (88.9, -5, 93.2), (15, 0.2, -0.1), (24.1, 17.2, -46.1),
        (50.1, -68.4, 25), (47.4, 68.3, 48.8), (66.4, -2.2, -4), (67, -0.5, -1.8),
    ),
    "IFRA26": (
        (85.2, 0.9, 5.2), (59.1, -23.9, -27.1), (55.5, 47.6, 0.7), (80.4, -1.4, 61.6), (36.8, 1.5, 4.5),
        (42.4, 7, -22.7), (54.9, -34.3, 17.5), (53.8, 44.8, 26), (60, -0.6, 1.6), (60.4, 1.2, 4.7),
    ),
}  # fmt: skip
LIMIT = {"FOGRA39": 300, "FOGRA47": 280, "CGATS TR 006": 300, "IFRA26": 240}


def opened(name: str) -> ImageCms.ImageCmsProfile:
    found = shipped_intent(name)
    assert found is not None
    return ImageCms.ImageCmsProfile(BytesIO(found.profile))


def seen(inks: Image.Image, name: str, way: ImageCms.Intent) -> list[Lab]:
    transform = ImageCms.buildTransform(opened(name), ImageCms.createProfile("LAB"), "CMYK", "LAB", way)
    image = ImageCms.applyTransform(inks, transform)
    assert image is not None
    data = image.tobytes()
    signed = [v - 256 if v > 127 else v for v in data]
    return [(data[at] / 2.55, signed[at + 1], signed[at + 2]) for at in range(0, len(data), 3)]


def separated(colours: list[tuple[int, int, int]], name: str, flags: ImageCms.Flags) -> Image.Image:
    screen = Image.frombytes("RGB", (len(colours), 1), b"".join(bytes(c) for c in colours))
    way = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), opened(name), "RGB", "CMYK", RELATIVE, flags)
    inks = ImageCms.applyTransform(screen, way)
    assert inks is not None
    return inks


def test_all_that_are_shipped_are_tested() -> None:
    assert set(shipped_conditions()) == set(MEASURED) == set(LIMIT)


@pytest.mark.parametrize("name", MEASURED)
def test_inks_look_as_they_were_measured(name: str) -> None:
    patches = b"".join(bytes(round(v * 2.55) for v in inks) for inks in ASKED)
    found = seen(Image.frombytes("CMYK", (len(ASKED), 1), patches), name, ABSOLUTE)
    for inks, got, wanted in zip(ASKED, found, MEASURED[name], strict=True):
        # Pillow's Lab has whole numbers; what is left is the table's
        far = max(abs(a - b) for a, b in zip(got, wanted, strict=True))
        assert far < 1.6, (inks, got, wanted)


@pytest.mark.parametrize("name", MEASURED)
def test_no_colour_of_the_screen_asks_for_more_ink_than_the_paper_takes(name: str) -> None:
    steps = range(0, 256, 17)
    colours = list(product(steps, steps, steps))
    data = separated(colours, name, ImageCms.Flags.BLACKPOINTCOMPENSATION).tobytes()
    most = max(sum(data[at : at + 4]) for at in range(0, len(data), 4)) / 2.55
    # inks are rounded one by one
    assert most < LIMIT[name] + 1


@pytest.mark.parametrize("name", MEASURED)
def test_white_is_paper_and_greys_have_no_tinge(name: str) -> None:
    greys = [(v, v, v) for v in range(0, 256, 15)]
    inks = separated(greys, name, ImageCms.Flags.BLACKPOINTCOMPENSATION)
    assert inks.getpixel((len(greys) - 1, 0)) == (0, 0, 0, 0)
    looks = seen(inks, name, RELATIVE)
    assert all(max(abs(a), abs(b)) <= 2 for _, a, b in looks), looks
    lightness = [light for light, _, _ in looks]
    assert lightness == sorted(lightness)


@pytest.mark.parametrize("name", [name for name in MEASURED if name != "FOGRA39"])
def test_what_we_computed_names_its_data(name: str) -> None:
    # ICC Characterization Data Registry, guidelines: the charTarget tag and the description name the data
    profile = opened(name)
    assert profile.profile.target == f"ICCHDAT {name}"
    assert f"based on {name}" in ImageCms.getProfileDescription(profile)
    assert "CC0" in ImageCms.getProfileCopyright(profile)
    assert profile.profile.version == pytest.approx(2.2)


def test_a_name_is_found_however_it_is_spaced() -> None:
    found = shipped_intent("cgats TR006")
    assert found is not None and found.identifier == "CGATS TR 006"
    assert shipped_intent("JCS2011") is None
    assert shipped_intent("") is None


def test_a_house_profile_takes_no_more_ink_than_its_condition(tmp_path: object) -> None:
    from pathlib import Path

    for name in profile_names(Path(str(tmp_path))):
        file = find_profile(name, Path(str(tmp_path)))
        assert file is not None
        profile, _ = read_profile(file)
        assert profile is not None
        assert profile.limits.total_ink * 100 <= LIMIT.get(profile.intent.name, 400)
