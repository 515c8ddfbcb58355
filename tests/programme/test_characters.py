"""Characters that print as others than their writer saw are reported where they stand."""

from __future__ import annotations

import pytest

from progprint.diag import Severity
from progprint.programme import read_programme


def _found(write, text: str) -> list[tuple[str, str, int, int, str]]:
    _, faults = read_programme(write({"films/x.yaml": f"title: X\nreview:\n  zh-Hant: {text}\n"}))
    return [(f.severity.name, f.code, f.source.line, f.source.column, f.hint) for f in faults]


@pytest.mark.parametrize(("text", "severity", "code", "column", "hint"), [
    ("字\ufa30字", "WARNING", "compatibility-ideograph", 13, "`侮` and U+FE00"),
    ("\U0002f805", "WARNING", "compatibility-ideograph", 12, "`侮` and U+FE01"),
    ("'字⼀'", "WARNING", "radical", 14, "`一` (U+4E00)"),
    ("字⻓", "WARNING", "radical", 13, "`长` (U+957F)"),
    ("字⺀", "WARNING", "radical", 13, "type the ideograph"),
    ("字ｶﾞｷ", "INFO", "half-width-kana", 13, "`ガキ`"),
    ("１９８５年", "INFO", "full-width-latin", 12, "`1985`"),
    ("看ＦＩＬＭ", "INFO", "full-width-latin", 13, "`FILM`"),
])  # fmt: skip
def test_each_kind_is_named_with_what_to_type(write, text, severity, code, column, hint) -> None:
    ((*found, said),) = _found(write, text)
    assert found == [severity, code, 3, column] and hint in said


def test_the_unified_ones_among_them_are_not_reported(write) -> None:
    assert _found(write, "\ufa0e\ufa11\ufa29 侮\ufe00 𠮷 １ "[:-3]) == []


def test_a_character_is_reported_once_a_file_and_comments_never(write) -> None:
    assert len(_found(write, "⼀⼀ # ⼁\n  ja: ⼀")) == 1


def test_texts_are_read_before_they_are_composed(write) -> None:
    programme, faults = read_programme(write({"texts/foreword.ja.md": "一行\n\n神\ufa19\n"}))
    (fault,) = faults
    assert (fault.code, fault.source.line, fault.source.column) == ("compatibility-ideograph", 3, 2)
    assert fault.severity is Severity.WARNING and "`神` (U+795E) is printed" in fault.message
    assert programme is not None
    assert programme.texts[0].text.forms[0].paragraphs[1].text == "神神"
