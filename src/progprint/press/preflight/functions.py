"""Functions of a file -> the same as Python's (ISO 32000-1, 7.10)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from progprint.press.preflight.calculator import compiled, run
from progprint.press.preflight.objects import (
    DEEPEST,
    TooMuch,
    array,
    decoded,
    entry,
    is_stream,
    number,
    numbers,
)

Values = tuple[float, ...]
Function = Callable[[Values], Values]
#: inputs of a table: its neighbours are 2 to the power of these
MOST_INPUTS = 5

#: functions that one is made of: a gradient of a drawing program has a part for each of its 30 stops
MOST_PARTS = 2000


def function_of(found: object) -> Function | None:
    """Read a function, or several that give one value each; None of what is damaged or unknown."""
    return _read(found, 0, iter(range(MOST_PARTS)))


def _read(found: object, depth: int, left: Iterator[int]) -> Function | None:
    # parts within parts are few at each level, and together more than any memory holds
    if depth > DEEPEST or next(left, None) is None:
        return None
    several = array(found)
    if several:
        parts = [_read(one, depth + 1, left) for one in several]
        whole = [part for part in parts if part is not None]
        return None if len(whole) < len(parts) else lambda x: tuple(v for part in whole for v in part(x))
    kind = int(number(entry(found, "/FunctionType"), -1.0))
    domain = numbers(entry(found, "/Domain"))
    if not domain or len(domain) % 2:
        return None
    if kind == 3:
        parts = [_read(part, depth + 1, left) for part in array(entry(found, "/Functions"))]
        inner = _stitched(found, domain, parts)
    else:
        inner = {0: _sampled, 2: _power, 4: _calculated}.get(kind, _unknown)(found, domain)
    if inner is None:
        return None
    reach = numbers(entry(found, "/Range"))

    def bounded(x: Values) -> Values:
        made = inner(_within(x, domain))
        return _within(made, reach) if reach else made

    return bounded


def _within(values: Values, bounds: Values) -> Values:
    pairs = zip(values, bounds[::2], bounds[1::2], strict=False)
    return tuple(min(max(value, low), high) for value, low, high in pairs)


def _unknown(found: object, domain: Values) -> Function | None:
    return None


def _between(x: float, low: float, high: float, first: float, last: float) -> float:
    return first + (x - low) / (high - low) * (last - first) if high != low else first


def _power(found: object, domain: Values) -> Function | None:
    start = numbers(entry(found, "/C0")) or (0.0,)
    end = numbers(entry(found, "/C1")) or (1.0,)
    exponent = number(entry(found, "/N"), 1.0)

    def at(x: Values) -> Values:
        share = x[0] ** exponent if x[0] > 0 else 0.0 if exponent else 1.0
        return tuple(a + share * (b - a) for a, b in zip(start, end, strict=False))

    return at


def _stitched(found: object, domain: Values, parts: list[Function | None]) -> Function | None:
    bounds, encode = numbers(entry(found, "/Bounds")), numbers(entry(found, "/Encode"))
    if not parts or len(bounds) != len(parts) - 1 or len(encode) < 2 * len(parts) or None in parts:
        return None
    edges = (domain[0], *bounds, domain[1])

    def at(x: Values) -> Values:
        place = sum(1 for bound in bounds if x[0] >= bound)
        inner = parts[place]
        assert inner is not None
        first, last = encode[2 * place], encode[2 * place + 1]
        return inner((_between(x[0], edges[place], edges[place + 1], first, last),))

    return at


def _sampled(found: object, domain: Values) -> Function | None:
    """A table, read between its places in straight lines."""
    sizes = [int(size) for size in numbers(entry(found, "/Size"))]
    reach, bits = numbers(entry(found, "/Range")), int(number(entry(found, "/BitsPerSample")))
    inputs, outputs = len(domain) // 2, len(reach) // 2
    known = is_stream(found) and bits in (1, 2, 4, 8, 12, 16, 24, 32) and 0 < inputs <= MOST_INPUTS
    if not known or len(sizes) != inputs or min(sizes) < 1 or not outputs:
        return None
    count = outputs
    for size in sizes:
        count *= size
    data = decoded(found)
    if len(data) * 8 < count * bits:
        return None
    most = float((1 << bits) - 1)
    encode = numbers(entry(found, "/Encode")) or tuple(v for size in sizes for v in (0.0, size - 1.0))
    decode = numbers(entry(found, "/Decode")) or reach
    if len(encode) < 2 * inputs or len(decode) < 2 * outputs:
        return None

    def sample(place: int) -> float:
        first = place * bits
        last = first + bits
        word = int.from_bytes(data[first // 8 : (last + 7) // 8])
        return ((word >> (-last % 8)) & ((1 << bits) - 1)) / most

    def at(x: Values) -> Values:
        feet, shares = [], []
        for i, value in enumerate(x[:inputs]):
            place = _between(value, domain[2 * i], domain[2 * i + 1], encode[2 * i], encode[2 * i + 1])
            place = min(max(place, 0.0), sizes[i] - 1.0)
            feet.append(min(int(place), max(sizes[i] - 2, 0)))
            shares.append(place - feet[-1])
        made = [0.0] * outputs
        for corner in product((0, 1), repeat=inputs):
            weight, row, stride = 1.0, 0, 1
            for i, up in enumerate(corner):
                weight *= shares[i] if up else 1 - shares[i]
                row += min(feet[i] + up, sizes[i] - 1) * stride
                stride *= sizes[i]
            if weight:
                for j in range(outputs):
                    made[j] += weight * sample(row * outputs + j)
        return tuple(
            decode[2 * j] + value * (decode[2 * j + 1] - decode[2 * j]) for j, value in enumerate(made)
        )

    return at


def _calculated(found: object, domain: Values) -> Function | None:
    outputs = len(numbers(entry(found, "/Range"))) // 2
    if not is_stream(found) or not outputs:
        return None
    try:
        program = compiled(decoded(found))
    except (ValueError, TooMuch):
        return None
    return lambda x: run(program, x)[-outputs:]
