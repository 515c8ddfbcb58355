"""Profile of a press -> the same with the ICC file of its condition, or what to do when there is none."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from progprint.diag import Diagnostic, Severity, Source
from progprint.press.profile import Profile

#: what colours are brought to a press by, and seen as on it (ICC.1, tables of output profiles)
TABLES = {b"A2B0", b"B2A0"}
#: a condition in an ICC profile's name or in the source of its data: Fogra's files say FOGRA39L
NAMED = re.compile(rb"FOGRA\s?(\d\d)")
#: how names of registered conditions begin; any other is a shop's own, for which every ICC file may be right
REGISTERED = ("fogra", "cgats", "ifra", "jc")
#: bytes of an ICC file: those of presses have 0.5 to 3 MB
MOST_BYTES = 40_000_000
#: bytes that its table of tags may take: those of presses have some twenty tags of 12 bytes
MOST_TAGS = 4096


def icc_folders(variables: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Name where this computer keeps ICC profiles, the user's own first; all lie in them or deeper.

    XDG base directories; Apple's ColorSync and Adobe's folder; the spooler of Windows.
    """
    home = Path(variables.get("HOME") or variables.get("USERPROFILE") or ".")
    if sys.platform == "win32":
        return (Path(variables.get("SystemRoot", r"C:\Windows")) / "System32/spool/drivers/color",)
    if sys.platform == "darwin":
        sync, adobe = "Library/ColorSync/Profiles", "Library/Application Support/Adobe/Color/Profiles"
        return (home / sync, Path("/", sync), Path("/", adobe), Path("/System", sync))
    own = Path(variables.get("XDG_DATA_HOME") or home / ".local/share")
    shared = (variables.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    return (own / "icc", home / ".color/icc", *(Path(place) / "color/icc" for place in shared if place))


def find_icc(names: Iterable[str], folders: Iterable[Path]) -> Path | None:
    """Find the first of these files in the first folder that has one; capitals do not matter."""
    wanted = [name.casefold() for name in names]
    for folder in folders if wanted else ():
        # a folder that cannot be read is walked past
        lying = sorted(Path(place, file) for place, _, files in os.walk(folder) for file in files)
        for name in wanted:
            found = next((path for path in lying if path.name.casefold() == name), None)
            if found is not None and icc_fault(found) is None:
                return found
    return None


def icc_fault(file: Path) -> tuple[str, str] | None:
    """What is wrong with a file that should be a press's ICC profile: a code, and words after its name."""
    try:
        # a pipe would be waited for without end
        if not file.is_file():
            return "missing-file", "is no file" if file.exists() else "is not there"
        with file.open("rb") as stream:
            head = stream.read(132 + MOST_TAGS)
        size = file.stat().st_size
    except (OSError, ValueError):
        # ValueError: a name that no file can have
        return "missing-file", "cannot be read"
    if size > MOST_BYTES:
        return "bad-icc", f"has {size // 1_000_000} MB, more than any press's ICC profile"
    if head[36:40] != b"acsp":
        return "bad-icc", "is no ICC profile"
    if head[16:20] != b"CMYK":
        space = head[16:20].decode("latin-1").strip()
        return "bad-icc", f"is a profile of {space}, not of a press's inks"
    if head[12:16] != b"prtr":
        return "bad-icc", f"is an ICC profile of class {head[12:16].decode('latin-1')}, not of a printer"
    if int.from_bytes(head[:4]) > size:
        return "bad-icc", f"is cut short: {int.from_bytes(head[:4])} bytes should be there, {size} are"
    end = min(len(head), 132 + 12 * int.from_bytes(head[128:132]))
    if not {head[at : at + 4] for at in range(132, end, 12)} >= TABLES:
        return "bad-icc", "has no tables from colours to inks and back"
    return None


def condition_of(file: Path) -> str:
    """Read which of Fogra's conditions an ICC profile is made for; empty where it names none, or several."""
    data = file.read_bytes()
    said = set()
    for at in range(132, min(len(data), 132 + 12 * int.from_bytes(data[128:132])), 12):
        offset, size = (int.from_bytes(data[at + n : at + n + 4]) for n in (4, 8))
        if data[at : at + 4] in (b"desc", b"targ"):
            # the data's own lines come first; what follows are measurements
            said |= set(NAMED.findall(data[offset : offset + min(size, 2000)].upper()))
    return f"FOGRA{said.pop().decode()}" if len(said) == 1 else ""


def with_icc(
    profile: Profile, given: Path | None, folders: Iterable[Path]
) -> tuple[Profile, tuple[Diagnostic, ...]]:
    """Give a press the ICC file that is asked for, else its own, else one of its names on this computer.

    Without any of them there is an error: colours cannot be brought into inks that nobody has described.
    """
    from progprint.images.intents import shipped_icc

    intent = profile.intent
    if given is not None:
        wrong = icc_fault(given)
        if wrong is not None:
            message = f"`--icc {given}`: the file {wrong[1]}"
            hint = "ask the print shop for the ICC profile of its printing condition"
            return profile, (Diagnostic(Severity.ERROR, "wrong-use-icc", message, Source(str(given)), hint),)
        return _taken(profile, given)
    if intent.icc is not None:
        return profile, tuple(_unlike(profile, intent.icc))
    if shipped_icc(intent.name):
        return profile, ()
    found = find_icc(intent.known_as, folders)
    if found is None:
        return profile, (_none(profile),)
    return _taken(profile, found)


def _taken(profile: Profile, icc: Path) -> tuple[Profile, tuple[Diagnostic, ...]]:
    intent = profile.intent
    message = f"colours are brought to the press by this ICC profile, and the file says {intent.name}"
    hint = "see that they belong together; `intent: {name: .., icc: FILE}` of a profile says both"
    told = Diagnostic(Severity.INFO, "icc-taken", message, Source(str(icc)), hint)
    return profile._replace(intent=intent._replace(icc=icc)), (told, *_unlike(profile, icc))


def _unlike(profile: Profile, icc: Path) -> Iterator[Diagnostic]:
    """A condition and an ICC profile that are not of each other: a press would see other colours than we."""
    asked, made = profile.intent.name, condition_of(icc)
    if made and asked.casefold() != made.casefold() and asked.casefold().startswith(REGISTERED):
        message = f"this ICC profile is made for {made}, and the file says it is for {asked}"
        hint = (
            f"in a profile of your own say both: `extends: {profile.name}` and "
            f"`intent: {{name: {made}, icc: {icc.name}}}`"
        )
        yield Diagnostic(Severity.WARNING, "other-condition", message, Source(str(icc)), hint)


def _none(profile: Profile) -> Diagnostic:
    known = profile.intent.known_as
    called = f" (it is often called {' or '.join(known[:2])})" if known else ""
    message = f"`{profile.name}` prints to {profile.intent.name}, and its ICC profile is not on this computer"
    hint = (
        f"ask the print shop for it{called} and say `--icc FILE`, or in a profile of your own "
        f"`extends: {profile.name}` and `intent: {{icc: FILE}}`"
    )
    return Diagnostic(Severity.ERROR, "no-icc-file", message, Source(f"{profile.name}.yaml"), hint)
