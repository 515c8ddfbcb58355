"""Markdown in content -> Prose: paragraphs of stretches that know their emphasis, link and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from progprint.programme.desk import Desk
from progprint.programme.forms import Form, wrong_kind
from progprint.programme.markdown import tokens
from progprint.programme.ruby import report_ruby
from progprint.programme.types import LocalisedProse, Paragraph, Prose, Stretch
from progprint.programme.words import by_language, composed, joint, unfolded
from progprint.source import Mapping, Node, Passage, Scalar
from progprint.words import Words

if TYPE_CHECKING:
    from markdown_it.token import Token

#: block tokens that only open and close paragraphs
QUIET = frozenset(
    {
        "paragraph_open",
        "paragraph_close",
        "heading_close",
        "bullet_list_close",
        "ordered_list_close",
        "list_item_close",
        "blockquote_close",
        "thead_open",
        "thead_close",
        "tbody_open",
        "tbody_close",
        "tr_open",
        "tr_close",
        "th_open",
        "th_close",
        "td_open",
        "td_close",
        "table_close",
    }
)
#: what is kept as text, because a programme has no form for it
UNSET = {
    "table_open": "a table",
    "fence": "a code block",
    "html_block": "HTML",
    "hr": "a rule",
    "html_inline": "HTML",
    "code_inline": "code",
    "image": "a picture",
}
#: markdown-it drops what stands deeper than 20 levels; a list counts two
MOST_NESTED = 19


class _Piece(NamedTuple):
    """Words on one line, or a line break (`\\n` hard, `` soft)."""

    text: str
    offset: int
    emphasis: bool
    strong: bool
    link: str
    reading: str = ""


class _Writer(NamedTuple):
    """A text while it is read."""

    passage: Passage
    #: offset of each line
    lines: tuple[int, ...]
    lang: str
    desk: Desk

    def line(self, number: int) -> str:
        start = self.lines[number]
        end = self.passage.text.find("\n", start)
        return self.passage.text[start : end if end >= 0 else None]

    def report(self, kind: str, offset: int) -> None:
        message = f"{UNSET[kind]} has no form in a programme; it is printed as the text it is"
        self.desk.warning("unset-markup", message, self.passage.place(offset))


def read_prose(text: Passage, lang: str, desk: Desk) -> Prose | None:
    """Read a Markdown text; None when it is empty. What has no form is kept as text and reported."""
    if not text.text.strip():
        return None
    offsets = [0]
    for line in text.text.split("\n")[:-1]:
        offsets.append(offsets[-1] + len(line) + 1)
    parsed = tokens(text.text)
    if any(token.level >= MOST_NESTED for token in parsed):
        message = "quotes and lists stand too deep inside each other to be read"
        desk.error("too-deep", message, text.place(0), "check for `>` and `-` at the beginning of lines")
    paragraphs = tuple(_paragraphs(_Writer(text, tuple(offsets), lang, desk), parsed))
    if not paragraphs:
        return None
    first = paragraphs[0].stretches[0].words.source
    return Prose(lang, paragraphs, first)


def _paragraphs(writer: _Writer, parsed: Sequence[Token]) -> Iterator[Paragraph]:
    #: open lists, items and quotes: item, text (an item's later paragraphs) or quote
    kinds: list[str] = []
    #: open lists' next number; 0 for bullets
    numbers: list[int] = []
    heading, marker = 0, ""
    in_table = False
    for token in parsed:
        kind = token.type
        if kind == "inline":
            if in_table or not token.content.strip():
                continue
            here = "heading" if heading else kinds[-1] if kinds else "text"
            yield from _paragraph(writer, token, here, heading, marker)
            heading, marker = 0, ""
            if kinds and kinds[-1] == "item":
                kinds[-1] = "text"
        elif kind == "heading_open":
            heading = int(token.tag[1:])
        elif kind in ("bullet_list_open", "ordered_list_open"):
            numbers.append(int(token.attrs.get("start", 1)) if kind[0] == "o" else -1)
        elif kind == "list_item_open":
            kinds.append("item")
            marker = f"{numbers[-1]}." if numbers[-1] >= 0 else ""
            numbers[-1] += numbers[-1] >= 0
        elif kind == "blockquote_open":
            kinds.append("quote")
        elif kind in ("list_item_close", "blockquote_close"):
            kinds.pop()
        elif kind in ("bullet_list_close", "ordered_list_close"):
            numbers.pop()
        elif kind in ("table_open", "table_close"):
            in_table = kind == "table_open"
            yield from _as_written(writer, token) if in_table else ()
        elif kind not in QUIET:
            yield from _as_written(writer, token)


def _as_written(writer: _Writer, token: Token) -> Iterator[Paragraph]:
    """Keep the lines of what has no form, one paragraph each."""
    first, last = token.map or (0, 0)
    writer.report(token.type if token.type in UNSET else "html_block", writer.lines[first])
    for number in range(first, min(last, len(writer.lines))):
        text = writer.line(number).strip(" \t")
        if text:
            source = writer.passage.place(writer.lines[number])
            yield Paragraph((Stretch(Words(composed(text), writer.lang, source)),))


def _paragraph(writer: _Writer, token: Token, kind: str, level: int, marker: str) -> Iterator[Paragraph]:
    pieces = tuple(_pieces(writer, token.children or (), (token.map or (0, 0))[0]))
    stretches = tuple(_stretches(writer, pieces))
    if stretches:
        yield Paragraph(stretches, kind, level, marker)


def _pieces(writer: _Writer, children: Sequence[Token], line: int) -> Iterator[_Piece]:
    """Flatten inline tokens; each is looked for in its line of the file, behind the one before."""
    emphasis = strong = 0
    links: list[str] = []
    cursor = writer.lines[line]
    for token in children:
        kind = token.type
        if kind in ("softbreak", "hardbreak"):
            line = min(line + 1, len(writer.lines) - 1)
            cursor = writer.lines[line]
            yield _Piece("\n" if kind == "hardbreak" else "", cursor, False, False, "")
        elif kind in ("em_open", "em_close"):
            emphasis += token.nesting
        elif kind in ("strong_open", "strong_close"):
            strong += token.nesting
        elif kind == "link_open":
            links.append(str(token.attrs.get("href", "")))
        elif kind == "link_close":
            links.pop()
        else:
            text = f"![{token.content}]({token.attrs.get('src', '')})" if kind == "image" else token.content
            if text:
                written = token.meta.get("written", text)
                end = writer.lines[line] + len(writer.line(line))
                found = writer.passage.text.find(written, cursor, end)
                at = cursor if found < 0 else found
                cursor = at + len(written) if found >= 0 else cursor
                if kind in UNSET:
                    writer.report(kind, at)
                elif kind == "ruby_as_written":
                    report_ruby(writer.desk, token.meta["fault"], writer.passage.place(at))
                reading = composed(token.meta.get("reading", ""))
                yield _Piece(text, at, emphasis > 0, strong > 0, links[-1] if links else "", reading)


def _stretches(writer: _Writer, pieces: tuple[_Piece, ...]) -> Iterator[Stretch]:
    """Join pieces of one kind; a soft break becomes what stands for it between its neighbours."""
    gathered: list[str] = []
    first: _Piece | None = None
    before = ""
    for number, piece in enumerate(pieces):
        if piece.text in ("", "\n"):
            if gathered:
                after = pieces[number + 1].text if number + 1 < len(pieces) else ""
                gathered.append(piece.text or joint(before[-1:], after[:1]))
                before = ""
            continue
        if first is not None and (piece[2:] != first[2:] or piece.reading):
            yield _stretch(writer, gathered, first)
            gathered, first = [], None
        if first is None:
            first = piece
        gathered.append(piece.text)
        before = piece.text
    if first is not None:
        yield _stretch(writer, gathered, first)


def _stretch(writer: _Writer, texts: list[str], piece: _Piece) -> Stretch:
    words = Words(composed("".join(texts)), writer.lang, writer.passage.place(piece.offset))
    return Stretch(words, piece.emphasis, piece.strong, piece.link, piece.reading)


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
