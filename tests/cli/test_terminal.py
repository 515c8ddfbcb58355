"""A bar where somebody watches, nothing in a pipe."""

from __future__ import annotations

import io
import sys

from progprint.cli import main
from progprint.cli.terminal import progress_bar, say_findings
from progprint.diag import Diagnostic, Severity, Source


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_nobody_watches_a_pipe(capsys):
    with progress_bar() as progress:
        assert progress is None
    assert capsys.readouterr() == ("", "")


def test_a_terminal_gets_a_bar_that_goes_away(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", screen := Terminal())
    with progress_bar() as progress:
        assert progress is not None
        progress("pages", 3, 12)
        progress("writing", 0, 0)
    assert "\x1b[" in screen.getvalue()


def test_the_build_is_given_the_bar(stage, monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    main(["build", "booklet"])
    assert callable(stage.jobs[0].progress)


def test_colour_on_a_terminal_only_and_not_with_no_color(monkeypatch, capsys, tmp_path):
    found = [Diagnostic(Severity.ERROR, "odd", "odd", Source("a.yaml", 1, 1))]
    say_findings(found, tmp_path)
    assert capsys.readouterr().err == "a.yaml:1:1: error: odd [odd]\n"
    for variable, coloured in ((None, True), ("NO_COLOR", False)):
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)
        if variable:
            monkeypatch.setenv(variable, "1")
        monkeypatch.setattr(sys, "stderr", screen := Terminal())
        say_findings(found, tmp_path)
        assert ("\x1b[1;31m" in screen.getvalue()) is coloured


def test_long_messages_are_not_wrapped(capsys, tmp_path):
    say_findings([Diagnostic(Severity.INFO, "odd", "word " * 60)], tmp_path)
    assert len(capsys.readouterr().err.splitlines()) == 1
