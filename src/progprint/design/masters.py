"""Rows of `masters:` -> Masters, checked against the page they stand on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import pairwise
from typing import Any

from progprint.design.forms import Faults, Named, Record, hint_for
from progprint.design.frame_blocks import make_items
from progprint.design.frame_pictures import picture_look
from progprint.design.layout_form import BLOCKS
from progprint.design.names import Known, check_name, check_style
from progprint.design.patterns import check_pattern
from progprint.design.types import (
    FOLIO_ROOM,
    PANEL_INSET,
    THUMB_INSET,
    Frame,
    Length,
    Master,
    PageSpec,
    Pattern,
    Running,
    Thumb,
)
from progprint.geom import fits, mm
from progprint.source import error
from progprint.style import Ink

MasterRows = tuple[tuple[Named, str, Record], ...]

#: from the trim's edge to a running foot's baseline when the layout does not say: more than a cutter is off
_RUNNING_OFFSET = mm(8)


#: kind of section, master, frame and block
WHOLE_PAGE = "advertisement"


def with_whole_page(masters: dict[str, Master], page: PageSpec) -> dict[str, Master]:
    """Add the master of advertisements that take all of a page, unless the layout has its own."""
    frames = (Frame(WHOLE_PAGE, (1, page.columns), bleeds=True, blocks=(WHOLE_PAGE,)),)
    return {WHOLE_PAGE: Master(WHOLE_PAGE, frames, frames), **masters}


def make_masters(
    rows: MasterRows, page: PageSpec, inks: dict[str, Ink], known: Known, faults: Faults
) -> dict[str, Master]:
    """Make the masters; a side without frames takes `both`, or else the frames of the other side."""
    masters = {}
    for place, name, found in rows:
        values = found.values
        sides: dict[str, tuple[Frame, ...]] = {}
        for side in ("verso", "recto", "both"):
            if side in values:
                sides[side] = tuple(_frame(record, page, inks, known, faults) for record in values[side])
                check_side(sides[side], page, faults)
        both = sides.get("both")
        verso = sides.get("verso", both if both is not None else sides.get("recto"))
        recto = sides.get("recto", both if both is not None else verso)
        if verso is None and not {"verso", "recto", "both"} & found.places.keys():
            message = f"master `{name}` has no frames"
            faults.append(
                error("missing-key", message, place.source, "write `verso:` and `recto:`, or `both:`")
            )
        running = tuple(_running(record, page, known, faults) for record in values.get("running", ()))
        thumb = _thumb(values.get("thumb"), page, known, faults)
        masters[name] = Master(name, verso or (), recto or (), running, thumb, place.source)
    return masters


def _frame(found: Record, page: PageSpec, inks: dict[str, Ink], known: Known, faults: Faults) -> Frame:
    values = found.values
    panel: Named | None = values.get("panel")
    check_name(panel, "swatch", known, faults)
    check = partial(check_blocks, known=known, faults=faults)
    items = make_items(values.get("blocks", ()), page, inks, known, check, faults)
    height = values.get("height")
    return Frame(
        name=values.get("frame", ""),
        columns=_columns(found, page, faults),
        height=(_points(height[0], page), _points(height[1], page)) if height else None,
        at=values.get("at", "head"),
        bleeds=values.get("bleeds", False),
        split=values.get("split", 1),
        balance=values.get("balance", False),
        blocks=items.names,
        conditions=items.conditions,
        furniture=items.furniture,
        panel=inks.get(panel.text) if panel else None,
        inset=values.get("inset", PANEL_INSET),
        padding=_points(values["padding"], page) if "padding" in values else 0.0,
        pictures=picture_look(values, inks, known, faults),
        space=_points(values["space"], page) / page.baseline if "space" in values else 0.0,
        direction=values.get("direction", "horizontal"),
        gutter=values.get("gutter"),
        rule=values.get("rule", 0.0),
        source=found.source,
    )


def _columns(found: Record, page: PageSpec, faults: Faults) -> tuple[int, int]:
    """First and last column of the grid; parts begin and end at its nearest columns, so any grid has room."""
    first, last, parts = found.values.get("columns", (1, 1, 1))
    if parts:
        before, to = round((first - 1) * page.columns / parts), round(last * page.columns / parts)
        # a grid too coarse for this part gives it the whole width
        return (before + 1, to) if before < to else (1, page.columns)
    if last <= page.columns:
        return first, last
    message = f"columns {first}-{last} lie beyond the page's {page.columns}"
    hint = f"columns count from 1 to {page.columns}; `1-3 of 5` is a share of any grid"
    faults.append(error("off-grid", message, found.places["columns"], hint))
    return min(first, page.columns), page.columns


def _points(length: Length, page: PageSpec) -> float:
    by = {"line": page.baseline, "%": page.trim[1] / 100}
    return length.value * by.get(length.unit, 1.0)


def check_blocks(blocks: Iterable[Named], known: Known, faults: Faults) -> None:
    """Report what neither the house nor a pattern of the layout makes."""
    choices = (*BLOCKS, *sorted(known.names["pattern"]))
    for block in blocks:
        if block.text not in choices and "pattern" not in known.unread:
            message = f"no block `{block.text}`, and no pattern of that name under `blocks:`"
            faults.append(error("unknown-block", message, block.source, hint_for(block.text, choices)))


def check_side(frames: tuple[Frame, ...], page: PageSpec, faults: Faults) -> None:
    """Report frames of one page that bear one name, overlap or need more room than it has."""
    _check_heights(frames, page, faults)
    names: set[str] = set()
    for frame in frames:
        if frame.name in names:
            message = f"two frames of one page are called `{frame.name}`"
            faults.append(error("duplicate-frame", message, frame.source))
        names.add(frame.name)
    for upper, lower in pairwise(frames):
        if upper.at == lower.at and _partly_over(upper.columns, lower.columns):
            message = (
                f"frames `{upper.name}` (columns {upper.columns[0]}-{upper.columns[1]}) and `{lower.name}`"
                f" (columns {lower.columns[0]}-{lower.columns[1]}) overlap"
            )
            hint = "side by side they share no column; to stagger them, put an empty frame between them"
            faults.append(error("frames-overlap", message, lower.source, hint))


def _partly_over(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Say whether columns meet without the one lying within the other."""
    apart = one[1] < other[0] or other[1] < one[0]
    within = (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])
    return not apart and not within


def _check_heights(frames: tuple[Frame, ...], page: PageSpec, faults: Faults) -> None:
    """Report a frame, then a column of frames, whose least heights are more than the page has."""
    text_height = page.trim[1] - page.margins.top - page.margins.bottom
    if text_height < page.baseline:
        return
    sound: list[Frame] = []
    for frame in frames:
        room = page.trim[1] + 2 * page.bleed if frame.bleeds else text_height
        if frame.height is None or fits(frame.height[1], room):
            sound.append(frame)
            continue
        message = (
            f"frame `{frame.name}` is {_shown(frame.height[1])} high, the page has {_shown(room)} for it"
        )
        hint = "" if frame.bleeds else "a frame that `bleeds` reaches over the margins"
        faults.append(error("frame-too-high", message, frame.source, hint))
    for column in range(1, page.columns + 1):
        over = [frame for frame in sound if frame.columns[0] <= column <= frame.columns[1]]
        need = sum((frame.height[0] if frame.height else 0) + frame.space * page.baseline for frame in over)
        room = page.trim[1] + 2 * page.bleed if any(frame.bleeds for frame in over) else text_height
        # the last frame's empty room may fall off the page's end
        if over and not fits(need - over[-1].space * page.baseline, room):
            message = f"the frames over column {column} need {_shown(need)}, the page has {_shown(room)}"
            faults.append(error("frame-too-high", message, over[-1].source))
            return


def _shown(length: float) -> str:
    return f"{length / mm(1):.1f} mm"


def _running(found: Record, page: PageSpec, known: Known, faults: Faults) -> Running:
    values: dict[str, Any] = found.values
    style: Named = values.get("style", Named("running"))
    check_style(values.get("style"), known, faults)
    if not fits(values.get("offset", 0.0), page.trim[1]):
        message = f"a line {_shown(values['offset'])} lies off a page {_shown(page.trim[1])} high"
        faults.append(error("off-page", message, found.places["offset"], "`offset` counts from its own edge"))
    check_pattern(values.get("text", Pattern(())), known, faults)
    return Running(
        text=values.get("text", Pattern(())),
        style=style.text,
        edge=values.get("edge", "foot"),
        side=values.get("side", "outside"),
        pages=values.get("pages", "both"),
        offset=values.get("offset", _RUNNING_OFFSET),
        leaves=values.get("leaves", FOLIO_ROOM),
    )


def _thumb(found: Record | str | None, page: PageSpec, known: Known, faults: Faults) -> Thumb | None:
    if not isinstance(found, Record):
        return None
    values = found.values
    check_style(values.get("style"), known, faults)
    style: Named = values.get("style", Named("thumb"))
    width, height, top = (values.get(key, 0.0) for key in ("width", "height", "top"))
    inset = values.get("inset", THUMB_INSET)
    if not (fits(width, page.trim[0]) and fits(top + height, page.trim[1])):
        faults.append(error("off-page", "the first tab of the thumb index lies off the page", found.source))
    return Thumb(width, height, top, style.text, values.get("direction", "horizontal"), inset)
