"""Straight marks of a text -> quotes nested by language, apostrophes, primes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from progprint.glyphs.habits import Habit

#: gives the habit that rules at a place; None where all stays as typed
HabitAt = Callable[[int], Habit | None]

_MARK = re.compile("[\"'“”„‟‘’‚‛«»‹›「」『』]")
_OPENERS = frozenset("([{<¿¡/–—-=+“„‘‚«‹「『（《〈【…")
_CLOSERS = frozenset(")]}>,.;:!?”’»›」』）》〉】，。、；：！？…")
_FEET = re.compile(r"\d['′’][ \u00a0\u202f]?\d{1,2}$")
_TWO_FIGURES = re.compile(r"'\d\d(?!\d)")
_THREE_FIGURES = re.compile(r"'\d{3}(?!\d)")
#: a single mark that may close a quotation
_SINGLE_END = re.compile(r"(?<=[^\s(\[])'(?![^\W_])")
_SINGLE_END_HAN = re.compile(r"(?<=[^\s(\[])'")
_WORD = re.compile(r"[^\W\d_]+")


class Open(NamedTuple):
    """A quotation that has begun."""

    #: the straight mark that closes it
    mark: str
    inner: bool
    #: what closes it in print
    closing: str
    #: where it began
    at: int


def quote_edits(text: str, habit_at: HabitAt) -> Iterator[tuple[int, int, str]]:
    """What each straight mark becomes: (start, end, new). Curly marks are counted and left as they are."""
    stack: list[Open] = []
    skip = -1
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        habit = habit_at(at)
        if habit is None or at <= skip:
            continue
        if mark not in "\"'":
            _count(text, at, habit, stack)
            continue
        new, length = _plain(text, at, habit, stack) or (_quote(text, at, habit, stack), 1)
        if new:
            skip = at + length - 1
            yield at, at + length, new


def _plain(text: str, at: int, habit: Habit, stack: list[Open]) -> tuple[str, int] | None:
    """An apostrophe or a prime, and how many marks it takes the place of; None for a quote."""
    mark, before, after = text[at], text[at - 1:at], text[at + 1:at + 2]
    if before.isdecimal() and (made := _prime(text, at, stack)):
        return made
    if mark == '"' or not habit.quotes:
        return ("’", 1) if mark == "'" and _is_letter(before) and _is_letter(after) else None
    if _is_letter(before) and _is_letter(after):
        return "’", 1
    if _is_letter(before) or not (after.isalnum()):
        return None
    if _TWO_FIGURES.match(text, at):
        return "’", 1
    word = _WORD.match(text, at + 1)
    if word and word[0].lower() in habit.clipped:
        # both of rock 'n' roll
        return "’", 1
    return None


def _prime(text: str, at: int, stack: list[Open]) -> tuple[str, int] | None:
    mark, after = text[at], text[at + 1:at + 2]
    is_open = any(each.mark == mark for each in stack)
    if mark == '"':
        feet = _FEET.search(text, max(at - 5, 0), at)
        return ("″", 1) if feet or not (is_open or after.isalnum()) else None
    if after == "'" and not text[at + 2:at + 3].isalnum():
        return "″", 2
    if after.isdecimal():
        # 10'000 in Switzerland
        return ("’" if _THREE_FIGURES.match(text, at) else "′"), 1
    if _is_letter(after):
        return "’", 1
    return None if is_open else ("′", 1)


def _quote(text: str, at: int, habit: Habit, stack: list[Open]) -> str:
    """The quote for a straight mark; an apostrophe where none can be; empty where nothing is sure."""
    if not habit.quotes:
        return ""
    mark = text[at]
    if _can_close(text, at) and not (stack and stack[-1].at == at - 1):
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth].mark == mark and (mark == '"' or not _is_clipped_end(text, at)):
                closing = stack[depth].closing
                del stack[depth:]
                return closing
    if _can_open(text, at) and (mark == '"' or _is_closed_later(text, at)):
        inner = not stack[-1].inner if stack else mark == "'" and not habit.by_depth
        stack.append(Open(mark, inner, habit.quotes[3 if inner else 1], at))
        return habit.quotes[2 if inner else 0]
    alone = _is_letter(text[at - 1:at]) or _is_letter(text[at + 1:at + 2])
    return "’" if mark == "'" and alone else ""


def _is_clipped_end(text: str, at: int) -> bool:
    """Whether a mark is followed by a letter, as no closing one is in alphabets."""
    return _is_letter(text[at + 1:at + 2])


def _count(text: str, at: int, habit: Habit, stack: list[Open]) -> None:
    """Keep the stack right where the writer typed quotes."""
    mark, quotes = text[at], habit.quotes
    if not quotes or (_is_letter(text[at - 1:at]) and _is_letter(text[at + 1:at + 2])):
        return
    if stack and mark == stack[-1].closing and _can_close(text, at):
        stack.pop()
    elif mark in (quotes[0], quotes[2]) and _can_open(text, at):
        inner = mark == quotes[2]
        stack.append(Open("'" if inner else '"', inner, quotes[3 if inner else 1], at))


def _can_open(text: str, at: int) -> bool:
    before, after = text[at - 1:at], text[at + 1:at + 2]
    if not after or after.isspace() or after in _CLOSERS:
        return after == "…"
    if after in "\"'" and not text[at + 2:at + 3].isalnum():
        return False
    if not before or before.isspace() or before in _OPENERS or before in "\"'":
        return True
    return _is_unspaced(before) or (_is_unspaced(after) and before in "，。、；：！？」』》）")


def _can_close(text: str, at: int) -> bool:
    before = text[at - 1:at]
    return bool(before) and not before.isspace() and before not in "([{¿¡「『（《〈【“„‘‚"


def _is_closed_later(text: str, at: int) -> bool:
    end = _SINGLE_END_HAN if _is_unspaced(text[at + 1:at + 2]) else _SINGLE_END
    return bool(end.search(text, at + 2))


def _is_unspaced(character: str) -> bool:
    """Letters of scripts that put quotes close to words: Han, kana, Hangul (its particles), Thai."""
    if not character.isalpha():
        return False
    return "\u0e00" <= character < "\u10a0" or "\u1100" <= character < "\u1200" or character >= "\u2e80"


def _is_letter(character: str) -> bool:
    """Letters and figures that an apostrophe stands between."""
    return character.isalnum() and not _is_unspaced(character)
