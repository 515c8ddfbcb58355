"""A festival of N films of very uneven length -> how each house layout takes it: rooms, words, lock and cost.

`python tests/bench/uneven.py N --languages it,ja` makes the festival up in every layout and prints a line for each.
It exits with 1 when a film exceeds its room and no finding names it, when a word of a field that the layout prints
is on no page, or when a film that nobody touched looks otherwise after ten others were changed.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import re
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf

from bench import Cost, run
from progprint.build import Job, MadeUp, build, make_up
from progprint.cache import NoCache
from progprint.checks.unused import unused_words

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "strangers")]

from festivals import NAMES, ROLES, Stranger  # noqa: E402

LAYOUTS = ("booklet", "catalogue", "pocket", "monochrome")
#: films whose text is changed for the lock's sake
CHANGED = 10
#: words of a review, from a line to five pages, most of them one page's worth
LENGTHS = (4, 20, 60, 90, 120, 150, 180, 220, 260, 320, 400, 550, 800, 1500)
DAYS, HOURS, VENUES = 9, 12, ("quay", "mole")
#: a ladder in a section of a layout
LADDER = re.compile(r",\s*fit:\s*\[[^\]]*\]")


class Taken(NamedTuple):
    """How one layout takes the festival."""

    pages: int
    #: films whose pages are more than their room, and the findings that name a text
    over: int
    named: int
    #: films over that no finding names
    silent: tuple[str, ...]
    #: words that are on no page though the layout prints their field for other films
    lost: tuple[str, ...]
    #: untouched films that look otherwise after the change
    moved: tuple[str, ...]
    #: with the ladder and without
    fitted: Cost
    plain: Cost


def write_festival(folder: Path, films: int, languages: tuple[str, ...]) -> Path:
    """Films from one line to five pages, of three to forty roles, some without still, cast or screenings."""
    festival = Stranger(folder, *languages)
    for number in range(films):
        source = random.Random(number)
        words = source.choice(LENGTHS)
        roles = source.choice((3, 6, 8, 12, 20, 40))
        more: dict[str, Any] = {
            "credits": [{role: source.sample(NAMES, source.choice((1, 1, 2, 5)))} for role in _roles(roles)],
            "running_time": 70 + number % 60,
            "screenings": [_slot(2 * number + n) for n in range(source.choice((0, 1, 2, 2)))] or None,
        }
        if source.random() < 0.08:
            more |= {"directors": None, "cast": None}
        still = source.random() > 0.1
        festival.film(number, words=words, signs=words * 3 // 2, still=still, **more)
    return festival.folder


def _roles(count: int) -> list[str]:
    return [ROLES[n] if n < len(ROLES) else f"Unit {n} Department" for n in range(count)]


def _slot(number: int) -> dict[str, str]:
    day, rest = divmod(number % (DAYS * HOURS * len(VENUES)), HOURS * len(VENUES))
    hour, venue = divmod(rest, len(VENUES))
    return {"at": f"2027-05-{1 + day:02d} {10 + hour}:15", "venue": VENUES[venue]}


def take(layout: str, content: Path, folder: Path) -> Taken:
    """Build in one layout, with its ladder and without; change ten films and build again."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "layouts").mkdir(parents=True)
    text = (ROOT / "layouts" / f"{layout}.yaml").read_text("utf-8")
    (folder / "layouts" / "plain.yaml").write_text(LADDER.sub("", text), encoding="utf-8")
    plain = _cost("plain", content, folder)
    fitted = _cost(layout, content, folder)
    own = shutil.copytree(content, folder / "content")
    with contextlib.chdir(folder):
        made, bytes_before = _printed(layout, own)
        slugs = sorted(path.stem for path in (own / "films").glob("*.yaml"))
        touched = slugs[:: max(len(slugs) // CHANGED, 1)][:CHANGED]
        for slug in touched:
            _rewrite(own / "films" / f"{slug}.yaml")
        after, bytes_after = _printed(layout, own)
    before = {name: keys for name, keys in _keys(made).items() if Path(name).name not in touched}
    now = _keys(after)
    moved = [name for name, keys in before.items() if now.get(name) != keys]
    moved += [name for name, drawn in bytes_before.items() if name in before and bytes_after.get(name, drawn) != drawn]
    over = _over(made)
    named = [f for f in made.findings if f.code == "overset"]
    silent = [name for name in over if not any(f"{name}:" in f.message for f in named)]
    return Taken(
        len(made.booklet.pages), len(over), len(named), tuple(silent), _lost(made), tuple(moved), fitted, plain
    )


def _cost(layout: str, content: Path, folder: Path) -> Cost:
    command = [sys.executable, "-m", "progprint", "build", "booklet", "--layout", layout, "--no-cache"]
    return run([*command, "--content", str(content)], folder)[0]


def _printed(layout: str, content: Path) -> tuple[MadeUp, dict[tuple[str, int], bytes]]:
    """The pages as made up, and the drawn bytes of each film's by the page they stand on."""
    job = Job(content, layout)
    build(job)
    made = make_up(job, NoCache())
    with pikepdf.open(job.file) as pdf:
        drawn = {
            (page.name, page.number): _content(there)
            for page, there in zip(made.booklet.pages, pdf.pages, strict=True)
            if page.name.startswith("films/")
        }
    return made, drawn


def _content(page: pikepdf.Page) -> bytes:
    contents = page.obj.Contents
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(part.read_bytes() for part in parts)


def _keys(made: MadeUp) -> dict[str, tuple[str, ...]]:
    """What each film's pages are drawn from, in order."""
    keys: dict[str, tuple[str, ...]] = {}
    for page in made.booklet.pages:
        if page.name.startswith("films/"):
            keys[page.name] = (*keys.get(page.name, ()), page.key)
    return keys


def _over(made: MadeUp) -> list[str]:
    """Films with more pages than their section gives them."""
    room = next((str(s.options.get("room", "spread")) for s in made.read.design.sections if s.kind == "films"), "")
    most = {"page": 1, "spread": 2}.get(room)
    counts = Counter(page.name for page in made.booklet.pages if page.name.startswith("films/"))
    return [name for name, count in counts.items() if most is not None and count > most]


def _lost(made: MadeUp) -> tuple[str, ...]:
    """Words on no page, of fields that are printed of at least one other film."""
    lines = list(unused_words(made.read.programme, made.booklet))
    films = [line for line in lines if line.startswith("films/")]
    count = len(made.read.programme.films)
    by_text = Counter(line.partition("] ")[2] for line in films)
    # a layout that prints no reviews leaves them out for all
    return tuple(line for line in films if len(films) < count and by_text[line.partition("] ")[2]] < count)


def _rewrite(file: Path) -> None:
    """Another review, longer by a sentence in each language."""
    text = file.read_text("utf-8")
    changed = re.sub(r'^(review: .*?": ")', r"\1Again, and again. ", text, count=1, flags=re.M)
    file.write_text(changed if changed != text else text + 'premiere: "national"\n', encoding="utf-8")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("films", type=int, nargs="?", default=100)
    arguments.add_argument("--languages", default="en,zh-Hant")
    arguments.add_argument("--layout", action="append", help="one layout; again for more  [all]")
    asked = arguments.parse_args()
    folder = ROOT / "out" / "uneven"
    shutil.rmtree(folder, ignore_errors=True)
    content = write_festival(folder, asked.films, tuple(asked.languages.split(",")))
    print(f"{asked.films} films, {asked.languages}")
    print("layout      pages  over  named  lost  moved   CPU s  without ladder  ratio")
    wrong = False
    for layout in asked.layout or LAYOUTS:
        taken = take(layout, content, folder / layout)
        ratio = taken.fitted.cpu_s / taken.plain.cpu_s
        print(
            f"{layout:<11}{taken.pages:>6}{taken.over:>6}{taken.named:>7}{len(taken.lost):>6}{len(taken.moved):>7}"
            f"{taken.fitted.cpu_s:>8.1f}{taken.plain.cpu_s:>16.1f}{ratio:>7.2f}"
        )
        for what in ("silent", "lost", "moved"):
            for each in getattr(taken, what)[:10]:
                print(f"  {what}: {each}")
        wrong = wrong or bool(taken.silent or taken.lost or taken.moved)
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
