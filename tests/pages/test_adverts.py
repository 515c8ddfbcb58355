"""Advertisements and logos on the small page: 200 x 300 pt, 10 pt of bleed."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.blocks.types import Advert, Logo, Logos, Picture
from progprint.geom import Rect
from progprint.glyphs import Faces
from progprint.images import PictureInfo, Sheet
from progprint.pages.adverts import set_advert
from progprint.pages.frames import lay_page
from progprint.pages.setting import Setting, set_block
from progprint.pages.types import ImageMark, LinkMark, TextMark
from small_books import GRID, design_of, entry_of, para

WHOLE = Rect(-10, -10, 220, 320)


def info(name: str, width: float, height: float, bleed: float = 0.0) -> PictureInfo:
    sheet = Sheet((width, height), (bleed,) * 4, True) if ".pdf" in name else None
    return PictureInfo(name, round(width), round(height), "CMYK", False, "", "0", sheet=sheet)


def setting_with(faces: Faces, *known: PictureInfo) -> Setting:
    return Setting(faces, GRID, {each.file: each for each in known})


@pytest.fixture
def place(tmp_path: Path, square_faces: Faces):
    page = design_of(tmp_path).page

    def place(found: PictureInfo, area: Rect = WHOLE, size: tuple[float, float] | None = None, link: str = ""):
        setting = setting_with(square_faces, found)
        marks, faults = set_advert(Advert(Picture(found.file), size, link), area, page, setting)
        return [mark for _, mark in marks], [(fault.code, fault.detail) for fault in faults]

    return place


def test_a_page_with_bleed_falls_on_the_trim_and_shows_no_more_than_the_pages_own_bleed(place) -> None:
    (mark,), faults = place(info("/a.pdf#page=1", 200, 300, bleed=12))
    assert (mark.box, mark.reach, faults) == (Rect(0, 0, 200, 300), WHOLE, [])


def test_a_wrong_size_is_placed_in_the_middle_as_it_is_and_told(place) -> None:
    (mark,), faults = place(info("/a.pdf#page=2", 180, 280, bleed=10))
    assert mark.box == Rect(10, 10, 180, 280)
    assert faults == [("advertisement-size", "a.pdf, page 2 is 63.5 x 98.8 mm, the page is 70.6 x 105.8 mm")]


def test_half_a_millimetre_is_no_other_size(place) -> None:
    assert place(info("/a.pdf#page=1", 199, 301, bleed=10))[1] == []
    assert place(info("/a.pdf#page=1", 198, 300, bleed=10))[1] != []


def test_what_was_sold_is_compared_too(place) -> None:
    _, faults = place(info("/a.pdf#page=1", 200, 300, bleed=10), size=(200, 150))
    assert [code for code, _ in faults] == ["advertisement-size"]
    assert "sold were 70.6 x 52.9 mm" in faults[0][1]


def test_missing_bleed_is_told_by_its_sides(place) -> None:
    found = info("/a.pdf#page=1", 200, 300)._replace(sheet=Sheet((200, 300), (10, 0, 10, 0), True))
    assert place(found)[1] == [("advertisement-bleed", "a.pdf has less than 3.5 mm of bleed on top and bottom")]
    assert place(info("/a.pdf#page=1", 200, 300))[1][0][1].endswith("on any side")


def test_a_file_without_a_trim_box_that_holds_its_bleed_is_known_by_its_size(place) -> None:
    (mark,), faults = place(info("/a.pdf#page=1", 220, 320))
    assert (mark.box, faults) == (WHOLE, [])


def test_a_picture_is_as_large_as_its_room_with_or_without_bleed(place) -> None:
    (with_bleed,), faults = place(info("/a.jpg", 2200, 3200))
    assert (with_bleed.box, faults) == (WHOLE, [])
    (without,), faults = place(info("/a.jpg", 2000, 3000))
    assert without.box == Rect(0, 0, 200, 300)
    assert [code for code, _ in faults] == ["advertisement-bleed"]
    (other,), faults = place(info("/a.jpg", 3000, 3000))
    # whole, never cut
    assert other.box.width == other.box.height
    assert faults[0][0] == "advertisement-size"


def test_a_frame_without_bleed_shows_none(place) -> None:
    area = Rect(20, 100, 160, 100)
    (mark,), faults = place(info("/a.pdf#page=1", 160, 80, bleed=10), area)
    assert (mark.box, mark.reach, faults) == (Rect(20, 110, 160, 80), Rect(20, 110, 160, 80), [])


def test_at_a_bleeding_foot_it_stands_at_the_trim(place) -> None:
    (mark,), faults = place(info("/a.pdf#page=1", 200, 100, bleed=10), Rect(-10, 190, 220, 120))
    assert (mark.box, faults) == (Rect(0, 200, 200, 100), [])
    # nothing of its bleed is shown above it
    assert mark.reach == Rect(-10, 200, 220, 110)


def test_a_link_covers_what_is_left_after_cutting(place) -> None:
    marks, _ = place(info("/a.pdf#page=1", 220, 320), link="https://example.org")
    (link,) = [mark for mark in marks if isinstance(mark, LinkMark)]
    assert link.box == Rect(0, 0, 200, 300)


def test_one_that_cannot_be_read_leaves_all_its_room(tmp_path: Path, square_faces: Faces) -> None:
    page = design_of(tmp_path).page
    marks, faults = set_advert(Advert(Picture("/gone.pdf#page=1")), WHOLE, page, setting_with(square_faces))
    assert [mark.box for _, mark in marks if isinstance(mark, ImageMark)] == [WHOLE]
    assert faults == ()


def test_its_frame_is_as_high_as_it_was_sold_off_the_grid(tmp_path: Path, square_faces: Faces) -> None:
    masters = "\nmasters:\n  ad:\n    both:\n      - {frame: a, height: 150pt, bleeds: yes, blocks: [advertisement]}\n"
    design = design_of(tmp_path, masters)
    found = info("/a.pdf#page=1", 200, 150, bleed=10)
    entry = entry_of(master="ad", parts={"advertisement": (Advert(Picture(found.file)),)})
    laid = lay_page(design.masters["ad"].recto, entry, "recto", design.page, setting_with(square_faces, found))
    assert [m.box for m in laid.marks if isinstance(m, ImageMark)] == [Rect(0, 0, 200, 150)]
    assert laid.faults == ()


# --- logos -------------------------------------------------------------------------------------------


def wall(*known: PictureInfo, names: int = 0, **more: object) -> Logos:
    logos = [Logo(Picture(each.file), para("name")) for each in known]
    logos += [Logo(Picture(""), para(f"name {number}")) for number in range(names)]
    given = {"across": 3, "height": 40.0, "gap": 10.0, **more}
    return Logos(tuple(logos), **given)  # type: ignore[arg-type]


def boxes(block: Logos, faces: Faces, *known: PictureInfo) -> list[list[Rect]]:
    """Row by row."""
    rows = set_block(block, 320, setting_with(faces, *known))
    return [[m.box for _, m in row.marks if isinstance(m, ImageMark)] for row in rows if not row.gap]


def test_logos_of_all_shapes_have_one_area(square_faces: Faces) -> None:
    known = [info("/wide.pdf#page=1", 400, 100), info("/square.png", 80, 80), info("/long.pdf#page=1", 60, 40)]
    ((wide, square, long),) = boxes(wall(*known), square_faces, *known)
    areas = [box.width * box.height for box in (wide, square, long)]
    # half a cell of 100 x 40
    assert areas == pytest.approx([2000, 1600, 2000])
    assert wide.width / wide.height == pytest.approx(4)
    # the square one is held by the height
    assert square.height == 40
    # their middles stand on one line, each in the middle of its cell
    assert {round(box.y + box.height / 2, 3) for box in (wide, square, long)} == {20.0}
    assert [round(box.x + box.width / 2, 3) for box in (wide, square, long)] == [50.0, 160.0, 270.0]


def test_rows_are_balanced_when_centred_and_full_when_ranged_left(square_faces: Faces) -> None:
    known = [info(f"/{n}.png", 100, 50) for n in range(4)]
    assert [len(row) for row in boxes(wall(*known), square_faces, *known)] == [2, 2]
    left = boxes(wall(*known, align="left"), square_faces, *known)
    assert [len(row) for row in left] == [3, 1]
    assert left[1][0].x == 0


def test_a_name_stands_in_for_a_logo_that_is_not_there(square_faces: Faces) -> None:
    known = info("/a.png", 100, 50)
    rows = set_block(wall(known, names=2), 320, setting_with(square_faces, known))
    marks = [m for row in rows for _, m in row.marks]
    assert [m.text for m in marks if isinstance(m, TextMark)] == ["name 0", "name 1"]
    missing = set_block(wall(known), 320, setting_with(square_faces))
    assert [m.text for row in missing for _, m in row.marks if isinstance(m, TextMark)] == ["name"]
