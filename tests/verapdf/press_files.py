"""The sample festival in every layout and printing -> press files, and veraPDF's verdict on each.

Exit 0: all are fit for their press and comply. 1: one does not. 2: it could not be tried (no JDK, no engine).
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import verify

from progprint.build import Built, Job, build
from progprint.design import find_layout, house_layouts, read_layout
from progprint.diag import BadInput, Diagnostic, Severity
from progprint.geom import mm
from progprint.press.impose.file import impose_file
from progprint.press.impose.types import Order, Scheme
from progprint.printing import spots_of
from progprint.specimen import specimen

ROOT = Path(__file__).resolve().parent.parent.parent
OUT = ROOT / "out" / "verify"
SRA3 = mm(320), mm(450)
X_1A = "extends: coated-offset\nstandard: pdf-x-1a\n"


def printings(layout: str, folder: Path) -> Iterator[Job]:
    """Each way in which a layout is printed, as far as it has the inks and a cover."""
    flat = str(folder / "x-1a.yaml")

    def job(name: str, **more: Any) -> Job:
        return replace(Job(ROOT / "content", layout, folder / f"{layout}-{name}.pdf", marks="all"), **more)

    file = find_layout(layout, ROOT)
    design = read_layout(file)[0] if file is not None else None
    assert design is not None, layout
    yield job("plain", marks="")
    yield job("screen", marks="", purpose="screen")
    yield job("marks")
    yield job("k", inks="k")
    yield job("x-1a", profile=flat)
    if spots_of(design):
        yield job("spot-k", inks="spot+k")
        yield job("cmyk-spot", inks="cmyk+spot")
        yield job("x-1a-cmyk-spot", inks="cmyk+spot", profile=flat)
    if design.binding != "loose":
        yield job("bound", cover=True)


def made(job: Job, make: Callable[[Job], Built] = build) -> Iterator[tuple[Path, str]]:
    """Each file of a job, and what its press has against it."""
    try:
        built = make(job)
    except BadInput as bad:
        yield job.file, _errors(bad.diagnostics)
        return
    files = [built.file, built.cover[0] if built.cover else None]
    yield from ((file, _errors(built.diagnostics)) for file in files if file is not None)


def _errors(found: tuple[Diagnostic, ...]) -> str:
    return "; ".join(f.message for f in found if f.severity is Severity.ERROR)


def press_files(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file of the set: the house layouts, the specimen, and sheets of the first booklet."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "x-1a.yaml").write_text(X_1A, "utf-8")
    for layout in sorted(house_layouts()):
        if not layout.endswith(".lock"):
            for job in printings(layout, folder):
                yield from made(job)
    yield from made(Job(ROOT / "content", output=folder / "specimen.pdf"), specimen)
    sheets = folder / "pocket-sheets.pdf"
    impose_file(folder / "pocket-plain.pdf", sheets, Order(Scheme.SADDLE, SRA3))
    yield sheets, ""


def main(folder: Path) -> int:
    try:
        verify.engine()
        verify.tool("java")
        verify.tool("javac")
    except verify.CannotTry as reason:
        print(reason, file=sys.stderr)
        return 2
    print(f"Making every press file of the sample in {folder}: a minute or two.", flush=True)
    files, unfit = [], 0
    for file, against in press_files(folder):
        if against:
            unfit += 1
            print(f"{file}: not fit for its press: {against}")
        elif file.is_file():
            files.append(str(file))
    return max(verify.main(files), int(unfit > 0))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else OUT))
