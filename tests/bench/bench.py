"""A generated festival of N films -> what building it costs: cold, again, and after one edit.

Each figure is a whole process, interpreter start included, and the best of some runs: other work on the
machine only ever adds. `make bench N=100`; `make bench N=100 COMPARE=400` adds how the cost grows.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
#: ru_maxrss counts KiB on Linux, bytes on macOS
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024
WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:[’'-][A-Za-z\u00c0-\u024f]+)*")
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True)
class Cost:
    wall_s: float
    cpu_s: float
    memory_mib: float


@dataclass(frozen=True)
class Result:
    films: int
    pages: int
    words: int
    han: int
    cold: Cost
    again: Cost | None = None
    edited: Cost | None = None
    #: without a look at the bytes that were written
    cold_unseen: Cost | None = None
    again_unseen: Cost | None = None
    #: `progprint preflight` of the file
    preflight: Cost | None = None


def run(command: list[str], folder: Path, fine: tuple[int, ...] = (0,)) -> tuple[Cost, str]:
    """Run a whole process to its end and give its cost and standard output; `fine`: its exit codes.

    This process must stay small: on Linux a child's peak begins with that of the parent it was spawned from.
    """
    output = folder / "said.txt"
    with output.open("wb") as said:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=folder, stdout=said, stderr=subprocess.STDOUT, env=plain())
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    text = output.read_text("utf-8")
    if child.returncode not in fine:
        sys.exit(f"{' '.join(command)}: exit code {child.returncode}\n{text[-4000:]}")
    memory = used.ru_maxrss * MEMORY_UNIT / 2**20
    return Cost(round(wall, 3), round(used.ru_utime + used.ru_stime, 3), round(memory, 1)), text


def plain() -> dict[str, str]:
    """The environment as users have it: modules are compiled once, output is buffered."""
    return {k: v for k, v in os.environ.items() if k not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")}


def build(folder: Path, *more: str) -> tuple[Cost, str]:
    return run([sys.executable, "-m", "progprint", "build", "booklet", "-o", "booklet.pdf", *more], folder)


def preflight(folder: Path) -> Cost:
    """Look at the file; the generated stills are small, so it is not fit for the press."""
    return run([sys.executable, "-m", "progprint", "preflight", "booklet.pdf"], folder, (0, 1))[0]


def forget(folder: Path) -> None:
    """Remove what earlier builds kept."""
    for kept in folder.rglob(".progprint_cache"):
        shutil.rmtree(kept)


def generate(films: int) -> Path:
    folder = ROOT / "out" / "bench" / str(films)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run([sys.executable, str(HERE / "generate.py"), str(films), "content"], folder)
    return folder


def edit_a_review(folder: Path, word: str) -> None:
    """Add one word to the English review of the film in the middle of the programme."""
    files = sorted((folder / "content" / "films").glob("*.yaml"))
    file = files[len(files) // 2]
    text = file.read_text("utf-8")
    edited = re.sub(r"(?m)^(review:\n(?:  .*\n|\n)*?  en: \|\n    \S+)", rf"\1 {word}", text, count=1)
    if edited == text:
        sys.exit(f"{file}: no English review to edit")
    file.write_text(edited, "utf-8")


def best(costs: list[Cost]) -> Cost:
    """The run that other work disturbed least."""
    return min(costs, key=lambda cost: cost.cpu_s)


def measure(films: int, runs: int, *, cold_only: bool = False) -> Result:
    folder = generate(films)
    cold, unseen, said = [], [], ""
    for _ in range(runs):
        if not cold_only:
            forget(folder)
            unseen.append(build(folder, "--no-preflight")[0])
        forget(folder)
        cost, said = build(folder)
        cold.append(cost)
    pages = re.search(r"booklet\.pdf: (\d+) pages?", said)
    words, han = (0, 0) if cold_only else counted(folder / "booklet.pdf")
    result = Result(films, int(pages[1]) if pages else 0, words, han, best(cold))
    if cold_only:
        return result
    again, again_unseen = [], []
    for _ in range(runs):
        again_unseen.append(build(folder, "--no-preflight")[0])
        again.append(build(folder)[0])
    looked = [preflight(folder) for _ in range(runs)]
    edited = []
    for number in range(runs):
        edit_a_review(folder, "indeed" if number % 2 else "truly")
        edited.append(build(folder)[0])
    costs = [best(each) for each in (cold, again, edited, unseen, again_unseen, looked)]
    return Result(films, result.pages, words, han, *costs)


def counted(file: Path) -> tuple[int, int]:
    """Latin words and Han characters in the PDF's text, in a process of its own (see `run`)."""
    _, said = run([sys.executable, str(Path(__file__).resolve()), "--count", str(file)], file.parent)
    words, han = said.split()
    return int(words), int(han)


def count_text(file: Path) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(file)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    # pdfium gives a hyphen at a line's end as U+FFFE or U+0002
    text = re.sub(r"[\ufffe\x02-]\s*\n", "", "\n".join(texts))
    return f"{len(WORD.findall(text))} {len(HAN.findall(text))}"


def ratio(a: Cost, b: Cost) -> dict[str, float]:
    return {"wall": round(a.wall_s / b.wall_s, 2), "cpu": round(a.cpu_s / b.cpu_s, 2)}


def ratios(result: Result, larger: Result | None) -> dict[str, dict[str, float]]:
    found = {}
    if result.edited:
        found["one edit / cold"] = ratio(result.edited, result.cold)
    for name, cost, without in (
        ("cold", result.cold, result.cold_unseen),
        ("nothing changed", result.again, result.again_unseen),
    ):
        if cost and without:
            found[f"{name}, with preflight / without"] = ratio(cost, without)
    if larger:
        found[f"t({larger.films}) / t({result.films})"] = ratio(larger.cold, result.cold)
    return found


def table(result: Result, larger: Result | None) -> str:
    lines = [
        f"{result.films} films: {result.pages} pages, {result.words:,} English words, "
        f"{result.han:,} Han characters",
        f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores",
        f"{'':40}{'wall':>10}{'CPU':>10}{'memory':>12}",
    ]
    rows = [("cold", result.cold), ("nothing changed", result.again), ("one word changed", result.edited)]
    rows += [
        ("cold, no preflight", result.cold_unseen),
        ("nothing changed, no preflight", result.again_unseen),
        ("preflight alone", result.preflight),
    ]
    if larger:
        rows.append((f"cold, {larger.films} films", larger.cold))
    lines += [f"{n:40}{c.wall_s:8.2f} s{c.cpu_s:8.2f} s{c.memory_mib:8.0f} MiB" for n, c in rows if c]
    lines += [f"{n:40}{r['wall']:10.2f}{r['cpu']:10.2f}" for n, r in ratios(result, larger).items()]
    return "\n".join(lines)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    reader.add_argument("films", type=int, nargs="?", default=100)
    reader.add_argument("--compare", type=int, metavar="N2", help="also build N2 films cold")
    reader.add_argument("--runs", type=int, default=2, help="runs of each kind, the best counts (default 2)")
    reader.add_argument("--json", action="store_true")
    reader.add_argument("--count", type=Path, help=argparse.SUPPRESS)
    asked = reader.parse_args()
    if asked.count:
        print(count_text(asked.count))
        return
    result = measure(asked.films, asked.runs)
    larger = measure(asked.compare, 1, cold_only=True) if asked.compare else None
    if asked.json:
        found = {"result": asdict(result), "ratios": ratios(result, larger)}
        print(json.dumps({**found, "larger": asdict(larger)} if larger else found, indent=2))
    else:
        print(table(result, larger))


if __name__ == "__main__":
    main()
