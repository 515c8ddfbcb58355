"""Hints and excerpts of findings."""

from __future__ import annotations

import pytest

from progprint.diag import Severity, Source
from progprint.source import did_you_mean, error, warning, with_excerpts

KEYS = ("running_time", "released", "review", "title", "cast", "credits", "countries")


@pytest.mark.parametrize(("word", "meant"), [
    ("runing_time", "running_time"), ("running-time", "running_time"), ("Running Time", "running_time"),
    ("tilte", "title"), ("credit", "credits"), ("casts", "cast"), ("zzz", None), ("", None), ("x", None),
])  # fmt: skip
def test_the_nearest_choice(word: str, meant: str | None) -> None:
    assert did_you_mean(word, KEYS) == meant


def test_of_equally_near_choices_the_first() -> None:
    assert did_you_mean("bat", ("cat", "hat")) == "cat"


def test_severity() -> None:
    assert error("x", "y").severity is Severity.ERROR
    assert warning("x", "y").severity is Severity.WARNING


def test_the_line_of_the_file_is_added_from_the_first_folder_that_has_it(tmp_path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x.yaml").write_bytes("\ufeffone\r\ntwo\r\n".encode())
    findings = (
        error("c", "m", Source("x.yaml", 2, 1)),
        error("c", "m", Source("x.yaml", 99, 1)),
        error("c", "m", Source("gone.yaml", 1, 1)),
        error("c", "m", Source("x.yaml", 1, 1), excerpt="kept"),
        error("c", "m"),
    )
    found = with_excerpts(findings, tmp_path / "a", tmp_path / "b")
    assert [f.excerpt for f in found] == ["two", "", "", "kept", ""]
