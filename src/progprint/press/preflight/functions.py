"""Function of a shading -> values along it (ISO 32000-1, 7.10)."""

from __future__ import annotations

from typing import Any

from progprint.press.preflight.objects import DEEPEST, array, decoded, entry, is_stream, number, numbers


def evaluate(found: Any, t: float, depth: int = 0) -> tuple[float, ...] | None:
    """The values at a place; None of a kind that is not known here (programs, tables of several inputs)."""
    if depth > DEEPEST:
        return None
    several = array(found)
    if several:
        parts = [evaluate(one, t, depth + 1) for one in several]
        return (
            None if any(part is None for part in parts) else tuple(v for part in parts if part for v in part)
        )
    domain = numbers(entry(found, "/Domain"))
    if len(domain) != 2:
        return None
    t = min(max(t, domain[0]), domain[1])
    kind = int(number(entry(found, "/FunctionType"), -1.0))
    if kind == 2:
        return _power(found, t)
    if kind == 3:
        return _stitched(found, t, domain, depth)
    return _sampled(found, t, domain) if kind == 0 and is_stream(found) else None


def _power(found: Any, t: float) -> tuple[float, ...]:
    start = numbers(entry(found, "/C0")) or (0.0,)
    end = numbers(entry(found, "/C1")) or (1.0,)
    exponent = number(entry(found, "/N"), 1.0)
    share = t**exponent if t > 0 else 0.0
    return tuple(a + share * (b - a) for a, b in zip(start, end, strict=False))


def _stitched(found: Any, t: float, domain: tuple[float, ...], depth: int) -> tuple[float, ...] | None:
    parts, bounds = array(entry(found, "/Functions")), numbers(entry(found, "/Bounds"))
    encode = numbers(entry(found, "/Encode"))
    if not parts or len(bounds) != len(parts) - 1 or len(encode) < 2 * len(parts):
        return None
    at = sum(1 for bound in bounds if t >= bound)
    edges = (domain[0], *bounds, domain[1])
    low, high = edges[at], edges[at + 1]
    share = (t - low) / (high - low) if high > low else 0.0
    return evaluate(parts[at], encode[2 * at] + share * (encode[2 * at + 1] - encode[2 * at]), depth + 1)


def _sampled(found: Any, t: float, domain: tuple[float, ...]) -> tuple[float, ...] | None:
    sizes, reach = numbers(entry(found, "/Size")), numbers(entry(found, "/Range"))
    bits = int(number(entry(found, "/BitsPerSample")))
    if len(sizes) != 1 or bits not in (8, 16) or not reach or sizes[0] < 1:
        return None
    data, outputs, count = decoded(found), len(reach) // 2, int(sizes[0])
    wide = bits // 8
    if len(data) < outputs * count * wide:
        return None
    place = (t - domain[0]) / ((domain[1] - domain[0]) or 1.0) * (count - 1)
    row = min(int(place + 0.5), count - 1) * outputs * wide
    most = (1 << bits) - 1
    values = [int.from_bytes(data[row + i * wide : row + (i + 1) * wide]) / most for i in range(outputs)]
    return tuple(reach[2 * i] + v * (reach[2 * i + 1] - reach[2 * i]) for i, v in enumerate(values))
