"""`progprint package` makes the folder that a print shop receives, or nothing."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from progprint.cli import main
from small_festival import CLIFF, draw_picture, write_tiny

ROOT = Path(__file__).resolve().parent.parent
PERFECT = "extends: booklet\nbinding: perfect\n"
STITCHED = "extends: booklet\nbinding: saddle\n"


def start(folder: Path, **more: str) -> Path:
    """A small festival with a still, a layout with a spine and one without."""
    write_tiny(folder / "content", film=f"{CLIFF}stills:\n  - {{file: ../stills/cliff.jpg}}\n")
    draw_picture(folder / "content" / "stills" / "cliff.jpg", (1800, 1200))
    for name, text in {"book": PERFECT, "thin": STITCHED, **more}.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Two packages, made once: a book with a cover of its own, and a stitched booklet."""
    folder = start(tmp_path_factory.mktemp("home"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["package", "book.yaml", "--copies", "1500", "--note", "封面上啞膜。", "--zip"]) == 0
        assert main(["package", "--layout", "thin.yaml"]) == 0
    yield folder


@pytest.fixture
def at_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(home)
    return home


def files(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def ticket(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "job-ticket.json").read_text("utf-8"))
    return found


def fonts_in(file: Path) -> set[str]:
    """PostScript names of the fonts in a file, as another reader finds them."""
    found = set()
    with pikepdf.open(file) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/FontDescriptor":
                found.add(str(thing.FontName).removeprefix("/").split("+")[-1])
    return found


def test_all_that_belongs_to_it_is_there_and_the_sums_verify(home: Path) -> None:
    package = home / "out" / "book-package"
    names = set(files(package))
    assert {
        "book-interior.pdf", "book-cover.pdf", "book-preview.pdf", "job-ticket.txt", "job-ticket.json", "SHA256SUMS",
        "preflight/book-interior.txt", "preflight/book-interior.json", "preflight/book-cover.txt",
        "preflight/book-cover.json", "profile/coated-offset.yaml", "profile/ISOcoated_v2_300_bas.icc",
    } == {name for name in names if not name.startswith("licences/")}
    done = subprocess.run(["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=package, capture_output=True, text=True)
    assert done.returncode == 0 and len(done.stdout.splitlines()) == len(names) - 1
    assert [row["name"] for row in ticket(package)["files"]] == [
        row["name"] for row in ticket(package)["files"] if (package / row["name"]).stat().st_size == row["bytes"]]


def test_the_ticket_says_what_other_readers_find_in_the_files(home: Path) -> None:
    package = home / "out" / "book-package"
    said = ticket(package)
    interior, cover = said["printed"]
    with pikepdf.open(package / "book-interior.pdf") as pdf:
        assert interior["pages"] == len(pdf.pages) == said["binding"]["pages"] - 4
        left, foot, right, head = (float(side) for side in pdf.pages[0].trimbox)
    assert interior["sizes"][0]["trim"] == pytest.approx(
        {"width_mm": (right - left) / 72 * 25.4, "height_mm": (head - foot) / 72 * 25.4}, abs=0.01)
    assert said["binding"]["spine_mm"] == pytest.approx(interior["pages"] / 2 * 0.1 + 0.3)
    assert cover["sizes"][0]["trim"]["width_mm"] == pytest.approx(2 * 148 + said["binding"]["spine_mm"], abs=0.01)
    assert interior["standard"] == "PDF/X-4" and cover["role"] == "cover"
    assert said["copies"] == 1500 and said["note"] == "封面上啞膜。"
    added = said["binding"]["added_blank_pages"]
    assert added and set(added) <= set(interior["pages_blank"])
    counted = [interior[name] for name in ("pages_in_colour", "pages_in_black_only", "pages_blank")]
    assert sorted(n for pages in counted for n in pages) == list(range(1, interior["pages"] + 1))


def test_the_licences_are_those_of_the_fonts_in_the_files(home: Path) -> None:
    package = home / "out" / "book-package"
    embedded = fonts_in(package / "book-interior.pdf") | fonts_in(package / "book-cover.pdf")
    texts = {name: data.decode() for name, data in files(package).items() if name.startswith("licences/")}
    told = {
        line.split()[1] for text in texts.values() for line in text.split("=" * 80)[0].splitlines()
        if line.startswith("Embedded:")}
    assert told == embedded
    assert all("SIL OPEN FONT LICENSE" in text and "Copyright: " in text for text in texts.values())
    assert {row["file"] for row in ticket(package)["fonts"]} == set(texts)


def test_the_profile_and_the_icc_are_those_that_were_used(home: Path) -> None:
    package = home / "out" / "book-package"
    assert (package / "profile" / "coated-offset.yaml").read_bytes() == (ROOT / "profiles" / "coated-offset.yaml").read_bytes()
    with pikepdf.open(package / "book-cover.pdf") as pdf:
        icc = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    assert (package / "profile" / "ISOcoated_v2_300_bas.icc").read_bytes() == icc


def test_a_stitched_booklet_is_one_file(home: Path) -> None:
    package = home / "out" / "thin-package"
    assert (package / "thin.pdf").is_file() and not (package / "thin-cover.pdf").exists()
    said = ticket(package)
    assert [row["role"] for row in said["printed"]] == ["book"] and said["binding"]["kind"] == "saddle"
    assert said["binding"]["creep_mm"][0] == pytest.approx((said["binding"]["pages"] / 4 - 1) * 0.1)


def test_every_pdf_opens_and_the_preview_is_small(home: Path) -> None:
    for package in (home / "out").glob("*-package"):
        for file in package.glob("*.pdf"):
            with pikepdf.open(file) as pdf:
                assert len(pdf.pages)
    assert (home / "out" / "book-package" / "book-preview.pdf").stat().st_size < 2_000_000


def test_made_twice_it_is_the_same_zip_included(at_home: Path) -> None:
    package, archive = at_home / "out" / "book-package", at_home / "out" / "book-package.zip"
    before, packed = files(package), archive.read_bytes()
    assert main(["package", "book.yaml", "--copies", "1500", "--note", "封面上啞膜。", "--zip", "--no-cache"]) == 0
    assert files(package) == before and archive.read_bytes() == packed
    with zipfile.ZipFile(archive) as unpacked:
        assert {name: unpacked.read(f"book-package/{name}") for name in before} == before


def test_an_unfit_file_gives_no_package_and_the_old_one_stays(at_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(at_home / "out")
    (at_home / "strict.yaml").write_text("standard: pdf-x-4\nintent: {name: FOGRA39}\nlimits: {pages: {fewest: 400, most: 640}}\n")
    assert main(["package", "thin.yaml", "--for", "strict.yaml"]) == 1
    told = capsys.readouterr().err
    assert "[page-count]" in told and "[unfit-for-press]" in told and "no package was made" in told
    assert "--no-preflight" not in told
    assert "`progprint preflight out/thin-failed.pdf --profile strict.yaml --proof proof.pdf`" in told
    unfit = at_home / "out" / "thin-failed.pdf"
    assert unfit.is_file()
    unfit.unlink()
    assert files(at_home / "out") == before


def test_the_findings_name_files_where_they_lie(at_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["package", "thin.yaml", "--json"]) == 0
    shown = capsys.readouterr()
    assert "out/.thin-package" not in shown.out
    assert {row["file"] for row in json.loads(shown.out) if row["code"] == "press-counsel"} <= {"out/thin-package/thin.pdf"}
    assert "out/thin-package/job-ticket.txt: to be read first" in shown.err


def test_a_picture_that_cannot_be_printed_gives_no_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(start(tmp_path))
    (tmp_path / "content" / "stills" / "cliff.jpg").write_bytes(b"\xff\xd8 no picture")
    assert main(["package", "thin.yaml"]) == 1
    assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_full_disk_and_ctrl_c_leave_the_old_one(
    at_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fault: BaseException
) -> None:
    before = files(at_home / "out")
    written = Path.write_bytes

    def failing(self: Path, data: bytes) -> int:
        if self.name == "job-ticket.json":
            raise fault
        return written(self, data)

    monkeypatch.setattr(Path, "write_bytes", failing)
    assert main(["package", "book.yaml", "--zip"]) == (130 if isinstance(fault, KeyboardInterrupt) else 1)
    assert files(at_home / "out") == before
    assert "Traceback" not in capsys.readouterr().err


def test_a_folder_of_others_is_refused_before_anything_is_built(at_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    theirs = at_home / "theirs"
    theirs.mkdir()
    (theirs / "thesis.doc").write_text("ten years of work")
    assert main(["package", "thin.yaml", "-o", "theirs"]) == 2
    assert "no package of progprint" in capsys.readouterr().err and os.listdir(theirs) == ["thesis.doc"]


def test_what_was_added_stays_and_is_named(at_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = at_home / "out" / "thin-package"
    (package / "order.txt").write_text("no 7")
    assert main(["package", "thin.yaml"]) == 0
    assert "[added-files]" in capsys.readouterr().err and (package / "order.txt").read_text() == "no 7"
    (package / "order.txt").unlink()


def test_the_shop_s_own_profile_and_icc_go_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(start(tmp_path))
    (tmp_path / "profiles" / "icc").mkdir(parents=True)
    icc = (ROOT / "src" / "progprint" / "data" / "icc" / "ISOcoated_v2_300_bas.icc").read_bytes()
    (tmp_path / "profiles" / "icc" / "house.icc").write_bytes(icc)
    (tmp_path / "profiles" / "ours.yaml").write_text(
        "extends: coated-offset\nstandard: pdf-x-1a\nintent: {name: Our Press, icc: icc/house.icc}\nmarks: crop\n", "utf-8")
    assert main(["package", "thin.yaml", "--for", "ours", "-o", "out/for us"]) == 0
    package = tmp_path / "out" / "for us"
    assert (package / "profile" / "icc" / "house.icc").read_bytes() == icc and (package / "profile" / "ours.yaml").exists()
    assert (package / "profile" / "coated-offset.yaml").is_file(), "what it extends goes along"
    said = ticket(package)
    assert said["press"]["marks"] == "crop" and said["printed"][0]["standard"].startswith("PDF/X-1a")
    assert said["printed"][0]["condition"]["name"] == "Our Press"


@pytest.mark.parametrize(("words", "told"), [
    (["--for", "screen"], "a package is for a press"),
    (["--copies", "0"], "--copies"),
    (["nobody"], "there is no layout `nobody`"),
    (["thin.yaml", "--for", "coated-ofset"], "did you mean `coated-offset`?"),
])
def test_wrong_use_is_told(at_home: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str) -> None:
    assert main(["package", *words]) == 2
    assert told in capsys.readouterr().err
