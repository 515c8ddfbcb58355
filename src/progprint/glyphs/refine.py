"""Texts as typed -> texts as printed: quotes, apostrophes, primes, dashes, ellipses, spaces, by language.

Only such signs change, and `x` between figures; words and figures never do. What is refined already stays.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from progprint.glyphs.habits import NARROW, NO_BREAK, Habit, habit_of
from progprint.glyphs.quotes import quote_edits
from progprint.style import Span


class Edit(NamedTuple):
    start: int
    end: int
    text: str


class Typed(NamedTuple):
    """The texts of a paragraph's spans as one, and who speaks where."""

    text: str
    #: where each span begins
    starts: tuple[int, ...]
    #: of each span; None: stays as typed
    habits: tuple[Habit | None, ...]
    #: stretches that stay as typed: addresses
    kept: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> Habit | None:
        """The habit that rules at a place, if any."""
        if any(start <= offset < end for start, end in self.kept):
            return None
        return self.habits[bisect_right(self.starts, offset) - 1] if len(self.starts) > 1 else self.habits[0]


#: a text without these is printed as typed
_SOME = re.compile(
    r"""["'.\-–—0-9](?:(?<=["'])|(?<=\.)(?:\.\.| ?\w\w?\w?\.)|(?<=-)[- ]|(?<=[–—]) """
    r"""|(?<=[0-9])(?:[s.]?-[0-9]| ?[x%‰°€£¥$×]| [A-Za-zµ]))"""
)
#: as above, for languages with habits of their own
_SOME_MORE = re.compile(r"[;:!?«»]|(?<![^\W_])[^\W\d_]\.? |\. ?\w|" + _SOME.pattern)
_ADDRESS = re.compile(
    r"""(?:https?://|www\.)[^\s"“”„«»<>]+(?<![.,;:!?)'’])|[\w.+-]+(?:'[\w.+-]+)*@[\w-]+(?:\.[\w-]+)+"""
    r"""|(?<![\w@.])[A-Za-z0-9][\w-]*(?:\.[A-Za-z0-9][\w-]*)*\.[a-z]{2,}(?![\w.])(?:/[^\s"“”„«»<>]*(?<![.,;:!?)'’]))?"""
)
_MAYBE_ADDRESS = re.compile(r"[.@/][A-Za-z0-9/]")


def refined(spans: Sequence[Span]) -> list[str]:
    """Refine the texts of a paragraph's spans: one text a span, quotes counted over their edges."""
    texts = [span.words.text for span in spans]
    for span in spans:
        words = span.words
        if _quick(words.lang)(words.text):
            habits = tuple(span.words.lang if span.style.refine else None for span in spans)
            return list(_refined(tuple(texts), habits))
    return texts


@lru_cache(maxsize=1024)
def _quick(lang: str) -> Callable[[str], object]:
    habit = habit_of(lang)
    more = habit.before_colon or habit.clinging or habit.abbreviations
    return (_SOME_MORE if more else _SOME).search


@lru_cache(maxsize=8192)
def _refined(texts: tuple[str, ...], langs: tuple[str | None, ...]) -> tuple[str, ...]:
    habits = tuple(None if lang is None else habit_of(lang) for lang in langs)
    # one change may make room for another: a mark finds its partner, a colon the space after it
    for _ in range(sum(map(len, texts)) + 1):
        before = texts
        texts = _changed(_changed(texts, habits, _sign_edits), habits, _space_edits)
        if texts == before:
            break
    return texts


def _changed(
    texts: tuple[str, ...], habits: tuple[Habit | None, ...], find: Callable[[Typed], Iterator[Edit]]
) -> tuple[str, ...]:
    text, starts, at = "".join(texts), [], 0
    for part in texts:
        starts.append(at)
        at += len(part)
    kept: tuple[tuple[int, int], ...] = ()
    if _MAYBE_ADDRESS.search(text):
        kept = tuple(match.span() for match in _ADDRESS.finditer(text))
    edits = sorted(find(Typed(text, tuple(starts), habits, kept)))
    if not edits:
        return texts
    out: list[list[str]] = [[] for _ in texts]
    ends = [*starts[1:], len(text)]
    span = at = 0
    for start, end, new in [*edits, Edit(len(text), len(text), "")]:
        if start < at:
            continue
        # what stands before the change, each span its part; the change goes to the span it begins in
        for each in range(span, len(ends)):
            out[each].append(text[max(at, starts[each]):min(start, ends[each])])
            span = each
            if start < ends[each]:
                break
        out[span].append(new)
        at = end
    return tuple(map("".join, out))


def _sign_edits(typed: Typed) -> Iterator[Edit]:
    text = typed.text
    if '"' in text or "'" in text:
        yield from map(Edit._make, quote_edits(text, typed.at))
    if "-" in text:
        yield from _dashes(typed)
        yield from _ranges(typed)
    if "..." in text:
        yield from _ellipses(typed)
    if "x" in text:
        for match in _TIMES.finditer(text):
            if typed.at(match.start()):
                yield from (Edit(at, at + 1, "×") for at in _places(match, "x"))


#: 35 x 24 mm, 1920x1080; not 0x1F, 2x05
_TIMES = re.compile(
    r"(?<![\w.,-])[1-9]\d*(?:[.,]\d+)?(?: ?x ?[1-9]\d*(?:[.,]\d+)?)+(?=(?:mm|cm|m|px|in)?(?![\w-]))"
)


def _places(match: re.Match[str], sign: str) -> list[int]:
    return [match.start() + at for at, character in enumerate(match[0]) if character == sign]


_SPACED_DASH = re.compile(r" --? (?=\S)(?:(?<=[^\s\d] - )|(?<=[^\s\d] -- )|(?=\D)(?:(?<=\d - )|(?<=\d -- )))")
_CLOSED_DASH = re.compile(r"(?<![\s-])(---?)(?![\s-])")
_OPENING_DASH = re.compile(r"(?<![^\s¿¡(«“])--(?=\w)|(?<=\w)--(?=[\s,.;:]|$)")
_LONG_DASH = re.compile(r"(?<= )---(?= )")


def _dashes(typed: Typed) -> Iterator[Edit]:
    text = typed.text
    if " -" in text:
        for match in _SPACED_DASH.finditer(text):
            habit = typed.at(match.start() + 1)
            if habit and habit.dash and _is_beside_words(text, match):
                yield Edit(match.start() + 1, match.end() - 1, habit.dash)
    if "--" not in text:
        return
    for match in _CLOSED_DASH.finditer(text):
        habit = typed.at(match.start())
        if habit and habit.closed_dash:
            yield Edit(*match.span(), habit.closed_dash if match[1] == "--" or habit.by_depth else "—")
    for match in _LONG_DASH.finditer(text):
        habit = typed.at(match.start())
        if habit and habit.closed_dash:
            yield Edit(*match.span(), "—")
    # the Spanish raya stands close to what it sets off; elsewhere `--word` is an option of a command
    for match in _OPENING_DASH.finditer(text):
        habit = typed.at(match.start())
        if habit and habit.quotes[:1] == "«" and habit.closed_dash == "—" and habit.dash == "–":
            yield Edit(*match.span(), "—")


def _is_beside_words(text: str, match: re.Match[str]) -> bool:
    """A minus, a plus and other formulas are not for dashes."""
    before, after = text[match.start() - 1], text[match.end()]
    opens = after.isalnum() or after in "([¿¡…\"'“‘„‚«‹"
    return opens and (before.isalnum() or before in ".,!?)]%…\"'“”‘’»›″′")


#: 1990-1995, 10-12, 24.-26., 19:30-21:00; what stands about it makes it a number of another kind
_RANGE = re.compile(
    r"(?<![\w.,:/@#+'’′–—-])(\d{1,4}(?:[:.]\d\d)?)(s?\.?)-(\d{1,4}(?:[:.]\d\d)?)"
    r"(?=s?(?:mm|cm|m|min)?(?![\w–—-]))(?![/:.,]\d)"
)
_CALLED = re.compile(r"(?i)(?:tel|fax|phone|mobile|isbn|issn|code|電話|电话|傳真|ref)[\w ]{0,6}\W{0,4}$")
_PLACE_NAME = re.compile(r" [A-ZÀ-ÖØ-ÞŁŚŻŹĆ]")


def _ranges(typed: Typed) -> Iterator[Edit]:
    for match in _RANGE.finditer(typed.text):
        if typed.at(match.start()) and _rises(match):
            yield Edit(match.start(3) - 1, match.start(3), "–")


def _rises(match: re.Match[str]) -> bool:
    """Whether two figures are from and to, not a date, a telephone, a postcode or the number of a book."""
    first, last, text = match[1], match[3], match.string
    if _CALLED.search(text, max(match.start() - 16, 0), match.start()):
        return False
    if not first.isdigit() or not last.isdigit():
        return not (first.isdigit() or last.isdigit())
    if (first[0] == "0" and first != "0") or last[0] == "0":
        return False
    low, high = int(first), int(last)
    if len(first) == 4:
        # 2009-12 may be a month
        later = low < high < 2200 if len(last) == 4 else len(last) == 2 and high > max(low % 100, 12)
        return later and 1000 <= low < 2200
    # 30-123 Kraków
    postcode = len(first) == 2 and len(last) == 3 and _PLACE_NAME.match(text, match.end(3))
    return low < high < 1000 and not postcode


_DOTS = re.compile(r"(?<!\.)\.{3}(?!\.)|(?<!\.)\.{6}(?!\.)")


def _ellipses(typed: Typed) -> Iterator[Edit]:
    for match in _DOTS.finditer(typed.text):
        habit = typed.at(match.start())
        if habit and (len(match[0]) == 3 or habit.by_depth):
            latin = match.start() and "A" <= typed.text[match.start() - 1] <= "\u024f"
            yield Edit(*match.span(), "…" if latin else habit.ellipsis)


_UNITS = (
    "min|mins|sec|s|h|mm|cm|m|km|km/h|kg|Hz|kHz|MHz|GHz|dB|fps|px|dpi|ppi|kB|MB|GB|TB|lx|a\\.m\\.|p\\.m\\.|am|pm"
    "|Mio\\.|Mrd\\.|мин|ч|мм|см|м|км|г\\.|гг\\.|€|£|¥|\\$|%|‰|°C?|EUR|USD"
)
_CAPITALS = "A-ZÀ-ÖØ-ÞŁŚŻŹĆŠČŘŽĐА-ЯЁЄІЇΑ-Ω"
#: spaces at which no line ends; a literal space first, as this is looked for in long texts
_BOUND = re.compile(
    rf" (?:(?<=\d )(?=(?:{_UNITS})(?!\w)|×[ \u00a0]\d)|(?<=\S )(?=[–—] \S)"
    rf"|(?<=\b[{_CAPITALS}]\. )(?=[{_CAPITALS}]\.)"
    r"|(?=\d)(?:(?<=[€£$¥№§] )|(?<=\d h )(?=\d\d)|(?<=\d[ \u00a0]× )"
    r"|(?<=\bNo\. |\bNr\. |\bno\. |\bnr\. |\bpp\. )|(?<=\bvol\. |\bVol\. )|(?<=\b[Nn][º°] )))"
)


def _space_edits(typed: Typed) -> Iterator[Edit]:
    text = typed.text
    if " " in text:
        for match in _BOUND.finditer(text):
            if typed.at(match.start()):
                yield Edit(*match.span(), NO_BREAK)
    for habit in dict.fromkeys(typed.habits):
        if habit is not None and (habit.before_colon or habit.clinging or habit.abbreviations):
            for edit in _habit_edits(text, habit):
                if typed.at(min(edit.start, len(text) - 1)) is habit:
                    yield edit


def _habit_edits(text: str, habit: Habit) -> Iterator[Edit]:
    if habit.clinging:
        for match in _clinging(habit.clinging).finditer(text):
            yield Edit(*match.span(), NO_BREAK)
    if habit.abbreviations and "." in text:
        for match in _abbreviations(habit.abbreviations).finditer(text):
            yield Edit(*match.span(), NARROW.join(match[0].replace(" ", "").replace(".", ". ").split()))
    if habit.before_stops:
        for match in _STOPS.finditer(text):
            yield Edit(*match.span(), habit.before_stops)
    if habit.before_colon:
        for match in _COLON.finditer(text):
            yield Edit(*match.span(), habit.before_colon)
    if habit.in_quotes:
        for match in _IN_QUOTES.finditer(text):
            yield Edit(*match.span(), habit.in_quotes)


#: a space that is there, or the place for one where that is safe
_STOPS = re.compile(r"(?<=\S) (?=[;!?])|(?<=[\w)\]»”’′″%])(?=[;!?]+(?:[\s)\]»”\"']|$))")
_COLON = re.compile(r"(?<=\S) (?=:(?:\s|$))|(?<=[\w)\]»”’′″%])(?=:(?:\s|$))")
_IN_QUOTES = re.compile(r"(?<=«) |(?<=«)(?=[^\s»])| (?=»)|(?<=[^\s«])(?=»)")


@lru_cache(maxsize=64)
def _clinging(letters: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=^[{letters}])|(?<=[\s(„«“\"'][{letters}])) (?=[\w„«“])")


@lru_cache(maxsize=64)
def _abbreviations(abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    # the longest first: u. v. m. is not u. v.
    ordered = sorted(abbreviations, key=len, reverse=True)
    each = "|".join(re.escape(a).replace(r"\ ", " ?") for a in ordered)
    return re.compile(rf"(?<![\w.])(?:{each})")
