"""What a file says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from progprint.press.preflight.objects import array, entry, name, string, words
from progprint.press.preflight.types import Finding, fault
from progprint.press.preflight.views import FileRule, FileView

#: standard -> what a file that keeps it claims, and the latest version of PDF it may be
#: (ISO 15930-7, 15930-4)
CLAIMS = {
    "pdf-x-4": (("PDF/X-4", "PDF/X-4p"), "1.6"),
    "pdf-x-1a": (("PDF/X-1:2001", "PDF/X-1a:2001", "PDF/X-1a:2003"), "1.4"),
}
SHOWN = {"pdf-x-4": "PDF/X-4", "pdf-x-1a": "PDF/X-1a"}
DATE = re.compile(
    r"(?:D:)?(\d{4})-?(\d\d)?-?(\d\d)?T?(\d\d)?:?(\d\d)?:?(\d\d)?(?:\.\d+)?(Z|[+-]\d\d)?[':]?(\d\d)?"
)


def sound(file: FileView) -> Iterator[Finding]:
    """A file is whole. A shop's programs mend damage each in its own way, so what is printed is a guess."""
    if file.mended:
        more = f", and {len(file.mended) - 1} more" if len(file.mended) > 1 else ""
        yield fault(
            "damaged",
            f"the file had to be mended to be read: {file.mended[0]}{more}",
            hint="write it anew from its program",
        )


def encrypted(file: FileView) -> Iterator[Finding]:
    """Nothing is encrypted, without a password neither:
    a shop must be able to trap and impose (ISO 15930).
    """
    if file.encrypted:
        yield fault("encrypted", "the file is encrypted", hint="save it without security")


def version(file: FileView) -> Iterator[Finding]:
    """The version of PDF is one the standard allows: older presses do not know what came later."""
    _, latest = CLAIMS[file.profile.standard]
    if tuple(map(int, re.findall(r"\d+", file.version)[:2])) > tuple(map(int, latest.split("."))):
        yield fault(
            "pdf-version", f"the file is PDF {file.version}; {SHOWN[file.profile.standard]} is PDF {latest}"
        )


def standard(file: FileView) -> Iterator[Finding]:
    """The file claims the standard that the shop asks for, where the standard says the claim stands."""
    wanted, _ = CLAIMS[file.profile.standard]
    key = "GTS_PDFXVersion"
    claimed = file.xmp.get(f"pdfxid:{key}") or words(entry(file.info, f"/{key}"))
    if not claimed:
        yield fault(
            "no-standard", f"the file claims no PDF/X standard; {SHOWN[file.profile.standard]} is asked for"
        )
    elif claimed not in wanted:
        yield fault(
            "other-standard", f"the file claims {claimed[:40]}; {SHOWN[file.profile.standard]} is asked for"
        )


def identifier(file: FileView) -> Iterator[Finding]:
    """The file has an identifier, by which a shop tells a correction from the file before it (ISO
    15930-7).
    """
    if len([part for part in array(entry(file.trailer, "/ID")) if string(part)]) != 2:
        yield fault("no-identifier", "the file has no identifier (/ID)")


def trapped(file: FileView) -> Iterator[Finding]:
    """The file says whether it was trapped: trapped twice or never, thin white or dark edges show."""
    found = entry(file.info, "/Trapped")
    said = name(found) or words(found) or file.xmp.get("pdf:Trapped")
    if said.removeprefix("/") not in ("True", "False"):
        yield fault("no-trapped", "the file does not say whether it was trapped (/Trapped)")


def metadata(file: FileView) -> Iterator[Finding]:
    """The metadata (XMP) can be read: claims and titles stand there, and a damaged one is a guess."""
    if file.xmp.fault:
        yield fault("bad-metadata", f"the metadata (XMP) cannot be read: {file.xmp.fault}")


def title(file: FileView) -> Iterator[Finding]:
    """The file has a title, the same in both places where it may stand: it is how a job is found again."""
    info, xmp = " ".join(words(entry(file.info, "/Title")).split()), file.xmp.get("dc:title")
    if not info and not xmp:
        yield fault("no-title", "the file has no title")
    elif info and xmp and info != xmp:
        yield fault("title-differs", f"the title is `{info[:60]}` in one place and `{xmp[:60]}` in the other")


def dates(file: FileView) -> Iterator[Finding]:
    """The file has its dates, the same in both places: by them a shop knows the newest of two files."""
    for key, twin in (("CreationDate", "CreateDate"), ("ModDate", "ModifyDate")):
        info, xmp = words(entry(file.info, f"/{key}")), file.xmp.get(f"xmp:{twin}")
        if not info and not xmp:
            yield fault("no-date", f"the file has no date ({key})")
        elif info and xmp and not _same(info, xmp):
            yield fault("date-differs", f"{key} is {info} in one place and {xmp} in the other")


def _same(one: str, other: str) -> bool:
    first, second = _moment(one), _moment(other)
    return first is not None and second is not None and abs(first - second) < timedelta(seconds=2)


def _moment(text: str) -> datetime | None:
    """A date of PDF or of XMP in universal time."""
    found = DATE.match(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part) if part else None for part in found.groups()[:6])
    try:
        moment = datetime(year or 1, month or 1, day or 1, hour or 0, minute or 0, second or 0)
    except ValueError:
        return None
    zone = found[7]
    if zone in (None, "Z"):
        return moment
    away = timedelta(hours=abs(int(zone)), minutes=int(found[8] or 0))
    return moment - away if zone.startswith("+") else moment + away


FILES = (
    FileRule(("damaged",), sound),
    FileRule(("encrypted",), encrypted),
    FileRule(("pdf-version",), version),
    FileRule(("no-standard", "other-standard"), standard),
    FileRule(("no-identifier",), identifier),
    FileRule(("no-trapped",), trapped),
    FileRule(("bad-metadata",), metadata),
    FileRule(("no-title", "title-differs"), title),
    FileRule(("no-date", "date-differs"), dates),
)
