"""Language tags: reading, scripts, and the choice of the best form."""

from __future__ import annotations

import pytest

from progprint.locale import Tag, best_tag, canonical, is_cjk, is_romanisation, parse_tag, script_of


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("en", Tag("en")),
        ("ZH-HANT-hk", Tag("zh", "Hant", "HK")),
        ("zh-latn-PINYIN", Tag("zh", "Latn", "", ("pinyin",))),
        ("cmn", Tag("cmn")),
        ("es-419", Tag("es", "", "419")),
        ("jpn", Tag("ja")),
        ("iw", Tag("he")),
        ("ami", Tag("ami")),
    ],
)
def test_tags_are_read_in_any_case(text: str, tag: Tag) -> None:
    assert parse_tag(text) == tag


@pytest.mark.parametrize("text", ["", "e", "english", "qq", "en-Qqqq", "en-QQ", "zh_Hant", "zh-", "en-US-US"])
def test_malformed_or_unknown_tags_are_none(text: str) -> None:
    assert parse_tag(text) is None


def test_a_repeated_variant_is_malformed() -> None:
    assert parse_tag("zh-Latn-pinyin-pinyin") is None


def test_canonical_case() -> None:
    assert canonical("ZH-hant-hk") == "zh-Hant-HK"
    assert canonical("not a tag") == "not a tag"


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("en", "Latn"),
        ("zh", "Hans"),
        ("zh-SG", "Hans"),
        ("zh-Hant", "Hant"),
        ("zh-TW", "Hant"),
        ("zh-HK", "Hant"),
        ("zh-MO", "Hant"),
        ("cmn", "Hans"),
        ("yue", "Hant"),
        ("nan-TW", "Hant"),
        ("ja", "Jpan"),
        ("jpn", "Jpan"),
        ("ko-KR", "Kore"),
        ("th", "Thai"),
        ("ru", "Cyrl"),
        ("el", "Grek"),
        ("mn-CN", "Mong"),
        ("sr-Latn", "Latn"),
        ("zh-Latn-pinyin", "Latn"),
        ("no such tag", "Zyyy"),
    ],
)
def test_scripts(tag: str, script: str) -> None:
    assert script_of(tag) == script


def test_romanisations_and_cjk() -> None:
    assert is_romanisation("zh-Latn-pinyin") and is_romanisation("ja-Latn") and is_romanisation("th-Latn")
    assert not is_romanisation("en") and not is_romanisation("en-Latn") and not is_romanisation("zh-Hant")
    assert all(is_cjk(tag) for tag in ("zh", "zh-Hant-HK", "yue", "ja", "ko"))
    assert not any(is_cjk(tag) for tag in ("en", "th", "zh-Latn-pinyin"))


@pytest.mark.parametrize(
    ("wanted", "available", "best"),
    [
        ("en", "en zh-Hant", "en"),
        ("en-GB", "zh-Hant en", "en"),
        ("en", "en-US en-GB", "en-US"),
        ("en-GB", "en-US en", "en"),
        ("zh-Hant-HK", "zh-TW zh-Hant", "zh-Hant"),
        ("zh-Hant-HK", "zh-TW zh-HK", "zh-HK"),
        ("zh-Hant-MO", "zh-TW zh-HK", "zh-HK"),
        ("zh-Hant", "zh-Hant-HK zh-TW", "zh-TW"),
        ("zh-TW", "zh-Hant-HK", "zh-Hant-HK"),
        ("zh-Hant", "zh-Hans zh", None),
        ("zh-Hans", "zh-Hant zh", "zh"),
        ("zh", "zh-Latn-pinyin", None),
        ("zh-Hant", "zh-Latn-pinyin en", None),
        ("zh-Latn-pinyin", "zh-Hant zh-Latn", "zh-Latn"),
        ("cmn-Hant", "zh-Hant", "zh-Hant"),
        ("zh-Latn-TW-pinyin", "zh-Latn-wadegile zh-Latn-pinyin", "zh-Latn-pinyin"),
        ("yue", "zh-Hant", None),
        ("zh-Hant", "ZH-HANT", "ZH-HANT"),
        ("ja", "en", None),
        ("ja", "", None),
    ],
)
def test_best_tag(wanted: str, available: str, best: str | None) -> None:
    assert best_tag(wanted, available.split()) == best
