"""Screenings -> run sheets: a venue's day on paper, slot under slot, black only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from hashlib import blake2b
from typing import NamedTuple

from progprint.blocks.desk import Desk
from progprint.blocks.facts import colour, entry_title, language, slot_time, subtitles
from progprint.blocks.paging import guessed_height, shared_out, stretched
from progprint.blocks.turnover import Entries, SlotTimes, slot_times
from progprint.blocks.types import Beside, Block, DayGrid, Lines, Para, Rule, Tick, Track
from progprint.geom import mm
from progprint.locale import format_date, format_minutes, format_time, format_weekday, is_cjk, join_names
from progprint.programme.types import Film, Screening, Shorts, Venue
from progprint.style import BLACK
from progprint.words import Words, joined

#: a row is at least so high, and grows so far on a page with room; a page holds at most so many rows
LEAST_ROW, MOST_ROW = mm(34), mm(48)
MOST_ROWS = 7
#: distance of the lines for notes: on a full page, and where there is room to write
LEAST_PITCH, MOST_PITCH = 15.5, mm(8.5)
NOTE_LINES = 3
#: width of the column of times, and the room between columns
TIMES, GUTTER = mm(29), mm(4)
#: shares of titles and running order in what is left
SHARES = (5, 4)
BOX = mm(3.6)
#: room of the rule over a row, and over the notes: half of it over the rule, half under it
RULE = 8.0
#: what guessed heights may be wrong by where rows are to grow
SLACK = mm(8)
#: between facts: a line may end after it, never before
DOT = "\u00a0· "
#: a time that is not known is a blank to be filled in by pen
BLANK = "__:__"


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
    pages = shared_out(guesses, room - NOTE_LINES * LEAST_PITCH, MOST_ROWS) or [0]
    sheets, first = [], 0
    for count in pages:
        here = slice(first, first + count)
        least = stretched(guesses[here], room - NOTE_LINES * MOST_PITCH - SLACK, LEAST_ROW, MOST_ROW)
        # frames are whole lines of the grid: the body's and the notes' may each take one more
        left = room - sum(max(least, height) for height in guesses[here]) - 2 * desk.grid
        counted = f"{first + 1}–{first + count} / {len(rows)}" if len(pages) > 1 else ""
        body = [b for row in rows[here] for b in (_rule(), row._replace(least=least - RULE))]
        parts: dict[str, tuple[Block, ...]] = {
            "heading": _heading(desk, day, venue, counted),
            "body": tuple(body) or _nothing(desk),
            "notes": _notes(desk, min(max(left / NOTE_LINES, LEAST_PITCH), MOST_PITCH)),
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


def _notes(desk: Desk, pitch: float) -> tuple[Block, ...]:
    label = desk.mixed("sheet-label", desk.apart("sheet-label", desk.labels("notes"), "\n"))
    lines = Lines(pitch, BLACK, NOTE_LINES)
    tracks = (Track(fixed=TIMES), Track(share=1))
    return (_rule(), Beside(((label,), (lines,)), tracks, GUTTER, keep=True))


def _heading(desk: Desk, day: date, venue: Venue, counted: str) -> tuple[Block, ...]:
    """Venue over day, in every language; and which of the slots stand here when not all do."""
    name = desk.mixed("sheet-venue", desk.apart("sheet-venue", desk.forms(venue.name)))
    when = day_line(desk, day, "sheet-day")
    if not counted:
        return (name, when)
    count = desk.plain("sheet-count", f"{desk.label('screenings', desk.main).text} {counted}")
    return (name, Beside(((when,), (count,)), (Track(share=1), Track(limit=mm(60))), GUTTER, keep=True))


def day_line(desk: Desk, day: date, style: str) -> Para:
    """`Thursday 24 June 2021  2021年6月24日 星期四`."""
    forms = []
    for lang in desk.languages:
        said = [format_weekday(day, lang, "long"), format_date(day, lang, "long")]
        # Han writes a date from the year down to the day of the week
        forms.append(Words(" ".join(reversed(said) if is_cjk(lang) else said), lang))
    return desk.mixed(style, desk.apart(style, dict.fromkeys(forms)))


def _row(desk: Desk, slot: Screening, venue: Venue, entry: Film | Shorts) -> Beside:
    times = slot_times(slot, entry, desk.programme.turnover(slot.venue))
    steps = running_order(desk, slot, entry)
    columns: tuple[tuple[Block, ...], ...] = (
        _times(desk, slot, venue, times),
        _titles(desk, slot, entry),
        tuple(_step(desk, slot, step) for step in steps),
    )
    tracks = (Track(fixed=TIMES), *(Track(share=share) for share in SHARES))
    return Beside(columns, tracks, GUTTER, keep=True, least=LEAST_ROW - RULE)


def _clock(desk: Desk, slot: Screening, at: datetime | None) -> str:
    return format_time(at, slot.day, desk.design.late) if at is not None else BLANK


def _times(desk: Desk, slot: Screening, venue: Venue, times: SlotTimes) -> tuple[Block, ...]:
    main = desk.main
    lines: list[Block] = [desk.para("sheet-start", Words(slot_time(desk, slot), "en", slot.source))]
    for key, at in (("doors", times.doors), ("end", times.ends)):
        lines.append(desk.plain("sheet", f"{desk.label(key, main).text} {_clock(desk, slot, at)}"))
    if venue.seats is not None:
        seats = f"{desk.label('seats', main).text} {venue.seats}"
        lines.append(desk.plain("sheet", seats, "", venue.source))
    return tuple(lines)


def _titles(desk: Desk, slot: Screening, entry: Film | Shorts) -> tuple[Block, ...]:
    main = entry_title(desk, entry, desk.main)
    original = entry.title.get(entry.original) if entry.original else None
    forms = {w.text: w for w in (original, *desk.forms(entry.title)) if w is not None}
    others = [w for text, w in forms.items() if text != main.text]
    code = desk.spans("sheet-code", Words(slot.code, "en", slot.source))
    facts = _facts(desk, entry)
    said = desk.spans("sheet", joined((DOT, facts), desk.main, entry.source)) if facts.text else ()
    return (
        desk.para("sheet-title", main),
        *((desk.mixed("sheet-original", desk.apart("sheet-original", others)),) if others else ()),
        desk.mixed("sheet", (*code, *said)),
    )


def _facts(desk: Desk, entry: Film | Shorts) -> Words:
    """Languages, subtitles and colour; of a programme what its films have, each thing once."""
    films = _films(desk, entry)
    spoken = dict.fromkeys(language(c, desk.main) for f in films for c in f.languages)
    under = dict.fromkeys(subtitles(f, desk.main) for f in films)
    colours = {form.text: form for f in films if (form := colour(desk, f, desk.main)) is not None}
    total = (entry.running_time if isinstance(entry, Shorts) else None) or 0
    parts: tuple[str | Words, ...] = (
        format_minutes(total, desk.main) if total else "",
        join_names(list(spoken), desk.main),
        *under,
        *colours.values(),
    )
    said = [part for part in parts if part]
    dotted = [part for fact in said for part in (DOT, fact)][1:]
    return joined(dotted, desk.main, entry.source)


def _films(desk: Desk, entry: Film | Shorts) -> tuple[Film, ...]:
    if isinstance(entry, Film):
        return (entry,)
    return tuple(f for slug in entry.films if (f := desk.programme.film(slug)) is not None)


def running_order(desk: Desk, slot: Screening, entry: Film | Shorts) -> tuple[Step, ...]:
    """Clock times from the doors to the clean room; a programme of shorts film by film, with its pauses."""
    times = slot_times(slot, entry, desk.programme.turnover(slot.venue))
    steps = [Step(times.doors, desk.label("doors", desk.main))]
    if isinstance(entry, Film):
        steps.append(Step(slot.at, _timed(desk, desk.label("film", desk.main), entry.running_time)))
    else:
        at: datetime | None = slot.at
        for film in _films(desk, entry):
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


def _step(desk: Desk, slot: Screening, step: Step) -> Tick:
    time = desk.spans("sheet-time", Words(_clock(desk, slot, step.at) + " ", "en", slot.source))
    return Tick(desk.mixed("sheet-step", (*time, *desk.spans("sheet-step", step.what))), BOX)


__all__ = ["Sheet", "Step", "day_line", "digest", "run_sheet", "running_order"]
