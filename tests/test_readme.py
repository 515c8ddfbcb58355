"""What the documents say can be typed, opened and loaded."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from progprint.cli import main

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]

#: whole `commands in backticks`, and lines of sh blocks up to a comment
SPAN = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"```sh\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def typed(first: str) -> list[str]:
    """Every command of the documents that begins with this word."""
    found = set()
    for document in DOCUMENTS:
        text = document.read_text("utf-8")
        lines = [line for block in BLOCK.findall(text) for line in block.splitlines()]
        spans = SPAN.findall(BLOCK.sub("", text))
        for line in lines + spans:
            command = re.sub(r"\s#.*|^[A-Z_]+=\S+ ", "", line.strip()).strip()
            if command.split(" ")[0] == first:
                found.add(command)
    return sorted(found)


@pytest.mark.parametrize("command", typed("progprint"))
def test_every_command_in_the_documents_is_one(command, capsys):
    words = shlex.split(command)[1:]
    assert main([*words, "--help"]) == 0, capsys.readouterr().err
    shown = capsys.readouterr().out
    for option in (word for word in words if word.startswith("-")):
        assert re.search(rf"(^|[\s,]){re.escape(option)}\b", shown), f"{command}: no {option}"
    named = words[:2] if words[:1] == ["build"] else words[:1]
    assert shown.startswith(" ".join(["Usage: progprint", *named, "[OPTIONS]"]))


@pytest.mark.parametrize("command", typed("make"))
def test_every_target_in_the_documents_is_in_the_makefile(command):
    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text("utf-8")))
    named = [word for word in shlex.split(command)[1:] if "=" not in word]
    assert set(named) <= targets


def test_every_target_is_explained_and_phony():
    text = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"(?m)^([a-z]+):", text)) - {"help"}
    phony = re.search(r"(?m)^\.PHONY: (.*)$", text)
    assert phony and targets <= set(phony[1].split())
    assert all(f"'make {target} " in text for target in targets)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.name)
def test_every_link_leads_somewhere(document):
    for link in LINK.findall(document.read_text("utf-8")):
        if not link.startswith(("http://", "https://")):
            assert (document.parent / link.split("#")[0]).exists(), f"{document.name}: {link}"


def test_every_command_of_the_program_is_in_the_readme(capsys):
    main(["--help"])
    listed = re.findall(r"(?m)^  ([a-z]+) {2,}", capsys.readouterr().out.split("Commands:")[1])
    text = (ROOT / "README.md").read_text("utf-8")
    assert {name for name in listed if f"`progprint {name}" not in text} == set()


def words_in_backticks(name: str) -> set[str]:
    text = (ROOT / "docs" / name).read_text("utf-8")
    return {word for span in SPAN.findall(text) for word in re.findall(r"[A-Za-z][\w-]*", span)}


def test_every_key_of_a_layout_is_explained():
    from progprint.design.frame_blocks import CONTENT, ITEM_KEYS, NAMED
    from progprint.design.layout_form import BLOCKS, LAYOUT_FIELDS
    from progprint.design.line_form import LINE_KEYS
    from progprint.design.make_form import MAKES
    from progprint.design.patterns import FIELDS
    from progprint.design.section_kinds import COMMON, KINDS
    from progprint.design.style_keys import STYLE_FIELDS

    options = {option for kind in KINDS.values() for option in kind.options}
    making = {*ITEM_KEYS, *CONTENT, *NAMED, "from", "count-cover", "drop", "inset", "leaves"}
    making |= {*MAKES, *LINE_KEYS, *(key for make in MAKES.values() for key in make.fields)}
    keys = {*LAYOUT_FIELDS, *BLOCKS, *FIELDS, *COMMON, *KINDS, *options, *STYLE_FIELDS, *making}
    assert keys - words_in_backticks("layouts.md") == set()


def yaml_blocks(name: str, beginning: str) -> list[str]:
    text = (ROOT / "docs" / name).read_text("utf-8")
    return [block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if beginning in block]


@pytest.mark.parametrize("example", yaml_blocks("layouts.md", "extends:"))
def test_the_layouts_in_the_documents_load(example, tmp_path):
    from progprint.design import read_design

    file = tmp_path / "ours.yaml"
    file.write_text(example, "utf-8")
    design, found = read_design(file)
    assert design is not None, found


def properties(schema: object) -> set[str]:
    """Every key that a JSON Schema names, at any depth."""
    if isinstance(schema, list):
        return set().union(*map(properties, schema)) if schema else set()
    if not isinstance(schema, dict):
        return set()
    named = set(schema["properties"]) if isinstance(schema.get("properties"), dict) else set()
    return named.union(*(properties(value) for value in schema.values())) if schema else named


def test_every_key_of_the_content_is_explained():
    from progprint.programme.schema import content_schemas

    text = (ROOT / "docs" / "content.md").read_text("utf-8")
    explained = words_in_backticks("content.md") | set(re.findall(r"[\w-]+(?=:)", text))
    assert properties(list(content_schemas().values())) - explained == set()
