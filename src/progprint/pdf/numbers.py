"""Lengths -> the shortest decimals PDF allows."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1 << 18)
def decimal(hundredths: int) -> str:
    """An integer number of hundredths of a point (0.0035 mm) as a decimal."""
    whole, rest = divmod(abs(hundredths), 100)
    sign = "-" if hundredths < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole}.{rest:02d}".rstrip("0")


@lru_cache(maxsize=1 << 14)
def number(value: float) -> str:
    """Four decimals at most, no exponent."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
