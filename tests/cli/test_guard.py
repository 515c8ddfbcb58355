"""Whatever happens inside a command ends in a sentence and an exit code."""

from __future__ import annotations

import errno
import os
import subprocess
import sys

import pytest

from progprint.cli import main

HEAVY = (
    "reportlab", "uharfbuzz", "icu4py", "babel", "PIL", "pypdfium2", "yaml", "markdown_it", "qrcode",
    "pyphen",
)


def run(code: str, **more) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, **more)


def raises(fault: BaseException):
    def answer(job):
        raise fault

    return answer


@pytest.mark.parametrize("arguments", [
    ["--help"], ["--version"], ["build", "--help"], ["build", "booklet", "--help"],
    ["build", "schedule", "--help"], ["check", "--help"],
    ["dump", "--help"], ["fonts", "--help"], ["schema", "--help"], ["new", "--help"],
])
def test_help_loads_nothing_heavy(arguments):
    done = run(
        "import sys\nfrom progprint.cli import main\n"
        f"code = main({arguments!r})\n"
        f"print('LOADED', [m for m in {HEAVY!r} if m in sys.modules], code)"
    )
    assert done.stdout.splitlines()[-1] == "LOADED [] 0", done.stderr


def test_a_bug_is_one_sentence_that_asks_to_be_reported(stage, capsys):
    stage.answer = raises(ZeroDivisionError("division by zero"))
    assert main(["build", "booklet"]) == 3
    output, faults = capsys.readouterr()
    assert output == ""
    assert faults.startswith("This is a bug in progprint ")
    assert "ZeroDivisionError: division by zero" in faults
    assert "Traceback" not in faults


def test_a_bug_shows_its_traceback_when_asked(stage, capsys, monkeypatch):
    monkeypatch.setenv("PROGPRINT_DEBUG", "1")
    stage.answer = raises(ZeroDivisionError("division by zero"))
    assert main(["build", "booklet"]) == 3
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("number", [errno.EROFS, errno.ENOSPC, errno.EACCES])
def test_a_disk_that_refuses_is_an_error_with_the_path(stage, capsys, number):
    stage.answer = raises(OSError(number, os.strerror(number), "out/booklet.pdf"))
    assert main(["build", "booklet"]) == 1
    assert capsys.readouterr().err == f"out/booklet.pdf: error: {os.strerror(number)} [file-system]\n"


def test_an_interruption_is_quiet(stage, capsys):
    stage.answer = raises(KeyboardInterrupt())
    assert main(["build", "booklet"]) == 130
    assert capsys.readouterr() == ("", "")


def stand_in(lines: str) -> str:
    """A script that runs `dump` with these lines."""
    return (
        "import sys, types\n"
        "from progprint.cli import main\n"
        "module = types.ModuleType('progprint.build')\n"
        "module.Job = lambda **k: k\n"
        f"module.dump = lambda job, unused: ({lines})\n"
        "sys.modules['progprint.build'] = module\n"
        "sys.exit(main(['dump']))\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
@pytest.mark.parametrize("lines", ["'line %d' % n for n in range(200000)", "line for line in sys.stdin"])
def test_a_reader_that_goes_away_is_no_fault(tmp_path, lines):
    """Neither in the middle of a long text nor when the last lines leave the buffer."""
    (tmp_path / "content").mkdir()
    writer = subprocess.Popen(
        [sys.executable, "-c", stand_in(lines)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, cwd=tmp_path, env={**os.environ, "PYTHONUNBUFFERED": ""},
    )
    assert writer.stdin and writer.stdout and writer.stderr
    writer.stdout.close()
    writer.stdin.write(b"one line\n")
    writer.stdin.close()
    faults = writer.stderr.read()
    writer.stderr.close()
    writer.wait(60)
    assert faults == b""


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1"])
def test_han_text_is_piped_as_utf8_whatever_the_locale(locale, tmp_path):
    (tmp_path / "content").mkdir()
    done = subprocess.run(
        [sys.executable, "-c", stand_in(r"iter(['\u61f8\u5d16'])")], capture_output=True, timeout=60,
        cwd=tmp_path,
        env={
            **os.environ, "LC_ALL": locale,
            "PYTHONIOENCODING": "", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0",
        },
    )
    assert (done.returncode, done.stdout) == (0, "懸崖\n".encode()), done.stderr


def test_python_minus_m_is_the_same_command():
    done = subprocess.run(
        [sys.executable, "-m", "progprint", "--version"], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0
    assert done.stdout.startswith("progprint ")


def test_an_interruption_while_modules_load_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    class Loading:
        def __getattr__(self, name: str) -> object:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "progprint.cli.commands", Loading())
    assert main(["build", "booklet"]) == 130
