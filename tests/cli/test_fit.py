"""`progprint fit`: how texts stand in their rooms, for people, for programs and for the browser."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from progprint.cli import main
from small_festival import CLIFF, write_files, write_tiny

LONG = "It covers tracks and it keeps them, as everybody in this long review has said before. " * 60
LAYOUT = """
extends: booklet
sections:
  - cover
  - films: {master: film, room: spread, fit: [looseness, size 8.3pt..8.1pt]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    content = write_tiny(tmp_path / "content", film=CLIFF.replace("It covers tracks\n    and it keeps them.", LONG))
    short = CLIFF.replace("Cliff Walkers", "Short & <Sweet>").partition("screenings:")[0]
    write_files(content, {"films/short.yaml": short})
    write_files(tmp_path, {"layouts/ours.yaml": LAYOUT})
    return tmp_path


def test_a_table_and_a_sum_for_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fit", "--layout", "ours"]) == 0
    said = capsys.readouterr().out
    assert re.search(r"films/cliff-walkers +2-5 +review\.en +\d+ +\d+ +\d+ / \d+", said)
    assert re.search(r"films/short +\S+ +\d+ of 47 lines are empty", said)
    assert said.endswith("3 texts: 2 fit as they are, 1 exceeds its room\n")
    assert not list(folder.rglob("*.pdf")) and not list(folder.rglob("*.lock.yaml"))


def test_strict_ends_with_one_when_anything_is_over(folder: Path) -> None:
    assert main(["fit", "--layout", "ours", "--strict"]) == 1
    assert main(["fit", "--layout", "ours", "--strict", "--only", "short"]) == 0


def test_every_text_is_an_object_for_programs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fit", "--layout", "ours", "--json"]) == 0
    rows = {row["text"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["films/short"]["fits"] and rows["films/short"]["notes"][0]["code"] == "underfill"
    over = rows["films/cliff-walkers"]["over"][0]
    assert (over["field"], over["language"], over["page"], over["frame"]) == ("review", "en", 4, "story")
    assert over["lines"] > over["at_last_rung"]["lines"] > 0
    assert (over["file"], over["line"] > 1, len(over["box"])) == ("films/cliff-walkers.yaml", True, 4)


def test_a_page_for_the_browser_shows_what_does_not_fit(folder: Path) -> None:
    assert main(["fit", "--layout", "ours", "--html", "out/fit.html"]) == 0
    page = (folder / "out" / "fit.html").read_text("utf-8")
    pictures = re.findall(r'src="([^"]+)"', page)
    assert len(pictures) == 4 and all((folder / "out" / file).is_file() for file in pictures)
    assert "<script" not in page and page.count('class="box"') == page.count('<p><span class="over">')
    assert "review.zh-Hant" in page and "films/short" in page
