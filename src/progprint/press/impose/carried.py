"""Opened file -> what of it goes with the sheets: printing condition, layers, metadata, claims, spot inks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

#: forms within forms that are looked into: no producer nests deeper
DEEPEST = 24
_XMP = (
    "{http://www.npes.org/pdfx/ns/id/}",
    "{http://ns.adobe.com/pdfx/1.3/}",
    "{http://ns.adobe.com/xap/1.0/t/pg/}",
)
_CLAIMS = ("GTS_PDFXVersion", "GTS_PDFXConformance")
_ARCHIVE, _ACCESSIBLE = "{http://www.aiim.org/pdfa/ns/id/}", "{http://www.aiim.org/pdfua/ns/id/}"
#: inks that every CMYK press has, and names that are no inks
_PROCESS = frozenset({"/All", "/None", "/Cyan", "/Magenta", "/Yellow", "/Black"})


class Carried(NamedTuple):
    """What is kept of a file beside its pages."""

    pdf: Any
    #: sheets for a press: what is only to be read, or printed in an office, is no PDF/X
    for_press: bool
    #: how printers with two sides turn the sheet; empty where nobody asks
    duplex: str = ""

    def into(self, pdf: Any) -> None:
        """Copy it all into another file."""
        import pikepdf

        root = self.pdf.Root
        for key in ("/OutputIntents", "/OCProperties"):
            if key in root:
                found = root[key]
                pdf.Root[key] = pdf.copy_foreign(
                    found if found.is_indirect else self.pdf.make_indirect(found)
                )
        if "/Lang" in root:
            pdf.Root.Lang = pikepdf.String(str(root.Lang))
        if self.duplex:
            pdf.Root.ViewerPreferences = pikepdf.Dictionary(
                Duplex=pikepdf.Name(f"/{self.duplex}"), PrintScaling=pikepdf.Name("/None")
            )
        self._facts(pdf)
        self._metadata(pdf)

    def _facts(self, pdf: Any) -> None:
        facts = self.pdf.trailer.get("/Info")
        if facts is None:
            return
        for key in sorted(facts.keys()):
            if key[1:] in _CLAIMS and not self._keeps_claim():
                continue
            found = facts[key]
            pdf.docinfo[key] = found if not found.is_indirect else pdf.copy_foreign(found)

    def _metadata(self, pdf: Any) -> None:
        """The packet as it was, but for claims that sheets do not keep."""
        import pikepdf

        packet = self.pdf.Root.get("/Metadata")
        if not isinstance(packet, pikepdf.Stream):
            return
        pdf.Root.Metadata = pdf.make_stream(packet.read_bytes())
        pdf.Root.Metadata.Type, pdf.Root.Metadata.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as found:
            accessible = found.get(f"{_ARCHIVE}conformance") == "A"
            untrue = [key for key in found if key.startswith(_ACCESSIBLE)]
            if not self._keeps_claim():
                untrue += [key for key in found if key.rpartition("}")[2] in _CLAIMS]
            for key in untrue:
                del found[key]
            if accessible:
                # the order in which tags were read is lost on a sheet
                found[f"{_ARCHIVE}conformance"] = "B"

    def _keeps_claim(self) -> bool:
        """Whether a claim of PDF/X stays true: on sheets for a press, with a printing condition."""
        intents = self.pdf.Root.get("/OutputIntents", [])
        return self.for_press and any(str(intent.get("/S")) == "/GTS_PDFX" for intent in intents)


def inks_of_intent(pdf: Any) -> int:
    """The number of inks of the printing condition; 4 where the file names none: sheets are for presses."""
    for intent in pdf.Root.get("/OutputIntents", []):
        if "/DestOutputProfile" in intent:
            return int(intent.DestOutputProfile.get("/N", 4))
    return 4


def spot_inks(pdf: Any) -> dict[str, Any]:
    """Names of the spot inks that pages are drawn with, and their colour spaces."""
    import pikepdf

    spots: dict[str, Any] = {}
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        for space in _spaces(page.resources, seen, 0):
            if isinstance(space, pikepdf.Array) and len(space) == 4 and str(space[0]) == "/Separation":
                name = str(space[1])
                if name not in _PROCESS:
                    spots.setdefault(name[1:], space)
    return dict(sorted(spots.items()))


def _spaces(resources: Any, seen: set[tuple[int, int]], depth: int) -> Iterator[Any]:
    import pikepdf

    if resources.is_indirect and (resources.objgen in seen or seen.add(resources.objgen)):  # type: ignore[func-returns-value]
        return
    spaces = resources.get("/ColorSpace", {})
    for name in spaces.keys():  # noqa: SIM118 - a dictionary of the PDF library
        yield spaces[name]
    things = resources.get("/XObject", {})
    for name in things.keys():  # noqa: SIM118
        thing = things[name]
        if not isinstance(thing, pikepdf.Stream) or thing.objgen in seen:
            continue
        seen.add(thing.objgen)
        if "/ColorSpace" in thing:
            yield thing.ColorSpace
        if "/Resources" in thing and depth < DEEPEST:
            yield from _spaces(thing.Resources, seen, depth + 1)
