"""A stand-in for the pipeline, so that the commands are tested without setting a page."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from progprint.build import Built, Job
from progprint.diag import Diagnostic


class Stage:
    """What the stand-in was asked, and what it shall answer."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.answer: Callable[[Job], Built] = lambda job: Built((), Path("out") / f"{job.layout}.pdf", 56)
        self.found: Callable[[Job], tuple[Diagnostic, ...]] = lambda job: ()
        self.lines: Callable[[Job], Iterator[str]] = lambda job: iter(["page 1", "懸崖之上"])
        self.unused = False

    def build(self, job: Job) -> Built:
        self.jobs.append(job)
        return self.answer(job)

    def check(self, job: Job) -> tuple[Diagnostic, ...]:
        self.jobs.append(job)
        return self.found(job)

    def dump(self, job: Job, *, unused: bool = False) -> Iterator[str]:
        self.jobs.append(job)
        self.unused = unused
        return self.lines(job)

    def fonts_report(self, job: Job) -> Iterator[str]:
        self.jobs.append(job)
        return self.lines(job)


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Stage:
    """The stand-in, in a folder that holds only an empty content folder."""
    acted = Stage()
    pipeline = importlib.import_module("progprint.build")
    for name in ("build", "check", "dump", "fonts_report"):
        monkeypatch.setattr(pipeline, name, getattr(acted, name))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content" / "films").mkdir(parents=True)
    return acted
