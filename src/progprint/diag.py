"""What went wrong, where -> values that every room can hand on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Source(NamedTuple):
    """A place in a text file. Line and column count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


NOWHERE = Source("")


class Severity(StrEnum):
    """How bad: error = cannot be set truthfully, nothing is written; warning = written and reported."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding."""

    severity: Severity
    #: stable kebab-case word
    code: str
    message: str
    source: Source = NOWHERE
    #: what to do about it, e.g. "did you mean `running_time`?"
    hint: str = ""
    #: the line of the source file, for the caret; empty when there is none
    excerpt: str = ""


class BadInput(Exception):
    """Raised once, by `build`, with every fault of content, layout and fonts."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(f"{len(diagnostics)} findings")
        self.diagnostics = diagnostics
