"""Where formes lie on their sheets: the gripper's edge stays free, one half of a folded sheet stands out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from numbered import numbered
from PIL import Image, ImageChops
from rasters import rasters

from progprint.diag import BadInput, Severity
from progprint.geom import mm
from progprint.press.impose.file import impose_file
from progprint.press.impose.schemes import impose
from progprint.press.impose.types import Flip, Lip, Order, Scheme, Stock, Work

BOOK = Stock(32, mm(148), mm(210), mm(3))
SRA3, SRA2, SRA1, A4 = (mm(320), mm(450)), (mm(450), mm(640)), (mm(640), mm(900)), (mm(210), mm(297))
HELD = mm(10)


# --- gripper -------------------------------------------------------------------------------------


def ink(picture: Image.Image) -> tuple[float, float, float, float]:
    """How far from each edge of a sheet its first ink is, points: left, head, right, foot."""
    left, top, right, foot = ImageChops.invert(picture).point(lambda value: 255 * (value > 40)).getbbox()
    return left, top, picture.width - right, picture.height - foot


@pytest.mark.parametrize(("order", "edges"), [
    # a sheet that lies is held at its foot, one that stands at its left; turned like a page, at its right
    (Order(sheet=SRA3, signature=4), ("foot", "foot")), (Order(sheet=SRA3), ("left", "right")),
    (Order(scheme=Scheme.PERFECT, sheet=SRA3), ("left", "right")), (Order(scheme=Scheme.CUT_STACK, sheet=SRA3), ("left", "right")),
    (Order(scheme=Scheme.N_UP, sheet=SRA3), ("left",)),
    # a printer that turns at the other edge
    (Order(sheet=SRA3, signature=4, flip=Flip.LONG), ("foot", "head")), (Order(sheet=SRA3, flip=Flip.SHORT), ("left", "left")),
    # printed twice from the same plates: held at the foot both times, or at both edges
    (Order(sheet=SRA2, work=Work.TURN), ("foot",)), (Order(sheet=SRA2, signature=4, work=Work.TUMBLE), ("left",)),
    (Order(sheet=(mm(800), mm(650)), signature=8, work=Work.TURN), ("foot",)),
    (Order(sheet=(mm(320), mm(640)), signature=4, work=Work.TURN), ("foot",)),
])
def test_the_edge_that_the_press_holds_stays_free_of_ink(tmp_path, order, edges):
    file = numbered(tmp_path / "pages.pdf", 8)
    made = impose_file(file, tmp_path / "sheets.pdf", replace(order, gripper=HELD))
    assert "in-gripper" not in {note.code for note in made.notes}
    names = ("left", "head", "right", "foot")
    for side, edge in zip(rasters(made.file, 72), edges * 8, strict=False):
        assert ink(side.picture)[names.index(edge)] >= HELD - 1


def test_front_and_back_register_with_a_gripper():
    """The same edge of the paper: turned like a page, what stood left stands right."""
    for order in (Order(sheet=SRA3, gripper=HELD), Order(sheet=SRA3, signature=4, gripper=HELD)):
        made = impose(BOOK, order)
        for front, back in zip(made.sides[::2], made.sides[1::2], strict=True):
            assert back.block.x == pytest.approx(front.size[0] - front.block.right)
            assert back.block.y == pytest.approx(front.block.y)


@pytest.mark.parametrize(("work", "page", "both"), [
    # turned about its upright middle, a sheet that stands is held left, then right
    (Work.TURN, (60, 300), ("left", "right")), (Work.TURN, (200, 60), ("foot",)),
    (Work.TUMBLE, (200, 60), ("head", "foot")), (Work.TUMBLE, (60, 300), ("left",)),
])
def test_plates_that_meet_the_press_from_both_edges_stay_in_the_middle(work, page, both):
    stock = Stock(8, mm(page[0]), mm(page[1]), mm(3))
    side = impose(stock, Order(sheet=(mm(950), mm(700)), signature=4, work=work, gripper=HELD)).sides[0]
    room = {"left": side.inked.x, "head": side.inked.y, "right": side.size[0] - side.inked.right,
            "foot": side.size[1] - side.inked.bottom}
    assert {name for name, depth in room.items() if depth == pytest.approx(HELD)} == set(both)
    assert {name for name, depth in room.items() if not depth} == room.keys() - set(both)
    assert side.block.x + side.block.right == pytest.approx(side.inked.x + side.inked.right)
    assert side.block.y + side.block.bottom == pytest.approx(side.inked.y + side.inked.bottom)


def test_a_sheet_without_room_for_the_gripper_takes_fewer_pages_or_is_warned_of():
    # 302 mm and 18 stand on SRA3, with 20 they do not: one fold, the sheet held at its foot, fits
    assert {len(side.places) for side in impose(BOOK, Order(sheet=SRA3, gripper=mm(18))).sides} == {4}
    assert {len(side.places) for side in impose(BOOK, Order(sheet=SRA3, gripper=mm(20))).sides} == {2}
    made = impose(BOOK, Order(sheet=SRA3, gripper=mm(20), signature=8))
    (found,) = [note for note in made.notes if note.severity is Severity.WARNING]
    assert (found.code, found.message) == (
        "in-gripper", "the pages reach 2 mm into the gripper's 20 mm, where the press cannot print")
    # as far from it as the sheet allows
    assert made.sides[0].block.right + made.bleed == pytest.approx(made.sides[0].size[0])
    assert made.sides[1].block.x - made.bleed == pytest.approx(0, abs=0.001)


def test_a_warning_is_an_error_when_one_is_strict(tmp_path):
    file = numbered(tmp_path / "pages.pdf", 8)
    (tmp_path / "sheets.pdf").write_bytes(b"old")
    with pytest.raises(BadInput) as bad:
        impose_file(file, tmp_path / "sheets.pdf", Order(sheet=SRA3, gripper=mm(20), signature=8, strict=True))
    assert [d.code for d in bad.value.diagnostics if d.severity is Severity.ERROR] == ["in-gripper"]
    file.write_bytes(file.read_bytes()[:-150])
    with pytest.raises(BadInput) as bad:
        impose_file(file, tmp_path / "sheets.pdf", Order(sheet=SRA3, strict=True))
    assert [d.code for d in bad.value.diagnostics if d.severity is Severity.ERROR] == ["pdf-mended"]
    assert (tmp_path / "sheets.pdf").read_bytes() == b"old"
    assert {p.name for p in tmp_path.iterdir()} == {"pages.pdf", "sheets.pdf"}


# --- overfold ------------------------------------------------------------------------------------


def halves(side) -> list[tuple[float, float]]:
    """At each spine, how far the paper reaches from it on the side of the high folios and on that of the low ones."""
    upright = side.folds[0]
    stops = [0.0, *upright, side.size[0]]
    found = []
    for spine in upright[:: 2]:
        before = max(at for at in stops if at < spine - 1)
        after = min(at for at in stops if at > spine + 1)
        left = {p.page > 16 for p in side.places if before < p.trim.x + p.trim.width / 2 < spine}
        assert len(left) == 1
        parts = (spine - before, after - spine)
        found.append(parts if left == {True} else parts[::-1])
    return found


@pytest.mark.parametrize("right", [False, True])
@pytest.mark.parametrize("lip", [None, Lip.HIGH, Lip.LOW])
@pytest.mark.parametrize(("sheet", "signature", "more"), [
    (SRA3, 4, {}), (SRA3, 8, {}), (SRA1, 16, {}), (SRA1, 32, {}), (SRA2, 4, {"work": Work.TUMBLE}),
    (SRA3, 4, {"flip": Flip.LONG}), (SRA1, 16, {"flip": Flip.LONG}),
])
def test_one_half_of_each_folded_sheet_stands_out(sheet, signature, more, lip, right):
    stock = BOOK._replace(right_bound=right) if signature < 32 else Stock(32, mm(100), mm(150), mm(3), right)
    made = impose(stock, Order(sheet=sheet, signature=signature, overfold=mm(8), lip=lip, **more))
    plain = impose(stock, Order(sheet=sheet, signature=signature, **more))
    wanted = mm(-8 if lip is Lip.LOW else 8)
    for side, other in zip(made.sides, plain.sides, strict=True):
        for high, low in halves(side):
            assert high - low == pytest.approx(wanted, abs=0.01)
        # pages, how they stand and what of them is printed stay as they are
        assert [(p.page, p.turned, p.clip.width, p.trim.y) for p in side.places] == [
            (p.page, p.turned, pytest.approx(p.clip.width), p.trim.y) for p in other.places]
        assert all(p.clip.x >= -0.01 and p.clip.right <= side.size[0] + 0.01 for p in side.places)


def test_faces_register_with_an_overfold():
    for signature in (4, 16):
        made = impose(BOOK, Order(sheet=SRA1, signature=signature, overfold=mm(8), gripper=HELD))
        for front, back in zip(made.sides[::2], made.sides[1::2], strict=True):
            assert sorted(front.size[0] - p.trim.right for p in front.places) == pytest.approx(
                sorted(p.trim.x for p in back.places))


def test_a_sheet_too_small_for_what_stands_out_takes_fewer_pages_or_is_refused():
    assert {len(side.places) for side in impose(BOOK, Order(sheet=SRA3, overfold=mm(18))).sides} == {4}
    assert {len(side.places) for side in impose(BOOK, Order(sheet=SRA3, overfold=mm(19))).sides} == {2}
    with pytest.raises(BadInput) as bad:
        impose(BOOK, Order(sheet=(mm(305), mm(220)), overfold=mm(8)))
    assert "take 310 × 216 mm" in bad.value.diagnostics[0].message


# --- the office ----------------------------------------------------------------------------------


def test_a_booklet_for_the_office_keeps_clear_of_the_edges_that_stay_white(tmp_path):
    made = impose(BOOK, Order(home=True, margin=mm(5)))
    side = made.sides[0]
    assert side.size == pytest.approx((mm(297), mm(210)))
    assert made.scale == pytest.approx(200 / 210, abs=0.001)
    assert side.block.x > mm(5) and side.block.y == pytest.approx(mm(5))
    codes = {note.code for note in made.notes}
    assert {"made-smaller", "flip"} <= codes and "white-edge" not in codes
    assert "white-edge" in {note.code for note in impose(BOOK, Order(home=True)).notes}
    small = Stock(32, mm(100), mm(150))
    assert "white-edge" not in {note.code for note in impose(small, Order(home=True)).notes}


def test_spreads_say_which_pages_stand_alone():
    said = [impose(BOOK._replace(pages=n), Order(scheme=Scheme.READER)).notes[0].message for n in (1, 2, 5, 6)]
    assert said == [
        "page 1 stands alone, as in the open book", "page 1 and page 2 stand alone, as in the open book",
        "page 1 stands alone, as in the open book", "page 1 and page 6 stand alone, as in the open book"]
