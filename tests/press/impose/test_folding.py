"""Sheets folded by geometry read from the first page to the last."""

from __future__ import annotations

import pytest
from folded import back_to_back, fold
from hypothesis import given, settings
from hypothesis import strategies as st

from progprint.geom import mm
from progprint.press.impose.schemes import impose
from progprint.press.impose.sections import padded
from progprint.press.impose.types import Imposition, Order, Scheme, Side, Stock

LARGE = (mm(1200), mm(1200))
BOOK = Stock(32, mm(148), mm(210), mm(3))


def faces(made: Imposition) -> list[tuple[Side, Side]]:
    return list(zip(made.sides[::2], made.sides[1::2], strict=True))


@pytest.mark.parametrize("signature", [4, 8, 16, 32])
def test_folded_and_gathered_signatures_read_one_to_the_last(signature):
    made = impose(BOOK, Order(scheme=Scheme.PERFECT, sheet=LARGE, signature=signature))
    read = [page for front, back in faces(made) for page in fold(front, back)]
    assert read == list(range(1, 33))


@pytest.mark.parametrize("signature", [4, 8, 16, 32])
def test_folded_and_nested_signatures_read_one_to_the_last(signature):
    made = impose(BOOK, Order(sheet=LARGE, signature=signature, paper=mm(0.1)))
    before, after = [], []
    for front, back in faces(made):
        pages = fold(front, back)
        half = len(pages) // 2
        before, after = before + pages[:half], pages[half:] + after
    assert before + after == list(range(1, 33))


def test_a_book_bound_at_the_right_is_the_mirror_of_its_sheet():
    left = impose(BOOK, Order(sheet=LARGE, signature=16))
    right = impose(BOOK._replace(right_bound=True), Order(sheet=LARGE, signature=16))
    for a, b in zip(left.sides, right.sides, strict=True):
        mirrored = sorted((p.page, round(a.size[0] - p.trim.right, 3), p.turned, -p.spine) for p in a.places)
        assert mirrored == sorted((p.page, round(p.trim.x, 3), p.turned, p.spine) for p in b.places)
    # on the front of the outermost sheet the first page stands left of the last
    x = {p.page: p.trim.x for p in right.sides[0].places}
    assert x[1] < x[32]


@settings(max_examples=40, deadline=None)
@given(pages=st.integers(1, 300), signature=st.sampled_from([None, 4, 8, 16, 32]),
       scheme=st.sampled_from([Scheme.SADDLE, Scheme.PERFECT]), right=st.booleans())
def test_any_number_of_pages_folds_into_a_book(pages, signature, scheme, right):
    stock = BOOK._replace(pages=pages, right_bound=right)
    made = impose(stock, Order(scheme=scheme, sheet=LARGE, signature=signature))
    before, after = [], []
    for front, back in faces(made):
        read = fold(front, back, right_bound=right)
        half = len(read) // 2 if scheme is Scheme.SADDLE else len(read)
        before, after = before + read[:half], read[half:] + after
    blanks = padded(pages) - pages
    assert before + after == [*range(1, pages + 1), *[0] * blanks]


@settings(max_examples=40, deadline=None)
@given(pages=st.integers(1, 200), scheme=st.sampled_from([Scheme.CUT_STACK, Scheme.N_UP]),
       grid=st.tuples(st.integers(1, 4), st.integers(1, 4)), two=st.booleans())
def test_leaves_that_are_cut_apart_have_their_own_backs(pages, scheme, grid, two):
    made = impose(BOOK._replace(pages=pages), Order(scheme=scheme, sheet=LARGE, grid=grid, two_sided=two))
    shown = [place.page for side in made.sides for place in side.places if place.page]
    assert sorted(shown) == list(range(1, pages + 1))
    if two:
        for front, back in faces(made):
            for place, behind in back_to_back(front, back):
                assert behind.page in ((0,) if place.page in (0, pages) else ()) + (place.page + 1,)


def test_stacks_laid_one_under_the_other_are_the_book():
    made = impose(BOOK._replace(pages=30), Order(scheme=Scheme.CUT_STACK, sheet=LARGE, grid=(2, 2)))
    read = []
    for at in range(4):
        for front, back in faces(made):
            read += next([p.page, b.page] for number, (p, b) in enumerate(back_to_back(front, back)) if number == at)
    assert [page for page in read if page] == list(range(1, 31))


def test_step_and_repeat_fills_a_sheet_with_each_page():
    made = impose(BOOK._replace(pages=2), Order(scheme=Scheme.N_UP, sheet=(mm(320), mm(450)), repeat=True))
    assert [[p.page for p in side.places] for side in made.sides] == [[1] * 4, [2] * 4]


def test_spreads_are_read_as_the_open_book():
    made = impose(BOOK._replace(pages=6), Order(scheme=Scheme.READER))
    assert [[p.page for p in side.places] for side in made.sides] == [[1], [2, 3], [4, 5], [6]]
    made = impose(BOOK._replace(pages=5, right_bound=True), Order(scheme=Scheme.READER))
    assert [[p.page for p in side.places] for side in made.sides] == [[1], [3, 2], [5, 4]]
