"""Orders and headings of indexes, language by language."""

from __future__ import annotations

import pytest

from progprint.locale import index_heading, needs_reading, sort_key
from progprint.locale.kana import from_romaji
from progprint.locale.pinyin import split_reading, syllables


def ordered(titles: list[str], tag: str) -> list[str]:
    backwards = titles[::-1]  # sorting is stable: a key that says nothing must not pass
    return sorted(backwards, key=lambda title: sort_key(title, tag))


@pytest.mark.parametrize(
    ("tag", "titles"),
    [
        ("en", ["…", "8½", "The 39 Steps", "(500) Days", "2046", "A Better Tomorrow", "The Ferry", "An Ode"]),
        # word by word, then accents, then case
        ("en", ["The Sea", "Sea of Love", "Seabiscuit"]),
        ("en", ["cafe", "Cafe", "café", "cafeteria"]),
        ("en", ["L’Avventura", "Le Samouraï"]),
        ("it", ["L’avventura", "Il buono", "La dolce vita", "Un’estate", "Gli sdraiati"]),
        ("fr", ["L’Amour", "Les Bas-fonds", "Le Cercle rouge", "Été"]),
        ("de", ["Die Brücke", "Der Himmel", "Ödipus", "Das Wunder"]),
        ("es", ["El ángel", "Nuez", "Ñandú", "Otro"]),
        ("sv", ["Zebra", "Åsa", "Äpple", "Öken"]),
        ("ru", ["2046", "Ёлки", "Жизнь", "Солярис", "Matrix"]),
        ("th", ["2046", "กา", "แก้ว", "ขา", "แฟนฉัน", "มา", "Abc"]),
        ("zh-Hant", ["2046", "阿飛正傳", "長城", "重慶森林", "K歌情人", "懸崖之上", "樂隊"]),
        ("zh-Hans", ["长城", "重庆森林", "女人", "暖"]),
        ("ja", ["2046", "Perfect Days", "おくりびと", "ガメラ", "かもめ食堂", "スーパー", "羅生門"]),
        ("ko", ["2046", "가족", "까치", "나비", "마더", "Old"]),
    ],
)
def test_orders(tag: str, titles: list[str]) -> None:
    assert ordered(titles, tag) == titles


def test_an_article_is_skipped_only_in_its_language() -> None:
    assert index_heading("The Ferry", "en") == "F"
    assert index_heading("Die Hard", "en") == "D" and index_heading("Die Brücke", "de") == "B"
    assert index_heading("L'avventura", "it") == "A" and index_heading("L’avventura", "it") == "A"
    assert index_heading("“The Ferry”", "en") == "F"
    assert index_heading("The\u00a0Ferry", "en") == "F"


def test_an_article_alone_stays() -> None:
    assert index_heading("A", "en") == "A" and index_heading("Them!", "en") == "T"
    assert index_heading("The The", "en") == "T"
    assert index_heading("A.I.", "en") == "A"


def test_a_name_has_no_article() -> None:
    assert index_heading("Lo Wei", "it") == "W"
    assert index_heading("Lo Wei", "it", person=True) == "L"


def test_phrases_are_read_as_phrases() -> None:
    # character by character these would be zhang cheng, zhong qing, le dui
    assert index_heading("長城", "zh-Hant") == "C" and index_heading("长城", "zh-Hans") == "C"
    assert index_heading("重慶森林", "zh-Hant") == "C"
    assert index_heading("樂隊", "zh-Hant") == "Y"
    assert sort_key("長城", "zh-Hant")[1] == ("chang", "cheng")
    assert index_heading("長津湖", "zh-Hant") == "C" and index_heading("長大", "zh-Hant") == "Z"


def test_surnames() -> None:
    assert index_heading("曾國祥", "zh-Hant") == "C"
    assert index_heading("曾國祥", "zh-Hant", person=True) == "Z"
    assert index_heading("曾國祥", "zh-Hant", "zeng guo xiang") == "Z"
    assert index_heading("尉遲琳嘉", "zh-Hant", person=True) == "Y"


def test_a_reading_counts_for_the_text() -> None:
    assert index_heading("懸崖之上", "zh-Hant", "an ya") == "A"
    plain, toned = (sort_key("懸崖之上", "zh-Hant", reading) for reading in ("xuan ya", "Xuányá"))
    assert plain[1] == toned[1] == ("xuan", "ya")
    assert index_heading("七人の侍", "ja", "しちにんのさむらい") == "さ"
    hepburn, kana = "Shichinin no samurai", "しちにんのさむらい"
    assert sort_key("七人の侍", "ja", hepburn) == sort_key("七人の侍", "ja", kana)


@pytest.mark.parametrize(
    ("reading", "letters", "tones"),
    [
        ("Xuányá zhī shàng", "xuan ya zhi shang", (2, 2, 1, 4)),
        ("xuan2ya2", "xuan ya", (2, 2)),
        ("dànao", "da nao", (4, 0)),
        ("tiananmen", "tian an men", (0, 0, 0)),
        ("Fāngàn", "fan gan", (1, 4)),
        ("nǚrén", "nu\x01 ren", (3, 2)),
        ("hello", "hello", (0,)),
    ],
)
def test_written_pinyin_is_parted(reading: str, letters: str, tones: tuple[int, ...]) -> None:
    parts = split_reading(reading)
    assert [part.letters for part in parts] == letters.split(" ")
    assert tuple(part.tone for part in parts) == tones


def test_an_apostrophe_parts_syllables() -> None:
    assert sort_key("西安", "zh-Hant", "Xī’ān")[1] == ("xi", "an")
    # syllable by syllable: xi an stands before xian
    assert sort_key("西安", "zh-Hant") < sort_key("先", "zh-Hant")


def test_tones_decide_between_equal_syllables() -> None:
    assert sort_key("媽", "zh-Hant") < sort_key("馬", "zh-Hant") < sort_key("罵", "zh-Hant")
    assert sort_key("路", "zh-Hant") < sort_key("綠", "zh-Hant") < sort_key("亂", "zh-Hant")


def test_a_phrase_never_eats_what_it_does_not_read() -> None:
    for text in ("一不做，二不休", "重慶", "重", "々", "K歌", ""):
        assert len(syllables(text)) == len(text)


def test_strokes() -> None:
    titles = ["2046", "K歌", "一一", "七人", "天水圍", "重慶森林", "懸崖之上"]
    backwards = titles[::-1]
    assert sorted(backwards, key=lambda title: sort_key(title, "zh-Hant", strokes=True)) == titles
    assert index_heading("重慶森林", "zh-Hant", strokes=True) == "9畫"
    assert index_heading("一一", "zh-Hans", strokes=True) == "1画"


def test_gojuon() -> None:
    titles = ("ガメラ", "パプリカ", "ヴァイブレータ", "ワンダフル", "ん")
    assert "".join(index_heading(title, "ja") for title in titles) == "かはあわわ"
    # JIS X 4061: ー counts as the vowel before it, voicing only breaks ties
    assert ordered(["スウプ", "スーパー", "すし"], "ja") == ["スーパー", "スウプ", "すし"]
    assert ordered(["はは", "ハハ", "パパ", "はん"], "ja")[-1] == "はん"
    assert index_heading("羅生門", "ja") == "他" and index_heading("ｶﾞﾒﾗ", "ja") == "か"


def test_hepburn_as_kana() -> None:
    words = "Shin'ya shokudō, Jun’ichi matcha kekkon sanma Honma tempura chūgoku Ryōma"
    assert from_romaji(words) == (
        "しんや しょくどう, じゅんいち まっちゃ けっこん さんま ほんま てんぷら ちゅうごく りょうま"
    )


def test_hangul_and_other_headings() -> None:
    korean = ("기생충", "까치", "써니", "하녀", "Old", "大")
    assert "".join(index_heading(text, "ko") for text in korean) == "ㄱㄱㅅㅎO#"
    assert [index_heading(text, "th") for text in ("แฟนฉัน", "ฟ้าทะลายโจร")] == ["ฟ", "ฟ"]
    assert [index_heading(text, "ru") for text in ("Солярис", "ёлки", "Йога")] == ["С", "Е", "Й"]
    assert [index_heading(text, "el", "") for text in ("Ο Θίασος", "Άλφα")] == ["Θ", "Α"]
    assert [index_heading(text, "en") for text in ("Élan", "2046", "…", "花")] == ["E", "0–9", "#", "#"]
    assert index_heading("Ærø", "en") == "A" and index_heading("Ærø", "da") == "Æ"
    assert [index_heading(text, "es") for text in ("Ñandú", "Ángel")] == ["Ñ", "A"]
    assert index_heading("Åsa", "sv") == "Å" and index_heading("Åsa", "en") == "A"


TAGS = ("en", "it", "de", "zh-Hant", "zh-Hans", "ja", "ko", "th", "ru", "el", "zh-Latn-pinyin")


@pytest.mark.parametrize("tag", TAGS)
def test_any_two_titles_compare_and_headings_never_split(tag: str) -> None:
    titles = ["The Ferry", "2046", "2046年", "…", "", "重慶森林", "K歌", "かもめ", "カモメ", "기생충", "แฟน",
              "Солярис", "Ωμέγα", "8½", "Żaba", "花 flower", "flower 花", "ㄱ", "々", "①", "٣", "🎬", "𠮷",
              "Dürer", "Ｄ坂", "ῥοή", "〇", "ー", "ʻohana", "५", "م"]  # fmt: skip
    headings = [index_heading(title, tag) for title in sorted(titles, key=lambda title: sort_key(title, tag))]
    groups = [heading for at, heading in enumerate(headings) if at == 0 or headings[at - 1] != heading]
    # signs come first and what the language cannot place last, under the same mark
    assert len([g for g in groups if g != "#"]) == len({*groups} - {"#"})


def test_who_needs_a_reading() -> None:
    assert needs_reading("羅生門", "ja") and needs_reading("おくり人", "ja") and needs_reading("大", "ko")
    assert not needs_reading("ガメラ", "ja") and not needs_reading("기생충", "ko")
    assert not needs_reading("重慶森林", "zh-Hant") and not needs_reading("重慶", "en")


def test_latin_order_agrees_with_the_unicode_collation() -> None:
    from pyuca import Collator

    # but for ł and đ, which it counts as letters of their own
    titles = ["Zürich", "zebra", "Ærø", "aerobic", "Élan", "elan", "Elan", "Elba", "Ça ira", "car",
              "Œuvre", "odd", "Straße", "Strasse", "stress", "naïve", "naive", "señor", "senior"]  # fmt: skip
    assert ordered(titles, "en") == sorted(titles, key=Collator().sort_key)
