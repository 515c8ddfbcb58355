"""Changed words, in any script."""

from __future__ import annotations

import pytest

from progprint.proofs.words import changed_words, spelt, words_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Doors at 21:45, twelve-year-old’s", ["Doors", "at", "21:45", ",", "twelve-year-old’s"]),
        ("懸崖之上 2021年", ["懸", "崖", "之", "上", "2021", "年"]),
        ("대문이 두 개", ["대문이", "두", "개"]),
        ("ไทย A", ["ไ", "ท", "ย", "A"]),
        ("3.5 %", ["3.5", "%"]),
    ],
)
def test_words_are_those_of_their_script(text: str, wanted: list[str]) -> None:
    assert words_of(text) == wanted


def changes(old: str, new: str) -> list[tuple[str, str]]:
    return [(c.removed, c.added) for c in changed_words(words_of(old), words_of(new))]


def test_what_was_taken_out_and_put_in() -> None:
    assert changes("The man who says little.", "The woman who says little.") == [("man", "woman")]
    assert changes("a b c d e f g", "a c d e f g h") == [("b", ""), ("", "h")]
    assert changes("撐起全局的是一個話少的人。", "撐起全局的是一個沉默的人。") == [("話少", "沉默")]
    assert changes("same", "same") == []


def test_changes_beside_each_other_are_one() -> None:
    assert changes("a old b worn c d", "a new b fresh c d") == [("old b worn", "new b fresh")]


def test_a_change_has_its_surroundings() -> None:
    (change,) = changed_words(words_of("one two three four five six seven"), words_of("one two three four 5 six seven"))
    assert change == ("one two three four", "five", "5", "six seven")


def test_words_are_spelt_as_they_are_read() -> None:
    assert spelt(words_of("He said (“so”), 21:45.")) == "He said (“so”), 21:45."
    assert spelt(words_of("《懸崖之上》在 Udine 首映。")) == "《懸崖之上》在Udine首映。"
