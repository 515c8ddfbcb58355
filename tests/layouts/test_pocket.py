"""The house pocket guide with the sample, and with other people's festivals: everything it is for is in it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from progprint.diag import Severity
from progprint.geom import fits, mm
from progprint.pages.dump import dump
from progprint.pages.types import FillMark
from progprint.programme import read_programme
from shown import Shown, codes_of, decoded, extent, lines_of, shared_folder, show, squeezed
from strangers.festivals import write_stranger

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"


@pytest.fixture(scope="session")
def pocket(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    folder = shared_folder(tmp_path_factory, "sample-pocket")
    return show(folder, lambda _: CONTENT, "pocket", purposes=("print",))


def test_it_builds_and_nothing_stands_over_the_edge(pocket: Shown) -> None:
    assert {f.code for f in pocket.findings} <= {
        "unknown-role", "outside-festival", "padded", "grid-room", "picture-untagged", "press-counsel",
    }
    for page in pocket.booklet.pages:
        for mark in lines_of(page):
            assert fits(0, extent(mark).x) and fits(extent(mark).right, page.size[0]), mark.text


def test_every_film_its_makers_and_screenings_are_printed(pocket: Shown) -> None:
    programme, _ = read_programme(CONTENT)
    assert programme is not None
    printed = squeezed("".join(pocket.texts))
    for entry in (*programme.films, *programme.shorts):
        for lang in ("en", "zh-Hant"):
            words = entry.title.get(lang)
            assert words is None or squeezed(words.text) in printed, entry.slug
        for slot in entry.screenings:
            assert slot.code in printed
    for film in programme.films:
        assert all(squeezed(d.person.main.text) in printed for d in film.directors)
        assert film.year in printed
    for venue in programme.venues:
        assert all(squeezed(w.text) in printed for w in (*venue.name.forms, *venue.address.forms))


def test_its_pictures_are_grey(pocket: Shown) -> None:
    with pikepdf.open(pocket.print_file) as file:
        images = [o for o in file.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
        assert images
        assert {str(image.ColorSpace) for image in images} == {"/DeviceGray"}


def test_the_back_leads_to_the_site(pocket: Shown) -> None:
    programme, _ = read_programme(CONTENT)
    assert programme is not None
    assert decoded(pocket.print_file, len(pocket.booklet.pages)) == [programme.festival.site]
    (code,) = codes_of(pocket.booklet.pages[-1])
    assert code.box.width / code.side > mm(0.4)


def test_days_have_tabs_that_go_down_the_edge(pocket: Shown) -> None:
    tabs = []
    for page in pocket.booklet.pages:
        if page.name.startswith("schedule-grid"):
            tabs += [m.box.y for m in page.furniture if isinstance(m, FillMark)]
    assert len(tabs) == 9
    assert tabs == sorted(set(tabs))


def test_its_pages_stay_as_they_are(pocket: Shown, golden: Callable[[str, str], None]) -> None:
    """The key, a day and a page of films."""
    names = ["key", "schedule-grid/2021-06-26", "films"]
    chosen = tuple(next(p for p in pocket.booklet.pages if p.name == name) for name in names)
    lines = dump(replace(pocket.booklet, pages=chosen))
    # faces are named by the hash of their files
    golden("pocket.txt", "\n".join(re.sub(r"(?<= )\S+-[0-9a-f]{8} (?=\|)", "", line) for line in lines) + "\n")


@pytest.mark.parametrize("name", ["japanese", "korean", "single", "three", "extreme", "bare"])
def test_any_festival_fits_the_pocket(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = shared_folder(tmp_path_factory, f"pocket-{name}")
    shown = show(folder, lambda place: write_stranger(name, place), "pocket", purposes=("print",))
    assert [f for f in shown.findings if f.severity is Severity.ERROR] == []
    programme, _ = read_programme(folder / "content")
    assert programme is not None
    printed = squeezed("".join(shown.texts))
    assert all(squeezed(w.text) in printed for f in programme.films for w in f.title.forms[:1])
