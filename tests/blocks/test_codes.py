"""Payloads -> QR symbols: every black module once, large enough, the same from the cache."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from progprint.blocks.codes import LEAST_MODULE_MM, LEAST_SYMBOL_MM, merged, symbol
from progprint.cache import NoCache
from progprint.diag import Source
from progprint.geom import mm

Matrix = list[list[bool]]


def painted(runs: tuple[tuple[int, int, int, int], ...]) -> Counter[tuple[int, int]]:
    return Counter(
        (x + dx, y + dy) for x, y, width, height in runs for dx in range(width) for dy in range(height)
    )


@st.composite
def matrices(draw: st.DrawFn) -> Matrix:
    side = draw(st.integers(1, 12))
    return [[draw(st.booleans()) for _ in range(side)] for _ in range(side)]


@settings(max_examples=100, deadline=None)
@given(matrices())
def test_every_black_module_is_covered_once_and_no_white_one(matrix: Matrix) -> None:
    black = {(x, y) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    assert painted(merged(matrix)) == Counter(black)


def test_modules_are_merged_downwards() -> None:
    assert merged([[True, True], [True, True]]) == ((0, 0, 2, 2),)
    assert merged([[True, False], [True, True]]) == ((0, 0, 1, 1), (0, 1, 2, 1))
    assert merged([[False]]) == ()


@pytest.mark.parametrize(
    "payload", ["https://example.org/s/0624AV1", "A", "https://example.org/票/" + "x" * 90]
)
def test_a_symbol_reads_as_its_payload_and_no_module_is_painted_twice(payload: str) -> None:
    import zxingcpp
    from PIL import Image

    one = symbol(payload, NoCache())
    modules = painted(one.runs)
    assert set(modules.values()) == {1}
    image = Image.new("L", (one.side + 8, one.side + 8), 255)
    for x, y in modules:
        image.putpixel((x + 4, y + 4), 0)
    (read,) = zxingcpp.read_barcodes(image.resize((image.width * 4, image.height * 4)))
    assert read.text == payload
    assert len(one.runs) < len(modules) / 2


@pytest.mark.parametrize("payload", ["A", "https://example.org/s/" + "x" * 120])
def test_modules_are_never_too_small_to_read(payload: str) -> None:
    one = symbol(payload, NoCache())
    assert one.size / one.side >= mm(LEAST_MODULE_MM) - 1e-9
    assert one.size >= mm(LEAST_SYMBOL_MM)
    assert symbol(payload, NoCache(), (3.0, mm(LEAST_MODULE_MM))).size == one.side * mm(LEAST_MODULE_MM)
    assert symbol(payload, NoCache(), (200.0, 1.0)).size == 200.0


def test_the_symbol_knows_where_it_was_written() -> None:
    assert symbol("A", NoCache(), source=Source("films/a.yaml", 3, 4)).source == ("films/a.yaml", 3, 4)


def test_a_kept_symbol_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    class Memory(dict[str, bytes]):
        def put(self, key: str, value: bytes) -> None:
            self[key] = value

    memory = Memory()
    made = symbol("https://example.org", memory)  # type: ignore[arg-type]
    monkeypatch.setattr("progprint.blocks.codes._matrix", lambda payload: pytest.fail("made again"))
    assert symbol("https://example.org", memory) == made  # type: ignore[arg-type]
