import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from progprint.design import house_layouts

HERE = Path(__file__).parent


def run(*arguments: str, path: str, script: str = "verify.py") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(HERE / script), *arguments]
    return subprocess.run(command, env={"PATH": path}, capture_output=True, text=True)


def test_without_a_jdk_it_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.6")
    done = run(str(tmp_path / "a.pdf"), path=str(tmp_path))
    assert done.returncode == 2
    assert "JDK" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [(), ("nowhere.pdf",)])
def test_without_a_file_it_cannot_be_tried(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = run(*arguments, path=str(tmp_path))
    assert done.returncode == 2 and "Traceback" not in done.stderr


def test_without_a_jdk_no_press_file_is_made(tmp_path: Path) -> None:
    done = run(str(tmp_path / "out"), path=str(tmp_path), script="press_files.py")
    assert done.returncode == 2
    assert "JDK" in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_every_layout_of_the_house_is_printed_in_every_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE))
    press_files = importlib.import_module("press_files")
    names = [name for name in house_layouts() if not name.endswith(".lock")]
    files = {job.file.name for name in names for job in press_files.printings(name, tmp_path)}
    assert {f"{name}-{way}.pdf" for name in names for way in ("plain", "screen", "marks", "k", "x-1a")} <= files
    assert {"booklet-spot-k.pdf", "pocket-cmyk-spot.pdf", "catalogue-bound-interior.pdf"} <= files
    assert not files & {"schedule-bound-interior.pdf", "monochrome-spot-k.pdf"}
