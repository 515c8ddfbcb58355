"""What the sample booklet prints is in the file, in reading order, and set as the trade wants it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from progprint.design import find_layout, read_design
from progprint.design.types import DROP, PageSpec
from progprint.diag import Severity
from progprint.pages.types import Page, TextMark
from shown import Shown, lines_of, lines_on_lines, lines_under_tabs, paragraphs, squeezed

#: forms in languages that neither the festival prints nor the film was made in
NOT_PRINTED = re.compile(r": \[(vi|zh-Hans)\] ")
CONTENT = Path(__file__).resolve().parent.parent.parent / "content"
#: styles of running prose, in any language
PROSE = (
    "review",
    "review-first",
    "bio",
    "bio-first",
    "text",
    "text-first",
    "text-item",
    "text-quote",
    "imprint",
)
NO_LINE_STARTS = "、。，．！？：；）」』】》〉…"
NO_LINE_ENDS = "（「『【《〈"
#: what pdfium reads for the Korean font's space: the glyph has no text, so its number is taken for one
KOREAN_SPACE = "堆"
THAI = frozenset(map(chr, range(0x0E00, 0x0E80)))


@pytest.fixture(scope="session")
def page_spec(sample: Shown) -> PageSpec:
    layout = find_layout("booklet", sample.folder)
    assert layout is not None
    design, _ = read_design(layout)
    assert design is not None
    return design.page


def test_the_sample_builds_without_an_error(sample: Shown) -> None:
    assert [f for f in sample.findings if f.severity is Severity.ERROR] == []
    assert {f.code for f in sample.findings} <= {
        "press-counsel",
        "unknown-role",
        "picture-untagged",
        "overset",
        "loose-line",
        "river",
        "outside-festival",
        "padded",
        "font-weight",
        "grid-room",
        "tight-line",
        "missing-translation",
        "role-language",
        "keep-broken",
        "underfill",
        "unused-name",
        "unused-style",
    }


def test_the_sample_shows_the_range_that_it_is_for(sample: Shown) -> None:
    films = {p.name for p in sample.booklet.pages if p.name.startswith("films/")}
    assert len(films) >= 12
    langs = {m.lang for p in sample.booklet.pages for m in lines_of(p)}
    assert {"en", "zh-Hant", "ja", "ko", "th"} <= langs
    assert len(sample.booklet.pages) % 4 == 0


def test_every_line_is_found_in_the_text_of_its_page(sample: Shown) -> None:
    lost = [
        (page.number, mark.text)
        for page, text in sample.pages()
        for mark in lines_of(page)
        if squeezed(mark.text) not in squeezed(text) and mark.lang != "ko"
    ]
    assert lost == []


def test_spaces_of_korean_are_spaces(sample: Shown) -> None:
    assert not [page.number for page, text in sample.pages() if KOREAN_SPACE in text]


def test_every_paragraph_is_contiguous_within_its_column(sample: Shown) -> None:
    parted = []
    found = 0
    for page, text in sample.pages():
        read = squeezed(text)
        for lines in paragraphs(page):
            words = "".join(squeezed(line.text) for line in lines)
            found += len(lines) > 3
            if words not in read and lines[0].lang != "ko":
                parted.append((page.number, lines[0].text))
    assert parted == []
    assert found > 100


def test_the_page_has_no_sign_that_was_not_set(sample: Shown) -> None:
    """Character for character: nothing lost, nothing added, nothing turned into another sign."""
    other = {}
    for page, text in sample.pages():
        wanted = Counter(squeezed("".join(m.text for m in lines_of(page))))
        read = Counter(squeezed(text))
        for sign in [c for c in read if c == KOREAN_SPACE or c in THAI]:
            del wanted[sign], read[sign]
        if wanted != read:
            other[page.number] = (dict(wanted - read), dict(read - wanted))
    assert other == {}


def test_a_paragraph_that_goes_over_a_page_is_not_called_unused(
    sample: Shown,
) -> None:
    assert not [line for line in sample.left_out if len(line) > 110]


def test_thai_is_spelt_once(sample: Shown) -> None:
    for page, text in sample.pages():
        set_signs = Counter(c for m in lines_of(page) for c in m.text if c in THAI)
        assert Counter(c for c in text if c in THAI) == set_signs, page.number


def test_only_what_is_for_no_page_is_left_out(
    sample: Shown,
) -> None:
    """Readings for sorting, words for those who do not see, titles and names in languages that are not printed.

    Names of people.yaml are printed for directors only; a cast in both languages would need a layout's word for it.
    """
    lines = [line for line in sample.left_out if len(line) < 110]
    left = []
    for line in lines:
        place = re.match(r"(?P<file>[^:]+):(?P<line>\d+):\d+: \[", line)
        assert place is not None, line
        written = (CONTENT / place["file"]).read_text("utf-8").splitlines()[int(place["line"]) - 1].strip()
        is_person = place["file"] == "people.yaml"
        if not (is_person or re.match(r"(sort|alt):", written) or NOT_PRINTED.search(line)):
            left.append((line, written))
    assert left == []


# --- lines ---------------------------------------------------------------------------------------


def chinese(page: Page) -> Iterator[TextMark]:
    for mark in lines_of(page):
        if mark.lang.startswith(("zh", "ja")) and mark.text:
            yield mark


def test_no_line_of_han_text_begins_or_ends_with_a_forbidden_mark(sample: Shown) -> None:
    lines = [m for p in sample.booklet.pages for m in chinese(p)]
    assert len([m for m in lines if m.style in PROSE]) > 300
    assert [m.text for m in lines if m.text[0] in NO_LINE_STARTS] == []
    assert [m.text for m in lines if m.text[-1] in NO_LINE_ENDS] == []


def test_pdfium_reads_no_forbidden_mark_at_a_lines_edge(sample: Shown) -> None:
    lines = [line.strip() for text in sample.texts for line in re.split(r"[\r\n]+", text) if line.strip()]
    assert len(lines) > 2000
    assert [line for line in lines if line[0] in "、。，」』）？！"] == []
    assert [line for line in lines if line[-1] in "（「『《"] == []


def test_dashes_and_ellipses_of_han_text_are_never_parted(sample: Shown) -> None:
    bad = [
        m.text
        for p in sample.booklet.pages
        for m in chinese(p)
        if m.reason != "end" and re.search(r"(?<!—)—$|(?<!…)…$", m.text)
    ]
    assert bad == []


def off_the_grid(sample: Shown, spec: PageSpec) -> Iterator[tuple[int, str, str, float]]:
    """Lines that claim to stand on the grid and do not."""
    for page in sample.booklet.pages:
        for mark in lines_of(page):
            lines = (mark.at.y - spec.margins.top + spec.baseline * DROP) / spec.baseline
            if mark.on_grid and abs(lines - round(lines)) * spec.baseline > 0.01:
                yield page.number, mark.style, mark.text, round(lines, 3)


def test_prose_of_every_language_is_on_the_grid(sample: Shown, page_spec: PageSpec) -> None:
    prose = [(m.lang, m.on_grid) for p in sample.booklet.pages for m in lines_of(p) if m.style in PROSE]
    assert len(prose) > 800
    assert {lang for lang, _ in prose} >= {"en", "zh-Hant"}
    assert all(claims for _, claims in prose)
    assert [found for found in off_the_grid(sample, page_spec) if found[1] in PROSE] == []


def test_every_line_on_the_grid_stands_on_it(sample: Shown, page_spec: PageSpec) -> None:
    assert list(off_the_grid(sample, page_spec)) == []


def columns(sample: Shown) -> Iterator[tuple[str, list[tuple[int, TextMark]]]]:
    """The lines of prose of each entry, style and language, in reading order, with their pages."""
    found: dict[tuple[str, str, str], list[tuple[int, TextMark]]] = defaultdict(list)
    for page in sample.booklet.pages:
        for mark in page.body:
            if isinstance(mark, TextMark) and mark.style in PROSE:
                found[page.name, mark.style.removesuffix("-first"), mark.lang].append((page.number, mark))
    for (name, _, lang), lines in found.items():
        yield f"{name} {lang}", lines


def test_no_widow_and_no_orphan(sample: Shown) -> None:
    """Of a paragraph that goes over a page, at least two lines stand on each."""
    alone = []
    parted = 0
    for name, lines in columns(sample):
        paragraph: list[int] = []
        for number, mark in lines:
            paragraph.append(number)
            if mark.reason == "end":
                pages = Counter(paragraph)
                parted += len(pages) > 1
                if len(pages) > 1 and 1 in pages.values():
                    alone.append((name, dict(pages), mark.text))
                paragraph = []
        assert not paragraph, (name, "a paragraph without an end")
    assert alone == []
    assert parted > 0


def test_paragraphs_of_a_pair_begin_level(sample: Shown) -> None:
    """The languages of a review share the grid, and each paragraph begins on one line in both."""
    uneven = []
    compared = 0
    for page in sample.booklet.pages:
        starts: dict[str, list[float]] = defaultdict(list)
        fresh: dict[str, bool] = defaultdict(lambda: True)
        for mark in page.body:
            if isinstance(mark, TextMark) and mark.style in ("review", "review-first"):
                if fresh[mark.lang]:
                    starts[mark.lang].append(mark.at.y)
                fresh[mark.lang] = mark.reason == "end"
        if len(starts) == 2:
            one, two = starts.values()
            if len(one) == len(two):
                compared += 1
                if one != pytest.approx(two, abs=0.01):
                    uneven.append((page.number, one, two))
    assert uneven == []
    assert compared > 10


def test_no_line_of_prose_leaves_its_page(sample: Shown, page_spec: PageSpec) -> None:
    width, height = page_spec.trim
    margins = page_spec.margins
    outside = []
    for page in sample.booklet.pages:
        for mark in page.body:
            if isinstance(mark, TextMark) and not mark.turn and mark.pieces:
                right = mark.at.x + mark.pieces[-1].x + mark.pieces[-1].width
                edge = width - (margins.inside if page.side == "verso" else margins.outside)
                if right > edge + 0.5 or mark.at.y > height - margins.bottom + 0.01 or mark.at.y < 0:
                    outside.append((page.number, mark.style, mark.text, round(right - edge, 2)))
    assert outside == []


def test_no_line_stands_on_another(sample: Shown) -> None:
    assert [(p.number, *pair) for p in sample.booklet.pages for pair in lines_on_lines(p)] == []


def test_no_line_lies_under_a_thumb_tab(sample: Shown) -> None:
    assert [(p.number, text) for p in sample.booklet.pages for text in lines_under_tabs(p)] == []


# --- references ----------------------------------------------------------------------------------


def references(page: Page) -> Iterator[tuple[str, str]]:
    """(key, folio as printed) of each page reference."""
    for mark in page.furniture:
        if isinstance(mark, TextMark) and mark.pieces and mark.pieces[0].link.startswith("ref:"):
            yield mark.pieces[0].link.removeprefix("ref:"), mark.text


def test_page_references_are_the_folio_of_the_page_they_lead_to(sample: Shown) -> None:
    wrong = []
    count = 0
    for page in sample.booklet.pages:
        for key, folio in references(page):
            count += 1
            target = sample.booklet.pages[sample.booklet.refs[key] - 1]
            names = {"entry": (f"films/{key[6:]}", f"programmes/{key[6:]}"), "page:": (key[5:],)}[key[:5]]
            if target.folio != folio or target.name not in names:
                wrong.append((page.number, key, folio, target.folio, target.name))
    assert wrong == []
    assert count > 100


def test_a_page_that_is_referred_to_prints_its_folio(sample: Shown) -> None:
    wanted = {sample.booklet.refs[key] for p in sample.booklet.pages for key, _ in references(p)}
    assert len(wanted) > 20
    for page, text in sample.pages():
        if page.number in wanted:
            assert re.search(rf"(?<!\d){page.folio}(?!\d)", text), page.number


def test_a_page_that_prints_no_folio_has_none(sample: Shown) -> None:
    silent = [
        page.number
        for page, text in sample.pages()
        if page.folio and not re.search(rf"(?<!\d){page.folio}(?!\d)", text)
    ]
    assert silent == []


def test_contents_and_outline_name_every_film(sample: Shown) -> None:
    films = {p.name.split("/")[1] for p in sample.booklet.pages if p.name.startswith("films/")}
    contents = [key for p in sample.booklet.pages if p.name == "contents" for key, _ in references(p)]
    assert {f"entry:{slug}" for slug in films} <= set(contents)
    indexed = [key for p in sample.booklet.pages if p.name == "index" for key, _ in references(p)]
    assert {f"entry:{slug}" for slug in films} <= set(indexed)
    starts = {item.page for item in sample.booklet.outline}
    assert {sample.booklet.refs[f"entry:{slug}"] for slug in films} <= starts
