"""Orders and stocks -> places, marks beyond the bleed, and what is refused."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from progprint.diag import BadInput
from progprint.geom import Rect, mm
from progprint.press.impose.marks import Lettering, Patch, Ring, Stroke, Wish, left_out, marks_of
from progprint.press.impose.schemes import impose
from progprint.press.impose.sections import gathered, nested, signatures
from progprint.press.impose.sizes import in_mm, read_length, read_sheet
from progprint.press.impose.types import Bar, Flip, Lip, Marks, Order, Scheme, Stock, Work
from progprint.press.impose.words import listed

BOOK = Stock(32, mm(148), mm(210), mm(3))
SRA3, A4, SRA2 = (mm(320), mm(450)), (mm(210), mm(297)), (mm(450), mm(640))
ALL = Wish(Marks.ALL, Bar.CMYK, ("PANTONE 485 C",))


def test_the_first_sheet_of_a_booklet_is_listed_as_it_lies():
    made = impose(BOOK, Order(sheet=SRA3, paper=mm(0.1)))
    assert list(listed(made))[:2] == [
        "sheet 1 front, signature 1: 29v 4v  /  32 1", "sheet 1 back, signature 1: 3v 30v  /  2 31",
    ]


def test_smaller_signatures_stand_before_the_last_of_a_bound_book():
    assert signatures(60, 16) == (16, 16, 16, 8, 4)
    assert [len(s.pages) for s in gathered(60, 16)] == [16, 16, 8, 4, 16]
    assert [s.pages[0] for s in gathered(60, 16)] == [1, 17, 33, 41, 45]
    # and lie innermost in a stitched one
    assert nested(12, 8)[1].pages == (5, 6, 7, 8)


@pytest.mark.parametrize(("sheet", "size"), [(SRA3, 8), (SRA2, 16), ((mm(225), mm(320)), 4), ((mm(900), mm(900)), 16)])
def test_a_sheet_takes_the_signature_that_it_holds(sheet, size):
    made = impose(BOOK, Order(sheet=sheet))
    assert len(made.sides[0].places) * 2 == size


def test_pages_of_a_milled_spine_stand_apart_by_what_is_milled():
    made = impose(BOOK, Order(scheme=Scheme.PERFECT, sheet=SRA3, milling=mm(4)))
    first, last = sorted((p for p in made.sides[0].places if p.page in (1, 8)), key=lambda p: p.trim.x)
    assert last.trim.x - first.trim.right == pytest.approx(mm(8))
    # bleed is kept into what is milled off, and does not meet
    assert first.clip.right == pytest.approx(first.trim.right + mm(3))


def test_collation_marks_step_down_on_the_spine_one_signature_after_the_other():
    made = impose(BOOK, Order(scheme=Scheme.PERFECT, sheet=SRA3, milling=mm(4)))
    fronts = made.sides[::2]
    steps = [side.collation[0] for side in fronts]
    assert [round((b.y - a.y) * 25.4 / 72, 2) for a, b in pairwise(steps)] == [6.0] * 3
    for side, step in zip(fronts, steps, strict=True):
        spine = next(p for p in side.places if p.page % 8 == 1)
        assert step.right < spine.trim.x and step.x > spine.trim.x - mm(8)
    assert not any(side.collation for side in made.sides[1::2])


@pytest.mark.parametrize("right", [False, True])
@pytest.mark.parametrize("signature", [4, 8, 16])
def test_each_step_is_as_far_from_the_head_of_its_signature_as_its_number_says(signature, right):
    order = Order(scheme=Scheme.PERFECT, sheet=(mm(900), mm(900)), signature=signature, right_bound=right)
    for number, side in enumerate(impose(BOOK._replace(pages=48), order).sides[::2], 1):
        (step,) = side.collation
        first = next(p for p in side.places if p.page == (number - 1) * signature + 1)
        from_head = first.trim.bottom - step.bottom if first.turned else step.y - first.trim.y
        assert from_head == pytest.approx(mm(6) * number)
        # its middle lies on the fold that is the spine
        assert step.x + step.width / 2 == pytest.approx(min(side.folds[0], key=lambda x: abs(x - step.x)))
        assert abs((step.x - first.trim.x) if not right else (step.right - first.trim.right)) < mm(6)


def test_a_printer_that_turns_at_the_long_edge_gets_its_backs_upside_down():
    plain = impose(BOOK, Order(home=True)).sides[1]
    turned = impose(BOOK, Order(home=True, flip=Flip.LONG)).sides[1]
    width, height = plain.size
    assert {(p.page, p.turned) for p in turned.places} == {(p.page, not p.turned) for p in plain.places}
    at = {p.page: p.trim for p in plain.places}
    for place in turned.places:
        assert place.trim.x == pytest.approx(width - at[place.page].right)
        assert place.trim.y == pytest.approx(height - at[place.page].bottom)


def outside(shape, kept: Rect) -> bool:
    if isinstance(shape, Stroke):
        box = (min(shape.x1, shape.x2), min(shape.y1, shape.y2), max(shape.x1, shape.x2), max(shape.y1, shape.y2))
    elif isinstance(shape, Ring):
        box = (shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius)
    elif isinstance(shape, Patch):
        box = (shape.x, shape.y, shape.x + shape.size, shape.y + shape.size)
    else:
        assert isinstance(shape, Lettering)
        box = (shape.x, shape.y - 6.5, shape.x + shape.width, shape.y + 2)
    return box[2] < kept.x or box[0] > kept.right or box[3] < kept.y or box[1] > kept.bottom


@settings(max_examples=60, deadline=None)
@given(
    scheme=st.sampled_from([Scheme.SADDLE, Scheme.PERFECT, Scheme.CUT_STACK, Scheme.N_UP]),
    sheet=st.tuples(st.integers(150, 900), st.integers(150, 900)), page=st.tuples(st.integers(40, 220), st.integers(40, 300)),
    bleed=st.integers(0, 5), pages=st.integers(1, 60), work=st.sampled_from([None, Work.TURN, Work.TUMBLE]),
)
def test_pages_stay_on_the_sheet_and_marks_beyond_the_bleed(scheme, sheet, page, bleed, pages, work):
    stock = Stock(pages, mm(page[0]), mm(page[1]), mm(bleed))
    folded = scheme in (Scheme.SADDLE, Scheme.PERFECT)
    order = Order(scheme=scheme, sheet=(mm(sheet[0]), mm(sheet[1])), work=work,
                  two_sided=None if folded else True, paper=mm(0.1) if folded else None)
    try:
        made = impose(stock, order)
    except BadInput as bad:
        assert {d.code for d in bad.diagnostics} <= {"wrong-use-sheet", "wrong-use-paper"}
        assume(False)
    shown = [place.page for side in made.sides for place in side.places if place.page]
    assert sorted(shown) == list(range(1, pages + 1))
    for side in made.sides:
        kept = Rect(side.block.x - made.bleed, side.block.y - made.bleed,
                    side.block.width + 2 * made.bleed, side.block.height + 2 * made.bleed)
        for place in side.places:
            assert kept.x - 0.01 <= place.clip.x and place.clip.right <= kept.right + 0.01
            assert kept.y - 0.01 <= place.clip.y and place.clip.bottom <= kept.bottom + 0.01
        assert kept.x >= -0.01 and kept.right <= side.size[0] + 0.01
        for a, b in pairwise(side.places):
            assert not overlap(a.clip, b.clip)
        shapes = marks_of(side, made.bleed, ALL, "pages.pdf · sheet 1 of 8")
        assert all(outside(shape, kept) for shape in shapes)


def overlap(a: Rect, b: Rect) -> bool:
    return a.x < b.right - 0.01 and b.x < a.right - 0.01 and a.y < b.bottom - 0.01 and b.y < a.bottom - 0.01


def test_a_roomy_sheet_has_every_mark():
    side = impose(BOOK, Order(sheet=SRA2, signature=8)).sides[0]
    shapes = marks_of(side, mm(3), ALL, "slug")
    assert left_out(side, mm(3), ALL) == ()
    assert len([s for s in shapes if isinstance(s, Ring)]) == 8
    assert len([s for s in shapes if isinstance(s, Patch)]) == 13
    # one upright fold and one level one, each at both ends
    assert len([s for s in shapes if isinstance(s, Stroke) and s.dashed]) == 4
    # four cuts above and below at the fore-edges would be at the spine, too; that is folded
    cuts = {round(s.x1, 1) for s in shapes if isinstance(s, Stroke) and s.x1 == s.x2 and not s.dashed and s.y2 < side.block.y}
    assert {round(side.block.x, 1), round(side.block.right, 1)} <= cuts
    assert len(cuts) == 2 + 2, "two cuts, and two crosses of registration marks"


def test_what_has_no_room_is_named():
    side = impose(BOOK, Order(scheme=Scheme.N_UP, sheet=(mm(308), mm(218)))).sides[0]
    assert left_out(side, mm(3), ALL) == (
        "some crop marks", "some registration marks", "patches of the colour bar", "the slug line")
    assert left_out(side, mm(3), Wish(Marks.NONE, Bar.NONE)) == ()


@pytest.mark.parametrize(("order", "codes"), [
    (Order(), ["wrong-use-sheet"]),
    (Order(sheet=(mm(100), mm(100))), ["wrong-use-sheet"]),
    (Order(sheet=A4, signature=16), ["wrong-use-sheet"]),
    (Order(sheet=SRA3, signature=12), ["wrong-use-signature"]),
    (Order(sheet=SRA3, paper=mm(10)), ["wrong-use-paper"]),
    (Order(sheet=SRA3, creep_factor=1.2), ["wrong-use-creep-factor"]),
    (Order(sheet=SRA3, milling=mm(3)), ["wrong-use-option"]),
    (Order(sheet=SRA3, work=Work.TURN, flip=Flip.LONG), ["wrong-use-flip"]),
    (Order(scheme=Scheme.N_UP, sheet=SRA3, work=Work.TURN), ["wrong-use-sides"]),
    (Order(scheme=Scheme.N_UP, sheet=SRA3, grid=(9, 9)), ["wrong-use-sheet"]),
    (Order(scheme=Scheme.N_UP, sheet=SRA3, paper=mm(0.1), signature=8), ["wrong-use-option"] * 2),
    (Order(scheme=Scheme.READER, sheet=SRA3, marks=Marks.ALL), ["wrong-use-option"] * 2),
    (Order(scheme=Scheme.PERFECT, home=True), ["wrong-use-home"]),
    (Order(sheet=SRA3, lip=Lip.LOW), ["wrong-use-lip"]),
    (Order(sheet=SRA2, overfold=mm(8), work=Work.TURN), ["wrong-use-overfold"]),
    (Order(scheme=Scheme.PERFECT, sheet=SRA3, overfold=mm(8)), ["wrong-use-option"]),
    (Order(sheet=SRA3, margin=mm(5)), ["wrong-use-margin"]),
    (Order(home=True, margin=mm(60)), ["wrong-use-margin"]),
    (Order(home=True, gripper=mm(8)), ["wrong-use-home"]),
    (Order(sheet=SRA3, marks=Marks.CUT, bar=Bar.CMYK), ["wrong-use-bar"]),
    (Order(home=True, marks=Marks.ALL, bleed=mm(3)), ["wrong-use-home"] * 2),
])
def test_orders_that_cannot_be_obeyed_are_refused_with_a_hint(order, codes):
    with pytest.raises(BadInput) as bad:
        impose(BOOK, order)
    assert [d.code for d in bad.value.diagnostics] == codes
    assert all(d.hint for d in bad.value.diagnostics)


def test_the_sheet_that_is_too_small_says_what_is_needed():
    with pytest.raises(BadInput) as bad:
        impose(BOOK, Order(sheet=A4))
    assert "4 pages, half of them on each side, and the bleed take 302 × 216 mm" in bad.value.diagnostics[0].message


@pytest.mark.parametrize(("text", "sides"), [
    ("SRA3", (320, 450)), ("sra3", (320, 450)), ("330x488mm", (330, 488)), ("13 x 19 in", (330.2, 482.6)),
    ("33cm×48.8cm", (330, 488)), ("SRA9", None), ("330x488", None), ("0x0mm", None), ("", None), ("9999x9999in", None),
])
def test_sheets_are_named_or_measured(text, sides):
    assert read_sheet(text) == (sides and pytest.approx((mm(sides[0]), mm(sides[1]))))


def test_lengths_carry_their_unit():
    assert read_length("0.1mm") == pytest.approx(mm(0.1))
    assert read_length("3") is None and read_length("-3mm") is None
    assert in_mm(mm(0.35)) == "0.35" and in_mm(mm(302)) == "302"
