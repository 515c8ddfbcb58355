import os
import sqlite3
from pathlib import Path

import pytest

from progprint import cache
from progprint.cache import FileCache, NoCache, open_cache


def drawn(folder: Path) -> Path:
    return folder / ".progprint_cache" / "drawn.sqlite"


def test_a_value_is_there_at_once_and_in_the_next_build(tmp_path: Path) -> None:
    with open_cache(tmp_path) as first:
        assert first.get("a") is None
        first.put("a", b"one")
        assert first.get("a") == b"one"
    with open_cache(tmp_path) as second:
        assert second.get("a") == b"one"


def test_nothing_is_written_before_the_end(tmp_path: Path) -> None:
    first = open_cache(tmp_path)
    first.put("a", b"one")
    assert open_cache(tmp_path).get("a") is None
    first.close()
    assert open_cache(tmp_path).get("a") == b"one"


def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    first = open_cache(tmp_path)
    first.close()
    first.close()
    first.put("a", b"one")
    assert first.get("b") is None


def test_a_file_that_is_no_database_is_made_anew(tmp_path: Path) -> None:
    open_cache(tmp_path).close()
    drawn(tmp_path).write_bytes(b"not a database at all " * 100)
    with open_cache(tmp_path) as second:
        assert second.get("a") is None
        second.put("a", b"two")
    assert open_cache(tmp_path).get("a") == b"two"


def test_a_flipped_byte_means_compute_again(tmp_path: Path) -> None:
    value = bytes(range(256)) * 400
    with open_cache(tmp_path) as first:
        first.put("a", value)
    raw = bytearray(drawn(tmp_path).read_bytes())
    raw[raw.index(value[:64]) + 10] ^= 255
    drawn(tmp_path).write_bytes(raw)
    assert open_cache(tmp_path).get("a") is None


@pytest.mark.parametrize("cut", [100, 3000, 9000])
def test_a_file_cut_short_heals(tmp_path: Path, cut: int) -> None:
    with open_cache(tmp_path) as first:
        for i in range(40):
            first.put(f"k{i}", bytes(1000))
    drawn(tmp_path).write_bytes(drawn(tmp_path).read_bytes()[:cut])
    for _ in range(3):
        with open_cache(tmp_path) as again:
            values = [again.get(f"k{i}") for i in range(40)]
            assert all(v in (None, bytes(1000)) for v in values)
            for i in range(40):
                again.put(f"k{i}", bytes(1000))
    with open_cache(tmp_path) as healed:
        assert healed.get("k7") == bytes(1000)


def test_another_version_is_thrown_away(tmp_path: Path) -> None:
    with open_cache(tmp_path) as first:
        first.put("a", b"one")
    other = sqlite3.connect(drawn(tmp_path))
    other.execute("PRAGMA user_version = 999")
    other.close()
    assert open_cache(tmp_path).get("a") is None


def test_a_folder_that_does_not_exist_is_survived(tmp_path: Path) -> None:
    with open_cache(tmp_path / "nowhere" / "at all") as nothing:
        nothing.put("a", b"one")
        assert nothing.get("a") is None


def test_a_file_in_the_way_of_the_folder_is_survived(tmp_path: Path) -> None:
    (tmp_path / ".progprint_cache").write_text("in the way")
    with open_cache(tmp_path) as nothing:
        nothing.put("a", b"one")
        assert nothing.get("a") is None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_survived(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with open_cache(tmp_path) as nothing:
        nothing.put("a", b"one")


def test_a_full_disk_is_survived(tmp_path: Path) -> None:
    first = open_cache(tmp_path)
    assert first._connection is not None
    first._connection.execute("PRAGMA max_page_count = 8")
    first.put("a", bytes(200_000))
    first.close()
    with open_cache(tmp_path) as second:
        assert second.get("a") is None
        second.put("b", b"two")
    assert open_cache(tmp_path).get("b") == b"two"


def test_builds_side_by_side_lose_nothing_but_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "PATIENCE", 0.01)
    first, second = open_cache(tmp_path), open_cache(tmp_path)
    first.put("a", b"one")
    second.put("b", b"two")
    first.close()
    second.close()
    third = open_cache(tmp_path)
    assert (third.get("a"), third.get("b")) == (b"one", b"two")


def test_who_finds_the_file_busy_does_not_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "PATIENCE", 0.01)
    first, second = open_cache(tmp_path), open_cache(tmp_path)
    assert first._connection is not None
    first._connection.execute("BEGIN EXCLUSIVE")
    second.put("b", b"two")
    second.close()
    first._connection.execute("COMMIT")
    first.close()
    assert open_cache(tmp_path).get("b") is None


def test_what_no_build_asks_for_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "BUILDS_KEPT", 2)
    with open_cache(tmp_path) as first:
        first.put("old", b"one")
        first.put("used", b"two")
    for _ in range(3):
        with open_cache(tmp_path) as later:
            later.get("used")
    with open_cache(tmp_path) as last:
        assert (last.get("old"), last.get("used")) == (None, b"two")


def test_beyond_its_size_the_longest_unused_go_first(tmp_path: Path) -> None:
    file = tmp_path / "drawn.sqlite"
    for i in range(6):
        with FileCache(file, size_kept=4000) as build:
            build.put(f"k{i}", bytes(1000))
    with FileCache(file, size_kept=4000) as last:
        assert [last.get(f"k{i}") is not None for i in range(6)] == [False, False, True, True, True, True]
        last.put("too large", bytes(2000))
        assert last.get("too large") is None
    before = file.stat().st_size
    with FileCache(file, size_kept=500) as small:
        small.put("k", b"")
    assert file.stat().st_size < before


def test_much_is_written_ahead_of_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "WAITING", 1000)
    with open_cache(tmp_path) as build:
        build.put("a", bytes(2000))
        assert not build._waiting
        assert build.get("a") == bytes(2000)


def test_no_cache_remembers_nothing() -> None:
    nothing = NoCache()
    nothing.put("a", b"one")
    assert nothing.get("a") is None
