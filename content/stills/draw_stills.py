"""Nothing -> the sample festival's stills as JPEG files; the same bytes at every run.

    python content/stills/draw_stills.py                       draws all of them beside this script
    python content/stills/draw_stills.py tokyo-story           draws only the named ones
    python content/stills/draw_stills.py --starter FOLDER      draws the starter festival's two, small
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

import scene_grey
import scene_lamps
import scene_land
import scene_roofs
import scene_rooms
import scene_streets
import scene_winter
from darkroom import WIDTH, develop
from PIL import Image

HERE = Path(__file__).resolve().parent
#: Bytes of one still at most: 22 of them stay below 8 MB.
ROOM = 372_000


class Scene(NamedTuple):
    draw: Callable[[], Image.Image]
    grains: float = 0.11
    corner: float = 0.45
    halo: float = 0.22
    grey: bool = False


SCENES = {
    "cliff-walkers": Scene(scene_winter.cliff_walkers, corner=0.3, halo=0),
    "tokyo-story": Scene(scene_grey.tokyo_story, grains=0.17, halo=0.1, grey=True),
    "spring-in-a-small-town": Scene(scene_grey.spring_in_a_small_town, grains=0.19, halo=0.12, grey=True),
    "bending-light": Scene(scene_streets.bending_light),
    "the-last-ferry": Scene(scene_lamps.last_ferry),
    "ten-thousand-paper-lanterns": Scene(scene_lamps.lanterns),
    "red-signal": Scene(scene_streets.red_signal),
    "paper-moon": Scene(scene_lamps.paper_moon),
    "l-ete-a-hue": Scene(scene_streets.ete_a_hue),
    "last-bus": Scene(scene_rooms.last_bus),
    "snow-on-channel-nine": Scene(scene_rooms.snow_on_channel_nine),
    "a-letter-to-the-terraces": Scene(scene_land.terraces),
    "the-timetable-of-snow": Scene(scene_winter.timetable_of_snow),
    "the-house-with-two-gates": Scene(scene_rooms.two_gates),
    "the-river-keeps-the-names": Scene(scene_land.river_names),
    "the-typhoon-that-never-came": Scene(scene_roofs.typhoon),
    "dragon-inn": Scene(scene_land.dragon_inn),
    "where-the-silk-ends": Scene(scene_rooms.silk),
    "the-umbrella-mender": Scene(scene_roofs.umbrella_mender),
    "twelve-steps": Scene(scene_roofs.twelve_steps),
    "the-ferry": Scene(scene_grey.the_ferry, grains=0.07, corner=0.22, halo=0, grey=True),
}

STARTER = {
    "harbour-lights": Scene(scene_lamps.night_harbour),
    "rain-on-the-glass": Scene(scene_rooms.by_the_window),
}


def encode(image: Image.Image) -> bytes:
    """A JPEG of the best quality that fits the room."""
    for quality in (88, 85, 82, 79, 76, 72, 68, 62):
        file = io.BytesIO()
        image.save(file, "JPEG", quality=quality, optimize=True, dpi=(300, 300))
        if file.tell() <= ROOM:
            break
    return file.getvalue()


def draw(job: tuple[str, Scene, int, Path, int]) -> None:
    """Draw one still, bring it to a width and write it."""
    name, scene, seed, folder, width = job
    image = develop(scene.draw(), seed, scene.grains, scene.corner, scene.halo)
    image = image if width == image.width else image.resize((width, width * 2 // 3), Image.Resampling.LANCZOS)
    (folder / f"{name}.jpg").write_bytes(encode(image.convert("L") if scene.grey else image))


def main(words: list[str]) -> None:
    if words[:1] == ["--starter"]:
        jobs = [(name, scene, 2000 + i, Path(words[1]), 1500)
            for i, (name, scene) in enumerate(STARTER.items())]
    else:
        jobs = [
            (name, scene, 1000 + i, HERE, WIDTH)
            for i, (name, scene) in enumerate(SCENES.items())
            if not words or name in words
        ]
    with ProcessPoolExecutor() as pool:
        for _ in pool.map(draw, jobs):
            pass


if __name__ == "__main__":
    main(sys.argv[1:])
