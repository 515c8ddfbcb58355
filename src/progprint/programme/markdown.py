"""Markdown text -> tokens: CommonMark with notes, readings and emphasis fit for Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category

from progprint.programme.letters import WIDE_LETTER
from progprint.programme.notes import note, note_mark
from progprint.programme.ruby import ruby

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline.state_inline import Delimiter, StateInline
    from markdown_it.token import Token

_LINE_BREAK = re.compile(r"<br */?>", re.IGNORECASE)

def tokens(text: str) -> Sequence[Token]:
    """Parse a text; each block token's `map` counts lines from 0."""
    return _parser().parse(text)


def inline_tokens(text: str) -> Sequence[Token]:
    """Parse a short text: no headings, lists and the like, whatever it begins with."""
    return _parser().parseInline(text)[0].children or ()


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    # an indented paragraph is an editor's habit, not code; `[1]: ...` is a note, and would vanish
    parser.disable(["code", "reference"])
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.before("emphasis", "ruby", ruby)
    parser.inline.ruler.before("link", "note_mark", note_mark)
    parser.inline.ruler.before("html_inline", "line_break", _line_break)
    parser.inline.ruler2.after("emphasis", "slips", _slips)
    parser.block.ruler.before("paragraph", "note", note, {"alt": ["paragraph", "blockquote", "list"]})
    return parser


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Note a run of `*` or `_` as a mark that may open or close emphasis.

    CommonMark's flanking rule counts on spaces between words, so `**《片名》**的` would not close.
    Han and kana beside the run therefore count as spaces outside it, and their marks as letters inside it.
    """
    from markdown_it.rules_inline.state_inline import Delimiter

    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    opens, closes, inside = scanned.can_open, scanned.can_close, False
    if marker == "*":
        before = state.src[state.pos - 1] if state.pos else " "
        end = state.pos + scanned.length
        after = state.src[end] if end < state.posMax else " "
        opens = opens or (not after.isspace() and (_stands_alone(before) or _is_wide(after)))
        closes = closes or (not before.isspace() and (_stands_alone(after) or _is_wide(before)))
        inside = _is_cased(before) and _is_cased(after)
        # M*A*S*H; `*Cahier*s` still closes
        opens = opens and not (inside and scanned.length == 1)
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = marker
        token.meta = {"inside": inside}
        state.delimiters.append(
            Delimiter(ord(marker), scanned.length, len(state.tokens) - 1, -1, opens, closes)
        )
    state.pos += scanned.length
    return True


def _stands_alone(character: str) -> bool:
    """Letters of scripts without capitals, most of which put no space between words, and full-width marks."""
    return category(character) == "Lo" or _is_wide(character)


def _is_cased(character: str) -> bool:
    """Letters of scripts that part their words by spaces, and figures."""
    return character.isalnum() and not _stands_alone(character)


def _line_break(state: StateInline, silent: bool) -> bool:
    """Take `<br>` as the end of a line: YAML has no other way to write one between quotation marks."""
    found = _LINE_BREAK.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.push("hardbreak", "br", 0).meta = {"written": found[0]}
    state.pos = found.end()
    return True


def _slips(state: StateInline) -> None:
    """Turn each `**` that opens or closes and found no partner into a token `slip`.

    A `*` alone is a writer's asterisk more often than a slip; so are three and more, or two inside a word.
    """
    metas = (meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta)
    for delimiters in (state.delimiters, *metas):
        for token, run in _unpaired(delimiters):
            if state.tokens[token].meta["inside"]:
                continue
            for number in run:
                state.tokens[number].content = ""
            state.tokens[token].type = "slip"
            state.tokens[token].content = "*" * (1 + len(run))


def _unpaired(delimiters: Sequence[Delimiter]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Token of the first `*` of each half-open pair, and of the other one when that is alone as well."""
    paired = {d.end for d in delimiters if d.end >= 0} | {n for n, d in enumerate(delimiters) if d.end >= 0}
    last = -2
    for number, delimiter in enumerate(delimiters):
        if number in paired or delimiter.marker != ord("*") or delimiter.length != 2 or number - 1 == last:
            continue
        if delimiter.open or delimiter.close:
            twin = number + 1 < len(delimiters) and number + 1 not in paired
            twin = twin and delimiters[number + 1].token == delimiter.token + 1
            yield delimiter.token, (delimiter.token + 1,) if twin else ()
            last = number if twin else -2


def _is_wide(character: str) -> bool:
    return bool(WIDE_LETTER.match(character))
