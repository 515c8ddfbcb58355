"""QR codes as programs draw them: a small one is told by its modules, whatever it is made of, and no other drawing is."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
from pikepdf import Name, Pdf
from test_rules import Break, both, drawing, form, stream

from progprint.blocks.codes import symbol
from progprint.cache import NoCache

CODE = symbol("HTTPS://EXAMPLE.ORG/0624", NoCache())
SIDE = CODE.side
#: half a millimetre, less, and where it stands
GOOD, SMALL, LEFT, FOOT = 1.42, 0.7, 80.0, 220.0


def modules() -> list[list[bool]]:
    rows = [[False] * SIDE for _ in range(SIDE)]
    for x, y, width, height in CODE.runs:
        for row in range(y, y + height):
            for column in range(x, x + width):
                rows[row][column] = True
    return rows


def cells(module: float) -> Iterator[tuple[float, float]]:
    for y, row in enumerate(modules()):
        for x, dark in enumerate(row):
            if dark:
                yield LEFT + x * module, FOOT + (SIDE - 1 - y) * module


def rectangles(module: float, paint: str = "f", grown: float = 0.0) -> str:
    """Each module by itself, a little larger where programs hide seams."""
    side = module + grown
    return " ".join(f"{x:.3f} {y:.3f} {side:.3f} {side:.3f} re {paint}" for x, y in cells(module))


def both_kinds(module: float) -> str:
    """Light modules are drawn, too."""
    return " ".join(f"{0 if dark else 1} g {LEFT + x * module:.3f} {FOOT + (SIDE - 1 - y) * module:.3f} {module} {module} re f"
                    for y, row in enumerate(modules()) for x, dark in enumerate(row))


def dots(module: float) -> str:
    """Modules as small circles of four curves, but for the corners' squares."""
    r = module / 2
    made = []
    for x, y in cells(module):
        column, row = round((x - LEFT) / module), round((y - FOOT) / module)
        if min(column, SIDE - 1 - column) < 7 and min(row, SIDE - 1 - row) < 7:
            made.append(f"{x:.3f} {y:.3f} {module} {module} re f")
            continue
        a, b, k = x + r, y + r, r * 0.55
        made.append(f"{a - r:.3f} {b:.3f} m {a - r:.3f} {b + k:.3f} {a - k:.3f} {b + r:.3f} {a:.3f} {b + r:.3f} c "
                    f"{a + k:.3f} {b + r:.3f} {a + r:.3f} {b + k:.3f} {a + r:.3f} {b:.3f} c "
                    f"{a + r:.3f} {b - k:.3f} {a + k:.3f} {b - r:.3f} {a:.3f} {b - r:.3f} c "
                    f"{a - k:.3f} {b - r:.3f} {a - r:.3f} {b - k:.3f} {a - r:.3f} {b:.3f} c f")
    return " ".join(made)


def lines(module: float) -> str:
    """Each row a thick line, as programs of the web write it."""
    made = [f"{module} w"]
    for y, row in enumerate(modules()):
        x = 0
        while x < SIDE:
            end = x
            while end < SIDE and row[end]:
                end += 1
            if end > x:
                at = FOOT + (SIDE - y - 0.5) * module
                made.append(f"{LEFT + x * module:.3f} {at:.3f} m {LEFT + end * module:.3f} {at:.3f} l S")
            x = max(end, x + 1)
    return " ".join(made)


def squares(module: float) -> str:
    """Corners as frames drawn with a thick line, the rest as rectangles."""
    made = [f"{module} w"]
    for column, row in ((0, 0), (SIDE - 7, 0), (0, SIDE - 7)):
        x, y = LEFT + column * module, FOOT + (SIDE - 7 - row) * module
        made.append(f"{x + module / 2:.3f} {y + module / 2:.3f} {6 * module:.3f} {6 * module:.3f} re S")
        made.append(f"{x + 2 * module:.3f} {y + 2 * module:.3f} {3 * module:.3f} {3 * module:.3f} re f")
    for x, y in cells(module):
        column, row = round((x - LEFT) / module), SIDE - 1 - round((y - FOOT) / module)
        if not ((column < 7 or column >= SIDE - 7) and row < 7) and not (column < 7 and row >= SIDE - 7):
            made.append(f"{x:.3f} {y:.3f} {module} {module} re f")
    return " ".join(made)


def pixels(each: int = 4, border: int = 4) -> tuple[int, list[list[bool]]]:
    rows = modules()
    side = (SIDE + 2 * border) * each
    return side, [[0 <= x // each - border < SIDE and 0 <= y // each - border < SIDE
                   and rows[y // each - border][x // each - border] for x in range(side)] for y in range(side)]


def picture(module: float, kind: str, **more: Any) -> Break:
    side, rows = pixels()
    size = (SIDE + 8) * module
    entries = {"Type": Name.XObject, "Subtype": Name.Image, "Width": side, "Height": side, "BitsPerComponent": 8} | more
    if kind in ("bits", "mask"):
        data = b"".join(int("".join("01"[not dark] for dark in row).ljust((side + 7) // 8 * 8, "0"), 2).to_bytes((side + 7) // 8)
                        for row in rows)
        entries["BitsPerComponent"] = 1
    else:
        dark, light = {"gray": (b"\0", b"\xff"), "rgb": (b"\0\0\0", b"\xff\xff\xff"), "cmyk": (b"\0\0\0\xff", b"\0\0\0\0"),
                       "rich": (b"\xc8\xc8\xc8\xff", b"\0\0\0\0")}[kind]
        data = b"".join(dark if here else light for row in rows for here in row)
    if kind == "mask":
        entries["ImageMask"] = True
    else:
        entries["ColorSpace"] = Name({"bits": "/DeviceGray", "gray": "/DeviceGray", "rgb": "/DeviceRGB"}.get(kind, "/DeviceCMYK"))
    return drawing(f"0 g q {size} 0 0 {size} {LEFT - 4 * module} {FOOT - 4 * module} cm /Q9 Do Q", 0,
                   XObject_Q9=made(zlib.compress(data), entries))


def made(data: bytes, entries: dict[str, Any]) -> Any:
    def make(pdf: Pdf) -> Any:
        found = pdf.make_stream(b"", **entries)
        found.write(data, filter=Name.FlateDecode)
        return pdf.make_indirect(found)
    return make


DRAWN = {
    "rectangle by rectangle": lambda m: drawing(f"0 g {rectangles(m)}"),
    "one path": lambda m: drawing(f"0 g {rectangles(m, '')} f"),
    "larger than their places": lambda m: drawing(f"0 g {rectangles(m, grown=m * 0.04)}"),
    "light and dark": lambda m: drawing(both_kinds(m)),
    "dots": lambda m: drawing(f"0 g {dots(m)}"),
    "thick lines": lambda m: drawing(f"0 G {lines(m)}"),
    "frames": lambda m: drawing(f"0 g 0 G {squares(m)}"),
    "form": lambda m: drawing("/F9 Do", XObject_F9=form(f"0 g {rectangles(m)}".encode())),
    "bits": lambda m: picture(m, "bits"),
    "mask": lambda m: picture(m, "mask"),
    "gray": lambda m: picture(m, "gray"),
    "cmyk": lambda m: picture(m, "cmyk"),
}


def codes_of(good, found_in, tmp_path, act: Break) -> dict[str, Any]:
    file = tmp_path / "code.pdf"
    with pikepdf.open(good) as pdf:
        act(pdf)
        pdf.save(file)
    return {f.code: f for f in found_in(file) if f.code.startswith("code-") or f.code == "not-checked"}


@pytest.mark.parametrize("way", DRAWN)
def test_a_code_is_known_however_it_is_drawn(good, found_in, tmp_path, way):
    assert codes_of(good, found_in, tmp_path, DRAWN[way](GOOD)) == {}
    found = codes_of(good, found_in, tmp_path, DRAWN[way](SMALL))
    assert set(found) == {"code-module"}, found
    assert found["code-module"].places[0].x == pytest.approx(LEFT - 8.504, abs=0.2)
    assert found["code-module"].places[0].width == pytest.approx(SIDE * SMALL, rel=0.02)


@pytest.mark.parametrize("act", [
    drawing(f"0 0 0 rg {rectangles(GOOD)}"), drawing(f"0 1 1 0 k {rectangles(GOOD)}"), picture(GOOD, "rgb"),
    picture(GOOD, "rich"), drawing(f"0 g 60 200 80 80 re f 1 g {rectangles(GOOD)}"),
], ids=["rgb", "red", "rgb picture", "rich", "light on dark"])  # fmt: skip
def test_a_code_in_other_inks_is_told(good, found_in, tmp_path, act):
    assert "code-ink" in codes_of(good, found_in, tmp_path, act)


@pytest.mark.parametrize("way", ["rectangle by rectangle", "thick lines", "bits"])
def test_what_stands_in_the_white_is_told(good, found_in, tmp_path, way):
    beside = drawing(f"0 g {LEFT - 3} {FOOT} 2 10 re f")
    assert "code-quiet-zone" in codes_of(good, found_in, tmp_path, both(DRAWN[way](GOOD), beside))


def test_two_codes_beside_each_other_are_two(good, found_in, tmp_path):
    beside = drawing(f"1 0 0 1 {SIDE * SMALL + 4 * SMALL} 0 cm 0 g {rectangles(SMALL)}")
    file = tmp_path / "two.pdf"
    with pikepdf.open(good) as pdf:
        both(DRAWN["rectangle by rectangle"](SMALL), beside)(pdf)
        pdf.save(file)
    assert [f.code for f in found_in(file)] == ["code-module"] * 2


@pytest.mark.parametrize("operators", [
    "0 g " + " ".join(f"{60 + 3 * x} {200 + 3 * y} 2 2 re f" for x in range(25) for y in range(25)),
    "0 G 1 w " + " ".join(f"60 {200 + 2 * y} m 120 {200 + 2 * y} l S" for y in range(30)),
    "0 g " + " ".join(f"{60 + 2 * ((x * 7919) % 25)} {200 + 2 * ((x * 104729) % 25)} 2 2 re" for x in range(300)) + " f",
], ids=["chequer", "hatching", "noise"])  # fmt: skip
def test_what_is_no_code_is_none(good, found_in, tmp_path, operators):
    assert codes_of(good, found_in, tmp_path, drawing(operators)) == {}


def test_a_picture_that_cannot_be_read_may_be_one(good, found_in, tmp_path):
    data = stream(b"\0\1\2\3", Type=Name.XObject, Subtype=Name.Image, Width=300, Height=300, BitsPerComponent=1,
                  ColorSpace=Name.DeviceGray, Filter=Name.JBIG2Decode)
    found = codes_of(good, found_in, tmp_path, drawing("18 0 0 18 80 220 cm /J9 Do", XObject_J9=data))
    assert "may be a code" in found["not-checked"].message
