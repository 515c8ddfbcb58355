"""Runs without fonts: Latin letters and spaces are half an em wide, Han signs one em; a glyph's id is its
character.

With `size` 10 a Latin letter is 5 points wide and a Han character 10, so that measures can be read off the
text.
"""

from __future__ import annotations

import re

from progprint.diag import Source
from progprint.glyphs.types import Break, Kind, Run, Segment
from progprint.lines.paragraph import Paragraph, set_runs
from progprint.lines.types import Line, Piece
from progprint.style import TextStyle

OPENING, CLOSING, STOPS, MIDDLE, DASHES = "「『（《", "」』）》", "，。、！？", "・：；", "—…"
WIDE = "\u2014\u2026\u2190-\u27bf\u3000-\u9fff\uff00-\uffef"
FULL = re.compile(f"[{WIDE}]")
#: a sign or a dash, the rest of a line, a part of a word up to its hyphen, a word, spaces
PART = re.compile(rf"(?:——|……|[{WIDE}]) *|[^\s{WIDE}]*\n|[^\s{WIDE}-]*-+ *|[^\s{WIDE}]+ *| +")
SOURCE = Source("films/test.yaml", 3, 1)

#: no letter-spacing: spaces of 5 points that shrink to 4 and stretch to 6.65
PLAIN = TextStyle("body", size=10.0, align="justify", letter_space=(0.0, 0.0), word_space=(0.8, 1.0, 1.33))


def body(text: str) -> str:
    """TJ body of a text: the character codes."""
    return "<" + "".join(f"{ord(c):04X}" for c in text) + ">" if text else ""


def width_of(text: str) -> float:
    """Units of 1/1000 em."""
    return sum(1000.0 if FULL.match(c) else 500.0 for c in text)


def word(text: str, spaces: int = 0, break_after: Break = Break.ALLOWED) -> Segment:
    return Segment(text, body(text), width_of(text), Kind.WORD, break_after, spaces, count=len(text))


def sign(text: str, break_after: Break, centred: bool = False, spaces: int = 0) -> Segment:
    kind, before, after = Kind.HAN, 0.0, 0.0
    if text in OPENING:
        kind, before = Kind.OPEN, 500.0
    elif text in CLOSING or text in STOPS:
        kind = Kind.CLOSE
        before, after = (250.0, 250.0) if centred and text in STOPS else (0.0, 500.0)
    elif text == "\u3000":
        kind = Kind.SPACE
    elif text in MIDDLE:
        kind, before, after = Kind.MIDDLE, 250.0, 250.0
    elif text[0] in DASHES:
        kind = Kind.DASH
    return Segment(text, body(text), width_of(text), kind, break_after, spaces, before, after, len(text))


def segments_of(text: str, centred: bool = False) -> list[Segment]:
    """Cut like UAX #14 as far as the tests need: after spaces, hyphens and Han signs, with kinsoku."""
    parts = PART.findall(text)
    out: list[Segment] = []
    for at, part in enumerate(parts):
        core = part.rstrip(" \n")
        spaces = len(part.rstrip("\n")) - len(core)
        follower = parts[at + 1][0] if at + 1 < len(parts) else ""
        after = Break.ALLOWED
        if part.endswith("\n"):
            after = Break.FORCED
        elif not spaces and follower and (follower in CLOSING + STOPS + MIDDLE or core in OPENING):
            after = Break.NEVER
        out.append(
            sign(core, after, centred, spaces) if core and FULL.match(core[0]) else word(core, spaces, after)
        )
    return out


def run(
    text: str, style: TextStyle = PLAIN, lang: str = "en", centred: bool = False, **fields: object
) -> Run:
    made = Run("square", style, lang, "Latn", tuple(segments_of(text, centred)), SOURCE, 500.0, body(" "))
    return made._replace(**fields)  # type: ignore[arg-type]


def reshape(run: Run, text: str) -> Segment:
    return word(text)


def set_text(text: str, measure: float, style: TextStyle = PLAIN, **asked: object) -> tuple[Line, ...]:
    """Lines of a text in one run."""
    return set_runs([run(text, style)], Paragraph(style, measure, **asked), reshape)  # type: ignore[arg-type]


def texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


TOKEN = re.compile(r"<([0-9A-F]*)>|(-?\d+)")


def ink(piece: Piece) -> list[tuple[str, float]]:
    """(character, x) as a PDF reader places the glyphs of a piece."""
    x, out = piece.x, []
    for hexes, move in TOKEN.findall(piece.glyphs):
        if move:
            x -= int(move) * piece.size / 1000 * piece.scale
        for at in range(0, len(hexes), 4):
            character = chr(int(hexes[at : at + 4], 16))
            out.append((character, x))
            x += (width_of(character) * piece.size / 1000 + piece.char_space) * piece.scale
    return out


def drawn(line: Line) -> list[tuple[str, float]]:
    """(character, x) of all glyphs of a line."""
    return [glyph for piece in line.pieces for glyph in ink(piece)]


def right_edge(line: Line) -> float:
    """Where the last glyph ends, as a PDF reader finds it."""
    character, x = drawn(line)[-1]
    return x + width_of(character) * line.pieces[-1].size / 1000 * line.pieces[-1].scale


def joined(lines: tuple[Line, ...]) -> str:
    """The paragraph's text, made again from its lines."""
    out = ""
    for line in lines:
        out += line.text[:-1] if line.reason == "hyphen" else line.text
        if line.reason == "space":
            out += " "
        elif line.reason == "forced":
            out += "\n"
    return out
