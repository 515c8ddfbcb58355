"""Whatever an editor marks is set as marked, and no sign of the markup is printed or written anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from booklet.marked_festival import FILES
from progprint.checks.unused import words_in
from progprint.pages.types import TextMark
from progprint.programme import read_programme
from progprint.programme.schema import content_schemas
from progprint.programme.types import Programme
from shown import Shown, lines_of, read_texts, shared_folder, show
from small_festival import draw_picture, write_files

#: what is left of markup that was not read
TRACES = re.compile(r"\*|\b_|\[\^|\]\(|<br")


@pytest.fixture(scope="session")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    def content(folder):
        draw_picture(folder / "content" / "stills" / "still.png")
        return write_files(folder / "content", FILES)

    return show(shared_folder(tmp_path_factory, "marked-booklet"), content, purposes=("screen",))


@pytest.fixture(scope="session")
def programme(marked: Shown) -> Programme:
    read, faults = read_programme(marked.folder / "content")
    assert read is not None and faults == ()
    return read


def localised(schema: Any, name: str = "") -> Iterator[str]:
    """The keys of a schema under which texts stand that may be given by language."""
    if isinstance(schema, dict):
        if schema.get("$ref") == "#/$defs/localised":
            yield name
        for key, inner in schema.items():
            if key == "properties":
                for own, field in inner.items():
                    yield from localised(field, own)
            elif key != "$defs":
                yield from localised(inner, name)
    elif isinstance(schema, list):
        for inner in schema:
            yield from localised(inner, name)


def test_the_festival_has_every_key_that_takes_a_text() -> None:
    keys = {key for schema in content_schemas().values() for key in localised(schema)}
    written = "\n".join(FILES.values())
    assert len(keys) > 20
    assert {key for key in keys if key and f"{key}:" not in written} == set()


def test_every_text_has_its_mark(programme: Programme) -> None:
    assert [w for w in words_in(programme) if "*" in w.text or "[" in w.text] == []
    fields = [form for film in programme.films for form in (*film.title.forms, *film.premiere.forms)]
    assert all(any(m.kind == "emphasis" for m in words.marks) for words in fields)


def test_no_page_shows_a_sign_of_markup(marked: Shown) -> None:
    for text in read_texts(marked.screen_file):
        assert TRACES.findall(text) == []
    lines = [line.text for page in marked.booklet.pages for line in lines_of(page)]
    assert [line for line in lines if TRACES.search(line)] == []


def test_nor_does_anything_else_in_the_file(marked: Shown) -> None:
    with pikepdf.open(marked.screen_file) as document:
        titles = [item.title for item in walk(document)]
        info = [str(value) for value in document.docinfo.values()]
    assert "After Hero and Before" in titles and "Welcome to Markup" in titles
    assert [text for text in (*titles, *info) if TRACES.search(text)] == []
    assert b"*tree*" not in marked.screen_file.read_bytes()


def walk(document: pikepdf.Pdf) -> Iterator[pikepdf.OutlineItem]:
    with document.open_outline() as outline:
        rest = list(outline.root)
        while rest:
            item = rest.pop()
            rest += item.children
            yield item


def pieces_of(marked: Shown) -> Iterator[tuple[TextMark, str, str]]:
    for page in marked.booklet.pages:
        for line in lines_of(page):
            for piece in line.pieces:
                yield line, piece.text.strip(), piece.face


@pytest.mark.parametrize("text", [
    "Hero", "World", "tint", "Hill", "Life", "Wire", "Agent", "Tainan", "First", "Hall", "Rossi", "Test", "Short",
])  # fmt: skip
def test_latin_emphasis_is_italic(marked: Shown, text: str) -> None:
    faces = {face for _, said, face in pieces_of(marked) if said.strip(",.") == text}
    assert faces and any("italic" in face.lower() for face in faces), faces


@pytest.mark.parametrize("text", ["之後", "首映", "後", "이후", "ฮีโร่"])
def test_no_other_script_is_slanted(marked: Shown, text: str) -> None:
    faces = {face for _, said, face in pieces_of(marked) if text in said}
    assert faces and not any("italic" in face.lower() for face in faces), faces


def test_links_of_short_texts_and_notes_lead_somewhere(marked: Shown) -> None:
    with pikepdf.open(marked.screen_file) as document:
        links = [link for page in document.pages for link in page.get("/Annots", [])]
        addresses = {str(link["/A"].URI) for link in links if "/A" in link}
    assert {"https://society.example.org", "https://map.example.org", "https://example.org/x"} <= addresses
    notes = {p.link for page in marked.booklet.pages for m in lines_of(page) for p in m.pieces} - {""}
    names = {name for name in notes if name.startswith("note:")}
    assert len(names) == 6
    assert names <= set(marked.booklet.refs)


def test_a_break_ends_a_line_where_there_are_lines(marked: Shown) -> None:
    lines = [line.text for page in marked.booklet.pages for line in lines_of(page)]
    assert "33 Hill Street" in lines and "map" in lines
    assert "Nine days" in lines
