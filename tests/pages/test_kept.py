"""What an entry's pages are kept by: equal keys promise equal pages, and any change is another key."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from progprint.blocks.types import Entry, Picture, Table, Track
from progprint.cache import NoCache
from progprint.design.types import Design, Ladder
from progprint.diag import Source
from progprint.glyphs import Faces
from progprint.images import PictureInfo
from progprint.pages import kept
from progprint.pages.kept import canonical, keeping
from progprint.pages.settle import Book, settle
from progprint.style import Span
from progprint.words import Words
from small_books import booklet_of, design_of, entry_of, numbered, para, span, style, texts


class Memory:
    """A cache that counts."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.found = self.written = 0

    def get(self, key: str) -> bytes | None:
        self.found += key in self.kept
        return self.kept.get(key)

    def put(self, key: str, value: bytes) -> None:
        self.written += 1
        self.kept[key] = value


@pytest.fixture
def design(tmp_path: Path) -> Design:
    return design_of(tmp_path)


def film(name: str = "a", text: str = "some words", **more: object) -> Entry:
    return entry_of(f"films/{name}", parts={"body": (para(text), *numbered(25))}, **more)


def picture(digest: str) -> PictureInfo:
    return PictureInfo("/a.jpg", 60, 40, "RGB", False, "", digest)


def test_what_is_kept_is_what_was_made(design: Design, square_faces: Faces) -> None:
    memory = Memory()
    cold = keeping(design, square_faces, {}, memory)(film(), "recto")
    warm = keeping(design, square_faces, {}, memory)(film(), "recto")
    assert memory.found == 1
    assert warm == cold
    assert keeping(design, square_faces, {}, NoCache())(film(), "recto") == cold


def changed(entry: Entry) -> list[Entry]:
    other_style = replace(style(), size=9.0)
    words = Span(Words("some words", "en"), other_style)
    return [
        film(text="other words"),
        film(name="b"),
        replace(entry, master="other"),
        replace(entry, room="spread"),
        replace(entry, landscape=True),
        replace(entry, flexible=False),
        replace(entry, ladder=Ladder((), 9.0)),
        replace(entry, source=Source("films/a.yaml", 2, 1)),
        replace(entry, parts=(("heading", entry.part("body")),)),
        entry_of("films/a", parts={"body": (para("some words", "fr"), *numbered(25))}),
        entry_of("films/a", parts={"body": (para("some words", anchor="x"), *numbered(25))}),
        entry_of("films/a", parts={"body": (para("some words")._replace(spans=(words,)), *numbered(25))}),
        entry_of(
            "films/a",
            parts={
                "body": (
                    para("some words")._replace(spans=(span("some words")._replace(link="https://x.org"),)),
                    *numbered(25),
                )
            },
        ),
    ]


def test_every_change_is_another_key() -> None:
    keys = [canonical(entry, {}) for entry in (film(), *changed(film()))]
    assert len(set(keys)) == len(keys)


def test_what_pages_do_not_show_is_no_part_of_the_key() -> None:
    """An entry knows neither its folio nor its running head: both are laid on later."""
    entry = film()
    for same in (
        replace(entry, fields=(("title", (span("x"),)),)),
        replace(entry, anchors=("x",)),
        replace(entry, outline=(("x", 1),)),
        replace(entry, start="verso"),
    ):
        assert canonical(same, {}) == canonical(entry, {})


def test_keys_do_not_depend_on_which_equal_strings_are_one_object() -> None:
    one = "".join(["some ", "words"])
    two = "".join(["some", " words"])
    assert one is not two

    def entry(first: str, second: str) -> Entry:
        cells = ((para(first), para(second)),)
        return entry_of(parts={"body": (Table((Track(share=1),), (cells,), 4.0),)})

    assert canonical(entry(one, one), {}) == canonical(entry(one, two), {})
    # nor on which equal styles are one object, nor on what was met before
    styles: dict[int, tuple[object, str]] = {}
    canonical(entry(one, two), styles)  # type: ignore[arg-type]
    apart = entry_of(
        parts={
            "body": (
                Table((Track(share=1),), (((para(one), para(two)._replace(style=replace(style()))),),), 4.0),
            )
        }
    )
    assert canonical(apart, styles) == canonical(entry(two, one), {})  # type: ignore[arg-type]


def test_a_copy_from_a_file_has_the_same_key() -> None:
    entry = film()
    assert canonical(pickle.loads(pickle.dumps(entry)), {}) == canonical(entry, {})


@pytest.mark.parametrize(
    "change",
    [
        lambda d: replace(d, key="another layout"),
        lambda d: d,
    ],
)
def test_the_key_names_the_layout(
    design: Design,
    square_faces: Faces,
    change: Callable[[Design], Design],
) -> None:
    key, _ = keeping(design, square_faces, {}, NoCache())(film(), "recto")
    after = change(design)
    other, _ = keeping(after, square_faces, {}, NoCache())(film(), "recto")
    assert (key == other) == (after is design)


def test_the_key_names_the_side_and_the_engine(
    design: Design,
    square_faces: Faces,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = {keeping(design, square_faces, {}, NoCache())(film(), side)[0] for side in ("verso", "recto")}
    monkeypatch.setattr(kept, "engine", lambda: "another")
    keys.add(keeping(design, square_faces, {}, NoCache())(film(), "recto")[0])
    assert len(keys) == 3


def test_the_key_names_the_pictures_bytes(design: Design, square_faces: Faces) -> None:
    entry = entry_of(parts={"body": (Picture("/a.jpg", height=36.0),)})
    keys = {
        keeping(design, square_faces, pictures, NoCache())(entry, "recto")[0]
        for pictures in ({"/a.jpg": picture("1")}, {"/a.jpg": picture("2")}, {"/a.jpg": None})
    }
    assert len(keys) == 3


def test_the_key_names_the_fonts(design: Design, square_faces: Faces, real_faces: Faces) -> None:
    keys = {keeping(design, f, {}, NoCache())(film(), "recto")[0] for f in (square_faces, real_faces)}
    assert len(keys) == 2


def test_only_the_entry_that_was_edited_is_made_up_anew(design: Design, square_faces: Faces) -> None:
    def made(memory: Memory, text: str) -> list[str]:
        entries = tuple(film(name, text if name == "c" else "some words") for name in "abcde")
        booklet = settle(
            entries, Book("x", "en"), (design, square_faces), keeping(design, square_faces, {}, memory)
        )
        return [t for page in booklet.pages for t in texts(page.body)]

    memory = Memory()
    made(memory, "some words")
    assert (memory.written, memory.found) == (5, 0)
    after = made(memory, "edited words")
    assert (memory.written, memory.found) == (6, 4)
    assert after == made(Memory(), "edited words")


def test_pages_from_the_cache_are_the_pages_without(design: Design, square_faces: Faces) -> None:
    entries = (film("a"), film("b", anchors=("entry:b",)))
    memory = Memory()
    make = keeping(design, square_faces, {}, memory)
    cold = settle(entries, Book("Small", "en"), (design, square_faces), make)
    assert settle(entries, Book("Small", "en"), (design, square_faces), make) == cold
    bodies = [page.body for page in booklet_of(entries, design, square_faces).pages]
    assert [page.body for page in cold.pages] == bodies


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "mkdir"),
        ("progprint.build", "os.mkdir"),
        ("progprint.pdf.whole", "os.mkdir"),
        ("progprint.pages.entry", "os.mkdir"),
    ],
)
def test_a_cache_of_a_stranger_runs_nothing(tmp_path: Path, module: str, name: str) -> None:
    """A pickle calls what it names; protocol 4 names `a.b` too, and so whatever a module has imported."""

    def short(text: str) -> bytes:
        return b"\x8c" + bytes([len(text.encode())]) + text.encode()

    made = tmp_path / "made"
    call = b"\x80\x04" + short(module) + short(name) + b"\x93" + short(str(made)) + b"\x85R."
    assert kept._load(call) is None
    assert not made.exists()


def test_what_is_no_made_up_page_is_none() -> None:
    for value in ((), "text", ("text",), [1, 2]):
        assert kept._load(pickle.dumps(value)) is None


@pytest.mark.parametrize("damage", [b"", b"not a pickle", b"\x80\x05."])
def test_a_damaged_cache_is_computed_again(design: Design, square_faces: Faces, damage: bytes) -> None:
    memory = Memory()
    cold = keeping(design, square_faces, {}, memory)(film(), "recto")
    memory.kept = dict.fromkeys(memory.kept, damage)
    assert keeping(design, square_faces, {}, memory)(film(), "recto") == cold
