"""Layout file -> Design and every fault in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from progprint.design.cover_sheet import make_cover_sheet
from progprint.design.forms import Faults, Named, Record
from progprint.design.inheritance import Layers, read_layers
from progprint.design.layout_form import LAYOUT
from progprint.design.make_form import NO_BLOCKS, Blocks
from progprint.design.masters import WHOLE_PAGE, make_masters, with_whole_page
from progprint.design.names import Known, check_name, check_style, known_names
from progprint.design.patterns import check_pattern
from progprint.design.rooms import masters_for_rooms
from progprint.design.rules import make_rules
from progprint.design.sections import make_sections
from progprint.design.spots import check_spots
from progprint.design.swatches import make_swatches
from progprint.design.types import DROP, Design, Margins, Numbers, PageSpec, StyleRule
from progprint.design.unused import unused_names
from progprint.diag import Diagnostic, Severity, Source
from progprint.geom import mm
from progprint.source import Mapping, error, with_excerpts
from progprint.style import TextStyle

#: what a page is when the layout says no more than its trim
_MARGIN = mm(12)
_BLEED = mm(3)
_GUTTER = mm(4)
_BASELINE = 12.0
#: a page that stands in for one that was not understood
_BOUNDLESS = 1e6
_MANY = 24


def read_design(path: Path) -> tuple[Design | None, tuple[Diagnostic, ...]]:
    """Read one layout and all it extends; no design when there is any error."""
    design, faults = read_layout(path)
    return None if any(f.severity is Severity.ERROR for f in faults) else design, faults


def read_layout(path: Path) -> tuple[Design | None, tuple[Diagnostic, ...]]:
    """Read a layout as far as it can be read, so that fonts can be looked for beside its own faults."""
    faults: Faults = []
    layers = read_layers(path, faults)
    design = None if layers.node is None else _design(path, layers, layers.node, faults)
    return design, tuple(_with_lines(_in_order(faults), layers.files))


def _design(path: Path, layers: Layers, tree: Mapping, faults: Faults) -> Design:
    found: Record = LAYOUT.read(tree, faults)
    values = found.values
    known = known_names(tree)
    page = _page(values.get("page"), faults)
    inks = make_swatches(values.get("swatches", ()), known, faults)
    check_spots(values.get("swatches", ()), faults)
    rules = make_rules(values.get("styles", ()), inks, known, faults)
    _check_default_family(found, rules, known, faults)
    masters = make_masters(values.get("masters", ()), page, inks, known, faults)
    sections = make_sections(values.get("sections", ()), known, faults)
    if any(section.master == WHOLE_PAGE for section in sections):
        masters = with_whole_page(masters, page)
    masters, sections = masters_for_rooms(masters, sections, page, faults)
    colours = _section_colours(values.get("section-colours", ()), known, faults)
    blocks: Blocks = values.get("blocks", NO_BLOCKS)
    _check_named(blocks, known, faults)
    faults.extend(unused_names(tree, next(iter(layers.files))))
    return Design(
        name=path.stem,
        page=page,
        swatches=inks,
        families={name: {tag: font for _, tag, font in rows} for _, name, rows in values.get("families", ())},
        rules=rules,
        masters=masters,
        swatch_places={name: place.source for place, name, _ in values.get("swatches", ())},
        font_places=_font_places(values.get("families", ())),
        patterns=blocks.patterns,
        makes=blocks.makes,
        sections=sections,
        spacing={tag: table for _, tag, table in values.get("spacing", ())},
        section_colours=colours,
        languages=values.get("languages", ()),
        numbers=_numbers(values.get("page-numbers")),
        binding=values.get("binding", "auto"),
        overset=values.get("overset", "warning"),
        missing=values.get("missing", "main"),
        late=values.get("late", "24"),
        pictures=values.get("pictures", "colour"),
        cover_sheet=make_cover_sheet(values.get("cover-sheet"), page.trim[0], inks, known, faults),
        key=layers.key,
        source=tree.source,
    )


def _font_places(families: Iterable[tuple[Any, ...]]) -> dict[str, Source]:
    """Where each font is named."""
    return {font: place.source for _, _, rows in families for place, _, font in rows}


def _with_lines(faults: list[Diagnostic], files: dict[str, Path]) -> Iterator[Diagnostic]:
    """Add the file's line to each fault; a house layout is shown without the folder it is in."""
    for fault in faults:
        path = files.get(fault.source.file)
        house = path is not None and path.as_posix() != fault.source.file
        yield from with_excerpts((fault,), path.parent.parent if path and house else Path())


def _check_default_family(found: Record, rules: tuple[StyleRule, ...], known: Known, faults: Faults) -> None:
    """Report that `body` names no family while the one it then has is not there."""
    named = any(rule.name == "body" and not rule.lang and dict(rule.values).get("family") for rule in rules)
    default = TextStyle("body").family
    if not named and default not in known.names["family"] and "families" in found.values:
        message = f"`body` names no family, and there is no family `{default}`"
        faults.append(
            error("unknown-family", message, found.places["families"], "say `family:` in the style `body`")
        )


def _page(found: Record | None, faults: Faults) -> PageSpec:
    """Make the page; without a trim a boundless one, on which the rest of the layout can be checked."""
    if found is None or "trim" not in found.values:
        columns = found.values.get("columns", _MANY) if found else _MANY
        return PageSpec((_BOUNDLESS, _BOUNDLESS), _BLEED, Margins(0, 0, 0, 0), columns, 0, _BASELINE)
    values: dict[str, Any] = found.values
    sides: dict[str, float] = values.get("margins", {})
    margins = Margins(**{side: sides.get(side, _MARGIN) for side in Margins._fields})
    baseline = values["baseline"].value if "baseline" in values else _BASELINE
    columns = values.get("columns", _MANY if "columns" in found.places else 1)
    page = PageSpec(
        values["trim"],
        values.get("bleed", _BLEED),
        margins,
        columns,
        values.get("gutter", _GUTTER),
        baseline,
        values.get("drop", DROP),
    )
    place = found.places.get("margins", found.source)
    width = page.trim[0] - margins.inside - margins.outside - (page.columns - 1) * page.gutter
    height = page.trim[1] - margins.top - margins.bottom
    if width <= 0:
        faults.append(error("no-room", "margins and gutters leave no width for the columns", place))
    if height < page.baseline:
        faults.append(error("no-room", "margins leave no height for a line of the grid", place))
    return page


def _numbers(found: Record | None) -> Numbers:
    values: dict[str, Any] = found.values if found is not None else {}
    return Numbers(values.get("from", 1), values.get("count-cover", True))


def _check_named(blocks: Blocks, known: Known, faults: Faults) -> None:
    """Report styles and swatches that patterns and the making of blocks name and that are not there."""
    for pattern in blocks.patterns.values():
        check_pattern(pattern, known, faults)
    for noun, name in blocks.named:
        if noun == "style":
            check_style(name, known, faults)
        else:
            check_name(name, noun, known, faults)


def _section_colours(
    rows: tuple[tuple[Named, str, tuple[Named, ...]], ...], known: Known, faults: Faults
) -> dict[str, str]:
    """Give section key -> swatch; the swatches of `*` with spaces between."""
    colours = {}
    for word, key, swatches in rows:
        for swatch in swatches:
            check_name(swatch, "swatch", known, faults)
        if key != "*" and len(swatches) > 1:
            hint = "a list of swatches taken in turn is for `*`"
            faults.append(
                error("bad-value", f"section `{key}` has {len(swatches)} colours", word.source, hint)
            )
        colours[key] = " ".join(swatch.text for swatch in swatches)
    return colours


def _in_order(faults: Faults) -> list[Diagnostic]:
    """Sort by place as the files are read, each finding once."""
    files = {fault.source.file: None for fault in faults}
    rank = {file: i for i, file in enumerate(files)}

    def place(fault: Diagnostic) -> tuple[int, int, int]:
        source: Source = fault.source
        return rank[source.file], source.line, source.column

    return sorted(dict.fromkeys(faults), key=place)
