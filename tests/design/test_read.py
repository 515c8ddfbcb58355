"""A layout file as a whole: what it says, and all that is wrong with it, each fault with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from progprint.design import find_pattern, read_design, section_ink
from progprint.design.types import Design, Running
from progprint.diag import Severity
from progprint.geom import mm
from progprint.style import BLACK, PAPER, Ink

HERE = Path(__file__).resolve().parent
MINIMAL = HERE / "minimal.yaml"
BROKEN = sorted((HERE.parent / "faults_layout").glob("*.yaml"))
EXPECT = re.compile(r"# expect: (\S+) (\d+):(\d+)(?: (.*))?")


@pytest.fixture(scope="module")
def design() -> Design:
    got, faults = read_design(MINIMAL)
    assert got is not None, faults
    assert faults == ()
    return got


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_a_broken_layout_gives_its_faults_and_no_others(file: Path) -> None:
    expected = [EXPECT.fullmatch(line) for line in file.read_text("utf-8").splitlines() if "expect:" in line]
    got, faults = read_design(file)
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    assert got is None
    assert [(f.code, f.source.line, f.source.column) for f in errors] == [
        (e[1], int(e[2]), int(e[3])) for e in expected if e
    ]
    for fault, e in zip(errors, expected, strict=True):
        assert e is not None
        assert (e[4] or "") in fault.hint
        assert fault.source.file == file.as_posix()
        assert fault.excerpt == file.read_text("utf-8").splitlines()[fault.source.line - 1]


def test_there_are_broken_layouts() -> None:
    assert len(BROKEN) > 40


def test_the_page(design: Design) -> None:
    page = design.page
    assert page.trim == pytest.approx((mm(148), mm(210)))
    assert (page.bleed, page.columns, page.gutter, page.baseline) == (mm(3), 4, mm(4), 11.5)
    assert page.margins == (mm(11), mm(15), mm(15), mm(11))


def test_the_swatches(design: Design) -> None:
    swatches = design.swatches
    assert swatches["accent"] == Ink(0, 0.9, 0.76, 0, "accent", "PANTONE 032 U")
    assert swatches["accent-light"] == Ink(0, 0.135, 0.114, 0, "accent-light", "PANTONE 032 U", 0.15)
    assert (swatches["paper"], swatches["black"]) == (PAPER, BLACK)


def test_families_keep_the_order_of_their_fall_back(design: Design) -> None:
    assert list(design.families["text"].items()) == [
        ("latin", "Source Serif 4"),
        ("zh-Hant", "Noto Serif TC"),
        ("zh-Hans", "Noto Serif SC"),
        ("ja", "Noto Serif JP"),
    ]


def test_the_masters(design: Design) -> None:
    film = design.masters["film"]
    picture, heading, credits = film.verso
    assert (picture.columns, picture.bleeds, picture.blocks) == ((1, 4), True, ("still",))
    assert picture.height == pytest.approx((mm(62), mm(84)))
    assert (heading.height, heading.space, credits.split, credits.balance) == (None, 1, 2, True)
    assert film.recto[1].panel == design.swatches["accent-light"]
    assert film.recto[1].at == "foot"
    folio = film.running[0]
    assert isinstance(folio, Running)
    assert (folio.text.parts, folio.edge, folio.side, folio.pages) == (
        (("", "folio"),),
        "foot",
        "outside",
        "both",
    )
    assert folio.offset == pytest.approx(mm(8))
    assert film.thumb is not None
    assert (film.thumb.width, film.thumb.style) == (mm(6), "folio")
    assert design.masters["plain"].verso == design.masters["plain"].recto


def test_the_patterns(design: Design) -> None:
    assert design.patterns["fact-line"].parts == (("", "countries"), (", ", "year"), (", ", "running_time"))
    chinese = find_pattern(design, "fact-line", "zh-Hant")
    assert chinese is not None
    assert chinese.parts[1] == ("\u3000", "year")
    assert find_pattern(design, "fact-line", "ja") == design.patterns["fact-line"]
    assert find_pattern(design, "nothing", "en") is None


def test_the_sections(design: Design) -> None:
    cover, contents, text, films, schedule, index = design.sections
    assert (cover.kind, cover.master, cover.options) == ("cover", "plain", {})
    assert contents.kind == "contents"
    assert text.options == {"slug": "welcome"}
    assert (films.kind, films.master) == ("films", "film")
    assert films.options == {
        "room": "spread",
        "binding-side": "verso",
        "order": "title",
        "languages": "pair",
        "select": (("section", ("competition", "shorts")),),
    }
    assert schedule.options == {"by": "day", "as": "list"}
    assert index.options == {"of": ("titles", "originals", "directors", "countries")}
    assert films.source.line == 49


def test_colours_of_sections_and_turns_of_the_others(design: Design) -> None:
    keys = ("shorts", "competition", "homage", "restored")
    inks = [section_ink(design, key, keys) for key in keys]
    assert [ink.name if ink else None for ink in inks] == ["blue", "accent", "accent", "blue"]
    assert section_ink(design, "elsewhere", keys) is None


def test_the_choices_of_the_house(design: Design) -> None:
    assert (design.languages, design.binding, design.overset, design.missing, design.late) == (
        (), "auto", "warning", "main", "24",
    )  # fmt: skip
    assert design.name == "minimal"


FRAME = "families: {text: {latin: Source Serif 4}}\nmasters: {plain: {both: [{frame: main}]}}\n"


def read(tmp_path: Path, text: str) -> Design:
    file = tmp_path / "layout.yaml"
    file.write_text(text, "utf-8")
    got, faults = read_design(file)
    assert got is not None, faults
    return got


def test_what_need_not_be_said(tmp_path: Path) -> None:
    got = read(tmp_path, f"page: {{trim: A5}}\n{FRAME}sections: [cover]\n")
    assert (got.page.columns, got.page.bleed) == (1, mm(3))
    assert got.masters["plain"].recto[0].columns == (1, 1)


def test_margins_in_one_length(tmp_path: Path) -> None:
    got = read(tmp_path, f"page: {{trim: [100mm, 200mm], margins: 10mm}}\n{FRAME}sections: [cover]\n")
    assert got.page.margins == (mm(10),) * 4
    assert got.page.trim == (mm(100), mm(200))


@pytest.mark.parametrize(
    ("written", "options"),
    [
        ("schedule: list", {"as": "list"}),
        ("index: [titles, countries]", {"of": ("titles", "countries")}),
        ("films: shorts", {"select": (("section", ("shorts",)),)}),
        ("films: [shorts, main]", {"select": (("section", ("shorts", "main")),)}),
        (
            "films: {select: {country: HK, film: [a, b]}}",
            {"select": (("country", ("HK",)), ("film", ("a", "b")))},
        ),
        ("blank: 2", {"pages": 2}),
        ("cover:", {}),
        ("text: {slug: welcome, title: Welcome}", {"slug": "welcome", "title": "Welcome"}),
        ("venues: {title: {en: Venues, zh-Hant: 場地}}", {"title": (("en", "Venues"), ("zh-Hant", "場地"))}),
        ("blank: 2", {"pages": 2}),
    ],
)
def test_short_forms_of_sections(tmp_path: Path, written: str, options: dict[str, object]) -> None:
    got = read(tmp_path, f"page: {{trim: A5}}\n{FRAME}sections:\n  - {written}\n")
    assert got.sections[0].options == options


def test_languages_of_the_print(tmp_path: Path) -> None:
    base = f"page: {{trim: A5}}\n{FRAME}sections: [cover]\n"
    assert read(tmp_path, base + "languages: [zh-Hant, en]\n").languages == ("zh-Hant", "en")
    assert read(tmp_path, base + "languages: en\n").languages == ("en",)


def test_braces_that_are_printed(tmp_path: Path) -> None:
    got = read(
        tmp_path, f"page: {{trim: A5}}\n{FRAME}sections: [cover]\nblocks: {{line: '{{{{{{title}}}}}}!'}}\n"
    )
    assert got.patterns["line"].parts == (("{", "title"), ("}!", ""))


def test_a_frame_that_bleeds_may_fill_the_sheet(tmp_path: Path) -> None:
    plates = "plain: {both: [{frame: picture, bleeds: yes, height: 216mm}]}"
    got = read(
        tmp_path,
        FRAME.replace("plain: {both: [{frame: main}]}", plates) + "page: {trim: A5}\nsections: [cover]\n",
    )
    assert got.masters["plain"].verso[0].bleeds


def test_frames_staggered_over_an_empty_one(tmp_path: Path) -> None:
    frames = "[{frame: a, columns: 1-3}, {frame: gap}, {frame: b, columns: 2-4}]"
    got = read(
        tmp_path,
        FRAME.replace("[{frame: main}]", frames) + "page: {trim: A5, columns: 4}\nsections: [cover]\n",
    )
    assert [frame.columns for frame in got.masters["plain"].verso] == [(1, 3), (1, 4), (2, 4)]


def test_frames_of_head_and_foot_need_not_share_columns(tmp_path: Path) -> None:
    frames = "[{frame: a, columns: 1-3}, {frame: b, columns: 3-4, at: foot}]"
    got = read(
        tmp_path,
        FRAME.replace("[{frame: main}]", frames) + "page: {trim: A5, columns: 4}\nsections: [cover]\n",
    )
    assert [frame.at for frame in got.masters["plain"].verso] == ["head", "foot"]


def test_tints_of_tints_in_any_order(tmp_path: Path) -> None:
    tints = "faint: {of: light, tint: 50 %}, light: {of: red, tint: 20 %}"
    swatches = f"{{{tints}, red: {{spot: RED, cmyk: [0, 100, 100, 0]}}}}"
    got = read(tmp_path, f"page: {{trim: A5}}\n{FRAME}sections: [cover]\nswatches: {swatches}\n")
    assert got.swatches["faint"] == Ink(0, 0.1, 0.1, 0, "faint", "RED", 0.1)


def test_one_side_of_a_master_serves_both(tmp_path: Path) -> None:
    got = read(tmp_path, FRAME.replace("both", "recto") + "page: {trim: A5}\nsections: [cover]\n")
    assert got.masters["plain"].verso == got.masters["plain"].recto != ()


def test_names_that_nothing_uses_are_told(tmp_path: Path) -> None:
    file = tmp_path / "layout.yaml"
    red = "{cmyk: [0, 100, 100, 0]}"
    swatches = f"swatches: {{red: {red}, cover: {red}, blue: {red}, blue-pale: {red}}}\n"
    extra = swatches + "blocks: {line: '{title}'}\nstyles: {title: {colour: blue}}\n"
    families = "families: {text: {latin: Source Serif 4}, sans: {latin: Source Sans 3}}\n"
    masters = "masters: {plain: {both: [{frame: main}]}}\nsections: [cover]\n"
    file.write_text(f"page: {{trim: A5}}\n{extra}{families}{masters}", "utf-8")
    got, faults = read_design(file)
    assert got is not None
    assert [(f.severity, f.code, f.source.line) for f in faults] == [
        (Severity.INFO, "unused-swatch", 2),
        (Severity.INFO, "unused-pattern", 3),
        (Severity.INFO, "unused-family", 5),
    ]


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    got, faults = read_design(tmp_path / "nowhere.yaml")
    assert got is None
    assert [f.severity for f in faults] == [Severity.ERROR]


def test_a_list_is_no_layout(tmp_path: Path) -> None:
    file = tmp_path / "layout.yaml"
    file.write_text("- cover\n", "utf-8")
    got, faults = read_design(file)
    assert got is None
    assert [f.code for f in faults] == ["wrong-kind"]


def test_whatever_stands_at_a_place_the_reader_answers(tmp_path: Path) -> None:
    """Put a wrong thing at each place in turn: a fault or a design, never an exception."""
    lines = MINIMAL.read_text("utf-8").splitlines()
    file = tmp_path / "layout.yaml"
    for number, line in enumerate(lines):
        key, colon, value = line.partition(": ")
        for wrong in ("x", "[]", "{}", "[x, {y: z}]", "{x: {y: [z]}}"):
            if colon and value:
                file.write_text(
                    "\n".join([*lines[:number], f"{key}: {wrong}", *lines[number + 1 :]]), "utf-8"
                )
                got, faults = read_design(file)
                assert got is not None or any(f.severity is Severity.ERROR for f in faults)
