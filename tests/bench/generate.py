"""N -> a generated festival of N films, the same at every run: `python tests/bench/generate.py N FOLDER`.

The prose (`prose.py`) is written by a seeded grammar over some 3,000 English words and 1,400 Han characters.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from math import ceil
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from prose import Writer, chinese_paragraph, english_paragraph, vocabulary, writers

ROLES = (
    "director", "story", "script", "photography", "editing", "art_direction", "costume_design", "music",
    "sound", "action_design", "visual_effects", "producer", "co_producer", "executive_producer",
    "co_executive_producer",
)
TIMES = ("10:30", "13:30", "16:30", "19:30", "22:15")
FIRST_DAY = date(2027, 4, 1)
SCREENINGS = 3
ENGLISH_WORDS, HAN = 430, 650
BIO_WORDS, BIO_HAN = 60, 90
SECTIONS = (("competition", "競賽"), ("panorama", "全景"), ("classics", "經典"), ("night", "子夜"))
VENUES = (
    ("grand", "Grand Hall", "大會堂", 900),
    ("river", "River Cinema", "河岸戲院", 420),
    ("lotus", "Lotus Theatre", "蓮花劇院", 380),
    ("north", "North Station", "北站影廳", 260),
    ("mill", "The Old Mill", "舊磨坊", 180),
    ("court", "Courtyard", "中庭", 150),
    ("tower", "Tower Room", "塔樓", 90),
    ("attic", "The Attic", "閣樓", 60),
)


def name(source: random.Random) -> str:
    """A romanised name, family name first."""
    syllables = vocabulary()["syllable"]
    given = "".join(source.choice(syllables).lower() for _ in range(source.choice((1, 2, 2))))
    return f"{source.choice(syllables)} {given.capitalize()}"


def names(source: random.Random) -> str:
    return ", ".join(name(source) for _ in range(source.randint(1, 4)))


def capital(english: Writer) -> str:
    thing = re.sub(r"\ba (?=[aeio])", "an ", english.say("thing"))
    return thing[0].upper() + thing[1:]


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def both(english: str, chinese: str) -> str:
    return f"{{en: {quoted(english)}, zh-Hant: {quoted(chinese)}}}"


def block(key: str, paragraphs: list[str], indent: int) -> Iterator[str]:
    yield f"{' ' * indent}{key}: |"
    for number, text in enumerate(paragraphs):
        if number:
            yield ""
        yield f"{' ' * (indent + 2)}{text}"


def film(number: int, slots: list[str]) -> str:
    """One film's file; `slots` are its screenings, already written."""
    source = random.Random(number)
    english, chinese = writers(source)
    title, original, director = english.title(), chinese.title(), name(source)
    year = source.randint(2024, 2026)
    earlier = sorted(source.sample(range(1999, year), 9))
    lines = [
        f"title: {both(title, original)}",
        "original: zh-Hant",
        f"section: {SECTIONS[number % len(SECTIONS)][0]}",
        f"countries: [{source.choice(('CN', 'HK', 'TW', 'SG', 'MY'))}]",
        f"year: {year}",
        f"running_time: {source.randint(78, 128)} min",
        "languages: [cmn]",
        "subtitles: [en]",
        "colour: colour",
        "credits:",
        f"  - director: {director}",
        *(f"  - {role}: [{names(source)}]" for role in ROLES[1:]),
        f"companies: [{', '.join(f'{w.title()} Pictures' for w in source.sample(vocabulary()['noun'], 3))}]",
        "cast:",
        *(f"  - {name(source)}: {both(capital(english), chinese.say('people'))}" for _ in range(8)),
        "still:",
        f"  file: ../stills/{slug(number)}.jpg",
        f"  alt: {both(capital(english), chinese.say('noun'))}",
        "review:",
        f"  by: {name(source)}",
        *block("en", [english_paragraph(english, ENGLISH_WORDS // 4) for _ in range(4)], 2),
        *block("zh-Hant", [chinese_paragraph(chinese, HAN // 4) for _ in range(4)], 2),
        "directors:",
        f"  - person: {director}",
        f"    born: {{place: {english.say('place')}, year: {source.randint(1945, 1998)}}}",
        "    bio:",
        *block("en", [english_paragraph(english, BIO_WORDS)], 6),
        *block("zh-Hant", [chinese_paragraph(chinese, BIO_HAN)], 6),
        "    filmography:",
        *(f"      - {when}: {both(english.title(), chinese.title())}" for when in earlier),
        f"      - {year}: {both(title, original)}",
        "screenings:",
        *slots,
    ]
    return "\n".join(lines) + "\n"


def slug(number: int) -> str:
    return f"film-{number:04d}"


def timetable(films: int) -> tuple[list[list[str]], int]:
    """The screenings of each film, no room taken twice, and the number of days."""
    days = max(3, ceil(films * SCREENINGS / (len(VENUES) * len(TIMES))))
    places = list(product(range(days), range(len(TIMES)), range(len(VENUES))))
    random.Random(films).shuffle(places)
    slots: list[list[str]] = []
    for number in range(films):
        mine = sorted(places[number * SCREENINGS : (number + 1) * SCREENINGS])
        slots.append([
            f"  - {{at: {FIRST_DAY + timedelta(day)} {TIMES[time]}, venue: {VENUES[venue][0]}, "
            f"code: {day + 1:02d}{'ABCDEFGH'[venue]}{time + 1}{', guests: true' if i == 0 else ''}}}"
            for i, (day, time, venue) in enumerate(mine)
        ])
    return slots, days


def festival(days: int) -> str:
    sections = "\n".join(f"  {key}: {{name: {both(key.capitalize(), han)}}}" for key, han in SECTIONS)
    return f"""name: {{en: Generated Film Festival, zh-Hant: 生成影展}}
edition: 7
dates: [{FIRST_DAY}, {FIRST_DAY + timedelta(days - 1)}]
time_zone: Europe/Rome
languages: [en, zh-Hant]
organiser: Word Model
site: https://example.org
tickets: https://example.org/s/{{code}}
sections:
{sections}
"""


def venues() -> str:
    return "\n".join(
        f"{key}:\n  name: {both(english, chinese)}\n  address: {3 + 4 * i} Reel Street\n"
        f"  code: {'ABCDEFGH'[i]}\n  seats: {seats}"
        for i, (key, english, chinese, seats) in enumerate(VENUES)
    ) + "\n"


def still(number: int) -> Image.Image:
    """A picture with the tones of a photograph: sky, ridges, something blurred in front, grain."""
    source = random.Random(90_000 + number)
    sky = Image.frombytes("RGB", (5, 4), source.randbytes(60)).resize((900, 600), Image.Resampling.BICUBIC)
    image = Image.blend(sky, Image.new("RGB", sky.size, tuple(source.choices(range(30, 230), k=3))), 0.55)
    for layer in range(4):
        pen = ImageDraw.Draw(image)
        y = 220 + 90 * layer
        points = [(x * 25, y + source.gauss(0, 18) + 40 * ((x * 7 + number) % 11) / 11)
            for x in range(-1, 39)]
        tone = tuple(max(0, v - 45 * layer) for v in source.choices(range(60, 190), k=3))
        pen.polygon([*points, (960, 620), (-30, 620)], fill=tone)
        image = image.filter(ImageFilter.GaussianBlur(3 - 0.7 * layer))
    grain = Image.frombytes("L", (900, 600), source.randbytes(540_000)).point([v * 22 // 255
        for v in range(256)])
    return ImageChops.add(image, Image.merge("RGB", (grain,) * 3), 1, -11)


def write(films: int, folder: Path) -> None:
    for part in ("films", "stills", "texts"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    slots, days = timetable(films)
    put(folder / "festival.yaml", festival(days))
    put(folder / "venues.yaml", venues())
    for number in range(films):
        put(folder / "films" / f"{slug(number)}.yaml", film(number, slots[number]))
        still(number).save(folder / "stills" / f"{slug(number)}.jpg", quality=82, dpi=(300, 300))
    source = random.Random(-1)
    english, chinese = writers(source)
    welcome = "\n\n".join(english_paragraph(english, 80) for _ in range(3))
    put(folder / "texts" / "welcome.en.md", f"# Welcome\n\n{welcome}\n")
    welcome = "\n\n".join(chinese_paragraph(chinese, 120) for _ in range(3))
    put(folder / "texts" / "welcome.zh-Hant.md", f"# 歡迎\n\n{welcome}\n")


def put(file: Path, text: str) -> None:
    file.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
