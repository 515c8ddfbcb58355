"""A stranger's festival prints with the house's layout, and nothing of it is lost."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from progprint.build import Job, dump
from progprint.diag import Severity
from progprint.pages.types import Booklet, TextMark
from shown import (
    Shown,
    codes_of,
    decoded,
    lines_of,
    lines_on_lines,
    lines_under_tabs,
    show,
    squeezed,
)
from strangers.festivals import SECTIONS, STRANGERS, write_stranger

#: what the festivals above are meant to show, and nothing worse
EXPECTED = {"extreme": {"unknown-role"}, "crowded": {"keep-broken"}, "bare": {"reference-lost"}}
ALWAYS = {
    "padded",
    "font-weight",
    "loose-line",
    "tight-line",
    "grid-room",
    "overset",
    "label-language",
    "role-language",
}


@pytest.fixture(params=sorted(STRANGERS), scope="module")
def stranger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Shown:
    folder = tmp_path_factory.mktemp(request.param)
    content = write_stranger(request.param, folder)
    return show(folder / request.param, content, purposes=("print",))


def streams(booklet: Booklet) -> list[str]:
    """What is printed: page by page, and prose by style and language over pages and columns."""
    running: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for page in booklet.pages:
        for mark in page.body:
            if isinstance(mark, TextMark):
                running[page.name, mark.style.removesuffix("-first"), mark.lang].append(mark.text)
    pages = ["".join(m.text for m in lines_of(page)) for page in booklet.pages]
    return [squeezed(text) for text in (*pages, *("".join(lines) for lines in running.values()))]


def lost(stranger: Shown, content: Path) -> Iterator[str]:
    """What `dump --unused` lists and no run of prose over pages has either; a section without films is no loss."""
    printed = streams(stranger.booklet)
    openers = {page.name for page in stranger.booklet.pages}
    empty = {
        name for key, names in SECTIONS.items() if f"sections/{key}" not in openers for name in names.values()
    }
    for line in dump(Job(content, use_cache=False), unused=True):
        text = re.sub(r"^\S+: \[[\w-]+\] ", "", line)
        if text not in empty and not any(squeezed(text) in stream for stream in printed):
            yield line


def test_a_strangers_festival_prints_and_loses_nothing(
    stranger: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = stranger.folder.name
    monkeypatch.chdir(stranger.folder)
    assert [f for f in stranger.findings if f.severity is Severity.ERROR] == []
    assert {f.code for f in stranger.findings} - ALWAYS - EXPECTED.get(name, set()) == set()
    assert len(stranger.booklet.pages) % 4 == 0
    assert list(lost(stranger, stranger.folder.parent / "content")) == []
    for page, text in stranger.pages():
        read = squeezed(text)
        assert [m.text for m in lines_of(page) if squeezed(m.text) not in read and m.lang != "ko"] == []
        if codes_of(page):
            assert decoded(stranger.print_file, page.number) == sorted(c.payload for c in codes_of(page))


#: stranger -> why its lines lie on others
ON_OTHERS = {"crowded": "a frame without room takes a row all the same (tests/pages/test_frames.py)"}


def test_no_line_stands_on_another(stranger: Shown, request: pytest.FixtureRequest) -> None:
    expect_failure(request, ON_OTHERS.get(stranger.folder.name))
    assert [(p.number, *pair) for p in stranger.booklet.pages for pair in lines_on_lines(p)] == []


def test_no_line_lies_under_a_thumb_tab(stranger: Shown) -> None:
    assert [(p.number, text) for p in stranger.booklet.pages for text in lines_under_tabs(p)] == []


def expect_failure(request: pytest.FixtureRequest, reason: str | None) -> None:
    if reason:
        request.applymarker(pytest.mark.xfail(strict=True, reason=reason))
