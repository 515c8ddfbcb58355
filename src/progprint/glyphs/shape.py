"""Spans -> Runs of Segments: where lines may break, which font draws what, and every word shaped once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from progprint.glyphs.breaks import between_items, joined_at, mixed_pieces, pieces
from progprint.glyphs.faces import Faces
from progprint.glyphs.itemise import Stretch, clusters, place, stretches
from progprint.glyphs.languages import ALPHABETS, is_full_width
from progprint.glyphs.marks import DASHES
from progprint.glyphs.pen import Pen, upper
from progprint.glyphs.refine import refined
from progprint.glyphs.ruby import Marked, with_readings
from progprint.glyphs.standing import ACROSS, ACROSS_SIGN, UPRIGHT, across, crossed, orientation
from progprint.glyphs.types import Break, Kind, Run, Segment
from progprint.glyphs.wishes import Wish, lacking, wish_of
from progprint.style import Span, TextStyle

_LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"
#: spaces that vanish at a line's end; the zero-width one has done its work when the break is known
_SPACES = " \t\u200b"
#: ends a piece that goes on in the next span; never in text, as U+FFFF is no character
_JOINER = "\uffff"
#: a no-break space between words, which gives and takes as their other spaces do; U+202F keeps its width
_NO_BREAK = re.compile("(?<=[^\u00a0 ])\u00a0(?=[^\u00a0 ])")
#: letters may be opened so far, in em, before a ligature among them is a knot: the house's prose opens them
#: by 0.02, at which none is seen
JOINED_EM = 0.03


class Slot(NamedTuple):
    """What makes a run: segments with the same slot stand in one."""

    face: str
    script: str
    space: float
    space_glyphs: str
    #: what its font lacks of the style: see Run
    lacking: tuple[str, ...] = ()


Made = tuple[tuple[Slot, Segment], ...]


def shape(spans: Sequence[Span], faces: Faces) -> tuple[Run, ...]:
    """Shape one paragraph. Each language breaks by its own rules, and beside another by the first span's."""
    texts = refined(spans)
    if any(s.style.capitals for s in spans):
        texts = [upper(t, s.words.lang) if s.style.capitals else t for s, t in zip(spans, texts, strict=True)]
    first = next((s for s, text in zip(spans, texts, strict=True) if text), None)
    if first is None:
        return ()
    if len(spans) == 1:
        parts = pieces(texts[0], first.words.lang, first.style.kinsoku)
    else:
        parts = mixed_pieces(texts, [(span.words.lang, span.style.kinsoku) for span in spans])
    if first.style.keep_items:
        parts = between_items(parts, _language_edges(spans, texts))
    if any(span.link.startswith("note:") for span in spans):
        parts = joined_at(parts, _note_marks(spans, texts))
    runs: list[Run] = []
    marked: list[Marked] = []
    for span, own in zip(spans, _shares(texts, parts) if len(spans) > 1 else [parts], strict=True):
        setting = _setting(faces, span.style, span.words.lang)
        known = setting.known
        slot: Slot | None = None
        segments: list[Segment] = []
        if span.style.vertical:
            own = across(own, span.words.lang, span.style.upright_digits)
        before = len(runs)
        for part in own:
            for where, segment in known.get(part) or setting.made(part):
                if where is not slot:
                    if slot is not None:
                        runs.append(_run(slot, span, segments))
                    slot, segments = where, []
                segments.append(segment)
        if slot is not None:
            runs.append(_run(slot, span, segments))
        if span.ruby is not None or span.dots:
            marked.append(Marked(before, len(runs), span))
    return with_readings(runs, marked, lambda s: shape((s,), faces), faces) if marked else tuple(runs)


def _language_edges(spans: Sequence[Span], texts: Sequence[str]) -> frozenset[int]:
    """Offsets at which the language changes."""
    edges: set[int] = set()
    offset = 0
    for number, text in enumerate(texts):
        if number and spans[number].words.lang != spans[number - 1].words.lang:
            edges.add(offset)
        offset += len(text)
    return frozenset(edges)


def reshape(faces: Faces, run: Run, text: str) -> Segment:
    """Shape other text in a run's face and style: the halves of a hyphenated word.

    Marks that stand above the baseline come out level: `shape` gives such words in several segments.
    """
    pen = _pen(faces, run.face, run.script, run.lang, _wish(run.style))
    return pen.sign(text) if run.script == "Hani" else pen.level(text)


def _run(slot: Slot, span: Span, segments: list[Segment]) -> Run:
    return Run(slot.face, span.style, span.words.lang, slot.script, tuple(segments), span.words.source,
               slot.space, slot.space_glyphs, span.link, lacking=slot.lacking)


def _shares(texts: list[str], parts: list[str]) -> Iterator[list[str]]:
    """Each span's share of the pieces; one that goes on in the next span ends in `_JOINER`.

    Spaces and line ends that open a span go with the word before them.
    """
    rest = iter(parts)
    part, taken = next(rest, ""), 0
    for text in texts:
        room, own = len(text) - taken, []
        taken = max(0, -room)
        while room > 0:
            if len(part) <= room or not part[room:].strip(_SPACES + _LINE_ENDS):
                own.append(part)
                room -= len(part)
                taken = max(0, -room)
                part = next(rest, "")
            else:
                own.append(part[:room] + _JOINER)
                part, room = part[room:], 0
        yield own


def _note_marks(spans: Sequence[Span], texts: Sequence[str]) -> frozenset[int]:
    """Offsets of the marks of notes, which stand in no line's beginning (JLREQ, cl-20)."""
    starts = accumulate(map(len, texts), initial=0)
    return frozenset(at for span, at in zip(spans, starts, strict=False) if span.link.startswith("note:"))


class Setting:
    """One style in one language: from a piece of text to segments, each distinct piece once."""

    def __init__(self, faces: Faces, style: TextStyle, lang: str) -> None:
        self._faces, self._style, self._lang = faces, style, lang
        self._wish = _wish(style)
        #: piece of text -> what it is set as
        self.known: dict[str, Made] = {}
        self._orders: dict[str, tuple[str, ...]] = {}
        self._places: dict[tuple[str, int, bool], tuple[Slot, Pen]] = {}

    def made(self, piece: str) -> Made:
        """Set a piece of text as `breaks` cuts it: a word with its spaces, a Han character with its marks."""
        made = self.known[piece] = tuple(self._set(piece))
        return made

    def _set(self, piece: str) -> list[tuple[Slot, Segment]]:
        text = piece.rstrip(_JOINER)
        line = text.rstrip(_LINE_ENDS)
        core = line.rstrip(_SPACES)
        spaces = len(line) - len(core) - line.count("\u200b", len(core))
        out: list[tuple[Slot, Segment]] = []
        parts = _NO_BREAK.split(core) if "\u00a0" in core else (core,)
        for chunk in parts if core else ():
            if out:
                slot, last = out[-1]
                out[-1] = slot, last._replace(spaces=1)
            for part, script in self._stretches(chunk):
                self._add(out, part, script)
        if not out:
            out.append((self._place("Latn", 0)[0], Segment("", "", 0.0, Kind.WORD, Break.ALLOWED, count=0)))
        for at in range(len(out) - 1):
            out[at] = out[at][0], out[at][1]._replace(break_after=Break.NEVER)
        ending = Break.FORCED if line != text else Break.NEVER if text != piece else Break.ALLOWED
        if ending is Break.ALLOWED and "\t" in line[len(core) :]:
            ending, spaces = Break.TAB, line.count("\t", len(core))
        if spaces or ending is not Break.ALLOWED:
            slot, last = out[-1]
            out[-1] = slot, last._replace(break_after=ending, spaces=spaces)
        return out

    def _stretches(self, core: str) -> list[Stretch]:
        if ACROSS_SIGN not in core:
            return stretches(core, self._lang)
        parts: list[Stretch] = []
        for text, beside in crossed(core):
            parts += [Stretch(text, ACROSS)] if beside else stretches(text, self._lang)
        return parts

    def _add(self, out: list[tuple[Slot, Segment]], text: str, script: str) -> None:
        if script == ACROSS:
            out.append(self._across(text))
            return
        pen = self._place(script, 0)[1]
        if pen.face.covers(text):
            self._draw(out, script, 0, text)
            return
        order = self._order(script)

        def covers(font: int, part: str) -> bool:
            return self._place(script, font)[1].face.covers(part)

        for part, font in place(text, len(order), covers):
            start = len(out)
            self._draw(out, script, max(font, 0), part)
            if font > 0:
                name = self._faces.fonts(self._style.family)[order[font]].name
                out[start:] = [(slot, segment._replace(fallback=name)) for slot, segment in out[start:]]

    def _draw(self, out: list[tuple[Slot, Segment]], script: str, font: int, text: str) -> None:
        slot, pen = self._place(script, font)
        if script == "Hani":
            for sign in (text,) if len(text) == 1 else _signs(text):
                if self._style.vertical:
                    slot, pen = self._place(script, font, self._place(script, font, True)[1].stands(sign))
                out.append((slot, pen.sign(sign)))
            return
        if script == "Hang" and self._style.vertical:
            for upright, part in groupby(text, lambda sign: orientation(sign) == "U"):
                slot, pen = self._place(script, font, upright)
                out.extend((slot, segment) for segment in pen.word("".join(part)))
            return
        out.extend((slot, segment) for segment in pen.word(text))

    def _across(self, text: str) -> tuple[Slot, Segment]:
        """Figures in the room of one sign: moved back by half their width, to stand on the line's middle."""
        slot, pen = self._place("Latn", 0)
        # side by side, old-style figures would dance
        pen = _pen(self._faces, slot.face, "Latn", self._lang, self._wish.but(lnum=True, onum=False))
        made = pen.level(text)
        glyphs = f"{round(made.width / 2)}{made.glyphs}"
        return slot._replace(face=slot.face + ACROSS), made._replace(
            glyphs=glyphs, width=1000.0, kind=Kind.HAN, actual=True)

    def _order(self, script: str) -> tuple[str, ...]:
        order = self._orders.get(script)
        if order is None:
            order = self._orders[script] = self._faces.order(self._style.family, script, self._lang)
        return order

    def _place(self, script: str, font: int, upright: bool = False) -> tuple[Slot, Pen]:
        found = self._places.get((script, font, upright))
        if found is None:
            tag, style = self._order(script)[font], self._style
            key = self._faces.open(style.family, tag, style.weight, style.italic, style.size)
            key += UPRIGHT if upright else ""
            # Han characters in an English sentence take the forms of the font's own language
            lang = tag if script == "Hani" and not is_full_width(self._lang) else self._lang
            pen = _pen(self._faces, key, script, lang, self._wish)
            lacks = self._lacks(pen, tag) if script in ALPHABETS and not font else ()
            slot = Slot(key, script, pen.space, pen.space_glyphs, lacks)
            found = self._places[script, font, upright] = slot, pen
        return found


    def _lacks(self, pen: Pen, tag: str) -> tuple[str, ...]:
        name = self._faces.fonts(self._style.family)[tag].name + (" Italic" if pen.face.slope else "")
        return tuple(f"{name}: {feature}" for feature in lacking(pen.face, pen.script, self._wish))


def _signs(text: str) -> Iterator[str]:
    """Characters of Han text; a dash or an ellipsis of several is one."""
    held = ""
    for cluster in clusters(text):
        if held and cluster == held[0] and cluster in DASHES:
            held += cluster
            continue
        if held:
            yield held
        held = cluster
    if held:
        yield held


def _wish(style: TextStyle) -> Wish:
    return wish_of(style.features, style.tracking_em > JOINED_EM or style.letter_space[1] > JOINED_EM)


def _setting(faces: Faces, style: TextStyle, lang: str) -> Setting:
    # by identity first: hashing a style costs more than all the rest of a look-up; the style is kept with
    # its answer, so that its id stays its own
    known: tuple[TextStyle, Setting] | None = faces.store.get((id(style), lang))
    if known is not None:
        return known[1]
    setting = _shared_setting(faces, style, lang)
    faces.store[id(style), lang] = (style, setting)
    return setting


def _shared_setting(faces: Faces, style: TextStyle, lang: str) -> Setting:
    """The setting of all styles that shape alike."""
    key = ("setting", style.family, style.weight, style.italic, faces.optical(style.family, style.size),
           _wish(style), style.vertical, lang)
    setting: Setting | None = faces.store.get(key)
    if setting is None:
        setting = faces.store[key] = Setting(faces, style, lang)
    return setting


def _pen(faces: Faces, face: str, script: str, lang: str, wish: Wish) -> Pen:
    key = ("pen", face, script, lang, wish)
    pen: Pen | None = faces.store.get(key)
    if pen is None:
        pen = faces.store[key] = Pen(faces[face], script, lang, wish, face.endswith(UPRIGHT))
    return pen
