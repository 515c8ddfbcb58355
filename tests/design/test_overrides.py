"""Wishes for one text: what may be said, and how what may not is told."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

from progprint.design import override_schema
from progprint.design.overrides import BreakWish, LineWish, Override, read_overrides
from progprint.design.types import Rung
from progprint.diag import Severity

GOOD = """
review: {lines: -1}
review.zh-Hant: {lines: +2, paragraph: 3}
still: {focus: left}
credits: {columns: 2}
break-before: [life, review.3]
size: 8.2pt
rung: letter-space -1 %
layouts: [booklet]
"""


def read(folder: Path, text: str) -> tuple[Override | None, list[tuple[str, int, int, str]]]:
    (folder / "a-film.yaml").write_text(text.lstrip("\n"), "utf-8")
    found, faults = read_overrides(folder)
    assert all(f.severity is Severity.ERROR and f.excerpt for f in faults)
    return found.get("a-film"), [(f.code, f.source.line, f.source.column, f.hint) for f in faults]


def test_all_that_may_be_said(tmp_path: Path) -> None:
    wish, faults = read(tmp_path, GOOD)
    assert wish is not None and not faults
    assert [one[:-1] for one in wish.lines] == [LineWish("review", "", -1)[:-1], LineWish("review", "zh-Hant", 2, 3)[:-1]]
    assert [one[:-1] for one in wish.breaks] == [BreakWish("life")[:-1], BreakWish("review", 3)[:-1]]
    assert (wish.focus, wish.columns, wish.size) == ((0.0, 0.5), (("credits", 2),), 8.2)
    assert (wish.rung, wish.layouts, wish.slug) == (Rung("letter-space", -0.01), ("booklet",), "a-film")
    assert (wish.places["rung"].line, wish.lines[1].source.line) == (7, 2)


def test_a_still_may_keep_any_point(tmp_path: Path) -> None:
    wish, _ = read(tmp_path, "still: {focus: [0.2, 0.5]}\n")
    assert wish is not None and wish.focus == (0.2, 0.5)


def test_without_a_folder_nothing_is_wished(tmp_path: Path) -> None:
    assert read_overrides(tmp_path / "overrides") == ({}, ())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("revew: {lines: -1}", ("unknown-key", 1, 1, "did you mean `review`?")),
        ("review: {lines: 9}", ("bad-value", 1, 17, "")),
        ("review: -1", ("wrong-kind", 1, 9, "")),
        ("review.x: {lines: 1}", ("bad-value", 1, 1, "")),
        ("review: {line: 1}", ("unknown-key", 1, 10, "did you mean `lines`?")),
        ("still: {focus: lift}", ("bad-value", 1, 16, "did you mean `left`?")),
        ("still: {focus: [0.2, 5]}", ("bad-value", 1, 22, "")),
        ("credits: {columns: 9}", ("bad-value", 1, 20, "")),
        ("break-before: review.x", ("bad-value", 1, 15, "")),
        ("size: 8", ("bad-value", 1, 7, "a length carries its unit: `8mm` or `8pt`")),
        ("rung: size 8pt..7pt", ("bad-value", 1, 7, "")),
        ("layouts: bookelt", ("unknown-layout", 1, 10, "did you mean `booklet`?")),
        ("- review", ("wrong-kind", 1, 1, "")),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, fault: tuple[str, int, int, str], tmp_path: Path) -> None:
    _, faults = read(tmp_path, text + "\n")
    assert fault in faults


def test_the_schema_says_the_same() -> None:
    schema = override_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    valid = jsonschema.Draft202012Validator(schema).is_valid
    assert valid(yaml.safe_load(GOOD)) and valid({"still": {"focus": [0.2, 0.5]}})
    for wrong in ({"revew": {"lines": 1}}, {"credits": {"columns": 9}}, {"review": 3}, {"still": {}}):
        assert not valid(wrong)
