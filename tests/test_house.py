"""The rules of the house that a machine can hold: style, types, the stair of rooms, sizes."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "progprint"
MODULES = sorted(SOURCE.rglob("*.py"))
BIN = Path(sys.executable).parent

#: house rule is about 40 lines, 6 arguments, 300 lines; beyond these a part has two subjects
MOST_LINES_OF_A_FUNCTION = 60
MOST_ARGUMENTS = 6
MOST_LINES_OF_A_FILE = 400


def passes(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"


def test_ruff_finds_nothing() -> None:
    passes(str(BIN / "ruff"), "check", "--no-cache", "--output-format=concise", "--quiet")


def test_mypy_strict_finds_nothing() -> None:
    passes(str(BIN / "mypy"))


def test_every_import_goes_down_the_stair() -> None:
    passes(str(BIN / "lint-imports"), "--no-cache", "--no-logo")


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_no_file_has_two_subjects() -> None:
    sizes = {str(m.relative_to(ROOT)): m.read_text("utf-8").count("\n") for m in MODULES}
    assert {name: size for name, size in sizes.items() if size > MOST_LINES_OF_A_FILE} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = {
        f"{m.relative_to(ROOT)}:{f.lineno} {f.name}": (f.end_lineno or f.lineno) - f.lineno
        for m in MODULES
        for f in functions(m)
    }
    assert {name: size for name, size in long.items() if size > MOST_LINES_OF_A_FUNCTION} == {}


def test_more_than_six_arguments_are_a_missing_record() -> None:
    """Commands are the exception: Typer reads a command's options from its arguments."""
    many = {
        f"{m.relative_to(ROOT)}:{f.lineno} {f.name}": len(f.args.args) + len(f.args.kwonlyargs)
        for m in MODULES
        if m.parent != SOURCE / "cli" or not m.stem.endswith(("commands", "_command"))
        for f in functions(m)
    }
    assert {name: number for name, number in many.items() if number > MOST_ARGUMENTS} == {}


@pytest.mark.parametrize("module", MODULES, ids=lambda m: str(m.relative_to(SOURCE)))
def test_a_module_opens_with_a_sentence_and_holds_no_promises(module: Path) -> None:
    text = module.read_text("utf-8")
    tree = ast.parse(text)
    if tree.body:
        assert ast.get_docstring(tree), "a module opens with one sentence: X -> Y"
    assert not re.search(r"\b(TODO|FIXME|XXX|HACK|NotImplementedError)\b", text)
    assert module.stem not in {"util", "utils", "helpers", "misc"}


def test_no_class_of_ours_inherits_from_another() -> None:
    """Values are told apart by unions; only a library's class may be extended."""
    classes = [
        (f"{m.relative_to(ROOT)}:{node.lineno}", node)
        for m in MODULES
        for node in ast.walk(ast.parse(m.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    ours = {node.name for _, node in classes}
    bases = [(place, node.name, ast.unparse(base)) for place, node in classes for base in node.bases]
    assert [b for b in bases if b[2].split(".")[-1].split("[")[0] in ours] == []


def imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def test_every_outside_library_belongs_to_one_room() -> None:
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    housed = {m for c in linter["contracts"] if c["type"] == "forbidden" for m in c["forbidden_modules"]}
    used = set().union(*map(imported, MODULES)) - set(sys.stdlib_module_names) - {"progprint"}
    assert used - housed == set(), "a new library needs its own contract in pyproject.toml"
