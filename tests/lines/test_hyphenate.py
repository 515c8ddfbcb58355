"""Hyphenation points are those of Liang's method, as pyphen finds them."""

from __future__ import annotations

import pyphen
import pytest

from progprint.lines.hyphenate import dictionary_of, hyphen_points, read_patterns, word_points

WORDS = [
    "photographer",
    "festival",
    "childhood",
    "returning",
    "typography",
    "remembering",
    "wonderful",
    "landscape",
    "unforgiving",
    "village",
    "tomorrow",
    "well",
    "extraordinarily",
    "Kinematographie",
    "Lichtspielhaus",
    "Straßenbahn",
    "étrangère",
    "aujourd",
    "cinématographe",
    "asszonnyal",
    "megjegyzés",
    "programme",
    "organisation",
    "a",
    "ab",
    "abc",
    "lettergrepen",
    "rozhlasový",
    "zmrzlina",
    "Übergröße",
    "associate",
    "table",
]


@pytest.mark.parametrize(
    "dictionary", ["en_GB", "en_US", "fr", "de_DE", "hu_HU", "cs_CZ", "nl_NL", "ca", "ru_RU"]
)
def test_positions_are_those_of_pyphen(dictionary: str) -> None:
    theirs = pyphen.Pyphen(lang=dictionary)
    trie = read_patterns(dictionary)
    for word in WORDS:
        assert [at for at, _ in word_points(trie, word)] == [int(at) for at in theirs.hd.positions(word)], (
            word
        )


def test_changes_of_spelling_are_the_same() -> None:
    theirs = pyphen.Pyphen(lang="hu_HU")
    trie = read_patterns("hu_HU")
    for word in WORDS:
        data = {int(at): bool(at.data) for at in theirs.hd.positions(word)}
        assert dict(word_points(trie, word)) == data
    assert any(changed for _, changed in word_points(trie, "asszonnyal"))


def test_british_is_not_american() -> None:
    assert hyphen_points("photographer", "en") == hyphen_points("photographer", "en-GB")
    assert hyphen_points("photographer", "en") != hyphen_points("photographer", "en-US")


@pytest.mark.parametrize(
    ("lang", "dictionary"),
    [
        ("en", "en_GB"), ("en-Latn", "en_GB"), ("en-US", "en_US"), ("en-AU", "en_GB"), ("de", "de_DE"),
        ("de-AT", "de_AT"), ("zh-Hant", ""), ("ja", ""), ("zh-Latn-pinyin", ""), ("fr-CA", "fr"),
        ("no", "nb_NO"), ("pt-BR", "pt_BR"), ("", ""), ("xx", ""),
    ],
)  # fmt: skip
def test_dictionary_of_a_language(lang: str, dictionary: str) -> None:
    found = dictionary_of(lang)
    assert found == dictionary or (found and pyphen.LANGUAGES[found] == pyphen.LANGUAGES[dictionary])


def test_punctuation_is_no_hindrance() -> None:
    plain = hyphen_points("festival", "en")
    assert hyphen_points("“festival,”", "en") == tuple(at + 1 for at in plain)
    assert plain


def test_edges_short_words_and_initialisms_stay_whole() -> None:
    for word in WORDS:
        assert all(2 <= at <= len(word) - 3 for at in hyphen_points(word, "en"))
    assert hyphen_points("into", "en") == ()
    assert hyphen_points("UNESCO", "en") == ()
