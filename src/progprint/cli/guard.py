"""Arguments -> exit code, whatever happens in between.

0 fine; 1 findings of severity error, or a file that cannot be written; 2 wrong use; 3 a bug of progprint;
130 interrupted (as shells have it: 128 + SIGINT).
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
import traceback
from collections.abc import Sequence

from progprint import __version__

FINE, ERRORS, WRONG_USE, BUG, INTERRUPTED = 0, 1, 2, 3, 130

#: set to 1, a bug shows its traceback
DEBUG = "PROGPRINT_DEBUG"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the arguments are those of the process when none are given."""
    speak_utf8()
    try:
        # here, for who presses Ctrl-C while modules load is interrupted like anyone else
        from progprint.cli.commands import app

        app(args=arguments, prog_name="progprint")
    except SystemExit as end:
        return closed(end.code if isinstance(end.code, int) else ERRORS)
    except KeyboardInterrupt:
        return closed(INTERRUPTED)
    except OSError as fault:
        say(f"{fault.filename or 'file system'}: error: {fault.strerror or fault} [file-system]")
        return closed(ERRORS)
    except Exception as bug:
        report_bug(bug)
        return closed(BUG)
    return closed(FINE)


def speak_utf8() -> None:
    """Print Han text and pipe it too, whatever the locale says; only a strange terminal sees escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(line: str) -> None:
    print(line, file=sys.stderr)


def report_bug(bug: Exception) -> None:
    """One sentence; the traceback on request."""
    if os.environ.get(DEBUG) == "1":
        traceback.print_exception(bug)
    say(
        f"This is a bug in progprint {__version__} ({type(bug).__name__}: {bug}), not in your files: "
        f"please report it with the command you typed and what `{DEBUG}=1` before it adds to this sentence."
    )


def closed(code: int) -> int:
    """Empty the pipe; a reader that has gone away (`progprint dump | head`) is no fault."""
    if sys.stdout is None:
        return code
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as fault:
        say(f"standard output: error: {fault.strerror} [file-system]")
        return code or ERRORS
    return code
