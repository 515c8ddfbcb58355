"""The printing condition that a file was made for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from progprint.press.preflight.icc import MOST_PROFILE, printer_fault
from progprint.press.preflight.objects import TooMuch, array, decoded, entry, is_stream, name, number, words
from progprint.press.preflight.types import Finding, fault
from progprint.press.preflight.views import FileRule, FileView, PageRule, PageView


def _intents(file: FileView) -> list[Any]:
    every = array(entry(file.root, "/OutputIntents"))
    return [intent for intent in every if name(entry(intent, "/S")) == "/GTS_PDFX"]


def _plain(condition: str) -> str:
    """Letters and digits of a name: the trade writes CGATS TR 006 with and without its spaces."""
    return "".join(c for c in condition.casefold() if c.isalnum()) or condition


def named(file: FileView) -> Iterator[Finding]:
    """The file names the printing condition it was made for, that of the profile:
    its colours mean nothing else.
    """
    intents = _intents(file)
    if not intents:
        yield fault("no-intent", "the file has no output intent for PDF/X")
        return
    if len(intents) > 1:
        yield fault("other-intent", f"the file has {len(intents)} output intents; a press works to one")
    intent = intents[0]
    condition = " ".join(words(entry(intent, "/OutputConditionIdentifier")).split())
    wanted = file.profile.intent.name
    if not condition:
        yield fault("no-intent", "the output intent names no printing condition")
    elif _plain(condition) != _plain(wanted):
        yield fault(
            "other-intent",
            f"the file is made for {condition[:60]}, the press is {wanted}",
            hint="`--profile` names the press to judge by; ask the shop which condition it prints to",
        )


def embedded(file: FileView) -> Iterator[Finding]:
    """The intent's ICC profile is in the file and is one of a press's four inks, else colours cannot be
    proofed.
    """
    intents = _intents(file)
    if not intents:
        return
    intent = intents[0]
    profile = entry(intent, "/DestOutputProfile")
    if not is_stream(profile):
        # X-1a may leave it out when the condition is registered (ISO 15930-4)
        registered = "color.org" in words(entry(intent, "/RegistryName"))
        if not (file.profile.standard == "pdf-x-1a" and registered):
            yield fault("no-icc", "the output intent holds no ICC profile")
        return
    try:
        data = decoded(profile, MOST_PROFILE)
    except TooMuch as much:
        yield fault("bad-icc", f"the output intent's ICC profile is no profile: {much}")
        return
    if data[36:40] != b"acsp" or int.from_bytes(data[:4]) > len(data):
        yield fault("bad-icc", "the output intent's ICC profile is damaged")
    elif data[16:20] != b"CMYK" or number(entry(profile, "/N")) != 4:
        space = data[16:20].decode("latin-1").strip()
        yield fault(
            "bad-icc",
            f"the output intent's ICC profile is of {space}, N {number(entry(profile, '/N')):g}, "
            "not of four inks",
        )
    elif data[12:16] != b"prtr":
        yield fault(
            "bad-icc",
            f"the output intent's ICC profile is of class {data[12:16].decode('latin-1')}, not of a printer",
        )
    elif printer_fault(data):
        yield fault("bad-icc", f"the output intent's ICC profile is damaged: {printer_fault(data)}")
    elif file.profile.intent.icc is not None and data != file.profile.intent.icc.read_bytes():
        yield fault("other-icc", f"the ICC profile in the file is not {file.profile.intent.icc.name}")


def spaces(page: PageView) -> Iterator[Finding]:
    """Profiles of colour spaces are whole, and of as many components as the file says."""
    wrong = page.noted("bad-icc")
    if wrong:
        yield fault("bad-icc", f"the ICC profile of a colour space: {wrong[0]}", page.number)


INTENTS = (
    FileRule(("no-intent", "other-intent"), named),
    FileRule(("no-icc", "bad-icc", "other-icc"), embedded),
)
PROFILES = (PageRule(("bad-icc",), spaces),)
