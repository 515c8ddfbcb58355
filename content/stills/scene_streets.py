"""Streets at night: neon in the rain, a picture house, a level crossing."""

from __future__ import annotations

import math
import random

from darkroom import (
    HEIGHT,
    SIZE,
    WIDTH,
    Colour,
    between,
    blank,
    blur,
    both,
    discs,
    edge,
    either,
    fade,
    grade,
    gradient,
    levels,
    lines,
    mask_of,
    noise,
    paint,
    plain,
    polygon,
    ramp,
    ridge,
    smooth,
    under,
)
from figures import Stance, limb, oval, person, place, profile
from lamps import bokeh, glow, light, mirrored, specks
from PIL import Image, ImageChops, ImageDraw, ImageOps


def bending_light() -> Image.Image:
    """A wet street between neon signs, one umbrella."""
    image = gradient([(0, (8, 10, 24)), (0.5, (26, 20, 46)), (0.64, (48, 30, 58)), (1, (10, 9, 18))])
    line = 830
    source = random.Random(20)
    hues: list[Colour] = [(255, 54, 92), (255, 148, 50), (66, 220, 255), (255, 70, 200), (120, 255, 190),
        (255, 214, 110)]
    windows = blank()
    pane = ImageDraw.Draw(windows)
    for side in (-1, 1):
        for i in range(8):
            near, far = (i + 1) / 8, i / 8
            x0, x1 = (WIDTH * 0.53 + side * (70 + 980 * share**1.6) for share in (far, near))
            top = 470 - 560 * near
            block = polygon([(x0, top), (x1, top - 50), (x1, line + 70 * near), (x0, line + 20 * near)], 1.5)
            paint(image, between((58, 40, 76), (13, 12, 24), near), block)
            for _ in range(round(30 * near)):
                x, y, w = source.uniform(min(x0, x1), max(x0, x1)), source.uniform(top,
                    line - 190), 4 + 13 * near
                pane.rectangle((x, y, x + w, y + w * 1.5), fill=source.randint(40, 190))
    image = light(image, (255, 190, 120), fade(blur(windows, 2.4), 0.5))
    return _neon(image, line, hues, source)


def _neon(image: Image.Image, line: int, hues: list[Colour], source: random.Random) -> Image.Image:
    """Signs on both sides, their glow and the wet street."""
    plates = {hue: blank() for hue in hues}
    for side in (-1, 1):
        for i in range(26):
            near = (i + source.uniform(0.2, 1)) / 27
            x = WIDTH * 0.53 + side * (60 + 860 * near**1.5 - source.uniform(0, 120) * near)
            y = source.uniform(700 - 760 * near, 780 - 220 * near)
            wide = (15 + 165 * near**1.4) * source.uniform(0.45, 1.05)
            tall = (34 + 430 * near**1.3) * source.uniform(0.3, 0.9)
            strokes(plates[source.choice(hues)], source.randrange(10**6), x, y - tall, wide, tall)
    walls = plain((0, 0, 0))
    for hue, tubes in plates.items():
        walls = light(walls, between(hue, (255, 255, 255), 0.25), blur(tubes, 1.4))
        walls = light(walls, hue, fade(blur(tubes, 10), 0.95))
    walls = ImageChops.screen(walls, blur(walls.resize((WIDTH // 4, HEIGHT // 4)), 14).resize(SIZE))
    image = ImageChops.screen(image, blur(walls, 1.6))
    for tone, spread in (((255, 150, 120), 420), ((255, 220, 190), 150)):
        image = light(image, tone, fade(glow((WIDTH * 0.53, 770), spread, 1.8), 0.55))
    image = mirrored(image, line, 5, 9, 0.95)
    rough = noise(70, (40, 60), 4)
    paint(image, (8, 8, 14), fade(both(levels(rough, 120, 200), ramp([(0.63, 0), (0.66, 255)])), 0.55))
    image = ImageChops.screen(image, bokeh(7, 46, (560, 560, 1500, 800), (4, 15), hues))
    return _umbrella(image)


def _umbrella(image: Image.Image) -> Image.Image:
    """Somebody under an umbrella, lit from both sides."""
    walker = place(person(Stance(0.05, 0.02, hem=0.66, flare=0.11)), (1120, 1130), 470, 1.2)
    canopy = smooth([(880, 690), (905, 610), (990, 552), (1106, 528), (1222, 548), (1310, 604), (1338, 684),
        (1280, 668), (1216, 690), (1160, 668), (1106, 690), (1048, 668), (996, 692), (938, 668)], 6)
    shape = either(walker, polygon(canopy, 1.2))
    shape = either(shape, polygon([(1103, 520), (1110, 520), (1112, 880), (1105, 880)], 1))
    paint(image, (10, 10, 17), shape)
    rim = edge(shape, 3, (6, 5))
    image = light(image, (255, 110, 120), fade(rim, 0.75))
    rim = edge(shape, 3, (-6, 4))
    image = light(image, (90, 210, 255), fade(rim, 0.6))
    under_foot = ImageOps.flip(shape).transform(SIZE, Image.Transform.AFFINE,
        (1, 0, 0, 0, 1.25, -1130 * 1.25 + HEIGHT - 1130))
    paint(image, (9, 9, 15), fade(blur(under_foot, 9), 0.7))
    image = light(image, (150, 170, 210), fade(specks(4, 900, (0.8, 1.7), 0.8, 26), 0.28))
    return grade(image, (6, 7, 16), (255, 250, 244), 1.0, 0.25)


def strokes(plate: Image.Image, seed: int, x: float, y: float, wide: float, tall: float) -> None:
    """A sign: a tube round a box and bars inside it that look like writing from afar."""
    source = random.Random(seed)
    pen = ImageDraw.Draw(plate)
    tube = max(2, round(wide / 13))
    pen.rounded_rectangle((x - wide / 2, y, x + wide / 2, y + tall), wide * 0.12, outline=220, width=tube)
    rows = max(1, round(tall / wide)) if wide else 1
    for row in range(rows):
        cy = y + tall * (row + 0.5) / rows
        reach = min(wide, tall / rows) * 0.3
        for _ in range(source.randint(4, 6)):
            if source.random() < 0.6:
                dy = source.uniform(-reach, reach)
                pen.line((x - reach * source.uniform(0.5, 1), cy + dy, x + reach * source.uniform(0.5, 1),
                    cy + dy), fill=255, width=tube)
            else:
                dx = source.uniform(-reach, reach)
                pen.line((x + dx, cy - reach, x + dx * 1.2, cy + reach), fill=255, width=tube)


def ete_a_hue() -> Image.Image:
    """A modern picture house of the sixties at the blue hour, bicycles before it."""
    image = gradient([(0, (20, 36, 84)), (0.4, (64, 88, 140)), (0.62, (170, 140, 146)),
        (0.7, (214, 160, 130)), (1, (40, 34, 44))])
    paint(image, (40, 52, 96), fade(both(levels(noise(23, (3, 7), 4), 120, 230),
        ramp([(0, 255), (0.6, 0)])), 0.55))
    front = gradient([(0.1, (96, 108, 142)), (0.5, (150, 140, 146)), (0.66, (206, 164, 126))])
    stains = noise(29, (26, 9), 4)
    paint(front, (70, 74, 98), fade(levels(stains, 130, 240), 0.4))
    paint(image, front, polygon([(300, 210), (1640, 170), (1640, 960), (300, 960)], 1.2))
    grid = mask_of(screen_wall, 1)
    paint(image, (48, 52, 76), fade(grid, 0.85))
    fin = polygon([(1180, 60), (1290, 40), (1290, 690), (1180, 690)], 1.2)
    paint(image, (122, 40, 46), fin)
    tubes = mask_of(sign_tubes, 0.8)
    letters = blank()
    for i in range(6):
        strokes(letters, 400 + i, 1235, 92 + i * 98, 66, 64)
    image = light(image, (255, 70, 70), fade(either(tubes, blur(letters, 0.8)), 1.0))
    image = light(image, (255, 60, 60), fade(blur(either(tubes, letters), 18), 0.9))
    return _foyer(image)


def _foyer(image: Image.Image) -> Image.Image:
    """Canopy, bulbs and the lit foyer with its posters."""
    paint(image, (34, 26, 34), polygon([(250, 676), (1700, 660), (1716, 706), (236, 722)], 1.2))
    bulbs = discs([(255 + i * 30, 691 - i * 0.34, 269 + i * 30, 705 - i * 0.34) for i in range(48)], 0.8)
    image = light(image, (255, 226, 160), bulbs)
    image = light(image, (255, 170, 80), blur(bulbs, 12))
    paint(image, (255, 206, 138), polygon([(330, 724), (1610, 712), (1610, 958), (330, 958)], 2))
    paint(image, (206, 120, 60), fade(polygon([(330, 860), (1610, 860), (1610, 958), (330, 958)], 40), 0.5))
    for i, tint in enumerate(((38, 92, 98), (150, 44, 40), (52, 60, 112), (188, 132, 50))):
        x = 420 + i * 300 + (60 if i > 1 else 0)
        paint(image, tint, polygon([(x, 754), (x + 150, 753), (x + 150, 930), (x, 930)], 1))
        face = place(profile(), (x + 70, 938), 158, 1, turn=1 if i % 2 else -1)
        paint(image, between(tint, (250, 226, 190), 0.72),
            both(face, polygon([(x, 754), (x + 150, 753), (x + 150, 930), (x, 930)])))
    for x in (356, 740, 1010, 1580):
        paint(image, (44, 30, 34), polygon([(x, 716), (x + 24, 716), (x + 24, 960), (x, 960)], 1))
    image = light(image, (255, 180, 100), fade(glow((960, 840), 900, 2.0, 0.45), 0.45))
    return _forecourt(image)


def _forecourt(image: Image.Image) -> Image.Image:
    """The wet forecourt and the people on it."""
    image = mirrored(image, 960, 11, 7, 0.62)
    paint(image, (24, 20, 30), fade(both(levels(noise(39, (40, 50), 4), 100, 210),
        ramp([(0.735, 0), (0.76, 255)])), 0.6))
    for x, y, size, turn in ((560, 1120, 250, 1), (1500, 1180, 300, -1)):
        paint(image, (16, 14, 22), fade(cyclist(x, y, size, turn), 0.97))
    couple = either(place(person(Stance(hem=0.9, flare=0.09, hair=True)), (1010, 1040), 262, 1),
        place(person(Stance(0.02, hem=0.56, flare=0.1, arm=0.01)), (930, 1046), 284, 1))
    paint(image, (20, 16, 24), couple)
    foot = ImageOps.flip(couple).transform(SIZE, Image.Transform.AFFINE,
        (1, 0, 0, 0, 1, -1042 + HEIGHT - 1042))
    paint(image, (18, 15, 22), fade(blur(foot, 8), 0.5))
    palm = mask_of(lambda d, k: fronds(d, k, (110, 330), 330), 2)
    paint(image, (14, 18, 34), palm)
    wires = lines([[(x, y - 90 * ((x - 975) / 975) ** 2) for x in range(-10, 1970, 40)]
        for y in (210, 236, 128)], 2.6, 0.8)
    paint(image, (18, 22, 40), fade(wires, 0.8))
    return image


def sign_tubes(pen: ImageDraw.ImageDraw, k: float) -> None:
    for i in range(6):
        box = (1192 * k, (84 + i * 98) * k, 1278 * k, (164 + i * 98) * k)
        pen.rounded_rectangle(box, 12 * k, outline=255, width=round(6 * k))


def screen_wall(pen: ImageDraw.ImageDraw, k: float) -> None:
    """The pierced blocks of a tropical façade."""
    for row in range(11):
        for column in range(27):
            x, y = 372 + column * 29.5, 268 + row * 36 - column * 0.8
            pen.polygon([((x + 13) * k, y * k), ((x + 25) * k, (y + 15) * k), ((x + 13) * k, (y + 30) * k),
                ((x + 1) * k, (y + 15) * k)], fill=255)
    for column in range(8):
        x = 1330 + column * 38
        pen.rectangle((x * k, (240 - column) * k, (x + 15) * k, 640 * k), fill=255)


def cyclist(x: float, y: float, size: float, turn: int) -> Image.Image:
    """Somebody on a bicycle in a conical hat, wheels on the ground at y."""

    def draw(pen: ImageDraw.ImageDraw, k: float) -> None:
        def at(a: float, b: float) -> tuple[float, float]:
            return ((x + a * turn * size) * k, (y - b * size) * k)

        r = 0.22
        for cx in (-0.38, 0.38):
            (x0, y0), (x1, y1) = at(cx - r * turn, r * 2), at(cx + r * turn, 0)
            pen.ellipse((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), outline=255,
                width=round(size * 0.02 * k))
        tubes = [((-0.38, r), (0.02, 0.2)), ((0.02, 0.2), (0.3, 0.52)), ((-0.12, 0.52), (0.3, 0.52)),
            ((-0.38, r), (-0.12, 0.52)), ((0.02, 0.2), (-0.14, 0.6)), ((0.38, r), (0.28, 0.64)),
            ((0.28, 0.64), (0.2, 0.68))]
        for p, q in tubes:
            pen.line([at(*p), at(*q)], fill=255, width=round(size * 0.026 * k))
        for outline in (
            limb([(-0.1, 0.62, 0.085), (0.06, 0.52, 0.06), (0.04, 0.3, 0.042), (0.06, 0.16, 0.036)]),
            limb([(-0.14, 0.6, 0.085), (-0.1, 0.8, 0.09), (-0.02, 1.0, 0.082), (0.0, 1.04, 0.05)]),
            limb([(0.0, 0.98, 0.04), (0.1, 0.8, 0.034), (0.24, 0.7, 0.026)]),
            oval(0.04, 1.13, 0.058, 0.07),
            [(-0.13, 1.13), (0.05, 1.29), (0.22, 1.14)],
        ):
            pen.polygon([at(*q) for q in outline], fill=255)

    return mask_of(draw, 1.2)


def fronds(pen: ImageDraw.ImageDraw, k: float, crown: tuple[float, float], reach: float) -> None:
    """A palm: trunk to the ground and drooping leaves."""
    x, y = crown
    pen.polygon([((x - 14) * k, y * k), ((x + 12) * k, y * k), ((x + 4) * k, (HEIGHT + 10) * k),
        ((x - 44) * k, (HEIGHT + 10) * k)], fill=255)
    source = random.Random(round(x + y))
    for i in range(15):
        angle = math.radians(-28 + 236 * i / 14 + source.uniform(-7, 7))
        side = 1 if math.cos(angle) > 0 else -1
        far = reach * source.uniform(0.8, 1.05)
        mid = (x + far * 0.55 * math.cos(angle), y - far * 0.55 * math.sin(angle))
        tip = (x + far * 0.95 * math.cos(angle), y - far * 0.6 * math.sin(angle) + far * 0.3)
        spine = smooth([crown, mid, tip], 14, closed=False)
        for j, (px, py) in enumerate(spine[1:]):
            leaf = reach * 0.2 * (1 - abs(j / len(spine) - 0.45) * 1.3)
            pen.line((px * k, py * k, (px + side * leaf * 0.35) * k, (py + leaf) * k), fill=255,
                width=round(4 * k))
            pen.line((px * k, py * k, (px + side * leaf * 0.7) * k, (py - leaf * 0.35) * k), fill=255,
                width=round(3 * k))
        pen.line([(px * k, py * k) for px, py in spine], fill=255, width=round(5 * k))


def red_signal() -> Image.Image:
    """A level crossing in fog, the signal at stop."""
    image = gradient([(0, (10, 15, 22)), (0.5, (34, 40, 48)), (0.62, (44, 44, 50)), (1, (10, 11, 14))])
    fog = noise(17, (4, 5), 4)
    paint(image, (64, 70, 78), fade(both(levels(fog, 60, 240), ramp([(0.1, 60), (0.6, 255), (0.85, 40)])),
        0.6))
    for i, (left, right, tone) in enumerate(((720, 700, (38, 42, 48)), (770, 742, (22, 25, 30)))):
        paint(image, tone, polygon(under(ridge(61 + i, left, right, 70, 0.6)), 8 - 4 * i))
    vx, vy = 1240.0, 770.0
    paint(image, (14, 14, 17), polygon([(vx - 10, vy), (vx + 20, vy), (1150, 1320), (120, 1320)], 4))
    sleepers = mask_of(lambda d, k: ties(d, k, vx, vy), 1.5)
    paint(image, (46, 36, 34), fade(sleepers, 0.8))
    for foot in (250.0, 960.0):
        rail = polygon([(vx - 1, vy), (vx + 2, vy), (foot + 34, 1320), (foot, 1320)], 1.2)
        paint(image, (170, 70, 60), fade(rail, 0.85))
    return _signal(image, fog, vx, vy)


def _signal(image: Image.Image, fog: Image.Image, vx: float, vy: float) -> Image.Image:
    """Signal, headlamp and the beam in the fog."""
    post = polygon([(1548, 240), (1570, 240), (1574, 1130), (1544, 1130)], 1.5)
    box = polygon(smooth([(1500, 236), (1618, 236), (1618, 500), (1500, 500)], 2, True), 2)
    paint(image, (7, 8, 10), either(post, box))
    image = light(image, (255, 26, 20), fade(glow((1559, 306), 1150, 2.6), 0.75))
    image = light(image, (255, 60, 40), glow((1559, 306), 300, 2.2))
    image = light(image, (255, 190, 160), glow((1559, 306), 92, 0.8))
    image = light(image, (255, 242, 214), fade(glow((vx + 4, vy - 22), 420, 2.4, 0.8), 0.9))
    image = light(image, (255, 250, 236), glow((vx + 4, vy - 22), 70, 1.0))
    beam = both(polygon([(vx, vy - 30), (vx + 8, vy - 14), (860, 1320), (-80, 1320), (-80, 1000)], 50),
        levels(fog, 20, 240))
    image = light(image, (255, 236, 206), fade(beam, 0.3))
    return _waiting(image)


def _waiting(image: Image.Image) -> Image.Image:
    """The man, the gate and the wires."""
    man = place(person(Stance(0.0, 0.0, hem=0.68, flare=0.12, hat=False)), (760, 1168), 560, 1.6)
    paint(image, (7, 8, 10), man)
    rim = edge(man, 4, (-6, 3))
    image = light(image, (255, 84, 66), fade(rim, 0.9))
    paint(image, (5, 6, 8), fade(polygon([(700, 1160), (820, 1160), (560, 1330), (300, 1330)], 14), 0.7))
    gate = polygon([(-20, 1010), (620, 912), (622, 934), (-20, 1040)], 2)
    paint(image, (32, 12, 12), gate)
    for i in range(4):
        x = 20 + i * 160
        paint(image, (176, 168, 160),
            fade(polygon([(x, 1004 - i * 24.5), (x + 78, 992 - i * 24.5), (x + 78, 1018 - i * 24.5),
            (x, 1031 - i * 24.5)], 2), 0.55))
    wires = lines([[(x, y + (x / 1950) ** 2 * s) for x in range(-10, 1970, 40)]
        for y, s in ((150, 320), (190, 330), (60, 300))], 3, 1)
    paint(image, (9, 11, 15), fade(wires, 0.85))
    return grade(image, (7, 9, 14), (255, 250, 244), 0.92, 0.2)


def ties(pen: ImageDraw.ImageDraw, k: float, vx: float, vy: float) -> None:
    for i in range(1, 26):
        share = (i / 25) ** 2.2
        y = vy + (1320 - vy) * share
        left, right = vx + (100 - vx) * share, vx + (1160 - vx) * share
        pen.polygon([(left * k, y * k), (right * k, y * k), (right * k, (y + 5 + 26 * share) * k),
            (left * k, (y + 5 + 26 * share) * k)], fill=255)
