"""Findings -> text with a caret, and JSON."""

from __future__ import annotations

import json
from pathlib import Path

from rich.cells import cell_len

from progprint.cli.findings import (
    EXCERPT_CELLS,
    SHOWN_OF_A_KIND,
    as_json_array,
    count,
    excerpt,
    exit_code,
    finding,
    openable,
    report,
)
from progprint.diag import Diagnostic, Severity, Source

HEAD = Source("a.yaml", 1, 1)


def found(message="odd", severity=Severity.WARNING, place=HEAD, **more) -> Diagnostic:
    return Diagnostic(severity, more.pop("code", "odd-thing"), message, place, **more)


def shown(diagnostic: Diagnostic) -> list[str]:
    return finding(diagnostic).plain.split("\n")


def test_place_severity_message_code_line_caret_and_hint_in_this_order():
    assert shown(found(
        "unknown key `runing_time`", Severity.ERROR, Source("content/films/x.yaml", 7, 3), code="unknown-key",
        excerpt="  runing_time: 120", hint="did you mean `running_time`?",
    )) == [
        "content/films/x.yaml:7:3: error: unknown key `runing_time` [unknown-key]",
        "      runing_time: 120",
        "      ^",
        "    hint: did you mean `running_time`?",
    ]


def test_a_whole_file_has_no_line_and_a_finding_without_place_only_says_what():
    assert shown(found(place=Source("a.yaml"))) == ["a.yaml: warning: odd [odd-thing]"]
    assert shown(found(place=Source(""))) == ["warning: odd [odd-thing]"]


def test_the_caret_stands_under_the_column_after_han_characters():
    """Each Han character and full-width mark takes two cells; a combining tone none."""
    lines = shown(found(excerpt="zh-Hant: 懸崖之上, x", place=Source("a.yaml", 1, 16)))
    assert lines[1:] == ["    zh-Hant: 懸崖之上, x", "    " + " " * (9 + 8 + 2) + "^"]
    lines = shown(found(excerpt="Xua\u0301nya\u0301 x", place=Source("a.yaml", 1, 10)))
    assert lines[2] == "    " + " " * 7 + "^"


def test_a_tab_takes_four_cells_in_line_and_caret():
    assert shown(found(excerpt="\tx", place=Source("a.yaml", 1, 2)))[1:] == ["        x", "        ^"]


def test_a_column_past_the_end_of_the_line_still_has_its_caret():
    assert shown(found(excerpt="ab", place=Source("a.yaml", 1, 3)))[2] == "      ^"


def test_a_long_line_is_cut_to_the_surroundings_of_the_column():
    line = "甲" * 300 + "X" + "乙" * 300
    part, cells = excerpt(line, 301)
    assert part.startswith("…甲") and part.endswith("乙…")
    assert cell_len(part) <= EXCERPT_CELLS + 2
    assert cell_len(part[: part.index("X")]) == cells


def test_nothing_in_a_finding_steers_the_terminal():
    lines = shown(found("red \x1b[31m\nalert", excerpt="a\x1b]0;title\x07b \u202eevil"))
    assert not any(c in "".join(lines) for c in "\x1b\x07\u202e")
    assert lines[0] == "a.yaml:1:1: warning: red \ufffd[31m alert [odd-thing]"


def test_files_are_told_apart_by_an_empty_line_and_read_downwards():
    text = [t.plain for t in report([
        found("third", place=Source("b.yaml", 1, 1)), found("second", place=Source("a.yaml", 9, 1)),
        found("first", place=Source("a.yaml", 2, 5)),
    ])]
    assert text == [
        "a.yaml:2:5: warning: first [odd-thing]", "a.yaml:9:1: warning: second [odd-thing]", "",
        "b.yaml:1:1: warning: third [odd-thing]",
    ]


def test_a_build_shows_the_first_of_many_alike_and_counts_the_rest_but_every_error():
    many = [found(f"line {n}", place=Source("a.yaml", n, 1), code="loose-line") for n in range(1, 31)]
    errors = [found(f"e{n}", Severity.ERROR, Source("b.yaml", n, 1)) for n in range(1, 31)]
    short = [t.plain for t in report(many + errors, all_of_them=False)]
    assert sum("[loose-line]" in t and "warning" in t for t in short) == SHOWN_OF_A_KIND
    assert sum("error" in t for t in short) == 30
    assert short[-1] == f"and {30 - SHOWN_OF_A_KIND} more of [loose-line]: `progprint check` lists all"
    assert sum("loose-line" in t.plain for t in report(many)) == 30


def test_counts_are_in_words():
    a, b, c = (found(severity=s) for s in (Severity.ERROR, Severity.WARNING, Severity.INFO))
    assert count([a, a, b, b, b, c]) == "2 errors, 3 warnings, 1 note"
    assert count([b]) == "1 warning"
    assert count([]) == ""


def test_exit_codes():
    assert exit_code([]) == 0
    assert exit_code([found(), found(severity=Severity.INFO)]) == 0
    assert exit_code([found(), found(severity=Severity.ERROR)]) == 1
    assert exit_code([found(severity=Severity.ERROR, code="wrong-use-venue")]) == 2


def test_places_open_from_where_one_stands_and_bring_their_line(tmp_path, monkeypatch):
    content = tmp_path / "content"
    (content / "films").mkdir(parents=True)
    (content / "films" / "x.yaml").write_text("title: X\ncredtis: []\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    for written in ("films/x.yaml", str(content / "films" / "x.yaml"), "content/films/x.yaml"):
        (one,) = openable([found(place=Source(written, 2, 1))], Path("content"))
        assert one.source == Source(str(Path("content/films/x.yaml")), 2, 1)
        assert one.excerpt == "credtis: []"


def test_an_excerpt_that_the_reader_gave_is_kept_and_a_missing_file_is_no_fault(tmp_path):
    kept, bare = openable(
        [found(excerpt="as read"), found(place=Source("gone.yaml", 3, 1))], tmp_path
    )
    assert (kept.excerpt, bare.excerpt) == ("as read", "")
    (beyond,) = openable([found(place=Source(__file__, 10**6, 1))], tmp_path)
    assert beyond.excerpt == ""


def test_json_has_every_field_and_keeps_han_text():
    one = found("缺字", Severity.ERROR, Source("甲.yaml", 3, 4), hint="h", excerpt="e")
    assert json.loads(as_json_array([one])) == [{
        "severity": "error", "code": "odd-thing", "message": "缺字", "file": "甲.yaml",
        "line": 3, "column": 4, "hint": "h", "excerpt": "e",
    }]
    assert "缺字" in as_json_array([found("缺字")])
    assert json.loads(as_json_array([])) == []
