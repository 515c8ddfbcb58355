"""Press files -> what three readers of plates see on them, a line for each file and reader.

Without files: parts of the sample in each kind of inks. `--profile NAME` says whose limit holds for given files.
Exit 0: all is as it should be and they agree. 1: something is not. 2: it could not be tried (no Ghostscript).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from judging import judged, told
from measuring import asked, by_others, by_ours
from readers import ghostscript, read

from progprint.build import Job, build
from progprint.diag import BadInput, Severity
from progprint.press.profile_form import find_profile, read_profile

ROOT = Path(__file__).resolve().parent.parent.parent
OUT = ROOT / "out" / "plates"
USUAL = "coated-offset"
X_1A = "extends: coated-offset\nstandard: pdf-x-1a\n"
NO_GS = "Comparing plates needs Ghostscript (gs): install it, e.g. `apt install ghostscript`."


def sample(folder: Path) -> Iterator[Job]:
    """One file for each kind of inks: title pages with pictures, codes, and on 25-46 grey pictures, too."""
    content, flat = ROOT / "content", folder / "x-1a.yaml"
    yield Job(content, output=folder / "booklet.pdf", pages=(1, 14))
    yield Job(content, output=folder / "booklet-cmyk-spot.pdf", pages=(1, 14), inks="cmyk+spot", marks="all")
    yield Job(content, output=folder / "booklet-x-1a.pdf", pages=(25, 46), profile=str(flat))
    yield Job(content, "pocket", folder / "pocket-spot-k.pdf", inks="spot+k")
    yield Job(content, "monochrome", folder / "monochrome.pdf")


def made(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each file of the sample, and what stands against it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "x-1a.yaml").write_text(X_1A, "utf-8")
    for job in sample(folder):
        try:
            built = build(job)
        except BadInput as bad:
            yield job.file, "; ".join(found.message for found in bad.diagnostics)
            continue
        against = "; ".join(found.message for found in built.diagnostics if found.severity is Severity.ERROR)
        yield built.file or job.file, against


def compare(path: Path, limit: float) -> bool:
    """Compare what readers see of a file, say it, and whether all is well."""
    with pikepdf.open(path) as pdf:
        file = read(pdf, path)
        wanted = asked(pdf, file, limit)
        mine = by_ours(file)
        verdicts = [judged(seen, mine, wanted) for seen in
                    (mine, *(by_others(file, reader, wanted) for reader in ("pdf_oxide", "tiffsep")))]
    print(f"{path} (pages 1-{len(file.pages)} of the file)")
    for verdict in verdicts:
        print(told(verdict, mine, wanted), flush=True)
    return all(verdict.passed for verdict in verdicts)


def limit_of(name: str) -> float | None:
    """The total ink that a profile allows; None where there is no such profile."""
    path = find_profile(name, ROOT)
    profile = read_profile(path)[0] if path is not None else None
    return profile.limits.total_ink if profile is not None else None


def main(arguments: list[str]) -> int:
    reader = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    reader.add_argument("files", nargs="*", type=Path, metavar="FILE.pdf")
    reader.add_argument("--profile", default=USUAL)
    given = reader.parse_args(arguments)
    limit, missing = limit_of(given.profile), [str(file) for file in given.files if not file.is_file()]
    if ghostscript() is None or limit is None or missing:
        print(NO_GS if ghostscript() is None else f"no such profile: {given.profile}" if limit is None
              else f"no such file: {', '.join(missing)}", file=sys.stderr)
        return 2
    if not given.files:
        print(f"Making press files of the sample in {OUT}: a minute or two.", flush=True)
    try:
        files = [(file, "") for file in given.files] or made(OUT)
        # each is compared, also after one that fails
        fine = [_one(path, against, limit) for path, against in files]
        return int(not all(fine))
    except OSError as fault:
        print(f"cannot write: {fault}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _one(path: Path, against: str, limit: float) -> bool:
    if against:
        print(f"{path}: not fit for its press: {against}")
        return False
    try:
        return compare(path, limit)
    except (pikepdf.PdfError, RuntimeError) as fault:
        print(f"{path}: cannot be compared: {fault}", file=sys.stderr)
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
