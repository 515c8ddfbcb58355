"""The project's selection of UAX #14 breaks holds for ICU's root locale and, but for the tailorings, for `pieces`."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.breakers import LineBreaker

from progprint.glyphs.breaks import pieces

_CODE = re.compile(r"\{([0-9A-F]+)\}")
#: the rules of Unicode 17.0 (UAX #14, revision 55), in order
RULES = (
    "1 2 3 4 5 6 7 8 8a 9 10 11 12 12a 13 14 15a 15b 15c 15d 16 17 18 19 19a 20 20a 21 21a 21b 22 23 23a 24 25 26 "
    "27 28 28a 29 30 30a 30b 31"
)


class Line(NamedTuple):
    rule: str
    written: str

    @property
    def parts(self) -> list[str]:
        text = _CODE.sub(lambda code: chr(int(code[1], 16)), self.written)
        return [part for part in text.replace("×", "").split("÷") if part]


def _selection() -> list[Line]:
    rows = (Path(__file__).parent / "uax14.txt").read_text("utf-8").splitlines()
    return [Line(*row.split(" | ")[:2]) for row in rows if not row.startswith("#")]


SELECTION = _selection()

#: lines of the selection that `pieces` breaks otherwise, all of them text in English
TAILORED = {
    "a×{00AD}÷b": "a soft hyphen is hyphenation's: a line that ends there is given its hyphen (lines/splits.py)",
    "字×{00AD}÷字": "the same",
    "1{2013}÷2": "from and to stay together at an en dash, as they do at the hyphen typed for it",
    "ᄒ×ᅡ×ᆫ÷ᄀ×ᅳ×ᆯ": "Korean breaks between words (KLREQ, line breaking); ICU knows no `keep-all`",
    "ᆨ÷ᄀ": "the same",
    "각÷ᅡ": "the same",
    "한÷글": "the same",
}


class Tailoring(NamedTuple):
    lang: str
    strictness: str
    #: with ÷ where UAX #14 has a break (ICU, root), and as `pieces` has it
    root: str
    ours: str
    reason: str


TAILORINGS = (
    Tailoring("ko", "strict", "한÷글÷과÷film÷은", "한글과film은", "Korean breaks between words (KLREQ, line breaking)"),
    Tailoring("ko", "strict", "서÷울÷(Seoul)÷은 ÷「영÷화」÷는", "서울(Seoul)은 ÷「영화」는", "the same, over brackets"),
    Tailoring("ko", "strict", "韓÷國÷의 ÷映÷畫÷는", "韓國의 ÷映畫는", "the same, for words in Han characters"),
    Tailoring("zh-Hant", "strict", "烈÷·÷塔", "烈·÷塔", "ICU has the dot of names as a letter; beside Han it ends a part"),
    Tailoring("zh-Hant", "strict", "8÷～÷10÷月", "8～÷10÷月", "connecting signs begin no line (CLREQ, Prohibition Rules)"),
    Tailoring("ja", "strict", "東÷～÷西", "東～÷西", "the wave that is typed for cl-03 begins no line (JLREQ 3.1.7)"),
    Tailoring("zh-Hans", "strict", "编÷／÷导", "编／÷导", "dividing signs begin no line (CLREQ, Prohibition Rules)"),
    Tailoring("zh-Hans", "strict", "京÷—÷沪", "京—÷沪", "a lone dash connects and begins no line (CLREQ, Prohibition Rules)"),
    Tailoring("th", "strict", "คำ ÷ๆ ÷ไป", "คำ ๆ ÷ไป", "the sign of repetition follows its word, spaced or not"),
    Tailoring("th", "strict", "กรุงเทพ ÷ฯ", "กรุงเทพ ฯ", "the sign of abbreviation follows its word"),
    Tailoring("ja", "normal", "き×ょ÷う", "き÷ょ÷う", "small kana may begin a line (JLREQ 3.1.7, note; CSS Text 3)"),
    Tailoring("ja", "normal", "カ×ー÷ド", "カ÷ー÷ド", "so may the mark of length"),
    Tailoring("ja", "normal", "東×〜÷西", "東÷〜÷西", "so may the wave (CSS Text 3, line-break: normal)"),
    Tailoring("ja", "loose", "人×々", "人÷々", "iteration marks may begin a line (CSS Text 3, line-break: loose)"),
    Tailoring("ja", "loose", "何×！", "何÷！", "so may dividing punctuation (CSS Text 3); never in Chinese"),
    Tailoring("zh-Hant", "loose", "人×々", "人÷々", "iteration marks may begin a line (CSS Text 3, line-break: loose)"),
)


def test_the_selection_is_large_and_has_every_rule() -> None:
    rules = Counter(line.rule for line in SELECTION)
    assert list(rules) == [f"LB{number}" for number in RULES.split()]
    assert len(SELECTION) >= 300 and len({line.written for line in SELECTION}) == len(SELECTION)


def test_icu_breaks_as_the_selection_says() -> None:
    """No line of it is one where ICU 78.3 and UAX #14 differ."""
    wrong = [(line, found) for line in SELECTION
             if (found := list(LineBreaker("".join(line.parts), "und"))) != line.parts]
    assert wrong == []


def test_pieces_are_those_of_the_selection_but_for_the_tailorings() -> None:
    other = [line.written for line in SELECTION if pieces("".join(line.parts), "en", "strict") != line.parts]
    assert other == list(TAILORED)


@pytest.mark.parametrize("each", TAILORINGS)
def test_each_tailoring_is_one(each: Tailoring) -> None:
    root = Line("", each.root).parts
    text = "".join(root)
    assert list(LineBreaker(text, "und")) == root
    assert pieces(text, each.lang, each.strictness) == each.ours.split("÷") != root


#: what the short cut for plain text knows
_PLAIN = st.text(st.sampled_from("azAZ09éßŁɏ,. "), min_size=1, max_size=20)


@given(_PLAIN, st.sampled_from(["en", "ja", "ko", "zh-Hant"]))
def test_plain_text_breaks_as_icu_breaks_it(text: str, lang: str) -> None:
    assert pieces(text, lang, "strict") == list(LineBreaker(text, "und"))


@given(st.text(st.sampled_from("字한かกa1 ·…—「」ๆ％～\n\u00ad"), max_size=20),
       st.sampled_from(["en", "ja", "ko", "zh-Hant", "th"]), st.sampled_from(["strict", "normal", "loose"]))
def test_nothing_is_lost_between_pieces(text: str, lang: str, strictness: str) -> None:
    found = pieces(text, lang, strictness)
    assert "".join(found) == text and all(found)
