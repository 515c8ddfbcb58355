"""Short texts -> words: what is marked in them, what only looks so, and what is reported."""

from __future__ import annotations

import pytest

from progprint.diag import Diagnostic
from progprint.programme.desk import Desk
from progprint.programme.words import LOCALISED
from progprint.source import Mapping, parse_yaml
from progprint.words import Markup, Words, joined


def read(yaml: str) -> tuple[Words, list[Diagnostic]]:
    """The words of the field `t`."""
    node, faults = parse_yaml(f"t: {yaml}\n", "x.yaml")
    assert isinstance(node, Mapping) and not faults, faults
    desk = Desk()
    text = LOCALISED.read(node.items[0][1], desk)
    return text.main, desk.faults


@pytest.mark.parametrize(("yaml", "text", "marks"), [
    ("A *b* c", "A b c", [(2, 3, "emphasis", "")]),
    ("A **b *c*** d", "A b c d", [(2, 5, "strong", ""), (4, 5, "emphasis", "")]),
    ("A [b *c*](https://x.y)", "A b c", [(2, 5, "link", "https://x.y"), (4, 5, "emphasis", "")]),
    ("<https://x.y>", "https://x.y", [(0, 11, "link", "https://x.y")]),
    ("{zh-Hant: 看**《片名》**的人}", "看《片名》的人", [(1, 5, "strong", "")]),
    ("'{漢字|かん|じ}*の*'", "漢字の", [(0, 1, "ruby", "かん"), (1, 2, "ruby", "じ"), (2, 3, "emphasis", "")]),
    ("'*Cahier*s'", "Cahiers", [(0, 6, "emphasis", "")]),
    ("Via<br>Udine", "Via Udine", [(3, 4, "break", "")]),
    ("Via <BR /> Udine", "Via Udine", [(3, 4, "break", "")]),
    ("|\n  Via  \n  Udine", "Via Udine", [(3, 4, "break", "")]),
    ("|\n  Via\\\n  Udine", "Via Udine", [(3, 4, "break", "")]),
    ("懸崖<br>之上", "懸崖之上", [(2, 2, "break", "")]),
    (">\n  one\n  *two*\n  three", "one two three", [(4, 7, "emphasis", "")]),
    ("'Q&amp;A'", "Q&A", []),
    ("'*Cafe\u0301* x'", "Café x", [(0, 4, "emphasis", "")]),
])  # fmt: skip
def test_what_is_marked(yaml: str, text: str, marks: list[tuple[int, int, str, str]]) -> None:
    words, faults = read(yaml)
    assert (words.text, words.marks, faults) == (text, tuple(Markup(*m) for m in marks), [])


@pytest.mark.parametrize("text", [
    "A*P*E", "M*A*S*H", "snake_case_name", "a_b_c@x.org", "2 < 3", "2 * 3 * 4", "Q&A", "Rating ****", "What the F**k",
    "5*3*2", "Name ____", "{x}", "a [b] c", "batteries* not included",
])  # fmt: skip
def test_what_only_looks_marked(text: str) -> None:
    words, faults = read(f"'{text}'")
    assert (words.text, words.marks, faults) == (text, (), [])


def test_an_asterisk_at_the_beginning_that_never_closes() -> None:
    assert read("'*batteries not included'")[0][::3] == ("*batteries not included", ())


@pytest.mark.parametrize(("written", "text"), [("\\\\*b\\\\*", "*b*"), ("\\\\**b", "**b"), ("a\\\\_b", "a_b")])
def test_escapes(written: str, text: str) -> None:
    words, faults = read(f'"{written}"')
    assert (words.text, words.marks) == (text, ())
    assert not faults or text == "**b"


@pytest.mark.parametrize(("yaml", "text", "code", "place", "hint"), [
    ("A **b c", "A **b c", "open-markup", (1, 6), "both ends"),
    ("A **b* c", "A *b c", "open-markup", (1, 6), "both ends"),
    ("b** c", "b** c", "open-markup", (1, 5), "\\*\\*"),
    ("|\n  one\n  看**片名的人", "one 看**片名的人", "open-markup", (3, 4), "both ends"),
    ("a [b]()", "a b", "bad-link", (1, 6), "https://"),
    ("a [b](www.x.org)", "a b", "bad-link", (1, 6), "https://www.x.org"),
    ("a [b](no address)", "a [b](no address)", "bad-link", (1, 6), "without spaces"),
    ("a [b](javascript:x)", "a [b](javascript:x)", "bad-link", (1, 6), "https://"),
    ("a <b>c", "a <b>c", "unset-markup", (1, 6), ""),
    ("a `b`", "a b", "unset-markup", (1, 7), ""),
    ("a[^1]", "a[^1]", "misplaced-note", (1, 5), "reviews"),
    ("'{漢字|か|ん|じ}'", "{漢字|か|ん|じ}", "reading", (1, 5), ""),
])  # fmt: skip
def test_slips_are_printed_and_reported(
    yaml: str, text: str, code: str, place: tuple[int, int], hint: str
) -> None:
    words, (fault,) = read(yaml)
    assert (words.text, fault.code, fault.source[1:]) == (text, code, place)
    assert hint in fault.hint


def test_words_are_joined_with_their_marks() -> None:
    one = Words("a b", "en", marks=(Markup(0, 3, "emphasis"), Markup(2, 3, "strong")))
    two = Words("c", "it", marks=(Markup(0, 1, "emphasis"),))
    assert joined((one, two, " (", two, ")"), "en").marks == (
        (0, 4, "emphasis", ""), (2, 3, "strong", ""), (6, 7, "emphasis", ""),
    )  # fmt: skip
    assert joined((one, two, " (", two, ")"), "en").text == "a bc (c)"


def test_readings_side_by_side_stay_apart() -> None:
    one = Words("日", "ja", marks=(Markup(0, 1, "ruby", "ひ"),))
    assert len(joined((one, one), "ja").marks) == 2
