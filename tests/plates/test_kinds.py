"""Every kind of paint: our plates against arithmetic, pdf_oxide's and Ghostscript's."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
import pytest
from kinds import KINDS, Kind, write_kinds
from readers import File, coarse, ghostscript, most_ink, ours, oxide, read, tiffsep

CASES = list(enumerate(KINDS))
NAMES = [one.name for one in KINDS]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[File]:
    path = tmp_path_factory.mktemp("kinds") / "kinds.pdf"
    write_kinds(path)
    with pikepdf.open(path) as pdf:
        yield read(pdf, path)


@pytest.mark.parametrize(("number", "one"), CASES, ids=NAMES)
def test_the_total_ink_of_each_kind_is_known(file: File, number: int, one: Kind) -> None:
    plates, unknown = ours(file, number)
    assert not unknown
    assert most_ink(plates) * 100 == pytest.approx(one.ink, abs=one.within)


@pytest.mark.parametrize(("number", "one"), [case for case in CASES if case[1].oxide],
                         ids=[one.name for one in KINDS if one.oxide])
def test_pdf_oxide_sees_the_same(file: File, number: int, one: Kind) -> None:
    theirs = most_ink(coarse(oxide(file, number)))
    assert most_ink(ours(file, number)[0]) * 100 == pytest.approx(theirs * 100, abs=one.within)


@pytest.mark.skipif(ghostscript() is None, reason="Ghostscript is not installed")
def test_ghostscript_sees_the_same(file: File) -> None:
    theirs = tiffsep(file, 0, len(KINDS) - 1)
    off = {one.name: (round(mine), round(other)) for one, mine, other in (
        (one, most_ink(ours(file, number)[0]) * 100, most_ink(coarse(theirs[number])) * 100) for number, one in CASES)
        if one.ghostscript and abs(mine - other) > one.within}
    assert not off
