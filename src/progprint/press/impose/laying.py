"""Formes -> sides: how each lies on its sheet, clear of the gripper where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from progprint.geom import Rect, fits
from progprint.press.impose.formes import Forme, above, beside, moved_forme, upside_down
from progprint.press.impose.types import Flip, Side, Work

_FRONT, _BACK, _BOTH = "front", "back", "both"


class Press(NamedTuple):
    """A sheet, and how it goes through the press and the folder. Points."""

    #: either side may be the width
    sheet: tuple[float, float]
    #: depth of the edge by which the press holds the sheet: a long edge, and the same for both faces
    gripper: float = 0.0
    work: Work = Work.SHEETWISE
    #: the edge at which a printer with two sides turns the sheet; None is about its upright middle
    flip: Flip | None = None
    #: by how much the half with the high folios stands out when folded; below 0 that with the low ones
    lip: float = 0.0
    right_bound: bool = False


class Plate(NamedTuple):
    """The two faces of one sheet before they are laid on it; no back where only one is printed."""

    front: Forme
    back: Forme | None
    #: of the sheet, as it lies
    size: tuple[float, float]
    #: number of the signature; 0 where nothing is folded
    signature: int = 0


def lying(press: Press, need: Forme, *, clear: bool) -> tuple[float, float] | None:
    """The sheet lying as the forme fits; as the forme itself lies when it fits both ways.

    With `clear` the gripper's edge stays free.
    """
    upright = (min(press.sheet), max(press.sheet))
    for size in (upright[::-1], upright) if need.width > need.height else (upright, upright[::-1]):
        if takes(press, size, need, clear=clear):
            return size
    return None


def takes(press: Press, size: tuple[float, float], need: Forme, *, clear: bool) -> bool:
    """Whether a sheet that lies so has room for a forme."""
    room = inked(press, size, _FRONT) if clear else Rect(0.0, 0.0, *size)
    return fits(need.width, room.width) and fits(need.height, room.height)


def inked(press: Press, size: tuple[float, float], face: str) -> Rect:
    """What of a face may be printed: the sheet without its gripper edge.

    That is the foot of a sheet that lies, and the left edge of one that stands, as one sees its front.
    """
    (width, height), gripper = size, press.gripper
    wide = width > height
    if press.work is (Work.TUMBLE if wide else Work.TURN):
        # the second time the press holds the opposite edge, and the same plates must register
        return (
            Rect(0.0, gripper, width, height - 2 * gripper)
            if wide
            else Rect(gripper, 0.0, width - 2 * gripper, height)
        )
    back = face == _BACK
    if wide:
        return Rect(0.0, gripper if back and tumbled(press, size) else 0.0, width, height - gripper)
    return Rect(0.0 if back and not tumbled(press, size) else gripper, 0.0, width - gripper, height)


def tumbled(press: Press, size: tuple[float, float]) -> bool:
    """Whether the printer turns the sheet about its level middle."""
    return press.flip is not None and (size[0] > size[1]) == (press.flip is Flip.LONG)


def worked(front: Forme, back: Forme | None, work: Work) -> tuple[Forme, ...]:
    """The formes that are printed: one for each face, or one for both."""
    if back is None:
        return (front,)
    if work is Work.TURN:
        return (beside(front, back),)
    if work is Work.TUMBLE:
        return (above(front, upside_down(back)),)
    return front, back


def laid(plates: Iterable[Plate], press: Press) -> Iterator[Side]:
    """Lay each forme in the middle of what may be printed, or off it by half of what stands out."""
    for number, plate in enumerate(plates, 1):
        formes = worked(plate.front, plate.back, press.work)
        faces = (_BOTH,) if plate.back is not None and len(formes) == 1 else (_FRONT, _BACK)
        for face, forme in zip(faces, formes, strict=False):
            turned = face == _BACK and tumbled(press, plate.size)
            one = upside_down(forme) if turned else forme
            room = inked(press, plate.size, face)
            x = _start(one.width, room.x, room.right, plate.size[0])
            y = _start(one.height, room.y, room.bottom, plate.size[1])
            if press.lip and len(one.folds[0]) == 1:
                # fronts have their high folios left of the fold; those of a book bound at the right, right
                left = (face == _BACK) == turned
                sign = 1 if left != press.right_bound else -1
                x = (plate.size[0] + sign * press.lip) / 2 - one.folds[0][0]
            at = moved_forme(one, x, y)
            yield Side(
                number, face, plate.size, at.places, at.block, room, at.folds, plate.signature, at.collation
            )


def _start(need: float, start: float, end: float, whole: float) -> float:
    """In the middle of the room; where it is too narrow, as far from the gripper as the sheet allows."""
    if fits(need, end - start) or start == whole - end:
        return (start + end - need) / 2
    return whole - need if start else 0.0
