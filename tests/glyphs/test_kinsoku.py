"""No line of Han, kana or Hangul begins or ends with what its clause forbids, whatever stands at a run's edge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from progprint.glyphs import Faces
from progprint.glyphs.breaks import pieces
from progprint.lines import set_paragraph
from progprint.style import Ink, Span, TextStyle
from progprint.words import Words

BODY = TextStyle("body", size=10.0, leading=15.0, align="left", squeeze=False)
RED = replace(BODY, name="red", ink=Ink(0, 1, 1, 0, "red"))
BOLD = replace(BODY, name="bold", features=("kern",))
CHINESE = ("zh-Hant", "zh-Hant-HK", "zh-Hans")
FULL_WIDTH = (*CHINESE, "ja")
ALL = ("strict", "normal", "loose")

#: "CLREQ" without more is its section "Prohibition Rules for Line Start and Line End".
#: JLREQ A.2 (cl-02), CLREQ: closing brackets and quotation marks
CLOSING = "」』）》〉】〕］｝〗〙〛｠”’〟»"
#: JLREQ A.6, A.7 (cl-06, cl-07), CLREQ: full stops and commas
STOPS = "。．、，"
#: JLREQ A.4, A.5 (cl-04, cl-05), CLREQ: dividing punctuation, middle dots
DIVIDING = "！？‼⁇⁈⁉・：；"
#: JLREQ A.3 (cl-03), CLREQ: hyphens and connecting signs
HYPHENS = "‐〜゠–"
#: JLREQ A.9 (cl-09)
ITERATION = "ヽヾゝゞ々〻"
#: JLREQ A.10, A.11 (cl-10, cl-11)
SMALL = "ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
#: JLREQ A.13 (cl-13): signs after figures
POSTFIXED = "°′″℃￠％‰%"
#: JLREQ A.1 (cl-01), CLREQ: opening brackets and quotation marks
OPENING = "「『（《〈【〔［｛〖〘〚｟“‘〝«"
#: JLREQ A.12 (cl-12): signs before figures
PREFIXED = "￥＄￡€№$¥£"
#: JLREQ A.8 (cl-08); CLREQ, Prohibition Rules for Unbreakable Marks: dashes and ellipses are one
UNPARTED = ("——", "……", "⸺", "‥‥", "…", "‥", "⋯⋯", "———", "────")

#: JLREQ 3.1.7, CLREQ: what begins no line, at each strictness (the style's `kinsoku`)
NEVER_FIRST = {
    ("ja", "strict"): CLOSING + STOPS + DIVIDING + HYPHENS + ITERATION + SMALL + POSTFIXED + "·～／…‥",
    ("ja", "normal"): CLOSING + STOPS + DIVIDING + "‐–" + ITERATION + POSTFIXED + "·～／…‥",
    ("ja", "loose"): CLOSING + STOPS + "·～／",
    ("zh", "strict"): CLOSING + STOPS + DIVIDING + HYPHENS + ITERATION + SMALL + POSTFIXED + "·～／—…",
    ("zh", "normal"): CLOSING + STOPS + DIVIDING + "‐〜–" + ITERATION + POSTFIXED + "·～／—…",
    ("zh", "loose"): CLOSING + STOPS + DIVIDING + "‐〜–·～／—",
}


def _first_of(lang: str, strictness: str) -> str:
    return NEVER_FIRST["ja" if lang == "ja" else "zh", strictness]


@pytest.mark.parametrize("strictness", ALL)
@pytest.mark.parametrize("lang", FULL_WIDTH)
def test_no_piece_begins_with_what_begins_no_line(lang: str, strictness: str) -> None:
    wrong = [before + sign for sign in _first_of(lang, strictness) for before in ("字", "か", "」", "12")
             if not pieces(before + sign + "字", lang, strictness)[0].startswith(before + sign)
             and not (sign in POSTFIXED and before == "」")]
    assert wrong == []


@pytest.mark.parametrize("strictness", ALL)
@pytest.mark.parametrize("lang", FULL_WIDTH)
def test_no_piece_ends_with_what_ends_no_line(lang: str, strictness: str) -> None:
    """JLREQ 3.1.8, CLREQ."""
    wrong = [sign for sign in OPENING for after in ("字", "か", "Film", "「", "12")
             if any(part.endswith(sign) for part in pieces("字" + sign + after + "字", lang, strictness))]
    assert wrong == []


@pytest.mark.parametrize("strictness", ALL)
@pytest.mark.parametrize("lang", FULL_WIDTH)
def test_figures_keep_their_signs_and_dashes_are_one(lang: str, strictness: str) -> None:
    """JLREQ 3.1.10; CLREQ, Prohibition Rules for Unbreakable Marks."""
    for sign in POSTFIXED:
        assert "120" + sign in pieces(f"字120{sign}字", lang, strictness)
    for sign in PREFIXED:
        assert sign + "120" in pieces(f"字{sign}120字", lang, strictness)
    for dash in UNPARTED:
        assert sum(dash in part for part in pieces(f"字{dash}字", lang, strictness)) == 1


@pytest.mark.parametrize("sign", ".,!?:;)]}%’”」』）》…")
def test_korean_keeps_its_stops_and_brackets(sign: str) -> None:
    """KLREQ, line breaking: what begins no line; Korean stops are Latin ones."""
    assert pieces(f"한국{sign} 영화", "ko", "strict") == [f"한국{sign} ", "영화"]
    assert pieces("영화 (한국) 「한국」", "ko", "strict") == ["영화 ", "(한국) ", "「한국」"]


def _paragraphs(lang: str, strictness: str) -> Iterator[list[Span]]:
    """Each sign in a run of its own and at its neighbours' edges: ink, features, link."""
    body, red, bold = (replace(style, kinsoku=strictness) for style in (BODY, RED, BOLD))
    for sign in _first_of(lang, strictness):
        for styles in ((body, red, body), (body, red, red), (bold, body, body), (red, red, bold)):
            yield [Span(Words(part, lang), style)
                   for part, style in zip(("字字字", sign, "字字字字"), styles, strict=True)]
    for sign in OPENING:
        for before, after in ((body, red), (red, bold)):
            yield [Span(Words("字字" + sign, lang), before), Span(Words("字字字」字字字字", lang), after, "ref:page:x")]
    for dash in ("——", "……"):
        yield [Span(Words("字字" + dash[0], lang), red), Span(Words(dash[1] + "字字字字", lang), body)]


@pytest.mark.parametrize("strictness", ALL)
@pytest.mark.parametrize("lang", ["zh-Hant", "ja"])
def test_no_line_does_over_any_edge_of_runs(square_faces: Faces, lang: str, strictness: str) -> None:
    first, count = _first_of(lang, strictness), 0
    for spans in _paragraphs(lang, strictness):
        text = "".join(span.words.text for span in spans)
        for measure in (30.0, 40.0):
            lines = set_paragraph(spans, spans[0].style, measure, square_faces)
            assert "".join(line.text for line in lines) == text
            for line, after in pairwise(lines):
                count += 1
                assert line.text[-1] not in OPENING, text
                assert after.text[0] not in first or after.text[:2] == "——", text
                assert line.text[-1] + after.text[0] not in ("——", "……"), text
    assert count > 400
