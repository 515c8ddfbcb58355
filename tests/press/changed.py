"""Good files with objects changed at random -> what a preflight or an imposing makes of them.

By hand, for as long as one likes: `python tests/press/changed.py FILE.pdf FIRST LAST` tries seeds and names those that
end in anything but findings, or that take longer than ten seconds.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

#: what takes the place of a value
ODD: tuple[Any, ...] = (0, -1, 10**9, 0.0001, -1e30, True, None, "text", b"\xfe\xff\xd8", [], [1, 2], "/Name", {})
KEPT_AWAY = ("/Kids", "/Pages")


def changed(source: Path, target: Path, seed: int) -> None:
    """Change a dozen values of a file: other kinds, numbers out of reach, keys gone, objects within themselves."""
    chance = random.Random(seed)
    with pikepdf.open(source) as pdf:
        holders = [each for each in pdf.objects if isinstance(each, Dictionary | pikepdf.Stream) and len(each.keys())]
        for _ in range(chance.randrange(1, 13)):
            here: Any = chance.choice(holders)
            for _ in range(chance.randrange(4)):
                below = [here[key] for key in here.keys() if isinstance(here[key], Dictionary)]  # noqa: SIM118
                here = chance.choice(below) if below else here
            keys = [key for key in here.keys() if key not in KEPT_AWAY and key != "/Length"]  # noqa: SIM118
            if keys:
                _change(pdf, here, chance.choice(keys), chance)
        pdf.save(target, fix_metadata_version=False)


def _change(pdf: Pdf, here: Any, key: str, chance: random.Random) -> None:
    how = chance.randrange(5)
    if how == 0:
        del here[key]
    elif how == 1 and here.is_indirect:
        here[key] = here
    elif how == 2:
        here[key] = chance.choice(list(pdf.objects))
    elif how == 3 and isinstance(here[key], Array) and len(here[key]):
        here[key][chance.randrange(len(here[key]))] = _made(chance.choice(ODD))
    else:
        here[key] = _made(chance.choice(ODD))


def _made(value: Any) -> Any:
    if isinstance(value, str):
        return Name(value) if value.startswith("/") else String(value)
    if isinstance(value, bytes):
        return String(value)
    if isinstance(value, float):
        return pikepdf.Object.parse(f"{value:.6f}".encode())
    return Dictionary() if value == {} else Array(value) if isinstance(value, list) else value


def main(source: Path, first: int, last: int) -> None:
    from progprint.press.preflight import preflight
    from progprint.press.profile import Profile

    target = Path("changed.pdf")
    for seed in range(first, last):
        try:
            changed(source, target, seed)
        except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
            continue
        start = time.process_time()
        report = preflight(target, Profile("test"))
        spent = time.process_time() - start
        if spent > 10 or not report.rules:
            print(seed, f"{spent:.1f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
