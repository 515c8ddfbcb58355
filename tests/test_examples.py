"""The five changes that a designer makes in the first hour: each a small file, and right without a second look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from progprint.build import Job, MadeUp, make_up
from progprint.cache import NoCache
from progprint.diag import Severity
from progprint.geom import mm
from progprint.pages.types import Page, TextMark
from small_festival import CLIFF, draw_picture, write_files, write_tiny

EXAMPLES = Path(__file__).resolve().parent.parent / "docs" / "examples"
FILES = sorted(EXAMPLES.glob("*.yaml"))
STILL = "still: {file: ../stills/cliff.jpg, credit: CMC}\n"
TEXT = "# Welcome\n\nCome in and sit down.\n"

Make = Callable[[str], MadeUp]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Makes up the tiny festival with an example's layout."""
    film = CLIFF.lstrip().replace("Wire Choreography", "editing") + STILL
    content = write_tiny(tmp_path_factory.mktemp("examples") / "content", film=film)
    texts = {f"texts/{slug}.{tag}.md": TEXT for slug in ("welcome", "tickets") for tag in ("en", "zh-Hant")}
    write_files(content, texts)
    draw_picture(content / "stills" / "cliff.jpg", (3000, 2000))
    return lambda name: make_up(Job(content, str(EXAMPLES / f"{name}.yaml")), NoCache())


def film_pages(made: MadeUp) -> list[Page]:
    return [page for page in made.booklet.pages if page.name == "films/cliff-walkers"]


def lines(pages: list[Page]) -> Iterator[TextMark]:
    return (mark for page in pages for mark in page.marks if isinstance(mark, TextMark))


def test_there_are_a_colour_and_five_more() -> None:
    assert [file.stem for file in FILES] == [
        "chinese-first", "colour", "families", "one-page", "three-columns", "trim",
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_is_ten_lines_at_most_and_builds_without_a_finding(file: Path, made: Make) -> None:
    text = file.read_text("utf-8")
    assert text.startswith("extends: booklet\n") and text.count("\n") <= 10
    found = [f for f in made(file.stem).findings if f.severity is not Severity.INFO]
    assert found == []


def test_the_trim_takes_pictures_and_frames_along(made: Make) -> None:
    still, = (m for m in film_pages(made("trim"))[0].marks if type(m).__name__ == "ImageMark")
    assert made("trim").booklet.pages[0].size == pytest.approx((mm(170), mm(240)))
    assert still.box.width == pytest.approx(mm(170 + 2 * 3))
    assert still.box.bottom == pytest.approx(mm(240) * 0.465, abs=11)


def test_other_families_take_the_place_of_the_houses(made: Make) -> None:
    faces = {piece.face for line in lines(film_pages(made("families"))) for piece in line.pieces}
    review = [line for line in lines(film_pages(made("families"))) if line.style.startswith("review")]
    assert review and all("Sans" in piece.face for line in review for piece in line.pieces)
    assert any("SourceSerif" in face for face in faces)


def test_three_columns_share_two_to_one(made: Make) -> None:
    column = (mm(148 - 15 - 12) - 2 * mm(4)) / 3
    cast = [line.at.x for line in lines(film_pages(made("three-columns"))) if line.text.startswith("Cast")]
    assert cast == [pytest.approx(mm(12) + 2 * (column + mm(4)))]


def test_chinese_first_leads_in_chinese(made: Make) -> None:
    got = made("chinese-first")
    texts = [line.text for line in lines(film_pages(got))]
    assert got.booklet.lang == "zh-Hant"
    assert texts.index("張憲臣 Zhang Xianchen") >= 0
    titles = [line.text for line in lines(list(got.booklet.pages[:1])) if line.style == "cover-title"]
    assert titles == ["小影展", "Tiny Festival"]


def test_one_page_a_film_holds_still_story_and_screenings(made: Make) -> None:
    page, = film_pages(made("one-page"))
    said = " ".join(line.text for line in lines([page]))
    assert "懸崖之上" in said and "it keeps them" in said and "露天劇場" in said and "Zhang Yimou" in said
