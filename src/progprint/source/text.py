"""A file's bytes -> text: UTF-8, of bearable size, without control characters."""

from __future__ import annotations

import re
from pathlib import Path

from progprint.diag import Diagnostic, Source
from progprint.source.faults import error
from progprint.source.nodes import Passage

#: bytes a file may have; the longest catalogue entry seen has 20 kB
MOST_BYTES = 1 << 20
#: control characters, and the line separators that editors do not count as lines
UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ufeff]|\r(?!\n)")
#: invisible characters told of one file
MOST_UNWANTED = 20


def read_text(path: Path, shown: str) -> tuple[Passage | None, tuple[Diagnostic, ...]]:
    """Read a text file whole; `shown` is its name in messages."""
    text, faults = file_text(path, shown)
    return (None if text is None else passage_of(text, shown)), faults


def passage_of(text: str, shown: str) -> Passage:
    """Take a file's text as one passage; its line ends become `\\n`."""
    lines = text.replace("\r\n", "\n").split("\n")
    starts, offset = [], 0
    for number, line in enumerate(lines, 1):
        starts.append((offset, number, 1))
        offset += len(line) + 1
    return Passage("\n".join(lines), shown, tuple(starts))


def file_text(path: Path, shown: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Read and decode a file; None when that failed."""
    content, faults = read_bytes(path, shown)
    return (None, faults) if content is None else decode(content, shown)


def read_bytes(path: Path, shown: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """Read a file of bearable size; None when that failed."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return None, (error("missing-file", f"the file `{shown}` is missing", Source(shown)),)
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        return None, (error("unreadable-file", f"`{shown}` cannot be read: {reason}", Source(shown)),)
    return (None, (_too_long(shown),)) if len(content) > MOST_BYTES else (content, ())


def decode(content: bytes, shown: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Decode UTF-8, with or without byte order mark; None for another encoding or control characters."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return None, (_not_utf8("the file is in UTF-16", Source(shown, 1, 1)),)
        # a byte order mark makes `start` count from after it
        body = content.removeprefix(b"\xef\xbb\xbf")
        before = body[: fault.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        message = f"the byte 0x{body[fault.start]:02X} is not UTF-8"
        return None, (_not_utf8(message, Source(shown, line, column)),)
    faults = unwanted(text, shown)
    return (None if faults else text), faults


def unwanted(text: str, shown: str) -> tuple[Diagnostic, ...]:
    """Find what no text may hold: too many characters, control characters."""
    if len(text) > MOST_BYTES:
        return (_too_long(shown),)
    faults: list[Diagnostic] = []
    for match in UNWANTED.finditer(text):
        if len(faults) == MOST_UNWANTED:
            break
        before = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.start())
        line = text.count("\n", 0, match.start()) + 1
        faults.append(
            error(
                "control-character",
                f"an invisible character U+{ord(match[0]):04X} stands in the text",
                Source(shown, line, match.start() - before + 1),
                _hint_for(match[0]),
                text[before : end if end >= 0 else None].rstrip("\r"),
            )
        )
    return tuple(faults)


def _hint_for(character: str) -> str:
    if character in "\u2028\u2029\x85\x0b\r":
        return "it is another program's line break; delete it and press Return instead"
    return "delete it; it often comes in by copying from another program"


def _too_long(shown: str) -> Diagnostic:
    message = f"`{shown}` is longer than {MOST_BYTES // 1024} KiB"
    return error("file-too-long", message, Source(shown), "split it, or check that it is a text")


def _not_utf8(message: str, place: Source) -> Diagnostic:
    return error("not-utf-8", message, place, "save the file as UTF-8 in your editor")
