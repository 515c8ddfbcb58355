"""One good booklet, broken on purpose: each fault has its code, its severity and its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from progprint.build import Built, Job, build, check, dump
from progprint.checks import check_pages, check_pictures
from progprint.checks.pictures import SOFT, Printed
from progprint.design import find_layout, read_design
from progprint.diag import BadInput, Diagnostic, Severity, Source
from progprint.geom import Rect, mm
from progprint.images import PictureFault
from progprint.lines.types import Fault
from progprint.pages.types import Booklet, CodeMark, Page
from small_festival import CLIFF, draw_picture, write_files, write_tiny

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
STILL = "still: {file: ../stills/cliff.jpg, credit: CMC, alt: {en: Snow, zh-Hant: 雪}}\n"
#: the one role that no glossary has is reported by the reader of the content
GOOD = CLIFF.replace("  - Wire Choreography: Yuen Lung\n", "").lstrip() + STILL


@dataclass(frozen=True)
class Press:
    folder: Path

    def job(
        self, film: str = GOOD, layout: str = "", pixels: tuple[int, int] = (2000, 1400), **changes: str
    ) -> Job:
        """A job for a small festival; `layout` is what a layout of one's own says beside the house's."""
        content = write_tiny(self.folder / "content", film=film, **changes)
        if pixels[0]:
            draw_picture(content / "stills" / "cliff.jpg", pixels)
        name = "booklet"
        if layout:
            write_files(self.folder / "layouts", {"ours.yaml": f"extends: booklet\n{layout}"})
            name = "ours"
        return Job(content, name, self.folder / "out.pdf", use_cache=False)

    def found(
        self, film: str = GOOD, layout: str = "", purpose: str = "print", **changes: object
    ) -> list[Diagnostic]:
        return list(check(replace(self.job(film, layout, **changes), purpose=purpose)))  # type: ignore[arg-type]


@pytest.fixture
def press(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Press:
    monkeypatch.chdir(tmp_path)
    return Press(tmp_path)


def only(findings: Sequence[Diagnostic], code: str) -> Diagnostic:
    matching = [f for f in findings if f.code == code]
    assert len(matching) == 1, [(f.code, f.message) for f in findings]
    return matching[0]


def refused(press: Press, **changes: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(BadInput) as bad:
        check(press.job(**changes))
    return bad.value.diagnostics


def test_a_good_booklet_has_no_findings(press: Press) -> None:
    findings = press.found()
    assert [(f.code, f.message) for f in findings if f.severity is not INFO] == []
    assert {f.code for f in findings} <= {
        "padded", "font-weight", "missing-text", "underfill", "picture-untagged",
    }


def test_a_missing_glyph_is_an_error_at_its_line(press: Press) -> None:
    found = press.found(GOOD.replace("Snow falls", "Snow \U00013000 falls"))
    one = only([f for f in found if "review" not in f.message], "missing-glyph")
    assert one.severity is ERROR
    assert "U+13000" in one.message
    line = (
        GOOD.splitlines().index(
            "    Snow falls in nearly every exterior, and nobody ever mistakes it for scenery. It covers tracks"
        )
        + 1
    )
    assert (one.source.file, one.source.line) == ("films/cliff-walkers.yaml", line)


def test_a_missing_glyph_stops_the_build(press: Press) -> None:
    with pytest.raises(BadInput) as bad:
        build(press.job(GOOD.replace("Snow falls", "Snow \U00013000 falls")))
    assert "missing-glyph" in {f.code for f in bad.value.diagnostics}
    assert not (press.folder / "out.pdf").exists()


LONG = " ".join(
    ["It covers tracks and it keeps them, as everybody in this long review has said before."] * 60
)


def test_a_review_that_exceeds_its_spread_runs_on_and_says_how_much(press: Press) -> None:
    film = GOOD.replace("It covers tracks\n    and it keeps them.", LONG)
    one = only([f for f in press.found(film) if "review.en" in f.message], "overset")
    assert one.severity is WARNING
    assert one.source.file == "films/cliff-walkers.yaml"
    assert "lines, about" in one.message and "runs on to page" in one.message


def test_a_layout_may_call_that_an_error(press: Press) -> None:
    film = GOOD.replace("It covers tracks\n    and it keeps them.", LONG)
    found = [f for f in press.found(film, "overset: error\n") if f.code == "overset"]
    assert found and all(f.severity is ERROR for f in found)


def test_a_loose_line_is_reported_with_its_ratio(press: Press) -> None:
    words = "straight " + " ".join(["uncharacteristically-incomprehensibilities"] * 8)
    film = GOOD.replace("What holds the design together is a man who says little.", words)
    layout = (
        "styles:\n  review: {hyphenate: no, letter-space: [0 %, 0 %], word-space: [100 %, 100 %, 101 %]}\n"
    )
    found = [f for f in press.found(film, layout) if f.code == "loose-line"]
    assert found and all(f.severity is WARNING for f in found)
    assert {f.source.file for f in found} == {"films/cliff-walkers.yaml"}


@pytest.mark.parametrize(("pixels", "soft"), [((2000, 1400), False), ((500, 350), True)])
def test_a_picture_with_too_few_pixels(press: Press, pixels: tuple[int, int], soft: bool) -> None:
    found = press.found(pixels=pixels)
    assert ("low-resolution" in [f.code for f in found]) == soft
    if soft:
        one = only(found, "low-resolution")
        assert one.severity is WARNING
        assert one.source.file == "films/cliff-walkers.yaml"


@pytest.mark.parametrize(("purpose", "severity"), [("print", ERROR), ("screen", WARNING)])
def test_a_picture_that_is_not_there(press: Press, purpose: str, severity: Severity) -> None:
    one = only(press.found(purpose=purpose, pixels=(0, 0)), "picture-missing")
    assert (one.severity, one.source.file) == (severity, "films/cliff-walkers.yaml")


def test_a_picture_that_is_no_picture(press: Press) -> None:
    job = press.job()
    (press.folder / "content" / "stills" / "cliff.jpg").write_bytes(b"GIF89a no picture at all")
    assert any(f.code.startswith("picture-") and f.severity is ERROR for f in check(job))


def test_a_picture_cut_short_leaves_its_room_and_the_file_is_written(press: Press) -> None:
    job = press.job()
    file = press.folder / "content" / "stills" / "cliff.jpg"
    file.write_bytes(file.read_bytes()[:2000])
    built: Built = build(job)
    assert only(built.diagnostics, "picture-damaged").severity is ERROR
    assert built.file is not None and built.file.is_file()


def test_a_missing_translation_is_reported_with_what_is_printed(press: Press) -> None:
    found = press.found(
        GOOD.replace("title: {en: Cliff Walkers, zh-Hant: 懸崖之上,", "title: {zh-Hant: 懸崖之上,")
    )
    one = only(found, "missing-translation")
    assert one.severity is WARNING
    assert "the title is not given in en" in one.message
    quiet = press.found(GOOD.replace("en: Zhang Yimou worked in a cotton mill., ", ""))
    assert "the biography of Zhang Yimou" in only(quiet, "missing-translation").message


def test_a_layout_of_one_language_misses_no_other(press: Press) -> None:
    film = GOOD.replace(", zh-Hant: 張藝謀在棉紡廠做過工。", "")
    assert "missing-translation" in [f.code for f in press.found(film)]
    assert "missing-translation" not in [f.code for f in press.found(film, "languages: [en]\n")]


ALLOW = "allow:\n  - {rule: low-resolution, because: it is the only picture there is}\n"


def test_an_editor_may_allow_a_warning(press: Press) -> None:
    assert "low-resolution" in [f.code for f in press.found(pixels=(500, 350))]
    missing = GOOD.replace("en: Zhang Yimou worked in a cotton mill., ", "")
    allowed = (
        missing + "allow:\n  - {rule: missing-translation, words: the biography, because: none was written}\n"
    )
    assert "missing-translation" not in [f.code for f in press.found(allowed)]
    other = missing + "allow:\n  - {rule: missing-translation, words: the title, because: none was written}\n"
    assert "missing-translation" in [f.code for f in press.found(other)]


def test_an_editor_may_allow_a_soft_picture(press: Press) -> None:
    assert "low-resolution" not in [f.code for f in press.found(GOOD + ALLOW, pixels=(500, 350))]


def test_an_error_is_never_allowed(press: Press) -> None:
    film = GOOD.replace("Snow falls", "Snow \U00013000 falls")
    film += "allow:\n  - {rule: missing-glyph, because: nobody will see}\n"
    assert "missing-glyph" in [f.code for f in press.found(film)]


def test_strict_makes_errors_of_warnings(press: Press) -> None:
    job = press.job(pixels=(500, 350))
    assert only(check(replace(job, strict=True)), "low-resolution").severity is ERROR
    assert {f.severity for f in check(replace(job, strict=True))} <= {ERROR, INFO}


# --- what is left out ----------------------------------------------------------------------------


def unused(press: Press, film: str = GOOD, layout: str = "") -> list[str]:
    return list(dump(press.job(film, layout), unused=True))


def test_what_no_page_prints_is_listed_with_its_place(press: Press) -> None:
    film = GOOD + "sort: {zh-Hant: xuan ya zhi shang}\n"
    lines = unused(press, film)
    place = len(film.splitlines())
    assert f"films/cliff-walkers.yaml:{place}:17: [zh-Hant] xuan ya zhi shang" in lines


def test_all_else_of_a_good_booklet_is_printed(press: Press) -> None:
    """Words for those who do not see are for no page, and a section without films has none."""
    no_page = ("[en] Snow", "[zh-Hant] 雪", "[en] Short Films", "[zh-Hant] 短片")
    assert [line for line in unused(press) if not line.endswith(no_page)] == []


def test_what_a_layout_leaves_out_is_listed(press: Press) -> None:
    recto = "masters:\n  film:\n    recto:\n      - {frame: story, columns: 1-5, blocks: [rest, review]}\n"
    lines = unused(press, layout=recto)
    assert any("Zhang Yimou worked in a cotton mill." in line for line in lines)
    assert any("張藝謀在棉紡廠做過工。" in line for line in lines)
    assert not any("Snow falls" in line for line in lines)


def test_an_edition_of_one_language_leaves_the_other_out(press: Press) -> None:
    lines = unused(press, layout="languages: [en]\n")
    assert any("幾乎每一場外景" in line for line in lines)
    assert not any("Snow falls" in line for line in lines)


# --- faults of pages, in words -------------------------------------------------------------------


def booklet(*faults: Fault, marks: tuple[CodeMark, ...] = ()) -> Booklet:
    page = Page(3, "3", "recto", (420, 595), marks, name="films/x", faults=faults)
    return Booklet((page,), {}, (), "X", "en", 8.5, "saddle", (Fault("padded", "1 blank page"),))


HERE = Source("films/x.yaml", 3, 5)


@pytest.mark.parametrize(
    ("code", "as_code", "severity"),
    [
        ("missing-glyph", "missing-glyph", ERROR),
        ("missing-variant", "missing-variant", WARNING),
        ("overset", "overset", WARNING),
        ("loose-line", "loose-line", WARNING),
        ("tight-line", "tight-line", WARNING),
        ("overfull-line", "overfull-line", WARNING),
        ("river", "river", INFO),
        ("ladder", "ladder", WARNING),
        ("keep-broken", "keep-broken", WARNING),
        ("make-up-stuck", "make-up-stuck", ERROR),
        ("frame-room", "frame-room", WARNING),
        ("grid-room", "grid-room", INFO),
        ("reference-lost", "reference-lost", WARNING),
        ("something-new", "something-new", WARNING),
    ],
)
def test_every_fault_of_a_page_is_worded(code: str, as_code: str, severity: Severity) -> None:
    layout = find_layout("booklet", Path())
    assert layout is not None
    design, _ = read_design(layout)
    assert design is not None
    found = list(check_pages(booklet(Fault(code, "☃", HERE), Fault(code, "☃", HERE)), design))
    one = only(found, as_code)
    assert (one.severity, one.source) == (severity, HERE)
    assert "3" in one.message
    assert only(found, "padded").severity is INFO


def test_a_feature_that_a_font_lacks_is_told_once_with_its_place(press: Press) -> None:
    layout = "styles: {title-other: {style: italic, small-caps: yes, fractions: yes}, review: {features: swsh}}\n"
    job = replace(press.job(layout=layout), use_cache=True)
    found = [f for f in check(job) if f.code == "font-feature"]
    messages = [
        "Source Sans 3 Italic has no small capitals, for which style `title-other` asks; plain ones are set",
        "Source Serif 4 has no feature `swsh`, for which styles `review-first`, `review` and `bio-first` ask; plain ones are set",
    ]
    assert [f.message for f in found] == messages
    assert {f.severity for f in found} == {WARNING}
    assert found[0].source.file.startswith("films/") and found[0].source.line
    # pages that are kept from an earlier build say it again
    assert [f for f in check(job) if f.code == "font-feature"] == found


def test_styles_that_lack_the_same_are_told_together(press: Press) -> None:
    layout = "styles: {fact: {family: text, features: swsh}, review: {features: swsh}}\n"
    assert only(press.found(layout=layout), "font-feature").message.endswith(
        "2 more ask; plain ones are set"
    )


def test_a_code_with_modules_too_small_to_read_is_an_error() -> None:
    layout = find_layout("booklet", Path())
    assert layout is not None
    design, _ = read_design(layout)
    assert design is not None

    def found(module_mm: float) -> list[str]:
        mark = CodeMark(Rect(0, 0, mm(module_mm) * 21, mm(module_mm) * 21), "x", 21, (), HERE)
        return [f.code for f in check_pages(booklet(marks=(mark,)), design)]

    assert found(0.32) == ["code-too-small", "padded"]
    assert found(0.34) == ["padded"]


@pytest.mark.parametrize(
    ("code", "print_severity"),
    [
        ("picture-missing", ERROR),
        ("picture-damaged", ERROR),
        ("picture-refused", ERROR),
        ("picture-huge", WARNING),
        ("picture-cmyk", WARNING),
        ("picture-alpha", WARNING),
        ("picture-profile-odd", WARNING),
    ],
)
def test_faults_of_pictures_once_each_and_milder_on_a_proof(code: str, print_severity: Severity) -> None:
    printed = [
        Printed("/a/x.jpg", HERE, 1, 0.0 if print_severity is ERROR else 300.0, (PictureFault(code, "so"),))
    ]
    (one,) = check_pictures(printed * 3, "print")
    assert (one.code, one.severity, one.source) == (code, print_severity, HERE)
    (proof,) = check_pictures(printed, "screen")
    assert proof.severity is WARNING


@pytest.mark.parametrize(("resolution", "soft"), [(SOFT - 1.0, True), (float(SOFT), False), (0.0, False)])
def test_resolution_is_judged_where_something_is_printed(resolution: float, soft: bool) -> None:
    found = check_pictures([Printed("/a/x.jpg", HERE, 1, resolution, ())], "print")
    assert bool(list(found)) == soft


def test_of_a_missing_logo_it_is_said_that_the_name_is_printed() -> None:
    printed = [Printed("/a/logo.png", HERE, 0, 0.0, (PictureFault("picture-missing", ""),))]
    (one,) = check_pictures(printed, "print", logos=frozenset({"/a/logo.png"}))
    assert "the sponsor's name is printed in its place" in one.message
    (other,) = check_pictures(printed, "print")
    assert "its room is left empty" in other.message
