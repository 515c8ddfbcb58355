"""In which order a language's lines open and close: what a layout says, else the house's order."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from progprint.design import read_design, resolve_style
from progprint.design.spacing import HOUSE, spacing_of
from progprint.style import Slack, Spacing

WORD, HAN_LATIN, HAN, LETTERS = Slack.WORD, Slack.HAN_LATIN, Slack.HAN, Slack.LETTERS
LAYOUT = (Path(__file__).parent / "minimal.yaml").as_posix()


@pytest.fixture
def spacing(tmp_path: Path):
    def read(said: str, lang: str) -> Spacing:
        file = tmp_path / "ours.yaml"
        file.write_text(f"extends: {LAYOUT}\nspacing: {{{said}}}\n", encoding="utf-8")
        design, faults = read_design(file)
        assert design is not None, faults
        return resolve_style(design, "body", lang).spacing

    return read


@pytest.mark.parametrize("lang", [*HOUSE, "en", "ko", "zh-Hant-TW"])
def test_every_kind_has_its_step_once(lang: str) -> None:
    """The breaker counts on all: a kind that were in no step would leave the line too wide."""
    found = spacing_of(lang, {})
    for steps in found[:2]:
        assert sorted(chain(*steps)) == list(Slack)


def test_the_house_opens_spaces_before_letters_and_closes_marks_before_han_latin() -> None:
    """JLREQ 3.8.3; CLREQ, Procedures for inter-character spacing reduction. It opens alike, not by 3.8.4."""
    english, japanese = spacing_of("en", {}), spacing_of("ja", {})
    assert WORD in english.stretch[0] and LETTERS in english.stretch[1]
    assert japanese.stretch[:2] == ((WORD, HAN_LATIN, HAN), (LETTERS,))
    assert japanese.shrink[:3] == ((WORD,), (Slack.MARKS,), (HAN_LATIN,))
    assert HAN_LATIN in japanese.beyond and HAN_LATIN not in spacing_of("zh-Hant", {}).beyond


def test_a_layout_says_its_own_and_what_it_leaves_out_comes_last(spacing) -> None:
    found = spacing("zh: {stretch: [word, [han, letters]]}", "zh-Hant")
    assert found.stretch[:2] == ((WORD,), (HAN, LETTERS)) and HAN_LATIN in found.stretch[2]
    assert found.shrink == spacing_of("zh", {}).shrink


def test_the_nearest_tag_wins_and_its_parent_fills_in(spacing) -> None:
    said = "zh: {stretch: [han], beyond: han}, zh-Hant: {stretch: [word]}"
    found = spacing(said, "zh-Hant")
    assert (found.stretch[0], found.beyond) == ((WORD,), (HAN,))
    assert spacing(said, "zh-Hans").stretch[0] == (HAN,)
    assert spacing(said, "ja") == spacing_of("ja", {})
