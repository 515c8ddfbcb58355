"""`progprint new`: whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from progprint.cli import main, starter
from progprint.cli.commands import schema_files
from progprint.programme.schema import content_schemas


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_starter_is_copied_whole_and_the_next_step_is_named(here, capsys):
    assert main(["new", "my festival"]) == 0
    expected = {str(inside): entry.read_bytes() for inside, entry in starter.starter_files()}
    expected |= {
        f"content/.schemas/{name}": text for name, text in schema_files(content_schemas()).items()
    }
    assert tree(here / "my festival") == expected
    assert Path("content/festival.yaml") in {Path(name) for name in expected}
    assert capsys.readouterr().out == (
        f"my festival: a small festival of {len(expected)} files. Next:\n"
        "  cd 'my festival'\n"
        "  progprint build booklet\n"
    )


def test_an_empty_folder_may_be_there_already_even_this_one(here, capsys):
    assert main(["new", "."]) == 0
    assert (here / "content" / "festival.yaml").is_file()
    assert "cd " not in capsys.readouterr().out


def test_a_folder_with_something_in_it_is_left_alone(here, capsys):
    (here / "x").mkdir()
    (here / "x" / "notes.txt").write_text("mine")
    assert main(["new", "x"]) == 2
    assert tree(here / "x") == {"notes.txt": b"mine"}
    assert "not empty" in capsys.readouterr().err


def test_a_file_of_that_name_is_left_alone(here):
    (here / "x").write_text("mine")
    assert main(["new", "x"]) == 2
    assert (here / "x").read_text() == "mine"


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "No space left"), (errno.EROFS, "Read-only")])
def test_a_disk_that_refuses_half_way_leaves_nothing_behind(here, capsys, monkeypatch, number, words):
    write, written = Path.write_bytes, []

    def full(path: Path, content: bytes) -> int:
        if len(written) == 2:
            raise OSError(number, words)
        written.append(path)
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(["new", "x"]) == 1
    faults = capsys.readouterr().err
    assert words in faults and faults.startswith(str(Path("x/")))
    assert not (here / "x").exists()
