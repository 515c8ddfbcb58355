"""The pictures of the documents: all there, small enough to read over a telephone, and made by the build."""

from __future__ import annotations

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

DOCS = Path(__file__).resolve().parent.parent / "docs"
PICTURES = sorted((DOCS / "pictures").glob("*.png"))


@pytest.fixture(scope="module")
def recipe() -> ModuleType:
    spec = spec_from_file_location("docs_pictures", DOCS / "pictures" / "make.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_picture_is_made_and_shown(recipe: ModuleType) -> None:
    text = (DOCS / "layouts.md").read_text("utf-8")
    shown = re.findall(r"!\[[^]]+\]\(pictures/([\w-]+)\.png\)", text)
    assert sorted(shown) == sorted(recipe.SHOTS) == [file.stem for file in PICTURES]


@pytest.mark.parametrize("file", PICTURES, ids=lambda file: file.stem)
def test_pictures_are_small(file: Path) -> None:
    assert file.stat().st_size < 150_000


def test_the_recipe_works(recipe: ModuleType, tmp_path: Path) -> None:
    """`make pictures` makes them all."""
    made = recipe.take("one-page", tmp_path)
    with Image.open(made) as new, Image.open(DOCS / "pictures" / "one-page.png") as old:
        assert new.size == old.size and new.size[0] == recipe.PAGE_WIDTH


def test_the_documents_show_the_examples_as_they_are() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", (DOCS / "layouts.md").read_text("utf-8"), re.DOTALL)
    for file in sorted((DOCS / "examples").glob("*.yaml")):
        text = file.read_text("utf-8")
        assert any(block.removeprefix("# layouts/ours.yaml\n") == text for block in blocks), file.name
