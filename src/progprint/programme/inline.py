"""Markdown's inline tokens -> Words with their marks, each stretch at its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from progprint.diag import Source
from progprint.programme.desk import Desk
from progprint.programme.letters import composed, joint
from progprint.programme.ruby import report_ruby
from progprint.source import Passage
from progprint.words import Markup, Words

if TYPE_CHECKING:
    from markdown_it.token import Token

#: what is kept as text, because a programme has no form for it
UNSET = {
    "table_open": "a table",
    "fence": "a code block",
    "html_block": "HTML",
    "html_inline": "HTML",
    "code_inline": "code",
    "image": "a picture",
}
#: addresses that a reader of the screen version can follow
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_OPENING = {"em_open": "emphasis", "strong_open": "strong", "link_open": "link"}
#: a link that stayed text: its address is none that Markdown can read
_LINK = re.compile(r"\[[^\[\]]*\]\(")
#: marks whose words are never joined with others
_SINGLE = frozenset({"ruby", "note"})
_Marks = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """A text while it is read."""

    passage: Passage
    lang: str
    desk: Desk
    #: notes that are defined; None in a short text, which has none
    defined: frozenset[str] | None = None
    #: note -> its number, in the order of the marks
    numbers: dict[str, int] = field(default_factory=dict)
    #: offset of each line
    lines: tuple[int, ...] = ()

    def line(self, number: int) -> str:
        start = self.lines[number]
        end = self.passage.text.find("\n", start)
        return self.passage.text[start : end if end >= 0 else None]

    def place(self, offset: int) -> Source:
        return self.passage.place(offset)

    def warn(self, code: str, message: str, offset: int, hint: str = "") -> None:
        self.desk.warning(code, message, self.place(offset), hint)

    def unset(self, kind: str, offset: int) -> None:
        message = f"{UNSET[kind]} has no form in a programme; it is printed as the text it is"
        self.warn("unset-markup", message, offset)

    def name(self, key: str) -> str:
        """A note's name in the book: the place of its text, and its number."""
        return f"{self.place(0)}#{self.numbers[key]}"

    def note(self, key: str, offset: int) -> str:
        """Give the name of a note; when there is none, report it and give nothing."""
        if self.defined is not None and key in self.defined:
            self.numbers.setdefault(key, len(self.numbers) + 1)
            return self.name(key)
        if self.defined is None:
            message = "a short text or a note cannot have a note of its own"
            hint = "notes stand in reviews, biographies and the files of texts/"
            self.warn("misplaced-note", message, offset, hint)
        else:
            hint = f"write it in a paragraph of its own, as `[^{key}]: ...`"
            self.warn("undefined-note", f"there is no note `{key}`; its mark is printed", offset, hint)
        return ""


def reader_of(passage: Passage, lang: str, desk: Desk, defined: frozenset[str] | None = None) -> Reader:
    """Make ready to read a text."""
    offsets = [0]
    for line in passage.text.split("\n")[:-1]:
        offsets.append(offsets[-1] + len(line) + 1)
    return Reader(passage, lang, desk, defined, lines=tuple(offsets))


class Piece(NamedTuple):
    """What one token says."""

    #: text, ruby, note, soft or hard: the end of a line
    kind: str
    text: str
    offset: int
    #: kinds and values of Markup, the outermost first
    marks: _Marks = ()


def pieces(reader: Reader, tokens: Sequence[Token], line: int) -> Iterator[Piece]:
    """Flatten inline tokens; each is looked for in its line of the file, behind the one before."""
    open_marks: list[tuple[str, str]] = []
    cursor = reader.lines[line]
    for token in tokens:
        kind = token.type
        if kind in ("softbreak", "hardbreak"):
            if not token.meta.get("written"):
                line = min(line + 1, len(reader.lines) - 1)
                cursor = reader.lines[line]
            yield Piece("hard" if kind == "hardbreak" else "soft", "", cursor)
        elif kind in _OPENING:
            address = str(token.attrs.get("href", ""))
            if kind == "link_open":
                _check_address(reader, address, cursor)
            open_marks.append((_OPENING[kind], address))
        elif token.nesting < 0:
            open_marks.pop()
        else:
            text = f"![{token.content}]({token.attrs.get('src', '')})" if kind == "image" else token.content
            written = str(token.meta.get("written", text))
            found = reader.passage.text.find(written, cursor, reader.lines[line] + len(reader.line(line)))
            at = cursor if found < 0 else found
            cursor = at + len(written) if found >= 0 else cursor
            if text:
                yield _piece(reader, token, text, at)._replace(
                    marks=(*open_marks, *_own_mark(reader, token, at))
                )


def _piece(reader: Reader, token: Token, text: str, at: int) -> Piece:
    """Report what a token has to say of itself."""
    if token.type in UNSET:
        reader.unset(token.type, at)
    elif token.type == "ruby_as_written":
        report_ruby(reader.desk, token.meta["fault"], reader.place(at))
    elif token.type == "slip":
        message = "strong words begin or end here, and the other `**` is missing; the sign is printed"
        escaped = "".join(f"\\{sign}" for sign in text)
        hint = f"put `**` at both ends, or write `{escaped}` for the sign itself"
        reader.warn("open-markup", message, at, hint)
    elif token.type == "text" and (link := _LINK.search(text)) and reader.passage.text.startswith(text, at):
        message = f"`{link[0]}` begins a link whose address cannot be read"
        hint = "write [words](https://example.org), without spaces in the address"
        reader.warn("bad-link", message, at + link.start(), hint)
    return Piece("text", text, at)


def _own_mark(reader: Reader, token: Token, at: int) -> _Marks:
    if token.type == "ruby":
        return (("ruby", composed(token.meta["reading"])),)
    if token.type == "note_mark":
        name = reader.note(token.meta["key"], at)
        return (("note", name),) if name else ()
    return ()


def _check_address(reader: Reader, address: str, at: int) -> None:
    if not address:
        message, hint = "this link has no address", "write [words](https://example.org)"
        reader.warn("bad-link", message, at, hint)
    elif urlsplit(address).scheme.lower() not in SCHEMES:
        hint = f"did you mean `https://{address}`?" if "." in address and ":" not in address else ""
        reader.warn("bad-link", f"`{address}` is no address that a reader could follow", at, hint)


@dataclass(slots=True)
class _Run:
    """Neighbours with the same marks, while they are gathered."""

    text: str
    marks: _Marks
    offset: int
    breaks: list[Markup] = field(default_factory=list)


def words_of_pieces(reader: Reader, found: Iterable[Piece]) -> tuple[Words, ...]:
    """Join pieces with the same marks; the end of a line becomes what stands for it between its neighbours.

    A hard break has a mark of its own, so that the text is plain and stands on one line where it must.
    """
    runs: list[_Run] = []
    due = ""
    for piece in found:
        if piece.kind != "text":
            due = "hard" if "hard" in (due, piece.kind) else "soft"
            continue
        is_note = _is(piece.marks, "note")
        text = "" if is_note else composed(piece.text.lstrip(" ") if due else piece.text)
        if due and runs:
            _end_line(runs, text, due == "hard")
        due = ""
        last = runs[-1] if runs else None
        if last is not None and last.marks == piece.marks and not _is_single(piece.marks):
            last.text += text
        elif text or is_note:
            runs.append(_Run(text, piece.marks, piece.offset))
    return tuple(_words(reader, run) for run in runs)


def _end_line(runs: list[_Run], after: str, hard: bool) -> None:
    """Let a line end behind the last run."""
    last = runs[-1]
    if _is_single(last.marks):
        before = next((run.text for run in reversed(runs) if run.text), "")
        last = _Run("", (), last.offset)
        runs.append(last)
    else:
        last.text = before = last.text.rstrip(" ")
    gap = joint(before[-1:], after[:1])
    if hard:
        last.breaks.append(Markup(len(last.text), len(last.text) + len(gap), "break"))
    last.text += gap


def _is(marks: _Marks, kind: str) -> bool:
    return any(own == kind for own, _ in marks)


def _is_single(marks: _Marks) -> bool:
    return bool(marks) and marks[-1][0] in _SINGLE


def _words(reader: Reader, run: _Run) -> Words:
    marks = (*(Markup(0, len(run.text), kind, value) for kind, value in run.marks), *run.breaks)
    return Words(run.text, reader.lang, reader.place(run.offset), marks)
