"""The pipeline as a whole: faults gathered, files written whole or not at all, the same bytes every time."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from progprint.build import Job, build, check, dump, editions, fonts_report
from progprint.cli import main
from progprint.diag import BadInput, Severity
from small_festival import CLIFF, draw_picture, write_files, write_tiny

STILL = "still: {file: ../stills/cliff.jpg, credit: CMC}\n"
SECOND = """
title: {en: Second Film, zh-Hant: 第二部}
section: shorts
running_time: 10 min
screenings:
  - {at: 2027-03-03 20:00, venue: studio}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the content of two films."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    write_files(write_tiny(tmp_path / "content", film=CLIFF.lstrip() + STILL), {"films/second.yaml": SECOND})
    draw_picture(tmp_path / "content" / "stills" / "cliff.jpg")
    return tmp_path


def job(folder: Path, **more: object) -> Job:
    return Job(folder / "content", **{"use_cache": False, **more})  # type: ignore[arg-type]


def codes(given: Job) -> list[str]:
    with pytest.raises(BadInput) as bad:
        build(given)
    return [f.code for f in bad.value.diagnostics if f.severity is Severity.ERROR]


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


# --- bad input -----------------------------------------------------------------------------------


def break_content(folder: Path) -> None:
    film = folder / "content" / "films" / "cliff-walkers.yaml"
    film.write_text(film.read_text("utf-8").replace("running_time", "runing_time"), "utf-8")


def test_faults_of_content_and_layout_are_told_at_once(folder: Path) -> None:
    break_content(folder)
    write_files(folder / "content", {"films/second.yaml": SECOND.replace("studio", "nowhere")})
    write_files(
        folder / "layouts",
        {
            "ours.yaml": (
                "extends: booklet\nstyles:\n  body: {sise: 9pt}\nfamilies:\n  text: {latin: No Such Font}\n"
            )
        },
    )
    with pytest.raises(BadInput) as bad:
        build(job(folder, layout="ours"))
    found = [f for f in bad.value.diagnostics if f.severity is Severity.ERROR]
    places = {f.source.file.rsplit("/", 1)[-1] for f in found}
    assert {"cliff-walkers.yaml", "second.yaml", "ours.yaml"} <= places
    assert all(f.source.line and f.excerpt for f in found if f.source.file.endswith(".yaml"))
    assert any("running_time" in f.hint for f in found)
    assert any("size" in f.hint for f in found)


def test_a_font_that_is_not_there_is_told_with_the_rest(folder: Path) -> None:
    write_files(
        folder / "layouts",
        {
            "ours.yaml": (
                "extends: booklet\nstyles:\n  body: {sise: 9pt}\nfamilies:\n  text: {latin: No Such Font}\n"
            )
        },
    )
    with pytest.raises(BadInput) as bad:
        build(job(folder, layout="ours"))
    assert any("No Such Font" in f.message for f in bad.value.diagnostics)


def test_a_font_that_is_not_there_is_an_error(folder: Path) -> None:
    write_files(
        folder / "layouts", {"ours.yaml": "extends: booklet\nfamilies:\n  text: {latin: No Such Font}\n"}
    )
    with pytest.raises(BadInput) as bad:
        build(job(folder, layout="ours"))
    assert any("No Such Font" in f.message for f in bad.value.diagnostics if f.severity is Severity.ERROR)


@pytest.mark.parametrize(
    ("wrong", "code", "hint"),
    [
        ({"only": "cliff-walker"}, "wrong-use-film", "cliff-walkers"),
        ({"only": "nothing-like-it"}, "wrong-use-film", "there are:"),
        ({"venue": "arenna"}, "wrong-use-venue", "arena"),
        ({"date": date(2027, 3, 9)}, "wrong-use-date", "2027-03-01"),
        ({"layout": "bookelt"}, "wrong-use-layout", "booklet"),
        ({"layout": "zzzzzzz"}, "wrong-use-layout", "schedule"),
    ],
)
def test_wrong_use_has_codes_of_its_own(folder: Path, wrong: dict[str, object], code: str, hint: str) -> None:
    with pytest.raises(BadInput) as bad:
        build(job(folder, **wrong))
    (one,) = [f for f in bad.value.diagnostics if f.severity is Severity.ERROR]
    assert one.code == code
    assert hint in one.hint


@pytest.mark.parametrize("action", [build, check, lambda j: list(dump(j)), lambda j: list(fonts_report(j))])
def test_every_command_refuses_bad_input_alike(folder: Path, action: object) -> None:
    break_content(folder)
    with pytest.raises(BadInput):
        action(job(folder))  # type: ignore[operator]


def test_an_error_leaves_the_old_output_as_it_was(folder: Path) -> None:
    out = folder / "out" / "booklet.pdf"
    build(job(folder))
    before = (digest(out), out.stat().st_mtime_ns, out.stat().st_ino)
    break_content(folder)
    assert "unknown-key" in codes(job(folder))
    assert (digest(out), out.stat().st_mtime_ns, out.stat().st_ino) == before
    assert sorted(p.name for p in out.parent.iterdir()) == ["booklet.pdf"]


def test_an_error_makes_no_folder(folder: Path) -> None:
    break_content(folder)
    codes(job(folder))
    assert not (folder / "out").exists()


@pytest.fixture
def closed(folder: Path) -> Iterator[Path]:
    """A folder that nobody may write in; root may all the same, so that there it is a file."""
    place = folder / "closed"
    place.mkdir()
    (place / "booklet.pdf").write_bytes(b"old")
    place.chmod(0o500)
    if os.access(place, os.W_OK):
        place.chmod(0o700)
        place = place / "booklet.pdf"
    yield place
    place.chmod(0o700)


def test_a_folder_that_cannot_be_written_in_is_told_in_one_line(
    folder: Path,
    closed: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["build", "booklet", "--no-cache", "-o", str(closed / "booklet.pdf")]) in (1, 2)
    said = capsys.readouterr().err
    assert "error:" in said and "Traceback" not in said
    assert said.strip().splitlines()[-1].startswith(str(closed)) or "nothing was written" in said


def test_a_file_in_the_place_of_a_folder_is_told_before_a_page_is_made(folder, capsys) -> None:
    (folder / "closed").write_bytes(b"old")
    assert main(["build", "booklet", "--no-cache", "-o", str(folder / "closed" / "booklet.pdf")]) == 2
    assert "is a file, and" in capsys.readouterr().err
    assert (folder / "closed").read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="needs resource limits")
def test_a_full_disk_leaves_the_old_file(folder: Path) -> None:
    """A limit on the size of files stands for a disk that is full."""
    import resource
    import signal

    out = folder / "booklet.pdf"
    out.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        assert codes(job(folder, output=out)) == ["cannot-write"]
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert out.read_bytes() == b"old"
    assert [p.name for p in folder.iterdir() if p.name.startswith(".booklet")] == []


def test_warnings_are_written_and_strict_refuses_them(folder: Path) -> None:
    built = build(job(folder))
    assert {f.severity for f in built.diagnostics} <= {Severity.WARNING, Severity.INFO}
    assert any(f.code == "unknown-role" for f in built.diagnostics)
    assert "unknown-role" in codes(job(folder, strict=True, output=folder / "strict.pdf"))
    assert not (folder / "strict.pdf").exists()


def test_strict_writes_nothing_for_a_soft_picture(folder: Path) -> None:
    """Its resolution is known before anything is written."""
    write_tiny(folder / "content", film=CLIFF.replace("Wire Choreography", "editing").lstrip() + STILL)
    draw_picture(folder / "content" / "stills" / "cliff.jpg", (300, 200))
    assert codes(job(folder, strict=True, output=folder / "strict.pdf")) == ["low-resolution"]
    assert not (folder / "strict.pdf").exists()


def test_a_soft_picture_that_is_allowed_is_printed_by_a_strict_build(folder: Path) -> None:
    allow = "allow:\n  - {rule: low-resolution, because: the only still there is}\n"
    film = CLIFF.replace("Wire Choreography", "editing").lstrip() + STILL + allow
    write_tiny(folder / "content", film=film)
    draw_picture(folder / "content" / "stills" / "cliff.jpg", (300, 200))
    built = build(job(folder, strict=True, output=folder / "strict.pdf"))
    assert (folder / "strict.pdf").exists()
    assert not [d for d in built.diagnostics if d.severity is Severity.ERROR]


# --- the same bytes ------------------------------------------------------------------------------


def test_two_builds_are_the_same_bytes_from_any_folder_cold_or_kept(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files = [folder / f"{n}.pdf" for n in range(4)]
    build(job(folder, output=files[0]))
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    build(job(folder, output=files[1], use_cache=True))
    build(job(folder, output=files[2], use_cache=True))
    assert (elsewhere / ".progprint_cache").is_dir()
    monkeypatch.chdir(folder)
    build(replace(job(folder, output=files[3]), content=Path("content")))
    assert len({digest(f) for f in files}) == 1


def test_a_moved_festival_is_the_same_bytes(folder: Path) -> None:
    build(job(folder, output=folder / "one.pdf"))
    (folder / "moved").mkdir()
    (folder / "content").rename(folder / "moved" / "content")
    build(job(folder / "moved", output=folder / "two.pdf"))
    assert digest(folder / "one.pdf") == digest(folder / "two.pdf")


def test_after_an_edit_the_cache_gives_what_a_cold_build_gives(folder: Path) -> None:
    build(job(folder, output=folder / "before.pdf", use_cache=True))
    film = folder / "content" / "films" / "cliff-walkers.yaml"
    film.write_text(film.read_text("utf-8").replace("Snow falls", "Rain falls"), "utf-8")
    build(job(folder, output=folder / "kept.pdf", use_cache=True))
    build(job(folder, output=folder / "cold.pdf"))
    assert digest(folder / "kept.pdf") == digest(folder / "cold.pdf") != digest(folder / "before.pdf")


def test_another_picture_under_the_same_name_is_seen(folder: Path) -> None:
    still = folder / "content" / "stills" / "cliff.jpg"
    build(job(folder, output=folder / "before.pdf", use_cache=True))
    draw_picture(still, colour=(200, 20, 20))
    build(job(folder, output=folder / "kept.pdf", use_cache=True))
    build(job(folder, output=folder / "cold.pdf"))
    assert digest(folder / "kept.pdf") == digest(folder / "cold.pdf") != digest(folder / "before.pdf")


def test_a_damaged_cache_file_is_no_obstacle(folder: Path) -> None:
    build(job(folder, output=folder / "one.pdf", use_cache=True))
    for file in (folder / ".progprint_cache").glob("*.sqlite"):
        file.write_bytes(b"nonsense" * 100)
    build(job(folder, output=folder / "two.pdf", use_cache=True))
    assert digest(folder / "one.pdf") == digest(folder / "two.pdf")


def test_the_date_is_the_festivals_or_the_one_given(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(job(folder, output=folder / "one.pdf"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    build(job(folder, output=folder / "two.pdf"))
    with pikepdf.open(folder / "one.pdf") as one, pikepdf.open(folder / "two.pdf") as two:
        assert str(one.docinfo["/CreationDate"]).startswith("D:20270301")
        assert str(two.docinfo["/CreationDate"]).startswith("D:20270115")


# --- parts ---------------------------------------------------------------------------------------


def test_only_one_film(folder: Path) -> None:
    built = build(job(folder, only="cliff-walkers", output=folder / "one.pdf"))
    text = "\n".join(dump(job(folder, only="cliff-walkers")))
    assert "Cliff Walkers" in text and "Second Film" not in text
    assert built.pages in (2, 3)
    assert "reference-lost" not in [f.code for f in built.diagnostics]


def test_only_one_film_is_its_spread_and_nothing_else(folder: Path) -> None:
    pages = re.findall(r"^page (\d+) (\w+).*? (\S+)$", "\n".join(dump(job(folder, only="second"))), re.M)
    assert [name for *_, name in pages if name != "blank"] == ["films/second"] * 2
    assert [side for _, side, name in pages if name != "blank"] == ["verso", "recto"]


def test_a_range_of_pages(folder: Path) -> None:
    whole = build(job(folder, output=folder / "whole.pdf"))
    part = build(job(folder, output=folder / "part.pdf", pages=(2, 4)))
    assert (part.pages, whole.pages > 4) == (3, True)
    with pikepdf.open(folder / "part.pdf") as pdf:
        assert len(pdf.pages) == 3
    lines = list(dump(job(folder, pages=(2, 4))))
    assert [line.split()[1] for line in lines if line.startswith("page ")] == ["2", "3", "4"]


def test_pictures_of_pages(folder: Path) -> None:
    built = build(job(folder, png=folder / "png", pages=(1, 2)))
    assert [p.name for p in built.pictures] == ["page-001.png", "page-002.png"]
    from PIL import Image

    with Image.open(built.pictures[0]) as image:
        # A5 and 3 mm of bleed at 150 dpi
        assert image.size == pytest.approx((154 / 25.4 * 150, 216 / 25.4 * 150), abs=2)


def test_the_screen_has_links_and_print_has_none(folder: Path) -> None:
    build(job(folder, output=folder / "print.pdf"))
    build(job(folder, output=folder / "screen.pdf", purpose="screen"))
    with pikepdf.open(folder / "print.pdf") as paper, pikepdf.open(folder / "screen.pdf") as screen:
        assert not any("/Annots" in page for page in paper.pages)
        assert any("/Annots" in page for page in screen.pages)
        assert len(paper.pages) == len(screen.pages)
        for annotation in (a for page in screen.pages for a in page.get("/Annots", [])):
            assert int(annotation["/F"]) & 4


def test_sheets_of_a_day_and_a_venue(folder: Path) -> None:
    every = list(dump(job(folder, layout="schedule")))
    day = list(dump(job(folder, layout="schedule", date=date(2027, 3, 3))))
    venue = list(dump(job(folder, layout="schedule", date=date(2027, 3, 1), venue="arena")))

    def sheets(lines: list[str]) -> set[str]:
        return {line.split()[-1] for line in lines if line.startswith("page ")}

    assert len(sheets(day)) < len(sheets(every))
    assert all("2027-03-03" in sheet for sheet in sheets(day))
    assert {s for s in sheets(venue) if s.startswith("run-sheet")} == {"run-sheet/2027-03-01/arena"}
    assert not any("second" in line.lower() for line in venue if line.startswith("  text"))


def test_progress_is_told(folder: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(job(folder, progress=lambda *step: told.append(step)))
    made = [step for step in told if step[0] != "preflight"]
    looked = told[len(made):]
    assert all(rows[-1][1] == rows[-1][2] == len(rows) for rows in (made, looked))
    assert {what for what, _, _ in looked} == {"preflight"}


def test_check_writes_nothing_and_finds_what_a_build_finds(folder: Path) -> None:
    found = check(job(folder))
    assert sorted(p.name for p in folder.iterdir()) == ["content"]
    built = build(job(folder))
    assert {f.code for f in found} == {f.code for f in built.diagnostics} - {"press-counsel"}


def test_the_report_of_fonts_names_files_and_what_is_missing(folder: Path) -> None:
    lines = list(fonts_report(job(folder)))
    assert any(line.startswith("Source Serif 4") for line in lines)
    assert lines[-1] == "Every character of the content has a glyph."


def test_the_report_of_fonts_names_characters_that_no_font_has(folder: Path) -> None:
    film = folder / "content" / "films" / "cliff-walkers.yaml"
    film.write_text(film.read_text("utf-8").replace("Snow falls", "Snow \U00013000 falls"), "utf-8")
    assert any("U+13000" in line for line in fonts_report(job(folder)))


def test_the_command_line_reaches_the_pipeline(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit codes of the whole: 0 written, 1 refused, 2 wrong use; never a traceback."""
    assert main(["build", "booklet", "--no-cache"]) == 0
    assert main(["build", "booklet", "--no-cache", "--only", "nothing"]) == 2
    break_content(folder)
    assert main(["build", "booklet", "--no-cache"]) == 1
    output, faults = capsys.readouterr()
    assert output.startswith("out/booklet.pdf: ")
    assert "did you mean `running_time`?" in faults
    assert "Traceback" not in faults


def test_a_dry_run_writes_nothing_and_finds_what_a_build_finds(folder: Path) -> None:
    dry = build(Job(Path("content"), dry=True, use_cache=False))
    assert (dry.file, (folder / "out").exists()) == (None, False)
    written = build(Job(Path("content"), use_cache=False))
    of_content = {d for d in written.diagnostics if d.code != "press-counsel"}
    assert (dry.pages, set(dry.diagnostics)) == (written.pages, of_content)


def test_a_proof_has_guides_and_leaves_the_kept_pages_as_they_were(folder: Path) -> None:
    plain = build(Job(Path("content")))
    assert plain.file is not None
    before = plain.file.read_bytes()
    proof = build(Job(Path("content"), guides=True))
    assert proof.file == Path("out/booklet-proof.pdf") and proof.file.read_bytes() != before
    with pikepdf.open(proof.file) as document:
        assert str(document.docinfo["/Title"]) == "Tiny Festival (proof)"
    build(Job(Path("content")))
    assert plain.file.read_bytes() == before


def test_spreads_and_contact_sheets(folder: Path) -> None:
    built = build(Job(Path("content"), spreads=True, purpose="screen", png=Path("png"), contact=Path("c.png")))
    with pikepdf.open(built.file) as document:
        assert len(document.pages) == built.pages // 2 + 1
    assert [file.name for file in built.pictures][:2] == ["page-001.png", "page-002-003.png"]
    assert built.contact == (Path("c.png"),) and Path("c.png").is_file()


def test_an_edition_speaks_one_language_and_has_its_own_file(folder: Path) -> None:
    one, other = editions(job(folder, layout="pocket", contact=Path("out/c.png")))
    assert (one.languages, other.languages) == (("en",), ("zh-Hant",))
    assert (one.file, other.contact) == (Path("out/pocket.en.pdf"), Path("out/c.zh-Hant.png"))
    text = "\n".join(dump(replace(other, contact=None)))
    assert "懸崖之上" in text and "Second Film" not in text


def test_a_language_the_festival_does_not_have_is_told(folder: Path) -> None:
    assert codes(job(folder, languages=("zh-Hand",))) == ["wrong-use-languages"]
