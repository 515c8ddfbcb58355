"""`--cover` prints back, spine and front on one sheet, and all else as the interior."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from progprint.build import Job, build, make_up
from progprint.cache import NoCache
from progprint.diag import BadInput, Severity
from progprint.geom import mm
from progprint.job import Built
from progprint.pages.types import FillMark, TextMark
from progprint.press.preflight import preflight
from progprint.press.profile import Limits, Profile
from small_festival import FESTIVAL, write_tiny

WIDTH, HEIGHT = mm(148), mm(210)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_tiny(tmp_path / "content")
    return tmp_path


def made(folder: Path, more: str = "", **options: object) -> Built:
    (folder / "book.yaml").write_text(f"extends: booklet\n{more}\n", encoding="utf-8")
    return build(Job(folder / "content", layout=str(folder / "book.yaml"), cover=True, use_cache=False, **options))  # type: ignore[arg-type]


def letters_of(file: Path) -> list[str]:
    """All letters; where words end is the reader's guess."""
    with pypdfium2.PdfDocument(file) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
    return sorted("".join(text.split()))


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(side) for side in page[name]]


def spine_letters(file: Path, spine: float) -> dict[str, tuple[float, float, float, float]]:
    """Boxes of the characters whose middle lies on the spine."""
    found = {}
    with pypdfium2.PdfDocument(file) as document:
        page = document[0]
        text, middle = page.get_textpage(), page.get_width() / 2
        for number in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(number)
            if abs((left + right) / 2 - middle) < spine / 2:
                found[text.get_text_range(number, 1)] = (left, bottom, right, top)
    return found


def test_the_sheet_is_two_pages_a_spine_and_flaps_wide(folder: Path) -> None:
    built = made(folder, "binding: perfect\ncover-sheet: {paper: 1mm, board: 0.5mm, flaps: 80mm}")
    spine = built.pages / 2 * mm(1) + mm(0.5)
    assert built.file is not None and built.cover is not None and built.file.name == "book-interior.pdf"
    with pikepdf.open(built.cover[0]) as sheet, pikepdf.open(built.file) as interior:
        assert len(interior.pages) == built.pages and built.pages % 4 == 0
        (page,) = sheet.pages
        left, foot, right, head = box(page, "/TrimBox")
        assert right - left == pytest.approx(2 * WIDTH + 2 * mm(80) + spine, abs=0.02)
        assert head - foot == pytest.approx(HEIGHT, abs=0.02)
        bled = [left - mm(3), foot - mm(3), right + mm(3), head + mm(3)]
        assert box(page, "/BleedBox") == pytest.approx(bled, abs=0.02) == box(page, "/MediaBox")


def test_on_the_spine_han_stands_upright_and_latin_is_turned(folder: Path) -> None:
    built = made(folder, "binding: perfect\ncover-sheet: {paper: 1mm}")
    assert built.cover is not None
    letters = spine_letters(built.cover[0], built.pages / 2 * mm(1) + mm(0.3))
    # read from the head down: each letter lies below the one before
    assert letters["T"][1] > letters["y"][1] > letters["小"][1] > letters["影"][1]
    # a turned l is wider than high; Han characters keep to one middle
    left, bottom, right, top = letters["l"]
    assert right - left > 1.5 * (top - bottom)
    assert sum(letters["小"][::2]) == pytest.approx(sum(letters["影"][::2]), abs=2)
    assert not any(f.code == "narrow-spine" for f in built.diagnostics)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("binding: saddle", "no-spine"),
        ("binding: perfect", "narrow-spine"),
    ],
)
def test_a_cover_without_text_on_its_spine_is_told(folder: Path, more: str, code: str) -> None:
    built = made(folder, more)
    (found,) = [f for f in built.diagnostics if f.code in ("no-spine", "narrow-spine")]
    assert (found.code, found.severity) == (code, Severity.INFO)
    assert built.cover is not None and spine_letters(built.cover[0], mm(2)) == {}
    spine = 0.0 if code == "no-spine" else built.pages / 2 * mm(0.1) + mm(0.3)
    assert built.cover[1][0] == pytest.approx(2 * WIDTH + spine)


def test_nothing_is_lost_between_cover_and_interior(folder: Path) -> None:
    built = made(folder, "binding: saddle\ncover-sheet: {inside: pages}")
    whole = build(Job(folder / "content", layout=str(folder / "book.yaml"), use_cache=False))
    assert built.file and built.cover and whole.file and whole.file.name == "book.pdf"
    assert built.pages == whole.pages - 4
    assert sorted(letters_of(built.file) + letters_of(built.cover[0])) == letters_of(whole.file)
    with pikepdf.open(built.cover[0]) as sheet:
        assert len(sheet.pages) == 2


def test_folios_go_on_from_the_cover_or_begin_after_it(folder: Path) -> None:
    def labels(numbers: str) -> str:
        built = made(folder, f"binding: saddle\n{numbers}")
        assert built.file is not None
        with pikepdf.open(built.file) as interior:
            return "".join(page.label for page in interior.pages)

    assert "3" in labels("") and "1" in labels("page-numbers: {count-cover: no}")


def test_pages_of_the_interior_are_judged_as_pages_of_the_book(folder: Path) -> None:
    (folder / "shop.yaml").write_text(
        "standard: pdf-x-4\nintent: {name: FOGRA39}\nlimits: {safety: 40mm, total-ink: 101 %}\n", "utf-8")
    built = made(folder, "binding: saddle", profile="shop.yaml")
    assert built.file is not None and built.file.name == "book-interior-failed.pdf" and built.cover is not None
    report = preflight(built.file, Profile("shop", limits=Limits(safety=mm(40))), first=3)
    assert {int(f.label) - f.page for f in report.findings if f.page} == {2}
    said = [f.message for f in built.diagnostics if f.source.file == str(built.file)]
    assert any("of the file" in each for each in said)
    # a cover's sheet has no side that is not cut
    sides = preflight(built.cover[0], Profile("", limits=Limits(gutter=mm(60))), whole=False).findings
    assert not [f for f in sides if f.code == "near-fold"]
    with pikepdf.open(built.cover[0]) as sheet:
        assert sheet.pages[0].label == "cover"


def dashes(file: Path) -> set[float]:
    """Where dashed lines stand on a sheet, from its trim's left."""
    found = set()
    with pikepdf.open(file) as sheet:
        page = sheet.pages[0]
        dashed, (left, foot, _, head) = False, box(page, "/BleedBox")
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "d":
                dashed = bool(len(operands[0]))
            elif dashed and str(operator) in "ml":
                assert float(operands[1]) < foot - mm(0.9) or float(operands[1]) > head + mm(0.9)
                found.add(round((float(operands[0]) - left) / mm(1) - 3, 1))
    return found


@pytest.mark.parametrize(("marks", "wanted"), [("", "off"), ("crop", "off"), ("", "crop"), ("", "all"), ("off", "all")])
def test_dashed_folds_are_marked_outside_the_bleed_where_marks_are_wanted(
    folder: Path, marks: str, wanted: str
) -> None:
    (folder / "shop.yaml").write_text(f"standard: pdf-x-4\nintent: {{name: FOGRA39}}\nmarks: {wanted}\n", "utf-8")
    built = made(folder, "binding: perfect\ncover-sheet: {flaps: 50mm}", marks=marks, profile="shop.yaml")
    assert built.cover is not None and not built.cover[0].stem.endswith("failed")
    spine = built.pages / 2 * 0.1 + 0.3
    there = {50.0, 198.0, round(198 + spine, 1), round(346 + spine, 1)} if marks == "crop" or wanted != "off" else set()
    assert dashes(built.cover[0]) == (there if marks != "off" else set())
    with pypdfium2.PdfDocument(built.cover[0]) as document:
        said = document[0].get_textpage().get_text_range()
    assert ("book-cover.pdf" in said) == (wanted == "all" and not marks)


LONG = {
    "en": "The International Festival of Documentary and Experimental Film of Northern Harbours",
    "zh-Hant": "北方港灣國際紀錄片暨實驗電影與動畫短片雙年展特別節目暨學生競賽影展",
    "th": "เทศกาลภาพยนตร์สารคดีและภาพยนตร์ทดลองนานาชาติแห่งท่าเรือภาคเหนือครั้งพิเศษเพื่อเยาวชน",
}


def named(folder: Path, *languages: str) -> None:
    names = ", ".join(f"{tag}: {LONG[tag]}" for tag in languages)
    festival = FESTIVAL.replace("name: {en: Tiny Festival, zh-Hant: 小影展}", f"name: {{{names}}}")
    write_tiny(folder / "content", festival=festival.replace("[en, zh-Hant]", f"[{', '.join(languages)}]"))


@pytest.mark.parametrize("languages", [("en", "zh-Hant"), ("th", "en")], ids=lambda tags: tags[0])
@pytest.mark.parametrize("layout", ["booklet", "catalogue", "pocket", "monochrome"])
def test_a_very_long_name_stays_on_the_cover(folder: Path, layout: str, languages: tuple[str, ...]) -> None:
    named(folder, *languages)
    made = make_up(Job(folder / "content", layout=layout, cover=True, use_cache=False), NoCache())
    codes = {"overset", "frame-room", "cover-too-long", "overfull-line", "keep-broken"}
    assert [f for f in made.findings if f.code in codes] == []
    assert made.cover is not None and [page.name for page in made.booklet.pages].count("cover") == 1
    lines = [m for m in made.booklet.pages[0].marks if isinstance(m, TextMark)]
    assert not any(m.reason == "emergency" for m in lines)
    usual = {"booklet": 40, "catalogue": 54, "pocket": 25, "monochrome": 58}[layout]
    largest = max(piece.size for m in lines for piece in m.pieces)
    assert usual / 2 - 0.01 <= largest <= usual
    # nothing is kept of how it was fitted
    assert made.lock is None or "cover" not in made.lock[1]


def test_a_layout_may_keep_its_title_as_it_is(folder: Path) -> None:
    named(folder, "en", "zh-Hant")
    with pytest.raises(BadInput) as bad:
        made(folder, "sections: [cover: {fit: []}, imprint, back]")
    (found,) = [f for f in bad.value.diagnostics if f.severity is Severity.ERROR]
    assert found.code == "cover-too-long" and "fit" in found.hint


@pytest.mark.parametrize(
    ("more", "options", "code"),
    [
        ("binding: loose", {}, "no-cover-sheet"),
        ("sections: [imprint, contents, back]", {}, "no-cover-sheet"),
        ("sections: [cover, back]", {}, "no-interior"),
        ("", {"pages": (1, 2)}, "wrong-use-cover"),
        ("", {"spreads": True, "purpose": "screen"}, "wrong-use-cover"),
    ],
)
def test_what_has_no_cover_of_its_own_is_refused(folder: Path, more: str, options: dict, code: str) -> None:
    with pytest.raises(BadInput) as bad:
        made(folder, more, **options)
    assert [f.code for f in bad.value.diagnostics if f.severity is Severity.ERROR] == [code]
    assert not (folder / "out").exists()


def fills(folder: Path, **sheet: str) -> list[tuple[float, float]]:
    """From where to where colours of the outside run, in millimetres from the trim's left, grounds first."""
    told = ", ".join(f"{key.replace('_', '-')}: {value}" for key, value in sheet.items())
    (folder / "book.yaml").write_text(
        "extends: booklet\nbinding: perfect\nswatches: {ink: {cmyk: [0, 0, 0, 100]}}\n"
        f"cover-sheet: {{paper: 1mm, flaps: 60mm{', ' + told if told else ''}}}\n", "utf-8")  # fmt: skip
    job = Job(folder / "content", layout=str(folder / "book.yaml"), cover=True, use_cache=False)
    cover = make_up(job, NoCache()).cover
    assert cover is not None
    boxes = [mark.box for mark in cover.booklet.pages[0].marks if isinstance(mark, FillMark)]
    return [(round(box.x / mm(1), 1), round(box.right / mm(1), 1)) for box in boxes]


def test_what_bleeds_runs_on_over_spine_and_flaps_as_asked(folder: Path) -> None:
    def band(**sheet: str) -> tuple[float, float]:
        return min(left for left, _ in fills(folder, **sheet)[2:]), max(right for _, right in fills(folder, **sheet)[2:])

    # the front's ground runs on over the spine; the band, colours without stills, ends at the folds
    (_, page), (fold, end) = fills(folder)[:2]
    fore = round(page + 148, 1)
    assert (fold, band()) == (208, (page, fore))
    assert band(wrap="spine") == (fold, fore)
    assert band(wrap="flaps") == (page, end)
    assert band(wrap="all") == (fold, end)
    assert fills(folder, spine_ground="ink")[-1] == (fold, page)


@pytest.mark.parametrize(
    ("board", "code", "letters"), [("3.6mm", "spine-text", False), ("9mm", "", True)]
)
def test_text_too_small_for_its_spine_is_told(folder: Path, board: str, code: str, letters: bool) -> None:
    built = made(folder, f"binding: perfect\ncover-sheet: {{paper: 0.01mm, board: {board}, spine-from: 3mm}}")
    assert [f.code for f in built.diagnostics if "spine" in f.code] == ([code] if code else [])
    assert built.cover is not None and bool(spine_letters(built.cover[0], mm(3))) is letters


def test_a_long_name_stands_alone_on_the_spine(folder: Path) -> None:
    named(folder, "en", "zh-Hant")
    built = made(folder, "binding: perfect\ncover-sheet: {paper: 1mm}\nstyles: {spine: {family: sans, size: 9pt}}")
    (found,) = [f for f in built.diagnostics if "spine" in f.code]
    assert (found.code, found.severity) == ("spine-text", Severity.INFO)
    assert built.cover is not None
    found_letters = spine_letters(built.cover[0], mm(6))
    assert "H" in found_letters and "影" not in found_letters
