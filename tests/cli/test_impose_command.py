"""`progprint impose`: typed words -> sheets, what is said, exit codes."""

from __future__ import annotations

import json

import pikepdf
import pytest

from progprint.cli import main


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pikepdf.new() as pdf:
        for _ in range(6):
            pdf.add_blank_page(page_size=(419.53, 595.28))
        pdf.save("book.pdf")
    return tmp_path / "book.pdf"


def test_a_booklet_is_written_beside_its_pages_and_counted(file, capsys):
    assert main(["impose", "book.pdf", "--sheet", "SRA3", "--paper", "0.1mm", "--signature", "4"]) == 0
    shown = capsys.readouterr()
    assert shown.out == "book-saddle.pdf: 6 pages on 2 sheets of 450 × 320 mm, 4 sides\n"
    assert "2 blank pages added at the end: 6 pages do not fill 2 sheets [blank-pages]" in shown.err
    assert "0.1 mm nearer to the spine" in shown.err
    with pikepdf.open("book-saddle.pdf") as pdf:
        assert len(pdf.pages) == 4


def test_spreads_home_booklets_and_pictures(file, capsys):
    assert main(["impose", "book.pdf", "--scheme", "reader", "-o", "spreads.pdf"]) == 0
    assert main(["impose", "book.pdf", "--home", "--flip", "long", "--png", "png"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "spreads.pdf: 6 pages on 4 spreads", "book-home.pdf: 6 pages on 2 sheets of 297 × 210 mm, 4 sides",
        "png: 4 pictures",
    ]


def test_strict_warnings_write_nothing(file, capsys):
    words = ["impose", "book.pdf", "--sheet", "SRA3", "--scheme", "perfect"]
    assert main([*words, "--strict"]) == 1
    assert main([*words, "--strict", "--list"]) == 1
    assert "error: 6 pages are few for perfect binding" in capsys.readouterr().err
    assert [p.name for p in file.parent.iterdir()] == ["book.pdf"]
    assert main(words) == 0


def test_spreads_of_one_page_are_counted_as_spreads(file, capsys):
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(300, 400))
        pdf.save("one.pdf")
    assert main(["impose", "one.pdf", "--scheme", "reader"]) == 0
    assert capsys.readouterr().out == "one-reader.pdf: 1 page on 1 spread\n"


def test_a_list_writes_nothing(file, capsys):
    words = ["impose", "book.pdf", "--scheme", "n-up", "--sheet", "A3", "--sides", "two", "--list"]
    assert main([*words, "--grid", "2x1"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["sheet 1 front: 1 3", "sheet 1 back: 4 2"]
    assert [p.name for p in file.parent.iterdir()] == ["book.pdf"]


@pytest.mark.parametrize("words", [
    ["book.pdf"], ["book.pdf", "--sheet", "SRA9"], ["book.pdf", "--sheet", "A5"], ["none.pdf", "--sheet", "SRA3"],
    ["book.pdf", "--home", "-o", "book.pdf"], ["book.pdf", "--home", "-o", "."], ["."],
    ["book.pdf", "--sheet", "SRA3", "--paper", "0.1"], ["book.pdf", "--sheet", "SRA3", "--grid", "0x2"],
    ["book.pdf", "--home", "--scheme", "perfect"], ["book.pdf", "--scheme", "sewn"],
    ["book.pdf", "--sheet", "SRA3", "--gripper", "10"], ["book.pdf", "--sheet", "SRA3", "--overfold", "8"],
    ["book.pdf", "--sheet", "SRA3", "--lip", "back"], ["book.pdf", "--sheet", "SRA3", "--margin", "5mm"],
    ["book.pdf", "--sheet", "SRA3", "--sides", "two"], ["book.pdf", "--sheet", "SRA3", "--creep-factor", "9"],
])
def test_wrong_use_is_two_with_a_sentence(file, capsys, words):
    assert main(["impose", *words]) == 2
    shown = capsys.readouterr()
    assert shown.out == "" and "rror: " in shown.err and "Traceback" not in shown.err
    assert [p.name for p in file.parent.iterdir()] == ["book.pdf"]


def test_a_bad_file_or_disk_is_one(file, capsys):
    (file.parent / "bad.pdf").write_bytes(b"%PDF-1.4 and no more")
    assert main(["impose", "bad.pdf", "--home"]) == 1
    assert "[pdf-damaged]" in capsys.readouterr().err
    assert main(["impose", "book.pdf", "--home", "-o", "book.pdf/x.pdf"]) == 1
    assert "[cannot-write]" in capsys.readouterr().err


def test_json_is_an_array_alone_on_standard_output(file, capsys):
    assert main(["impose", "book.pdf", "--home", "--json"]) == 0
    shown = capsys.readouterr()
    assert {row["code"] for row in json.loads(shown.out)} == {"signatures", "blank-pages", "flip", "white-edge"}
    assert "on 2 sheets" in shown.err
    assert main(["impose", "book.pdf", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)[0]["code"] == "wrong-use-sheet"
