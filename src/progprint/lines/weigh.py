"""Items, a frame and a style -> the columns as the breaker is to see them: each wish as demerits."""

from __future__ import annotations

from progprint.glyphs.seams import Seam, seams_of
from progprint.lines.breaker import RUNT, Columns
from progprint.lines.edges import hangs
from progprint.lines.gaps import FULL_WIDTH
from progprint.lines.items import Items
from progprint.lines.justify import Frame
from progprint.style import TextStyle

#: a ragged line is called as bad as a justified one at its limit when it falls short by 2 em (TeX's
#: \raggedright)
RAGGED_EM = 2.0
#: on the em grid most lines are full, so that an em less is seen: better than a runt, two ems less are not
GRID_EM = 1.0
#: ragged lines need to end inside a word less than justified ones: in an address, or at a hyphen that is
#: written, only where they would fall short by 2 em, at any other hyphen by 3 em. Of 1,729 ragged English
#: lines 224 end in a hyphen then, 403 at a price of 4, and hardly more are dented
RAGGED_PENALTY = 4.0
RAGGED_HYPHEN = 50.0
#: a ragged last line of one word that takes less than a quarter of the measure: as a line short by 2.5 em;
#: against titles of the benchmark, where a dearer one pushes lines into the left half of their cells
LONE_WORD = 40_000.0
LONE_SHARE = 0.25
#: breaks in titles set by phrases: a mark is waited for rather than ending between words while the line falls
#: short by 5 em (so that 再見， / 我的青春時代 comes out), a word of one character is left at a line's head
#: rather than one of 8 em being empty, and a word parted only where nothing else fits
PHRASES = {Seam.OPEN: 0.0, Seam.BETWEEN_WORDS: 4e6, Seam.BEFORE_LONE: 3e7, Seam.INSIDE_WORD: 1e9}


def weighed(items: Items, frame: Frame, style: TextStyle) -> Columns:
    """Indents in the first row, ragged lines all alike, and what the last line and titles should not be."""
    columns = items.columns
    if frame.first != frame.others:
        starts = columns.start_width[:]
        starts[0] += frame.others - frame.first
        columns = columns._replace(start_width=starts)
    last = len(items.ends) - 1
    word = first_of_last_word(items)
    if style.align != "justify":
        zeros = [0.0] * (last + 1)
        ragged = _grid_stretch(items, style) if style.han_grid else [RAGGED_EM * style.size] * (last + 1)
        penalty = [RAGGED_PENALTY * each for each in columns.penalty]
        for row, split in items.splits.items():
            if split.sign:
                penalty[row] = RAGGED_HYPHEN * columns.penalty[row]
        if _is_lone(items, word, frame.measure - frame.others):
            penalty[word] += LONE_WORD
        columns = columns._replace(
            penalty=penalty, end_stretch=ragged, end_shrink=zeros, start_stretch=zeros, start_shrink=zeros
        )
    if word + 1 < last:
        # a syllable alone is a runt however long it is
        penalty = columns.penalty[:]
        for row in range(word + 1, last):
            penalty[row] += RUNT
        columns = columns._replace(penalty=penalty)
    return _by_phrases(items, columns) if style.phrases else columns


def _grid_stretch(items: Items, style: TextStyle) -> list[float]:
    """A mark that hangs where a cell is left for it stands in that cell: such a line lacks nothing."""
    stretch = [GRID_EM * style.size] * len(items.ends)
    if style.hanging:
        for row in range(1, len(items.ends)):
            if row not in items.splits and hangs(items.side(items.ends[row])):
                stretch[row] *= 2
    return stretch


def first_of_last_word(items: Items) -> int:
    """The row after which only the last word is left, or what cannot be broken."""
    row = len(items.ends) - 2
    while row in items.splits:
        row -= 1
    return row


def _is_lone(items: Items, word: int, measure: float) -> bool:
    if items.segments[-1].kind in FULL_WIDTH or word <= 0:
        return False
    columns = items.columns
    return columns.end_width[-1] - columns.start_width[word] < LONE_SHARE * measure


def _by_phrases(items: Items, columns: Columns) -> Columns:
    """Demerits for breaks between the characters of a word, in each stretch of Han or Kana."""
    penalty = columns.penalty[:]
    for first, final in _han_stretches(items):
        segments = items.segments[first : final + 1]
        seams = seams_of("".join([each.text for each in segments]), items.run_at(first).lang)
        at, cost = 0, {}
        for index, segment in enumerate(segments[:-1], first):
            at += len(segment.text)
            cost[index] = PHRASES[seams[at - 1]]
        for row, index in enumerate(items.ends[:-1]):
            if index in cost and row not in items.splits:
                penalty[row] += cost[index]
    return columns._replace(penalty=penalty)


def _han_stretches(items: Items) -> list[tuple[int, int]]:
    """First and last segments of what is written without spaces, in one language."""
    found: list[tuple[int, int]] = []
    for index, segment in enumerate(items.segments):
        if segment.kind not in FULL_WIDTH:
            continue
        joins = found and found[-1][1] == index - 1 and not items.segments[index - 1].spaces
        if joins and index not in items.run_starts:
            found[-1] = found[-1][0], index
        else:
            found.append((index, index))
    return found


def sparing_last_word(items: Items) -> Items:
    """The same without the hyphenation points of the last word."""
    word = first_of_last_word(items)
    dropped = {row for row in range(word + 1, len(items.ends) - 1) if items.splits[row].sign}
    if not dropped:
        return items
    kept = [row for row in range(len(items.ends)) if row not in dropped]
    columns = Columns._make([column[row] for row in kept] for column in items.columns)
    splits = {new: items.splits[old] for new, old in enumerate(kept) if old in items.splits}
    return items._replace(columns=columns, ends=[items.ends[row] for row in kept], splits=splits)
