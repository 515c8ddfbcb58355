"""Markdown in content -> Prose: paragraphs of words that know their marks and place, and notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from progprint.programme.desk import Desk
from progprint.programme.forms import Form, wrong_kind
from progprint.programme.inline import UNSET, Piece, Reader, pieces, reader_of, words_of_pieces
from progprint.programme.letters import composed
from progprint.programme.markdown import tokens
from progprint.programme.types import LocalisedProse, Note, Paragraph, Prose
from progprint.programme.words import by_language, unfolded
from progprint.source import Mapping, Node, Passage, Scalar
from progprint.words import Words

if TYPE_CHECKING:
    from markdown_it.token import Token

#: markdown-it drops what stands deeper than 20 levels; a list counts two
MOST_NESTED = 19
#: how the line begins that says whose words were quoted
_ATTRIBUTION = re.compile(r"[—―]|[–-]{1,2}\s")


@dataclass(slots=True)
class _Place:
    """Where in a text the reader is."""

    #: open lists' items and quotes: item, item-text (an item's later paragraphs), quote
    kinds: list[str] = field(default_factory=lambda: ["text"])
    #: open lists' next number; -1 for bullets
    numbers: list[int] = field(default_factory=list)
    #: level of the heading that is open
    heading: int = 0
    #: number of the item that begins
    marker: str = ""
    in_table: bool = False
    #: a quotation has begun
    quoted: bool = False


def read_prose(text: Passage, lang: str, desk: Desk) -> Prose | None:
    """Read a Markdown text; None when it is empty. What has no form is kept as text and reported."""
    if not text.text.strip():
        return None
    parsed = tokens(text.text)
    if any(token.level >= MOST_NESTED for token in parsed):
        message = "quotes and lists stand too deep inside each other to be read"
        desk.error("too-deep", message, text.place(0), "check for `>` and `-` at the beginning of lines")
    body, written = _without_notes(parsed)
    # a note that says nothing is none
    said = frozenset(key for key, notes in written.items() if any(t.content.strip() for t in notes[0]))
    reader = reader_of(text, lang, desk, said)
    paragraphs = tuple(_paragraphs(reader, body))
    notes, unused = _notes(reader, written)
    paragraphs += unused
    if not paragraphs:
        return None
    first = next((words for part in paragraphs for words in part.words), None)
    return Prose(lang, paragraphs, notes, first.source if first else text.place(0))


def _without_notes(parsed: Sequence[Token]) -> tuple[list[Token], dict[str, list[list[Token]]]]:
    """Part the text from its notes. More than one with the same key is one too many."""
    body: list[Token] = []
    notes: dict[str, list[list[Token]]] = {}
    here = body
    for token in parsed:
        if token.type == "note_open":
            here = [token]
            notes.setdefault(token.meta["key"], []).append(here)
        elif token.type == "note_close":
            here = body
        else:
            here.append(token)
    return body, notes


def _notes(
    reader: Reader, written: dict[str, list[list[Token]]]
) -> tuple[tuple[Note, ...], tuple[Paragraph, ...]]:
    """The notes by their numbers; and the paragraphs of those that have no mark, which stand at the end."""
    notes: dict[str, Note] = {}
    unused: list[Paragraph] = []
    # a note has no notes of its own
    inner = reader_of(reader.passage, reader.lang, reader.desk)
    for key, definitions in written.items():
        for number, (opening, *inside) in enumerate(definitions):
            paragraphs = tuple(_paragraphs(inner, inside))
            at = reader.lines[(opening.map or (0, 0))[0]]
            if number:
                reader.warn("duplicate-note", f"there are two notes `{key}`; this one stands at the end", at)
            elif key not in reader.numbers:
                message = f"no mark `[^{key}]` stands in the text; the note stands at its end"
                reader.warn("unused-note", message, at, f"write `[^{key}]` where the note belongs")
            else:
                notes[key] = Note(reader.name(key), paragraphs)
                continue
            unused += paragraphs
    return tuple(notes[key] for key in reader.numbers), tuple(unused)


def _paragraphs(reader: Reader, parsed: Sequence[Token]) -> Iterator[Paragraph]:
    place = _Place()
    for number, token in enumerate(parsed):
        if token.type == "inline":
            if not place.in_table and token.content.strip():
                ends = number + 2 < len(parsed) and parsed[number + 2].type == "blockquote_close"
                yield from _paragraph(reader, token, place, ends)
        elif token.type == "hr":
            yield Paragraph((), "rule")
        elif token.type in UNSET:
            place.in_table = token.type == "table_open"
            yield from _as_written(reader, token)
        else:
            _enter_or_leave(place, token)


def _enter_or_leave(place: _Place, token: Token) -> None:
    """Note where an opening or closing token leads."""
    match token.type:
        case "heading_open":
            place.heading = int(token.tag[1:])
        case "bullet_list_open":
            place.numbers.append(-1)
        case "ordered_list_open":
            place.numbers.append(int(token.attrs.get("start", 1)))
        case "list_item_open":
            place.kinds.append("item")
            place.marker = f"{place.numbers[-1]}." if place.numbers[-1] >= 0 else ""
            place.numbers[-1] += place.numbers[-1] >= 0
        case "blockquote_open":
            place.kinds.append("quote")
            place.quoted = False
        case "list_item_close" | "blockquote_close":
            place.kinds.pop()
        case "bullet_list_close" | "ordered_list_close":
            place.numbers.pop()
        case "table_close":
            place.in_table = False


def _as_written(reader: Reader, token: Token) -> Iterator[Paragraph]:
    """Keep the lines of what has no form, one paragraph each."""
    first, last = token.map or (0, 0)
    reader.unset(token.type, reader.lines[first])
    for number in range(first, min(last, len(reader.lines))):
        text = reader.line(number).strip(" \t")
        if text:
            yield Paragraph((Words(composed(text), reader.lang, reader.place(reader.lines[number])),))


def _paragraph(reader: Reader, token: Token, place: _Place, ends: bool) -> Iterator[Paragraph]:
    """One paragraph; the last one of a quotation may end in the line that says whose it is."""
    found = tuple(pieces(reader, token.children or (), (token.map or (0, 0))[0]))
    kind = "heading" if place.heading else place.kinds[-1]
    level = place.heading or (len(place.numbers) if kind.startswith("item") else 0)
    at = _attribution(found) if ends and kind == "quote" else None
    if at == 0 and not place.quoted:
        # a dash may begin what was said
        at = None
    place.quoted = kind == "quote"
    words = words_of_pieces(reader, found[:at])
    if words:
        yield Paragraph(words, kind, level, place.marker if kind == "item" else "")
    if at is not None:
        yield Paragraph(words_of_pieces(reader, found[at:]), "attribution")
    place.heading = 0
    if place.kinds[-1] == "item":
        place.kinds[-1] = "item-text"


def _attribution(found: Sequence[Piece]) -> int | None:
    """Index of the piece where the last line begins, when a dash begins it."""
    start = next((n for n in range(len(found) - 1, 0, -1) if found[n - 1].kind in ("soft", "hard")), 0)
    return start if found and _ATTRIBUTION.match(found[start].text) else None


def prose_by_language(node: Node, desk: Desk, skip: frozenset[str] = frozenset()) -> LocalisedProse | None:
    """Read a long text in the main language, or a map of languages."""
    if isinstance(node, Scalar):
        alone = read_prose(unfolded(node), desk.main, desk)
        return LocalisedProse((alone,)) if alone else None
    if not isinstance(node, Mapping):
        wrong_kind(node, "a text, or a map of languages such as `{en: ..., zh-Hant: ...}`", desk)
        return None
    forms = [
        p for tag, value in by_language(node, desk, skip) if (p := read_prose(unfolded(value), tag, desk))
    ]
    return LocalisedProse(tuple(forms)) if forms else None


def _read(node: Node, desk: Desk) -> Any:
    return prose_by_language(node, desk)


#: paragraphs of Markdown, in the main language or by language tags
PROSE = Form(_read, {"$ref": "#/$defs/localised"})
