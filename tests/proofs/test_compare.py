"""Two files compared: written by the house, by strangers, damaged, locked."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from progprint.cli import main
from progprint.diag import BadInput
from progprint.proofs import as_json_object, compare_files, lines_of, write_report

LINES = ["Snow falls in nearly every exterior", "and nobody mistakes it for scenery", "it covers tracks and keeps them"]


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a stranger's PDF of pages of lines; a picture is a grey box."""
    def make(name: str, *pages: list[str], size: tuple[int, int] = (300, 400)) -> Path:
        document = pikepdf.new()
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        for lines in pages:
            page = document.add_blank_page(page_size=size)
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            text = " ".join(f"({line}) Tj T*" for line in lines if line != "box")
            box = "0.5 g 100 100 80 40 re f 0 g" if "box" in lines else ""
            page.Contents = document.make_stream(f"{box} BT /F 12 Tf 16 TL 40 350 Td {text} ET".encode())
        document.save(tmp_path / name)
        return tmp_path / name

    return make


def numbered(number: int, lines: list[str]) -> list[str]:
    """A page with its folio at the foot: the lines between are empty."""
    return [*lines, *[""] * (21 - len(lines)), str(number)]


def test_the_same_file_is_the_same(write: Any) -> None:
    one, other = write("a.pdf", LINES, ["box"]), write("b.pdf", LINES, ["box"])
    found = compare_files(one, other)
    assert not found.differs and [page.status for page in found.pages] == ["same", "same"]
    assert list(lines_of(found)) == ["2 pages: 2 the same"]


def test_a_changed_word_is_named_and_its_place_framed(write: Any) -> None:
    changed = [LINES[0], LINES[1].replace("nobody", "somebody"), LINES[2]]
    found = compare_files(write("a.pdf", LINES, LINES[:1]), write("b.pdf", changed, LINES[:1]))
    page = found.pages[0]
    assert (page.status, found.pages[1].status) == ("changed", "same")
    assert [(c.removed, c.added) for c in page.words] == [("nobody", "somebody")]
    (region,) = page.regions
    # the second line, 66 points under the head of a page 400 high
    assert region.y < 66 / 400 < region.bottom < 90 / 400 and region.x > 40 / 300


def test_a_changed_picture_is_found_by_its_pixels(write: Any) -> None:
    found = compare_files(write("a.pdf", LINES), write("b.pdf", [*LINES, "box"]))
    (page,) = found.pages
    assert page.words == () and len(page.regions) == 1
    assert page.regions[0] == pytest.approx((100 / 300, 260 / 400, 80 / 300, 40 / 400), abs=0.07)
    assert "the same words, 1 place that looks different" in next(lines_of(found))


def test_a_page_put_in_leaves_the_others_with_another_folio(write: Any) -> None:
    pages = [[f"{word} {line}" for line in LINES] for word in ("First", "Second", "Third")]
    old = write("a.pdf", *(numbered(n, page) for n, page in enumerate(pages, 1)))
    put_in = [pages[0], ["Something quite different"], *pages[1:]]
    found = compare_files(old, write("b.pdf", *(numbered(n, page) for n, page in enumerate(put_in, 1))))
    assert [page.status for page in found.pages] == ["same", "added", "renumbered", "renumbered"]
    assert list(lines_of(found)) == ["page 2: added", "4 pages: 1 the same, 2 with another folio, 1 added"]


def test_a_number_that_is_no_folio_is_a_change(write: Any) -> None:
    old, new = write("a.pdf", ["Doors open at 1", *LINES]), write("b.pdf", ["Doors open at 2", *LINES])
    assert compare_files(old, new).pages[0].status == "changed"


def test_pages_of_another_size(write: Any) -> None:
    found = compare_files(write("a.pdf", LINES), write("b.pdf", LINES, size=(320, 400)))
    assert found.pages[0].status in ("same", "changed")


@pytest.mark.parametrize("damage", ["none", "text", "cut", "locked", "folder"])
def test_files_that_cannot_be_read_are_refused_by_name(write: Any, tmp_path: Path, damage: str) -> None:
    good, bad = write("a.pdf", LINES), tmp_path / "bad.pdf"
    if damage == "text":
        bad.write_text("no PDF")
    elif damage == "cut":
        bad.write_bytes(good.read_bytes()[:40])
    elif damage == "locked":
        with pikepdf.open(good) as document:
            document.save(bad, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    elif damage == "folder":
        bad.mkdir()
    with pytest.raises(BadInput) as refused:
        compare_files(good, bad)
    (fault,) = refused.value.diagnostics
    assert (fault.code, fault.source.file) == ("wrong-use-pdf", str(bad))
    assert damage != "locked" or "password" in fault.message


def test_the_report_is_one_file_with_both_states(write: Any, tmp_path: Path) -> None:
    old, new = write("a.pdf", LINES), write("b.pdf", ["Rain <b> falls", *LINES[1:]], LINES[:1])
    file = tmp_path / "new" / "report.html"
    write_report(compare_files(old, new), file)
    text = file.read_text("utf-8")
    assert text.count("data:image/jpeg;base64,") == 3 and "no such page" in text
    assert "<ins>Rain &lt; b &gt; falls</ins>" in text and 'class="place"' in text
    assert not re.search(r'(src|href)="(?!data:)', text)


def test_what_programs_read(write: Any) -> None:
    found = as_json_object(compare_files(write("a.pdf", LINES), write("b.pdf", LINES, ["box"])))
    json.dumps(found)
    assert found["differs"] is True and found["counts"]["added"] == 1
    assert found["pages"] == [
        {"status": "added", "moved": False, "old": None, "new": {"page": 2, "folio": "2"}, "regions": [], "words": []}
    ]


def test_the_command_ends_as_diff_does(write: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = str(write("a.pdf", LINES)), str(write("b.pdf", LINES[:2]))
    assert main(["diff", old, old]) == 0
    assert main(["diff", old, new, "--html", str(tmp_path / "r.html")]) == 1
    output = capsys.readouterr().out
    assert "[-it covers tracks and keeps them-]" in output and output.endswith(f"{tmp_path}/r.html\n")
    assert main(["diff", old, new, "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["differs"] is True
    assert main(["diff", old, str(tmp_path / "none.pdf")]) == 2
    assert "there is no such file [wrong-use-pdf]" in capsys.readouterr().err
