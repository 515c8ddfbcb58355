"""`{漢字|かんじ}` in Markdown -> tokens, one for each base and its reading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category, normalize

from progprint.diag import Source
from progprint.programme.desk import Desk

if TYPE_CHECKING:
    from markdown_it.rules_inline.state_inline import StateInline

#: base and readings; a brace without a `|` before the line's end is a brace
_WRITTEN = re.compile(r"\{([^{}|\n]*)\|([^{}\n]*)(\}?)")


class Base(NamedTuple):
    """One or several characters that have one reading."""

    text: str
    reading: str
    #: its share of what was written; the text stands in it
    written: str


def ruby(state: StateInline, silent: bool) -> bool:
    """Note a base and its reading: tokens `ruby` whose `meta` has the `reading` and the `written` text.

    What is not right becomes a token `ruby_as_written`, whose `meta` says in `fault` what is wrong.
    """
    found = _WRITTEN.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    # of an open brace only the beginning is taken: what follows may be anything
    written = found[0] if found[3] else f"{{{found[1]}|"
    if not silent:
        bases = read_ruby(written)
        if isinstance(bases, str):
            token = state.push("ruby_as_written", "", 0)
            token.content, token.meta = written, {"fault": bases}
        else:
            for base in bases:
                token = state.push("ruby", "ruby", 0)
                token.content = base.text
                token.meta = {"reading": base.reading, "written": base.written}
    state.pos += len(written)
    return True


def read_ruby(written: str) -> tuple[Base, ...] | str:
    """Take `{漢字|かん|じ}` apart, or say what is wrong with it."""
    text, _, rest = written.strip("{}").partition("|")
    readings = [reading.strip() for reading in rest.split("|")]
    if not written.endswith("}"):
        return "the brace is not closed"
    if not text.strip():
        return "nothing stands before the `|`"
    if not all(readings):
        return "a reading is empty"
    if len(readings) == 1:
        return (Base(text, readings[0], written),)
    characters = _characters(text)
    if len(characters) != len(readings):
        return f"{_number(len(characters), 'character')} cannot share {_number(len(readings), 'reading')}"
    shares = ["{" + characters[0], *characters[1:]]
    shares[-1] += written[len(text) + 1 :]
    return tuple(map(Base, characters, readings, shares))


def report_ruby(desk: Desk, fault: str, source: Source) -> None:
    """Word what `ruby_as_written` says."""
    message = f"{fault}; the text is printed as written"
    hint = "write `{漢字|かんじ}`, or `{漢字|かん|じ}` with one reading a character"
    desk.warning("reading", message, source, hint)


def _characters(text: str) -> list[str]:
    """Characters, each with the marks and variation selectors that belong to it."""
    out: list[str] = []
    for character in normalize("NFC", text):
        if out and category(character) in {"Mn", "Mc", "Me"}:
            out[-1] += character
        else:
            out.append(character)
    return out


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
