"""What pdfium copies out of set lines is their source, in every language and in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from progprint.geom import Point
from progprint.glyphs import Faces
from progprint.lines import Line, set_paragraph
from progprint.pages.types import TextMark
from progprint.pdf import write_pdf
from progprint.style import Ink, Span, TextStyle
from progprint.words import Words
from shown import read_texts

BODY = TextStyle("body", size=10.0, leading=15.0, align="justify", hyphenate=True)
RED = replace(BODY, name="red", ink=Ink(0, 1, 1, 0, "red"))
ITALIC = replace(BODY, name="italic", italic=True)

#: a paragraph of each language, of several lines
PARAGRAPHS = {
    "en": "The office of the first official staff: fjords, waffles, affinity—“it’s difficult,” she said. A well-known "
          "photographer’s filmography (1985–2021), shot on 16mm, runs 120′ and rearranges everything she remembers.",
    "it": "Perché la città è così bella? L’ufficio affittò un’automobile: «è già più caffè», disse l’attrice fiorentina.",
    "fr": "«\u202fOù est-ce que l’œuvre s’achève\u202f?\u202f» demanda-t-il\u202f; la fiancée, très naïve, répondit : «\u202fLà-bas, à Noël\u202f!\u202f»",
    "de": "Die Größe der Öffentlichkeit überraschte „alle“ – Straßenbahnhaltestellen, Schifffahrt, Auflage und Übermut.",
    "vi": "Nguyễn Thị Đặng đã kể rằng những người phụ nữ ấy vẫn chờ đợi ở bến sông Hương, giữa mùa nước lũ khắc nghiệt.",
    "zh-Latn-pinyin": "Xuányá zhī shàng; Lǘ hé nǚ’ér de lǜsè chūntiān, nǐ hǎo, ê̄ ế ê̌ ề, m̀ ńg ňg ǹg, Běijīng yǔ Shànghǎi.",
    "ru": "Фотограф возвращается в деревню своего детства — и узнаёт, что «всё переставлено» чиновниками; съёмка шла.",
    "sr": "Љубав и ђаци: бегство из Београда, где птице певају, џез и ћевапи.",
    "uk": "Київ, їжак і ґанок: єдність об’єднує, щоденник кінооператора зберігся.",
    "el": "Η φωτογράφος επιστρέφει στο χωριό των παιδικών της χρόνων, μόνο για να ανακαλύψει ότι «όλα άλλαξαν».",
    "th": "ภาพยนตร์เรื่องนี้ถ่ายทำที่กรุงเทพฯ และน้ำตกในจังหวัดต่าง ๆ เมื่อปี ๒๕๖๗ โดยผู้กำกับ Apichatpong ชื่อ นำเสนอความทรงจำซ้ำๆ ของป้าปู่",
    "ko": "사진작가는 어린 시절의 마을로 돌아와 모든 것이 바뀌었음을 발견한다. “아무것도 용서하지 않는다”라고 그녀는 film에서 말한다(2024년, 120분).",
    "ja": "写真家は子供のころの村に帰り、「すべてが並べ替えられていた」ことを知る。ロッテルダムから釜山まで……葛\U000e0100城の𠮷野家、ｶﾞｷ、Ｆ。",
    "zh-Hant": "「是枝裕和」說：這部電影在2024年的Cannes電影節首映，全場起立鼓掌長達12分鐘——「家」究竟是什麼？（待續）……安德烈·塔可夫斯基，𡃁仔。",
    "zh-Hans": "摄影师回到童年的村庄，却发现“一切都被好意的官员重新安排过”。“没有什么，”她说，“比忘记了你的风景更无情。”——《悬崖之上》……A·B。",
    "zh-Hant-HK": "香港的電影節：飯後說話，啟發青年；𠝹票、𡃁模，骨與直。",
}  # fmt: skip


@pytest.fixture
def read(tmp_path: Path, booklet_of: Callable[..., Any], options: Callable[..., Any], real_faces: Faces):
    def read(lines: Sequence[Line]) -> str:
        marks = tuple(TextMark(Point(40, 60 + 20 * n), line.pieces, line.text, line.lang, "body")
                      for n, line in enumerate(lines))
        write_pdf(booklet_of(marks, keys=False), real_faces, tmp_path / "a.pdf", options())
        (text,) = read_texts(tmp_path / "a.pdf")
        return text
    return read


def expected(lines: Sequence[Line]) -> str:
    """How pdfium joins lines: a word is whole again over a hyphen that ends one, given or typed."""
    return "".join(line.text[:-1] + "\ufffe" if line.text.endswith("-") else line.text + "\r\n"
                   for line in lines).removesuffix("\r\n")


def without_gaps(text: str) -> str:
    """Leave out spaces beside Han and inside Thai: a reader takes a gap for one from a width of its own on."""
    return re.sub("(?<=[ก-๛一-鿿]) +| +(?=[一-鿿])", "", text)


def source_of(lines: Sequence[Line]) -> str:
    """Undo the line ends: a given hyphen goes, a space comes back."""
    return "".join(line.text[:-1] if line.reason == "hyphen" else line.text + " " * (line.reason == "space")
                   for line in lines)


@pytest.mark.parametrize("lang", PARAGRAPHS)
def test_a_paragraph_is_read_as_it_was_written(read, real_faces: Faces, lang: str) -> None:
    lines = set_paragraph([Span(Words(PARAGRAPHS[lang], lang), BODY)], BODY, 170.0, real_faces)
    assert len(lines) > 1
    assert source_of(lines) == PARAGRAPHS[lang]
    assert without_gaps(read(lines)) == without_gaps(expected(lines))


@pytest.mark.parametrize("lang", [lang for lang in PARAGRAPHS if not lang.startswith("zh-Han")])
def test_a_ragged_one_is_read_to_the_space(read, real_faces: Faces, lang: str) -> None:
    style = replace(BODY, align="left")
    lines = set_paragraph([Span(Words(PARAGRAPHS[lang], lang), style)], style, 170.0, real_faces)
    assert read(lines) == expected(lines)


def test_mixed_languages_and_styles_are_read_in_order(read, real_faces: Faces) -> None:
    parts = [("In “", "en", BODY), ("懸崖之上", "zh-Hant", RED), ("” (", "en", BODY), ("崖上のスパイ", "ja", BODY),
             (", ", "en", ITALIC), ("절벽 위에서", "ko", BODY), (") the ", "en", BODY), ("office", "en", ITALIC),
             (" of ", "en", BODY), ("น้ำท่วม", "th", RED), (" is affected: ", "en", BODY),
             ("Καλημέρα, ", "el", BODY), ("Фильм", "ru", ITALIC), (" ends.", "en", BODY)]
    lines = set_paragraph([Span(Words(text, lang), style) for text, lang, style in parts], BODY, 150.0, real_faces)
    assert source_of(lines) == "".join(text for text, *_ in parts)
    assert read(lines) == expected(lines)


@pytest.mark.parametrize("family", ["text", "sans"])
@pytest.mark.parametrize(("text", "lang", "features"), [
    ("The 1st and 22nd reels, 1/2 of 35/8 at 24/7, not 3⁄4.", "en", ("~frac", "~ordn", "onum")),
    ("Le XXe siècle, 1er et 2e, 7/8 de l’été.", "fr", ("~frac", "~ordn")),
    ("La 1.ª y el 2.º, 1.er premio", "es", ("~ordn",)),
    ("The FIAF Congress in Zürich, 1985", "en", ("smcp", "c2sc", "onum")),
    ("The FIAF Congress in Zürich, 1985", "en", ("smcp",)),
    ("Кино и Ελλάδα", "ru", ("smcp", "c2sc")), ("nǐ ê̄ hǎo ê̌ ma", "zh-Latn-pinyin", ()),
    ("note12 and (x2)", "en", ("sups",)), ("H2O and x10", "en", ("subs",)),
    ("THE (OFFICE) — ¿AT 16:9?", "en", ("case",)),
    ("official offers, ct st Th", "en", ("dlig",)), ("official offers", "en", ("-liga", "-clig", "-dlig", "-kern")),
])  # fmt: skip
def test_letters_of_any_form_are_read_as_they_were_typed(
    read, real_faces: Faces, family: str, text: str, lang: str, features: tuple[str, ...],
) -> None:
    style = replace(BODY, family=family, features=features, align="left")
    lines = set_paragraph([Span(Words(text, lang), style)], style, 300.0, real_faces)
    assert read(lines) == text
