"""What is asked of the press: inks that the layout has, and files that do not take each other's place."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pikepdf
import pytest

from progprint.build import Job, build
from progprint.checks import check_coloured, check_sheets
from progprint.design import read_layout
from progprint.design.types import Design
from progprint.diag import BadInput, Severity, Source
from progprint.geom import mm
from progprint.images import PictureInfo, Sheet
from progprint.press.profile import Limits, Profile
from progprint.printing import ink_limit, spots_of, with_bleed, wrong_printing
from small_festival import write_files, write_tiny

OURS = """extends: booklet
swatches:
  pale: {of: accent, tint: 20 %}
  accent: {cmyk: [0, 90, 76, 0], spot: PANTONE 485 C}
"""


@pytest.fixture
def job(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Job:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path / "layouts", {"ours.yaml": OURS})
    content = write_tiny(tmp_path / "content")
    return Job(content, "ours", tmp_path / "out.pdf", use_cache=False, marks="all", inks="spot+k")


def design_of(folder: Path, text: str) -> Design:
    (folder / "own.yaml").write_text(text, "utf-8")
    design, _ = read_layout(folder / "own.yaml")
    assert design is not None
    return design


def test_a_spot_ink_is_known_at_full_strength(tmp_path: Path) -> None:
    (spot,) = spots_of(design_of(tmp_path, OURS))
    assert (spot[:4], spot.spot, spot.tint) == ((0, 0.9, 0.76, 0), "PANTONE 485 C", 1.0)
    # even where only a tint of it is a swatch
    text = "extends: booklet\nswatches: {accent: {cmyk: [0, 80, 60, 0], spot: Gold, tint: 50 %}}\n"
    (spot,) = spots_of(design_of(tmp_path, text))
    assert spot[:4] == pytest.approx((0, 0.8, 0.6, 0)) and spot.tint == 1.0


def test_inks_that_a_layout_does_not_have_are_refused(tmp_path: Path) -> None:
    plain = design_of(tmp_path, "extends: monochrome\n")
    for inks, codes in (("cmyk", []), ("k", []), ("spot+k", ["wrong-use-inks"]), ("cmyk+spot", ["wrong-use-inks"])):
        assert [f.code for f in wrong_printing(Job(tmp_path, inks=inks), plain)] == codes
    assert list(wrong_printing(Job(tmp_path, inks="spot+k"), design_of(tmp_path, OURS))) == []


def test_another_colour_is_not_the_houses_spot_ink(tmp_path: Path) -> None:
    (spot,) = spots_of(design_of(tmp_path, "extends: booklet\n"))
    assert spot.spot == "PANTONE Warm Red C"
    assert spots_of(design_of(tmp_path, "extends: booklet\nswatches: {accent: {cmyk: [90, 40, 0, 0]}}\n")) == ()


def test_lines_that_a_press_cannot_hold_are_told_and_drawn_wider(job: Job, tmp_path: Path) -> None:
    content = write_tiny(tmp_path / "content")
    (tmp_path / "coarse.yaml").write_text(
        "extends: coated-offset\nlimits: {line: 1.2pt, line-in-inks: 1.4pt, text: {latin: 4pt}}\n", "utf-8")
    day = replace(job, content=content, layout="schedule", inks="cmyk", marks="", profile=str(tmp_path / "coarse.yaml"))
    built = build(day)
    assert built.file is not None and "failed" not in built.file.name
    told = [f.message for f in built.diagnostics if f.code == "widened-lines"]
    assert told and all("1.2 pt" in message or "1.4 pt" in message for message in told)
    with pikepdf.open(built.file) as document:
        drawn = b"".join(s.read_bytes() for page in document.pages for s in page.Contents)
    assert {float(width) for width in re.findall(rb"^([\d.]+) w$", drawn, re.MULTILINE)} == {1.2}


def test_loose_sheets_need_not_come_in_fours(job: Job) -> None:
    built = build(replace(job, layout="schedule", inks="k", marks="crop", profile="coated-offset"))
    assert built.file is not None and "failed" not in built.file.name


def test_spreads_have_no_marks(tmp_path: Path) -> None:
    plain = design_of(tmp_path, "extends: booklet\n")
    found = wrong_printing(Job(tmp_path, spreads=True, marks="crop"), plain)
    assert [f.code for f in found] == ["wrong-use-marks"]


def test_files_in_other_inks_have_other_names(tmp_path: Path) -> None:
    names = [Job(tmp_path, inks=inks).file.name for inks in ("cmyk", "cmyk+spot", "spot+k", "k")]
    assert names == ["booklet.pdf", "booklet-cmyk-spot.pdf", "booklet-spot-k.pdf", "booklet-k.pdf"]


def test_areas_are_limited_where_four_inks_print(tmp_path: Path) -> None:
    assert ink_limit(Job(tmp_path), None) == ink_limit(Job(tmp_path, inks="cmyk+spot"), None) == 3.0
    assert ink_limit(Job(tmp_path, inks="k"), None) == ink_limit(Job(tmp_path, purpose="screen"), None) > 4
    assert ink_limit(Job(tmp_path), Profile("low", limits=Limits(total_ink=2.4))) == 2.4


def test_a_press_whose_profile_is_not_here_ends_the_build_at_once(job: Job, tmp_path: Path) -> None:
    (tmp_path / "shop.yaml").write_text("standard: pdf-x-4\nintent: {name: Elsewhere, known-as: [Shop_v1.icc]}\n", "utf-8")
    with pytest.raises(BadInput) as bad:
        build(replace(job, profile=str(tmp_path / "shop.yaml")))
    (found,) = (f for f in bad.value.diagnostics if f.severity is Severity.ERROR)
    assert found.code == "no-icc-file" and "Elsewhere" in found.message
    assert "Shop_v1.icc" in found.hint and "--icc FILE" in found.hint and "extends: shop" in found.hint
    assert not (tmp_path / "out.pdf").exists()
    assert list(tmp_path.glob("*-failed.pdf")) == []


def test_the_icc_file_can_be_given_for_once(job: Job, tmp_path: Path) -> None:
    icc = Path(str(files("progprint").joinpath("data", "icc", "ISOcoated_v2_300_bas.icc")))
    built = build(replace(job, profile="uncoated-offset", inks="k", icc=icc))
    assert built.file is not None and "icc-taken" in {f.code for f in built.diagnostics}
    with pytest.raises(BadInput) as bad:
        build(replace(job, purpose="screen", icc=icc))
    assert [f.code for f in bad.value.diagnostics if f.severity is Severity.ERROR] == ["wrong-use-icc"]


def test_a_press_with_more_bleed_is_served(tmp_path: Path) -> None:
    plain = design_of(tmp_path, "extends: booklet\n")
    same, faults = with_bleed(plain, Profile("shop", bleed=mm(3)))
    assert same is plain and faults == ()
    wider, (found,) = with_bleed(plain, Profile("shop", bleed=mm(5)))
    assert wider.page.bleed == mm(5) and wider.key != plain.key
    assert (found.code, found.severity.value) == ("narrow-bleed", "info")
    assert "3 mm" in found.message and "5 mm" in found.message


def test_the_press_has_its_standard_bleed_marks_and_condition(job: Job, tmp_path: Path) -> None:
    icc = files("progprint").joinpath("data", "icc", "ISOcoated_v2_300_bas.icc").read_bytes()
    (tmp_path / "shop.icc").write_bytes(icc)
    (tmp_path / "shop.yaml").write_text(
        "standard: pdf-x-1a\nbleed: 5mm\nmarks: crop\nlimits: {total-ink: 240 %}\n"
        "intent: {name: Shop, icc: shop.icc, rendering: perceptual, black-point: no}\n", "utf-8")  # fmt: skip
    own = replace(job, inks="cmyk", marks="", profile=str(tmp_path / "shop.yaml"))
    built = build(own)
    assert "narrow-bleed" in {f.code for f in built.diagnostics}
    assert built.file is not None
    with pikepdf.open(built.file) as document:
        assert str(document.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"
        assert str(document.Root.OutputIntents[0].OutputConditionIdentifier) == "Shop"
        media, bleed, trim = ([float(v) for v in document.pages[0][f"/{n}Box"]] for n in ("Media", "Bleed", "Trim"))
        assert trim[0] - bleed[0] == pytest.approx(mm(5), abs=0.01)
        assert bleed[0] - media[0] == pytest.approx(mm(8), abs=0.01)
    # marks that the shop wants can be left out
    plain = build(replace(own, marks="off")).file
    assert plain is not None
    with pikepdf.open(plain) as document:
        page = document.pages[0].obj
        assert [float(v) for v in page.MediaBox] == [float(v) for v in page.BleedBox]


def test_a_page_of_a_pdf_file_keeps_its_inks_and_that_is_told() -> None:
    sheet = PictureInfo("ad.pdf#page=1", 9, 9, "PDF", False, "", "0", sheet=Sheet((9, 9), (0, 0, 0, 0), True))
    still = PictureInfo("a.jpg", 9, 9, "RGB", False, "", "0")
    place = Source("advertisements.yaml", 3, 5)
    (found,) = check_sheets({"ad.pdf#page=1": sheet, "a.jpg": still, "b.jpg": None}, {"ad.pdf#page=1": ((), place)})
    assert (found.code, found.source) == ("pdf-inks", place)
    places = {"ad.pdf#page=1": ((), place)}
    (found,) = check_coloured({"ad.pdf#page=1": sheet, "a.jpg": still}, places, lambda name: True)
    assert (found.code, found.source, found.message[:6]) == ("pdf-colour", place, "ad.pdf")
    assert list(check_coloured({"ad.pdf#page=1": sheet}, places, lambda name: False)) == []


def test_a_book_in_two_inks_with_marks(job: Job) -> None:
    built = build(job)
    assert built.file is not None
    with pikepdf.open(built.file) as document:
        for page in document.pages:
            spaces = {str(space[1]) for space in page.Resources.ColorSpace.values() if str(space[0]) == "/Separation"}
            assert spaces == {"/All", "/PANTONE 485 C"}
            drawn = b"".join(stream.read_bytes() for stream in page.Contents)
            assert b"/All CS 1 SCN" in drawn and b"/All cs 1 scn" in drawn
            for picture in page.Resources.get("/XObject", {}).values():
                assert str(picture.get("/ColorSpace", "/DeviceGray")) == "/DeviceGray"


def test_two_inks_of_a_layout_with_four(job: Job, tmp_path: Path) -> None:
    write_files(tmp_path / "layouts", {"ours.yaml": "extends: monochrome\n"})
    with pytest.raises(BadInput) as bad:
        build(job)
    assert [f.code for f in bad.value.diagnostics if f.severity.value == "error"] == ["wrong-use-inks"]
