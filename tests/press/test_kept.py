"""A verdict that is kept: asked for with everything it depends on, and the same as a new one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import progprint
from progprint.press.preflight import kept, preflight, run
from progprint.press.profile import Intent, Limits, Profile

SOURCE = Path(progprint.__file__).parent
PROFILE = Profile("test")
#: what rules read and the key holds as a value; what keeps verdicts, and holds none of them
IN_THE_KEY = {"press/profile.py", "cache.py"}


@pytest.fixture
def looks(monkeypatch) -> list[Path]:
    """Files that were looked through, each time."""
    seen: list[Path] = []
    look = run.look_through

    def counted(path, profile, **more):
        seen.append(path)
        return look(path, profile, **more)

    monkeypatch.setattr(run, "look_through", counted)
    return seen


def test_a_file_that_did_not_change_is_looked_at_once(good, looks, shelf):
    first = preflight(good, PROFILE, cache=shelf)
    assert preflight(good, PROFILE, cache=shelf) == first
    assert looks == [good]


def test_each_thing_that_a_verdict_depends_on_asks_for_another(good, tmp_path, monkeypatch):
    file, icc = tmp_path / "a.pdf", tmp_path / "a.icc"
    file.write_bytes(good.read_bytes())
    icc.write_bytes(b"one")
    shop = PROFILE._replace(intent=Intent("Shop", icc=icc))

    def key(profile: Profile = shop, path: Path = file, whole: bool = True, first: int = 1) -> str:
        return kept.verdict_key(path, profile, whole, first)

    keys = [key(), key(whole=False), key(first=2), key(path=good)]
    keys += [key(shop._replace(limits=Limits(**{name: None}))) for name in Limits._fields]
    keys += [key(shop._replace(**{name: None})) for name in Profile._fields if name not in ("limits", "intent")]
    keys += [key(shop._replace(intent=shop.intent._replace(**{name: None}))) for name in Intent._fields]
    icc.write_bytes(b"two")
    keys.append(key())
    file.write_bytes(good.read_bytes() + b"\n")
    keys.append(key())
    monkeypatch.setattr(kept, "engine", lambda: "other rules")
    keys.append(key())
    assert len(set(keys)) == len(keys)
    assert key() == key()


def modules_of(start: str) -> set[str]:
    """The modules of ours that one leads to, as files in the package."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        module = waiting.pop()
        for file in (SOURCE / f"{module}.py", SOURCE / module / "__init__.py"):
            name = file.relative_to(SOURCE).as_posix()
            if not file.is_file() or name in seen:
                continue
            seen.add(name)
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("progprint."):
                    below = node.module.removeprefix("progprint.").replace(".", "/")
                    waiting += [below, *(f"{below}/{alias.name}" for alias in node.names)]
    return seen


def test_the_key_names_all_code_that_judges():
    found = modules_of("press/preflight/run") - IN_THE_KEY
    assert "press/preflight/rules/text.py" in found and "images/plates.py" in found
    assert {name for name in found if not name.startswith(kept.DECIDES)} == set()


@pytest.mark.parametrize("change", [
    lambda value: b"", lambda value: value[: len(value) // 2], lambda value: b"[1, 2]", lambda value: b'[4, 9, [["x"]]]',
    lambda value: b'{"a": 1}', lambda value: b"\xff\x00", lambda value: b'["x", 1, []]',
])  # fmt: skip
def test_what_is_damaged_is_judged_anew(good, looks, shelf, change):
    before = preflight(good, PROFILE, cache=shelf)
    shelf.update({key: change(value) for key, value in shelf.items()})
    assert preflight(good, PROFILE, cache=shelf) == before
    assert len(looks) == 2
