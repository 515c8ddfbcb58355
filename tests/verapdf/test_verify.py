import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("verify.py")


def run(*arguments: str, path: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), *arguments]
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
