"""Countries and languages by their short names; lists and titles."""

from __future__ import annotations

import pytest

from progprint.locale import (
    capital_family,
    country_name,
    is_country,
    is_language,
    join_names,
    language_name,
    list_separator,
    quote_title,
)


@pytest.mark.parametrize(
    ("code", "tag", "name"),
    [
        ("CN", "zh-Hant", "中國"),
        ("HK", "zh-Hant", "香港"),  # CLDR: 中國香港特別行政區
        ("HK", "zh-Hant-HK", "香港"),
        ("HK", "zh-Hans", "香港"),
        ("HK", "ja", "香港"),
        ("HK", "ko", "홍콩"),
        ("HK", "en", "Hong Kong"),
        ("HK", "pl", "Hongkong"),
        ("MO", "zh-Hant", "澳門"),
        ("MO", "vi", "Macao"),
        ("TW", "zh-Hant", "台灣"),
        ("KR", "zh-Hant", "南韓"),
        ("KR", "en", "South Korea"),
        ("US", "en", "USA"),
        ("US", "zh-Hant", "美國"),
        ("GB", "en", "UK"),
        ("GB", "zh-Hant", "英國"),
        ("FR", "it", "Francia"),
        ("TT", "en", "Trinidad and Tobago"),
        ("SU", "zh-Hans", "苏联"),
        ("ZZ", "en", None),
        ("QQ", "en", None),
        ("CN", "zh-Latn-pinyin", None),
    ],
)
def test_countries(code: str, tag: str, name: str | None) -> None:
    assert country_name(code, tag) == name


@pytest.mark.parametrize(
    "tag", ["en", "it", "fr", "de", "es", "zh-Hant", "zh-Hant-HK", "zh-Hans", "ja", "ko", "th"]
)
def test_no_country_has_an_official_style(tag: str) -> None:
    for code in ("HK", "MO"):
        name = country_name(code, tag)
        assert name is not None and len(name) <= 9
        assert not any(
            part in name for part in ("特別", "特别", "RAS", "SAR", "R.A.S", "(", "Sonder", "행정")
        )


@pytest.mark.parametrize(
    ("code", "tag", "name"),
    [
        ("cmn", "en", "Mandarin"),  # CLDR has no cmn
        ("cmn", "zh-Hant", "國語"),
        ("cmn", "zh-Hant-HK", "普通話"),
        ("cmn", "zh-Hans", "普通话"),
        ("yue", "zh-Hant-HK", "粵語"),
        ("yue", "en", "Cantonese"),
        ("zh", "zh-Hant", "中文"),
        ("zh-Hant", "en", "Traditional Chinese"),
        ("zh-Hant-HK", "en", "Traditional Chinese"),
        ("nan", "zh-Hant", "閩南語"),
        ("ja", "zh-Hant", "日語"),
        ("jpn", "zh-Hant", "日語"),
        ("mn", "en", "Mongolian"),
        ("th", "it", "thailandese"),
        ("en-GB", "en", "British English"),
        ("qq", "en", None),
        ("en", "zh-Latn-pinyin", None),
    ],
)
def test_languages(code: str, tag: str, name: str | None) -> None:
    assert language_name(code, tag) == name


def test_languages_as_written() -> None:
    # what is heard is 普通話 and 英語, what the subtitles are in is 中文 and 英文
    assert [language_name(code, "zh-Hant", written=True) for code in ("cmn", "en", "it")] == [
        "中文",
        "英文",
        "義大利文",
    ]
    assert language_name("yue", "en", written=True) == "Chinese"
    assert language_name("zh-Hans", "en", written=True) == "Simplified Chinese"


def test_codes() -> None:
    assert all(is_country(code) for code in ("CN", "HK", "XK", "SU", "GB"))
    assert not any(is_country(code) for code in ("cn", "UK", "EU", "ZZ", "CHN", "C", "", "中国"))
    assert all(is_language(code) for code in ("en", "cmn", "yue", "eng", "und", "zxx", "zh-Hant", "ami"))
    assert not any(is_language(code) for code in ("english", "qq", "", "Mandarin"))


def test_lists() -> None:
    # Babel's format_list(style="unit") joins Chinese with nothing
    assert join_names(["普通話", "粵語"], "zh-Hant-HK") == "普通話、粵語"
    assert join_names(["日本語", "英語"], "ja") == "日本語、英語"
    assert join_names(["한국어", "영어"], "ko") == "한국어, 영어"
    assert join_names(["Mandarin", "", "Cantonese"], "en") == "Mandarin, Cantonese"
    assert join_names([], "en") == ""
    assert list_separator("zh-Latn-pinyin") == ", "


def test_quoted_titles() -> None:
    assert quote_title("懸崖之上", "zh-Hant") == "《懸崖之上》"
    assert quote_title("《懸崖之上》", "zh-Hant") == "《懸崖之上》"
    assert quote_title("《甲》與《乙》", "zh-Hans") == "《〈甲〉與〈乙〉》"
    assert quote_title("Cliff Walkers", "en") == "Cliff Walkers"
    assert quote_title("七人の侍", "ja") == "七人の侍"
    assert quote_title("", "zh") == ""


@pytest.mark.parametrize(
    ("name", "family", "printed"),
    [
        ("Zhang Yimou", "Zhang", "ZHANG Yimou"),
        ("Maria Barbieri", "Barbieri", "Maria BARBIERI"),
        ("Kim Ki-duk", "Kim", "KIM Ki-duk"),
        ("Ang Lang Ang", "Lang", "Ang LANG Ang"),
        ("An Angela", "An", "AN Angela"),
        ("Apichatpong Weerasethakul", "Weerasethakul", "Apichatpong WEERASETHAKUL"),
        ("張藝謀", "張", "張藝謀"),
        ("Zhang Yimou", "", "Zhang Yimou"),
        ("Zhang Yimou", "Zha", "Zhang Yimou"),
    ],
)
def test_family_names_in_capitals(name: str, family: str, printed: str) -> None:
    assert capital_family(name, family) == printed
