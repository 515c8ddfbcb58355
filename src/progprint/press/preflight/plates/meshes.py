"""Gradients made of triangles or patches -> small pieces of colour (ISO 32000-1, 8.7.4.5.5 on)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import comb
from typing import Any, NamedTuple

from progprint.images import Canvas
from progprint.press.preflight.drawn import Shade
from progprint.press.preflight.matrices import at
from progprint.press.preflight.objects import decoded, entry, number, numbers
from progprint.press.preflight.plates.gradients import COMPUTED, Unknown, colours_of
from progprint.press.preflight.plates.separating import Ways

#: pieces of one gradient: a second's work
MOST_PIECES = 60_000
#: pieces a side of a triangle or patch at most; one about every third pixel else
MOST_A_SIDE = 12
PIXELS_A_PIECE = 3.0

Place = tuple[float, float]
Values = tuple[float, ...]


class Vertex(NamedTuple):
    place: Place
    values: Values


class Patch(NamedTuple):
    """Sixteen places, row by row, and the colours of the corners."""

    places: tuple[tuple[Place, ...], ...]
    #: at (0, 0), (0, 1), (1, 1), (1, 0)
    corners: tuple[Values, ...]


class Reader:
    """Numbers of a gradient's stream, bit by bit."""

    def __init__(self, mark: Shade) -> None:
        source = mark.source
        self.data = decoded(source)
        self.at = 0
        self.bits = {
            key: int(number(entry(source, f"/BitsPer{key}"))) for key in ("Coordinate", "Component", "Flag")
        }
        self.decode = numbers(entry(source, "/Decode"))
        self.components = 1 if entry(source, "/Function") is not None else mark.space.components
        if (
            not 0 < self.bits["Coordinate"] <= 32
            or not 0 < self.bits["Component"] <= 16
            or not 0 <= self.bits["Flag"] <= 8
            or len(self.decode) < 4 + 2 * self.components
        ):
            raise Unknown(COMPUTED)

    def more(self) -> bool:
        return self.at + self.bits["Coordinate"] <= len(self.data) * 8

    def word(self, bits: int) -> int:
        end = self.at + bits
        if end > len(self.data) * 8:
            raise Unknown(COMPUTED)
        word = int.from_bytes(self.data[self.at // 8 : (end + 7) // 8])
        self.at = end
        return (word >> (-end % 8)) & ((1 << bits) - 1)

    def _value(self, kind: str, which: int) -> float:
        bits, low, high = self.bits[kind], self.decode[2 * which], self.decode[2 * which + 1]
        return low + self.word(bits) / ((1 << bits) - 1) * (high - low)

    def place(self) -> Place:
        return self._value("Coordinate", 0), self._value("Coordinate", 1)

    def colour(self) -> Values:
        return tuple(self._value("Component", 2 + i) for i in range(self.components))

    def vertex(self) -> Vertex:
        made = Vertex(self.place(), self.colour())
        self.align()
        return made

    def align(self) -> None:
        self.at += -self.at % 8


def triangles(canvas: Canvas, mark: Shade, ways: Ways, kind: int) -> bool:
    """Types 4 and 5; False when the mesh is too fine and its darkest inks were taken for all of it."""
    found = list(_lattice(mark) if kind == 5 else _free(mark))
    inks = colours_of(canvas, mark, ways)
    if len(found) > MOST_PIECES:
        _bound(canvas, mark, [vertex for triangle in found for vertex in triangle], inks)
        return False
    for corners in found:
        places = [at(mark.matrix, *vertex.place) for vertex in corners]
        side = _pieces(canvas, places, MOST_PIECES // len(found))
        for one, two, three in _split(side):
            ring = [_mixed(places, weights) for weights in (one, two, three)]
            middle = tuple((a + b + c) / 3 for a, b, c in zip(one, two, three, strict=True))
            values = tuple(
                sum(w * vertex.values[i] for w, vertex in zip(middle, corners, strict=True))
                for i in range(len(corners[0].values))
            )
            canvas.put(ring, inks(values))
    return True


def patches(canvas: Canvas, mark: Shade, ways: Ways, kind: int) -> bool:
    """Types 6 and 7; False as for triangles."""
    found = list(_patches(mark, 16 if kind == 7 else 12))
    inks = colours_of(canvas, mark, ways)
    if len(found) > MOST_PIECES:
        vertices = [
            Vertex(place, patch.corners[0]) for patch in found for row in patch.places for place in row
        ]
        colours = [Vertex(patch.places[0][0], values) for patch in found for values in patch.corners]
        _bound(canvas, mark, [*vertices, *colours], inks)
        return False
    for patch in found:
        rows = [[at(mark.matrix, *place) for place in row] for row in patch.places]
        side = _pieces(canvas, [place for row in rows for place in row], MOST_PIECES // len(found))
        grid = [[_surface(rows, u / side, v / side) for v in range(side + 1)] for u in range(side + 1)]
        for u in range(side):
            for v in range(side):
                ring = [grid[u][v], grid[u + 1][v], grid[u + 1][v + 1], grid[u][v + 1]]
                canvas.put(ring, inks(_between(patch.corners, (u + 0.5) / side, (v + 0.5) / side)))
    return True


def _free(mark: Shade) -> Iterator[tuple[Vertex, Vertex, Vertex]]:
    """Each vertex says whether it begins a triangle or goes on from the last."""
    reader = Reader(mark)
    last: list[Vertex] = []
    while reader.more():
        flag = reader.word(reader.bits["Flag"])
        vertex = reader.vertex()
        if flag == 0 or len(last) < 3:
            last = [*(last if len(last) < 3 else []), vertex]
        else:
            last = [*(last[1:] if flag == 1 else [last[0], last[2]]), vertex]
        if len(last) == 3:
            yield last[0], last[1], last[2]


def _lattice(mark: Shade) -> Iterator[tuple[Vertex, Vertex, Vertex]]:
    reader, wide = Reader(mark), int(number(entry(mark.source, "/VerticesPerRow")))
    if wide < 2:
        raise Unknown(COMPUTED)
    above: list[Vertex] = []
    while reader.more():
        row = [reader.vertex() for _ in range(wide)]
        for i in range(wide - 1 if above else 0):
            yield above[i], above[i + 1], row[i]
            yield above[i + 1], row[i], row[i + 1]
        above = row


#: where the places of a patch's rim lie in its rows, in the order they are written
RIM = ((0, 0), (0, 1), (0, 2), (0, 3), (1, 3), (2, 3), (3, 3), (3, 2), (3, 1), (3, 0), (2, 0), (1, 0))
INNER = ((1, 1), (1, 2), (2, 2), (2, 1))


def _patches(mark: Shade, size: int) -> Iterator[Patch]:
    """Patches by their rims; a flag says along which edge of the last one the next goes on."""
    reader = Reader(mark)
    rim: list[Place] = []
    corners: list[Values] = []
    while reader.more():
        flag = reader.word(reader.bits["Flag"]) & 3
        if flag and rim:
            start = 3 * flag
            rim = [rim[(start + i) % 12] for i in range(4)]
            corners = [corners[flag], corners[(flag + 1) % 4]]
        else:
            rim, corners = [], []
        rim = [*rim, *(reader.place() for _ in range(12 - len(rim)))]
        inner = [reader.place() for _ in range(size - 12)]
        corners = [*corners, *(reader.colour() for _ in range(4 - len(corners)))]
        reader.align()
        known = dict(zip(RIM, rim, strict=True))
        known |= dict(zip(INNER, inner, strict=True)) if inner else _inner(known)
        yield Patch(
            tuple(tuple(known[row, column] for column in range(4)) for row in range(4)), tuple(corners)
        )


def _inner(p: Mapping[tuple[int, int], Place]) -> dict[tuple[int, int], Place]:
    """The inner places by which a patch of twelve is one of sixteen (ISO 32000-1, 8.7.4.5.8)."""
    made = {}
    for row, column in INNER:
        r0, c0 = (0 if row == 1 else 3), (0 if column == 1 else 3)
        r1, c1 = 3 - r0, 3 - c0
        terms = (
            (-4, p[r0, c0]), (6, p[r0, column]), (6, p[row, c0]), (-2, p[r0, c1]), (-2, p[r1, c0]),
            (3, p[r1, column]), (3, p[row, c1]), (-1, p[r1, c1]),
        )  # fmt: skip
        made[row, column] = (sum(w * x for w, (x, _) in terms) / 9, sum(w * y for w, (_, y) in terms) / 9)
    return made


def _surface(rows: list[list[Place]], u: float, v: float) -> Place:
    across = [comb(3, i) * u**i * (1 - u) ** (3 - i) for i in range(4)]
    along = [comb(3, i) * v**i * (1 - v) ** (3 - i) for i in range(4)]
    weights = [(a * b, rows[i][j]) for i, a in enumerate(across) for j, b in enumerate(along)]
    return sum(w * x for w, (x, _) in weights), sum(w * y for w, (_, y) in weights)


def _between(corners: tuple[Values, ...], u: float, v: float) -> Values:
    """A colour between four, at (0, 0), (0, 1), (1, 1) and (1, 0)."""
    weights = (1 - u) * (1 - v), (1 - u) * v, u * v, u * (1 - v)
    return tuple(
        sum(w * corner[i] for w, corner in zip(weights, corners, strict=True)) for i in range(len(corners[0]))
    )


def _pieces(canvas: Canvas, places: list[Place], most: int) -> int:
    """How many pieces a side are fine enough, and affordable."""
    xs, ys = [x for x, _ in places], [y for _, y in places]
    reach = max(max(xs) - min(xs), max(ys) - min(ys)) * canvas.raster.scale
    return max(1, min(int(reach / PIXELS_A_PIECE), MOST_A_SIDE, int(most**0.5)))


def _split(side: int) -> Iterator[tuple[Values, Values, Values]]:
    """A triangle as small ones, by the weights of its corners."""

    def weights(i: int, j: int) -> Values:
        return 1 - (i + j) / side, i / side, j / side

    for i in range(side):
        for j in range(side - i):
            yield weights(i, j), weights(i + 1, j), weights(i, j + 1)
            if i + j < side - 1:
                yield weights(i + 1, j), weights(i + 1, j + 1), weights(i, j + 1)


def _mixed(places: list[Place], weights: Values) -> Place:
    return (
        sum(w * x for w, (x, _) in zip(weights, places, strict=True)),
        sum(w * y for w, (_, y) in zip(weights, places, strict=True)),
    )


def _bound(canvas: Canvas, mark: Shade, vertices: list[Vertex], inks: Any) -> None:
    """The most that any corner has of each ink, on the whole box of the mesh."""
    most: dict[str, float] = {}
    for values in {vertex.values for vertex in vertices}:
        for ink, share in inks(values).items():
            most[ink] = max(most.get(ink, 0.0), share)
    places = [at(mark.matrix, *vertex.place) for vertex in vertices]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    canvas.put([(min(xs), min(ys)), (max(xs), min(ys)), (max(xs), max(ys)), (min(xs), max(ys))], most)
