"""Booklet -> PDF file, for the press (PDF/X and PDF/A-2b) or the screen (PDF/A-2b)."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from progprint.diag import BadInput, Diagnostic, Severity, Source
from progprint.glyphs.standing import UPRIGHT, bare
from progprint.pages.types import Booklet, FillMark, ImageMark, Mark, Page
from progprint.pdf import drawing
from progprint.pdf.drawing import Drawn, Frame, draw
from progprint.pdf.fonts import EmbeddableFace, write_font
from progprint.pdf.inks import CMYK, COATED, spaces
from progprint.pdf.marks import Marking, boxes
from progprint.pdf.metadata import info, is_flat, write_intents, write_xmp
from progprint.pdf.navigation import Targets, page_labels, write_links, write_outline
from progprint.pdf.numbers import number
from progprint.pdf.output import VERSION, Output, Raw, dictionary, text_string
from progprint.pdf.pictures import Pictures, Written, resources
from progprint.pdf.shapes import write_shading
from progprint.pdf.spreads import Placed, Spread, placing, sheet_labels, size_of, spreads_of, write_forms
from progprint.pdf.state import font_name, shading_name
from progprint.pdf.types import EmbeddedFace, PdfOptions, PdfReport, PlacedPicture
from progprint.pdf.whole import written_whole

#: black overprints and leaves the other plates as they are (ISO 32000-1, 8.6.7); everything else knocks out
STATES = (b"<</O<</Type/ExtGState/OP true/op true/OPM 1>>"
          b"/N<</Type/ExtGState/OP false/op false/OPM 0>>>>")
#: PDF/X-1a:2003 is defined on PDF 1.4 (ISO 15930-4, 6.1)
FLAT_VERSION = (1, 4)


class EmbeddableFaces(Protocol):
    """The faces by key; see `glyphs`."""

    def __getitem__(self, key: str, /) -> EmbeddableFace: ...


def write_pdf(booklet: Booklet, faces: EmbeddableFaces, file: Path, options: PdfOptions) -> PdfReport:
    """Write the booklet, whole or not at all.

    Raises BadInput with `cannot-write` when the disk refuses; the old file stays then.
    """
    try:
        with written_whole(file) as stream:
            output = Output(stream, FLAT_VERSION if is_flat(options) else VERSION)
            return _Writing(booklet, faces, options, output).written(file)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise BadInput((Diagnostic(
            Severity.ERROR, "cannot-write", f"the file cannot be written: {reason}", Source(str(file)),
            "see whether the folder exists, the disk has room and no other program holds the file open"),
        )) from fault


class _Writing:
    """One file on its way: what its pages have used so far."""

    def __init__(self, booklet: Booklet, faces: EmbeddableFaces, options: PdfOptions, output: Output) -> None:
        self.booklet, self.faces, self.options, self.output = booklet, faces, options, output
        first, last = options.pages or (1, len(booklet.pages))
        self.pages = [page for page in booklet.pages if first <= page.number <= last]
        self.sheets = spreads_of(self.pages) if options.spreads else [(page,) for page in self.pages]
        self.pictures = Pictures(output, options)
        self.placed: list[PlacedPicture] = []
        self.glyphs: dict[str, set[int]] = {}
        self.shadings: dict[str, bytes] = {}
        self.inks, self.least = options.printing.inks, options.printing.least
        self.marking = Marking(output, options.printing.marks, self.inks)
        self.spaces = spaces(output, self.inks, marks=options.printing.marks != "off")
        self.reused = 0

    def written(self, file: Path) -> PdfReport:
        output, options = self.output, self.options
        tree, states = output.promise(), output.promise()
        objects = {}
        for spread in self.sheets:
            objects.update(dict.fromkeys((page.number for page in spread), output.promise()))
        targets = Targets(self.booklet.refs, objects)
        shared = b"/Font %b/ExtGState %b" % (output.fonts, output.reference(states))
        shared += b"/ColorSpace<<%b>>" % _names(self.spaces) if self.spaces else b""
        for spread in self.sheets:
            whole = self._sheet(spread, targets, shared) if options.spreads else b""
            entries = whole or self._page(spread[0], targets, shared)
            head = b"<</Type/Page/Parent %b" % output.reference(tree)
            output.write(head + entries + b">>", objects[spread[0].number])
        output.write(STATES, states)
        embedded = self._fonts()
        kids = b" ".join(output.reference(objects[spread[0].number]) for spread in self.sheets)
        output.write(b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(self.sheets), kids), tree)
        facts = output.write(info(self.booklet, options, claims=self.pictures.sound))
        output.finish(self._catalog(tree, objects), facts)
        sheets, placed = tuple(self.sheets), tuple(self.placed)
        return PdfReport(file, len(self.pages), output.size, sheets, embedded, placed, self.reused)

    def _page(self, page: Page, targets: Targets, shared: bytes) -> bytes:
        output = self.output
        sheet = self.marking.sheet(page, self.booklet.bleed)
        parts, objects = self._drawn(page)
        streams = [output.write_page_stream(part.stream) for part in parts if part.stream]
        contents = b" ".join(self.marking.around(streams, sheet))
        if objects:
            shared += b"/XObject<<%b>>" % _names(objects)
        shared += self._shadings(page)
        annotations = b""
        if self.options.purpose == "screen":
            edge = sheet.edge
            annotations = write_links(output, page.marks, Frame(edge, edge + page.size[1]), targets)
        return b"".join((
            boxes(sheet),
            b"/Contents[%b]" % contents if contents else b"",
            b"/Resources<<%b>>" % shared,
            b"/Annots %b" % annotations if annotations else b"",
        ))

    def _shadings(self, page: Page) -> bytes:
        """The gradients of a page, each written once in the file (ISO 32000-1, 8.7.4.5.3)."""
        inks = {shading_name(m.ink): m.ink for m in page.marks if isinstance(m, FillMark) and m.ink.blend}
        for name, ink in inks.items():
            if name not in self.shadings:
                self.shadings[name] = write_shading(self.output, ink, self.inks, self.spaces)
        found = b"".join(b"/%b %b" % (name.encode(), self.shadings[name]) for name in sorted(inks))
        return b"/Shading<<%b>>" % found if found else b""

    def _sheet(self, spread: Spread, targets: Targets, shared: bytes) -> bytes:
        """Pages side by side, each a form of its own: drawn bytes and pictures keep their names."""
        output, bleed = self.output, self.booklet.bleed
        width, height = size_of(spread)
        forms: dict[str, bytes] = {}
        contents, links, left = b"", b"", 0.0
        for page in spread:
            placed = Placed(page, *self._drawn(page), left)
            written = write_forms(output, placed, bleed, shared + self._shadings(page))
            names = {f"S{len(forms) + i}": form for i, form in enumerate(written)}
            forms.update(names)
            contents += placing(placed, bleed, height, tuple(names))
            links += write_links(output, page.marks, Frame(left, height), targets).strip(b"[]") + b" "
            left += page.size[0]
        box = f"0 0 {number(width)} {number(height)}".encode()
        return b"".join((
            b"/MediaBox[%b]/TrimBox[%b]" % (box, box),
            b"/Contents %b" % output.write_stream({}, contents) if contents else b"",
            b"/Resources<<%b/XObject<<%b>>>>" % (shared, _names(forms)),
            b"/Annots[%b]" % links if links.strip() else b"",
        ))

    def _drawn(self, page: Page) -> tuple[tuple[Drawn, ...], dict[str, bytes]]:
        """A page's drawn parts, and the pictures that they name."""
        bleed = self.booklet.bleed
        frame = Frame(bleed, bleed + page.size[1])
        under, over = self._pictures(page.body, page), self._pictures(page.furniture, page)
        parts = (self._body(page, frame, under),
                 draw(page.furniture, frame, "Q", [bool(w.reference) for w in over], self.inks, self.least))
        for part in parts:
            for face, ids in part.glyphs.items():
                self.glyphs.setdefault(face, set()).update(ids)
        return parts, {**resources("P", under), **resources("Q", over)}

    def _pictures(self, marks: Sequence[Mark], page: Page) -> list[Written]:
        written = [self.pictures.write(mark, page) for mark in marks if isinstance(mark, ImageMark)]
        self.placed += [w.placed for w in written]
        return written

    def _body(self, page: Page, frame: Frame, pictures: Sequence[Written]) -> Drawn:
        """The body's operators, from the cache when a page of this key was drawn before."""
        found = [bool(w.reference) for w in pictures]
        if not page.key:
            return draw(page.body, frame, "P", found, self.inks, self.least)
        inks = f"\n{self.inks}" if self.inks != CMYK else ""
        lines = f"\n{self.least}" if self.least != COATED else ""
        what = f"{page.key}\n{frame}\n{found}{inks}{lines}"
        key = f"drawn:{drawing.VERSION}:{blake2b(what.encode(), digest_size=16).hexdigest()}"
        kept = self.options.cache.get(key)
        if kept is not None:
            self.reused += 1
            return drawing.unpack(kept)
        drawn = draw(page.body, frame, "P", found, self.inks, self.least)
        self.options.cache.put(key, drawing.pack(drawn))
        return drawn

    def _fonts(self) -> tuple[EmbeddedFace, ...]:
        references: dict[str, bytes] = {}
        embedded = []
        for key in sorted({bare(key) for key in self.glyphs}):
            # glyphs that stand upright in vertical lines are of the same program as the others
            keys = [each for each in (key, key + UPRIGHT) if each in self.glyphs]
            ids = array("H", sorted(set().union(*(self.glyphs[each] for each in keys))))
            ways = ["V" if each != key else "H" for each in keys]
            fonts, size = write_font(
                self.output, self.faces[key], ids, self.options.cache, ways, flat=is_flat(self.options))
            references.update(zip(map(font_name, keys), fonts, strict=True))
            embedded.append(EmbeddedFace(key, len(ids), size))
        self.output.write_fonts(references)
        return tuple(embedded)

    def _catalog(self, tree: Raw, objects: Mapping[int, Raw]) -> bytes:
        output, booklet, options = self.output, self.booklet, self.options
        outline = write_outline(output, booklet.outline, objects)
        labels = sheet_labels(self.sheets) if options.spreads else page_labels(self.pages)
        return output.write(dictionary(
            Type="/Catalog", Pages=output.reference(tree), Lang=text_string(booklet.lang),
            PageLayout="/SinglePage" if options.spreads else "/TwoPageRight",
            PageMode="/UseOutlines" if outline else "/UseNone",
            ViewerPreferences="<</DisplayDocTitle true>>", PageLabels=labels,
            Outlines=outline or None, OutputIntents=write_intents(output, options),
            Metadata=write_xmp(output, booklet, options, claims=self.pictures.sound)))


def _names(objects: Mapping[str, bytes]) -> bytes:
    """The entries of a dictionary of resources."""
    return b"".join(b"/%b %b" % (name.encode(), reference) for name, reference in objects.items())
