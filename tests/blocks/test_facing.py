"""Films and texts on facing pages: what stands on the left, on the right, and whole where one page has it."""

from __future__ import annotations

import pytest

from blocks.conftest import Press
from progprint.blocks.types import Block, Entry, Facing, Pair
from small_books import said

SECTIONS = "  - text: {slug: welcome, languages: facing}\n  - films: {master: film, languages: facing}"
TEXTS = {
    "texts/welcome.en.md": "# Welcome\n\nCome in.\n",
    "texts/welcome.zh-Hant.md": "# 歡迎\n\n請進。\n",
}


def facing(entry: Entry, name: str) -> Facing:
    (block,) = entry.part(name)
    assert isinstance(block, Facing)
    return block


def first_words(blocks: tuple[Block, ...]) -> list[str]:
    return [text.split()[0][:4] for text in said(blocks)]


def test_a_film_has_each_part_for_the_left_the_right_and_whole(press: Press) -> None:
    entry = press.entries(SECTIONS, TEXTS)["films/cliff-walkers"]
    assert (entry.start, entry.room) == ("verso", "spread")
    review = facing(entry, "review")
    assert first_words(review.left)[0] == "Snow"
    assert "Snow" not in first_words(review.right)
    assert isinstance(review.whole[0], Pair)
    facts = facing(entry, "fact-line")
    assert [len(side) for side in facts] == [1, 1, 2]
    credits = facing(entry, "credits")
    assert "Director" in said(credits.left)
    assert "導演" in said(credits.right)


def test_a_text_begins_on_the_left(press: Press) -> None:
    entry = press.entries(SECTIONS, TEXTS)["texts/welcome"]
    assert (entry.start, entry.room) == ("verso", "any")
    body = facing(entry, "body")
    assert (said(body.left), said(body.right)) == (["Welcome", "Come in."], ["歡迎", "請進。"])


def test_a_third_language_follows_the_first(press: Press) -> None:
    texts = {**TEXTS, "texts/welcome.it.md": "# Benvenuti\n\nEntrate.\n"}
    entry = press.entries(SECTIONS, texts, more="languages: [en, zh-Hant, it]\n")["texts/welcome"]
    body = facing(entry, "body")
    assert said(body.left) == ["Welcome", "Come in.", "Benvenuti", "Entrate."]
    assert said(body.right) == ["歡迎", "請進。"]


@pytest.mark.parametrize(
    ("tag", "left", "right"),
    [("en", ["Come in."], []), ("zh-Hant", [], ["請進。"]), ("it", ["Entrate."], [])],
)
def test_what_is_not_translated_is_not_printed_twice(
    press: Press, tag: str, left: list[str], right: list[str]
) -> None:
    body = facing(press.entries(SECTIONS, {f"texts/welcome.{tag}.md": f"{(left + right)[0]}\n"})["texts/welcome"], "body")
    assert (said(body.left), said(body.right)) == (left, right)


def test_an_edition_of_one_language_faces_nothing(press: Press) -> None:
    entry = press.entries(SECTIONS, TEXTS, more="languages: [en]\n")["texts/welcome"]
    assert not any(isinstance(block, Facing) for block in entry.part("body"))


def test_one_language_after_the_other_loses_no_review_where_there_is_one(press: Press) -> None:
    sections = "  - films: {master: film, languages: after}"
    entry = press.entries(sections, more="languages: [en]\n")["films/cliff-walkers"]
    assert first_words(entry.part("review"))[0] == "Snow"
