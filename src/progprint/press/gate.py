"""A press file that is about to be written -> the file under its name, or under another when it is unfit."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from progprint.cache import Cache, NoCache
from progprint.diag import BadInput, Diagnostic, Severity, Source
from progprint.pdf import Least, OutputIntent, PdfOptions, PdfReport, shipped_intent
from progprint.press.preflight import Report, preflight
from progprint.press.preflight.words import diagnostics
from progprint.press.profile import Profile
from progprint.press.profile_form import find_profile, profile_names, read_profile
from progprint.source import did_you_mean

Progress = Callable[[str, int, int], None]

#: what a layout is printed by when nobody says: bound books by offset, loose sheets in the office
BOUND, LOOSE = "coated-offset", "office"


#: told before with the line of the content that asks for the picture, where the editor may allow it
TOLD_BEFORE = frozenset({"resolution", "line-art"})


class Gate(NamedTuple):
    """By what a written file is judged."""

    profile: Profile
    #: the whole work is in it, so the number of its pages can be judged
    whole: bool = True
    #: number of the file's first page in the book: odd ones lie on the right; 0: of a sheet that has no sides
    first: int = 1
    #: where verdicts of earlier builds are kept
    cache: Cache = NoCache()
    #: how the profile was asked for, by name or path; empty is the usual one
    named: str = ""


def named_profile(
    name: str, also: tuple[str, ...] = ()
) -> tuple[Profile | None, tuple[Diagnostic, ...]]:
    """Find and read a profile; none, and why, when there is any fault. `also`: what else may be meant."""
    file = find_profile(name, Path.cwd())
    if file is not None:
        return read_profile(file)
    names = profile_names(Path.cwd())
    near = did_you_mean(name, (*names, *also))
    hint = f"did you mean `{near}`?" if near else f"there are: {', '.join(names)}"
    message = f"there is no printer profile `{name}`"
    return None, (Diagnostic(Severity.ERROR, "wrong-use-profile", message, Source(name), hint),)


def for_profile(options: PdfOptions, profile: Profile | None) -> PdfOptions:
    """Write what a profile asks for: its standard, its condition, no line or ink that it cannot hold."""
    if profile is None:
        return options
    printing = options.printing._replace(
        standard=profile.standard,
        total_ink=profile.limits.total_ink,
        least=Least(profile.limits.line, profile.limits.line_in_inks),
        rendering=profile.intent.rendering,
        black_point=profile.intent.black_point,
    )
    named, icc = profile.intent, profile.intent.icc
    if icc is None:
        shipped = shipped_intent(named.name)
        return replace(options, printing=printing, intent=shipped or options.intent)
    intent = OutputIntent(icc.read_bytes(), named.name, named.name, named.registry)
    return replace(options, printing=printing, intent=intent)


def failed_name(file: Path) -> Path:
    """What an unfit file is called: nobody sends it by mistake."""
    return file.with_name(f"{file.stem}-failed{file.suffix}")


def written_through(
    write: Callable[[Path], PdfReport], file: Path, gate: Gate | None, progress: Progress | None = None
) -> tuple[PdfReport, tuple[Diagnostic, ...]]:
    """Write a file, look at its bytes, and give it its name when no rule refuses it; without a gate at once.

    An unfit one keeps the name of `failed_name`, and an earlier file of the right name stays.
    """
    if gate is None or (file.exists() and not file.is_file()):
        return write(file), ()
    beside = failed_name(file)
    try:
        report = write(beside)
    except BadInput as bad:
        # nobody asked for the file beside
        told = (replace(d, source=Source(str(file))) if d.source == Source(str(beside)) else d
                for d in bad.diagnostics)
        raise BadInput(tuple(told)) from bad
    judged = preflight(beside, gate.profile, whole=gate.whole, first=gate.first, progress=progress,
                       cache=gate.cache)
    judged = judged._replace(findings=tuple(f for f in judged.findings if f.code not in TOLD_BEFORE))
    if not judged.passed:
        wrong = tuple(d for d in diagnostics(judged, beside) if d.severity is Severity.ERROR)
        look = look_again(beside, gate.named, gate.whole, "--proof", "proof.pdf")
        hint = (
            f"it is called {beside.name}, and {look} shows the places; "
            f"`--no-preflight` gives it the name {file.name} all the same"
        )
        message = f"the file is not fit for the press ({gate.profile.name})"
        refused = Diagnostic(Severity.ERROR, "unfit-for-press", message, Source(str(beside)), hint)
        return report, (refused, *wrong)
    # a symbolic link stays one, and the permissions of the file before it stay
    target = file.resolve()
    if target.exists():
        beside.chmod(target.stat().st_mode & 0o777)
    beside.replace(target)
    return replace(report, file=file), _counsel(judged, file, gate)


def _counsel(judged: Report, file: Path, gate: Gate) -> tuple[Diagnostic, ...]:
    """What a press prints and may ask about, in one note: most of it stands on every page of a design."""
    asked = sorted({found.code for found in judged.findings if found.severity is Severity.WARNING})
    if not asked:
        return ()
    message = f"the press may ask about {', '.join(asked)}"
    hint = f"{look_again(file, gate.named, gate.whole)} tells where"
    return (Diagnostic(Severity.INFO, "press-counsel", message, Source(str(file)), hint),)


def look_again(file: Path, profile: str, whole: bool, *more: str) -> str:
    """How to ask for a file's findings: by the profile it was made for, as a whole work or a part."""
    command = ["progprint", "preflight", str(file)]
    if profile not in ("", BOUND):
        command += ["--profile", profile]
    if not whole:
        command.append("--part")
    return f"`{shlex.join((*command, *more))}`"
