"""Files of other programs: what is found in them is true, and nothing that is true of them is missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from progprint.diag import Severity
from progprint.press.preflight import preflight
from progprint.press.profile import Profile

HERE = Path(__file__).parent / "strangers"
#: of any one page from a program that knows nothing of presses
PLAIN = {"no-intent", "no-standard", "no-trapped", "no-trim-box", "page-count"}
#: and what a shop would ask about
ASKED = {
    "weasyprint": {"marks-unwanted", "small-text"},
    # black is a grey with a profile
    "typst": {"not-inks", "small-text", "no-bleed"},
    "ghostscript": {"small-text", "no-bleed"},
    # its pictures have sRGB as their profile; the code's has 201 ppi
    "browser": {"not-inks", "small-text", "resolution"},
}
TRUE = {
    # claims PDF/X-4, draws black and its marks in RGB, and the marks within the bleed
    "weasyprint": {"no-intent", "page-count", "rgb", "marks-in-bleed"},
    "typst": PLAIN | {"pdf-version", "thin-line"},
    # a ground that ends at the paper's edge, a link, a still of 48 ppi, codes drawn in three ways
    "browser": PLAIN | {"no-identifier", "no-bleed", "annotations", "resolution", "rgb", "code-ink"},
    "ghostscript": PLAIN | {"pdf-version", "thin-line", "rgb", "font-not-embedded"},
}


@pytest.mark.parametrize("name", TRUE)
def test_what_is_found_in_a_strangers_file_is_true(name):
    found = preflight(HERE / f"{name}.pdf", Profile("test")).findings
    assert {f.code for f in found if f.severity is Severity.ERROR} == TRUE[name]
    assert {f.code for f in found if f.severity is Severity.WARNING} == ASKED[name]
    small, = (f for f in found if f.code == "small-text")
    # a browser shows each letter by itself
    assert "5 pt" in small.message and ("`T`" if name == "browser" else "Terms and conditions") in small.message


def test_reportlabs_own_letter_is_rgb_with_fonts_that_are_not_there(tmp_path):
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    file = tmp_path / "platypus.pdf"
    SimpleDocTemplate(str(file), pagesize=A5).build([Paragraph("Cliff Walkers", getSampleStyleSheet()["Title"])])
    found = preflight(file, Profile("test")).findings
    codes = {f.code for f in found if f.severity is Severity.ERROR}
    assert {"font-not-embedded", "rgb", "no-trim-box", "no-intent", "no-standard"} <= codes
    assert any("Helvetica-Bold" in f.message for f in found)
