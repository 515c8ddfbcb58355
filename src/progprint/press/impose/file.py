"""PDF file + Order -> a PDF of sheets, written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from progprint.diag import BadInput, Diagnostic, Severity, Source
from progprint.glyphs import Face, FontFolders, open_fonts
from progprint.pdf import render_pages, written_whole
from progprint.press.impose.carried import Carried, inks_of_intent, spot_inks
from progprint.press.impose.marks import Lettering, Wish, left_out, marks_of
from progprint.press.impose.read import Opened, opened, reading, warnings_of
from progprint.press.impose.schemes import impose
from progprint.press.impose.types import Bar, Flip, Imposed, Imposition, Marks, Order, Progress, Scheme, Side
from progprint.press.impose.write import Look, Sheet, write_sheets

#: faces of the slug: Latin, and when a file's name has other letters, these
_LATIN = {"latin": "Source Sans 3"}
_OTHERS = {"zh-Hant": "Noto Sans TC", "zh-Hans": "Noto Sans SC", "ja": "Noto Sans JP", "ko": "Noto Sans KR"}
_DPI = 150


def impose_file(
    file: Path, output: Path, order: Order, *, progress: Progress | None = None, png: Path | None = None
) -> Imposed:
    """Impose a file. Raises BadInput with all that forbids it, and OSError when the disk refuses."""
    _can_write(file, output)
    with opened(file) as source:
        made = impose(source.stock, order)
        _stop_at(made.notes, order)
        with reading(file):
            spots = spot_inks(source.pdf)
            four_inks = inks_of_intent(source.pdf) == 4
        wish, notes = _wish(order, tuple(spots), four_inks=four_inks)
        sheets = tuple(_marked(made, wish, _slugs(file, made.sides)))
        faces = _faces(mark.text for sheet in sheets for mark in sheet.marks if isinstance(mark, Lettering))
        drawn = {name: spots[name] for name in wish.spots}
        look = Look(faces, drawn, _carried(source, order), four_inks, progress)
        output.parent.mkdir(parents=True, exist_ok=True)
        with written_whole(output) as stream, reading(file):
            write_sheets(source, made, sheets, look, stream)
            # a damage is known once everything has been read; what was written then vanishes
            found = tuple(warnings_of(file, source))
            _stop_at((*made.notes, *found), order)
    notes = (*found, *made.notes, *notes, *_left_out(made, wish))
    pictures = tuple(render_pages(output, png, _DPI)) if png is not None else ()
    return Imposed(output, made, source.stock.pages, notes, pictures)


def plan_file(file: Path, order: Order) -> Imposition:
    """Say where each page would stand; write nothing."""
    with opened(file) as source:
        made = impose(source.stock, order)
    _stop_at(made.notes, order)
    return made


def _stop_at(notes: tuple[Diagnostic, ...], order: Order) -> None:
    """With `strict` a warning is an error."""
    if order.strict and any(note.severity is Severity.WARNING for note in notes):
        hard = {Severity.WARNING: Severity.ERROR}
        raise BadInput(tuple(replace(n, severity=hard.get(n.severity, n.severity)) for n in notes))


def _can_write(file: Path, output: Path) -> None:
    wrong = ""
    if output.is_dir():
        wrong, hint = f"{output} is a folder", f"name a file in it, such as {output / 'sheets.pdf'}"
    elif os.path.realpath(file) == os.path.realpath(output):
        wrong, hint = "the sheets would take the place of their own pages", "name another file with -o"
    if wrong:
        raise BadInput((Diagnostic(Severity.ERROR, "wrong-use-output", wrong, hint=hint),))


def _wish(order: Order, spots: tuple[str, ...], *, four_inks: bool) -> tuple[Wish, tuple[Diagnostic, ...]]:
    """What marks to draw: none on what is not for a press, no CMYK patches where the press has no CMYK."""
    if order.home or order.scheme is Scheme.READER:
        return Wish(Marks.NONE, Bar.NONE), ()
    marks, bar = order.marks or Marks.ALL, order.bar or Bar.CMYK
    if marks is not Marks.ALL or bar is Bar.NONE:
        return Wish(marks, Bar.NONE), ()
    if not four_inks:
        note = "no colour bar: the file is made for a device without CMYK inks"
        return Wish(marks, Bar.NONE), (Diagnostic(Severity.INFO, "no-colour-bar", note),)
    return Wish(marks, bar, spots), ()


def _marked(made: Imposition, wish: Wish, slugs: Iterable[str]) -> Iterator[Sheet]:
    for side, slug in zip(made.sides, slugs, strict=True):
        yield Sheet(side, marks_of(side, made.bleed, wish, slug))


def _slugs(file: Path, sides: Sequence[Side]) -> Iterator[str]:
    """`booklet.pdf · sheet 3 of 8 · front · signature 3 · 2027-03-01`; the date only when one is given."""
    sheets = sides[-1].sheet
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    day = f"{datetime.fromtimestamp(int(epoch), UTC):%Y-%m-%d}" if epoch.isdigit() else ""
    name = "".join(c if c.isprintable() else " " for c in file.name)
    for side in sides:
        signature = f"signature {side.signature}" if side.signature else ""
        gripper = _gripper(side)
        face = "both sides" if side.face == "both" else side.face
        yield " · ".join(
            filter(None, (name, f"sheet {side.sheet} of {sheets}", face, signature, gripper, day))
        )


def _gripper(side: Side) -> str:
    """Where the press holds the sheet, as one sees this face."""
    inked, (width, height) = side.inked, side.size
    edges = {
        "left": inked.x,
        "right": width - inked.right,
        "head": inked.y,
        "foot": height - inked.bottom,
    }
    held = " and ".join(edge for edge, depth in edges.items() if depth > 0)
    return f"gripper {held}" if held else ""


def _left_out(made: Imposition, wish: Wish) -> Iterator[Diagnostic]:
    names = left_out(made.sides[0], made.bleed, wish)
    if names:
        listed = ", ".join(names)
        yield Diagnostic(
            Severity.INFO,
            "marks-left-out",
            f"the sheet has no room for {listed}",
            hint="a larger sheet has; or say `--marks cut` or `--marks none`",
        )


def _faces(texts: Iterable[str]) -> tuple[Face, ...]:
    """The fonts of the slug; those of Han and Hangul only when they are needed."""
    letters = set().union(*texts)
    if not letters:
        return ()
    found, _ = open_fonts({"sans": _LATIN}, FontFolders(None, None, ()))
    latin = found[found.open("sans", "latin", 400, False)]
    if all(map(latin.has, letters)):
        return (latin,)
    others, _ = open_fonts({"sans": _OTHERS}, FontFolders(None, None, ()))
    return (latin, *(others[others.open("sans", tag, 400, False)] for tag in others.fonts("sans")))


def _carried(source: Opened, order: Order) -> Carried:
    for_press = not (order.home or order.scheme is Scheme.READER)
    if not order.home:
        return Carried(source.pdf, for_press)
    edge = "DuplexFlipLongEdge" if order.flip is Flip.LONG else "DuplexFlipShortEdge"
    return Carried(source.pdf, for_press, edge)


def fault_of_disk(output: Path, fault: OSError) -> Diagnostic:
    """Word what the disk said."""
    return Diagnostic(
        Severity.ERROR,
        "cannot-write",
        f"the file cannot be written: {fault.strerror or fault}",
        Source(str(output)),
        "see whether the folder exists, the disk has room and no other program holds the file open",
    )
