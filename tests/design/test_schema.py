"""The JSON Schema says the same as the reader: it comes from the same tables."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from progprint.design import KINDS, layout_schema, read_design
from progprint.design.style_keys import STYLE_KEYS

HERE = Path(__file__).resolve().parent
SCHEMA = layout_schema()


def valid(text: str) -> bool:
    return jsonschema.Draft202012Validator(SCHEMA).is_valid(yaml.safe_load(text))


def test_the_schema_is_a_schema_and_plain_json() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert layout_schema() == SCHEMA


def test_the_schema_knows_a_sound_layout() -> None:
    jsonschema.validate(yaml.safe_load((HERE / "minimal.yaml").read_text("utf-8")), SCHEMA)


def test_every_style_key_and_kind_is_in_it() -> None:
    styles = SCHEMA["properties"]["styles"]["patternProperties"]
    (style,) = styles.values()
    assert set(style["properties"]) == {"inherit", *STYLE_KEYS}
    assert all(key in json.dumps(SCHEMA["properties"]["sections"]) for key in KINDS)


@pytest.mark.parametrize(
    "text",
    [
        "extends: x\n",
        "extends: x\npage: {columns: '4'}\nswatches: {red: ~}\nmasters: {film: {thumb: ~}}\n",
        "extends: x\npage: {bleed: 5mm, margins: 10mm, trim: [100mm, 200mm]}\n",
        "extends: x\nstyles: {body: {hyphenate: true, weight: 350, indent: 0, figures: tabular}}\n",
        "extends: x\nstyles: {'title:lang(zh-Hant)': {han-latin-space: [1/4 em, 1/8 em, 1/2 em]}}\n",
        "extends: x\nmasters: {film: {thumb: none, both: [{frame: a, columns: 2, height: 6 lines}]}}\n",
        "extends: x\nsections: [cover, text: welcome, films: {select: {section: a}}, blank: 2, cover: ~]\n",
        "extends: x\nsections: [films: {room: page, fit: [picture, letter-space -1.5 %, size 9pt..8pt, cast 8]}]\n",
        "extends: x\nblocks: {fact-line: '{year}', credits: {width: 20mm, only: director}, 'life:lang(zh)': ~}\n",
        "extends: x\nblocks: {pair: {shares: {en zh: [3, 2]}}, schedule: {columns: [{text: '{page}', width: 9mm}]}}\n",
        "extends: x\nlate: 24\nlanguages: [en, zh-Hant]\nsection-colours: {main: red, '*': [red, blue]}\n",
    ],
)
def test_forms_that_are_allowed(text: str) -> None:
    assert valid(text)


@pytest.mark.parametrize(
    "text",
    [
        "binding: saddle\n",
        "extends: x\nswatchs: {}\n",
        "extends: x\npage: {bleed: 3}\n",
        "extends: x\nstyles: {body: {sise: 9pt}}\n",
        "extends: x\nstyles: {body: {align: middle}}\n",
        "extends: x\nstyles: {body: {word-space: [80 %, 100 %]}}\n",
        "extends: x\nmasters: {film: {both: [{columns: 2}]}}\n",
        "extends: x\nblocks: {line: '{titel}'}\n",
        "extends: x\nsections: [text]\n",
        "extends: x\nsections: [films: {room: house}]\n",
        "extends: x\nsections: [unheard-of]\n",
        "extends: x\nswatches: {red: {cmyk: [0, 1, 2]}}\n",
    ],
)
def test_forms_that_are_not(text: str) -> None:
    assert not valid(text)


#: what a schema cannot see: names that are looked up, places on the page, the order of numbers
_BEYOND: frozenset[str] = frozenset(
    {
        "unknown-swatch", "unknown-family", "unknown-style", "unknown-master", "unknown-block",
        "unknown-layout",
        "circular-style", "circular-swatch", "circular-extends", "off-grid", "frames-overlap",
        "frame-too-high",
        "duplicate-frame", "no-room", "missing-key",
    }
)  # fmt: skip


@pytest.mark.parametrize(
    "file", sorted((HERE.parent / "faults_layout").glob("*.yaml")), ids=lambda file: file.stem
)
def test_what_the_schema_refuses_the_reader_refuses(file: Path) -> None:
    try:
        tree: Any = yaml.safe_load(file.read_text("utf-8"))
    except yaml.YAMLError:
        return
    design, _ = read_design(file)
    assert design is None
    codes = {line.split()[2] for line in file.read_text("utf-8").splitlines() if line.startswith("# expect")}
    if codes & {"unknown-key", "unknown-field", "unknown-kind", "wrong-kind"}:
        assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(tree)
    elif codes <= _BEYOND - {"missing-key"}:
        assert jsonschema.Draft202012Validator(SCHEMA).is_valid(tree)


HOUSE = sorted(f for f in (HERE.parent.parent / "layouts").glob("*.yaml") if not f.stem.endswith(".lock"))


@pytest.mark.parametrize("file", HOUSE, ids=lambda file: file.stem)
def test_the_house_layouts_are_sound_for_both(file: Path) -> None:
    design, faults = read_design(file)
    assert design is not None, faults
    jsonschema.validate(yaml.safe_load(file.read_text("utf-8")), SCHEMA)
