"""Typed words -> what the build is asked for, what is printed where, and the exit code."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from progprint.build import Built, Job
from progprint.cli import main
from progprint.diag import BadInput, Diagnostic, Severity, Source

WARNING = Diagnostic(Severity.WARNING, "unknown-role", "unknown role", Source("films/x.yaml", 2, 5))
ERROR = Diagnostic(
    Severity.ERROR, "unknown-key", "unknown key `runing_time`", Source("films/x.yaml", 1, 1),
    "did you mean `running_time`?",
)


def built(*found: Diagnostic, pages: int = 56, pictures: tuple[Path, ...] = ()):
    return lambda job: Built(found, Path("out/booklet.pdf"), pages, pictures)


def refused(*found: Diagnostic):
    def answer(job):
        raise BadInput(found)

    return answer


def test_a_bare_build_uses_the_defaults_and_says_one_line(stage, capsys):
    assert main(["build", "booklet"]) == 0
    (job,) = stage.jobs
    assert (job.content, job.layout, job.output) == (Path("content"), "booklet", None)
    assert (job.only, job.pages, job.purpose, job.png) == ("", None, "print", None)
    assert (job.strict, job.use_cache) == (False, True)
    assert capsys.readouterr() == ("out/booklet.pdf: 56 pages\n", "")


def test_every_option_reaches_the_build(stage, tmp_path):
    (tmp_path / "ours").mkdir()
    assert main([
        "build", "booklet", "--content", "ours", "--layout", "pocket.yaml", "-o", "x.pdf",
        "--only", "paper-moon", "--pages", "4-9", "--png", "pictures", "--for", "screen",
        "--strict", "--no-cache", "--refit", "paper-moon", "--refit", "last-bus",
    ]) == 0
    (job,) = stage.jobs
    assert job.refit == ("paper-moon", "last-bus")
    assert (job.content, job.layout, job.output) == (Path("ours"), "pocket.yaml", Path("x.pdf"))
    assert (job.only, job.pages, job.purpose, job.png) == ("paper-moon", (4, 9), "screen", Path("pictures"))
    assert (job.strict, job.use_cache) == (True, False)


@pytest.mark.parametrize(("wanted", "purpose", "profile"), [
    ("print", "print", ""), ("screen", "screen", ""), ("newsprint", "print", "newsprint"),
    ("shops/ours.yaml", "print", "shops/ours.yaml"),
])
def test_a_press_is_named_where_print_or_screen_is(stage, wanted, purpose, profile):
    for command in ("booklet", "schedule"):
        assert main(["build", command, "--for", wanted]) == 0
    assert {(job.purpose, job.profile) for job in stage.jobs} == {(purpose, profile)}


def test_marks_are_as_the_press_likes_them_unless_asked_for(stage):
    assert main(["build", "booklet"]) == main(["build", "booklet", "--marks", "off"]) == 0
    assert [job.marks for job in stage.jobs] == ["", "off"]


def test_the_schedule_is_a_layout_of_its_own_with_day_and_venue(stage):
    assert main(["build", "schedule", "--date", "2021-06-24", "--venue", "arena"]) == 0
    (job,) = stage.jobs
    assert (job.layout, job.date, job.venue) == ("schedule", date(2021, 6, 24), "arena")


@pytest.mark.parametrize(("text", "pages"), [
    ("4-9", (4, 9)), ("4–9", (4, 9)), ("7", (7, 7)), (" 1 - 2 ", (1, 2)),
])
def test_ranges_of_pages(stage, text, pages):
    assert main(["build", "booklet", "--pages", text]) == 0
    assert stage.jobs[0].pages == pages


@pytest.mark.parametrize("arguments", [
    ["build", "booklet", "--pages", "9-4"],
    ["build", "booklet", "--pages", "0"],
    ["build", "booklet", "--pages", "all"],
    ["build", "booklet", "--content", "nowhere"],
    ["build", "schedule", "--date", "24.6.2021"],
    ["build", "poster"],
    ["build", "booklet", "--quick"],
    ["new"],
])
def test_wrong_use_is_two_and_never_reaches_the_build(stage, capsys, arguments):
    assert main(arguments) == 2
    assert stage.jobs == []
    output, faults = capsys.readouterr()
    assert output == ""
    assert "Error: " in faults
    assert "Traceback" not in faults


def test_a_misspelt_command_is_answered_with_the_right_one(stage, capsys):
    assert main(["build", "bookelt"]) == 2
    shown = capsys.readouterr().err
    assert "Did you mean" in shown and "'booklet'" in shown


def test_each_layout_of_the_house_and_at_hand_is_a_command(tmp_path, monkeypatch):
    from progprint.cli.layouts import programme_layouts
    from progprint.design import layout_names

    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "ours.yaml").write_text("extends: pocket\n")
    monkeypatch.chdir(tmp_path)
    assert {*programme_layouts(), "booklet", "schedule"} == {*layout_names(tmp_path)}
    assert {"ours", "pocket"} <= set(programme_layouts())


def test_a_layout_builds_by_its_name(stage, capsys):
    assert main(["build", "pocket", "--help"]) == 0
    assert "[default: pocket]" in capsys.readouterr().out


def test_inside_the_content_folder_the_way_out_is_named(stage, capsys, monkeypatch, tmp_path):
    (tmp_path / "content" / "festival.yaml").write_text("name: X\n")
    monkeypatch.chdir(tmp_path / "content")
    assert main(["build", "booklet"]) == 2
    assert "--content ." in " ".join(capsys.readouterr().err.split())


def test_warnings_are_printed_and_counted_and_the_exit_is_zero(stage, capsys):
    stage.answer = built(WARNING, replace(WARNING, code="far-date"))
    assert main(["build", "booklet"]) == 0
    output, faults = capsys.readouterr()
    assert output == "out/booklet.pdf: 56 pages, 2 warnings\n"
    assert "films/x.yaml:2:5: warning: unknown role [unknown-role]" in faults


def test_errors_leave_one_and_say_that_nothing_was_written(stage, capsys):
    stage.answer = refused(ERROR, WARNING)
    assert main(["build", "booklet"]) == 1
    output, faults = capsys.readouterr()
    assert output == ""
    assert faults.endswith("1 error, 1 warning: nothing was written\n")
    assert "hint: did you mean `running_time`?" in faults


def test_an_unknown_slug_is_wrong_use(stage, capsys):
    stage.answer = refused(Diagnostic(
        Severity.ERROR, "wrong-use-only", "no entry `paper-mon`", hint="did you mean `paper-moon`?",
    ))
    assert main(["build", "booklet", "--only", "paper-mon"]) == 2
    assert "did you mean `paper-moon`?" in capsys.readouterr().err


@pytest.mark.parametrize("answer", ["built", "refused"])
def test_json_is_an_array_alone_on_standard_output(stage, capsys, answer):
    stage.answer = built(WARNING) if answer == "built" else refused(WARNING)
    main(["build", "booklet", "--json"])
    output, faults = capsys.readouterr()
    assert json.loads(output) == [{
        "severity": "warning", "code": "unknown-role", "message": "unknown role", "file": "films/x.yaml",
        "line": 2, "column": 5, "hint": "", "excerpt": "",
    }]
    assert ("56 pages" in faults) == (answer == "built")


def test_pictures_are_counted(stage, capsys):
    stage.answer = built(pages=1, pictures=(Path("a.png"), Path("b.png")))
    assert main(["build", "booklet", "--png", "pictures"]) == 0
    assert capsys.readouterr().out == "out/booklet.pdf: 1 page\npictures: 2 pictures\n"


@pytest.mark.parametrize(("found", "code"), [((), 0), ((WARNING,), 0), ((ERROR, WARNING), 1)])
def test_check_exits_with_one_only_for_errors(stage, capsys, found, code):
    stage.found = lambda job: found
    assert main(["check"]) == code
    output, faults = capsys.readouterr()
    assert output == ""
    assert faults.splitlines()[-1] == ("nothing found", "1 warning", "1 error, 1 warning")[len(found)]


def test_check_takes_the_layout_and_the_entry(stage):
    main(["check", "--layout", "pocket", "--only", "x", "--strict"])
    (job,) = stage.jobs
    assert (job.layout, job.only, job.strict) == ("pocket", "x", True)


def test_dump_prints_lines(stage, capsys):
    assert main(["dump", "--pages", "2"]) == 0
    assert capsys.readouterr() == ("page 1\n懸崖之上\n", "")
    assert (stage.jobs[0].pages, stage.unused) == ((2, 2), False)


def test_dump_of_what_is_left_out(stage):
    assert main(["dump", "--unused"]) == 0
    assert stage.unused is True


def test_a_report_that_cannot_be_made_gives_the_findings(stage, capsys):
    def lines(job):
        yield "page 1"
        raise BadInput((ERROR,))

    stage.lines = lines
    for command in ("dump", "fonts"):
        assert main([command]) == 1
        assert "1 error" in capsys.readouterr().err


def test_fonts_prints_lines(stage, capsys):
    assert main(["fonts", "--layout", "pocket"]) == 0
    assert capsys.readouterr().out == "page 1\n懸崖之上\n"
    assert stage.jobs[0].layout == "pocket"


def test_version(capsys):
    from progprint import __version__

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"progprint {__version__}\n"


def test_no_words_at_all_give_the_help(capsys):
    assert main([]) in (0, 2)
    assert "build" in "".join(capsys.readouterr())


def test_proofs_and_contact_sheets_reach_the_build(stage, capsys):
    assert main(["build", "booklet", "--guides", "--contact", "c.png", "--dry-run"]) == 0
    (job,) = stage.jobs
    assert (job.guides, job.contact, job.dry, job.spreads) == (True, Path("c.png"), True, False)
    assert main(["build", "booklet", "--spreads", "--for", "print"]) == 0
    assert (stage.jobs[1].spreads, stage.jobs[1].purpose) == (True, "screen")


def test_a_proof_never_takes_the_place_of_the_press_file():
    job = Job(Path("content"))
    assert replace(job, guides=True).file == Path("out/booklet-proof.pdf")
    assert replace(job, guides=True, pages=(2, 3)).file == Path("out/booklet-part-proof.pdf")
    assert replace(job, spreads=True).file == Path("out/booklet-spreads.pdf")


def test_what_was_not_written_is_said(stage, capsys):
    stage.answer = lambda job: Built((WARNING,), None, 56)
    assert main(["build", "booklet", "--dry-run"]) == 0
    assert capsys.readouterr().out == "nothing written: 56 pages, 1 warning\n"


def test_contact_sheets_are_named(stage, capsys):
    stage.answer = lambda job: Built((), Path("out/booklet.pdf"), 56, (), (Path("c-1.png"), Path("c-2.png")))
    assert main(["build", "booklet", "--contact", "c.png"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["c-1.png", "c-2.png"]


def test_languages_of_an_edition_name_its_file(stage):
    assert main(["build", "booklet", "--languages", "zh-Hant, en"]) == 0
    (job,) = stage.jobs
    assert job.languages == ("zh-Hant", "en")
    assert job.file == Path("out/booklet.zh-Hant.en.pdf")


@pytest.mark.parametrize("tags", ["en,en", "en,,ja", ","])
def test_languages_that_are_no_list_are_refused(stage, capsys, tags):
    assert main(["build", "booklet", "--languages", tags]) == 2
    assert "is no list of languages" in capsys.readouterr().err
    assert not stage.jobs


@pytest.mark.parametrize("option", [["-o", "x.pdf"], ["--json"]])
def test_editions_are_files_of_their_own(stage, capsys, option):
    assert main(["build", "booklet", "--editions", *option]) == 2
    assert "one edition at a time" in capsys.readouterr().err
