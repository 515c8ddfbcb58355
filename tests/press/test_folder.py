"""A package takes its place whole or not at all, and nothing of others is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from progprint.diag import BadInput
from progprint.press.folder import SUMS, TICKET, made_beside, refused, strays, sums_text, write_zip

OURS = '{"kind": "progprint job ticket", "schema": 1}'


def fill(folder: Path, **files: str) -> None:
    for name, text in {TICKET: OURS, "booklet.pdf": "old", "profile/x.yaml": "standard", **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    (folder / SUMS).write_text(sums_text(folder), "utf-8")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "booklet-package"
    folder.mkdir()
    fill(folder)
    return folder


def inside(folder: Path) -> dict[str, str]:
    return {str(f.relative_to(folder)): f.read_text("utf-8") for f in folder.rglob("*") if f.is_file()}


def beside(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.parent.iterdir())


def codes(folder: Path, archive: Path | None = None) -> list[str]:
    found = list(refused(folder, archive))
    assert all(f.code == "wrong-use-output" and f.hint for f in found)
    return [f.message for f in found]


def test_the_sums_are_those_of_sha256sum(package: Path) -> None:
    done = subprocess.run(["sha256sum", "-c", "--strict", SUMS], cwd=package, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["booklet.pdf", TICKET, "profile/x.yaml"]


def test_a_new_folder_takes_the_old_ones_place(package: Path) -> None:
    with made_beside(package) as made:
        fill(made, **{"booklet.pdf": "new"})
    assert (package / "booklet.pdf").read_text() == "new"
    assert beside(package) == ["booklet-package"]


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt(), BadInput(())])
def test_after_any_fault_the_old_one_stays(package: Path, fault: BaseException) -> None:
    before = inside(package)
    with pytest.raises(type(fault)), made_beside(package) as made:
        fill(made, **{"booklet.pdf": "new"})
        raise fault
    assert inside(package) == before and beside(package) == ["booklet-package"]


def test_when_the_exchange_fails_the_old_one_is_there_again(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, rename = inside(package), Path.rename

    def failing(self: Path, target: Path) -> Path:
        if target == package and ".old" not in self.name:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(KeyboardInterrupt), made_beside(package) as made:
        fill(made, **{"booklet.pdf": "new"})
    assert inside(package) == before and beside(package) == ["booklet-package"]


@pytest.mark.parametrize("named", [None, "booklet.pdf"])
def test_a_fault_of_the_disk_names_the_package(tmp_path: Path, named: str | None) -> None:
    with pytest.raises(OSError) as caught, made_beside(tmp_path / "new") as made:
        raise OSError(28, "No space left on device", named and str(made / named))
    assert (caught.value.errno, caught.value.filename) == (28, str(tmp_path / "new"))


def test_without_an_old_one_nothing_is_left_of_a_fault(tmp_path: Path) -> None:
    with pytest.raises(OSError), made_beside(tmp_path / "new") as made:
        fill(made)
        raise OSError
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_a_folder_stays_one(package: Path) -> None:
    link = package.parent / "link"
    link.symlink_to(package)
    with made_beside(link) as made:
        fill(made, **{"booklet.pdf": "new"})
    assert link.is_symlink() and (package / "booklet.pdf").read_text() == "new"


def test_what_was_added_is_taken_along(package: Path) -> None:
    (package / "notes").mkdir()
    (package / "notes" / "call.txt").write_text("Tuesday")
    (package / "purchase.pdf").write_text("order 7")
    (package / "link").symlink_to("notes")
    assert strays(package).added == ("link", "notes/call.txt", "purchase.pdf")
    with made_beside(package) as made:
        fill(made, **{"booklet.pdf": "new"})
    assert (package / "notes" / "call.txt").read_text() == "Tuesday" and (package / "purchase.pdf").exists()
    assert (package / "link").is_symlink() and (package / "booklet.pdf").read_text() == "new"
    assert "purchase" not in (package / SUMS).read_text()


def test_what_was_added_never_gives_way_to_a_new_file(package: Path) -> None:
    (package / "preview.pdf").write_text("mine")
    before = inside(package)
    with pytest.raises(BadInput) as caught, made_beside(package) as made:
        fill(made, **{"preview.pdf": "ours"})
    assert "preview.pdf" in caught.value.diagnostics[0].message and inside(package) == before


def test_a_package_that_nobody_touched_may_be_made_anew(package: Path, tmp_path: Path) -> None:
    assert codes(package) == codes(tmp_path / "new") == []
    (tmp_path / "empty").mkdir()
    assert codes(tmp_path / "empty") == []


def test_a_file_of_the_package_that_was_changed_is_not_replaced(package: Path) -> None:
    (package / "booklet.pdf").write_text("annotated")
    assert codes(package) == ["booklet.pdf was changed since the package was made"]
    (package / "booklet.pdf").unlink()
    assert codes(package) == []


def test_without_its_sums_nobody_knows_what_is_whose(package: Path) -> None:
    (package / SUMS).unlink()
    assert "SHA256SUMS" in codes(package)[0]


@pytest.mark.parametrize("ticket", ["", "{}", "[]", '{"kind": "something else"}', "\0\xff", "[" * 100_000])
def test_a_folder_of_others_is_not_touched(tmp_path: Path, ticket: str) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "thesis.doc").write_text("ten years of work")
    if ticket:
        (folder / TICKET).write_text(ticket, "utf-8")
    assert "no package of progprint" in codes(folder)[0]


def test_a_file_in_its_place_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "package").write_text("a file")
    assert codes(tmp_path / "package") == [f"{tmp_path / 'package'} is a file"]


def test_nobody_s_own_folder_is_pulled_from_under_them(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(package / "profile")
    assert "you are in" in codes(package)[0]


def test_a_zip_is_the_same_each_time_and_whatever_the_umask(package: Path, tmp_path: Path) -> None:
    day, packed = datetime(1975, 5, 1, tzinfo=UTC), []
    for number, mode in enumerate((0o600, 0o664)):
        os.chmod(package / "booklet.pdf", mode)
        os.utime(package / "booklet.pdf", (1e9 * (number + 1), 1e9 * (number + 1)))
        with (tmp_path / f"{number}.zip").open("wb") as stream:
            write_zip(package, "booklet-package", day, stream)
        packed.append((tmp_path / f"{number}.zip").read_bytes())
    assert packed[0] == packed[1]
    shutil.unpack_archive(tmp_path / "0.zip", tmp_path / "unpacked")
    assert inside(tmp_path / "unpacked" / "booklet-package") == inside(package)
    assert codes(package, tmp_path / "0.zip") == []


def test_a_zip_of_others_is_not_touched(package: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.zip"
    theirs.write_bytes(b"no zip")
    assert "no package of progprint" in codes(package, theirs)[0]
    with zipfile.ZipFile(theirs, "w") as packed:
        packed.writestr("thesis.doc", "ten years of work")
    assert "no package of progprint" in codes(package, theirs)[0]
