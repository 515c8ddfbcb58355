"""Pixels of a drawn page, as they are handed from room to room."""

from __future__ import annotations

from typing import NamedTuple


class Bitmap(NamedTuple):
    """RGB, row by row without gaps."""

    width: int
    height: int
    pixels: bytes
