"""Words, Han characters and marks become the right segments in the right fonts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import RecordingPen

from progprint.diag import Source
from progprint.glyphs import Break, Faces, FontFolders, Kind, Run, open_fonts, reshape, shape
from progprint.style import Span, TextStyle
from progprint.words import Words
from square_font import draw

N, A, F = Break.NEVER, Break.ALLOWED, Break.FORCED


def _runs(faces: Faces, *spans: tuple[str, str], **style) -> tuple[Run, ...]:
    body = TextStyle("body", **style)
    return shape([Span(Words(text, lang, Source("f.yaml", 3)), body) for text, lang in spans], faces)


def _segments(faces: Faces, *spans: tuple[str, str], **style):
    return [s for run in _runs(faces, *spans, **style) for s in run.segments]


def _breaks(faces: Faces, text: str, lang: str, **style) -> str:
    """The text with `/` where a line may break."""
    return "".join(s.text + " " * s.spaces + ("", "/", "|")[s.break_after]
                   for s in _segments(faces, (text, lang), **style))


def _face_of(faces: Faces, text: str, lang: str, wanted: str) -> str:
    return next(run.face for run in _runs(faces, (text, lang)) if any(wanted in s.text for s in run.segments))


def test_a_mixed_line_gives_words_and_single_characters(square_faces: Faces) -> None:
    runs = _runs(square_faces, ("看Film節，好", "zh-Hant"))
    assert [(r.script, [s.text for s in r.segments]) for r in runs] == [
        ("Hani", ["看"]), ("Latn", ["Film"]), ("Hani", ["節", "，", "好"])]
    assert [s.break_after for r in runs for s in r.segments] == [A, A, N, A, A]
    assert {r.source for r in runs} == {Source("f.yaml", 3)}


@pytest.mark.parametrize(("text", "lang", "broken"), [
    ("one two-fold a/b", "en", "one /two-/fold /a//b/"),
    ("他說「好的，我們走」", "zh-Hant", "他/說/「好/的，/我/們/走」/"),
    ("走——」嗎……好", "zh-Hant", "走/——」/嗎……/好/"),
    ("安德烈·塔可", "zh-Hant", "安/德/烈·/塔/可/"),
    ("カーニバル、きょう", "ja", "カー/ニ/バ/ル、/きょ/う/"),
    ("안녕하세요 영화제입니다", "ko", "안녕하세요 /영화제입니다/"),
    ("서울(Seoul)은 film은", "ko", "서울(Seoul)은 /film은/"),
    ("first\nsecond", "en", "first|second/"),
    # the no-break space counts as a space of the line: it gives and takes with the others
    ("a\u00a0b c", "en", "a b /c/"),
    ("a\u202fb c", "en", "a\u202fb /c/"),
    ("soft\u00adhyphen", "en", "soft\u00adhyphen/"),
    ("zero\u200bwidth", "en", "zero/width/"),
    ("𠮷野家と𠮷", "ja", "𠮷/野/家/と/𠮷/"),
])
def test_lines_break_where_the_language_allows(
    square_faces: Faces, text: str, lang: str, broken: str,
) -> None:
    assert _breaks(square_faces, text, lang) == broken


def test_thai_breaks_by_dictionary(real_faces: Faces) -> None:
    assert _breaks(real_faces, "ภาษาไทยเป็นภาษา", "th") == "ภาษา/ไทย/เป็น/ภาษา/"


def test_strictness_is_the_styles(square_faces: Faces) -> None:
    assert _breaks(square_faces, "きょう", "ja", kinsoku="strict") == "きょ/う/"
    assert _breaks(square_faces, "きょう", "ja", kinsoku="loose") == "き/ょ/う/"


def test_no_break_where_a_style_changes_inside_a_word(square_faces: Faces) -> None:
    segments = _segments(square_faces, ("un", "en"), ("believ", "en"), ("able end", "en"))
    assert [(s.text, s.break_after) for s in segments] == [
        ("un", N), ("believ", N), ("able", A), ("end", A)]


def test_a_space_that_opens_a_span_goes_with_the_word_before(square_faces: Faces) -> None:
    segments = _segments(square_faces, ("Film", "en"), (" ", "en"), (" and", "en"), ("\n節", "zh-Hant"))
    assert [(s.text, s.spaces, s.break_after) for s in segments] == [
        ("Film", 2, A), ("and", 0, F), ("節", 0, A)]


def test_empty_and_blank_paragraphs(square_faces: Faces) -> None:
    assert _runs(square_faces) == () and _runs(square_faces, ("", "en")) == ()
    assert [(s.text, s.spaces, s.width) for s in _segments(square_faces, (" ", "en"))] == [("", 1, 0)]
    assert [s.break_after for s in _segments(square_faces, ("\n\n", "en"))] == [F, F]


def test_the_same_character_has_the_languages_own_form(real_faces: Faces) -> None:
    def outline(character: str, lang: str) -> str:
        run = _runs(real_faces, (character, lang))[0]
        glyph = int(re.findall("<(....)", run.segments[0].glyphs)[0], 16)
        pen = RecordingPen()
        real_faces[run.face].hb_font.draw_glyph_with_pen(glyph, pen)
        return repr(pen.value)

    for character in "骨今":
        assert len({outline(character, lang) for lang in ("zh-Hant", "zh-Hans", "ja")}) == 3


def test_a_pan_cjk_font_takes_the_form_from_the_language() -> None:
    families = {"text": {"latin": "Source Sans 3", "zh-Hant": "Noto Sans CJK"}}
    faces, _ = open_fonts(families, FontFolders(None, None, ()))
    glyphs = {lang: _segments(faces, ("骨", lang))[0].glyphs for lang in ("zh-Hant", "zh-Hans", "ja")}
    assert len(set(glyphs.values())) == 3
    # in an English sentence the form is that of the family's entry
    faces, _ = open_fonts({"text": {"ja": "Noto Sans CJK"}}, FontFolders(None, None, ()))
    assert _segments(faces, ("骨", "en"))[0].glyphs == glyphs["ja"]


@pytest.mark.parametrize(("lang", "comma", "colon"), [
    ("zh-Hant", (Kind.CLOSE, 250, 250), (Kind.MIDDLE, 250, 250)),
    ("zh-Hans", (Kind.CLOSE, 0, 500), (Kind.CLOSE, 0, 500)),
    ("ja", (Kind.CLOSE, 0, 500), (Kind.MIDDLE, 250, 250)),
])
def test_marks_give_up_the_room_that_the_font_says(real_faces: Faces, lang: str, comma, colon) -> None:
    segments = _segments(real_faces, ("「，：", lang))
    rows = [(s.kind, s.squeeze_before, s.squeeze_after) for s in segments]
    assert rows == [(Kind.OPEN, 500, 0), comma, colon]


@pytest.mark.parametrize(("ink", "room"), [
    ((50, 350), (0, 500)), ((650, 950), (500, 0)), ((350, 650), (250, 250)), ((50, 950), (0, 0)),
])
def test_without_halt_the_ink_tells_the_room(tmp_path: Path, ink: tuple[int, int], room) -> None:
    draw(tmp_path / "Plain.ttf", "Plain", list("，字"), 1000, ink=ink)
    faces, _ = open_fonts({"text": {"zh-Hans": "Plain.ttf"}}, FontFolders(tmp_path, None, ()))
    assert [(s.squeeze_before, s.squeeze_after) for s in _segments(faces, ("，", "zh-Hans"))] == [room]


@pytest.mark.parametrize("lang", ["", "und", "x-klingon", "EN-us", "zh_TW"])
def test_odd_language_tags_do_no_harm(square_faces: Faces, lang: str) -> None:
    assert "".join(s.text for s in _segments(square_faces, ("字 word", lang))) == "字word"


def test_curly_quotes_and_dashes_follow_the_language(real_faces: Faces) -> None:
    assert _face_of(real_faces, "say “yes”", "en", "“").startswith("SourceSerif4")
    for lang in ("zh-Hant", "zh-Hans", "ja"):
        quotes = [s for s in _segments(real_faces, ("說“是”——好…", lang)) if s.text in "“”——…"]
        assert [s.kind for s in quotes] == [Kind.OPEN, Kind.CLOSE, Kind.DASH, Kind.DASH]
        assert [s.width for s in quotes] == [1000, 1000, 2000, 1000]


def test_an_apostrophe_inside_a_latin_word_stays_latin(real_faces: Faces) -> None:
    assert [s.text for s in _segments(real_faces, ("看Let’s好", "zh-Hant"))] == ["看", "Let’s", "好"]


def test_the_middle_dot_of_names_is_full_width_and_copies_as_typed(real_faces: Faces) -> None:
    dot = next(s for s in _segments(real_faces, ("烈·塔", "zh-Hant")) if s.text == "·")
    assert (dot.width, dot.kind, dot.actual) == (1000, Kind.MIDDLE, True)


def test_romanisation_is_latin_text(real_faces: Faces) -> None:
    segments = _segments(real_faces, ("Xuányá “zhī” shàng", "zh-Latn-pinyin"))
    assert [s.text for s in segments] == ["Xuányá", "“zhī”", "shàng"]
    assert not any(s.actual or s.missing for s in segments)


def test_a_character_of_another_region_comes_from_its_font_and_is_noted(real_faces: Faces) -> None:
    segments = _segments(real_faces, ("說简", "zh-Hant"))
    assert [s.fallback for s in segments] == ["", "Noto Serif SC"]


def test_what_no_font_has_is_glyph_0_and_named(square_faces: Faces) -> None:
    (segment,) = _segments(square_faces, ("aกb", "en"))[1:2]
    assert segment.missing == "ก" and segment.glyphs == "<0000>" and segment.actual


def test_letters_of_other_alphabets_are_runs_of_their_script(real_faces: Faces) -> None:
    runs = _runs(real_faces, ("Film Привет Ελλάδα «2й»", "en"))
    assert [r.script for r in runs] == ["Latn", "Cyrl", "Grek", "Cyrl"]


def test_a_base_and_its_mark_stay_in_one_font(real_faces: Faces) -> None:
    runs = _runs(real_faces, ("e\u0301a が\u3099", "en"))
    assert [s.text for r in runs for s in r.segments] == ["e\u0301a", "が\u3099"]


def test_a_variation_selector_stays_with_its_character(real_faces: Faces) -> None:
    segments = _segments(real_faces, ("葛\U000e0100城", "ja"))
    assert [(s.text, s.count, s.missing) for s in segments] == [("葛\U000e0100", 1, ""), ("城", 1, "")]


def test_marks_over_the_baseline_are_segments_of_their_own_height(real_faces: Faces) -> None:
    base, mark, rest = _segments(real_faces, ("f\u0301x", "en"))
    assert (base.rise, mark.rise, rest.rise) == (0, 50, 0)
    assert (base.break_after, mark.break_after, rest.break_after) == (N, N, A)
    assert base.text + mark.text + rest.text == "f\u0301x"
    assert mark.width == 0


def test_actual_text_only_where_the_glyphs_do_not_spell(real_faces: Faces) -> None:
    def actual(text: str, lang: str, **style) -> list[bool]:
        return [s.actual for s in _segments(real_faces, (text, lang), **style)]

    assert actual("office don’t a\u00a0b “x”", "en") == [False] * 5
    assert actual("caps 1985", "en", features=("smcp", "onum")) == [False, False]
    assert actual("CAPS", "en", features=("c2sc",)) == [True]
    assert actual("น้ำ", "th") == [True]
    assert not any(actual("他說「好的，走——」……“是”。", "zh-Hant"))


def test_features_tracking_and_capitals(real_faces: Faces) -> None:
    def glyphs(text: str, lang: str = "en", **style) -> str:
        return "".join(s.glyphs for s in _segments(real_faces, (text, lang), **style))

    assert glyphs("fi") != glyphs("fi", tracking_em=0.05)
    assert glyphs("1985", features=("onum",)) != glyphs("1985", features=("-onum",)) == glyphs("1985")
    texts = [_segments(real_faces, (t, lang), capitals=True)[0].text for t, lang in
             (("straße", "de"), ("izmir", "tr"), ("Ταινία", "el"))]
    assert texts == ["STRASSE", "İZMİR", "ΤΑΙΝΙΑ"]


def test_a_word_s_glyphs_add_up_to_its_width(real_faces: Faces) -> None:
    for run in _runs(real_faces, ("AVATAR “Tomorrow” Very.", "en")):
        face = real_faces[run.face]
        for segment in run.segments:
            drawn = 0.0
            for hexes, number in re.findall(r"<([0-9A-F]+)>|(-?\d+)", segment.glyphs):
                if hexes:
                    drawn += sum(face.advance(int(hexes[i:i + 4], 16)) for i in range(0, len(hexes), 4))
                else:
                    drawn -= int(number)
            assert drawn == pytest.approx(segment.width, abs=0.51)
            ids = "".join(re.findall("<([0-9A-F]+)>", segment.glyphs))
            assert segment.count * 4 == len(ids)


def test_half_a_word_is_shaped_in_its_runs_face(square_faces: Faces) -> None:
    (run,) = _runs(square_faces, ("programme", "en"))
    half = reshape(square_faces, run, "pro-")
    assert (half.text, half.width, half.break_after) == ("pro-", 2000, A)


def test_what_is_shaped_does_not_depend_on_what_was_shaped_before(real_faces: Faces) -> None:
    names = {f: {tag: font.name for tag, font in real_faces.fonts(f).items()} for f in real_faces.families()}
    texts = [("他說“好”，ffi 简", "zh-Hant"), ("office “no” 骨", "en"), ("骨“カ”", "ja")]
    fresh, _ = open_fonts(names, FontFolders(None, None, ()))
    backward = [_runs(fresh, text) for text in reversed(texts)]
    assert [_runs(real_faces, text) for text in texts] == backward[::-1]


@pytest.mark.parametrize(("before", "lang"), [("字。", "zh-Hant"), ("（字）", "ja"), ("word ", "en")])
def test_the_mark_of_a_note_begins_no_line(square_faces: Faces, before: str, lang: str) -> None:
    """JLREQ cl-20: no break before characters as reference marks."""
    style = TextStyle("body", size=10)
    spans = [Span(Words(before, lang), style), Span(Words("1", lang), style, "note:x#1"), Span(Words("字", lang), style)]
    runs = shape(spans, square_faces)
    segments = [s for run in runs for s in run.segments]
    mark = next(n for n, s in enumerate(segments) if s.text == "1")
    assert segments[mark - 1].break_after is Break.NEVER
    plain = [s for run in shape([s._replace(link="") for s in spans], square_faces) for s in run.segments]
    assert plain[mark - 1].break_after is Break.ALLOWED
