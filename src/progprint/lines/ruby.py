"""Bases on a line -> gaps that readings hang over, and pieces that spell a base and its reading as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from progprint.glyphs.types import Base, Sign
from progprint.lines.gaps import Gap
from progprint.lines.types import Piece

#: brackets that a reading stands in when text is copied or searched, beside Han and beside letters
_BRACKETS = {True: "（{}）", False: " ({})"}


def overhung(gap: Gap, left: Base | None, right: Base | None) -> Gap:
    """A gap closed by what readings hang over it. At a line's edge there is no gap, and nothing hangs."""
    hang = (left.after if left else 0.0) + (right.before if right else 0.0)
    return gap._replace(width=gap.width - hang, room=gap.room - hang) if hang else gap


def spelt(pieces: Sequence[Piece], bases: Sequence[tuple[int, Base]]) -> tuple[Piece, ...]:
    """Put all glyphs of the bases in the places of their pieces, which `bases` gives by number.

    Bases that follow one another are spelt as one, so that a word with a reading a character is found as a
    word: `漢字（かんじ）`. Their first piece has the text, the others none. What stands on the line comes
    first, in one piece: readers of the file see a space wherever that piece leaves one.
    """
    out: list[Piece] = []
    done = 0
    for _, group in groupby(range(len(bases)), lambda number: _word(pieces, bases, number)):
        members = [bases[number] for number in group]
        first, last = members[0][0], members[-1][0] + 1
        out += pieces[done:first]
        done = last
        own = pieces[first:last]
        together = list(zip(own, [base for _, base in members], strict=True))
        made = [
            *_joined(_piece(piece, sign) for piece, base in together for sign in base.own),
            *_joined(_piece(piece, sign) for piece, base in together for sign in base.small),
        ]
        out += [made[0]._replace(text=_text(together)), *made[1:]]
    return (*out, *pieces[done:])


def _piece(piece: Piece, sign: Sign) -> Piece:
    x, width = piece.x + sign.x * piece.scale, sign.width * piece.scale
    face, size, ink, rise = sign.face, sign.size, sign.ink, sign.rise
    return Piece(face, size, ink, x, width, sign.glyphs, "", 0.0, piece.scale, rise, True, sign.link)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours in one face, size, ink and height as one piece; roundings of its moves never add up."""
    held: Piece | None = None
    end = 0.0
    for piece in pieces:
        if held is None or _look(held) != _look(piece):
            if held is not None:
                yield held
            held, end = piece, piece.x + piece.width
            continue
        per_point = 1000 / (piece.size * piece.scale)
        move = round((piece.x - end) * per_point)
        glyphs = f"{held.glyphs}{-move}{piece.glyphs}" if move else held.glyphs + piece.glyphs
        end += move / per_point + piece.width
        held = held._replace(glyphs=glyphs.replace("><", ""), width=end - held.x)
    if held is not None:
        yield held


def _look(piece: Piece) -> tuple[object, ...]:
    return piece.face, piece.size, piece.ink, piece.rise, piece.scale, piece.link


def _word(pieces: Sequence[Piece], bases: Sequence[tuple[int, Base]], number: int) -> int:
    """The first base of those that this one is spelt together with."""
    while number:
        (before, last), (here, base) = bases[number - 1], bases[number]
        # dots go on over the space between two words: as one the words are read with their space
        apart = here != before + 1 or (bool(last.reading) and pieces[before].text.endswith(" "))
        if apart or bool(last.reading) != bool(base.reading):
            break
        number -= 1
    return number


def _text(bases: Sequence[tuple[Piece, Base]]) -> str:
    text = "".join([piece.text for piece, _ in bases])
    reading = bases[0][1].joint.join([base.reading for _, base in bases])
    if not reading:
        return text
    bare = text.rstrip(" ")
    return bare + _BRACKETS[bare[-1:] > "\u2e7f"].format(reading) + text[len(bare) :]
