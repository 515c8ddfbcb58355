"""The ticket as a prepress desk reads it."""

from __future__ import annotations

from collections.abc import Callable

from progprint.geom import mm
from progprint.press.preflight.types import Report
from progprint.press.ticket.columns import cells
from progprint.press.ticket.types import Binding, PageInk, Pictures, Ticket
from progprint.press.ticket.words import ticket_text


def test_the_ticket_reads_as_it_read(ticket: Ticket, golden: Callable[[str, str], None]) -> None:
    golden("job-ticket.txt", ticket_text(ticket))


def test_no_line_is_wider_than_80_cells(ticket: Ticket) -> None:
    assert [line for line in ticket_text(ticket).splitlines() if cells(line) > 80] == []


def one_file(ticket: Ticket, binding: Binding, **survey: object) -> str:
    """The ticket of a book in one file."""
    first = ticket.printed[0]
    printed = first._replace(role="book", survey=first.survey._replace(**survey))
    text = ticket_text(ticket._replace(printed=(printed,), binding=binding))
    return " ".join(text.split())


def test_a_stitched_booklet_has_creep_and_no_spine(ticket: Ticket) -> None:
    text = one_file(ticket, Binding("saddle", 32, 0, (), mm(0.1)))
    # (32 / 4 - 1) x 0.1 mm x 1.0 to 1.4
    assert "0.7 mm to 0.98 mm at the innermost leaf" in text
    assert "Spine" not in text and "saddle stitched" in text


def test_loose_sheets_have_neither_edge_nor_hands(ticket: Ticket) -> None:
    text = one_file(ticket, Binding("loose", 3, 0, (), mm(0.1)))
    assert "not bound: loose sheets" in text
    assert "edge" not in text and "hand page" not in text and "Creep" not in text


def test_a_book_bound_at_the_right_begins_on_the_left(ticket: Ticket) -> None:
    text = one_file(ticket, Binding("saddle", 8, 0, (), mm(0.1)), right_bound=True)
    assert "at the right edge" in text and "page 1 is a left-hand page" in text


def test_flaps_and_a_printed_inside_are_told(ticket: Ticket) -> None:
    binding, (interior, cover) = ticket.binding, ticket.printed
    assert binding.spine is not None
    both = cover.survey._replace(pages=(*cover.survey.pages, PageInk(2, ("Black",))))
    text = " ".join(ticket_text(ticket._replace(
        binding=binding._replace(spine=binding.spine._replace(flaps=mm(90))),
        printed=(interior, cover._replace(survey=both)))).split())
    assert "90 mm wide at both fore-edges" in text and "inside in Black" in text and "with flaps" in text


def test_pages_that_were_not_read_in_full_are_named(ticket: Ticket) -> None:
    first = ticket.printed[0]
    doubtful = first.survey._replace(pages=(PageInk(1, ("Cyan",), ("a gradient whose colours are computed",)), *first.survey.pages[1:]))
    text = " ".join(ticket_text(ticket._replace(printed=(first._replace(survey=doubtful),))).split())
    assert "not read in full, so taken for colour: 1 (a gradient whose colours are computed)" in text


def test_what_is_not_there_is_said_to_be_none(ticket: Ticket) -> None:
    text = one_file(
        ticket._replace(copies=0, note="", licences=()), Binding("saddle", 4, 0, (), mm(0.1)),
        pages=(PageInk(1, ()),), pictures=Pictures(), most_ink=(0.0, 0))
    assert "Plates none" in text and "Pictures none" in text and "Copies" not in text and "Note" not in text
    assert "no areas or pictures; the limit is 300 %" in text


def test_fonts_of_placed_files_are_told_apart(ticket: Ticket) -> None:
    assert "HelveticaNeue" in ticket_text(ticket._replace(strange_fonts=("HelveticaNeue",)))


def test_a_file_without_doubts_has_nothing_to_ask_about(ticket: Ticket) -> None:
    interior, cover = ticket.printed
    text = ticket_text(ticket._replace(printed=(interior._replace(report=Report(4, (), 50)), cover)))
    assert "booklet-interior.pdf: fit for coated-offset, nothing to ask about" in text
