"""`[^1]` and `[^1]: text` in Markdown -> tokens of a note's mark and of the note."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_block.state_block import StateBlock
    from markdown_it.rules_inline.state_inline import StateInline

_MARK = re.compile(r"\[\^([^\s\[\]]+)\]")
_DEFINITION = re.compile(r"\[\^([^\s\[\]]+)\]:[ \t]*")
#: further paragraphs of a note are indented by so much at least; editors write 2 to 4
INDENT = 2


def note_mark(state: StateInline, silent: bool) -> bool:
    """Note `[^key]` as a token `note_mark`, whose `meta` has the `key`."""
    found = _MARK.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        token = state.push("note_mark", "", 0)
        token.content, token.meta = found[0], {"key": found[1]}
    state.pos = found.end()
    return True


def note(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Put what `[^key]:` begins, indented paragraphs included, between note_open and note_close."""
    start = state.bMarks[line] + state.tShift[line]
    found = _DEFINITION.match(state.src, start, state.eMarks[line])
    if found is None or state.parentType == "note":
        return False
    if silent:
        return True
    before = state.bMarks[line], state.tShift[line], state.sCount[line], state.blkIndent, state.parentType
    token = state.push("note_open", "", 1)
    token.meta = {"key": found[1]}
    state.blkIndent += INDENT
    state.bMarks[line], state.tShift[line], state.sCount[line] = found.end(), 0, state.blkIndent
    state.parentType = "note"
    if found.end() < state.eMarks[line]:
        state.md.block.tokenize(state, line, end)
    else:
        state.line = line + 1
        if state.line < end:
            state.md.block.tokenize(state, state.line, end)
    *places, state.blkIndent, state.parentType = before
    state.bMarks[line], state.tShift[line], state.sCount[line] = places
    token.map = [line, state.line]
    state.push("note_close", "", -1)
    return True
