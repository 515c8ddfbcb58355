"""A job as a press is told of it, small enough to be read."""

from __future__ import annotations

import pytest

from progprint.diag import Severity
from progprint.geom import Rect, mm
from progprint.press.preflight.types import Finding, Report
from progprint.press.ticket.types import (
    Binding,
    Condition,
    Festival,
    Handed,
    Licence,
    PageInk,
    Picture,
    Pictures,
    Press,
    Printed,
    Sizes,
    Spine,
    Survey,
    Ticket,
)

FOUR = ("Cyan", "Magenta", "Yellow", "Black")
A5 = Sizes((mm(148), mm(210)), (mm(3),) * 4, (mm(154), mm(216)))
WRAP = Sizes((mm(305), mm(210)), (mm(3),) * 4, (mm(311), mm(216)))
COATED = Condition("FOGRA39", "http://www.color.org", "ISO Coated v2 300%", b"icc")


def survey_of(pages: tuple[tuple[str, ...], ...], sizes: Sizes) -> Survey:
    inks = tuple(PageInk(n, plates) for n, plates in enumerate(pages, 1))
    pictures = Pictures(3, 1, Picture(2, 211.6, (mm(20), mm(31))))
    return Survey(
        ((sizes, tuple(range(1, len(pages) + 1))),), inks, (2.914, 2), pictures, ("SourceSans3_400wght",),
        "PDF/X-4", "1.6", COATED, False)


@pytest.fixture
def ticket() -> Ticket:
    doubts = tuple(
        Finding(Severity.WARNING, "near-trim", f"text nearer to the trim than 5 mm: `{day}`", page, (Rect(0, 0, 1, 1),))
        for page, day in ((1, "Thu 24"), (2, "Fri 25"), (3, "Sat 26")))
    interior = survey_of((("Black",), FOUR, ("Black", "PANTONE 485 C"), ()), A5)
    printed = (
        Printed("booklet-interior.pdf", "interior", interior, Report(4, doubts, 50), "3"),
        Printed("booklet-cover.pdf", "cover", survey_of((FOUR,), WRAP), Report(1, (), 50)))
    files = (
        Handed("booklet-interior.pdf", "interior", 34_903_814, "a" * 64),
        Handed("booklet-cover.pdf", "cover", 2_543_448, "b" * 64),
        Handed("profile/coated-offset.yaml", "profile", 572, "c" * 64),
        Handed("profile/ISOcoated_v2_300_bas.icc", "icc", 1_053_552, "d" * 64),
        Handed("licences/Source-Sans-3.txt", "licence", 4_854, "e" * 64),
        Handed("a-layout-with-a-name-that-is-far-too-long-for-one-line-preview.pdf", "preview", 518_122, "f" * 64))
    return Ticket(
        festival=Festival(
            ("Far East Film Festival", "遠東影展"), "23", ("2021-06-24", "2021-07-02"), "CEC Udine",
            "https://example.org", ("第二十三屆影展專刊，2021年6月出版於烏迪內。主編：莉薇雅．莫拉西。中文編輯：高珮純。",)),
        layout="booklet", languages=("en", "zh-Hant"), date="2021-06-24",
        press=Press("coated-offset", "pdf-x-4", mm(3), 3.0, "off"),
        binding=Binding("perfect", 8, 4, (4,), mm(0.1), Spine(mm(9), 0.0, mm(0.1), mm(0.3))),
        printed=printed, files=files,
        licences=(Licence("Source Sans 3", ("SourceSans3_400wght",), ("© 2023 Adobe",), "OFL-1.1", "licences/Source-Sans-3.txt"),),
        copies=1500, note="Matt lamination on the cover, please.\n封面上啞膜。", version="0.1.0")
