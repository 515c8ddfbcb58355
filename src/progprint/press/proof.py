"""PDF file and its findings -> the same pages with numbered boxes at the places, and a list behind them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from textwrap import wrap
from typing import Any

from progprint.diag import Severity
from progprint.pdf import written_whole
from progprint.press.preflight.objects import entry, inherited, items
from progprint.press.preflight.sheet import Sheet, read_sheet, to_page
from progprint.press.preflight.types import Finding, Report
from progprint.press.preflight.words import where

#: red, orange, blue: the colours of a corrector
COLOURS = {Severity.ERROR: "0.85 0 0.1", Severity.WARNING: "0.9 0.5 0", Severity.INFO: "0 0.35 0.75"}
#: the list's page, in points: A4, its margin, its type and leading
WIDTH, HEIGHT, MARGIN, SIZE, LEADING = 595, 842, 42, 8.5, 11.5
#: characters of Helvetica that fill a line of it
LINE = 112
#: name of the font in a page's resources
FONT = "/ProgprintProof"


def write_proof(file: Path, report: Report, proof: Path) -> bool:
    """Write the proof, whole or not at all; False when the file cannot be opened. Raises OSError.

    It is for people: its boxes are RGB and its font is not embedded.
    """
    import pikepdf

    if not report.pages:
        return False
    try:
        with pikepdf.open(file) as pdf:
            font = pdf.make_indirect(pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name("/Helvetica-Bold"),
                Encoding=pikepdf.Name.WinAnsiEncoding))
            numbered = list(enumerate(report.findings, 1))
            for count, page in enumerate(pdf.pages, 1):
                found = [(number, each) for number, each in numbered if each.page == count]
                if found:
                    _mark(pdf, page, read_sheet(page.obj, count), found, font)
            _append_list(pdf, numbered, font)
            made = BytesIO()
            pdf.save(made)
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
        return False
    proof.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(proof) as stream:
        stream.write(made.getvalue())
    return True


def _mark(pdf: Any, page: Any, sheet: Sheet, found: list[tuple[int, Finding]], font: Any) -> None:
    """Lay boxes over what a page paints, in a graphics state of their own."""
    drawn = ["Q q"]
    aside = 0
    for number, finding in found:
        colour = COLOURS[finding.severity]
        if not finding.places:
            # what has no place is told at the page's head
            left, _, _, head = to_page(sheet, sheet.cut)
            drawn.append(_label(number, colour, left + 4 + aside, head - 12))
            aside += 26
        for place in finding.places:
            left, foot, right, head = to_page(sheet, place)
            box = f"{left - 1:.2f} {foot - 1:.2f} {right - left + 2:.2f} {head - foot + 2:.2f}"
            drawn.append(f"{colour} RG 0.9 w [] 0 d {box} re S")
            drawn.append(_label(number, colour, left - 1, head + 1))
    drawn.append("Q")
    _add_font(pdf, page, font)
    page.contents_add(b"q", prepend=True)
    page.contents_add("\n".join(drawn).encode())


def _label(number: int, colour: str, left: float, foot: float) -> str:
    width = 4 + 4.2 * len(str(number))
    return (f"{colour} rg {left:.2f} {foot:.2f} {width:.2f} 9 re f "
            f"BT {FONT} 7 Tf 1 1 1 rg {left + 2:.2f} {foot + 2:.2f} Td ({number}) Tj ET")


def _add_font(pdf: Any, page: Any, font: Any) -> None:
    """Give the page resources of its own: those it has may be shared by all."""
    import pikepdf

    own = pikepdf.Dictionary(dict(items(inherited(page.obj, "/Resources"))))
    fonts = pikepdf.Dictionary(dict(items(entry(own, "/Font"))))
    fonts[FONT] = font
    own["/Font"] = fonts
    page.obj["/Resources"] = pdf.make_indirect(own)


def _append_list(pdf: Any, numbered: list[tuple[int, Finding]], font: Any) -> None:
    import pikepdf

    head = "Preflight: what was found" if numbered else "Preflight: nothing found"
    rows: list[tuple[str, str]] = [("0 0 0", head)]
    for number, finding in numbered:
        text = f"{number}  {where([finding])}{finding.message} [{finding.code}]"
        text += f" ({finding.hint})" if finding.hint else ""
        rows.extend((COLOURS[finding.severity], line)
                    for line in wrap(text, LINE, subsequent_indent="      ") or [text])
    room = int((HEIGHT - 2 * MARGIN) / LEADING)
    for start in range(0, len(rows), room):
        drawn = [f"BT {FONT} {SIZE} Tf {LEADING} TL {MARGIN} {HEIGHT - MARGIN} Td"]
        drawn += [f"{colour} rg ({_escaped(line)}) Tj T*" for colour, line in rows[start : start + room]]
        drawn.append("ET")
        pdf.add_blank_page(page_size=(WIDTH, HEIGHT))
        page = pdf.pages[-1]
        page.obj["/Resources"] = pikepdf.Dictionary(Font=pikepdf.Dictionary({FONT: font}))
        page.obj["/Contents"] = pdf.make_stream("\n".join(drawn).encode("cp1252", "replace"))


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
