"""The built wheel carries all that a festival needs, and prints one in an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        capture_output=True, text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (file,) = folder.glob("progprint-*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked: what pip would put into site-packages, without its dependencies a second time."""
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def progprint(installed: Path, folder: Path, *arguments: str) -> str:
    """Run the command as installed. PYTHONPATH comes before the editable install's path."""
    done = subprocess.run(
        [sys.executable, "-m", "progprint", *arguments], cwd=folder, capture_output=True, text=True,
        timeout=120, env={**os.environ, "PYTHONPATH": str(installed)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def package_files(folder: str, suffixes: set[str]) -> set[str]:
    return {
        p.name for p in (ROOT / folder).iterdir() if p.suffix in suffixes and not p.name.endswith(".lock.yaml")
    }


def test_layouts_manifest_lock_profile_and_starter_are_package_data(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    layouts = {name for name in package_files("layouts", {".yaml"}) if not name.endswith(".lock.yaml")}
    wanted = {f"progprint/data/layouts/{name}" for name in layouts}
    # how this checkout's own sample was fitted is nobody else's
    assert not [name for name in names if name.endswith(".lock.yaml")]
    wanted |= {f"progprint/data/fonts/{name}" for name in package_files("fonts", {".toml", ".lock", ".md"})}
    data = ROOT / "src" / "progprint" / "data"
    wanted |= {f"progprint/data/{p.relative_to(data).as_posix()}" for p in data.rglob("*") if p.is_file()}
    assert any(name.startswith("progprint/data/starter/") for name in wanted)
    assert any(name.endswith(".icc") for name in wanted)
    assert "progprint/data/layouts/booklet.yaml" in wanted
    assert wanted - names == set()
    assert "progprint/py.typed" in names


def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
        fonts = [n for n in archive.namelist() if n.lower().endswith((".otf", ".ttf", ".ttc"))]
    assert {top.split("-")[0] for top in tops} == {"progprint"}
    assert fonts == []


def test_a_stranger_prints_a_festival_in_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    where = subprocess.run(
        [sys.executable, "-c", "import progprint; print(progprint.__file__)"], cwd=tmp_path,
        capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(installed)},
    )
    assert Path(where.stdout.strip()).is_relative_to(installed)
    progprint(installed, tmp_path, "new", "x")
    said = progprint(installed, tmp_path / "x", "build", "booklet")
    assert said.startswith(str(Path("out/booklet.pdf: ")))
    assert (tmp_path / "x" / "out" / "booklet.pdf").read_bytes().startswith(b"%PDF-")
    progprint(installed, tmp_path / "x", "build", "schedule")
    assert (tmp_path / "x" / "out" / "schedule.pdf").read_bytes().startswith(b"%PDF-")
