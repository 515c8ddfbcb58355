"""`progprint preflight`, its proof, and the gate that a build's file goes through."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from progprint.build import Job, build
from progprint.cli import main
from progprint.diag import Severity
from small_festival import write_tiny

LOW = "standard: pdf-x-4\nintent: {name: FOGRA39}\nlimits: {total-ink: 101 %}\n"


@pytest.fixture
def red(good: Path, tmp_path: Path) -> Path:
    """The good file with an RGB area on page 2."""
    file = tmp_path / "red.pdf"
    with pikepdf.open(good) as pdf:
        pdf.pages[1].contents_add(b"q 1 0 0 rg 68.504 300 20 30 re f Q")
        pdf.save(file)
    return file


def test_a_good_file_is_fit(good, capsys):
    assert main(["preflight", str(good)]) == 0
    assert capsys.readouterr().err.endswith("good.pdf: 4 pages, fit for the press (coated-offset)\n")


def test_the_number_of_pages_of_a_cover_is_not_judged(good, tmp_path, capsys):
    cover = tmp_path / "cover.pdf"
    with pikepdf.open(good) as pdf:
        del pdf.pages[1:]
        pdf.save(cover)
    assert main(["preflight", str(cover)]) == 1
    assert "for a cover or some pages say `--part`" in capsys.readouterr().err
    assert main(["preflight", str(cover), "--part"]) == 0


def test_a_finding_has_its_page_place_and_code(red, capsys):
    assert main(["preflight", str(red)]) == 1
    said = capsys.readouterr().err
    assert "error: page 2 at 21, 35 mm: RGB without a profile: an area [rgb]" in said
    assert "4 pages, not fit for the press (coated-offset), 1 error" in said


def test_programs_read_findings_as_json(red, capsys):
    assert main(["preflight", str(red), "--json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert [(row["code"], row["severity"], row["page"]) for row in rows] == [("rgb", "error", 2)]
    assert rows[0]["places"] == [[60.0, 98.5, 20.0, 30.0]]


def test_a_proof_shows_the_places_and_lists_them(red, tmp_path, capsys):
    proof = tmp_path / "out" / "proof.pdf"
    assert main(["preflight", str(red), "--proof", str(proof)]) == 1
    with pypdfium2.PdfDocument(proof) as document:
        assert len(document) == 5
        assert "1 page 2 at 21, 35 mm: RGB without a profile" in document[4].get_textpage().get_text_range()
        page = document[1].render(scale=2).to_pil().convert("RGB")
    # the box's edge, a point beside the area
    edge = page.getpixel((round((68.504 - 1) * 2), round((437.008 - 315) * 2)))
    assert edge[0] > 180 and edge[1] < 120


@pytest.mark.parametrize(("words", "said"), [
    (["nowhere.pdf"], "there is no file"), (["good.pdf", "--profile", "coated-ofset"], "did you mean `coated-offset`?"),
])  # fmt: skip
def test_wrong_use_is_told(words, said, good, monkeypatch, capsys):
    monkeypatch.chdir(good.parent)
    assert main(["preflight", *words]) == 2
    assert said in capsys.readouterr().err


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_tiny(tmp_path / "content")
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "low.yaml").write_text(LOW, "utf-8")
    return tmp_path


def test_an_unfit_file_keeps_another_name_and_the_old_one_stays(folder):
    fit = build(Job(Path("content"), use_cache=False))
    assert fit.file == Path("out/booklet.pdf") and not Path("out/booklet-failed.pdf").exists()
    before = fit.file.read_bytes()
    unfit = build(Job(Path("content"), use_cache=False, profile="low"))
    assert unfit.file == Path("out/booklet-failed.pdf") and unfit.file.is_file()
    assert Path("out/booklet.pdf").read_bytes() == before
    assert {f.code for f in unfit.diagnostics if f.severity is Severity.ERROR} == {"unfit-for-press", "total-ink"}


def test_the_gate_can_be_left_out_and_is_not_there_for_the_screen(folder):
    for more in ({"preflight": False}, {"purpose": "screen"}):
        built = build(Job(Path("content"), use_cache=False, profile="low", **more))
        assert built.file == Path("out/booklet.pdf")
        assert not any(f.severity is Severity.ERROR for f in built.diagnostics)


def test_an_unknown_profile_stops_before_anything_is_written(folder, capsys):
    assert main(["build", "booklet", "--for", "lwo"]) == 2
    assert not Path("out").exists()
    assert "did you mean `low`?" in capsys.readouterr().err


def test_the_shops_own_profile_goes_into_the_file(folder):
    from importlib.resources import files

    icc = files("progprint").joinpath("data", "icc", "ISOcoated_v2_300_bas.icc").read_bytes()
    Path("profiles/shop.icc").write_bytes(icc)
    Path("profiles/shop.yaml").write_text(
        "standard: pdf-x-4\nintent: {name: Shop 7, registry: 'http://shop.example', icc: shop.icc}\n", "utf-8")
    built = build(Job(Path("content"), use_cache=False, profile="shop"))
    assert built.file == Path("out/booklet.pdf"), built.diagnostics
    with pikepdf.open(built.file) as pdf:
        assert str(pdf.Root.OutputIntents[0].OutputConditionIdentifier) == "Shop 7"


def test_a_proof_does_not_take_the_place_of_its_file(good, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("book.pdf").write_bytes(good.read_bytes())
    assert main(["preflight", "book.pdf", "--proof", "./book.pdf"]) == 2
    assert "take the place of the file itself" in capsys.readouterr().err
    assert Path("book.pdf").read_bytes() == good.read_bytes()
    assert main(["preflight", "book.pdf", "--proof", "."]) == 2
    assert "is a folder" in capsys.readouterr().err


def test_a_full_disk_is_told_by_the_name_that_was_asked_for(folder, good, monkeypatch, capsys):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert main(["build", "booklet"]) == 1
    said = capsys.readouterr().err
    assert "out/booklet.pdf: error: the file cannot be written: No space left on device" in said
    assert "failed" not in said
    assert main(["preflight", str(good), "--proof", "proof.pdf"]) == 1
    assert "proof.pdf: error: No space left on device" in capsys.readouterr().err
    assert list(folder.glob("*.pdf*")) == list(folder.glob("out/*")) == []


def test_counsel_leads_to_the_press_that_gave_it(folder, capsys):
    text = "standard: pdf-x-4\nintent: {name: FOGRA39}\nlimits: {safety: 60mm, text: {latin: 1pt, han: 1pt}}\n"
    (folder / "far off.yaml").write_text(text, "utf-8")
    assert main(["build", "booklet", "--for", "far off.yaml"]) == 0
    assert "`progprint preflight out/booklet.pdf --profile 'far off.yaml'` tells where" in capsys.readouterr().err


@pytest.mark.parametrize(("name", "condition"), [
    ("uncoated-offset", "FOGRA47"), ("us-gracol", "CGATS TR 006"), ("newsprint", "IFRA26"),
])  # fmt: skip
def test_a_condition_whose_icc_is_shipped_needs_no_file(folder, name, condition):
    built = build(Job(Path("content"), use_cache=False, profile=name, preflight=False))
    with pikepdf.open(built.file) as pdf:
        for intent in pdf.Root.OutputIntents:
            assert str(intent.OutputConditionIdentifier) == condition
            assert f"based on {condition}".encode() in intent.DestOutputProfile.read_bytes()
