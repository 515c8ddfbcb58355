"""Texts, findings and progress -> the terminal or the pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from progprint.cli.findings import as_json_array, openable, report
from progprint.diag import Diagnostic


def say_findings(
    found: Iterable[Diagnostic], content: Path, *, as_json: bool = False, all_of_them: bool = True
) -> None:
    """Print for people on standard error, or for programs as JSON on standard output."""
    found = openable(found, content)
    if as_json:
        print(as_json_array(found))
        return
    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    for text in report(found, all_of_them=all_of_them):
        console.print(text, soft_wrap=True)


@contextmanager
def progress_bar() -> Iterator[Callable[[str, int, int], None] | None]:
    """What a build calls with (what, done, of); None when nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<16}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def show(what: str, done: int, of: int) -> None:
            bar.update(task, description=what, completed=done, total=of or None)

        yield show
