"""Nodes of advertisements.yaml and sponsors.yaml -> Advertisements, and Tiers of sponsors."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, TypeVar

from progprint.diag import Diagnostic
from progprint.geom import mm
from progprint.programme.common import NUMBER, PATH
from progprint.programme.desk import Desk
from progprint.programme.folder import Folder
from progprint.programme.forms import (
    Field,
    Fields,
    Form,
    listing,
    one_of_kinds,
    read_fields,
    record,
    scalar,
    wrong_kind,
)
from progprint.programme.types import Advertisement, Artwork, Localised, Sponsor, Tier
from progprint.programme.words import LOCALISED, PLAIN
from progprint.source import Mapping, Node, error

_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*(mm|cm|in)")
_POINTS = {"mm": mm(1), "cm": mm(10), "in": 72.0}

T = TypeVar("T", Advertisement, Tier)


def _size(text: str) -> tuple[float, float] | None:
    match = _SIZE.fullmatch(text)
    if match is None:
        return None
    width, height = (float(side) * _POINTS[match[3]] for side in (match[1], match[2]))
    return (width, height) if width > 0 and height > 0 else None


SIZE = scalar(
    _size, "a width and a height such as 148x210mm",
    {"type": "string", "pattern": r"^\d+(\.\d+)?\s*[x×]\s*\d+(\.\d+)?\s*(mm|cm|in)$"},
)  # fmt: skip

ADVERTISEMENT: Fields = {
    "file": Field(PATH, "path of the PDF file or picture, such as ads/bank.pdf", required=True),
    "page": Field(NUMBER, "page of a PDF file, counted from 1; the first when left out"),
    "name": Field(LOCALISED, "whose it is, for readers who cannot see it"),
    "size": Field(SIZE, "the size that was sold, without bleed: 148x210mm"),
    "position": Field(PLAIN, "the place that was sold, a word that the layout names, such as inside-cover"),
    "link": Field(PLAIN, "address that a click leads to"),
}

_LOGO: Fields = {
    "file": Field(PATH, "path of the PDF file or picture, such as logos/bank.pdf", required=True),
    "page": Field(NUMBER, "page of a PDF file, counted from 1; the first when left out"),
}


def _art(got: dict[str, Any], node: Node) -> Artwork:
    place = node.get("file") if isinstance(node, Mapping) else None
    return Artwork(got["file"], max(got.get("page", 1), 1), (place or node).source)


def _file(node: Node, desk: Desk) -> Artwork | None:
    path = PATH.read(node, desk)
    return Artwork(path, 1, node.source) if path else None


def _sponsor(got: dict[str, Any], node: Node) -> Sponsor:
    return Sponsor(got["name"], got.get("logo"), got.get("link", ""), node.source)


def _only_name(node: Node, desk: Desk) -> Sponsor | None:
    name = LOCALISED.read(node, desk)
    return Sponsor(name, source=node.source) if name else None


_SPONSOR = one_of_kinds(Form(_only_name, {"$ref": "#/$defs/text"}), record({
    "name": Field(LOCALISED, "the sponsor's name", required=True),
    "logo": Field(
        one_of_kinds(Form(_file, PATH.schema), record(_LOGO, "a logo", _art)),
        "a PDF file or a picture; without it the name is printed",
    ),
    "link": Field(PLAIN, "address that a click leads to"),
}, "a sponsor", _sponsor))  # fmt: skip

TIER: Fields = {
    "name": Field(LOCALISED, "what stands over them, such as Main partners"),
    "sponsors": Field(listing(_SPONSOR, "sponsors"), "the sponsors in their order", required=True),
}


def read_advertisements(node: Node, main: str) -> tuple[tuple[Advertisement, ...], tuple[Diagnostic, ...]]:
    """Read the advertisements in the order written."""
    desk = Desk(main)
    if not isinstance(node, Mapping):
        wrong_kind(node, "a map of advertisements, such as `bank: {file: ads/bank.pdf}`", desk)
        return (), tuple(desk.faults)
    found = []
    for key, value in node.items:
        got = read_fields(value, ADVERTISEMENT, "an advertisement", desk)
        if got is not None and "file" in got:
            found.append(Advertisement(
                key.text, _art(got, value), got.get("name", Localised()), got.get("size"),
                got.get("position", ""), got.get("link", ""), key.source,
            ))  # fmt: skip
    return tuple(found), tuple(desk.faults)


def read_sponsors(node: Node, main: str) -> tuple[tuple[Tier, ...], tuple[Diagnostic, ...]]:
    """Read the tiers of sponsors in the order written."""
    desk = Desk(main)
    if not isinstance(node, Mapping):
        wrong_kind(node, "a map of tiers, such as `partners: {name: Partners, sponsors: [..]}`", desk)
        return (), tuple(desk.faults)
    tiers = []
    for key, value in node.items:
        got = read_fields(value, TIER, "a tier of sponsors", desk)
        if got is not None and got.get("sponsors"):
            tiers.append(Tier(key.text, got["sponsors"], got.get("name", Localised()), key.source))
    return tuple(tiers), tuple(desk.faults)


def inside(found: tuple[T, ...], folder: Folder) -> tuple[T, ...]:
    """Refuse files that a symbolic link leads out of the folder to."""
    kept: list[T] = []
    for each in found:
        if isinstance(each, Advertisement):
            if _held(each.art, folder):
                kept.append(each)
        else:
            sponsors = tuple(s if s.logo is None or _held(s.logo, folder) else s._replace(logo=None)
                             for s in each.sponsors)  # fmt: skip
            kept.append(replace(each, sponsors=sponsors))
    return tuple(kept)


def _held(art: Artwork, folder: Folder) -> bool:
    if folder.holds(art.file):
        return True
    message = f"`{art.file}` is a link that leads out of the content folder"
    folder.faults.append(error("path-outside", message, art.source, "put the file itself there"))
    return False
