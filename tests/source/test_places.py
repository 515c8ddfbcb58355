"""Offsets of a scalar's text -> line and column of the file, however the text is written."""

from __future__ import annotations

import pytest

from progprint.source import Mapping, Scalar, parse_yaml, place

BEGIN = "k:\n  - {x: 1}\na: "


def places(written: str) -> tuple[str, list[tuple[int, int]]]:
    node, faults = parse_yaml(BEGIN + written, "x.yaml")
    assert faults == () and isinstance(node, Mapping)
    scalar = node.get("a")
    assert isinstance(scalar, Scalar)
    return scalar.text, [place(scalar, n)[1:] for n in range(len(scalar.text))]


@pytest.mark.parametrize("written", [
    "plain text here # remark\n",
    "plain\n  on several\n\n  lines\n",
    "'quoted'\n",
    "'it''s\n  quoted'\n",
    '"double \\"x\\" é\\u00e9\\x41b c"\n',
    '"tab\\tand \\\n   joined\n   lines"\n',
    "|\n  first 一\n\n  third\n    indented\n",
    "|2-\n    begins indented\n  then not\n",
    "|+  # remark\n\n  after an empty line\n\n\n",
    ">\n  folded\n  text 二\n\n  next\n   more\n  end\n",
    ">-\r\n  windows\r\n  lines\r\n",
    "|\r\n  windows\r\n  lines\r\n",
])  # fmt: skip
def test_each_letter_is_found_where_it_stands(written: str) -> None:
    lines = (BEGIN + written).split("\n")
    text, found = places(written)
    for letter, (line, column) in zip(text, found, strict=True):
        if not letter.isspace():
            there = lines[line - 1][column - 1]
            assert there in (letter, "\\"), (letter, line, column)
    assert found == sorted(found)


def test_the_first_letter_of_a_block_is_on_the_next_line() -> None:
    assert places("|\n    x\n")[1][0] == (4, 5)


def test_the_letters_of_a_quoted_text_are_behind_the_mark() -> None:
    assert places("'xy'\n")[1] == [(3, 5), (3, 6)]
