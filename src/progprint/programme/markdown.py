"""Markdown text -> tokens: CommonMark without indented code, with readings and emphasis fit for Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import category

from progprint.programme.ruby import ruby
from progprint.programme.words import WIDE_LETTER

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline.state_inline import StateInline
    from markdown_it.token import Token


def tokens(text: str) -> Sequence[Token]:
    """Parse a text; each block token's `map` counts lines from 0."""
    return _parser().parse(text)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    # an indented paragraph is an editor's habit, not code; `[1]: ...` is a note, and would vanish
    parser.disable(["code", "reference"])
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.before("emphasis", "ruby", ruby)
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
    opens, closes = scanned.can_open, scanned.can_close
    if marker == "*":
        before = state.src[state.pos - 1] if state.pos else " "
        end = state.pos + scanned.length
        after = state.src[end] if end < state.posMax else " "
        opens = opens or (not after.isspace() and (_stands_alone(before) or _is_wide(after)))
        closes = closes or (not before.isspace() and (_stands_alone(after) or _is_wide(before)))
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(
            Delimiter(ord(marker), scanned.length, len(state.tokens) - 1, -1, opens, closes)
        )
    state.pos += scanned.length
    return True


def _stands_alone(character: str) -> bool:
    """Letters of scripts without capitals, most of which put no space between words, and full-width marks."""
    return category(character) == "Lo" or _is_wide(character)


def _is_wide(character: str) -> bool:
    return bool(WIDE_LETTER.match(character))
