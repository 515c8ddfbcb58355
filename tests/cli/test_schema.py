"""`progprint schema`: one JSON, or a file for each kind."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from progprint.cli import main
from progprint.cli.commands import schema_files
from progprint.design import BLOCKS, layout_schema, override_schema
from progprint.design.layout_form import LAYOUT_FIELDS
from progprint.design.style_keys import STYLE_FIELDS
from progprint.press.profile_form import profile_schema
from progprint.programme.schema import content_schemas

KINDS = {"festival", "venues", "people", "film", "programme", "layout"}


def test_all_schemas_are_printed_as_one_object(capsys):
    assert main(["schema"]) == 0
    schemas = json.loads(capsys.readouterr().out)
    assert set(schemas) >= KINDS
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_one_file_for_each_kind(tmp_path, capsys):
    folder = tmp_path / "content" / ".schemas"
    assert main(["schema", "--write", str(folder)]) == 0
    names = {file.name for file in folder.iterdir()}
    assert names >= {f"{kind}.schema.json" for kind in KINDS}
    assert json.loads((folder / "film.schema.json").read_text("utf-8"))["type"] == "object"


def test_a_folder_that_cannot_be_made_is_an_error_with_its_path(tmp_path, capsys):
    (tmp_path / "x").write_text("a file")
    assert main(["schema", "--write", str(tmp_path / "x" / "y")]) == 1
    assert capsys.readouterr().err.startswith(str(tmp_path / "x"))


def test_the_schemas_that_the_sample_names_are_those_of_today():
    """`make schemas` writes them anew."""
    folder = Path(__file__).resolve().parents[2] / "content" / ".schemas"
    expected = schema_files({
        **content_schemas(), "layout": layout_schema(), "override": override_schema(),
        "profile": profile_schema(),
    })
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == expected


def test_the_reference_of_layouts_names_every_key(capsys):
    assert main(["schema", "--markdown"]) == 0
    text = capsys.readouterr().out
    assert {key for key in [*LAYOUT_FIELDS, *STYLE_FIELDS, *BLOCKS] if f"`{key}`" not in text} == set()


def test_the_reference_of_layouts_is_that_of_today(capsys):
    """`make reference` writes it anew, or `progprint schema --markdown > docs/layout-reference.md`."""
    assert main(["schema", "--markdown"]) == 0
    file = Path(__file__).resolve().parents[2] / "docs" / "layout-reference.md"
    assert capsys.readouterr().out == file.read_text("utf-8")
