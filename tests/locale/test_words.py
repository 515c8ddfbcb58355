"""The shipped word lists: complete, as the trade says it, and found from what editors write."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest

from progprint.locale import (
    colour_key,
    colour_label,
    edition_label,
    label,
    label_keys,
    premiere_keys,
    premiere_label,
    role_key,
    role_keys,
    role_label,
    subtitles_label,
)
from progprint.locale.tables import read_words

LANGUAGES = ("en", "it", "fr", "de", "es", "zh-Hant", "zh-Hans", "ja", "ko", "th")
TABLES = ("roles", "labels", "premieres", "colours", "patterns")

# facts.md's starting glossary, for the languages in this order
TRADE = {
    "director": "Director Regia 導演 导演 監督 감독",
    "photography": "Photography Fotografia 攝影 摄影 撮影 촬영",
    "editing": "Editing Montaggio 剪輯 剪辑 編集 편집",
    "action_design": "Action_Design Coreografia_delle_azioni 動作指導 动作指导 アクション監督 무술감독",
    "producer": "Producer Produttore 製片人 制片人 プロデューサー 프로듀서",
    "executive_producer": "Executive_Producer Produttore_esecutivo 監製 监制 製作総指揮 총괄_프로듀서",
    "co_executive_producer": "Co-executive_Producer Coproduttore_esecutivo 聯合監製 联合监制 "
    "共同製作総指揮 공동_총괄_프로듀서",
    "cast": "Cast Interpreti 演員 主演 出演 출연",
}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_cell_is_empty(table: str, language: str) -> None:
    cells = read_words(language)[table]
    assert list(cells) == list(read_words("en")[table])
    for cell in cells.values():
        forms = [cell] if isinstance(cell, str) else cell
        assert len(forms) in (1, 2) and all(form.strip() == form != "" for form in forms)


@pytest.mark.parametrize("column", ["zh-Hant-HK", "en-US"])
def test_regional_lists_hold_only_known_keys(column: str) -> None:
    for table in TABLES:
        assert set(read_words(column).get(table, {})) <= set(read_words("en")[table])


def test_han_of_one_script_never_stands_in_the_other() -> None:
    traditional = "".join(str(cell) for table in TABLES for cell in read_words("zh-Hant")[table].values())
    simplified = "".join(str(cell) for table in TABLES for cell in read_words("zh-Hans")[table].values())
    assert not set("导监录剪辑场总时间页编摄乐") & (set(traditional) - set("剪"))
    assert not set("導監錄輯場總時間頁編攝樂") & set(simplified)


def test_placeholders_are_the_same_in_every_language() -> None:
    for table in ("labels", "patterns"):
        for key, english in read_words("en")[table].items():
            for language in LANGUAGES:
                assert fields(read_words(language)[table][key]) == fields(english)


def fields(words: str | list[str]) -> list[str]:
    """The fields of a pattern; its singular and plural have the same."""
    first, *others = [words] if isinstance(words, str) else words
    found = re.findall(r"{\w+}", first)
    assert all(re.findall(r"{\w+}", other) == found for other in others)
    return found


def test_words_are_composed() -> None:
    for language in LANGUAGES:
        text = str(read_words(language))
        assert text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("key", TRADE)
def test_roles_are_the_trades(key: str) -> None:
    words = [word.replace("_", " ") for word in TRADE[key].split()]
    assert [role_label(key, tag) for tag in ("en", "it", "zh-Hant", "zh-Hans", "ja", "ko")] == words


def test_hong_kong_and_taiwan_differ() -> None:
    # 監製 is the producer in Hong Kong, the executive producer in Taiwan and China
    assert role_label("producer", "zh-Hant-HK") == role_label("producer", "zh-MO") == "監製"
    assert role_label("executive_producer", "zh-Hant") == role_label("executive_producer", "zh-TW") == "監製"
    assert role_label("executive_producer", "zh-HK") == "出品人"
    assert role_label("editing", "yue") == "剪接" and role_label("music", "zh-Hant-HK") == "音樂"


def test_plurals() -> None:
    assert role_label("producer", "en", plural=True) == "Producers"
    assert role_label("producer", "it", plural=True) == "Produttori"
    assert role_label("co_executive_producer", "en", plural=True) == "Co-executive Producers"
    assert role_label("photography", "en", plural=True) == "Photography"
    assert role_label("producer", "ja", plural=True) == "プロデューサー"


def test_what_the_glossary_lacks_is_none() -> None:
    assert role_label("producer", "vi") is None
    assert role_label("producer", "zh-Latn-pinyin") is None
    assert role_label("wire_choreography", "en") is None
    assert label("cast", "ru") is None and label("no_such_word", "en") is None


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("director", "director"),
        ("art_direction", "art_direction"),
        ("Art Direction", "art_direction"),
        ("ACTION DESIGN", "action_design"),
        ("Producers", "producer"),
        ("Executive  producers:", "executive_producer"),
        ("Script", "script"),
        ("Cinematography", "photography"),
        ("Director of Photography", "photography"),
        ("Directed by", "director"),
        ("Editor", "editing"),
        ("Production Design", "production_design"),
        ("Makeup", "make_up"),
        ("Colorist", "colourist"),
        ("Co-Executive Producer", "co_executive_producer"),
        ("Wire Choreography", None),
        ("", None),
    ],
)
def test_role_keys_from_what_editors_write(written: str, key: str | None) -> None:
    assert role_key(written) == key


def test_no_spelling_means_two_roles() -> None:
    english = read_words("en")
    spellings = Counter(
        text.casefold() for key in role_keys() for text in {*english["spellings"].get(key, ())}
    )
    assert [text for text, count in spellings.items() if count > 1] == []
    for key in role_keys():
        assert role_key(key) == key
        for text in english["spellings"].get(key, ()):
            assert role_key(text) == key


def test_premieres() -> None:
    assert premiere_keys()[:2] == ("world", "international")
    assert {"european", "asian", "national"} <= set(premiere_keys())
    assert premiere_label("world", "en") == "World Premiere"
    assert premiere_label("world", "zh-Hant") == "世界首映"
    assert premiere_label("galactic", "en") is None


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("colour", "colour"),
        ("Color", "colour"),
        ("b&w", "black_and_white"),
        ("B & W", "black_and_white"),
        ("b/w", "black_and_white"),
        ("Black and White", "black_and_white"),
        ("black-and-white", "black_and_white"),
        ("black_and_white", "black_and_white"),
        ("part colour", "part_colour"),
        ("Partly color", "part_colour"),
        ("colour and b&w", "colour_and_black_and_white"),
        ("Color/Black & White", "colour_and_black_and_white"),
        ("colour_and_black_and_white", "colour_and_black_and_white"),
        ("tinted", "tinted"),
        ("sepia", None),
    ],
)
def test_colour_keys(written: str, key: str | None) -> None:
    assert colour_key(written) == key


def test_colour_keys_know_themselves_and_their_labels() -> None:
    for key in read_words("en")["colours"]:
        assert colour_key(key) == key
        assert colour_key(colour_label(key, "en") or "") == key
    assert colour_label("black_and_white", "zh-Hant") == "黑白"
    assert colour_label("colour", "en-US") == "Color"


def test_words_a_layout_prints() -> None:
    assert label("companies", "en") == "Production Companies"
    assert label("released", "en") == "First release"
    assert label("guests", "zh-Hant") == "映後座談" and label("guests", "zh-Hant-HK") == "映後談"
    assert {"contents", "index_titles", "run_sheet", "sold_out", "in_programme", "code"} <= set(label_keys())


@pytest.mark.parametrize(
    ("n", "tag", "words"),
    [
        (1, "en", "1st edition"),
        (2, "en", "2nd edition"),
        (11, "en", "11th edition"),
        (23, "en", "23rd edition"),
        (112, "en", "112th edition"),
        (1, "fr", "1re édition"),
        (23, "fr", "23e édition"),
        (23, "it", "23ª edizione"),
        (23, "de", "23. Ausgabe"),
        (23, "es", "23.ª edición"),
        (23, "zh-Hant", "第23屆"),
        (23, "zh-Hans", "第23届"),
        (23, "ja", "第23回"),
        (23, "ko", "제23회"),
        (23, "vi", None),
    ],
)
def test_editions(n: int, tag: str, words: str | None) -> None:
    assert edition_label(n, tag) == words


@pytest.mark.parametrize(
    ("names", "tag", "words"),
    [
        (["English"], "en", "English subtitles"),
        (["English", "Chinese"], "en", "English and Chinese subtitles"),
        (["English", "Chinese", "Thai"], "en", "English, Chinese and Thai subtitles"),
        (["chino", "inglés"], "es", "subtítulos en chino e inglés"),
        (["中文", "英文"], "zh-Hant", "中文、英文字幕"),
        (["영어", "중국어"], "ko", "영어, 중국어 자막"),
        (["x"], "vi", None),
    ],
)
def test_subtitles(names: list[str], tag: str, words: str | None) -> None:
    assert subtitles_label(names, tag) == words
