"""A stranger's festival prints with the house's layout, and nothing of it is lost."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from shown import Shown, codes_of, decoded, lines_of, show, squeezed
from strangers.festivals import STRANGERS, write_stranger

from progprint.build import Job, dump
from progprint.diag import Severity
from progprint.pages.types import Booklet, TextMark

#: what the festivals above are meant to show, and nothing worse
EXPECTED = {
    "japanese": set(), "korean": set(), "single": set(), "forty": set(), "alone": set(), "three": set(),
    "bare": set(),
    "extreme": {"overset", "unknown-role", "keep-broken", "overfull-line"},
}
ALWAYS = {"padded", "font-weight", "loose-line", "tight-line", "grid-room", "overset", "label-language", "role-language"}


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
    """What `dump --unused` lists and no run of prose over pages has either."""
    printed = streams(stranger.booklet)
    for line in dump(Job(content, use_cache=False), unused=True):
        text = re.sub(r"^\S+: \[[\w-]+\] ", "", line)
        if not any(squeezed(text) in stream for stream in printed):
            yield line


def test_a_strangers_festival_prints_and_loses_nothing(stranger: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    name = stranger.folder.name
    monkeypatch.chdir(stranger.folder)
    assert [f for f in stranger.findings if f.severity is Severity.ERROR] == []
    assert {f.code for f in stranger.findings} - ALWAYS - EXPECTED[name] == set()
    assert len(stranger.booklet.pages) % 4 == 0
    assert list(lost(stranger, stranger.folder.parent / "content")) == []
    for page, text in stranger.pages():
        read = squeezed(text)
        assert [m.text for m in lines_of(page) if squeezed(m.text) not in read and m.lang != "ko"] == []
        if codes_of(page):
            assert decoded(stranger.print_file, page.number) == sorted(c.payload for c in codes_of(page))
