"""Small festivals, written as an editor would write them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

FESTIVAL = """
name: {en: Tiny Festival, zh-Hant: 小影展}
edition: 3
dates: [2027-03-01, 2027-03-03]
time_zone: Asia/Taipei
languages: [en, zh-Hant]
day_ends: "05:00"
site: https://example.org
tickets: https://example.org/s/{code}
sections:
  competition: {name: {en: Competition, zh-Hant: 競賽}}
  shorts: {name: {en: Short Films, zh-Hant: 短片}}
"""
VENUES = """
arena: {name: {en: Arena, zh-Hant: 露天劇場}, address: 1 Hill Street, code: AR, seats: 100}
studio: {name: {en: Studio, zh-Hant: 小廳}, code: ST}
"""
CLIFF = """
title: {en: Cliff Walkers, zh-Hant: 懸崖之上, zh-Latn-pinyin: Xuányá zhī shàng}
section: competition
original: zh-Hant
premiere: world
countries: [CN]
year: 2021
running_time: 120 min
languages: [cmn]
subtitles: [en]
colour: colour
credits:
  - director: Zhang Yimou
  - script: [Quan Yongxiang, Zhang Yimou]
  - Wire Choreography: Yuen Lung
companies: [China Film]
cast:
  - Zhang Yi: {en: Zhang Xianchen, zh-Hant: 張憲臣}
released: {date: 2021-04-30, territory: CN}
review:
  by: Maria Barbieri
  en: |
    Snow falls in nearly every exterior, and nobody ever mistakes it for scenery. It covers tracks
    and it keeps them.

    What holds the design together is a man who says little.
  zh-Hant: |
    幾乎每一場外景都在下雪，而導演從不讓人把它當成風景。雪能掩去腳印，也能留住腳印。

    撐起全局的是一個話少的人。
directors:
  - person: Zhang Yimou
    born: {place: {en: Shaanxi, zh-Hant: 陝西}, year: 1951}
    bio: {en: Zhang Yimou worked in a cotton mill., zh-Hant: 張藝謀在棉紡廠做過工。}
    filmography:
      - 1987: {en: Red Sorghum, zh-Hant: 紅高粱}
screenings:
  - {at: 2027-03-01 21:45, venue: arena, guests: true}
  - {at: 2027-03-02 00:30, venue: studio}
"""
PEOPLE = """
Zhang Yimou: {zh-Hant: 張藝謀, family: Zhang}
"""

TINY: dict[str, str] = {
    "festival.yaml": FESTIVAL,
    "venues.yaml": VENUES,
    "people.yaml": PEOPLE,
    "films/cliff-walkers.yaml": CLIFF,
}


def write_files(folder: Path, files: Mapping[str, str]) -> Path:
    """Write text files, their folders too; an empty text leaves a file out."""
    for name, text in files.items():
        if text:
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    (folder / "films").mkdir(parents=True, exist_ok=True)
    return folder


def write_tiny(folder: Path, **changes: str) -> Path:
    """Write a festival of one film. `film`, `festival`, `venues` take the place of its files."""
    names = {"film": "films/cliff-walkers.yaml", "festival": "festival.yaml", "venues": "venues.yaml"}
    return write_files(folder, {**TINY, **{names.get(key, key): text for key, text in changes.items()}})


def draw_picture(
    file: Path, size: tuple[int, int] = (900, 600), colour: tuple[int, int, int] = (90, 120, 60)
) -> Path:
    """Draw a picture of one colour with a lighter middle."""
    from PIL import Image

    file.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", size, colour)
    image.paste((220, 210, 190), (size[0] // 3, size[1] // 3, size[0] * 2 // 3, size[1] * 2 // 3))
    image.save(file, quality=85)
    return file
