"""How texts were fitted is kept: an untouched film looks tomorrow as it does today."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from progprint.blocks.types import Entry, Picture
from progprint.build import Job, build, check
from progprint.design.types import Design, Ladder, Rung
from progprint.diag import BadInput, Severity, Source
from progprint.geom import TOLERANCE
from progprint.pages.lock import Kept, digest_of, holding, lock_file, lock_text, read_lock
from progprint.style import Ink
from small_books import design_of, entry_of, para
from small_festival import CLIFF, PEOPLE, write_files, write_tiny

LAYOUT = """
extends: booklet
sections:
  - films: {master: film, room: spread, fit: [%s]}
"""
LADDER = "looseness, letter-space -1.5 %, size 8.3pt..7.5pt"
SENTENCE = "Snow falls in nearly every exterior, and nobody ever mistakes it for scenery. "
SLUGS = [f"film-{number:02d}" for number in range(8)]


def film(number: int, extra: str = "") -> str:
    """A film with a review that grows with its number: the later ones exceed their recto."""
    third = " ".join((SENTENCE * 9).split(" ")[: 104 + 2 * number])
    review = f"    {third}.\n\n    {third}{extra}.\n\n    {third}.\n"
    long = CLIFF.partition("  en: |\n")[0] + "  en: |\n" + review + "  zh-Hant: |" + CLIFF.partition("zh-Hant: |")[2]
    return long.replace("Cliff Walkers", f"Film {number}").partition("screenings:")[0]


def festival(folder: Path, **extra: str) -> Path:
    content = write_tiny(folder / "content", film="")
    write_files(content, {"people.yaml": PEOPLE})
    write_files(content, {f"films/{s}.yaml": film(n, extra.get(s, "")) for n, s in enumerate(SLUGS)})
    return content


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    festival(tmp_path)
    write_files(tmp_path, {"layouts/ours.yaml": LAYOUT % LADDER})
    return tmp_path


JOB = Job(Path("content"), "ours", Path("out.pdf"))
LOCK = Path("layouts/ours.lock.yaml")


def drawn(file: Path) -> list[bytes]:
    """What each page draws."""
    with pikepdf.open(file) as pdf:
        streams = []
        for page in pdf.pages:
            forms = page.resources.get("/XObject", {})
            page.contents_coalesce()
            own = [page.Contents] if "/Contents" in page else []
            streams.append(b"".join(s.read_bytes() for s in (*own, *(form for _, form in sorted(forms.items())))))
        return streams


def test_pages_of_films_that_did_not_change_are_identical_in_bytes(folder: Path) -> None:
    build(JOB)
    before, lock = drawn(Path("out.pdf")), LOCK.read_text("utf-8")
    used = {line.partition("fit: ")[2].partition(", of")[0] for line in lock.splitlines() if line.startswith("films")}
    assert len(used) > 1, "all films stand on one rung: nothing is tested"
    touched = SLUGS[::2]
    festival(folder, **dict.fromkeys(touched, " One word more."))
    # the ladder changes too: it would fit otherwise what is locked
    write_files(folder, {"layouts/ours.yaml": LAYOUT % "size 8.1pt, size 7.4pt"})
    build(JOB)
    after = drawn(Path("out.pdf"))
    assert len(after) == len(before)
    # page 1 is blank: films begin on versos
    same = [slug for n, slug in enumerate(SLUGS) if before[2 * n + 1 : 2 * n + 3] == after[2 * n + 1 : 2 * n + 3]]
    assert same == SLUGS[1::2]
    kept = {line for line in lock.splitlines() if line.partition(":")[0].removeprefix("films/") not in touched}
    assert kept <= set(LOCK.read_text("utf-8").splitlines())


def test_refit_frees_a_film_and_an_unknown_one_is_wrong_use(folder: Path) -> None:
    build(JOB)
    first = LOCK.read_text("utf-8")
    write_files(folder, {"layouts/ours.yaml": LAYOUT % "size 8.4pt..7.5pt"})
    build(JOB)
    assert LOCK.read_text("utf-8") == first
    build(replace(JOB, refit=("film-05",)))
    differ = [a for a, b in zip(first.splitlines(), LOCK.read_text("utf-8").splitlines(), strict=True) if a != b]
    assert [line.partition(":")[0] for line in differ] == ["films/film-05"]
    build(replace(JOB, refit=("all",)))
    assert "looseness" not in LOCK.read_text("utf-8")
    with pytest.raises(BadInput) as bad:
        build(replace(JOB, refit=("film-5",)))
    assert [f.code for f in bad.value.diagnostics if f.severity is Severity.ERROR] == ["wrong-use-film"]


def test_only_a_whole_build_writes_and_only_what_is_new(folder: Path) -> None:
    check(JOB)
    build(replace(JOB, only="film-01", output=Path("part.pdf")))
    build(replace(JOB, pages=(1, 2), output=Path("part.pdf")))
    assert not LOCK.exists()
    build(JOB)
    stamp = LOCK.stat().st_mtime_ns
    build(JOB)
    assert LOCK.stat().st_mtime_ns == stamp


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: [", 1), ("- a\n", 1), ("films/film-01: 3\nfilms/film-02: {fit: [], of: x}\n", 1),
     ("films/film-02: {fit: [], of: x}\nfilms/film-03: {fit: [sizes 8pt], of: y}\n", 2), ("\x00", 0)],
)  # fmt: skip
def test_a_damaged_lock_is_a_finding_and_no_more(text: str, line: int, tmp_path: Path) -> None:
    file = tmp_path / "x.lock.yaml"
    file.write_text(text, "utf-8")
    lock = read_lock(file)
    assert [f.code for f in lock.faults] == ["lock-damaged"]
    assert lock.faults[0].severity is Severity.WARNING
    assert not line or lock.faults[0].source.line == line


def test_a_lock_reads_as_it_was_written(tmp_path: Path) -> None:
    kept = {"films/b": Kept((Rung("picture"), Rung("letter-space", -0.015), Rung("size", 8.2)), "0f"), "films/a": Kept((), "1")}
    file = tmp_path / "x.lock.yaml"
    file.write_text(lock_text(kept), "utf-8")
    assert read_lock(file) == (kept, ())
    assert lock_text(kept).splitlines()[-2:] == [
        "films/a: {fit: [], of: 1}", "films/b: {fit: [picture, letter-space -1.5 %, size 8.2pt], of: 0f}",
    ]  # fmt: skip
    assert read_lock(tmp_path / "none.yaml") == ({}, ())


# --- what an entry says ---------------------------------------------------------------------------


@pytest.fixture
def design(tmp_path: Path) -> Design:
    return design_of(tmp_path)


def entry(text: str = "words", **more: object) -> Entry:
    parts = {"body": (para(text), Picture("/a.jpg", focus=(0.1, 0.2)))}
    return entry_of(parts=parts, room="page", **more)  # type: ignore[arg-type]


def test_what_moves_no_line_is_no_change(design: Design, tmp_path: Path) -> None:
    one = digest_of(entry(), design)
    red = replace(para("words").style, ink=Ink(0, 1, 1, 0))
    painted = para("words")._replace(style=red)
    elsewhere = para("words", source=Source("b.yaml", 9, 9))
    still = Picture("/elsewhere/b.jpg", focus=(0.9, 0.2), source=Source("c"))
    for same in (
        entry(ladder=Ladder((Rung("looseness"),), 10.0)),
        replace(entry(), parts=(("body", (elsewhere, still)),)),
        replace(entry(), parts=(("body", (painted, still)),)),
    ):
        assert digest_of(same, design) == one


def test_what_does_is_one(design: Design, tmp_path: Path) -> None:
    large = replace(para("words").style, size=11.0)
    span = para("words").spans[0]._replace(style=large)
    roomy = replace(design, page=design.page._replace(trim=(210.0, 300.0 + TOLERANCE)))
    found = [
        digest_of(entry(), design), digest_of(entry("other"), design), digest_of(replace(entry(), room="spread"), design),
        digest_of(replace(entry(), parts=(("body", (para("words")._replace(spans=(span,)),)),)), design),
        digest_of(entry(), roomy),
    ]  # fmt: skip
    assert len(set(found)) == len(found)


def test_a_changed_film_is_free(design: Design) -> None:
    kept = {"films/a": Kept((Rung("looseness"),), digest_of(entry(), design))}
    known = holding(read_lock(Path("none"))._replace(kept=kept), (), design)
    assert known(entry()) == (Rung("looseness"),)
    assert known(entry("other")) is None
    assert holding(read_lock(Path("none"))._replace(kept=kept), ("a",), design)(entry()) is None


def test_a_lock_lies_beside_its_layout_or_in_layouts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert lock_file(Path("ours/a.yaml")) == Path("ours/a.lock.yaml")
    assert lock_file(tmp_path.parent / "b.yaml") == Path("layouts/b.lock.yaml")
