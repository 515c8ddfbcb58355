"""Seven languages, a hundred paragraphs each: the breaker misses nothing, and is looser than no one."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from progprint.glyphs import Faces

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))

import composition
from seeds import LANGUAGES

PARAGRAPHS = 100


@pytest.fixture(scope="module")
def composed(real_faces: Faces) -> dict[str, composition.Composed]:
    return {lang: composition.compose(lang, PARAGRAPHS, real_faces) for lang in LANGUAGES}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lines_are_the_best_there_are(composed: dict[str, composition.Composed], lang: str) -> None:
    """Against the exact oracle, over the same items, costs and limits."""
    missed = composed[lang].missed
    assert len(missed) <= PARAGRAPHS / 100, f"{lang}: paragraph and its share of the least demerits: {missed}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_paragraph_is_looser_than_line_by_line(
    composed: dict[str, composition.Composed], lang: str
) -> None:
    done = composed[lang]
    assert composition.loose(done.best) <= composition.loose(done.greedy)
    assert composition.hyphens(done.best) <= composition.hyphens(done.greedy)
    assert composition.runts(done.best) <= composition.runts(done.greedy)


def test_loose_lines_are_less_than_half_of_what_filling_each_line_gives(
    composed: dict[str, composition.Composed],
) -> None:
    """Filling: words are put on a line while they fit, and the rest is stretched, as browsers do."""
    best = sum(composition.loose(done.best) for done in composed.values())
    filled = sum(done.filled for done in composed.values())
    assert best < filled / 2, (best, filled)
