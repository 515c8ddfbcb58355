"""Layout files -> Design: page, grid, swatches, styles, masters, sections."""

from progprint.design.cascade import resolve_style, resolve_within
from progprint.design.inheritance import find_layout, house_folders, house_layouts, layout_names
from progprint.design.layout_form import BLOCKS, layout_schema
from progprint.design.overrides import override_schema
from progprint.design.patterns import FIELDS, find_pattern
from progprint.design.read import read_design, read_layout
from progprint.design.reference import layout_reference
from progprint.design.section_kinds import KINDS
from progprint.design.swatches import section_ink

__all__ = [
    "BLOCKS",
    "FIELDS",
    "KINDS",
    "find_layout",
    "find_pattern",
    "house_folders",
    "house_layouts",
    "layout_names",
    "layout_reference",
    "layout_schema",
    "override_schema",
    "read_design",
    "read_layout",
    "resolve_style",
    "resolve_within",
    "section_ink",
]
