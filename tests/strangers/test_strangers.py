"""A stranger's festival prints with the house's layout, and nothing of it is lost."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from progprint.diag import Severity
from progprint.pages.types import Booklet, TextMark
from shown import (
    Shown,
    codes_of,
    decoded,
    lines_of,
    lines_on_lines,
    lines_under_tabs,
    shared_folder,
    show,
    squeezed,
)
from strangers.festivals import SECTIONS, STRANGERS, write_stranger

#: what the festivals above are meant to show, and nothing worse
EXPECTED = {"extreme": {"unknown-role"}, "crowded": {"keep-broken"}}
ALWAYS = {
    "picture-untagged",
    "press-counsel",
    "padded",
    "missing-text",
    "font-weight",
    "loose-line",
    "tight-line",
    "runt",
    "grid-room",
    "overset",
    "underfill",
    "label-language",
    "role-language",
}


#: pages of a stranger whose codes are read
MOST_READ = 6


@pytest.fixture(params=sorted(STRANGERS), scope="module")
def stranger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    folder = shared_folder(tmp_path_factory, f"stranger-{request.param}")
    return show(folder, lambda place: write_stranger(request.param, place), purposes=("print",))


def name_of(stranger: Shown) -> str:
    return stranger.folder.name.removeprefix("stranger-")


def streams(booklet: Booklet) -> list[str]:
    """What is printed: page by page, and prose by style and language over pages and columns."""
    running: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for page in booklet.pages:
        for mark in page.body:
            if isinstance(mark, TextMark):
                running[page.name, mark.style.removesuffix("-first"), mark.lang].append(mark.text)
    pages = ["".join(m.text for m in lines_of(page)) for page in booklet.pages]
    return [squeezed(text) for text in (*pages, *("".join(lines) for lines in running.values()))]


def lost(stranger: Shown) -> Iterator[str]:
    """What `dump --unused` lists and no run of prose over pages has either; a section without films is no loss."""
    printed = streams(stranger.booklet)
    openers = {page.name for page in stranger.booklet.pages}
    empty = {
        name for key, names in SECTIONS.items() if f"sections/{key}" not in openers for name in names.values()
    }
    for line in stranger.left_out:
        text = re.sub(r"^\S+: \[[\w-]+\] ", "", line)
        if text not in empty and not any(squeezed(text) in stream for stream in printed):
            yield line


def test_a_strangers_festival_prints_and_loses_nothing(stranger: Shown) -> None:
    assert [f for f in stranger.findings if f.severity is Severity.ERROR] == []
    assert {f.code for f in stranger.findings} - ALWAYS - EXPECTED.get(name_of(stranger), set()) == set()
    assert len(stranger.booklet.pages) % 4 == 0
    assert list(lost(stranger)) == []
    for page, text in stranger.pages():
        read = squeezed(text)
        assert [m.text for m in lines_of(page) if squeezed(m.text) not in read and m.lang != "ko"] == []


def test_its_codes_are_read_from_the_page(stranger: Shown) -> None:
    pages = [page for page in stranger.booklet.pages if codes_of(page)]
    assert pages or name_of(stranger) == "bare"
    for page in pages[:: -(-len(pages) // MOST_READ) or 1]:
        assert decoded(stranger.print_file, page.number) == sorted(c.payload for c in codes_of(page))


#: stranger -> why its lines lie on others
def test_no_line_stands_on_another(stranger: Shown) -> None:
    assert [(p.number, *pair) for p in stranger.booklet.pages for pair in lines_on_lines(p)] == []


#: styles of a word or two, which are read at a glance and never parted within a word
AT_A_GLANCE = (
    "slip-day",
    "day",
    "label",
    "page-title",
    "opener",
    "grid-day",
    "contents-section",
    "index-heading",
)
#: stranger -> why such a word is parted
def test_words_read_at_a_glance_are_never_parted(stranger: Shown) -> None:
    parted = [
        (page.number, mark.style, mark.text)
        for page in stranger.booklet.pages
        for mark in lines_of(page)
        if mark.style in AT_A_GLANCE and mark.reason in ("between", "hyphen", "emergency")
    ]
    assert parted == []


#: stranger -> why so many of its lines are loose
def test_few_lines_are_loose(stranger: Shown) -> None:
    prose = [m for p in stranger.booklet.pages for m in lines_of(p) if m.style.startswith(("review", "bio"))]
    loose = [f for f in stranger.findings if f.code == "loose-line"]
    assert len(loose) <= len(prose) / 20


def test_no_line_lies_under_a_thumb_tab(stranger: Shown) -> None:
    assert [(p.number, text) for p in stranger.booklet.pages for text in lines_under_tabs(p)] == []

