"""YAML -> nodes: all is text, every place is known, and what a festival does not need is refused."""

from __future__ import annotations

import pytest

from progprint.source import Mapping, Scalar, Sequence, parse_yaml, read_yaml


def read(text: str) -> Mapping:
    node, faults = parse_yaml(text, "x.yaml")
    assert faults == ()
    assert isinstance(node, Mapping)
    return node


def fault(text: str) -> tuple[str, int, int]:
    _, faults = parse_yaml(text, "x.yaml")
    assert len(faults) == 1, faults
    assert faults[0].source.file == "x.yaml"
    return faults[0].code, faults[0].source.line, faults[0].source.column


@pytest.mark.parametrize("text", ["19:30", "NO", "1987", "0777", "2021-06-24", "1e3", "yes", "=", "<<"])
def test_scalars_stay_text(text: str) -> None:
    assert read(f"a: {text}").get("a") == Scalar(text, ("x.yaml", 1, 4), True)


@pytest.mark.parametrize("text", ["", "~", "null"])
def test_nothing_is_absent_but_its_key_is_known(text: str) -> None:
    node = read(f"a: {text}\nb: 1")
    assert node.get("a") is None
    assert node.keys() == ("a", "b")


def test_a_quoted_nothing_is_a_text() -> None:
    node = read("a: '~'").get("a")
    assert isinstance(node, Scalar) and not node.absent


def test_lists_and_maps_keep_order_and_place() -> None:
    node = read("b: [x, {c: d}]\na:\n  - y\n")
    listed = node.get("b")
    assert node.keys() == ("b", "a")
    assert isinstance(listed, Sequence) and listed.source == ("x.yaml", 1, 4)
    inner = listed.items[1]
    assert isinstance(inner, Mapping) and inner.items[0][1].source == ("x.yaml", 1, 12)


def test_an_empty_file_is_an_empty_map() -> None:
    assert read("").items == read("# only a remark\n").items == ()


def test_lines_and_columns_count_with_windows_line_ends_and_byte_order_mark(tmp_path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes("\ufeffa: 1\r\nb: |\r\n  中文\r\nc: 懸 # x\r\n".encode())
    node, faults = read_yaml(path, "films/x.yaml")
    assert faults == () and isinstance(node, Mapping)
    assert node.items[0][0].source == ("films/x.yaml", 1, 1)
    assert node.items[2][1].source == ("films/x.yaml", 4, 4)
    block = node.get("b")
    assert isinstance(block, Scalar) and block.text == "中文\n"


def test_a_duplicate_key_names_both_lines_and_the_first_stays() -> None:
    node, faults = parse_yaml("a: 1\nb: 2\na: 3\na: 4\n", "x.yaml")
    assert isinstance(node, Mapping) and node.get("a") == Scalar("1", ("x.yaml", 1, 4))
    assert [(f.code, f.source.line) for f in faults] == [("duplicate-key", 3), ("duplicate-key", 4)]
    assert "line 1" in faults[0].message and "line 3" in faults[0].message
    assert faults[0].excerpt == "a: 3"


@pytest.mark.parametrize(("text", "expected"), [
    ("a: &x 1", ("yaml-anchor", 1, 4)),
    ("a: 1\nb: *a", ("yaml-alias", 2, 4)),
    ("a: !!int 1", ("yaml-tag", 1, 4)),
    ("a: !x {b: 1}", ("yaml-tag", 1, 4)),
    ("a: 1\n---\nb: 2", ("several-documents", 2, 1)),
    ("{a: 1}: 2", ("key-not-text", 1, 1)),
    ("a: 1\n'': 2", ("key-not-text", 2, 1)),
    ("a: [1, 2", ("yaml", 1, 4)),
    ("a: 1\nb: 'x\nc: 2\n", ("yaml", 2, 4)),
    ("a: b: c", ("yaml", 1, 5)),
    ("a:\n\t- b", ("yaml", 2, 1)),
    ("a: @b", ("yaml", 1, 4)),
    ("a: 1\n b: 2", ("yaml", 2, 3)),
    ("a: [\n\n\n", ("yaml", 1, 5)),
])  # fmt: skip
def test_refused(text: str, expected: tuple[str, int, int]) -> None:
    assert fault(text) == expected


@pytest.mark.parametrize("text", ["[" * 30_000, "{a: " * 30_000, "- " * 30_000, "? " * 30_000])
def test_a_tower_of_brackets_is_refused_at_its_65th(text: str) -> None:
    assert fault(text)[0] == "too-deep"


def test_sixty_four_deep_is_read() -> None:
    node, faults = parse_yaml("[" * 64 + "]" * 64, "x.yaml")
    assert faults == () and isinstance(node, Sequence)


def test_a_bomb_of_aliases_does_not_grow() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    _, faults = parse_yaml("\n".join(lines), "x.yaml")
    assert {f.code for f in faults} == {"yaml-anchor", "yaml-alias"}
    assert len(faults) <= 50


def test_a_fault_leaves_the_rest_readable() -> None:
    node, faults = parse_yaml("a: !!str 1\nb: *x\nc: 3\n", "x.yaml")
    assert len(faults) == 2
    assert isinstance(node, Mapping) and node.get("c") == Scalar("3", ("x.yaml", 3, 4))
