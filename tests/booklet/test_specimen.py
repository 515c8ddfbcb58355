"""The specimen: every rule is on a page, set by the engine; its text is a golden, its pages a designer's proof."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import yaml

from progprint.build import Job, specimen

RULES = Path(__file__).parents[2] / "src/progprint/data/specimen/rules.yaml"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    file = tmp_path_factory.mktemp("specimen") / "specimen.pdf"
    built = specimen(Job(Path("content"), output=file, use_cache=False))
    assert not built.diagnostics
    document = pypdfium2.PdfDocument(file)
    return [page.get_textpage().get_text_bounded() for page in document]


def test_every_rule_is_shown(pages: list[str]) -> None:
    printed = "".join("".join(page.split()) for page in pages)
    chapters = yaml.safe_load(RULES.read_text("utf-8"))["chapters"]
    names = [rule["name"] for chapter in chapters for rule in chapter["rules"]]
    assert len(names) > 35
    assert [name for name in names if "".join(name.split()) not in printed] == []


def test_its_pages_stay_as_they_are(pages: list[str], golden: Callable[[str, str], None]) -> None:
    """A change of the engine that moves a line shows here, in every language at once."""
    golden("specimen.txt", "\n\n".join(page.replace("\r\n", "\n").strip() for page in pages) + "\n")


def test_well_and_badly_set_are_not_the_same(pages: list[str]) -> None:
    for page in pages:
        assert page.count("as it is set") >= page.count("not so")
    assert sum(page.count("not so") for page in pages) > 30
