"""Rows of `sections:` -> SectionSpecs."""

from __future__ import annotations

from progprint.design.forms import Faults, Named, Record, hint_for, record
from progprint.design.list_keys import Cell, check_list
from progprint.design.masters import WHOLE_PAGE, check_blocks
from progprint.design.names import Known, check_name
from progprint.design.section_kinds import COMMON, KINDS, TOGETHER
from progprint.design.section_rows import Kind
from progprint.design.types import SectionSpec
from progprint.diag import NOWHERE, Source
from progprint.source import Mapping, Node, Scalar, Sequence, error

#: kinds whose master is called by what one of them is
_SINGULAR = {"films": "film"}

SectionRows = tuple[tuple[Named, Node | None], ...]


def make_sections(rows: SectionRows, known: Known, faults: Faults) -> tuple[SectionSpec, ...]:
    """Make the sections in their order."""
    sections = []
    for word, options in rows:
        kind = KINDS.get(word.text)
        if kind is None:
            faults.append(
                error("unknown-kind", f"no section `{word.text}`", word.source, hint_for(word.text, KINDS))
            )
            continue
        values = _options(word, kind, options, known, faults)
        sections.append(
            SectionSpec(word.text, _master(word, values, known, faults), _plain(values), word.source)
        )
    return tuple(sections)


def _options(word: Named, kind: Kind, node: Node | None, known: Known, faults: Faults) -> dict[str, object]:
    fields = {**COMMON, **kind.options}
    values: dict[str, object] = {}
    written: frozenset[str] = frozenset()
    if isinstance(node, Scalar | Sequence) and kind.main:
        written = frozenset({kind.main})
        got = fields[kind.main].form.read(node, faults)
        if got is not None:
            values[kind.main] = got
    elif node is not None:
        found: Record | None = record(fields, f"section `{word.text}`").read(node, faults)
        if found is not None:
            values, written = found.values, frozenset(found.places)
            if word.text == "films":
                check_list(values, found.places, word.source, faults)
        else:
            written = frozenset(kind.needs)
    for key in kind.needs:
        if key not in written:
            hint = f"such as `{word.text}: welcome`" if key == kind.main else ""
            faults.append(error("missing-key", f"section `{word.text}` needs `{key}`", word.source, hint))
    if word.text == "together":
        values["of"] = _together(values.get("of"), known, faults)
    cells = values.get("item")
    for cell in cells if isinstance(cells, tuple) else ():
        assert isinstance(cell, Cell)
        check_blocks(tuple(part for part in cell.blocks if isinstance(part, Named)), known, faults)
    if kind.one_of and not written.intersection(kind.one_of):
        message = f"section `{word.text}` needs `{'` or `'.join(kind.one_of)}`"
        faults.append(error("missing-key", message, word.source, f"such as `{word.text}: bank`"))
    if "fit" in values and _room(word, values) == "any":
        message = "what may take any room needs no ladder"
        faults.append(error("no-room", message, _place(node, "fit"), "say `room: page` or `room: spread`"))
    for key in ("opener", "master", "page-master", "colour"):
        name = values.get(key)
        if isinstance(name, Named):
            check_name(name, "swatch" if key == "colour" else "master", known, faults)
    return values


def _room(word: Named, values: dict[str, object]) -> object:
    return values.get("room", {"films": "spread", "cover": "page"}.get(word.text, "any"))


def _place(node: Node | None, key: str) -> Source:
    """Where an option's value stands."""
    value = node.get(key) if isinstance(node, Mapping) else None
    return value.source if value is not None else NOWHERE


def _together(rows: object, known: Known, faults: Faults) -> tuple[SectionSpec, ...]:
    """Make the sections that share pages; the frames are those of the whole."""
    found: list[tuple[Named, Node | None]] = []
    for row in rows if isinstance(rows, tuple) else ():
        if row[0].text in KINDS and row[0].text not in TOGETHER:
            message = f"`{row[0].text}` stands on pages of its own"
            faults.append(error("bad-value", message, row[0].source, f"known here: {', '.join(TOGETHER)}"))
        else:
            found.append(row)
    return make_sections(tuple(found), known, faults)


def _master(word: Named, values: dict[str, object], known: Known, faults: Faults) -> str:
    chosen = values.get("master")
    if isinstance(chosen, Named):
        return chosen.text
    masters = known.names["master"]
    alone = "" if values.get("as") == "list" else _SINGULAR.get(word.text, "")
    for name in (word.text, alone):
        if name in masters:
            return name
    if word.text == WHOLE_PAGE:
        # without a master of its own it has all of the page (masters.with_whole_page)
        return word.text
    if "plain" not in masters and word.text != "blank" and "master" not in known.unread:
        message = f"section `{word.text}` has no master: neither `{word.text}` nor `plain` is there"
        faults.append(error("unknown-master", message, word.source, hint_for(word.text, sorted(masters))))
    return "plain"


def _plain(values: dict[str, object]) -> dict[str, object]:
    """Give the options as plain values, without their places and without `master`."""
    return {
        key: value.text if isinstance(value, Named) else value
        for key, value in values.items()
        if key != "master"
    }
