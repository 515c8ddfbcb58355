"""A stand-in for `progprint.build`, so that the commands are tested without setting a page."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from progprint.diag import Diagnostic


@dataclass(frozen=True)
class Job:
    content: Path
    layout: str = "booklet"
    output: Path | None = None
    only: str = ""
    pages: tuple[int, int] | None = None
    purpose: str = "print"
    png: Path | None = None
    date: Any = None
    venue: str = ""
    strict: bool = False
    use_cache: bool = True
    progress: Callable[[str, int, int], None] | None = None


@dataclass(frozen=True)
class Built:
    diagnostics: tuple[Diagnostic, ...]
    file: Path | None
    pages: int
    pictures: tuple[Path, ...] = ()


class Stage:
    """What the stand-in was asked, and what it shall answer."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []
        self.answer: Callable[[Job], Any] = lambda job: Built((), Path("out") / f"{job.layout}.pdf", 56)
        self.found: Callable[[Job], tuple[Diagnostic, ...]] = lambda job: ()
        self.lines: Callable[[Job], Iterator[str]] = lambda job: iter(["page 1", "懸崖之上"])
        self.unused = False

    def build(self, job: Job) -> Any:
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
    """The stand-in, in an empty folder with a content folder."""
    acted = Stage()
    module = types.ModuleType("progprint.build")
    for name, value in {
        "Job": Job, "Built": Built, "build": acted.build, "check": acted.check, "dump": acted.dump,
        "fonts_report": acted.fonts_report,
    }.items():
        setattr(module, name, value)
    monkeypatch.setitem(sys.modules, "progprint.build", module)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content" / "films").mkdir(parents=True)
    return acted
