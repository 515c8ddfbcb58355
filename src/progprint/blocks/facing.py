"""What makes an entry's parts -> the same for facing pages, each page in its own languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from progprint.blocks.desk import Desk
from progprint.blocks.types import Block, Facing

Parts = dict[str, tuple[Block, ...]]


def facing_parts(desk: Desk, make: Callable[[Desk], Parts]) -> Parts:
    """Make each part three times: in the first and third language, in the second and fourth, and in all."""
    whole = make(replace(desk, mode="pair"))
    if len(desk.languages) < 2:
        return whole
    left, right = (make(replace(desk, languages=desk.languages[n::2], mode="side")) for n in (0, 1))
    return {name: (_part(left.get(name, ()), right.get(name, ()), blocks),) for name, blocks in whole.items()}


def _part(left: tuple[Block, ...], right: tuple[Block, ...], whole: tuple[Block, ...]) -> Facing:
    # in another language than the two pages': it stands on the left as it is
    return Facing(left, right, whole) if left or right else Facing(whole, (), whole)
