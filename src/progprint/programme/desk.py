"""What the reader of one file knows of the festival, and the pile on which it lays the faults."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time

from progprint.diag import Diagnostic, Source
from progprint.source import did_you_mean, error, warning


@dataclass(frozen=True, slots=True)
class Desk:
    """Pass a new one to each file's reader; `faults` grows while it reads."""

    #: language of texts that name none
    main: str = "en"
    #: keys that a film may name; None when they could not be read: then every key passes
    sections: tuple[str, ...] | None = None
    venues: tuple[str, ...] | None = None
    dates: tuple[date, date] | None = None
    day_ends: time = time(5, 0)
    faults: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, source: Source, hint: str = "") -> None:
        self.faults.append(error(code, message, source, hint))

    def warning(self, code: str, message: str, source: Source, hint: str = "") -> None:
        self.faults.append(warning(code, message, source, hint))


def hint_for(word: str, choices: Iterable[str]) -> str:
    """Say which choice was meant, or which there are when they are few."""
    known = tuple(choices)
    near = did_you_mean(word, known)
    if near:
        return f"did you mean `{near}`?"
    return "known: " + ", ".join(f"`{k}`" for k in known) if 0 < len(known) <= 20 else ""
