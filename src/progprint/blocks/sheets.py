"""Screenings -> run sheets: a venue's day on paper, slot under slot, black only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from hashlib import blake2b
from typing import NamedTuple

from progprint.blocks.desk import Desk
from progprint.blocks.facts import entry_title
from progprint.blocks.lists import Say, line_paras
from progprint.blocks.paging import guessed_height, shared_out, stretched
from progprint.blocks.sheet_lines import clock, day_words, films_of, heading_fields, row_fields
from progprint.blocks.turnover import Entries, slot_times
from progprint.blocks.types import Beside, Block, DayGrid, Lines, Para, Rule, Tick, Track
from progprint.design.line_makes import Line
from progprint.geom import mm
from progprint.locale import format_minutes
from progprint.programme.types import Film, Screening, Shorts, Venue
from progprint.style import BLACK
from progprint.words import Words

#: distance of the lines for notes: on a full page, and where there is room to write
LEAST_PITCH, MOST_PITCH = 15.5, mm(8.5)
#: room between the heading and its count
GUTTER = mm(4)
#: room of the rule over a row, and over the notes: half of it over the rule, half under it
RULE = 8.0
#: what guessed heights may be wrong by where rows are to grow
SLACK = mm(8)


class Step(NamedTuple):
    """One line of a running order; without a time when that is not known."""

    at: datetime | None
    what: Words


class Sheet(NamedTuple):
    """One page of a run sheet."""

    parts: dict[str, tuple[Block, ...]]
    #: eight hexadecimal digits, the same on all pages of the sheet: they change when what it says does
    data: str


def run_sheet(
    desk: Desk, day: date, venue: Venue, slots: Sequence[Screening], entries: Entries
) -> tuple[Sheet, ...]:
    """The sheet of one venue on one day, its slots shared out evenly among as many pages as they need."""
    rows = [_row(desk, slot, venue, entries[slot.entry]) for slot in slots]
    room, measure = _type_area(desk)
    guesses = [guessed_height(row, measure) + RULE for row in rows]
    data = digest([*_heading(desk, day, venue, ""), *rows])
    room -= sum(guessed_height(b, measure) for b in _heading(desk, day, venue, "")) + RULE
    how = desk.design.makes.run_sheet
    pages = shared_out(guesses, room - how.notes * LEAST_PITCH, how.rows) or [0]
    sheets, first = [], 0
    for count in pages:
        here = slice(first, first + count)
        least = stretched(guesses[here], room - how.notes * MOST_PITCH - SLACK, *how.height)
        # frames are whole lines of the grid: the body's and the notes' may each take one more
        left = room - sum(max(least, height) for height in guesses[here]) - 2 * desk.grid
        counted = f"{first + 1}–{first + count} / {len(rows)}" if len(pages) > 1 else ""
        body = [b for row in rows[here] for b in (_rule(), row._replace(least=least - RULE))]
        parts: dict[str, tuple[Block, ...]] = {
            "heading": _heading(desk, day, venue, counted),
            "body": tuple(body) or _nothing(desk),
            "notes": _notes(desk, left),
        }
        sheets.append(Sheet(parts, data))
        first += count
    return tuple(sheets)


def _type_area(desk: Desk) -> tuple[float, float]:
    """Height, in whole lines of the grid, and width of what margins leave."""
    page = desk.design.page
    height = page.trim[1] - page.margins.top - page.margins.bottom
    width = page.trim[0] - page.margins.inside - page.margins.outside
    return height // page.baseline * page.baseline, width


def _rule() -> Rule:
    return Rule(1.0, BLACK, RULE)


def _nothing(desk: Desk) -> tuple[Block, ...]:
    words = desk.labels("no_screenings")
    return (_rule(), desk.mixed("sheet-title", desk.apart("sheet-title", words)))


def _notes(desk: Desk, room: float) -> tuple[Block, ...]:
    how = desk.design.makes.run_sheet
    if not how.notes:
        return ()
    label = desk.mixed("sheet-label", desk.apart("sheet-label", desk.labels("notes"), "\n"))
    pitch = min(max(room / how.notes, LEAST_PITCH), MOST_PITCH)
    first = Track(*how.columns[0].width) if how.columns else Track(limit=mm(29))
    lines = Lines(pitch, BLACK, how.notes)
    return (_rule(), Beside(((label,), (lines,)), (first, Track(share=1)), how.gap, keep=True))


def _heading(desk: Desk, day: date, venue: Venue, counted: str) -> tuple[Block, ...]:
    """What the layout says of venue and day; and which of the slots stand here when not all do."""
    say = partial(heading_fields, desk, (venue, day))
    lines = [p for line in desk.design.makes.run_sheet.heading for p in line_paras(desk, line, say)]
    if not counted:
        return tuple(lines)
    count = desk.plain("sheet-count", f"{desk.label('screenings', desk.main).text} {counted}")
    tracks = (Track(share=1), Track(limit=mm(60)))
    return (*lines[:-1], Beside((tuple(lines[-1:]), (count,)), tracks, GUTTER, keep=True))


def day_line(desk: Desk, day: date, style: str) -> Para:
    """`Thursday 24 June 2021  2021年6月24日 星期四`."""
    forms = [Words(day_words(day, lang), lang) for lang in desk.languages]
    return desk.mixed(style, desk.apart(style, dict.fromkeys(forms)))


def _row(desk: Desk, slot: Screening, venue: Venue, entry: Film | Shorts) -> Beside:
    how = desk.design.makes.run_sheet
    say = partial(row_fields, desk, (slot, venue, entry))
    columns = tuple(
        tuple(block for line in column.lines for block in _line(desk, line, slot, (say, entry)))
        for column in how.columns
    )
    tracks = tuple(Track(*column.width) for column in how.columns)
    return Beside(columns, tracks, how.gap, keep=True, least=how.height[0] - RULE)


def _line(desk: Desk, line: Line, slot: Screening, row: tuple[Say, Film | Shorts]) -> tuple[Block, ...]:
    say, entry = row
    if line.text.parts != (("", "steps"),):
        return line_paras(desk, line, say)
    return tuple(_step(desk, slot, step, line) for step in running_order(desk, slot, entry))


def running_order(desk: Desk, slot: Screening, entry: Film | Shorts) -> tuple[Step, ...]:
    """Clock times from the doors to the clean room; a programme of shorts film by film, with its pauses."""
    times = slot_times(slot, entry, desk.programme.turnover(slot.venue))
    steps = [Step(times.doors, desk.label("doors", desk.main))]
    if isinstance(entry, Film):
        steps.append(Step(slot.at, _timed(desk, desk.label("film", desk.main), entry.running_time)))
    else:
        at: datetime | None = slot.at
        for film in films_of(desk, entry):
            steps.append(Step(at, _timed(desk, entry_title(desk, film, desk.main), film.running_time)))
            length = film.running_time
            at = at + timedelta(minutes=length + entry.pauses) if at and length is not None else None
    if slot.guests:
        minutes = None
        if times.film_ends is not None and times.ends is not None:
            minutes = int((times.ends - times.film_ends) / timedelta(minutes=1)) or None
        steps.append(Step(times.film_ends, _timed(desk, desk.label("guests", desk.main), minutes)))
    steps.append(Step(times.cleared, desk.label("cleared", desk.main)))
    steps.append(Step(times.ready, desk.label("ready", desk.main)))
    return tuple(steps)


def _timed(desk: Desk, what: Words, minutes: int | None) -> Words:
    return what._replace(text=f"{what.text} {format_minutes(minutes, desk.main)}") if minutes else what


def digest(blocks: Iterable[Block]) -> str:
    """Eight hexadecimal digits of what some blocks say and at what times, however they look."""
    said = "\0".join(text for block in blocks for text in _said(block))
    return blake2b(said.encode(), digest_size=4).hexdigest()


def _said(block: Block) -> Iterator[str]:
    match block:
        case Para(spans=spans):
            yield "".join(span.words.text for span in spans)
        case Tick(para=para):
            yield from _said(para)
        case Beside(parts=parts):
            for part in parts:
                for inner in part:
                    yield from _said(inner)
        case DayGrid(venues=venues, slots=slots):
            for key, label in venues:
                yield key
                for para in label:
                    yield from _said(para)
            for slot in slots:
                yield f"{slot.venue} {slot.start} {slot.length} {slot.extra} {slot.clear} {slot.clean}"
                for para in slot.lines:
                    yield from _said(para)
        case _:
            pass


def _step(desk: Desk, slot: Screening, step: Step, line: Line) -> Tick:
    own = line.text.styles[0] if line.text.styles else ""
    time = desk.spans(own or line.style, Words(clock(desk, slot, step.at) + " ", "en", slot.source))
    step_line = desk.mixed(line.style, (*time, *desk.spans(line.style, step.what)))
    return Tick(step_line, desk.design.makes.run_sheet.box)


__all__ = ["Sheet", "Step", "day_line", "digest", "run_sheet", "running_order"]
