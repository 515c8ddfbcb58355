"""On which side of a page the fold is, and what its page is called."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from progprint.cli import main
from progprint.geom import mm
from progprint.output import bound
from progprint.press.profile import Limits, Profile

#: at the left, 6.2 mm from the trim
NEAR = b"q /N gs BT /F9 9 Tf 0 g 26 100 Td (inner) Tj ET Q"


@pytest.fixture
def part(good: Path, tmp_path: Path):
    """Some pages of a book, text at the left edge of each; their first label as it is said."""

    def made(pages: int, **label: object) -> Path:
        file = tmp_path / "part.pdf"
        with pikepdf.open(good) as pdf:
            del pdf.pages[pages:]
            program = Dictionary(Flags=32, FontFile2=pdf.make_stream(b"program"))
            font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/Test"), FirstChar=32, LastChar=126,
                              Widths=[500] * 95, Encoding=Name.WinAnsiEncoding, FontDescriptor=program)  # fmt: skip
            for page in pdf.pages:
                own = Dictionary(dict(page.obj.Resources))
                own.Font = Dictionary({**dict(own.get("/Font", Dictionary())), "/F9": pdf.make_indirect(font)})
                page.obj.Resources = own
                page.contents_add(NEAR)
            del pdf.Root.PageLabels
            if label:
                pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(**label)]))
            pdf.save(file)
        return file

    return made


def near(found) -> list[int]:
    return [f.page for f in found if f.code == "near-fold"]


def test_a_part_begins_where_its_label_says(part, found_in):
    assert near(found_in(part(3, S=Name.D, St=5), whole=False)) == [1, 3]
    assert near(found_in(part(3, S=Name.D, St=6), whole=False)) == [2]


def test_a_whole_work_begins_on_a_right_page_whatever_it_counts(part, found_in):
    assert near(found_in(part(4, S=Name.D, St=6))) == [1, 3]
    assert near(found_in(part(4))) == [1, 3]


@pytest.mark.parametrize("label", [{}, {"P": String("cover")}])
def test_what_has_no_number_has_no_fold(part, found_in, label):
    assert near(found_in(part(1, **label), whole=False)) == []
    assert near(found_in(part(1, S=Name.D, St=3), whole=False, first=0)) == []


@pytest.mark.parametrize(
    ("pages", "label", "said"),
    [
        (1, {"S": Name.D, "St": 7}, "page 7 (1 of the file) at 6, "),
        (3, {"S": Name.D, "St": 7}, "pages 7, 9 (1, 3 of the file): "),
        (1, {"S": Name.r, "St": 5}, "page 1 (v) at 6, "),
        (3, {}, "text nearer"),
    ],
)
def test_pages_are_called_what_the_file_calls_them(part, capsys, pages, label, said):
    file = part(pages, **label)
    main(["preflight", str(file), "--part"])
    told = capsys.readouterr().err
    assert (said in told) == (label.get("S") == Name.D), told
    main(["preflight", str(file), "--part", "--json"])
    rows = json.loads(capsys.readouterr().out)
    wanted = {Name.D: "7", Name.r: "v"}.get(label.get("S"), "")
    assert [row["label"] for row in rows if row["page"] == 1][:1] in ([wanted], [])


def test_the_fold_of_a_stitched_book_takes_more():
    usual = Profile("shop", limits=Limits(gutter=mm(7), saddle_gutter=mm(11)))
    stitched, glued = bound(usual, "saddle"), bound(usual, "perfect")
    assert stitched is not None and stitched.limits.gutter == mm(11) and glued is usual
    assert bound(None, "saddle") is None
