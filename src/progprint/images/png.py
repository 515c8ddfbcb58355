"""Pixels -> PNG file."""

from __future__ import annotations

from pathlib import Path

from PIL import Image


def write_png(file: Path, size: tuple[int, int], pixels: bytes, *, stride: int, dpi: float = 72) -> None:
    """Write RGB pixels, whose rows are `stride` bytes apart. Raises OSError."""
    image = Image.frombytes("RGB", size, pixels, "raw", "RGB", stride)
    image.save(file, "PNG", dpi=(dpi, dpi), compress_level=4)
