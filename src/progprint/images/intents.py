"""Name of a printing condition -> what a file made for it embeds, for those whose ICC profile is shipped."""

from __future__ import annotations

from importlib.resources import files
from typing import NamedTuple


class OutputIntent(NamedTuple):
    """The printing condition a file is made for."""

    #: ICC profile of the press, CMYK
    profile: bytes
    #: its name in the registry of the ICC
    identifier: str = "FOGRA39"
    info: str = "Offset printing on coated paper, ISO 12647-2, FOGRA39"
    #: where the name is registered
    registry: str = "http://www.color.org"


#: by reference name in the ICC's registry of CMYK characterization data: the file, and the condition in
#: words; data/icc/README.md tells where the files come from
_SHIPPED = {
    "FOGRA39": ("ISOcoated_v2_300_bas.icc", "Offset printing on coated paper, ISO 12647-2, FOGRA39"),
    "FOGRA47": ("FOGRA47.icc", "Offset printing on uncoated white paper, ISO 12647-2, FOGRA47"),
    "CGATS TR 006": ("CGATS_TR_006.icc", "Offset printing on US grade 1 coated paper, GRACoL, CGATS TR 006"),
    "IFRA26": ("IFRA26.icc", "Coldset offset printing on newsprint, ISO 12647-3, IFRA26"),
}


def shipped_conditions() -> tuple[str, ...]:
    """Name the printing conditions whose ICC profile is shipped."""
    return tuple(_SHIPPED)


def shipped_intent(name: str) -> OutputIntent | None:
    """Find a shipped printing condition by its registered name, however it is spaced; none when it is not."""
    known = _known(name)
    if known is None:
        return None
    file, info = _SHIPPED[known]
    return OutputIntent(files("progprint").joinpath("data", "icc", file).read_bytes(), known, info)


def shipped_icc(name: str) -> str:
    """What the ICC file of a shipped printing condition is called; empty when it is not shipped."""
    known = _known(name)
    return _SHIPPED[known][0] if known is not None else ""


def _known(name: str) -> str | None:
    return next((known for known in _SHIPPED if _plain(known) == _plain(name)), None)


def _plain(name: str) -> str:
    """Letters and digits of a name: the trade also writes CGATS TR006 and CGATS.TR.006."""
    return "".join(c for c in name.casefold() if c.isalnum())


def coated_offset() -> OutputIntent:
    """The usual intent: coated paper, at most 300 % ink."""
    found = shipped_intent("FOGRA39")
    assert found is not None
    return found
