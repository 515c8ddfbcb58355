"""Unit outlines -> people, trees and boats as masks, to be painted in the light of a scene."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from darkroom import SIZE, Point, blank, blur, smooth
from PIL import Image, ImageDraw


class Stance(NamedTuple):
    """How a walking or standing figure holds itself; lengths in shares of its height."""

    stride: float = 0.0
    lean: float = 0.0
    hat: bool = False
    bag: bool = False
    #: length of the coat
    hem: float = 0.70
    #: width of the hem
    flare: float = 0.115
    hair: bool = False
    arm: float = 0.0


def place(outlines: Sequence[Sequence[Point]], at: Point, height: float, soft: float,
    turn: float = 1.0) -> Image.Image:
    """Outlines of unit height, feet at (0, 1), as a mask with the feet at a point."""
    reach = round(height * 0.9) + 8
    tall = round(height * 1.3) + 8
    plate = Image.new("L", (reach * 3 * 2, tall * 3), 0)
    pen = ImageDraw.Draw(plate)
    for outline in outlines:
        pen.polygon([((x * turn * height + reach) * 3, ((y + 0.25) * height) * 3) for x, y in outline],
            fill=255)
    plate = blur(plate.reduce(3), soft)
    mask = blank()
    mask.paste(plate, (round(at[0] - reach), round(at[1] - height * 1.25)))
    return mask


def oval(x: float, y: float, rx: float, ry: float, tilt: float = 0.0) -> list[Point]:
    turn = math.radians(tilt)
    ring = [math.tau * i / 40 for i in range(40)]
    return [
        (
            x + rx * math.cos(a) * math.cos(turn) - ry * math.sin(a) * math.sin(turn),
            y + rx * math.cos(a) * math.sin(turn) + ry * math.sin(a) * math.cos(turn),
        )
        for a in ring
    ]


def limb(points: Sequence[tuple[float, float, float]]) -> list[Point]:
    """A tapering limb along a centre line of (x, y, half width)."""
    left: list[Point] = []
    right: list[Point] = []
    for i, (x, y, half) in enumerate(points):
        x0, y0, _ = points[max(0, i - 1)]
        x1, y1, _ = points[min(len(points) - 1, i + 1)]
        length = math.hypot(x1 - x0, y1 - y0) or 1
        nx, ny = -(y1 - y0) / length, (x1 - x0) / length
        left.append((x + nx * half, y + ny * half))
        right.append((x - nx * half, y - ny * half))
    return smooth([*left, *reversed(right)], 6)


def person(stance: Stance) -> list[list[Point]]:
    """A figure in a coat seen from the back, the front or in three-quarter view."""
    s, hem, flare = stance.stride, stance.hem, stance.flare
    lift = min(0.045, abs(s) * 0.5)

    def bent(x: float, y: float) -> Point:
        return (x + stance.lean * max(0.0, 0.62 - y) * 1.6, y)

    parts = [
        limb([(0.03, 0.5, 0.05), (0.036 + s * 0.35, 0.73, 0.036), (0.036 + s, 0.95, 0.022),
            (0.036 + s, 0.985, 0.022)]),
        limb([(-0.03, 0.5, 0.05), (-0.034 - s * 0.1, 0.73, 0.036), (-0.034 - s * 0.8, 0.94 - lift, 0.022),
            (-0.034 - s * 0.8, 0.985 - lift, 0.022)]),
        smooth([(0.012 + s, 0.955), (0.055 + s, 0.955), (0.085 + s, 0.988), (0.08 + s, 1.0),
            (0.01 + s, 1.0)], 5),
        smooth([(-0.058 - s * 0.8, 0.955 - lift), (-0.014 - s * 0.8, 0.955 - lift),
            (0.006 - s * 0.8, 0.992 - lift), (-0.06 - s * 0.8, 1.0 - lift)], 5),
    ]
    side = [(0.03, 0.128), (0.058, 0.152), (0.097, 0.18), (0.118, 0.232), (0.125, 0.33), (0.128, 0.42),
        (0.12, 0.492), (0.105, 0.508), (0.1, 0.48)]
    skirt = [(flare * 0.9, hem - 0.1), (flare, hem)]
    right = [bent(x + (stance.arm if 0.3 < y < 0.51 else 0), y) for x, y in side] + skirt
    left = [bent(-x - (0.012 if 0.3 < y < 0.51 else 0), y) for x, y in side] + [(-x, y) for x, y in skirt]
    parts.append(smooth([*right, (s * 0.2, hem + 0.012), *reversed(left)], 6))
    parts.append(limb([(*bent(0, 0.15), 0.034), (*bent(0, 0.1), 0.029)]))
    x, y = bent(0, 0.066)
    parts.append(oval(x, y, 0.041, 0.058))
    if stance.hair:
        bob = [(-0.045, 0.045), (-0.03, 0.008), (0, -0.003), (0.03, 0.008), (0.045, 0.045), (0.05, 0.095),
            (0.036, 0.122), (0, 0.128), (-0.036, 0.122), (-0.05, 0.095)]
        parts.append(smooth([bent(*q) for q in bob], 6))
    if stance.hat:
        parts.append(oval(x, y - 0.022, 0.078, 0.0125, 3))
        crown = [(-0.046, -0.022), (-0.043, -0.06), (-0.02, -0.082), (0, -0.074), (0.02, -0.082),
            (0.043, -0.06), (0.046, -0.022)]
        parts.append(smooth([(x + a, y + b) for a, b in crown], 5))
    if stance.bag:
        parts.append(smooth([(-0.2, 0.525), (-0.11, 0.52), (-0.105, 0.63), (-0.205, 0.63)], 2))
    return parts


def woman() -> list[list[Point]]:
    """A woman in a long narrow dress, hair in a knot, seen in three-quarter view."""
    dress = [
        (0.02, 0.118), (0.032, 0.142), (0.07, 0.166), (0.089, 0.21), (0.094, 0.3), (0.088, 0.385),
            (0.066, 0.43), (0.074, 0.5),
        (0.076, 0.6), (0.064, 0.78), (0.06, 0.94), (0.0, 0.952), (-0.056, 0.94), (-0.062, 0.78),
            (-0.076, 0.6), (-0.078, 0.5),
        (-0.066, 0.43), (-0.084, 0.4), (-0.09, 0.3), (-0.083, 0.21), (-0.064, 0.166), (-0.03, 0.142),
            (-0.02, 0.118),
    ]
    return [
        smooth(dress, 6),
        limb([(0, 0.15, 0.026), (0.006, 0.1, 0.023)]),
        oval(0.01, 0.064, 0.036, 0.052, 6),
        smooth([(-0.04, 0.05), (-0.02, 0.008), (0.014, 0.0), (0.042, 0.022), (0.046, 0.05), (0.02, 0.05),
            (-0.012, 0.085), (-0.03, 0.1)], 6),
        oval(-0.045, 0.088, 0.027, 0.026),
        limb([(0.02, 0.93, 0.018), (0.022, 0.99, 0.014)]),
        limb([(-0.022, 0.93, 0.018), (-0.024, 0.985, 0.014)]),
    ]


def seated(back: float = 0.0) -> list[list[Point]]:
    """A person sitting with the back to us; unit height is that of the whole seated figure."""
    body = [
        (0.06, 0.27), (0.1, 0.31), (0.185, 0.355), (0.225, 0.42), (0.238, 0.54), (0.243, 0.68),
            (0.222, 0.8), (0.232, 0.92), (0.236, 1.02),
        (-0.236, 1.02), (-0.232, 0.92), (-0.222, 0.8), (-0.243, 0.68), (-0.238, 0.54), (-0.225, 0.42),
            (-0.185, 0.355), (-0.1, 0.31), (-0.06, 0.27),
    ]
    parts = [smooth(body, 6), limb([(0, 0.33, 0.075), (0, 0.2, 0.056)]), oval(0, 0.135, 0.085, 0.118),
        oval(-0.086, 0.15, 0.016, 0.03), oval(0.086, 0.15, 0.016, 0.03)]
    return [[(x + back * (1 - y), y) for x, y in part] for part in parts]


def profile(knot: bool = True) -> list[list[Point]]:
    """Head and shoulders from the side, looking right: hair tied at the nape, or cropped over a collar."""
    face = [
        (-0.04, 0.02), (0.05, 0.005), (0.13, 0.03), (0.175, 0.085), (0.19, 0.15), (0.193, 0.2),
            (0.205, 0.235), (0.236, 0.292),
        (0.233, 0.308), (0.206, 0.32), (0.209, 0.338), (0.217, 0.356), (0.208, 0.368), (0.213, 0.385),
            (0.203, 0.402), (0.207, 0.428),
        (0.193, 0.458), (0.15, 0.474), (0.105, 0.476), (0.086, 0.5), (0.088, 0.535), (0.13, 0.57),
            (0.21, 0.605), (0.3, 0.655),
        (0.38, 0.75), (0.42, 1.0), (-0.46, 1.0), (-0.43, 0.76), (-0.36, 0.645), (-0.25, 0.585),
            (-0.15, 0.54), (-0.125, 0.49),
        (-0.14, 0.43), (-0.17, 0.36), (-0.185, 0.25), (-0.165, 0.12), (-0.11, 0.05),
    ]
    if knot:
        return [smooth(face, 5), oval(-0.205, 0.36, 0.075, 0.09, 20),
            limb([(-0.15, 0.3, 0.06), (-0.2, 0.38, 0.07)])]
    collar = [(0.14, 0.56), (0.1, 0.5), (0.02, 0.5), (-0.1, 0.45), (-0.16, 0.44), (-0.22, 0.5),
        (-0.3, 0.62), (0.26, 0.66)]
    fringe = [(0.19, 0.14), (0.2, 0.1), (0.15, 0.02), (0.04, -0.02), (-0.08, 0.0), (-0.18, 0.09),
        (-0.2, 0.24), (-0.17, 0.34), (0.0, 0.2)]
    return [smooth(face, 5), smooth(collar, 4), smooth(fringe, 5)]


def fir(seed: int, at: Point, height: float) -> list[Point]:
    """A fir as one ragged outline standing on a point."""
    source = random.Random(seed)
    x, y = at
    left: list[Point] = []
    right: list[Point] = []
    tiers = max(9, round(height / 26))
    for i in range(tiers):
        share = i / tiers
        spread = height * (0.02 + 0.17 * share) * source.uniform(0.72, 1.1)
        top = y - height + share * height * 0.93
        left += [(x - spread * 0.4, top), (x - spread, top + height / tiers * source.uniform(0.8, 1.15))]
        right += [(x + spread * 0.4, top), (x + spread * source.uniform(0.8, 1.1),
            top + height / tiers * source.uniform(0.8, 1.15))]
    return [(x, y - height * 1.03), *right, (x + height * 0.016, y - height * 0.04),
        (x + height * 0.016, y), (x - height * 0.016, y), (x - height * 0.016, y - height * 0.04),
        *reversed(left)]


def branches(seed: int, at: Point, length: float, angle: float, width: float, depth: int = 7,
    droop: float = 0.0) -> Image.Image:
    """A bare tree as a mask, grown from a point; angle in degrees, 90 is upwards."""
    source = random.Random(seed)
    plate = Image.new("L", (SIZE[0] * 2, SIZE[1] * 2), 0)
    pen = ImageDraw.Draw(plate)
    grow = [(at, length, angle, width, depth)]
    while grow:
        (x, y), reach, lean, thick, left = grow.pop()
        bend = source.uniform(-12, 12)
        points = [(x, y)]
        for step in range(4):
            a = math.radians(lean + bend * step / 2)
            points.append((points[-1][0] + reach / 4 * math.cos(a), points[-1][1] - reach / 4 * math.sin(a)))
        for step, (p, q) in enumerate(pairwise(points)):
            w = thick * (1 - 0.08 * step) * 2
            pen.line((p[0] * 2, p[1] * 2, q[0] * 2, q[1] * 2), fill=255, width=max(1, round(w)))
            pen.ellipse((q[0] * 2 - w / 2, q[1] * 2 - w / 2, q[0] * 2 + w / 2, q[1] * 2 + w / 2), fill=255)
        if left:
            for spread in (source.uniform(14, 40), -source.uniform(14, 40), *([source.uniform(-10, 10)]
                if left > 3 else [])):
                if source.random() < 0.93:
                    turn = lean + bend * 1.5 + spread - droop * (lean - 90) / 90
                    grow.append((points[-1], reach * source.uniform(0.62, 0.86), turn,
                        thick * source.uniform(0.55, 0.7), left - 1))
    return plate.reduce(2)


def woman_stooped() -> list[list[Point]]:
    """An old woman in a loose blouse and trousers, a peg in her raised hand."""
    return [
        limb([(0.035, 0.5, 0.06), (0.05, 0.75, 0.042), (0.055, 0.96, 0.034)]),
        limb([(-0.045, 0.5, 0.06), (-0.065, 0.75, 0.042), (-0.075, 0.96, 0.034)]),
        smooth([(0.05, 0.17), (0.1, 0.2), (0.12, 0.3), (0.115, 0.42), (0.118, 0.56), (-0.118, 0.57),
            (-0.12, 0.42), (-0.12, 0.28), (-0.07, 0.2), (0.0, 0.17)], 6),
        limb([(0.09, 0.23, 0.04), (0.2, 0.2, 0.034), (0.24, 0.05, 0.026), (0.25, -0.03, 0.018)]),
        limb([(-0.09, 0.23, 0.042), (-0.15, 0.38, 0.036), (-0.1, 0.5, 0.026)]),
        limb([(0.02, 0.2, 0.04), (0.045, 0.13, 0.034)]),
        oval(0.055, 0.085, 0.052, 0.064, 10),
        oval(-0.005, 0.075, 0.04, 0.042),
        smooth([(0.015, 0.955), (0.09, 0.955), (0.125, 0.99), (0.015, 1.0)], 4),
        smooth([(-0.115, 0.955), (-0.04, 0.955), (-0.02, 0.99), (-0.115, 1.0)], 4),
    ]
