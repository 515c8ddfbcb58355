"""The house newsprint programme: everything on the black plate, films one after the other, several days on a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from progprint.diag import Severity
from progprint.pages.dump import dump
from progprint.programme import read_programme
from shown import Shown, shared_folder, show, squeezed
from strangers.festivals import write_stranger

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"
#: operators that set a colour; those of CMYK and grey are looked into
COLOURS = {"rg", "RG", "g", "G", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}


@pytest.fixture(scope="session")
def newsprint(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    folder = shared_folder(tmp_path_factory, "sample-monochrome")
    return show(folder, lambda _: CONTENT, "monochrome", purposes=("print",))


def colours(file: Path) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Every colour that pages and their forms set."""
    with pikepdf.open(file) as pdf:
        streams = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"]
        for stream in (*pdf.pages, *streams):
            for operands, operator in pikepdf.parse_content_stream(stream):
                if str(operator) in COLOURS:
                    yield str(operator), tuple(float(value) for value in operands)


def test_it_builds(newsprint: Shown) -> None:
    assert [f for f in newsprint.findings if f.severity is Severity.ERROR] == []
    assert not {"no-frame", "unused-swatch", "unused-pattern", "keep-broken"} & {f.code for f in newsprint.findings}


def test_everything_is_on_the_black_plate(newsprint: Shown) -> None:
    found = set(colours(newsprint.print_file))
    assert found
    assert {operator for operator, _ in found} <= {"k", "K", "g", "G"}
    assert {plates[:3] for operator, plates in found if operator in "kK"} == {(0.0, 0.0, 0.0)}
    with pikepdf.open(newsprint.print_file) as file:
        images = [o for o in file.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
        assert {str(image.ColorSpace) for image in images} == {"/DeviceGray"}


def test_every_film_with_its_review_and_screenings_is_printed(newsprint: Shown) -> None:
    programme, _ = read_programme(CONTENT)
    assert programme is not None
    printed = squeezed("".join(newsprint.texts))
    for entry in (*programme.films, *programme.shorts):
        assert squeezed(entry.title.main.text) in printed
        assert all(slot.code in printed for slot in entry.screenings)
    # a paragraph goes over columns: its beginning stands together
    for film in programme.films:
        for form in film.review.text.forms if film.review else ():
            first = squeezed("".join(w.text for w in form.paragraphs[0].words))[:12]
            assert first.casefold() in printed.casefold() or not first.isalnum(), film.slug


def test_two_days_stand_on_a_page(newsprint: Shown) -> None:
    pages = [page for page in newsprint.booklet.pages if page.name == "schedule-grid"]
    assert len(pages) == 5


def test_its_pages_stay_as_they_are(newsprint: Shown, golden: Callable[[str, str], None]) -> None:
    """The front page, and a page of days."""
    chosen = tuple(page for page in newsprint.booklet.pages if page.number in (1, 3))
    lines = dump(replace(newsprint.booklet, pages=chosen))
    # faces are named by the hash of their files, pictures by their place
    plain = (re.sub(r"(?<= )\S+-[0-9a-f]{8} (?=\|)|/\S*/(?=content/)", "", line) for line in lines)
    golden("monochrome.txt", "\n".join(plain) + "\n")


@pytest.mark.parametrize("name", ["japanese", "korean", "single", "bare"])
def test_any_festival_prints_in_black(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = shared_folder(tmp_path_factory, f"monochrome-{name}")
    shown = show(folder, lambda place: write_stranger(name, place), "monochrome", purposes=("print",))
    assert [f for f in shown.findings if f.severity is Severity.ERROR] == []
    assert {plates[:3] for operator, plates in colours(shown.print_file) if operator in "kK"} == {(0.0, 0.0, 0.0)}
