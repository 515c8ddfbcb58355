"""Pixels -> PNG file."""

from __future__ import annotations

from pathlib import Path

from PIL import Image


def write_png(file: Path, size: tuple[int, int], pixels: bytes, *, stride: int, dpi: float = 72) -> None:
    """Write RGB pixels, whose rows are `stride` bytes apart. Raises OSError, which names `file`."""
    image = Image.frombytes("RGB", size, pixels, "raw", "RGB", stride)
    try:
        image.save(file, "PNG", dpi=(dpi, dpi), compress_level=4)
    except OSError as fault:
        # a full disk names no file
        fault.filename = str(file)
        raise
