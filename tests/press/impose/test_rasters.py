"""Sheets as a press would show them: numbers read from pixels, pages moved as the formula of the creep says."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import chain

import pytest
from numbered import DIAMOND, numbered
from rasters import Digits, Raster, cells, code_on, folded_pages, leaves, middle_of_ink, rasters

from progprint.geom import mm
from progprint.pdf import PdfOptions, write_pdf
from progprint.press.impose.file import impose_file
from progprint.press.impose.types import Flip, Order, Scheme, Work
from small_books import booklet_of, design_of, entry_of, para

#: of a page: small, so that 16 of them stand on SRA3
PAGE = (mm(60), mm(90))
SRA3, A3, A4 = (mm(320), mm(450)), (mm(297), mm(420)), (mm(210), mm(297))
#: a module of the code is 3 pixels
DPI = 108
#: in 256 greys an edge at 144 dpi tells its place to 0.001 mm, five times finer
SEEN = mm(0.005)
#: columns and rows of one face of a folded sheet
SHAPES = {4: (2, 1), 8: (2, 2), 16: (4, 2), 32: (4, 4)}


def sides(tmp_path, order, pages=32, dpi=DPI, change=None):
    file = numbered(tmp_path / "pages.pdf", pages, PAGE, coded=True, change=change)
    return rasters(impose_file(file, tmp_path / "sheets.pdf", order).file, dpi)


def in_pairs(found):
    return zip(found[::2], found[1::2], strict=True)


def said(pictures):
    return [code_on(picture) for picture in pictures]


ONE_TO_32 = [str(number) for number in range(1, 33)]


@pytest.mark.parametrize(("scheme", "signature", "right"), [
    (Scheme.SADDLE, 4, False), (Scheme.SADDLE, 8, True), (Scheme.SADDLE, 16, False), (Scheme.SADDLE, 32, True),
    (Scheme.PERFECT, 8, False), (Scheme.PERFECT, 16, True), (Scheme.PERFECT, 32, False),
])
def test_sheets_folded_in_pictures_read_one_to_thirty_two(tmp_path, scheme, signature, right):
    found = sides(tmp_path, Order(scheme=scheme, sheet=SRA3 if signature > 4 else A4, signature=signature, right_bound=right))
    before, after = [], []
    for front, back in in_pairs(found):
        pages = said(folded_pages(front, back, *SHAPES[signature], right_bound=right))
        half = len(pages) // 2 if scheme is Scheme.SADDLE else len(pages)
        before, after = before + pages[:half], pages[half:] + after
    assert before + after == ONE_TO_32


def test_stacks_cut_in_pictures_read_one_to_thirty_two(tmp_path):
    found = sides(tmp_path, Order(scheme=Scheme.CUT_STACK, sheet=A3, grid=(2, 2)))
    stacks = {}
    for front, back in in_pairs(found):
        for place, leaf in leaves(front, back, 2, 2).items():
            stacks.setdefault(place, []).extend((leaf.up.picture, leaf.down.picture))
    order = [(0, 0), (1, 0), (0, 1), (1, 1)]
    assert said(chain.from_iterable(stacks[place] for place in order)) == ONE_TO_32


def test_pages_side_by_side_stand_as_one_reads(tmp_path):
    found = sides(tmp_path, Order(scheme=Scheme.N_UP, sheet=A3, grid=(4, 4)))
    assert [one for side in found for one in said(cut.picture for cut in cells(side, 4, 4).values())] == ONE_TO_32


def part(raster, left, top, right, foot, *, turned=False):
    """A part of a sheet, in shares of what the cuts leave, as a sheet of its own."""
    x, y, x2, y2 = raster.trim
    box = [round(v) for v in (x + left * (x2 - x), y + top * (y2 - y), x + right * (x2 - x), y + foot * (y2 - y))]
    picture = raster.picture.crop(box)
    return Raster(picture.rotate(180) if turned else picture, (0, 0, *picture.size))


@pytest.mark.parametrize("work", [Work.TURN, Work.TUMBLE])
def test_a_sheet_printed_twice_from_the_same_plates_is_cut_in_two_and_folds(tmp_path, work):
    before, after = [], []
    for face in sides(tmp_path, Order(sheet=SRA3, signature=8, work=work)):
        if work is Work.TURN:
            # behind the left half stands what the plate has at the right
            front, back = part(face, 0, 0, 0.5, 1), part(face, 0.5, 0, 1, 1)
        else:
            front, back = part(face, 0, 0, 1, 0.5), part(face, 0, 0.5, 1, 1, turned=True)
        pages = said(folded_pages(front, back, 2, 2))
        before, after = before + pages[:4], pages[4:] + after
    assert before + after == ONE_TO_32


@pytest.mark.parametrize("flip", [Flip.SHORT, Flip.LONG])
def test_an_office_booklet_reads_one_to_thirty_two_at_the_edge_it_is_turned_at(tmp_path, flip):
    before, after = [], []
    for front, back in in_pairs(sides(tmp_path, Order(home=True, flip=flip))):
        # the sheets lie: their short edges are left and right, and turning there leaves the head at the top
        seen = back if flip is Flip.SHORT else part(back, 0, 0, 1, 1, turned=True)
        pages = said(folded_pages(front, seen, 2, 1))
        before, after = before + pages[:2], pages[2:] + after
    assert before + after == ONE_TO_32


def test_spreads_show_the_cover_alone_and_then_the_open_book(tmp_path):
    found = sides(tmp_path, Order(scheme=Scheme.READER, right_bound=True), pages=5)
    assert [said(c.picture for c in cells(s, n, 1).values()) for s, n in zip(found, (1, 2, 2), strict=True)] == [
        ["1"], ["3", "2"], ["5", "4"]]


# --- our own booklet: its folios -----------------------------------------------------------------

FOLIOS = """
masters:
  plain:
    running:
      - {text: "{folio}", style: folio, edge: foot, side: outside, offset: 20pt}
    both:
      - {frame: body, columns: 1-4, blocks: [body]}
"""


@pytest.fixture
def booklet(tmp_path, real_faces):
    """32 pages with a folio each, and a first line that shows the ten digits."""
    entries = [entry_of(f"page {n}", parts={"body": [para("0 1 2 3 4 5 6 7 8 9")]}) for n in range(32)]
    made = booklet_of(entries, design_of(tmp_path, FOLIOS), real_faces)
    write_pdf(made, real_faces, tmp_path / "booklet.pdf", PdfOptions(datetime(2027, 3, 1, tzinfo=UTC)))
    return tmp_path / "booklet.pdf"


@pytest.mark.parametrize(("order", "columns", "rows"), [
    (Order(sheet=A3, signature=8, paper=mm(0.2)), 2, 2), (Order(scheme=Scheme.PERFECT, sheet=A3, signature=16), 4, 2),
])
def test_the_folios_of_our_own_booklet_read_one_to_thirty_two(tmp_path, booklet, order, columns, rows):
    """The folio stands in the lowest seventh of the page, the digits in the highest fifth."""
    digits = Digits(strip(rasters(booklet, 4 * DPI)[0], 0.05, 0.2))
    before, after = [], []
    for front, back in in_pairs(rasters(impose_file(booklet, tmp_path / "sheets.pdf", order).file, 2 * DPI)):
        pages = folded_pages(front, back, columns, rows)
        assert digits.read(pages[0].crop((0, pages[0].height // 20, pages[0].width, pages[0].height // 5))) == "0123456789"
        read = [digits.read(page.crop((0, page.height * 17 // 20, page.width, page.height - 4))) for page in pages]
        half = len(read) // 2 if order.scheme is Scheme.SADDLE else len(read)
        before, after = before + read[:half], read[half:] + after
    assert before + after == ONE_TO_32


def strip(raster, top, foot):
    return part(raster, 0, top, 1, foot).picture


# --- creep and register --------------------------------------------------------------------------


def diamonds(tmp_path, order, columns, pages=12):
    """For each side the middles of the black diamonds, points from the middle of the cuts, by column."""
    found = []
    for side in sides(tmp_path, order, pages, dpi=144):
        left, top, right, foot = side.trim
        width, middle = (right - left) / columns, (top + foot) / 2
        # a gutter moves pages a little from the middle of their share of the sheet
        room = 1.5 * DIAMOND * side.scale[0]
        found.append([])
        for column in range(columns):
            x = left + (column + 0.5) * width
            at = middle_of_ink(side.picture, (x - room, middle - room, x + room, middle + room))
            found[-1].append(((at[0] - (left + right) / 2) / side.scale[0], (at[1] - middle) / side.scale[1]))
    return found


@pytest.mark.parametrize("factor", [None, 1.4])
def test_the_creep_that_one_measures_is_that_of_the_formula(tmp_path, factor):
    """`d` sheets round a page: `d` x thickness x factor nearer to the spine; the outermost sheet not at all."""
    paper = mm(0.2)
    found = diamonds(tmp_path, Order(sheet=A4, signature=4, paper=paper, creep_factor=factor), 2, pages=32)
    for number, side in enumerate(found):
        nearer = (number // 2) * paper * (factor or 1)
        assert [x for x, _ in side] == pytest.approx([-PAGE[0] / 2 + nearer, PAGE[0] / 2 - nearer], abs=SEEN), number
        assert [y for _, y in side] == pytest.approx([0, 0], abs=SEEN)
    # the innermost of 32 pages: (32 / 4 - 1) x thickness x factor
    assert found[-1][0][0] + PAGE[0] / 2 == pytest.approx((32 / 4 - 1) * paper * (factor or 1), abs=SEEN)


def test_signatures_that_lie_behind_one_another_do_not_push_each_other(tmp_path):
    """Glued sheets of one fold all stand alike, with what is milled off between them."""
    order = Order(scheme=Scheme.PERFECT, sheet=A4, signature=4, paper=mm(0.2), milling=mm(3))
    for side in diamonds(tmp_path, order, 2):
        assert [x for x, _ in side] == pytest.approx([-PAGE[0] / 2 - mm(3), PAGE[0] / 2 + mm(3)], abs=SEEN)


def test_stacks_that_are_cut_do_not_creep(tmp_path):
    order = Order(scheme=Scheme.CUT_STACK, sheet=A3, grid=(3, 1), gutter=mm(8))
    for side in diamonds(tmp_path, order, 3):
        assert [x for x, _ in side] == pytest.approx([-PAGE[0] - mm(8), 0, PAGE[0] + mm(8)], abs=SEEN)


def test_what_stands_behind_a_page_stands_exactly_behind_it(tmp_path):
    """The sheet held against the light, turned like a page: diamonds of both faces lie on each other."""
    for front, back in in_pairs(diamonds(tmp_path, Order(sheet=A4, signature=4, paper=mm(0.2)), 2)):
        assert [x for x, _ in front] == pytest.approx([-x for x, _ in reversed(back)], abs=SEEN)
