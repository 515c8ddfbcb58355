"""Frames with their contents -> the box of each: from the head down, from the foot up, side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from progprint.blocks.types import Advert, Block
from progprint.design.types import Frame
from progprint.geom import TOLERANCE, Rect
from progprint.pages.notes import depth_with_notes
from progprint.pages.room import Room, padding_of
from progprint.pages.rows import Galley, on_grid
from progprint.pages.setting import Setting
from progprint.pages.spanning import Bay, fill_spanning
from progprint.pages.vertical import Upright


class Job(NamedTuple):
    """One frame with its contents, set."""

    frame: Frame
    blocks: tuple[Block, ...]
    galley: Galley
    #: blocks that are as high as the frame: picture, band, day grid, ruled lines
    elastic: tuple[Block, ...]
    #: of one of its columns
    measure: float
    x: float
    width: float
    #: of a page that is made for nothing but what is left over
    last: bool
    #: what is set in vertical lines, when the frame's height is known
    upright: Upright | None = None
    #: waits for the next page, though there may be room
    held: Galley = ()

    @property
    def empty(self) -> bool:
        return not (self.blocks or self.galley or (self.upright and self.upright.carried))


def ground_box(job: Job, room: Room) -> Rect:
    if job.frame.bleeds:
        return Rect(job.x, 0.0, job.width, room.top + room.height)
    return Rect(job.x, room.top, job.width, room.height)


def _natural(job: Job, room: float, setting: Setting) -> float:
    """How high a frame wants to be, at most `room`; in whole lines of the grid."""
    frame, grid = job.frame, setting.grid
    if frame.height is not None:
        return frame.height[1]
    if frame.rule:
        # the rule has a line of its own
        plain = job._replace(frame=frame._replace(rule=0.0))
        return min(_natural(plain, max(room - grid, 0.0), setting) + grid, room)
    if job.elastic or job.upright is not None:
        return room
    pad = 2 * padding_of(frame, grid)
    if frame.split == 1:
        return min(on_grid(depth_with_notes(job.galley, grid) + pad, grid), room)
    columns = fill_spanning(job.galley, Bay(frame.split, room - pad, grid, room - pad, balanced=True))
    return room if columns.rest else min(on_grid(columns.bottom + pad, grid), room)


def lowered(
    foot: Sequence[Job], head: Sequence[Job], room: Room, setting: Setting
) -> Sequence[Job]:
    """Foot frames with heights from-to, no higher than those above leave them."""
    elastic = [j for j in foot if j.frame.height is not None and j.frame.height[0] < j.frame.height[1]]
    if not elastic:
        return foot
    least = sum(
        max(_least(j, room.height, setting) + j.frame.space * setting.grid for j in band)
        for band in _bands(foot)
    )
    need = _needed(_bands(head), room, room.height, setting)
    spare = max(room.height - need - least, 0.0)

    def shortened(job: Job) -> Job:
        if job not in elastic or job.frame.height is None:
            return job
        low, high = job.frame.height
        return job._replace(frame=job.frame._replace(height=(low, min(high, low + spare))))

    return [shortened(job) for job in foot]


def _needed(bands: Sequence[Sequence[Job]], room: Room, floor: float, setting: Setting) -> float:
    """How much head frames take at their least, with the empty lines after them, each begun on the grid."""
    y = 0.0
    for band in bands:
        heights = []
        for job in band:
            height = _least(job, floor, setting)
            if job.frame.bleeds and band is bands[0]:
                height = _foot_on_grid(height, room, setting) - room.top
            heights.append(height + job.frame.space * setting.grid)
        y = on_grid(y + max(heights), setting.grid)
    return y


def place_foot(jobs: Sequence[Job], room: Room, setting: Setting) -> tuple[list[tuple[Job, Rect]], float]:
    """Foot frames from the last line upwards; and how much room they leave above them."""
    bottom = room.height
    placed: list[tuple[Job, Rect]] = []
    for band in reversed(_bands(jobs)):
        highest = bottom
        for job in band:
            top = max(bottom - _natural(job, bottom, setting), 0.0)
            placed.append((job, Rect(job.x, room.top + top, job.width, bottom - top)))
            highest = min(highest, max(top - job.frame.space * setting.grid, 0.0))
        bottom = int((highest + TOLERANCE) / setting.grid) * setting.grid
    return placed, bottom


def place_head(jobs: Sequence[Job], room: Room, floor: float, setting: Setting) -> list[tuple[Job, Rect]]:
    """Head frames from the top down to `floor`; a frame with heights from-to takes what the others leave."""
    bands = _bands(jobs)
    spare = max(floor - _needed(bands, room, floor, setting), 0.0)
    placed: list[tuple[Job, Rect]] = []
    y = 0.0
    for band in bands:
        # a bar in the head margin leaves it to what follows
        deepest, taken = y if placed else -room.top, 0.0
        for job in band:
            height = _height(job, floor - y, spare, setting, band is bands[-1])
            if job.frame.height is not None:
                taken = max(taken, height - job.frame.height[0])
            top = y
            if job.frame.bleeds and band is bands[0]:
                # the first frame begins at the trim: its foot still stands on the grid
                top = -room.top
                height += room.top if job.frame.height is None else 0.0
                # an advertisement is as high as it was sold
                sold = any(isinstance(block, Advert) for block in job.elastic)
                height = height if sold else _foot_on_grid(height, room, setting)
            placed.append((job, Rect(job.x, room.top + top, job.width, height)))
            deepest = max(deepest, top + height + job.frame.space * setting.grid)
        # what stands below begins on a line of the grid again
        y = min(on_grid(deepest, setting.grid), floor)
        spare = max(spare - taken, 0.0)
    return placed


def _foot_on_grid(height: float, room: Room, setting: Setting) -> float:
    lines = round((height - room.top) / setting.grid)
    return lines * setting.grid + room.top


def _least(job: Job, room: float, setting: Setting) -> float:
    if job.frame.height is not None:
        return job.frame.height[0]
    if job.elastic or job.upright is not None:
        above = setting.grid * bool(job.frame.rule) + 2 * padding_of(job.frame, setting.grid)
        return depth_with_notes(job.galley, setting.grid) + above
    return _natural(job, room, setting)


def _height(job: Job, left: float, spare: float, setting: Setting, lowest: bool = False) -> float:
    if job.frame.height is not None:
        least, most = job.frame.height
        lines = int((min(most - least, spare) + TOLERANCE) / setting.grid)
        return least + lines * setting.grid
    if lowest and job.frame.split == 1 and any(row.notes for row in job.galley):
        # notes stand at the foot of the page, not under the text's last line
        return max(left, 0.0)
    return max(min(_natural(job, left, setting), left), 0.0)


def _bands(jobs: Sequence[Job]) -> list[list[Job]]:
    """Frames whose columns do not overlap stand side by side."""
    bands: list[list[Job]] = []
    for job in jobs:
        first, last = job.frame.columns
        if bands and all(last < j.frame.columns[0] or first > j.frame.columns[1] for j in bands[-1]):
            bands[-1].append(job)
        else:
            bands.append([job])
    return bands
