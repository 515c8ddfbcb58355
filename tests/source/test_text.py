"""Bytes -> text: UTF-8 only, of bearable size, without what cannot be seen."""

from __future__ import annotations

import pytest

from progprint.source import parse_yaml, read_text, read_yaml
from progprint.source.text import MOST_BYTES


def faults_of(tmp_path, content: bytes):
    path = tmp_path / "x.md"
    path.write_bytes(content)
    text, faults = read_text(path, "texts/x.md")
    assert (text is None) == bool(faults)
    return [(f.code, f.source.line, f.source.column) for f in faults]


def test_lines_have_places(tmp_path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes("\ufeff一\r\n\r\ntwo".encode())
    text, faults = read_text(path, "texts/x.md")
    assert faults == () and text is not None
    assert text.text == "一\n\ntwo"
    assert text.place(0) == ("texts/x.md", 1, 1)
    assert text.place(4) == ("texts/x.md", 3, 2)


@pytest.mark.parametrize(("content", "expected"), [
    (b"ab\nc\xe9d", ("not-utf-8", 2, 2)),
    (b"\xef\xbb\xbfa\n\xff", ("not-utf-8", 2, 1)),
    ("中\n一\udcff".encode("utf-8", "surrogateescape"), ("not-utf-8", 2, 2)),
    ("a".encode("utf-16"), ("not-utf-8", 1, 1)),
    (b"a\nb\x07", ("control-character", 2, 2)),
    ("a\u2028b".encode(), ("control-character", 1, 2)),
    (b"a\rb", ("control-character", 1, 2)),
    ("a\ufeffb".encode(), ("control-character", 1, 2)),
])  # fmt: skip
def test_refused(tmp_path, content: bytes, expected) -> None:
    assert faults_of(tmp_path, content) == [expected]


def test_tabs_and_no_break_spaces_are_fine(tmp_path) -> None:
    assert faults_of(tmp_path, "a\tb\u00a0c\u200bd\u3000\n".encode()) == []


def test_a_file_of_a_mebibyte_is_read_and_one_more_is_not(tmp_path) -> None:
    assert faults_of(tmp_path, b"a" * MOST_BYTES) == []
    assert faults_of(tmp_path, b"a" * (MOST_BYTES + 1)) == [("file-too-long", 0, 0)]
    assert parse_yaml("a" * (MOST_BYTES + 1), "x")[1][0].code == "file-too-long"


def test_a_missing_file_and_a_folder_are_faults(tmp_path) -> None:
    assert read_yaml(tmp_path / "no.yaml", "no.yaml")[1][0].code == "missing-file"
    assert read_yaml(tmp_path, "folder")[1][0].code == "unreadable-file"


def test_the_fault_shows_its_line(tmp_path) -> None:
    _, faults = parse_yaml("a: 1\nb: x\x00y\r\n", "x.yaml")
    assert faults[0].excerpt == "b: x\x00y"
