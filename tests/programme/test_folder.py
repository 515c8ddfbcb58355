"""A content folder: what is missing, what is a link, what is not read; texts by slug and language."""

from __future__ import annotations

from pathlib import Path

from progprint.programme import read_programme


def found(folder: Path) -> list[tuple[str, str]]:
    return [(f.code, f.source.file) for f in read_programme(folder)[1]]


def test_no_folder(tmp_path) -> None:
    programme, faults = read_programme(tmp_path / "none")
    assert programme is None and [f.code for f in faults] == ["missing-folder"]


def test_without_festival_there_is_no_programme_but_films_are_checked(write) -> None:
    folder = write({"films/x.yaml": "title: X\nsection: any\nyeer: 1\n"})
    (folder / "festival.yaml").unlink()
    programme, faults = read_programme(folder)
    assert programme is None
    assert [(f.code, f.source.file) for f in faults] == [
        ("missing-file", "festival.yaml"), ("unknown-key", "films/x.yaml"),
    ]  # fmt: skip


def test_without_venues_films_do_not_repeat_it(write) -> None:
    folder = write({"films/x.yaml": "title: X\nscreenings: [{at: 2021-06-24 10:00, venue: a}]\n"})
    (folder / "venues.yaml").unlink()
    assert found(folder) == [("missing-file", "venues.yaml")]


def test_people_are_optional(write) -> None:
    programme, faults = read_programme(write({}))
    assert faults == () and programme is not None and programme.people == ()


def test_links_that_lead_out_are_refused(write, tmp_path) -> None:
    (tmp_path / "secret.yaml").write_text("title: Secret\n")
    (tmp_path / "pictures").mkdir()
    folder = write({
        "films/a.yaml": "title: A\nstill: ../stills/a.jpg\n",
        "films/b.yaml": "title: B\nstill: ../own/b.jpg\n",
    })  # fmt: skip
    (folder / "films" / "secret.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "stills").symlink_to(tmp_path / "pictures")
    (folder / "real").mkdir()
    (folder / "own").symlink_to(folder / "real")
    programme, faults = read_programme(folder)
    assert [(f.code, f.source.file, f.source.line) for f in faults] == [
        ("path-outside", "films/a.yaml", 2), ("path-outside", "films/secret.yaml", 0),
    ]  # fmt: skip
    assert programme is not None
    assert [(f.slug, f.still.file if f.still else "") for f in programme.films] == [
        ("a", ""),
        ("b", "own/b.jpg"),
    ]


def test_a_content_folder_may_itself_be_a_link(write, tmp_path) -> None:
    (tmp_path / "link").symlink_to(write({"films/a.yaml": "title: A\nstill: ../a.jpg\n"}))
    assert found(tmp_path / "link") == []


def test_texts_by_slug_and_language(write) -> None:
    folder = write({
        "texts/foreword.en.md": "# Welcome\n\nDear *guests*\n",
        "texts/foreword.zh-hant.md": "# 歡迎\n",
        "texts/tickets.md": "Tickets\n",
        "texts/empty.en.md": "\n",
        "texts/.hidden": "",
        "texts/notes.txt": "",
        "texts/tickets.en.md": "Tickets again\n",
    })  # fmt: skip
    programme, faults = read_programme(folder)
    assert programme is not None
    assert [(t.slug, [p.lang for p in t.text.forms]) for t in programme.texts] == [
        ("foreword", ["en", "zh-Hant"]), ("tickets", ["en"]),
    ]  # fmt: skip
    assert sorted((f.code, f.source.file) for f in faults) == [
        ("duplicate-entry", "texts/tickets.md"), ("empty-text", "texts/empty.en.md"),
        ("unread-file", "texts/notes.txt"),
    ]  # fmt: skip
    english = programme.texts[0].text.get("en")
    assert english is not None and english.paragraphs[1].words[1].source == (
        "texts/foreword.en.md",
        3,
        7,
    )


def test_a_file_that_is_not_utf8_does_not_stop_the_rest(write) -> None:
    folder = write({"films/b.yaml": "title: B\n"})
    (folder / "films" / "a.yaml").write_bytes("title: Caf\xe9\n".encode("latin-1"))
    programme, faults = read_programme(folder)
    assert [(f.code, f.source, f.excerpt[:10]) for f in faults] == [
        ("not-utf-8", ("films/a.yaml", 1, 11), "title: Caf"),
    ]  # fmt: skip
    assert programme is not None and [f.slug for f in programme.films] == ["b"]


def test_reading_twice_gives_the_same(write) -> None:
    folder = write({"films/b.yaml": "title: B\nx: 1\n", "films/a.yaml": "title: A\ny: 1\n"})
    assert read_programme(folder) == read_programme(folder)
    assert [f.source.file for f in read_programme(folder)[1]] == ["films/a.yaml", "films/b.yaml"]
