"""`progprint new`: whole or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from progprint.cli import main, starter
from progprint.cli.commands import schema_files
from progprint.design import house_layouts
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


def test_a_house_layout_is_copied_with_its_comments(here, capsys):
    assert main(["new", "ours", "--layout", "booklet"]) == 0
    house = house_layouts()["booklet"].read_bytes()
    assert (here / "ours" / "layouts" / "booklet.yaml").read_bytes() == house and b"\n# " in house
    assert (here / "ours" / "content" / "festival.yaml").is_file()
    assert capsys.readouterr().out.endswith("  cd ours\n  progprint build booklet\n")


def test_a_layout_is_added_to_a_festival_that_is_there(here, capsys):
    (here / "content").mkdir()
    (here / "content" / "festival.yaml").write_text("mine")
    assert main(["new", ".", "--layout", "schedule"]) == 0
    assert set(tree(here)) == {"content/festival.yaml", "layouts/schedule.yaml"}
    assert capsys.readouterr().out.endswith("Next:\n  progprint build schedule\n")


def test_a_layout_of_ones_own_is_never_written_over(here, capsys):
    (here / "layouts").mkdir()
    (here / "layouts" / "booklet.yaml").write_text("mine")
    assert main(["new", ".", "--layout", "booklet"]) == 2
    assert tree(here) == {"layouts/booklet.yaml": b"mine"}
    assert "there already" in capsys.readouterr().err


def test_a_layout_that_the_house_does_not_have(here, capsys):
    assert main(["new", "ours", "--layout", "bookle"]) == 2
    assert "did you mean booklet?" in capsys.readouterr().err
    assert not (here / "ours").exists()


def test_what_a_failed_copy_leaves_behind_is_as_it_was(here, monkeypatch):
    (here / "content").mkdir()
    (here / "empty").mkdir()

    def refuse(target: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    monkeypatch.setattr(starter, "write_file", refuse)
    assert main(["new", ".", "--layout", "booklet"]) == 1
    assert (here / "empty").is_dir() and not (here / "layouts").exists()
