"""Fixtures that every room's tests may use."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from progprint.glyphs import Faces, FontFolders, open_fonts

# tests are imported by path (importlib mode): the test font's maker is found beside this file
sys.path.insert(0, str(Path(__file__).parent))

#: family map of `square_faces`: any style's family is found, as `text` stands in for the others
SQUARE = {
    "latin": "SquareLatin.ttf", "zh-Hant": "SquareHan.ttf", "zh-Hans": "SquareHan.ttf", "ja": "SquareHan.ttf",
    "ko": "SquareHan.ttf",
}
#: the families a real layout has
REAL = {
    "text": {"latin": "Source Serif 4", "zh-Hant": "Noto Serif TC", "zh-Hans": "Noto Serif SC",
             "ja": "Noto Serif JP", "ko": "Noto Serif KR", "th": "Noto Serif Thai"},
    "sans": {"latin": "Source Sans 3", "zh-Hant": "Noto Sans TC", "zh-Hans": "Noto Sans SC",
             "ja": "Noto Sans JP"},
}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden texts anew; read the diff before you commit it")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with `tests/goldens/NAME`; with `--update` it takes its place."""
    def compare(name: str, text: str) -> None:
        file = Path(__file__).parent / "goldens" / name
        if request.config.getoption("--update"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.is_file(), f"there is no golden {name}; write it with --update"
        assert text == file.read_text(encoding="utf-8"), f"{name} differs; if that is right: --update"

    return compare


@pytest.fixture(scope="session")
def square_fonts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Paths of the test fonts: Latin half an em wide, Han one em."""
    from square_font import make_square_fonts

    return make_square_fonts(tmp_path_factory.mktemp("square"))


@pytest.fixture(scope="session")
def square_faces(square_fonts: tuple[Path, Path]) -> Faces:
    """Faces in which a Latin letter, the space and the hyphen are 500 wide and a Han character 1000."""
    folders = FontFolders(square_fonts[0].parent, None, ())
    faces, faults = open_fonts({"text": SQUARE, "sans": SQUARE}, folders)
    assert not faults
    return faces


@pytest.fixture(scope="session")
def real_faces() -> Faces:
    """The fonts that the house layouts use."""
    faces, faults = open_fonts(REAL, FontFolders(None, None, ()))
    assert not faults
    return faces
