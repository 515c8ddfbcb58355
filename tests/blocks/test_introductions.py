"""What a section's opener may show beside its name and its films."""

from __future__ import annotations

from blocks.conftest import Press
from progprint.blocks.introductions import introduction
from progprint.blocks.types import Fill
from progprint.style import Ink
from small_books import said
from small_festival import CLIFF, FESTIVAL

RED = Ink(0, 1, 1, 0, "red")
NAMED = "  competition: {name: {en: Competition, zh-Hant: 競賽}}\n"


def shown(press: Press, section: str = "", film: str = CLIFF):
    festival = FESTIVAL.replace(NAMED, f"{NAMED.rstrip()[:-1]}{section}}}\n")
    house = press.house(film=film, festival=festival)
    first = house.desk.programme.festival.sections[0]
    return introduction(house.desk, first, tuple(house.entries.values()), RED)


def picture(press: Press, section: str = "", film: str = CLIFF) -> str:
    (fill,) = shown(press, section, film)["opener-picture"]
    assert isinstance(fill, Fill) and fill.ink == RED
    return fill.picture.file.rpartition("/")[2] if fill.picture else ""


def test_the_picture_is_the_sections_own_else_its_first_stills_else_its_colour(press: Press) -> None:
    still = CLIFF + "still: ../stills/film.jpg\n"
    assert picture(press, ", picture: stills/own.jpg", still) == "own.jpg"
    assert picture(press, "", still) == "film.jpg"
    assert picture(press) == ""


def test_its_text_is_set_in_the_languages_of_the_book(press: Press) -> None:
    found = shown(press, ", text: {en: Eight films., zh-Hant: 八部影片。}")
    assert said(found["opener-text"]) == ["Eight films.", "八部影片。"]
    assert shown(press)["opener-text"] == ()


def test_films_are_counted_in_each_language(press: Press) -> None:
    assert said(shown(press)["opener-count"]) == ["1 film · 1 部影片"]
