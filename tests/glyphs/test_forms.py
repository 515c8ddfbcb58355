"""Each character of a set line has the outline of its language's own face, whatever stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest
from fontTools.pens.recordingPen import RecordingPen

from progprint.glyphs import Faces, FontFolders, Run, open_fonts, shape
from progprint.lines import set_paragraph
from progprint.style import Ink, Span, TextStyle
from progprint.words import Words

SANS = {"latin": "Source Sans 3", "zh-Hant": "Noto Sans TC", "zh-Hans": "Noto Sans SC", "ja": "Noto Sans JP",
        "ko": "Noto Sans KR"}
BODY = TextStyle("body", size=10.0, leading=15.0, align="justify", hyphenate=True)
RED = replace(BODY, name="red", ink=Ink(0, 1, 1, 0, "red"))
LANGUAGES = ("zh-Hant", "zh-Hans", "ja", "ko")
#: how many forms the four languages have of a character
FORMS = {"骨": 3, "今": 3, "直": 2, "角": 2}


@pytest.fixture(scope="session")
def sans_faces() -> Faces:
    families = {"text": SANS, "hongkong": {**SANS, "zh-Hant-HK": "Noto Sans HK"}, "pan": {"zh-Hant": "Noto Sans CJK"}}
    return open_fonts(families, FontFolders(None, None, ()))[0]


def outlines(faces: Faces, spans: Sequence[Span], measure: float = 1000.0) -> dict[str, set[str]]:
    """Character -> its outlines in the lines of a paragraph, in thousandths of an em."""
    found: dict[str, set[str]] = {}
    for line in set_paragraph(spans, spans[0].style, measure, faces):
        for piece in line.pieces:
            ids = re.findall("....", "".join(re.findall("<(.*?)>", piece.glyphs)))
            if len(ids) == len(piece.text):
                for character, glyph in zip(piece.text, ids, strict=True):
                    found.setdefault(character, set()).add(_outline(faces, piece.face, int(glyph, 16)))
    return found


def _outline(faces: Faces, face: str, glyph: int) -> str:
    pen = RecordingPen()
    faces[face].hb_font.draw_glyph_with_pen(glyph, pen)
    return repr([(name, [(round(x * faces[face].scale), round(y * faces[face].scale)) for x, y in points])
                 for name, points in pen.value])


def span(text: str, lang: str, style: TextStyle = BODY, link: str = "") -> Span:
    return Span(Words(text, lang), style, link)


@pytest.fixture(scope="session")
def own(real_faces: Faces) -> dict[tuple[str, str], str]:
    """The outline of each character alone, in each language."""
    return {(character, lang): min(outlines(real_faces, [span(character, lang)])[character])
            for character in FORMS for lang in LANGUAGES}


@pytest.mark.parametrize(("character", "forms"), FORMS.items())
def test_languages_have_their_forms(own: dict[tuple[str, str], str], character: str, forms: int) -> None:
    assert len({own[character, lang] for lang in LANGUAGES}) == forms
    assert own[character, "ja"] == own[character, "ko"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("make", [
    pytest.param(lambda t, lang: [span(f"看Film{t}office，1985{t}", lang)], id="mixed line"),
    pytest.param(lambda t, lang: [span(t, lang), span(t, lang, RED), span(t, lang)], id="ink"),
    pytest.param(lambda t, lang: [span(t, lang), span(t, lang, BODY, "ref:page:x"), span(t, lang)], id="link"),
    pytest.param(lambda t, lang: [span("programme " * 3, "en"), span(f"office {t} fi", lang)], id="hyphen"),
    pytest.param(lambda t, lang: [span(f"☺{t}简頭𠮷{t}", lang)], id="fallback, missing"),
    pytest.param(lambda t, lang: [span(t[:2], lang), span(t[2:], lang, replace(BODY, weight=500))], id="weight"),
    pytest.param(lambda t, lang: [span(f"{t}。「{t}」、{t}…" * 5, lang)], id="marks"),
])  # fmt: skip
def test_no_split_of_a_run_changes_a_form(real_faces: Faces, own, lang: str, make) -> None:
    found = outlines(real_faces, make("".join(FORMS), lang), 90.0)
    assert {character: found[character] for character in FORMS} == {c: {own[c, lang]} for c in FORMS}


@pytest.mark.parametrize(("outer", "inner"), [("zh-Hant", "ja"), ("ja", "zh-Hans"), ("ko", "zh-Hant"), ("en", "ja")])
def test_words_of_another_language_keep_theirs(real_faces: Faces, own, outer: str, inner: str) -> None:
    found = outlines(real_faces, [span("x今", outer), span("骨", inner), span("直", outer)])
    assert found["骨"] == {own["骨", inner]}
    assert outer == "en" or found["今"] == {own["今", outer]}


def test_hong_kong_has_its_forms_where_a_font_has_them(sans_faces: Faces) -> None:
    def form(family: str, lang: str) -> set[str]:
        return outlines(sans_faces, [span("骨飯", lang, replace(BODY, family=family))])["飯"]

    assert form("hongkong", "zh-Hant-HK") != form("hongkong", "zh-Hant") == form("hongkong", "zh-Hant-TW")
    # a font of all regions takes them from the language, a font of Taiwan has none
    assert form("pan", "zh-Hant-HK") != form("pan", "zh-Hant") == form("pan", "zh-Hant-TW")
    assert form("text", "zh-Hant-HK") == form("text", "zh-Hant")


def _runs(faces: Faces, text: str, lang: str) -> tuple[Run, ...]:
    return shape([span(text, lang)], faces)


@pytest.mark.parametrize("sign", ["“", "”", "‘", "’", "——", "……"])
def test_shared_marks_take_font_and_width_of_their_text(real_faces: Faces, sign: str) -> None:
    def of(text: str, lang: str) -> set[tuple[str, float]]:
        return {(run.face.split("-")[0], segment.width) for run in _runs(real_faces, text, lang)
                for segment in run.segments if segment.text == sign}

    han = 1000.0 * len(sign)
    for text in (f"他{sign}Film{sign}說", f"Film{sign}說", f"他 {sign} Film"):
        assert of(text, "zh-Hant") == {("NotoSerifTC", han)}
        assert of(text, "ja") == {("NotoSerifJP", han)}
    faces = {run.face.split("-")[0] for run in _runs(real_faces, f"say {sign}yes{sign} now", "en")}
    assert faces == {"SourceSerif4Roman_11opsz_400wght"}


def test_shared_marks_of_chinese_words_inside_english_are_theirs(real_faces: Faces) -> None:
    runs = shape([span("the film “", "en"), span("說“好”……", "zh-Hans"), span("” was", "en")], real_faces)
    assert [(run.lang, run.face.split("-")[0][:6], "".join(s.text for s in run.segments)) for run in runs] == [
        ("en", "Source", "thefilm“"), ("zh-Hans", "NotoSe", "說“好”……"), ("en", "Source", "”was")]


@pytest.mark.parametrize(("text", "lang", "face", "missing"), [
    ("葛\U000e0100", "ja", "NotoSerifJP", ""), ("辻\U000e0100", "ja", "NotoSerifJP", ""),
    ("邉\U000e0102", "ja", "NotoSerifJP", ""), ("侮\ufe00", "ja", "NotoSerifJP", ""),
    # a Chinese text takes a form that only the Japanese font has from there
    ("葛\U000e0100", "zh-Hant", "NotoSerifJP", ""),
    # no font has it: the usual form of the language
    ("骨\U000e01aa", "ja", "NotoSerifJP", "\U000e01aa"), ("骨\U000e01aa", "zh-Hant", "NotoSerifTC", "\U000e01aa"),
])  # fmt: skip
def test_a_variation_sequence_is_one_cluster_in_the_font_that_has_it(
    real_faces: Faces, text: str, lang: str, face: str, missing: str,
) -> None:
    (run,) = [run for run in _runs(real_faces, f"字{text}字", lang)
              if any(segment.text == text for segment in run.segments)]
    (segment,) = [segment for segment in run.segments if segment.text == text]
    assert (run.face.split("-")[0], segment.missing, segment.count) == (face, missing, 1)
    # read as base and selector: from the glyph's own text, else from ActualText
    glyph = int(segment.glyphs[1:-1], 16)
    assert segment.actual or real_faces[run.face].canonical(glyph) == text
    base = next(s for r in _runs(real_faces, text[0], lang) for s in r.segments)
    assert (segment.glyphs == base.glyphs) == bool(missing)


def test_a_form_that_no_font_has_is_a_fault_with_its_text(real_faces: Faces) -> None:
    (line,) = set_paragraph([span("骨\U000e01aa", "ja")], BODY, 100.0, real_faces)
    assert [(fault.code, fault.detail) for fault in line.faults] == [("missing-variant", "骨\U000e01aa")]


@pytest.mark.parametrize(("text", "lang", "face"), [
    ("𠮷", "ja", "NotoSerifJP"), ("𡃁", "zh-Hant", "NotoSerifTC"), ("𠝹", "zh-Hant-HK", "NotoSerifTC"),
    ("𠮷", "zh-Hant", "NotoSerifJP"),
])  # fmt: skip
def test_characters_beyond_the_first_plane_are_drawn(real_faces: Faces, text: str, lang: str, face: str) -> None:
    (run,) = _runs(real_faces, text, lang)
    assert run.face.startswith(face)
    assert [(segment.text, segment.missing, segment.width) for segment in run.segments] == [(text, "", 1000)]


def test_those_that_no_font_has_are_named(real_faces: Faces) -> None:
    (line,) = set_paragraph([span("龍𪚥", "zh-Hant")], BODY, 100.0, real_faces)
    assert [(fault.code, fault.detail) for fault in line.faults] == [("missing-glyph", "𪚥")]


@pytest.mark.parametrize(("text", "lang"), [
    ("Đặng Nguyễn Ngữ Ấu ỷ lại Ợ", "vi"), ("Lǘ nǚ lǜ xuányá ê̄ ế ê̌ ề m̀ ńg", "zh-Latn-pinyin"),
    ("saṃsāra Ṭhānissaro ḷ ḹ ṛ ṝ ñ ṩ Ṩ", "pi"), ("q̣̇ x̣̌ e̋ ẹ́ ǭ", "en"), ("Љубав ђурађ ѓ ќ џ ћ", "sr"),
    ("България щъркел", "bg"), ("Київ ґанок їжак єдність", "uk"), ("Ελλάδα ταινία ΐ ΰ", "el"),
    ("ภาพยนตร์ น้ำ ที่ ปู่ ฟ้า กี้ ๆ ฯ ๒๕๖๗", "th"), ("\u1112\u1161\u11ab\u1100\u1173\u11af 한글 ㅋㅋ", "ko"),
])  # fmt: skip
def test_the_scripts_of_the_festival_have_all_their_glyphs(real_faces: Faces, text: str, lang: str) -> None:
    missing = [s.missing for run in _runs(real_faces, text, lang) for s in run.segments if s.missing]
    assert missing == []
    set_text = "".join(s.text for run in _runs(real_faces, text, lang) for s in run.segments)
    assert set_text.replace(" ", "") == text.replace(" ", "")


def test_a_mark_without_a_glyph_is_named_and_not_its_letter(real_faces: Faces) -> None:
    missing = {s.missing for run in _runs(real_faces, "m\u0310", "en") for s in run.segments}
    assert missing == {"\u0310"}


def test_serbian_and_bulgarian_letters_are_theirs(real_faces: Faces) -> None:
    def glyphs(text: str, lang: str) -> str:
        return "".join(s.glyphs for run in _runs(real_faces, text, lang) for s in run.segments)

    assert glyphs("б", "sr") != glyphs("б", "ru")


def _places(faces: Faces, text: str, lang: str) -> list[tuple[int, float]]:
    """(x of its origin, height) of each glyph as it is drawn, in 1/1000 em."""
    out: list[tuple[int, float]] = []
    begin = 0.0
    for run in _runs(faces, text, lang):
        for segment in run.segments:
            at = begin
            for hexes, move in re.findall(r"<(.*?)>|(-?\d+)", segment.glyphs):
                at -= int(move or 0)
                for glyph in re.findall("....", hexes):
                    out.append((round(at), round(segment.rise)))
                    at += faces[run.face].advance(int(glyph, 16))
            begin += segment.width
    return out


def test_a_mark_over_a_mark_stands_over_it(real_faces: Faces) -> None:
    e, circumflex, macron, g = _places(real_faces, "e\u0302\u0304g", "zh-Latn-pinyin")
    assert e == (0, 0) and circumflex[1] == 0 and macron == (circumflex[0], 242) and g == (545, 0)
