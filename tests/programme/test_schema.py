"""The schemas say what the readers say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from progprint.programme.schema import content_schemas
from progprint.source import Mapping, Node, Scalar, Sequence, parse_yaml

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE / "example"
BROKEN = HERE.parent / "faults"
KINDS = {"films": "film", "programmes": "programme"}
#: faults of one film file that its shape alone betrays
BY_SHAPE = (
    "unknown-key", "unknown-key-far", "missing-title", "title-is-list", "film-is-list", "bad-tag-underscore",
    "no-venue", "bad-moment", "guests", "credits-map", "born-year", "review-list", "filmography-year",
    "allow-without-rule",
)  # fmt: skip


def as_json(node: Node) -> Any:
    """What an editor's YAML 1.2 reader makes of it."""
    if isinstance(node, Mapping):
        return {key.text: as_json(value) for key, value in node.items}
    if isinstance(node, Sequence):
        return [as_json(item) for item in node.items]
    assert isinstance(node, Scalar)
    if node.absent:
        return None
    if node.plain and node.text in ("true", "false"):
        return node.text == "true"
    return int(node.text) if node.plain and node.text.isdecimal() else node.text


def errors(kind: str, path: Path) -> list[str]:
    node, faults = parse_yaml(path.read_text("utf-8"), path.name)
    assert node is not None and faults == ()
    validator = jsonschema.Draft202012Validator(content_schemas()[kind])
    return [error.message for error in validator.iter_errors(as_json(node))]


@pytest.mark.parametrize("kind", ["festival", "venues", "people", "film", "programme"])
def test_they_are_schemas(kind: str) -> None:
    schema = content_schemas()[kind]
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"] and schema["$schema"].endswith("2020-12/schema")


def test_every_field_is_described() -> None:
    schemas = content_schemas()
    for kind in ("festival", "film", "programme"):
        assert all(field["description"] for field in schemas[kind]["properties"].values())


@pytest.mark.parametrize("path", sorted(EXAMPLE.rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_example_is_right(path: Path) -> None:
    kind = KINDS.get(path.parent.name, path.stem)
    assert errors(kind, path) == []


@pytest.mark.parametrize("name", BY_SHAPE)
def test_a_fault_of_shape_is_seen_by_the_schema_too(name: str) -> None:
    assert errors("film", BROKEN / f"{name}.yaml") != []
